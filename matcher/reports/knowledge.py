"""roles, demand, percentiles, corpus check: what is known of the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from matcher import contract as c
from matcher.errors import UnreadableDocument
from matcher.records import DEGREES, Role
from matcher.reports.base import (
    axes_json,
    engine_json,
    release_json,
    requirement_refs,
    role_ref,
    skill_ref,
    skill_refs,
)

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.corpus_check import Finding
    from matcher.demand import Demand
    from matcher.results import Engine


def roles_report(roles: Iterable[Role], corpus: Corpus) -> c.RolesReport:
    """``matcher roles``."""
    return {
        "schema": "matcher.roles/1",
        **release_json(corpus),
        "roles": [
            {
                **role_ref(role),
                "also": list(role.also),
                "summary": role.summary,
                "responsibilities": list(role.responsibilities),
                "required": requirement_refs(role.requirements, corpus, required=True),
                "preferred": requirement_refs(role.requirements, corpus, required=False),
                "levels": [
                    {"name": level.name, "years": level.years, "signs": level.signs}
                    for level in role.levels
                ],
                "axes": axes_json(role.axes),
                "neighbours": list(role.neighbours),
                "degree": DEGREES[role.degree] if role.degree else None,
                "tools": [skill_refs(tools, corpus) for tools in role.tools],
                "bridges": {
                    neighbour: skill_refs(bridge, corpus)
                    for neighbour, bridge in role.bridges.items()
                },
                "education": role.education,
                "certifications": skill_refs(role.certifications, corpus),
            }
            for role in roles
        ],
    }


def demand_report(
    demand: Demand,
    failures: Mapping[Path, UnreadableDocument],
    engine: Engine,
    corpus: Corpus,
) -> c.DemandReport:
    """``matcher demand``."""
    return {
        "schema": "matcher.demand/1",
        **engine_json(engine),
        "n_postings": demand.n_postings,
        "n_named": demand.n_named,
        "demand": [
            {
                "role_id": row.role_id,
                **skill_ref(row.skill_id, corpus),
                "importance": row.importance,
                "count": row.count,
                "n": row.n,
                "share": _rounded(row.share),
                "low": _rounded(row.low),
                "high": _rounded(row.high),
                "change": _rounded(row.change),
            }
            for row in demand.rows
        ],
        "failures": [
            {"path": str(path), "id": "", "code": error.code, "message": str(error)}
            for path, error in failures.items()
        ],
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def percentiles_report(rows: Sequence[Mapping[str, object]], engine: Engine) -> c.PercentilesReport:
    """``matcher percentiles``."""
    return {
        "schema": "matcher.corpus.percentiles/1",
        **engine_json(engine),
        "percentiles": cast(list[dict[str, str | float]], list(rows)),
    }


def check_report(findings: Iterable[Finding], corpus: Corpus) -> c.CheckReport:
    """``matcher corpus check``."""
    return {
        "schema": "matcher.check/1",
        **release_json(corpus),
        "findings": [
            {
                "severity": each.severity,
                "kind": each.kind,
                "where": each.where,
                "message": each.message,
            }
            for each in findings
        ],
    }
