"""Words that a reader of the page cannot see: they must not earn anything.

The page is drawn in small and a word counts as seen when it leaves ink: any difference of
brightness inside its box. One test finds white on white, render mode 3, alpha 0, layers that are
off, words clipped away or painted over, and passes white on black, text over pictures, and the
invisible text of a scan with OCR, which lies over the picture of the same words. Words off the
page and words too small to read are told by their boxes. Not found: a hidden word that lies over
something visible, such as a picture or another word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.documents.pdfium import MIN_CONTRAST, Page, PdfiumError
from matcher.documents.words import Word

MIN_HEIGHT = 2.5  # points, of the line box; type of 2 points is unreadable, footnotes have 6
_SCALE = 0.4  # pixels per point: type of 8 points has lines of 4 pixels
_MAX_PIXELS = 1_000_000  # a poster is drawn smaller
_SAMPLE = 40  # words looked at to tell a scan with OCR


def visible(page: Page, words: list[Word]) -> tuple[list[Word], int]:
    """The words that can be seen, in the same order, and the number of the others, not counting
    dots and single letters: those are slips, not stuffing."""
    left, bottom, right, top = page.view
    shown = [
        word
        for word in words
        if word.right > left
        and word.left < right
        and word.top > bottom
        and word.bottom < top
        and (
            word.top - word.bottom >= MIN_HEIGHT
            or word.right - word.left >= MIN_HEIGHT * len(word.text)
        )
    ]
    if len(shown) == len(words):
        shown = words
    area = (right - left) * (top - bottom)
    if shown and area > 0:
        shown = _inked(page, shown, min(_SCALE, (_MAX_PIXELS / area) ** 0.5))
    return shown, 0 if shown is words else _n_telling(words) - _n_telling(shown)


def _inked(page: Page, words: list[Word], scale: float) -> list[Word]:
    """The words that leave ink, and honest ones that do not; the same list when all stay."""
    try:
        pixels, width, height = page.render(scale)
    except PdfiumError:
        return words
    view = _View(pixels, width, height, page.view[0], page.view[3], scale)
    faint = {id(word) for word in view.without_ink_across(words) if _tells(word)}
    faint = {id(word) for word in words if id(word) in faint and not view.has_ink(word)}
    if not faint:
        return words
    return _with_honest_ghosts(page, words, [word for word in words if id(word) not in faint])


def _tells(word: Word) -> bool:
    """Whether a word has a letter or digit: a dot is too small to be sure of its ink."""
    return any(map(str.isalnum, word.text))


def _n_telling(words: list[Word]) -> int:
    return sum(len(word.text) > 1 for word in words)


def _with_honest_ghosts(page: Page, words: list[Word], inked: list[Word]) -> list[Word]:
    """The inked words, and those without ink that are no trick: words of a font that this machine
    cannot draw, and the invisible words of a scan with OCR whose place is a little off."""
    sample = inked[:: max(1, len(inked) // _SAMPLE)]
    is_scan = 2 * sum(page.ghost_kind(word) == "ocr" for word in sample) > len(sample)
    kept = set(map(id, inked))
    for word in words:
        if id(word) not in kept:
            kind = page.ghost_kind(word)
            if kind == "font" or (kind == "ocr" and is_scan):
                kept.add(id(word))
    return [word for word in words if id(word) in kept]


@dataclass(frozen=True, slots=True)
class _View:
    """A page drawn in grey."""

    pixels: bytes
    width: int
    height: int
    left: float
    top: float
    scale: float

    def without_ink_across(self, words: list[Word]) -> list[Word]:
        """The words whose middle row has no ink: few, and all that may have none at all."""
        edges = np.array([(word.left, word.right, word.bottom, word.top) for word in words])
        left, right, bottom, top = (edges * self.scale).T
        origin, width = self.left * self.scale, self.width
        x0 = (left - origin).astype(np.intp)
        x1 = np.minimum((right - origin).astype(np.intp) + 2, width)
        y = (self.top * self.scale - (top + bottom) / 2).astype(np.intp)
        inside = (left >= origin) & (x0 < x1) & (y >= 0) & (y < self.height)
        start, end = y * width + x0, y * width + x1
        start[~inside] = end[~inside] = 0
        shades = np.frombuffer(self.pixels, dtype=np.uint8)
        # Dark and white pixels before each pixel: a row with both has ink.
        dark = np.concatenate([[0], np.cumsum(shades <= 255 - MIN_CONTRAST, dtype=np.int32)])
        white = np.concatenate([[0], np.cumsum(shades == 255, dtype=np.int32)])
        inked = (dark[end] > dark[start]) & (white[end] > white[start])
        found: list[Word] = []
        for number in np.flatnonzero(~inked).tolist():
            row = self.pixels[start[number] : end[number]]
            if not row or max(row) - min(row) < MIN_CONTRAST:
                found.append(words[number])
        return found

    def has_ink(self, word: Word) -> bool:
        """Whether any row of a word has ink."""
        x0 = max(0, int((word.left - self.left) * self.scale))
        x1 = min(self.width, int((word.right - self.left) * self.scale) + 2)
        y0 = max(0, int((self.top - word.top) * self.scale))
        y1 = min(self.height, int((self.top - word.bottom) * self.scale) + 1)
        darkest, brightest = 255, 0
        for y in range(y0, y1):
            row = self.pixels[y * self.width + x0 : y * self.width + x1]
            if row:
                darkest = min(darkest, min(row))
                brightest = max(brightest, max(row))
        return brightest - darkest >= MIN_CONTRAST
