"""Positions against those that a person wrote down, before seeing what the reader finds.

``annotations/positions.json`` has one object for each file, by the SHA-256 of its bytes: 60
LiveCareer PDFs and 20 DOCX of the vanetik set, drawn by a fixed seed, and the layouts. A position
counts as right when title, employer, start and end are all right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.documents import read_bytes
from matcher.evaluation.figures import Figure
from matcher.evaluation.files import resume_files
from matcher.matching import Matcher
from matcher.records import Month, Position, Resume

ANNOTATIONS = Path(__file__).parent / "annotations"
_FOLDERS = ("resumes/livecareer", "resumes/vanetik_docx", "layouts")
_FIELDS = ("title", "company", "start", "end")
_MOST_EXTRA = 0.5  # of the words of a longer title that the shorter one may lack


@dataclass(frozen=True, slots=True)
class Comparison:
    """Positions of one resume: the pairs of an annotated and a found one, with the fields that
    agree, and how many there are on either side."""

    pairs: tuple[frozenset[str], ...]
    n_wanted: int
    n_found: int

    @property
    def n_right(self) -> int:
        """Pairs with all four fields right."""
        return sum(len(pair) == len(_FIELDS) for pair in self.pairs)


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """F1, precision and recall for each set, then each field of the positions that were found."""
    sets: dict[str, list[Comparison]] = {}
    for annotated, resume in annotated_resumes(matcher, data):
        sets.setdefault(annotated["set"], []).append(
            compare(annotated["positions"], resume.positions)
        )
    for name in sorted(sets):
        yield from _figures(name, sets[name])
    yield from _figures("all", [each for found in sets.values() for each in found])


def annotated_resumes(matcher: Matcher, data: Path) -> Iterator[tuple[dict[str, Any], Resume]]:
    """Each annotated file that ``data`` holds, with what is read from it."""
    with (ANNOTATIONS / "positions.json").open(encoding="utf-8") as file:
        annotated = {entry["sha256"]: entry for entry in json.load(file)}
    for sha256, path in resume_files(data, *_FOLDERS):
        if sha256 in annotated:
            yield annotated[sha256], matcher.resume(read_bytes(path.read_bytes(), path.name))


def compare(wanted: Sequence[Mapping[str, Any]], found: Sequence[Position]) -> Comparison:
    """Pairs annotated positions with found ones, the best agreement first."""
    scored = sorted(
        (
            (-len(fields), i, j, fields)
            for i, truth in enumerate(wanted)
            for j, position in enumerate(found)
            if len(fields := agreeing(truth, position)) >= 2
        ),
        key=lambda item: item[:3],
    )
    taken_wanted: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, i, j, fields in scored:
        if i not in taken_wanted and j not in taken_found:
            taken_wanted.add(i)
            taken_found.add(j)
            pairs.append(fields)
    return Comparison(tuple(pairs), len(wanted), len(found))


def agreeing(truth: Mapping[str, Any], position: Position) -> frozenset[str]:
    """The fields in which a found position agrees with an annotated one."""
    checks = {
        "title": _same_name(truth["title"], position.title),
        "company": _same_name(truth["company"], position.company),
        "start": _same_month(truth["start"], position.start),
        "end": _same_end(truth, position) and bool(truth["current"]) == position.current,
    }
    return frozenset(name for name, right in checks.items() if right)


def _same_name(truth: str, found: str) -> bool:
    """The same words, whatever capitals and punctuation; or one of them with a place or a
    department more."""
    one, other = _words(truth), _words(found)
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    extra = len(longer) - len(shorter)
    return bool(shorter) and set(shorter) <= set(longer) and extra <= _MOST_EXTRA * len(longer)


def _same_end(truth: Mapping[str, Any], position: Position) -> bool:
    """A single date is start and end to the reader, and a start to the annotator."""
    end = None if truth["current"] else truth["end"]
    if end is None and not truth["current"] and _same_month(truth["start"], position.end):
        return True
    return _same_month(end, position.end)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _same_month(truth: str | None, found: Month | None) -> bool:
    if truth is None or found is None:
        return truth is None and found is None
    return str(found).startswith(truth)


def _figures(name: str, found: Iterable[Comparison]) -> Iterator[Figure]:
    found = list(found)
    right = sum(each.n_right for each in found)
    n_wanted, n_found = sum(each.n_wanted for each in found), sum(each.n_found for each in found)
    yield Figure(f"{name}: positions F1", 2 * right / max(1, n_wanted + n_found), n_wanted)
    yield Figure(f"{name}: precision", right / max(1, n_found), n_found)
    yield Figure(f"{name}: recall", right / max(1, n_wanted), n_wanted)
    pairs = [pair for each in found for pair in each.pairs]
    for field in _FIELDS:
        share = sum(field in pair for pair in pairs) / max(1, len(pairs))
        yield Figure(f"{name}: {field} right", share, len(pairs))
    with_jobs = [each for each in found if each.n_wanted]
    share = sum(each.n_found > 0 for each in with_jobs) / max(1, len(with_jobs))
    yield Figure(f"{name}: files with a position found", share, len(with_jobs))
