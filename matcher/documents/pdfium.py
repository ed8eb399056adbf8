"""Words of a PDF page, built from PDFium's character boxes.

PDFium's own text calls decide where words end by a rule that glues the words of whole families
of files ("Oversawateamof"): in all of 767 resumes of one renderer they found 613 words where a
reader counts 784. The boxes of the characters are right, so words are split here, at gaps.

The functions of the library are bound a second time, with plain integer arguments: three times
faster per call than with pointer objects, and there are two calls per character.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2_raw.bindings as raw

_POINTER, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double

# A gap of more than this share of the line's height ends a word. Word spaces that PDFium misses
# measure .12-.19 in ordinary files, kerning .05 at most.
WORD_GAP = 0.09
# In files whose glyphs are wider than the room they are given, letters overlap; there word spaces
# shrink to .034 (after "f"), and letters of one word part by .029 at most (767 resumes).
WORD_GAP_OVERLAPPING = 0.031
# Where spaces are characters of the file, a smaller gap without one is letter-spacing.
WORD_GAP_SPACED = 0.25
_OVERLAP = -0.02  # of the height: a pair of letters overlaps
_OVERLAPPING_SHARE = 0.8  # of the pairs: .92 to .98 in the files meant above, elsewhere up to .7
_SAMPLE = 500  # characters looked at to tell
_SPACED_SHARE = 0.05  # of the characters are drawn spaces: the file has space characters
SEAM = "\ufffe"  # ends a word that a hyphen parts at the end of a line
# PDFium's mark for a hyphen at a line's end; and soft hyphens, which are drawn where they are.
# The codes 1B to 1F are the ligatures of TeX's T1 fonts, where a file has no Unicode map.
_SPELLING = str.maketrans(
    {"\x02": SEAM, "\xa0": " ", "\xad": "-", "\x1b": "\ufb00", "\x1c": "\ufb01"}
    | {"\x1d": "\ufb02", "\x1e": "\ufb03", "\x1f": "\ufb04"}
)
_INVISIBLE = 3  # text render mode: neither filled nor stroked
_BACK = 0.3  # of the height: how far before the last letter's start a letter may start (accents)


class PdfiumError(Exception):
    """PDFium could not open a file or page; ``code`` is FPDF_GetLastError's."""

    def __init__(self, code: int) -> None:
        super().__init__(f"PDFium error {code}")
        self.code = code

    @property
    def needs_password(self) -> bool:
        """Whether the file opens with a password only."""
        return self.code in (4, 5)  # FPDF_ERR_PASSWORD; _SECURITY: locked by a certificate


@dataclass(slots=True)
class Word:
    """A word and its box in points, y upwards; ``index`` is that of its first character."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    index: int
    even: bool  # all letters seem to be of one width: monospaced, or a replacement text

    @property
    def height(self) -> float:
        """Of the line box, in points."""
        return self.top - self.bottom


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    function = _library[name]
    function.restype = result
    function.argtypes = arguments
    return function


_library = ctypes.CDLL(raw._libs["pdfium"]._name)
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
        drawn = [i for i, char in enumerate(text) if char > " "]
        boxes = (ctypes.c_float * (4 * len(drawn)))()
        start = ctypes.addressof(boxes)
        places = range(start, start + 16 * len(drawn), 16)
        deque(map(_loose_box, repeat(self._address), drawn, places), 0)
        flat = list(boxes)
        left, top, right, bottom = flat[0::4], flat[1::4], flat[2::4], flat[3::4]
        if self.rotation:
            left, right, bottom, top = _turn(self.rotation, left, right, bottom, top)
        share = _gap_share(drawn, left, right, top, bottom, self._has_drawn_spaces(text))
        return _split_words(text, drawn, left, right, bottom, top, share)

    def _has_drawn_spaces(self, text: str) -> bool:
        """Whether the file has space characters; PDFium makes up spaces where it sees gaps."""
        spaces = [i for i in range(min(len(text), _SAMPLE)) if text[i] == " "]
        n_drawn = sum(not _is_generated(self._address, i) for i in spaces)
        return n_drawn > _SPACED_SHARE * min(len(text), _SAMPLE)

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


def _turn(
    rotation: int,
    left: list[float],
    right: list[float],
    bottom: list[float],
    top: list[float],
) -> tuple[list[float], list[float], list[float], list[float]]:
    """Boxes as a page turned clockwise by ``rotation`` quarters shows them."""
    if rotation == 2:
        return [-x for x in right], [-x for x in left], [-y for y in top], [-y for y in bottom]
    if rotation == 1:
        return bottom, top, [-x for x in right], [-x for x in left]
    return [-y for y in top], [-y for y in bottom], left, right


def _split_words(
    text: str,
    drawn: list[int],
    left: list[float],
    right: list[float],
    bottom: list[float],
    top: list[float],
    share: float,
) -> list[Word]:
    """Words of the characters at the indices ``drawn``, whose boxes are given. A word ends at a
    space, at a gap of ``share`` of the height, or where the line does."""
    words: list[Word] = []
    append = words.append
    first = -1  # place in ``drawn`` of the word's first character; -1 between words
    begin = end = floor = ceiling = 0.0
    following = -1  # the index that a character of the same word has
    k = -1
    for i, x0, x1, y0, y1 in zip(drawn, left, right, bottom, top, strict=True):
        k += 1
        if i == following:
            # The letters of a ligature share one box.
            height = y1 - y0
            if (
                x0 - end < share * height
                and begin - x0 < _BACK * height
                and floor < (y0 + y1) / 2 < ceiling
                and text[i] != SEAM
            ):
                if x1 > end:
                    end = x1
                begin, floor, ceiling = x0, y0, y1
                following = i + 1
                continue
        if first >= 0:
            append(_word(text, drawn, left, right, bottom, top, first, k, end))
        if text[i] == SEAM:  # a hyphen at the end of a line, as PDFium marks it
            if words and not words[-1].text.endswith(SEAM):
                words[-1].text += SEAM
            first = following = -1
            continue
        first, following = k, i + 1
        begin, end, floor, ceiling = x0, x1, y0, y1
    if first >= 0:
        append(_word(text, drawn, left, right, bottom, top, first, len(drawn), end))
    return words


def _word(
    text: str,
    drawn: list[int],
    left: list[float],
    right: list[float],
    bottom: list[float],
    top: list[float],
    first: int,
    after: int,
    end: float,
) -> Word:
    """The word of the drawn characters from ``first`` up to ``after``."""
    index = drawn[first]
    n_chars = after - first
    x0 = left[first]
    width = end - x0
    even = n_chars > 1 and abs((right[first] - x0) * n_chars - width) < 0.02 * width
    return Word(text[index : index + n_chars], x0, end, bottom[first], top[first], index, even)


def _gap_share(
    drawn: list[int],
    left: list[float],
    right: list[float],
    top: list[float],
    bottom: list[float],
    spaced: bool,
) -> float:
    """The gap that ends a word on this page, as a share of the height."""
    if spaced:
        return WORD_GAP_SPACED
    pairs = [
        k
        for k in range(1, min(len(drawn), _SAMPLE))
        if drawn[k] == drawn[k - 1] + 1 and top[k] == top[k - 1]
    ]
    overlaps = sum(left[k] - right[k - 1] < _OVERLAP * (top[k] - bottom[k]) for k in pairs)
    return WORD_GAP_OVERLAPPING if overlaps > _OVERLAPPING_SHARE * len(pairs) else WORD_GAP
