"""What one line of education says: degree, field, school and year.

A line is cut at its degree, its dates, places and separators; what is left between them is the
field, the school, or something told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from matcher.records import Education
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.degrees import Degree, degrees_in
from matcher.resumes.places import (
    ANONYMOUS_PLACE,
    COUNTRY_AT_END,
    PLACE_AT_END,
    is_town,
    looks_like_place,
)
from matcher.resumes.schools import (
    SECONDARY,
    field_end,
    field_length,
    find_school,
    is_field,
    opens_field,
    repeated_field,
    school_end,
    school_start,
)

TRIM = " \t,;:|-–—―•·()[]\u00ad*_/."
# Between the parts of a line; the mojibake of a dash among them.
_SEPARATOR = re.compile(r"\t|\s[–—|•·-]\s|\s?(?:ï¼\S?|â€[“”\x93\x94]?)\s?|\s?\|\s?|;")
# Between what was studied and a school that follows.
_LINK = re.compile(r"(?<=[\w)])\s(?:at|from|an der|an|à)\s(?=[A-Z])")
# Beside dates: whether they were or will be reached.
_STATUS = re.compile(
    r"(?<![\w-])(?:(?:expected|anticipated)(?: graduation(?: date)?| completion)?(?: in)?"
    r"|graduat(?:ed|ion)(?: date)?(?: in)?|class of|completed in|present|currently|current"
    r"|in progress|to date|select one|(?:degree|field of study)(?=:)|(?:magna |summa )?cum laude)"
    r"(?!\w)\s?:?",
    re.IGNORECASE,
)
# What is told beside a field.
_STOP = re.compile(
    r"[(\[]|\bG\.?P\.?A|\s(?:with|at)\s|(?<!\bSt)\.\s(?=[A-Z])|[,/]?\s?\bMinor(?:ed)?\b|\bEQF\b"
    r"|\bCum Laude|\bMagna|\bSumma|\bhonou?rs\b|\b(?:Relevant )?Coursework|\bDean['’]?s"
    r"|\bNational Honor|\bThesis|\b\d{2,3}\s?%|\d\.\d\d?\b",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(
    r"\s?(?:(?:joint |dual )?(?:degree|diploma)(?: program(?:me)?)?\b)?\s?(?:analogue\)|\))?\s?"
    r"(?P<mark>,|:|\bin\b|\bof\b|\ben\b|\bim\b|\bfür\b|\bw\b|-|–)?\s?",
    re.IGNORECASE,
)
# LinkedIn repeats a degree as it is shortened, "Bachelor of Science - BS, Physics"; others put
# the short form in brackets.
_SHORT_FORM = re.compile(
    r"\s[-–]\s[A-Z][A-Za-z.]{1,7}(?=,\s)"
    r"|\s?\((?:[A-Z][A-Za-z.]{0,6}|(?:[A-Z]\.\s?){1,4}[A-Z]?)(?:\)|(?=\s:))"
)
# The rest of the name of a degree before a colon: "Bachelor of Hotel Management : Tourism".
_REST = re.compile(
    r" (?:&|and) \w+(?=\s[:,]\s)"
    r"|(?: of| in)?(?: (?!majors?\b|GPA\b)[\w&'’/-]+){1,5}(?:(?=\s:\s)|(?<=degree)(?=\s?,))",
    re.IGNORECASE,
)
_MAJOR = re.compile(
    r"(?:majors?|specialization|concentration|emphasis)\b(?: in\b|:)?\s*", re.IGNORECASE
)
# A bracket behind a degree that holds the field: "MBA (Sales & Marketing)".
_BRACKET = re.compile(r"\s?\((?P<field>[A-Za-z][^()]{3,60})\)")
# Courses and certificates of a school, and studies without a degree.
_COURSE = re.compile(
    r"(?P<named>(?:[A-Z][\w-]+ ){0,4}Certifi?cat\w*(?: (?:in|of) [\w &]{3,40}?)?)\s?:\s"
    r"|(?:some college \(no degree\)|no degree|select one|training|course\w*"
    r"|continuing education|N/A)\s?[:,]\s",
    re.IGNORECASE,
)
# Words of a line that tells what was reached beside a degree, and of one that tells of a course.
_HONOURS = (
    r"recipient|scholarships?|members?|president|captain|society|dean['’]?s|lists?|honou?rs|clubs?"
    r"|team|fraternity|sorority|awards?|awarded|advis[oe]r|reader|thesis|dissertation|editor"
    r"|magazine|leagues?|coursework|founder|secretary|treasurer"
)
_HONOUR = re.compile(rf"\b(?:{_HONOURS})\b", re.IGNORECASE)
_NOTE = re.compile(
    rf"\b(?:{_HONOURS}|certified|certification|licensed?|seminars?|workshops?|volunteer"
    r"|training|pursuing|participated|participant|credits|hours|gpa|degree|currently|permanent"
    r"|address)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:I|I['’]m|My|We|Graduated (?:with|from high))\s")
DIPLOMA = re.compile(r"diploma", re.IGNORECASE)
# Names of degrees that hold what was studied: "Bachelor of Commerce".
_SUBJECT = re.compile(
    r" of (?!science|arts\b|applied|philosophy|occupational|professional)(?P<field>.+)",
    re.IGNORECASE,
)
# The kind of a school whose name was left out.
_BARE_KIND = re.compile(r"(?:high )?school|college|university|institute|academy", re.IGNORECASE)
_MAX_FIELD_CHARS = 120
_MAX_LEAD_WORDS = 14  # of a line that names a school, and else no place, date or degree
_MAX_LEAD_CHARS = 120  # before a degree: dates, a school and its town
_OPENING = 400  # characters of a line in which an entry stands; behind it are courses
_MAX_ENTRY_CHARS = 1200  # in which several entries, or a field told twice, are looked for
_LONG = 300  # characters of a line that tells more than an entry
_MAX_LISTED_WORDS = 9  # of an item that names a school and nothing that was done there
_MAX_NAME_WORDS = 6  # of a school that only its place tells


@dataclass(slots=True)
class Entry:
    """An entry of education while its lines are joined."""

    degree: str = ""
    field: str = ""
    institution: str = ""
    year: int | None = None
    level: int = 0

    def record(self) -> Education:
        """The entry with the level and the field that its other parts tell."""
        level, studied = self.level, self.field
        # A diploma of a high school is none of a college.
        if SECONDARY.search(self.institution) and DIPLOMA.fullmatch(self.degree or "diploma"):
            level = 1
        if not studied and (subject := _SUBJECT.search(self.degree)):
            studied = subject["field"].removesuffix(" Degree").strip()
        return Education(self.degree, studied, self.institution, self.year, level)


@dataclass(slots=True)
class Part:
    """What a line, or a part of one, says of an entry."""

    entry: Entry = field(default_factory=Entry)
    kept: list[tuple[int, int]] = field(default_factory=list)  # offsets in the text
    is_entry: bool = False
    is_date: bool = False  # whether nothing but a date stands there
    opens: bool = False  # whether it is a course or a certificate, which belongs to no degree
    late: int | None = None  # a year behind an entry, which may be the next one's
    weak: bool = False  # whether only its place tells that something is a school
    end: int = 0  # where the entry ends in the text


@dataclass(slots=True)
class _Chunk:
    """A stretch between marks; ``before`` and ``after`` are the kinds of these."""

    text: str
    start: int
    before: tuple[str, ...]
    after: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Offset after the stretch."""
        return self.start + len(self.text)


def parts_of(text: str, below: str = "", *, today: date) -> list[Part]:
    """What a line says of one entry or of several; ``below`` is the line after it."""
    if _SENTENCE.match(text) or (text.startswith("•") and not _is_listed(text)):
        return [Part()]
    starts = [0, *_later_entries(text)]
    parts = []
    for first, last in zip(starts, [*starts[1:], len(text)], strict=True):
        part = _part_of(text[first:last], below if last == len(text) else "", today)
        if part.is_entry and last == len(text) > _LONG and part.end < last - first:
            part.kept.append((part.end, last - first))  # courses
        part.kept = [(first + start, first + end) for start, end in part.kept]
        parts.append(part)
    return parts


def _is_listed(text: str) -> bool:
    """Whether a degree or a school opens an item of a list."""
    if degrees_in(text[:60]):
        return True
    return find_school(text) is not None and len(text.split()) <= _MAX_LISTED_WORDS


def _later_entries(text: str) -> Iterator[int]:
    """Where other degrees begin in a line that has named a degree and its school before."""
    begin = 0
    held: Degree | None = None
    for degree in _standing(text[:_MAX_ENTRY_CHARS]):
        before, after = text[begin : degree.start].rstrip(), text[degree.end : degree.end + 150]
        if held is None and not (degree.start and _COURSE.match(text)):
            held = degree
            continue
        closed = (
            before[-1:] in ".);"
            or re.search(r"(?:19|20)\d\d$", before) is not None
            or any(place.end() == len(before) for place in ANONYMOUS_PLACE.finditer(before))
        )
        if not closed or (held is not None and degree.level == held.level):
            continue
        if find_school(before) and find_school(after):
            yield degree.start
            begin, held = degree.start, degree


def _standing(text: str) -> Iterator[Degree]:
    """The degrees that are those of an entry: none told in a sentence ("half of my MBA"), and no
    part of the name of a school ("Hill High School")."""
    for degree in degrees_in(text):
        words = text[: degree.start].split()
        name = text[degree.start : degree.end]
        if words and SECONDARY.fullmatch(name) and _ends_in_name(words[-1]):
            continue
        if sum(word[0].islower() and len(word) > 3 for word in words[-6:]) > 1:
            continue
        yield degree


def _ends_in_name(word: str) -> bool:
    return word[0].isupper() and word.rstrip("'’")[-1:].isalpha() and _STATUS.search(word) is None


def _part_of(text: str, below: str, today: date) -> Part:
    """What a text with at most one degree says."""
    part = Part()
    opening = text[:_OPENING]
    ranges = find_ranges(opening, today=date(today.year + 8, 12, 31))
    dated = [item for item in ranges if item.start or item.end]
    degree = next(_standing(opening), None)
    if degree is not None and _is_told(opening, degree, dated):
        degree = None
    head: tuple[int, int] | None = None  # the degree and what links the field to it
    marked = False  # whether a mark stands between degree and field
    if degree is not None:
        head_end, marked = _name(text, degree, part.entry)
        head = (degree.start, head_end)
    elif (course := _course(opening, dated)) is not None:
        part.opens = marked = True
        part.entry.degree = (course["named"] or "").strip()
        head = course.span()
    cuts = _cuts(opening, dated, head)
    chunks = _chunks(opening, cuts)
    _read_chunks(part, chunks, text, below, marked=marked)
    if head is not None:
        _keep_degree(part, degree.span if degree else head, head)
    part.entry.year = _year(dated, cuts, part.end)
    if dated and dated[-1].span == (dated[-1].span[0], len(text)) and dated[-1].end:
        part.late = dated[-1].end.year if part.entry.degree or part.entry.institution else None
    n_words = sum(len(chunk.text.split()) for chunk in chunks)
    part.is_date = bool(dated) and head is None and n_words == 0
    # "2005-09 — 2008-05 | Calculus, Statics": courses behind the dates of the entry above.
    leads = bool(dated) and dated[0].ranged and not dated[0].span[0]
    only_date = bool(dated) and ((n_words <= 6 and not _NOTE.search(text)) or leads)
    part.is_entry = (
        degree is not None
        or bool(part.entry.institution)
        or ((only_date or _is_place(text, chunks)) and not part.opens)
    )
    return part if part.is_entry or part.entry.degree else Part()


def _is_told(text: str, degree: Degree, dated: list[DateRange]) -> bool:
    """Whether a sentence tells of a degree, or a text in which much else stands before it."""
    if degree.start > _MAX_LEAD_CHARS:
        return True
    lead = text[: degree.start].strip(TRIM)
    return bool(lead) and text.endswith(".") and not dated and not find_school(text)


def _course(text: str, dated: list[DateRange]) -> re.Match[str] | None:
    """The label of a course or a certificate that opens a text, behind a date or not."""
    start = dated[0].span[1] if dated and not dated[0].span[0] else 0
    return _COURSE.match(text, start + len(text[start:]) - len(text[start:].lstrip(TRIM)))


def _is_place(text: str, chunks: list[_Chunk]) -> bool:
    """Whether a line names a place, or an anonymised one and a field."""
    if looks_like_place(text):
        return True
    return bool(ANONYMOUS_PLACE.match(text)) and all(is_field(chunk.text) for chunk in chunks)


def _name(text: str, degree: Degree, entry: Entry) -> tuple[int, bool]:
    """Fill degree and level; where the field begins behind it, and whether a mark says so."""
    end = degree.end
    rest = _REST.match(text, end)
    if rest is not None and not find_school(rest[0]) and not degrees_in(rest[0]):
        end = rest.end()
    entry.degree, entry.level = text[degree.start : end].strip(TRIM), degree.level
    if short := _SHORT_FORM.match(text, end):
        end = short.end()
    elif (bracket := _BRACKET.match(text, end)) and field_length(bracket["field"]):
        entry.field = bracket["field"].strip(TRIM)
        end = bracket.end()
    connector = _CONNECTOR.match(text, end)
    marked = connector is not None and connector["mark"] is not None
    end = connector.end() if connector else end
    if major := _MAJOR.match(text, end):
        end, marked = major.end(), True
    return end, marked


def _cuts(
    text: str, dated: list[DateRange], head: tuple[int, int] | None
) -> list[tuple[int, int, str]]:
    """The spans and kinds of what stands between field and school."""
    cuts = [(*item.span, "date") for item in dated]
    cuts += [(*found.span(), "place") for found in ANONYMOUS_PLACE.finditer(text)]
    cuts += [(*found.span(), "date") for found in _STATUS.finditer(text)]
    bars = [found.span() for found in _SEPARATOR.finditer(text)]
    cuts += [(*bar, "") for bar in bars]
    for found in _LINK.finditer(text):
        begin = max((end for _, end in bars if end <= found.start()), default=0)
        if not find_school(text, begin, found.start()):
            cuts.append((*found.span(), ""))
    if head is not None:
        cuts = [cut for cut in cuts if cut[0] >= head[1] or cut[1] <= head[0]]
        cuts.append((*head, "degree"))
    return sorted(cuts)


def _chunks(text: str, cuts: list[tuple[int, int, str]]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    kinds: list[str] = []
    at = 0
    for first, last, kind in [*cuts, (len(text), len(text), "end")]:
        kept = text[at:first].strip(TRIM) if first > at else ""
        if any(char.isalpha() for char in kept):
            if chunks:
                chunks[-1].after = tuple(kinds)
            chunks.append(_Chunk(kept, text.index(kept, at), tuple(kinds)))
            kinds = []
        kinds.append(kind)
        at = max(at, last)
    if chunks:
        chunks[-1].after = tuple(kinds)
    return chunks


def _read_chunks(part: Part, chunks: list[_Chunk], text: str, below: str, *, marked: bool) -> None:
    """Field and school of the chunks."""
    entry = part.entry
    # Whether a place, a date or a degree stands in the line, and not only the name of a school.
    cut = any(kind for chunk in chunks for kind in chunk.before)
    cut = cut or any(kind not in ("", "end") for chunk in chunks for kind in chunk.after)
    study = next((chunk for chunk in chunks if chunk.before[-1:] == ("degree",)), None)
    if study is not None:
        others = [chunk for chunk in chunks if chunk is not study]
        after = text[study.start : _MAX_ENTRY_CHARS], below
        _join_dash(study, chunks, text)
        _read_study(part, study, after, others, marked=marked)
    for chunk in chunks:
        if chunk is study:
            continue
        kind = find_school(chunk.text)
        colon = chunk.text.rfind(" : ") + 1
        if kind is not None and not entry.institution:
            lead = chunk.text[: kind.start()]
            told = _HONOUR.search(lead) or _NOTE.search(lead.rpartition(",")[2])
            if not (told or _is_long(lead) or (_is_long(text) and not cut)):
                _read_school(part, chunk, kind, text[chunk.end :])
        elif not entry.field and (
            is_field(chunk.text[colon:].strip(TRIM)) or _is_repeated(chunk, text)
        ):
            _set_field(part, chunk.start + colon, chunk.text[colon:])
    for chunk in chunks:
        if not entry.field and "place" in chunk.before and (n := field_length(chunk.text)):
            _set_field(part, chunk.start, chunk.text[:n])
        # "Hofstra 2012 Bachelor of Arts", and a name before a place
        before_degree = chunk.after[0] == "date" and "degree" in chunk.after and not chunk.start
        name, _, rest = chunk.text.rpartition(",")
        if entry.institution or chunk is study or field_length(chunk.text):
            continue
        if "place" in chunk.after or before_degree:
            _set_weak(part, chunk.start, chunk.text)
        elif is_town(rest.strip()):
            _set_weak(part, chunk.start, name)


def _join_dash(study: _Chunk, chunks: list[_Chunk], text: str) -> None:
    """ "Arts - Economics" is one field, although a dash stands in it."""
    below = chunks[chunks.index(study) + 1 :][:1]
    if study.after != ("",) or not below or find_school(study.text) or find_school(below[0].text):
        return
    words = below[0].text.split()
    if len(words) <= _MAX_NAME_WORDS and opens_field(words[0]) and "\t" not in text:
        study.text = text[study.start : below[0].end]
        study.after = below[0].after
        chunks.remove(below[0])


def _is_long(text: str) -> bool:
    return len(text.split()) > _MAX_LEAD_WORDS


def _read_study(
    part: Part, study: _Chunk, after: tuple[str, str], others: list[_Chunk], *, marked: bool
) -> None:
    """Field, and school if it follows, of the chunk behind the degree."""
    text = study.text
    has_school = any(find_school(chunk.text) for chunk in others)
    place = PLACE_AT_END.search(text)
    if place is not None and text[: place.start()].rstrip().endswith(" of"):
        place = None
    text = text[: place.start()] if place else text
    kind = find_school(text)
    if kind is not None:
        later = after[0][kind.end() :] + "\n" + after[1]
        end = repeated_field(text, kind.start(), later) if marked or field_length(text) else 0
        if not end and not field_end(text[: kind.start()]):
            # "Master of Arts : Hill State University - History" names the field behind the school
            marked = marked and not any(field_length(chunk.text) for chunk in others)
        start = end or school_start(text, kind, after_degree=marked)
        if end:
            start = max(start, text.rfind(",", 0, kind.start()) + 1)
        name = text[start : school_end(text, kind, text[:start].strip(TRIM))]
        if not part.entry.field:
            _set_field(part, study.start, text[:start])
        _set_school(part, study.start + start, name)
        tail = text[start + len(name) :].lstrip(TRIM)
        if not part.entry.field and (n := field_length(tail)):
            _set_field(part, study.start + len(text) - len(tail), tail[:n])
        return
    end = len(text)
    if doubled := _doubled(text):
        end = doubled
    elif framed := _framed(text):
        end = framed
        _set_school(part, study.start + end, text[end:-end])
    elif not has_school and (place is not None or "place" in study.after):
        end = repeated_field(text, len(text), after[0][len(text) :] + "\n" + after[1])
        end = end or (field_end(text) if marked else field_length(text))
        if end < len(text) and may_be_name(text[end:].strip(TRIM)):
            _set_school(part, study.start + end, text[end:])
        else:
            end = len(text)
    if not part.entry.field:
        _set_field(part, study.start, text[:end])


def _read_school(part: Part, chunk: _Chunk, kind: re.Match[str], later: str) -> None:
    """The school of a chunk, and the field before it, which what stands later may repeat."""
    text = chunk.text
    place = PLACE_AT_END.search(text, kind.end())
    if place is not None and not text[: place.start()].rstrip().endswith(" of"):
        text = text[: place.start()]
    end = 0 if part.entry.field else _closing(text[: kind.start()], later)
    start = end or school_start(text, kind, after_degree=False)
    colon = text.rfind(" : ", 0, start) + 1
    if not part.entry.field and (end or field_length(text[colon:start].lstrip(TRIM))):
        _set_field(part, chunk.start + colon, text[colon:start])
    last = school_end(text, kind, part.entry.field)
    last += text.startswith(")", last) and "(" in text[start:last]
    _set_school(part, chunk.start + start, text[start:last])
    tail = text[last:].lstrip(TRIM)
    beside = text[last:].lstrip()[:1] != "(" and " " in tail
    if not part.entry.field and beside and is_field(tail):
        _set_field(part, chunk.start + len(text) - len(tail), tail)


def _set_school(part: Part, start: int, text: str) -> None:
    name = re.sub(r"^\d{1,2}\s+", "", text.strip(TRIM + "'"))
    if name.count("(") > name.count(")") and text.rstrip().endswith(")"):
        name += ")"
    if _BARE_KIND.fullmatch(name):
        return
    part.entry.institution = name[: _doubled(name)] or name
    part.end = max(part.end, start + len(text.rstrip()))


def _set_weak(part: Part, start: int, text: str) -> None:
    """Take a school that only its place tells."""
    if may_be_name(text) and not looks_like_place(text):
        part.weak = not (part.entry.degree or part.entry.field)
        _set_school(part, start, text)


def _set_field(part: Part, start: int, text: str) -> None:
    """Take what was studied from a text that may say more."""
    if stop := _STOP.search(text, 1):
        text = text[: stop.start()]
    if country := COUNTRY_AT_END.search(text):
        text = text[: country.start()]
    text = re.sub(r"(?:^|[\s,:]+)(?:degree|\d{1,2})\s*$", "", text, flags=re.IGNORECASE)
    if doubled := _doubled(text):
        start, text = start + doubled + 1, text[doubled + 1 :]
    if doubled := _doubled(" ".join(reversed(text.split()))):
        text = text.rstrip()[: -doubled - 1]
    again = next(iter(degrees_in(text)), None)  # "MBA : Master Business Administration"
    if again and not text[: again.start].strip(TRIM) and text[again.end :].strip(TRIM):
        connector = _CONNECTOR.match(text, again.end)
        end = connector.end() if connector else again.end
        start, text = start + end, text[end:]
    studied = text.strip(TRIM)
    if not studied or _SENTENCE.match(studied) or len(studied) > _MAX_FIELD_CHARS:
        return
    start += text.index(studied)
    part.entry.field = studied
    part.kept.append((start, start + len(studied)))
    part.end = max(part.end, start + len(studied))


def _doubled(text: str) -> int:
    """Length of the words that a text begins with twice: "Finance Finance"."""
    spaces = [found.start() for found in re.finditer(r"\s", text)]
    for at in reversed(spaces):
        again = text[at + 1 :]
        if again.startswith(text[:at]) and not again[at : at + 1].isalnum():
            return at
    return 0


def _framed(text: str) -> int:
    """Length of the words that a text begins and ends with, around the name of a school."""
    spaces = [found.start() for found in re.finditer(r"\s", text)]
    for at in reversed(spaces):
        if 2 * at < len(text) and text.endswith(" " + text[:at]):
            middle = text[at:-at].split()
            named = middle and not opens_field(middle[0]) and may_be_name(" ".join(middle))
            return at if named else 0
    return 0


def _closing(text: str, later: str) -> int:
    """Length of the words that open a text and close what stands later: what was studied."""
    ends = [found.start() for found in re.finditer(r"\s", text)]
    return next((at for at in reversed(ends) if later.endswith(" " + text[:at])), 0)


def _is_repeated(chunk: _Chunk, text: str) -> bool:
    """Whether a chunk before a school stands behind it again: what was studied."""
    return (
        chunk.start < 3 and text.rstrip().endswith(" " + chunk.text) and not find_school(chunk.text)
    )


def may_be_name(text: str) -> bool:
    """Whether a few capitalised words may name a school that no word gives away."""
    words = text.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or _NOTE.search(text) or is_field(text):
        return False
    return all(word[0].isupper() or len(word) <= 3 for word in words) and ":" not in text


def _keep_degree(part: Part, degree: tuple[int, int], head: tuple[int, int]) -> None:
    """Put degree and field together where nothing stands between them."""
    near = [span for span in part.kept if head[1] <= span[0] <= head[1] + 1]
    part.kept = [span for span in part.kept if span not in near]
    part.kept.insert(0, (degree[0], max([degree[1], *(last for _, last in near)])))
    part.end = max(part.end, head[1])


def _year(dated: list[DateRange], cuts: list[tuple[int, int, str]], end: int) -> int | None:
    """The last year of the dates of the entry, which ends at an offset; else the first in the
    line."""
    for first, last, kind in cuts:
        if kind in ("place", "", "date") and end <= first <= end + 3:
            end = last
    near = [item for item in dated if item.span[0] <= end] or dated[:1]
    if not near or near[-1].current:
        return None
    return max(month.year for item in near for month in (item.start, item.end) if month)
