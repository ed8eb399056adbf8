"""Encoders side by side: titles, occupations, skills, resumes, and texts per second.

Each task gives one number for each query, so that two encoders are compared query by query: the
difference comes with the 95% interval of a paired bootstrap (percentiles of 2,000 resamples of the
queries, fixed seed). The first encoder is compared with each of the others.

What training saw is told apart: the tasks named "held out" ask for concepts that it left out
(:func:`matcher.training.pairs.is_held_out`), "unseen" leaves out the sentences that share six words
in a row with SkillSpan's train part. Of the others the queries were not seen, save 35 of
TalentCLEF's 37 titles, which are names in O*NET or ESCO, as the targets of TalentCLEF, JobBERT,
TECH and HOUSE mostly are.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import numpy as np

from matcher.documents import read_bytes
from matcher.documents.characters import BULLET
from matcher.embedding import MINILM, Encoder, Vectors, cosines, load_encoder, on_grid
from matcher.evaluation.figures import Figure
from matcher.evaluation.retrieval import (
    Floats,
    average_precision,
    decorte,
    held_out,
    jobbert,
    r_precision_at,
    reciprocal_rank,
    talentclef,
)
from matcher.matching import Matcher

Scores = dict[str, Floats]  # by task; one number for each query
Near = Callable[[Sequence[str], Sequence[str]], Vectors]  # cosines of two lists of texts

_RESAMPLES = 2_000
_N_RESUMES = 300
_N_BEST = 5  # lines
_GRAM = 6  # words in a row that make a sentence a seen one
_SECONDS = 2.0  # of each timing
_WORDS = (8, 600)
_ROUNDS = 3
# Names of LiveCareer's folders in words; the others are words already.
_PROFESSIONS = {
    "HR": "Human Resources",
    "DIGITAL-MEDIA": "Digital Media",
    "PUBLIC-RELATIONS": "Public Relations",
    "BUSINESS-DEVELOPMENT": "Business Development",
    "INFORMATION-TECHNOLOGY": "Information Technology",
}


def evaluate(matcher: Matcher, data: Path, against: Sequence[str] = ()) -> Iterator[Figure]:
    """The matcher's encoder against those named (default: the accurate gear and all-MiniLM-L6-v2,
    which need the extra ``accurate``)."""
    others = against or ("accurate", MINILM)
    encoders = {matcher.encoder.name.partition("@")[0]: matcher.encoder}
    yield from compare(encoders | {name: load_encoder(name) for name in others}, data)


def compare(encoders: Mapping[str, Encoder], data: Path) -> Iterator[Figure]:
    """Every task for every encoder, and the first encoder's lead over each of the others."""
    sets = _Sets(data)
    scores = {name: sets.scores(encoder) for name, encoder in encoders.items()}
    first, *others = encoders
    for task in scores[first]:
        for name in encoders:
            yield _figure(f"{task}: {name}", scores[name][task])
        for other in others:
            lead = scores[first][task] - scores[other][task]
            yield _figure(f"{task}: {first} less {other}", lead)
    for n_words in _WORDS:
        # In turn, so that a machine that slows down slows all.
        rounds = [
            {name: sets.speed(encoder, n_words) for name, encoder in encoders.items()}
            for _ in range(_ROUNDS)
        ]
        for name in encoders:
            speed = median(found[name] for found in rounds)
            yield Figure(f"texts/s, {n_words} words: {name}", speed, _ROUNDS)
        for other in others:
            ratio = median(found[first] / found[other] for found in rounds)
            yield Figure(f"texts/s, {n_words} words: {first} over {other}", ratio, _ROUNDS)


def _figure(name: str, values: Floats) -> Figure:
    from scipy.stats import bootstrap

    interval = bootstrap(
        (values,), np.mean, n_resamples=_RESAMPLES, method="percentile", rng=1, batch=200
    ).confidence_interval
    return Figure(
        name, float(values.mean()), len(values), float(interval.low), float(interval.high)
    )


class _Sets:
    """The data, read once, and every text of it that is encoded, so that each is encoded once."""

    def __init__(self, data: Path) -> None:
        self.talentclef = talentclef(data)
        self.ranked = [jobbert(data), *held_out(data)]
        self.skills = [decorte(data, kind) for kind in ("TECH", "HOUSE")]
        self.resumes = _resumes(data)
        self.professions = sorted({profession for profession, _ in self.resumes})
        self.names = [_PROFESSIONS.get(name, name.capitalize()) for name in self.professions]
        seen = _seen(data / "skills/skillspan/train.json")
        self.unseen = [
            np.array([not (_grams(query) & seen) for query in found.queries])
            for found in self.skills
        ]
        retrieval = [
            text
            for found in (self.talentclef, *self.ranked, *self.skills)
            for text in (*found.queries, *found.targets)
        ]
        lines = [text for _, lines in self.resumes for text in (*lines, " ".join(lines))]
        texts = dict.fromkeys([*retrieval, *self.names, *lines])
        self.rows = {text: row for row, text in enumerate(texts)}

    def scores(self, encoder: Encoder) -> Scores:
        """The numbers of all tasks."""
        vectors = on_grid(encoder.encode(list(self.rows)))

        def near(left: Sequence[str], right: Sequence[str]) -> Vectors:
            one, other = ([self.rows[text] for text in texts] for texts in (left, right))
            return cosines(vectors[one], vectors[other])

        found: Scores = {}
        task = self.talentclef
        found[f"{task.name}, MAP"] = average_precision(
            near(task.queries, task.targets), task.relevant
        )
        for task in self.ranked:
            ranked = near(task.queries, task.targets)
            found[f"{task.name}, MRR"] = reciprocal_rank(ranked, task.relevant)
        for task, unseen in zip(self.skills, self.unseen, strict=True):
            ranked = near(task.queries, task.targets)
            precision = r_precision_at(10, ranked, task.relevant)
            found[f"{task.name}, RP@10"] = precision
            found[f"{task.name}, RP@10, unseen"] = precision[unseen]
            found[f"{task.name}, MRR"] = reciprocal_rank(ranked, task.relevant)
        return found | self._professions(near)

    def _professions(self, near: Near) -> Scores:
        """Whether the own profession's name is the nearest of 22, or among the first three."""
        ranks: dict[str, list[int]] = {}
        for profession, lines in self.resumes:
            each = near(lines, self.names)
            best = np.sort(each, axis=0)[-_N_BEST:]
            for way, pooled in (
                ("whole text", near([" ".join(lines)], self.names)[0]),
                ("mean of the lines", each.mean(axis=0)),
                ("best five lines", best.mean(axis=0)),
            ):
                nearest = np.argsort(-pooled, kind="stable").tolist()
                rank = nearest.index(self.professions.index(profession))
                ranks.setdefault(way, []).append(rank)
        return {
            f"resume → profession, {way}, top-{top}": (np.array(found) < top).astype(float)
            for way, found in ranks.items()
            for top in (1, 3)
        }

    def speed(self, encoder: Encoder, n_words: int) -> float:
        """Texts of so many words encoded in a second, 16 at a time."""
        words = " ".join(line for _, lines in self.resumes for line in lines).split()
        n_texts = min(960, len(words) // n_words)
        texts = [" ".join(words[at * n_words : (at + 1) * n_words]) for at in range(n_texts)]
        encoder.encode(texts[-2:])
        start, n_done = time.perf_counter(), 0
        while (took := time.perf_counter() - start) < _SECONDS:
            at = n_done % (n_texts - 16)
            encoder.encode(texts[at : at + 16])
            n_done += 16
        return n_done / took


def _resumes(data: Path) -> list[tuple[str, list[str]]]:
    """Profession and lines of three words or more, without the first line, of a fixed sample."""
    paths = sorted((data / "resumes/livecareer").rglob("*.pdf"))
    found = []
    for path in random.Random(20).sample(paths, min(_N_RESUMES, len(paths))):
        text = read_bytes(path.read_bytes(), path.name).text
        lines = [line.strip(f"{BULLET}\t") for line in text.splitlines() if line.strip()][1:]
        if kept := [line for line in lines if len(line.split()) >= 3]:
            found.append((path.parent.name, kept))
    return found


def _grams(sentence: str) -> set[str]:
    words = re.findall(r"\w+", re.sub(r"<\w+>", " ", sentence.lower()))
    return {" ".join(words[at : at + _GRAM]) for at in range(max(1, len(words) - _GRAM + 1))}


def _seen(path: Path) -> set[str]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {gram for row in rows for gram in _grams(" ".join(row["tokens"]))}
