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

from matcher.documents.pdfium import MIN_CONTRAST, Page, PdfiumError
from matcher.documents.words import Word

MIN_HEIGHT = 2.5  # points, of the line box; type of 2 points is unreadable, footnotes have 6
_SCALE = 0.4  # pixels per point: type of 8 points has lines of 4 pixels
_MAX_PIXELS = 1_000_000  # a poster is drawn smaller
_SAMPLE = 40  # words looked at to tell a scan with OCR
_DARK = bytes(shade <= 255 - MIN_CONTRAST for shade in range(256))  # told from white


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
        pixels, width, left, top, scale = self.pixels, self.width, self.left, self.top, self.scale
        dark, white = pixels.translate(_DARK).find, pixels.find
        found: list[Word] = []
        for word in words:
            x0 = int((word.left - left) * scale)
            y = int((top - (word.top + word.bottom) / 2) * scale)
            if x0 >= 0 <= y:
                x1 = int((word.right - left) * scale) + 2
                start, end = y * width + x0, y * width + (x1 if x1 < width else width)
                if dark(1, start, end) >= 0 and white(255, start, end) >= 0:
                    continue  # the usual case, without a copy of the row
                row = pixels[start:end]
                if row and max(row) - min(row) >= MIN_CONTRAST:
                    continue
            found.append(word)
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
