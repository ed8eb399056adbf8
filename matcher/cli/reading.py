"""parse, skills, title: what was read."""

from __future__ import annotations

from pathlib import Path

import click

from matcher.cli.base import Settings, end_with, print_csv, print_json, printing


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@printing
def parse(file: Path, settings: Settings) -> None:
    """What was read, and what a simple program would lose.

    Positions on a time line, gaps, unpaid work, education, certificates, languages, contact, the
    text in reading order with its sections, and how readable the file is for other programs.
    FILE is a PDF, DOCX, text, Markdown, LaTeX, HTML or JSON Resume.
    """
    from matcher.reports import parse_report

    with settings.matcher() as matcher:
        found = matcher.inspect(file)
        report = parse_report(found, matcher.engine)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(report["experience"], _POSITION)
    else:
        from matcher import tables

        tables.print_parse(report)
    end_with([found.resume.document])


_POSITION = ("title", "company", "start", "end", "current", "kind", "place", "months")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@printing
def skills(file: Path, settings: Settings) -> None:
    """Every skill mention in a resume, and how it is meant.

    With how long each skill was used, and what is claimed of it.
    """
    from matcher.reports import skills_report

    with settings.matcher() as matcher:
        resume = matcher.read(file)
        profile = matcher.profile(resume) if resume.document.status.readable else None
        report = skills_report(resume, profile, matcher.engine, matcher.corpus)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        print_csv(
            [
                {**{name: value for name, value in skill.items() if name in _SKILL}, **mention}
                for skill in report["skills"]
                for mention in skill["mentions"]
            ],
            _MENTION,
        )
    else:
        from matcher import tables

        tables.print_skills(report)
    end_with([resume.document])


_SKILL = ("skill", "skill_id", "level", "months", "first_used", "last_used", "positions")
_MENTION = (
    *_SKILL,
    "text",
    "start",
    "end",
    "section",
    "page",
    "negated",
    "aspiring",
    "adjacent",
)


@click.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option("--top", default=5, show_default=True, type=click.IntRange(1), help="Roles shown.")
@printing
def title(texts: tuple[str, ...], top: int, settings: Settings) -> None:
    """Roles for a job title, with the parts that decided. Quote each TEXT."""
    from matcher.reports import title_report

    matcher = settings.matcher(n_readers=0)
    report = title_report((matcher.read_title(text, top=top) for text in texts), matcher)
    if settings.form == "json":
        print_json(report)
    elif settings.form == "csv":
        rows = [
            {"text": title["text"], **role} for title in report["titles"] for role in title["roles"]
        ]
        print_csv(rows, ("text", "id", "title", "family", "score", "via", "known_as"))
    else:
        from matcher import tables

        tables.print_titles(report)
