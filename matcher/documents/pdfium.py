"""Pages of a PDF as PDFium sees them.

Some functions of the library are bound a second time, with plain integer arguments: three times
faster per call than with pointer objects. The one that is called for every character takes
references that are made once, which halves its cost again.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from math import pi
from typing import Any

import numpy as np
import pypdfium2_raw.bindings as raw

from matcher.documents.words import (
    SAMPLE,
    SEAM,
    Boxes,
    Indices,
    Word,
    drawn_in,
    gap_share,
    split_words,
)

_POINTER, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double

# PDFium's mark for a hyphen at a line's end; and soft hyphens, which are drawn where they are.
# The codes 1B to 1F are the ligatures of TeX's T1 fonts, where a file has no Unicode map.
_SPELLING = {
    "\x02": SEAM, "\xa0": " ", "\xad": "-", "\x1b": "\ufb00", "\x1c": "\ufb01",
    "\x1d": "\ufb02", "\x1e": "\ufb03", "\x1f": "\ufb04",
}  # fmt: skip
# Other fonts leave out the ligatures that they have not: 1B is "fi" there, and 1E "fl". No word
# begins with "ff" or "ffi", and these letters follow no "ff".
_other_ligatures = re.compile(r"(?<!\w)[\x1b\x1e](?=[a-z])|\x1b[cdgv]")
_OTHER = str.maketrans({"\x1b": "\ufb01", "\x1e": "\ufb02"})
_codes = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
MIN_CONTRAST = 6  # of 255; grey hairline type of 7 points leaves 20, #FDFDFD on white under 3
_SMALL = 0.2  # pixels per point, to see whether a page is blank
_MAX_OBJECTS = 1000  # of a page that are looked at
_MIN_TURNED = 20  # words; text that runs down the page falls apart into letters
_TURNED_SHARE = 0.4  # words per letter; ordinary text has .2, letter-spaced headings are few
_INVISIBLE = 3  # text render mode: neither filled nor stroked
_SPACED_SHARE = 0.05  # of the characters are drawn spaces: the file has space characters


class PdfiumError(Exception):
    """PDFium could not open a file or page; ``code`` is FPDF_GetLastError's."""

    def __init__(self, code: int) -> None:
        super().__init__(f"PDFium error {code}")
        self.code = code

    @property
    def needs_password(self) -> bool:
        """Whether the file opens with a password only."""
        return self.code in (4, 5)  # FPDF_ERR_PASSWORD; _SECURITY: locked by a certificate


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    function = _library[name]
    function.restype = result
    function.argtypes = arguments
    return function


# PyDLL, not CDLL: these calls take less time than letting other threads run meanwhile.
_library = ctypes.PyDLL(raw._libs["pdfium"]._name)
# No types of arguments: what it is given is ready to be passed on.
_loose_box = _library["FPDFText_GetLooseCharBox"]
_loose_box.restype = None
_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint, _POINTER, _INT)
_text_object = _bind("FPDFText_GetTextObject", _POINTER, _POINTER, _INT)
_render_mode = _bind("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)
_object_font = _bind("FPDFTextObj_GetFont", _POINTER, _POINTER)
_is_embedded = _bind("FPDFFont_GetIsEmbedded", _INT, _POINTER)
_is_generated = _bind("FPDFText_IsGenerated", _INT, _POINTER, _INT)
_get_text = _bind("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
_font_info = _bind(
    "FPDFText_GetFontInfo", ctypes.c_ulong, _POINTER, _INT, _POINTER, ctypes.c_ulong, _POINTER
)
_font_weight = _bind("FPDFText_GetFontWeight", _INT, _POINTER, _INT)
_char_angle = _bind("FPDFText_GetCharAngle", ctypes.c_float, _POINTER, _INT)
_char_origin = _bind("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)

raw.FPDF_InitLibrary()


class _Slots:
    """Room for the boxes of some thousand characters, used again and again. As PDFium itself, for
    one thread at a time."""

    def __init__(self, n_slots: int = 4096) -> None:
        room = (ctypes.c_float * (4 * n_slots))()
        self._n_slots = n_slots
        self._edges = np.frombuffer(memoryview(room).cast("B"), dtype=np.float32).reshape(
            n_slots, 4
        )
        self._references = [ctypes.byref(room, 16 * i) for i in range(n_slots)]

    def boxes(self, text_page: int, indices: Indices) -> Boxes:
        """The boxes of the characters at these indices."""
        page = ctypes.byref(ctypes.c_char.from_address(text_page))
        parts = []
        for start in range(0, len(indices), self._n_slots):
            some = indices[start : start + self._n_slots].tolist()
            self._edges[: len(some)] = 0  # PDFium leaves those be that it cannot tell
            deque(map(_loose_box, repeat(page), some, self._references), 0)
            parts.append(self._edges[: len(some)].T.astype(np.float64))
        left, top, right, bottom = np.concatenate(parts, axis=1)
        return Boxes(left, right, bottom, top)


_slots = _Slots()


def _spelled(text: str) -> str:
    """The characters with PDFium's marks and the codes of ligatures replaced."""
    if ("\x1b" in text or "\x1e" in text) and _other_ligatures.search(text):
        text = text.translate(_OTHER)
    # One search for each mark: a table for all characters is slower, even where there are none.
    for mark, spelling in _SPELLING.items():
        text = text.replace(mark, spelling)
    return text


class Page:
    """An open page with its text."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._page = page
        self._address: int = ctypes.cast(text_page, _POINTER).value or 0
        self.n_chars: int = max(0, raw.FPDFText_CountChars(text_page)) if text_page else 0
        # Clockwise, in quarters: the page's own, which words() changes where the text disagrees.
        self._own_rotation = max(0, int(raw.FPDFPage_GetRotation(page)))
        self.rotation = self._own_rotation
        self._box = _visible_box(page)
        self.view = _turned_box(self.rotation, self._box)
        self.n_codes = 0  # control codes among the characters, once words() has looked
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._x, self._y = _DOUBLE(), _DOUBLE()

    @property
    def n_objects(self) -> int:
        """How many things are drawn on the page, whatever they are."""
        return max(0, int(raw.FPDFPage_CountObjects(self._page)))

    def has_images(self) -> bool:
        """Whether anything but text is drawn on the page."""
        kinds = (
            raw.FPDF_PAGEOBJ_IMAGE,
            raw.FPDF_PAGEOBJ_PATH,
            raw.FPDF_PAGEOBJ_FORM,
            raw.FPDF_PAGEOBJ_SHADING,
        )
        return any(raw.FPDFPageObj_GetType(item) in kinds for item in self._objects())

    def has_ink(self) -> bool:
        """Whether anything is to be seen on the page."""
        try:
            pixels, _, _ = self.render(_SMALL)
        except PdfiumError:
            return self.has_images()
        return min(pixels) <= 255 - MIN_CONTRAST

    def picture_share(self) -> float:
        """Share of the page that pictures cover, from 0 to 1."""
        left, bottom, right, top = self.view
        area = (right - left) * (top - bottom)
        covered = sum(_area(item) for item in self._objects() if _holds_image(item))
        return min(1.0, covered / area) if area > 0 else 0.0

    def _objects(self) -> Iterator[Any]:
        for index in range(min(self.n_objects, _MAX_OBJECTS)):
            yield raw.FPDFPage_GetObject(self._page, index)

    def characters(self) -> str:
        """One character per index, U+FFFD where the file has no meaning for a glyph."""
        n_chars = self.n_chars
        buffer = (ctypes.c_ushort * (n_chars + 1))()
        n_written = _get_text(self._address, 0, n_chars, buffer)
        if n_written == n_chars + 1:
            text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
            if len(text) == n_chars:
                return _spelled(text)
        # Characters without meaning are left out, those beyond the BMP doubled: ask one by one.
        codes = map(_unicode, repeat(self._address), range(n_chars))
        text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
        return _spelled(text)

    def words(self) -> list[Word]:
        """The words in the order in which the file draws them."""
        text = self.characters()
        self.n_codes = len(_codes.findall(text))
        # Spaces are not asked for their boxes: a sixth of all calls.
        drawn = drawn_in(text)
        if not len(drawn):
            return []
        boxes = _slots.boxes(self._address, drawn)
        words = self._split(text, drawn, boxes)
        if len(words) > max(_MIN_TURNED, _TURNED_SHARE * len(drawn)):
            quarters = self._text_quarters(drawn)
            if quarters != self.rotation:
                self._turn(quarters)
                words = self._split(text, drawn, boxes)
        return words

    def _split(self, text: str, drawn: Indices, boxes: Boxes) -> list[Word]:
        turned = boxes.turned(self.rotation)
        share = gap_share(drawn, turned, spaced=self._has_drawn_spaces(text))
        return split_words(text, drawn, turned, share)

    def _turn(self, quarters: int) -> None:
        """Look at the page turned clockwise by so many quarters, as its text wants to be read."""
        self.rotation = quarters
        self.view = _turned_box(quarters, self._box)

    def _text_quarters(self, drawn: Indices) -> int:
        """By how many quarters the page must be turned clockwise for most of its text to stand
        upright; what it is turned by now where the text does not agree."""
        sample = drawn[:: max(1, len(drawn) // SAMPLE)]
        # PDFium counts clockwise: so must the page be turned back.
        angles = Counter(
            round(-_char_angle(self._address, i) / (pi / 2)) % 4 for i in sample.tolist()
        )
        quarters, n_agreed = angles.most_common(1)[0]
        return quarters if n_agreed > 0.5 * len(sample) else self.rotation

    def _has_drawn_spaces(self, text: str) -> bool:
        """Whether the file has space characters; PDFium makes up spaces where it sees gaps."""
        spaces = [i for i in range(min(len(text), SAMPLE)) if text[i] == " "]
        n_drawn = sum(not _is_generated(self._address, i) for i in spaces)
        return n_drawn > _SPACED_SHARE * min(len(text), SAMPLE)

    def style(self, index: int) -> tuple[str, int]:
        """Font name and weight (400 is regular, 700 bold; -1 unknown) of a character."""
        n_bytes = _font_info(self._address, index, self._name, 128, ctypes.byref(self._flags))
        name = self._name.value.decode("utf-8", "replace") if 0 < n_bytes <= 128 else ""
        return name, _font_weight(self._address, index)

    def is_replacement(self, word: Word) -> bool:
        """Whether a word is not what is drawn but a text in its place (``/ActualText``), whose
        characters all start at one point."""
        if not word.even:
            return False
        return self._origin(word.index) == self._origin(word.index + len(word.text) - 1)

    def _origin(self, index: int) -> tuple[float, float]:
        _char_origin(self._address, index, ctypes.byref(self._x), ctypes.byref(self._y))
        return self._x.value, self._y.value

    def ghost_kind(self, word: Word) -> str:
        """Why a word that leaves no ink may be honest: "ocr" for the invisible text of a scan,
        "font" where the font is not in the file and not on this machine, else ""."""
        if not (item := _text_object(self._address, word.index)):
            return ""
        if _render_mode(item) == _INVISIBLE:
            return "ocr"
        font = _object_font(item)
        foreign = any(char > "\u024f" for char in word.text)
        return "font" if foreign and font and not _is_embedded(font) else ""

    def render(self, scale: float) -> tuple[bytes, int, int]:
        """The page in grey: bytes by row from the top, width and height in pixels."""
        left, bottom, right, top = self.view
        width = max(1, round((right - left) * scale))
        height = max(1, round((top - bottom) * scale))
        pixels = ctypes.create_string_buffer(width * height)
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, pixels, width)
        if not bitmap:
            raise PdfiumError(raw.FPDF_GetLastError())
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            flags = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
            turn = (self.rotation - self._own_rotation) % 4
            raw.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, width, height, turn, flags)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return pixels.raw, width, height


class Pdf:
    """A PDF file opened by PDFium; a context manager. Raises :class:`PdfiumError`."""

    def __init__(self, content: bytes) -> None:
        self._content = content  # PDFium reads from it as long as the file is open
        # Substitutes of missing fonts keep the shape that the last file gave them.
        raw.FPDF_DestroyLibrary()
        raw.FPDF_InitLibrary()
        self._document = raw.FPDF_LoadMemDocument64(content, len(content), None)
        if not self._document:
            raise PdfiumError(raw.FPDF_GetLastError())

    def __enter__(self) -> Pdf:
        return self

    def __exit__(self, *_: object) -> None:
        raw.FPDF_CloseDocument(self._document)

    @property
    def n_pages(self) -> int:
        """Number of pages, as the file says."""
        return int(max(0, raw.FPDF_GetPageCount(self._document)))

    def _load(self, index: int) -> Any:
        page = raw.FPDF_LoadPage(self._document, index)
        if not page:
            raise PdfiumError(raw.FPDF_GetLastError())
        return page

    @contextmanager
    def page(self, index: int) -> Iterator[Page]:
        """One page, from 0; raises :class:`PdfiumError` when it cannot be opened."""
        page = self._load(index)
        if _has_fields(page):
            # Filled-in forms and typed-in notes become part of the page, so that they are read.
            Page(page, None).render(_SMALL)  # this makes the appearance of fields that have none
            if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
                raw.FPDF_ClosePage(page)
                page = self._load(index)
        text_page = raw.FPDFText_LoadPage(page)
        try:
            if not text_page:
                raise PdfiumError(raw.FPDF_GetLastError())
            yield Page(page, text_page)
        finally:
            if text_page:
                raw.FPDFText_ClosePage(text_page)
            raw.FPDF_ClosePage(page)


def _has_fields(page: Any) -> bool:
    """Whether the page has form fields or text boxes that lie over it."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_OBJECTS)):
        if not (note := raw.FPDFPage_GetAnnot(page, index)):
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT):
            return True
    return False


def _holds_image(item: Any) -> bool:
    kind = raw.FPDFPageObj_GetType(item)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        return bool(kind == raw.FPDF_PAGEOBJ_IMAGE)
    n_parts = min(raw.FPDFFormObj_CountObjects(item), _MAX_OBJECTS)
    parts = (raw.FPDFFormObj_GetObject(item, index) for index in range(n_parts))
    return any(raw.FPDFPageObj_GetType(part) == raw.FPDF_PAGEOBJ_IMAGE for part in parts)


def _area(item: Any) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges)):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return max(0.0, right - left) * max(0.0, top - bottom)


def _visible_box(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what is shown: the crop box within the media box, as turned."""
    box = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, box):
        left, right = sorted((box.left, box.right))
        bottom, top = sorted((box.bottom, box.top))
        return left, bottom, right, top
    return 0.0, 0.0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)


def _turned_box(
    rotation: int, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a page turned clockwise by ``rotation`` quarters."""
    x0, y0, x1, y1 = box
    turned = ((x0, y0, x1, y1), (y0, -x1, y1, -x0), (-x1, -y1, -x0, -y0), (-y1, x0, -y0, x1))
    return turned[rotation % 4]
