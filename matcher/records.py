"""The nouns: frozen records that the stages hand to each other. No logic beyond lookups.

Offsets are half-open ``[start, end)`` positions in ``Document.text``, counted in characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

# ---------------------------------------------------------------- documents


class Status(StrEnum):
    """How reading a document ended. Only ``OK`` and ``PARTIAL`` documents are matched."""

    OK = "ok"
    PARTIAL = "partial"  # some pages or parts could not be read; the rest was
    EMPTY = "empty"  # no text layer: a scan or pictures; needs OCR
    GARBLED = "garbled"  # there is a text layer, but its characters are not readable text
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    UNSUPPORTED = "unsupported"  # not a format that is read
    TOO_LITTLE_TEXT = "too_little_text"
    NOT_A_RESUME = "not_a_resume"

    @property
    def readable(self) -> bool:
        """Whether the text may be matched."""
        return self in (Status.OK, Status.PARTIAL)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a document: a stable code and one sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file.

    ``text`` is in reading order. One line is one paragraph, bullet, heading or table cell row:
    lines that a page wraps are joined again, so that a bullet is one line however narrow the
    page was. A wide gap inside a line (a right-aligned date, the next cell of a table row) is a
    tab. Page breaks are not marked in the text; ``page_starts`` has the offset of each page.
    """

    name: str  # the path as given, or the name of an upload; UTF-8 can carry it
    id: str  # hexadecimal SHA-256 of the file's bytes
    format: str  # "pdf", "docx", "html", "text", "json-resume", or "" when unknown
    status: Status
    message: str  # "" when ok; else what is wrong and what to do next, naming the file
    text: str = ""
    page_starts: tuple[int, ...] = ()  # empty where the format has no pages
    language: str | None = None  # ISO 639-1, None when too little text to tell
    notices: tuple[Notice, ...] = ()

    def page(self, offset: int) -> int | None:
        """Page number, from 1, of an offset; None where the format has no pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None


# ---------------------------------------------------------------- resumes


class SectionKind(StrEnum):
    """What a part of a resume is about."""

    HEADER = "header"  # before the first heading: name, headline, contact
    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    VOLUNTEER = "volunteer"
    SKILLS = "skills"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text; ``start`` is where its heading starts."""

    kind: SectionKind
    heading: str  # "" for text before the first heading
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month of "2019-03", as ``str`` gives it."""
        year, month = text.split("-")
        return cls(int(year), int(month))

    @classmethod
    def at(cls, index: int) -> Month:
        """The month with this :attr:`index`."""
        return cls(index // 12, index % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def index(self) -> int:
        """Months since year 0, for arithmetic."""
        return self.year * 12 + self.month - 1


@dataclass(frozen=True, slots=True)
class Position:
    """One job, internship or engagement. Unknown fields are "" or None."""

    title: str
    company: str
    start: Month | None
    end: Month | None  # inclusive; None when unknown or current
    current: bool
    header: tuple[int, int]  # offsets of the lines that carry title, company, dates
    span: tuple[int, int]  # offsets of header and body together


# Names of the levels of education, by number; 0 is unknown, or none asked for.
DEGREES = ("none", "secondary", "associate", "bachelor", "master", "doctorate")


@dataclass(frozen=True, slots=True)
class Education:
    """One entry of education; ``level`` indexes ``DEGREES``."""

    degree: str
    field: str
    institution: str
    year: int | None  # of graduation, or the last year named
    level: int


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person. Never embedded, never scored."""

    name: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a resume that may be matched: contact lines, names and headings never become
    one. ``prose`` lines say what was done (a bullet, a sentence); the others are lists, titles,
    dates."""

    text: str  # verbatim, equal to document.text[start:end]
    start: int
    end: int
    section: SectionKind
    position: int | None  # index into Resume.positions
    prose: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill found in a text; the verbatim words are ``text[start:end]``."""

    skill_id: str
    start: int
    end: int
    negated: bool = False  # "no experience with Java"
    aspiring: bool = False  # "currently learning Rust"
    adjacent: bool = False  # "worked alongside the Kafka team"

    @property
    def claimed(self) -> bool:
        """Whether the person says to have the skill."""
        return not (self.negated or self.aspiring or self.adjacent)

    def moved(self, by: int) -> Mention:
        """The same mention so many characters further on."""
        return Mention(
            self.skill_id,
            self.start + by,
            self.end + by,
            self.negated,
            self.aspiring,
            self.adjacent,
        )


@dataclass(frozen=True, slots=True)
class Resume:
    """A document read as a resume."""

    document: Document
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]  # in text order
    positions: tuple[Position, ...]  # in text order
    education: tuple[Education, ...]
    contact: Contact
    headline: str  # the job title over the resume, "" when there is none
    years_experience: float | None  # union of the dated positions, one decimal; None: no dates
    notices: tuple[Notice, ...] = ()

    def section_at(self, offset: int) -> SectionKind:
        """The kind of the section at an offset."""
        at = bisect_right(self.sections, offset, key=lambda section: section.start) - 1
        inside = at >= 0 and offset < self.sections[at].end
        return self.sections[at].kind if inside else SectionKind.OTHER


class PositionKind(StrEnum):
    """What sort of work a position was."""

    JOB = "job"
    INTERNSHIP = "internship"
    FREELANCE = "freelance"
    MILITARY = "military"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class PositionDetail:
    """What is shown of a position, and scored nowhere."""

    kind: PositionKind
    place: str  # as written, "" when unknown


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate or licence as the resume names it. ``skill_id`` is None where the taxonomy
    does not know it."""

    name: str
    skill_id: str | None
    issued: str | None  # "2023-05", or "2023" where no month is told
    expires: Month | None
    lapsed: bool  # as the resume says


LanguageLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2", "native"]


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A human language; ``level`` is of the CEFR (Council of Europe), or "native"."""

    name: str
    level: LanguageLevel | None
    said: str  # the words that tell the level, "" when there are none


@dataclass(frozen=True, slots=True)
class Gap:
    """Months between two positions in which no position was held; both ends inclusive."""

    start: Month
    end: Month
    months: int


@dataclass(frozen=True, slots=True)
class Details:
    """What a person checks in a resume besides what is matched. ``positions`` has one entry for
    each of ``Resume.positions``."""

    positions: tuple[PositionDetail, ...]
    gaps: tuple[Gap, ...]  # oldest first
    volunteering: tuple[Position, ...]  # unpaid work, apart from the positions
    certificates: tuple[Certificate, ...]
    languages: tuple[SpokenLanguage, ...]
    publications: tuple[str, ...]


# ---------------------------------------------------------------- skills, roles, postings


@dataclass(frozen=True, slots=True)
class Context:
    """When an ambiguous label counts as the skill (corpus/README.md states the rules)."""

    labels: tuple[str, ...]  # the labels that need it
    exact_case: bool
    cues: tuple[str, ...]  # words in the same line, any of which settles it
    not_before: tuple[str, ...]  # following words that rule it out
    not_after: tuple[str, ...]  # preceding words that rule it out
    cues_only: bool = False  # a technical neighbour does not settle it


Reason = Literal["family", "successor", "superset"]


@dataclass(frozen=True, slots=True)
class Skill:
    """An entry of the taxonomy."""

    id: str
    label: str  # preferred label
    also: tuple[str, ...]  # alternative labels
    category: str
    technical: bool  # whether a mention of it is context for an ambiguous neighbour
    parents: tuple[str, ...]  # broader skills, which it implies
    implies: tuple[str, ...]  # other skills that whoever shows this one has shown
    related: tuple[tuple[str, float], ...]  # (skill id, credit in (0, 0.5])
    context: Context | None
    # Labels that count as a whole item of a list, whatever stands around them.
    items: tuple[str, ...] = ()
    # Why a related skill is one, where the two are more than siblings of one family: one took the
    # other's place, or one holds the other.
    reasons: Mapping[str, Reason] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing asked for: a skill, or any one of several."""

    any_of: tuple[str, ...]  # skill ids, at least one
    required: bool  # False: preferred
    weight: float = 1.0  # relative to the other requirements of the same target
    text: str = ""  # the words of the posting or profile


@dataclass(frozen=True, slots=True)
class LiteralRequirement:
    """A requirement that the taxonomy does not know, looked up word for word."""

    text: str
    required: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A step of seniority inside a role."""

    name: str
    years: tuple[int, int | None]  # from, to (None: open)
    signs: str  # what changes at this step


@dataclass(frozen=True, slots=True)
class Role:
    """A role profile of the corpus."""

    id: str
    title: str
    family: str
    also: tuple[str, ...]  # alternative titles
    summary: str
    responsibilities: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    levels: tuple[Level, ...]
    axes: tuple[float, float, float]  # software, statistics, infrastructure; 0 to 1 each
    neighbours: tuple[str, ...]  # role ids, nearest first
    degree: int = 0  # level asked for, as Education.level; 0: none
    tools: tuple[tuple[str, ...], ...] = ()  # for each responsibility the skills it is done with
    # For each neighbour the skills that lead there.
    bridges: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    education: str | None = None  # how people usually come to the job
    certifications: tuple[str, ...] = ()  # skill ids
    kind_of: tuple[str, ...] = ()  # ids of roles whose plain titles people of this one hold, too


Seniority = Literal[
    "intern", "junior", "mid", "senior", "lead", "staff", "principal", "director", "executive"
]
Workplace = Literal["remote", "hybrid", "on-site"]


@dataclass(frozen=True, slots=True)
class AskedLanguage:
    """A human language that a posting asks for; ``required`` is False where it is preferred."""

    language: SpokenLanguage
    required: bool


@dataclass(frozen=True, slots=True)
class AskedCertificate:
    """A certificate or licence of the taxonomy that a posting asks for."""

    skill_id: str
    required: bool  # False: preferred


@dataclass(frozen=True, slots=True)
class JobDetails:
    """What a person checks in a posting besides what is matched: shown, scored nowhere."""

    seniority: Seniority | None
    degree_or_experience: int | None  # a degree, as Education.level, that experience stands for
    languages: tuple[AskedLanguage, ...]
    certificates: tuple[AskedCertificate, ...]
    location: str  # as written, "" when unknown; several places are parted by semicolons
    workplace: Workplace | None


@dataclass(frozen=True, slots=True)
class JobPosting:
    """A posting read for matching."""

    document: Document
    title: str
    requirements: tuple[Requirement, ...]
    unrecognised: tuple[LiteralRequirement, ...]
    responsibilities: tuple[str, ...]
    years_required: int | None
    degree: int | None  # as Education.level
    knockouts: tuple[str, ...]  # clearance, work authorisation ...: shown, never scored
    details: JobDetails
