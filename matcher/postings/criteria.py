"""Tables of criteria: a row for each, one column for what is essential, one for the desirable.

Such a "person specification" is usual in the public service; its cells are parted by tabs or bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_CELL = re.compile(r"\s*(?:\t|\|)\s*")
_COLUMNS = (
    ("Preferred", re.compile(r"(?:desirable|preferred|nice[- ]to[- ]have)s?\b.*", re.IGNORECASE)),
    ("Required", re.compile(r"(?:essential|required|must[- ]have)s?\b.*", re.IGNORECASE)),
)
_HEADING_LENGTH = 40  # characters; a longer cell is no column's heading


def without_criteria_tables(text: str) -> str:
    """The text with such tables as two lists; what follows one is read as after the essentials."""
    return "\n".join(_listed(text.split("\n"))) if _CELL.search(text) else text


def _listed(lines: Sequence[str]) -> Iterator[str]:
    columns: dict[str, int] = {}
    cells: dict[str, list[str]] = {}
    n_cells = 0
    for line in [*lines, ""]:
        row = _CELL.split(line.strip().strip("|").strip())
        if columns and len(row) == n_cells:
            for name, number in columns.items():
                cells[name] += [part for part in row[number].split("; ") if re.search(r"\w", part)]
            continue
        for name in columns:
            yield f"{name}:"
            yield from (f"• {part}" for part in cells[name])
        columns, n_cells = _columns(row), len(row)
        cells = {name: [] for name in columns}
        if not columns:
            yield line


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Which column of a table's head is which; nothing where one of the two is missing."""
    found = {
        name: number
        for name, words in _COLUMNS
        for number, cell in enumerate(row)
        if len(cell) <= _HEADING_LENGTH and words.fullmatch(cell)
    }
    return found if len(found) == len(_COLUMNS) else {}
