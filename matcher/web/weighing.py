"""Sliders for the weights of a fit."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from matcher.corpus.weights import ALWAYS, PARTS, Weights
from matcher.web import shared
from matcher.wording import PART_NAMES, weights_in_words

_RESETS = "weights-resets"
_STEPS = 100  # positions of a slider between 0 and its end
_KINDS = {"required": "Required skills", "preferred": "Preferred skills"}


def choose(usual: Weights) -> Weights:
    """The weights that a visitor wants; ``usual`` are those of the corpus."""
    with st.popover("Weights"):
        st.caption(
            "How much each part counts beside the others, the degree only where one is asked for; "
            "then how much a required and a preferred skill counts. For both pages."
        )
        n_resets = st.session_state.setdefault(_RESETS, 0)
        largest = 2 * max(usual.parts.values())
        chosen = {
            name: _slider(f"{name}-{n_resets}", PART_NAMES[name], usual.parts[name], largest)
            for name in PARTS
        }
        largest = max(1.0, usual.required, usual.preferred)
        required, preferred = (
            _slider(f"{name}-{n_resets}", label, usual.importance(name == "required"), largest)
            for name, label in _KINDS.items()
        )
        st.button("Reset the weights", key="weights-reset", on_click=_reset)
    if not any(chosen[name] for name in ALWAYS):
        st.warning("Give at least one part besides the degree a weight; the usual ones are used.")
        return usual
    weights = replace(usual, parts=chosen, required=required, preferred=preferred)
    if weights != usual:
        st.info(shared.plain(f"Not the usual weights: {weights_in_words(weights, usual)}."))
    return weights


def _slider(name: str, label: str, usual: float, largest: float) -> float:
    # ``usual`` is given to the slider itself: a value from the session's state reaches the browser
    # once, and where that run is cut short by the next, the browser answers with the least one.
    return st.slider(
        label,
        0.0,
        largest,
        usual,
        step=largest / _STEPS,
        format="%g",
        key=f"weight-{name}",
        persist_state="session",
    )


def _reset() -> None:
    """Makes the next sliders new ones."""
    st.session_state[_RESETS] += 1
