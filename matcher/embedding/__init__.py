"""Texts to vectors, and cosines that are exact: the embedded encoder, the accurate gear, any
model of sentence-transformers."""

from matcher.embedding.encoders import MINILM, Encoder, is_embedded, load_encoder
from matcher.embedding.static import EMBEDDED, StaticEncoder
from matcher.embedding.vectors import Vectors, cosines, on_grid, to_cosines, unit

__all__ = [
    "EMBEDDED",
    "MINILM",
    "Encoder",
    "StaticEncoder",
    "Vectors",
    "cosines",
    "is_embedded",
    "load_encoder",
    "on_grid",
    "to_cosines",
    "unit",
]
