"""What several tables share."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from matcher.facts import requirement_in_words
from matcher.wording import BAND_NAMES

_WIDTH_ELSEWHERE = 120  # columns, when the output is no terminal
_BAND_STYLES = {"strong": "bold green", "good": "green", "partial": "yellow", "weak": "red"}


def new_console() -> Console:
    """Writes to stdout, as wide as the terminal."""
    terminal = sys.stdout.isatty()
    return Console(width=None if terminal else _WIDTH_ELSEWHERE, highlight=False, soft_wrap=False)


def in_brackets(skills: Sequence[Any]) -> str:
    """The skills behind a line; nothing where there are none."""
    return f" [{', '.join(map(requirement_in_words, skills))}]" if skills else ""


def band_markup(band: str) -> str:
    """A band in its colour."""
    style = _BAND_STYLES.get(band)
    name = BAND_NAMES.get(band, band)
    return f"[{style}]{name}[/{style}]" if style else name
