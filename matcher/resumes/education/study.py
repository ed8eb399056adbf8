"""What was studied and where: the field and the school in the chunks of a line of education."""

from __future__ import annotations

import re

from matcher.resumes.education.cues import HONOUR, NOTE, TRIM, doubled, may_be_name
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
from matcher.resumes.education.marks import Chunk
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
_MAX_NAME_WORDS = 6  # of a field behind a dash


def read_chunks(part: Part, chunks: list[Chunk], text: str, below: str, *, marked: bool) -> None:
    """Field and school of the chunks."""
    entry = part.entry
    # Whether a place, a date or a degree stands in the line, and not only the name of a school.
    cut = any(kind for chunk in chunks for kind in chunk.before)
    cut = (
        cut
        or _GRADES.search(text) is not None
        or any(kind not in ("", "end") for chunk in chunks for kind in chunk.after)
    )
    placed = any("place" in (*chunk.before, *chunk.after) for chunk in chunks)
    study = next((chunk for chunk in chunks if chunk.before[-1:] == ("degree",)), None)
    if study is not None:
        others = [chunk for chunk in chunks if chunk is not study]
        after = text[study.start : _MAX_ENTRY_CHARS], below
        _join_dash(study, chunks, text)
        _read_study(part, study, after, others, marked=marked)
    for chunk in chunks:
        if chunk is study:
            continue
        kind = institution_in(chunk.text)
        colon = chunk.text.rfind(" : ") + 1
        if kind is not None and (not entry.institution or is_above(kind, entry.institution)):
            before = chunk.text[max(0, chunk.text.rfind(" : ", 0, kind.start())) : kind.start()]
            told = (
                HONOUR.search(before)
                or _EVENT.search(before)
                or NOTE.search(before.rpartition(",")[2])
            )
            honoured = not (entry.degree or placed) and _is_award(chunk.text[kind.end() :])
            if not (told or honoured or _is_long(before) or (_is_long(text) and not cut)):
                _read_school(part, chunk, kind, text[chunk.end :], below)
        elif not entry.field and (
            is_field(chunk.text[colon:].strip(TRIM)) or _is_repeated(chunk, text)
        ):
            part.take_field(chunk.start + colon, chunk.text[colon:])
    opening = chunks[0] if chunks and study is None else None
    if opening and opening.after[0] == "date" and entry.institution and not entry.field:
        part.take_subject(opening.start, opening.text)
    for chunk in chunks:
        n = field_length(chunk.text)
        if (
            not entry.field
            and "place" in chunk.before
            and not chunk.text[n:].lstrip()[:1].islower()
        ):
            part.take_field(chunk.start, chunk.text[:n])
        # "Hofstra 2012 Bachelor of Arts", and a name before a place
        before_degree = chunk.after[0] == "date" and "degree" in chunk.after and not chunk.start
        name, _, rest = chunk.text.rpartition(",")
        if entry.institution or chunk is study or field_length(chunk.text):
            continue
        if "place" in chunk.after or before_degree:
            part.take_weak_school(chunk.start, chunk.text)
        elif is_town(rest.strip()):
            part.take_weak_school(chunk.start, name)


def _join_dash(study: Chunk, chunks: list[Chunk], text: str) -> None:
    """ "Arts - Economics" is one field, although a dash stands in it."""
    below = chunks[chunks.index(study) + 1 :][:1]
    if study.after != ("",) or not below or find_school(study.text) or find_school(below[0].text):
        return
    words = below[0].text.split()
    if len(words) <= _MAX_NAME_WORDS and opens_field(words[0]) and "\t" not in text:
        study.text = text[study.start : below[0].end]
        study.after = below[0].after
        chunks.remove(below[0])


def _is_award(text: str) -> bool:
    """Whether what stands behind the name of a school tells of an honour there."""
    return HONOUR.search(text) is not None and _GRADES.search(text) is None


def _is_long(text: str) -> bool:
    return len(text.split()) > _MAX_LEAD_WORDS


def _read_study(
    part: Part, study: Chunk, after: tuple[str, str], others: list[Chunk], *, marked: bool
) -> None:
    """Field, and school if it follows, of the chunk behind the degree."""
    text = study.text
    has_school = any(find_school(chunk.text) for chunk in others)
    place = PLACE_AT_END.search(text)
    if place is not None and text[: place.start()].rstrip().endswith(" of"):
        place = None
    text = text[: place.start()] if place else text
    kind = institution_in(text)
    if kind is not None:
        wrapped = after[0].endswith((" and", " of", " &"))
        later = after[0][kind.end() :] + (" " if wrapped else " ; ") + after[1]
        end = repeated_field(text, kind.start(), later) if marked or field_length(text) else 0
        if text[end : kind.start()].lstrip().startswith(("and ", "& ", "/", "of ")):
            end = 0
        if is_high(kind) and not field_length(text):
            end = 0
        if not end and not field_end(text[: kind.start()]):
            # "Master of Arts : Hill State University - History" names the field behind the school
            marked = marked and not any(field_length(chunk.text) for chunk in others)
        marked = marked or _has_field(text[: kind.start()])
        start = end or name_start(text, kind, part.entry.level, after_degree=marked)
        if end:
            start = max(start, text.rfind(",", 0, kind.start()) + 1)
        name = text[start : name_end(text, kind, text[:start].strip(TRIM))]
        if not part.entry.field:
            part.take_field(study.start, text[: part_start(text, start)])
        part.take_school(study.start + start, name)
        tail = _BRACKET.sub("", text[start + len(name) :]).lstrip(TRIM)
        if not part.entry.field and (n := field_length(tail)):
            part.take_field(study.start + len(text) - len(tail), tail[:n])
        return
    end = len(text)
    if (again := doubled(text)) and not is_field(text[again + 1 :]):
        end = again
    elif framed := _framed(text):
        end = framed
        part.take_school(study.start + end, text[end:-end])
    elif (
        part.entry.level == 1
        and not (has_school or find_school(after[1]) or has_track(text))
        and not NOTE.match(text)
    ):
        end = 0
        part.take_school(study.start, text.partition(",")[0])
    elif not has_school and (place is not None or "place" in study.after):
        end = repeated_field(text, len(text), after[0][len(text) :] + "\n" + after[1])
        end = end or (field_end(text) if marked else field_length(text))
        if end < len(text) and may_be_name(text[end:].strip(TRIM)):
            part.take_school(study.start + end, text[end:])
        else:
            end = len(text)
    if not part.entry.field:
        part.take_field(study.start, text[:end])


def _has_field(text: str) -> bool:
    """Whether known words of a field stand in a text, and behind them the begin of a name:
    "Marine Ecology Northfjord", but not "Harvard Business"."""
    last = field_end(text)
    behind = text[last:].split()
    return last > 0 and bool(behind) and not may_end_name(behind[0])


def _read_school(part: Part, chunk: Chunk, kind: re.Match[str], *later: str) -> None:
    """The school of a chunk, and the field before it, which what stands later may repeat."""
    text = chunk.text
    place = PLACE_AT_END.search(text, kind.end())
    if place is not None and not text[: place.start()].rstrip().endswith(" of"):
        text = text[: place.start()]
    end = 0 if part.entry.field else _closing(text[: kind.start()], *later)
    start = end or name_start(text, kind, part.entry.level, after_degree=False)
    colon = text.rfind(" : ", 0, start) + 1
    if not part.entry.field and (end or field_length(text[colon:start].lstrip(TRIM))):
        part.take_field(chunk.start + colon, text[colon:start])
    last = name_end(text, kind, part.entry.field)
    last += text.startswith(")", last) and "(" in text[start:last]
    part.take_school(chunk.start + start, text[start:last])
    tail = text[last:].lstrip(TRIM)
    beside = text[last:].lstrip()[:1] != "(" and " " in tail
    if not part.entry.field and beside and is_field(tail):
        part.take_field(chunk.start + len(text) - len(tail), tail)


def _framed(text: str) -> int:
    """Length of the words that a text begins and ends with, around the name of a school."""
    spaces = [found.start() for found in re.finditer(r"\s", text)]
    for at in reversed(spaces):
        if 2 * at < len(text) and text.endswith(" " + text[:at]):
            middle = text[at:-at].split()
            named = middle and not opens_field(middle[0]) and may_be_name(" ".join(middle))
            return at if named else 0
    return 0


def _closing(text: str, *later: str) -> int:
    """Length of the words that open a text and close what stands later: what was studied."""
    ends = [found.start() for found in re.finditer(r"\s", text)]
    told = [f" {each}" for each in later]
    return next((at for at in reversed(ends) if any(t.endswith(" " + text[:at]) for t in told)), 0)


def _is_repeated(chunk: Chunk, text: str) -> bool:
    """Whether a chunk before a school stands behind it again: what was studied."""
    first = chunk.end + len(chunk.text) < len(text)
    return first and text.rstrip().endswith(" " + chunk.text) and not find_school(chunk.text)
