"""The command line. It calls public names only; what it prints is stated in ``contract``."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from matcher.errors import MatcherError

if TYPE_CHECKING:
    from matcher.matching import Matcher
    from matcher.records import Document

Command = TypeVar("Command", bound=Callable[..., Any])

_FORMATS = click.Choice(["table", "json", "csv"])


class _Group(click.Group):
    """One line for every error that is expected: what, why, and what to do."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MatcherError as error:
            _say(str(error))
            raise SystemExit(1 if hasattr(error, "code") else 2) from error


def _say(message: str) -> None:
    click.echo(f"matcher: {message}", err=True)


def _common(function: Command) -> Command:
    """The options that work everywhere."""
    for option in (
        click.option(
            "--today",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="YYYY-MM-DD",
            help="Count current positions to this day (default: today).",
        ),
        click.option("--model", metavar="NAME", help="Hub name or folder of another encoder."),
        click.option(
            "--corpus",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Another corpus of roles and skills.",
        ),
    ):
        function = option(function)
    return function


def _printing(function: Command) -> Command:
    return click.option(
        "--format",
        "form",
        type=_FORMATS,
        default=None,
        help="Default: a table on a terminal, JSON elsewhere.",
    )(_common(function))


def _form(form: str | None) -> str:
    return form or ("table" if sys.stdout.isatty() else "json")


def _matcher(
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
    weights: Path | None = None,
    n_readers: int = 1,
) -> Matcher:
    from matcher.matching import Matcher
    from matcher.weights import load_weights

    return Matcher(
        corpus=corpus,
        model=model,
        today=today.date() if today else None,
        weights=load_weights(weights) if weights else None,
        n_readers=n_readers,
    )


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="role-matcher", prog_name="matcher")
def main() -> None:
    """Match resumes to roles and job postings.

    \b
    matcher match cv.pdf                     which roles fit, what is missing
    matcher match cv.pdf --role data-engineer --explain
    matcher rank posting.txt resumes/        candidates for a posting, best first
    matcher score resumes/ -o scores.csv     many resumes, several processes
    matcher app                              the same in the browser

    Exit codes: 0 everything was read; 1 some input failed (named on stderr, the rest is
    delivered); 2 wrong use.
    """


# ---------------------------------------------------------------- match, rank, score


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--top", default=5, show_default=True, type=click.IntRange(1), help="Roles shown.")
@click.option("--role", "role_ids", multiple=True, metavar="ID", help="Only this role (repeat).")
@click.option(
    "--role-file",
    "role_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="YAML",
    help="A role profile of your own (see corpus/README.md).",
)
@click.option("--explain", is_flag=True, help="Show the parts of each fit and their evidence.")
@_printing
def match(
    files: tuple[Path, ...],
    top: int,
    role_ids: tuple[str, ...],
    role_files: tuple[Path, ...],
    explain: bool,
    form: str | None,
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
) -> None:
    """Nearest roles for each resume, with what is there and what is missing."""
    from matcher.reports import match_report, match_rows

    roles = [*role_ids, *map(str, role_files)] or None
    shown = max(top, len(roles)) if roles else top
    with _matcher(corpus, model, today) as matcher:
        chosen = [matcher.role(role) for role in roles] if roles else None
        results = [
            matcher.match_resume(resume, top=shown, roles=chosen)
            for resume in matcher.read_many(files)
        ]
        if _form(form) == "json":
            _json([match_report(result, matcher.corpus) for result in results])
        elif _form(form) == "csv":
            _csv([row for result in results for row in match_rows(result)])
        else:
            from matcher import tables

            for result in results:
                tables.print_match(result, matcher.corpus, explain=explain)
    _exit([result.document for result in results])


@main.command()
@click.argument("job", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--blind", is_flag=True, help="Hide file names; candidates are shown by id.")
@click.option(
    "--weights",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A changed copy of corpus/weights.yaml.",
)
@_printing
def rank(
    job: Path,
    paths: tuple[Path, ...],
    blind: bool,
    weights: Path | None,
    form: str | None,
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
) -> None:
    """Candidates for one posting, best first. JOB is a posting (text, HTML, PDF, DOCX)."""
    from matcher.reports import rank_report, rank_rows

    files = _files(paths)
    with _matcher(corpus, model, today, weights) as matcher:
        ranking = matcher.rank_resumes(matcher.read_posting(job), matcher.read_many(files))
        if _form(form) == "json":
            _json(rank_report(ranking, matcher.corpus, blind=blind))
        elif _form(form) == "csv":
            _csv(rank_rows(ranking, blind=blind))
        else:
            from matcher import tables

            tables.print_ranking(ranking, matcher.corpus, blind=blind)
    _exit(ranking.failures)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE (.csv, .jsonl, .parquet, .xlsx) instead of the screen.",
)
@click.option(
    "--jobs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="POSTING",
    help="Score against this posting instead of the roles (repeat).",
)
@click.option("--role", "role_ids", multiple=True, metavar="ID", help="Only this role (repeat).")
@click.option(
    "--role-file", "role_files", multiple=True, type=click.Path(path_type=Path), metavar="YAML"
)
@click.option("--top", default=3, show_default=True, type=click.IntRange(1), help="Roles a file.")
@click.option(
    "--processes", type=click.IntRange(1), help="Worker processes (default: one for each core)."
)
@_printing
def score(
    paths: tuple[Path, ...],
    output: Path | None,
    jobs: tuple[Path, ...],
    role_ids: tuple[str, ...],
    role_files: tuple[Path, ...],
    top: int,
    processes: int | None,
    form: str | None,
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
) -> None:
    """Many resumes against the roles, or against postings. Folders are searched."""
    import os

    from matcher.batch import Options, score_files
    from matcher.reports import FORMATS, write_rows

    if output and output.suffix.lower() not in FORMATS:
        raise click.BadParameter(f"{output}: end the name in {', '.join(FORMATS)}")
    roles = (*role_ids, *map(str, role_files)) or None
    options = Options(
        corpus=str(corpus) if corpus else None,
        model=model,
        today=today.date() if today else None,
        top=max(top, len(roles)) if roles else top,
        roles=roles,
        postings=tuple(map(str, jobs)),
    )
    files = _files(paths)
    n_processes = processes or os.cpu_count() or 1
    rows = [
        row
        for found in _progress(score_files(files, options, n_processes=n_processes), len(files))
        for row in found
    ]
    if output:
        write_rows(rows, output)
    elif _form(form) == "json":
        _json(rows)
    elif _form(form) == "csv":
        _csv(rows)
    else:
        from matcher import tables

        tables.print_rows(rows)
    failed = [row for row in rows if row["code"]]
    for row in failed:
        _say(row["message"])
    if output:
        _say(f"{len(files) - len(failed)} of {len(files)} files scored; rows are in {output}")
    raise SystemExit(1 if failed or not files else 0)


def _progress(found: Iterable[Any], total: int) -> Iterable[Any]:
    if not sys.stderr.isatty():
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, "Scoring", total, console=Console(stderr=True))


# ---------------------------------------------------------------- parse, skills, roles


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_printing
def parse(
    file: Path,
    form: str | None,
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
) -> None:
    """What was read from a resume: text, sections, positions, education, contact."""
    from matcher.reports import parse_report

    with _matcher(corpus, model, today) as matcher:
        report = parse_report(matcher.read(file))
    if _form(form) == "json":
        _json(report)
    elif _form(form) == "csv":
        _csv(report["experience"], _POSITION)
    else:
        from matcher import tables

        tables.print_parse(report)
    _exit_on(report)


_POSITION = ("title", "company", "start", "end", "current")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_printing
def skills(
    file: Path,
    form: str | None,
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
) -> None:
    """Every skill mention in a resume, and how it is meant."""
    from matcher.reports import skills_report

    with _matcher(corpus, model, today) as matcher:
        resume = matcher.read(file)
        profile = matcher.profile(resume) if resume.document.status.readable else None
        report = skills_report(resume, profile, matcher.corpus)
    if _form(form) == "json":
        _json(report)
    elif _form(form) == "csv":
        _csv(
            [
                {"skill": skill["skill"], "skill_id": skill["skill_id"], **mention}
                for skill in report["skills"]
                for mention in skill["mentions"]
            ],
            _MENTION,
        )
    else:
        from matcher import tables

        tables.print_skills(report)
    _exit_on(report)


_MENTION = (
    "skill",
    "skill_id",
    "text",
    "start",
    "end",
    "section",
    "page",
    "negated",
    "aspiring",
    "adjacent",
)


@main.command()
@click.argument("role_id", required=False, metavar="[ID]")
@_printing
def roles(
    role_id: str | None,
    form: str | None,
    corpus: Path | None,
    model: str | None,
    today: datetime.datetime | None,
) -> None:
    """List the role profiles, or show one."""
    from matcher.corpus import load_corpus
    from matcher.reports import roles_report

    del model, today  # accepted everywhere; a profile depends on neither
    loaded = load_corpus(corpus)
    chosen = [loaded.role(role_id)] if role_id else loaded.roles.values()
    report = roles_report(chosen, loaded)
    if _form(form) == "json":
        _json(report)
    elif _form(form) == "csv":
        _csv(report["roles"], _ROLE)
    else:
        from matcher import tables

        tables.print_roles(report, in_full=bool(role_id))


_ROLE = ("id", "title", "family", "summary")


@main.command()
@click.argument("name", type=click.Choice(["match", "rank", "score", "parse", "skills", "roles"]))
def schema(name: str) -> None:
    """JSON schema of what a command prints with --format json."""
    from matcher.contract import schema as schema_of

    _json(schema_of(name))


@main.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
def app(port: int) -> None:
    """Open the web page (the same as `streamlit run app.py`)."""
    from streamlit.web import bootstrap

    from matcher.corpus import shared_folder

    folder = shared_folder()
    options = {**_streamlit_config(folder / ".streamlit" / "config.toml"), "server_port": port}
    bootstrap.load_config_options(options)
    bootstrap.run(str(folder / "app.py"), False, [], options)


def _streamlit_config(path: Path) -> dict[str, Any]:
    """The page's own settings, which streamlit would only look for in the current folder."""
    import tomllib

    return {
        f"{section}_{name}": value
        for section, values in tomllib.loads(path.read_text("utf-8")).items()
        for name, value in values.items()
    }


# ---------------------------------------------------------------- input and output


def _files(paths: Sequence[Path]) -> list[Path]:
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
        raise _NoInput(f"{next(iter(files))}: no files in this folder; name a folder with resumes")
    return list(files)


class _NoInput(MatcherError):
    code = "no_input"  # the input failed, not the use of the command


def _json(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode(errors="surrogatepass"))
    sys.stdout.buffer.flush()


def _csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> None:
    from matcher.reports import csv_text

    sys.stdout.buffer.write(csv_text(rows, columns).encode(errors="surrogatepass"))
    sys.stdout.buffer.flush()


def _exit(documents: Iterable[Document]) -> None:
    """Names what failed on stderr; ends with 1 if anything did."""
    failed = [document for document in documents if not document.status.readable]
    for document in failed:
        _say(document.message)
    raise SystemExit(1 if failed else 0)


def _exit_on(report: Any) -> None:
    if report["status"] not in ("ok", "partial"):
        _say(report["message"])
        raise SystemExit(1)


if __name__ == "__main__":
    main()
