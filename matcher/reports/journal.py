"""The rows of a batch on disk while it runs: one that is stopped keeps what it has, and a long one
needs no memory for it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from matcher.contract import ScoreRow
from matcher.reports.rows import cannot_write


class RowJournal:
    """Rows in a file of one JSON document a line, :attr:`path`, or in one without a name.

    Iterating gives all of them, in the order in which they came. A rank that was left open is
    filled in: the standing among the rows of one target, best first, ties by id and path.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Raises :class:`matcher.errors.MatcherError` where the file cannot be written."""
        self.path = path
        self.n_rows = 0
        self._open: dict[str, list[tuple[float, str, str, int]]] = {}
        try:
            self._file = path.open("w+") if path else tempfile.TemporaryFile("w+")  # noqa: SIM115
        except OSError as error:
            raise cannot_write(path or Path(tempfile.gettempdir()), error) from error

    def add(self, rows: Iterable[ScoreRow]) -> None:
        """Keeps further rows."""
        for row in rows:
            if row["target_id"] and row["fit"] is not None and row["rank"] is None:
                standing = (-row["fit"], row["id"], row["path"], self.n_rows)
                self._open.setdefault(row["target_id"], []).append(standing)
            self._file.write(f"{json.dumps(row)}\n")
            self.n_rows += 1
        self._file.flush()

    def __iter__(self) -> Iterator[ScoreRow]:
        ranks = {
            number: rank
            for rows in self._open.values()
            for rank, (*_, number) in enumerate(sorted(rows), start=1)
        }
        self._file.seek(0)
        for number, line in enumerate(self._file):
            row = cast(ScoreRow, json.loads(line))
            row["rank"] = ranks.get(number, row["rank"])
            yield row

    def close(self, *, keep: bool = False) -> None:
        """Ends the journal; its file goes unless it is to be kept."""
        self._file.close()
        if self.path and not keep:
            self.path.unlink()
