"""Fits against the grades of two judges: 318 pairs of a resume and a posting.

``annotations/judgements.csv`` holds the pairs: 66 invented resumes of data people, near misses
above all (``annotations/resumes``), 40 real ones by the SHA-256 of their files, and 44 postings of
the boards by the hash of their descriptions. Grades: 0 another field, 1 a neighbour, 2 worth an
interview, 3 to be called first. Both judges graded before any score was computed, and neither saw
the other's grades. Half of the resumes, by their hash, are kept for the final figure.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.documents import read_bytes
from matcher.embedding import minilm
from matcher.evaluation.figures import Figure
from matcher.evaluation.files import chosen_postings, is_final, resume_files
from matcher.evaluation.reading import ANNOTATIONS
from matcher.matching import Matcher
from matcher.records import JobPosting, Resume

Floats = npt.NDArray[np.float64]
FAR = 2  # grades apart: such pairs have to be in order
_BANDS = {"out_of_scope": 0, "weak": 0, "partial": 1, "good": 2, "strong": 3}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two grades of one pair; ``resume`` is a file name of ours or a SHA-256."""

    resume: str
    posting: str
    grades: tuple[int, int]

    @property
    def grade(self) -> float:
        """The mean of both."""
        return sum(self.grades) / 2

    @property
    def final(self) -> bool:
        """Whether it belongs to the half that is kept for the final figure."""
        return is_final(self.resume)


def judgements() -> list[Judgement]:
    """All of them, as committed."""
    with (ANNOTATIONS / "judgements.csv").open(encoding="utf-8", newline="") as file:
        return [
            Judgement(row["resume"], row["posting"], (int(row["judge_a"]), int(row["judge_b"])))
            for row in csv.DictReader(file)
        ]


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Order and agreement with the grades, for each half; baselines in the same table."""
    found = judgements()
    resumes = judged_resumes(matcher, data, {each.resume for each in found})
    postings = dict(chosen_postings(matcher, data, {each.posting for each in found}))
    found = [each for each in found if each.resume in resumes and each.posting in postings]
    scores = _scores(matcher, found, resumes, postings)
    for final in (False, True):
        half = "final" if final else "development"
        chosen = [at for at, each in enumerate(found) if each.final is final]
        grades = np.array([found[at].grade for at in chosen])
        one, other = np.array([found[at].grades for at in chosen], dtype=np.float64).T
        n = len(chosen)
        yield Figure(f"{half}: judges' tau-b", kendall_tau_b(one, other), n)
        yield Figure(f"{half}: judges' kappa", weighted_kappa(one, other), n)
        bands = scores["band"][chosen]
        kappa = (weighted_kappa(bands, one) + weighted_kappa(bands, other)) / 2
        yield Figure(f"{half}: band: kappa with a judge, mean of both", kappa, n)
        yield Figure(f"{half}: tau-b of a perfect order", _best_tau_b(grades), n)
        for name, values in scores.items():
            picked = values[chosen]
            yield Figure(f"{half}: {name}: tau-b", kendall_tau_b(picked, grades), n)
            share, pairs = pairs_in_order(picked, grades)
            yield Figure(f"{half}: {name}: pairs two grades apart in order", share, pairs)


def kendall_tau_b(one: Floats, other: Floats) -> float:
    """Kendall's rank correlation with ties (tau-b; Kendall 1945, Biometrika 33, 239-251)."""
    a = np.sign(one[:, None] - one[None, :])
    b = np.sign(other[:, None] - other[None, :])
    norm = np.sqrt(float((a * a).sum()) * float((b * b).sum()))
    return float((a * b).sum() / norm) if norm else 0.0


def weighted_kappa(one: Floats, other: Floats) -> float:
    """Agreement of grades beyond chance, a difference of two weighing four times as much as one of
    one (quadratic weights; Cohen 1968, Psychological Bulletin 70, 213-220)."""
    by_chance = float(np.square(one[:, None] - other[None, :]).mean())
    return 1 - float(np.square(one - other).mean()) / by_chance if by_chance else 0.0


def _best_tau_b(grades: Floats) -> float:
    """What scores without ties reach at most: grades have many."""
    order = np.argsort(np.argsort(grades, kind="stable")).astype(np.float64)
    return kendall_tau_b(order, grades)


def pairs_in_order(scores: Floats, grades: Floats) -> tuple[float, int]:
    """Share of the pairs two grades apart whose scores are in the same order (a tie is half
    right), and how many such pairs there are."""
    far = grades[:, None] - grades[None, :] >= FAR
    higher = scores[:, None] > scores[None, :]
    same = scores[:, None] == scores[None, :]
    right = (far & higher).sum() + 0.5 * (far & same).sum()
    return float(right / max(1, far.sum())), int(far.sum())


def judged_resumes(matcher: Matcher, data: Path, wanted: set[str]) -> dict[str, Resume]:
    """Resumes by file name, the invented ones, or by SHA-256; those that are not there are left
    out."""
    paths = {path.name: path for path in (ANNOTATIONS / "resumes").glob("*.txt")}
    paths |= resume_files(data, "resumes/livecareer", "resumes/vanetik_docx")
    return {
        name: matcher.resume(read_bytes(paths[name].read_bytes(), paths[name].name))
        for name in sorted(wanted & set(paths))
    }


def _scores(
    matcher: Matcher,
    found: Sequence[Judgement],
    resumes: dict[str, Resume],
    postings: dict[str, JobPosting],
) -> dict[str, Floats]:
    """Ours (fits, and the bands as grades) and the usual ones, in the order of ``found``."""
    fits, bands = np.zeros(len(found)), np.zeros(len(found))
    for key, posting in postings.items():
        numbers = [at for at, each in enumerate(found) if each.posting == key]
        chosen = {found[at].resume: resumes[found[at].resume] for at in numbers}
        ranking = matcher.rank_resumes(posting, chosen.values(), gains=False)
        fit_of = {each.resume.document.id: each.fit for each in ranking.candidates}
        for at in numbers:
            fit = fit_of[resumes[found[at].resume].document.id]
            fits[at], bands[at] = fit.points, _BANDS[fit.band]
    left = [resumes[each.resume].document.text for each in found]
    right = [postings[each.posting].document.text for each in found]
    scores = {"fit": fits, "band": bands, "keyword count": _keywords(left, right)}
    scores["TF-IDF cosine"] = _cosines_of(_tfidf, left, right)
    if minilm.is_installed():
        scores["all-MiniLM-L6-v2 cosine"] = _cosines_of(_minilm, left, right)
    return scores


def _keywords(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Words of the posting that the resume has, without the commonest ones."""
    from sklearn.feature_extraction.text import CountVectorizer

    model = CountVectorizer(stop_words="english", binary=True)
    matrix = model.fit_transform([*left, *right])
    one, other = matrix[: len(left)], matrix[len(left) :]
    return np.asarray(one.multiply(other).sum(axis=1)).ravel().astype(float)


Encode = Callable[[Sequence[str]], Floats]


def _cosines_of(encode: Encode, left: Sequence[str], right: Sequence[str]) -> Floats:
    texts = sorted({*left, *right})
    row = {text: number for number, text in enumerate(texts)}
    vectors = encode(texts)
    vectors = vectors / np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))
    one = vectors[[row[text] for text in left]]
    other = vectors[[row[text] for text in right]]
    return np.asarray((one * other).sum(axis=1))


def _tfidf(texts: Sequence[str]) -> Floats:
    from sklearn.feature_extraction.text import TfidfVectorizer

    model = TfidfVectorizer(stop_words="english", sublinear_tf=True)
    return np.asarray(model.fit_transform(texts).toarray())


def _minilm(texts: Sequence[str]) -> Floats:
    return np.asarray(minilm.load_minilm().encode(list(texts), show_progress_bar=False))
