"""A corpus in the making: what a release says, brought into the form of corpus files."""

from __future__ import annotations

import csv
import re
import shutil
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from matcher.corpus import load_corpus
from matcher.corpus.files import fold_label
from matcher.errors import CorpusError
from matcher.titles import normal_title

MIN_RESPONSIBILITIES, MIN_REQUIRED = 8, 3  # what the format asks of a role
_MAX_ALSO, _MAX_RESPONSIBILITIES, _MAX_REQUIRED, _MAX_PREFERRED = 25, 15, 10, 15
_SHORTEST = 3  # characters of a label that needs no context


def slug(text: str) -> str:
    """An id: small letters and digits with hyphens between; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = plain.lower().replace("+", " plus ").replace("#", " sharp ")
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """The rows of a table in UTF-8; raises :class:`CorpusError` when it is not there."""
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=delimiter):
                yield {key: value or "" for key, value in row.items() if key}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or f"no table in UTF-8 ({error})"
        raise CorpusError(
            f"{path}: {reason}; give the folder with the files of the release, unpacked"
        ) from error


@dataclass(slots=True)
class RoleDraft:
    """A role as a release has it; ``required`` and ``preferred`` are skill ids."""

    title: str
    family: str
    summary: str
    also: Sequence[str] = ()
    responsibilities: Sequence[str] = ()
    required: Sequence[str] = ()
    preferred: Sequence[str] = ()
    neighbours: Sequence[str] = ()  # keys of other drafts
    degree: str = "none"
    levels: Sequence[dict[str, Any]] = ()


@dataclass(slots=True)
class Draft:
    """Skills and roles, with a count of what could not be taken over and why."""

    skills: dict[str, dict[str, Any]] = field(default_factory=dict)
    roles: dict[str, RoleDraft] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    _labels: dict[str, str] = field(default_factory=dict)
    _contexts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # What is known of ambiguous labels goes with them: "R", "Go", "Access".
        for skill in load_corpus().skills.values():
            if skill.context:
                rules = {
                    "exact_case": skill.context.exact_case,
                    "cues_only": skill.context.cues_only,
                    "cues": list(skill.context.cues),
                    "not_before": list(skill.context.not_before),
                    "not_after": list(skill.context.not_after),
                }
                for label in skill.context.labels:
                    self._contexts[fold_label(label)] = rules

    def add_skill(
        self,
        label: str,
        category: str,
        *,
        also: Iterable[str] = (),
        technical: bool = False,
    ) -> str | None:
        """The id of the skill with this label, new or known; None for a label that cannot be
        told from a word or letter by itself."""
        known = self._labels.get(fold_label(label))
        if known is None:
            skill_id = slug(label)
            if not skill_id or not self._is_usable(label):
                self.left_out["labels too short to be told from words"] += 1
                return None
            known = skill_id if skill_id not in self.skills else f"{skill_id}-{len(self.skills)}"
            self.skills[known] = {
                "id": known,
                "label": label,
                "also": [],
                "category": slug(category) or "skill",
                "technical": technical,
                "parents": [],
            }
            self._labels[fold_label(label)] = known
        for other in also:
            if (
                self._is_usable(other)
                and self._labels.setdefault(fold_label(other), known) == known
            ):
                entry = self.skills[known]
                if fold_label(other) not in {
                    fold_label(x) for x in (entry["label"], *entry["also"])
                }:
                    entry["also"].append(other)
        return known

    def _is_usable(self, label: str) -> bool:
        return len(label) >= _SHORTEST or fold_label(label) in self._contexts

    def write(self, folder: Path) -> None:
        """The corpus as files, checked by loading it; one that does not load is not left there.
        ``folder`` must be empty or absent."""
        if folder.exists() and any(folder.iterdir()):
            raise CorpusError(f"{folder}: not empty; name a new folder")
        try:
            self._write(folder)
        except CorpusError:
            for name in ("skills", "roles"):
                shutil.rmtree(folder / name, ignore_errors=True)
            raise

    def _write(self, folder: Path) -> None:
        for name in ("skills", "roles"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        by_file: dict[tuple[str, bool], list[dict[str, Any]]] = defaultdict(list)
        for entry in self.skills.values():
            by_file[entry["category"], entry["technical"]].append(self._skill_entry(entry))
        for (category, technical), entries in sorted(by_file.items()):
            body = {"category": category, "technical": technical, "skills": entries}
            _dump(folder / "skills" / f"{category}{'-technical' if technical else ''}.yaml", body)
        for role_id, values in self._role_entries().items():
            _dump(folder / "roles" / f"{role_id}.yaml", values)
        load_corpus(folder)

    def _skill_entry(self, entry: dict[str, Any]) -> dict[str, Any]:
        kept = {"id": entry["id"], "label": entry["label"]}
        if entry["also"]:
            kept["also"] = entry["also"]
        if parents := [each for each in entry["parents"] if each in self.skills]:
            kept["parents"] = parents
        ambiguous = [
            label
            for label in (entry["label"], *entry["also"])
            if fold_label(label) in self._contexts
        ]
        if ambiguous:
            kept["context"] = {"labels": ambiguous, **self._contexts[fold_label(ambiguous[0])]}
        return kept

    def _role_entries(self) -> dict[str, dict[str, Any]]:
        ids: dict[str, str] = {}
        owners: dict[str, str] = {}
        for key, role in self.roles.items():
            role_id = slug(role.title)
            duties = len(role.responsibilities) >= MIN_RESPONSIBILITIES
            skills = len({*role.required, *role.preferred}) >= MIN_REQUIRED
            if not (role_id and duties and skills):
                cause = "tasks" if not duties else "skills"
                self.left_out[f"roles with too few {cause}"] += 1
                continue
            ids[key] = role_id if role_id not in ids.values() else f"{role_id}-{len(ids)}"
            owners.setdefault(normal_title(role.title), ids[key])
        found = {}
        for key, role_id in ids.items():
            role = self.roles[key]
            ranked = list(dict.fromkeys([*role.required, *role.preferred]))
            n_required = min(_MAX_REQUIRED, max(MIN_REQUIRED, len(set(role.required))))
            if (raised := n_required - len(set(role.required))) > 0:
                self.left_out[
                    "wishes of roles with fewer than three requirements, which became some"
                ] += raised
            also = [
                title
                for title in dict.fromkeys(role.also)
                if owners.setdefault(normal_title(title), role_id) == role_id
                and normal_title(title) != normal_title(role.title)
            ]
            found[role_id] = {
                "id": role_id,
                "title": role.title,
                "also": also[:_MAX_ALSO],
                "family": slug(role.family) or "other",
                "summary": role.summary,
                "responsibilities": list(role.responsibilities)[:_MAX_RESPONSIBILITIES],
                "required": ranked[:n_required],
                "preferred": ranked[n_required : n_required + _MAX_PREFERRED],
                "levels": list(role.levels)
                or [{"name": "Any", "years": [0, None], "signs": "No ladder is given."}],
                "axes": {"software": 0.0, "statistics": 0.0, "infrastructure": 0.0},
                "neighbours": [ids[other] for other in role.neighbours if other in ids],
                "degree": role.degree,
            }
        return found


def _dump(path: Path, body: dict[str, Any]) -> None:
    text = yaml.safe_dump(body, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(text, encoding="utf-8")
