"""Degrees: what was studied, where, until when, and at which level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from matcher.records import Education
from matcher.resumes.dates import find_ranges
from matcher.resumes.degrees import find_degree
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.sections import TextLine

_SCHOOL = re.compile(
    r"(?<!\w)(?:universit\w{0,6}|univ\.?|college|collège|school|institut\w{0,4}|academy|académie"
    r"|akademie|hochschule|fachhochschule|schule|gymnasium|école|ecole|escuela|instituto"
    r"|universidad\w?|universidade|politecnico|polytechnic|politechnika|uniwersytet|lycée|liceo"
    r"|faculty|fakultät|facultad|seminary|conservatory|bootcamp|coursera|udemy|udacity|edx"
    r"|training center|educational center|ausbildungszentrum|berufsschule|academia|tech)(?!\w)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\t|\s[–—|•·-]\s|ï¼|â€|\s?\||[;(\[]|\bG\.?P\.?A|\bCity ,"
    r"|\s(?:at|from|an der|an|à|with)\s(?=[A-Z])"
    r"|\.\s(?=[A-Z])|\bMinor\b|\bEQF\b"
    r"|\bCum Laude|\bMagna|\bSumma|\bwith honou?rs|\bCoursework|\bExpected",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(
    r"^\s?(?:(?:degree|diploma)\b)?\s?(?:,|:|in\b|of\b|en\b|im\b|für\b|w\b|-|–)?\s?", re.IGNORECASE
)
# LinkedIn repeats a degree as it is shortened: "Bachelor of Science - BS, Physics".
_SHORT_FORM = re.compile(r"\s[-–]\s[A-Z][A-Za-z.]{1,7}(?=,\s)")
_PAGE = re.compile(r"page \d{1,2} of \d{1,2}", re.IGNORECASE)
_TRIM = " \t,;:|-–—―•·()[]\u00ad*_/."
_MAX_FIELD_CHARS = 80


@dataclass(frozen=True, slots=True)
class DegreeLine:
    """A line of education: ``degree_span`` are document offsets of degree and field, None when
    the line names only a school, a place or a date."""

    number: int
    degree_span: tuple[int, int] | None


@dataclass(slots=True)
class _Entry:
    degree: str = ""
    field: str = ""
    institution: str = ""
    year: int | None = None
    level: int = 0

    def record(self) -> Education:
        return Education(self.degree, self.field, self.institution, self.year, self.level)


def read_education(
    lines: list[TextLine], *, today: date
) -> tuple[list[Education], list[DegreeLine]]:
    """Entries in text order, and which lines name a degree, a school, a place or a date only."""
    entries: list[_Entry] = []
    marked: list[DegreeLine] = []
    named = [_parts_of(line, today) for line in lines]
    for number, (line, part) in enumerate(zip(lines, named, strict=True)):
        if not part.is_entry and not _is_bare_school(lines, named, number):
            continue
        span = part.span
        if not part.is_entry:
            part.entry.institution = line.text.strip(_TRIM)
        if span or part.entry.institution or looks_like_place(line.text):
            marked.append(
                DegreeLine(number, (line.start + span[0], line.start + span[1]) if span else None)
            )  # else a course with its date, which may name a skill
        _add(entries, part.entry)
    return [entry.record() for entry in entries if entry.degree or entry.institution], marked


@dataclass(slots=True)
class _Parts:
    entry: _Entry
    span: tuple[int, int] | None
    is_entry: bool


def _parts_of(line: TextLine, today: date) -> _Parts:
    """What one line says of an entry; ``is_entry`` is False for lines that tell something else."""
    text = line.text
    entry = _Entry()
    if text.startswith("•") and not find_degree(text[:60]):
        return _Parts(entry, None, False)
    ranges = find_ranges(text, today=date(today.year + 8, 12, 31))
    dated = [item for item in ranges if item.start or item.end]
    if dated:
        latest = max((item.end or item.start for item in dated), key=lambda month: month or 0)
        entry.year = latest.year if latest and not dated[-1].current else None
    degree = find_degree(text) if len(text) < 300 else None
    span: tuple[int, int] | None = None
    if degree is not None and degree[1] < 120:
        span = _degree_span(text, degree, [item.span for item in dated], entry)
    entry.institution = _institution(text, span, [item.span for item in dated])
    words = len(text.split())
    # "2005-09 — 2008-05 | Calculus, Statics": courses behind the dates of the entry above.
    only_date = bool(dated) and (words <= 8 or (dated[0].ranged and not dated[0].span[0]))
    is_entry = span is not None or (bool(entry.institution) and words <= 14) or only_date
    return _Parts(entry, span, is_entry or looks_like_place(text))


def _degree_span(
    text: str, degree: tuple[int, int, int], dates: list[tuple[int, int]], entry: _Entry
) -> tuple[int, int]:
    """Offsets of degree and field in the line; fills degree, field and level of the entry."""
    level, start, end = degree
    told = end
    if short := _SHORT_FORM.match(text, end):
        end = short.end()
    stops = [first for first, _ in dates if first >= end]
    if found := _STOP.search(text, end):
        stops.append(found.start())
    if place := PLACE_AT_END.search(text, end):
        stops.append(place.start())
    if school := _SCHOOL.search(text, end):
        stops.append(_school_start(text, end, school))
    limit = min([len(text), end + _MAX_FIELD_CHARS, *stops])
    limit = max(limit, end)
    connector = _CONNECTOR.match(text[end:limit])
    field = text[end:limit][connector.end() if connector else 0 :].strip(_TRIM)
    entry.degree, entry.field, entry.level = text[start:told].strip(_TRIM), field, level
    kept = text[start:limit].rstrip(_TRIM.replace(".", ""))
    return start, start + max(len(kept), end - start)


def _school_start(text: str, end: int, school: re.Match[str]) -> int:
    """Where the name of a school begins that follows a degree in the same line."""
    between = text[end : school.start()]
    cut = max(between.rfind(","), between.rfind(" at "), between.rfind(" from "))
    if cut >= 0 and end + cut > end:
        return end + cut
    if re.match(r"\s(?:of|für|de)\s", text[school.end() :]):
        return school.start()
    if re.match(r"\s?(?:in\b|:|of\b)", between):
        return end + between.rstrip().rfind(" ") if " " in between.strip() else school.start()
    return end


def _institution(text: str, span: tuple[int, int] | None, dates: list[tuple[int, int]]) -> str:
    """The part of a line that names a school, "" when none does."""
    cuts = sorted([*dates, *([span] if span else [])])
    at = 0
    for first, last in [*cuts, (len(text), len(text))]:
        for piece in re.split(r"\t|\s[–—|•·-]\s|ï¼\S?|â€[“”\x93\x94]|\s?\|\s?", text[at:first]):
            if _SCHOOL.search(piece):
                if place := PLACE_AT_END.search(piece):
                    piece = piece[: place.start()]
                parts = [part for part in piece.split(",") if _SCHOOL.search(part)] or [piece]
                name = parts[0].strip(_TRIM + "'")
                # "University of Rome (Italy)", whose bracket was taken for punctuation
                opened = name.rfind("(") if name.count("(") > name.count(")") else -1
                return name[:opened].strip(_TRIM) if opened > 0 else name
        at = max(at, last)
    return ""


def _is_bare_school(lines: list[TextLine], named: list[_Parts], number: int) -> bool:
    """A short capitalised line beside a degree that has no school yet ("MIT")."""
    text = lines[number].text
    words = text.split()
    if text.startswith("•") or len(words) > 6 or text.count(",") > 2 or ":" in text:
        return False
    if _PAGE.fullmatch(text):
        return False
    if not all(word[0].isupper() or len(word) <= 3 for word in words) or text.endswith("."):
        return False
    around = [at for at in (number - 1, number + 1) if 0 <= at < len(lines)]
    return any(named[at].span is not None and not named[at].entry.institution for at in around)


def _add(entries: list[_Entry], part: _Entry) -> None:
    """Join a line to the entry before it, unless that already has what the line names."""
    last = entries[-1] if entries else None
    full = last is None or (
        (part.degree and last.degree)
        or (part.institution and last.institution)
        or (part.year is not None and last.year is not None and bool(last.degree))
    )
    if full:
        entries.append(part)
        return
    assert last is not None
    last.degree = last.degree or part.degree
    last.field = last.field or part.field
    last.institution = last.institution or part.institution
    last.year = last.year if last.year is not None else part.year
    last.level = last.level or part.level
