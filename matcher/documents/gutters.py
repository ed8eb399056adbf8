"""Gutters: vertical lines that no segment crosses over a stretch of a page, between two texts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add

from matcher.documents.segments import Row, Segment
from matcher.documents.sides import MIN_SIDE_LINES, TIGHT, Sides, is_dates, row_ends
from matcher.headings import opens_section

_STAGGER = 0.15  # of the height: by how much the rows of two columns reach into each other
_MAX_STARTS = 12  # rows tried as the first of two columns, for each gutter
_DRAWN_TOGETHER = 2  # places in the drawing order between a name and its dates
_CELL = 3.0  # points; the strips in which gutters are looked for
_HAIR = 0.01  # points
_MAX_CELLS = 2000  # wider pages are posters or attacks


@dataclass(slots=True)
class Gutter:
    """Where two sides of a page are parted."""

    x: float
    start: int  # first row beside it
    end: int  # after the last one
    labels: bool  # a margin of labels rather than a column


def find_gutter(rows: list[Row], page_width: float) -> Gutter | None:
    """The gutter with the most lines beside it that separates columns, or None."""
    best: tuple[int, Gutter] | None = None
    ends = row_ends(rows)
    for x in _candidates(rows):
        for start, end in _stretches(rows, x):
            for _ in range(_MAX_STARTS):
                pair = Sides(rows[start:end], x, ends)
                size = min(sum(map(len, pair.lefts)), sum(map(len, pair.rights)))
                if size < MIN_SIDE_LINES or (best is not None and size <= best[0]):
                    break
                labels = pair.has_labels(page_width)
                if not labels and pair.has_margin():
                    break
                if labels or pair.bands() or pair.is_columns(page_width):
                    first = start if labels else _grow(rows, start, x)
                    best = (size, Gutter(x, first, end, labels))
                    break
                # Rows with a date on the right may stand over columns: try without them.
                start = _next_both(rows, start + 1, end, x)
    return best[1] if best else None


def _candidates(rows: list[Row]) -> list[float]:
    """Middles of the vertical strips that few segments cross, given text on both sides."""
    segments = [s for row in rows for s in row.segments]
    if len(segments) < 2 * MIN_SIDE_LINES or not (
        len(segments) > len(rows) or any(_staggered(*pair) for pair in pairwise(segments))
    ):
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
    return [_left_of_starts(x, segments) for x in _valleys(crossing, first)]


def _left_of_starts(x: float, segments: list[Segment]) -> float:
    """A gutter in a strip that is itself the last one before a column, moved to where the column
    begins."""
    return min((s.left - _HAIR for s in segments if x - _CELL / 2 <= s.left <= x), default=x)


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
            found.append(
                first + i * _CELL - _CELL / 2 if i - start < 2 else first + (i - 1) * _CELL
            )
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
    return [_trim(rows, *part, x) for a, b in found for part in _parts(rows, a, b, x)]


def _parts(rows: list[Row], start: int, end: int, x: float) -> list[tuple[int, int]]:
    """A run of rows, cut where two columns end and a line begins that is drawn after both: the
    heading below a list in two columns does not reach over the gutter, and is none of the left
    one."""
    lefts = [[s.order for s in row.segments if s.right <= x] for row in rows[start:end]]
    rights = [[s.order for s in row.segments if s.right > x] for row in rows[start:end]]
    # What is drawn first from each row on.
    firsts = list(accumulate(map(min, map(add, lefts[::-1], rights[::-1])), min))[::-1]
    parts: list[tuple[int, int]] = []
    begin = 0
    for at, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        if right or min(left) != firsts[at]:
            continue
        one, other = ([row for row in side[begin:at] if row] for side in (lefts, rights))
        if min(len(one), len(other)) < MIN_SIDE_LINES:
            continue
        if max(map(max, one)) < min(map(min, other)) and max(map(max, other)) < min(left):
            parts.append((start + begin, start + at))
            begin = at
    return [*parts, (start + begin, end)]


def _trim(rows: list[Row], start: int, end: int, x: float) -> tuple[int, int]:
    """From the first line of the side that starts lower: a title over two columns is not the
    first line of the left one. Up to a heading below the end of the right one, or to a name with
    dates, which may be over what follows both."""
    left = next((i for i in range(start, end) if rows[i].left < x), end)
    right = next((i for i in range(start, end) if rows[i].right > x), end)
    last = max((i for i in range(start, end) if rows[i].right > x), default=end)
    below = (i for i in range(last + 1, end) if opens_section(rows[i].segments[0].text, ""))
    end = next(below, end)
    while end - start > 1 and _is_dated(rows[end - 1]):
        end -= 1
    return max(left, right), end


def _is_dated(row: Row) -> bool:
    """Whether a row is a name with its dates, drawn together: of what follows two columns."""
    if len(row.segments) != 2 or not is_dates(row.segments[1].text):
        return False
    return abs(row.segments[1].order - row.segments[0].order) <= _DRAWN_TOGETHER


def _next_both(rows: list[Row], start: int, end: int, x: float) -> int:
    """The next row with text on both sides of a gutter."""
    return next((i for i in range(start, end) if rows[i].left < x < rows[i].right), end)


def _grow(rows: list[Row], first: int, x: float) -> int:
    """Take in the lines above that belong to the right side: they would be read before the left
    one."""
    while (
        first > 0
        and rows[first - 1].left > x
        and _gap(rows[first - 1], rows[first]) < TIGHT * _row_height(rows[first])
    ):
        first -= 1
    return first


def _staggered(upper: Segment, lower: Segment) -> bool:
    """Whether two rows of one segment each reach into each other: lines of two columns that keep no
    common baselines, unless the whole text is set without leading."""
    return upper.bottom - lower.top < -_STAGGER * lower.height


def _gap(upper: Row, lower: Row) -> float:
    return upper.bottom - lower.top


def _row_height(row: Row) -> float:
    return row.top - row.bottom
