"""What several outputs have in common."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

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


class SkillRefJson(TypedDict):
    """A skill of the taxonomy."""

    skill: str
    skill_id: str


class RoleRefJson(TypedDict):
    """A role profile."""

    id: str
    title: str
    family: str


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


class AnyOfJson(TypedDict):
    """An either-or group of a posting."""

    any_of: list[SkillRefJson]


class FailureJson(TypedDict):
    """A file that could not be read; ``id`` is "" where it could not be opened."""

    path: str
    id: str
    code: str
    message: str


class EngineColumns(ReleaseJson):
    """As in :class:`EngineJson`, but for ``weights``: "" for those of the corpus, else JSON."""

    model: str
    today: str
    weights: str
