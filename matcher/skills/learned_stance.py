"""How a line of a resume speaks of a skill, learned from lines that people wrote: a linear model
over the words around its name, for what no rule of :mod:`matcher.skills.stance` foresees.

The weights (``stance_weights.tsv``) are made by ``matcher train --stances`` from the lines of
``corpus/stances``; each is the log-odds that a feature adds to "not held" against "held".
"""

from __future__ import annotations

import csv
import functools
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeAlias

from matcher.redaction import neutral_word

Kind: TypeAlias = Literal["negated", "aspiring", "adjacent"]
Weight: TypeAlias = tuple[float, float, float]  # of each kind, against a claim

KINDS: tuple[Kind, ...] = ("negated", "aspiring", "adjacent")
WEIGHTS = Path(__file__).with_name("stance_weights.tsv")
BIAS = "(bias)"
REACH = 16  # words before and behind a mention that are looked at
_NEAR = 3  # words
_LEAST_TELLING = 3  # words that are no names: a list of names tells nothing
# Log-odds that the words by themselves must give to some kind: four mentions in five have less, are
# held in nearly every case, and are looked at no closer.
_LEAST_ROUGH = 2.0
# A skill is taken for held unless the model is as sure as this that it is not: of the mentions in
# public resumes nearly all are held.
SURE = 0.8

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")
_STOPS = frozenset(".!?•")


def words_of(line: str) -> tuple[list[str], list[int]]:
    """The words and signs of a line and their offsets: in small letters and without gender, names
    (capitals inside a sentence) as "X", what has a digit as "0"."""
    words, starts = [], []
    opens = True  # a sentence
    for found in _WORD.finditer(line):
        word = found[0]
        if not word.isalpha() and any(map(str.isdigit, word)):
            plain = "0"
        elif not opens and word[0].isupper() and word != "I":
            plain = "X"
        else:
            plain = neutral_word(word.lower().replace("’", "'"))
        words.append(plain)
        starts.append(found.start())
        opens = word in _STOPS
    return words, starts


def features(before: Sequence[str], behind: Sequence[str]) -> Iterator[str]:
    """The features of a mention between words: each word, and each two or three in a row, with the
    side on which they stand and whether they are near, and without."""
    for side, words in (("<", before[::-1]), (">", behind)):
        for at, word in enumerate(words):
            yield f"{side}{'near' if at < _NEAR else 'far'} {word}"
            yield f"{side} {word}"
            if at + 1 < len(words):
                yield f"{side} {word} {words[at + 1]}"
            if at + 2 < len(words):
                yield f"{side} {word} {words[at + 1]} {words[at + 2]}"
        yield f"{side}1 {words[0] if words else ''}"
        yield f"{side}2 {' '.join(words[:2])}"
        yield f"{side}3 {' '.join(words[:3])}"
    for word in dict.fromkeys((*before, *behind)):  # in order, so that sums are the same
        yield f"= {word}"
    for words in (before, behind):
        for one, other in pairwise(words):
            yield f"= {one} {other}"


@functools.cache
def _rough_weights() -> Mapping[str, float]:
    """The log-odds of each word for the kind that it speaks for most, wherever it stands."""
    return {
        feature.removeprefix("= "): max(weights)
        for feature, weights in load_weights().items()
        if feature.startswith("= ") and feature.count(" ") == 1
    }


def _is_telling(word: str) -> bool:
    return len(word) > 1 and word[0].isalpha()


@functools.cache
def load_weights(path: Path = WEIGHTS) -> Mapping[str, Weight]:
    """The weights of the features, by feature."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return {feature: (float(a), float(b), float(c)) for feature, a, b, c in rows}


def odds_of(found: Iterator[str], weights: Mapping[str, Weight]) -> list[float]:
    """The odds of each kind against a claim."""
    sums = list(weights[BIAS])
    for feature in found:
        if (weight := weights.get(feature)) is not None:
            sums[0] += weight[0]
            sums[1] += weight[1]
            sums[2] += weight[2]
    return [math.exp(min(each, 50.0)) for each in sums]


class LearnedStances:
    """The stances of one text towards its mentions, line by line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._weights, self._rough = load_weights(), _rough_weights()
        self._lines: dict[int, tuple[list[str], list[int]]] = {}

    def of(self, start: int, end: int) -> Kind | None:
        """How the line of ``text[start:end]`` speaks of it; None: it is held."""
        line_start = self._text.rfind("\n", 0, start) + 1
        line = self._lines.get(line_start)
        if line is None:
            line_end = self._text.find("\n", end)
            line = words_of(self._text[line_start : line_end if line_end >= 0 else None])
            self._lines[line_start] = line
        words, starts = line
        first = bisect_left(starts, start - line_start)
        last = bisect_left(starts, end - line_start)
        before, behind = words[max(0, first - REACH) : first], words[last : last + REACH]
        around = dict.fromkeys((*before, *behind))
        if sum(self._rough.get(word, 0.0) for word in around) < _LEAST_ROUGH:
            return None
        if sum(map(_is_telling, (*before, *behind))) < _LEAST_TELLING:
            return None
        odds = odds_of(features(before, behind), self._weights)
        if sum(odds) / (1 + sum(odds)) < SURE:
            return None
        return KINDS[odds.index(max(odds))]
