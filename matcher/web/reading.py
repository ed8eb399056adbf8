"""*What was read*: the resume as this program sees it, and as simpler ones would."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from matcher import contract as c
from matcher.records import Month
from matcher.web import shared
from matcher.wording import NOTHING_LOST, finding_in_words, readability_in_words

_ROW = 34  # pixels of a position on the time line


def show(report: c.ParseReport, skills: c.SkillsReport) -> None:
    """Positions in time, skills in time, the other facts, the text, and what would be lost."""
    _show_time_line([*report["experience"], *report["volunteering"]], report["gaps"])
    _show_skills(skills)
    _show_facts(report)
    _show_readability(report["readability"])
    st.subheader("Text in reading order")
    for section in report["sections"]:
        st.caption(section["kind"])
        st.text(section["text"].strip())


def _show_time_line(positions: list[c.PositionJson], gaps: list[c.GapJson]) -> None:
    st.subheader("Positions")
    if not positions:
        st.write("No position was found.")
        return
    st.dataframe(
        [
            {name: value for name, value in position.items() if name != "text"}
            for position in positions
        ],
        hide_index=True,
        width="stretch",
    )
    dated = [
        {
            "position": f"{position['title'] or position['company'] or '?'} ({number})",
            "from": f"{position['start']}-01",
            "to": _end(position),
            "kind": position["kind"],
        }
        for number, position in enumerate(positions, start=1)
        if position["start"] and position["months"]
    ]
    if dated:
        frame = pd.DataFrame(dated)
        for column in ("from", "to"):
            frame[column] = pd.to_datetime(frame[column])
        bars = (
            alt.Chart(frame)
            .mark_bar(height=16)
            .encode(
                x=alt.X("from:T", title=None),
                x2="to:T",
                y=alt.Y("position:N", sort=None, title=None, axis=alt.Axis(labelLimit=260)),
                color=alt.Color("kind:N", legend=alt.Legend(orient="bottom", title=None)),
                tooltip=["position", "kind"],
            )
        )
        st.altair_chart(bars.properties(height=_ROW * len(dated) + 60), width="stretch")
    if gaps:
        named = (f"{gap['start']} to {gap['end']} ({gap['months']} months)" for gap in gaps)
        st.caption(f"No position from {'; '.join(named)}.")


def _end(position: c.PositionJson) -> str:
    """The first day after a position."""
    start = Month.parse(str(position["start"]))
    return f"{Month.at(start.index + (position['months'] or 1))}-01"


def _show_skills(report: c.SkillsReport) -> None:
    st.subheader("Skills in time")
    st.write("Months are those of the dated positions whose lines show the skill.")
    st.dataframe(
        [
            {
                "skill": skill["skill"],
                "level": skill["level"],
                "months": skill["months"],
                "first used": skill["first_used"],
                "last used": skill["last_used"],
                "positions": skill["positions"],
                "claimed": "; ".join(claim["text"] for claim in skill["claims"]),
            }
            for skill in sorted(
                report["skills"], key=lambda each: (each["level"] or "", -(each["months"] or 0))
            )
            if skill["level"]
        ],
        hide_index=True,
        width="stretch",
    )


def _show_facts(report: c.ParseReport) -> None:
    for title, rows in (
        ("Education", report["education"]),
        ("Certificates", report["certificates"]),
        ("Languages", report["languages"]),
        ("Years by family of roles", report["years_by_family"]),
    ):
        if rows:
            st.subheader(title)
            st.dataframe(rows, hide_index=True, width="stretch")


def _show_readability(found: c.ReadabilityJson) -> None:
    st.subheader("What simple programs see")
    if told := readability_in_words(found):
        st.write(shared.plain(told))
    for each in found["findings"]:
        st.warning(shared.plain(finding_in_words(each)))
        for example in each["examples"]:
            st.text(example)
    if not found["findings"]:
        st.success(NOTHING_LOST)
