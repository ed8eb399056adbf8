"""Vectors of texts that stay the same from run to run, kept in the user's cache folder.

A file holds the vectors of one list of texts by one encoder, under a name made of both: another
text, order or encoder is another file. What a file holds is checked by its hash; a damaged one is
made again.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matcher.corpus import cache_folder
from matcher.embedding import Encoder, Vectors


def remembered(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """``encoder.encode(texts)``, from the cache where it was done before. Only for texts of the
    corpus: nothing that a person wrote may be kept."""
    if not texts:
        return encoder.encode(texts)
    path = cache_folder() / f"vectors-{_key(encoder, texts)}.cache"
    vectors = _read(path, (len(texts), encoder.dim))
    if vectors is None:
        vectors = encoder.encode(texts)
        _write(path, vectors)
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


def _read(path: Path, shape: tuple[int, int]) -> Vectors | None:
    try:
        digest, body = (content := path.read_bytes())[:32], content[32:]
    except OSError:
        return None  # not made yet
    if hashlib.sha256(body).digest() != digest or len(body) != 4 * shape[0] * shape[1]:
        return None
    return np.frombuffer(body, dtype="<f4").reshape(shape)


def _write(path: Path, vectors: Vectors) -> None:
    body = vectors.astype("<f4").tobytes()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(hashlib.sha256(body).digest() + body)
        Path(part.name).replace(path)
    except OSError:
        return  # a read-only home only makes the next start slower
