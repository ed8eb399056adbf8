"""parse, skills, title: what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from matcher.facts import (
    NOTHING_LOST,
    facts_in_words,
    finding_in_words,
    readability_in_words,
    requirement_in_words,
)
from matcher.tables.base import new_console
from matcher.time_line import stretch_of, years_spanned

if TYPE_CHECKING:
    from matcher import contract as c

_BAR = 30  # characters of a time line


def print_parse(report: c.ParseReport) -> None:
    """What was read from a resume."""
    console = new_console()
    console.print(Text(report["message"] or report["path"], style="bold"))
    for warning in report["warnings"]:
        console.print(Text(f"  note: {warning['message']}", style="yellow"))
    if not report["sections"]:
        return
    _print_time_line(console, report)
    for label, entries in facts_in_words(report).items():
        if entries:
            console.print(Text(f"{label}: {'; '.join(entries)}"))
    _print_readability(console, report["readability"])
    for section in report["sections"]:
        console.rule(f"{section['kind']}", align="left")
        console.print(Text(section["text"].strip()))


def _print_time_line(console: Console, report: c.ParseReport) -> None:
    """Positions, each with its stretch of the years that all of them cover."""
    jobs = [*report["experience"], *report["volunteering"]]
    span = years_spanned(jobs)
    table = Table("position", "company", "from", "to", "", title="Experience")
    if span:
        table.columns[4].header = f"{span[0]}{str(span[1]).rjust(_BAR - 4)}"
    for entry in jobs:
        until = "now" if entry["current"] else entry["end"] or "?"
        kind = "" if entry["kind"] == "job" else f" ({entry['kind']})"
        bar = _marks(stretch_of(entry, span)) if span else ""
        table.add_row(
            escape(entry["title"] + kind),
            escape(entry["company"]),
            entry["start"] or "?",
            until,
            bar,
        )
    table.columns[4].no_wrap = True
    console.print(table)


def _print_readability(console: Console, found: c.ReadabilityJson) -> None:
    console.rule("what simpler programs see", align="left")
    if told := readability_in_words(found):
        console.print(told)
    for each in found["findings"]:
        console.print(Text(f"- {finding_in_words(each)}"))
        for example in each["examples"]:
            console.print(Text(f"    {example}", style="dim"))
    if not found["findings"]:
        console.print(NOTHING_LOST)


def _marks(stretch: tuple[float, float] | None) -> str:
    """A time line of characters."""
    if stretch is None:
        return "·" * _BAR
    first, last = int(stretch[0] * _BAR), ceil(round(stretch[1] * _BAR, 6)) - 1
    return "".join("█" if first <= step <= last else "·" for step in range(_BAR))


def print_skills(report: c.SkillsReport) -> None:
    """The skills of a resume, those that are shown in work first, the longest used first."""
    console = new_console()
    console.print(Text(report["message"] or report["path"], style="bold"))
    if not report["skills"]:
        return
    table = Table("skill", "shown as", "months", "used", "claimed", "mentions", "said otherwise")
    for column in (2, 5):
        table.columns[column].justify = "right"
    table.columns[3].no_wrap = True
    for skill in sorted(
        report["skills"], key=lambda each: (each["level"] or "not", -(each["months"] or 0))
    ):
        claims = [_claim(claim) for claim in skill["claims"]]
        used = f"{skill['first_used']} to {skill['last_used']}" if skill["first_used"] else ""
        table.add_row(
            escape(skill["skill"]),
            skill["level"] or "not credited",
            "" if skill["months"] is None else str(skill["months"]),
            used,
            ", ".join(dict.fromkeys(claims)),
            str(len(skill["mentions"])),
            ", ".join(_said_otherwise(skill["mentions"])),
        )
    console.print(table)


def _claim(claim: c.ClaimJson) -> str:
    years = f"{claim['years']:g} years" if claim["years"] else ""
    return " ".join(filter(None, (claim["level"], years)))


def _said_otherwise(mentions: Sequence[c.MentionJson]) -> Iterator[str]:
    """How the mentions are meant that claim nothing."""
    if any(mention["negated"] for mention in mentions):
        yield "denied"
    if any(mention["aspiring"] for mention in mentions):
        yield "hoped for"
    if any(mention["adjacent"] for mention in mentions):
        yield "of others"


def print_titles(report: c.TitleReport) -> None:
    """The roles of job titles."""
    console = new_console()
    for title in report["titles"]:
        parts = title["parts"]
        said = {
            "seniority": parts["seniority"],
            "function": parts["function"],
            "domain": parts["domain"],
            "technologies": ", ".join(map(requirement_in_words, parts["technologies"])),
        }
        shown = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
        console.print(Text(f"{title['text']}  ({shown})", style="bold"))
        table = Table("role", "nearness", "by the title", "is near to")
        table.columns[1].justify = "right"
        for role in title["roles"]:
            table.add_row(role["id"], f"{role['score']:.2f}", role["via"], role["known_as"])
        console.print(table if title["roles"] else Text("no role of the corpus"))
