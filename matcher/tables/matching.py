"""match, rank, score: fits and what explains them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from matcher.scoring.fits import evidence_of, most_first
from matcher.tables.base import band_markup, new_console
from matcher.wording import (
    asked_in_words,
    besides_in_words,
    faint_in_words,
    gain_in_words,
    gap_in_words,
    holding_in_words,
    in_words,
    levels_in_words,
    marks_in_words,
    missing_in_words,
    name_in_words,
    piece_in_words,
    quoted,
    shown_in_words,
    status_in_words,
    thin_in_words,
    weights_in_words,
    what_if_in_words,
)

if TYPE_CHECKING:
    from matcher import contract as c
    from matcher.corpus import Corpus
    from matcher.records import Resume
    from matcher.results import Match, MatchResult, Ranking


def print_match(result: MatchResult, corpus: Corpus, *, explain: bool = False) -> None:
    """The roles of one resume."""
    console = new_console()
    document = result.document
    if not document.status.readable:
        console.print(Text(f"{document.message}\n", style="red"))
        return
    console.print(Text(_resume_line(result.resume), style="bold"))
    for notice in (*document.notices, *result.resume.notices):
        console.print(Text(f"  note: {notice.message}", style="yellow"))
    if all(not match.fit.in_scope for match in result):
        nearest = " The nearest:" if result.matches else "\n"
        console.print(f"  Out of scope: none of the roles of this corpus fits.{nearest}")
    if not result.matches:
        return
    table = Table("", "role", "fit", "band", "missing skills (points each would add)")
    for column in table.columns[:3]:
        column.no_wrap = True
    table.columns[2].justify = "right"
    for rank, match in enumerate(result, start=1):
        table.add_row(
            str(rank),
            escape(match.role.title),
            f"{match.fit.points:.1f}",
            band_markup(match.fit.band),
            escape(missing_in_words(match.scored, corpus)),
        )
    console.print(table)
    for match in result:
        if prospect := match.scored.what_if:
            told = f"{match.role.title}: {what_if_in_words(prospect, match.fit)}"
            console.print(f"  {escape(told)}")
    if explain:
        for match in result:
            _print_explanation(console, match, result.resume, corpus)
    console.print()


def _print_explanation(console: Console, match: Match, resume: Resume, corpus: Corpus) -> None:
    console.print(f"\n[bold]{escape(match.role.title)}[/bold]")
    for sentence in in_words(match.scored, corpus, match.percentile):
        console.print(escape(sentence))
    table = Table("points", "for", "shown by")
    table.columns[0].justify = "right"
    for item in most_first(match.matched):
        table.add_row(
            f"{item.points:.1f}",
            escape(f"{item.skill.label} ({holding_in_words(item.holding, corpus)})"),
            escape(shown_in_words(item.holding, resume)),
        )
    table.add_section()
    pieces, faint = evidence_of(match.fit)
    for part, piece in pieces:
        told = escape(piece_in_words(part, piece))
        table.add_row(f"{piece.points:.1f}", told, escape(quoted(piece.lines, resume)))
    if faint:
        points = sum(piece.points for piece in faint)
        table.add_row(f"{points:.1f}", faint_in_words(faint), "")
    table.add_section()
    for gap in match.missing:
        table.add_row(
            f"{gap.points:.1f}" if gap.points else "",
            escape(f"not found: {asked_in_words(gap, corpus)}"),
            (f"{gain} if shown; " if (gain := gain_in_words(gap, match.fit)) else "")
            + escape(gap_in_words(gap, corpus, match.role.id)),
        )
    console.print(table)
    if told := levels_in_words(item.holding for item in match.matched):
        console.print(escape(told))


def print_ranking(ranking: Ranking, corpus: Corpus) -> None:
    """The candidates of one posting."""
    console = new_console()
    _print_posting(console, ranking, corpus)
    table = Table("", "candidate", "fit", "band", "years", "missing skills (points each would add)")
    for column in (0, 2, 4):
        table.columns[column].justify = "right"
    table.columns[1].overflow = "fold"
    documents = [*(each.resume.document for each in ranking.candidates), *ranking.failures]
    name_of = _names(list(map(name_in_words, documents)))
    for candidate in ranking.candidates:
        resume = candidate.resume
        years = resume.years_experience
        table.add_row(
            str(candidate.rank),
            _marked(name_of[name_in_words(resume.document)], resume),
            f"{candidate.fit.points:.1f}",
            band_markup(candidate.fit.band),
            "?" if years is None else f"{years:g}",
            escape(missing_in_words(candidate.scored, corpus)),
        )
    console.print(table)
    for candidate in ranking.candidates:
        name = name_of[name_in_words(candidate.resume.document)]
        notices = (*candidate.resume.document.notices, *candidate.resume.notices)
        for notice in notices if marks_in_words(candidate.resume) else ():
            console.print(Text(f"  note: {name}: {notice.message}", style="yellow"))
    for twice in ranking.same_people:
        console.print(Text(f"  {twice}", style="yellow"))
    for document in ranking.failures:
        told = (
            f"not ranked: {name_of[name_in_words(document)]} ({status_in_words(document.status)})"
        )
        console.print(Text(f"  {told}", style="red"))


def _marked(name: str, resume: Resume) -> str:
    """The name of a candidate, with what makes its place doubtful."""
    marks = marks_in_words(resume)
    return escape(name) + (f"\n[yellow]{marks}[/yellow]" if marks else "")


def _print_posting(console: Console, ranking: Ranking, corpus: Corpus) -> None:
    posting = ranking.posting
    console.print(Text(posting.title or posting.document.name, style="bold"))
    if besides := besides_in_words(posting.details):
        console.print(Text(f"  {besides}", style="dim"))
    if thin := thin_in_words(posting):
        console.print(Text(f"  {thin}", style="yellow"))
    if weights := ranking.engine.weights:
        told = weights_in_words(weights, corpus.weights)
        console.print(Text(f"  not the usual weights: {told}", style="yellow"))
    for knockout in posting.knockouts:
        console.print(Text(f"  to be checked by hand: {knockout}", style="yellow"))


def _names(names: Sequence[str]) -> dict[str, str]:
    """Names of files without the folder that all of them are in, where that is shorter."""
    folders = {Path(name).absolute().parent for name in names}
    folder = os.path.commonpath(folders) if folders else ""
    return {name: min(name, os.path.relpath(name, folder), key=len) for name in names}


def print_rows(rows: Sequence[c.ScoreRow], corpus: Corpus) -> None:
    """The rows of ``matcher score``, each file named once."""
    table = Table("file", "fit", "target", "band", "missing (required)")
    table.columns[0].overflow = "fold"
    table.columns[1].justify = "right"
    name_of = _names([row["path"] for row in rows])
    before = None
    for row in rows:
        name = "" if row["path"] == before else escape(name_of[row["path"]])
        if name and before is not None:
            table.add_section()
        before = row["path"]
        if row["fit"] is None:
            table.add_row(name, "", "", row["status"].replace("_", " "), "")
            continue
        missing = filter(None, row["missing_required"].split(";"))
        table.add_row(
            name,
            f"{row['fit']:.1f}",
            escape(row["target_title"] or ""),
            band_markup(row["band"] or ""),
            escape(", ".join(map(corpus.label, missing))),
        )
    new_console().print(table)


def _resume_line(resume: Resume) -> str:
    from matcher.resumes import titles

    held = " · ".join(titles(resume)[:3]) or "no title found"
    years = resume.years_experience
    time = "no dated position" if years is None else f"{years:g} years"
    return f"{resume.document.name}  ({held}; {time})"
