"""Words that a reader of the page cannot see: they must not earn anything.

The page is drawn in small and a word counts as seen when it leaves ink: any difference of
brightness inside its box. One test finds white on white, render mode 3, alpha 0, layers that are
off, words clipped away or painted over, and passes white on black, text over pictures, and the
invisible text of a scan with OCR, which lies over the picture of the same words. Words off the
page and words too small to read are told by their boxes. Not found: a hidden word that lies over
something visible, such as a picture or another word.
"""

from __future__ import annotations

from itertools import compress

import numpy as np

from matcher.documents.drawing import Drawing
from matcher.documents.pdfium import Page
from matcher.documents.words import Edges, Word, edges_of

MIN_HEIGHT = 2.5  # points, of the line box; type of 2 points is unreadable, footnotes have 6
_SAMPLE = 40  # words looked at to tell a scan with OCR


def visible(
    page: Page, words: list[Word], drawing: Drawing | None
) -> tuple[list[Word], Edges, int]:
    """The words that can be seen, in the same order, with their edges, and the number of the
    others, not counting dots and single letters: those are slips, not stuffing. Without a drawing
    ink is not asked for."""
    left, bottom, right, top = page.view
    edges = edges_of(words)
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
    if shown and drawing and (inked := _inked(page, shown, edges, drawing)) is not shown:
        shown, edges = inked, edges_of(inked)
    return shown, edges, 0 if shown is words else _n_telling(words) - _n_telling(shown)


def _inked(page: Page, words: list[Word], edges: Edges, drawing: Drawing) -> list[Word]:
    """The words that leave ink, and honest ones that do not; the same list when all stay."""
    across = compress(words, drawing.without_ink_across(edges).tolist())
    faint = {id(word) for word in across if _tells(word) and not drawing.has_ink(word)}
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
