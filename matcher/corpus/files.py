"""The format of corpus files (corpus/README.md), checked; imported only when files have changed."""

from __future__ import annotations

import graphlib
import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, TypeVar

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    ValidationError,
)

from matcher.corpus.percentiles import PERCENTS
from matcher.corpus.syntax import fail_at, read_table, read_yaml
from matcher.records import DEGREES

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Share = Annotated[float, Field(ge=0, le=1)]
# Below a half: whoever shows the skill itself, or even lists it, has more credit.
RelatedCredit = Annotated[float, Field(gt=0, le=0.5)]

Entry = TypeVar("Entry", bound=BaseModel)

# The first requirement of a list weighs 1, the last one half: profiles name the most important
# first, and the order is a statement of rank, not of size.
_LAST_WEIGHT = 0.5


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ContextEntry(_Strict):
    """When an ambiguous label counts."""

    labels: Annotated[list[Text], Field(min_length=1)]
    exact_case: bool = False
    cues: list[Text] = []
    not_before: list[Text] = []
    not_after: list[Text] = []
    cues_only: bool = False


class SkillEntry(_Strict):
    """One skill."""

    id: Id
    label: Text
    also: list[Text] = []
    items: list[Text] = []
    parents: list[Id] = []
    implies: list[Id] = []
    related: dict[Id, RelatedCredit] = {}
    reasons: dict[Id, Literal["successor", "superset"]] = {}
    context: ContextEntry | None = None


class SkillFile(_Strict):
    """One file of ``skills/``."""

    category: Id
    technical: bool
    skills: list[SkillEntry]


class AnyOf(_Strict):
    """An either-or group."""

    any_of: Annotated[list[Id], Field(min_length=2)]


class ResponsibilityEntry(_Strict):
    """A responsibility with the skills it is typically done with."""

    does: Text
    tools: Annotated[list[Id], Field(alias="with", min_length=1)]


class LevelEntry(_Strict):
    """One step of seniority."""

    name: Text
    years: tuple[int, int | None]
    signs: Text


class Axes(_Strict):
    """Where a role stands between software, statistics and infrastructure."""

    software: Share
    statistics: Share
    infrastructure: Share


class RoleEntry(_Strict):
    """One file of ``roles/``."""

    id: Id
    title: Text
    also: list[Text] = []
    family: Id
    summary: Text
    responsibilities: Annotated[list[Text | ResponsibilityEntry], Field(min_length=8)]
    required: Annotated[list[Id | AnyOf], Field(min_length=3)]
    preferred: list[Id | AnyOf] = []
    levels: Annotated[list[LevelEntry], Field(min_length=1)]
    axes: Axes
    kind_of: list[Id] = []
    neighbours: list[Id] | dict[Id, list[Id]] = []
    degree: Literal["none", "secondary", "associate", "bachelor", "master", "doctorate"] = "none"
    education: Text | None = None
    certifications: list[Id] = []


def compile_corpus(sources: Mapping[Path, bytes]) -> dict[str, Any]:
    """Validated skills, roles and phrases as JSON values.

    ``sources`` maps the path of each file (``skills/*.yaml``, ``roles/*.yaml``,
    ``phrases/*.yaml``, ``weights.yaml``) to its bytes.
    Raises :class:`CorpusError` at the first file that breaks the format.
    """
    skills: dict[str, dict[str, Any]] = {}
    roles: dict[str, dict[str, Any]] = {}
    origin: dict[str, Path] = {}
    for path, content in sources.items():
        if path.parent.name != "skills":
            continue
        file = _parse(path, content, SkillFile)
        for number, entry in enumerate(file.skills):
            if entry.id in skills:
                _fail(path, content, ("skills", number, "id"), f"{entry.id!r} is there twice")
            if entry.context:
                strange = set(entry.context.labels) - {entry.label, *entry.also}
                if strange:
                    where = ("skills", number, "context", "labels")
                    _fail(path, content, where, f"no label of this skill: {min(strange)!r}")
            origin[entry.id] = path
            skills[entry.id] = {
                **entry.model_dump(),
                "category": file.category,
                "technical": file.technical,
            }
    _check_skills(skills, origin, sources)
    for path, content in sources.items():
        if path.parent.name == "roles":
            role = compile_role(path, content, set(skills))
            roles[role["id"]] = role
    for path, content in sources.items():
        if path.parent.name == "roles":
            role = roles[path.stem]
            others = [("neighbours", other) for other, _ in role["neighbours"]]
            for field, other in [*others, *(("kind_of", other) for other in role["kind_of"])]:
                if other not in roles:
                    _fail(path, content, (field, other), f"no role {other!r}")
    named = {path.name: path for path in sources}
    weights, demand, fits = map(named.get, ("weights.yaml", "demand.csv", "percentiles.csv"))
    assert weights
    return {
        "phrases": _phrases(sources, skills),
        "demand": list(_demand(demand, sources[demand], roles, skills)) if demand else [],
        "demand_period": _period(demand, sources[demand]) if demand else "",
        "percentiles": _percentiles(fits, sources[fits], roles) if fits else None,
        "weights": read_yaml(weights, sources[weights]),
        "skills": [skills[key] for key in sorted(skills)],
        "roles": [roles[key] for key in sorted(roles)],
    }


def compile_role(path: Path, content: bytes, skill_ids: set[str]) -> dict[str, Any]:
    """One validated role profile as JSON values; ids of skills must be in ``skill_ids``."""
    entry = _parse(path, content, RoleEntry)
    if path.parent.name == "roles" and entry.id != path.stem:
        _fail(path, content, ("id",), f"the file must be called {entry.id}.yaml")
    named: set[str] = set()
    requirements: list[tuple[list[str], bool, float]] = []
    for field in ("required", "preferred"):
        items = getattr(entry, field)
        for number, item in enumerate(items):
            any_of = item.any_of if isinstance(item, AnyOf) else [item]
            for skill_id in any_of:
                if skill_id not in skill_ids:
                    _fail(path, content, (field, number), f"no skill {skill_id!r}")
                if skill_id in named:
                    _fail(path, content, (field, number), f"{skill_id!r} is asked for twice")
                named.add(skill_id)
            rank = number / max(len(items) - 1, 1)
            weight = round(1 - (1 - _LAST_WEIGHT) * rank, 4)
            requirements.append((any_of, field == "required", weight))
    responsibilities = [
        (item, []) if isinstance(item, str) else (item.does, item.tools)
        for item in entry.responsibilities
    ]
    neighbours = entry.neighbours
    if isinstance(neighbours, list):
        neighbours = {role_id: [] for role_id in neighbours}
    lists: list[tuple[tuple[int | str, ...], list[str]]] = [
        (("certifications",), entry.certifications),
        *(
            (("responsibilities", n, "with"), tools)
            for n, (_, tools) in enumerate(responsibilities)
        ),
        *((("neighbours", role_id), bridge) for role_id, bridge in neighbours.items()),
    ]
    for where, ids in lists:
        for skill_id in ids:
            if skill_id not in skill_ids:
                _fail(path, content, (*where, skill_id), f"no skill {skill_id!r}")
    return {
        **entry.model_dump(
            exclude={"required", "preferred", "axes", "degree", "responsibilities", "neighbours"}
        ),
        "responsibilities": [text for text, _ in responsibilities],
        "tools": [tools for _, tools in responsibilities],
        "neighbours": list(neighbours.items()),
        "requirements": requirements,
        "axes": [entry.axes.software, entry.axes.statistics, entry.axes.infrastructure],
        "degree": DEGREES.index(entry.degree),
    }


def _check_skills(
    skills: Mapping[str, dict[str, Any]],
    origin: Mapping[str, Path],
    sources: Mapping[Path, bytes],
) -> None:
    labels: dict[str, str] = {}
    for skill_id, entry in skills.items():
        path = origin[skill_id]
        for field in ("parents", "implies", "related"):
            for other in entry[field]:
                if other not in skills:
                    message = f"{skill_id}: {field} names {other!r}, which is no skill"
                    fail_at(path, _line_of(sources[path], f"id: {skill_id}"), message)
        for other in entry["reasons"]:
            if other not in entry["related"]:
                message = f"{skill_id}: reasons names {other!r}, which is not related"
                fail_at(path, _line_of(sources[path], f"id: {skill_id}"), message)
        for label in (entry["label"], *entry["also"], *entry["items"]):
            taken = labels.setdefault(fold_label(label), skill_id)
            if taken != skill_id and not (
                _is_ambiguous(entry, label) and _is_ambiguous(skills[taken], label)
            ):
                message = f"{skill_id}: label {label!r} belongs to {taken!r} already"
                fail_at(path, _line_of(sources[path], f"id: {skill_id}"), message)


def _is_ambiguous(entry: Mapping[str, Any], label: str) -> bool:
    """Whether a label of a skill needs context: only then may another skill have it, too."""
    context = entry["context"] or {}
    return fold_label(label) in {fold_label(other) for other in context.get("labels", ())}


def _demand(
    path: Path, content: bytes, roles: Mapping[str, Any], skills: Mapping[str, Any]
) -> Iterator[tuple[str, str, float]]:
    """Role, skill and share of the postings that name it in any way."""
    again = "write it again with `matcher demand`"
    columns = ("role_id", "skill_id", "importance", "share")
    for number, row in read_table(path, content, columns, again):
        role_id, skill_id, share = row["role_id"], row["skill_id"], row["share"]
        if row["importance"] != "any" or not share:
            continue
        try:
            value = float(share)
        except ValueError as error:
            fail_at(path, number, f"{error}; {again}")
        if role_id not in roles or skill_id not in skills:
            unknown = role_id if role_id not in roles else skill_id
            fail_at(path, number, f"no role or skill {unknown!r}")
        yield role_id, skill_id, value


def _period(path: Path, content: bytes) -> str:
    """Of when the postings are, where the column ``period`` says so."""
    return next((row.get("period") or "" for _, row in read_table(path, content, (), "")), "")


def _percentiles(path: Path, content: bytes, roles: Container[str]) -> dict[str, Any]:
    """The encoder, and of each role the number of resumes and their fits in rising order."""
    models: set[str] = set()
    found: list[tuple[str, int, list[float]]] = []
    again = "write it again with `matcher percentiles`"
    percents = [f"p{percent}" for percent in PERCENTS]
    columns = ("role_id", "model", "n", *percents)
    for number, row in read_table(path, content, columns, again):
        models.add(row["model"])
        try:
            points = [float(row[percent]) for percent in percents]
            found.append((row["role_id"], int(row["n"]), points))
        except ValueError as error:
            fail_at(path, number, f"{error}; {again}")
        if row["role_id"] not in roles:
            fail_at(path, number, f"no role {row['role_id']!r}")
        if len(models) > 1 or points != sorted(points):
            fail_at(path, number, f"one encoder, and fits that rise; {again}")
    return {"model": "".join(models), "roles": found}


class _PhraseFile(RootModel[dict[Id, Annotated[list[Text], Field(min_length=3)]]]):
    model_config = ConfigDict(frozen=True)


def _phrases(sources: Mapping[Path, bytes], skills: Container[str]) -> dict[str, list[str]]:
    """Phrases by skill id; a skill stands in one file, a phrase under one skill."""
    found: dict[str, list[str]] = {}
    owner: dict[str, str] = {}
    for path, content in sources.items():
        if path.parent.name != "phrases":
            continue
        for skill_id, phrases in _parse(path, content, _PhraseFile).root.items():
            if skill_id not in skills:
                _fail(path, content, (skill_id,), f"no skill {skill_id!r}")
            if skill_id in found:
                _fail(path, content, (skill_id,), "has phrases in another file already")
            for phrase in phrases:
                if owner.setdefault(phrase, skill_id) != skill_id:
                    _fail(path, content, (skill_id,), f"{phrase!r} belongs to {owner[phrase]}")
            found[skill_id] = phrases
    return dict(sorted(found.items()))


class LearningEntry(_Strict):
    """How one skill is learned; see corpus/learning.yaml."""

    after: list[Id]
    hours: Literal[5, 10, 20, 40, 80, 160, 320]
    build: Text
    docs: Text = ""
    book: Text = ""
    course: Text = ""
    certificate: list[Id] = []


class _LearningFile(RootModel[dict[Id, LearningEntry]]):
    model_config = ConfigDict(frozen=True)


def read_learning(
    path: Path, content: bytes, skills: Container[str] | None
) -> dict[str, LearningEntry]:
    """The entries of a learning file by skill id. Raises :class:`CorpusError`, naming file, line
    and field, for unknown skills (unless ``skills`` is None), circles, and entries without any
    source."""
    entries = _parse(path, content, _LearningFile).root
    for skill_id, entry in entries.items():
        for named in (skill_id, *entry.after, *entry.certificate):
            if skills is not None and named not in skills:
                _fail(path, content, (skill_id,), f"no skill {named!r}")
        if not (entry.docs or entry.book or entry.course):
            _fail(path, content, (skill_id,), "give docs, book or course")
    order = graphlib.TopologicalSorter({key: entry.after for key, entry in entries.items()})
    try:
        order.prepare()
    except graphlib.CycleError as error:
        circle = error.args[1]
        _fail(path, content, (circle[0],), f"a circle: {' after '.join(circle)}")
    return entries


def fold_label(label: str) -> str:
    """A label as the finder sees it: small letters, hyphens and slashes as spaces."""
    return re.sub(r"[\s/-]+", " ", label.lower()).strip()


# ---------------------------------------------------------------- reading, with positions


def _parse(path: Path, content: bytes, model: type[Entry]) -> Entry:
    values = read_yaml(path, content)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        # A misspelled field is the cause, the field that is then missing only its effect.
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        _fail(path, content, first["loc"], first["msg"])


def _fail(path: Path, content: bytes, where: tuple[int | str, ...], message: str) -> NoReturn:
    field = ".".join(str(step) for step in where if isinstance(step, int) or step.islower())
    fail_at(path, _line_at(content, where), f"{field}: {message}" if field else message)


def _line_at(content: bytes, where: tuple[int | str, ...]) -> int:
    """Line, from 1, of the value that ``where`` leads to, or of the last step that exists."""
    node = yaml.compose(content, Loader=yaml.CSafeLoader)
    line = 1
    for step in where:
        if isinstance(node, yaml.MappingNode):
            pairs = {key.value: (key, value) for key, value in node.value}
            if step not in pairs:
                continue  # a step of the validator, not of the file (the arm of a union)
            key, node = pairs[step]
            line = key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode):
            # A step is the number of an item, the item itself, or the arm of a union.
            items = [item for n, item in enumerate(node.value) if step in (n, item.value)]
            if items:
                node = items[0]
                line = node.start_mark.line + 1
    return line


def _line_of(content: bytes, needle: str) -> int:
    pattern = re.compile(re.escape(needle.encode()) + rb"(?![\w-])")
    found = pattern.search(content)
    return content.count(b"\n", 0, found.start()) + 1 if found else 1
