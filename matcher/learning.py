"""What to learn next, in which order: the path from a resume to a role.

Goals are the skills that the role asks for and the resume does not show. The next goal is always
the one with the largest ``gain * demand / hours``, where the hours count what has to be learned
before it and is not held yet; prerequisites come right before their goal. Gains are recomputed
with everything learned so far, so the fits of the steps are those that ``matcher match --with``
would show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import median

from matcher.corpus import Corpus, corpus_file
from matcher.errors import CorpusError
from matcher.records import Role, Skill
from matcher.scoring.fits import Prospect, Scored
from matcher.scoring.holdings import Holdings

HOURS_A_WEEK = 8  # for the time estimate
_MAX_STAGE = 200  # hours; a longer way to the next band is told in stages
_CREDENTIALS = frozenset({"certification", "professional-credential"})
_LICENCE = re.compile(
    r"\b(?:licen[cs](?:e|ed|ure)|certificat(?:e|ion)|certified|registration)\b", re.IGNORECASE
)
_NO_ENTRY_HOURS = 40  # taken for a skill without an entry: the commonest figure of the others


@dataclass(frozen=True, slots=True)
class Lesson:
    """How one skill is learned; "" where there is no source of a kind. See corpus/learning.yaml."""

    after: tuple[str, ...]  # skill ids that have to be known first
    hours: int
    build: str
    docs: str
    book: str
    course: str
    certificates: tuple[str, ...]  # skill ids


@dataclass(frozen=True, slots=True)
class Step:
    """One skill of a path. ``gain`` is by how much the fit rises with it, after all steps before;
    0 for a prerequisite that the role does not ask for. ``lesson`` is None where the corpus has
    none."""

    skill: Skill
    needed_for: Skill | None  # the goal that it comes before, where it brings no points itself
    gain: float
    fit: float  # after this step
    demand: float | None  # share of the role's postings that name it
    hours: int
    lesson: Lesson | None
    begun: bool  # the resume says that it is being learned


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps up to the next band, or up to some hours."""

    steps: tuple[Step, ...]
    band: str  # reached at the end

    @property
    def hours(self) -> int:
        """Of all steps."""
        return sum(step.hours for step in self.steps)


@dataclass(frozen=True, slots=True)
class LearningPath:
    """The way to a role, stage by stage. Hours are the authors' estimates for a person who knows
    the prerequisites; weeks count ``HOURS_A_WEEK`` hours each."""

    role: Role
    fit: float  # now
    band: str
    stages: tuple[Stage, ...]
    # Missing licences and certificates without a lesson, by gain: others grant them, and no hours
    # are known, so they are no steps.
    granted: tuple[Skill, ...] = ()
    # What is missing, though something that the resume shows is learned after it, by gain: it is
    # rather to be named than to be learned.
    unnamed: tuple[Skill, ...] = ()
    demand_period: str = ""  # of when the postings are whose shares are told

    @property
    def is_taught(self) -> bool:
        """Whether a lesson is on record for any step, so that hours mean something."""
        return any(step.lesson for stage in self.stages for step in stage.steps)

    @property
    def hours(self) -> int:
        """Of all stages."""
        return sum(stage.hours for stage in self.stages)

    @property
    def weeks(self) -> int:
        """Rounded up."""
        return -(-self.hours // HOURS_A_WEEK)

    @property
    def basis(self) -> str:
        """What the hours and weeks rest on."""
        steps = [step for stage in self.stages for step in stage.steps]
        unknown = sum(step.lesson is None for step in steps)
        guessed = (
            f"; {unknown} of {len(steps)} steps have no lesson on record, and {_NO_ENTRY_HOURS} "
            "hours each are a guess"
        )
        told = any(step.demand for step in steps) and self.demand_period
        postings = f"; the postings are those of {self.demand_period}"
        return (
            "hours are the authors' estimates of practice until one piece of real work can be "
            f"shown, prerequisites known; weeks of {HOURS_A_WEEK} hours{guessed if unknown else ''}"
            f"{postings if told else ''}"
        )


def lessons_of(corpus: Corpus) -> Mapping[str, Lesson]:
    """The lessons of a corpus by skill id: its ``learning.yaml``, or the package's own, of which
    only the skills that the corpus has are kept. Raises :class:`CorpusError`."""
    path, known = corpus_file(corpus.folder, "learning.yaml"), corpus.skills
    if path.parent == corpus.folder:
        return _lessons(path, frozenset(known))
    lessons = _lessons(path, None)
    return {
        skill_id: replace(
            lesson,
            after=tuple(each for each in lesson.after if each in known),
            certificates=tuple(each for each in lesson.certificates if each in known),
        )
        for skill_id, lesson in lessons.items()
        if skill_id in known
    }


@lru_cache(maxsize=4)
def _lessons(path: Path, skills: frozenset[str] | None) -> dict[str, Lesson]:
    from matcher.corpus.files import read_learning

    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror}") from error
    entries = read_learning(path, content, skills)
    return {
        skill_id: Lesson(
            tuple(entry.after),
            entry.hours,
            entry.build,
            entry.docs,
            entry.book,
            entry.course,
            tuple(entry.certificate),
        )
        for skill_id, entry in entries.items()
    }


def learning_path(
    role: Role,
    scored: Scored,
    holdings: Holdings,
    lessons: Mapping[str, Lesson],
    prospect: Callable[[Sequence[Skill]], Prospect],
    *,
    most: int,
) -> LearningPath:
    """The path from a fit to a role. ``prospect`` gives the fit with more skills; at most ``most``
    goals are taken."""
    planner = _Planner(role, scored, holdings, lessons, prospect)
    steps = list(planner.steps(most))
    return LearningPath(
        role,
        scored.fit.points,
        scored.fit.band,
        tuple(_stages(steps, scored.fit.band)),
        tuple(planner.granted),
        tuple(planner.unnamed),
        holdings.corpus.demand_period,
    )


def _is_granted(skill: Skill) -> bool:
    """Whether a skill is a paper that others grant: a licence, a certificate."""
    return skill.category in _CREDENTIALS or _LICENCE.search(skill.label) is not None


class _Planner:
    """Chooses goal after goal."""

    def __init__(
        self,
        role: Role,
        scored: Scored,
        holdings: Holdings,
        lessons: Mapping[str, Lesson],
        prospect: Callable[[Sequence[Skill]], Prospect],
    ) -> None:
        self.role, self.holdings, self.lessons, self.prospect = role, holdings, lessons, prospect
        self.skills = holdings.corpus.skills
        useful = [gap for gap in scored.missing if (gap.gain or 0) > 0]
        grown = self._grown()
        self.unnamed = [gap.skill for gap in useful if gap.skill.id in grown]
        wanted = [gap for gap in useful if gap.skill.id not in grown]
        self.granted = [
            gap.skill for gap in wanted if _is_granted(gap.skill) and gap.skill.id not in lessons
        ]
        # Any member of a group will do: the one that is learned soonest is chosen.
        self.open = {
            skill_id: self.skills[skill_id]
            for gap in wanted
            if gap.skill not in self.granted
            for skill_id in gap.requirement.any_of
        }
        self.grown = grown
        self.begun = {gap.skill.id for gap in scored.missing if gap.aspiring}
        self.fit, self.band = scored.fit.points, scored.fit.band
        self.learned: list[Skill] = []
        known = [share for skill_id in self.open if (share := self._demand(skill_id)) is not None]
        self.usual = median(known) if known else 1.0

    def _grown(self) -> set[str]:
        """What is learned before something that the resume names."""
        found: set[str] = set()
        left = list(self.holdings.uses)
        while left:
            lesson = self.lessons.get(left.pop())
            new = set(lesson.after) - found if lesson else set()
            found |= new
            left += new
        return found

    def steps(self, most: int) -> Iterator[tuple[Step, str]]:
        """Each step, with the band that it reaches."""
        for _ in range(most):
            choice = self._next()
            if choice is None:
                return
            goal, before = choice
            del self.open[goal.id]
            for skill in (*before, goal):
                if before and self._gain(goal) <= 0:
                    break  # what came first does as well: Java where Scala or Java is asked for
                self.open.pop(skill.id, None)
                yield self._step(skill, goal), self.band

    def _next(self) -> tuple[Skill, list[Skill]] | None:
        """The goal that is worth most for its hours, and what comes before it; ties by id."""
        best: tuple[float, str, list[Skill]] | None = None
        for skill_id, skill in sorted(self.open.items()):
            gain = self._gain(skill)
            if gain <= 0:
                continue
            before = self._before(skill_id)
            hours = sum(self._hours(each.id) for each in (*before, skill))
            demand = self._demand(skill_id)
            worth = gain * (self.usual if demand is None else demand) / hours
            if best is None or worth > best[0]:
                best = (worth, skill_id, before)
        return (self.open[best[1]], best[2]) if best else None

    def _gain(self, skill: Skill) -> float:
        """By how much the fit would rise with a skill after all that were learned."""
        return self.prospect([*self.learned, skill]).points - self.fit

    def _before(self, skill_id: str) -> list[Skill]:
        """What has to be learned first and is neither held, nor behind what is named, nor learned,
        each after its own."""
        found: list[Skill] = []
        have = {skill.id for skill in self.learned}

        def visit(each: str) -> None:
            lesson = self.lessons.get(each)
            for earlier in lesson.after if lesson else ():
                known = earlier in have or earlier in self.grown
                if not known and self.holdings.held(earlier) is None:
                    have.add(earlier)
                    visit(earlier)
                    found.append(self.skills[earlier])

        visit(skill_id)
        return found

    def _step(self, skill: Skill, goal: Skill) -> Step:
        before = self.fit
        self.learned.append(skill)
        reached = self.prospect(self.learned)
        self.fit, self.band = reached.points, reached.band
        gain = round(reached.points - before, 1)
        return Step(
            skill,
            None if gain > 0 or skill is goal else goal,
            gain,
            reached.points,
            self._demand(skill.id),
            self._hours(skill.id),
            self.lessons.get(skill.id),
            skill.id in self.begun,
        )

    def _hours(self, skill_id: str) -> int:
        lesson = self.lessons.get(skill_id)
        return lesson.hours if lesson else _NO_ENTRY_HOURS

    def _demand(self, skill_id: str) -> float | None:
        return self.holdings.corpus.demand.get((self.role.id, skill_id))


def _stages(steps: Sequence[tuple[Step, str]], band: str) -> Iterator[Stage]:
    """A stage ends where the band rises, or after so many hours."""
    current: list[Step] = []
    for number, (step, reached) in enumerate(steps):
        current.append(step)
        last = number + 1 == len(steps)
        long = sum(each.hours for each in current) >= _MAX_STAGE and step.needed_for is None
        if reached != band or long or last:
            yield Stage(tuple(current), reached)
            current, band = [], reached
