"""What several reports say in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from matcher import contract as c
from matcher.records import Document, Month, Notice, Requirement, Resume, Role

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.results import Engine


def month_json(month: Month | None) -> str | None:
    """As "2019-03"."""
    return None if month is None else str(month)


def axes_json(axes: tuple[float, float, float]) -> c.AxesJson:
    """The axes of a role or a person, by name."""
    return {"software": axes[0], "statistics": axes[1], "infrastructure": axes[2]}


def engine_json(engine: Engine) -> c.EngineJson:
    """What decides a result besides the input."""
    return {
        "engine": engine.version,
        "corpus": engine.corpus,
        "model": engine.model,
        "today": engine.today.isoformat(),
        "weights": cast(c.WeightsJson, engine.weights.values()) if engine.weights else None,
    }


def release_json(corpus: Corpus) -> c.ReleaseJson:
    """What decides a result that rests on the corpus alone."""
    from matcher import __version__

    return {"engine": __version__, "corpus": corpus.fingerprint}


def warnings_of(resume: Resume) -> list[c.NoticeJson]:
    """Everything a person should know about how a resume was read, each once."""
    notices: dict[Notice, None] = dict.fromkeys((*resume.document.notices, *resume.notices))
    return [{"code": notice.code, "message": notice.message} for notice in notices]


def failure_json(document: Document) -> c.FailureJson:
    """A file that could not be read."""
    return {
        "path": document.name,
        "id": document.id,
        "code": document.status.value,
        "message": document.message,
    }


def role_ref(role: Role) -> c.RoleRefJson:
    """A role profile, named."""
    return {"id": role.id, "title": role.title, "family": role.family}


def any_of_refs(requirement: Requirement, corpus: Corpus) -> list[c.SkillRefJson] | None:
    """The skills of a requirement that several meet; None where there is only one."""
    if len(requirement.any_of) == 1:
        return None
    return [skill_ref(skill_id, corpus) for skill_id in requirement.any_of]


def skill_refs(skill_ids: Iterable[str], corpus: Corpus) -> list[c.SkillRefJson]:
    """Skills of the corpus, named, in the order given."""
    return [skill_ref(skill_id, corpus) for skill_id in skill_ids]


def skill_ref(skill_id: str, corpus: Corpus) -> c.SkillRefJson:
    """A skill of the corpus, named."""
    return {"skill": corpus.label(skill_id), "skill_id": skill_id}


def requirement_refs(
    requirements: Sequence[Requirement], corpus: Corpus, *, required: bool
) -> list[c.SkillRefJson | c.AnyOfJson]:
    """What is required, or else what is preferred, in the order given."""
    found: list[c.SkillRefJson | c.AnyOfJson] = []
    for requirement in requirements:
        if requirement.required is required:
            group = any_of_refs(requirement, corpus)
            found.append({"any_of": group} if group else skill_ref(requirement.any_of[0], corpus))
    return found
