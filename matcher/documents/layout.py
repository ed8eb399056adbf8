"""Reading order: from the words of a page to lines, column by column.

Words that stand close together on one baseline form a segment. A gutter is a vertical line that
no segment crosses over a stretch of the page. What stands beside a gutter is read in one of three
ways: as *columns* (left one first, then the right one), as *rows* (a right-aligned date belongs to
the line it stands on, after a tab), or as *labels* (a margin with dates and places: all lines of a
label join the line that the label starts beside).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from matcher.documents.characters import opens_item
from matcher.documents.pdfium import Word

_WIDE = 0.8  # of the height: a wider gap starts a new segment; justified lines stay under .7
_TRACKED_LETTERS = 4  # single letters in a row: a heading set with wide letter-spacing
_SAME_LINE = 0.5  # share of the smaller height by which two boxes of a line overlap
_MIN_SIDE_LINES = 3  # fewer lines beside a gutter are not a column
_MIN_SIDE_SHARE = 0.12  # of the page's width: anything narrower is a margin of dates or icons
_TIGHT = 1.0  # of the height: lines with a smaller gap between them belong together
_MAX_LABEL_SHARE = 0.3  # of the page's width
_MAX_LABEL_LINES = 4  # place, dates, duration, and one that wraps
_date = re.compile(r"\b(19|20)\d\d\b|\b(present|current|now|today)\b", re.I)
_CELL = 3.0  # points; the strips in which gutters are looked for
_MAX_CELLS = 2000  # wider pages are posters or attacks
_MAX_DEPTH = 6  # of nested cuts; a table of contents of columns has two or three


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
        return self.top - self.bottom


@dataclass(slots=True)
class Row:
    """Segments on one baseline, from left to right."""

    segments: list[Segment]

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def top(self) -> float:
        return max(s.top for s in self.segments)

    @property
    def bottom(self) -> float:
        return min(s.bottom for s in self.segments)


@dataclass(slots=True)
class Block:
    """Rows to be read from top to bottom, and the width that was theirs."""

    rows: list[Row]
    left: float
    right: float


def segments_of(words: Sequence[Word]) -> list[Segment]:
    """Join words, in drawing order, that follow each other closely on a baseline."""
    found: list[Segment] = []
    run: list[Word] = []
    for word in words:
        if run and not _follows(run[-1], word):
            found.append(_segment(run, len(found)))
            run = []
        run.append(word)
    if run:
        found.append(_segment(run, len(found)))
    return found


def _follows(previous: Word, word: Word) -> bool:
    height = max(previous.top - previous.bottom, word.top - word.bottom)
    gap = word.left - previous.right
    if not -0.5 * height < gap < _WIDE * height:
        return False
    return _aligned(previous, word)


def _aligned(one: Word | Segment, other: Word | Segment) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > _SAME_LINE * min(one.top - one.bottom, other.top - other.bottom)


def _segment(run: list[Word], order: int) -> Segment:
    # The tallest glyph may be an icon; the box of the longest word is the line's.
    main = max(run, key=lambda word: len(word.text))
    return Segment(
        _spell(run),
        min(word.left for word in run),
        max(word.right for word in run),
        main.bottom,
        main.top,
        order,
        run[0].index,
        run[-1].index,
        run[0].right - run[0].left,
    )


def _spell(run: list[Word]) -> str:
    """The words with spaces; letters of a word set with wide spacing are put together again."""
    singles = sum(len(word.text) == 1 for word in run)
    if singles < _TRACKED_LETTERS or singles < 0.8 * len(run):
        return " ".join(word.text for word in run)
    gaps = [after.left - before.right for before, after in zip(run, run[1:], strict=False)]
    usual = median(gaps)
    parts = [run[0].text]
    for gap, word in zip(gaps, run[1:], strict=True):
        parts.append(" " + word.text if gap > 1.8 * usual + 0.01 * word.height else word.text)
    return "".join(parts)


# ---------------------------------------------------------------- cuts


def read_page(segments: list[Segment], width: float) -> tuple[list[Block], int]:
    """Blocks in reading order, and the largest number of columns side by side."""
    if not segments:
        return [], 0
    blocks, n_columns = _cut(segments, width, _MAX_DEPTH)
    return blocks, n_columns


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


def _cut(segments: list[Segment], page_width: float, depth: int) -> tuple[list[Block], int]:
    rows = rows_of(segments)
    gutter = _find_gutter(rows, page_width) if depth else None
    if gutter is None:
        right = max(row.right for row in rows)
        left = min(row.left for row in rows)
        return [Block(rows, left, right)], 1
    beside = rows[gutter.start : gutter.end]
    lefts, rights = _sides(beside, gutter.x)
    if gutter.labels:
        kept = _attach_labels(lefts, rights)
        outside = _segments(rows[: gutter.start]) + _segments(rows[gutter.end :])
        return _cut(outside + kept, page_width, depth - 1)
    parts = [_segments(rows[: gutter.start]), lefts, rights, _segments(rows[gutter.end :])]
    cuts = [_cut(part, page_width, depth - 1) if part else ([], 0) for part in parts]
    blocks = [block for part_blocks, _ in cuts for block in part_blocks]
    above, left, right_side, below = (n for _, n in cuts)
    return blocks, max(above, left + right_side, below)


def _segments(rows: list[Row]) -> list[Segment]:
    return [segment for row in rows for segment in row.segments]


@dataclass(slots=True)
class _Gutter:
    x: float
    start: int  # first row beside it
    end: int  # after the last one
    labels: bool  # a margin of labels rather than a column


def _sides(rows: list[Row], x: float) -> tuple[list[Segment], list[Segment]]:
    lefts = [s for row in rows for s in row.segments if s.right <= x]
    rights = [s for row in rows for s in row.segments if s.right > x]
    return lefts, rights


def _find_gutter(rows: list[Row], page_width: float) -> _Gutter | None:
    """The gutter with the most lines beside it that separates columns, or None."""
    best: tuple[int, _Gutter] | None = None
    for x in _candidates(rows):
        for start, end in _stretches(rows, x):
            while end - start >= _MIN_SIDE_LINES:
                lefts, rights = _sides(rows[start:end], x)
                size = min(len(lefts), len(rights))
                if size < _MIN_SIDE_LINES or best is not None and size <= best[0]:
                    break
                labels = _are_labels(lefts, rights, page_width)
                if labels or _are_columns(lefts, rights, page_width):
                    first = start if labels else _grow(rows, start, x)
                    best = (size, _Gutter(x, first, end, labels))
                    break
                # Rows with a date on the right may stand over columns: try without them.
                start = _next_both(rows, start + 1, end, x)
    return best[1] if best else None


def _candidates(rows: list[Row]) -> list[float]:
    """Middles of the vertical strips that few segments cross, given text on both sides."""
    segments = [s for row in rows for s in row.segments]
    if len(segments) < 2 * _MIN_SIDE_LINES or len(segments) == len(rows):
        return []
    first = min(s.left for s in segments)
    n_cells = int((max(s.right for s in segments) - first) / _CELL) + 2
    if not 0 < n_cells < _MAX_CELLS:
        return []
    change = [0] * (n_cells + 1)
    for s in segments:
        change[int((s.left - first) / _CELL) + 1] += 1
        change[max(int((s.left - first) / _CELL) + 1, int((s.right - first) / _CELL))] -= 1
    crossing: list[int] = []
    depth = 0
    for step in change:
        depth += step
        crossing.append(depth)
    return _valleys(crossing, first)


def _valleys(crossing: list[int], first: float) -> list[float]:
    """Middles of the local minima of a profile."""
    found: list[float] = []
    start = 0
    for i in range(1, len(crossing)):
        if crossing[i] == crossing[start]:
            continue
        falls = start > 0 and crossing[start - 1] > crossing[start]
        if falls and crossing[i] > crossing[start]:
            # Just left of what starts on the right: columns are flush left more often than right.
            found.append(first + i * _CELL - _CELL / 2 if i - start < 2 else first + (i - 1) * _CELL)
        start = i
    return found


def _stretches(rows: list[Row], x: float) -> list[tuple[int, int]]:
    """Runs of rows that a vertical line does not cross, without the rows at their start that have
    text on one side only."""
    found: list[tuple[int, int]] = []
    start = None
    for index, row in enumerate(rows):
        crossed = any(s.left < x < s.right for s in row.segments)
        if crossed and start is not None:
            found.append((start, index))
            start = None
        elif not crossed and start is None:
            start = index
    if start is not None:
        found.append((start, len(rows)))
    return [_trim(rows, a, b, x) for a, b in found]


def _trim(rows: list[Row], start: int, end: int, x: float) -> tuple[int, int]:
    """From the first line of the side that starts lower: a title over two columns is not the
    first line of the left one."""
    left = next((i for i in range(start, end) if rows[i].left < x), end)
    right = next((i for i in range(start, end) if rows[i].right > x), end)
    return max(left, right), end


def _next_both(rows: list[Row], start: int, end: int, x: float) -> int:
    """The next row with text on both sides of a gutter."""
    return next((i for i in range(start, end) if rows[i].left < x < rows[i].right), end)


def _grow(rows: list[Row], first: int, x: float) -> int:
    """Take in the lines above that belong to the right side: they would be read before the left
    one."""
    while (
        first > 0
        and rows[first - 1].left > x
        and _gap(rows[first - 1], rows[first]) < _TIGHT * _row_height(rows[first])
    ):
        first -= 1
    return first


def _gap(upper: Row, lower: Row) -> float:
    return upper.bottom - lower.top


def _row_height(row: Row) -> float:
    return row.top - row.bottom


def _are_columns(lefts: list[Segment], rights: list[Segment], page_width: float) -> bool:
    """Whether the two sides of a gutter are texts of their own rather than parts of rows."""
    narrow, wide = sorted((lefts, rights), key=_width)
    if _width(narrow) < _MIN_SIDE_SHARE * page_width:
        return False
    n_narrow, n_wide = len(rows_of(narrow)), len(rows_of(wide))
    if min(n_narrow, n_wide) < _MIN_SIDE_LINES:
        return False
    # Files draw a column at a time, and a row at a time.
    sides = [(s.order, True) for s in lefts] + [(s.order, False) for s in rights]
    sides.sort()
    switches = sum(a[1] != b[1] for a, b in zip(sides, sides[1:], strict=False))
    if switches <= max(2, 0.25 * min(n_narrow, n_wide)):
        return True
    aligned = sum(any(_aligned(s, other) for other in wide) for s in narrow)
    return aligned < 0.5 * len(narrow) and _density(narrow) > 0.5


def _are_labels(lefts: list[Segment], rights: list[Segment], page_width: float) -> bool:
    """Whether one side is a margin of dates and places whose further lines stand beside the
    bullets of their entry."""
    labels, texts = sorted((lefts, rights), key=_width)
    if _width(labels) > _MAX_LABEL_SHARE * page_width:
        return False
    groups = _groups(labels)
    if max(map(len, groups)) > _MAX_LABEL_LINES:
        return False
    rows = rows_of(texts)
    dated = anchored = stray = 0
    for group in groups:
        dated += any(_date.search(s.text) is not None for s in group)
        anchored += any(_aligned(group[0], s) for s in texts)
        for segment in group[1:]:
            beside = [row for row in rows if any(_aligned(segment, s) for s in row.segments)]
            stray += not beside or opens_item(beside[0].segments[0].text) is not None
    return stray > 0 and dated >= 0.5 * len(groups) and anchored >= 0.8 * len(groups)


def _groups(labels: list[Segment]) -> list[list[Segment]]:
    """Lines of a margin that follow each other closely."""
    ordered = sorted(labels, key=lambda s: (-s.top, s.left))
    groups = [[ordered[0]]]
    for segment in ordered[1:]:
        if groups[-1][-1].bottom - segment.top < _TIGHT * segment.height:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def _attach_labels(lefts: list[Segment], rights: list[Segment]) -> list[Segment]:
    """Put all lines of each label on its first line, so that they are read with its entry."""
    labels, texts = sorted((lefts, rights), key=_width)
    merged: list[Segment] = []
    for group in _groups(labels):
        text = group[0].text
        for segment in group[1:]:
            text += (" " if text[-1] in "–—-,&" else "\t") + segment.text
        merged.append(replace(group[0], text=text))
    return texts + merged


def _width(side: list[Segment]) -> float:
    return max(s.right for s in side) - min(s.left for s in side)


def _density(side: list[Segment]) -> float:
    """Share of the lines of a side that follow the line above closely."""
    rows = rows_of(side)
    close = sum(
        _gap(a, b) < _TIGHT * _row_height(b) for a, b in zip(rows, rows[1:], strict=False)
    )
    return close / max(1, len(rows) - 1)


