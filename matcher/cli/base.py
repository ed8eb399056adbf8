"""What all commands share: options, errors in one line, output, exit codes."""

from __future__ import annotations

import datetime
import functools
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from matcher.errors import MatcherError, NoInput, UnreadableDocument

if TYPE_CHECKING:
    from matcher.matching import Matcher
    from matcher.records import Document, Resume

Answer = TypeVar("Answer")

_FORMATS = click.Choice(["table", "json", "csv"])


class Group(click.Group):
    """One line for every error that is expected: what, why, and what to do."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; ends the process where an error is an answer."""
        try:
            return super().invoke(ctx)
        except MatcherError as error:
            say(str(error))
            failed_input = isinstance(error, UnreadableDocument | NoInput)
            raise SystemExit(1 if failed_input else 2) from error


def say(message: str) -> None:
    """A line on stderr."""
    click.echo(f"matcher: {message}", err=True)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to print, and what decides a result besides the input."""

    form: str
    corpus: Path | None
    model: str | None
    today: datetime.date | None

    def matcher(self, weights: Path | None = None, *, n_readers: int = 1) -> Matcher:
        """The matcher that the options ask for."""
        from matcher.corpus.weights import load_weights
        from matcher.matching import Matcher

        return Matcher(
            corpus=self.corpus,
            model=self.model,
            today=self.today,
            weights=load_weights(weights) if weights else None,
            n_readers=n_readers,
        )


def printing(function: Callable[..., None]) -> Callable[..., None]:
    """Adds --format and what decides a result, and hands them on as ``settings``."""

    @functools.wraps(function)
    def command(
        form: str | None,
        corpus: Path | None,
        model: str | None,
        today: datetime.datetime | None,
        **others: Any,
    ) -> None:
        shown = form or ("table" if sys.stdout.isatty() else "json")
        function(settings=Settings(shown, corpus, model, today and today.date()), **others)

    return click.option(
        "--format",
        "form",
        type=_FORMATS,
        default=None,
        help="Default: a table on a terminal, JSON elsewhere.",
    )(deciding(command))


def deciding(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options for what decides a result besides the input."""
    for option in (
        click.option(
            "--today",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="YYYY-MM-DD",
            help="Count current positions to this day (default: today).",
        ),
        click.option(
            "--model",
            metavar="NAME",
            help="Another encoder: accurate, a folder, or a name of the Hugging Face hub.",
        ),
        click.option(
            "--corpus",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Another corpus of roles and skills.",
        ),
    ):
        command = option(command)
    return command


def into_file(told: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Adds -o, a file in a folder that exists, which is seen to before any work; ``told`` is its
    help."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        callback=_in_folder,
        help=told,
    )


def _in_folder(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    if path and not path.parent.is_dir():
        raise click.BadParameter(f"{path}: no such folder")
    return path


def _no_files(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name.endswith((".yaml", ".yml")):
            raise click.BadParameter(f"{name} looks like a role file: give it with --role-file")
    return names


only_roles = click.option(
    "--role",
    "role_ids",
    multiple=True,
    metavar="ID",
    callback=_no_files,
    help="Only this role, by id or title (repeat).",
)
own_roles = click.option(
    "--role-file",
    "role_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="YAML",
    help="A role profile of your own (see corpus/README.md).",
)
as_report = into_file("Write a report that stands alone to FILE (.html) instead of the screen.")
for_role = click.option(
    "--role",
    required=True,
    metavar="ID",
    help="A role, by id or title, or a role file (.yaml).",
)


# ---------------------------------------------------------------- output


def progress(found: Iterable[Answer], total: int | None, doing: str) -> Iterable[Answer]:
    """The same answers, with a bar on stderr where that is a terminal; ``total`` is None where
    nobody knows how many will come."""
    if not sys.stderr.isatty():
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, doing, total, console=Console(stderr=True))


def say_if_fewer(top: int, n_found: Iterable[int]) -> None:
    """Says that fewer roles came than were asked for, where that is so for a resume."""
    if (fewest := min(n_found, default=top)) < top:
        say(
            f"--top {top}: only {fewest} roles for a resume, for those that come near it are "
            "looked at; name others with --role"
        )


def print_json(value: Any) -> None:
    """One JSON document on stdout, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # A lone surrogate, which no UTF-8 carries, is written as JSON's own escape.
    sys.stdout.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()


def print_csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> None:
    """Rows as CSV on stdout; ``columns`` also names them where there is no row."""
    from matcher.reports.rows import csv_text

    sys.stdout.buffer.write(csv_text(rows, columns).encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()


def require_html(path: Path | None) -> None:
    """Raises for the name of a report that says to be something else."""
    if path and path.suffix.lower() not in (".html", ".htm"):
        cause = f"{path}: a report is HTML; end the name in .html"
        raise click.BadParameter(cause, param_hint="-o")


def write_report(text: str, path: Path) -> None:
    """A report into a file, and where it is."""
    from matcher.reports.rows import write_text

    write_text(text, path)
    say(f"the report is in {path}")


def end_with(documents: Iterable[Document]) -> NoReturn:
    """Names what failed on stderr; ends with 1 if anything did."""
    failed = [document for document in documents if not document.status.readable]
    for document in failed:
        say(document.message)
    raise SystemExit(1 if failed else 0)


def readable(
    command: str, settings: Settings, matcher: Matcher, columns: Sequence[str], *files: Path
) -> list[Resume]:
    """The resumes in the files; where one cannot be read, ends the command and says so, as CSV by
    the ``columns`` without a row."""
    from matcher.reports import unread_report

    resumes = [matcher.read(file) for file in files]
    failed = [each.document for each in resumes if not each.document.status.readable]
    if failed and settings.form == "json":
        print_json(unread_report(command, failed, matcher.engine))
    if failed and settings.form == "csv":
        print_csv([], columns)
    if failed:
        end_with(failed)
    return resumes
