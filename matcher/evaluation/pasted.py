"""Resumes that lost their line breaks: is the same read from them?

Every tenth PDF of ``resumes/livecareer`` twice more as plain text: with runs of spaces where lines
ended, as a well-known table of these resumes has them, and as one line with single spaces; then
``resumes/updated166.csv``, the export of a job board that runs on in its own way.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from matcher.documents import read_bytes
from matcher.evaluation.figures import Figure
from matcher.matching import Matcher
from matcher.records import Resume, Status

_EVERY = 10
_BULLET = "• "


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Resumes recognised as such, positions found for each one of the PDF, and how often the
    nearest role is the same; then the resumes recognised of the export."""
    files = sorted((data / "resumes/livecareer").rglob("*.pdf"))[::_EVERY]
    whole = [_resume(matcher, path.read_bytes(), path.name) for path in files]
    roles = [_nearest(matcher, resume) for resume in whole]
    n_positions = sum(len(resume.positions) for resume in whole)
    for name, paste in _PASTED.items():
        found = [
            _resume(matcher, paste(resume.document.text.split("\n")).encode(), "pasted.txt")
            for resume in whole
        ]
        same = sum(role == _nearest(matcher, each) for role, each in zip(roles, found, strict=True))
        positions = sum(len(resume.positions) for resume in found)
        yield Figure(f"{name}: recognised", _share_ok(found), len(found))
        yield Figure(
            f"{name}: positions, per position of the PDF", positions / n_positions, n_positions
        )
        yield Figure(f"{name}: same nearest role", same / len(found), len(found))
    with (data / "resumes/updated166.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["Resume"] for row in csv.DictReader(file)]
    exported = [_resume(matcher, text.encode(), "export.txt") for text in texts]
    counts = Counter(resume.document.status for resume in exported)
    for status, count in counts.most_common():
        yield Figure(f"export of a job board: {status}", count / len(exported), len(exported))


def _with_gaps(lines: list[str]) -> str:
    """Two spaces between the items of a list, five elsewhere, and no bullets."""
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        in_list = before.startswith(_BULLET) and line.startswith(_BULLET)
        text += ("  " if in_list else "     ") + line.removeprefix(_BULLET)
    return text.strip()


def _in_one_line(lines: list[str]) -> str:
    return " ".join(line.removeprefix(_BULLET) for line in lines)


_PASTED: dict[str, Callable[[list[str]], str]] = {
    "runs of spaces": _with_gaps,
    "one line": _in_one_line,
}


def _resume(matcher: Matcher, content: bytes, name: str) -> Resume:
    return matcher.resume(read_bytes(content, name))


def _nearest(matcher: Matcher, resume: Resume) -> str | None:
    found = matcher.match_resume(resume, top=1, gains=False) if resume.lines else ()
    return next((match.role.id for match in found), None)


def _share_ok(resumes: list[Resume]) -> float:
    return sum(resume.document.status is Status.OK for resume in resumes) / len(resumes)
