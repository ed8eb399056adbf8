"""The role index: FAISS finds the responsibilities that are nearest to the lines of a resume, and
the titles that are nearest to its titles."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from matcher.embedding import Vectors, to_cosines
from matcher.targets import Target

# Responsibilities fetched for each line, and titles for each title. A role that has none among
# these has no evidence in it.
_NEAREST = 32
# A role is as near as its best-supported passages: five, so that one lucky line is not enough.
_BEST = 5


@dataclass(frozen=True, slots=True)
class RoleHit:
    """A role and how near it is: the mean cosine of its five best-supported passages."""

    role_id: str
    cosine: float


class RoleIndex:
    """Two inner-product indexes over all targets: their responsibilities and their titles."""

    def __init__(self, targets: Sequence[Target], dim: int) -> None:
        import faiss  # takes as long to load as all other modules: only who searches waits

        # One product for all lines instead of one loop for each: half the time.
        faiss.cvar.distance_compute_blas_threshold = 1
        self._ids = [target.id for target in targets]
        self._ranks = np.argsort(np.argsort(self._ids))  # of the ids, which decide a tie
        self._dim = dim
        self._duties, self._titles = faiss.IndexFlatIP(dim), faiss.IndexFlatIP(dim)
        for target in targets:
            self._duties.add(np.ascontiguousarray(target.responsibility_vectors))
            self._titles.add(np.ascontiguousarray(target.title_vectors.whole))
        # Passages of each role, titles counted on after the last responsibility, filled up with the
        # number of one that is never found.
        self._n_passages = self._duties.ntotal + self._titles.ntotal
        duties = _numbers([len(target.responsibilities) for target in targets], 0)
        titles = _numbers([len(target.titles) for target in targets], self._duties.ntotal)
        found = [[*one, *other] for one, other in zip(duties, titles, strict=True)]
        longest = max(map(len, found), default=0)
        self._passages = np.full((len(targets), max(longest, _BEST)), self._n_passages)
        for role, numbers in enumerate(found):
            self._passages[role, : len(numbers)] = numbers

    def search(self, lines: Vectors, titles: Vectors, limit: int) -> list[RoleHit]:
        """The ``limit`` nearest roles, nearest first, ties by id. ``lines`` and ``titles``: grid
        vectors of shapes ``(n_lines, dim)`` and ``(n_titles, dim)``. Roles without any evidence are
        left out."""
        found = np.zeros(self._n_passages + 1, dtype=np.float32)
        with _one_thread():
            for index, first, vectors in (
                (self._duties, 0, lines),
                (self._titles, self._duties.ntotal, titles),
            ):
                if len(vectors) and index.ntotal:
                    products, rows = index.search(vectors, min(_NEAREST, index.ntotal))
                    cosines = to_cosines(products.ravel(), self._dim)
                    np.maximum.at(found, rows.ravel() + first, cosines)
        best = -np.partition(-found[self._passages], _BEST - 1, axis=1)[:, :_BEST]
        means = (np.sort(best, axis=1).sum(axis=1, dtype=np.float64) / _BEST).round(4)
        nearest = np.lexsort((self._ranks, -means))[:limit]
        return [
            RoleHit(self._ids[role], cosine)
            for role, cosine in zip(nearest.tolist(), means[nearest].tolist(), strict=True)
            if cosine > 0
        ]


@contextmanager
def _one_thread() -> Iterator[None]:
    """FAISS on one thread: for the lines of one resume, waking and joining several takes ten times
    as long as the search."""
    import faiss

    n_threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(n_threads)


def _numbers(counts: Sequence[int], first: int) -> list[range]:
    """Consecutive numbers from ``first``, as many for each as ``counts`` says."""
    ends = list(itertools.accumulate(counts, initial=first))
    return [range(start, end) for start, end in itertools.pairwise(ends)]
