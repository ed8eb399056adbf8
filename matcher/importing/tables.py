"""Two tables of one's own.

``skills.csv``: label, and where wanted also, category, technical (yes or no), parents.
``roles.csv``: title, summary, responsibilities, required, and where wanted also, family, preferred,
neighbours (titles), degree. Several values in one cell are parted by ``|``; skills are named by a
label, and one that ``skills.csv`` lacks is added.
"""

from __future__ import annotations

from pathlib import Path

from matcher.errors import CorpusError
from matcher.importing.draft import Draft, RoleDraft, rows
from matcher.records import DEGREES

_ROLE_COLUMNS = ("title", "summary", "responsibilities", "required")


def read(folder: Path) -> Draft:
    """The roles and skills of the two tables."""
    draft = Draft()
    if (folder / "skills.csv").is_file():
        for number, row in enumerate(rows(folder / "skills.csv"), start=2):
            if not row.get("label"):
                raise CorpusError(f"{folder / 'skills.csv'}:{number}: label: nothing there")
            draft.add_skill(
                row["label"],
                row.get("category") or "skill",
                also=_cell(row, "also"),
                technical=row.get("technical", "").lower() in ("yes", "true", "1"),
            )
        for row in rows(folder / "skills.csv"):
            skill_id = draft.add_skill(row["label"], "skill")
            parents = [draft.add_skill(label, "skill") for label in _cell(row, "parents")]
            if skill_id:
                draft.skills[skill_id]["parents"] = [each for each in parents if each]
    for number, row in enumerate(rows(folder / "roles.csv"), start=2):
        for column in _ROLE_COLUMNS:
            if not row.get(column):
                raise CorpusError(f"{folder / 'roles.csv'}:{number}: {column}: nothing there")
        if row["title"] in draft.roles:
            raise CorpusError(
                f"{folder / 'roles.csv'}:{number}: title: {row['title']} stands twice"
            )
        degree = row.get("degree") or "none"
        if degree not in DEGREES:
            raise CorpusError(
                f"{folder / 'roles.csv'}:{number}: degree: {degree}; one of {', '.join(DEGREES)}"
            )
        draft.roles[row["title"]] = RoleDraft(
            title=row["title"],
            family=row.get("family") or "other",
            summary=row["summary"],
            also=_cell(row, "also"),
            responsibilities=_cell(row, "responsibilities"),
            required=_ids(draft, row, "required"),
            preferred=_ids(draft, row, "preferred"),
            neighbours=_cell(row, "neighbours"),
            degree=degree,
        )
    return draft


def _cell(row: dict[str, str], column: str) -> list[str]:
    return [value.strip() for value in row.get(column, "").split("|") if value.strip()]


def _ids(draft: Draft, row: dict[str, str], column: str) -> list[str]:
    found = (draft.add_skill(label, "skill") for label in _cell(row, column))
    return [skill_id for skill_id in found if skill_id]
