"""Reading order: from the words of a page to lines, column by column.

Words that stand close together on one baseline form a segment. A gutter is a vertical line that
no segment crosses over a stretch of the page. What stands beside a gutter is read in one of three
ways: as *columns* (left one first, then the right one), as *rows* (a right-aligned date belongs to
the line it stands on, after a tab), or as *labels* (a margin with dates and places: all lines of a
label join the line that the label starts beside).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from operator import add
from statistics import median

from matcher.documents.characters import opens_item
from matcher.documents.words import Word
from matcher.headings import is_heading, is_phrase, opens_section

_WIDE = 0.8  # of the height: a wider gap starts a new segment; justified lines stay under .7
_TRACKED_LETTERS = 4  # single letters in a row: a heading set with wide letter-spacing
_SAME_LINE = 0.5  # share of the smaller height by which two boxes of a line overlap
_MIN_SIDE_LINES = 3  # fewer lines beside a gutter are not a column
_MIN_SIDE_SHARE = 0.12  # of the page's width: what is narrower may be a margin of dates or icons
_MIN_LIST_SHARE = 0.05  # of the page's width: a list of short items, drawn line by line
_LIST_LINES = 0.8  # of its lines follow the one above them closely
_STAGGER = 0.15  # of the height: by how much the rows of two columns reach into each other
_TIGHT = 1.0  # of the height: lines with a smaller gap between them belong together
_MAX_LABEL_SHARE = 0.3  # of the page's width
_MAX_LABEL_LINES = 4  # place, dates, duration, and one that wraps
_dates = re.compile(
    r"(?:[^\W\d]{3,9}\.?,? |\d{1,2}[/.-])?(?:19|20)\d\d(?:[/.-]\d\d?)?"
    r"(?:\s?(?:[-–—]|to)\s?(?:[^\W\d]{3,9}\.?,? |\d{1,2}[/.-])?(?:(?:19|20)\d\d(?:[/.-]\d\d?)?"
    r"|present|current|now|today))?",
    re.I,
)
_date = re.compile(r"\b(19|20)\d\d\b|\b(present|current|now|today)\b", re.I)
# Changes of side per line in the drawing order: tables and right-aligned dates have two.
_MAX_SWITCHES = 0.7
_MAX_STARTS = 12  # rows tried as the first of two columns, for each gutter
_DISPLAY = 1.4  # of the usual height: large type, as of a name
_MAX_HEAD_ROWS = 6  # name, title and ways to reach somebody
_DRAWN_TOGETHER = 2  # places in the drawing order between a name and its dates
_CELL = 3.0  # points; the strips in which gutters are looked for
_HAIR = 0.01  # points
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
    pair = _Pair(rows[gutter.start : gutter.end], gutter.x)
    above_part, below_part = _segments(rows[: gutter.start]), _segments(rows[gutter.end :])
    if gutter.labels:
        return _cut(above_part + pair.with_labels() + below_part, page_width, depth - 1)
    left_side, right_side = ([s for row in side for s in row] for side in (pair.lefts, pair.rights))
    head, right_side = _with_head_apart(left_side, right_side)
    if head:  # what stands over the left column alone opens that column
        first = len(above_part)
        while first and above_part[first - 1].right <= gutter.x:
            first -= 1
        above_part, left_side = above_part[:first], above_part[first:] + left_side
    parts = [above_part, head, left_side, right_side, below_part]
    cuts = [_cut(part, page_width, depth - 1) if part else ([], 0) for part in parts]
    blocks = [block for part_blocks, _ in cuts for block in part_blocks]
    above, over, left, right, below = (n for _, n in cuts)
    return blocks, max(above, left + max(over, right), below)


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
    return _segments(rows[:end]), _segments(rows[end:])


def _segments(rows: list[Row]) -> list[Segment]:
    return [segment for row in rows for segment in row.segments]


@dataclass(slots=True)
class _Gutter:
    x: float
    start: int  # first row beside it
    end: int  # after the last one
    labels: bool  # a margin of labels rather than a column


def _find_gutter(rows: list[Row], page_width: float) -> _Gutter | None:
    """The gutter with the most lines beside it that separates columns, or None."""
    best: tuple[int, _Gutter] | None = None
    for x in _candidates(rows):
        for start, end in _stretches(rows, x):
            for _ in range(_MAX_STARTS):
                pair = _Pair(rows[start:end], x)
                size = min(sum(map(len, pair.lefts)), sum(map(len, pair.rights)))
                if size < _MIN_SIDE_LINES or (best is not None and size <= best[0]):
                    break
                labels = pair.has_labels(page_width)
                if labels or pair.is_columns(page_width):
                    first = start if labels else _grow(rows, start, x)
                    best = (size, _Gutter(x, first, end, labels))
                    break
                # Rows with a date on the right may stand over columns: try without them.
                start = _next_both(rows, start + 1, end, x)
    return best[1] if best else None


def _candidates(rows: list[Row]) -> list[float]:
    """Middles of the vertical strips that few segments cross, given text on both sides."""
    segments = [s for row in rows for s in row.segments]
    if len(segments) < 2 * _MIN_SIDE_LINES or not (
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
        if min(len(one), len(other)) < _MIN_SIDE_LINES:
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
        and _gap(rows[first - 1], rows[first]) < _TIGHT * _row_height(rows[first])
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


class _Pair:
    """The two sides of a gutter, row by row."""

    def __init__(self, rows: list[Row], x: float) -> None:
        self.lefts = [[s for s in row.segments if s.right <= x] for row in rows]
        self.rights = [[s for s in row.segments if s.right > x] for row in rows]
        narrow_left = _width(self.lefts) <= _width(self.rights)
        self.narrow = self.lefts if narrow_left else self.rights
        self.wide = self.rights if narrow_left else self.lefts

    def is_columns(self, page_width: float) -> bool:
        """Whether the two sides are texts of their own rather than parts of rows."""
        lines = [row for row in self.narrow if row]
        n_lines = min(len(lines), sum(map(bool, self.wide)))
        if n_lines < _MIN_SIDE_LINES:
            return False
        if any(all(map(_are_dates, filter(None, side))) for side in (self.lefts, self.rights)):
            return False  # browsers draw dates that float at the right last
        if self._ends_in_dates():
            return False
        # Files draw a column at a time, and a row at a time.
        sides = [(s.order, True) for row in self.lefts for s in row]
        sides += [(s.order, False) for row in self.rights for s in row]
        sides.sort()
        switches = sum(one[1] != other[1] for one, other in pairwise(sides))
        close = sum(_follows(above, below) for above, below in pairwise(lines))
        if _width(self.narrow) < _MIN_SIDE_SHARE * page_width:
            # A list of short items is one column, line by line; dates and icons stand apart.
            wide_enough = _width(self.narrow) >= _MIN_LIST_SHARE * page_width
            in_lines = close >= _LIST_LINES * (len(lines) - 1)
            dated = sum(any(_date.search(s.text) for s in row) for row in lines)
            return wide_enough and switches == 1 and in_lines and dated < 0.5 * len(lines)
        if switches <= max(2, 0.25 * n_lines):
            return True
        if close <= 0.5 * (len(lines) - 1) or self._is_scattered():
            return False
        aligned = sum(bool(narrow and wide) for narrow, wide in self._both())
        return aligned < 0.5 * len(lines) or switches < _MAX_SWITCHES * n_lines

    def _ends_in_dates(self) -> bool:
        """Whether what stands nearest to the gutter on its left is a margin of dates and headings:
        the gutter parts dates from their entries, whatever column stands left of both."""
        lefts = [s for row in self.lefts for s in row]
        edges = [s.left for s in lefts if is_dates(s.text.rstrip(" -–—"))]
        if len(edges) < _MIN_SIDE_LINES:
            return False
        beside = [s.text for s in lefts if s.right > min(edges)]
        return len(beside) < len(lefts) and all(
            is_dates(text.rstrip(" -–—")) or _date.fullmatch(text) or is_phrase(text)
            for text in beside
        )

    def _is_scattered(self) -> bool:
        """Whether the side with fewer lines has most of them apart from each other: what stands at
        the ends of some rows, be it wider than all rows' begins."""
        fewer = min((list(filter(None, side)) for side in (self.lefts, self.rights)), key=len)
        close = sum(_follows(above, below) for above, below in pairwise(fewer))
        return close <= 0.5 * (len(fewer) - 1)

    def has_labels(self, page_width: float) -> bool:
        """Whether one side is a margin of dates and places whose further lines stand beside the
        bullets of their entry."""
        if _width(self.narrow) > _MAX_LABEL_SHARE * page_width:
            return False
        groups = self.label_groups()
        if not groups or max(map(len, groups)) > _MAX_LABEL_LINES:
            return False
        dated = sum(
            any(_date.search(s.text) for i in group for s in self.narrow[i]) for group in groups
        )
        anchored = sum(bool(self.wide[group[0]]) for group in groups)
        stray = sum(
            not self.wide[i] or opens_item(self.wide[i][0].text) is not None
            for group in groups
            for i in group[1:]
        )
        return stray > 0 and dated >= 0.5 * len(groups) and anchored >= 0.8 * len(groups)

    def label_groups(self) -> list[list[int]]:
        """Rows of the narrow side that follow each other closely; dates after dates are another
        entry's."""
        groups: list[list[int]] = []
        for i, row in enumerate(self.narrow):
            above = self.narrow[groups[-1][-1]] if groups else []
            if not row:
                continue
            same = above and _follows(above, row) and not (_are_dates(above) and _begin_dates(row))
            if same and not self._are_of_items(groups[-1][0], i):
                groups[-1].append(i)
            else:
                groups.append([i])
        return groups

    def _are_of_items(self, first: int, other: int) -> bool:
        """Whether either of two rows stands beside an item of its own."""
        return all(
            self.wide[i] and opens_item(self.wide[i][0].text) is not None for i in (first, other)
        )

    def with_labels(self) -> list[Segment]:
        """The segments with all lines of each label on its first line, so that they are read with
        its entry."""
        merged = [s for row in self.wide for s in row]
        for group in self.label_groups():
            first, *others = [s for i in group for s in self.narrow[i]]
            if others and opens_section(first.text, ""):  # a heading over the first label
                merged.append(first)
                top, bottom = first.top, first.bottom
                first, others = replace(others[0], top=top, bottom=bottom), others[1:]
            text = first.text
            for segment in others:
                text += (" " if text[-1] in "–—-,&" else "\t") + segment.text
            merged.append(replace(first, text=text))
        return merged

    def _both(self) -> Iterator[tuple[list[Segment], list[Segment]]]:
        return zip(self.narrow, self.wide, strict=True)


def _width(side: list[list[Segment]]) -> float:
    lefts = [s.left for row in side for s in row]
    return max(s.right for row in side for s in row) - min(lefts) if lefts else 0.0


def _are_dates(row: list[Segment]) -> bool:
    return len(row) == 1 and is_dates(row[0].text)


def _begin_dates(row: list[Segment]) -> bool:
    """Whether a row is dates, or the first half of them: "May 2019 –"."""
    return len(row) == 1 and is_dates(row[0].text.rstrip(" -–—"))


def is_dates(text: str) -> bool:
    """Whether a text is dates and nothing else: "May 2019 — Present"."""
    return _dates.fullmatch(text) is not None


def _follows(above: list[Segment], below: list[Segment]) -> bool:
    """Whether a line of a side follows the one above it closely."""
    gap = min(s.bottom for s in above) - max(s.top for s in below)
    return gap < _TIGHT * max(s.height for s in below)
