"""Words that two sentences share, weighed by how rare they are among the duties of all roles.

A static encoder says what two sentences are about; whether one speaks of the very thing that the
other asks for, the words say that both have.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import Stemmer

from matcher.embedding import Vectors

_WORD = re.compile(r"[a-z0-9][a-z0-9+#.]*[a-z0-9+#]")
_UNITS = 4096  # of a whole sentence: sums of whole numbers below 2**24 are exact in float32
_english = Stemmer.Stemmer("english", 0)


def stems(sentence: str) -> frozenset[str]:
    """The words of a sentence of two letters and more, by their stems (Porter 2, snowballstem.org):
    "managing" and "manages" are one."""
    return frozenset(map(_stem, _WORD.findall(sentence.lower())))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    stem: str = _english.stemWord(word)
    return stem


class Rarity:
    """How rare a stem is among ``sentences``: ln((n + 1) / (n with it + 1)), the inverse document
    frequency (Spärck Jones 1972, doi:10.1108/eb026526)."""

    def __init__(self, sentences: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        n_sentences = 1
        for sentence in sentences:
            n_sentences += 1
            counts.update(stems(sentence))
        self._weights = {stem: math.log(n_sentences / (n + 1)) for stem, n in counts.items()}
        self._unseen = math.log(n_sentences)
        # The same duties are looked at for every resume.
        self.shares = lru_cache(maxsize=10_000)(self._shares)

    def _shares(self, sentence: str) -> Mapping[str, int]:
        """What each stem is of a sentence, by rarity: whole numbers that add up to 4096 at most."""
        weights = {stem: self._weights.get(stem, self._unseen) for stem in stems(sentence)}
        whole = math.fsum(weights.values()) or 1.0
        return {stem: int(_UNITS * weight / whole) for stem, weight in weights.items()}


def overlap(said: Sequence[frozenset[str]], asked: Sequence[Mapping[str, int]]) -> Vectors:
    """Which share of each sentence that is asked for (:meth:`Rarity.shares`) the words of each that
    is said (:func:`stems`) cover, in [0, 1]; shape ``(n_said, n_asked)``."""
    # Those of both only: a resume may have any number of its own.
    shared = frozenset().union(*said).intersection(frozenset().union(*asked))
    numbers = {stem: number for number, stem in enumerate(sorted(shared))}
    has = np.zeros((len(said), len(numbers)), dtype=np.float32)
    for row, found in enumerate(said):
        has[row, [numbers[stem] for stem in found if stem in numbers]] = 1
    weighs = np.zeros((len(numbers), len(asked)), dtype=np.float32)
    for column, shares in enumerate(asked):
        for stem in shares.keys() & numbers.keys():
            weighs[numbers[stem], column] = shares[stem]
    covered: Vectors = has @ weighs / np.float32(_UNITS)
    return covered
