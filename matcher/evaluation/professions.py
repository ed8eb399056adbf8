"""LiveCareer resumes without their title line: is the nearest role one of the profession?

The folder of a resume is its profession. The first line, which often gives it away, is cut off.
``professions.csv`` says which profession each role belongs to: one for each role, written before
the first measurement. The professions of a resume are those of its roles, best fit first.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from matcher.documents import read_bytes
from matcher.evaluation.figures import Figure
from matcher.matching import Matcher
from matcher.records import Resume, Status

_EVERY = 4  # the fits to all roles are compared for every fourth resume: they take a while
_MANY = 40  # roles: enough for three professions


def mapping() -> dict[str, str]:
    """Profession of each role."""
    with (Path(__file__).parent / "professions.csv").open(encoding="utf-8", newline="") as file:
        return {row["role"]: row["profession"] for row in csv.DictReader(file)}


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Top-1 and top-3 of all resumes; the share of (own, other) pairs of professions in which the
    own one has the better best fit (AUC), of every fourth resume; then top-1 of each profession.
    """
    profession_of = mapping()
    first, third, n = Counter[str](), Counter[str](), Counter[str]()
    above = pairs = 0.0
    folders = sorted(path.name for path in (data / "resumes/livecareer").iterdir())
    for number, path in enumerate(sorted((data / "resumes/livecareer").rglob("*.pdf"))):
        truth = path.parent.name
        document = read_bytes(path.read_bytes(), path.name)
        text = document.text.partition("\n")[2]
        untitled = replace(
            read_bytes(text.encode(errors="replace"), "resume.txt"), status=Status.OK
        )
        result = matcher.match_resume(matcher.resume(untitled), top=_MANY, gains=False)
        found = list(dict.fromkeys(profession_of[match.role.id] for match in result))
        n[truth] += 1
        first[truth] += found[:1] == [truth]
        third[truth] += truth in found[:3]
        if number % _EVERY == 0:
            best = _best_fits(matcher, result.resume, profession_of)
            others = [best[name] for name in folders if name != truth]
            pairs += len(others)
            above += sum((best[truth] > each) + (best[truth] == each) / 2 for each in others)
    yield Figure("top-1", first.total() / n.total(), n.total())
    yield Figure("top-3", third.total() / n.total(), n.total())
    yield Figure("own profession above another (AUC)", above / max(1, pairs), int(pairs))
    for truth in sorted(n):
        yield Figure(f"{truth} top-1", first[truth] / n[truth], n[truth])


def _best_fits(
    matcher: Matcher, resume: Resume, profession_of: Mapping[str, str]
) -> dict[str, float]:
    """The best fit to a role of each profession."""
    best: dict[str, float] = {}
    for role_id, points in matcher.fits(resume).items():
        name = profession_of[role_id]
        best[name] = max(best.get(name, 0.0), points)
    return best
