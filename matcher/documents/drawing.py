"""A page drawn in small: where there is ink, which tells what a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.documents.pdfium import MIN_CONTRAST, Page, PdfiumError
from matcher.documents.words import Edges, Word

_SCALE = 0.4  # pixels per point: type of 8 points has lines of 4 pixels
_MAX_PIXELS = 1_000_000  # a poster is drawn smaller
# A list glyph, in heights of its line: how far before the text it starts and how large it is.
_FARTHEST, _LARGEST = 2.2, 0.55
_ADORNED = 20  # heights: the longest heading between two ornaments


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page drawn in grey."""

    pixels: bytes
    width: int
    height: int
    left: float  # of the page, in points
    top: float
    scale: float  # pixels per point

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

    def has_mark_before(
        self, words: Edges, left: float, right: float, bottom: float, top: float
    ) -> bool:
        """Whether a list glyph is drawn before the text in this box: a spot smaller than the line
        with nothing around it, where none of the page's words stands (their edges are given), and
        none behind the text as well, which would be an ornament. The bullets of lists that
        browsers print are drawings, no characters."""
        reach = _FARTHEST * (top - bottom)
        start = left - reach
        if not self._has_spot(start, left, bottom, top):
            return False
        short = right - left < _ADORNED * (top - bottom)
        if short and self._has_spot(right, right + reach, bottom, top, behind=True):
            return False
        lefts, rights, bottoms, tops = words
        beside = (lefts < left) & (rights > start) & (bottoms < top) & (tops > bottom)
        return not beside.any()

    def _has_spot(
        self, left: float, right: float, bottom: float, top: float, *, behind: bool = False
    ) -> bool:
        """Whether all ink in the box is one spot that does not touch its edges; save, where the box
        lies ``behind`` a text, the left one."""
        scale, width, pixels = self.scale, self.width, self.pixels
        x0 = int((left - self.left) * scale) + behind  # without the last letter's edge
        x1 = int((right - self.left) * scale)
        y0 = round((self.top - top) * scale) - 1  # one more, for the drawing is coarse
        y1 = round((self.top - bottom) * scale) + 1
        if x0 < 0 or y0 < 0 or x1 - x0 < 3 or y1 > self.height:
            return False
        paper = pixels[y0 * width + x0]
        blank = bytes(range(max(0, paper - MIN_CONTRAST + 1), min(256, paper + MIN_CONTRAST)))
        rows = [pixels[y * width + x0 : y * width + x1] for y in range(y0, y1)]
        inked = [y for y, row in enumerate(rows) if row.translate(None, blank)]
        # Closely set lines reach into each other: what touches an edge is of the next one's glyph.
        down = _inner_run(inked, len(rows))
        if not down:
            return False
        box, n_columns = b"".join(rows[down[0] : down[-1] + 1]), x1 - x0
        across = [x for x in range(n_columns) if box[x::n_columns].translate(None, blank)]
        if across[0] == 0 and not behind:
            return False
        if across[-1] == n_columns - 1:
            return False
        largest = _LARGEST * (top - bottom) * self.scale + 1
        return max(down[-1] - down[0], across[-1] - across[0]) < largest


def _inner_run(numbers: Sequence[int], end: int) -> list[int]:
    """The one run of neighbouring numbers that reaches neither 0 nor the last one before ``end``;
    empty where there is none, or several."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    inner = [run for run in runs if run[0] > 0 and run[-1] < end - 1]
    return inner[0] if len(inner) == 1 else []


def draw(page: Page) -> Drawing | None:
    """The page in small; None where it cannot be drawn."""
    left, bottom, right, top = page.view
    area = (right - left) * (top - bottom)
    if area <= 0:
        return None
    scale = min(_SCALE, (_MAX_PIXELS / area) ** 0.5)
    try:
        pixels, width, height = page.render(scale)
    except PdfiumError:
        return None
    return Drawing(pixels, width, height, left, top, scale)
