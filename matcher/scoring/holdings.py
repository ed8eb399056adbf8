"""What a person holds of any skill that is asked for: directly, by implication, or a relative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from matcher.corpus import Corpus
from matcher.corpus.weights import Weights
from matcher.profiles import Use
from matcher.records import Line, Month

# Demonstrated and listed: the resume names the skill. Implied: it names one that implies it.
# Inferred: it names neither, but a line of work shows it (matcher.linking).
HoldingLevel = Literal["demonstrated", "listed", "implied", "inferred"]


@dataclass(frozen=True, slots=True)
class Holding:
    """How a skill is held. ``use`` is the evidence: for an implied skill that of the skill
    ``via`` (an id), whose words are in the resume."""

    level: HoldingLevel
    credit: float  # in (0, 1]
    via: str | None
    use: Use
    own: Use | None = None  # of what the resume also lists, with less credit than it implies

    @property
    def lines(self) -> tuple[Line, ...]:
        """The evidence: what earns the credit, then what else shows or lists the skill."""
        if self.own is None:
            return self.use.lines
        return tuple({line.start: line for line in (*self.use.lines, *self.own.lines)}.values())

    @property
    def months(self) -> int | None:
        """Months of the positions that show it; None: none has dates."""
        return (self.own or self.use).months

    @property
    def last_used(self) -> Month | None:
        """The last month of these."""
        return (self.own or self.use).last_used


@dataclass(frozen=True, slots=True)
class Choice:
    """The member of a requirement that meets it best; without a holding, the best one to take:
    the one whose nearest relative is held, else the first."""

    skill_id: str
    holding: Holding | None
    nearest: tuple[str, float] | None  # a relative that is held, and the credit it brings


class Holdings:
    """Answers for one profile. Evidence only ever adds: the strongest of all ways to hold a skill
    counts, ties by the fewest steps, then what was used last, longest and named most, then by id.
    A skill that is ``denied`` in so many words is taken neither for implied nor for inferred; what
    is inferred implies nothing."""

    def __init__(
        self,
        uses: Mapping[str, Use],
        corpus: Corpus,
        weights: Weights,
        denied: frozenset[str] = frozenset(),
        inferred: Mapping[str, Use] | None = None,
    ) -> None:
        self.uses, self.corpus, self.weights, self.denied = uses, corpus, weights, denied
        self.inferred = inferred or {}
        self._held = self._find()
        self._near = self._find_near()
        self._credits = {skill_id: holding.credit for skill_id, holding in self._held.items()}
        self._near_credits = {skill_id: credit for skill_id, (_, credit) in self._near.items()}
        self._choices: dict[tuple[str, ...], Choice] = {}

    def held(self, skill_id: str) -> Holding | None:
        """The strongest holding of a skill, None when nothing in the resume shows it."""
        return self._held.get(skill_id)

    def credits(self, any_of: tuple[str, ...]) -> tuple[float, float]:
        """The credit of the member that is held best, and of the nearest relative of any member;
        0 where there is none."""
        held, near = self._credits, self._near_credits
        if len(any_of) > 1:
            return (
                max([held.get(skill_id, 0.0) for skill_id in any_of]),
                max([near.get(skill_id, 0.0) for skill_id in any_of]),
            )
        (skill_id,) = any_of
        return held.get(skill_id, 0.0), near.get(skill_id, 0.0)

    def choose(self, any_of: tuple[str, ...]) -> Choice:
        """How a requirement that any of these skills meets is met best."""
        if any_of not in self._choices:
            self._choices[any_of] = self._choose(any_of)
        return self._choices[any_of]

    def with_skills(self, skill_ids: Iterable[str]) -> Holdings:
        """The same with more skills, demonstrated."""
        more = {
            skill_id: Use(skill_id, demonstrated=True, months=None, last_used=None, lines=())
            for skill_id in skill_ids
        }
        uses = {**self.uses, **more}
        return Holdings(uses, self.corpus, self.weights, self.denied, self.inferred)

    def _choose(self, any_of: tuple[str, ...]) -> Choice:
        holding, skill_id = min(
            ((self._held.get(skill_id), skill_id) for skill_id in any_of),
            key=lambda pair: (-pair[0].credit, _age(pair[0].use)) if pair[0] else (0.0, (0, 0)),
        )
        if holding:
            return Choice(skill_id, holding, None)
        nearest, skill_id = max(
            ((self._near.get(skill_id), skill_id) for skill_id in any_of),
            key=lambda pair: pair[0][1] if pair[0] else 0.0,
        )
        return Choice(skill_id, None, nearest)

    def _find(self) -> dict[str, Holding]:
        weights = self.weights
        held: dict[str, Holding] = {}
        implied: dict[str, tuple[float, int, tuple[int, int], int, str]] = {}
        for skill_id, use in self.uses.items():
            credit = weights.demonstrated if use.demonstrated else weights.listed
            level: HoldingLevel = "demonstrated" if use.demonstrated else "listed"
            held[skill_id] = Holding(level, credit, None, use)
            less = round(credit * weights.implied, 4)
            for other, steps in self.corpus.implications(skill_id):
                found = (-less, steps, _age(use), -len(use.lines), skill_id)
                implied[other] = min(implied.get(other, found), found)
        for skill_id, (negative, *_, via) in implied.items():
            if skill_id in self.denied:
                continue
            if skill_id not in held or held[skill_id].credit < -negative:
                own = self.uses.get(skill_id)
                held[skill_id] = Holding("implied", -negative, via, self.uses[via], own)
        for skill_id, use in self.inferred.items():
            if skill_id in self.denied:
                continue
            if skill_id not in held or held[skill_id].credit < weights.inferred:
                held[skill_id] = Holding("inferred", weights.inferred, None, use)
        return held

    def _find_near(self) -> dict[str, tuple[str, float]]:
        best: dict[str, tuple[float, str]] = {}
        for other, holding in self._held.items():
            if holding.level == "inferred":
                continue
            for skill_id, credit in self.corpus.relatives.get(other, ()):
                found = (-round(credit * self.weights.related * holding.credit, 4), other)
                best[skill_id] = min(best.get(skill_id, found), found)
        return {skill_id: (other, -negative) for skill_id, (negative, other) in best.items()}


def _age(use: Use) -> tuple[int, int]:
    """What was used last comes first, then what was used longest."""
    return -(use.last_used.index if use.last_used else 0), -(use.months or 0)
