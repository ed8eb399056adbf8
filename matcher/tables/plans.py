"""path, careers, compare: what follows from a fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from matcher.tables.base import new_console
from matcher.wording import (
    BAND_NAMES,
    granted_in_words,
    hours_in_words,
    stage_in_words,
    standing_in_words,
    step_in_words,
    unnamed_in_words,
)

if TYPE_CHECKING:
    from matcher import contract as c

_NAMED = 4  # skills of a list in a cell


def print_path(report: c.PathReport) -> None:
    """What to learn for a role, stage by stage."""
    console = new_console()
    title = f"{report['role']['title']}: {report['fit']:.1f} ({BAND_NAMES[report['band']]}) now"
    console.print(Text(f"{report['path']} to {title}", style="bold"))
    if not report["stages"]:
        console.print("Nothing that is asked for and missing would raise this fit by learning.")
    else:
        _print_stages(console, report)
    for told in (
        granted_in_words([each["skill"] for each in report["granted"]]),
        unnamed_in_words([each["skill"] for each in report["unnamed"]]),
    ):
        if told:
            console.print(Text(told), soft_wrap=True)


def _print_stages(console: Console, report: c.PathReport) -> None:
    taught = any(step["build"] for stage in report["stages"] for step in stage["steps"])
    told = hours_in_words(report["hours"], report["weeks"], report["basis"], taught=taught)
    console.print(told, soft_wrap=True)
    for number, stage in enumerate(report["stages"], start=1):
        fit = stage["steps"][-1]["fit"]
        console.rule(
            stage_in_words(number, stage["hours"], fit, stage["band"], taught=taught), align="left"
        )
        for step in stage["steps"]:
            _print_step(console, step, taught=taught)


def _print_step(console: Console, step: c.StepJson, *, taught: bool) -> None:
    needed = step["needed_for"]
    goal = needed["skill"] if needed else None
    hours = step["hours"] if taught else None
    told = step_in_words(goal, step["gain"], step["demand"], hours, begun=step["begun"])
    console.print(Text(f"{step['skill']} ({told})", style="bold"))
    if not step["build"]:
        if taught:
            console.print("    No lesson on record; the hours are a guess.")
        return
    console.print(Text(f"    Build: {step['build']}"), soft_wrap=True)
    for name in ("docs", "book", "course"):
        if text := {"docs": step["docs"], "book": step["book"], "course": step["course"]}[name]:
            console.print(Text(f"    {name.capitalize()}: {text}"), soft_wrap=True)
    if step["certificates"]:
        names = ", ".join(each["skill"] for each in step["certificates"])
        console.print(Text(f"    Certificates: {names}"), soft_wrap=True)


def print_careers(report: c.CareersReport) -> None:
    """Where a person stands, and the neighbouring roles."""
    console = new_console()
    title = f"{report['role']['title']}: {report['fit']:.1f} ({BAND_NAMES[report['band']]})"
    console.print(Text(f"{report['path']} from {title}", style="bold"))
    standing = standing_in_words(**report["axes"]) if report["axes"] else ""
    if standing:
        console.print(standing)
    if standing and report["flow"]:
        line = ", ".join(f"{each['point']} {each['share']:.0%}" for each in report["flow"])
        console.print(Text(f"On the line on which data flows: {line}."))
    table = Table("fit", "role", "band", "asked for there, and found", "not found")
    table.columns[0].justify = "right"
    for move in report["moves"]:
        table.add_row(
            f"{move['fit']:.1f}",
            escape(move["role"]["title"]),
            BAND_NAMES[move["band"]],
            escape(_names(move["held"])),
            escape(_names(_leading(move))),
        )
    console.print(table)


def print_compare(report: c.CompareReport) -> None:
    """Two resumes for one role."""
    console = new_console()
    first, second = report["first"], report["second"]
    console.print(Text(report["role"]["title"], style="bold"))
    for number, each in enumerate((first, second), start=1):
        fit = f"{each['fit']:.1f} ({BAND_NAMES[each['band']]})"
        console.print(Text(f"  {number}: {each['path']}: {fit}"))
    table = Table("part", "first", "second", "difference", "of")
    for column in table.columns[1:]:
        column.justify = "right"
    for part in report["parts"]:
        table.add_row(
            part["name"],
            f"{part['first']:.1f}",
            f"{part['second']:.1f}",
            f"{part['second'] - part['first']:+.1f}",
            f"{part['max_points']:g}",
        )
    console.print(table)
    for label, skills in (
        ("Only in the first", report["only_first"]),
        ("Only in the second", report["only_second"]),
        ("Shown better in the first", report["stronger_first"]),
        ("Shown better in the second", report["stronger_second"]),
        ("In both", report["both"]),
        ("In neither", report["neither"]),
    ):
        if skills:
            console.print(Text(f"{label}: {', '.join(each['skill'] for each in skills)}"))


def _leading(move: c.MoveJson) -> list[c.SkillRefJson]:
    """What was not found, first what is named as the way there."""
    both = [*move["bridge_missing"], *move["missing"]]
    return list({each["skill_id"]: each for each in both}.values())


def _names(skills: Sequence[c.SkillRefJson]) -> str:
    """The first four."""
    more = len(skills) - _NAMED
    return ", ".join(each["skill"] for each in skills[:_NAMED]) + (f" +{more}" if more > 0 else "")
