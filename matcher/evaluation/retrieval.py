"""Retrieval sets of the work domain: queries, targets, and which targets answer each query.

TalentCLEF 2025 A (title → title), JobBERT (vacancy title → ESCO occupation, by the preferred
label) and TECH and HOUSE of Decorte et al. (sentence → ESCO skill, without the rows that the
benchmark drops), as they lie in the data folder. :func:`held_out` makes larger ones from the
concepts that training leaves out (:func:`matcher.training.pairs.is_held_out`).
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.embedding import Vectors
from matcher.training.pairs import Concept, is_held_out, read_taxonomies

Floats = npt.NDArray[np.float64]

_N_VACANCIES = 4_000
_N_HELD_OUT = 2_000  # queries of each kind


@dataclass(frozen=True)
class RetrievalSet:
    """``relevant[q]`` has the numbers of the targets that answer ``queries[q]``, never none."""

    name: str
    queries: Sequence[str]
    targets: Sequence[str]
    relevant: Sequence[frozenset[int]]


def talentclef(data: Path) -> RetrievalSet:
    """37 titles, each with its synonyms among 2,619."""
    folder = data / "titles/talentclef2025_en"
    queries = {row["q_id"]: row["jobtitle"] for row in _rows(folder / "queries.tsv", "\t")}
    targets = {row["c_id"]: row["jobtitle"] for row in _rows(folder / "corpus_elements.tsv", "\t")}
    number = {element: at for at, element in enumerate(targets)}
    relevant: dict[str, set[int]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, _, element, _ = line.split()
        relevant[query].add(number[element])
    return RetrievalSet(
        "title → title (TalentCLEF)",
        list(queries.values()),
        list(targets.values()),
        [frozenset(relevant[query]) for query in queries],
    )


def jobbert(data: Path) -> RetrievalSet:
    """4,000 vacancy titles, drawn by a fixed seed, each with its occupation of 3,039."""
    occupations = _rows(data / "taxonomies/esco/occupations_en.csv")
    number = {row["conceptUri"]: at for at, row in enumerate(occupations)}
    vacancies = [
        row for row in _rows(data / "titles/jobbert_titles_dev.csv") if row["conceptUri"] in number
    ]
    random.Random(1).shuffle(vacancies)
    vacancies = vacancies[:_N_VACANCIES]
    return RetrievalSet(
        "title → occupation (JobBERT)",
        [row["vacancyTitle"] for row in vacancies],
        [row["preferredLabel"] for row in occupations],
        [frozenset({number[row["conceptUri"]]}) for row in vacancies],
    )


def decorte(data: Path, kind: str) -> RetrievalSet:
    """Sentences of postings with their ESCO skills, among some 13,000 labels; ``kind`` is "TECH"
    or "HOUSE"."""
    esco = data / "taxonomies/esco"
    labels = {row["skill_label"] for row in _rows(esco / "skills_labels_descriptions.csv")}
    labels |= set((esco / "skills_en_label.txt").read_text("utf-8").split("\n"))
    targets = sorted(labels - {""})
    number = {label.strip(): at for at, label in enumerate(targets)}
    asked: dict[str, set[int]] = defaultdict(set)
    for row in _rows(data / f"skills/decorte/{kind.lower()}_validation_annotations.csv"):
        if row["label"] in number:
            asked[row["sentence"]].add(number[row["label"]])
    return RetrievalSet(
        f"sentence → skill ({kind})", list(asked), targets, [frozenset(s) for s in asked.values()]
    )


def held_out(data: Path) -> Iterator[RetrievalSet]:
    """Names and descriptions of concepts that training never saw, among all of their kind: an
    alternative title → the title, an alternative label → the skill, a description → the skill.

    A query that is also a name of another concept is left out: it may have been seen there.
    """
    concepts = read_taxonomies(data / "taxonomies")
    owners: dict[str, set[str]] = defaultdict(set)
    for concept in concepts:
        for text in (*concept.names, *concept.texts):
            owners[text.casefold()].add(concept.names[0].casefold())
    for name, sources in (
        ("alternative title → title, held out", {"esco-title", "onet-title"}),
        ("alternative label → skill, held out", {"esco-skill"}),
        ("description → skill, held out", {"esco-description"}),
    ):
        of_kind = [concept for concept in concepts if concept.source in sources]
        yield _held_out(name, of_kind, owners)


def _held_out(name: str, concepts: Sequence[Concept], owners: dict[str, set[str]]) -> RetrievalSet:
    targets = sorted({concept.names[0] for concept in concepts})
    number = {target: at for at, target in enumerate(targets)}
    queries = sorted(
        {
            (text, concept.names[0])
            for concept in concepts
            if is_held_out(concept)
            for text in (*concept.names[1:], *concept.texts)
            if owners[text.casefold()] == {concept.names[0].casefold()}
            and text.casefold() != concept.names[0].casefold()
        }
    )
    random.Random(1).shuffle(queries)
    queries = queries[:_N_HELD_OUT]
    return RetrievalSet(
        name,
        [query for query, _ in queries],
        targets,
        [frozenset({number[target]}) for _, target in queries],
    )


def average_precision(cosines: Vectors, relevant: Sequence[frozenset[int]]) -> Floats:
    """Of each query, shape ``(n_queries,)``; ties in the order of the targets."""
    scores = []
    for row, wanted in zip(cosines, relevant, strict=True):
        hits = np.isin(np.argsort(-row, kind="stable"), list(wanted))
        at = np.cumsum(hits) / np.arange(1, len(hits) + 1)
        scores.append((at * hits).sum() / hits.sum())
    return np.array(scores)


def reciprocal_rank(cosines: Vectors, relevant: Sequence[frozenset[int]]) -> Floats:
    """1 over the rank of the first target that answers, of each query; what ties with it comes
    after it."""
    best = np.array(
        [row[list(wanted)].max() for row, wanted in zip(cosines, relevant, strict=True)]
    )
    scores: Floats = 1.0 / (1 + (cosines > best[:, None]).sum(axis=1))
    return scores


def r_precision_at(k: int, cosines: Vectors, relevant: Sequence[frozenset[int]]) -> Floats:
    """Of the first ``k`` targets the share that answers, of at most ``k`` that could (RP@k), of
    each query."""
    first = np.argsort(-cosines, axis=1, kind="stable")[:, :k]
    return np.array(
        [
            len(wanted.intersection(row.tolist())) / min(k, len(wanted))
            for row, wanted in zip(first, relevant, strict=True)
        ]
    )


def _rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))
