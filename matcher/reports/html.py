"""A fit as one HTML file that needs nothing else: no script, no font, no picture from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from matcher.fits import most_first
from matcher.wording import (
    BAND_NAMES,
    asked_in_words,
    gain_in_words,
    gap_in_words,
    in_words,
    levels_in_words,
    matched_in_words,
    quoted,
    weights_in_words,
)

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.results import Match, MatchResult

Rows = list[tuple[str, ...]]


def html_report(result: MatchResult, corpus: Corpus) -> str:
    """The report of one resume. All text of the resume is escaped."""
    environment = Environment(
        loader=PackageLoader("matcher", "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    weights = result.engine.weights
    notices = (*result.document.notices, *result.resume.notices)
    return template.render(
        result=result,
        bands=BAND_NAMES,
        in_words=in_words,
        notices=dict.fromkeys(notice.message for notice in notices),
        weights=weights_in_words(weights, corpus.weights) if weights else "",
        roles=[_role(match) for match in result],
        missing=lambda match: _missing(match, corpus),
        found=lambda match: _found(match, result, corpus),
        levels=lambda match: levels_in_words([item.holding.level for item in match.matched]),
        evidence=lambda match: _evidence(match, result),
    )


def _role(match: Match) -> tuple[str, ...]:
    return f"{match.fit.points:.1f}", match.role.title, BAND_NAMES[match.fit.band]


def _missing(match: Match, corpus: Corpus) -> Rows:
    return [
        (
            gain_in_words(gap, match.fit),
            asked_in_words(gap, corpus),
            gap_in_words(gap, corpus, match.role.id),
        )
        for gap in match.missing
    ]


def _found(match: Match, result: MatchResult, corpus: Corpus) -> Rows:
    return [
        (
            f"{item.points:.1f}",
            item.skill.label,
            matched_in_words(item, corpus),
            quoted(item.holding.use.lines, result.resume),
        )
        for item in most_first(match.matched)
    ]


def _evidence(match: Match, result: MatchResult) -> Rows:
    return [
        (f"{item.points:.1f}", item.text, quoted(item.lines, result.resume))
        for part in match.fit.parts
        if part.name != "skills"
        for item in part.items
    ]
