"""What one line of education says: degree, field, school and year.

A line is cut at its degree, its dates, places and separators; what is left between them is the
field, the school, or something told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.degrees import CONNECTOR, Degree, degrees_in
from matcher.resumes.education.course import Course, course_in
from matcher.resumes.education.cues import NOTE, SENTENCE, TRIM, doubled, may_be_name
from matcher.resumes.education.entry import Entry, Part
from matcher.resumes.education.institution import name_start
from matcher.resumes.education.marks import Chunk, Mark, chunks_of, is_status, marks_in
from matcher.resumes.education.schools import SECONDARY, find_school
from matcher.resumes.education.study import read_chunks
from matcher.resumes.education.vocabulary import field_length, is_field, opens_field
from matcher.resumes.places import ANONYMOUS_PLACE, is_town, looks_like_place

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
# What stands at the end of an entry before another one in the same line.
_CLOSING = re.compile(r"(?:(?:19|20)\d\d|\d\.\d{1,2}|\b(?:USA?|Present|Current))$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT_YEAR = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?P<year>\d\d)(?![\d/])")  # "05/12"
_TOLD = re.compile(
    r"\b(?:I|my|we)\s|\b(?:award|certif|licens|dean['’]?s|list|scholar)[^,]*$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[a-z]\.\s")
_CERTIFICATE = re.compile(r"certificate\s(?!(?:in|of|for)\b)(?=[^*]{3,60}$)", re.IGNORECASE)
_UNMARKED = ("", ",", "from", "at")  # links behind which a school may stand
_CAMP = re.compile(r"(?P<field>.{3,50}?) boot ?camp", re.IGNORECASE)
_DATES_BEFORE_NAME = re.compile(
    r"\b(?:19|20)\d\d[\d/.-]{0,6}\s?[-–—]\s?(?:\w{3,9}\.? )?(?:19|20)\d\d(?:-\d\d){0,2}\)?,?"
    r"[ \t]+(?=[A-Z])"
)
_MAX_SCHOOL_CHARS = 60  # of the name of a school up to its kind
_NEAR = 150  # characters behind a degree in which its school stands
_MAX_LEAD_CHARS = 120  # before a degree: dates, a school and its town
_OPENING = 400  # characters of a line in which an entry stands; behind it are courses
_MAX_ENTRY_CHARS = 1200  # in which several entries are looked for
_LONG = 300  # characters of a line that tells more than an entry
_MAX_FIELD_WORDS = 5  # of one that no word gives away
_MAX_LISTED_WORDS = 9  # of an item that names a school and nothing that was done there


def parts_of(text: str, below: str = "", *, today: date) -> list[Part]:
    """What a line says of one entry or of several; ``below`` is the line after it."""
    if SENTENCE.match(text) or (text.startswith("•") and not _is_listed(text)):
        return [Part()]
    starts = [0, *(list(_later_entries(text)) or _later_schools(text))]
    parts: list[Part] = []
    for first, last in zip(starts, [*starts[1:], len(text)], strict=True):
        part = _part_of(text[first:last], below if last == len(text) else "", today)
        if part.is_entry and last == len(text) > _LONG and part.end < last - first:
            part.kept.append((part.end, last - first))  # courses
        part.kept = [(first + start, first + end) for start, end in part.kept]
        if parts and text[:first].endswith((" and ", " & ")):  # dated and given together
            beside = parts[-1].entry
            beside.year = part.entry.year if beside.year is None else beside.year
            beside.institution = beside.institution or part.entry.institution
        if parts and parts[-1].entry.is_told_again_by(part.entry):
            parts[-1].entry.fill_from(part.entry)
            parts[-1].kept += part.kept
        else:
            parts.append(part)
    return parts


def _is_listed(text: str) -> bool:
    """Whether a degree or a school opens an item of a list."""
    if degrees_in(text[:60]):
        return True
    return find_school(text) is not None and len(text.split()) <= _MAX_LISTED_WORDS


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


def _later_entries(text: str) -> Iterator[int]:
    """Where other entries begin in a line that has named a degree and its school or year."""
    begin = 0
    held: Degree | None = None
    degrees = [
        each for each in _standing(text[:_MAX_ENTRY_CHARS]) if not text[: each.start].endswith("(")
    ]
    for degree, following in zip_longest(degrees, degrees[1:]):
        after = text[degree.end : following.start if following else degree.end + _NEAR]
        if held is None:
            before = text[: degree.start].rstrip()
            if before and course_in(text) and _is_closed(before, after) and find_school(before):
                yield degree.start
                begin = degree.start
            held = degree
            continue
        between = text[held.end : degree.start].rstrip()
        if _is_beside(between, after):
            yield degree.start
            held = degree
            continue
        kind = find_school(between)
        leads = kind is not None and find_school(text, begin, held.start) is not None
        told = (
            leads
            or bool(doubled(between.strip(TRIM)))
            or (_is_told_of(between) and _is_told_of(after))
        )
        if not (told and _is_closed(between, after)):
            continue
        start = degree.start
        if kind is not None and leads:
            start = held.end + name_start(between, kind, after_degree=True)
        yield start
        begin, held = start, degree


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
        before[-1:] in (".", ")", ";")
        or before.endswith("),")
        or _CLOSING.search(before) is not None
        or re.match(r"\s?(?:\([A-Z.]{2,7}\)\s?)?[:,]\s", after) is not None
        or any(place.end() == len(before) for place in ANONYMOUS_PLACE.finditer(before))
    )


def _is_told_of(text: str) -> bool:
    """Whether a text names the school or the year of a degree."""
    return _YEAR.search(text) is not None or find_school(text) is not None


def _standing(text: str) -> Iterator[Degree]:
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


def _degree_behind_field(text: str) -> Degree | None:
    """The degree of "Digital Marketing, MA", which would be a town and its state where nobody
    studied the former."""
    found = _BEHIND_FIELD.match(text)
    if found is None or not is_field(found["field"]):
        return None
    return Degree(*found.span("degree"), level=3 if found["degree"][0] == "B" else 4)


def _ends_in_name(word: str) -> bool:
    return word[0].isupper() and word.rstrip("'’")[-1:].isalpha() and not is_status(word)


def _part_of(text: str, below: str, today: date) -> Part:
    """What a text with at most one degree says."""
    part = Part()
    opening = text[:_OPENING]
    ranges = find_ranges(opening, today=date(today.year + 8, 12, 31))
    dated = [item for item in ranges if item.start or item.end]
    degree = next(_standing(opening), None) or _degree_behind_field(opening)
    if degree is not None and _is_told(opening, degree, dated):
        degree = None
    course: Course | None = None
    head: tuple[int, int] | None = None  # the degree and what links the field to it
    marked = True  # whether a mark stands between degree and field
    if degree is not None:
        head_end, marked = _name(text, degree, part.entry)
        head = (degree.start, head_end)
    elif course := course_in(opening, dated[0].span[1] if dated and not dated[0].span[0] else 0):
        head = course.span
        part.entry.is_course, marked = True, course.is_marked
        part.entry.is_schooling = course.is_schooling
    marks = marks_in(opening, dated, head)
    chunks = chunks_of(opening, marks)
    read_chunks(part, chunks, text, below, marked=marked)
    if course and not part.entry.institution and any(mark.kind == "place" for mark in marks):
        part.entry.is_schooling = False  # which has an organiser
    if degree is not None and not part.entry.field:
        _read_field_before(part, chunks, text[degree.end :])
    if head is None and part.entry.institution and not part.entry.field:
        _read_course_behind(part, chunks, text)
    if head is None and [chunk.after[0] for chunk in chunks] == ["date"] and find_school(below):
        part.take_subject(chunks[0].start, chunks[0].text)
    if course and course.field and not part.entry.field:
        part.take_field(course.field_start, course.field)
    if degree is not None and head is not None:
        _keep_degree(part, degree.span, head)
    part.entry.year = _year(opening, dated, marks, part.end)
    if dated and dated[-1].span == (dated[-1].span[0], len(text)) and dated[-1].end:
        part.late = dated[-1].end.year if part.entry.degree or part.entry.institution else None
    n_words = sum(len(chunk.text.split()) for chunk in chunks)
    short = _SHORT_YEAR.fullmatch(opening) is not None
    part.is_date = bool(dated or marks or short) and head is None and n_words == 0
    # "2005-09 — 2008-05 | Calculus, Statics": courses behind the dates of the entry above.
    leads = bool(dated) and dated[0].ranged and not dated[0].span[0]
    only_date = bool(dated) and ((n_words <= 6 and not NOTE.search(text)) or leads)
    part.is_entry = degree is not None or bool(part.entry.institution)
    only_date |= part.is_date
    part.is_entry |= course.is_titled or bool(dated) if course else only_date
    part.is_entry |= course is None and _is_place(text, chunks)
    return part if part.is_entry or course else Part()


def _read_field_before(part: Part, chunks: Sequence[Chunk], behind: str) -> None:
    """Take the few words that a comma parts from the degree behind them: "Marine Ecology, BSc"."""
    if not chunks or chunks[0].after[:1] != ("degree",):
        return
    text = chunks[0].text
    if part.entry.institution:  # "Marine Ecology, BSc, Hill College"
        if behind[:1] != "," or part.entry.institution in text or text.endswith(("at", "in")):
            return
    elif len(chunks) != 1 or behind.strip(TRIM)[:1].isalpha():
        return
    if 1 < len(text.split()) <= _MAX_FIELD_WORDS and may_be_name(text) and not is_town(text):
        part.take_field(chunks[0].start, text)


def _read_course_behind(part: Part, chunks: Sequence[Chunk], text: str) -> None:
    """Take the course or certificate that stands behind its school."""
    behind = [(max(chunk.start, part.end), chunk.end) for chunk in chunks if chunk.end > part.end]
    for first, last in behind:
        told = text[first:last].lstrip(TRIM)
        begin = last - len(told)
        inside = first not in [chunk.start for chunk in chunks]  # behind the name of the school
        if not told or (inside and not opens_field(told.split()[0])):
            continue
        if (camp := _CAMP.fullmatch(told)) and is_field(camp["field"]):
            part.entry.is_course = True
            part.take_field(begin, camp["field"])
            return
        if label := _CERTIFICATE.match(told):
            part.entry.is_course = True
            part.take_field(begin + label.end(), told[label.end() :])
            return
        course = course_in(told)
        if course is not None and course.is_schooling:
            start, studied = course.field_start, course.field
            if not studied and course.is_marked:
                start, studied = course.end, told[course.end :]
            part.entry.is_course = True
            part.take_field(begin + start, studied)
            return


def _is_told(text: str, degree: Degree, dated: list[DateRange]) -> bool:
    """Whether a sentence tells of a degree, or a text in which much else stands before it."""
    if degree.start > _MAX_LEAD_CHARS:
        return True
    lead = text[: degree.start].strip(TRIM)
    return bool(lead) and text.endswith(".") and not dated and not find_school(text)


def _is_place(text: str, chunks: list[Chunk]) -> bool:
    """Whether a line names a place, or an anonymised one and a field."""
    if looks_like_place(text):
        return True
    return bool(ANONYMOUS_PLACE.match(text)) and all(is_field(chunk.text) for chunk in chunks)


def _name(text: str, degree: Degree, entry: Entry) -> tuple[int, bool]:
    """Fill degree and level; where the field begins behind it, and whether a mark says so."""
    end = degree.end
    rest = _REST.match(text, end)
    named = _NAMED.match(text, end)
    if named is not None and not (named["field"] and not field_length(named["field"])):
        end = named.end() - 1
    elif rest is not None and not find_school(rest[0]) and not degrees_in(rest[0]):
        end = rest.end()
    # "Bachelor of Business and Management": the subject is more than the degree's
    if (of := _OF.search(text, degree.start, end)) and _AND.match(text, end):
        end = of.start()
    entry.degree, entry.level = text[degree.start : end].strip(TRIM), degree.level
    if (bracket := _BRACKET.match(text, end)) and field_length(bracket["field"]):
        entry.field = bracket["field"].strip(TRIM)
        end = bracket.end()
    elif (initials := _INITIALS.match(text, end)) and _may_be_field(initials["field"], entry):
        entry.field, end = initials["field"], initials.end()
    elif short := _SHORT_FORM.match(text, end):
        end = short.end()
    connector = CONNECTOR.match(text, end)
    mark = connector[0].rstrip().casefold() if connector else ""
    marked = (mark if mark == " ," else mark.strip()) not in _UNMARKED
    end = connector.end() if connector else end
    if major := _MAJOR.match(text, end):
        end, marked = major.end(), True
    return end, marked


def _may_be_field(initials: str, entry: Entry) -> bool:
    """Whether letters in a bracket shorten what was studied, and not the degree before them."""
    letters = "".join(filter(str.isalpha, entry.degree)).upper()
    return (
        len(letters) <= _MAX_SHORT_DEGREE and initials[0] != letters[0] and not degrees_in(initials)
    )


def _keep_degree(part: Part, degree: tuple[int, int], head: tuple[int, int]) -> None:
    """Put degree and field together where nothing stands between them."""
    near = [span for span in part.kept if head[1] <= span[0] <= head[1] + 1]
    part.kept = [span for span in part.kept if span not in near]
    part.kept.insert(0, (degree[0], max([degree[1], *(last for _, last in near)])))
    part.end = max(part.end, head[1])


def _year(text: str, dated: Sequence[DateRange], marks: Sequence[Mark], end: int) -> int | None:
    """The last year of the dates of the entry, which ends at an offset; else the first in the
    line, unless it is that of something told beside."""
    for mark in marks:
        if mark.kind != "degree" and end <= mark.start <= end + 3:
            end = mark.end
    near = [item for item in dated if item.span[0] <= end]
    if dated and not near and not _TOLD.search(text[end : dated[0].span[0]]):
        near = [dated[0]]
    if not near:
        short = _SHORT_YEAR.search(text)
        return _century(int(short["year"])) if short else None
    if near[-1].current:
        return None
    return max(month.year for item in near for month in (item.start, item.end) if month)


def _century(year: int) -> int:
    return year + (2000 if year < 50 else 1900)
