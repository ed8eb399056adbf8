"""Lines linked to skills that they do not name.

``annotations/lines.csv``: 600 invented lines of resumes. Half show skills of corpus/phrases
without naming them, half none (near misses above all), written by people who had seen neither the
phrases nor a link. A link is right when it is one of the line's skills. The lines are split by
hash: the threshold was chosen on the one half, the other is for the final figure.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.embedding import on_grid
from matcher.errors import NoInput
from matcher.evaluation.figures import Figure
from matcher.evaluation.files import is_final
from matcher.evaluation.reading import ANNOTATIONS
from matcher.matching import Matcher
from matcher.redaction import neutral


@dataclass(frozen=True, slots=True)
class BlindLine:
    """A line with the ids of the skills that it shows."""

    text: str
    skills: frozenset[str]

    @property
    def final(self) -> bool:
        """Whether it belongs to the half that is kept for the final figure."""
        return is_final(self.text)


def blind_lines() -> list[BlindLine]:
    """All of them, as committed."""
    with (ANNOTATIONS / "lines.csv").open(encoding="utf-8", newline="") as file:
        return [
            BlindLine(row["line"], frozenset(row["skills"].split())) for row in csv.DictReader(file)
        ]


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:  # noqa: ARG001
    """Precision of the links, the share of the lines that get a right one (of those that show a
    skill), and of those without that get any, for each half."""
    if matcher.parts.linker is None:
        raise NoInput("this corpus has no phrases: nothing is linked")
    lines = blind_lines()
    texts = [neutral(line.text) for line in lines]
    links = matcher.parts.linker.link(texts, on_grid(matcher.parts.linker.encoder.encode(texts)))
    for half, final in (("development", False), ("final", True)):
        pairs = [
            (link, line) for link, line in zip(links, lines, strict=True) if line.final is final
        ]
        made = [link in line.skills for link, line in pairs if link]
        showing = [link in line.skills for link, line in pairs if line.skills]
        others = [link is not None for link, line in pairs if not line.skills]
        yield Figure(f"{half}, precision", sum(made) / max(1, len(made)), len(made))
        yield Figure(f"{half}, recall", sum(showing) / len(showing), len(showing))
        yield Figure(f"{half}, linked without cause", sum(others) / len(others), len(others))
