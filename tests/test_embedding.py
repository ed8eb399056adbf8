from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from huggingface_hub import HfApi
from tokenizers import Tokenizer

from matcher.embedding import (
    EMBEDDED,
    StaticEncoder,
    cosines,
    load_encoder,
    minilm,
    on_grid,
    to_cosines,
)
from matcher.errors import EncoderError

TEXTS = [
    "machine learning engineer",
    "Built dashboards in Tableau for 40 executives.",
    "C++",
    "Pastry chef; croissants, 300 a day",
    "kept the training jobs green " * 40,
    "(Machine  Learning), project management/supply chain; Quality\tassurance.",
    "a course in machine",
    "learning by doing",
]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder(EMBEDDED, verify=True)


def test_the_embedded_encoder_fits_in_16_megabytes() -> None:
    assert sum(path.stat().st_size for path in EMBEDDED.rglob("*") if path.is_file()) <= 16_000_000


def test_a_vector_does_not_depend_on_the_other_texts(encoder: StaticEncoder) -> None:
    together = encoder.encode(TEXTS)
    backwards = encoder.encode(TEXTS[::-1])[::-1]
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert together.tobytes() == backwards.tobytes() == alone.tobytes()


def test_threads_may_share_an_encoder(encoder: StaticEncoder) -> None:
    texts = [f"{text} {number}{letter}" for number, text in enumerate(TEXTS) for letter in "abcdef"]
    fresh = StaticEncoder(EMBEDDED)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: fresh.encode([text])[0], texts * 20))
    assert np.array(found).tobytes() == encoder.encode(texts * 20).tobytes()


def test_added_tokens_that_are_no_bigrams_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(EMBEDDED, folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.add_tokens(["ebb tide gauge"])
    tokenizer.save(str(folder / "tokenizer.json"))
    with pytest.raises(EncoderError, match="'ebb tide gauge' is no pair of whole words"):
        StaticEncoder(folder)


def test_a_text_without_tokens_is_a_zero_vector(encoder: StaticEncoder) -> None:
    assert not encoder.encode([""]).any()
    assert encoder.encode([]).shape == (0, encoder.dim)


def test_cosines_are_the_same_in_any_order_of_summation(encoder: StaticEncoder) -> None:
    grid = on_grid(encoder.encode(TEXTS))
    order = np.random.default_rng(7).permutation(encoder.dim)
    forwards, shuffled = cosines(grid, grid), cosines(grid[:, order], grid[:, order])
    one_by_one = [
        [to_cosines((a * b).sum(dtype=np.float32), encoder.dim) for b in grid] for a in grid
    ]
    assert forwards.tobytes() == shuffled.tobytes()
    assert forwards.tobytes() == np.asarray(one_by_one, dtype=np.float32).tobytes()


@pytest.mark.parametrize("dim", [1, 8, 256, 384, 768, 1024])
def test_no_grid_vector_is_too_long_for_exact_products(dim: int) -> None:
    rows = np.random.default_rng(dim).normal(size=(200, dim)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    assert (on_grid(rows).astype(np.float64) ** 2).sum(axis=1).max() <= 2**24


def test_grid_cosines_are_near_the_real_ones(encoder: StaticEncoder) -> None:
    units = encoder.encode(TEXTS)
    assert np.abs(cosines(on_grid(units), on_grid(units)) - units @ units.T).max() < 2e-3


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(EMBEDDED, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "tokenizer.json": "0" * 64}))
    with pytest.raises(EncoderError, match="not the file of the manifest"):
        StaticEncoder(folder, verify=True)


def test_a_static_folder_is_read_without_torch() -> None:
    code = (
        "import sys; from matcher.embedding import load_encoder\n"
        f"load_encoder({str(EMBEDDED)!r}).encode(['x'])\n"
        "assert 'torch' not in sys.modules and 'sentence_transformers' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.filterwarnings("ignore")  # what torch and transformers say at import is theirs
def test_vectors_agree_with_sentence_transformers(encoder: StaticEncoder) -> None:
    from sentence_transformers import SentenceTransformer

    texts = [" ".join(text.split()) for text in TEXTS]  # for it, two spaces part a phrase
    theirs = SentenceTransformer(str(EMBEDDED), device="cpu").encode(texts).astype(np.float64)
    theirs /= np.linalg.norm(theirs, axis=1, keepdims=True)
    agreement = (encoder.encode(TEXTS) * theirs).sum(axis=1)
    assert agreement.min() >= 0.9999


@pytest.mark.filterwarnings("ignore")
def test_a_transformer_model_can_take_the_encoders_place(tmp_path: Path) -> None:
    """A real, if tiny, transformer: made here, saved, and loaded through ``--model``."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "data", "engineer", "chef", "machine", "learning"]
    (tmp_path / "vocab.txt").write_text("\n".join(words))
    base = tmp_path / "base"
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(base)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(base)
    word_model = Transformer(str(base))
    SentenceTransformer(modules=[word_model, Pooling(32)], device="cpu").save(str(tmp_path / "st"))

    encoder = load_encoder(tmp_path / "st")
    together = encoder.encode(["data engineer", "chef"])
    assert encoder.dim == 32 and encoder.name.startswith("st@")
    assert together[1].tobytes() == encoder.encode(["chef"])[0].tobytes()


@pytest.mark.filterwarnings("ignore")
def test_a_folder_without_a_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="no sentence-transformers model"):
        load_encoder(tmp_path)


def test_a_folder_with_a_broken_list_of_modules_is_said(tmp_path: Path) -> None:
    for broken in ("{", "{}", '[{"name": "0"}]', "[1]"):
        (tmp_path / "modules.json").write_text(broken)
        with pytest.raises(EncoderError):
            load_encoder(tmp_path)


@pytest.mark.parametrize("name", ["", "all-minilm", "./models/mine", "models/team/mine", "~/mine"])
def test_a_name_that_is_none_of_the_hub_is_said_without_asking_it(name: str) -> None:
    with pytest.raises(EncoderError, match=f"{re.escape(name)}: no such model or folder"):
        load_encoder(name)


@pytest.mark.filterwarnings("ignore")
def test_the_hub_is_asked_once_and_that_is_said_before(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[str] = []

    def out_of_reach(_: HfApi, name: str, **__: object) -> None:
        assert f"{name} is not on this machine" in caplog.text
        asked.append(name)
        raise OSError

    monkeypatch.setattr(HfApi, "model_info", out_of_reach)
    with pytest.raises(EncoderError, match=r"nobody/nothing: .*the hub did not give it"):
        load_encoder("nobody/nothing")
    assert asked == ["nobody/nothing"]
    monkeypatch.setattr(minilm, "_PACKAGE", "no_such_package")
    with pytest.raises(EncoderError, match=r"the hub did not give it .*; install it with: pip"):
        minilm.minilm_folder()


def test_the_embedded_encoder_has_a_name() -> None:
    assert load_encoder("embedded").name == load_encoder().name
