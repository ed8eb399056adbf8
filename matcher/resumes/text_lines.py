"""Lines of a text with their offsets."""

from __future__ import annotations

from dataclasses import dataclass


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
