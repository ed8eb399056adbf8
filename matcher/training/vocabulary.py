"""The words of the trade become tokens of their own: "kubernetes" is one vector, not three pieces.

A static table can learn only what a token always means. WordPiece takes the longest token that
fits, so a word that is added to its vocabulary is whole from then on; it starts as the sum of its
pieces, so that nothing changes before training.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from matcher.embedding import Vectors

_WORD = re.compile(r"[a-z][a-z0-9]{2,}")


def revise(folder: Path, weights: Mapping[str, float], n_tokens: int) -> int:
    """Gives the static folder a vocabulary of at most ``n_tokens``: without the tokens of other
    scripts that none of the texts uses, and with the commonest words of the texts that were in
    pieces. ``weights`` has each text and how often it counts. Returns the number of new words."""
    from safetensors.numpy import load_file, save_file
    from tokenizers import Tokenizer

    path, table_path = folder / "tokenizer.json", folder / "model.safetensors"
    tokenizer = Tokenizer.from_file(str(path))
    table: Vectors = load_file(table_path)["embedding.weight"]
    content = json.loads(path.read_text("utf-8"))
    vocabulary: dict[str, int] = content["model"]["vocab"]
    counts = _words(tokenizer, weights)
    used = {id_ for word in counts for id_ in tokenizer.encode(word, add_special_tokens=False).ids}
    kept = [token for token, id_ in vocabulary.items() if token.isascii() or id_ in used]
    new: dict[str, Vectors] = {}
    for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(kept) + len(new) >= n_tokens:
            break
        if word not in vocabulary and _WORD.fullmatch(word):
            pieces = tokenizer.encode(word, add_special_tokens=False).ids
            new[word] = table[pieces].sum(axis=0, dtype=np.float32)
    rows = np.vstack([table[[vocabulary[token] for token in kept]], *new.values()])
    content["model"]["vocab"] = {token: row for row, token in enumerate([*kept, *new])}
    for added in content["added_tokens"]:
        added["id"] = content["model"]["vocab"][added["content"]]
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    save_file({"embedding.weight": rows.astype(table.dtype)}, table_path)
    return len(new)


def _words(tokenizer: object, weights: Mapping[str, float]) -> Counter[str]:
    """The words of the texts as WordPiece sees them, before it cuts them."""
    normalize = tokenizer.normalizer.normalize_str  # type: ignore[attr-defined]
    split = tokenizer.pre_tokenizer.pre_tokenize_str  # type: ignore[attr-defined]
    counts: Counter[str] = Counter()
    for text, weight in weights.items():
        for word, _ in split(normalize(text)):
            counts[word] += weight  # type: ignore[assignment]
    return counts
