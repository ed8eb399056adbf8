"""Several titles at one employer in one line: each with its dates, or with the month of a
promotion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from matcher.records import Month
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.jobs.header_lines import MAX_HEADER_CHARS
from matcher.resumes.jobs.pieces import Entry, Piece
from matcher.resumes.jobwords import SURE, title_likeness
from matcher.resumes.text_lines import TextLine

# Dates, the end of one job, and the title of the next: ") , previously Engineer I (".
_NEXT = re.compile(
    r"\)?[\s,;.|–—-]*(?:(?:and|then|before that|previously|formerly)[\s,:]+)?"
    r"(?P<title>[A-Z](?:[^\t]{0,58}[\w.)])?)[\s,;:|(–—-]*"
)

# "Audit Senior (promoted from Audit Associate, July 2017)"
_PROMOTED = re.compile(
    r"(?:\s\((?:[^\s(),]+, )?|[\s,;–—-]+)promoted (?P<way>from|to) (?P<rest>[^()]*)\)?$",
    re.IGNORECASE,
)
# "System Administrator → Cloud Engineer (from 01/2020)", "Clerk and later Buyer (since 2022)"
_THEN = r"(?:[→➔]|->|,?\s(?:and |and then )?(?:then|later|subsequently)\s|,\snow\s)"
_LATER = re.compile(
    rf"\s*{_THEN}\s*(?P<title>[^()→➔]+?)\s*\((?P<date>(?:from|since|as of)\s[^()]+)\)$",
    re.IGNORECASE,
)
# "Clerk (since 01/2023: Buyer)"
_SINCE = re.compile(
    r"\s\((?P<date>(?:from|since|as of)\s[^():]+):\s(?P<title>[^()]+)\)$", re.IGNORECASE
)
_TOLD = re.compile(
    rf"{_THEN}[^()→➔\t]{{3,60}}\((?:from|since|as of)\s[^()]+\)"
    r"|\((?:from|since|as of)\s[^():]+:\s[^()]+\)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"[\s,]*(?:\b(?:in|on|from|since|as of))?[\s,]*$", re.IGNORECASE)


def part_promotions(lines: list[TextLine], *, today: date) -> tuple[list[TextLine], set[int]]:
    """The lines with every further title that stands behind the dates of another in a line of its
    own, and the numbers of those: "Acme - Buyer (2020 to present), Clerk (2018 to 2020)"."""
    parted: list[TextLine] = []
    further: set[int] = set()
    for line in lines:
        start = line.start
        for end, after in _seams(line, today):
            parted.append(TextLine(line.text[start - line.start : end - line.start], start, end))
            further.add(len(parted))
            start = after
        parted.append(TextLine(line.text[start - line.start :], start, line.end))
    return parted, further


def _seams(line: TextLine, today: date) -> Iterator[tuple[int, int]]:
    """Where a job of a line ends and where the title of its next one begins."""
    ranges = find_ranges(line.text[: 2 * MAX_HEADER_CHARS], today=today)
    if ranges and not any(map(str.isalnum, line.text[: ranges[0].span[0]])):
        return  # the dates stand before the titles
    for before, after in pairwise([found for found in ranges if found.ranged]):
        between = _NEXT.fullmatch(line.text, before.span[1], after.span[0])
        if between is not None and title_likeness(between["title"]) == SURE:
            closed = line.text[before.span[1] : before.span[1] + 1] == ")"
            yield line.start + before.span[1] + closed, line.start + between.start("title")


def without_promotions(text: str, ranges: list[DateRange]) -> list[DateRange]:
    """The dates of a line without those of promotions to a later title: "Clerk → Buyer (from
    2022)"."""
    told = [found.span() for found in _TOLD.finditer(text)]
    return [
        dates
        for dates in ranges
        if not any(first <= dates.span[0] and dates.span[1] <= last for first, last in told)
    ]


def with_promotions(entries: list[Entry], *, today: date) -> list[Entry]:
    """The jobs, where one whose title tells the month of a promotion is two: the earlier one first,
    which ends in the line of its title, so that what was done is told of the later one."""
    parted: list[Entry] = []
    for entry in entries:
        parted += _steps(entry, today)
    return parted


def _steps(entry: Entry, today: date) -> list[Entry]:
    title = entry.title
    ways = (way.search(title.text) for way in (_PROMOTED, _LATER, _SINCE)) if title else ()
    told = next(filter(None, ways), None)
    if title is None or told is None or not title.text[: told.start()].strip():
        return [entry]
    beside = Piece(title.text[: told.start()], title.start)
    groups = told.groupdict()
    rest = groups.get("rest") or groups["date"]
    dated = find_ranges(rest, today=today)
    before_date = rest[: dated[0].span[0]] if dated else rest
    name = groups.get("title") or _BEFORE_DATE.sub("", before_date)
    if title_likeness(name) < SURE:
        entry.title = beside
        return [entry]
    other = Piece(name, title.start + title.text.index(name, told.start()))
    came_first = (groups.get("way") or "to").casefold() == "from"
    first, entry.title = (other, beside) if came_first else (beside, other)
    since = dated[0].start if dated else None
    if since is None or not _is_inside(entry, since):
        return [entry]
    before = replace(
        entry,
        title=first,
        further=True,
        dates=replace(entry.dates, end=since, current=False),
    )
    entry.dates = replace(entry.dates, start=since)
    return [before, entry]


def _is_inside(entry: Entry, month: Month) -> bool:
    """Whether a month is one of those of a job, and not its first."""
    start, end = entry.dates.start, entry.dates.end
    return start is not None and start < month and (end is None or month <= end)
