"""What both pages use: the matcher, the samples, and how a fit is shown.

Text of a resume is somebody else's: it is shown in tables and plain text, never as Markdown or
HTML, where a link or an image in it would come alive.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

from matcher.corpus import Corpus, shared_folder
from matcher.fits import FitScore, LiteralMatch, Matched, Missing, Scored
from matcher.matching import Matcher
from matcher.percentiles import Percentile
from matcher.records import Line, Resume
from matcher.wording import BAND_NAMES, in_words

UPLOAD_TYPES = ["pdf", "docx", "txt", "md", "html", "htm", "json"]
SAMPLES = shared_folder() / "corpus" / "samples"

PART_NAMES = {
    "skills": "Skills",
    "experience": "Experience",
    "titles": "Titles held",
    "years": "Years",
    "degree": "Degree",
}


@st.cache_resource(show_spinner="Loading the role profiles …")
def matcher() -> Matcher:
    """One matcher for all visitors; its reading processes are its own."""
    return Matcher(n_readers=min(4, os.cpu_count() or 1))


def sample_files(*, postings: bool) -> list[Path]:
    """The invented samples that come with the package."""
    return sorted(
        path
        for path in SAMPLES.iterdir()
        if path.is_file() and path.suffix != ".md" and path.name.startswith("posting-") is postings
    )


def show_notices(resume: Resume) -> None:
    """What a person should know about how the document was read."""
    for notice in dict.fromkeys((*resume.document.notices, *resume.notices)):
        st.info(plain(notice.message))


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    special = set("\\`*_{}[]<>()#+-.!|~:$^")
    return "".join(f"\\{char}" if char in special else char for char in text)


def show_in_words(scored: Scored, percentile: Percentile | None = None) -> None:
    """The fit in three sentences."""
    for sentence in in_words(scored, percentile):
        st.write(plain(sentence))


def show_parts(fit: FitScore) -> None:
    """The parts of a fit as bars: points out of the most that each part can give."""
    frame = pd.DataFrame(
        [
            {
                "part": PART_NAMES[part.name],
                "kind": kind,
                "points": amount,
                "order": order,
                "label": f"{part.points:.1f} of {part.max_points:g}"
                + ("" if part.known else " (nothing to judge by)"),
            }
            for part in fit.parts
            for order, (kind, amount) in enumerate(
                [("earned", part.points), ("open", part.max_points - part.points)]
            )
        ]
    )
    names = [PART_NAMES[part.name] for part in fit.parts]
    bars = (
        alt.Chart(frame)
        .mark_bar(height=18)
        .encode(
            x=alt.X("points:Q", title="points", stack="zero"),
            y=alt.Y("part:N", sort=names, title=None, axis=alt.Axis(labelLimit=200)),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=["earned", "open"], range=["#2563eb", "#dbe4f3"]),
                legend=None,
            ),
            order=alt.Order("order:Q"),
            tooltip=["part", "label"],
        )
    )
    st.altair_chart(bars.properties(height=36 * len(names) + 30), width="stretch")
    st.caption(
        " + ".join(f"{part.points:.1f}" for part in fit.parts)
        + f" = {fit.points:.1f} points out of 100. "
        + "; ".join(
            f"{PART_NAMES[part.name].lower()}: nothing to judge by"
            for part in fit.parts
            if not part.known
        )
    )


def show_matched(matched: Sequence[Matched], resume: Resume, corpus: Corpus) -> None:
    """Skills found, with the lines that show them."""
    show_table(
        [
            {
                "points": f"{item.points:.1f}",
                "skill": item.skill.label,
                "asked for": "required" if item.requirement.required else "preferred",
                "shown as": item.holding.level
                + (f" via {corpus.label(item.holding.via)}" if item.holding.via else ""),
                "months": str(item.holding.use.months or ""),
                "last used": str(item.holding.use.last_used or ""),
                "line of the resume": quote(item.holding.use.lines, resume),
            }
            for item in sorted(matched, key=lambda item: (-item.points, item.skill.id))
        ]
    )


def show_missing(missing: Sequence[Missing], corpus: Corpus, role_id: str | None = None) -> None:
    """Skills that were not found, with what each would add, and how many of the role's postings
    name it."""
    shares = [corpus.demand.get((role_id or "", item.skill.id)) for item in missing]
    st.dataframe(
        [
            {
                "skill": item.skill.label,
                "would add": item.gain,
                **({"in postings": share and 100 * share} if any(shares) else {}),
                "asked for": "required" if item.requirement.required else "preferred",
                "or one of": ", ".join(
                    corpus.label(skill_id)
                    for skill_id in item.requirement.any_of
                    if skill_id != item.skill.id
                ),
                "nearest skill you have": corpus.label(item.nearest[0]) if item.nearest else "",
                "learning it": "yes" if item.aspiring else "",
            }
            for item, share in zip(missing, shares, strict=True)
        ],
        hide_index=True,
        width="stretch",
        column_config={
            "would add": st.column_config.NumberColumn(format="+%.1f"),
            "in postings": st.column_config.NumberColumn(format="%.0f%%"),
        },
    )


def show_literals(literals: Sequence[LiteralMatch], resume: Resume) -> None:
    """Requirements that the taxonomy does not know, looked up word for word."""
    if not literals:
        return
    st.markdown("**Asked for, but unknown to the taxonomy** (looked up word for word)")
    show_table(
        [
            {
                "points": f"{item.points:.1f}",
                "term": item.requirement.text,
                "found": "yes" if item.lines else "not found",
                "line of the resume": quote(item.lines, resume),
            }
            for item in literals
        ]
    )


def show_evidence(fit: FitScore, resume: Resume) -> None:
    """What the other parts rest on."""
    show_table(
        [
            {
                "points": f"{item.points:.1f}",
                "part": PART_NAMES[part.name],
                "asked for": item.text,
                "line of the resume": quote(item.lines, resume),
            }
            for part in fit.parts
            if part.name != "skills"
            for item in part.items
        ]
    )


def show_table(rows: Sequence[Mapping[str, str]]) -> None:
    """A table whose cells wrap, so that a quoted line can be read to its end. Every cell is
    escaped. The first column is set as numbers."""
    if not rows:
        st.caption("None.")
        return
    head = "".join(f"<th>{escape(name)}</th>" for name in rows[0])
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row.values())}</tr>" for row in rows
    )
    st.html(f"{_TABLE_STYLE}<table class='matcher'><tr>{head}</tr>{body}</table>")


_TABLE_STYLE = """<style>
table.matcher { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
table.matcher th { text-align: left; font-weight: 600; opacity: 0.7; }
table.matcher th, table.matcher td { padding: 0.35rem 0.7rem 0.35rem 0; vertical-align: top;
  border-bottom: 1px solid rgba(128, 128, 128, 0.25); }
table.matcher td:first-child { text-align: right; font-variant-numeric: tabular-nums; }
</style>"""


def quote(lines: Sequence[Line], resume: Resume) -> str:
    """The first evidence line, with its page and how many more there are."""
    if not lines:
        return ""
    page = resume.document.page(lines[0].start)
    place = f" (page {page})" if page else ""
    more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
    return f"“{lines[0].text}”{place}{more}"


def band(fit: FitScore) -> str:
    """The band in words."""
    return BAND_NAMES[fit.band]
