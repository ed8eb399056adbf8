"""Fits as one HTML file that needs nothing else: no script, no font, no picture from outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from matcher.records import Document, Resume
from matcher.reports.base import warnings_of
from matcher.scoring.fits import Item, Scored, evidence_of, most_first
from matcher.wording import (
    BAND_NAMES,
    PART_NAMES,
    asked_in_words,
    bands_in_words,
    besides_in_words,
    faint_in_words,
    gain_in_words,
    gap_in_words,
    in_words,
    levels_in_words,
    matched_in_words,
    missing_in_words,
    name_in_words,
    piece_in_words,
    quoted,
    shown_in_words,
    status_in_words,
    thin_in_words,
    weights_in_words,
    years_in_words,
)

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.corpus.percentiles import Percentile
    from matcher.results import Engine, MatchResult, Ranking

Rows = Sequence[dict[str, str]]  # a cell by the name of its column


@dataclass(frozen=True, slots=True)
class _Section:
    """One fit: ``name`` is the role's or the candidate's."""

    name: str
    scored: Scored
    said: Sequence[str]
    missing: Rows
    found: Rows
    words: Rows
    evidence: Rows
    faint: Rows
    faint_in_words: str
    levels: str


def html_report(result: MatchResult, corpus: Corpus) -> str:
    """The report of one resume. All text of the resume is escaped."""
    sections = [
        _section(
            match.role.title, match.scored, result.resume, corpus, match.role.id, match.percentile
        )
        for match in result
    ]
    rows = [_row(match.scored, role=match.role.title) for match in result]
    title = f"Role fit of {_name(result.resume.document)}"
    notes = _notes(result.resume)
    return _render(title, result.engine, corpus, notes, "Roles", rows, sections)


def html_ranking(ranking: Ranking, corpus: Corpus) -> str:
    """The report of one posting and its candidates, best first. All text of the resumes is
    escaped."""
    posting = ranking.posting
    names = {
        each.rank: f"{each.rank}. {_name(each.resume.document)}" for each in ranking.candidates
    }
    sections = [
        _section(names[each.rank], each.scored, each.resume, corpus, notes=_notes(each.resume))
        for each in ranking.candidates
    ]
    rows = [
        {
            **_row(each.scored, candidate=names[each.rank]),
            "years": years_in_words(each.resume),
            "missing skills": missing_in_words(each.scored, corpus),
        }
        for each in ranking.candidates
    ]
    notes = [
        *(
            f"{told}."
            for told in (besides_in_words(posting.details), thin_in_words(posting))
            if told
        ),
        *(f"To be checked by hand: {knockout}" for knockout in posting.knockouts),
        *(f"{each}." for each in ranking.same_people),
        *(
            f"Not ranked: {_name(document)} ({status_in_words(document.status)})"
            for document in ranking.failures
        ),
    ]
    title = f"Candidates for {posting.title or posting.document.name}"
    return _render(title, ranking.engine, corpus, notes, "Candidates", rows, sections, posting=True)


def _render(
    title: str,
    engine: Engine,
    corpus: Corpus,
    notes: Iterable[str],
    label: str,
    rows: Rows,
    sections: Sequence[_Section],
    *,
    posting: bool = False,
) -> str:
    environment = Environment(
        loader=PackageLoader("matcher", "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    weights = engine.weights or corpus.weights
    changed = weights_in_words(weights, corpus.weights) if engine.weights else ""
    return environment.get_template("report.html").render(
        title=title,
        scale=bands_in_words(weights, posting=posting),
        notes=[*([f"Not the usual weights: {changed}."] if changed else ()), *notes],
        label=label,
        rows=rows,
        sections=sections,
        bands=BAND_NAMES,
        parts=PART_NAMES,
        engine=engine,
    )


def _section(
    name: str,
    scored: Scored,
    resume: Resume,
    corpus: Corpus,
    role_id: str | None = None,
    percentile: Percentile | None = None,
    notes: Sequence[str] = (),
) -> _Section:
    pieces, faint = evidence_of(scored.fit)
    return _Section(
        name=name,
        scored=scored,
        said=[*notes, *in_words(scored, corpus, percentile)],
        missing=missing_rows(scored, corpus, role_id),
        found=[
            {
                "points": f"{item.points:.1f}",
                "skill": item.skill.label,
                "asked for and shown as": matched_in_words(item, corpus),
                "line of the resume": shown_in_words(item.holding, resume),
            }
            for item in most_first(scored.matched)
        ],
        words=words_rows(scored, resume),
        evidence=[_shown(item, piece_in_words(part, item), resume) for part, item in pieces],
        faint=[_shown(item, item.text, resume) for item in faint],
        faint_in_words=faint_in_words(faint),
        levels=levels_in_words(item.holding for item in scored.matched),
    )


def missing_rows(scored: Scored, corpus: Corpus, role_id: str | None = None) -> Rows:
    """Skills that were not found, with what each would add, how many of the role's postings name
    it, and the line that asks for it in a posting. Out of scope nothing is promised."""
    rows = [
        {
            "would add": gain_in_words(gap, scored.fit),
            "skill": asked_in_words(gap, corpus),
            "asked for": gap_in_words(gap, corpus, role_id),
        }
        for gap in scored.missing
    ]
    if role_id is None:
        for row, gap in zip(rows, scored.missing, strict=True):
            row["line of the posting"] = f"“{gap.requirement.text}”"
    return rows


def words_rows(scored: Scored, resume: Resume) -> Rows:
    """Requirements that are no known skill, looked up word for word."""
    return [
        {
            "points": f"{item.points:.1f}",
            "words": item.requirement.text,
            "line of the resume": quoted(item.lines, resume) or "not found",
        }
        for item in scored.literals
    ]


def _shown(item: Item, told: str, resume: Resume) -> dict[str, str]:
    return {
        "points": f"{item.points:.1f}",
        "for": told,
        "line of the resume": quoted(item.lines, resume),
    }


def _row(scored: Scored, **name: str) -> dict[str, str]:
    return {"fit": f"{scored.fit.points:.1f}", **name, "band": BAND_NAMES[scored.fit.band]}


def _name(document: Document) -> str:
    return Path(name_in_words(document)).name


def _notes(resume: Resume) -> list[str]:
    return [f"Note: {each['message']}" for each in warnings_of(resume)]
