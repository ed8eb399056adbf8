"""``matcher match``, ``rank`` and ``score``: fits and what explains them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from matcher.contract.base import (
    AnyOfJson,
    Band,
    DocumentStatus,
    EngineColumns,
    EngineJson,
    EvidenceJson,
    FailureJson,
    Importance,
    NoticeJson,
    RoleRefJson,
    SkillRefJson,
)
from matcher.records import LanguageLevel, Reason, Seniority, Workplace


class ItemJson(TypedDict):
    """One thing asked for inside a part, its points and the lines that earned them."""

    text: str
    points: float
    evidence: list[EvidenceJson]


class PartJson(TypedDict):
    """A named part of a fit; the points of all parts add up to it."""

    name: str
    points: float
    max_points: float
    known: bool
    evidence: list[EvidenceJson]
    items: list[ItemJson]


class NearestJson(SkillRefJson):
    """The held skill that comes nearest to a missing one: of the same family, or one of the two
    took the other's place, or holds it."""

    credit: float
    reason: Reason


class MatchedJson(TypedDict):
    """A requirement that the resume meets."""

    skill: str
    skill_id: str
    importance: Importance
    any_of: list[SkillRefJson] | None
    level: Literal["demonstrated", "listed", "implied", "inferred"]
    via: str | None
    via_id: str | None
    credit: float
    points: float
    months: int | None
    last_used: str | None
    evidence: list[EvidenceJson]


class MissingJson(TypedDict):
    """A requirement that was not found in the resume."""

    skill: str
    skill_id: str
    importance: Importance
    any_of: list[SkillRefJson] | None
    points: float
    gain: float
    demand: float | None
    nearest: NearestJson | None
    aspiring: bool
    denied: bool


class UnrecognisedJson(TypedDict):
    """A requirement that the taxonomy does not know, looked up word for word."""

    text: str
    importance: Importance
    found: bool
    points: float
    evidence: list[EvidenceJson]


class ProspectJson(TypedDict):
    """What the fit would be if these skills, too, were demonstrated."""

    skills: list[SkillRefJson]
    fit: float
    band: Band


class FitJson(TypedDict):
    """A fit and its explanation, at last in three sentences. ``next_band``: with which of the
    missing skills, largest gain first, the fit reaches the next band; null at the top and where
    skills alone do not reach it."""

    fit: float
    band: Band
    parts: list[PartJson]
    matched: list[MatchedJson]
    missing: list[MissingJson]
    unrecognised: list[UnrecognisedJson]
    next_band: ProspectJson | None
    in_words: list[str]


class PercentileJson(TypedDict):
    """The fit is higher than that of ``percent`` in a hundred of ``n`` reference resumes."""

    percent: int
    n: int


class MatchJson(FitJson):
    """A resume against one role. ``what_if``: the fit with the skills of ``--with``.
    ``percentile``: null out of scope, and where there are no reference fits for the role, the
    encoder and the weights."""

    role: RoleRefJson
    percentile: PercentileJson | None
    cosine: float | None
    what_if: ProspectJson | None


class ResumeJson(TypedDict):
    """How a resume was read."""

    path: str
    id: str
    status: DocumentStatus
    message: str
    language: str | None
    years_experience: float | None
    titles: list[str]
    warnings: list[NoticeJson]


class MatchReport(EngineJson):
    """``matcher match``: one of these for each resume."""

    schema: Literal["matcher.match/1"]
    resume: ResumeJson
    matches: list[MatchJson]


class UnknownTermJson(TypedDict):
    """A requirement of a posting that the taxonomy does not know."""

    text: str
    importance: Importance


class AskedLanguageJson(TypedDict):
    """A human language that a posting asks for; level and words as in :class:`LanguageJson`."""

    name: str
    level: LanguageLevel | None
    said: str
    importance: Importance


class AskedCertificateJson(SkillRefJson):
    """A certificate of the taxonomy that a posting asks for."""

    importance: Importance


class JobDetailsJson(TypedDict):
    """What a posting says besides what is matched: shown, scored nowhere.
    ``degree_or_experience`` is a degree that experience stands for; ``location`` is as written,
    "" when unknown."""

    seniority: Seniority | None
    degree_or_experience: str | None
    languages: list[AskedLanguageJson]
    certificates: list[AskedCertificateJson]
    location: str
    workplace: Workplace | None


class JobJson(TypedDict):
    """What was read from a posting."""

    title: str
    required: list[SkillRefJson | AnyOfJson]
    preferred: list[SkillRefJson | AnyOfJson]
    unrecognised: list[UnknownTermJson]
    years_required: int | None
    degree: str | None
    responsibilities: list[str]
    knockouts: list[str]
    details: JobDetailsJson


class CandidateJson(FitJson):
    """A resume in a ranking; ``same_as`` are the ids of candidates that seem the same person."""

    rank: int
    id: str
    path: str
    status: DocumentStatus
    warnings: list[NoticeJson]
    knockouts: list[str]
    years_experience: float | None
    same_as: list[str]


class RankReport(EngineJson):
    """``matcher rank``."""

    schema: Literal["matcher.rank/1"]
    job: JobJson
    candidates: list[CandidateJson]
    failures: list[FailureJson]


class TargetRow(TypedDict):
    """A resume against a role or posting, or a file that failed."""

    path: str
    id: str
    status: DocumentStatus
    target_id: str | None
    target_title: str | None
    family: str | None
    fit: float | None
    band: Band | None
    rank: int | None
    years_experience: float | None
    matched: str
    missing_required: str
    missing_preferred: str
    warnings: str
    code: str
    message: str


class ScoreRow(TargetRow, EngineColumns):
    """One row of ``matcher score``."""
