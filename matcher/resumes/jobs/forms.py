"""Jobs in a form that says what is what: rows of a table under captions, fields with labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from matcher.resumes.jobs.header_lines import (
    columns_of,
    ends_sentence,
    is_aside,
    is_header,
    is_labelled,
    tells,
)
from matcher.resumes.jobs.pieces import Entry, Piece, likeness, split_header
from matcher.resumes.jobwords import LIKELY, title_likeness
from matcher.resumes.text_lines import TextLine


def rows_of_tables(lines: list[TextLine]) -> dict[int, tuple[str, ...]]:
    """The lines that are rows of a table of jobs, and what its captions say of their cells."""
    columns: tuple[str, ...] = ()
    rows = {}
    for number, line in enumerate(lines):
        if "\t" not in line.text:
            continue
        if captions := columns_of(line.text):
            columns = captions
        elif columns and line.text.count("\t") + 1 == len(columns):
            rows[number] = columns
    return rows


def take_row(entry: Entry, lines: list[TextLine], columns: tuple[str, ...]) -> None:
    """Read title and employer from the cells of a row."""
    line = lines[entry.anchor]
    entry.lines, entry.pieces = [entry.anchor], []
    at = line.start
    for kind, cell in zip(columns, line.text.split("\t"), strict=True):
        if kind != "none" and (text := cell.strip()):
            entry.pieces.append(Piece(text, at + cell.index(text), kind))
        at += len(cell) + 1
    ends = [piece.end for piece in entry.pieces] + [line.start + entry.cuts[entry.anchor][1]]
    entry.end = max(ends)


def take_forms(entries: list[Entry], lines: list[TextLine]) -> None:
    """Read title and employer from the fields of forms, whose dates are a field too: "Hospital:
    ...", "Position: ...", "Ward: ...", "Inclusive dates: ..."."""
    taken = -1
    for at, entry in enumerate(entries):
        limit = entries[at + 1].anchor if at + 1 < len(entries) else len(lines)
        first = last = entry.anchor
        if is_labelled(lines[first].text) and is_aside(lines[first].text):
            while first - 1 > taken and is_labelled(lines[first - 1].text):
                first -= 1
            found = _fields(lines[first : entry.anchor])
            while not _is_whole_form(found) and last + 1 < limit and _fields([lines[last + 1]]):
                if _label(lines[last + 1]) in map(_label, lines[first : last + 1]):
                    break  # the next form begins
                last += 1
                found += _fields([lines[last]])
            if first - 1 > taken and (employer := _employer_over(lines[first - 1], found)):
                first, found = first - 1, [employer, *found]
            if _is_whole_form(found):
                entry.lines, entry.pieces = list(range(first, last + 1)), found
                entry.end = lines[last].end
        taken = max(taken, *entry.lines)


def take_fields_below(entries: list[Entry], lines: list[TextLine]) -> None:
    """Read what fields below the dates say of jobs whose header has no title: "Client: ..." and
    "Role: ..." under a project, the title under address, hours and grade in the form of the US
    government."""
    for at, entry in enumerate(entries):
        if any(map(_is_title, entry.pieces)):
            continue
        if _fields(lines[max(0, entry.lines[0] - 1) : entry.lines[0]]):
            continue  # the form stands over its dates; that below is the next one's
        limit = entries[at + 1].lines[0] if at + 1 < len(entries) else len(lines)
        below = range(entry.anchor + 1, min(limit, entry.anchor + 1 + _MOST_FIELDS))
        last, found = _labelled_below(lines, below) or _title_below(lines, below) or (0, [])
        if not last:
            continue
        entry.lines += range(max(entry.lines) + 1, last + 1)
        entry.end = max(entry.end, lines[last].end)
        if any(piece.role == "company" for piece in found):
            entry.pieces = []  # the project's name
        entry.pieces = [*(piece for piece in entry.pieces if not piece.role), *found]


def _is_title(piece: Piece) -> bool:
    return piece.role == "title" or (not piece.role and likeness(piece) >= LIKELY)


_MOST_FIELDS = 6  # lines below the dates that are looked at


def _labelled_below(lines: list[TextLine], below: Iterable[int]) -> tuple[int, list[Piece]] | None:
    """The last of the fields that stand right below dates and name a title, and what they say."""
    fields: list[Piece] = []
    last = 0
    for number in below:
        if not is_labelled(lines[number].text):
            break
        if said := _fields([lines[number]]):
            fields += said
            last = number
    return (last, fields) if any(piece.role == "title" for piece in fields) else None


def _title_below(lines: list[TextLine], below: Iterable[int]) -> tuple[int, list[Piece]] | None:
    """The title under the address, the hours and the grade of a government job."""
    of_the_form = False
    for number in below:
        text = lines[number].text
        if _GOVERNMENT.search(text):
            of_the_form = True
        elif of_the_form and title_likeness(text) >= LIKELY and is_header(text):
            return number, [Piece(text, lines[number].start, "title")]
        elif not _ADDRESS.search(text):
            return None
    return None


_GOVERNMENT = re.compile(
    r"\b(?:hours per week|series|pay plan|grade|salary|supervisor)\s?:|"
    r"\bokay to contact this supervisor",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:\d+|building|bldg)\b|\b[A-Z]{2} \d{5}\b|\b(?:US|USA|United States)$", re.I
)


def _label(line: TextLine) -> str:
    return line.text.partition(":")[0].casefold()


def _fields(lines: list[TextLine]) -> list[Piece]:
    """What labels say to be a title or an employer."""
    labelled = [line for line in lines if is_labelled(line.text)]
    pieces = [piece for line in labelled for piece in split_header(line.text, line.start)]
    return [piece for piece in pieces if piece.role in ("title", "company")]


def _employer_over(line: TextLine, found: list[Piece]) -> Piece | None:
    """The employer over the fields of a form, where they name only a title."""
    if {piece.role for piece in found} != {"title"} or is_labelled(line.text):
        return None
    if line.text.startswith("•") or tells(line.text) or ends_sentence(line.text):
        return None
    pieces = split_header(line.text, line.start)
    if not pieces or pieces[0].text[0].islower():
        return None
    return replace(pieces[0], role="company")


def _is_whole_form(pieces: list[Piece]) -> bool:
    return len({piece.role for piece in pieces}) == 2
