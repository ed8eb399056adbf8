"""*What was read*: the resume as this program sees it, and as simpler ones would."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher import contract as c
from matcher.facts import NOTHING_LOST, facts_in_words, finding_in_words, readability_in_words
from matcher.time_line import stretch_of, years_spanned
from matcher.web import shared
from matcher.web.html_table import Bar, Cell, Told, show_facts, show_table


def show(report: c.ParseReport, skills: c.SkillsReport) -> None:
    """Positions in time, the other facts, what would be lost, skills in time, and the text."""
    st.header("Positions")
    _show_positions([*report["experience"], *report["volunteering"]])
    st.header("Other facts")
    show_facts("Other facts", facts_in_words(report))
    st.header("What simpler programs see")
    _show_readability(report["readability"])
    st.header("Skills")
    _show_skills(skills)
    with st.expander("The text, in reading order"):
        for section in report["sections"]:
            st.caption(section["kind"])
            st.text(section["text"].strip())


def _show_positions(positions: Sequence[c.PositionJson]) -> None:
    span = years_spanned(positions)
    years = f"{span[0]} to {span[1]}" if span else "years"
    rows: list[dict[str, Cell]] = []
    for position in positions:
        stretch = stretch_of(position, span)
        kind = "" if position["kind"] == "job" else f" ({position['kind']})"
        until = "now" if position["current"] else position["end"] or "?"
        dates = f"{position['start'] or '?'} to {until}" if position["start"] or stretch else ""
        rows.append(
            {
                "position": Told(f"{position['title'] or 'no title'}{kind}", position["company"]),
                "dates": dates or "no dates",
                years: Bar(*stretch, told=dates) if stretch else "",
            }
        )
    show_table("Positions", rows)


def _show_skills(report: c.SkillsReport) -> None:
    st.write("Months are those of the dated positions whose lines show the skill.")
    rows = [
        {
            "skill": skill["skill"],
            "shown as": skill["level"],
            "months": skill["months"],
            "first used": skill["first_used"],
            "last used": skill["last_used"],
            "claimed": "; ".join(claim["text"] for claim in skill["claims"]),
        }
        for skill in sorted(
            report["skills"], key=lambda each: (each["level"] or "", -(each["months"] or 0))
        )
        if skill["level"]
    ]
    if not rows:
        st.write("None.")
        return
    shown = [name for name in rows[0] if any(row[name] for row in rows)]
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        column_order=shown,
        placeholder="",
        alt="Skills with their months of use",
    )


def _show_readability(found: c.ReadabilityJson) -> None:
    if told := readability_in_words(found):
        st.write(shared.plain(told))
    if not found["findings"]:
        st.write(NOTHING_LOST)
        return
    show_table(
        "What simpler programs lose or scramble",
        [
            {"what they lose or scramble": finding_in_words(each), "for example": each["examples"]}
            for each in found["findings"]
        ],
    )
