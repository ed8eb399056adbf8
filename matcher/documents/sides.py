"""The two sides of a gutter: columns that are read one after the other, or the parts of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import accumulate, pairwise

from matcher.documents.characters import opens_item
from matcher.documents.segments import Row, Segment
from matcher.headings import is_phrase, opens_section

MIN_SIDE_LINES = 3  # fewer lines beside a gutter are not a column
_MIN_SIDE_SHARE = 0.12  # of the page's width: what is narrower may be a margin of dates or icons
_MIN_LIST_SHARE = 0.05  # of the page's width: a list of short items, drawn line by line
_LIST_LINES = 0.8  # of its lines follow the one above them closely
_FLUSH = 2.0  # points: right edges of what is set flush right
_FEW_DATES = 2  # at the ends of rows, or in a margin of headings, at least
_DATED_ENDS = 0.4  # of the ends of rows, at least: the others are places or a degree
_MAX_HEADING = 30  # characters
TIGHT = 1.0  # of the height: lines with a smaller gap between them belong together
_BESIDE = 0.8  # of the dates in a margin have an entry beside them
_LEAST_BANDS = 3  # rows of a table
_LEAST_LINES = 2  # of its cells
_MAX_LABEL_SHARE = 0.3  # of the page's width
_MAX_LABEL_LINES = 4  # place, dates, duration, and one that wraps
_dates = re.compile(
    r"(?:[^\W\d]{3,9}\.?,? |\d{1,2}[/.-])?(?:19|20)\d\d(?:[/.-]\d\d?){0,2}"
    r"(?:\s?(?:[-–—]|to)\s?(?:[^\W\d]{3,9}\.?,? |\d{1,2}[/.-])?(?:(?:19|20)\d\d(?:[/.-]\d\d?){0,2}"
    r"|present|current|now|today))?",
    re.I,
)
_date = re.compile(r"\b(19|20)\d\d\b|\b(present|current|now|today)\b", re.I)
# Changes of side per line in the drawing order: tables and right-aligned dates have two.
_MAX_SWITCHES = 0.7


class Sides:
    """The two sides of a gutter, row by row."""

    def __init__(self, rows: list[Row], x: float, row_ends: Set[int] = frozenset()) -> None:
        self._row_ends = row_ends  # by their place in the drawing order
        self.lefts = [[s for s in row.segments if s.right <= x] for row in rows]
        self.rights = [[s for s in row.segments if s.right > x] for row in rows]
        narrow_left = _width(self.lefts) <= _width(self.rights)
        self.narrow = self.lefts if narrow_left else self.rights
        self.wide = self.rights if narrow_left else self.lefts

    def is_columns(self, page_width: float) -> bool:
        """Whether the two sides are texts of their own rather than parts of rows."""
        lines = [row for row in self.narrow if row]
        n_lines = min(len(lines), sum(map(bool, self.wide)))
        if n_lines < MIN_SIDE_LINES:
            return False
        if any(all(map(_are_dates, filter(None, side))) for side in (self.lefts, self.rights)):
            return False  # browsers draw dates that float at the right last
        if self._ends_rows() or self._ends_in_dates():
            return False
        switches = self._n_switches()
        close = sum(_follows(above, below) for above, below in pairwise(lines))
        if _width(self.narrow) < _MIN_SIDE_SHARE * page_width:
            wide_enough = _width(self.narrow) >= _MIN_LIST_SHARE * page_width
            in_lines = close >= _LIST_LINES * (len(lines) - 1)
            return wide_enough and switches == 1 and in_lines and not _are_dated(lines)
        if switches <= max(2, 0.25 * n_lines):
            return True
        if close <= 0.5 * (len(lines) - 1) or self._is_scattered():
            return False
        aligned = sum(bool(narrow and wide) for narrow, wide in self._both())
        return aligned < 0.5 * len(lines) or switches < _MAX_SWITCHES * n_lines

    def has_margin(self) -> bool:
        """Whether the left side is the headings of sections and dates below them, drawn before or
        after all else."""
        lines = [row for row in self.lefts if row]
        others = [row[0].text for row in lines if not _are_dates(row)]
        if len(lines) - len(others) < _FEW_DATES:
            return False
        short = all(len(text) <= _MAX_HEADING for text in others)
        return short and 2 * sum(map(is_phrase, others)) > len(others)

    def _n_switches(self) -> int:
        """How often the drawing order changes sides: files draw a column or a row at a time."""
        sides = [(s.order, True) for row in self.lefts for s in row]
        sides += [(s.order, False) for row in self.rights for s in row]
        sides.sort()
        return sum(one[1] != other[1] for one, other in pairwise(sides))

    def _ends_rows(self) -> bool:
        """Whether the right side holds what stands at the ends of rows that begin on the left."""
        return any(
            left and right and all(s.order in self._row_ends for s in right)
            for left, right in zip(self.lefts, self.rights, strict=True)
        )

    def _ends_in_dates(self) -> bool:
        """Whether what stands nearest to the gutter on its left is a margin of dates and headings:
        the gutter parts dates from their entries, whatever column stands left of both. Dates that
        are drawn after what stands left of them end its lines."""
        dated = [
            (s.left, bool(right))
            for left, right in zip(self.lefts, self.rights, strict=True)
            for s in left
            if is_dates(s.text.rstrip(" -–—")) and not any(o.order == s.order - 1 for o in left)
        ]
        if len(dated) < MIN_SIDE_LINES or sum(beside for _, beside in dated) < _BESIDE * len(dated):
            return False
        edge = min(left for left, _ in dated)
        lefts = [s for row in self.lefts for s in row]
        margin = [s.text for s in lefts if s.right > edge]
        return len(margin) < len(lefts) and all(
            is_dates(text.rstrip(" -–—")) or _date.fullmatch(text) or is_phrase(text)
            for text in margin
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

    def bands(self) -> list[int]:
        """The rows with which the rows of a table begin whose cells are drawn one after another:
        all above them is drawn before all below. None of a table of fewer than three rows, or
        with cells of one line, which are labels or dates."""
        both = list(zip(self.lefts, self.rights, strict=True))
        heads = {at for at, (left, right) in enumerate(both) if _is_lone_heading(left + right)}
        told = [(at, left + right) for at, (left, right) in enumerate(both) if at not in heads]
        orders = [[s.order for s in row] for _, row in told]
        befores = list(accumulate(map(max, orders), max))
        afters = list(accumulate(map(min, orders[::-1]), min))[::-1]
        starts: list[int] = []
        for number in range(1, len(told)):
            at = told[number][0]
            if all(both[at]) and befores[number - 1] < afters[number]:
                while at - 1 in heads:
                    at -= 1
                starts.append(at)
        bands = [0, *starts] if len(starts) >= _LEAST_BANDS - 1 else []
        cells = [
            [
                [s.order for s in row]
                for row in side[first:last]
                if row and not _is_lone_heading(row)
            ]
            for first, last in pairwise([*bands, len(both)])
            for side in (self.lefts, self.rights)
        ]
        if any(len(cell) < _LEAST_LINES for cell in cells):
            return []
        drawn = [(min(map(min, cell)), max(map(max, cell))) for cell in cells]
        return bands if all(one[1] < other[0] for one, other in pairwise(drawn)) else []

    def cells(self, bands: Sequence[int]) -> Iterator[list[Segment]]:
        """The cells of a table, each left one before the right one; ``bands`` are where its rows
        begin."""
        for first, last in pairwise([*bands, len(self.lefts)]):
            for side in (self.lefts, self.rights):
                yield [s for row in side[first:last] for s in row]

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


def row_ends(rows: Sequence[Row]) -> set[int]:
    """What is set flush right at the ends of rows, dates above all, and places or degrees: by its
    place in the drawing order. Browsers draw what floats at the right before all else."""
    lasts = [row.segments[-1] for row in rows if len(row.segments) > 1]
    alone = [row.right for row in rows if len(row.segments) == 1 and is_dates(row.segments[0].text)]
    for dated in lasts:
        if not is_dates(dated.text) or any(abs(r - dated.right) < _FLUSH for r in alone):
            continue
        flush = [s for s in lasts if abs(s.right - dated.right) < _FLUSH]
        n_dates = sum(is_dates(s.text) for s in flush)
        if len(flush) < MIN_SIDE_LINES or n_dates < max(_FEW_DATES, _DATED_ENDS * len(flush)):
            continue
        if _range(s.left for s in flush) > _FLUSH:
            return {s.order for s in flush}
    return set()


def _width(side: list[list[Segment]]) -> float:
    lefts = [s.left for row in side for s in row]
    return max(s.right for row in side for s in row) - min(lefts) if lefts else 0.0


def _is_lone_heading(row: list[Segment]) -> bool:
    return len(row) == 1 and opens_section(row[0].text, "")


def _range(numbers: Iterable[float]) -> float:
    lowest, *_, highest = sorted(numbers)
    return highest - lowest


def _are_dated(lines: list[list[Segment]]) -> bool:
    """Whether half of the lines have a date: a margin, and no list of short items."""
    return sum(any(_date.search(s.text) for s in row) for row in lines) >= 0.5 * len(lines)


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
    return gap < TIGHT * max(s.height for s in below)
