"""What to learn for a role, and the roles next to it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from matcher.careers import CareerView
from matcher.learning import LearningPath, Step
from matcher.records import Skill
from matcher.web import shared
from matcher.web.html_table import Told, show_table
from matcher.wording import BAND_NAMES, granted_in_words, standing_in_words, step_in_words

_SHARED = 6  # skills in common that are named


def show_path(path: LearningPath) -> None:
    """What to learn for a role, in which order."""
    if not path.stages:
        st.write("Nothing that is asked for and missing would raise this fit.")
        return
    st.caption(shared.plain(f"{path.hours} hours, {path.weeks} weeks in all: {path.basis}."))
    for number, stage in enumerate(path.stages, start=1):
        fit = f"{stage.steps[-1].fit:.1f} ({BAND_NAMES[stage.band]})"
        with st.expander(f"Stage {number}: {stage.hours} hours, to {fit}", expanded=number == 1):
            for step in stage.steps:
                _show_step(step)
    if granted := granted_in_words([each.label for each in path.granted]):
        st.write(shared.plain(granted))


def _show_step(step: Step) -> None:
    goal = step.needed_for.label if step.needed_for else None
    told = shared.plain(step_in_words(goal, step.gain, step.demand, step.hours))
    lines = [f"**{shared.plain(step.skill.label)}**: {told}"]
    lesson = step.lesson
    if lesson is None:
        lines.append("- No lesson on record; the hours are a guess.")
    else:
        named = {"Build": lesson.build, "Docs": lesson.docs, "Book": lesson.book}
        for label, text in {**named, "Course": lesson.course}.items():
            if text:
                lines.append(f"- {label}: {shared.plain(text)}")
        if lesson.certificates:
            labels = map(shared.matcher().corpus.label, lesson.certificates)
            lines.append(f"- Certificates: {shared.plain(', '.join(labels))}")
    st.markdown("\n".join([lines[0], "", *lines[1:]]))


def show_moves(view: CareerView) -> None:
    """The neighbouring roles, best fit first."""
    if view.standing and (told := standing_in_words(*view.standing.axes)):
        st.write(told)
    show_table(
        "Neighbouring roles",
        [
            {
                "fit": f"{move.fit.points:.1f}",
                "role": Told(move.role.title, BAND_NAMES[move.fit.band]),
                "asked for by both": _labels(move.difference.shared[:_SHARED]),
                "missing, and leads there": _labels(move.bridge_missing),
            }
            for move in view.moves
        ],
        numbers=["fit"],
    )


def _labels(skills: Iterable[Skill]) -> str:
    return ", ".join(each.label for each in skills)
