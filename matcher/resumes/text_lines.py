"""Lines of a text with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[ivx]{1,4})[.)]\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a document: ``text`` without the space around it, and its offsets."""

    text: str
    start: int
    end: int


def split_lines(text: str) -> list[TextLine]:
    """The lines that are not blank, in order."""
    lines = []
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + len(raw) - len(raw.lstrip())
            lines.append(TextLine(stripped, at, at + len(stripped)))
        start += len(raw) + 1
    return lines


def number_end(text: str) -> int:
    """Where the text of a numbered item begins: "2. Sterling Bank"; 0 without a number."""
    number = _NUMBER.match(text)
    return number.end() if number else 0
