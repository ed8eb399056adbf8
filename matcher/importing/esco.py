"""ESCO, the CSV files of an English release (v1.1 and later).

``occupations_en.csv``, ``skills_en.csv`` and ``occupationSkillRelations_en.csv`` are needed;
``ISCOGroups_en.csv`` and ``broaderRelationsSkillPillar_en.csv`` are used where they are. ESCO has
no tasks: what it calls skills and competences ("supervise site staff") are the responsibilities of
a role, and its knowledge concepts are what is required; a role with few of these requires its
competences too.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from matcher.importing.draft import MIN_REQUIRED, Draft, RoleDraft, rows


def read(folder: Path) -> Draft:
    """The occupations of a release as roles, its skill pillar as skills."""
    draft = Draft()
    skills = {row["conceptUri"]: row for row in rows(folder / "skills_en.csv")}
    broader: dict[str, list[str]] = defaultdict(list)
    path = folder / "broaderRelationsSkillPillar_en.csv"
    for row in rows(path) if path.is_file() else ():
        broader[row["conceptUri"]].append(row["broaderUri"])
    ids: dict[str, str] = {}
    for uri, row in skills.items():
        skill_id = draft.add_skill(
            row["preferredLabel"],
            row.get("skillType", "").replace("/", " ") or "skill",
            also=_lines(row["altLabels"]),
        )
        if skill_id:
            ids[uri] = skill_id
    for uri, skill_id in ids.items():
        parents = [ids[other] for other in broader[uri] if other in ids]
        draft.skills[skill_id]["parents"] = [each for each in parents if each != skill_id]
    groups = {}
    path = folder / "ISCOGroups_en.csv"
    for row in rows(path) if path.is_file() else ():
        groups[row["code"]] = row["preferredLabel"]
    named: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(folder / "occupationSkillRelations_en.csv"):
        named[row["occupationUri"]][row["relationType"]].append(row["skillUri"])
    for row in rows(folder / "occupations_en.csv"):
        of_role = named[row["conceptUri"]]
        essential, optional = of_role["essential"], of_role["optional"]
        duties = [uri for uri in (*essential, *optional) if _is_competence(skills, uri)]
        knowledge = [uri for uri in essential if not _is_competence(skills, uri)]
        if len(knowledge) < MIN_REQUIRED:
            knowledge += [uri for uri in essential if uri not in knowledge]
        draft.roles[row["conceptUri"]] = RoleDraft(
            title=row["preferredLabel"],
            family=groups.get(row["iscoGroup"][:2]) or groups.get(row["iscoGroup"]) or "other",
            summary=row["description"] or row["preferredLabel"],
            also=_lines(row["altLabels"]),
            responsibilities=[skills[uri]["preferredLabel"] for uri in duties],
            required=[ids[uri] for uri in knowledge if uri in ids],
            preferred=[ids[uri] for uri in optional if uri in ids],
        )
    return draft


def _is_competence(skills: dict[str, dict[str, str]], uri: str) -> bool:
    return uri in skills and skills[uri].get("skillType") == "skill/competence"


def _lines(labels: str) -> list[str]:
    return [label.strip() for label in labels.replace(" | ", "\n").split("\n") if label.strip()]
