"""Labels that are also other things, in sentences written before the rules by somebody who had not
seen them: data/ambiguity.csv says of each label in each sentence whether it is the skill there."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from matcher.corpus import Corpus, load_corpus
from matcher.corpus_files import fold_label
from matcher.skills import SkillFinder

with (Path(__file__).parent / "data/ambiguity.csv").open(encoding="utf-8", newline="") as file:
    CASES = [
        (row["label"], row["is_skill"] == "1", row["sentence"]) for row in csv.DictReader(file)
    ]

# Not settled: names of people and products, and words that only their case would tell apart.
UNSETTLED = {
    ("R", "Apprenticed for two years to R. Jenkins, luthier"),
    ("Jenkins", "Apprenticed for two years to R. Jenkins, luthier"),
    ("Ruby", "Reference: Ruby Jenkins, head housekeeper"),
    ("Jenkins", "Reference: Ruby Jenkins, head housekeeper"),
    ("Perl", "Attended the Perl-UNC Neuroscience Prize lecture as a travel fellow"),
    ("react", "Migrated a legacy Angular app to react with hooks and context"),
    ("Oracle", "ERP: SAP, Oracle, NetSuite"),
    ("BASIC", "Wrote data loggers in BASIC for an HP-85 bench computer"),
    ("Basic", "Ported accounting routines from Basic to Java"),
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="module")
def finder(corpus: Corpus) -> SkillFinder:
    return SkillFinder(corpus.skills.values())


@pytest.fixture(scope="module")
def owners(corpus: Corpus) -> dict[str, str]:
    return {
        fold_label(label): skill.id
        for skill in reversed(corpus.skills.values())
        for label in (skill.label, *skill.also)
    }


def test_half_of_the_table_is_the_skill_and_half_is_not() -> None:
    assert len({sentence for _, _, sentence in CASES}) >= 250
    assert 0.4 < sum(is_skill for _, is_skill, _ in CASES) / len(CASES) < 0.6


def test_context_settles_ambiguous_labels(
    corpus: Corpus, finder: SkillFinder, owners: dict[str, str]
) -> None:
    wrong = set()
    for label, is_skill, sentence in CASES:
        owner = owners[fold_label(label)]
        places = [at.start() for at in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", sentence)]
        found = {
            mention.skill_id
            for mention in finder.find(sentence)
            if not mention.negated and any(mention.start <= at < mention.end for at in places)
        }
        # Oracle Database is Oracle too, and so is whatever else implies the skill.
        shown = owner in found or any(
            owner == implied for each in found for implied, _ in corpus.implications(each)
        )
        if (not shown) if is_skill else owner in found:
            wrong.add((label, sentence))
    assert wrong == UNSETTLED
