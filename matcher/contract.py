"""The JSON that the command line prints, as types. Other programs read it: fields may be added,
none renamed or dropped. ``matcher schema NAME`` gives the JSON schema made from these types."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from matcher.records import LanguageLevel, Seniority, Workplace

Band = Literal["strong", "good", "partial", "weak", "out_of_scope"]
Importance = Literal["required", "preferred"]
DocumentStatus = Literal[
    "ok",
    "partial",
    "empty",
    "garbled",
    "encrypted",
    "corrupt",
    "too_large",
    "timed_out",
    "unsupported",
    "too_little_text",
    "not_a_resume",
]


class NoticeJson(TypedDict):
    """Something a person should know about a document."""

    code: str
    message: str


class EvidenceJson(TypedDict):
    """A stretch of the resume: half-open character offsets into the text that ``parse`` gives."""

    text: str
    page: int | None
    section: str
    start: int
    end: int


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


class SkillRefJson(TypedDict):
    """A skill of the taxonomy."""

    skill: str
    skill_id: str


class NearestJson(SkillRefJson):
    """The held skill that comes nearest to a missing one: of the same family, or one of the two
    took the other's place, or holds it."""

    credit: float
    reason: Literal["family", "successor", "superset"]


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


class RoleRefJson(TypedDict):
    """A role profile."""

    id: str
    title: str
    family: str


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


class WeightsJson(TypedDict):
    """How the fits were put together, as in corpus/weights.yaml."""

    parts: dict[str, float]
    importance: dict[str, float]
    credit: dict[str, float]
    bands: dict[str, float]
    posting_bands: dict[str, float]
    scope: dict[str, float]


class ReleaseJson(TypedDict):
    """The version of the program and the fingerprint of the corpus."""

    engine: str
    corpus: str


class EngineJson(ReleaseJson):
    """What decides a result besides the input; ``weights`` is null for those of the corpus."""

    model: str
    today: str
    weights: WeightsJson | None


class MatchReport(EngineJson):
    """``matcher match``: one of these for each resume."""

    schema: Literal["matcher.match/1"]
    resume: ResumeJson
    matches: list[MatchJson]


class AnyOfJson(TypedDict):
    """An either-or group of a posting."""

    any_of: list[SkillRefJson]


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


class FailureJson(TypedDict):
    """A file that could not be read; ``id`` is "" where it could not be opened."""

    path: str
    id: str
    code: str
    message: str


class RankReport(EngineJson):
    """``matcher rank``."""

    schema: Literal["matcher.rank/1"]
    job: JobJson
    candidates: list[CandidateJson]
    failures: list[FailureJson]


class MentionJson(TypedDict):
    """A skill mention: offsets into the text that ``parse`` gives."""

    text: str
    start: int
    end: int
    section: str
    page: int | None
    negated: bool
    aspiring: bool
    adjacent: bool


class ClaimJson(TypedDict):
    """What the resume says of a skill in words, and the words."""

    level: Literal["basic", "intermediate", "advanced", "expert"] | None
    years: float | None
    text: str


class SkillTimeJson(TypedDict):
    """What the dates of the positions show of a skill, and what is claimed of it. ``level`` is null
    for a skill that is only denied, wished for, or somebody else's."""

    level: Literal["demonstrated", "listed"] | None
    months: int | None
    first_used: str | None
    last_used: str | None
    positions: int
    claims: list[ClaimJson]


class SkillMentionsJson(SkillTimeJson):
    """All mentions of one skill."""

    skill: str
    skill_id: str
    category: str
    mentions: list[MentionJson]


class SkillsReport(EngineJson):
    """``matcher skills``."""

    schema: Literal["matcher.skills/1"]
    path: str
    status: DocumentStatus
    message: str
    skills: list[SkillMentionsJson]


class SectionJson(TypedDict):
    """A section of a resume."""

    kind: str
    heading: str
    text: str


class PositionJson(TypedDict):
    """A job."""

    title: str
    company: str
    start: str | None
    end: str | None
    current: bool
    kind: Literal["job", "internship", "freelance", "military", "volunteer"]
    place: str
    months: int | None
    text: str


class GapJson(TypedDict):
    """Months without a position; both ends inclusive."""

    start: str
    end: str
    months: int


class FamilyYearsJson(TypedDict):
    """Years in positions whose titles belong to one family of roles."""

    family: str
    years: float


class CertificateJson(TypedDict):
    """A certificate or licence; ``skill_id`` is null where the taxonomy does not know it."""

    name: str
    skill_id: str | None
    issued: str | None
    expires: str | None
    expired: bool


class LanguageJson(TypedDict):
    """A human language with the CEFR level that the words ``said`` stand for."""

    name: str
    level: Literal["A1", "A2", "B1", "B2", "C1", "C2", "native"] | None
    said: str


class FindingJson(TypedDict):
    """Something that simple programs lose or scramble."""

    code: str
    message: str
    fix: str
    examples: list[str]


class ReadabilityJson(TypedDict):
    """What a plain extractor makes of the file: shares of the words that it loses and of the lines
    that it tears apart."""

    extractor: str | None
    words_lost: float | None
    lines_torn: float | None
    findings: list[FindingJson]


class EducationJson(TypedDict):
    """An entry of education."""

    degree: str
    field: str
    institution: str
    year: int | None


class ContactJson(TypedDict):
    """How to reach the person: never embedded, never scored."""

    name: str
    email: str
    phone: str
    links: list[str]


class ParseReport(EngineJson):
    """``matcher parse``."""

    schema: Literal["matcher.parse/1"]
    path: str
    id: str
    format: str
    language: str | None
    text: str
    status: DocumentStatus
    message: str
    sections: list[SectionJson]
    experience: list[PositionJson]
    volunteering: list[PositionJson]
    gaps: list[GapJson]
    years_by_family: list[FamilyYearsJson]
    education: list[EducationJson]
    certificates: list[CertificateJson]
    languages: list[LanguageJson]
    publications: list[str]
    contact: ContactJson
    years_experience: float | None
    readability: ReadabilityJson
    warnings: list[NoticeJson]


class StepJson(TypedDict):
    """One skill of a learning path. ``needed_for`` is the skill that it comes before, where the
    role itself does not ask for it; ``gain`` counts from the step before."""

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


class TitlePartsJson(TypedDict):
    """What a title says besides the role."""

    seniority: str | None
    function: str | None
    domain: str | None
    technologies: list[SkillRefJson]


class TitleRoleJson(RoleRefJson):
    """A role that a title names; ``via`` is the title as read, ``known_as`` the role's own."""

    score: float
    via: str
    known_as: str


class TitleJson(TypedDict):
    """A job title, read."""

    text: str
    parts: TitlePartsJson
    roles: list[TitleRoleJson]


class TitleReport(EngineJson):
    """``matcher title``."""

    schema: Literal["matcher.title/1"]
    titles: list[TitleJson]


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


class EngineColumns(ReleaseJson):
    """As in :class:`EngineJson`, but for ``weights``: "" for those of the corpus, else JSON."""

    model: str
    today: str
    weights: str


class ScoreRow(TargetRow, EngineColumns):
    """One row of ``matcher score``."""


class UnreadReport(EngineJson):
    """What ``path``, ``careers`` and ``compare`` print where a resume could not be read: there is
    nothing else to tell."""

    schema: Literal["matcher.path/1", "matcher.careers/1", "matcher.compare/1"]
    failures: list[FailureJson]


SCHEMAS: dict[str, Any] = {
    "match": list[MatchReport],
    "rank": RankReport,
    "score": list[ScoreRow],
    "path": PathReport | UnreadReport,
    "careers": CareersReport | UnreadReport,
    "compare": CompareReport | UnreadReport,
    "parse": ParseReport,
    "skills": SkillsReport,
    "roles": RolesReport,
    "title": TitleReport,
    "demand": DemandReport,
    "percentiles": PercentilesReport,
    "check": CheckReport,
}


def schema(name: str) -> dict[str, Any]:
    """JSON schema (2020-12) of an output; KeyError for an unknown name."""
    from pydantic import TypeAdapter

    document: dict[str, Any] = TypeAdapter(SCHEMAS[name]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
