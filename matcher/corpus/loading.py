"""Loads and validates a corpus folder: role profiles and the skill taxonomy.

Reading YAML is slow, so what was read and found valid is kept as JSON in the user's cache folder,
under the fingerprint of the very bytes it was made from: a changed file is always read again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from matcher.cache import read_cache, write_cache
from matcher.corpus.percentiles import Percentiles, ReferenceFits
from matcher.corpus.weights import Weights, weights_from
from matcher.errors import CorpusError, UnknownRole, UnknownSkill
from matcher.records import Context, Level, Requirement, Role, Skill

_CACHE_FORMAT = "12"  # raise it when the compiled form changes

# An implied skill is believed less with every step away from the words of the resume.
_MAX_IMPLIED_STEPS = 3

_ALIKE = 0.75  # of a name that is unknown to one that may be meant, as difflib measures it
# A skill that at most this share of the roles asks for is one of a trade ...
_FEW_ROLES = 0.15
# ... unless it belongs to everybody.
SOFT_SKILLS = "soft-skill"
_EVERYBODYS = frozenset({"soft-skill", "human-language"})

_PREFERRED = 0.5  # weight of a preferred requirement where two roles are compared


def shared_folder() -> Path:
    """The folder that holds corpus/ and app.py: inside an installed wheel, or the checkout."""
    packaged = Path(__file__).parents[1] / "_share"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def corpus_file(folder: Path | None, name: str) -> Path:
    """The file of this name in the folder of a corpus, or the package's own where it has none."""
    own = folder / name if folder else None
    return own if own and own.is_file() else shared_folder() / "corpus" / name


@dataclass(frozen=True)
class Corpus:
    """Role profiles and skills, by id, with the fingerprint of the files they came from."""

    roles: Mapping[str, Role]
    skills: Mapping[str, Skill]
    weights: Weights
    fingerprint: str
    # Share of a role's postings that name a skill, by (role id, skill id); see matcher.demand.
    demand: Mapping[tuple[str, str], float] = field(default_factory=dict)
    demand_period: str = ""  # of when those postings are: "about 2019"
    percentiles: Percentiles | None = None  # None where the corpus has no such table
    # Sentences that show a skill without naming it, by skill id; see matcher.linking.
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: Path | None = None  # where it was loaded from: learning.yaml and data-flow.yaml

    def role(self, name: str) -> Role:
        """The role with this id or title, whatever its case; raises :class:`UnknownRole` and names
        the nearest ids."""
        if name in self.roles:
            return self.roles[name]
        if role_id := self._role_names.get(_as_id(name)):
            return self.roles[role_id]
        hint = _hint(name, self._role_names)
        raise UnknownRole(f"no role {name!r} in the corpus{hint} (`matcher roles` lists them)")

    def skill(self, name: str) -> Skill:
        """The skill with this id or label, whatever its case; raises :class:`UnknownSkill` and
        names the nearest ids."""
        if name in self.skills:
            return self.skills[name]
        if skill_id := self._skill_names.get(_as_id(name)):
            return self.skills[skill_id]
        raise UnknownSkill(f"no skill {name!r} in the corpus{_hint(name, self._skill_names)}")

    @cached_property
    def _role_names(self) -> Mapping[str, str]:
        return _ids({role.id: (*role.also, role.title) for role in self.roles.values()})

    @cached_property
    def _skill_names(self) -> Mapping[str, str]:
        return _ids({skill.id: (*skill.also, skill.label) for skill in self.skills.values()})

    def label(self, skill_id: str) -> str:
        """Preferred label of a skill."""
        return self.skills[skill_id].label

    @cached_property
    def relatives(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """For each skill those that it is a relative of: ``(skill id, credit)`` pairs, what a
        person who has the key gets when that skill is asked for."""
        found: dict[str, list[tuple[str, float]]] = {}
        for skill in self.skills.values():
            for other, credit in skill.related:
                found.setdefault(other, []).append((skill.id, credit))
        return {skill_id: tuple(pairs) for skill_id, pairs in found.items()}

    @cached_property
    def soft_skills(self) -> frozenset[str]:
        """Skills of the category ``soft-skill``."""
        return frozenset(
            skill.id for skill in self.skills.values() if skill.category == SOFT_SKILLS
        )

    @cached_property
    def of_a_trade(self) -> frozenset[str]:
        """Skills that speak of a trade: technical ones, and others, but no soft skills and
        languages, that few roles ask for."""
        asked = Counter(
            skill_id
            for role in self.roles.values()
            for skill_id in {each for item in role.requirements for each in item.any_of}
        )
        few = max(2, _FEW_ROLES * len(self.roles))
        return frozenset(
            skill.id
            for skill in self.skills.values()
            if skill.technical
            or (skill.category not in _EVERYBODYS and asked.get(skill.id, 0) <= few)
        )

    def implications(self, skill_id: str) -> tuple[tuple[str, int], ...]:
        """What a skill shows too, through parents and implies: ``(skill id, steps)`` pairs."""
        if skill_id not in self._implications:
            self._implications[skill_id] = tuple(self._implied(skill_id))
        return self._implications[skill_id]

    @cached_property
    def _implications(self) -> dict[str, tuple[tuple[str, int], ...]]:
        return {}

    def _implied(self, skill_id: str) -> Iterator[tuple[str, int]]:
        seen, frontier = {skill_id}, [skill_id]
        for steps in range(1, _MAX_IMPLIED_STEPS + 1):
            following: list[str] = []
            for current in frontier:
                skill = self.skills[current]
                for implied in (*skill.parents, *skill.implies):
                    if implied not in seen:
                        seen.add(implied)
                        following.append(implied)
                        yield implied, steps
            frontier = following


def _ids(names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The id behind each name, written as an id; where two have the same, whose id it is."""
    found = {_as_id(name): id_ for id_, named in names.items() for name in named}
    return found | {id_: id_ for id_ in names}


def _as_id(name: str) -> str:
    return "-".join(name.casefold().split())


def _hint(name: str, names: Mapping[str, str]) -> str:
    """ "; did you mean data-engineer?": the ids behind the names that are most alike."""
    from difflib import get_close_matches

    alike = get_close_matches(_as_id(name), names, n=5, cutoff=_ALIKE)
    near = dict.fromkeys(names[each] for each in alike)
    return f"; did you mean {', '.join([*near][:3])}?" if near else ""


def load_corpus(folder: Path | None = None) -> Corpus:
    """The corpus in ``folder`` (default: the one that comes with the package).

    Raises :class:`CorpusError`, naming file, line and field, when a file breaks the format.
    """
    folder = folder or shared_folder() / "corpus"
    try:
        sources = {path: path.read_bytes() for path in _files(folder)}
    except OSError as error:
        raise CorpusError(f"{error.filename}: {error.strerror}") from error
    digest = hashlib.sha256(_CACHE_FORMAT.encode())
    for path, content in sources.items():
        digest.update(f"\0{path.parent.name}/{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    fingerprint = digest.hexdigest()[:16]
    name = f"corpus-{fingerprint}"
    if (kept := read_cache(name)) is not None:
        compiled: dict[str, Any] = json.loads(kept)
    else:
        from matcher.corpus.files import compile_corpus

        compiled = compile_corpus(sources)
        write_cache(name, json.dumps(compiled, separators=(",", ":")).encode())
    return Corpus(
        roles={entry["id"]: role_from(entry) for entry in compiled["roles"]},
        skills={entry["id"]: _skill_from(entry) for entry in compiled["skills"]},
        weights=weights_from(compiled["weights"], str(corpus_file(folder, "weights.yaml"))),
        fingerprint=fingerprint,
        demand={(role_id, skill_id): share for role_id, skill_id, share in compiled["demand"]},
        demand_period=compiled["demand_period"],
        percentiles=_percentiles_from(compiled["percentiles"]),
        phrases={skill_id: tuple(phrases) for skill_id, phrases in compiled["phrases"].items()},
        folder=folder,
    )


def load_role_file(path: Path, corpus: Corpus) -> Role:
    """A role profile from one YAML file that is not part of the corpus."""
    from matcher.corpus.files import compile_role

    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror}; give the path of a role profile") from error
    return role_from(compile_role(path, content, set(corpus.skills)))


def asked_weights(role: Role) -> Counter[str]:
    """Weight of each skill that a role asks for, to compare roles by: & and | of two roles are what
    they have in common and what they ask for together. The members of a group share its weight."""
    return Counter(
        {
            skill_id: item.weight * (1.0 if item.required else _PREFERRED) / len(item.any_of)
            for item in role.requirements
            for skill_id in item.any_of
        }
    )


def _files(folder: Path) -> list[Path]:
    paths = sorted(folder.glob("skills/*.yaml")) + sorted(folder.glob("roles/*.yaml"))
    if not any(path.parent.name == "roles" for path in paths):
        raise CorpusError(f"{folder}: no roles/*.yaml; give the folder of a corpus with --corpus")
    paths += sorted(folder.glob("phrases/*.yaml"))
    figures = [folder / name for name in ("demand.csv", "percentiles.csv")]
    there = [path for path in figures if path.is_file()]
    return [*paths, *there, corpus_file(folder, "weights.yaml")]


def role_from(entry: Mapping[str, Any]) -> Role:
    """A role from its validated entry (see :class:`matcher.corpus.files.RoleEntry`)."""
    return Role(
        id=entry["id"],
        title=entry["title"],
        family=entry["family"],
        also=tuple(entry["also"]),
        summary=entry["summary"],
        responsibilities=tuple(entry["responsibilities"]),
        requirements=tuple(
            Requirement(any_of=tuple(any_of), required=required, weight=weight)
            for any_of, required, weight in entry["requirements"]
        ),
        levels=tuple(
            Level(level["name"], (level["years"][0], level["years"][1]), level["signs"])
            for level in entry["levels"]
        ),
        axes=(entry["axes"][0], entry["axes"][1], entry["axes"][2]),
        neighbours=tuple(role_id for role_id, _ in entry["neighbours"]),
        degree=entry["degree"],
        tools=tuple(map(tuple, entry["tools"])),
        bridges={role_id: tuple(bridge) for role_id, bridge in entry["neighbours"]},
        education=entry["education"],
        certifications=tuple(entry["certifications"]),
        kind_of=tuple(entry["kind_of"]),
    )


def _percentiles_from(entry: Mapping[str, Any] | None) -> Percentiles | None:
    if entry is None:
        return None
    return Percentiles(
        entry["model"],
        {role_id: ReferenceFits(n, tuple(points)) for role_id, n, points in entry["roles"]},
    )


def _skill_from(entry: Mapping[str, Any]) -> Skill:
    context = entry["context"]
    return Skill(
        id=entry["id"],
        label=entry["label"],
        also=tuple(entry["also"]),
        category=entry["category"],
        technical=entry["technical"],
        parents=tuple(entry["parents"]),
        implies=tuple(entry["implies"]),
        related=tuple(sorted(entry["related"].items())),
        context=context
        and Context(
            labels=tuple(context["labels"]),
            exact_case=context["exact_case"],
            cues=tuple(context["cues"]),
            not_before=tuple(context["not_before"]),
            not_after=tuple(context["not_after"]),
            cues_only=context["cues_only"],
        ),
        items=tuple(entry["items"]),
        reasons=entry["reasons"],
    )
