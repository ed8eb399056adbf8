"""The lines that are quoted for duties, against the grades of judges.

``annotations/evidence.csv``: 1,716 pairs of a line of a resume and a duty, in three grades. 0:
other work, or words about oneself; 1: in part, a neighbouring task; 2: the line tells of this
very work. There are 451 duties, of roles that the resumes are near to and of postings that suit
them, each with the lines that come nearest by vectors, by words and by both, and others of the
ten nearest. Four judges shared them so that each pair was graded twice; none saw another's grade,
a score, or what had chosen a line. Resumes are file names of ours or the SHA-256 of the files,
postings the SHA-256 of their descriptions, duties and lines the first sixteen digits of that of
their text. Half of the resumes, by their hash, are kept for the final figure.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matcher.embedding import cosines
from matcher.evaluation.figures import Figure
from matcher.evaluation.files import chosen_postings, is_final, text_id
from matcher.evaluation.judged import FAR, judged_resumes, pairs_in_order, weighted_kappa
from matcher.evaluation.reading import ANNOTATIONS
from matcher.matching import Matcher
from matcher.scoring.affinities import nearness
from matcher.targets import Target, posting_target

# From this affinity on a line earns half a point where ten duties are asked for (fits.FAINT).
_CLEAR = 0.2
_ACCEPTED = 1.0  # mean grade from which a line may be quoted


@dataclass(frozen=True, slots=True)
class GradedLine:
    """A line, a duty, and the grades of two judges."""

    resume: str
    target: str
    duty: str
    line: str
    grades: tuple[int, int]

    @property
    def accepted(self) -> bool:
        """Whether it may be quoted for the duty."""
        return sum(self.grades) / 2 >= _ACCEPTED

    @property
    def final(self) -> bool:
        """Whether it belongs to the half that is kept for the final figure."""
        return is_final(self.resume)


@dataclass(frozen=True, slots=True)
class _Found:
    """How near a line comes: as it counts, and by its vector alone; nothing where the line is none
    that speaks for duties."""

    near: float = -1.0
    affinity: float = 0.0
    cosine: float = -1.0


def graded_lines() -> list[GradedLine]:
    """All of them, as committed."""
    with (ANNOTATIONS / "evidence.csv").open(encoding="utf-8", newline="") as file:
        return [
            GradedLine(
                row["resume"],
                row["target"],
                row["duty"],
                row["line"],
                (int(row["judge_a"]), int(row["judge_b"])),
            )
            for row in csv.DictReader(file)
        ]


def short_id(text: str) -> str:
    """The id of a line or a duty."""
    return text_id(text)[:16]


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """For each half: how well nearness tells lines that may be quoted from others, and of the
    nearest line of each duty how often it is quoted and rightly so."""
    graded = graded_lines()
    found = _measured(matcher, data, graded)
    for half, final in (("development", False), ("final", True)):
        chosen = [each for each in graded if each.final is final]
        one, other = np.array([each.grades for each in chosen], dtype=np.float64).T
        accepted = np.array([each.accepted for each in chosen], dtype=np.float64)
        n = len(chosen)
        yield Figure(f"{half}: judges' kappa", weighted_kappa(one, other), n)
        for name in ("near", "cosine"):
            values = np.array([getattr(found[each], name) for each in chosen])
            share, _ = pairs_in_order(values, FAR * accepted)
            yield Figure(f"{half}: {name}: AUC", share, n)
        yield from _quoted(half, chosen, found)


def _quoted(
    half: str, graded: Sequence[GradedLine], found: dict[GradedLine, _Found]
) -> Iterator[Figure]:
    """Of the nearest line of each duty: right where it is quoted, by lines and by their affinities,
    which are their points; and of the duties with a line that may be quoted, those that get one."""
    duties: dict[tuple[str, str, str], list[GradedLine]] = {}
    for each in graded:
        duties.setdefault((each.resume, each.target, each.duty), []).append(each)
    best = [max(lines, key=lambda each: (found[each].near, each.line)) for lines in duties.values()]
    quoted = [each for each in best if found[each].affinity > 0]
    worth = np.array([found[each].affinity for each in quoted])
    right = np.array([each.accepted for each in quoted])
    tellable = sum(any(each.accepted for each in lines) for lines in duties.values())
    yield Figure(f"{half}: quoted lines that may be", float(right.mean()), len(quoted))
    clear = worth >= _CLEAR
    share = float(right[clear].mean())
    yield Figure(f"{half}: those with half a point of ten duties", share, int(clear.sum()))
    yield Figure(f"{half}: the same by points", float(worth @ right / worth.sum()), len(quoted))
    yield Figure(f"{half}: duties with such a line that get one", right.sum() / tellable, tellable)


def _measured(
    matcher: Matcher, data: Path, graded: Sequence[GradedLine]
) -> dict[GradedLine, _Found]:
    resumes = judged_resumes(matcher, data, {each.resume for each in graded})
    wanted = {each.target for each in graded}
    targets: dict[str, Target] = {
        key: posting_target(posting, matcher.encoder)
        for key, posting in chosen_postings(matcher, data, wanted)
    }
    targets |= {key: matcher.parts.targets[key] for key in wanted & matcher.parts.targets.keys()}
    found = dict.fromkeys(graded, _Found())
    pairs: dict[tuple[str, str], list[GradedLine]] = {}
    for each in graded:
        pairs.setdefault((each.resume, each.target), []).append(each)
    for (resume, key), lines in pairs.items():
        profile, target = matcher.profile(resumes[resume]), targets[key]
        near = nearness(profile, [target], matcher.parts.scales)
        affinity = matcher.parts.scales.sentences.affinity(near)
        cosine = cosines(profile.passage_vectors, target.responsibility_vectors)
        rows = {short_id(line.text): row for row, line in enumerate(profile.passages)}
        columns = {short_id(duty): column for column, duty in enumerate(target.responsibilities)}
        for each in lines:
            if each.line in rows:
                at = rows[each.line], columns[each.duty]
                found[each] = _Found(*(float(values[at]) for values in (near, affinity, cosine)))
    return found
