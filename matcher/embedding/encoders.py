"""Encoders: what turns texts into vectors, and how one is loaded by its name."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from matcher.embedding import minilm
from matcher.embedding.static import EMBEDDED, StaticEncoder
from matcher.embedding.vectors import Vectors, unit
from matcher.errors import EncoderError

MINILM = "all-MiniLM-L6-v2"
_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")  # the owner and the name


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


def _is_static(folder: Path) -> bool:
    """Whether a folder holds a static model. Raises :class:`EncoderError`."""
    try:
        modules: list[dict[str, Any]] = json.loads((folder / "modules.json").read_text("utf-8"))
        static = bool(modules) and modules[0]["type"].endswith("StaticEmbedding")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EncoderError(
            f"{folder / 'modules.json'}: no list of a model's modules ({error}); "
            "give the folder as sentence-transformers saved it"
        ) from error
    return static and (folder / "model.safetensors").is_file()
