"""How near a resume comes to a role: cosines, and words in common, on a scale that is measured for
each encoder."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from matcher.embedding import Vectors, cosines
from matcher.overlap import Rarity, overlap, stems
from matcher.profiles import Profile
from matcher.targets import Target
from matcher.titles import TitleVectors, join_titles, title_cosines

# Cosines of unrelated texts are far from 0, and how far depends on the encoder. The floor of a
# scale is the cosine that this share of the pairs of different families stays below; the ceiling
# is this part of the way from there to 1.
_UNRELATED_SENTENCES, _FULL_SENTENCES = 0.99, 0.32
_UNRELATED_TITLES, _FULL_TITLES = 0.95, 0.9
# Texts of the corpus on which the scales are measured, and in which words are counted.
_MEASURED_SENTENCES, _MEASURED_TITLES, _COUNTED = 400, 1_000, 1_000
# How much of the nearness of two sentences is words in common, the rest being their cosine. This
# and the scale of sentences were chosen so that an affinity is about the share of the full grade
# that judges gave the line for the responsibility (evaluation/evidence.py).
_WORDS = np.float32(0.5)
# Lines make a position relevant by their third nearest responsibility: one line is near to
# something by chance.
_RELEVANT_RESPONSIBILITIES = 3

_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns nearness into affinities in [0, 1]: 0 at ``floor`` and below, 1 at ``ceiling``."""

    floor: float
    ceiling: float

    def affinity(self, near: Vectors) -> Vectors:
        """Affinities of an array of cosines or the like, same shape."""
        scaled: Vectors = (near - np.float32(self.floor)) / np.float32(self.ceiling - self.floor)
        return np.clip(scaled, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Scales:
    """One scale for sentences, one for titles; both depend on the encoder. ``rarity`` is that of
    words among the responsibilities of the roles."""

    sentences: Scale
    titles: Scale
    rarity: Rarity


@dataclass(frozen=True, slots=True)
class Affinities:
    """How near a profile comes to a target."""

    # Of each responsibility to the line that speaks for it, and the number of that line; a line
    # speaks for one responsibility, and where none is left the affinity is 0.
    sentences: Vectors  # (n_responsibilities,)
    speaking: npt.NDArray[np.intp]  # (n_responsibilities,)
    titles: Vectors  # of each title to the best one of the target, by its worth: (n_titles,)
    # Of each position, by its lines: that of the responsibility which they come third nearest to.
    positions: Vectors  # (n_positions,)


def affinities(profile: Profile, targets: Sequence[Target], scales: Scales) -> list[Affinities]:
    """Affinities of one profile to many targets, in one product each for lines and titles."""
    if not targets:
        return []
    duties = [target.responsibility_vectors for target in targets]
    named = [target.title_vectors for target in targets]
    worths = np.concatenate([target.title_worths for target in targets])
    near = nearness(profile, targets, scales)
    sentences = scales.sentences.affinity(near)
    titles = scales.titles.affinity(title_cosines(profile.title_vectors, join_titles(named)))
    titles *= worths
    spoken, speaking = _speaking(targets, near, sentences, profile.distinct)
    return [
        Affinities(affinity, line, part.max(axis=1, initial=0), positions)
        for affinity, line, part, positions in zip(
            _split(spoken, duties),
            _split(speaking, duties),
            _split(titles, named),
            _positions(profile, sentences, duties),
            strict=True,
        )
    ]


def nearness(profile: Profile, targets: Sequence[Target], scales: Scales) -> Vectors:
    """How near each passage comes to each responsibility of the targets in a row, before it becomes
    an affinity: shape ``(n_passages, n_responsibilities)``."""
    return _nearness(
        cosines(
            profile.passage_vectors,
            np.concatenate([target.responsibility_vectors for target in targets]),
        ),
        profile.passage_words,
        [text for target in targets for text in target.responsibilities],
        scales.rarity,
    )


def _speaking(
    targets: Sequence[Target], near: Vectors, sentences: Vectors, distinct: npt.NDArray[np.intp]
) -> tuple[Vectors, npt.NDArray[np.intp]]:
    """For each responsibility the affinity of the line that speaks for it, and its number; for
    those of all targets in a row.

    The nearest pair of a target is taken first, then the nearest of what is left; ties by what the
    responsibility and the line say. That is the stable matching (Gale and Shapley 1962,
    doi:10.2307/2312726) of those who prefer whom they are near to, so one more line never takes
    anything from a responsibility (Gale and Sotomayor 1985, doi:10.1016/0166-218X(85)90074-5).
    ``near`` and ``sentences`` are cosines and affinities, shape ``(n_passages,
    n_responsibilities)``; ``distinct`` are the lines to choose from.
    """
    order: list[int] = []  # the responsibilities of each target by what they say
    owners: list[int] = []
    for owner, target in enumerate(targets):
        first, said = len(order), target.responsibilities
        order += [first + number for number in sorted(range(len(said)), key=said.__getitem__)]
        owners += [owner] * len(said)
    chosen = np.ix_(distinct, np.array(order, dtype=np.intp))
    rows, columns = sentences[chosen].nonzero()
    nearest = np.argsort(-near[chosen][rows, columns], kind="stable")
    lines: dict[int, int] = {}  # by responsibility
    taken: set[tuple[int, int]] = set()
    for row, column in zip(rows[nearest].tolist(), columns[nearest].tolist(), strict=True):
        duty, pair = order[column], (owners[column], row)
        if duty not in lines and pair not in taken:
            lines[duty] = row
            taken.add(pair)
    affinity = np.zeros(near.shape[1], dtype=np.float32)
    line = np.zeros(near.shape[1], dtype=np.intp)
    spoken = list(lines)
    line[spoken] = speaking = distinct[list(lines.values())]
    affinity[spoken] = sentences[speaking, spoken]
    return affinity, line


def _nearness(
    cosine: Vectors, said: Sequence[frozenset[str]], asked: Sequence[str], rarity: Rarity
) -> Vectors:
    """The mean of cosines, shape ``(n_said, n_asked)``, and of the share of the words that are
    asked for which what is said covers."""
    covered = overlap(said, list(map(rarity.shares, asked)))
    near: Vectors = (1 - _WORDS) * cosine + _WORDS * covered
    return near


def _split(everything: npt.NDArray[_Number], blocks: Sequence[Sized]) -> list[npt.NDArray[_Number]]:
    """The columns of each block."""
    ends = accumulate(map(len, blocks), initial=0)
    return [everything[..., start:end] for start, end in pairwise(ends)]


def _positions(profile: Profile, sentences: Vectors, duties: Sequence[Sized]) -> list[Vectors]:
    """For each target the affinities of the positions by their lines."""
    rows: dict[int, list[int]] = {}
    for row, line in enumerate(profile.passages):
        if line.position is not None:
            rows.setdefault(line.position, []).append(row)
    found = np.zeros((len(duties), len(profile.resume.positions)), dtype=np.float32)
    nearest = np.zeros((len(profile.resume.positions), sentences.shape[1]), dtype=np.float32)
    for number, of_position in rows.items():
        nearest[number] = sentences[of_position].max(axis=0)
    for target, part in enumerate(_split(nearest, duties)):
        if rank := min(_RELEVANT_RESPONSIBILITIES, part.shape[1]):
            found[target] = np.partition(part, -rank, axis=1)[:, -rank]
    return list(found)


def measured_scales(targets: Sequence[Target]) -> Scales:
    """How cosines of an encoder become affinities, measured on the targets themselves."""
    families = np.array([str(target.family) for target in targets])
    duties = np.concatenate([target.responsibility_vectors for target in targets])
    texts = [text for target in targets for text in target.responsibilities]
    rarity = Rarity(texts[number] for number in _spread(len(texts), _COUNTED))
    some = _spread(len(duties), _MEASURED_SENTENCES)
    few_texts = [texts[number] for number in some]
    of_duties = np.repeat(families, [len(target.responsibilities) for target in targets])
    sentences = _nearness(
        cosines(duties[some], duties[some]), list(map(stems, few_texts)), few_texts, rarity
    )
    titles = join_titles([target.title_vectors for target in targets])
    few = _spread(len(titles), _MEASURED_TITLES)
    of_titles = np.repeat(families, [len(target.titles) for target in targets])
    named = TitleVectors(titles.whole[few], titles.trade[few])
    return Scales(
        _scale(sentences, of_duties[some], _UNRELATED_SENTENCES, _FULL_SENTENCES),
        _scale(title_cosines(named, named), of_titles[few], _UNRELATED_TITLES, _FULL_TITLES),
        rarity,
    )


def _spread(n_texts: int, most: int) -> npt.NDArray[np.intp]:
    """Which texts of a corpus are looked at: at most so many, evenly spread."""
    return np.linspace(0, n_texts - 1, min(n_texts, most), dtype=np.intp)


def _scale(found: Vectors, families: npt.NDArray[np.str_], unrelated: float, full: float) -> Scale:
    """The scale for texts like these, from the cosines between those of different families:
    ``found`` has shape ``(n, n)``, ``families`` ``(n,)``."""
    apart = found[families[:, None] < families[None, :]]
    floor = round(float(np.quantile(apart, unrelated)), 4) if apart.size else 0.5
    return Scale(floor, round(floor + (1 - floor) * full, 4))
