"""parse, skills, title: what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from matcher.records import Month
from matcher.tables.base import asked, new_console
from matcher.wording import NOTHING_LOST, finding_in_words, readability_in_words

if TYPE_CHECKING:
    from matcher import contract as c

_BAR = 30  # characters of a time line


def print_parse(report: c.ParseReport) -> None:
    """What was read from a resume."""
    console = new_console()
    console.print(Text(f"{report['path']}: {report['status']} {report['message']}", style="bold"))
    for warning in report["warnings"]:
        console.print(Text(f"  note: {warning['message']}", style="yellow"))
    if not report["sections"]:
        return
    _print_time_line(console, report)
    for label, entries in _facts(report).items():
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
        bar = "".join("█" if on else "·" for on in years_marked(entry, span, _BAR)) if span else ""
        table.add_row(
            escape(entry["title"] + kind),
            escape(entry["company"]),
            entry["start"] or "?",
            until,
            bar,
        )
    table.columns[4].no_wrap = True
    console.print(table)


def _facts(report: c.ParseReport) -> dict[str, list[str]]:
    """Everything else in a line each."""
    return {
        "Years by family of roles": [
            f"{each['family']} {each['years']:g}" for each in report["years_by_family"]
        ],
        "Gaps": [
            f"{gap['start']} to {gap['end']} ({gap['months']} months)" for gap in report["gaps"]
        ],
        "Education": [
            ", ".join(
                str(part)
                for part in (each["degree"], each["field"], each["institution"], each["year"])
                if part
            )
            for each in report["education"]
        ],
        "Certificates": [
            each["name"]
            + (f" ({each['issued']})" if each["issued"] else "")
            + (" EXPIRED" if each["expired"] else "")
            for each in report["certificates"]
        ],
        "Languages": [
            f"{each['name']} {each['level'] or '(no level)'}" for each in report["languages"]
        ],
        "Contact": [
            part
            for part in (
                report["contact"]["name"],
                report["contact"]["email"],
                report["contact"]["phone"],
                *report["contact"]["links"],
            )
            if part
        ],
    }


def _print_readability(console: Console, found: c.ReadabilityJson) -> None:
    console.rule("what simple programs see", align="left")
    if told := readability_in_words(found):
        console.print(told)
    for each in found["findings"]:
        console.print(Text(f"- {finding_in_words(each)}"))
        for example in each["examples"]:
            console.print(Text(f"    {example}", style="dim"))
    if not found["findings"]:
        console.print(NOTHING_LOST)


def years_spanned(positions: Sequence[c.PositionJson]) -> tuple[int, int] | None:
    """First and last year of all dated positions; None without dates."""
    years = [int(each["start"][:4]) for each in positions if each["start"]]
    years += [int(each["end"][:4]) for each in positions if each["end"]]
    if any(each["current"] and each["start"] for each in positions):
        years += [_end_year(each) for each in positions if each["current"]]
    return (min(years), max(years)) if years else None


def _end_year(entry: c.PositionJson) -> int:
    """The year in which a current position stands, from its start and its months."""
    if not entry["start"]:
        return 0
    return Month.at(Month.parse(entry["start"]).index + (entry["months"] or 1) - 1).year


def years_marked(entry: c.PositionJson, span: tuple[int, int], width: int) -> list[bool]:
    """Which of ``width`` equal steps from the first to the last year a position covers."""
    if not entry["start"] or not entry["months"]:
        return [False] * width
    first = Month.parse(entry["start"]).index - Month(span[0], 1).index
    scale = width / (12 * (span[1] - span[0] + 1))
    start, end = int(first * scale), int((first + entry["months"] - 1) * scale)
    return [start <= step <= end for step in range(width)]


def print_skills(report: c.SkillsReport) -> None:
    """The skill mentions of a resume."""
    table = Table("skill", "level", "months", "used", "claimed", "mentions", "where", "not claimed")
    for skill in report["skills"]:
        mentions = skill["mentions"]
        apart = [
            name
            for name in ("negated", "aspiring", "adjacent")
            if any(mention[name] for mention in mentions)
        ]
        claims = [
            " ".join(
                filter(
                    None, (claim["level"], f"{claim['years']:g} years" if claim["years"] else "")
                )
            )
            for claim in skill["claims"]
        ]
        used = f"{skill['first_used']} to {skill['last_used']}" if skill["first_used"] else ""
        table.add_row(
            escape(skill["skill"]),
            skill["level"] or "",
            "" if skill["months"] is None else str(skill["months"]),
            used,
            ", ".join(dict.fromkeys(claims)),
            str(len(mentions)),
            ", ".join(sorted({mention["section"] for mention in mentions})),
            ", ".join(apart),
        )
    new_console().print(table)


def print_titles(report: c.TitleReport) -> None:
    """The roles of job titles."""
    console = new_console()
    for title in report["titles"]:
        parts = title["parts"]
        said = {
            "seniority": parts["seniority"],
            "function": parts["function"],
            "domain": parts["domain"],
            "technologies": ", ".join(map(asked, parts["technologies"])),
        }
        shown = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
        console.print(Text(f"{title['text']}  ({shown})", style="bold"))
        table = Table("role", "score", "by the title", "is near to")
        for role in title["roles"]:
            table.add_row(role["id"], f"{role['score']:.2f}", role["via"], role["known_as"])
        console.print(table if title["roles"] else Text("no role of the corpus"))
