"""Titles: raw IT titles to ten roles, and the title vectors on two public sets.

florex: 5,739 titles labelled with one or more of ten roles; the answer is the label of the best
role that has one, and any of a title's labels counts. Many titles say several ("Systems
Administrator / IT Project Manager") and have one of them as their label, so a second row takes all
roles that are said outright for the answer. TalentCLEF and JobBERT rank titles and ESCO
occupations by :func:`matcher.titles.title_cosines`; the plain encoder's figures are those of
:mod:`matcher.evaluation.encoder`. The titles that texts of postings tell are compared with the
boards' own, which are not in the text: they are right when both name the same role first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from matcher.evaluation.figures import Figure
from matcher.evaluation.files import adverts, text_id
from matcher.evaluation.retrieval import (
    average_precision,
    jobbert,
    reciprocal_rank,
    talentclef,
)
from matcher.matching import Matcher
from matcher.titles import title_cosines, title_key, title_vectors

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
_OUTRIGHT = 0.1  # a role scored this much below the best is said as well, not only resembled


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Accuracy on florex; MAP on TalentCLEF and MRR on JobBERT of title vectors; titles that the
    texts of postings tell."""
    yield from _florex(matcher, data / "titles/florex_it_titles.txt")
    yield from _postings(matcher, data)
    for task, metric, name in (
        (talentclef(data), average_precision, "TalentCLEF MAP"),
        (jobbert(data), reciprocal_rank, "JobBERT MRR"),
    ):
        left = title_vectors(task.queries, matcher.encoder)
        right = title_vectors(task.targets, matcher.encoder)
        scores = metric(title_cosines(left, right), task.relevant)
        yield Figure(f"{name}, title vectors", float(scores.mean()), len(scores))


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


def _postings(matcher: Matcher, data: Path) -> Iterator[Figure]:
    told = Counter[str]()
    unique = {text_id(advert.text): advert for advert in adverts(data)}
    for advert in unique.values():
        title = matcher.read_posting_text(advert.text).title
        same = _first_role(matcher, title) == _first_role(matcher, advert.title)
        told["right" if title and same else "another" if title else "none"] += 1
    for kind in ("right", "another", "none"):
        yield Figure(
            f"posting without its title, title told: {kind}", told[kind] / len(unique), len(unique)
        )


def _first_role(matcher: Matcher, title: str) -> str:
    """The role that a title names first, its words in a normal form where it names none."""
    roles = matcher.read_title(title, top=1).roles
    return roles[0].role_id if roles else title_key(title)
