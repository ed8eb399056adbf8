"""Links a line of work to a skill that it shows without naming it: "kept overnight feeds landing
on time" is work on data pipelines.

corpus/phrases has, for each skill that is done rather than named, sentences of people who do it. A
skill's prototype is the mean of their vectors (Snell, Swersky, Zemel 2017, arXiv:1703.05175). A
line is linked to the skill of the nearest prototype when it comes near enough and stands out from
the second; else to none, for most lines show no skill of the list. The vectors are those of the
embedded encoder, whichever model scores.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.corpus import Corpus
from matcher.embedding import Encoder, Vectors, cosines, on_grid, unit
from matcher.embedding.remembered import remembered

# The cosine to the nearest prototype, plus this many times its lead over the second, ...
_LEAD = 1.0
# ... must reach this much. Chosen on the development half of the blind lines (`matcher evaluate
# linking`) and by reading links of real resumes, for precision first.
_LEAST = 0.84
_FEWEST_WORDS = 6  # a shorter line is a heading or a piece of a list


class SkillLinker:
    """Prototypes of all skills that have phrases. ``corpus`` must have phrases of two skills."""

    def __init__(self, corpus: Corpus, encoder: Encoder) -> None:
        self.encoder = encoder
        self._skills = sorted(corpus.phrases)
        phrases = [corpus.phrases[skill_id] for skill_id in self._skills]
        vectors = remembered(encoder, [phrase for group in phrases for phrase in group])
        starts = np.cumsum([0, *map(len, phrases)])[:-1]
        self._prototypes = on_grid(unit(np.add.reduceat(vectors, starts, axis=0)))

    def link(self, lines: Sequence[str], vectors: Vectors) -> list[str | None]:
        """For each line the id of the skill that it shows, or None. ``vectors``: grid vectors of
        the lines by :attr:`encoder`, shape ``(n_lines, dim)``."""
        return [
            skill_id if score >= _LEAST and len(line.split()) >= _FEWEST_WORDS else None
            for line, (skill_id, score) in zip(lines, self.nearest(vectors), strict=True)
        ]

    def nearest(self, vectors: Vectors) -> list[tuple[str, float]]:
        """For each line the skill of the nearest prototype and the score that decides."""
        if not len(vectors):
            return []
        near = cosines(vectors, self._prototypes)
        lines, best = np.arange(len(near)), near.argmax(axis=1)
        first = near[lines, best]
        near[lines, best] = -np.inf
        second = near.max(axis=1)
        scores = first + np.float32(_LEAD) * (first - second)
        return [
            (self._skills[skill], score)
            for skill, score in zip(best.tolist(), scores.tolist(), strict=True)
        ]
