"""Reading as a worker's task, and documents as plain values that JSON can carry."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from matcher.documents.machine_view import MachineView, machine_view
from matcher.documents.reading import Engine, read_bytes
from matcher.records import Document, Notice, Status

NAME = "matcher.documents.task:read"


def read(request: dict[str, Any], body: bytes) -> dict[str, Any]:
    """Read ``body``, or the file at ``path``, as the file ``name``; with ``view``, the format of
    the file, what a plain extractor sees of it."""
    if "path" in request:
        body = Path(request["path"]).read_bytes()
    if request.get("view"):
        view = machine_view(body, request["view"])
        return {"view": None if view is None else asdict(view)}
    engine = cast(Engine, request["engine"])
    return to_dict(read_bytes(body, request["name"], engine=engine))


def view_from_dict(values: dict[str, Any]) -> MachineView | None:
    """The view of an answer. Raises ValueError for values that are none."""
    try:
        view = values["view"]
        if view is None:
            return None
        fonts = tuple(map(str, view["unmapped_fonts"]))
        return MachineView(str(view["extractor"]), str(view["text"]), fonts)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a view: {type(error).__name__}") from error


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
