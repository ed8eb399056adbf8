"""roles: the profiles of the corpus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from matcher import contract as c
from matcher.records import DEGREES, Role
from matcher.reports.base import axes_json, requirement_refs, role_ref, skill_refs

if TYPE_CHECKING:
    from matcher.corpus import Corpus


def roles_report(roles: Iterable[Role], corpus: Corpus) -> c.RolesReport:
    """``matcher roles``."""
    return {
        "schema": "matcher.roles/1",
        "corpus": corpus.fingerprint,
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
