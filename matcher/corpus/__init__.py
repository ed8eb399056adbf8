"""The folder `corpus/` of role profiles, skills and weights: loaded, validated, compiled once."""

from matcher.corpus.loading import (
    Corpus,
    asked_weights,
    corpus_file,
    load_corpus,
    load_role_file,
    shared_folder,
)

__all__ = [
    "Corpus",
    "asked_weights",
    "corpus_file",
    "load_corpus",
    "load_role_file",
    "shared_folder",
]
