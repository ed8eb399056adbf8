"""The benchmarks of the README: ``matcher evaluate NAME... --data DIR``.

Each module has ``evaluate(matcher, data)``, which yields :class:`Figure`; ``data`` is the folder
with the public files that the module's docstring names.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from matcher.errors import NoInput
from matcher.evaluation.figures import Figure
from matcher.matching import Matcher

BENCHMARKS = (
    "skillspan", "professions", "titles", "confusion", "reading", "layouts", "pasted", "postings",
    "judged", "evidence", "deletions", "linking", "stances", "encoder", "speed",
)  # fmt: skip

# What each of them reads below the folder.
_NEEDED = {
    "skillspan": ("skills/skillspan",),
    "professions": ("resumes/livecareer",),
    "titles": ("titles",),
    "confusion": ("postings",),
    "reading": ("resumes/livecareer", "resumes/vanetik_docx", "layouts"),
    "layouts": ("layouts",),
    "pasted": ("resumes/livecareer", "resumes/updated166.csv"),
    "postings": ("postings",),
    "judged": ("resumes/livecareer", "resumes/vanetik_docx", "postings"),
    "evidence": ("resumes/livecareer", "resumes/vanetik_docx", "postings"),
    "encoder": ("titles", "taxonomies", "skills", "resumes/livecareer"),
    "deletions": ("resumes/livecareer", "resumes/vanetik_docx"),
    "stances": ("resumes/livecareer", "resumes/vanetik_docx"),
}

__all__ = ["BENCHMARKS", "Figure", "evaluate"]


def evaluate(
    name: str, matcher: Matcher, data: Path, against: Sequence[str] = ()
) -> Iterator[Figure]:
    """The figures of one of :data:`BENCHMARKS`; raises :class:`NoInput` without its data.
    ``against`` names the models that ``encoder`` compares with."""
    for needed in _NEEDED.get(name, ()):
        if not (data / needed).exists():
            raise NoInput(f"{data / needed}: not found; {name} reads it, see the README")
    module = importlib.import_module(f"matcher.evaluation.{name}")
    more = {"against": against} if name == "encoder" else {}
    figures: Iterator[Figure] = module.evaluate(matcher, data, **more)
    return figures
