"""Pages of a PDF as PDFium sees them.

The functions of the library are bound a second time, with plain integer arguments: three times
faster per call than with pointer objects, and there is a call per character.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import Any

import pypdfium2_raw.bindings as raw

from matcher.documents.words import SAMPLE, SEAM, Boxes, Word, drawn_in, gap_share, split_words

_POINTER, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double

# PDFium's mark for a hyphen at a line's end; and soft hyphens, which are drawn where they are.
# The codes 1B to 1F are the ligatures of TeX's T1 fonts, where a file has no Unicode map.
_SPELLING = str.maketrans(
    {"\x02": SEAM, "\xa0": " ", "\xad": "-", "\x1b": "\ufb00", "\x1c": "\ufb01"}
    | {"\x1d": "\ufb02", "\x1e": "\ufb03", "\x1f": "\ufb04"}
)
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
_loose_box = _bind("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
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
_char_origin = _bind("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)

raw.FPDF_InitLibrary()


class Page:
    """An open page with its text."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._page = page
        self._address = ctypes.cast(text_page, _POINTER).value
        self.n_chars: int = max(0, raw.FPDFText_CountChars(text_page))
        self.rotation: int = max(0, raw.FPDFPage_GetRotation(page))
        self.view = _turned_box(self.rotation, _visible_box(page))
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._x, self._y = _DOUBLE(), _DOUBLE()

    def has_images(self) -> bool:
        """Whether anything but text is drawn on the page."""
        n_objects = min(raw.FPDFPage_CountObjects(self._page), 1000)
        kinds = (
            raw.FPDF_PAGEOBJ_IMAGE,
            raw.FPDF_PAGEOBJ_PATH,
            raw.FPDF_PAGEOBJ_FORM,
            raw.FPDF_PAGEOBJ_SHADING,
        )
        return any(
            raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(self._page, index)) in kinds
            for index in range(n_objects)
        )

    def characters(self) -> str:
        """One character per index, U+FFFD where the file has no meaning for a glyph."""
        n_chars = self.n_chars
        buffer = (ctypes.c_ushort * (n_chars + 1))()
        n_written = _get_text(self._address, 0, n_chars, buffer)
        if n_written == n_chars + 1:
            text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
            if len(text) == n_chars:
                return text.translate(_SPELLING)
        # Characters without meaning are left out, those beyond the BMP doubled: ask one by one.
        codes = map(_unicode, repeat(self._address), range(n_chars))
        text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
        return text.translate(_SPELLING)

    def words(self) -> list[Word]:
        """The words in the order in which the file draws them."""
        text = self.characters()
        # Spaces are not asked for their boxes: a sixth of all calls.
        drawn = drawn_in(text)
        if not drawn:
            return []
        boxes = self._boxes(drawn).turned(self.rotation)
        share = gap_share(drawn, boxes, spaced=self._has_drawn_spaces(text))
        return split_words(text, drawn, boxes, share)

    def _boxes(self, drawn: list[int]) -> Boxes:
        """Boxes of the characters at these indices, on the page before it is turned."""
        flat = (ctypes.c_float * (4 * len(drawn)))()
        start = ctypes.addressof(flat)
        places = range(start, start + 16 * len(drawn), 16)
        deque(map(_loose_box, repeat(self._address), drawn, places), 0)
        edges = memoryview(flat).cast("B").cast("f").tolist()
        return Boxes(edges[0::4], edges[2::4], edges[3::4], edges[1::4])

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
            raw.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, width, height, 0, flags)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return pixels.raw, width, height


class Pdf:
    """A PDF file opened by PDFium; a context manager. Raises :class:`PdfiumError`."""

    def __init__(self, content: bytes) -> None:
        self._content = content  # PDFium reads from it as long as the file is open
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

    @contextmanager
    def page(self, index: int) -> Iterator[Page]:
        """One page, from 0; raises :class:`PdfiumError` when it cannot be opened."""
        page = raw.FPDF_LoadPage(self._document, index)
        if not page:
            raise PdfiumError(raw.FPDF_GetLastError())
        text_page = raw.FPDFText_LoadPage(page)
        try:
            if not text_page:
                raise PdfiumError(raw.FPDF_GetLastError())
            yield Page(page, text_page)
        finally:
            if text_page:
                raw.FPDFText_ClosePage(text_page)
            raw.FPDF_ClosePage(page)


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
