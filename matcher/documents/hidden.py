"""Words that a reader of the page cannot see: they must not earn anything.

The page is drawn in small and a word counts as seen when it leaves ink: any difference of
brightness inside its box. One test finds white on white, render mode 3, alpha 0, layers that are
off, words clipped away or painted over, and passes white on black, text over pictures, and the
invisible text of a scan with OCR, which lies over the picture of the same words. Words off the
page and words too small to read are told by their boxes. Not found: a hidden word that lies over
something visible, such as a picture or another word.
"""

from __future__ import annotations

from matcher.documents.pdfium import Page, PdfiumError, Word

MIN_HEIGHT = 2.5  # points, of the line box; type of 2 points is unreadable, footnotes have 6
_SCALE = 0.5  # pixels per point: a line of 8 points is 4 pixels high
_MAX_PIXELS = 1_000_000  # a poster is drawn smaller
_MIN_CONTRAST = 6  # of 255; grey hairline type of 7 points leaves 20, #FDFDFD on white under 3


def visible(page: Page, words: list[Word]) -> tuple[list[Word], int]:
    """The words that can be seen, in the same order, and the number of the others."""
    left, bottom, right, top = page.view
    shown = [
        word
        for word in words
        if word.top - word.bottom >= MIN_HEIGHT
        and word.right > left
        and word.left < right
        and word.top > bottom
        and word.bottom < top
    ]
    area = (right - left) * (top - bottom)
    if not shown or area <= 0:
        return shown, len(words) - len(shown)
    scale = min(_SCALE, (_MAX_PIXELS / area) ** 0.5)
    try:
        pixels, width, height = page.render(scale)
    except PdfiumError:
        return shown, len(words) - len(shown)
    shown = [word for word in shown if _leaves_ink(word, pixels, width, height, left, top, scale)]
    return shown, len(words) - len(shown)


def _leaves_ink(
    word: Word, pixels: bytes, width: int, height: int, left: float, top: float, scale: float
) -> bool:
    x0 = max(0, int((word.left - left) * scale))
    x1 = min(width, int((word.right - left) * scale) + 2)
    y0 = max(0, int((top - word.top) * scale))
    y1 = min(height, int((top - word.bottom) * scale) + 1)
    middle = (y0 + y1) // 2
    darkest, brightest = 255, 0
    # The middle row of a word nearly always has ink: most words are settled by one slice.
    for y in (middle, *range(y0, y1)):
        row = pixels[y * width + x0 : y * width + x1]
        if row:
            darkest = min(darkest, min(row))
            brightest = max(brightest, max(row))
            if brightest - darkest >= _MIN_CONTRAST:
                return True
    return False
