"""The nouns of a score: a fit, its parts, and what was found and missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.records import Line, LiteralRequirement, Requirement, Skill
from matcher.scoring.holdings import Holding


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a part: what was asked for, its points, the lines that earned them."""

    text: str
    points: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named part of a fit. ``known`` is False where the resume gives nothing to judge by;
    such a part has no points."""

    name: str
    points: float
    max_points: float
    known: bool
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class FitScore:
    """Sum of named parts, 0 to 100 points, with the band it falls in."""

    parts: tuple[ScorePart, ...]
    band: str

    @property
    def points(self) -> float:
        """The fit: the sum of the points that are shown, to one digit."""
        return round(sum(part.points for part in self.parts), 1)

    @property
    def in_scope(self) -> bool:
        """Whether its band is not out of scope, where nothing is promised."""
        return self.band != "out_of_scope"

    def part(self, name: str) -> ScorePart:
        """The part of this name; KeyError where the target does not ask for it."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)


# Points of a duty under which the line that is quoted for it is wrong more often than right, of ten
# duties (evaluation/evidence.py).
FAINT = 0.5


def evidence_of(fit: FitScore) -> tuple[list[tuple[ScorePart, Item]], list[Item]]:
    """What the parts besides skills rest on, each piece with its part, those that earn most first;
    and apart from them the duties with few points, whose lines are doubtful."""
    pieces: list[tuple[ScorePart, Item]] = []
    faint: list[Item] = []
    for part in fit.parts:
        for item in part.items if part.name != "skills" else ():
            if part.name == "experience" and item.points < FAINT:
                faint.append(item)
            else:
                pieces.append((part, item))
    return sorted(pieces, key=lambda piece: -piece[1].points), faint


@dataclass(frozen=True, slots=True)
class Matched:
    """A requirement that is met, by the member ``skill`` of its group."""

    requirement: Requirement
    skill: Skill
    holding: Holding
    points: float


def most_first(matched: Iterable[Matched]) -> list[Matched]:
    """Requirements that are met, those that earn most first."""
    return sorted(matched, key=lambda item: (-item.points, item.skill.id))


@dataclass(frozen=True, slots=True)
class Missing:
    """A requirement that was not found in the resume. ``gain`` is by how much the fit would rise
    if ``skill`` were demonstrated, None where that was not asked for; ``points`` is what its
    nearest relative earns already."""

    requirement: Requirement
    skill: Skill
    points: float
    gain: float | None
    nearest: tuple[str, float] | None  # id of a skill held, and the credit it brings
    aspiring: bool  # the resume says that the person is learning it
    denied: bool = False  # the resume says that the person does not have it


@dataclass(frozen=True, slots=True)
class LiteralMatch:
    """A requirement that the taxonomy does not know, looked up word for word."""

    requirement: LiteralRequirement
    points: float
    lines: tuple[Line, ...]  # empty: not found


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a fit would be if these skills, too, were demonstrated."""

    skills: tuple[Skill, ...]
    points: float
    band: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A fit with everything that explains it."""

    fit: FitScore
    matched: tuple[Matched, ...]
    missing: tuple[Missing, ...]  # largest gain first
    literals: tuple[LiteralMatch, ...]
    # The next band, with the skills that reach it, taken in the order of their gains; None at the
    # top, where skills alone do not reach it, and where gains were not asked for.
    next_band: Prospect | None = None
    what_if: Prospect | None = None  # with the skills that were to be assumed
    # Whether a title held or the required skills speak of the trade, whatever the points.
    of_the_trade: bool = True
    belief: float = 1.0  # share of their points that skills and titles count: see Profile.told
