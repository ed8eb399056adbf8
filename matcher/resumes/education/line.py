"""What one line of education says: degree, field, school and year.

A line is cut at its degree, its dates, places and separators; what is left between them is the
field, the school, or something told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from matcher.resumes.dates import find_ranges
from matcher.resumes.degrees import Degree, degrees_in, find_degree
from matcher.resumes.education.course import course_in
from matcher.resumes.education.cues import NOTE, SENTENCE, TRIM, may_be_name
from matcher.resumes.education.entry import Part
from matcher.resumes.education.head import Head, head_of
from matcher.resumes.education.marks import CLASS_YEAR, OPENING, CutLine, chunks_of, marks_in
from matcher.resumes.education.schools import find_school
from matcher.resumes.education.splitting import entry_starts
from matcher.resumes.education.study import read_chunks
from matcher.resumes.education.vocabulary import is_field, opens_field
from matcher.resumes.jobs.header_lines import is_duration
from matcher.resumes.places import ANONYMOUS_PLACE, is_town, looks_like_place

_SHORT_YEAR = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?P<year>\d\d)(?![\d/])")  # "05/12"
_TOLD = re.compile(
    r"\b(?:I|my|we)\s|\b(?:award|certif|licens|dean['’]?s|list|scholar)[^,]*$", re.IGNORECASE
)
_CERTIFICATE = re.compile(r"certificate\s(?!(?:in|of|for)\b)(?=[^*]{3,60}$)", re.IGNORECASE)
_CAMP = re.compile(r"(?P<field>.{3,50}?) boot ?camp", re.IGNORECASE)
_TOOK = re.compile(
    r"(?:(?:I|[SH]?[Hh]e) )?(?:also )?(?:took|hold|holds|have|has|did|earned|completed|received"
    r"|obtained|gained|finished|graduated with) (?:an? |my |his |her )?(?:first class )?",
    re.IGNORECASE,
)
_LONG = 300  # characters of a line that tells more than an entry
_MAX_FIELD_WORDS = 5  # of one that no word gives away
_MAX_LISTED_WORDS = 9  # of an item that names a school and nothing that was done there
_MAX_DATED_WORDS = 6  # beside a date, where they are no sentence
_YEARS_AHEAD = 8  # in which a degree may be expected


def parts_of(text: str, below: str = "", *, today: date) -> list[Part]:
    """What a line says of one entry or of several; ``below`` is the line after it."""
    begin = _before_degree(text)
    if not begin and (SENTENCE.match(text) or (text.startswith("•") and not _is_listed(text))):
        return [Part()]
    parts: list[Part] = []
    for first, last in pairwise([begin, *entry_starts(text)[1:], len(text)]):
        part = _part_of(text[first:last], below if last == len(text) else "", today)
        if part.is_entry and last == len(text) > _LONG and part.end < last - first:
            part.kept.append((part.end, last - first))  # courses
        part.kept = [(first + start, first + end) for start, end in part.kept]
        if parts and text[:first].endswith((" and ", " & ")):
            parts[-1].share(part)
        if parts and parts[-1].entry.is_told_again_by(part.entry):
            parts[-1].entry.fill_from(part.entry)
            parts[-1].kept += part.kept
        else:
            parts.append(part)
    return parts


def _before_degree(text: str) -> int:
    """Length of the words before a degree that a sentence tells: "I took a"; 0 for other texts."""
    told = _TOOK.match(text)
    degree = find_degree(text[told.end() : told.end() + OPENING]) if told else None
    return told.end() if told and degree and degree.start == 0 else 0


def _is_listed(text: str) -> bool:
    """Whether a degree or a school opens an item of a list."""
    if degrees_in(text[:60]):
        return True
    return find_school(text) is not None and len(text.split()) <= _MAX_LISTED_WORDS


def _part_of(text: str, below: str, today: date) -> Part:
    """What a text with at most one degree says."""
    opening = text[:OPENING]
    ranges = find_ranges(opening, today=date(today.year + _YEARS_AHEAD, 12, 31))
    dated = [item for item in ranges if item.start or item.end]
    head, entry = head_of(text, dated)
    marks = marks_in(opening, dated, head.span)
    line = CutLine(text, below, dated, marks, chunks_of(opening, marks))
    part = Part(entry)
    read_chunks(part, line, marked=head.is_marked)
    _read_by_head(part, line, head)
    entry.year = _year(line, part.end)
    part.late = _late_year(line) if entry.degree or entry.institution else None
    part.is_date = head.span is None and _is_date(line)
    part.is_entry = _is_entry(part, line, head)
    return part if part.is_entry or head.course else Part()


def _read_by_head(part: Part, line: CutLine, head: Head) -> None:
    """What else is known of the field where a degree was named, a course, or neither."""
    entry = part.entry
    if head.degree is not None:
        if not entry.field:
            _read_field_before(part, line, line.text[head.degree.end :])
        _keep_degree(part, head.degree, head.end)
    elif head.course is not None:
        if not entry.field:
            part.take_field(head.course.field_start, head.course.field)
        if not entry.institution and any(mark.kind == "place" for mark in line.marks):
            entry.is_schooling = False  # which has an organiser
    else:
        if entry.institution and not entry.field:
            _read_course_behind(part, line)
        if [chunk.after[0] for chunk in line.chunks] == ["date"] and find_school(line.below):
            part.take_subject(line.chunks[0].start, line.chunks[0].text)


# ---------------------------------------------------------------- fields


def _read_field_before(part: Part, line: CutLine, behind: str) -> None:
    """Take the few words that a comma parts from the degree behind them: "Marine Ecology, BSc"."""
    if not line.chunks or line.chunks[0].after[:1] != ("degree",):
        return
    text = line.chunks[0].text
    if part.entry.institution:  # "Marine Ecology, BSc, Hill College"
        if behind[:1] != "," or part.entry.institution in text or text.endswith(("at", "in")):
            return
    elif len(line.chunks) != 1 or behind.strip(TRIM)[:1].isalpha():
        return
    if 1 < len(text.split()) <= _MAX_FIELD_WORDS and may_be_name(text) and not is_town(text):
        part.take_field(line.chunks[0].start, text)


def _keep_degree(part: Part, degree: Degree, end: int) -> None:
    """Put degree and field together where nothing stands between them; ``end`` is that of the
    link."""
    near = [span for span in part.kept if end <= span[0] <= end + 1]
    part.kept = [span for span in part.kept if span not in near]
    part.kept.insert(0, (degree.start, max([degree.end, *(last for _, last in near)])))
    part.end = max(part.end, end)


def _read_course_behind(part: Part, line: CutLine) -> None:
    """Take the course or certificate that stands behind its school."""
    for start, told in _behind_school(part, line):
        if (found := _course_told(told)) is not None:
            begin, field = found
            part.entry.is_course = True
            part.take_field(start + begin, field)
            return


def _behind_school(part: Part, line: CutLine) -> Iterator[tuple[int, str]]:
    """What stands behind the name of the school, each with its offset: the chunks, and of that of
    the name the rest if it opens a field."""
    for chunk in line.chunks:
        first = max(chunk.start, part.end)
        told = line.text[first : chunk.end].lstrip(TRIM)
        if told and (first == chunk.start or opens_field(told.split()[0])):
            yield chunk.end - len(told), told


def _course_told(text: str) -> tuple[int, str] | None:
    """What a course is about behind the name of its school, and its offset; None for no course."""
    if (camp := _CAMP.fullmatch(text)) and is_field(camp["field"]):
        return 0, camp["field"]
    if label := _CERTIFICATE.match(text):
        return label.end(), text[label.end() :]
    course = course_in(text)
    if course is None or not course.is_schooling:
        return None
    if not course.field and course.is_marked:
        return course.end, text[course.end :]
    return course.field_start, course.field


# ---------------------------------------------------------------- dates


def _year(line: CutLine, end: int) -> int | None:
    """The last year of the dates of the entry, which ends at an offset; else the first in the
    line, unless it is that of something told beside."""
    text, dated = line.text[:OPENING], line.dated
    for mark in line.marks:
        if mark.kind != "degree" and end <= mark.start <= end + 3:
            end = mark.end
    near = [item for item in dated if item.span[0] <= end]
    if dated and not near and not _TOLD.search(text[end : dated[0].span[0]]):
        near = [dated[0]]
    if not near:
        short = _SHORT_YEAR.search(text) or CLASS_YEAR.search(text)
        return _century(int(short["year"])) if short else None
    if near[-1].current:
        return None
    return max(month.year for item in near for month in (item.start, item.end) if month)


def _century(year: int) -> int:
    return year + (2000 if year < 50 else 1900)


def _late_year(line: CutLine) -> int | None:
    """The year with which a line ends."""
    last = line.dated[-1] if line.dated else None
    if last is None or last.end is None or last.span[1] != len(line.text):
        return None
    return last.end.year


# ---------------------------------------------------------------- what the line is


def _is_date(line: CutLine) -> bool:
    """Whether dates stand in a line without a degree, and no words but how long it took."""
    if not all(is_duration(chunk.text.strip(TRIM)) for chunk in line.chunks):
        return False
    return bool(line.dated or line.marks) or _SHORT_YEAR.fullmatch(line.text[:OPENING]) is not None


def _is_entry(part: Part, line: CutLine, head: Head) -> bool:
    """Whether a line tells of an entry by itself."""
    if head.degree or part.entry.institution:
        return True
    if head.course:
        return head.course.is_titled or bool(line.dated)
    return part.is_date or _is_dated(line) or _is_place(line)


def _is_dated(line: CutLine) -> bool:
    """Whether a date stands beside a few words, or before many: "2005-09 — 2008-05 | Calculus,
    Statics" are courses behind the dates of the entry above."""
    if not line.dated:
        return False
    first = line.dated[0]
    n_words = sum(len(chunk.text.split()) for chunk in line.chunks)
    few = n_words <= _MAX_DATED_WORDS and not NOTE.search(line.text)
    return few or (first.ranged and not first.span[0])


def _is_place(line: CutLine) -> bool:
    """Whether a line names a place, or an anonymised one and a field."""
    if looks_like_place(line.text):
        return True
    fields = (is_field(chunk.text) for chunk in line.chunks)
    return ANONYMOUS_PLACE.match(line.text) is not None and all(fields)
