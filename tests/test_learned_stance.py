"""How lines speak of a skill, learned: on lines that nobody trained on."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from matcher.corpus import Corpus, corpus_file
from matcher.evaluation.stances import LINES
from matcher.skills import SkillFinder
from matcher.skills.learned_stance import LearnedStances, load_weights
from matcher.skills.stance import Stances
from matcher.training.stances import LABELS, marked_lines, train_stances

# Of the 431 lines: so many are taken for something else than a claim.
TAKEN = {"denied": 40, "wished": 16, "others": 31, "held": 18}


def told(line: str, skill: str) -> str | None:
    start = line.index(skill)
    return LearnedStances(line).of(start, start + len(skill))


def test_of_lines_unlike_usual_ones_two_in_five_are_recognised_and_few_claims_lost() -> None:
    found = Counter(
        (line.label, bool(Stances(line.text, told=True).of(line.start, line.end)))
        for line in marked_lines(LINES)
    )
    taken = {label: found[label, True] for label in LABELS}
    assert taken == TAKEN
    assert {label: found[label, True] + found[label, False] for label in LABELS} == {
        "denied": 110, "wished": 33, "others": 72, "held": 216,
    }  # fmt: skip


def test_the_blind_table_is_recognised_better_than_by_rules_alone(corpus: Corpus) -> None:
    finder = SkillFinder(corpus.skills.values())
    claimed: dict[str, list[str]] = {"yes": [], "no": []}
    with (Path(__file__).parent / "data" / "stances.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            at = row["line"].index(row["skill"])
            end = at + len(row["skill"])
            named = [m for m in finder.find(row["line"], told=True) if m.start < end and at < m.end]
            if named and any(mention.claimed for mention in named):
                claimed[row["held"]].append(row["skill"])
    assert len(claimed["yes"]) == 94  # of 95; by rules 95
    assert len(claimed["no"]) == 31  # of 92; by rules 49


@pytest.mark.parametrize(
    ("line", "skill", "kind"),
    [
        ("Backend in Go, the React front end is built by partners in Leeds.", "React", "adjacent"),
        ("Enrolled in an evening class, Rust is what I hope to know by May.", "Rust", "aspiring"),
        ("Bought a book on Tableau and never got past chapter two.", "Tableau", "negated"),
        ("Built the front end in React with a partner in Leeds.", "React", None),
        ("Python, SQL, React, Tableau, Rust", "React", None),
    ],
)  # fmt: skip
def test_what_no_rule_foresees(line: str, skill: str, kind: str | None) -> None:
    assert told(line, skill) == kind


def test_gender_decides_nothing() -> None:
    lines = [f"{who} built the reports in Tableau, I read them to {whose} board."
             for who, whose in (("She", "her"), ("He", "his"))]  # fmt: skip
    assert told(lines[0], "Tableau") == told(lines[1], "Tableau")


def test_the_stance_of_a_line_is_its_own() -> None:
    line = "Bought a book on Tableau and never got past chapter two."
    start = line.index("Tableau")
    alone = LearnedStances(line).of(start, start + 7)
    text = f"Built reports in Looker.\n{line}\nTrained the colleagues."
    start = text.index("Tableau")
    assert LearnedStances(text).of(start, start + 7) == alone == "negated"


def test_the_weights_are_those_that_training_makes(tmp_path: Path, corpus: Corpus) -> None:
    tasks = tmp_path / "onet"
    tasks.mkdir()
    (tasks / "Occupation Data.txt").write_text("O*NET-SOC Code\tTitle\tDescription\n", "utf-8")
    (tasks / "Task Statements.txt").write_text(
        "O*NET-SOC Code\tTask ID\tTask\n1\t1\tKeep records in Excel for the managers of a shop.\n",
        "utf-8",
    )
    said: list[str] = []
    made = load_weights(train_stances(corpus, tmp_path, tmp_path / "weights.tsv", say=said.append))
    shipped = load_weights()
    both = made.keys() & shipped.keys()
    assert len(both) > 0.8 * len(shipped)
    assert made["= never"][0] > 0.3 and made["= built"][0] < -0.3
    assert any("negated" in line for line in said)


def test_every_line_of_the_corpus_has_its_mark(corpus: Corpus) -> None:
    lines = list(marked_lines(corpus_file(corpus.folder, "stances/lines.tsv")))
    held_out = {line.text for line in marked_lines(LINES)}
    assert len(lines) > 3_000 and held_out.isdisjoint(line.text for line in lines)
