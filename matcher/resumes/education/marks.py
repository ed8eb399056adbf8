"""Where a line of education is cut: at its degree, its dates, its places and separators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.resumes.dates import DateRange
from matcher.resumes.education.cues import TRIM
from matcher.resumes.education.institution import campus_end
from matcher.resumes.education.schools import find_school
from matcher.resumes.places import ANONYMOUS_PLACE

# Between the parts of a line; the mojibake of a dash among them.
_SEPARATOR = re.compile(r"\t|\s?::\s?|\s[–—|•·-]\s|\s?(?:ï¼\S?|â€[“”\x93\x94]?)\s?|\s?\|\s?|;")
# Between what was studied and a school that follows.
_LINK = re.compile(r"(?<=[\w)])\s(?:at|from|an der|an|à)\s(?=[A-Z])")
CLASS_YEAR = re.compile(r"(?<!\w)['’‘](?P<year>\d\d)(?!\w)")  # "M.S. Statistics, '19"
# Beside dates, whether they were or will be reached; labels; honours.
_STATUS = re.compile(
    r"(?<![\w-])(?:(?:expected|anticipated)(?: graduation(?: date)?| completion)?(?: in)?"
    r"|graduat(?:ed|ion)(?: date)?(?: in)?|class of|present|currently|current"
    r"|(?:completed|awarded|conferred|obtained|passed)(?: in)?|in progress|ongoing|to date"
    r"|select one|(?:magna |summa )?cum laude"
    r"|(?:degree|field of study)(?=:)|^(?:university|school|college|institut(?:e|ion))(?=\s?:))"
    r"(?!\w)\s?:?",
    re.IGNORECASE,
)
OPENING = 400  # characters of a line in which an entry stands; behind it are courses


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line that parts what stands beside it; ``kind`` is "degree", "date", "place"
    or "" for a separator."""

    start: int
    end: int
    kind: str = ""


@dataclass(slots=True)
class Chunk:
    """A stretch between marks; ``before`` and ``after`` are the kinds of these."""

    text: str
    start: int
    before: tuple[str, ...]
    after: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Offset after the stretch."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line, or the part of one that tells of one entry, cut at its marks; ``below`` is the line
    after it."""

    text: str
    below: str
    dated: Sequence[DateRange]
    marks: Sequence[Mark]
    chunks: list[Chunk]

    @property
    def is_placed(self) -> bool:
        """Whether a place stands beside a chunk."""
        return any("place" in (*chunk.before, *chunk.after) for chunk in self.chunks)


def marks_in(text: str, dated: Sequence[DateRange], head: tuple[int, int] | None) -> list[Mark]:
    """The marks of a line, left to right; ``head`` is its degree and what links the field to
    it."""
    start, end = head or (len(text), len(text))
    bars = [
        Mark(*found.span())
        for found in _SEPARATOR.finditer(text)
        if not campus_end(text, found.start(), stop=start)
    ]
    marks = [Mark(*item.span, "date") for item in dated]
    marks += [Mark(*found.span(), "place") for found in ANONYMOUS_PLACE.finditer(text)]
    marks += [Mark(*found.span(), "date") for found in _STATUS.finditer(text)]
    marks += [Mark(*found.span(), "date") for found in CLASS_YEAR.finditer(text)]
    marks += [*bars, *_links(text, bars, start, end)]
    if head is not None:
        marks = [mark for mark in marks if mark.start >= end or mark.end <= start]
        marks.append(Mark(*head, "degree"))
    return sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind))


def _links(text: str, bars: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    """The words that link a field with the school behind it, and not a school with its town;
    ``start`` and ``end`` are those of the degree."""
    for found in _LINK.finditer(text):
        begin = max((bar.end for bar in bars if bar.end <= found.start()), default=0)
        if start < found.start():  # "Tech" in B.Tech is no school
            begin = max(begin, min(end, found.start()))
        if not find_school(text, begin, found.start()):
            yield Mark(*found.span())


def chunks_of(text: str, marks: Sequence[Mark]) -> list[Chunk]:
    """What stands between the marks and has letters."""
    chunks: list[Chunk] = []
    kinds: list[str] = []
    at = 0
    for mark in (*marks, Mark(len(text), len(text), "end")):
        kept = text[at : mark.start].strip(TRIM) if mark.start > at else ""
        if any(char.isalpha() for char in kept):
            if chunks:
                chunks[-1].after = tuple(kinds)
            chunks.append(Chunk(kept, text.index(kept, at), tuple(kinds)))
            kinds = []
        kinds.append(mark.kind)
        at = max(at, mark.end)
    if chunks:
        chunks[-1].after = tuple(kinds)
    return chunks


def is_status(word: str) -> bool:
    """Whether a word tells whether a degree was reached: "Graduated", "Expected"."""
    return _STATUS.search(word) is not None
