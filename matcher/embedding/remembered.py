"""Vectors of texts that stay the same from run to run, kept in the user's cache folder.

A file holds the vectors of one list of texts by one encoder, under a name made of both: another
text, order or encoder is another file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from matcher.cache import read_cache, write_cache
from matcher.embedding.encoders import Encoder
from matcher.embedding.vectors import Vectors


def remembered(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """``encoder.encode(texts)``, from the cache where it was done before. Only for texts of the
    corpus: nothing that a person wrote may be kept."""
    if not texts:
        return encoder.encode(texts)
    name, shape = f"vectors-{_key(encoder, texts)}", (len(texts), encoder.dim)
    body = read_cache(name)
    if body is not None and len(body) == 4 * shape[0] * shape[1]:
        return np.frombuffer(body, dtype="<f4").reshape(shape)
    vectors = encoder.encode(texts)
    write_cache(name, vectors.astype("<f4").tobytes())
    return vectors


class Remembering:
    """An encoder that remembers all vectors; :func:`remembered` says for which texts."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.dim = encoder.name, encoder.dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :func:`remembered`."""
        return remembered(self._encoder, texts)


def _key(encoder: Encoder, texts: Sequence[str]) -> str:
    digest = hashlib.sha256(encoder.name.encode())
    for text in texts:
        digest.update(b"\0" + text.encode())
    return digest.hexdigest()[:24]
