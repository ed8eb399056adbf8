"""Words of a PDF page, built from the boxes of its characters.

PDFium's own text calls decide where words end by a rule that glues the words of whole families
of files ("Oversawateamof"): in all of 767 resumes of one renderer they found 613 words where a
reader counts 784. The boxes of the characters are right, so words are split here, at gaps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, count

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
SAMPLE = 500  # characters looked at to tell
SEAM = "\ufffe"  # ends a word that a hyphen parts at the end of a line
_BACK = 0.3  # of the height: how far before the last letter's start a letter may start (accents)
_run = re.compile("[^\x00- ]+")


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


@dataclass(slots=True)
class Boxes:
    """Edges of characters, in points."""

    left: list[float]
    right: list[float]
    bottom: list[float]
    top: list[float]

    def turned(self, quarters: int) -> Boxes:
        """The boxes as a page turned clockwise by so many quarters shows them."""
        left, right, bottom, top = self.left, self.right, self.bottom, self.top
        if quarters % 4 == 0:
            return self
        if quarters % 4 == 2:
            return Boxes(_negative(right), _negative(left), _negative(top), _negative(bottom))
        if quarters % 4 == 1:
            return Boxes(bottom, top, _negative(right), _negative(left))
        return Boxes(_negative(top), _negative(bottom), left, right)


def _negative(values: list[float]) -> list[float]:
    return [-value for value in values]


def drawn_in(text: str) -> list[int]:
    """Indices of the characters that leave ink."""
    return list(chain.from_iterable(range(*match.span()) for match in _run.finditer(text)))


def split_words(text: str, drawn: list[int], boxes: Boxes, share: float) -> list[Word]:
    """Words of the characters at the indices ``drawn``, whose boxes are given. A word ends at a
    space, at a gap of ``share`` of the height, or where the line does."""
    left, right, bottom, top = boxes.left, boxes.right, boxes.bottom, boxes.top
    words: list[Word] = []
    append = words.append
    first = 0  # place of the word's first character among the boxes
    for k in [*_suspects(text, drawn, boxes, share), len(drawn)]:
        index = drawn[first]
        n_chars = k - first
        # The letters of a ligature share one box: the word's end may lie beyond its last letter's.
        x0, x1 = left[first], max(right[first:k])
        if k < len(drawn) and drawn[k] - index == n_chars and text[index] != SEAM != text[drawn[k]]:
            height = top[k] - bottom[k]
            if (
                left[k] - x1 < share * height
                and left[k - 1] - left[k] < _BACK * height
                and bottom[k - 1] < (bottom[k] + top[k]) / 2 < top[k - 1]
            ):
                continue
        if text[index] == SEAM:  # a hyphen at the end of a line, as PDFium marks it
            if words and not words[-1].text.endswith(SEAM):
                words[-1].text += SEAM
        else:
            width = x1 - x0
            even = n_chars > 1 and abs((right[first] - x0) * n_chars - width) < 0.02 * width
            word = text[index : index + n_chars]
            append(Word(word, x0, x1, bottom[first], top[first], index, even))
        first = k
    return words


def _suspects(text: str, drawn: list[int], boxes: Boxes, share: float) -> list[int]:
    """Places at which a word may begin, found in one pass: all at which one does, and few more."""
    left, right, bottom, top = boxes.left, boxes.right, boxes.bottom, boxes.top
    pairs = zip(
        count(1), drawn[1:], drawn, left[1:], left, right, bottom[1:], bottom, top[1:], top,
        strict=False,
    )  # fmt: skip
    found = [
        k
        for k, i, before, x0, begin, end, y0, floor, y1, ceiling in pairs
        if i - before != 1
        or x0 - end >= share * (height := y1 - y0)
        or (begin > x0 and begin - x0 >= _BACK * height)
        or height <= 0
        or ((y0 != floor or y1 != ceiling) and not floor < (y0 + y1) / 2 < ceiling)
    ]
    if SEAM in text:
        seams = [k for k, i in enumerate(drawn) if text[i] == SEAM]
        after = [k + 1 for k in seams if k + 1 < len(drawn)]
        found = sorted({*found, *seams, *after} - {0})
    return found


def gap_share(drawn: list[int], boxes: Boxes, *, spaced: bool) -> float:
    """The gap that ends a word on this page, as a share of the height."""
    if spaced:
        return WORD_GAP_SPACED
    left, right, bottom, top = boxes.left, boxes.right, boxes.bottom, boxes.top
    pairs = [
        k
        for k in range(1, min(len(drawn), SAMPLE))
        if drawn[k] == drawn[k - 1] + 1 and top[k] == top[k - 1]
    ]
    overlaps = sum(left[k] - right[k - 1] < _OVERLAP * (top[k] - bottom[k]) for k in pairs)
    return WORD_GAP_OVERLAPPING if overlaps > _OVERLAPPING_SHARE * len(pairs) else WORD_GAP
