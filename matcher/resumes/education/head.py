"""The degree or the course that a line of education names, and what links the field to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.resumes.dates import DateRange
from matcher.resumes.degrees import CONNECTOR, Degree, degrees_in
from matcher.resumes.education.course import Course, course_in
from matcher.resumes.education.cues import TRIM
from matcher.resumes.education.entry import Entry
from matcher.resumes.education.marks import OPENING, is_status
from matcher.resumes.education.schools import SECONDARY, find_school
from matcher.resumes.education.vocabulary import field_length, is_field

# LinkedIn repeats a degree as it is shortened, "Bachelor of Science - BS, Physics"; others put
# the short form in brackets.
_SHORT_FORM = re.compile(
    r"\s[-–]\s[A-Z][a-z]{0,3}[A-Z.][A-Za-z.]{0,4}(?=,\s)"
    r"|\s?\((?:[A-Z][A-Za-z.]{0,6}|(?:[A-Z]\.\s?){1,4}[A-Z]?)(?:\)|(?=\s:))"
    r"|\s?\((?:[A-Z]\.\s?){1,4}[A-Z]?(?=\s[A-Z][a-z])"
)
# The rest of the name of a degree before a colon: "Bachelor of Hotel Management : Tourism".
_REST = re.compile(
    r" (?:&|and) \w+(?=\s[:,]\s)"
    r"|(?: of| in)?(?: (?!majors?\b|GPA\b)[\w&'’/-]+){1,5}(?:(?=\s:\s)|(?<=degree)(?=\s?,))",
    re.IGNORECASE,
)
# ... and before "in" or a bracket: "Master of Technology (Data Science)", "... (Honours) in ...".
_NAMED = re.compile(
    r" of (?:[A-Z][\w-]+\s){1,3}(?:(?=in\s)|(?=\((?:Hons?\.?|Honou?rs)\)\s(?:in\s|[A-Z]))"
    r"|(?=\((?P<field>[A-Z][^()]{3,60})\)))"
)
_OF = re.compile(r" of (?=\w+$)")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_MAJOR = re.compile(
    r"(?:(?:double|dual|joint) )?(?:majors?|honou?rs|speciali[sz]ation|concentration|emphasis)\b"
    r"(?: in\b|:)?\s*",
    re.IGNORECASE,
)
_BEHIND_FIELD = re.compile(
    r"(?P<field>[A-Z][^,\t]{3,60}), (?P<degree>[BM](?:[AS]|Sc|Eng))(?=$|[,\t(|]|\s[(|])"
)
# A bracket behind a degree that holds the field: "MBA (Sales & Marketing)", "B.E. (ECE)".
_BRACKET = re.compile(r"\s?\((?P<field>[A-Za-z][^()]{3,60})\)")
_INITIALS = re.compile(r"\s?\((?P<field>(?!HONS)[A-Z]{2,5})\)(?=\s*(?:$|[,|\t–-]))")
_MAX_SHORT_DEGREE = 5  # letters of one that has a short form already
_SENTENCE_END = re.compile(r"[a-z]\.\s")
_UNMARKED = ("", ",", "from", "at")  # links behind which a school may stand
_MAX_LEAD_CHARS = 120  # before a degree: dates, a school and its town


@dataclass(frozen=True, slots=True)
class Head:
    """The degree of a line, or the course, or neither; at ``end`` the field or the school begins,
    ``is_marked`` says that a mark stands there behind which it is the field."""

    degree: Degree | None = None
    course: Course | None = None
    end: int = 0
    is_marked: bool = True

    @property
    def span(self) -> tuple[int, int] | None:
        """The offsets in the line, None where it has neither."""
        named = self.degree or self.course
        return (named.start, self.end) if named else None


def head_of(text: str, dated: Sequence[DateRange]) -> tuple[Head, Entry]:
    """The head of a line with its dates, and what it says of the entry."""
    opening = text[:OPENING]
    degree = next(standing(opening), None) or _degree_behind_field(opening)
    if degree is not None and not _is_told(opening, degree, dated):
        return _read_degree(text, degree)
    begin = dated[0].span[1] if dated and not dated[0].span[0] else 0
    course = course_in(opening, begin)
    if course is None:
        return Head(), Entry()
    entry = Entry(is_course=True, is_schooling=course.is_schooling)
    return Head(None, course, course.end, course.is_marked), entry


def standing(text: str) -> Iterator[Degree]:
    """The degrees that are those of an entry: none told in a sentence ("half of my MBA"), and no
    part of the name of a school ("Hill High School")."""
    for degree in degrees_in(text):
        words = _SENTENCE_END.split(text[: degree.start])[-1].split()
        name = text[degree.start : degree.end]
        if words and SECONDARY.fullmatch(name) and _ends_in_name(words[-1]):
            continue
        labelled = text[degree.end : degree.end + 3] in (" : ", " , ")
        if sum(word[0].islower() and len(word) > 3 for word in words[-6:]) > 1 and not labelled:
            continue
        yield degree


def _ends_in_name(word: str) -> bool:
    return word[0].isupper() and word.rstrip("'’")[-1:].isalpha() and not is_status(word)


def _degree_behind_field(text: str) -> Degree | None:
    """The degree of "Digital Marketing, MA", which would be a town and its state where nobody
    studied the former."""
    found = _BEHIND_FIELD.match(text)
    if found is None or not is_field(found["field"]):
        return None
    return Degree(*found.span("degree"), level=3 if found["degree"][0] == "B" else 4)


def _is_told(text: str, degree: Degree, dated: Sequence[DateRange]) -> bool:
    """Whether a sentence tells of a degree, or a text in which much else stands before it."""
    if degree.start > _MAX_LEAD_CHARS:
        return True
    lead = text[: degree.start].strip(TRIM)
    stopped = text.endswith(".") and degree.end < len(text)  # none of "M.S."
    return bool(lead) and stopped and not dated and not find_school(text)


def _read_degree(text: str, degree: Degree) -> tuple[Head, Entry]:
    """A degree with its level, and with the field where a bracket behind it has that."""
    end = _degree_end(text, degree)
    name = text[degree.start : end].strip(TRIM)
    if "." in name and text.startswith(".", text.index(name, degree.start) + len(name)):
        name += "."  # "M.Sc." keeps its last stop
    field, end = _bracket(text, end, name)
    end, is_marked = _link(text, end)
    return Head(degree, None, end, is_marked), Entry(name, field, level=degree.level)


def _degree_end(text: str, degree: Degree) -> int:
    """Where the name of a degree ends, of which only the begin was known."""
    end = degree.end
    rest = _REST.match(text, end)
    named = _NAMED.match(text, end)
    if named is not None and not (named["field"] and not field_length(named["field"])):
        end = named.end() - 1
    elif rest is not None and not find_school(rest[0]) and not degrees_in(rest[0]):
        end = rest.end()
    # "Bachelor of Business and Management": the subject is more than the degree's
    of = _OF.search(text, degree.start, end)
    return of.start() if of and _AND.match(text, end) else end


def _bracket(text: str, start: int, degree: str) -> tuple[str, int]:
    """The field in a bracket behind a degree, if any, and where the bracket ends, or the degree in
    short."""
    field = _BRACKET.match(text, start)
    if field is not None and field_length(field["field"]):
        return field["field"].strip(TRIM), field.end()
    initials = _INITIALS.match(text, start)
    if initials is not None and _may_be_field(initials["field"], degree):
        return initials["field"], initials.end()
    short = _SHORT_FORM.match(text, start)
    return "", short.end() if short else start


def _may_be_field(initials: str, degree: str) -> bool:
    """Whether letters in a bracket shorten what was studied, and not the degree before them."""
    letters = "".join(filter(str.isalpha, degree)).upper()
    if len(letters) > _MAX_SHORT_DEGREE or initials[0] == letters[0]:
        return False
    return not degrees_in(initials)


def _link(text: str, start: int) -> tuple[int, bool]:
    """Where the link ends that follows a degree, and whether it says that a field follows."""
    connector = CONNECTOR.match(text, start)
    mark = connector[0].rstrip().casefold() if connector else ""
    end = connector.end() if connector else start
    if major := _MAJOR.match(text, end):
        return major.end(), True
    return end, (mark if mark == " ," else mark.strip()) not in _UNMARKED
