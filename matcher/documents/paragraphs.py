"""Lines of a page joined into paragraphs, so that a bullet is one line however narrow the page.

A line goes on in the next one when it is full: the next line's first word would not have fit
after it. That needs the width of the column; indentation, spacing, fonts and the words at the
seam decide where the width is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from matcher.documents.characters import clean_item
from matcher.documents.lines import GOES_ON, LEADING, SLACK, Line
from matcher.documents.seams import HYPHENS, joined
from matcher.headings import opens_section

_SIZE = 0.15  # by how much the heights of one paragraph's lines may differ
_HANG = 3.0  # of the height: the deepest indentation of a paragraph's further lines
_DRAWN_GLYPH = 1.5  # of the height: from a glyph that is no character to the text
_MIN_SHARE = 0.45  # of the page's width: shorter lines wrap only in columns
_PROSE_WORDS = 5  # a line with fewer is a title or an entry of a list
# What opens an entry of a list, and what closes one: "Tools: Git", "05/2023: First aid",
# "First aid / Red Cross, 2023".
_label = re.compile(r"(?:[A-Z][\w&/-]{1,20}(?: [\w&/-]{1,20}){0,2}|(?:\d\d?/)?(?:19|20)\d\d): ")
_dated = re.compile(r"\b(?:19|20)\d\d\)?$")
_ends = (".", "!", "?", ":", ";", "…")
_LONGEST_BEFORE = 10  # characters at the end of a line in which the words above are looked for
# "of" stands closer to an N than a hyphen to its word, in files with overlapping letters. That it
# begins a word is asked last, so that the two letters are what is searched for.
_glued = re.compile(r"of(?<!\wof)(?=[A-Z][a-z])")


def join_lines(lines: list[Line], page_width: float) -> list[list[Line]]:
    """Groups of lines that make one paragraph each."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, page_width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: list[Line], line: Line, page_width: float) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last, head = group[-1], group[0]
    if line.item or line.cells > 1 or last.cells > 1:
        return False
    if abs(line.height - last.height) > _SIZE * last.height:
        return False
    if not -0.5 * last.height < last.bottom - line.top < LEADING * last.height:
        return False
    if last.uniform and line.uniform and last.last_style != line.first_style:
        return False
    if last.text[-1] in HYPHENS and line.text[0].islower():
        return True
    if not _indented_alike(head, last, line):
        return False
    hangs = head.item and abs(line.left - head.text_left) < SLACK * line.height
    if hangs and line.text[0].islower() and last.right - last.left > 0.5 * last.width:
        return True
    if _is_unfinished(last, line):
        return _is_full(last, line, last.limit, page_width)
    if not hangs and (opens_section(line.text, last.text) or _are_entries(head, last, line)):
        return False
    flows = hangs or last is not head
    return _is_full(last, line, last.edge, page_width) and _reads_on(last, line, flows, page_width)


def _are_entries(head: Line, last: Line, line: Line) -> bool:
    """Whether a line is another entry of a list: both open with a label, or both end in a year."""
    if _label.match(head.text) and _label.match(line.text):
        return True
    return _dated.search(last.text) is not None and _dated.search(line.text) is not None


def _indented_alike(head: Line, last: Line, line: Line) -> bool:
    tolerance = SLACK * line.height
    if last is not head:
        return abs(line.left - last.left) < tolerance
    if head.item:
        if head.left == head.text_left:  # a glyph that is drawn stands before it
            tolerance += _DRAWN_GLYPH * line.height
        return -tolerance < line.left - head.left < head.text_left - head.left + _HANG * line.height
    # The further lines of a paragraph may hang, or its first line be indented.
    return abs(line.left - head.left) < max(tolerance, _HANG * line.height)


def _is_full(last: Line, line: Line, limit: float, page_width: float) -> bool:
    """Whether the next word would not have fit on the line before the limit."""
    if last.width < _MIN_SHARE * page_width:
        # The widest line of a short list fills its own width: ask for signs of prose as well.
        return last.right + line.head_width + SLACK * line.height > limit
    return last.right + line.head_width + 0.25 * line.height > limit - SLACK * line.height


def _is_unfinished(last: Line, line: Line) -> bool:
    """Whether the words at the seam say that the line before goes on."""
    first = line.text[0]
    if first.islower() or first in ",.;:)&/":
        return True
    if last.text.count("(") > last.text.count(")"):
        return True
    return GOES_ON.search(last.text, max(0, len(last.text) - _LONGEST_BEFORE)) is not None


def _reads_on(last: Line, line: Line, flows: bool, page_width: float) -> bool:
    """Whether the next line may belong to the same sentence; ``flows`` when the paragraph has
    shown that it wraps: an item with a hanging line, or a second line before."""
    if flows:
        return True
    length = last.right - last.left
    if last.text.count(" ") + 1 < _PROSE_WORDS or length < _MIN_SHARE * page_width:
        return False
    if last.text.endswith(_ends):
        return length > 0.5 * page_width and line.text.count(" ") > 1
    return True


def text_of(group: list[Line], known: Callable[[str], bool]) -> str:
    """One paragraph as text; "" when nothing readable is left.

    ``known`` tells whether a lower-case word stands elsewhere in the document; it settles what
    happens to a hyphen at the end of a line.
    """
    text = group[0].text
    for line in group[1:]:
        text = joined(text, line.text, known)
    text = _glued.sub("of ", text.replace("\x02", "-").replace("\ufffe", "-"))
    return clean_item(text)
