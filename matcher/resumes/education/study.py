"""What was studied and where: the field and the school in the chunks of a line of education."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.resumes.education.cues import (
    HONOUR,
    NOTE,
    SAME_SCHOOL,
    TRIM,
    YEAR,
    doubled,
    may_be_name,
)
from matcher.resumes.education.entry import Part
from matcher.resumes.education.institution import (
    has_track,
    institution_in,
    is_above,
    is_high,
    name_end,
    name_start,
    part_start,
)
from matcher.resumes.education.marks import Chunk, CutLine
from matcher.resumes.education.schools import find_school, may_end_name, repeated_field
from matcher.resumes.education.vocabulary import field_end, field_length, is_field, opens_field
from matcher.resumes.places import PLACE_AT_END, is_town

_BRACKET = re.compile(r"^\s*\([^()]*\)")
_EVENT = re.compile(
    r"\b(?:conference|symposium|continuing)\b|\bby (?:the |[A-Z]\w*\s?){0,4}$", re.IGNORECASE
)
_GRADES = re.compile(r"\bG\.?P\.?A\b")
_MAX_LEAD_WORDS = 14  # of a line that names a school, and else no place, date or degree
_MAX_ENTRY_CHARS = 1200  # in which a field told twice is looked for
_MAX_NAME_WORDS = 6  # of a field behind a dash, and of a school behind a field


def read_chunks(part: Part, line: CutLine, *, marked: bool) -> None:
    """Field and school of a line: first what stands behind the degree, then what words give away,
    then what only dates and places do; ``marked`` says that a mark links field and degree."""
    study = next((chunk for chunk in line.chunks if chunk.before[-1:] == ("degree",)), None)
    if study is not None:
        beside = [chunk.text for chunk in line.chunks if chunk is not study]
        _join_dash(study, line)
        _read_study(part, _study_of(study, beside, line, part.entry.level, is_marked=marked))
    for chunk in line.chunks:
        if chunk is not study:
            _read_named(part, chunk, line)
    if study is None and line.chunks and line.chunks[0].after[0] == "date":
        _read_dated(part, line.chunks[0])
    for chunk in line.chunks:
        _read_placed(part, chunk, is_study=chunk is study)


def _join_dash(study: Chunk, line: CutLine) -> None:
    """ "Arts - Economics" is one field, although a dash stands in it."""
    if study.after != ("",):
        return
    behind = line.chunks[line.chunks.index(study) + 1]
    words = behind.text.split()
    if find_school(study.text) or find_school(behind.text) or "\t" in line.text:
        return
    if len(words) <= _MAX_NAME_WORDS and opens_field(words[0]):
        study.text = line.text[study.start : behind.end]
        study.after = behind.after
        line.chunks.remove(behind)


def _before_place(text: str, start: int = 0) -> str:
    """A text without the place that closes it behind an offset; behind "of" it is part of a
    name."""
    place = PLACE_AT_END.search(text, start)
    if place is None or text[: place.start()].rstrip().endswith(" of"):
        return text
    return text[: place.start()]


# ---------------------------------------------------------------- behind the degree


@dataclass(frozen=True, slots=True)
class _Study:
    """The stretch behind a degree, without the place that closes it, and what stands around."""

    text: str
    start: int
    level: int  # of the degree
    is_marked: bool  # whether a mark says that the field follows
    is_placed: bool  # whether a place stands behind it
    after: str  # the line from its begin on
    below: str  # the line after it
    beside: Sequence[str]  # the other stretches of the line


def _study_of(
    chunk: Chunk, beside: Sequence[str], line: CutLine, level: int, *, is_marked: bool
) -> _Study:
    text = _before_place(chunk.text)
    is_placed = len(text) < len(chunk.text) or "place" in chunk.after
    after = line.text[chunk.start : _MAX_ENTRY_CHARS]
    return _Study(text, chunk.start, level, is_marked, is_placed, after, line.below, beside)


def _read_study(part: Part, study: _Study) -> None:
    """Field, and school if it follows, of the stretch behind the degree."""
    kind = institution_in(study.text)
    if kind is not None:
        _read_study_and_school(part, study, kind)
        return
    start, end = _unnamed_school(study)
    part.take_school(study.start + start, study.text[start:end])
    if not part.entry.field:
        part.take_field(study.start, study.text[:start])


def _read_study_and_school(part: Part, study: _Study, kind: re.Match[str]) -> None:
    """The field before the name of a school, and the name; a field may stand behind it, too."""
    text, start = study.text, _school_start(study, kind)
    name = text[start : name_end(text, kind, text[:start].strip(TRIM))]
    if not part.entry.field:
        part.take_field(study.start, text[: part_start(text, start)])
    part.take_school(study.start + start, name)
    tail = _BRACKET.sub("", text[start + len(name) :]).lstrip(TRIM)
    if not part.entry.field and (n := field_length(tail)):
        part.take_field(study.start + len(text) - len(tail), tail[:n])


def _school_start(study: _Study, kind: re.Match[str]) -> int:
    """Where a school begins behind a field: where it ends that is told again, else by words."""
    text, lead = study.text, study.text[: kind.start()]
    if end := _repeated_end(study, kind):
        return max(end, lead.rfind(",") + 1)
    # "Master of Arts : Hill State University - History" names the field behind the school
    follows = study.is_marked and (
        field_end(lead) > 0 or not any(field_length(text) for text in study.beside)
    )
    return name_start(text, kind, study.level, after_degree=follows or _has_field(lead))


def _repeated_end(study: _Study, kind: re.Match[str]) -> int:
    """Length of the field before a school that is told again behind it; 0 when none is."""
    text, opens = study.text, field_length(study.text) > 0
    if not opens and (is_high(kind) or not study.is_marked):
        return 0
    gap = " " if study.after.endswith((" and", " of", " &")) else " ; "  # wrapped or not
    end = repeated_field(text, kind.start(), study.after[kind.end() :] + gap + study.below)
    goes_on = text[end : kind.start()].lstrip().startswith(("and ", "& ", "/", "of "))
    return 0 if goes_on else end


def _has_field(text: str) -> bool:
    """Whether known words of a field stand in a text, and behind them the begin of a name:
    "Marine Ecology Northfjord", but not "Harvard Business"."""
    last = field_end(text)
    behind = text[last:].split()
    return last > 0 and bool(behind) and not may_end_name(behind[0])


def _unnamed_school(study: _Study) -> tuple[int, int]:
    """Where a school stands that no word gives away; the field ends where it begins. At the end,
    and empty, when there is none."""
    text = study.text
    if (again := doubled(text)) and not is_field(text[again + 1 :]):
        return again, again
    if framed := _framed(text):
        return framed, len(text) - framed
    if not any(find_school(other) for other in study.beside):
        is_other = NOTE.match(text) or has_track(text) or find_school(study.below)
        if study.level == 1 and not is_other:
            return 0, len(text.partition(",")[0])
        if study.is_placed and may_be_name(text[(start := _field_end(study)) :].strip(TRIM)):
            return start, len(text)
        if not _is_school_below(study) and (name := _name_behind_field(text)):
            return name, len(text)
    return len(text), len(text)


def _is_school_below(study: _Study) -> bool:
    """Whether the line after it names the school, and not one of other years."""
    dated = YEAR.search(study.after) is not None and YEAR.search(study.below) is not None
    return find_school(study.below) is not None and not dated


def _name_behind_field(text: str) -> int:
    """Where a comma parts a known field from a name that is none: "Physics, Chalmers"; 0 when
    none does."""
    field, comma, name = text.partition(",")
    name = name.strip()
    if not is_field(field.strip(TRIM)) or not name or len(name.split()) > _MAX_NAME_WORDS:
        return 0
    if SAME_SCHOOL.fullmatch(name):
        return len(field) + len(comma)
    other = is_field(name) or opens_field(name.split()[0]) or is_town(name)
    return len(field) + len(comma) if may_be_name(name) and not other else 0


def _field_end(study: _Study) -> int:
    """Where a field ends before a name and its place: where it is told again, else by words."""
    text = study.text
    later = f"{study.after[len(text) :]}\n{study.below}"
    known = field_end if study.is_marked else field_length
    return repeated_field(text, len(text), later) or known(text)


def _framed(text: str) -> int:
    """Length of the words that a text begins and ends with, around the name of a school."""
    spaces = [found.start() for found in re.finditer(r"\s", text)]
    for at in reversed(spaces):
        if 2 * at < len(text) and text.endswith(" " + text[:at]):
            middle = text[at:-at].split()
            named = middle and not opens_field(middle[0]) and may_be_name(" ".join(middle))
            return at if named else 0
    return 0


# ---------------------------------------------------------------- elsewhere in the line


def _read_named(part: Part, chunk: Chunk, line: CutLine) -> None:
    """The school that a word of a chunk gives away, or else the field that the chunk names."""
    kind = institution_in(chunk.text)
    if kind is not None and (not part.entry.institution or is_above(kind, part.entry.institution)):
        if not _is_told_beside(part, chunk, kind, line):
            _read_school(part, chunk, kind, line.text[chunk.end :], line.below)
        return
    colon = chunk.text.rfind(" : ") + 1
    is_told = is_field(chunk.text[colon:].strip(TRIM)) or _is_repeated(chunk, line.text)
    if is_told and not part.entry.field:
        part.take_field(chunk.start + colon, chunk.text[colon:])


def _is_told_beside(part: Part, chunk: Chunk, kind: re.Match[str], line: CutLine) -> bool:
    """Whether a school is named in what was reached or done there."""
    colon = chunk.text.rfind(" : ", 0, kind.start())
    before = chunk.text[max(0, colon) : kind.start()]
    if HONOUR.search(before) or _EVENT.search(before) or NOTE.search(before.rpartition(",")[2]):
        return True
    if not (part.entry.degree or line.is_placed) and _is_award(chunk.text[kind.end() :]):
        return True
    return _is_long(before) or (_is_long(line.text) and not _is_cut(line))


def _is_award(text: str) -> bool:
    """Whether what stands behind the name of a school tells of an honour there."""
    return HONOUR.search(text) is not None and _GRADES.search(text) is None


def _is_long(text: str) -> bool:
    return len(text.split()) > _MAX_LEAD_WORDS


def _is_cut(line: CutLine) -> bool:
    """Whether a place, a date or a degree stands in a line, and not only the name of a school."""
    kinds = {kind for chunk in line.chunks for kind in (*chunk.before, *chunk.after)}
    return bool(kinds - {"", "end"}) or _GRADES.search(line.text) is not None


def _read_school(part: Part, chunk: Chunk, kind: re.Match[str], *later: str) -> None:
    """The school of a chunk, and the field before it, which what stands later may repeat."""
    text = _before_place(chunk.text, kind.end())
    end = 0 if part.entry.field else _closing(text[: kind.start()], *later)
    start = end or name_start(text, kind, part.entry.level, after_degree=False)
    colon = text.rfind(" : ", 0, start) + 1
    if not part.entry.field and (end or field_length(text[colon:start].lstrip(TRIM))):
        part.take_field(chunk.start + colon, text[colon:start])
    last = name_end(text, kind, part.entry.field)
    last += text.startswith(")", last) and "(" in text[start:last]
    part.take_school(chunk.start + start, text[start:last])
    tail = text[last:].lstrip(TRIM)
    beside = text[last:].lstrip()[:1] != "(" and (" " in tail or _is_study(text[last:]))
    if not part.entry.field and beside and is_field(tail):
        part.take_field(chunk.start + len(text) - len(tail), tail)


def _is_study(rest: str) -> bool:
    """Whether the one word behind the name of a school is what was studied: " Statistics"."""
    return re.fullmatch(r" [A-Z][a-z]{4,}(?<!System)(?<!Systems)", rest) is not None


def _closing(text: str, *later: str) -> int:
    """Length of the words that open a text and close what stands later: what was studied."""
    ends = [found.start() for found in re.finditer(r"\s", text)]
    told = [f" {each}" for each in later]
    return next((at for at in reversed(ends) if any(t.endswith(" " + text[:at]) for t in told)), 0)


def _is_repeated(chunk: Chunk, text: str) -> bool:
    """Whether a chunk before a school stands behind it again: what was studied."""
    first = chunk.end + len(chunk.text) < len(text)
    return first and text.rstrip().endswith(" " + chunk.text) and not find_school(chunk.text)


def _read_dated(part: Part, chunk: Chunk) -> None:
    """What was studied at a school, of the words before the first date."""
    if part.entry.institution and not part.entry.field:
        part.take_subject(chunk.start, chunk.text)


def _read_placed(part: Part, chunk: Chunk, *, is_study: bool) -> None:
    """The field behind a place, or the school that only its place or its date tells."""
    known = field_length(chunk.text)
    behind = chunk.text[known:].lstrip()
    if known and not part.entry.field and "place" in chunk.before and not behind[:1].islower():
        part.take_field(chunk.start, chunk.text[:known])
    if known or is_study or part.entry.institution:
        return
    name, _, rest = chunk.text.rpartition(",")
    # "Hofstra 2012 Bachelor of Arts", and a name before a place
    before_degree = chunk.after[0] == "date" and "degree" in chunk.after and not chunk.start
    if "place" in chunk.after or before_degree:
        part.take_weak_school(chunk.start, chunk.text)
    elif is_town(rest.strip()):
        part.take_weak_school(chunk.start, name)
