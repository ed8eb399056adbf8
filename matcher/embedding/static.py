"""The static encoder: the mean of token vectors, read without torch.

Most tokens are words or pieces of words; those that were added to the tokenizer's vocabulary are
bigrams ("machine learning"). So no token reaches beyond what stands between two spaces, save where
a bigram links two such words. Most words stand in many texts, so the sum of the vectors of a word's
tokens is kept.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

from matcher.embedding.vectors import Vectors, unit
from matcher.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Numbers = npt.NDArray[np.int64]
_T = TypeVar("_T", bound=np.generic)

EMBEDDED = Path(__file__).parents[1] / "encoder"
_MAX_KEPT = 60_000  # sums, some 70 MB
_BIGRAM = re.compile(r"\w+ \w+")
_FIRST_WORD, _LAST_WORD = re.compile(r"\w+"), re.compile(r"\w+\Z")


class StaticEncoder:
    """Mean of token vectors: a sentence-transformers ``StaticEmbedding`` folder without torch.

    With ``verify`` the files must have the hashes of ``manifest.json``.
    """

    def __init__(self, folder: Path, *, verify: bool = False) -> None:
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        try:
            weights = (folder / "model.safetensors").read_bytes()
            tokens = (folder / "tokenizer.json").read_bytes()
        except OSError as error:
            raise EncoderError(f"{folder}: {error.strerror}: {error.filename}") from error
        digest = hashlib.sha256(weights).hexdigest()
        if verify:
            verify_digest(folder / "model.safetensors", digest)
            verify_digest(folder / "tokenizer.json", hashlib.sha256(tokens).hexdigest())
        self._tokenizer = Tokenizer.from_buffer(tokens)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._bigrams = _Bigrams(_added_bigrams(folder / "tokenizer.json", tokens))
        self._table: Vectors = load(weights)["embedding.weight"]
        self._kept = _Sums(self._tokenizer, self._table, self._bigrams)
        self._name = f"{'embedded' if folder == EMBEDDED else folder.name}@{digest[:12]}"

    @property
    def name(self) -> str:
        """See :class:`matcher.embedding.Encoder`."""
        return self._name

    @property
    def dim(self) -> int:
        """See :class:`matcher.embedding.Encoder`."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`matcher.embedding.Encoder`."""
        if len(self._kept) > _MAX_KEPT:
            self._kept = _Sums(self._tokenizer, self._table, self._bigrams)
        kept = self._kept  # another thread may begin a new one
        split = [text.split() for text in texts]
        ends = np.cumsum([len(words) for words in split], dtype=np.int64)
        rows = kept.rows(list(chain.from_iterable(split)), ends[:-1])
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for text, (end, words) in enumerate(zip(ends.tolist(), split, strict=True)):
            # One sum for each text, so that no text can move another one's vector.
            sums = kept.sums.take(rows[end - len(words) : end], axis=0)
            np.add.reduce(sums, axis=0, out=vectors[text])
        return unit(vectors)


class _Bigrams:
    """Which words make a bigram: numbers of first and of second words, 0 for any other."""

    def __init__(self, bigrams: Iterable[str]) -> None:
        pairs = [bigram.split(" ") for bigram in bigrams]
        self.first = {word: number for number, word in enumerate({p[0]: 0 for p in pairs}, 1)}
        self.second = {word: number for number, word in enumerate({p[1]: 0 for p in pairs}, 1)}
        self.pairs = np.zeros((len(self.first) + 1, len(self.second) + 1), dtype=np.bool_)
        for first, second in pairs:
            self.pairs[self.first[first], self.second[second]] = True


class _Sums:
    """The sums of the token vectors of what stands between spaces ("(machine", "learning/AI"), a
    row for each; the first row is the sum of nothing."""

    def __init__(self, tokenizer: Tokenizer, table: Vectors, bigrams: _Bigrams) -> None:
        self._tokenizer, self._table, self._bigrams = tokenizer, table, bigrams
        self._adding = threading.Lock()
        self._row = {"": 0}
        self._parts = [("", "", "")]  # of each row: all of it in normal form, first word, the rest
        self.sums: Vectors = np.zeros((2048, table.shape[1]), dtype=np.float32)
        # Of each row: its last word as the first of a bigram, its first word as the second of one.
        self._last: Numbers = np.zeros(2048, dtype=np.int64)
        self._first: Numbers = np.zeros(2048, dtype=np.int64)

    def __len__(self) -> int:
        return len(self._row)

    def rows(self, words: Sequence[str], begins: Numbers) -> Numbers:
        """A row for each of the words, which together make up texts; ``begins`` has the words with
        which the texts but the first begin. A bigram stands in the row of its first word."""
        rows = self._rows(words)
        linked = self._bigrams.pairs[self._last[rows[:-1]], self._first[rows[1:]]]
        linked[begins[(begins > 0) & (begins < len(rows))] - 1] = False
        texts: dict[int, str] = {}  # what stands where a bigram links words
        for at in np.flatnonzero(linked).tolist():
            whole, _, _ = self._parts[rows[at]]
            left = texts.get(at, whole)  # by the bigram before
            if left:
                _, word, rest = self._parts[rows[at + 1]]
                texts[at], texts[at + 1] = f"{left} {word}", rest
        rows[list(texts)] = self._rows(list(texts.values()))
        return rows

    def _rows(self, texts: Sequence[str]) -> Numbers:
        new = set(texts).difference(self._row)
        if new:
            with self._adding:
                self._add(sorted(new.difference(self._row)))
        return np.fromiter(map(self._row.__getitem__, texts), dtype=np.int64, count=len(texts))

    def _add(self, new: Sequence[str]) -> None:
        start, end = len(self._row), len(self._row) + len(new)
        if end > len(self.sums):
            # New arrays, for another thread may be reading the old.
            self.sums = _with_room(self.sums, 2 * end)
            self._last = _with_room(self._last, 2 * end)
            self._first = _with_room(self._first, 2 * end)
        encodings = self._tokenizer.encode_batch_fast(list(new), add_special_tokens=False)
        normalizer = self._tokenizer.normalizer
        for row, (text, encoding) in enumerate(zip(new, encodings, strict=True), start):
            np.add.reduce(self._table[encoding.ids], 0, dtype=np.float32, out=self.sums[row])
            normal = normalizer.normalize_str(text) if normalizer else text
            last, first = _LAST_WORD.search(normal), _FIRST_WORD.match(normal)
            if last:
                self._last[row] = self._bigrams.first.get(last[0], 0)
            word = first[0] if first else ""
            self._first[row] = self._bigrams.second.get(word, 0)
            self._parts.append((normal, word, normal[len(word) :]))
        # At last, for who finds a text must find its row.
        self._row.update(zip(new, range(start, end), strict=True))


def _with_room(rows: npt.NDArray[_T], n_rows: int) -> npt.NDArray[_T]:
    larger = np.zeros((n_rows, *rows.shape[1:]), dtype=rows.dtype)
    larger[: len(rows)] = rows
    return larger


def _added_bigrams(path: Path, tokenizer: bytes) -> list[str]:
    """The tokens with a space that were added to the vocabulary of a tokenizer's file."""
    found = []
    for token in json.loads(tokenizer)["added_tokens"]:
        text = token["content"]
        if " " in text:
            if not (_BIGRAM.fullmatch(text) and token["single_word"] and token["normalized"]):
                raise EncoderError(f"{path}: the token {text!r} is no pair of whole words")
            found.append(text)
    return found


def verify_digest(path: Path, sha256: str) -> None:
    """Raises :class:`EncoderError` unless the manifest beside a shipped file has this hash."""
    manifest: dict[str, str] = json.loads((path.parent / "manifest.json").read_text("utf-8"))
    if sha256 != manifest[path.name]:
        raise EncoderError(f"{path}: not the file of the manifest; reinstall")
