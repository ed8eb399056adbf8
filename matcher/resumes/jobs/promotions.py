"""Several titles at one employer, each with its dates, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from matcher.resumes.dates import find_ranges
from matcher.resumes.jobs.header_lines import MAX_HEADER_CHARS
from matcher.resumes.jobwords import SURE, title_likeness
from matcher.resumes.text_lines import TextLine

# Dates, the end of one job, and the title of the next: ") , previously Engineer I (".
_NEXT = re.compile(
    r"\)?[\s,;.|–—-]*(?:(?:and|then|before that|previously|formerly)[\s,:]+)?"
    r"(?P<title>[A-Z](?:[^\t]{0,58}[\w.)])?)[\s,;:|(–—-]*"
)


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
    for before, after in pairwise([found for found in ranges if found.ranged]):
        between = _NEXT.fullmatch(line.text, before.span[1], after.span[0])
        if between is not None and title_likeness(between["title"]) == SURE:
            closed = line.text[before.span[1] : before.span[1] + 1] == ")"
            yield line.start + before.span[1] + closed, line.start + between.start("title")
