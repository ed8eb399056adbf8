"""The roles that people confuse: postings without their title, told apart by content.

The unique postings of two job boards whose title names exactly one of four roles. Ours is
the best of the four in :meth:`Matcher.roles_of_posting`; the baseline is the cosine of TF-IDF
vectors to the texts of the four profiles (with the skills' labels), fitted on the postings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from matcher.corpus_check import prose
from matcher.evaluation.figures import Figure
from matcher.evaluation.files import adverts
from matcher.matching import Matcher

ROLES = {
    "data-scientist": re.compile(r"\bdata scien(?:tist|ce)\b", re.IGNORECASE),
    "data-analyst": re.compile(r"\bdata analyst\b|\bdata analytics\b", re.IGNORECASE),
    "data-engineer": re.compile(r"\bdata engineer", re.IGNORECASE),
    "machine-learning-engineer": re.compile(
        r"\b(?:machine learning|ml)\b.*\b(?:engineer|developer)\b", re.IGNORECASE
    ),
}


def postings(data: Path) -> list[tuple[str, str]]:
    """Role and description of the postings whose title names one of the roles, each once."""
    found: dict[str, tuple[str, str]] = {}
    for advert in adverts(data):
        named = [role for role, words in ROLES.items() if words.search(advert.title)]
        if len(named) == 1:
            found.setdefault(" ".join(advert.text.split())[:2_000], (named[0], advert.text))
    return list(found.values())


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Macro-F1 of both, and the confusion matrix of ours, row by row as shares."""
    cases = postings(data)
    truth = [role for role, _ in cases]
    texts = [_without_titles(text) for _, text in cases]
    ours = [_nearest(matcher, text) for text in texts]
    yield Figure("macro-F1", macro_f1(truth, ours), len(cases))
    yield Figure("macro-F1 of TF-IDF", macro_f1(truth, _tfidf(matcher, texts)), len(cases))
    pairs = Counter(zip(truth, ours, strict=True))
    for role, n in Counter(truth).most_common():
        for other in ROLES:
            yield Figure(f"{role} taken for {other}", pairs[role, other] / n, n)


def _without_titles(text: str) -> str:
    for words in ROLES.values():
        text = words.sub(" ", text)
    return text


def _nearest(matcher: Matcher, text: str) -> str:
    posting = matcher.read_posting_text(text)
    found = dict(matcher.roles_of_posting(posting, top=len(matcher.corpus.roles)))
    return max(ROLES, key=lambda role: found[role])


def _tfidf(matcher: Matcher, texts: Sequence[str]) -> list[str]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    profiles = []
    for role_id in ROLES:
        role = matcher.corpus.role(role_id)
        asked = [skill_id for item in role.requirements for skill_id in item.any_of]
        profiles.append(" ".join([*prose(role), *map(matcher.corpus.label, asked)]))
    model = TfidfVectorizer(stop_words="english", sublinear_tf=True)
    vectors = model.fit_transform([*texts, *profiles])
    cosines = (vectors[: len(texts)] @ vectors[len(texts) :].T).toarray()
    names = list(ROLES)
    return [names[int(row.argmax())] for row in cosines]


def macro_f1(truth: Sequence[str], found: Sequence[str]) -> float:
    """Mean over the classes of the truth of the harmonic mean of precision and recall."""
    scores = []
    for name in sorted(set(truth)):
        right = sum(t == f == name for t, f in zip(truth, found, strict=True))
        scores.append(2 * right / max(1, truth.count(name) + found.count(name)))
    return sum(scores) / len(scores)
