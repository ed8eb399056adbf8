"""Titles: raw IT titles to ten roles, and the title vectors on two public sets.

florex: 5,739 titles labelled with one or more of ten roles; the answer is the label of the best
role that has one, and any of a title's labels counts. Many titles say several ("Systems
Administrator / IT Project Manager") and have one of them as their label, so a second row takes all
roles that are said outright for the answer. TalentCLEF and JobBERT rank titles and ESCO
occupations by :func:`matcher.titles.title_cosines`, beside the plain encoder.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from matcher.embedding import Vectors, cosines, on_grid
from matcher.evaluation.figures import Figure
from matcher.matching import Matcher
from matcher.titles import title_cosines, title_vectors

FLOREX = {
    "Network_Administrator": (
        "network-administrator", "network-engineer", "network-architect", "voip-engineer",
        "telecommunications-engineer",
    ),
    "Systems_Administrator": (
        "systems-administrator", "linux-systems-engineer", "virtualization-engineer",
        "storage-engineer", "microsoft-365-administrator", "it-support-specialist",
        "systems-analyst", "data-center-technician",
    ),
    "Database_Administrator": (
        "database-administrator", "sql-developer", "database-reliability-engineer",
        "data-architect",
    ),
    "Security_Analyst": (
        "security-analyst", "security-engineer", "penetration-tester", "grc-analyst",
        "incident-responder", "threat-intelligence-analyst", "security-architect",
        "identity-access-engineer", "malware-analyst", "application-security-engineer",
        "cloud-security-engineer",
    ),
    "Project_manager": (
        "project-manager", "program-manager", "technical-program-manager", "pmo-analyst",
        "scrum-master", "agile-coach", "construction-manager", "it-manager", "it-director",
    ),
    "Front_End_Developer": ("frontend-engineer", "ui-designer", "ux-designer"),
    "Web_Developer": (
        "web-designer", "php-developer", "wordpress-developer", "full-stack-engineer",
    ),
    "Java_Developer": ("java-developer", "android-developer"),
    "Python_Developer": ("python-developer",),
    "Software_Developer": (
        "software-engineer", "dotnet-developer", "backend-engineer",
        "cpp-developer", "embedded-software-engineer", "engineering-manager", "technical-lead",
        "software-architect", "ios-developer", "test-automation-engineer",
        "desktop-application-developer", "go-developer", "rust-developer", "nodejs-developer",
        "ruby-developer", "integration-engineer", "mainframe-developer", "sharepoint-developer",
        "firmware-engineer", "cross-platform-mobile-developer", "release-engineer",
    ),
}  # fmt: skip
N_VACANCIES = 4_000
_OUTRIGHT = 0.1  # a role scored this much below the best is said as well, not only resembled

_Near = Callable[[Matcher, Sequence[str], Sequence[str]], Vectors]


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Accuracy on florex; MAP and MRR of title vectors and of the plain encoder."""
    yield from _florex(matcher, data / "titles/florex_it_titles.txt")
    for name, near in (("title vectors", _by_title), ("plain encoder", _plainly)):
        yield _talentclef(matcher, data / "titles/talentclef2025_en", name, near)
        yield _jobbert(matcher, data, name, near)


def _florex(matcher: Matcher, path: Path) -> Iterator[Figure]:
    label_of = {role: label for label, roles in FLOREX.items() for role in roles}
    first = said = n = 0
    for line in path.read_text("utf-8", errors="replace").splitlines():
        title, _, wanted = line.strip().rpartition(":")
        if not title:
            continue
        roles = matcher.read_title(title, top=40).roles
        found = [(label_of[r.role_id], r.score) for r in roles if r.role_id in label_of]
        labels = wanted.split(",")
        n += 1
        first += bool(found) and found[0][0] in labels
        said += any(label in labels for label, score in found if score >= found[0][1] - _OUTRIGHT)
    yield Figure("florex accuracy, first role", first / n, n)
    yield Figure("florex accuracy, roles said outright", said / n, n)


def _by_title(matcher: Matcher, left: Sequence[str], right: Sequence[str]) -> Vectors:
    return title_cosines(
        title_vectors(left, matcher.encoder), title_vectors(right, matcher.encoder)
    )


def _plainly(matcher: Matcher, left: Sequence[str], right: Sequence[str]) -> Vectors:
    return cosines(on_grid(matcher.encoder.encode(left)), on_grid(matcher.encoder.encode(right)))


def _rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def _talentclef(matcher: Matcher, folder: Path, name: str, near: _Near) -> Figure:
    queries = {row["q_id"]: row["jobtitle"] for row in _rows(folder / "queries.tsv", "\t")}
    corpus = {row["c_id"]: row["jobtitle"] for row in _rows(folder / "corpus_elements.tsv", "\t")}
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, _, element, _ = line.split()
        relevant[query].add(element)
    ids = list(corpus)
    precisions = []
    found = near(matcher, list(queries.values()), list(corpus.values()))
    for query, row in zip(queries, found, strict=True):
        hits = np.array([ids[at] in relevant[query] for at in np.argsort(-row, kind="stable")])
        at = np.cumsum(hits) / np.arange(1, len(hits) + 1)
        precisions.append((at * hits).sum() / max(1, hits.sum()))
    return Figure(f"TalentCLEF MAP, {name}", float(np.mean(precisions)), len(queries))


def _jobbert(matcher: Matcher, data: Path, name: str, near: _Near) -> Figure:
    occupations = _rows(data / "taxonomies/esco/occupations_en.csv")
    number = {row["conceptUri"]: at for at, row in enumerate(occupations)}
    vacancies = [
        row for row in _rows(data / "titles/jobbert_titles_dev.csv") if row["conceptUri"] in number
    ]
    random.Random(1).shuffle(vacancies)
    vacancies = vacancies[:N_VACANCIES]
    labels = [row["preferredLabel"] for row in occupations]
    found = near(matcher, [row["vacancyTitle"] for row in vacancies], labels)
    right = found[np.arange(len(found)), [number[row["conceptUri"]] for row in vacancies]]
    ranks = 1 + (found > right[:, None]).sum(axis=1)
    return Figure(f"JobBERT MRR, {name}", float(np.mean(1 / ranks)), len(vacancies))
