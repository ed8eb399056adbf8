"""From the XML events of a DOCX part to lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.documents.characters import BULLET, clean, clean_item
from matcher.documents.content import MAX_CHARS
from matcher.headings import heads_row

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_DRAWN_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_TINY = 4  # half-points; type of 2 points is unreadable
_SHORT_CELL = 60  # characters; a longer cell is a paragraph of a layout, not a cell of a table
_white = re.compile(r"F[A-F]F[A-F]F[A-F]", re.I)  # from FAFAFA up: under 6 of 255 from paper
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Look:
    """How a style or a run looks, as far as it decides what is seen; None: not said."""

    hidden: bool | None = None
    white: bool | None = None
    shaded: bool | None = None
    tiny: bool | None = None
    listed: bool | None = None
    parent: str = ""


class DocxStyles:
    """What styles.xml and numbering.xml say about visibility and lists."""

    length = 0

    def __init__(self) -> None:
        self._looks: dict[str, _Look] = {}
        self._id = ""
        self._default = ""

    def start(self, element: _Element) -> None:
        """An element of the part has begun."""
        if _local(element) == "style":
            self._id = _attribute(element, "styleId")
            self._looks[self._id] = _Look()
            if _attribute(element, "type") == "paragraph" and _attribute(element, "default") in (
                "1",
                "true",
            ):
                self._default = self._id

    def end(self, element: _Element) -> None:
        """An element of the part has ended."""
        look = self._looks.get(self._id)
        if look is None:
            return
        name = _local(element)
        if name == "basedOn":
            look.parent = _attribute(element, "val")
        elif name == "numPr":
            look.listed = True
        elif name == "style":
            self._id = ""
        else:
            _note(look, name, element)

    def resolve(self, style_id: str, own: _Look | None = None) -> _Look:
        """A look with what it inherits."""
        merged = own or _Look()
        seen: set[str] = set()
        current = style_id
        while current in self._looks and current not in seen:
            seen.add(current)
            base = self._looks[current]
            for name in ("hidden", "white", "shaded", "tiny", "listed"):
                if getattr(merged, name) is None:
                    setattr(merged, name, getattr(base, name))
            current = base.parent
        return merged


def _note(look: _Look, name: str, element: _Element) -> None:
    """Note one property of a run or style."""
    if name in ("vanish", "webHidden"):
        if name == "vanish":
            look.hidden = _attribute(element, "val") not in _OFF
    elif name == "color":
        look.white = _white.fullmatch(_attribute(element, "val")) is not None
    elif name == "sz":
        size = _attribute(element, "val")
        look.tiny = size.isdecimal() and int(size) <= _TINY
    elif name in ("shd", "highlight"):
        fill = _attribute(element, "fill") or _attribute(element, "val")
        look.shaded = fill.lower() not in ("", "auto", "none", "clear", "nil", "white") and (
            _white.fullmatch(fill) is None
        )


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read; ``cell`` is the depth of table cells around it."""

    parts: list[str] = field(default_factory=list)
    style: str = ""
    look: _Look = field(default_factory=_Look)
    numbered: bool | None = None
    run: _Look | None = None
    run_style: str = ""
    in_run: bool = False


@dataclass(slots=True)
class _Row:
    """A table row being read: the lines of its cells."""

    cells: list[list[str]] = field(default_factory=list)
    shaded: bool = False


class Walker:
    """Collects the visible lines of one part, in document order.

    White type counts as hidden unless something coloured may stand behind it: shading, or with
    ``has_backdrop`` a shape, a page colour or a table style anywhere in the part.
    """

    def __init__(self, styles: DocxStyles, *, has_backdrop: bool = False) -> None:
        self.lines: list[str] = []
        self.n_hidden = 0
        self.length = 0
        self.has_pictures = False
        self._styles = styles
        self._has_backdrop = has_backdrop
        self._paragraphs: list[_Paragraph] = []  # a text box nests one in another
        self._rows: list[_Row] = []
        self._skipped = 0  # depth inside an element that is not seen
        self._late: list[list[str]] = []  # lines of text boxes, to follow their paragraph
        self._fields: list[bool] = []  # complex fields; True once the result has begun

    def start(self, element: _Element) -> None:
        """An element of the part has begun."""
        tag = element.tag
        if self._skipped or not isinstance(tag, str) or _is_unseen(element):
            self._skipped += 1
            return
        name = _local(element)
        if name == "p" or tag == _DRAWN_PARAGRAPH:
            self._paragraphs.append(_Paragraph())
            self._late.append([])
        elif name == "r" and self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.run, paragraph.run_style, paragraph.in_run = _Look(), "", True
        elif name == "tr":
            self._rows.append(_Row())
        elif name == "tc" and self._rows:
            self._rows[-1].cells.append([])
        elif name in ("drawing", "pict", "object"):
            self.has_pictures = True

    def end(self, element: _Element) -> None:
        """An element of the part has ended; its text and attributes are complete."""
        if self._skipped:
            self._skipped -= 1
            return
        name = _local(element)
        if name == "p" or element.tag == _DRAWN_PARAGRAPH:
            self._end_paragraph()
        elif name == "tr":
            self._end_row()
        elif self._paragraphs:
            self._inside(self._paragraphs[-1], name, element)
        elif name == "shd" and self._rows:
            look = _Look()
            _note(look, name, element)
            self._rows[-1].shaded = self._rows[-1].shaded or bool(look.shaded)

    def finish(self) -> None:
        """Close what a part that was read only in part has left open."""
        while self._paragraphs:
            self._end_paragraph()
        while self._rows:
            self._end_row()

    def _inside(self, paragraph: _Paragraph, name: str, element: _Element) -> None:
        if name == "r":
            paragraph.in_run = False
        elif name == "t" or element.tag in (_MATH_TEXT, _DRAWN_TEXT):
            self._add(paragraph, element.text or "")
        elif name in ("tab", "ptab"):
            if _local(element.getparent()) != "tabs":
                self._add(paragraph, "\t")
        elif name in ("br", "cr"):
            self._add(paragraph, "\n")
        elif name in ("noBreakHyphen",):
            self._add(paragraph, "-")
        elif name == "sym":
            self._add(paragraph, _symbol(element))
        elif name == "fldChar":
            self._field(_attribute(element, "fldCharType"))
        elif name == "pStyle":
            paragraph.style = _attribute(element, "val")
        elif name == "rStyle":
            paragraph.run_style = _attribute(element, "val")
        elif name == "numId":
            paragraph.numbered = _attribute(element, "val") != "0"
        else:
            in_run = paragraph.in_run and paragraph.run is not None
            _note(paragraph.run if in_run and paragraph.run else paragraph.look, name, element)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, paragraph: _Paragraph, text: str) -> None:
        if not text:
            return
        if self._is_hidden(paragraph):
            self.n_hidden += bool(text.strip())
            return
        self.length += len(text)
        text = text[: max(0, 2 * MAX_CHARS - self.length + len(text))]
        paragraph.parts.append(text)

    def _is_hidden(self, paragraph: _Paragraph) -> bool:
        run = paragraph.run if paragraph.in_run else None
        if run is None:
            return False
        if (
            run.hidden is None
            and run.white is None
            and run.tiny is None
            and not paragraph.run_style
        ):
            return False
        look = self._styles.resolve(paragraph.run_style, run)
        look = self._styles.resolve(paragraph.style, look)
        if look.hidden or look.tiny:
            return True
        shaded = look.shaded or paragraph.look.shaded or any(row.shaded for row in self._rows)
        # Inside a text box white type may stand on the box's own colour, which is not read.
        bare = not shaded and not self._has_backdrop and len(self._paragraphs) == 1
        return bool(look.white) and bare

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        boxes = self._late.pop()
        listed = paragraph.numbered
        if listed is None:
            listed = bool(self._styles.resolve(paragraph.style).listed)
        lines = [line for raw in "".join(paragraph.parts).split("\n") if (line := clean_item(raw))]
        if listed and lines:
            lines[0] = BULLET + lines[0].removeprefix(BULLET)
        lines += boxes
        if self._paragraphs:
            self._late[-1] += lines
        elif self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += lines
        else:
            self.lines += lines

    def _end_row(self) -> None:
        if not self._rows:
            return
        row = self._rows.pop()
        cells = [cell for cell in row.cells if cell]
        short = all(len(cell) == 1 and len(cell[0]) <= _SHORT_CELL for cell in cells)
        single = bool(cells) and all(len(cell) == 1 for cell in cells)
        labelled = single and len(cells[0][0]) <= _SHORT_CELL // 2
        headed = len(cells) > 1 and heads_row(cells[0][0], cells[1][0])
        if (short or labelled) and not headed:
            joined = "\t".join(cell[0] for cell in cells)
            lines = [joined] if joined else []
        else:
            lines = [line for cell in cells for line in cell]
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += lines
        elif self._paragraphs:
            self._late[-1] += lines
        else:
            self.lines += lines


_UNSEEN = frozenset(
    "del moveFrom delText instrText delInstrText rPrChange pPrChange tblPrChange tcPrChange "
    "trPrChange sectPrChange commentRangeStart annotationRef numberingChange separator "
    "continuationSeparator docPartObj".split()
)


def _is_unseen(element: _Element) -> bool:
    """Deleted revisions, field codes, old formatting, and the second copy of a text box."""
    if element.tag == _FALLBACK:
        return True
    name = _local(element)
    if name in ("footnote", "endnote"):
        return _attribute(element, "type") in ("separator", "continuationSeparator")
    return name in _UNSEEN


def _local(element: _Element | None) -> str:
    """The name of an element of Word's namespace, "" for other elements."""
    if element is None or not isinstance(element.tag, str):
        return ""
    tag = element.tag
    for namespace in (_W, _STRICT):
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


def _attribute(element: _Element, name: str) -> str:
    value = element.get(_W + name) or element.get(_STRICT + name) or ""
    return clean(value) if isinstance(value, str) else ""


def _symbol(element: _Element) -> str:
    """The character of a symbol font; private ones are icons and lists' glyphs."""
    code = _attribute(element, "char")
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
