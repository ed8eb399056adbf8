"""roles, corpus: what the tool knows of the field."""

from __future__ import annotations

from pathlib import Path

import click

from matcher.cli.base import Settings, print_csv, print_json, printing, say


@click.command()
@click.argument("role_id", required=False, metavar="[ID]")
@printing
def roles(
    role_id: str | None,
    settings: Settings,
) -> None:
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


@click.group("corpus")
def corpus_group() -> None:
    """Look after a corpus of roles and skills."""


@corpus_group.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--notes", is_flag=True, help="Also what need not be mended.")
@printing
def check(folder: Path | None, notes: bool, settings: Settings) -> None:
    """Validate a corpus: the format, then what only shows in the whole.

    Errors: two profiles that share a run of six words, a title of two roles, roles that ask for
    the same skills, thin profiles, skills that imply themselves, context rules that never decide.
    """
    from dataclasses import asdict

    from matcher.corpus import load_corpus
    from matcher.corpus_check import check_corpus

    corpus = load_corpus(folder or settings.corpus)
    found = [item for item in check_corpus(corpus) if notes or item.severity == "error"]
    rows = [asdict(item) for item in found]
    if settings.form == "json":
        print_json({"corpus": corpus.fingerprint, "findings": rows})
    elif settings.form == "csv":
        print_csv(rows, ("severity", "kind", "where", "message"))
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
