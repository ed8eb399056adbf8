"""The accurate gear: the adapter, the encoder that it makes, and its form for ONNX Runtime."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from safetensors.numpy import load_file

from matcher.cli import main
from matcher.corpus import Corpus
from matcher.embedding import EMBEDDED, Encoder, StaticEncoder, load_encoder, minilm
from matcher.embedding.accurate import ADAPTER, JoinedEncoder, export_onnx, load_accurate
from matcher.errors import EncoderError
from matcher.training.adapter import AdapterSettings, train_adapter

TEXTS = [
    "machine learning engineer",
    "Built dashboards in Tableau for 40 executives.",
    "C++",
    "Pastry chef; croissants, 300 a day",
]


@pytest.fixture(scope="module")
def accurate() -> Encoder:
    return load_accurate()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_onnx(tmp_path_factory.mktemp("onnx") / "accurate")


def test_the_adapter_is_small() -> None:
    assert sum(path.stat().st_size for path in ADAPTER.iterdir()) <= 3_000_000


def test_an_adapter_that_was_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ADAPTER, tmp_path / "adapter")
    weights = bytearray((folder / "adapter.safetensors").read_bytes())
    weights[-1] ^= 1
    (folder / "adapter.safetensors").write_bytes(weights)
    monkeypatch.setattr("matcher.embedding.accurate.ADAPTER", folder)
    with pytest.raises(EncoderError, match=r"adapter\.safetensors: not the file of the manifest"):
        load_accurate()


def test_a_cosine_is_the_mean_of_both_parts(accurate: Encoder) -> None:
    static = StaticEncoder(EMBEDDED).encode(TEXTS)
    joined = accurate.encode(TEXTS)
    assert joined.shape == (len(TEXTS), accurate.dim) == (4, 640)
    rest = joined[:, static.shape[1] :]
    mean = (static @ static.T + 2 * rest @ rest.T) / 2
    assert np.abs(joined @ joined.T - mean).max() < 1e-5


def test_a_vector_hardly_depends_on_the_other_texts(accurate: Encoder) -> None:
    together = accurate.encode(TEXTS)
    alone = np.concatenate([accurate.encode([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-5
    assert accurate.encode([]).shape == (0, 640)


def test_the_adapter_moves_the_transformer(accurate: Encoder) -> None:
    plain = JoinedEncoder(
        StaticEncoder(EMBEDDED), load_encoder("all-MiniLM-L6-v2"), 0.5, "not adapted"
    )
    near, other = (it.encode(["k8s admin", "Kubernetes administrator"]) for it in (accurate, plain))
    assert near[0] @ near[1] != pytest.approx(other[0] @ other[1], abs=1e-3)


def test_onnx_gives_nearly_the_same_without_torch(accurate: Encoder, exported: Path) -> None:
    encoder = load_encoder(exported)
    found, wanted = encoder.encode(TEXTS), accurate.encode(TEXTS)
    assert (found * wanted).sum(axis=1).min() > 0.98
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert found.tobytes() == alone.tobytes()
    assert encoder.name.startswith("accurate@")
    assert encoder.name != accurate.name


def test_an_export_does_not_overwrite(exported: Path) -> None:
    result = CliRunner().invoke(main, ["export", "-o", str(exported)])
    assert result.exit_code == 2
    assert "is there already" in result.stderr


def test_other_weights_than_the_official_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"changed")
    monkeypatch.setattr(minilm, "_from_hub", lambda: tmp_path)
    monkeypatch.setattr(minilm, "_PACKAGE", "no_such_package")
    with pytest.raises(EncoderError, match="not the official weights"):
        minilm.minilm_folder()


def test_an_adapter_is_trained_and_changes_nothing_at_first(
    taxonomies: Path, skillspan: Path, corpus: Corpus, tmp_path: Path
) -> None:
    empty = Corpus({}, {}, corpus.weights, corpus.fingerprint)
    settings = AdapterSettings(steps=2, tokens=64, rank=2)
    said: list[str] = []
    folder = train_adapter(
        taxonomies, tmp_path / "adapter", skillspan=skillspan, corpus=empty,
        settings=settings, say=said.append,
    )  # fmt: skip
    tensors = load_file(folder / "adapter.safetensors")
    assert len(tensors) == 48  # four layers of six maps, two matrices each
    assert any(tensors[name].any() for name in tensors if name.endswith(".B"))
    assert "O*NET 27.0" in (folder / "README.md").read_text("utf-8")
    assert said == ["step 2 of 2: " + said[0].partition(": ")[2]]
    shutil.rmtree(folder)
