"""The lines of a resume in pieces: sentences, and passages about work done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from matcher.records import Line
from matcher.resumes.lines import is_objective
from matcher.stance import denies_or_wishes

# A long line is compared in pieces: one vector for a paragraph is near everything. It is cut where
# the text itself has a seam, the stronger seams first, never at a fixed number of words.
_LONG = 25  # words
_FEW = 4  # words; what has fewer is no piece by itself
_SEAMS = (
    re.compile(r"(?<=[a-z0-9)%][.!?;])\s+(?=[A-Z•(])"),
    re.compile(r"\s+[-–—•*·]\s+|(?<=[a-z0-9)]);\s+"),
    re.compile(r"(?<=[a-z0-9),%])\s+(?=[A-Z][a-z]+(?:ed|ing|es|ts|ns|ds)\s)"),  # "… Managed …"
    re.compile(r"(?<=,)\s+"),
)
_EXPOSURE_SIGNS = (
    "exposure", "awareness", "familiari", "stay", "kept up", "webinar", "video course",
    "participated in", "attended", "sat in on",
)  # fmt: skip
_EXPOSURE = re.compile(
    r"\b(?:exposure to|(?:gained |general )?awareness of|familiari[sz]ed with|"
    r"stay(?:ed|ing)? (?:current|up[ -]to[ -]date)|kept up(?: to date)? with|webinar|video course|"
    r"(?:participated in|attended|sat in on)\s+(?:\w+\s+){0,2}(?:meetings?|webinars?|talks?|"
    r"conferences?|trainings?))\b",
    re.IGNORECASE,
)


def passages_of(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The pieces of the lines that say what was done; not what is denied, wished or sought."""
    found = []
    for line in lines:
        if not line.prose:
            continue
        for start, end in _whole(_pieces(line.text, 0, len(line.text), _SEAMS), line.text):
            piece = line.text[start:end]
            if not (denies_or_wishes(piece) or is_objective(piece) or tells_exposure(piece)):
                found.append(_part(line, start, end))
    return tuple(found)


def sentences_of(line: Line) -> list[tuple[int, int, Line]]:
    """The sentences of a line, each with where it starts and ends there."""
    pieces = _pieces(line.text, 0, len(line.text), _SEAMS[:1])
    return [(start, end, _part(line, start, end)) for start, end in pieces]


def tells_exposure(sentence: str) -> bool:
    """Whether a sentence tells what somebody was near to, heard of or read about: no work, and no
    skill shown by it."""
    lowered = sentence.lower()
    may_tell = any(sign in lowered for sign in _EXPOSURE_SIGNS)
    return may_tell and _EXPOSURE.search(sentence) is not None


def _pieces(
    text: str, start: int, end: int, seams: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, int]]:
    """Offsets of the pieces of ``text[start:end]``, cut at the first kind of seam, and again at
    the next where a piece is still long."""
    if not seams or len(text[start:end].split()) <= _LONG:
        if text[start:end].strip():
            yield start, end
        return
    for gap_start, gap_end in [
        *(gap.span() for gap in seams[0].finditer(text, start, end)),
        (end, end),
    ]:
        yield from _pieces(text, start, gap_start, seams[1:])
        start = gap_end


def _whole(pieces: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The pieces, those of a few words joined to the one before or else after them: a list inside
    a sentence says nothing by its items."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and (_is_few(text[start:end]) or _is_few(text[slice(*found[-1])])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_few(piece: str) -> bool:
    return len(piece.split()) < _FEW


def _part(line: Line, start: int, end: int) -> Line:
    """``line.text[start:end]`` as a line: the same one where that is all of it, as it mostly is."""
    if end - start == len(line.text):
        return line
    return replace(line, text=line.text[start:end], start=line.start + start, end=line.start + end)
