"""Demand: which skills postings really name, role by role.

A posting counts for the roles that its title says (see :mod:`matcher.title_reading`), once,
however often it was posted. A skill counts once a posting: as required, or else as preferred.
"""

from __future__ import annotations

import csv
import hashlib
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from matcher.documents.files import find_files
from matcher.errors import UnreadableDocument
from matcher.matching import Matcher
from matcher.records import JobPosting

LEAST_POSTINGS = 30  # below, a share says nothing
_Z = 1.959963984540054  # 95%
_SURE_TITLE = 0.9  # score of a role that a title says rather than resembles

_TITLE_COLUMNS = ("title", "job_title", "jobtitle", "position")
_TEXT_COLUMNS = ("description", "text", "body", "job_description")


@dataclass(frozen=True, slots=True)
class Advert:
    """A posting before it is read; ``title`` is empty where the text has to tell it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SkillDemand:
    """How many of a role's ``n`` postings name a skill. ``share`` and its 95% interval are None
    under 30 postings; ``change`` is the difference to an earlier set's share."""

    role_id: str
    skill_id: str
    importance: Literal["required", "preferred", "any"]
    count: int
    n: int
    share: float | None
    low: float | None
    high: float | None
    change: float | None = None


def wilson(count: int, n: int) -> tuple[float, float]:
    """Wilson's 95% score interval of a share (Wilson 1927, JASA 22, 209-212)."""
    share, z2 = count / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Demand:
    """Shares by role and skill, the most often named first, and of how many different postings how
    many name a role."""

    rows: list[SkillDemand]
    n_postings: int
    n_named: int


def read_adverts(
    paths: Sequence[Path], matcher: Matcher, failures: dict[Path, UnreadableDocument]
) -> Iterator[Advert]:
    """The postings of tables (CSV with a title and a description) and of single files; folders are
    searched. What cannot be read is put into ``failures``. Raises :class:`NoInput` where there is
    no file."""
    for path in find_files(paths):
        try:
            if path.suffix.lower() == ".csv":
                yield from _table(path)
            else:
                yield Advert("", matcher.read_posting(path).document.text)
        except UnreadableDocument as error:
            failures[path] = error


def _table(path: Path) -> Iterator[Advert]:
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            names = {name.strip().lower(): name for name in rows.fieldnames or ()}
            title = next((names[name] for name in _TITLE_COLUMNS if name in names), None)
            text = next((names[name] for name in _TEXT_COLUMNS if name in names), None)
            if not (title and text):
                raise UnreadableDocument(
                    f"{path}: no columns for title and text; name them "
                    f"{_TITLE_COLUMNS[0]!r} and {_TEXT_COLUMNS[0]!r}",
                    code="unsupported",
                )
            for row in rows:
                yield Advert(row[title] or "", row[text] or "")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableDocument(
            f"{path}: not a CSV table in UTF-8 ({error}); export it again", code="corrupt"
        ) from error


def demand(adverts: Iterable[Advert], matcher: Matcher) -> Demand:
    """Which skills postings name; a posting that is there twice counts once."""
    n = Counter[str]()
    n_named = 0
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: set[bytes] = set()
    for advert in adverts:
        mark = hashlib.sha256(" ".join(advert.text.split()).encode(errors="replace")).digest()
        if mark in seen:
            continue
        seen.add(mark)
        posting = matcher.read_posting_text(advert.text)
        importance = _importance(posting)
        roles = _roles(advert.title or posting.title, matcher)
        n_named += bool(roles)
        for role_id in roles:
            n[role_id] += 1
            for skill_id, kind in importance.items():
                named[role_id, skill_id][kind] += 1
                named[role_id, skill_id]["any"] += 1
    found = [
        _row(role_id, skill_id, kind, counts[kind], n[role_id])
        for (role_id, skill_id), counts in named.items()
        for kind in ("any", "required", "preferred")
        if counts[kind]
    ]
    found.sort(key=lambda row: (row.role_id, -row.count, row.skill_id, row.importance))
    return Demand(found, len(seen), n_named)


def compared(rows: Iterable[SkillDemand], before: Iterable[SkillDemand]) -> list[SkillDemand]:
    """The rows with the change of their share since ``before``; a role that had enough postings
    and no mention had a share of 0."""
    known = {(row.role_id, row.skill_id, row.importance): row.share for row in before}
    enough = {role_id for (role_id, _, _), share in known.items() if share is not None}
    return [
        replace(
            row,
            change=row.share - (known.get((row.role_id, row.skill_id, row.importance)) or 0.0)
            if row.share is not None and row.role_id in enough
            else None,
        )
        for row in rows
    ]


def _row(role_id: str, skill_id: str, kind: str, count: int, n: int) -> SkillDemand:
    importance: Literal["required", "preferred", "any"] = kind  # type: ignore[assignment]
    if n < LEAST_POSTINGS:
        return SkillDemand(role_id, skill_id, importance, count, n, None, None, None)
    return SkillDemand(role_id, skill_id, importance, count, n, count / n, *wilson(count, n))


def _importance(posting: JobPosting) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for requirement in posting.requirements:
        kind = "required" if requirement.required else "preferred"
        for skill_id in requirement.any_of:
            if found.get(skill_id) != "required":
                found[skill_id] = kind
    return found


def _roles(title: str, matcher: Matcher) -> list[str]:
    roles = matcher.read_title(title).roles
    return [role.role_id for role in roles if role.score >= _SURE_TITLE]
