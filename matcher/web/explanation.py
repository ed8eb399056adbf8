"""A fit explained: its parts, what is missing, and what earned the points."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.corpus import Corpus
from matcher.corpus.percentiles import Percentile
from matcher.records import Line, Resume
from matcher.reports.html import missing_rows, words_rows
from matcher.scoring.fits import (
    FitScore,
    Item,
    Matched,
    Scored,
    evidence_of,
    most_first,
)
from matcher.web import shared
from matcher.web.html_table import Bar, Cell, Opened, Told, show_table
from matcher.wording import (
    BAND_NAMES,
    PART_NAMES,
    faint_in_words,
    in_words,
    levels_in_words,
    matched_in_words,
    percentile_in_words,
    quoted,
)


def show_fit(scored: Scored, percentile: Percentile | None = None) -> None:
    """A fit in words and in parts."""
    fit = scored.fit
    if percentile:
        told = percentile_in_words(percentile.percent, percentile.n)
        st.write(f"{told[0].upper()}{told[1:]} for this role, whatever their profession.")
    for sentence in in_words(scored, shared.matcher().corpus)[1:]:
        st.write(shared.plain(sentence))
    largest = max(part.max_points for part in fit.parts)
    parts: list[dict[str, Cell]] = [
        {
            "part": Told(PART_NAMES[part.name], "" if part.known else "nothing to judge by"),
            "share": _bar(part.points / (part.max_points or 1.0), part.max_points / largest),
            "points": f"{part.points:.1f} of {part.max_points:g}",
        }
        for part in fit.parts
    ]
    whole: dict[str, Cell] = {"part": "Together", "share": "", "points": f"{fit.points:.1f} of 100"}
    show_table("Parts of the fit", [*parts, whole], numbers=["points"])


def _bar(share: float, whole: float) -> Bar:
    return Bar(0.0, share, f"{share:.0%}", whole)


def show_missing(scored: Scored, corpus: Corpus, role_id: str | None = None) -> None:
    """Skills that were not found."""
    st.subheader("Missing skills")
    show_table("Missing skills", missing_rows(scored, corpus, role_id), numbers=["would add"])


def show_found(scored: Scored, resume: Resume, corpus: Corpus) -> None:
    """What earned the points, with the lines of the resume."""
    _show_matched(scored.matched, resume, corpus)
    _show_words(scored, resume)
    _show_evidence(scored.fit, resume)


def _show_matched(matched: Sequence[Matched], resume: Resume, corpus: Corpus) -> None:
    st.subheader("Skills found")
    show_table(
        "Skills found",
        [
            {
                "points": f"{item.points:.1f}",
                "skill": Told(item.skill.label, matched_in_words(item, corpus)),
                "line of the resume": _lines(item.holding.lines, resume, item.holding.use.named_at),
            }
            for item in most_first(matched)
        ],
        numbers=["points"],
    )
    if told := levels_in_words(item.holding for item in matched):
        st.caption(told)


def _show_words(scored: Scored, resume: Resume) -> None:
    """Requirements that are no known skill."""
    if not scored.literals:
        return
    st.subheader("Asked for in words that are no known skill")
    st.write("These were looked up in the resume word for word.")
    show_table("Words asked for", words_rows(scored, resume), numbers=["points"])


def _show_evidence(fit: FitScore, resume: Resume) -> None:
    """What the other parts rest on."""
    pieces, faint = evidence_of(fit)
    label = "Experience, titles and years"
    st.subheader(label)
    show_table(
        label,
        [
            _shown(item, resume, "title held" if part.name == "titles" else "")
            for part, item in pieces
        ],
        numbers=["points"],
    )
    if faint:
        label = faint_in_words(faint)
        with st.expander(label):
            show_table(label, [_shown(item, resume) for item in faint], numbers=["points"])


def _shown(item: Item, resume: Resume, aside: str = "") -> dict[str, Cell]:
    return {
        "points": f"{item.points:.1f}",
        "for": Told(item.text, aside),
        "line of the resume": _lines(item.lines, resume),
    }


def _lines(lines: Sequence[Line], resume: Resume, at: int | None = None) -> Cell:
    """The first line of the evidence, and the others that a click opens."""
    return Opened(quoted(lines[:1], resume, at), [quoted([line], resume) for line in lines[1:]])


def band(fit: FitScore) -> str:
    """The band in words."""
    return BAND_NAMES[fit.band]
