"""Labels that are also other things, in sentences written before the rules by somebody who had not
seen them: data/ambiguity.csv says of each label in each sentence whether it is the skill there.

data/ambiguity_2026.csv does the same for names that came up from 2024 to 2026 (Modal, Cursor, MCP),
written before the taxonomy knew them; it gives the id of the skill, for some names mean several."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Set
from pathlib import Path

import pytest

from matcher.corpus import Corpus, load_corpus
from matcher.corpus.files import fold_label
from matcher.skills import SkillFinder

DATA = Path(__file__).parent / "data"
with (DATA / "ambiguity.csv").open(encoding="utf-8", newline="") as file:
    CASES = [
        (row["label"], row["is_skill"] == "1", row["sentence"]) for row in csv.DictReader(file)
    ]
with (DATA / "ambiguity_2026.csv").open(encoding="utf-8", newline="") as file:
    NAMES_OF_2026 = [
        (row["label"], row["skill_id"], row["is_skill"] == "1", row["sentence"])
        for row in csv.DictReader(file)
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
def owners(corpus: Corpus) -> dict[str, set[str]]:
    found = defaultdict(set)
    for skill in corpus.skills.values():
        for label in (skill.label, *skill.also):
            found[fold_label(label)].add(skill.id)
    return found


def test_half_of_the_table_is_the_skill_and_half_is_not() -> None:
    assert len({sentence for _, _, sentence in CASES}) >= 250
    assert 0.4 < sum(is_skill for _, is_skill, _ in CASES) / len(CASES) < 0.6
    assert 0.4 < sum(is_skill for _, _, is_skill, _ in NAMES_OF_2026) / len(NAMES_OF_2026) < 0.6


def test_context_settles_ambiguous_labels(
    corpus: Corpus, finder: SkillFinder, owners: dict[str, set[str]]
) -> None:
    wrong = {
        (label, sentence)
        for label, is_skill, sentence in CASES
        if _is_shown(corpus, finder, owners[fold_label(label)], label, sentence, not is_skill)
        != is_skill
    }
    assert wrong == UNSETTLED


def test_context_settles_the_names_of_2026(corpus: Corpus, finder: SkillFinder) -> None:
    wrong = {
        (label, sentence)
        for label, skill_id, is_skill, sentence in NAMES_OF_2026
        if _is_shown(corpus, finder, {skill_id}, label, sentence, not is_skill) != is_skill
    }
    assert not wrong


# Lists as people of a trade write them: the neighbours say what a short name is.
SHORT_NAMES = [
    ("RN, BLS, ACLS, ICU and telemetry", "registered-nurse-license basic-life-support "
     "advanced-cardiac-life-support critical-care telemetry-nursing"),
    ("Azure OpenAI, tracing, telemetry of LLM calls, metrics", "observability"),
    ("Cisco routers, ACLs, VLANs", "access-control-lists"),
    ("HTML, CSS, JavaScript and React", "react"),
    ("Plans ahead, able to monitor and react to delays", ""),
    ("java, spring, angular", "java spring angular"),
    ("MVVM, Core Data, Combine, SwiftUI", "core-data combine swiftui"),
    ("Buchhaltung mit DATEV und Lexware", "financial-accounting datev lexware"),
    ("CBT, DBT, group therapy", "cognitive-behavioral-therapy dialectical-behavior-therapy "
     "group-counseling"),
    ("Airflow, dbt, Snowflake", "apache-airflow dbt snowflake"),
    ("Built ETL pipelines in Spark", "etl data-pipelines apache-spark"),
    ("Grew the sales pipelines of two regions", ""),
    ("MIG, TIG and stick welding", "mig-welding tig-welding stick-welding"),
    ("H100 cluster, MIG slices of each GPU", "gpu-scheduling"),
    ("AP, AR and GL in NetSuite", "accounts-payable-and-receivable financial-accounting"),
    ("Medicare tax withheld each quarter", ""),
    ("Experience with Medicare and Medicaid claims", "medicare-and-medicaid"),
    ("Led user acceptance testing of the portal", "user-acceptance-testing"),
    ("Voted MVP of the season by my team", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "skill_ids"), SHORT_NAMES)
def test_short_names_mean_what_their_trade_means(
    finder: SkillFinder, text: str, skill_ids: str
) -> None:
    looked_for = {skill for _, skills in SHORT_NAMES for skill in skills.split()}
    found = {mention.skill_id for mention in finder.find(text)} & looked_for
    assert found == set(skill_ids.split())


def _is_shown(
    corpus: Corpus,
    finder: SkillFinder,
    skill_ids: Set[str],
    label: str,
    sentence: str,
    itself: bool,
) -> bool:
    """Whether one of the skills is found where the label stands: ``itself``, or implied by what is
    found. Oracle Database is Oracle too, and so is whatever else implies the skill."""
    places = [at.start() for at in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", sentence)]
    found = {
        mention.skill_id
        for mention in finder.find(sentence)
        if not mention.negated and any(mention.start <= at < mention.end for at in places)
    }
    implied = (
        set() if itself else {other for each in found for other, _ in corpus.implications(each)}
    )
    return not skill_ids.isdisjoint(found | implied)
