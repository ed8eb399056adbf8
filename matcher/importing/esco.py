"""ESCO, the CSV files of an English release (v1.1 and later).

``occupations_en.csv``, ``skills_en.csv`` and ``occupationSkillRelations_en.csv`` are needed;
``ISCOGroups_en.csv`` and ``broaderRelationsSkillPillar_en.csv`` are used where they are. ESCO has
no tasks: what it calls skills and competences ("supervise site staff") are the responsibilities of
a role, and its knowledge concepts are what is required; a role with few of these requires its
competences too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from matcher.importing.draft import MIN_REQUIRED, Draft, RoleDraft, rows

Rows = dict[str, dict[str, str]]  # by URI


def read(folder: Path) -> Draft:
    """The occupations of a release as roles, its skill pillar as skills."""
    draft = Draft()
    skills = {row["conceptUri"]: row for row in rows(folder / "skills_en.csv")}
    ids = _add_skills(draft, skills)
    _add_parents(draft, folder, ids)
    groups = {row["code"]: row["preferredLabel"] for row in _optional(folder, "ISCOGroups_en.csv")}
    relations: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(folder / "occupationSkillRelations_en.csv"):
        relations[row["occupationUri"]][row["relationType"]].append(row["skillUri"])
    for row in rows(folder / "occupations_en.csv"):
        asked = relations[row["conceptUri"]]
        required, duties = _required_and_duties(asked["essential"], asked["optional"], skills)
        draft.roles[row["conceptUri"]] = RoleDraft(
            title=row["preferredLabel"],
            family=groups.get(row["iscoGroup"][:2]) or groups.get(row["iscoGroup"]) or "other",
            summary=row["description"] or row["preferredLabel"],
            also=_lines(row["altLabels"]),
            responsibilities=[skills[uri]["preferredLabel"] for uri in duties],
            required=[ids[uri] for uri in required if uri in ids],
            preferred=[ids[uri] for uri in asked["optional"] if uri in ids],
        )
    return draft


def _add_skills(draft: Draft, skills: Rows) -> dict[str, str]:
    """The ids of the skills that were taken, by their URIs."""
    ids: dict[str, str] = {}
    for uri, row in skills.items():
        kind = row.get("skillType", "").replace("/", " ") or "skill"
        skill_id = draft.add_skill(row["preferredLabel"], kind, also=_lines(row["altLabels"]))
        if skill_id:
            ids[uri] = skill_id
    return ids


def _add_parents(draft: Draft, folder: Path, ids: dict[str, str]) -> None:
    broader: dict[str, list[str]] = defaultdict(list)
    for row in _optional(folder, "broaderRelationsSkillPillar_en.csv"):
        broader[row["conceptUri"]].append(row["broaderUri"])
    for uri, skill_id in ids.items():
        parents = [ids[other] for other in broader[uri] if other in ids]
        draft.skills[skill_id]["parents"] = [each for each in parents if each != skill_id]


def _required_and_duties(
    essential: list[str], optional: list[str], skills: Rows
) -> tuple[list[str], list[str]]:
    duties = [uri for uri in (*essential, *optional) if _is_competence(skills, uri)]
    required = [uri for uri in essential if not _is_competence(skills, uri)]
    if len(required) < MIN_REQUIRED:
        required += [uri for uri in essential if uri not in required]
    return required, duties


def _optional(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a file that a release may lack."""
    path = folder / name
    return rows(path) if path.is_file() else iter(())


def _is_competence(skills: Rows, uri: str) -> bool:
    return uri in skills and skills[uri].get("skillType") == "skill/competence"


def _lines(labels: str) -> list[str]:
    return [label.strip() for label in labels.replace(" | ", "\n").split("\n") if label.strip()]
