"""An entry of education while its lines are joined, and what a part of a line says of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from matcher.records import Education
from matcher.resumes.education.cues import DIPLOMA, NOTE, TRIM, doubled, may_be_name
from matcher.resumes.education.fields import field_in
from matcher.resumes.education.schools import SECONDARY, find_school
from matcher.resumes.places import looks_like_place
from matcher.resumes.text_lines import number_end

# Names of degrees that hold what was studied: "Bachelor of Commerce".
_SUBJECT = re.compile(
    r" of (?!science|arts\b|applied|philosophy|occupational|professional)(?P<field>.+)",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\s+degree$", re.IGNORECASE)
# The kind of a school whose name was left out.
_BARE_KIND = re.compile(
    r"(?:some |high )?(?:school|college|university|institute|academy)", re.IGNORECASE
)
# Before the name of a school: a day or a month, the short form of a degree.
_AT = re.compile(r"^at (?:the )?(?=[A-ZÀ-Ž])")  # "Geography at the University of Hill"
_NUMBER = re.compile(
    r"^(?:(?:\d{1,2}(?:/\d\d)?\s+)+|[A-Z]{2,6}\)\s*"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
    r"(?=\w+ \w))"
)
_CERTIFIER = re.compile(r"\bcertification", re.IGNORECASE)
_MAX_SUBJECT_WORDS = 9


@dataclass(slots=True)
class Entry:
    """An entry of education while its lines are joined; ``is_course`` says that it was opened by a
    certificate or a course, which is education only if a school gave it; ``is_schooling`` that it
    is none that a school gives."""

    degree: str = ""
    field: str = ""
    institution: str = ""
    year: int | None = None
    level: int = 0
    is_course: bool = False
    is_schooling: bool = True

    @property
    def is_date(self) -> bool:
        """Whether nothing but a year is known."""
        return not (self.degree or self.field or self.institution or self.is_course)

    @property
    def kind(self) -> str:
        """ "degree" where one is known and no school, "school" where it is the other way round."""
        if bool(self.degree) == bool(self.institution):
            return ""
        return "degree" if self.degree else "school"

    @property
    def lacks_study(self) -> bool:
        """Whether a school is known, and not what was studied there."""
        return bool(self.institution) and not (self.degree or self.field)

    @property
    def is_bare_school(self) -> bool:
        """Whether nothing but a school is known."""
        return self.lacks_study and not self.year

    @property
    def is_education(self) -> bool:
        """Whether a recruiter would list it."""
        if not self.is_course:
            return bool(self.degree or self.institution)
        if _CERTIFIER.search(self.institution):
            return False
        return self.is_schooling and find_school(self.institution) is not None

    def fill_from(self, other: Entry) -> None:
        """Take from another entry what this one lacks."""
        self.degree = self.degree or other.degree
        if other.is_course:
            self.is_course, self.is_schooling = True, other.is_schooling
        self.field = self.field or other.field
        self.institution = self.institution or other.institution
        self.year = self.year if self.year is not None else other.year

    def says_more_than(self, other: Entry) -> bool:
        """Whether field, school and year of another entry are known here, and more."""
        parts = [
            (self.field.casefold(), other.field.casefold()),
            (self.institution.casefold(), other.institution.casefold()),
            (self.year or "", other.year or ""),
        ]
        return all(there in ("", here) for here, there in parts) and any(
            here and not there for here, there in parts
        )

    def is_told_again_by(self, other: Entry) -> bool:
        """Whether another entry has the same level and nothing that contradicts this one."""
        if not other.degree or other.level != self.level or self.is_course:
            return False
        school, again = self.institution.casefold(), other.institution.casefold()
        return (
            other.year in (None, self.year)
            and (not other.field or self._has_begin(other.field))
            and (not again or again in school or school in again)
        )

    def _has_begin(self, field: str) -> bool:
        one, other = self.field.casefold(), field.casefold()
        return one.startswith(other) or other.startswith(one)

    def record(self) -> Education:
        """The entry with the level and the field that its other parts tell."""
        level, studied = self.level, self.field
        # A diploma of a high school is none of a college.
        if SECONDARY.search(self.institution) and DIPLOMA.fullmatch(self.degree or "diploma"):
            level = 1
        if not studied and (subject := _SUBJECT.search(self.degree)):
            studied = _DEGREE.sub("", subject["field"])
        return Education(self.degree, studied, self.institution, self.year, level)


@dataclass(slots=True)
class Part:
    """What a line, or a part of one, says of an entry."""

    entry: Entry = field(default_factory=Entry)
    kept: list[tuple[int, int]] = field(default_factory=list)  # offsets in the text
    is_entry: bool = False
    is_date: bool = False  # whether nothing but a date stands there
    late: int | None = None  # a year behind an entry, which may be the next one's
    weak: bool = False  # whether only its place tells that something is a school
    end: int = 0  # where the entry ends in the text

    def share(self, other: Part) -> None:
        """Take date and school of the part behind "and": both degrees were given together."""
        if self.entry.year is None:
            self.entry.year = other.entry.year
        self.entry.institution = self.entry.institution or other.entry.institution

    def take_school(self, start: int, text: str) -> None:
        """Take the name of a school that begins at an offset."""
        name = _NUMBER.sub("", _AT.sub("", text.strip(TRIM + "'")))
        name = name[number_end(name) :]
        if name.count("(") > name.count(")"):
            name += ")"
        if _BARE_KIND.fullmatch(name) or sum(map(str.isalpha, name)) < 2:
            return
        self.entry.institution = _once(name)
        self.end = max(self.end, start + len(text.rstrip()))

    def take_weak_school(self, start: int, text: str) -> None:
        """Take a school that only its place tells."""
        if may_be_name(text) and not looks_like_place(text):
            self.weak = not (self.entry.degree or self.entry.field)
            self.take_school(start, text)

    def take_subject(self, start: int, text: str) -> None:
        """Take what was studied from a few words before the date of a school."""
        told = NOTE.search(text) or find_school(text) or ":" in text
        if text[0].isupper() and len(text.split()) <= _MAX_SUBJECT_WORDS and not told:
            self.take_field(start, text)

    def take_field(self, start: int, text: str) -> None:
        """Take what was studied from a text that may say more."""
        begin, studied = field_in(text, self.entry.level)
        if studied:
            span = start + begin, start + begin + len(studied)
            self.entry.field = studied
            self.kept.append(span)
            self.end = max(self.end, span[1])


def _once(name: str) -> str:
    """A name without what is told of it again: "Hill College of Fern Hill College"."""
    words = name.split()
    again = name.find(f" {words[0]} {words[1]}", 1) if len(words) > 2 else -1
    if again < 0 and len(words) > 2 and words[-1] == words[0] and not find_school(words[0]):
        again = name.rfind(" ")
    return name[: doubled(name)] or (name[:again] if again > 0 else name)
