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
    table: list[list[str]] = []  # its rows, the head first
    for line in [*lines, ""]:
        row = _CELL.split(line.strip().strip("|").strip())
        if table and len(row) > 1:
            table.append(row)
            continue
        yield from _lists(table)
        table = [row] if _columns(row) else []
        if not table:
            yield line


def _lists(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows below the head column by column; the cell over their names may be missing."""
    if not table:
        return
    head, *rows = table
    shift = max(0, max(map(len, rows), default=0) - len(head))
    for name, number in _columns(head).items():
        yield f"{name}:"
        for row in rows:
            cell = "".join(row[number + shift : number + shift + 1])
            yield from (f"• {part}" for part in cell.split("; ") if re.search(r"\w", part))


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Which column of a table's head is which; nothing where one of the two is missing."""
    found = {
        name: number
        for name, words in _COLUMNS
        for number, cell in enumerate(row)
        if len(cell) <= _HEADING_LENGTH and words.fullmatch(cell)
    }
    return found if len(found) == len(_COLUMNS) else {}
