"""Where a fit stands among those of reference resumes: corpus/percentiles.csv.

For each role the table holds the fits of the reference resumes at every whole percent, and nothing
else of them. The fit at k percent is the least one that k percent of the resumes do not exceed, so
whoever has more is ahead of at least that share, ties not counted.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PERCENTS = range(1, 100)
LEAST_RESUMES = 100  # a step of one percent is then one resume at least


@dataclass(frozen=True, slots=True)
class Percentile:
    """A fit that is higher than those of ``percent`` in a hundred of ``n`` reference resumes for
    the same role; 0 to 99, rounded down."""

    percent: int
    n: int


@dataclass(frozen=True, slots=True)
class ReferenceFits:
    """The fits of ``n`` resumes to one role, at each of :data:`PERCENTS`, in rising order."""

    n: int
    points: tuple[float, ...]

    def percentile(self, points: float) -> Percentile:
        """Where a fit of so many points stands."""
        return Percentile(bisect_left(self.points, points), self.n)


@dataclass(frozen=True, slots=True)
class Percentiles:
    """The reference fits by role id. They hold for the encoder ``model`` and the weights of the
    corpus: with others the resumes would have had other fits."""

    model: str
    roles: Mapping[str, ReferenceFits]


def reference_fits(points: Sequence[float]) -> ReferenceFits:
    """The fits at each of :data:`PERCENTS` (the inverse of the distribution function, type 1 of
    Hyndman and Fan 1996, The American Statistician 50, 361-365)."""
    ordered = sorted(points)
    ranks = (math.ceil(percent * len(ordered) / 100) for percent in PERCENTS)
    return ReferenceFits(len(ordered), tuple(ordered[rank - 1] for rank in ranks))


def percentile_rows(fits: Sequence[Mapping[str, float]], model: str) -> list[dict[str, object]]:
    """The rows of the table, by role id; ``fits`` has for each resume its fit to every role."""
    rows: list[dict[str, object]] = []
    for role_id in sorted(fits[0]):
        found = reference_fits([of_resume[role_id] for of_resume in fits])
        points = {f"p{percent}": each for percent, each in zip(PERCENTS, found.points, strict=True)}
        rows.append({"role_id": role_id, "model": model, "n": found.n, **points})
    return rows
