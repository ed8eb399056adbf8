"""Everything that was read from one resume, for the person who checks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.claims import Claim, claims_of
from matcher.profiles import Profile
from matcher.readability import Readability
from matcher.records import Details, Month, Position, Resume
from matcher.resumes.dates import union_months


@dataclass(frozen=True, slots=True)
class FamilyYears:
    """Years in positions whose titles belong to one family of roles, overlaps counted once."""

    family: str
    years: float


@dataclass(frozen=True, slots=True)
class SkillTime:
    """A skill on the time line: what the dated positions show, apart from what is claimed."""

    skill_id: str
    level: Literal["demonstrated", "listed"]
    months: int | None  # union of the dated positions that show it
    first_used: Month | None
    last_used: Month | None
    n_positions: int  # that show it, dated or not
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """A resume with its details."""

    resume: Resume
    now: Month  # to which current positions last
    details: Details
    readability: Readability
    families: tuple[FamilyYears, ...]  # most years first


def skill_times(profile: Profile) -> dict[str, SkillTime]:
    """The skills that are claimed, by id."""
    claims = claims_of(profile.resume.document.text, profile.mentions)
    found = {}
    for skill_id, use in profile.uses.items():
        positions = [profile.resume.positions[number] for number in use.positions]
        starts = [each.start for each in positions if each.start and (each.current or each.end)]
        found[skill_id] = SkillTime(
            skill_id,
            "demonstrated" if use.demonstrated else "listed",
            use.months,
            min(starts, default=None),
            use.last_used,
            len(positions),
            claims.get(skill_id, ()),
        )
    return found


def months_of(position: Position, now: Month) -> int | None:
    """Length of a position, both ends included; None without dates."""
    end = now if position.current else position.end
    if position.start is None or end is None:
        return None
    return max(1, end.index - position.start.index + 1)


def years_by_family(
    positions: Sequence[Position], family_of: Callable[[str], str | None], now: Month
) -> tuple[FamilyYears, ...]:
    """Years of each family of titles; positions without dates or a known title count nowhere."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for position in positions:
        end = now if position.current else position.end
        family = family_of(position.title) if position.title else None
        if family is not None and position.start is not None and end is not None:
            spans.setdefault(family, []).append((position.start.index, end.index))
    found = [
        FamilyYears(family, round(union_months(each) / 12, 1)) for family, each in spans.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.years, each.family)))
