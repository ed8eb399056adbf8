"""roles, demand: what the corpus knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from matcher.facts import requirement_in_words
from matcher.tables.base import in_brackets, new_console

if TYPE_CHECKING:
    from matcher import contract as c


def print_roles(report: c.RolesReport, *, in_full: bool) -> None:
    """The role profiles."""
    console = new_console()
    if not in_full:
        table = Table("id", "title", "family", "required skills")
        for role in report["roles"]:
            table.add_row(
                role["id"],
                escape(role["title"]),
                role["family"],
                escape(", ".join(map(requirement_in_words, role["required"]))),
            )
        console.print(table)
        return
    for role in report["roles"]:
        console.print(Text(f"{role['title']} ({role['id']}, {role['family']})", style="bold"))
        console.print(Text(f"also: {', '.join(role['also'])}"))
        console.print(Text(f"\n{role['summary']}\n"))
        for line, tools in zip(role["responsibilities"], role["tools"], strict=True):
            console.print(Text(f"• {line}{in_brackets(tools)}"))
        console.print(Text(f"\nrequired: {', '.join(map(requirement_in_words, role['required']))}"))
        console.print(Text(f"preferred: {', '.join(map(requirement_in_words, role['preferred']))}"))
        for level in role["levels"]:
            low, high = level["years"]
            years = f"{low}+" if high is None else f"{low}-{high}"
            console.print(Text(f"{level['name']} ({years} years): {level['signs']}"))
        if role["education"]:
            console.print(Text(f"education: {role['education']}"))
        if role["certifications"]:
            names = ", ".join(map(requirement_in_words, role["certifications"]))
            console.print(Text(f"certifications: {names}"))
        for neighbour in role["neighbours"]:
            bridge = in_brackets(role["bridges"][neighbour])
            console.print(Text(f"near: {neighbour}{bridge}"))


def print_demand(rows: Sequence[c.DemandJson]) -> None:
    """Shares of postings, one table for each role."""
    console = new_console()
    for role_id in dict.fromkeys(row["role_id"] for row in rows):
        of_role = [row for row in rows if row["role_id"] == role_id]
        console.print(Text(f"{role_id}: {of_role[0]['n']} postings", style="bold"))
        table = Table("skill", "named by", "95%", "required", "preferred", "change")
        for column in table.columns[1:]:
            column.justify = "right"
        kinds = {(row["skill_id"], row["importance"]): row for row in of_role}
        for row in of_role:
            if row["importance"] == "any":
                required, preferred = (
                    of_kind["share"] if (of_kind := kinds.get((row["skill_id"], kind))) else None
                    for kind in ("required", "preferred")
                )
                table.add_row(
                    escape(row["skill"]),
                    _percent(row["share"]) or f"{row['count']} (too few)",
                    f"{_percent(row['low'])}-{_percent(row['high'])}" if row["low"] else "",
                    _percent(required),
                    _percent(preferred),
                    "" if row["change"] is None else f"{100 * row['change']:+.0f}",
                )
        console.print(table)


def print_percentiles(rows: Sequence[dict[str, Any]]) -> None:
    """Some of the fits of the reference resumes to each role."""
    shown = (50, 75, 90, 95, 99)
    table = Table("role", "resumes", *(f"{percent}%" for percent in shown))
    for column in table.columns[1:]:
        column.justify = "right"
    for row in rows:
        points = (f"{row[f'p{percent}']:.1f}" for percent in shown)
        table.add_row(escape(row["role_id"]), str(row["n"]), *points)
    new_console().print(table)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f}%"
