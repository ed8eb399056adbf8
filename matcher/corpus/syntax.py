"""Files of a corpus as values; every error names file and line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from matcher.errors import CorpusError


def read_yaml(path: Path, content: bytes) -> Any:
    """The values of a YAML file; raises :class:`CorpusError`."""
    import yaml

    try:
        return yaml.load(content, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that no calendar has
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "not valid YAML in UTF-8"
        fail_at(path, mark.line + 1 if mark else _odd_line(content), problem)


def read_table(
    path: Path, content: bytes, columns: Sequence[str], next_step: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV table that has these columns, each with its line; a cell that a short row
    lacks is "". Raises :class:`CorpusError`, which ends with the next step."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        fail_at(path, _odd_line(content), f"not UTF-8; {next_step}")
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    if lacking := [name for name in columns if name not in (rows.fieldnames or ())]:
        fail_at(path, 1, f"no column {lacking[0]!r}; {next_step}")
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        fail_at(path, rows.line_num, f"{error}; {next_step}")


def fail_at(path: Path, line: int, message: str) -> NoReturn:
    """Raises :class:`CorpusError` for a line of a file."""
    raise CorpusError(f"{path}:{line}: {message}")


def _odd_line(content: bytes) -> int:
    """The line of the first byte that is not UTF-8; 1 where all are."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return 1
