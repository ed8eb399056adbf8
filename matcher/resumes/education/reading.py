"""Degrees: what was studied, where, until when, and at which level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matcher.records import Education
from matcher.resumes.degrees import degrees_in
from matcher.resumes.education.entry import DIPLOMA, NOTE, SENTENCE, TRIM, Entry, Part, may_be_name
from matcher.resumes.education.institution import is_part_of_university, is_university
from matcher.resumes.education.line import parts_of
from matcher.resumes.education.schools import field_length, is_field, is_field_word, opens_field
from matcher.resumes.jobs.header_lines import ANONYMOUS
from matcher.resumes.places import ANONYMOUS_PLACE, looks_like_place
from matcher.resumes.text_lines import TextLine

_HONOURS = re.compile(r"\bcum laude\b|\bhonou?rs\b", re.IGNORECASE)
_FACULTY = re.compile(r"(?:faculty|fakultät|facultad|department) ", re.IGNORECASE)
_SCHOOL_OF = re.compile(r"(?:school|college) of ", re.IGNORECASE)
_STATE = re.compile(r",\s(?=[A-Z]{2}\b)")  # behind a school and its town
_LINKS = frozenset("and of in the & - /".split())
# Behind these words, and before those, a name goes on.
_HANGING = re.compile(
    r"\b(?:of|and|in|for|the|de|di)$|&$"
    r"|\b(?:of|University) (?:West|North|South|East|New|Saint|St\.?|San|Upper|Lower)(?:ern)?$"
)
# The kind of a school without its name, and words of fields that seldom close one.
_KIND_ONLY = re.compile(
    r"(?:State|Community|Technical|City|National|International|High|Business|Medical|Law|Graduate) "
    r"(?:University|College|Institute|School|Academy),?"
)
_HALF_FIELDS = frozenset("computer business information data software resource".split())
_MAX_WRAPPED_NAME = 3  # words that a narrow column parts from the others of their name
_GOES_ON = re.compile(r"(?:of|and|for|in) [A-Za-z]|& ")
_MAX_NAME_CHARS = 40  # of a degree that opens a line
_MAX_COMPARED = 50  # entries with which each is compared; nobody has more
_MAX_WRAPPED_WORDS = 14  # of a line that is no prose
_LABEL = re.compile(
    r"(?:majors?|concentration|speciali[sz]ation|field of study)\s?(?::|in\b)\s*", re.IGNORECASE
)
_LONE_YEAR = re.compile(r"(?:[^\W\d]{3,9}\.? )?(?P<year>(?:19|20)\d\d)")
_CAPTION = re.compile(
    r"(?:(?:s\.? ?)?no|degrees?|qualifications?|courses?|exam(?:ination)?s?|class|standard"
    r"|subjects?|majors?|field(?: of study)?|stream|speciali[sz]ation|discipline"
    r"|institut(?:ion|e)s?|(?:name of )?(?:the )?(?:school|college|institution|university)"
    r"|(?:university ?/ ?)?board(?: ?/ ?university)?|from|to|location|place"
    r"|years?(?: of (?:passing|completion|graduation))?|passing year|period|dates?"
    r"|grades?|marks|percentage(?: of marks)?|%|c?gpa|division|result)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"page \d{1,2} of \d{1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DegreeLine:
    """A line of education: ``kept`` are the document offsets of what may be matched in it, degree
    and field; none where it names only a school, a place or a date."""

    number: int
    kept: tuple[tuple[int, int], ...]


def read_education(
    lines: Sequence[TextLine], *, today: date
) -> tuple[list[Education], list[DegreeLine]]:
    """Entries in text order, and which lines name a degree, a school, a place or a date only."""
    numbers, lines = _unwrapped(lines)
    texts = [line.text for line in lines]
    named = [parts_of(text, *texts[at + 1 : at + 2], today=today) for at, text in enumerate(texts)]
    lead = _lead_of(lines, named)
    entries: list[Entry] = []
    marked: list[DegreeLine] = []
    reached = -1  # the last line that says something of an entry
    for number, (line, parts) in enumerate(zip(lines, named, strict=True)):
        last = entries[-1] if entries else None
        first = parts[0]
        if _is_captions(line.text):
            continue
        follows = last is not None and number == reached + 1
        if last and follows and _tells_course(first, last) and not _is_school(named, number + 1):
            last.fill_from(Entry(field=first.entry.field, year=first.entry.year))
            reached = number
            continue
        if not first.is_entry and not (first.entry.is_course and _is_school(named, number + 1)):
            unsaid = last and last.degree and last.institution and _may_tell_field(line.text)
            if last and follows and not last.field and (unsaid or _tells_field(line.text)):
                last.field = _LABEL.sub("", line.text, count=1).partition(";")[0].strip(TRIM)
                continue
            if not _is_bare_school(lines, named, number, last):
                continue
            first.take_school(0, _STATE.split(line.text)[0])
        elif _is_part_of_school(first, line.text, last) or (
            first.weak and not _lacks_school(named, number, last)
        ):
            continue
        kept = tuple(
            (line.start + start, line.start + end) for part in parts for start, end in part.kept
        )
        if _is_certificate(parts):
            pass  # which is more than its subject
        elif kept or first.entry.institution or first.is_date or looks_like_place(line.text):
            # else a course with its date, maybe a skill
            marked += [DegreeLine(at, _within(kept, *span)) for at, span in numbers[number]]
        again = last is not None and number == reached + 1
        if last is not None and again and _names_same_school(named, number, last):
            last.year = last.year if last.year is not None else first.entry.year
            last.field = last.field or first.entry.field
            reached = number
            continue
        for part in parts:
            if last is None or not _repeats(last, part.entry):
                _add(entries, part, lead)
        reached = number
    known = [entry for entry in entries if entry.is_education]
    records = [entry.record() for entry in known if not _is_told_better(entry, known)]
    return list(dict.fromkeys(records)), marked  # some tell everything twice


Numbers = list[list[tuple[int, tuple[int, int]]]]


def _unwrapped(lines: Sequence[TextLine]) -> tuple[Numbers, list[TextLine]]:
    """The lines with those joined that were wrapped in a name ("University of", "Fern"), and for
    each the numbers and offsets of the lines that it was made of."""
    numbers: Numbers = []
    whole: list[TextLine] = []
    for number, line in enumerate(lines):
        above = whole[-1] if whole else None
        if above is not None and _is_wrapped(above, line):
            gap = " " * (line.start - above.end)
            whole[-1] = TextLine(above.text + gap + line.text, above.start, line.end)
            numbers[-1].append((number, (line.start, line.end)))
        else:
            whole.append(line)
            numbers.append([(number, (line.start, line.end))])
    return numbers, whole


def _is_wrapped(above: TextLine, line: TextLine) -> bool:
    """Whether a line goes on with a name that the line above it begins."""
    if len(above.text) != above.end - above.start or not 0 < line.start - above.end <= 2:
        return False
    if (first := _LONE_YEAR.fullmatch(above.text)) and (last := _LONE_YEAR.fullmatch(line.text)):
        return first["year"] <= last["year"]  # dates in a narrow margin
    if line.text[0] in "•-–" or len(above.text.split()) > _MAX_WRAPPED_WORDS:
        return False
    if SENTENCE.match(above.text) or degrees_in(line.text[:_MAX_NAME_CHARS]):
        return False
    if _HANGING.search(above.text) is not None or _GOES_ON.match(line.text) is not None:
        return True
    return _parts_name(above.text.split(), line.text.split())


def _parts_name(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a name of a few words is parted between two lines of a narrow column: "Applied" over
    "Linguistics", "Fern" over "State University"."""
    if len(below) > _MAX_WRAPPED_NAME or not below[0][0].isupper():
        return False
    last = above[-1]
    if is_field(" ".join(below)):
        half = last.casefold() in _HALF_FIELDS or not is_field_word(last)
        return len(above) > 1 and half and opens_field(last)
    name = len(below) > 1 and _KIND_ONLY.fullmatch(" ".join(below)) is not None
    return name and last[0].isupper() and last.isalpha() and not is_field_word(last)


def _is_certificate(parts: Sequence[Part]) -> bool:
    """Whether a line names only what no school gave: "Certified Forester (2021)"."""
    entries = [part.entry for part in parts]
    return all(one.is_course and not (one.is_schooling or one.institution) for one in entries)


def _is_captions(text: str) -> bool:
    """Whether a line has the captions of a table: "Degree", "Institution", "Year"."""
    cells = text.split("\t")
    return len(cells) > 2 and all(_CAPTION.fullmatch(cell.strip(" :.")) for cell in cells)


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The parts of spans that lie between two offsets."""
    cut = ((max(first, start), min(last, end)) for first, last in spans)
    return tuple((first, last) for first, last in cut if first < last)


def _tells_course(part: Part, last: Entry) -> bool:
    """Whether a line says which course somebody took at the school above it."""
    entry = part.entry
    if not (entry.is_course and entry.field) or entry.institution or not last.institution:
        return False
    return not (last.degree or last.field) and None in (entry.year, last.year)


def _tells_field(text: str) -> bool:
    """Whether a line says what was studied, with a label or without."""
    return _LABEL.match(text) is not None or (text[0].isupper() and is_field(text))


def _may_tell_field(text: str) -> bool:
    """Whether a line below a school may say what was studied there: a few words of which only the
    last is known, "Marine Ecology"."""
    words = text.split()
    short = len(words) <= _MAX_WRAPPED_NAME and text[0].isupper() and text.istitle()
    return short and is_field_word(words[-1]) and not looks_like_place(text)


def _lead_of(lines: Sequence[TextLine], named: list[list[Part]]) -> str:
    """What the first of several lines of an entry is: "date", "degree" or "school"; else ""."""
    if _dates_lead(named):
        return "date"
    heads = [
        part
        for line, (part, *_) in zip(lines, named, strict=True)
        if not (part.is_date or looks_like_place(line.text))
        and (part.is_entry or not (_tells_field(line.text) or NOTE.match(line.text)))
    ]
    for part, below in pairwise(heads):
        kinds = [_kind(part), _kind(below)]
        if kinds[0] and kinds[1]:
            return kinds[0] if kinds[0] != kinds[1] else ""
    return ""


def _kind(part: Part) -> str:
    """Whether a line names a degree only, or a school only."""
    if part.entry.degree and not part.entry.institution:
        return "degree"
    return "school" if part.entry.institution and not part.entry.degree else ""


def _dates_lead(named: list[list[Part]]) -> bool:
    """Whether dates stand in lines of their own over the entries that they belong to: over the
    first line, or over a school at the end, below an entry that has its school."""
    dates = [at for at, (part, *_) in enumerate(named) if part.is_date]
    if not dates or dates[0] + 1 == len(named):
        return False
    if not any(part.is_entry for part, *_ in named[: dates[0]]):
        below = named[dates[0] + 1][0]
        return below.entry.year in (None, below.late)
    if dates[-1] + 1 == len(named):
        return False
    above, below = named[dates[-1] - 1][0], named[dates[-1] + 1][0]
    school = below.entry.institution
    follows = school and below.entry.year is None and not is_part_of_university(school)
    return bool(follows) and (bool(above.entry.institution) or not above.is_entry)


def _is_part_of_school(part: Part, text: str, last: Entry | None) -> bool:
    """Whether a line names the faculty below the name of a school."""
    if last is None or not last.institution or part.entry.degree:
        return False
    if _FACULTY.match(text) is not None:
        return True
    # "Hill School of Communication" below "Hill University"
    name, first = part.entry.institution, last.institution.split()[0]
    same = name.startswith(f"{first} ") and _SCHOOL_OF.search(name) is not None
    return same and part.entry.year is None and name != last.institution


def _names_same_school(named: list[list[Part]], number: int, last: Entry) -> bool:
    """Whether a line names the school of the entry before it again, and no degree; a degree on the
    line after it that lacks a school is another entry."""
    entry = named[number][0].entry
    if entry.degree or not (entry.institution and last.institution) or len(named[number]) > 1:
        return False
    if entry.year is not None and last.year not in (None, entry.year):
        return False
    if not (last.degree or last.field) and entry.year is None:
        return False  # two studies at one place, dated in lines of their own
    if entry.field and last.field and entry.field != last.field:
        return False
    one, other = last.institution.casefold(), entry.institution.casefold()
    below = named[number + 1][0].entry if number + 1 < len(named) else Entry()
    return one in other and not (below.degree and not below.institution)


def _is_school(named: list[list[Part]], number: int) -> bool:
    """Whether a line names a school and no degree."""
    entry = named[number][0].entry if number < len(named) else Entry()
    return bool(entry.institution) and not entry.degree


def _lacks_school(named: list[list[Part]], number: int, last: Entry | None) -> bool:
    """Whether the entry before a line, or the degree on the line after it, has no school."""
    if last is not None and (last.degree or last.is_course) and not last.institution:
        return True
    below = named[number + 1][0].entry if number + 1 < len(named) else Entry()
    return bool(below.degree) and not below.institution


def _is_bare_school(
    lines: Sequence[TextLine], named: list[list[Part]], number: int, last: Entry | None
) -> bool:
    """A short capitalised line beside a degree that has no school yet ("MIT")."""
    text = lines[number].text
    if text.startswith("•") or text.count(",") > 2 or text.endswith(".") or _PAGE.fullmatch(text):
        return False
    if ANONYMOUS_PLACE.search(text) or ANONYMOUS.search(text):
        return False
    if not may_be_name(text) or field_length(text) or _HONOURS.search(text):
        return False
    above = number > 0 and bool(named[number - 1][0].entry.degree)
    if above:
        return last is not None and not last.institution
    return not (last and last.degree and not last.institution) and _lacks_school(
        named, number, None
    )


def _add(entries: list[Entry], part: Part, lead: str) -> None:
    """Join a line to the entry before it, unless that already has what the line names."""
    last = entries[-1] if entries else None
    entry = part.entry
    if last and _is_of_school_above(last, entry, lead) and _is_full(last, entry, lead):
        entry.institution = last.institution
    if (
        last is None
        or (entry.is_course and not last.is_date)
        or (lead == "date" and part.is_date)
        or _is_full(last, entry, lead)
    ):
        entries.append(entry)
        return
    if entry.degree and last.degree:  # which is named in full below
        last.degree = ""
    last.level = entry.level if entry.degree else last.level
    late = part.late if lead == "date" and last.year not in (None, part.late) else None
    last.fill_from(entry)
    if late is not None:
        entries.append(Entry(year=late))


def _is_of_school_above(last: Entry, entry: Entry, lead: str) -> bool:
    """Whether a degree is another one of the school that stands over the degrees of both."""
    return lead == "school" and bool(last.degree and entry.degree) and not entry.institution


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
    return bool(this and that) and not (this.startswith(that) or that.startswith(this))


def _repeats(last: Entry, entry: Entry) -> bool:
    """Whether a line tells again what was studied: "Masters in Biology" below an MSc in Biology."""
    if entry.institution and last.institution and last.is_told_again_by(entry):
        return True
    if not entry.degree or entry.level != last.level or entry.institution or entry.year:
        return False
    fields = set(entry.field.casefold().split()), set(last.field.casefold().split())
    return bool(fields[0] & fields[1] - _LINKS)


def _is_full(last: Entry, entry: Entry, lead: str) -> bool:
    if entry.degree and (last.is_course or (lead == "degree" and last.institution)):
        return True
    if lead == "school" and entry.institution and (last.is_course or last.degree):
        return True
    if entry.degree and last.degree:
        if DIPLOMA.fullmatch(last.degree) and not last.field:
            return bool(entry.institution) or entry.year is not None
        if entry.level == 1 and last.institution:
            return True
        if last.institution and _differ(last, entry):
            return True
        # "BA" over "Bachelor of Arts", "MBA, Hill College" over "Masters: Ethics"
        if entry.level != last.level or last.field:
            return True
        return bool(entry.institution or entry.year) and any((last.institution, last.year))
    if entry.institution and last.institution:
        # "Hill University" over "BSc, Roe College of Physics"
        is_part = is_part_of_university(entry.institution)
        above = is_university(last.institution) if entry.degree else last.is_bare_school
        return bool(last.degree) or not (is_part and above)
    if entry.year is None or last.year is None:
        return False
    if lead == "date" and not (last.degree or last.institution):
        return False  # what else is dated in a line is told beside
    return any((last.degree, last.institution, entry.degree, entry.institution))
