"""Jobs without dates: titles beside an employer, alone or between dated jobs."""

from __future__ import annotations

import re

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
from matcher.resumes.text_lines import TextLine

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
        if found and _lacks_header(found[-1], number):
            found[-1].title, found[-1].company = entry.title, entry.company
        else:
            found.append(entry)
    return found


def _lacks_header(entry: Entry, number: int) -> bool:
    """Whether a job without a title stands a little above a line."""
    return entry.title is None and number - entry.lines[-1] <= _MAX_LINES_BETWEEN


def _undated_at(lines: list[TextLine], number: int) -> Entry | None:
    """The job that one line names with title and employer."""
    line = lines[number]
    if len(line.text) > MAX_HEADER_CHARS:
        return None
    named = ANONYMOUS.search(line.text) is None
    if named and not _names_employer_and_place(line.text):
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


def _names_employer_and_place(text: str) -> bool:
    """Whether the mark of an employer stands in a line that ends in a place, no sentence."""
    if "," not in text or text[-1] in ".;" or text.startswith("•") or not looks_like_company(text):
        return False
    return PLACE_AT_END.search(text.title() if text.isupper() else text) is not None


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


def undated_entries(lines: list[TextLine]) -> list[Entry]:
    """Jobs without dates: lines that are clearly a title, alone, beside an employer or over one.

    Where titles have a length in brackets ("Baker (9 months)"), lines without one are no titles.
    """
    found: list[Entry] = []
    timed: list[Entry] = []
    for number, line in enumerate(lines):
        if len(line.text.split()) > _MAX_TITLE_WORDS or line.text.endswith("."):
            continue
        if not is_head_of(lines, number):
            continue
        if (entry := _undated_over(lines, number)) is not None:
            found.append(entry)
            continue
        text = _without_length(line.text)
        if (entry := _title_alone(lines, number, text)) is not None:
            found.append(entry)
            timed += [entry] if text != line.text else []
    return timed if len(timed) > 1 else found


def _without_length(text: str) -> str:
    """The text without the months in brackets at its end: "Baker" of "Baker (9 months)"."""
    bracket = text.rfind(" (")
    return text[:bracket] if bracket > 0 and months_in(text[bracket:]) is not None else text


def _title_alone(lines: list[TextLine], number: int, text: str) -> Entry | None:
    """The job whose title a text surely is, with the employer that it or a line beside it names."""
    line = lines[number]
    pieces = split_header(text, line.start)
    if not any(title_likeness(piece.text) == 3 for piece in pieces):
        return None
    entry = Entry(number, _NO_DATES, [number], end=line.end, pieces=pieces)
    assign(entry, lines)
    if entry.company is None:
        _take_employer_beside(entry, lines)
    return entry


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
