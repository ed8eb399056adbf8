"""HTML: the text that a browser would show, block by block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import lxml.etree as etree

from matcher.documents.characters import BULLET, clean, clean_item
from matcher.documents.content import MAX_CHARS, Content, Unreadable, content_of
from matcher.documents.style_sheets import Parting, StyleSheets
from matcher.documents.text import decode
from matcher.headings import heads_row
from matcher.records import Notice, Status

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_DEPTH = 250  # libxml2's own limit without "huge"; browsers stop at 512
_UNSEEN = frozenset(
    "script style head title meta link noscript template svg canvas object embed iframe audio "
    "video select option datalist textarea input button map math".split()
)
_MENUS = ("nav", "footer")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre "
    "section summary table tbody tfoot thead tr ul caption".split()
)
_CELLS = frozenset(("td", "th"))
# Elements inside a line, which style sheets may part.
_INLINE = frozenset("span a b strong i em time small label u cite abbr font".split())
_LONG_CELL = 80  # characters; a row with a longer cell is a layout, not a table
_hidden_style = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?(?:\.0+)?\s*(?:;|$)|"
    r"font-size\s*:\s*[01](?:\.\d*)?(?:px|pt)?\s*(?:;|$)|"
    r"(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}",
    re.I,
)
_white = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?\b|rgb\(\s*255\s*,\s*255\s*,\s*255)", re.I
)
_background = re.compile(r"background", re.I)
_spaces = re.compile(r"\s+")
# Where one element ends and the next begins without a space, though no style sheet is at hand:
# "Teacher" and "Aug 2015", "Go" and "Redis"; but not "Node" and ".js".
_seam = re.compile(r"[\w)]{2}\Z")
_opening = re.compile(r"[A-Z][\w+#]|\d{4}|[A-Z]\Z|\S+@\w")
_date = re.compile(r"(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d\b")


def read(content: bytes, *, menus: bool = True) -> Content:
    """The visible text of an HTML file, ``menus`` and the page's foot with it or not. Raises
    :class:`Unreadable`."""
    root = _parse(content)
    if root is None:
        raise Unreadable(Status.EMPTY, "the page has no text; save it as PDF")
    writer = _Writer(StyleSheets(_text(sheet) for sheet in root.iter("style")))
    if not menus:
        etree.strip_elements(root, *_MENUS, with_tail=False)
    writer.walk(root)
    notices = []
    if writer.n_hidden:
        message = f"{writer.n_hidden} hidden parts of the page were left out"
        notices.append(Notice("hidden_text", message))
    return content_of([writer.finish()], notices, paged=False)


def _parse(content: bytes) -> _Element | None:
    # Decoded here: libxml2 stops at the first byte that its own guess cannot decode.
    decoded = decode(content)[: 4 * MAX_CHARS]
    decoded = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(decoded.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    return cast("_Element | None", root)


class _Writer:
    """Collects lines in document order, without recursion: pages nest 200,000 deep."""

    def __init__(self, sheets: StyleSheets) -> None:
        self.lines: list[str] = []
        self.n_hidden = 0
        self._parts: list[str] = []
        self._item = False
        self._preformatted = 0
        self._length = 0
        self._sheets = sheets
        self._under: set[_Element] = set()  # the open elements that style sheets make blocks
        self._closed: _Element | None = None  # the one that ended where the text ends now

    def finish(self) -> list[str]:
        """The lines."""
        self._end_line()
        return self.lines

    def walk(self, root: _Element) -> None:
        """Read a tree."""
        skipped: _Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._add(element.tail)
                continue
            if self._length > MAX_CHARS:
                return
            if event == "start":
                if self._is_unseen(element):
                    skipped = element
                else:
                    self._open(element)
            else:
                self._close(element)

    def _is_unseen(self, element: _Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            return True
        style = element.get("style") or ""
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if style and not hidden:
            white = _white.search(style) and not _background.search(style)
            hidden = bool(_hidden_style.search(style) or white)
        if hidden and _text(element).strip():
            self.n_hidden += 1
        return hidden

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br":
            self._end_line()
        elif tag in _BLOCKS:
            self._end_line()
            self._item = self._item or tag == "li"
        elif tag in _CELLS and self._parts:
            self._parts.append("\t")
        elif tag in _INLINE and self._parts:
            self._part(element)
        self._preformatted += tag == "pre"
        self._add(element.text)

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            inside_row = tag != "tr" and self._in_short_row(element)
            if not inside_row:
                self._end_line()
                self._item = False
        elif element in self._under:
            self._under.discard(element)
            self._end_line()
        self._closed = element
        self._preformatted -= tag == "pre"
        self._add(element.tail)

    def _part(self, element: _Element) -> None:
        """Part an element inside a line from what stands before it, where a style sheet or the
        words at the seam do."""
        parting = self._sheets.parting(element)
        before = self._closed
        if parting is None and before is not None and before.getnext() is element:
            parting = self._sheets.parting(before)
            if parting is None and self._meet(before, element):
                parting = Parting.BESIDE
        elif not _seam.search(self._parts[-1]):
            parting = Parting.UNDER if parting is Parting.UNDER else None
        elif parting is None and _date.match(_text(element)):
            parting = Parting.BESIDE
        if parting is Parting.UNDER:
            self._end_line()
            self._under.add(element)
        elif parting is Parting.BESIDE:
            self._parts.append("\t")

    def _meet(self, before: _Element, element: _Element) -> bool:
        """Whether two elements meet without a space where a word cannot go on; a word that an
        editor parted has styles of its own."""
        if any(each.get("style") for each in (before, element)):
            return False
        return bool(_seam.search(self._parts[-1]) and _opening.match(_text(element)))

    @staticmethod
    def _in_short_row(element: _Element) -> bool:
        """Whether a block is all of a cell: its end does not end the row's line."""
        parent = element.getparent()
        return (
            parent is not None
            and parent.tag in _CELLS
            and len(parent) == 1
            and len(_text(parent)) < _LONG_CELL
        )

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self._closed = None
        self._length += len(text)
        if self._preformatted:
            first, *rest = text.split("\n")
            self._parts.append(first)
            for line in rest:
                self._end_line()
                self._parts.append(line)
        else:
            self._parts.append(_spaces.sub(" ", text))

    def _end_line(self) -> None:
        if not self._parts:
            return
        line = clean("".join(self._parts)).strip("\t ")
        self._parts = []
        head, _, beside = line.partition("\t")
        if beside and heads_row(head, beside):
            self.lines.append(head)
            line = beside
        if line:
            self.lines.append(
                BULLET + clean_item(line).removeprefix(BULLET) if self._item else clean_item(line)
            )
            self._item = False


def _text(element: _Element) -> str:
    return "".join(str(part) for part in element.itertext())
