"""The benchmarks of the README: ``matcher evaluate NAME... --data DIR``.

Each module has ``evaluate(matcher, data)``, which yields :class:`Figure`; ``data`` is the folder
with the public files that the module's docstring names.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from matcher.evaluation.figures import Figure
from matcher.matching import Matcher

BENCHMARKS = (
    "skillspan", "professions", "titles", "confusion", "reading", "layouts", "postings", "judged",
    "deletions", "speed",
)  # fmt: skip

__all__ = ["BENCHMARKS", "Figure", "evaluate"]


def evaluate(name: str, matcher: Matcher, data: Path) -> Iterator[Figure]:
    """The figures of one of :data:`BENCHMARKS`."""
    module = importlib.import_module(f"matcher.evaluation.{name}")
    figures: Iterator[Figure] = module.evaluate(matcher, data)
    return figures
