"""Which lines tell of one entry of education, and which of the next one."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.records import Education
from matcher.resumes.education.cues import DIPLOMA, SAME_SCHOOL
from matcher.resumes.education.entry import Entry, Part
from matcher.resumes.education.institution import is_part_of_university, is_university

_LINKS = frozenset("and of in the & - /".split())
_MAX_COMPARED = 50  # entries with which each is compared; nobody has more


def records_of(entries: Sequence[Entry]) -> list[Education]:
    """What a recruiter would list of the entries, each once."""
    known = [entry for entry in entries if entry.is_education]
    records = [entry.record() for entry in known if not _is_told_better(entry, known)]
    return list(dict.fromkeys(records))  # some tell everything twice


def add_parts(entries: list[Entry], parts: Sequence[Part], lead: str) -> None:
    """Join a line to the entry before it, unless that already has what the line names; ``lead`` is
    what the first line of an entry is."""
    last = entries[-1] if entries else None
    for part in parts:
        if last is not None and SAME_SCHOOL.fullmatch(part.entry.institution):
            part.entry.institution = last.institution
        if last is None or not _repeats(last, part.entry):
            _add(entries, part, lead)


def _add(entries: list[Entry], part: Part, lead: str) -> None:
    if not entries:
        entries.append(part.entry)
        return
    last, entry = entries[-1], part.entry
    opens = (entry.is_course and not last.is_date) or (lead == "date" and part.is_date)
    if not opens and not _is_full(last, entry, lead):
        _join(entries, part, lead)
        return
    if lead == "school" and last.degree and entry.degree and not entry.institution:
        entry.institution = last.institution  # which stands over the degrees of both
    entries.append(entry)


def _join(entries: list[Entry], part: Part, lead: str) -> None:
    """Fill the last entry from a line, whose late year may open the next one."""
    last, entry = entries[-1], part.entry
    late = part.late if lead == "date" and last.year not in (None, part.late) else None
    if entry.degree:
        last.degree, last.level = entry.degree, entry.level  # which is named in full here
    last.fill_from(entry)
    if late is not None:
        entries.append(Entry(year=late))


def _is_full(last: Entry, entry: Entry, lead: str) -> bool:
    """Whether the last entry already has what a line names."""
    if entry.degree and (last.is_course or (lead == "degree" and last.institution)):
        return True
    if lead == "school" and entry.institution and (last.is_course or last.degree):
        return True
    if entry.degree and last.degree:
        return _is_other_degree(last, entry)
    if entry.institution and last.institution:
        return _is_other_school(last, entry)
    return _is_other_year(last, entry, lead)


def _is_other_degree(last: Entry, entry: Entry) -> bool:
    """Whether a degree is not the last one in other words."""
    if DIPLOMA.fullmatch(last.degree) and not last.field:
        return bool(entry.institution) or entry.year is not None
    if last.institution and (entry.level == 1 or _differ(last, entry)):
        return True
    # "BA" over "Bachelor of Arts", "MBA, Hill College" over "Masters: Ethics"
    if entry.level != last.level or last.field:
        return True
    return bool(entry.institution or entry.year) and bool(last.institution or last.year)


def _is_other_school(last: Entry, entry: Entry) -> bool:
    """Whether a school is no part of the last one: "Hill University" over "BSc, Roe College of
    Physics"."""
    above = is_university(last.institution) if entry.degree else last.is_bare_school
    return bool(last.degree) or not (above and is_part_of_university(entry.institution))


def _is_other_year(last: Entry, entry: Entry, lead: str) -> bool:
    """Whether a year is that of another entry."""
    if entry.year is None or last.year is None:
        return False
    if lead == "date" and not (last.degree or last.institution):
        return False  # what else is dated in a line is told beside
    return any((last.degree, last.institution, entry.degree, entry.institution))


def _repeats(last: Entry, entry: Entry) -> bool:
    """Whether a line tells again what was studied: "Masters in Biology" below an MSc in Biology."""
    if entry.institution and last.institution and last.is_told_again_by(entry):
        return True
    if not entry.degree or entry.level != last.level or entry.institution or entry.year:
        return False
    fields = set(entry.field.casefold().split()), set(last.field.casefold().split())
    return bool(fields[0] & fields[1] - _LINKS)


def _is_told_better(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether another entry of the level, or of the school, has all that one has, and more."""
    only_school = not (entry.degree or entry.field or entry.year)
    return any(
        (only_school or (entry.degree and other.level == entry.level))
        and not _differ(entry, other)
        and other.says_more_than(entry)
        for other in others[:_MAX_COMPARED]
    )


def _differ(one: Entry, other: Entry) -> bool:
    """Whether two degrees name what each is of: "Master of Laws", "Master of Fine Arts"."""
    this, that = (each.degree.casefold().partition(" of ")[2] for each in (one, other))
    return not (this.startswith(that) or that.startswith(this))
