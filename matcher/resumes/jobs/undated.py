"""Jobs without dates: titles beside an employer, alone or between dated jobs."""

from __future__ import annotations

import re

from matcher.records import Position
from matcher.resumes.dates import DateRange, months_in
from matcher.resumes.degrees import find_degree
from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    MAX_HEADER_CHARS,
    is_anonymous,
    is_head_of,
)
from matcher.resumes.jobs.naming import assign, employer_of
from matcher.resumes.jobs.pieces import TRIM, Entry, Piece, split_header
from matcher.resumes.jobwords import looks_like_company, title_likeness
from matcher.resumes.places import PLACE_AT_END
from matcher.resumes.sections import TextLine

_NO_DATES = DateRange(None, None, False, (0, 0), False)
_MAX_TITLE_WORDS = 10
# How many lines of another column may stand between the dates of a job and its title.
_MAX_LINES_BETWEEN = 8
# Dates that were not understood, such as a range that ends before it starts.
_DATES = re.compile(r"[\s,.(]{1,3}(?:\d{1,2}/)?(?:19|20)\d\d\b.*$", re.DOTALL)


def with_undated(entries: list[Entry], lines: list[TextLine]) -> list[Entry]:
    """The jobs and those beside them that have no dates, when title and employer stand in one
    line, or the title over an employer without its name. Such a line below dates without a title
    is the header that belongs to them."""
    if not entries:
        return entries
    starts = {number for entry in entries for number in entry.lines}
    found: list[Entry] = []
    waiting = sorted(entries, key=lambda entry: entry.lines[0])
    for number in range(len(lines)):
        if waiting and number == waiting[0].lines[0]:
            found.append(waiting.pop(0))
        if number in starts:
            continue
        entry = _undated_at(lines, number)
        if entry is None and number + 1 not in starts:
            entry = _undated_over(lines, number)
        if entry is None:
            continue
        last = found[-1] if found else None
        if last and last.title is None and number - last.lines[-1] <= _MAX_LINES_BETWEEN:
            last.title, last.company = entry.title, entry.company
        else:
            found.append(entry)
    return found


def _undated_at(lines: list[TextLine], number: int) -> Entry | None:
    """The job that one line names with title and employer."""
    line = lines[number]
    if len(line.text) > MAX_HEADER_CHARS:
        return None
    named = ANONYMOUS.search(line.text) is None
    if named:
        if "," not in line.text or line.text[-1] in ".;" or line.text.startswith("•"):
            return None
        text = line.text.title() if line.text.isupper() else line.text
        if not (PLACE_AT_END.search(text) and looks_like_company(line.text)):
            return None
    if not is_head_of(lines, number) or find_degree(line.text) is not None:
        return None
    entry = Entry(number, _NO_DATES, [number], pieces=split_header(line.text, line.start))
    entry.end = line.end
    assign(entry, lines)
    if entry.title is None or entry.company is None:
        return None
    if named and entry.title.start > entry.company.start:
        return None
    entry.title = Piece(_DATES.sub("", entry.title.text).rstrip(TRIM), entry.title.start)
    return entry if title_likeness(entry.title.text) >= 2 else None


def _undated_over(lines: list[TextLine], number: int) -> Entry | None:
    """The job whose title stands over an employer without its name: "Line Cook" over "Company
    Name", or over "City , State" alone."""
    if number + 1 >= len(lines) or not is_anonymous(lines[number + 1].text):
        return None
    title, below = lines[number], lines[number + 1]
    if len(title.text.split()) > _MAX_TITLE_WORDS or title.text[-1] in ".:;":
        return None
    if _DATES.search(title.text):
        return None  # the date of a certificate
    if title_likeness(title.text) < 2 or not is_head_of(lines, number):
        return None
    entry = Entry(number, _NO_DATES, [number, number + 1], end=below.end)
    pieces = split_header(title.text, title.start)
    entry.title = pieces[0] if len(pieces) == 1 else Piece(title.text, title.start)
    if (employer := ANONYMOUS.search(below.text)) is not None:
        name = employer[0][: len("company name")].rstrip()
        entry.company = Piece(name, below.start + employer.start())
    return entry


def undated_positions(lines: list[TextLine], end: int) -> list[Position]:
    """Jobs without dates: lines that are clearly a title, alone, beside an employer or over one.

    Where titles have a length in brackets ("Baker (9 months)"), lines without one are no titles.
    """
    heads: list[Entry] = []
    timed: list[Entry] = []
    for number, line in enumerate(lines):
        if (
            len(line.text.split()) > _MAX_TITLE_WORDS
            or not is_head_of(lines, number)
            or line.text.endswith(".")
        ):
            continue
        if (over := _undated_over(lines, number)) is not None:
            heads.append(over)
            continue
        text = line.text
        bracket = text.rfind(" (")
        is_timed = bracket > 0 and months_in(text[bracket:]) is not None
        text = text[:bracket] if is_timed else text
        entry = Entry(number, _NO_DATES, [number], end=line.end)
        entry.pieces = split_header(text, line.start)
        if not any(title_likeness(piece.text) == 3 for piece in entry.pieces):
            continue
        assign(entry, lines)
        if entry.company is None:
            _take_employer_beside(entry, lines)
        heads.append(entry)
        if is_timed:
            timed.append(entry)
    if not heads:
        return []
    if len(timed) > 1:
        heads = timed
    starts = [lines[entry.lines[0]].start for entry in heads]
    return [
        Position(
            entry.title.text if entry.title else "", entry.company.text if entry.company else "",
            None, None, False, (start, entry.end), (start, after),
        )
        for entry, start, after in zip(heads, starts, [*starts[1:], end], strict=True)
    ]  # fmt: skip


def _take_employer_beside(entry: Entry, lines: list[TextLine]) -> None:
    """Take "Lakeside LLC - Oslo, Norway" under a title, or over it, for its employer."""
    below, above = entry.anchor + 1, entry.anchor - 1
    if below < len(lines) and (employer := _employer_line(lines, below)) is not None:
        entry.company, entry.end = employer, lines[below].end
    elif above >= 0 and (employer := _employer_line(lines, above)) is not None:
        entry.company, entry.lines = employer, [above, entry.anchor]


def _employer_line(lines: list[TextLine], number: int) -> Piece | None:
    """The employer that a line names and else only a place, None for any other line."""
    if not is_head_of(lines, number):
        return None
    line = lines[number]
    pieces = split_header(line.text[:MAX_HEADER_CHARS], line.start)
    if not pieces or any(title_likeness(piece.text) >= 2 for piece in pieces):
        return None
    alone = pieces[0].text == line.text and looks_like_company(line.text.split()[-1])
    return employer_of(pieces[0]) if alone or PLACE_AT_END.search(line.text) else None
