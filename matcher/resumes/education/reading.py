"""A section of education to its entries, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.records import Education
from matcher.resumes.education.cues import may_be_name
from matcher.resumes.education.entry import Entry, Part
from matcher.resumes.education.fields import (
    field_of_line,
    labels_field,
    may_tell_field,
    tells_field,
)
from matcher.resumes.education.joining import add_parts, records_of
from matcher.resumes.education.line import parts_of
from matcher.resumes.education.order import lead_of
from matcher.resumes.education.vocabulary import field_length
from matcher.resumes.education.wrapping import WrittenLine, unwrapped
from matcher.resumes.jobs.header_lines import ANONYMOUS
from matcher.resumes.places import ANONYMOUS_PLACE, looks_like_place
from matcher.resumes.text_lines import TextLine

_HONOURS = re.compile(r"\bcum laude\b|\bhonou?rs\b", re.IGNORECASE)
_FACULTY = re.compile(r"(?:faculty|fakultät|facultad|department) ", re.IGNORECASE)
_SCHOOL_OF = re.compile(r"(?:school|college) of ", re.IGNORECASE)
_STATE = re.compile(r",\s(?=[A-Z]{2}\b)")  # behind a school and its town
_CAPTION = re.compile(
    r"(?:(?:s\.? ?)?no|degrees?|qualifications?|courses?|exam(?:ination)?s?|class|standard"
    r"|subjects?|majors?|field(?: of study)?|stream|speciali[sz]ation|discipline"
    r"|institut(?:ion|e)s?|(?:name of )?(?:the )?(?:school|college|institution|university)"
    r"|(?:university ?/ ?)?board(?: ?/ ?university)?|from|to|location|place"
    r"|years?(?: of (?:passing|completion|graduation))?|passing year|period|dates?"
    r"|grades?|marks|percentage(?: of marks)?|%|c?gpa|division|result)",
    re.IGNORECASE,
)
_COURSE_CODE = re.compile(r"[A-Z]{2,5}[ -]?\d{2,4}\b")  # "STAT 301 - Regression"
_NAME = 4  # words of a school that nothing else gives away
_NEAR = 3  # lines below an entry in which a label may say what was studied
_PAGE = re.compile(r"page \d{1,2} of \d{1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DegreeLine:
    """A line of education: ``kept`` are the document offsets of what may be matched in it, degree
    and field; none where it names only a school, a place or a date."""

    number: int
    kept: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, wrapped ones put together, with what its parts say and what its neighbours do."""

    line: TextLine
    written: Sequence[WrittenLine]
    parts: Sequence[Part]
    above: Entry
    below: Entry

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def entry(self) -> Entry:
        """What the line says first."""
        return self.parts[0].entry

    @property
    def is_entry(self) -> bool:
        """Whether the line tells of an entry; a course does only over its school."""
        return self.parts[0].is_entry or (self.entry.is_course and self.below.kind == "school")


def read_education(
    lines: Sequence[TextLine], *, today: date
) -> tuple[list[Education], list[DegreeLine]]:
    """Entries in text order, and which lines name a degree, a school, a place or a date only."""
    read, lead = _read(lines, today)
    entries: list[Entry] = []
    marked: list[DegreeLine] = []
    reached = -1  # the last line that says something of an entry
    for number, line in enumerate(read):
        last = entries[-1] if entries else None
        beside = last if number == reached + 1 else None  # of which the line above tells
        if _is_captions(line.text):
            continue
        if beside and _tells_course(line, beside):
            beside.fill_from(Entry(field=line.entry.field, year=line.entry.year))
            reached = number
            continue
        if beside and _tells_field(line, beside):
            beside.field = field_of_line(line.text)
            continue
        if last and number <= reached + _NEAR and _tells_major(line, last):
            last.field = field_of_line(line.text)  # below its grades
            continue
        if _is_bare_school(line, last):
            line.parts[0].take_school(0, _STATE.split(line.text)[0])
        elif lead == "school" and (name := _dated_name(line)):
            line.parts[0].take_school(0, name)
        elif not _tells_entry(line, last):
            continue
        marked += _marked(line)
        if beside and _names_same_school(line, beside):
            beside.fill_from(Entry(field=line.entry.field, year=line.entry.year))
        else:
            add_parts(entries, line.parts, lead)
        reached = number
    return records_of(entries), marked


def _read(lines: Sequence[TextLine], today: date) -> tuple[list[_Line], str]:
    """Each line with what it says, and what comes first of the lines of an entry."""
    written, whole = unwrapped(lines)
    texts = [line.text for line in whole]
    said = [parts_of(text, *texts[at + 1 : at + 2], today=today) for at, text in enumerate(texts)]
    first = [Entry(), *(parts[0].entry for parts in said), Entry()]
    read = map(_Line, whole, written, said, first, first[2:])
    return list(read), lead_of(texts, [parts[0] for parts in said])


def _marked(line: _Line) -> Iterator[DegreeLine]:
    """What may be matched of a line of an entry; nothing is said of a course with its date, which
    may be a skill."""
    start = line.line.start
    kept = [(start + first, start + end) for part in line.parts for first, end in part.kept]
    only_told = line.entry.institution or line.parts[0].is_date or looks_like_place(line.text)
    if (kept or only_told) and not _is_certificate(line.parts):
        for number, (first, end) in line.written:
            yield DegreeLine(number, _within(kept, first, end))


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The parts of spans that lie between two offsets."""
    cut = ((max(first, start), min(last, end)) for first, last in spans)
    return tuple((first, last) for first, last in cut if first < last)


# ---------------------------------------------------------------- what a line is


def _is_captions(text: str) -> bool:
    """Whether a line has the captions of a table: "Degree", "Institution", "Year"."""
    cells = text.split("\t")
    return len(cells) > 2 and all(_CAPTION.fullmatch(cell.strip(" :.")) for cell in cells)


def _is_certificate(parts: Sequence[Part]) -> bool:
    """Whether a line names only what no school gave, which is more than its subject: "Certified
    Forester (2021)"."""
    entries = [part.entry for part in parts]
    return all(one.is_course and not (one.is_schooling or one.institution) for one in entries)


def _tells_course(line: _Line, last: Entry) -> bool:
    """Whether a line says which course somebody took at the school above it."""
    entry = line.entry
    if not (entry.is_course and entry.field) or entry.institution or line.below.kind == "school":
        return False
    return last.lacks_study and None in (entry.year, last.year)


def _tells_field(line: _Line, last: Entry) -> bool:
    """Whether a line says what was studied for the entry above it, and nothing else."""
    if line.is_entry or last.field:
        return False
    is_whole = bool(last.degree and last.institution)
    return tells_field(line.text) or (is_whole and may_tell_field(line.text))


def _tells_major(line: _Line, last: Entry) -> bool:
    """Whether a line says with a label what was studied for a degree that lacks it."""
    return bool(last.degree) and not last.field and labels_field(line.text)


def _is_bare_school(line: _Line, last: Entry | None) -> bool:
    """A short capitalised line beside a degree that has no school yet ("MIT")."""
    if line.is_entry or not _may_be_school(line.text):
        return False
    dated = line.above.is_date and line.above.year is not None  # the date of the degree over it
    if line.above.degree or (dated and last is not None and last.kind == "degree"):
        return last is not None and not last.institution
    return line.below.kind == "degree" and not (last and last.kind == "degree")


def _dated_name(line: _Line) -> str:
    """The short name beside the dates of an entry, where others have a school; "" without one."""
    name, tab, _ = line.text.partition("\t")
    dated = line.entry.is_date and line.entry.year is not None and not line.parts[0].is_date
    return name if tab and dated and _may_be_school(name) and len(name.split()) <= _NAME else ""


def _may_be_school(text: str) -> bool:
    if text.startswith("•") or text.count(",") > 2 or text.endswith(".") or _PAGE.fullmatch(text):
        return False
    if ANONYMOUS_PLACE.search(text) or ANONYMOUS.search(text) or _HONOURS.search(text):
        return False
    return may_be_name(text) and not field_length(text) and not _COURSE_CODE.match(text)


def _tells_entry(line: _Line, last: Entry | None) -> bool:
    """Whether a line tells of an entry, and not of the faculty of the one before it; what only its
    place tells to be a school does where a degree lacks one."""
    if not line.is_entry or (last and _names_faculty(line, last)):
        return False
    if not line.parts[0].weak or line.below.kind == "degree":
        return True
    return last is not None and not last.institution and (bool(last.degree) or last.is_course)


def _names_faculty(line: _Line, last: Entry) -> bool:
    """Whether a line names the faculty below the name of a school."""
    entry = line.entry
    if not last.institution or entry.degree:
        return False
    if _FACULTY.match(line.text) is not None:
        return True
    # "Hill School of Communication" below "Hill University"
    name, first = entry.institution, last.institution.split()[0]
    same = name.startswith(f"{first} ") and _SCHOOL_OF.search(name) is not None
    return same and entry.year is None and name != last.institution


def _names_same_school(line: _Line, last: Entry) -> bool:
    """Whether a line names the school of the entry before it again, and no degree; a degree on the
    line after it that lacks a school is another entry."""
    entry = line.entry
    if entry.kind != "school" or not last.institution or len(line.parts) > 1:
        return False
    if last.institution.casefold() not in entry.institution.casefold():
        return False
    if entry.field and last.field and entry.field != last.field:
        return False
    if line.below.kind == "degree":
        return False
    if entry.year is None:  # two studies at one place may be dated in lines of their own
        return not last.lacks_study
    return last.year in (None, entry.year)
