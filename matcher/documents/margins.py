"""Running heads and feet: what a file writes on every page, and no page for itself.

At the edges of its pages a resume also breaks off its jobs: a line there is a head or a foot only
where its number counts with the pages, or where most pages have the very same line in the very
same place. Two jobs whose lines differ in nothing but their years stay where they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from statistics import median

from matcher.documents.characters import clean
from matcher.documents.lines import Line

_MARGIN = 0.1  # of the page's height: where running heads and feet stand
_SAME_PLACE = 0.15  # of the height of a line: by how much its place differs from page to page
_OFFSET_PAGES = 3  # on so many pages must a number count that is not the number of its page

# A number that may be that of a page: no year, and no month before a year.
_number = re.compile(r"(?<!\d)\d{1,3}(?!\d|\s?[/.-]\s?\d{3})")
_bare = re.compile(
    r"(?P<word>page|seite|p\.)?\s*[-–|]?\s*(?P<page>\d{1,3})\s*"
    r"(?:(?:/|of|von|de)\s*(?P<pages>\d{1,3}))?\s*[-–|]?",
    re.IGNORECASE,
)
# "11/22/26, 11:53 AM    Jane Roe" over a page, "https://example.org/jane    1/2" under it, or
# "1 of 2    22.11.2026, 11:53".
_MOMENT = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_printed_over = re.compile(rf"{_MOMENT}(?:\s|$)")
_printed_under = re.compile(
    rf"(?:https?|file)://\S+\s+\d{{1,3}}/\d{{1,3}}$|\d{{1,3}} (?:of|von|de) \d{{1,3}}\s+{_MOMENT}$"
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line in the upper or lower margin of a page."""

    line: Line
    page: int  # from 1
    upper: bool
    depth: float  # of its outer side, from the edge of the page, in points
    text: str


def drop_heads_and_feet(pages: list[list[Line]], boxes: Sequence[tuple[float, float]]) -> None:
    """Drop, in place, page numbers and the lines that run through the margins of the pages.

    Of a line that stands on most pages the first one is kept: a running head can be the only place
    where a name or an address is told. ``boxes`` has the bottom and top of each page.
    """
    edges = [
        edge
        for page, (lines, box) in enumerate(zip(pages, boxes, strict=True), 1)
        for edge in _edges(lines, page, box)
    ]
    dropped = {
        id(edge.line) for edge in edges if _is_page_number(edge, len(pages)) or _is_printed(edge)
    }
    dropped |= {id(edge.line) for edge in _counting(edges)}
    dropped |= {id(edge.line) for edge in _repeated(edges, dropped, pages)}
    for lines in pages:
        lines[:] = [line for line in lines if id(line) not in dropped]


def _edges(lines: Iterable[Line], page: int, box: tuple[float, float]) -> list[_Edge]:
    bottom, top = box
    margin = _MARGIN * (top - bottom)
    found: list[_Edge] = []
    for line in lines:
        if line.bottom > top - margin:
            found.append(_Edge(line, page, True, top - line.top, clean(line.text)))
        elif line.top < bottom + margin:
            found.append(_Edge(line, page, False, line.bottom - bottom, clean(line.text)))
    return found


def _is_page_number(edge: _Edge, n_pages: int) -> bool:
    """Whether a line is the number of its page and nothing else: "2", "Page 2", "2 / 3"."""
    if (bare := _bare.fullmatch(edge.text)) is None:
        return False
    if bare["word"]:
        return True
    return int(bare["page"]) == edge.page and bare["pages"] in (None, str(n_pages))


def _is_printed(edge: _Edge) -> bool:
    """Whether a line is what a browser prints around a page: when, and where from."""
    return (_printed_over if edge.upper else _printed_under).match(edge.text) is not None


def _counting(edges: Sequence[_Edge]) -> list[_Edge]:
    """The lines that come again in the same place of other pages with one number changed, which
    counts with the pages."""
    groups: dict[tuple[int, bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        for number in _number.finditer(edge.text):
            offset = int(number[0]) - edge.page
            rest = f"{edge.text[: number.start()]}#{edge.text[number.end() :]}"
            groups[offset, edge.upper, rest].append(edge)
    found: list[_Edge] = []
    for (offset, _, _), group in groups.items():
        group = _in_one_place(group)
        if _n_pages(group) >= (_OFFSET_PAGES if offset else 2):
            found += group
    return found


def _repeated(
    edges: Sequence[_Edge], dropped: Set[int], pages: Sequence[Sequence[Line]]
) -> list[_Edge]:
    """The lines that most pages have in the same place, beside other text, with nothing further
    out that does not run through the pages as well; without the first of each that tells
    something."""
    groups: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if id(edge.line) not in dropped and len(pages[edge.page - 1]) > 1:
            groups[edge.upper, edge.text].append(edge)
    most = max(2, sum(map(bool, pages)) // 2 + 1)
    running = [near for group in groups.values() if _n_pages(near := _in_one_place(group)) >= most]
    running.sort(key=lambda group: group[0].depth)
    heads: list[_Edge] = []
    run = set(dropped)  # and the heads and feet found so far
    for group in running:
        further = {
            (other.page, other.upper)
            for other in edges
            if id(other.line) not in run
            and other.depth < group[0].depth - _SAME_PLACE * group[0].line.height
        }
        outer = [edge for edge in group if (edge.page, edge.upper) not in further]
        if _n_pages(outer) >= most:
            run.update(id(edge.line) for edge in outer)
            heads += outer[_is_new(outer[0], pages) :]
    return heads


def _is_new(edge: _Edge, pages: Sequence[Sequence[Line]]) -> bool:
    """Whether no line up to its page says the same."""
    before = (line for lines in pages[: edge.page] for line in lines if line is not edge.line)
    return all(clean(line.text) != edge.text for line in before)


def _in_one_place(group: Sequence[_Edge]) -> list[_Edge]:
    """The lines that are as far from the edge of their page as half of the others."""
    depth = median(edge.depth for edge in group)
    return [edge for edge in group if abs(edge.depth - depth) < _SAME_PLACE * edge.line.height]


def _n_pages(group: Iterable[_Edge]) -> int:
    return len({edge.page for edge in group})
