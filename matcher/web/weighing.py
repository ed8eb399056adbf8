"""Sliders for the weights of a fit."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from matcher.web import shared
from matcher.weights import ALWAYS, PARTS, Weights
from matcher.wording import weights_in_words

_STEPS = 100  # positions of a slider between 0 and its end
_KINDS = {"required": "Required skills", "preferred": "Preferred skills"}


def choose(usual: Weights) -> Weights:
    """The weights that a visitor wants; ``usual`` are those of the corpus."""
    with st.expander("Change the weights"):
        st.caption(
            "How much each part counts beside the others, the degree only where a role asks for "
            "one; then how much a required and a preferred skill counts."
        )
        largest = 2 * max(usual.parts.values())
        chosen = {
            name: _slider(name, shared.PART_NAMES[name], usual.parts[name], largest)
            for name in PARTS
        }
        largest = max(1.0, usual.required, usual.preferred)
        required, preferred = (
            _slider(name, label, usual.importance(name == "required"), largest)
            for name, label in _KINDS.items()
        )
        st.button("Reset the weights", key="weights-reset", on_click=_reset, args=(usual,))
    if not any(chosen[name] for name in ALWAYS):
        st.warning("Give at least one part besides the degree a weight; the usual ones are used.")
        return usual
    weights = replace(usual, parts=chosen, required=required, preferred=preferred)
    if weights != usual:
        st.info(shared.plain(f"Not the usual weights: {weights_in_words(weights, usual)}."))
    return weights


def _slider(name: str, label: str, usual: float, largest: float) -> float:
    key = _key(name)
    st.session_state.setdefault(key, usual)
    return st.slider(label, 0.0, largest, step=largest / _STEPS, format="%g", key=key)


def _reset(usual: Weights) -> None:
    for name in PARTS:
        st.session_state[_key(name)] = usual.parts[name]
    for name in _KINDS:
        st.session_state[_key(name)] = usual.importance(name == "required")


def _key(name: str) -> str:
    return f"weight-{name}"
