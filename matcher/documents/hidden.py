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
from itertools import compress

import numpy as np
import numpy.typing as npt

from matcher.documents.pdfium import MIN_CONTRAST, Page, PdfiumError
from matcher.documents.words import Edges, Word

MIN_HEIGHT = 2.5  # points, of the line box; type of 2 points is unreadable, footnotes have 6
_SCALE = 0.4  # pixels per point: type of 8 points has lines of 4 pixels
_MAX_PIXELS = 1_000_000  # a poster is drawn smaller
_SAMPLE = 40  # words looked at to tell a scan with OCR


def visible(page: Page, words: list[Word]) -> tuple[list[Word], int]:
    """The words that can be seen, in the same order, and the number of the others, not counting
    dots and single letters: those are slips, not stuffing."""
    left, bottom, right, top = page.view
    edges = _edges(words)
    lefts, rights, bottoms, tops = edges
    on_page = (rights > left) & (lefts < right) & (tops > bottom) & (bottoms < top)
    legible = tops - bottoms >= MIN_HEIGHT
    for number in np.flatnonzero(~legible).tolist():  # a low box of wide letters
        word = words[number]
        legible[number] = word.right - word.left >= MIN_HEIGHT * len(word.text)
    seen = on_page & legible
    shown = words
    if not seen.all():
        shown, edges = list(compress(words, seen.tolist())), edges[:, seen]
    area = (right - left) * (top - bottom)
    if shown and area > 0:
        shown = _inked(page, shown, edges, min(_SCALE, (_MAX_PIXELS / area) ** 0.5))
    return shown, 0 if shown is words else _n_telling(words) - _n_telling(shown)


def _edges(words: list[Word]) -> Edges:
    """Left, right, bottom and top of the words, in points: shape ``(4, n_words)``."""
    boxes = [(word.left, word.right, word.bottom, word.top) for word in words]
    return np.array(boxes, dtype=np.float64).reshape(-1, 4).T


def _inked(page: Page, words: list[Word], edges: Edges, scale: float) -> list[Word]:
    """The words that leave ink, and honest ones that do not; the same list when all stay."""
    try:
        pixels, width, height = page.render(scale)
    except PdfiumError:
        return words
    view = _View(pixels, width, height, page.view[0], page.view[3], scale)
    across = compress(words, view.without_ink_across(edges).tolist())
    faint = {id(word) for word in across if _tells(word) and not view.has_ink(word)}
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

    def without_ink_across(self, edges: Edges) -> npt.NDArray[np.bool_]:
        """Of which words, given their edges, the middle row has no ink: few, and all that may have
        none at all."""
        left, right, bottom, top = edges * self.scale
        origin, width = self.left * self.scale, self.width
        x0 = (left - origin).astype(np.intp)
        x1 = np.minimum((right - origin).astype(np.intp) + 2, width)
        y = (self.top * self.scale - (top + bottom) / 2).astype(np.intp)
        inside = (left >= origin) & (x0 < x1) & (y >= 0) & (y < self.height)
        rows = np.flatnonzero(inside)
        rows = rows[np.argsort(y[rows] * width + x0[rows])]
        # From one start to its end, from there to the next start, and so on to the last end.
        bounds = np.stack([y * width + x0, y * width + x1], axis=1)[rows].ravel()
        without = np.ones(len(left), dtype=np.bool_)
        if len(rows):
            shades = np.frombuffer(self.pixels + b"\0", dtype=np.uint8)  # the last end is in it
            darkest = np.minimum.reduceat(shades, bounds)[::2]
            brightest = np.maximum.reduceat(shades, bounds)[::2]
            without[rows] = brightest - darkest < MIN_CONTRAST
        return without

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
