"""The command line. It calls public names only; what it prints is stated in ``contract``."""

from __future__ import annotations

import datetime
import functools
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.errors import MatcherError, NoInput, UnreadableDocument

if TYPE_CHECKING:
    from matcher.matching import Matcher
    from matcher.records import Document

_FORMATS = click.Choice(["table", "json", "csv"])


class _Group(click.Group):
    """One line for every error that is expected: what, why, and what to do."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MatcherError as error:
            _say(str(error))
            failed_input = isinstance(error, UnreadableDocument | NoInput)
            raise SystemExit(1 if failed_input else 2) from error


def _say(message: str) -> None:
    click.echo(f"matcher: {message}", err=True)


@dataclass(frozen=True, slots=True)
class _Settings:
    """The options that work everywhere."""

    form: str
    corpus: Path | None
    model: str | None
    today: datetime.date | None

    def matcher(self, weights: Path | None = None) -> Matcher:
        from matcher.matching import Matcher
        from matcher.weights import load_weights

        return Matcher(
            corpus=self.corpus,
            model=self.model,
            today=self.today,
            weights=load_weights(weights) if weights else None,
        )


def _printing(function: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that work everywhere and hands them on as ``settings``."""

    @functools.wraps(function)
    def command(
        form: str | None,
        corpus: Path | None,
        model: str | None,
        today: datetime.datetime | None,
        **others: Any,
    ) -> None:
        shown = form or ("table" if sys.stdout.isatty() else "json")
        function(settings=_Settings(shown, corpus, model, today and today.date()), **others)

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
        click.option(
            "--format",
            "form",
            type=_FORMATS,
            default=None,
            help="Default: a table on a terminal, JSON elsewhere.",
        ),
    ):
        command = option(command)
    return command


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
    settings: _Settings,
) -> None:
    """Nearest roles for each resume, with what is there and what is missing."""
    from matcher.reports import match_report
    from matcher.rows import match_rows

    roles = [*role_ids, *map(str, role_files)] or None
    shown = max(top, len(roles)) if roles else top
    with settings.matcher() as matcher:
        chosen = [matcher.role(role) for role in roles] if roles else None
        results = [
            matcher.match_resume(resume, top=shown, roles=chosen)
            for resume in matcher.read_many(files)
        ]
        if settings.form == "json":
            _json([match_report(result, matcher.corpus) for result in results])
        elif settings.form == "csv":
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
    settings: _Settings,
) -> None:
    """Candidates for one posting, best first. JOB is a posting (text, HTML, PDF, DOCX)."""
    from matcher.batch import find_files
    from matcher.reports import rank_report
    from matcher.rows import rank_rows

    files = find_files(paths)
    with settings.matcher(weights) as matcher:
        ranking = matcher.rank_resumes(matcher.read_posting(job), matcher.read_many(files))
        if settings.form == "json":
            _json(rank_report(ranking, matcher.corpus, blind=blind))
        elif settings.form == "csv":
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
    settings: _Settings,
) -> None:
    """Many resumes against the roles, or against postings. Folders are searched."""
    import os

    from matcher.batch import Options, find_files, score_files
    from matcher.rows import FORMATS, write_rows

    if output and output.suffix.lower() not in FORMATS:
        raise click.BadParameter(f"{output}: end the name in {', '.join(FORMATS)}")
    roles = (*role_ids, *map(str, role_files)) or None
    options = Options(
        corpus=str(settings.corpus) if settings.corpus else None,
        model=settings.model,
        today=settings.today,
        top=max(top, len(roles)) if roles else top,
        roles=roles,
        postings=tuple(map(str, jobs)),
    )
    files = find_files(paths)
    n_processes = processes or os.cpu_count() or 1
    rows = [
        row
        for found in _progress(score_files(files, options, n_processes=n_processes), len(files))
        for row in found
    ]
    if output:
        write_rows(rows, output)
    elif settings.form == "json":
        _json(rows)
    elif settings.form == "csv":
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
    settings: _Settings,
) -> None:
    """What was read from a resume: text, sections, positions, education, contact."""
    from matcher.reports import parse_report

    with settings.matcher() as matcher:
        report = parse_report(matcher.read(file))
    if settings.form == "json":
        _json(report)
    elif settings.form == "csv":
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
    settings: _Settings,
) -> None:
    """Every skill mention in a resume, and how it is meant."""
    from matcher.reports import skills_report

    with settings.matcher() as matcher:
        resume = matcher.read(file)
        profile = matcher.profile(resume) if resume.document.status.readable else None
        report = skills_report(resume, profile, matcher.corpus)
    if settings.form == "json":
        _json(report)
    elif settings.form == "csv":
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
    settings: _Settings,
) -> None:
    """List the role profiles, or show one."""
    from matcher.corpus import load_corpus
    from matcher.reports import roles_report

    loaded = load_corpus(settings.corpus)
    chosen = [loaded.role(role_id)] if role_id else loaded.roles.values()
    report = roles_report(chosen, loaded)
    if settings.form == "json":
        _json(report)
    elif settings.form == "csv":
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
@click.option(
    "--taxonomies",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Holds the O*NET text files, the ESCO CSV files and the GitHub topic aliases.",
)
@click.option(
    "--skillspan",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Holds SkillSpan's train.json.",
)
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="A static folder to start from (default: all-MiniLM-L6-v2 is distilled).",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="The new folder.",
)
def train(taxonomies: Path, skillspan: Path | None, base: Path | None, output: Path) -> None:
    """Train the encoder on files that you have; nothing is downloaded."""
    from matcher.training import train as train_encoder

    folder = train_encoder(taxonomies, output, skillspan=skillspan, base=base, say=_say)
    _say(f"the encoder is in {folder}; use it with --model {folder}")


@main.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
def app(port: int) -> None:
    """Open the web page (the same as `streamlit run app.py`)."""
    from matcher.web.serve import serve

    serve(port)


# ---------------------------------------------------------------- input and output


def _json(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode(errors="surrogatepass"))
    sys.stdout.buffer.flush()


def _csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> None:
    from matcher.rows import csv_text

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
