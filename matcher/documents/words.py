"""Words of a PDF page, built from the boxes of its characters.

PDFium's own text calls decide where words end by a rule that glues the words of whole families
of files ("Oversawateamof"): in all of 767 resumes of one renderer they found 613 words where a
reader counts 784. The boxes of the characters are right, so words are split here, at gaps.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

# A gap of more than this share of the line's height ends a word. Word spaces that PDFium misses
# measure .12-.19 in ordinary files, kerning .05 at most.
WORD_GAP = 0.09
# In files whose glyphs are wider than the room they are given, letters overlap; there word spaces
# shrink to .034 (after "f"), and letters of one word part by .029 at most (767 resumes).
WORD_GAP_OVERLAPPING = 0.031
# Where spaces are characters of the file, a smaller gap without one is letter-spacing, unless no
# letters around it are spaced: then it is a space that kerning made small ("QA Automation"), which
# PDFium leaves out.
WORD_GAP_SPACED = 0.25
_SMALL_SPACE, _NO_SPACE = 0.1, 0.03
_OVERLAP = -0.02  # of the height: a pair of letters overlaps
_OVERLAPPING_SHARE = 0.8  # of the pairs: .92 to .98 in the files meant above, elsewhere up to .7
SAMPLE = 500  # characters looked at to tell
SEAM = "\ufffe"  # ends a word that a hyphen parts at the end of a line
# Where a file tells no line heights, the boxes are those of the ink, as low as small capitals; the
# height is then taken to be this many times the mean width of the letters.
_HEIGHT_OF_WIDTH = 1.8
_BACK = 0.3  # of the height: how far before the last letter's start a letter may start (accents)


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


Edges = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


@dataclass(slots=True)
class Boxes:
    """Edges of characters, in points; all of shape ``(n_characters,)``."""

    left: Edges
    right: Edges
    bottom: Edges
    top: Edges

    def turned(self, quarters: int) -> Boxes:
        """The boxes as a page turned clockwise by so many quarters shows them."""
        left, right, bottom, top = self.left, self.right, self.bottom, self.top
        if quarters % 4 == 0:
            return self
        if quarters % 4 == 2:
            return Boxes(-right, -left, -top, -bottom)
        if quarters % 4 == 1:
            return Boxes(bottom, top, -right, -left)
        return Boxes(-top, -bottom, left, right)


def edges_of(words: Sequence[Word]) -> Edges:
    """Left, right, bottom and top of the words, in points: shape ``(4, n_words)``."""
    return np.array(
        [
            [word.left for word in words],
            [word.right for word in words],
            [word.bottom for word in words],
            [word.top for word in words],
        ]
    )


def drawn_in(text: str) -> Indices:
    """Indices of the characters that leave ink."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.flatnonzero(codes > ord(" "))


def split_words(text: str, drawn: Indices, boxes: Boxes, share: float) -> list[Word]:
    """Words of the characters at the indices ``drawn``, whose boxes are given. A word ends at a
    space, at a gap of ``share`` of the height, or where the line does."""
    small = _small_spaces(drawn, boxes) if share == WORD_GAP_SPACED else frozenset()
    starts = _suspects(text, drawn, boxes, share, small)
    befores = starts - 1
    before = zip(  # the last character before each start; for the first one it is never looked at
        boxes.left[befores].tolist(),
        boxes.bottom[befores].tolist(),
        boxes.top[befores].tolist(),
        strict=True,
    )
    here = zip(
        starts.tolist(),
        drawn[starts].tolist(),
        boxes.left[starts].tolist(),
        boxes.right[starts].tolist(),
        # The letters of a ligature share one box: the end may lie beyond the last letter's.
        np.maximum.reduceat(boxes.right, starts).tolist(),
        boxes.bottom[starts].tolist(),
        boxes.top[starts].tolist(),
        strict=True,
    )
    words: list[Word] = []
    seams = SEAM in text
    wide = _HEIGHT_OF_WIDTH if share >= WORD_GAP else 0.0
    first = index = 0  # of the word that is open: its first character
    x0 = x1 = x_first = floor = ceiling = 0.0
    # One more, beyond the end, closes the last word.
    nothing = (0.0, 0.0, 0.0), (len(drawn), -1, 0.0, 0.0, 0.0, 0.0, 0.0)
    for (last_left, last_bottom, last_top), (k, at, left, right, far, bottom, top) in chain(
        zip(before, here, strict=True), [nothing]
    ):
        n_chars = k - first
        if n_chars:
            if (
                at - index == n_chars
                and last_left - left < _BACK * (top - bottom)
                and last_bottom < (bottom + top) / 2 < last_top
                and not (seams and SEAM in (text[index], text[at]))
            ):
                ink = wide * (x1 - x0) / n_chars if text[index].isalpha() else 0.0
                if left - x1 < share * max(top - bottom, ink) and k not in small:
                    x1 = max(x1, far)  # it goes on
                    continue
            if seams and text[index] == SEAM:  # a hyphen at the end of a line, as PDFium marks it
                if words and not words[-1].text.endswith(SEAM):
                    words[-1].text += SEAM
            else:
                width = x1 - x0
                even = n_chars > 1 and abs((x_first - x0) * n_chars - width) < 0.02 * width
                word = text[index : index + n_chars]
                words.append(Word(word, x0, x1, floor, ceiling, index, even))
        first, index, x0, x1, x_first, floor, ceiling = k, at, left, far, right, bottom, top
    return words


def _small_spaces(drawn: Indices, boxes: Boxes) -> frozenset[int]:
    """Where a word begins behind a space that is none in the text: a gap between letters that
    follow each other, two of which on either side have none between them."""
    height = (boxes.top - boxes.bottom)[1:]
    gap = np.where(np.diff(drawn) == 1, boxes.left[1:] - boxes.right[:-1], np.inf)
    closed = np.abs(gap) < _NO_SPACE * height
    opened = (gap >= _SMALL_SPACE * height) & (gap < WORD_GAP_SPACED * height)
    found = np.flatnonzero(opened[1:-1] & closed[:-2] & closed[2:]) + 2
    return frozenset(found.tolist())


def _suspects(text: str, drawn: Indices, boxes: Boxes, share: float, small: Set[int]) -> Indices:
    """Places at which a word may begin, the first one and all at which one does, and few more."""
    left, bottom, top = boxes.left[1:], boxes.bottom[1:], boxes.top[1:]
    begin, end, floor, ceiling = boxes.left, boxes.right, boxes.bottom[:-1], boxes.top[:-1]
    height, middle = top - bottom, (bottom + top) / 2
    suspect = (
        (np.diff(drawn) != 1)
        | (left - end[:-1] >= share * height)
        | ((begin[:-1] - left >= _BACK * height) & (begin[:-1] > left))
        | (height <= 0)
        | (((bottom != floor) | (top != ceiling)) & ~((floor < middle) & (middle < ceiling)))
    )
    if SEAM in text:
        seams = np.fromiter((text[i] == SEAM for i in drawn.tolist()), bool, len(drawn))
        suspect |= seams[1:] | seams[:-1]
    if small:
        suspect[np.array(sorted(small)) - 1] = True
    return np.concatenate([[0], np.flatnonzero(suspect) + 1])


def gap_share(drawn: Indices, boxes: Boxes, *, spaced: bool) -> float:
    """The gap that ends a word on this page, as a share of the height."""
    if spaced:
        return WORD_GAP_SPACED
    drawn, left, top = drawn[:SAMPLE], boxes.left[:SAMPLE], boxes.top[:SAMPLE]
    right, bottom = boxes.right[:SAMPLE], boxes.bottom[:SAMPLE]
    pairs = (np.diff(drawn) == 1) & (top[1:] == top[:-1])
    overlaps = pairs & (left[1:] - right[:-1] < _OVERLAP * (top[1:] - bottom[1:]))
    often = np.count_nonzero(overlaps) > _OVERLAPPING_SHARE * np.count_nonzero(pairs)
    return WORD_GAP_OVERLAPPING if often else WORD_GAP
