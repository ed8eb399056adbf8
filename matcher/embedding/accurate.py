"""The accurate gear (``--model accurate``): all-MiniLM-L6-v2, moved by an adapter that comes with
the package, beside the embedded static encoder.

A vector has both parts, so that a cosine is the weighted mean of the two cosines: what a
transformer reads from the order of words, and what the static table learned of trades. The adapter
(``matcher/adapter``, LoRA: Hu et al. 2021, arXiv:2106.09685) holds, for each linear map of the
transformer, two thin matrices whose product is added to it. In ONNX Runtime the transformer runs
with 8-bit weights and without torch: see :func:`export_onnx`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from matcher.embedding import minilm
from matcher.embedding.encoders import Encoder, TransformerEncoder
from matcher.embedding.static import EMBEDDED, StaticEncoder, verify_digest
from matcher.embedding.vectors import Vectors, unit
from matcher.errors import EncoderError

ADAPTER = Path(__file__).parents[1] / "adapter"
SHARE = 0.5  # of the transformer in a cosine; the adapter was trained with it
ONNX_FILE = "accurate.onnx"
_DIM = 384  # of the transformer


class JoinedEncoder:
    """The vectors of two encoders side by side; ``share`` is the second one's in a cosine."""

    def __init__(self, first: Encoder, second: Encoder, share: float, name: str) -> None:
        self._first, self._second, self._name = first, second, name
        self._lengths = np.sqrt(np.array([1 - share, share], dtype=np.float32))

    @property
    def name(self) -> str:
        """See :class:`matcher.embedding.Encoder`."""
        return self._name

    @property
    def dim(self) -> int:
        """See :class:`matcher.embedding.Encoder`."""
        return self._first.dim + self._second.dim

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`matcher.embedding.Encoder`."""
        one, other = self._first.encode(texts), self._second.encode(texts)
        return unit(np.hstack([one * self._lengths[0], other * self._lengths[1]]))


class OnnxEncoder:
    """A transformer in ONNX Runtime, one text at a time: its 8-bit arithmetic is scaled by the
    whole batch, and the vector of a text must not depend on others."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        if importlib.util.find_spec("onnxruntime") is None:
            raise EncoderError(
                f"{folder}: needs ONNX Runtime: pip install 'role-matcher[accurate]'"
            )
        import onnxruntime

        content = (folder / ONNX_FILE).read_bytes()
        self._session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._name = f"onnx@{hashlib.sha256(content).hexdigest()[:12]}"

    @property
    def name(self) -> str:
        """See :class:`matcher.embedding.Encoder`."""
        return self._name

    @property
    def dim(self) -> int:
        """See :class:`matcher.embedding.Encoder`."""
        return _DIM

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`matcher.embedding.Encoder`."""
        vectors = np.zeros((len(texts), _DIM), dtype=np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(texts))):
            ids = np.array([encoding.ids], dtype=np.int64)
            vectors[row] = self._session.run(None, {"input_ids": ids})[0][0]
        return unit(vectors)


def load_accurate() -> Encoder:
    """The accurate gear in torch. Raises :class:`EncoderError` where all-MiniLM-L6-v2 is neither
    installed nor to be had."""
    weights = _adapter_weights()
    model = minilm.load_minilm()
    merge(model[0].auto_model, weights)
    return _joined(TransformerEncoder(model, "adapted"), weights)


def load_onnx(folder: Path) -> Encoder:
    """The accurate gear as :func:`export_onnx` wrote it."""
    encoder = OnnxEncoder(folder)
    return _joined(encoder, encoder.name.encode())


def export_onnx(output: Path) -> Path:
    """The adapted transformer as a folder for ONNX Runtime, with 8-bit weights: `--model FOLDER`
    then takes it, and neither torch nor all-MiniLM-L6-v2 is needed.

    Raises :class:`EncoderError` when ``output`` is there already, or without the extra
    ``accurate``.
    """
    if output.exists():
        raise EncoderError(f"{output}: is there already; give a new folder with -o")
    if importlib.util.find_spec("onnx") is None or importlib.util.find_spec("onnxruntime") is None:
        raise EncoderError("exporting needs the extra: pip install 'role-matcher[accurate]'")
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = minilm.load_minilm()
    merge(model[0].auto_model, _adapter_weights())
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        plain, folder = Path(scratch) / "plain.onnx", Path(scratch) / "folder"
        folder.mkdir()
        with warnings.catch_warnings():
            # The exporter by tracing is deprecated, and warns of each branch that it follows; the
            # other one needs one more package. The tests compare what comes out.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                _mean_of_tokens(model[0].auto_model),
                (torch.ones(1, 8, dtype=torch.int64),),
                str(plain),
                input_names=["input_ids"],
                output_names=["vectors"],
                dynamic_axes={"input_ids": {1: "tokens"}},
                dynamo=False,
            )
        quantize_dynamic(plain, folder / ONNX_FILE, weight_type=QuantType.QInt8, per_channel=True)
        shutil.copy(minilm.minilm_folder() / "tokenizer.json", folder)
        folder.rename(output)
    return output


def _adapter_weights() -> bytes:
    path = ADAPTER / "adapter.safetensors"
    weights = path.read_bytes()
    verify_digest(path, hashlib.sha256(weights).hexdigest())
    return weights


def merge(transformer: Any, adapter: bytes) -> None:
    """Adds the products of the adapter's matrices to the linear maps that they are named after."""
    import torch
    from safetensors.torch import load

    tensors = load(adapter)
    with torch.no_grad():
        for key in sorted(tensors):
            if key.endswith(".A"):
                name = key.removesuffix(".A")
                product = tensors[f"{name}.B"].float() @ tensors[key].float()
                transformer.get_submodule(name).weight += product


def _joined(transformer: Encoder, identity: bytes) -> Encoder:
    static = StaticEncoder(EMBEDDED, verify=True)
    digest = hashlib.sha256(static.name.encode() + minilm.SHA256.encode() + identity).hexdigest()
    return JoinedEncoder(static, transformer, SHARE, f"accurate@{digest[:12]}")


def _mean_of_tokens(transformer: Any) -> Any:
    import torch

    class _Mean(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: Any) -> Any:
            states = self.transformer(input_ids, torch.ones_like(input_ids)).last_hidden_state
            return states.mean(dim=1)

    return _Mean().eval()
