"""What loads but should not stay: the findings of ``matcher corpus check``.

A corpus that breaks its format does not load at all (:class:`CorpusError` with file and line).
What is looked for here needs the whole: prose said twice, roles that are nearly the same, circles
of skills that imply each other, rules that can never decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from matcher.corpus import Corpus, asked_weights
from matcher.records import Role, Skill
from matcher.skills import SkillFinder
from matcher.titles import normal_title

_RUN = 6  # words in a row that two profiles must not share
_MOST_ALIKE = 0.8  # weighted share of requirements that two roles may have in common
_FEWEST_SKILLS, _FEWEST_WORDS = 8, 120  # below either a profile is thin


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend (``error``) or to know (``note``) about a role or a skill."""

    severity: Literal["error", "note"]
    kind: str
    where: str  # id of a role or skill
    message: str


def check_corpus(corpus: Corpus) -> list[Finding]:
    """Every finding, errors first, in a fixed order."""
    checks: tuple[tuple[str, Literal["error", "note"], Callable[[Corpus], _Found]], ...] = (
        ("shared_words", "error", _shared_words),
        ("shared_title", "error", _shared_titles),
        ("alike", "error", _alike),
        ("thin", "error", _thin),
        ("cycle", "error", _cycles),
        ("unreachable", "error", _unreachable),
        ("named", "error", _named),
        ("one_way", "note", _one_way),
        ("unused", "note", _unused),
    )
    return [
        Finding(severity, kind, where, message)
        for kind, severity, found in checks
        for where, message in found(corpus)
    ]


_Found = Iterator[tuple[str, str]]


def prose(role: Role) -> tuple[str, ...]:
    """The sentences of a profile."""
    signs = (level.signs for level in role.levels)
    return (role.summary, *role.responsibilities, *signs, *filter(None, [role.education]))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w+#&'-]+", text.lower())


def _shared_words(corpus: Corpus) -> _Found:
    owner: dict[tuple[str, ...], str] = {}
    for role in corpus.roles.values():
        for text in prose(role):
            words = _words(text)
            for start in range(len(words) - _RUN + 1):
                run = tuple(words[start : start + _RUN])
                first = owner.setdefault(run, role.id)
                if first != role.id:
                    yield role.id, f"shares a run of words with {first}: {' '.join(run)!r}"


def _shared_titles(corpus: Corpus) -> _Found:
    owner: dict[str, str] = {}
    for role in corpus.roles.values():
        for title in (role.title, *role.also):
            first = owner.setdefault(normal_title(title), role.id)
            if first != role.id:
                yield role.id, f"the title {title!r} belongs to {first} already"


def _alike(corpus: Corpus) -> _Found:
    weights = {role.id: asked_weights(role) for role in corpus.roles.values()}
    for one, other in combinations(weights, 2):
        shared = (weights[one] & weights[other]).total()
        whole = (weights[one] | weights[other]).total()
        if shared > _MOST_ALIKE * whole:
            yield other, f"asks for {shared / whole:.0%} of the same skills as {one}"


def _thin(corpus: Corpus) -> _Found:
    for role in corpus.roles.values():
        n_words = sum(len(_words(text)) for text in prose(role))
        if n_words < _FEWEST_WORDS:
            yield role.id, f"{n_words} words of prose; write at least {_FEWEST_WORDS}"
        if len(role.requirements) < _FEWEST_SKILLS:
            yield role.id, f"{len(role.requirements)} requirements; name at least {_FEWEST_SKILLS}"


def _cycles(corpus: Corpus) -> _Found:
    """Skills that imply each other: evidence would be taken for more than it says."""
    state: dict[str, int] = {}  # 1: on the way, 2: done

    def walk(skill_id: str, path: list[str]) -> _Found:
        state[skill_id] = 1
        skill = corpus.skills[skill_id]
        for other in (*skill.parents, *skill.implies):
            if state.get(other) == 1:
                circle = [*path[path.index(other) :], other] if other in path else [skill_id, other]
                yield skill_id, f"implies itself: {' > '.join(circle)}"
            elif other not in state:
                yield from walk(other, [*path, other])
        state[skill_id] = 2

    for skill_id in corpus.skills:
        if skill_id not in state:
            yield from walk(skill_id, [skill_id])


def _unreachable(corpus: Corpus) -> _Found:
    for skill in corpus.skills.values():
        context = skill.context
        for label in skill.items:
            if _counts_anyway(skill, label):
                yield skill.id, f"{label!r} need not be an item of a list: it counts always"
        if context is None:
            continue
        if context.cues_only and not context.cues:
            yield skill.id, "cues_only without cues: its labels can never count"
        for label in context.labels:
            if _counts_anyway(skill, label):
                yield skill.id, f"the context of {label!r} never decides: a spelling counts always"


def _named(corpus: Corpus) -> _Found:
    """Phrases that name the skill which they are to show without its name."""
    finder = SkillFinder(corpus.skills.values())
    for skill_id, phrases in corpus.phrases.items():
        for phrase in phrases:
            found = {mention.skill_id for mention in finder.find(phrase)}
            implied = {other for each in found for other, _ in corpus.implications(each)}
            if skill_id in found | implied:
                yield skill_id, f"a phrase names the skill or what implies it: {phrase!r}"


def _counts_anyway(skill: Skill, label: str) -> bool:
    """Whether a label without context is the same to the finder."""
    context = skill.context
    free = {skill.label, *skill.also} - set(context.labels if context else ())
    return label.lower() in {other.lower() for other in free}


def _one_way(corpus: Corpus) -> _Found:
    for role in corpus.roles.values():
        for neighbour in role.neighbours:
            if role.id not in corpus.roles[neighbour].neighbours:
                yield role.id, f"names {neighbour} as a neighbour, which does not name it"


def _unused(corpus: Corpus) -> _Found:
    """Skills that no role asks for, neither themselves nor anything that they imply."""
    used: set[str] = set()
    for role in corpus.roles.values():
        used.update(role.certifications, *role.tools, *(item.any_of for item in role.requirements))
    kinds: dict[str, list[str]] = defaultdict(list)
    for skill_id, skill in corpus.skills.items():
        reached = {implied for implied, _ in corpus.implications(skill_id)}
        if skill_id not in used and not used & reached:
            kinds[skill.category].append(skill_id)
    for category in sorted(kinds):
        yield category, f"{len(kinds[category])} used by no role: {', '.join(kinds[category])}"
