"""Where one entry of education ends and the next begins in the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.resumes.degrees import CONNECTOR, Degree, degrees_in
from matcher.resumes.education.course import course_in
from matcher.resumes.education.cues import TRIM, YEAR, doubled
from matcher.resumes.education.head import standing
from matcher.resumes.education.institution import name_start
from matcher.resumes.education.schools import find_school
from matcher.resumes.education.vocabulary import field_length, is_field
from matcher.resumes.places import ANONYMOUS_PLACE

# What stands at the end of an entry before another one in the same line.
_CLOSING = re.compile(r"(?:(?:19|20)\d\d|\d\.\d{1,2}|\b(?:USA?|Present|Current))$")
_DATES_BEFORE_NAME = re.compile(
    r"\b(?:19|20)\d\d[\d/.-]{0,6}\s?[-–—]\s?(?:\w{3,9}\.? )?(?:19|20)\d\d(?:-\d\d){0,2}\)?,?"
    r"[ \t]+(?=[A-Z])"
)
_MAX_SCHOOL_CHARS = 60  # of the name of a school up to its kind
_NEAR = 150  # characters behind a degree in which its school stands
_MAX_ENTRY_CHARS = 1200  # in which several entries are looked for


def entry_starts(text: str) -> list[int]:
    """Where the entries of a line begin, the first of them at 0."""
    return [0, *(list(_later_degrees(text)) or _later_schools(text))]


def _later_degrees(text: str) -> Iterator[int]:
    """Where other entries begin in a line that has named a degree and its school or year."""
    degrees = [
        each for each in standing(text[:_MAX_ENTRY_CHARS]) if not text[: each.start].endswith("(")
    ]
    if not degrees:
        return
    ends = [*(each.start for each in degrees[1:]), degrees[-1].end + _NEAR]
    behind = [text[degree.end : end] for degree, end in zip(degrees, ends, strict=True)]
    begin, held = 0, degrees[0]
    if _is_behind_course(text, held, behind[0]):
        yield held.start
        begin = held.start
    for degree, after in zip(degrees[1:], behind[1:], strict=True):
        if _is_beside(text[held.end : degree.start].rstrip(), after):
            yield degree.start
        elif (start := _next_start(text, begin, held, degree, after)) is not None:
            yield start
            begin = start
        else:
            continue
        held = degree


def _is_behind_course(text: str, degree: Degree, after: str) -> bool:
    """Whether a course and its school stand before the first degree of a text."""
    before = text[: degree.start].rstrip()
    if not before or course_in(text) is None:
        return False
    return _is_closed(before, after) and find_school(before) is not None


def _next_start(text: str, begin: int, held: Degree, degree: Degree, after: str) -> int | None:
    """Where the next entry begins whose degree is named behind the one held, which begins at an
    offset; None where the former belongs to the latter."""
    between = text[held.end : degree.start].rstrip()
    kind = find_school(between)
    # Whether each school stands before its degree.
    leads = kind is not None and find_school(text, begin, held.start) is not None
    told = doubled(between.strip(TRIM)) > 0 or (_is_told_of(between) and _is_told_of(after))
    if not (leads or told) or not _is_closed(between, after):
        return None
    if kind is None or not leads:
        return degree.start
    return held.end + name_start(between, kind, after_degree=True)


def _is_beside(between: str, after: str) -> bool:
    """Whether two degrees stand beside each other: "BA in History and BSc in Physics"."""
    if not between.endswith((" and", " &")):
        return False
    first, second = (CONNECTOR.match(text) for text in (between, after))
    start = first.end() if first else 0
    studied = between.rpartition(" ")[0][start:]
    behind = field_length(after[second.end() if second else 0 :])
    return behind > 0 and is_field(studied)


def _is_closed(before: str, after: str) -> bool:
    """Whether an entry ends between two texts, the second of which begins behind a degree."""
    return (
        before[-1:] in (".", ")", ";", "|")
        or before.endswith("),")
        or _CLOSING.search(before) is not None
        or re.match(r"\s?(?:\([A-Z.]{2,7}\)\s?)?[:,]\s", after) is not None
        or any(place.end() == len(before) for place in ANONYMOUS_PLACE.finditer(before))
    )


def _is_told_of(text: str) -> bool:
    """Whether a text names the school or the year of a degree."""
    return YEAR.search(text) is not None or find_school(text) is not None


def _later_schools(text: str) -> list[int]:
    """Where other schools begin in a line without degrees, each behind the dates of the one before:
    "Hill University 2008 - 2011 Fern College 2011 - 2013"."""
    begins = [0]
    for dates in _DATES_BEFORE_NAME.finditer(text[:_MAX_ENTRY_CHARS]):
        if find_school(text, begins[-1], dates.start()) is None:
            continue
        rest = text[dates.end() :]
        kind = find_school(rest[:_MAX_SCHOOL_CHARS])
        if kind is not None and name_start(rest, kind, after_degree=False) == 0:
            begins.append(dates.end())
    return begins[1:] if not degrees_in(text) else []
