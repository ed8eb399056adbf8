"""Words of a page to segments, which no wide gap parts, and segments to rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from matcher.documents.words import Word

_WIDE = 0.8  # of the height: a wider gap starts a new segment; justified lines stay under .7
_TRACKED_LETTERS = 4  # single letters in a row: a heading set with wide letter-spacing
_SAME_LINE = 0.5  # share of the smaller height by which two boxes of a line overlap


@dataclass(slots=True)
class Segment:
    """Words without a wide gap between them, in the order of the file."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    order: int  # place in the file's drawing order
    first: int  # index of the first character, for its style
    last: int  # index of the first character of the last word
    head_width: float  # of the first word

    @property
    def height(self) -> float:
        """Of the line box, in points."""
        return self.top - self.bottom


@dataclass(slots=True)
class Row:
    """Segments on one baseline, from left to right."""

    segments: list[Segment]

    @property
    def left(self) -> float:
        """Left edge."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return self.segments[-1].right

    @property
    def top(self) -> float:
        """Upper edge."""
        return max([s.top for s in self.segments])

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return min([s.bottom for s in self.segments])


def segments_of(words: Sequence[Word]) -> list[Segment]:
    """Join words, in drawing order, that follow each other closely on a baseline."""
    found: list[Segment] = []
    run: list[Word] = []
    right = bottom = top = tall = 0.0  # of the word before
    single = False
    for word in words:
        x0, y0, y1 = word.left, word.bottom, word.top
        height = y1 - y0
        letter = len(word.text) == 1
        if run:
            overlap = (y1 if y1 < top else top) - (y0 if y0 > bottom else bottom)
            taller, lower = (tall, height) if tall > height else (height, tall)
            # A word may start a little before the last one's end (kerning, slanted type).
            # Letters set with wide spacing have wide spaces between their words.
            wide = 2 * _WIDE if letter and single else _WIDE
            if not -0.5 * taller < x0 - right < wide * taller or overlap <= _SAME_LINE * lower:
                found.append(_segment(run, len(found)))
                run = []
        run.append(word)
        right, bottom, top, tall, single = word.right, y0, y1, height, letter
    if run:
        found.append(_segment(run, len(found)))
    return found


def _aligned(one: Segment, other: Segment) -> bool:
    # Conditions, not min and max: this is asked some hundred times for each page.
    top = one.top if one.top < other.top else other.top
    bottom = one.bottom if one.bottom > other.bottom else other.bottom
    height, its_height = one.top - one.bottom, other.top - other.bottom
    return top - bottom > _SAME_LINE * (height if height < its_height else its_height)


def _segment(run: list[Word], order: int) -> Segment:
    head = main = run[0]
    left, right = head.left, head.right
    if len(run) == 1:
        text = head.text
    else:
        text = _spell(run)
        longest = len(head.text)
        for word in run:
            if word.left < left:
                left = word.left
            if word.right > right:
                right = word.right
            # The tallest glyph may be an icon; the box of the longest word is the line's.
            if len(word.text) > longest:
                main, longest = word, len(word.text)
    return Segment(
        text,
        left,
        right,
        main.bottom,
        main.top,
        order,
        head.index,
        run[-1].index,
        head.right - head.left,
    )


def _spell(run: list[Word]) -> str:
    """The words with spaces; letters of a word set with wide spacing are put together again."""
    texts = [word.text for word in run]
    singles = list(map(len, texts)).count(1)
    if singles < _TRACKED_LETTERS or singles < 0.8 * len(run):
        return " ".join(texts)
    gaps = [after.left - before.right for before, after in pairwise(run)]
    usual = median(gaps)
    parts = [run[0].text]
    for gap, word in zip(gaps, run[1:], strict=True):
        parts.append(" " + word.text if gap > 1.8 * usual + 0.01 * word.height else word.text)
    return "".join(parts)


def rows_of(segments: list[Segment]) -> list[Row]:
    """Group segments by baseline, from the top down."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda s: (-(s.top + s.bottom), s.left)):
        # Two rows back: a tall initial may lie between a line and its second half.
        for row in reversed(rows[-2:]):
            if any(_aligned(segment, other) for other in row.segments[-3:]):
                row.segments.append(segment)
                break
        else:
            rows.append(Row([segment]))
    for row in rows:
        row.segments.sort(key=lambda s: s.left)
    return rows


def segments_in(rows: Sequence[Row]) -> list[Segment]:
    """The segments of rows, row by row."""
    return [segment for row in rows for segment in row.segments]
