"""Bytes to :class:`matcher.records.Document`: PDF, DOCX, HTML, text and JSON Resume.

``Reader`` reads in worker processes and is what a program should use; ``read_bytes`` reads in
this process and is what a worker uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matcher.documents.reader import Reader
    from matcher.documents.reading import read_bytes
    from matcher.workers import Limits

__all__ = ["Limits", "Reader", "read_bytes"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: a worker imports this package too, and needs no pool of its own.
    if name == "read_bytes":
        from matcher.documents.reading import read_bytes

        return read_bytes
    if name in __all__:
        from matcher.documents import reader

        return getattr(reader, name)
    raise AttributeError(f"module 'matcher.documents' has no attribute {name!r}")
