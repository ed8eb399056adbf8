"""``matcher path``, ``careers`` and ``compare``: what comes next, and two resumes side by side."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from matcher.contract.base import Band, EngineJson, FailureJson, RoleRefJson, SkillRefJson


class StepJson(TypedDict):
    """One skill of a learning path. ``needed_for`` is the skill that it comes before, where the
    role itself does not ask for it; ``gain`` counts from the step before; ``begun`` says that it is
    being learned already, as the resume tells."""

    skill: str
    skill_id: str
    needed_for: SkillRefJson | None
    gain: float
    fit: float
    demand: float | None
    hours: int
    build: str
    docs: str
    book: str
    course: str
    certificates: list[SkillRefJson]
    begun: bool


class StageJson(TypedDict):
    """Steps of a learning path up to the next band, or up to some hours."""

    band: Band
    hours: int
    steps: list[StepJson]


class PathReport(EngineJson):
    """``matcher path``: what to learn for a role, in which order."""

    schema: Literal["matcher.path/1"]
    path: str
    id: str
    role: RoleRefJson
    fit: float
    band: Band
    hours: int
    weeks: int
    basis: str
    granted: list[SkillRefJson]
    unnamed: list[SkillRefJson]
    stages: list[StageJson]


class AxesJson(TypedDict):
    """A place on the triangle, 0 to 1 each."""

    software: float
    statistics: float
    infrastructure: float


class FlowJson(TypedDict):
    """A point on the line on which data flows, and the share of a person that stands there."""

    point: str
    about: str
    share: float


class MoveJson(TypedDict):
    """A neighbouring role: its fit, what parts it from here, and the skills that lead there."""

    role: RoleRefJson
    fit: float
    band: Band
    axes: AxesJson
    distance: float
    shared: list[SkillRefJson]
    only_there: list[SkillRefJson]
    bridge: list[SkillRefJson]
    bridge_missing: list[SkillRefJson]
    held: list[SkillRefJson]
    missing: list[SkillRefJson]


class CareersReport(EngineJson):
    """``matcher careers``: where a person stands, and the roles next to one of theirs."""

    schema: Literal["matcher.careers/1"]
    path: str
    id: str
    role: RoleRefJson
    fit: float
    band: Band
    axes: AxesJson | None
    flow: list[FlowJson]
    moves: list[MoveJson]


class ComparedPartJson(TypedDict):
    """Points of one part in both resumes."""

    name: str
    max_points: float
    first: float
    second: float


class ComparedResumeJson(TypedDict):
    """One of two resumes."""

    path: str
    id: str
    fit: float
    band: Band


class CompareReport(EngineJson):
    """``matcher compare``: two resumes, or two versions of one, for the same role."""

    schema: Literal["matcher.compare/1"]
    role: RoleRefJson
    first: ComparedResumeJson
    second: ComparedResumeJson
    parts: list[ComparedPartJson]
    only_first: list[SkillRefJson]
    only_second: list[SkillRefJson]
    stronger_first: list[SkillRefJson]
    stronger_second: list[SkillRefJson]
    both: list[SkillRefJson]
    neither: list[SkillRefJson]


class UnreadReport(EngineJson):
    """What ``path``, ``careers`` and ``compare`` print where a resume could not be read: there is
    nothing else to tell."""

    schema: Literal["matcher.path/1", "matcher.careers/1", "matcher.compare/1"]
    failures: list[FailureJson]
