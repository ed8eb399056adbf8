"""The vocabulary of the static encoder: words of the trade and bigrams become tokens of their own.

A static table can learn only what a token always means: "kubernetes" should be one vector and not
three pieces, and "machine learning" is neither of its words. WordPiece takes the longest token that
fits, so a word that is added to its vocabulary is whole from then on; bigrams are added tokens,
which the tokenizer looks for first. Both start as the sum of their pieces, so that nothing changes
before training.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from matcher.embedding import Vectors

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_WORD = re.compile(r"[a-z][a-z0-9]{2,}")
_PART = re.compile(r"[a-z][a-z0-9]+")  # of a bigram
_PIECES = re.compile(r"[a-z0-9]+|\s+|[^a-z0-9\s]+")
_LEAST_COUNT = 5.0  # of a bigram in the texts
_LEAST_INFORMATION = 1.5  # of one word on the next, in nats
_NO_PART = frozenset(
    "the an of and or to in for on with by from as at is are be their that which this other such "
    "using use into over under not it its within between through etc you your we our they will "
    "may can".split()
)


def revise(
    folder: Path, weights: Mapping[str, float], *, n_tokens: int, n_words: int, n_bigrams: int
) -> None:
    """Gives the static folder at most ``n_tokens``: the commonest words of the texts that were in
    pieces and the bigrams of the texts are new; tokens that no text uses make room for them, those
    of other scripts first and then the rarest. ``weights`` has each text and how often it counts.
    """
    from safetensors.numpy import load_file, save_file
    from tokenizers import AddedToken, Tokenizer

    path, table_path = folder / "tokenizer.json", folder / "model.safetensors"
    tokenizer = Tokenizer.from_file(str(path))
    table = load_file(table_path)["embedding.weight"]
    content = json.loads(path.read_text("utf-8"))
    vocabulary: dict[str, int] = content["model"]["vocab"]
    counts = _words(tokenizer, weights)
    unknown = [word for word in counts if word not in vocabulary and _WORD.fullmatch(word)]
    words = sorted(unknown, key=lambda word: (-counts[word], word))[:n_words]
    bigrams = common_bigrams(weights, n_bigrams)

    used = {id_ for word in counts for id_ in tokenizer.encode(word, add_special_tokens=False).ids}

    def place(token: str) -> tuple[bool, bool, int]:
        id_ = vocabulary[token]
        return id_ not in used and not _is_needed(token), not token.isascii(), id_

    room = n_tokens - len(words) - len(bigrams)
    kept = sorted(sorted(vocabulary, key=place)[:room], key=lambda token: vocabulary[token])
    rows = {token: row for row, token in enumerate([*kept, *words])}
    content["model"]["vocab"] = rows
    # The bigrams of a base live on in those that are new, which start as their sums.
    content["added_tokens"] = [each for each in content["added_tokens"] if each["special"]]
    for added in content["added_tokens"]:
        added["id"] = rows[added["content"]]
    revised = Tokenizer.from_str(json.dumps(content))
    revised.add_tokens(
        [AddedToken(bigram, single_word=True, normalized=True) for bigram in bigrams]
    )
    revised.save(str(path), pretty=False)
    new = [_sum_of_pieces(tokenizer, table, text) for text in (*words, *bigrams)]
    moved = np.vstack([table[[vocabulary[token] for token in kept]], *new])
    save_file({"embedding.weight": moved.astype(table.dtype)}, table_path)


def common_bigrams(weights: Mapping[str, float], n_bigrams: int) -> list[str]:
    """The pairs of words that stand together in the texts most often and beyond chance: by count
    times pointwise mutual information (Church & Hanks 1990)."""
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text, weight in weights.items():
        pieces = _PIECES.findall(text.lower())
        for word in filter(_PART.fullmatch, pieces):
            single[word] += weight  # type: ignore[assignment]
        for first, space, second in zip(pieces, pieces[1:], pieces[2:], strict=False):
            if space == " " and _PART.fullmatch(first) and _PART.fullmatch(second):
                pairs[first, second] += weight  # type: ignore[assignment]
    n_words = sum(single.values())
    worth: dict[str, float] = {}
    for (first, second), count in pairs.items():
        information = math.log(count * n_words / (single[first] * single[second]))
        told = count >= _LEAST_COUNT and information >= _LEAST_INFORMATION
        if told and first not in _NO_PART and second not in _NO_PART:
            worth[f"{first} {second}"] = count * information
    return sorted(worth, key=lambda bigram: (-worth[bigram], bigram))[:n_bigrams]


def _is_needed(token: str) -> bool:
    """Whether words fall into this one where nothing longer fits, or it is a special one."""
    return len(token.removeprefix("##")) == 1 or token.startswith("[")


def _sum_of_pieces(tokenizer: Tokenizer, table: Vectors, text: str) -> Vectors:
    pieces = tokenizer.encode(text, add_special_tokens=False).ids
    total: Vectors = table[pieces].sum(axis=0, dtype=np.float32)
    return total


def _words(tokenizer: Tokenizer, weights: Mapping[str, float]) -> Counter[str]:
    """The words of the texts as WordPiece sees them, before it cuts them."""
    counts: Counter[str] = Counter()
    for text, weight in weights.items():
        normal = tokenizer.normalizer.normalize_str(text)
        for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normal):
            counts[word] += weight  # type: ignore[assignment]
    return counts
