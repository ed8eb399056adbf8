"""What can be made again, kept in the user's cache folder and checked by its hash."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


def read_cache(name: str) -> bytes | None:
    """What was kept under a name; None where it is absent or damaged, and has to be made again."""
    try:
        digest, _, body = _path(name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if digest == _sha256(body) else None


def write_cache(name: str, body: bytes) -> None:
    """Keep ``body``, stored behind its hash and a line end."""
    path = _path(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(_sha256(body) + b"\n" + body)
        Path(part.name).replace(path)
    except OSError:
        return  # a read-only home only makes the next start slower


def _path(name: str) -> Path:
    """In the user's cache folder, or in ``MATCHER_CACHE``."""
    import platformdirs

    override = os.environ.get("MATCHER_CACHE")
    folder = Path(override) if override else Path(platformdirs.user_cache_dir("role-matcher"))
    return folder / f"{name}.cache"


def _sha256(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
