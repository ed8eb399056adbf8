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
        self._owners = np.asarray(
            [
                number
                for number, target in enumerate(targets)
                for _ in range(len(target.responsibility_vectors) + len(target.title_vectors))
            ],
            dtype=np.int64,
        )
        self._ids = [target.id for target in targets]
        self._dim = dim
        import faiss  # takes as long to load as all other modules: only who searches waits

        self._index = faiss.IndexFlatIP(dim)
        for target in targets:
            self._index.add(np.ascontiguousarray(target.responsibility_vectors))
            self._index.add(np.ascontiguousarray(target.title_vectors.whole))

    def search(self, lines: Vectors, limit: int) -> list[RoleHit]:
        """The ``limit`` nearest roles, nearest first, ties by id. ``lines``: grid vectors of shape
        ``(n_lines, dim)``. Roles without any evidence are left out."""
        if not len(lines):
            return []
        products, rows = self._index.search(lines, min(_NEAREST, self._index.ntotal))
        best = np.zeros(self._index.ntotal, dtype=np.float32)
        np.maximum.at(best, rows.ravel(), to_cosines(products.ravel(), self._dim))
        hits = []
        for number, role_id in enumerate(self._ids):
            found = np.sort(best[self._owners == number])[::-1][:_BEST]
            cosine = round(float(found.sum(dtype=np.float64)) / _BEST, 4)
            if cosine > 0:
                hits.append(RoleHit(role_id, cosine))
        return sorted(hits, key=lambda hit: (-hit.cosine, hit.role_id))[:limit]
