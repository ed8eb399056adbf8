"""How lines speak of a skill: claimed, denied, wished for, or another's.

``annotations/stances.tsv``: 431 invented lines in which one skill is marked, half of them claims
that sound like denials, written to be unlike usual wordings by somebody who had seen neither the
rules nor the lines that the weights are made from. And the mentions of the public resumes, nearly
all of which are claims: how many the learned stances take for something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from matcher.documents import read_bytes
from matcher.evaluation.figures import Figure
from matcher.evaluation.files import resume_files
from matcher.evaluation.reading import ANNOTATIONS
from matcher.matching import Matcher
from matcher.skills.stance import Stances
from matcher.training.stances import LABELS, marked_lines

LINES = ANNOTATIONS / "stances.tsv"


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """The share of the lines of each label that are not taken for a claim, by the rules alone and
    with what is learned; and the same of the mentions of public resumes that the rules let pass."""
    lines = list(marked_lines(LINES))
    for label in LABELS:
        of_label = [line for line in lines if line.label == label]
        for name, told in (("by rules", False), ("in all", True)):
            taken = sum(
                bool(Stances(line.text, told=told).of(line.start, line.end)) for line in of_label
            )
            yield Figure(f"{label}, not a claim {name}", taken / len(of_label), len(of_label))
    claimed, taken = 0, 0
    for _, path in resume_files(data, "resumes/livecareer", "resumes/vanetik_docx"):
        resume = matcher.resume(read_bytes(path.read_bytes(), path.name))
        text = "\n".join(line.text for line in resume.lines)
        stances = Stances(text, told=True)
        for mention in matcher.parts.finder.find(text):
            if mention.claimed:
                claimed += 1
                taken += bool(stances.of(mention.start, mention.end))
    yield Figure("public resumes, not a claim", taken / max(1, claimed), claimed)
