"""Corpora from public releases: ``matcher corpus import onet|esco|csv DIR -o OUT``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from matcher.importing import esco, onet, tables
from matcher.importing.draft import Draft

READERS: dict[str, Callable[[Path], Draft]] = {
    "onet": onet.read,
    "esco": esco.read,
    "csv": tables.read,
}

__all__ = ["READERS", "Draft"]
