"""An entry of education while its lines are joined, and what a part of a line says of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from matcher.records import Education
from matcher.resumes.degrees import CONNECTOR, degrees_in
from matcher.resumes.education.schools import SECONDARY, find_school, is_field
from matcher.resumes.places import COUNTRY_AT_END, looks_like_place

TRIM = " \t,;:|-–—―•·()[]\u00ad*_/."
DIPLOMA = re.compile(r"diploma", re.IGNORECASE)
# Words of a line that tells what was reached beside a degree, and of one that tells of a course.
_HONOURS = (
    r"recipient|scholarships?|members?|president|captain|society|dean['’]?s|lists?|honou?rs|clubs?"
    r"|team|fraternity|sorority|awards?|awarded|advis[oe]r|reader|thesis|dissertation|editor"
    r"|magazine|leagues?|coursework|founder|secretary|treasurer"
)
HONOUR = re.compile(rf"\b(?:{_HONOURS})\b", re.IGNORECASE)
NOTE = re.compile(
    rf"\b(?:{_HONOURS}|grades?|mention|certified|certification|licensed?|seminars?|workshops?|volunteer"
    r"|training|pursuing|participated|participant|credits|hours|gpa|degree|currently|permanent|previously"
    r"|address)\b",
    re.IGNORECASE,
)
# Of a sentence that tells of the studies: "I ...", "Completed internship at Hill College".
SENTENCE = re.compile(
    r"(?:I|I['’]m|My|We)\s|Master(?:['’]?s)? (?:thesis|project)\b|(?:Emphasis|Minor) in\s"
    r"|including\s"
    r"|Graduated (?:with|from high)\s"
    r"|(?!Certified|Licensed|Expected|Graduated|Advanced|Applied|Allied)[A-Z][a-z]+ed\s(?=[a-z]{3}|The\s)"
)
# What is told beside a field.
_STOP = re.compile(
    r"[(\[]|\bG\.?P\.?A|,?\s?\bGrade\s?:|,\s?(?:grade|mention|voto|nota|note)\s|\s(?:with|at)\s|(?<!\bSt)\.\s(?=[A-Z])|[,/]?\s?\bMinor(?:ed)?\b|\bEQF\b"
    r"|\bCum Laude|\bMagna|\bSumma|\bhonou?rs\b|\b(?:Relevant )?Coursework|\bDean['’]?s"
    r"|\bNational Honor|\bThesis|\b\d{2,3}\s?%|\d\.\d\d?\b|\b(?:First|Second|Third)[- ]Class\b"
    r"|(?:,|\s[-–—])\s(?:Speciali[sz]ation|Concentration) in\b"
    r"|\bDistinction\b|\b\d:\d\b|\s\d+\s(?:credit|semester|quarter)|\s(?:City|State)\s?,",
    re.IGNORECASE,
)
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
_NUMBER = re.compile(
    r"^(?:(?:\d{1,2}(?:/\d\d)?\s+)+|[A-Z]{2,6}\)\s*"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
    r"(?=\w+ \w))"
)
_REACHED = re.compile(
    r"(?:grades?|mention|(?:first|second|third)[- ]class)\b", re.IGNORECASE
)  # and nothing that was studied
_CERTIFIER = re.compile(r"\bcertification", re.IGNORECASE)
_MAX_FIELD_CHARS = 120
_MAX_SUBJECT_WORDS = 9
_MAX_NAME_WORDS = 6  # of a school that only its place tells


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
    def is_bare_school(self) -> bool:
        """Whether nothing but a school is known."""
        return bool(self.institution) and not (self.degree or self.field or self.year)

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

    def take_school(self, start: int, text: str) -> None:
        """Take the name of a school that begins at an offset."""
        name = _NUMBER.sub("", text.strip(TRIM + "'"))
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
        for stop in _STOP.finditer(text, 1):
            if stop[0].strip() != "with" or not is_field(text[stop.end() :].strip(TRIM)):
                text = text[: stop.start()]
                break
        if colon := text.rfind(" : ") + 1:
            start, text = start + colon, text[colon:]
        if country := COUNTRY_AT_END.search(text):
            text = text[: country.start()]
        text = re.sub(
            r"(?:^|[\s,:]+)(?:degree|diploma|and|&|\d{1,2})\s*$", "", text, flags=re.IGNORECASE
        )
        if again := doubled(text):
            start, text = start + again + 1, text[again + 1 :]
        if again := doubled(" ".join(reversed(text.split()))):
            text = text.rstrip()[: -again - 1]
        again_at = [each.start for each in degrees_in(text) if each.level == self.entry.level]
        if again_at and text[: again_at[-1]].strip(TRIM) and again_at[-1] > 3:
            text = text[: again_at[-1]]
        degree = next(iter(degrees_in(text)), None)  # "MBA : Master Business Administration"
        if degree and not text[: degree.start].strip(TRIM) and text[degree.end :].strip(TRIM):
            connector = CONNECTOR.match(text, degree.end)
            end = connector.end() if connector else degree.end
            start, text = start + end, text[end:]
        studied = text.strip(TRIM)
        if [each.span for each in degrees_in(studied)] == [(0, len(studied))]:
            return  # nothing but the degree again
        if (
            sum(map(str.isalpha, studied)) < 2
            or SECONDARY.fullmatch(studied)
            or SENTENCE.match(studied)
            or _REACHED.match(studied)
            or len(studied) > _MAX_FIELD_CHARS
        ):
            return
        start += text.index(studied)
        self.entry.field = studied
        self.kept.append((start, start + len(studied)))
        self.end = max(self.end, start + len(studied))


def may_be_name(text: str) -> bool:
    """Whether a few capitalised words may name a school that no word gives away."""
    words = text.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or NOTE.search(text) or is_field(text):
        return False
    if ":" in text or degrees_in(text):
        return False
    return all(word[0].isupper() or len(word) <= 3 for word in words)


def _once(name: str) -> str:
    """A name without what is told of it again: "Hill College of Fern Hill College"."""
    words = name.split()
    again = name.find(f" {words[0]} {words[1]}", 1) if len(words) > 2 else -1
    if again < 0 and len(words) > 2 and words[-1] == words[0] and not find_school(words[0]):
        again = name.rfind(" ")
    return name[: doubled(name)] or (name[:again] if again > 0 else name)


def doubled(text: str) -> int:
    """Length of the words that a text begins with twice: "Finance Finance"."""
    spaces = [found.start() for found in re.finditer(r"\s", text)]
    for at in reversed(spaces):
        again = text[at + 1 :]
        if again.startswith(text[:at]) and not again[at : at + 1].isalnum():
            return at
    return 0
