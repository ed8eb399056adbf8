"""Reading order: from the words of a page to lines, column by column.

Words that stand close together on one baseline form a segment. A gutter is a vertical line that
no segment crosses over a stretch of the page. What stands beside a gutter is read in one of three
ways: as *columns* (left one first, then the right one; those of a table row by row), as *rows* (a
right-aligned date belongs to the line it stands on, after a tab), or as *labels* (a margin with
dates and places: all lines of a label join the line that the label starts beside).
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from matcher.documents.gutters import find_gutter
from matcher.documents.segments import Row, Segment, rows_of, segments_in
from matcher.documents.sides import Sides
from matcher.headings import is_heading

_DISPLAY = 1.4  # of the usual height: large type, as of a name
_MAX_HEAD_ROWS = 6  # name, title and ways to reach somebody
_MAX_DEPTH = 6  # of nested cuts; a table of contents of columns has two or three


@dataclass(slots=True)
class Block:
    """Rows to be read from top to bottom, and the width that was theirs."""

    rows: list[Row]
    left: float
    right: float


def read_page(segments: list[Segment], width: float) -> tuple[list[Block], int]:
    """Blocks in reading order, and the largest number of columns side by side."""
    if not segments:
        return [], 0
    blocks, n_columns = _cut(segments, width, _MAX_DEPTH)
    return blocks, n_columns


def _cut(segments: list[Segment], page_width: float, depth: int) -> tuple[list[Block], int]:
    rows = rows_of(segments)
    gutter = find_gutter(rows, page_width) if depth else None
    if gutter is None:
        edges = min(row.left for row in rows), max(row.right for row in rows)
        return [Block(rows, *edges)], 1
    pair = Sides(rows[gutter.start : gutter.end], gutter.x)
    above_part, below_part = segments_in(rows[: gutter.start]), segments_in(rows[gutter.end :])
    if gutter.labels:
        return _cut(above_part + pair.with_labels() + below_part, page_width, depth - 1)

    def cut(part: list[Segment]) -> tuple[list[Block], int]:
        return _cut(part, page_width, depth - 1) if part else ([], 0)

    if bands := pair.bands():
        cells = list(map(cut, pair.cells(bands)))
        beside = max(
            left + right for (_, left), (_, right) in zip(cells[::2], cells[1::2], strict=True)
        )
    else:
        above_part, head, left_side, right_side = _columns(above_part, pair, gutter.x)
        cells = [cut(head), cut(left_side), cut(right_side)]
        over, left, right = (n for _, n in cells)
        beside = left + max(over, right)
    parts = [cut(above_part), *cells, cut(below_part)]
    blocks = [block for part_blocks, _ in parts for block in part_blocks]
    return blocks, max(parts[0][1], beside, parts[-1][1])


def _columns(
    above: list[Segment], pair: Sides, x: float
) -> tuple[list[Segment], list[Segment], list[Segment], list[Segment]]:
    """What is read before two columns, the name over the right one, and both columns."""
    left_side, right_side = ([s for row in side for s in row] for side in (pair.lefts, pair.rights))
    head, right_side = _with_head_apart(left_side, right_side)
    if head:  # what stands over the left column alone opens that column
        first = len(above)
        while first and above[first - 1].right <= x:
            first -= 1
        above, left_side = above[:first], above[first:] + left_side
    return above, head, left_side, right_side


def _with_head_apart(
    left: list[Segment], right: list[Segment]
) -> tuple[list[Segment], list[Segment]]:
    """The name over the right one of two columns, with what stands below it up to the first
    heading, and the rest of that column: the name is read before a side column on its left."""
    rows = rows_of(right)
    usual = median(s.height for s in (*left, *right))
    name = rows[0].top - rows[0].bottom if rows else 0.0
    if name < _DISPLAY * usual or name < max(s.height for s in (*left, *right)):
        return [], right
    end = next((at for at, row in enumerate(rows) if is_heading(row.segments[0].text)), 0)
    if not 0 < end <= _MAX_HEAD_ROWS:
        return [], right
    return segments_in(rows[:end]), segments_in(rows[end:])
