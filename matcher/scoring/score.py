"""Pure arithmetic: profile and target in, fit score out.

A fit is a sum of named parts, counted in whole tenths of a point so that what is shown adds up.
Every share below is a mean or a maximum in which each piece of evidence can only help:

* skills: weighted mean credit of the requirements, believed in full where work is told of
  (:attr:`matcher.profiles.Profile.told`), as are titles. A skill that is missing but has a relative
  counts in part, yet never more than the mean of what is there (:func:`skill_share`), so that no
  requirement that the person lacks can raise a fit.
* experience: mean over the responsibilities of the affinity of the line that speaks for it, where
  a line speaks for one of them, over the mean that hardly anybody reaches.
* titles: best affinity between a title held and a title of the target.
* years: relevant years over the years asked for, at most 1.
* degree: 1 or 0, only where one is asked for.

What is unknown (no dates, no titles) counts nothing and is marked as unknown.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from operator import mul

from matcher.embedding import Vectors
from matcher.profiles import Profile
from matcher.records import Line, Month, Skill
from matcher.resumes.dates import union_months
from matcher.scoring.affinities import Affinities
from matcher.scoring.fits import (
    FitScore,
    Item,
    LiteralMatch,
    Matched,
    Missing,
    Prospect,
    Scored,
    ScorePart,
)
from matcher.scoring.holdings import Choice, Holding, Holdings
from matcher.skills.folding import fold
from matcher.skills.stance import Stances
from matcher.targets import Target
from matcher.titles import is_vague

# The mean affinity from which experience counts in full, for no resume tells of all duties: of the
# public ones that fit their nearest role well a twentieth has as much.
_FULL_EXPERIENCE = 0.6
_RELEVANT = 0.4  # a position is relevant when its title, or its lines, have this affinity
# What the title of an intern or trainee is worth of the title itself.
_LEARNER = 0.5
# What a title that says no function is worth to a role all of whose titles say one.
_VAGUE = 0.5
# What the plain title of a role is worth to one that is a kind of it: of a "Software Engineer" the
# work says whether games or compilers are made.
_PLAIN = 0.7
# What the title of a role that is a kind of it is worth to a plain one, at least: a "Backend
# Engineer" is a software engineer.
_SPECIAL = 0.7
# What a former title is worth of one that is held, or was till lately.
_FORMER = 0.8
# A title held that is so near names the role: whoever holds it may be weak, but is no stranger.
_NAMES_THE_ROLE = 0.8


def fit(
    profile: Profile, target: Target, holdings: Holdings, near: Affinities, today: Month
) -> FitScore:
    """The fit alone, without its band and the items of its parts: the same points as
    :func:`score` gives, at a fraction of the work."""
    return _Scoring(profile, target, holdings, near, today, explain=False).scored().fit


def score(
    profile: Profile,
    target: Target,
    holdings: Holdings,
    near: Affinities,
    today: Month,
    *,
    gains: bool = True,
    assumed: Sequence[Skill] = (),
) -> Scored:
    """Fit of one profile to one target, explained. Without ``gains`` every gain is None.
    ``assumed`` are skills for which to tell what the fit would be if they, too, were
    demonstrated."""
    scoring = _Scoring(profile, target, holdings, near, today, explain=True)
    scored = scoring.scored()
    if assumed:
        scored = replace(scored, what_if=scoring.prospect(assumed, scored.fit))
    return scoring.with_gains(scored) if gains else scored


def prospects(
    profile: Profile,
    target: Target,
    holdings: Holdings,
    near: Affinities,
    today: Month,
    now: FitScore,
) -> Callable[[Sequence[Skill]], Prospect]:
    """A function of skills: what the fit ``now`` would be if these, too, were demonstrated. Made
    once for all sets of them, for only the points for skills depend on the set."""
    scoring = _Scoring(profile, target, holdings, near, today, explain=False)
    return partial(scoring.prospect, now=now)


def skill_share(
    loads: Sequence[float], found: Sequence[tuple[float, float]]
) -> tuple[float, list[float]]:
    """Weighted mean credit in [0, 1], and what each requirement adds to it.

    ``loads`` are weights; ``found`` are pairs: the credit of a requirement that is met (else 0)
    and that of a relative. Let B be the mean that the met requirements alone give. A missing one
    with a relative adds its weight times min(relative, B). Adding such a requirement takes B down,
    and a mean over more, with a value that is not above it, never rises.
    """
    whole = math.fsum(loads)
    if not whole:
        return 0.0, [0.0] * len(loads)
    held, relatives = zip(*found, strict=True)
    base = math.fsum(map(mul, loads, held)) / whole
    shares = [
        load * (earned or (near if near < base else base)) / whole
        for load, earned, near in zip(loads, held, relatives, strict=True)
    ]
    return math.fsum(shares), shares


class _Scoring:
    """One profile against one target."""

    def __init__(
        self,
        profile: Profile,
        target: Target,
        holdings: Holdings,
        near: Affinities,
        today: Month,
        *,
        explain: bool,
    ) -> None:
        self.profile, self.target, self.holdings = profile, target, holdings
        self.today, self.explain = today, explain
        self.maximum = holdings.weights.maxima(_asked(target))
        self.near = near
        # What each title held says of the trade, and what it counts.
        self.says = self._title_affinity(near.titles)
        self.titles = [
            affinity * (_LEARNER if title.learner else 1.0)
            for title, affinity in zip(profile.titles, self.says, strict=True)
        ]
        untold = holdings.weights.untold
        # What skills and titles count: keywords and claims alone are believed in part.
        self.belief = untold + (1 - untold) * profile.told
        # For each requirement that the taxonomy does not know the lines that have its words.
        self.words = [_lines_with(profile, literal.text) for literal in target.literals]

    def scored(self) -> Scored:
        skills, matched, missing, literals = self._skills()
        others = {
            "experience": self._experience,
            "titles": self._titles,
            "years": self._years,
            "degree": self._degree,
        }
        parts = [skills, *(part() for name, part in others.items() if name in self.maximum)]
        total = FitScore(tuple(parts), "")
        if self.explain:
            total = replace(total, band=self._band(total.points, self.holdings))
        return Scored(
            total,
            tuple(matched),
            tuple(missing),
            tuple(literals),
            of_the_trade=not self.explain or self._is_of_the_trade(self.holdings),
            belief=self.belief,
        )

    def with_gains(self, scored: Scored) -> Scored:
        """The same with the gain of each missing skill, recomputed, largest first, and the skills
        that reach the next band."""
        gains = {
            item.skill.id: round(
                self.prospect([item.skill], scored.fit).points - scored.fit.points, 1
            )
            for item in scored.missing
        }
        found = [replace(item, gain=gains[item.skill.id]) for item in scored.missing]
        found.sort(key=lambda item: (-gains[item.skill.id], item.skill.id))
        useful = [item.skill for item in found if gains[item.skill.id] > 0]
        return replace(scored, missing=tuple(found), next_band=self._next_band(scored, useful))

    def prospect(self, skills: Sequence[Skill], now: FitScore) -> Prospect:
        """What the fit ``now`` would be if these skills, too, were demonstrated."""
        holdings = self.holdings.with_skills(skill.id for skill in skills)
        after, _ = self._skill_tenths(holdings)
        points = round(now.points - now.part("skills").points + after / 10, 1)
        return Prospect(tuple(skills), points, self._band(points, holdings))

    def _next_band(self, scored: Scored, useful: Sequence[Skill]) -> Prospect | None:
        for number in range(1, len(useful) + 1):
            prospect = self.prospect(useful[:number], scored.fit)
            if prospect.band != scored.fit.band:
                return prospect
        return None

    def _band(self, points: float, holdings: Holdings) -> str:
        """The highest band that the points reach; out_of_scope below all of them, unless a title
        held names the role, and for whom neither a title nor the skills that are required speak of
        the trade."""
        weights = holdings.weights
        says = max(self.says, default=0.0)
        if self._is_of_the_trade(holdings):
            for name, least in weights.posting_bands if self.target.is_posting else weights.bands:
                if points >= least or (name == "weak" and says >= _NAMES_THE_ROLE):
                    return name
        return "out_of_scope"

    def _is_of_the_trade(self, holdings: Holdings) -> bool:
        """Whether a title held or the required skills speak of the trade."""
        weights = holdings.weights
        says = max(self.says, default=0.0)
        return says >= weights.scope_titles or self._trade_share(holdings) >= weights.scope_skills

    def _trade_share(self, holdings: Holdings) -> float:
        """Share of the required skills, by weight, that speak of the trade and are held."""
        trade = holdings.corpus.of_a_trade
        required = [item for item in self.target.requirements if item.required]
        held = [
            item.weight
            for item in required
            if any(each in trade and _names(holdings.held(each)) for each in item.any_of)
        ]
        whole = math.fsum(item.weight for item in required)
        return math.fsum(held) / whole if whole else 0.0

    # ------------------------------------------------------------ skills

    def _skills(
        self,
    ) -> tuple[ScorePart, list[Matched], list[Missing], list[LiteralMatch]]:
        target = self.target
        total, shares = self._skill_tenths(self.holdings)
        maximum = self.maximum["skills"]
        known = bool(self.profile.uses)
        if not self.explain:
            return ScorePart("skills", total / 10, maximum / 10, known), [], [], []
        choices = [self.holdings.choose(requirement.any_of) for requirement in target.requirements]
        keys = [choice.skill_id for choice in choices] + [item.text for item in target.literals]
        points = [amount / 10 for amount in apportion(total, shares, keys)]
        matched, missing = self._requirements(choices, points)
        literals = [
            LiteralMatch(literal, amount, lines)
            for literal, amount, lines in zip(
                target.literals, points[len(choices) :], self.words, strict=True
            )
        ]
        items = [Item(item.skill.label, item.points, item.holding.lines) for item in matched] + [
            Item(item.requirement.text, item.points, item.lines) for item in literals
        ]
        part = ScorePart("skills", total / 10, maximum / 10, known, tuple(items))
        return part, matched, missing, literals

    def _skill_tenths(self, holdings: Holdings) -> tuple[int, list[float]]:
        """Tenths of a point for skills, and the share of each requirement, literal ones last."""
        weights, target = holdings.weights, self.target
        soft = holdings.corpus.soft_skills
        required, preferred = weights.required, weights.preferred
        loads = [
            requirement.weight
            * (required if requirement.required else preferred)
            * (weights.soft if soft.issuperset(requirement.any_of) else 1.0)
            for requirement in target.requirements
        ]
        found = [holdings.credits(requirement.any_of) for requirement in target.requirements]
        for literal, lines in zip(target.literals, self.words, strict=True):
            loads.append(weights.unrecognised * weights.importance(literal.required))
            found.append((weights.listed if lines else 0.0, 0.0))
        share, shares = skill_share(loads, found)
        return _tenths(self.maximum["skills"], share * self.belief), shares

    def _requirements(
        self, choices: Sequence[Choice], points: Sequence[float]
    ) -> tuple[list[Matched], list[Missing]]:
        matched: list[Matched] = []
        missing: list[Missing] = []
        for requirement, choice, amount in zip(
            self.target.requirements, choices, points, strict=False
        ):
            skill = self.holdings.corpus.skills[choice.skill_id]
            if choice.holding:
                matched.append(Matched(requirement, skill, choice.holding, amount))
            else:
                aspiring = not self.profile.aspirations.isdisjoint(requirement.any_of)
                denied = not self.profile.denied.isdisjoint(requirement.any_of)
                missing.append(
                    Missing(requirement, skill, amount, None, choice.nearest, aspiring, denied)
                )
        return matched, missing

    # ------------------------------------------------------------ the other parts

    def _experience(self) -> ScorePart:
        maximum, asked = self.maximum["experience"], self.target.responsibilities
        known = bool(self.profile.passages)
        if not known or not asked:
            return ScorePart("experience", 0.0, maximum / 10, known)
        shares = [value / len(asked) for value in self.near.sentences.tolist()]
        total = _tenths(maximum, min(1.0, math.fsum(shares) / _FULL_EXPERIENCE))
        if not self.explain:
            return ScorePart("experience", total / 10, maximum / 10, known)
        items = [
            Item(text, amount / 10, (self.profile.passages[int(line)],))
            for text, amount, line in zip(
                asked, apportion(total, shares, asked), self.near.speaking, strict=True
            )
            if amount
        ]
        return ScorePart("experience", total / 10, maximum / 10, known, tuple(items))

    def _title_affinity(self, nearest: Vectors) -> list[float]:
        """Of each title held: its affinity, or 1 where the target has the very title; less for the
        plain title of what the target is a kind of, or for that of a kind of it, for one without
        a function, and for a former one."""
        named, plain = self.target.title_keys, self.target.plain_keys
        special = self.target.special_keys
        titles = self.profile.titles
        # What is held first: few have such a title, and this is asked for every role.
        held_vague = any(title.vague for title in titles)
        vague = _VAGUE if held_vague and not any(map(is_vague, self.target.titles)) else 1.0
        return [
            (
                1.0
                if title.key in named
                else max(affinity, _SPECIAL)
                if title.key in special
                else _PLAIN
                if title.key in plain
                else affinity
            )
            * (_FORMER if title.former else 1.0)
            * (vague if title.vague and not title.learner else 1.0)
            for title, affinity in zip(titles, nearest.tolist(), strict=True)
        ]

    def _titles(self) -> ScorePart:
        maximum = self.maximum["titles"]
        if not self.profile.titles:
            return ScorePart("titles", 0.0, maximum / 10, known=False)
        worth = max(self.titles)
        best = self.titles.index(worth)
        total = _tenths(maximum, worth * self.belief)
        if not self.explain:
            return ScorePart("titles", total / 10, maximum / 10, True)
        title = self.profile.titles[best]
        line = _evidence(self.profile, title.start, title.end)
        items = (Item(title.text, total / 10, (line,)),) if total else ()
        return ScorePart("titles", total / 10, maximum / 10, True, items)

    def _years(self) -> ScorePart:
        """Years in positions whose title or lines are near the target, over those asked for."""
        maximum = self.maximum["years"]
        dated, relevant, headers = False, [], []
        relevance = self._relevance()
        for position, affinity in zip(self.profile.resume.positions, relevance, strict=True):
            end = self.today if position.current else position.end
            if position.start is None or end is None:
                continue
            dated = True
            if affinity >= _RELEVANT:
                relevant.append((position.start.index, end.index))
                headers.append(position.header)
        years = union_months(relevant) / 12
        total = _tenths(maximum, min(1.0, years / self.target.years))
        if not (self.explain and total):
            return ScorePart("years", total / 10, maximum / 10, dated)
        lines = tuple(_evidence(self.profile, start, end) for start, end in headers)
        text = f"{years:.1f} relevant years, {self.target.years} asked for"
        item = Item(text, total / 10, lines)
        return ScorePart("years", total / 10, maximum / 10, dated, (item,))

    def _relevance(self) -> list[float]:
        """For each position the affinity of its title, or that of its lines; for a posting without
        a title those are relevant whose lines name a skill that it asks for."""
        relevance: list[float] = self.near.positions.tolist()
        if not self.target.titles:
            asked = {skill for each in self.target.requirements for skill in each.any_of}
            for skill in asked & self.profile.uses.keys():
                for position in self.profile.uses[skill].positions:
                    relevance[position] = 1.0
        for title, affinity in zip(self.profile.titles, self.titles, strict=True):
            if title.position is not None:
                relevance[title.position] = max(relevance[title.position], affinity)
        return relevance

    def _degree(self) -> ScorePart:
        maximum, education = self.maximum["degree"], self.profile.resume.education
        known = any(entry.level for entry in education)
        reached = max((entry.level for entry in education), default=0) >= self.target.degree
        return ScorePart("degree", maximum / 10 if reached else 0.0, maximum / 10, known)


def _asked(target: Target) -> Collection[str]:
    """The parts that a target asks for. Skills and years are always among them: a posting that says
    nothing but a title gives no high fit to anybody."""
    optional = {
        "experience": target.responsibilities,
        "titles": target.titles,
        "degree": target.degree,
    }
    return {"skills", "years", *(name for name, asked in optional.items() if asked)}


def _names(holding: Holding | None) -> bool:
    """Whether the resume names the skill, or one that implies it."""
    return holding is not None and holding.level != "inferred"


def _lines_with(profile: Profile, text: str) -> tuple[Line, ...]:
    """The lines that claim the words of a text, as whole words, whatever the case."""
    needle = f" {' '.join(fold(text).split())} "
    return tuple(
        line
        for line, folded in zip(profile.resume.lines, profile.folded, strict=True)
        if needle.strip() and _claims(line.text, folded, needle)
    )


def _claims(line: str, folded: str, needle: str) -> bool:
    """Whether a line names the words between the spaces of ``needle`` at a place where it neither
    denies them nor hopes for them; ``folded`` is :func:`fold` of the line."""
    at = folded.find(needle)
    stances = Stances(line) if at >= 0 else None
    while stances is not None and at >= 0:
        if not stances.of(at, at + len(needle) - 2):
            return True
        at = folded.find(needle, at + 1)
    return False


def _evidence(profile: Profile, start: int, end: int) -> Line:
    """A stretch of the text as an evidence line."""
    resume = profile.resume
    kind = resume.section_at(start)
    return Line(resume.document.text[start:end], start, end, kind, None, prose=False)


# ---------------------------------------------------------------- whole tenths


def _tenths(maximum: int, share: float) -> int:
    """``share`` of ``maximum`` tenths, rounded half up: monotone in the share."""
    return min(maximum, math.floor(maximum * round(share, 9) + 0.5))


def apportion(total: int, shares: Sequence[float], keys: Sequence[str]) -> list[int]:
    """Whole numbers that add up to ``total``, in proportion to ``shares`` (largest remainder,
    ties by key)."""
    whole = math.fsum(shares)
    if not whole:
        return [0] * len(shares)
    exact = [total * share / whole for share in shares]
    amounts = [math.floor(amount + 1e-9) for amount in exact]
    order = sorted(range(len(shares)), key=lambda n: (round(amounts[n] - exact[n], 9), keys[n]))
    for number in order[: total - sum(amounts)]:
        amounts[number] += 1
    return amounts
