"""Encoders, and cosines that are exact.

An encoder gives unit vectors. Before they are compared they are put on a grid of whole numbers
(:func:`on_grid`) no longer than 4096. A dot product of two such vectors is a sum of whole numbers
that never exceeds 2**24, and neither does any partial sum (Cauchy-Schwarz), so float32 holds it
without rounding: the same cosine comes out in any order of summation, whatever the batch size, the
number of threads or the BLAS library, and inside FAISS.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from matcher.embedding import minilm
from matcher.errors import EncoderError

Vectors = npt.NDArray[np.float32]

_MAX_KNOWN = 200_000  # words, some 40 MB
_GRID_LENGTH = 4096  # 2**12: the square is the last whole number that float32 counts to
MINILM = "all-MiniLM-L6-v2"
_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")  # the owner and the name
EMBEDDED = Path(__file__).parents[1] / "encoder"


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """``name@hash``: the same name means the same vectors."""

    @property
    def dim(self) -> int:
        """Number of components."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape ``(len(texts), dim)``; zero for a text without tokens. The vector of
        a text does not depend on the other texts."""


def is_embedded(model: str | Path | None) -> bool:
    """Whether a model's name is that of the encoder in the package."""
    return model is None or str(model) == "embedded"


def load_encoder(model: str | Path | None = None) -> Encoder:
    """``embedded`` or None: the static encoder of the package; ``accurate``: the accurate gear
    (:mod:`matcher.embedding.accurate`); ``all-MiniLM-L6-v2``: the official weights
    (:mod:`matcher.embedding.minilm`); else the sentence-transformers model with this hub name or
    folder.

    A folder that holds a static model, or one that ``matcher export`` wrote, is read without torch.
    Raises :class:`EncoderError`.
    """
    if is_embedded(model):
        return StaticEncoder(EMBEDDED, verify=True)
    name = str(model)
    folder = Path(name)
    if name == "accurate" or (folder / "accurate.onnx").is_file():
        from matcher.embedding.accurate import load_accurate, load_onnx

        return load_accurate() if name == "accurate" else load_onnx(folder)
    if (folder / "modules.json").is_file() and _is_static(folder):
        return StaticEncoder(folder)
    if name == MINILM:
        return TransformerEncoder(minilm.load_minilm(), MINILM)
    return load_transformer(name)


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
        self._table = load(weights)["embedding.weight"]
        # The rows that texts came upon, in the type that sums are made in: to convert them for
        # each text would take four times as long as to add them.
        self._rows = np.zeros(self._table.shape, dtype=np.float32)
        self._known: dict[str, list[int]] = {}  # tokens of words that came before
        self._name = f"{'embedded' if folder == EMBEDDED else folder.name}@{digest[:12]}"

    @property
    def name(self) -> str:
        """See :class:`Encoder`."""
        return self._name

    @property
    def dim(self) -> int:
        """See :class:`Encoder`."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Encoder`."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, ids in enumerate(self._tokens(texts)):
            if ids:
                # One sum for each text, so that no text can move another one's vector.
                np.add.reduce(self._rows.take(ids, axis=0), axis=0, out=vectors[row])
        return unit(vectors)

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        """The token ids of each text. No token reaches over a space, so those of a word stay the
        same in any text and are looked up once: most words of a resume stand in many."""
        split = [text.split() for text in texts]
        known = self._known
        new = list({word: None for words in split for word in words if word not in known})
        if len(known) + len(new) > _MAX_KNOWN:
            known = self._known = {}  # a new one: another thread may be reading the old
            new = list(dict.fromkeys(chain.from_iterable(split)))
        encodings = self._tokenizer.encode_batch_fast(new, add_special_tokens=False)
        tokens = [encoding.ids for encoding in encodings]
        fresh = list(set(chain.from_iterable(tokens)))
        self._rows[fresh] = self._table[fresh]  # first, for another thread may look words up
        known.update(zip(new, tokens, strict=True))
        return [list(chain.from_iterable(map(known.__getitem__, words))) for words in split]


class TransformerEncoder:
    """A loaded ``SentenceTransformer``; its name in ours is ``name`` and the hash of its weights.

    Importing torch takes seconds; nothing else does it.
    """

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        state = hashlib.sha256()
        for key, tensor in sorted(model.state_dict().items()):
            state.update(key.encode())
            state.update(tensor.detach().cpu().numpy().tobytes())
        self._name = f"{name}@{state.hexdigest()[:12]}"
        self._dim = len(model.encode("width", show_progress_bar=False))

    @property
    def name(self) -> str:
        """See :class:`Encoder`."""
        return self._name

    @property
    def dim(self) -> int:
        """See :class:`Encoder`."""
        return self._dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Encoder`. Only texts of the same number of tokens share a batch: padding
        would move the vectors."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        if not texts:
            return vectors
        by_length: dict[int, list[int]] = {}
        for row, ids in enumerate(self._model.tokenizer(list(texts), truncation=True)["input_ids"]):
            by_length.setdefault(len(ids), []).append(row)
        for rows in by_length.values():
            batch = [texts[row] for row in rows]
            vectors[rows] = self._model.encode(batch, batch_size=64, show_progress_bar=False)
        return unit(vectors)


def load_transformer(model: str) -> TransformerEncoder:
    """Any sentence-transformers model, by hub name or folder; what the hub gave before is taken
    from its cache. Raises :class:`EncoderError`."""
    next_step = (
        f"give embedded, accurate, {MINILM}, a folder, or a name of the Hugging Face hub with "
        "its owner (owner/name)"
    )
    on_hub = not (model and Path(model).exists())
    if on_hub and not _HUB_NAME.fullmatch(model):
        raise EncoderError(f"{model}: no such model or folder; {next_step}")
    from sentence_transformers import SentenceTransformer

    try:
        try:
            found = SentenceTransformer(model, local_files_only=True)
        except OSError:
            if not on_hub:
                raise
            minilm.ask_hub(model, next_step)
            found = SentenceTransformer(model)
        return TransformerEncoder(found, Path(model).name)
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"{model}: no sentence-transformers model could be loaded from there; {next_step}"
        ) from error


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


def _is_static(folder: Path) -> bool:
    modules: list[dict[str, Any]] = json.loads((folder / "modules.json").read_text("utf-8"))
    return (
        bool(modules)
        and modules[0]["type"].endswith("StaticEmbedding")
        and (folder / "model.safetensors").is_file()
    )


def verify_digest(path: Path, sha256: str) -> None:
    """Raises :class:`EncoderError` unless the manifest beside a shipped file has this hash."""
    manifest: dict[str, str] = json.loads((path.parent / "manifest.json").read_text("utf-8"))
    if sha256 != manifest[path.name]:
        raise EncoderError(f"{path}: not the file of the manifest; reinstall")
