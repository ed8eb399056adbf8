"""What a person holds of any skill that is asked for: directly, by implication, or a relative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from matcher.corpus import Corpus
from matcher.profiles import Use
from matcher.weights import Weights

HoldingLevel = Literal["demonstrated", "listed", "implied", "inferred"]


@dataclass(frozen=True, slots=True)
class Holding:
    """How a skill is held. ``use`` is the evidence: for an implied skill that of the skill
    ``via`` (an id), whose words are in the resume."""

    level: HoldingLevel
    credit: float  # in (0, 1]
    via: str | None
    use: Use


@dataclass(frozen=True, slots=True)
class Choice:
    """The member of a requirement that meets it best; without a holding, the best one to take:
    the one whose nearest relative is held, else the first."""

    skill_id: str
    holding: Holding | None
    nearest: tuple[str, float] | None  # a relative that is held, and the credit it brings


@dataclass
class Holdings:
    """Answers for one profile; they are remembered, for many targets ask the same.

    Evidence only ever adds: the strongest of all ways to hold a skill counts.
    """

    uses: Mapping[str, Use]
    corpus: Corpus
    weights: Weights
    _held: dict[str, Holding | None] = field(default_factory=dict)
    _near: dict[str, tuple[str, float] | None] = field(default_factory=dict)
    _choices: dict[tuple[str, ...], Choice] = field(default_factory=dict)

    def held(self, skill_id: str) -> Holding | None:
        """The strongest holding of a skill, None when nothing in the resume shows it."""
        if skill_id not in self._held:
            self._held[skill_id] = self._find(skill_id)
        return self._held[skill_id]

    def nearest(self, skill_id: str) -> tuple[str, float] | None:
        """The related skill that brings most credit for a missing one, ties by id."""
        if skill_id not in self._near:
            found = [
                (-round(credit * self.weights.related * holding.credit, 4), other)
                for other, credit in self.corpus.skills[skill_id].related
                if (holding := self.held(other)) is not None
            ]
            best = min(found, default=None)
            self._near[skill_id] = best and (best[1], -best[0])
        return self._near[skill_id]

    def choose(self, any_of: tuple[str, ...]) -> Choice:
        """How a requirement that any of these skills meets is met best."""
        if any_of not in self._choices:
            self._choices[any_of] = self._choose(any_of)
        return self._choices[any_of]

    def with_skill(self, skill_id: str) -> Holdings:
        """The same with one more skill, demonstrated."""
        use = Use(skill_id, demonstrated=True, months=None, last_used=None, lines=())
        return Holdings({**self.uses, skill_id: use}, self.corpus, self.weights)

    def _choose(self, any_of: tuple[str, ...]) -> Choice:
        held = [(self.held(skill_id), skill_id) for skill_id in any_of]
        holding, skill_id = max(held, key=lambda pair: pair[0].credit if pair[0] else 0.0)
        if holding:
            return Choice(skill_id, holding, None)
        near = [(self.nearest(skill_id), skill_id) for skill_id in any_of]
        nearest, skill_id = max(near, key=lambda pair: pair[0][1] if pair[0] else 0.0)
        return Choice(skill_id, None, nearest)

    def _find(self, skill_id: str) -> Holding | None:
        found = []
        if use := self.uses.get(skill_id):
            found.append(self._direct(use))
        if not (found and found[0].level == "demonstrated"):
            for via in self.corpus.implied_by.get(skill_id, ()):
                if via in self.uses:
                    direct = self._direct(self.uses[via])
                    credit = round(direct.credit * self.weights.implied, 4)
                    found.append(Holding("implied", credit, via, direct.use))
        return max(found, key=lambda holding: holding.credit, default=None)

    def _direct(self, use: Use) -> Holding:
        if use.demonstrated:
            return Holding("demonstrated", self.weights.demonstrated, None, use)
        return Holding("listed", self.weights.listed, None, use)
