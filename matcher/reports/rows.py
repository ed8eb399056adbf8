"""Results as rows: a DataFrame, CSV, and files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from matcher import contract as c
from matcher.errors import MatcherError
from matcher.records import Document, Resume
from matcher.reports.base import engine_json, warnings_of

if TYPE_CHECKING:
    import pandas as pd

    from matcher.results import Engine, MatchResult, Ranking
    from matcher.scoring.fits import Matched, Missing


def match_rows(result: MatchResult) -> list[c.ScoreRow]:
    """One row for each role of a resume; one row for a resume that was not matched."""
    if not result.document.status.readable:
        return [failure_row(result.document, result.engine)]
    return [
        _row(
            result.engine,
            result.resume,
            match.role.id,
            match.role.title,
            match.role.family,
            rank,
            match.fit.points,
            match.fit.band,
            match.matched,
            match.missing,
        )
        for rank, match in enumerate(result, start=1)
    ]


def rank_rows(ranking: Ranking) -> list[c.ScoreRow]:
    """One row for each candidate, best first, then one for each failure."""
    return [
        _row(
            ranking.engine,
            candidate.resume,
            ranking.posting.document.id,
            ranking.posting.title,
            None,
            candidate.rank,
            candidate.fit.points,
            candidate.fit.band,
            candidate.scored.matched,
            candidate.scored.missing,
        )
        for candidate in ranking.candidates
    ] + [failure_row(document, ranking.engine) for document in ranking.failures]


def failure_row(document: Document, engine: Engine) -> c.ScoreRow:
    """The row of a file that could not be matched."""
    return {
        "path": document.name,
        "id": document.id,
        "status": document.status.value,
        "target_id": None,
        "target_title": None,
        "family": None,
        "fit": None,
        "band": None,
        "rank": None,
        "years_experience": None,
        "matched": "",
        "missing_required": "",
        "missing_preferred": "",
        "warnings": ";".join(notice.code for notice in document.notices),
        "code": document.status.value,
        "message": document.message,
        **_engine_columns(engine),
    }


def _row(
    engine: Engine,
    resume: Resume,
    target_id: str,
    target_title: str,
    family: str | None,
    rank: int,
    fit: float,
    band: str,
    matched: Sequence[Matched],
    missing: Sequence[Missing],
) -> c.ScoreRow:
    lacking = sorted(missing, key=lambda item: item.skill.id)
    return {
        "path": resume.document.name,
        "id": resume.document.id,
        "status": resume.document.status.value,
        "target_id": target_id,
        "target_title": target_title,
        "family": family,
        "fit": fit,
        "band": cast(c.Band, band),
        "rank": rank,
        "years_experience": resume.years_experience,
        "matched": ";".join(sorted(item.skill.id for item in matched)),
        "missing_required": ";".join(
            item.skill.id for item in lacking if item.requirement.required
        ),
        "missing_preferred": ";".join(
            item.skill.id for item in lacking if not item.requirement.required
        ),
        "warnings": ";".join(warning["code"] for warning in warnings_of(resume)),
        "code": "",
        "message": resume.document.message,
        **_engine_columns(engine),
    }


def _engine_columns(engine: Engine) -> c.EngineColumns:
    values = engine_json(engine)
    return {**values, "weights": json.dumps(values["weights"]) if values["weights"] else ""}


def rows_to_frame(rows: Sequence[c.ScoreRow]) -> pd.DataFrame:
    """Rows as a DataFrame with the columns of the contract, also when there are none."""
    import pandas as pd

    frame = pd.DataFrame(list(rows), columns=list(c.ScoreRow.__annotations__))
    return frame.astype({"fit": "Float64", "rank": "Int64", "years_experience": "Float64"})


# ---------------------------------------------------------------- files

FORMATS = (".csv", ".jsonl", ".parquet", ".xlsx")


def write_rows(rows: Iterable[c.ScoreRow], path: Path) -> None:
    """Rows to a file, in the format that its suffix names (one of ``FORMATS``); ``.csv`` and
    ``.jsonl`` row by row.

    Cells of CSV and XLSX files that a spreadsheet would run as a formula get a leading
    apostrophe: a file name is somebody else's text. Raises :class:`MatcherError`.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".csv":
            with _text_file(path) as file:
                _write_csv(file, rows, list(c.ScoreRow.__annotations__))
        elif suffix == ".jsonl":
            with _text_file(path) as file:
                file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        elif suffix == ".parquet":
            rows_to_frame(list(rows)).to_parquet(path, index=False)
        elif suffix == ".xlsx":
            _harmless(rows_to_frame(list(rows))).to_excel(
                path, index=False, engine="xlsxwriter", engine_kwargs=_PLAIN_STRINGS
            )
        else:
            raise MatcherError(f"{path}: unknown format; end the name in {', '.join(FORMATS)}")
    except OSError as error:
        raise cannot_write(path, error) from error


def write_csv(rows: Sequence[Mapping[str, object]], path: Path) -> None:
    """Rows of any kind, of which there is at least one, to a CSV file; raises
    :class:`MatcherError`."""
    try:
        with _text_file(path) as file:
            _write_csv(file, rows, list(rows[0]))
    except OSError as error:
        raise cannot_write(path, error) from error


def write_text(text: str, path: Path) -> None:
    """A text to a file in UTF-8; raises :class:`MatcherError`."""
    try:
        with _text_file(path) as file:
            file.write(text)
    except OSError as error:
        raise cannot_write(path, error) from error


def _text_file(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")


def cannot_write(path: Path, error: OSError) -> MatcherError:
    """The error of a file that cannot be written."""
    return MatcherError(f"{path}: {error.strerror or error}; choose another file")


def csv_text(rows: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> str:
    """Rows as CSV, of each the columns named (default: those of ``matcher score``)."""
    buffer = io.StringIO()
    _write_csv(buffer, rows, columns or list(c.ScoreRow.__annotations__))
    return buffer.getvalue()


def _write_csv(file: IO[str], rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless_cell(row[name]) for name in columns] for row in rows)


_PLAIN_STRINGS = {"options": {"strings_to_formulas": False, "strings_to_urls": False}}


def harmless_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.lstrip()[:1] in tuple("=+-@"):
        return f"'{value}"
    return value


def _harmless(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.map(harmless_cell, na_action="ignore")
