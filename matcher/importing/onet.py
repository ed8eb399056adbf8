"""O*NET database, text files (tab-separated), release 20 and later.

Occupation Data, Task Statements, Alternate Titles, Technology Skills and Tools Used are needed;
Sample of Reported Titles, Related Occupations and Job Zones are used where they are. Technology is
ranked by O*NET's hot technologies first, then by how few occupations name it: what everybody uses
tells least.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from matcher.importing.draft import Draft, RoleDraft, rows

_CODE = "O*NET-SOC Code"
# Standard Occupational Classification 2018, major groups.
_FAMILIES = {
    "11": "management", "13": "business and finance", "15": "computer and mathematical",
    "17": "architecture and engineering", "19": "science", "21": "community and social service",
    "23": "legal", "25": "education", "27": "arts and media", "29": "healthcare practitioners",
    "31": "healthcare support", "33": "protective service", "35": "food",
    "37": "cleaning and grounds", "39": "personal care", "41": "sales", "43": "office",
    "45": "farming", "47": "construction", "49": "maintenance and repair", "51": "production",
    "53": "transport", "55": "military",
}  # fmt: skip
_DEGREES = {"4": "bachelor", "5": "master"}  # by job zone
_MAX_TOOLS = 6


def read(folder: Path) -> Draft:
    """The occupations of a release as roles, its technologies and tools as skills."""
    draft = Draft()
    occupations = {row[_CODE]: row for row in rows(folder / "Occupation Data.txt", "\t")}
    technology = _skills(draft, folder / "Technology Skills.txt", technical=True)
    tools = _skills(draft, folder / "Tools Used.txt", technical=False)
    tasks: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for row in rows(folder / "Task Statements.txt", "\t"):
        tasks[row[_CODE]].append((row.get("Task Type") != "Core", row["Task"]))
    titles = _lists(folder / "Sample of Reported Titles.txt", "Reported Job Title")
    for code, others in _lists(folder / "Alternate Titles.txt", "Alternate Title").items():
        titles[code] += others
    related = _lists(folder / "Related Occupations.txt", "Related O*NET-SOC Code")
    zones = _lists(folder / "Job Zones.txt", "Job Zone")
    for code, row in occupations.items():
        zone = (zones[code] or [""])[0]
        # Sorting is stable: within core and supplemental tasks the release's order stays.
        duties = [task for _, task in sorted(tasks[code], key=lambda pair: pair[0])]
        draft.roles[code] = RoleDraft(
            title=row["Title"],
            family=_FAMILIES.get(code[:2], "other"),
            summary=row["Description"],
            also=titles[code],
            responsibilities=duties,
            required=technology[code][:_MAX_TOOLS] + tools[code][:_MAX_TOOLS],
            preferred=technology[code][_MAX_TOOLS:] + tools[code][_MAX_TOOLS:],
            neighbours=related[code][:6],
            degree=_DEGREES.get(zone, "none"),
        )
    return draft


def _skills(draft: Draft, path: Path, *, technical: bool) -> dict[str, list[str]]:
    """Ids of the skills of each occupation, the most telling first."""
    named: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows(path, "\t"):
        label = without_maker(row["Example"])
        skill_id = draft.add_skill(label, path.stem, also=[row["Example"]], technical=technical)
        if skill_id:
            named[row[_CODE]][skill_id] = row.get("Hot Technology") == "Y"
    spread = Counter(skill_id for of_code in named.values() for skill_id in of_code)
    return defaultdict(
        list,
        {
            code: sorted(of_code, key=lambda skill: (not of_code[skill], spread[skill], skill))
            for code, of_code in named.items()
        },
    )


def without_maker(example: str) -> str:
    """The product of "maker product": "Adobe Systems Adobe Acrobat" is Adobe Acrobat, and "The
    MathWorks MATLAB" MATLAB."""
    words = example.split()
    for at in range(1, len(words)):
        if words[at] == words[0] or (at > 1 and words[at] == words[1]):
            return " ".join(words[at:])
    return " ".join(words[2:]) if words[0] == "The" and len(words) > 2 else example


def _lists(path: Path, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    if path.is_file():
        for row in rows(path, "\t"):
            found[row[_CODE]].append(row[column])
    return found
