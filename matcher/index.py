"""The role index: FAISS finds the role passages that are nearest to the lines of a resume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.embedding import Vectors, to_cosines
from matcher.targets import Target

# Passages fetched for each line. A role that has none of its passages among the nearest 64 of any
# line of a resume has no evidence in it.
_NEAREST = 64
# A role is as near as its best-supported passages: five, so that one lucky line is not enough.
_BEST = 5


@dataclass(frozen=True, slots=True)
class RoleHit:
    """A role and how near it is: the mean cosine of its five best-supported passages."""

    role_id: str
    cosine: float


class RoleIndex:
    """Inner-product index over the responsibilities and titles of all targets."""

    def __init__(self, targets: Sequence[Target], dim: int) -> None:
        import faiss  # takes as long to load as all other modules: only who searches waits

        # One product for all lines instead of one loop for each: half the time.
        faiss.cvar.distance_compute_blas_threshold = 1
        self._ids = [target.id for target in targets]
        self._dim = dim
        self._index = faiss.IndexFlatIP(dim)
        ends = []
        for target in targets:
            self._index.add(np.ascontiguousarray(target.responsibility_vectors))
            self._index.add(np.ascontiguousarray(target.title_vectors.whole))
            ends.append(self._index.ntotal)
        # Rows of each role, filled up with the number of a row that is never found.
        starts = [0, *ends[:-1]]
        longest = max((end - start for start, end in zip(starts, ends, strict=True)), default=0)
        self._rows = np.full((len(targets), max(longest, _BEST)), self._index.ntotal, dtype=np.intp)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            self._rows[number, : end - start] = range(start, end)

    def search(self, lines: Vectors, limit: int) -> list[RoleHit]:
        """The ``limit`` nearest roles, nearest first, ties by id. ``lines``: grid vectors of shape
        ``(n_lines, dim)``. Roles without any evidence are left out."""
        if not len(lines):
            return []
        products, rows = self._index.search(lines, min(_NEAREST, self._index.ntotal))
        found = np.zeros(self._index.ntotal + 1, dtype=np.float32)
        np.maximum.at(found, rows.ravel(), to_cosines(products.ravel(), self._dim))
        best = -np.partition(-found[self._rows], _BEST - 1, axis=1)[:, :_BEST]
        means = (np.sort(best, axis=1).sum(axis=1, dtype=np.float64) / _BEST).round(4).tolist()
        hits = [
            RoleHit(role_id, cosine)
            for role_id, cosine in zip(self._ids, means, strict=True)
            if cosine > 0
        ]
        return sorted(hits, key=lambda hit: (-hit.cosine, hit.role_id))[:limit]
