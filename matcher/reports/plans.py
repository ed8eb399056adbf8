"""path, careers, compare: what follows from a fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, cast

from matcher import contract as c
from matcher.records import Document, Resume
from matcher.reports.base import (
    axes_json,
    engine_json,
    failure_json,
    role_ref,
    skill_ref,
    skill_refs,
)

if TYPE_CHECKING:
    from matcher.careers import CareerView
    from matcher.corpus import Corpus
    from matcher.learning import LearningPath, Step
    from matcher.results import Engine, MatchResult
    from matcher.scoring.fits import Matched


def unread_report(command: str, documents: Iterable[Document], engine: Engine) -> c.UnreadReport:
    """``matcher path``, ``careers`` or ``compare`` of resumes that could not be read."""
    return {
        "schema": f"matcher.{command}/1",  # type: ignore[typeddict-item]
        **engine_json(engine),
        "failures": [failure_json(document) for document in documents],
    }


def path_report(path: LearningPath, resume: Resume, engine: Engine, corpus: Corpus) -> c.PathReport:
    """``matcher path``."""
    return {
        "schema": "matcher.path/1",
        **engine_json(engine),
        "path": resume.document.name,
        "id": resume.document.id,
        "role": role_ref(path.role),
        "fit": path.fit,
        "band": cast(c.Band, path.band),
        "hours": path.hours,
        "weeks": path.weeks,
        "basis": path.basis,
        "granted": [skill_ref(each.id, corpus) for each in path.granted],
        "unnamed": [skill_ref(each.id, corpus) for each in path.unnamed],
        "stages": [
            {
                "band": cast(c.Band, stage.band),
                "hours": stage.hours,
                "steps": [_step(step, corpus) for step in stage.steps],
            }
            for stage in path.stages
        ],
    }


def _step(step: Step, corpus: Corpus) -> c.StepJson:
    lesson = step.lesson
    return {
        "skill": step.skill.label,
        "skill_id": step.skill.id,
        "needed_for": skill_ref(step.needed_for.id, corpus) if step.needed_for else None,
        "gain": step.gain,
        "fit": step.fit,
        "demand": step.demand,
        "hours": step.hours,
        "build": lesson.build if lesson else "",
        "docs": lesson.docs if lesson else "",
        "book": lesson.book if lesson else "",
        "course": lesson.course if lesson else "",
        "certificates": skill_refs(lesson.certificates if lesson else (), corpus),
        "begun": step.begun,
    }


def careers_report(
    view: CareerView, resume: Resume, engine: Engine, corpus: Corpus
) -> c.CareersReport:
    """``matcher careers``."""
    return {
        "schema": "matcher.careers/1",
        **engine_json(engine),
        "path": resume.document.name,
        "id": resume.document.id,
        "role": role_ref(view.role),
        "fit": view.fit.points,
        "band": cast(c.Band, view.fit.band),
        "axes": axes_json(view.standing.axes) if view.standing else None,
        "flow": [
            {"point": point.name, "about": point.about, "share": share}
            for point, share in (view.standing.flow if view.standing else ())
        ],
        "moves": [
            {
                "role": role_ref(move.role),
                "fit": move.fit.points,
                "band": cast(c.Band, move.fit.band),
                "axes": axes_json(move.role.axes),
                "distance": move.difference.distance,
                "shared": skill_refs((each.id for each in move.difference.shared), corpus),
                "only_there": skill_refs((each.id for each in move.difference.only_there), corpus),
                "bridge": skill_refs((each.id for each in move.difference.bridge), corpus),
                "bridge_missing": skill_refs((each.id for each in move.bridge_missing), corpus),
                "held": skill_refs((each.id for each in move.held), corpus),
                "missing": skill_refs((each.id for each in move.missing), corpus),
            }
            for move in view.moves
        ],
    }


def compare_report(results: tuple[MatchResult, MatchResult], corpus: Corpus) -> c.CompareReport:
    """``matcher compare``: each result has one match, both of the same role."""
    first, second = (result[0] for result in results)
    ours, theirs = (
        {item.requirement.any_of: item for item in match.matched} for match in (first, second)
    )
    asked = [item.any_of for item in first.role.requirements]

    def named(group: tuple[str, ...]) -> c.SkillRefJson:
        """The skill that is held, both where each resume holds another one that would do, and all
        that would do where none is held."""
        held = [found[group].skill for found in (ours, theirs) if group in found]
        if not held:
            return {"skill": " or ".join(map(corpus.label, group)), "skill_id": group[0]}
        same = len({skill.id for skill in held}) == 1
        label = held[0].label if same else f"{held[0].label} (first) and {held[1].label} (second)"
        return {"skill": label, "skill_id": held[0].id}

    def refs(wanted: Callable[[tuple[str, ...]], bool]) -> list[c.SkillRefJson]:
        return [named(group) for group in asked if wanted(group)]

    def credit(found: Mapping[tuple[str, ...], Matched], group: tuple[str, ...]) -> float:
        return found[group].holding.credit if group in found else 0.0

    return {
        "schema": "matcher.compare/1",
        **engine_json(results[0].engine),
        "role": role_ref(first.role),
        "first": _compared(results[0]),
        "second": _compared(results[1]),
        "parts": [
            {
                "name": one.name,
                "max_points": one.max_points,
                "first": one.points,
                "second": other.points,
            }
            for one, other in zip(first.fit.parts, second.fit.parts, strict=True)
        ],
        "only_first": refs(lambda group: group in ours and group not in theirs),
        "only_second": refs(lambda group: group in theirs and group not in ours),
        "stronger_first": refs(
            lambda group: group in theirs and credit(ours, group) > credit(theirs, group)
        ),
        "stronger_second": refs(
            lambda group: group in ours and credit(theirs, group) > credit(ours, group)
        ),
        "both": refs(lambda group: group in ours and group in theirs),
        "neither": refs(lambda group: group not in ours and group not in theirs),
    }


def _compared(result: MatchResult) -> c.ComparedResumeJson:
    return {
        "path": result.document.name,
        "id": result.document.id,
        "fit": result[0].fit.points,
        "band": cast(c.Band, result[0].fit.band),
    }
