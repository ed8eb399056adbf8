"""match, rank, score, path, careers, compare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.base import (
    Settings,
    as_report,
    end_with,
    for_role,
    into_file,
    only_roles,
    own_roles,
    print_csv,
    print_json,
    printing,
    progress,
    readable,
    require_html,
    say,
    say_if_fewer,
    write_report,
)

if TYPE_CHECKING:
    from matcher.contract import ScoreRow
    from matcher.reports.journal import RowJournal

_A_CAREER = 2  # dated jobs: a posting tells none


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--top",
    default=5,
    show_default=True,
    type=click.IntRange(1),
    help="Roles shown, of the two or three dozen that come near; with --role all that are named.",
)
@only_roles
@own_roles
@click.option(
    "--with",
    "assume",
    multiple=True,
    metavar="SKILL",
    help="What if this skill, too, were shown? An id or a label (repeat).",
)
@click.option("--explain", is_flag=True, help="Each fit in words, its parts and their evidence.")
@as_report
@printing
def match(
    files: tuple[Path, ...],
    top: int,
    role_ids: tuple[str, ...],
    role_files: tuple[Path, ...],
    assume: tuple[str, ...],
    explain: bool,
    output: Path | None,
    settings: Settings,
) -> None:
    """Nearest roles for each resume, and what is missing for them.

    FILES are resumes: PDF, DOCX, text, Markdown, LaTeX, HTML or JSON Resume.

    \b
      matcher match cv.pdf --explain
      matcher match cv.pdf --role data-engineer --with Kubernetes
      matcher match cv.pdf -o report.html
    """
    from matcher.corpus import load_role_file
    from matcher.reports import match_report
    from matcher.reports.rows import match_rows

    require_html(output)
    if output and len(files) > 1:
        cause = "a report is of one resume: give one file, or rank them"
        raise click.BadParameter(cause, param_hint="-o")
    with settings.matcher() as matcher:
        corpus = matcher.corpus
        own = [load_role_file(path, corpus) for path in role_files]
        roles = [*map(corpus.role, role_ids), *own] or None
        results = [
            matcher.match_resume(resume, top=None if roles else top, roles=roles, assume=assume)
            for resume in progress(matcher.read_many(files), len(files), "Matching")
        ]
        if output and results[0].document.status.readable:
            from matcher.reports.html import html_report

            write_report(html_report(results[0], corpus), output)
        elif output:
            say(f"{output}: not written, for the file could not be read")
        elif settings.form == "json":
            print_json([match_report(result, matcher.corpus) for result in results])
        elif settings.form == "csv":
            print_csv([row for result in results for row in match_rows(result)])
        else:
            from matcher import tables

            for result in results:
                tables.print_match(result, matcher.corpus, explain=explain)
    documents = [result.document for result in results]
    if not roles:
        say_if_fewer(top, (len(each) for each in results if each.document.status.readable))
    end_with(documents)


@click.command()
@click.argument("job", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--blind", is_flag=True, help="Hide file names; candidates are shown by id.")
@click.option(
    "--weights",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A changed copy of corpus/weights.yaml.",
)
@as_report
@printing
def rank(
    job: Path,
    paths: tuple[Path, ...],
    blind: bool,
    weights: Path | None,
    output: Path | None,
    settings: Settings,
) -> None:
    """Candidates for one posting, best first.

    JOB is the posting (text, HTML, PDF, DOCX), PATHS are resumes and folders of them: every file
    in them and in the folders below is read as a resume, save hidden ones and JOB itself.

    \b
      matcher rank posting.txt resumes/ --blind
      matcher rank posting.txt resumes/ -o ranking.html
    """
    from matcher.documents.files import find_files
    from matcher.errors import NoInput
    from matcher.reports import rank_report
    from matcher.reports.rows import rank_rows

    require_html(output)
    if job.is_dir():
        cause = f"{job} is a folder; name one posting first, then the resumes"
        raise click.BadParameter(cause, param_hint="JOB")
    files = [file for file in find_files(paths) if not _is_one_of(file, job, output)]
    if not files:
        raise NoInput(f"{paths[0]}: no resume beside the posting; name resumes, or folders of them")
    with settings.matcher(weights) as matcher:
        posting = matcher.read_posting(job)
        jobs_held = [each for each in matcher.resume(posting.document).positions if each.start]
        if len(jobs_held) >= _A_CAREER:
            say(f"{job}: reads like a resume; the posting is named first, then the resumes")
        resumes = progress(matcher.read_many(files), len(files), "Matching")
        ranking = matcher.rank_resumes(posting, resumes)
        if blind:
            ranking = ranking.blind()
        if output:
            from matcher.reports.html import html_ranking

            write_report(html_ranking(ranking, matcher.corpus), output)
        elif settings.form == "json":
            print_json(rank_report(ranking, matcher.corpus))
        elif settings.form == "csv":
            print_csv(rank_rows(ranking))
        else:
            from matcher import tables

            tables.print_ranking(ranking, matcher.corpus)
    end_with(ranking.failures)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@into_file("Write to FILE (.csv, .jsonl, .parquet, .xlsx) instead of the screen.")
@click.option(
    "--jobs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="POSTING",
    help="Score against this posting instead of the roles (repeat).",
)
@only_roles
@own_roles
@click.option(
    "--top",
    default=3,
    show_default=True,
    type=click.IntRange(1),
    help="Roles a file; with --role all that are named.",
)
@click.option(
    "--processes", type=click.IntRange(1), help="Worker processes (default: one for each core)."
)
@printing
def score(
    paths: tuple[Path, ...],
    output: Path | None,
    jobs: tuple[Path, ...],
    role_ids: tuple[str, ...],
    role_files: tuple[Path, ...],
    top: int,
    processes: int | None,
    settings: Settings,
) -> None:
    """Many resumes against the roles, or against postings.

    PATHS are resumes and folders of them: every file in them and in the folders below is read,
    save hidden ones. A run that is stopped leaves its rows in FILE.part.

    \b
      matcher score resumes/ -o scores.csv
      matcher score resumes/ --jobs posting.txt -o scores.xlsx
    """
    import os

    from matcher.batch import Options, score_files
    from matcher.documents.files import find_files
    from matcher.reports.rows import FORMATS, write_rows

    if output and output.suffix.lower() not in FORMATS:
        cause = f"{output}: end the name in {', '.join(FORMATS)}"
        raise click.BadParameter(cause, param_hint="-o")
    n_roles = len(role_ids) + len(role_files)
    if jobs and n_roles:
        raise click.UsageError("give --jobs or roles, not both: postings take the roles' place")
    part = output and output.with_name(f"{output.name}.part")
    if part and part.is_file() and part.stat().st_size:
        cause = f"{part} holds the rows of a run that was stopped; move it away or delete it first"
        raise click.BadParameter(cause, param_hint="-o")
    options = Options(
        corpus=str(settings.corpus) if settings.corpus else None,
        model=settings.model,
        today=settings.today,
        top=max(top, n_roles),
        roles=role_ids,
        role_files=tuple(map(str, role_files)),
        postings=tuple(dict.fromkeys(map(str, jobs))),
    )
    files = [file for file in find_files(paths) if not _is_one_of(file, output, part)]
    if settings.model:
        say("another model encodes the corpus first, which may take minutes, if it has not before")
    scored = score_files(files, options, n_processes=processes or os.cpu_count() or 1)
    with _journal(part) as journal:
        failed, n_found = [], []
        for found in progress(scored, len(files), "Scoring"):
            journal.add(found)
            wrong = [row["message"] for row in found if row["code"]]
            failed += wrong
            if not wrong:
                n_found.append(len(found))
        if output:
            write_rows(journal, output)
        else:
            _print_rows(list(journal), settings)
    if not (n_roles or jobs):
        say_if_fewer(top, n_found)
    for message in failed:
        say(message)
    if output:
        say(f"{len(files) - len(failed)} of {len(files)} files scored; rows are in {output}")
    raise SystemExit(1 if failed or not files else 0)


def _print_rows(rows: list[ScoreRow], settings: Settings) -> None:
    if settings.form == "json":
        print_json(rows)
    elif settings.form == "csv":
        print_csv(rows)
    else:
        from matcher import tables
        from matcher.corpus import load_corpus

        tables.print_rows(rows, load_corpus(settings.corpus))


@contextmanager
def _journal(part: Path | None) -> Iterator[RowJournal]:
    """A journal that stays, and is named, where the run does not come to its end."""
    from matcher.reports.journal import RowJournal

    journal = RowJournal(part)
    try:
        yield journal
    except BaseException:
        keep = part is not None and journal.n_rows > 0
        journal.close(keep=keep)
        if keep:
            say(f"stopped; {journal.n_rows} rows are in {part}, a JSON document a line")
        raise
    journal.close()


def _is_one_of(file: Path, *own: Path | None) -> bool:
    """Whether a file that was found is one that this run writes."""
    return any(each and file.name == each.name and file.resolve() == each.resolve() for each in own)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@for_role
@click.option(
    "--top", default=10, show_default=True, type=click.IntRange(1), help="Skills taken as goals."
)
@printing
def path(file: Path, role: str, top: int, settings: Settings) -> None:
    """What to learn next for a role, in which order.

    Each step says what to build and where to read. The next skill is always the one with the
    largest gain of fit, times the share of postings that name it, for its hours; what has to be
    known before it comes first.
    """
    from matcher.reports import path_report

    with settings.matcher() as matcher:
        (resume,) = readable("path", settings, matcher, _STEP, file)
        found = matcher.path(resume, role, most=top)
        report = path_report(found, resume, matcher.engine, matcher.corpus)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(
            [
                {"stage": number, "band": stage["band"], **step, **_names_of(step)}
                for number, stage in enumerate(report["stages"], start=1)
                for step in stage["steps"]
            ],
            _STEP,
        )
    else:
        from matcher import tables

        tables.print_path(report)


_STEP = (
    "stage", "band", "skill", "skill_id", "needed_for", "gain", "fit", "demand", "hours", "build",
    "docs", "book", "course", "certificates",
)  # fmt: skip


def _names_of(step: Any) -> dict[str, str]:
    """What is a list or an object in JSON, as ids in one cell."""
    needed = step["needed_for"]
    return {
        "needed_for": needed["skill_id"] if needed else "",
        "certificates": ";".join(each["skill_id"] for each in step["certificates"]),
    }


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--role",
    metavar="ID",
    help="From this role, by id, title or role file (.yaml); default: the one that fits best.",
)
@printing
def careers(file: Path, role: str | None, settings: Settings) -> None:
    """Where a person stands, and which roles are near.

    The neighbouring roles come with the skills that lead there. The place on the triangle software,
    statistics, infrastructure and on the line on which data flows is the mean of the roles that
    fit, weighted by the square of the fit.
    """
    from matcher.reports import careers_report

    with settings.matcher() as matcher:
        (resume,) = readable("careers", settings, matcher, _MOVE, file)
        view = matcher.careers(resume, role)
        report = careers_report(view, resume, matcher.engine, matcher.corpus)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(
            [
                {
                    "role": move["role"]["id"],
                    "title": move["role"]["title"],
                    **{name: move[name] for name in ("fit", "band", "distance")},
                    **move["axes"],
                    "bridge_missing": ";".join(each["skill_id"] for each in move["bridge_missing"]),
                }
                for move in report["moves"]
            ],
            _MOVE,
        )
    else:
        from matcher import tables

        tables.print_careers(report)


_MOVE = (
    "role", "title", "fit", "band", "distance", "software", "statistics", "infrastructure",
    "bridge_missing",
)  # fmt: skip


@click.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@for_role
@printing
def compare(first: Path, second: Path, role: str, settings: Settings) -> None:
    """Two resumes for one role, part by part, skill by skill.

    Two versions of one resume, too.
    """
    from matcher.reports import compare_report

    with settings.matcher() as matcher:
        chosen = matcher.role(role)
        resumes = readable("compare", settings, matcher, _PART, first, second)
        one, other = (matcher.match_resume(resume, roles=[chosen]) for resume in resumes)
        report = compare_report((one, other), matcher.corpus)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(report["parts"], _PART)
    else:
        from matcher import tables

        tables.print_compare(report)


_PART = ("name", "max_points", "first", "second")
