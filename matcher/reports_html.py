"""A fit as one HTML file that needs nothing else: no script, no font, no picture from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from matcher.reports import match_report
from matcher.wording import BAND_NAMES, percentile_in_words, weights_in_words

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.results import MatchResult


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
    return template.render(
        report=match_report(result, corpus),
        bands=BAND_NAMES,
        percentile_in_words=percentile_in_words,
        weights=weights_in_words(weights, corpus.weights) if weights else "",
    )
