"""Unit vectors, and cosines that are exact.

Before they are compared, vectors are put on a grid of whole numbers (:func:`on_grid`) no longer
than 4096. A dot product of two such vectors is a sum of whole numbers that never exceeds 2**24, and
neither does any partial sum (Cauchy-Schwarz), so float32 holds it without rounding: the same cosine
comes out in any order of summation, whatever the batch size, the number of threads or the BLAS
library, and inside FAISS.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

_GRID_LENGTH = 4096  # 2**12: the square is the last whole number that float32 counts to


def on_grid(vectors: Vectors) -> Vectors:
    """Unit vectors, shape ``(n, dim)``, as whole numbers that :func:`cosines` takes."""
    return np.rint(vectors * _radius(vectors.shape[1])).astype(np.float32)


def cosines(left: Vectors, right: Vectors) -> Vectors:
    """Cosines of all pairs of grid vectors, shape ``(n_left, n_right)``, exact to the bit."""
    products: Vectors = left @ right.T
    return to_cosines(products, left.shape[1])


def to_cosines(products: Vectors, dim: int) -> Vectors:
    """Dot products of grid vectors with ``dim`` components (as FAISS returns them) as cosines."""
    scaled: Vectors = products / np.float32(_radius(dim) ** 2)
    return scaled


def _radius(dim: int) -> int:
    # Rounding moves each component by at most a half, so a rounded row is at most GRID_LENGTH long.
    return int(_GRID_LENGTH - np.ceil(np.sqrt(dim) / 2))


def unit(vectors: Vectors) -> Vectors:
    """Rows scaled to length 1, shape ``(n, dim)``; a zero row stays zero."""
    lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    units: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return units
