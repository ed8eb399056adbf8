"""Jobs without dates: titles beside an employer, alone or between dated jobs."""

from __future__ import annotations

import re

from matcher.records import Position
from matcher.resumes.dates import DateRange
from matcher.resumes.degrees import find_degree
from matcher.resumes.header_lines import ANONYMOUS, MAX_HEADER_CHARS, is_head_of
from matcher.resumes.job_headers import Entry, Piece, assign, split_header
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
    """The jobs and those between them that have no dates, when title and employer stand in one
    line. Such a line below dates without a title is the header that belongs to them."""
    if not entries:
        return entries
    starts = {number for entry in entries for number in entry.lines}
    found: list[Entry] = []
    waiting = sorted(entries, key=lambda entry: entry.lines[0])
    for number in range(waiting[0].lines[0], len(lines)):
        if waiting and number == waiting[0].lines[0]:
            found.append(waiting.pop(0))
        if number in starts or (entry := _undated_at(lines, number)) is None:
            continue
        last = found[-1]
        if last.title is None and number - last.lines[-1] <= _MAX_LINES_BETWEEN:
            last.title, last.company = entry.title, entry.company
        else:
            found.append(entry)
    return found


def _undated_at(lines: list[TextLine], number: int) -> Entry | None:
    """The job that one line names with title and employer."""
    line = lines[number]
    if len(line.text) > MAX_HEADER_CHARS:
        return None
    if ANONYMOUS.search(line.text) is None:
        if "," not in line.text or line.text[-1] in ".;" or line.text.startswith("•"):
            return None
        if not (PLACE_AT_END.search(line.text) and looks_like_company(line.text)):
            return None
    if not is_head_of(lines, number) or find_degree(line.text) is not None:
        return None
    entry = Entry(number, _NO_DATES, [number], pieces=split_header(line.text, line.start))
    entry.end = line.end
    assign(entry, lines)
    if entry.title is None or entry.company is None or entry.title.start > entry.company.start:
        return None
    entry.title = Piece(_DATES.sub("", entry.title.text), entry.title.start)
    return entry if title_likeness(entry.title.text) >= 2 else None


def undated_positions(lines: list[TextLine], end: int) -> list[Position]:
    """Jobs without dates: lines that are clearly a title, alone or beside an employer."""
    heads: list[tuple[int, Entry]] = []
    for number, line in enumerate(lines):
        if (
            len(line.text.split()) > _MAX_TITLE_WORDS
            or not is_head_of(lines, number)
            or line.text.endswith(".")
        ):
            continue
        entry = Entry(number, _NO_DATES, [number], pieces=split_header(line.text, line.start))
        if not any(title_likeness(piece.text) == 3 for piece in entry.pieces):
            continue
        assign(entry, lines)
        heads.append((number, entry))
    starts = [lines[number].start for number, _ in heads]
    return [
        Position(
            entry.title.text if entry.title else "", entry.company.text if entry.company else "",
            None, None, False, (start, lines[number].end), (start, after),
        )
        for (number, entry), start, after in zip(heads, starts, [*starts[1:], end], strict=False)
    ]  # fmt: skip
