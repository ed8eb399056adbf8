"""Reading as a worker's task, and documents as plain values that JSON can carry."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from matcher.documents.reading import Engine, read_bytes
from matcher.records import Document, Notice, Status

NAME = "matcher.documents.task:read"


def read(request: dict[str, Any], body: bytes) -> dict[str, Any]:
    """Read ``body``, or the file at ``path``, as the file ``name``."""
    if "path" in request:
        body = Path(request["path"]).read_bytes()
    engine = cast(Engine, request.get("engine", "auto"))
    return to_dict(read_bytes(body, request["name"], engine=engine))


def to_dict(document: Document) -> dict[str, Any]:
    """A document as JSON values."""
    return asdict(document)


def from_dict(values: dict[str, Any]) -> Document:
    """The document of :func:`to_dict`. Raises ValueError for values that are none."""
    try:
        return Document(
            name=str(values["name"]),
            id=str(values["id"]),
            format=str(values["format"]),
            status=Status(values["status"]),
            message=str(values["message"]),
            text=str(values["text"]),
            page_starts=tuple(map(int, values["page_starts"])),
            language=None if values["language"] is None else str(values["language"]),
            notices=tuple(Notice(str(n["code"]), str(n["message"])) for n in values["notices"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a document: {type(error).__name__}") from error
