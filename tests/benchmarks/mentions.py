"""Draws skill mentions at random, to be judged by eye: half from resumes, half from postings.

python tests/benchmarks/mentions.py --data ../shared/data [-n 300] [--seed 1] > mentions.tsv

A row has its number, the kind of document, the skill's label and category, how it is meant where it
is not claimed, and the words in their surroundings. Documents are drawn first and then one of their
mentions. Of a posting those count that stand in the lines that ask or tell duties, as everywhere.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

from matcher.documents import read_bytes
from matcher.matching import Matcher
from matcher.postings.lines import LineKind, read_lines
from matcher.postings.reader import is_label
from matcher.records import Mention

ASKING = (LineKind.REQUIRED, LineKind.PREFERRED, LineKind.DUTIES)
BEFORE, AFTER = 160, 120


def resume_mentions(matcher: Matcher, path: Path) -> tuple[str, tuple[Mention, ...]]:
    resume = matcher.resume(read_bytes(path.read_bytes(), path.name))
    return resume.document.text, tuple(matcher.profile(resume).mentions)


def posting_mentions(matcher: Matcher, text: str) -> tuple[str, tuple[Mention, ...]]:
    lines = read_lines(text, lambda word: is_label(word, matcher.parts.finder.find))
    asking = "\n".join(line.text for line in lines if line.kind in ASKING)
    return asking, matcher.parts.finder.find(asking)


def drawn(matcher: Matcher, data: Path, n: int, seed: int) -> Iterator[list[str]]:
    chance = random.Random(seed)
    resumes = sorted((data / "resumes/livecareer").rglob("*.pdf"))
    resumes += sorted((data / "resumes/vanetik_docx").glob("*.docx"))
    postings = []
    for name in ("DataScientist", "DataAnalyst"):
        with (data / f"postings/{name}.csv").open(encoding="utf-8", newline="") as file:
            postings += [row["description"] for row in csv.DictReader(file)]
    number = 0
    while number < n:
        if number % 2:
            kind, (text, mentions) = (
                "posting",
                posting_mentions(matcher, chance.choice(postings)),
            )
        else:
            kind, (text, mentions) = "resume", resume_mentions(matcher, chance.choice(resumes))
        if not mentions:
            continue
        number += 1
        mention = chance.choice(mentions)
        skill = matcher.corpus.skills[mention.skill_id]
        stance = [name for name in ("negated", "aspiring", "adjacent") if getattr(mention, name)]
        shown = (
            f"{text[max(0, mention.start - BEFORE) : mention.start]}"
            f"[[[{text[mention.start : mention.end]}]]]"
            f"{text[mention.end : mention.end + AFTER]}"
        )
        context = " ".join(shown.replace("\n", " / ").split())
        yield [str(number), kind, skill.label, skill.category, " ".join(stance), context]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-n", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for row in drawn(Matcher(n_readers=0), options.data, options.n, options.seed):
        print("\t".join(row))


if __name__ == "__main__":
    main()
