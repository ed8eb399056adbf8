"""Rows of a page as lines: cells that wrap made whole, list glyphs, headings in the margin, and how
far each line could have gone on."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from matcher.documents.characters import BULLET, opens_item, opens_numbered
from matcher.documents.layout import Block
from matcher.documents.seams import HYPHENS, joined
from matcher.documents.segments import Row, Segment
from matcher.documents.sides import is_dates
from matcher.headings import heads_row, is_phrase, may_head_row, opens_section

Style = tuple[str, int]
Glyph = tuple[str, int]  # a character and where it stands, in points
StyleOf = Callable[[int], Style]
MarkedOf = Callable[[float, float, float, float], bool]
SLACK = 0.6  # of the height: ragged edges, hanging punctuation
LEADING = 0.75  # of the height: the widest gap between lines of one paragraph
_ALIKE = 0.2  # of the height: by how much the lines of a name differ in place and height
_DISPLAY = 1.4  # of the usual height: large type
_MAX_NAME_LINES = 3
_NAME_WORDS = 5
_MARGIN_ROWS = 4  # rows beside a heading in the margin
_NEAR = 6  # lines above and below that show how wide the text is
GOES_ON = re.compile(
    r"(?:,|&|/|\(|–|—|\b(?:and|or|of|the|a|an|in|on|for|to|with|by|from|at|as|using|including|"
    r"that|which|into|und|et|y|de|via|per|their|our|its|is|are|was|were))$",
    re.I,
)
_opens_range = re.compile(r"\d{2}\s?(?:[-–—]|to|bis)$")
_closes_range = re.compile(r"(?:[^\W\d]{3,12}|(?:[^\W\d]{3,9}\.? |\d{1,2}[/.-])?'?\d{2,4})$")
_no_name = re.compile(
    r"\b(?:r[eé]sum[eé]|c\.?v\.?|curriculum|vitae|lebenslauf|portfolio|profile|hello)(?!\w)", re.I
)
_unknown = re.compile("[\ufffd\ue000-\uf8ff]")
_LIST_GLYPHS = 3  # lines with the same one make a list
_year = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class Line:
    """A row of text before joining."""

    text: str  # as drawn, cells parted by tabs
    left: float
    right: float
    bottom: float
    top: float
    text_left: float  # after the list glyph
    head_width: float  # of the first word of the text
    limit: float  # where the lines near it end
    edge: float  # how far it could go on: the right edge of the column, or the limit
    width: float  # of the column
    item: bool  # opens with a list glyph
    cells: int
    first_style: Style
    last_style: Style

    @property
    def height(self) -> float:
        """Of the line box, in points."""
        return self.top - self.bottom

    @property
    def uniform(self) -> bool:
        """Whether the line seems to be set in one font: a heading, if the next line is not."""
        return self.first_style == self.last_style


def lines_of(blocks: list[Block], style: StyleOf, marked: MarkedOf | None = None) -> list[Line]:
    """The rows of a page's blocks as lines, in reading order. ``marked`` tells of the left, right,
    bottom and top of a row whether a bullet that is no character is drawn before it."""
    found: list[Line] = []
    for block in blocks:
        rows = _with_whole_dates(_with_whole_cells(block.rows, style))
        rows = list(_with_headings_apart(rows, style))
        glyphs = _list_glyphs(rows)
        lines = [line for row in rows if (line := _line(row, block, style, glyphs)) is not None]
        if marked:
            _mark_items(lines, marked)
        lines = _with_dates_above(lines)
        _set_limits(lines, block)
        found += lines
    return found


def with_whole_name(lines: list[Line]) -> list[Line]:
    """The lines of a first page with a name put together that is set in the largest type over two
    or three lines: "Maria Fernanda" over "Costa"."""
    if not lines:
        return lines
    largest = max(line.height for line in lines)
    usual = median(line.height for line in lines)
    first = next(at for at, line in enumerate(lines) if line.height == largest)
    last = first
    while last + 1 < len(lines) and _is_one_name(lines[first], lines[last], lines[last + 1]):
        last += 1
    name = lines[first : last + 1]
    texts = [line.text for line in name]
    if largest < _DISPLAY * usual or not 1 < len(name) <= _MAX_NAME_LINES:
        return lines
    if not any(" " not in text or text[-1] in HYPHENS for text in texts):
        return lines  # a name and a title
    if _no_name.search(" ".join(texts)) or sum(text.count(" ") + 1 for text in texts) > _NAME_WORDS:
        return lines
    whole = functools.reduce(lambda one, other: joined(one, other, lambda _: False), texts)
    return [*lines[:first], replace(name[0], text=whole), *lines[last + 1 :]]


def _is_one_name(first: Line, last: Line, line: Line) -> bool:
    """Whether a line is set as the first line of a name, and stands below the last one."""
    return (
        line.cells == first.cells == 1
        and not line.item
        and abs(line.height - first.height) < _ALIKE * first.height / 2
        and line.first_style == first.last_style
        and -0.5 * line.height < last.bottom - line.top < LEADING * line.height
        and line.text[:1].isupper()
        and opens_section(line.text, "") is False
    )


def _with_dates_above(lines: list[Line]) -> list[Line]:
    """The lines with dates that stand beside the first bullet of a job moved to the name above,
    which left no room for them; none of them where names are items and have dates themselves."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        text, _, dates = line.text.rpartition("\t")
        if above and line.item and line.cells > 1 and is_dates(dates):
            if above.cells > 1 or above.item or is_phrase(above.text):
                return lines
            found[-1] = replace(above, text=f"{above.text}\t{dates}", cells=2)
            line = replace(line, text=text, cells=line.cells - 1)
        found.append(line)
    return found


def _mark_items(lines: list[Line], marked: MarkedOf) -> None:
    for line in lines:
        if not line.item and marked(line.left, line.right, line.bottom, line.top):
            line.item = True
            line.text = BULLET + line.text


def _set_limits(lines: list[Line], block: Block) -> None:
    """Where the lines near each line end. Dates in a margin of their own leave the text beside
    them less room than a summary has; without such a margin lines may go on to the column's
    edge."""
    beside = any(line.cells > 1 for line in lines)
    for index, line in enumerate(lines):
        near = lines[max(0, index - _NEAR) : index + _NEAR + 1]
        rights = [other.right for other in near if other.cells == 1]
        line.limit = max(rights) if len(rights) > 2 else block.right
        line.edge = line.limit if beside else block.right


def _with_whole_dates(rows: list[Row]) -> list[Row]:
    """The rows with dates in a narrow margin put together: "Mar 2021 –" beside the employer and
    "Present" below it, beside the title."""
    found: list[Row] = []
    for row in rows:
        above = found[-1].segments if found else []
        if len(above) < 2 or (at := _wrapped_dates(above, row.segments)) is None:
            found.append(row)
            continue
        whole, others = list(above), list(row.segments)
        whole[at] = _whole(whole[at], others.pop(at))
        found[-1] = Row(whole)
        if others:
            found.append(Row(others))
    return found


def _wrapped_dates(above: list[Segment], below: list[Segment]) -> int | None:
    """Which cells of two rows are one range of dates, in the margin on the left or the right."""
    for at, beside in ((0, above[1]), (-1, above[-2])):
        first, last = above[at], below[at]
        if not (_opens_range.search(first.text) and _closes_range.match(last.text)):
            continue
        apart = last.left > beside.right if at else last.right < beside.left
        off = min(abs(last.left - first.left), abs(last.right - first.right))
        if apart and off < SLACK * last.height:
            return at
    return None


def _with_whole_cells(rows: list[Row], style: StyleOf) -> list[Row]:
    """The rows with a name put together that is wrapped beside dates: "The Association of
    Independent   2013 –" over "Bakers and Millers   2015"."""
    found: list[Row] = []
    above: list[Segment] = []  # the cells of the last row, as they stand in its last line
    edge = sorted((row.right for row in rows), reverse=True)[2:3]  # which some rows reach
    # Where lines stand below short names as well, they are lines of their own.
    apart = any(
        (at := _name_over(upper.segments, lower.segments, style)) is not None
        and not _ends_open(upper.segments, lower.segments, at)
        and not _is_full_cell(upper.segments, lower.segments, at, edge)
        for upper, lower in pairwise(rows)
    )
    for row in rows:
        cells = row.segments
        at = _name_over(above, cells, style)
        if at is None or not (
            _ends_open(above, cells, at) or (not apart and _is_full_cell(above, cells, at, edge))
        ):
            found.append(row)
            above = cells
            continue
        whole, above = list(found[-1].segments), list(above)
        for number, segment in enumerate(cells, at):
            whole[number] = _whole(whole[number], segment)
            above[number] = segment
        found[-1] = Row(whole)
    return found


def _name_over(above: list[Segment], below: list[Segment], style: StyleOf) -> int | None:
    """Which of two cells, the one beside dates, stands over the row below and is set alike."""
    if len(above) != 2:
        return None
    at = 0 if _year.search(above[1].text) else 1
    if not _year.search(above[1 - at].text) or len(below) > 2 - at or is_dates(above[at].text):
        return None
    name, rest = above[at], below[0]
    if max(abs(rest.left - name.left), abs(rest.height - name.height)) > _ALIKE * name.height:
        return None
    if not -0.5 * name.height < name.bottom - rest.top < LEADING * name.height:
        return None
    if style(name.last) != style(rest.first) or opens_item(f"{rest.text} x"):
        return None
    return None if at == 0 and opens_section(rest.text, name.text) else at


def _ends_open(above: list[Segment], below: list[Segment], at: int) -> bool:
    """Whether the words at the seam, or the dates, say that a name goes on in the row below."""
    if len(below) > 1:
        dates = above[1].text, below[1].text
        return bool(_opens_range.search(dates[0]) and _closes_range.match(dates[1]))
    name, rest = above[at].text, below[0].text
    return rest[0].islower() or name[-1] in HYPHENS or GOES_ON.search(name) is not None


def _is_full_cell(
    above: list[Segment], below: list[Segment], at: int, edge: Sequence[float]
) -> bool:
    """Whether the next word would have led into the dates on the right of a name, or beyond the
    edge of the text."""
    name = above[at]
    limits = edge if at else [above[1].left]
    end = name.right + below[0].head_width + (0 if at else name.height)
    return len(below) == 1 and any(name.right <= limit < end for limit in limits)


def _with_headings_apart(rows: list[Row], style: StyleOf) -> Iterator[Row]:
    """The rows with a heading in the margin over the text that it stands beside."""
    heads = [
        row.segments[0]
        for row in rows
        if (heads_row(row.segments[0].text, row.segments[1].text) if len(row.segments) > 1
            else opens_section(row.segments[0].text, ""))
    ]  # fmt: skip
    for number, row in enumerate(rows):
        head, *others = row.segments
        if others and (
            heads_row(head.text, others[0].text)
            or (may_head_row(head.text) and _is_in_margin(rows, number, heads, style))
        ):
            yield Row([head])
            yield Row(others)
        else:
            yield row


def _is_in_margin(rows: list[Row], number: int, heads: list[Segment], style: StyleOf) -> bool:
    """Whether the first cell of a row is set as the sure headings of the block are, or alone in a
    margin over several rows."""
    head, beside = rows[number].segments[:2]
    tolerance = _ALIKE * head.height
    look = style(head.first)
    if any(
        max(abs(head.left - other.left), abs(head.height - other.height)) < tolerance
        and style(other.first) == look
        for other in heads
    ):
        return True
    below = rows[number + 1 : number + 1 + _MARGIN_ROWS]
    alone = len(below) == _MARGIN_ROWS and all(row.left > beside.left - tolerance for row in below)
    return alone and (head.height > beside.height + tolerance or look != style(beside.first))


def _whole(before: Segment, after: Segment) -> Segment:
    return replace(
        before,
        text=joined(before.text, after.text, lambda _: False),
        right=max(before.right, after.right),
        last=after.last,
    )


def _list_glyphs(rows: list[Row]) -> set[Glyph]:
    """The characters without meaning, of fonts of icons, that stand alone before several texts."""
    found = Counter(
        _glyph(row.segments[0])
        for row in rows
        if len(row.segments) > 1
        and _unknown.fullmatch(row.segments[0].text)
        and not opens_section(row.segments[1].text, "")
    )
    return {glyph for glyph, count in found.items() if count >= _LIST_GLYPHS}


def _glyph(segment: Segment) -> Glyph:
    return segment.text, round(segment.left)


def _line(row: Row, block: Block, style: StyleOf, glyphs: Set[Glyph]) -> Line | None:
    segments = _without_doubles(row.segments)
    head, *rest = segments
    if rest and _glyph(head) in glyphs:
        head = replace(head, text=BULLET.strip())
    numbered = opens_numbered(head.text + " ")
    item = numbered or opens_item(f"{head.text} x") is not None
    text, text_left, head_width = head.text, head.left, head.head_width
    if item and len(head.text) <= 3 and rest:  # the glyph or number stands alone
        text = f"{head.text} {rest[0].text}"
        text_left, head_width = rest[0].left, rest[0].head_width
        rest = rest[1:]
    elif item:
        text_left += head.head_width
        head_width = 0.0
    for segment in rest:
        text += "\t" + segment.text
    if not text.strip():
        return None
    tail = segments[-1]
    main = max(segments, key=lambda s: s.right - s.left)  # a list glyph may have another height
    return Line(
        text=text,
        left=head.left,
        right=tail.right,
        bottom=main.bottom,
        top=main.top,
        text_left=text_left,
        head_width=head_width,
        limit=block.right,
        edge=block.right,
        width=block.right - block.left,
        item=item,
        cells=1 + len(rest),
        first_style=style(head.first),
        last_style=style(tail.last),
    )


def _without_doubles(segments: list[Segment]) -> list[Segment]:
    """A row without text that is drawn twice in the same place to look bold."""
    kept: list[Segment] = []
    for segment in segments:
        if (
            kept
            and segment.text == kept[-1].text
            and abs(segment.left - kept[-1].left) < 0.2 * segment.height
        ):
            continue
        kept.append(segment)
    return kept
