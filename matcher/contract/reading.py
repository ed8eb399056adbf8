"""``matcher parse``, ``skills`` and ``title``: what was read."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from matcher.claims import ClaimedLevel
from matcher.contract.base import DocumentStatus, EngineJson, NoticeJson, RoleRefJson, SkillRefJson
from matcher.records import LanguageLevel, Seniority


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

    level: ClaimedLevel | None
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
    level: LanguageLevel | None
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


class TitlePartsJson(TypedDict):
    """What a title says besides the role."""

    seniority: Seniority | None
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
