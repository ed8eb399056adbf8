"""Pure arithmetic: profile and target in, fit score out.

A fit is a sum of named parts, counted in whole tenths of a point so that what is shown adds up.
Every share below is a mean or a maximum in which each piece of evidence can only help:

* skills: weighted mean credit of the requirements. A skill that is missing but has a relative
  counts in part, yet never more than the mean of what is there (``_share``), so that no
  requirement that the person lacks can raise a fit.
* experience: mean over the responsibilities of the affinity of its nearest line.
* titles: best affinity between a title held and a title of the role.
* years: relevant years over the years asked for, at most 1.
* degree: 1 or 0, only where one is asked for.

What is unknown (no dates, no titles) counts nothing and is marked as unknown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from matcher.corpus import Corpus
from matcher.embedding import Vectors, cosines
from matcher.profiles import Profile, Use, union_months
from matcher.records import Line, LiteralRequirement, Month, Requirement, SectionKind, Skill
from matcher.targets import Target
from matcher.titles import normal_title
from matcher.weights import Weights

Level = Literal["demonstrated", "listed", "implied", "inferred"]

# A position is relevant when its title or its best line is this near to the role.
_RELEVANT = 0.25


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns cosines into affinities in [0, 1]: 0 at ``floor`` and below, 1 at ``ceiling``."""

    floor: float
    ceiling: float

    def affinity(self, cosine: Vectors) -> Vectors:
        """Affinities of an array of cosines, same shape, rounded to four digits."""
        scaled = (cosine.astype(np.float64) - self.floor) / (self.ceiling - self.floor)
        return np.round(np.clip(scaled, 0.0, 1.0), 4).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Scales:
    """One scale for sentences, one for titles; both depend on the encoder."""

    sentences: Scale
    titles: Scale


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a part: what was asked for, its points, the lines that earned them."""

    text: str
    points: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named part of a fit. ``known`` is False where the resume gives nothing to judge by."""

    name: str
    points: float
    max_points: float
    known: bool
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """How a skill is held: ``level`` is demonstrated, listed or implied; ``via`` is the id of the
    skill that implies it."""

    level: Level
    credit: float
    via: str | None
    use: Use


@dataclass(frozen=True, slots=True)
class Matched:
    """A requirement that is met, by the member ``skill`` of its group."""

    requirement: Requirement
    skill: Skill
    holding: Holding
    points: float


@dataclass(frozen=True, slots=True)
class Missing:
    """A requirement that was not found in the resume. ``gain`` is by how much the fit would rise
    if ``skill`` were demonstrated; ``points`` is what its nearest relative earns already."""

    requirement: Requirement
    skill: Skill
    points: float
    gain: float
    nearest: tuple[str, float] | None  # a skill held, and the credit it brings
    aspiring: bool


@dataclass(frozen=True, slots=True)
class LiteralMatch:
    """A requirement that the taxonomy does not know, looked up word for word."""

    requirement: LiteralRequirement
    points: float
    lines: tuple[Line, ...]  # empty: not found


@dataclass(frozen=True, slots=True)
class FitScore:
    """Sum of named parts, 0 to 100 points, with the band it falls in."""

    parts: tuple[ScorePart, ...]
    band: str

    @property
    def points(self) -> float:
        """The fit: the sum of the points that are shown, to one digit."""
        return round(sum(part.points for part in self.parts), 1)

    def part(self, name: str) -> ScorePart:
        """The part of this name; KeyError where the target does not ask for it."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Scored:
    """A fit with everything that explains it."""

    fit: FitScore
    matched: tuple[Matched, ...]
    missing: tuple[Missing, ...]
    literals: tuple[LiteralMatch, ...]


@dataclass
class Holdings:
    """What a profile has of any skill; answers are remembered, for many targets ask the same."""

    uses: Mapping[str, Use]
    corpus: Corpus
    weights: Weights
    _held: dict[str, Holding | None] = field(default_factory=dict)
    _near: dict[str, tuple[str, float] | None] = field(default_factory=dict)

    def held(self, skill_id: str) -> Holding | None:
        """The strongest holding of a skill, None when nothing in the resume shows it."""
        if skill_id not in self._held:
            self._held[skill_id] = self._find(skill_id)
        return self._held[skill_id]

    def nearest(self, skill_id: str) -> tuple[str, float] | None:
        """The related skill that brings most credit for a missing one."""
        if skill_id not in self._near:
            found = [
                (-round(credit * self.weights.related * holding.credit, 4), other)
                for other, credit in self.corpus.skills[skill_id].related
                if (holding := self.held(other)) is not None
            ]
            best = min(found, default=None)
            self._near[skill_id] = best and (best[1], -best[0])
        return self._near[skill_id]

    def with_skill(self, skill_id: str) -> Holdings:
        """The same with one more skill, demonstrated."""
        use = Use(skill_id, demonstrated=True, months=None, last_used=None, lines=())
        return Holdings({**self.uses, skill_id: use}, self.corpus, self.weights)

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


# ---------------------------------------------------------------- the score


def score(
    profile: Profile,
    target: Target,
    holdings: Holdings,
    scales: Scales,
    today: Month,
    *,
    gains: bool = True,
) -> Scored:
    """Fit of one profile to one target. Without ``gains`` every gain is 0 and nothing is
    recomputed, which is what ranking needs."""
    weights = holdings.weights
    asked = ["skills", "experience", "titles", "years"] + ["degree"] * (target.degree > 0)
    maxima = _apportion(1000, [weights.parts[name] for name in asked], asked)
    maximum = dict(zip(asked, maxima, strict=True))
    sentence_affinity = scales.sentences.affinity(
        cosines(profile.passage_vectors, target.responsibility_vectors)
    )
    title_affinity = _title_affinity(profile, target, scales.titles)
    skills, matched, missing, literals = _skills(profile, target, holdings, maximum["skills"])
    parts = [
        skills,
        _experience(profile, target, sentence_affinity, maximum["experience"]),
        _titles(profile, title_affinity, maximum["titles"]),
        _years(profile, target, sentence_affinity, title_affinity, maximum["years"], today),
    ]
    if target.degree:
        parts.append(_degree(profile, target, maximum["degree"]))
    fit = FitScore(tuple(parts), "")
    fit = replace(fit, band=_band(fit, matched, title_affinity, holdings))
    if gains:
        missing = _with_gains(profile, target, holdings, maximum["skills"], skills, missing)
    return Scored(fit, tuple(matched), tuple(missing), tuple(literals))


def _band(
    fit: FitScore, matched: Sequence[Matched], title_affinity: Vectors, holdings: Holdings
) -> str:
    """The band of a fit; out_of_scope when it is below every band, or when neither a technical
    skill that is required nor a title of the trade was found."""
    technical = any(item.requirement.required and item.skill.technical for item in matched)
    title = float(title_affinity.max(initial=0.0)) >= _RELEVANT
    if not (technical or title):
        return "out_of_scope"
    for name, least in holdings.weights.bands:
        if fit.points >= least:
            return name
    return "out_of_scope"


def _skills(
    profile: Profile, target: Target, holdings: Holdings, maximum: int
) -> tuple[ScorePart, list[Matched], list[Missing], list[LiteralMatch]]:
    weights = holdings.weights
    choices = [_choose(requirement, holdings) for requirement in target.requirements]
    loads = [
        requirement.weight * (weights.required if requirement.required else weights.preferred)
        for requirement in target.requirements
    ]
    found = [_literal_lines(profile, literal.text) for literal in target.literals]
    literal_loads = [
        weights.unrecognised * (weights.required if literal.required else weights.preferred)
        for literal in target.literals
    ]
    earned = [holding.credit if holding else 0.0 for _, holding in choices]
    earned += [weights.listed if lines else 0.0 for lines in found]
    partial = [
        near[1] if holding is None and (near := holdings.nearest(skill_id)) else 0.0
        for skill_id, holding in choices
    ] + [0.0] * len(found)
    total, shares = _share([*loads, *literal_loads], earned, partial)
    keys = [skill_id for skill_id, _ in choices] + [item.text for item in target.literals]
    tenths = _apportion(_tenths(maximum, total), shares, keys)
    points = [amount / 10 for amount in tenths]
    matched, missing = [], []
    for (skill_id, holding), requirement, amount in zip(
        choices, target.requirements, points, strict=False
    ):
        skill = holdings.corpus.skills[skill_id]
        if holding:
            matched.append(Matched(requirement, skill, holding, amount))
        else:
            near = holdings.nearest(skill_id)
            aspiring = not profile.aspirations.isdisjoint(requirement.any_of)
            missing.append(Missing(requirement, skill, amount, 0.0, near, aspiring))
    literals = [
        LiteralMatch(requirement, amount, lines)
        for requirement, amount, lines in zip(
            target.literals, points[len(choices) :], found, strict=True
        )
    ]
    items = tuple(Item(item.skill.label, item.points, item.holding.use.lines) for item in matched)
    part = ScorePart("skills", sum(tenths) / 10, maximum / 10, bool(profile.uses), items)
    return part, matched, missing, literals


def _choose(requirement: Requirement, holdings: Holdings) -> tuple[str, Holding | None]:
    """The member that meets a requirement best; when none does, the best one to take: the one
    whose nearest relative is held, else the first."""
    held = [(holdings.held(skill_id), skill_id) for skill_id in requirement.any_of]
    best = max(held, key=lambda pair: pair[0].credit if pair[0] else 0.0)
    if best[0]:
        return best[1], best[0]
    near = [(holdings.nearest(skill_id) or ("", 0.0))[1] for skill_id in requirement.any_of]
    return requirement.any_of[near.index(max(near))], None


def _share(
    loads: Sequence[float], earned: Sequence[float], partial: Sequence[float]
) -> tuple[float, list[float]]:
    """Weighted mean credit, and what each requirement adds to it.

    Let B be the mean that the matched requirements alone give. A missing one with a relative adds
    at most B: its weight times min(partial credit, B). Adding such a requirement then takes B
    down, and a mean over more with a value that is not above it never rises.
    """
    whole = math.fsum(loads)
    if not whole:
        return 0.0, []
    base = math.fsum(load * credit for load, credit in zip(loads, earned, strict=True)) / whole
    shares = [
        load * (credit if credit else min(near, base)) / whole
        for load, credit, near in zip(loads, earned, partial, strict=True)
    ]
    return math.fsum(shares), shares


def _with_gains(
    profile: Profile,
    target: Target,
    holdings: Holdings,
    maximum: int,
    before: ScorePart,
    missing: Sequence[Missing],
) -> list[Missing]:
    found = []
    for item in missing:
        after, *_ = _skills(profile, target, holdings.with_skill(item.skill.id), maximum)
        found.append(replace(item, gain=round(after.points - before.points, 1)))
    return sorted(found, key=lambda item: (-item.gain, item.skill.id))


def _literal_lines(profile: Profile, text: str) -> tuple[Line, ...]:
    """The lines that have the words of a requirement, as whole words, whatever the case."""
    from matcher.skills import fold

    needle = f" {' '.join(fold(text).split())} "
    if needle not in profile.folded or not needle.strip():
        return ()
    return tuple(
        line for line in profile.resume.lines if needle in f" {' '.join(fold(line.text).split())} "
    )


def _experience(profile: Profile, target: Target, affinity: Vectors, maximum: int) -> ScorePart:
    known = bool(profile.passages)
    if not known or not target.responsibilities:
        return ScorePart("experience", 0.0, maximum / 10, known)
    best = affinity.max(axis=0)
    lines = affinity.argmax(axis=0)
    shares = [float(value) / len(best) for value in best]
    tenths = _apportion(_tenths(maximum, math.fsum(shares)), shares, target.responsibilities)
    items = tuple(
        Item(text, amount / 10, (profile.passages[int(line)],) if amount else ())
        for text, amount, line in zip(target.responsibilities, tenths, lines, strict=True)
    )
    return ScorePart("experience", sum(tenths) / 10, maximum / 10, known, items)


def _title_affinity(profile: Profile, target: Target, scale: Scale) -> Vectors:
    """Best affinity of each title held to the titles of the target, shape ``(n_titles,)``."""
    if not profile.titles or not target.titles:
        return np.zeros(len(profile.titles), dtype=np.float32)
    affinity: Vectors = scale.affinity(cosines(profile.title_vectors, target.title_vectors)).max(
        axis=1
    )
    wanted = {normal_title(title) for title in target.titles}
    exact = [normal_title(title.text) in wanted for title in profile.titles]
    return np.where(exact, np.float32(1.0), affinity)


def _titles(profile: Profile, affinity: Vectors, maximum: int) -> ScorePart:
    if not profile.titles:
        return ScorePart("titles", 0.0, maximum / 10, known=False)
    best = int(affinity.argmax())
    tenths = _tenths(maximum, float(affinity[best]))
    title = profile.titles[best]
    items = (Item(title.text, tenths / 10, (_evidence_line(profile, title.start, title.end),)),)
    return ScorePart("titles", tenths / 10, maximum / 10, True, items if tenths else ())


def _years(
    profile: Profile,
    target: Target,
    sentences: Vectors,
    titles: Vectors,
    maximum: int,
    today: Month,
) -> ScorePart:
    """Years in positions whose title or lines are near the target, over the years asked for."""
    positions = profile.resume.positions
    relevance = np.zeros(len(positions), dtype=np.float32)
    for held, value in zip(profile.titles, titles, strict=True):
        if held.position is not None:
            relevance[held.position] = max(relevance[held.position], value)
    if sentences.size:
        for line, value in zip(profile.passages, sentences.max(axis=1), strict=True):
            if line.position is not None:
                relevance[line.position] = max(relevance[line.position], value)
    dated, relevant, items = False, [], []
    for number, position in enumerate(positions):
        end = today if position.current else position.end
        if position.start is None or end is None:
            continue
        dated = True
        if relevance[number] >= _RELEVANT:
            relevant.append((position.start.index, end.index))
            items.append(position.header)
    share = min(1.0, union_months(relevant) / 12 / target.years)
    tenths = _tenths(maximum, share)
    lines = tuple(_evidence_line(profile, start, end) for start, end in items)
    item = (Item(f"{target.years} years", tenths / 10, lines),) if tenths else ()
    return ScorePart("years", tenths / 10, maximum / 10, dated, item)


def _degree(profile: Profile, target: Target, maximum: int) -> ScorePart:
    education = profile.resume.education
    known = any(entry.level for entry in education)
    reached = max((entry.level for entry in education), default=0) >= target.degree
    return ScorePart("degree", maximum / 10 if reached else 0.0, maximum / 10, known)


def _evidence_line(profile: Profile, start: int, end: int) -> Line:
    """The evidence line for a stretch of the text that need not be a matchable line."""
    text = profile.resume.document.text
    section = next(
        (part.kind for part in profile.resume.sections if part.start <= start < part.end),
        SectionKind.OTHER,
    )
    return Line(text[start:end], start, end, section, None, prose=False)


# ---------------------------------------------------------------- whole tenths


def _tenths(maximum: int, share: float) -> int:
    """``share`` of ``maximum`` tenths, rounded half up: monotone in the share."""
    return min(maximum, math.floor(maximum * round(share, 9) + 0.5))


def _apportion(total: int, shares: Sequence[float], keys: Sequence[str]) -> list[int]:
    """Whole numbers that add up to ``total``, in proportion to ``shares`` (largest remainder,
    ties by key)."""
    whole = math.fsum(shares)
    if not whole:
        return [0] * len(shares)
    exact = [total * share / whole for share in shares]
    floors = [math.floor(amount + 1e-9) for amount in exact]
    left = total - sum(floors)
    order = sorted(range(len(shares)), key=lambda n: (round(floors[n] - exact[n], 9), keys[n]))
    for number in order[:left]:
        floors[number] += 1
    return floors
