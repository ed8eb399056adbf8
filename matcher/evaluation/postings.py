"""Requirements of postings against those that a person wrote down without seeing the reader's.

40 postings that the rules were mended on, and 21 that nobody looked at since.
``annotations/postings.json`` has one object for each posting, by the SHA-256 of its description
with single spaces; the postings are of the boards' files, drawn by a fixed seed. A skill is the
same on both sides when the taxonomy gives the annotator's words the same entry, or the reader
quotes them as a requirement that the taxonomy does not know.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from matcher.evaluation.figures import Figure
from matcher.evaluation.files import chosen_postings
from matcher.evaluation.reading import ANNOTATIONS
from matcher.matching import Matcher
from matcher.records import DEGREES, JobPosting

_KINDS = ("required", "preferred")


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """F1 of requirements with their importance; the importance of those found on both sides;
    years and degree; for each set of postings."""
    cases = list(annotated_postings(matcher, data))
    for name in dict.fromkeys(truth["set"] for truth, _ in cases):
        chosen = [case for case in cases if case[0]["set"] == name]
        for figure in _figures(matcher, chosen):
            yield replace(figure, name=f"{name}: {figure.name}")


def _figures(
    matcher: Matcher, cases: Sequence[tuple[dict[str, Any], JobPosting]]
) -> Iterator[Figure]:
    wanted, found, right = Counter[str](), Counter[str](), Counter[str]()
    split = Counter[tuple[str, str]]()  # (annotated, found) of requirements on both sides
    facts = Counter[str]()
    for truth, posting in cases:
        ours = _ours(posting)
        theirs = _theirs(truth, posting, matcher)
        for words, kind in theirs:
            wanted[kind] += 1
            met = [other for each, other in ours if each & words]
            right[f"{kind} recall"] += kind in met
            if met:
                split[kind, kind if kind in met else met[0]] += 1
        for words, kind in ours:
            found[kind] += 1
            right[f"{kind} precision"] += any(
                each & words and other == kind for each, other in theirs
            )
        facts["years"] += truth["years"] == posting.years_required
        facts["degree"] += _degree(truth) == (posting.degree or 0)
    for kind in _KINDS:
        precision = right[f"{kind} precision"] / max(1, found[kind])
        recall = right[f"{kind} recall"] / max(1, wanted[kind])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield Figure(f"{kind}: F1", f1, wanted[kind])
        yield Figure(f"{kind}: precision", precision, found[kind])
        yield Figure(f"{kind}: recall", recall, wanted[kind])
    for kind in _KINDS:
        same = split[kind, kind]
        either = sum(n for pair, n in split.items() if pair[0] == kind) + sum(
            n for pair, n in split.items() if pair[1] == kind
        )
        yield Figure(f"split of those found by both: {kind} F1", 2 * same / max(1, either), either)
    yield Figure("years right", facts["years"] / len(cases), len(cases))
    yield Figure("degree right", facts["degree"] / len(cases), len(cases))


def annotated_postings(matcher: Matcher, data: Path) -> Iterator[tuple[dict[str, Any], JobPosting]]:
    """Each annotated posting, with what is read from its title and description."""
    with (ANNOTATIONS / "postings.json").open(encoding="utf-8") as file:
        annotated = {entry["id"]: entry for entry in json.load(file)}
    for posting_id, posting in chosen_postings(matcher, data, annotated):
        yield annotated[posting_id], posting


def _ours(posting: JobPosting) -> list[tuple[frozenset[str], str]]:
    found = [(frozenset(one.any_of), _KINDS[not one.required]) for one in posting.requirements]
    found += [
        (frozenset({_plain(one.text)}), _KINDS[not one.required]) for one in posting.unrecognised
    ]
    return found


def _theirs(
    truth: dict[str, Any], posting: JobPosting, matcher: Matcher
) -> list[tuple[frozenset[str], str]]:
    """The annotator's phrases as skills: those that the finder sees in them or over them, where
    they stand in the posting or alone, and the words themselves."""
    text = posting.document.text.casefold()
    mentions = matcher.parts.finder.find(posting.document.text)
    found = []
    for item in truth["requirements"]:
        words: set[str] = set()
        for phrase in item["phrases"]:
            words.add(_plain(phrase))
            words.update(mention.skill_id for mention in matcher.parts.finder.find(phrase))
            small, at = phrase.casefold(), -1
            while (at := text.find(small, at + 1)) >= 0:
                end = at + len(small)
                words.update(one.skill_id for one in mentions if one.start < end and at < one.end)
        found.append((frozenset(words), item["importance"]))
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _degree(truth: dict[str, Any]) -> int:
    """The level that has to be met; none where experience may stand for it."""
    if truth["degree"] is None or truth["equivalent"]:
        return 0
    return DEGREES.index(truth["degree"])
