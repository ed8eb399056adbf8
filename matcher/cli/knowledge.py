"""roles, demand, percentiles, corpus: what the tool knows of the field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from matcher.cli.base import (
    Settings,
    into_file,
    only_roles,
    print_csv,
    print_json,
    printing,
    progress,
    say,
)
from matcher.errors import NoInput, UnreadableDocument


@click.command()
@click.argument("role_id", required=False, metavar="[ID]")
@printing
def roles(role_id: str | None, settings: Settings) -> None:
    """List the role profiles, or show one."""
    from matcher.corpus import load_corpus
    from matcher.reports import roles_report

    loaded = load_corpus(settings.corpus)
    chosen = [loaded.role(role_id)] if role_id else loaded.roles.values()
    report = roles_report(chosen, loaded)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(report["roles"], _ROLE)
    else:
        from matcher import tables

        tables.print_roles(report, in_full=bool(role_id))


_ROLE = ("id", "title", "family", "summary")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--before",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="An earlier set: the change of each share is shown (repeat).",
)
@only_roles
@click.option(
    "--least",
    default=0.05,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Leave out skills that a smaller share of the postings name.",
)
@printing
def demand(
    paths: tuple[Path, ...],
    before: tuple[Path, ...],
    role_ids: tuple[str, ...],
    least: float,
    settings: Settings,
) -> None:
    """Which skills postings name, role by role.

    PATHS are folders and files of postings, and CSV tables with the columns title and description.
    A posting counts for the roles that its title says. Shares come with 95% intervals (Wilson);
    under 30 postings there is none. The shipped corpus/demand.csv is made by this command.
    """
    from matcher.demand import Demand, compared, read_adverts
    from matcher.demand import demand as demand_of
    from matcher.reports import demand_report

    failures: dict[Path, UnreadableDocument] = {}

    def count(given: tuple[Path, ...]) -> Demand:
        adverts = progress(read_adverts(given, matcher, failures), None, "Reading")
        found = demand_of(adverts, matcher)
        say(f"{found.n_named} of {found.n_postings} postings name a role")
        return found

    with settings.matcher() as matcher:
        wanted = {matcher.corpus.role(role_id).id for role_id in role_ids}
        found = count(paths)
        rows = compared(found.rows, count(before).rows) if before else found.rows
        rows = [
            row
            for row in rows
            if (not wanted or row.role_id in wanted) and row.count >= least * row.n
        ]
        report = demand_report(replace(found, rows=rows), failures, matcher.engine, matcher.corpus)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(report["demand"], _DEMAND)
    else:
        from matcher import tables

        tables.print_demand(report["demand"])
    for failure in failures.values():
        say(str(failure))
    raise SystemExit(1 if failures else 0)


_DEMAND = (
    "role_id", "skill_id", "skill", "importance", "count", "n", "share", "low", "high", "change",
)  # fmt: skip


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@into_file("Write a CSV table to FILE instead of the screen.")
@click.option(
    "--processes", type=click.IntRange(1), help="Worker processes (default: one for each core)."
)
@printing
def percentiles(
    paths: tuple[Path, ...], output: Path | None, processes: int | None, settings: Settings
) -> None:
    """The fits of reference resumes to every role.

    They are told percent by percent. With the table as percentiles.csv in the folder of a corpus,
    every match tells how many of these resumes have a lower fit for the role. Of the resumes it
    holds these figures and nothing else. PATHS are resumes and folders of them; two equal files
    count once. Make it again after a change of the encoder, the roles, the skills or the weights.
    """
    import os

    from matcher.batch import Options, fit_files
    from matcher.corpus.percentiles import LEAST_RESUMES, percentile_rows
    from matcher.documents.files import find_files
    from matcher.reports import percentiles_report
    from matcher.reports.rows import write_csv

    files = find_files(paths)
    options = Options(
        corpus=str(settings.corpus) if settings.corpus else None,
        model=settings.model,
        today=settings.today,
    )
    n_processes = processes or os.cpu_count() or 1
    answers = fit_files(files, options, n_processes=n_processes)
    fits, failures = {}, []
    for found in progress(answers, len(files), "Matching"):
        if found["failure"]:
            failures.append(found["failure"])
        else:
            fits[found["id"]] = found["fits"]
    for failure in failures:
        say(failure)
    say(f"{len(fits)} different resumes of {len(files)} files")
    if len(fits) < LEAST_RESUMES:
        raise NoInput(f"percentiles of fewer than {LEAST_RESUMES} resumes say little; name more")
    engine = settings.matcher(n_readers=0).engine
    rows = percentile_rows(list(fits.values()), engine.model)
    if output:
        write_csv(rows, output)
        say(f"the table is in {output}")
    elif settings.form == "json":
        print_json(percentiles_report(rows, engine))
    elif settings.form == "csv":
        print_csv(rows, list(rows[0]))
    else:
        from matcher import tables

        tables.print_percentiles(rows)
    raise SystemExit(1 if failures else 0)


@click.group("corpus")
def corpus_group() -> None:
    """Check a corpus of roles and skills, or build one."""


@corpus_group.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--notes", is_flag=True, help="Also what need not be mended.")
@printing
def check(folder: Path | None, notes: bool, settings: Settings) -> None:
    """Validate a corpus: the format, then what only shows in the whole.

    Errors: two profiles that share a run of six words, a title of two roles, roles that ask for
    the same skills, thin profiles, skills that imply themselves, context rules that never decide.
    """
    from matcher.corpus import load_corpus
    from matcher.corpus_check import check_corpus
    from matcher.reports import check_report

    corpus = load_corpus(folder or settings.corpus)
    found = [item for item in check_corpus(corpus) if notes or item.severity == "error"]
    report = check_report(found, corpus)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(report["findings"], ("severity", "kind", "where", "message"))
    else:
        for item in found:
            click.echo(f"{item.severity} {item.kind}: {item.where} {item.message}")
    errors = sum(item.severity == "error" for item in found)
    n_labels = sum(1 + len(skill.also) for skill in corpus.skills.values())
    say(
        f"{len(corpus.roles)} roles, {len(corpus.skills)} skills, {n_labels} labels; "
        f"{errors} errors"
    )
    raise SystemExit(1 if errors else 0)


@corpus_group.command("import")
@click.argument("kind", type=click.Choice(["onet", "esco", "csv"]))
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="OUT",
    help="The new folder.",
)
def import_corpus(kind: str, folder: Path, output: Path) -> None:
    """Build a corpus from a release of O*NET or ESCO, or from two tables of your own.

    \b
    onet   FOLDER has the text files (Occupation Data.txt, Task Statements.txt ...)
    esco   FOLDER has the English CSV files (occupations_en.csv, skills_en.csv ...)
    csv    FOLDER has roles.csv and, where wanted, skills.csv (see corpus/README.md)

    Use it with --corpus OUT. Mind the licence of the release: O*NET and ESCO ask for attribution.
    """
    from matcher.corpus import load_corpus
    from matcher.importing import READERS

    draft = READERS[kind](folder)
    draft.write(output)
    for cause, n in sorted(draft.left_out.items()):
        say(f"left out: {n} {cause}")
    made = load_corpus(output)
    say(
        f"{len(made.roles)} roles and {len(made.skills)} skills are in {output}; "
        f"use them with --corpus {output}"
    )
