"""What to learn for a role, and the roles next to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, zip_longest

import streamlit as st

from matcher.careers import CareerView, Move
from matcher.learning import LearningPath, Step
from matcher.records import Skill
from matcher.web import shared
from matcher.web.html_table import Told, show_table
from matcher.wording import (
    BAND_NAMES,
    granted_in_words,
    hours_in_words,
    stage_in_words,
    standing_in_words,
    step_in_words,
    unnamed_in_words,
)

_SITE = re.compile(r"(?<=\()([\w-]+(?:\.[\w-]+)+(?:/[\w./~-]*)?)(?=\))")
_NAMED = 6  # skills of a neighbouring role


def show_path(path: LearningPath) -> None:
    """What to learn for a role, in which order."""
    if not path.stages:
        st.write("Nothing that is asked for and missing would raise this fit by learning.")
    else:
        _show_stages(path)
    for told in (
        granted_in_words([each.label for each in path.granted]),
        unnamed_in_words([each.label for each in path.unnamed]),
    ):
        if told:
            st.write(shared.plain(told))


def _show_stages(path: LearningPath) -> None:
    taught = path.is_taught
    st.caption(shared.plain(hours_in_words(path.hours, path.weeks, path.basis, taught=taught)))
    for number, stage in enumerate(path.stages, start=1):
        fit = stage.steps[-1].fit
        told = stage_in_words(number, stage.hours, fit, stage.band, taught=taught)
        with st.expander(told, expanded=number == 1):
            for step in stage.steps:
                _show_step(step, taught=taught)


def _show_step(step: Step, *, taught: bool) -> None:
    goal = step.needed_for.label if step.needed_for else None
    hours = step.hours if taught else None
    told = shared.plain(step_in_words(goal, step.gain, step.demand, hours, begun=step.begun))
    lines = [f"**{shared.plain(step.skill.label)}**: {told}"]
    lesson = step.lesson
    if lesson is None and taught:
        lines.append("- No lesson on record; the hours are a guess.")
    elif lesson is not None:
        named = {"Build": lesson.build, "Docs": lesson.docs, "Book": lesson.book}
        for label, text in {**named, "Course": lesson.course}.items():
            if text:
                lines.append(f"- {label}: {_with_links(text)}")
        if lesson.certificates:
            labels = map(shared.matcher().corpus.label, lesson.certificates)
            lines.append(f"- Certificates: {shared.plain(', '.join(labels))}")
    st.markdown("\n".join([lines[0], "", *lines[1:]]))


def _with_links(text: str) -> str:
    """Markdown of a source; its site in brackets is a link: "cuDF guide (docs.rapids.ai)"."""
    parts = _SITE.split(text)
    sites = (f"[{shared.plain(site)}](https://{site})" for site in parts[1::2])
    return "".join(chain(*zip_longest(map(shared.plain, parts[::2]), sites, fillvalue="")))


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
                "asked for there, and found": _labels(move.held[:_NAMED]),
                "not found": _labels(_leading(move)[:_NAMED]),
            }
            for move in view.moves
        ],
        numbers=["fit"],
    )


def _leading(move: Move) -> tuple[Skill, ...]:
    """What was not found, first what is named as the way there."""
    return tuple(dict.fromkeys((*move.bridge_missing, *move.missing)))


def _labels(skills: Iterable[Skill]) -> str:
    return ", ".join(each.label for each in skills)
