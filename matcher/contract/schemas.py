"""JSON schemas, made from the types."""

from __future__ import annotations

from typing import Any

from matcher.contract.knowledge import CheckReport, DemandReport, PercentilesReport, RolesReport
from matcher.contract.matching import MatchReport, RankReport, ScoreRow
from matcher.contract.plans import CareersReport, CompareReport, PathReport, UnreadReport
from matcher.contract.reading import ParseReport, SkillsReport, TitleReport

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
