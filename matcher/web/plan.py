"""What to learn for a role, and the roles next to it."""

from __future__ import annotations

import streamlit as st

from matcher.careers import CareerView
from matcher.learning import LearningPath, Step
from matcher.matching import Matcher
from matcher.records import Resume, Role
from matcher.web import shared
from matcher.wording import BAND_NAMES, step_in_words


def show(role: Role, resume: Resume, matcher: Matcher) -> None:
    """The learning path, then the neighbouring roles."""
    _show_path(matcher.path(resume, role))
    _show_moves(matcher.careers(resume, role))


def _show_path(path: LearningPath) -> None:
    st.markdown("**What to learn, in this order**")
    if not path.stages:
        st.write("Nothing that is asked for and missing would raise this fit.")
        return
    st.caption(shared.plain(f"{path.hours} hours, {path.weeks} weeks in all: {path.basis}."))
    for number, stage in enumerate(path.stages, start=1):
        fit = f"{stage.steps[-1].fit:.1f} ({BAND_NAMES[stage.band]})"
        with st.expander(f"Stage {number}: {stage.hours} hours, to {fit}", expanded=number == 1):
            for step in stage.steps:
                _show_step(step)


def _show_step(step: Step) -> None:
    goal = step.needed_for.label if step.needed_for else None
    told = step_in_words(goal, step.gain, step.demand, step.hours)
    st.markdown(shared.plain(f"{step.skill.label}: {told}"))
    if step.lesson is None:
        st.caption("No lesson on record; the hours are a guess.")
        return
    lesson = step.lesson
    named = {"Build": lesson.build, "Docs": lesson.docs, "Book": lesson.book}
    for label, text in {**named, "Course": lesson.course}.items():
        if text:
            st.caption(shared.plain(f"{label}: {text}"))


def _show_moves(view: CareerView) -> None:
    st.markdown("**Neighbouring roles**")
    if view.standing:
        software, statistics, infrastructure = view.standing.axes
        st.caption(
            f"You stand at software {software:.2f}, statistics {statistics:.2f}, "
            f"infrastructure {infrastructure:.2f}."
        )
    st.dataframe(
        [
            {
                "role": move.role.title,
                "fit": move.fit.points,
                "band": BAND_NAMES[move.fit.band],
                "distance": move.difference.distance,
                "in common": ", ".join(each.label for each in move.difference.shared[:6]),
                "leads there, and missing": ", ".join(each.label for each in move.bridge_missing),
            }
            for move in view.moves
        ],
        hide_index=True,
        width="stretch",
    )
