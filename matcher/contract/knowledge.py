"""``matcher roles``, ``demand``, ``percentiles`` and ``corpus check``: what the corpus holds."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from matcher.contract.base import (
    AnyOfJson,
    EngineJson,
    FailureJson,
    ReleaseJson,
    RoleRefJson,
    SkillRefJson,
)
from matcher.contract.plans import AxesJson


class LevelJson(TypedDict):
    """A step of seniority."""

    name: str
    years: tuple[int, int | None]
    signs: str


class RoleJson(RoleRefJson):
    """A role profile in full."""

    also: list[str]
    summary: str
    responsibilities: list[str]
    required: list[SkillRefJson | AnyOfJson]
    preferred: list[SkillRefJson | AnyOfJson]
    levels: list[LevelJson]
    axes: AxesJson
    neighbours: list[str]
    degree: str | None
    tools: list[list[SkillRefJson]]
    bridges: dict[str, list[SkillRefJson]]
    education: str | None
    certifications: list[SkillRefJson]


class RolesReport(ReleaseJson):
    """``matcher roles``."""

    schema: Literal["matcher.roles/1"]
    roles: list[RoleJson]


class DemandJson(SkillRefJson):
    """How many of a role's ``n`` postings name a skill; ``share`` and its 95% interval are null
    under 30 postings, ``change`` is the difference to an earlier set's share."""

    role_id: str
    importance: Literal["required", "preferred", "any"]
    count: int
    n: int
    share: float | None
    low: float | None
    high: float | None
    change: float | None


class DemandReport(EngineJson):
    """``matcher demand``: of ``n_postings`` different ones ``n_named`` name a role."""

    schema: Literal["matcher.demand/1"]
    n_postings: int
    n_named: int
    demand: list[DemandJson]
    failures: list[FailureJson]


class PercentilesReport(EngineJson):
    """``matcher percentiles``: of each role the model, the number of resumes and their fits at
    each percent, ``p1`` to ``p99``."""

    schema: Literal["matcher.corpus.percentiles/1"]
    percentiles: list[dict[str, str | float]]


class CorpusFindingJson(TypedDict):
    """Something that is wrong with a corpus, or may be."""

    severity: Literal["error", "note"]
    kind: str
    where: str
    message: str


class CheckReport(ReleaseJson):
    """``matcher corpus check``."""

    schema: Literal["matcher.check/1"]
    findings: list[CorpusFindingJson]
