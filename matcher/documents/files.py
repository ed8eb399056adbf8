"""Which files there are to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matcher.errors import NoInput


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named, without hidden ones, sorted by path; each
    once. A folder in which there are none stays in the list, to be named among the failures; when
    there is nothing else, it raises :class:`MatcherError`."""
    files: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        inside = sorted(
            entry
            for entry in path.rglob("*")
            if entry.is_file()
            and not any(part.startswith(".") for part in entry.relative_to(path).parts)
        )
        files.update(dict.fromkeys(inside or [path]))
    if files and all(path.is_dir() for path in files):
        raise NoInput(f"{next(iter(files))}: no files in this folder; name one that has some")
    return list(files)
