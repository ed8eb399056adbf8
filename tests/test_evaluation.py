from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher.cli import main
from matcher.cli.tools import evaluate as evaluate_command
from matcher.corpus import Corpus
from matcher.evaluation import BENCHMARKS
from matcher.evaluation.confusion import macro_f1
from matcher.evaluation.evidence import graded_lines, short_id
from matcher.evaluation.judged import judgements, kendall_tau_b, pairs_in_order, weighted_kappa
from matcher.evaluation.professions import mapping
from matcher.evaluation.reading import ANNOTATIONS, agreeing, compare
from matcher.evaluation.skillspan import gold_spans
from matcher.evaluation.titles import FLOREX
from matcher.records import Month, Position


def test_every_role_has_one_profession(corpus: Corpus) -> None:
    assert set(corpus.roles) <= set(mapping())


def test_a_role_has_one_florex_label() -> None:
    roles = [role for roles in FLOREX.values() for role in roles]
    assert len(roles) == len(set(roles))


def test_spans_of_tags() -> None:
    assert gold_spans(["O", "B", "I", "B", "O", "I"]) == [(1, 3), (3, 6)]


def test_macro_f1_counts_classes_alike() -> None:
    assert macro_f1(["a", "a", "a", "b"], ["a", "a", "a", "a"]) == pytest.approx((6 / 7) / 2)


def test_the_command_measures_what_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "skills/skillspan"
    folder.mkdir(parents=True)
    sentence = {
        "tokens": ["Experience", "with", "Python", "and", "Kafka"],
        "tags_knowledge": ["O", "O", "B", "O", "B"],
        "source": "tech",
    }
    for name in ("train", "dev"):
        (folder / f"{name}.json").write_text(json.dumps(sentence) + "\n")
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", "skillspan", "--data", str(tmp_path), "--format", "csv"])
    assert stopped.value.code == 0
    rows = {row["name"]: row for row in csv.DictReader(capsys.readouterr().out.splitlines())}
    assert rows["TECH: exact F1"]["value"] == "1.0" and rows["TECH: exact F1"]["n"] == "2"
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", "magic", "--data", str(tmp_path)])
    assert stopped.value.code == 2


def test_the_help_tells_what_each_benchmark_measures() -> None:
    told = [line.strip().split("  ")[0] for line in (evaluate_command.help or "").splitlines()]
    assert set(BENCHMARKS) <= set(told)


def test_a_benchmark_without_its_data_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("judged", "evidence", "layouts", "postings", "reading"):
        with pytest.raises(SystemExit) as stopped:
            main(["evaluate", name, "--data", str(tmp_path)])
        assert stopped.value.code == 1
        assert "not found" in capsys.readouterr().err


def test_rank_correlation_and_pairs_in_order() -> None:
    grades = np.array([0.0, 1.0, 2.0, 3.0])
    assert kendall_tau_b(grades, grades) == 1.0
    assert kendall_tau_b(-grades, grades) == -1.0
    assert pairs_in_order(np.array([1.0, 5.0, 5.0, 7.0]), grades) == (1.0, 3)
    assert pairs_in_order(np.array([5.0, 1.0, 5.0, 7.0]), grades)[0] == pytest.approx(2.5 / 3)


def test_weighted_kappa_is_agreement_beyond_chance() -> None:
    grades = np.array([0.0, 0.0, 1.0, 3.0])
    assert weighted_kappa(grades, grades) == 1.0
    assert weighted_kappa(np.zeros(4), grades) == 0.0
    # Squares of differences: 1 of 4 pairs; 52 of all 16 that chance could have paired.
    assert weighted_kappa(np.array([0.0, 0.0, 2.0, 3.0]), grades) == pytest.approx(1 - 4 / 52)


def test_the_judgements_are_of_resumes_and_postings_with_two_grades() -> None:
    found = judgements()
    assert len(found) >= 300 and {grade for each in found for grade in each.grades} == {0, 1, 2, 3}
    ours = {each.resume for each in found if each.resume.endswith(".txt")}
    assert len(ours) >= 60
    assert all((ANNOTATIONS / "resumes" / name).is_file() for name in ours)


def test_positions_agree_by_their_words_and_dates() -> None:
    truth = {
        "title": "Data Engineer", "company": "Acme", "start": "2019-03", "end": None,
        "current": True,
    }  # fmt: skip
    found = Position("Data engineer", "Acme, Berlin", Month(2019, 3), None, True, (0, 1), (0, 1))
    assert agreeing(truth, found) == {"title", "company", "start", "end"}
    other = replace(found, title="Engineer of things and others", start=Month(2019, 4))
    assert agreeing(truth, other) == {"company", "end"}
    assert compare([truth], [other, found]).n_right == 1


def test_graded_lines_are_of_resumes_and_roles_that_exist(corpus: Corpus) -> None:
    graded = graded_lines()
    assert len({(each.resume, each.target, each.duty, each.line) for each in graded}) == len(graded)
    assert {grade for each in graded for grade in each.grades} == {0, 1, 2}
    ours = {path.name for path in (ANNOTATIONS / "resumes").glob("*.txt")}
    assert {each.resume for each in graded if len(each.resume) < 64} <= ours
    duties = {short_id(duty) for role in corpus.roles.values() for duty in role.responsibilities}
    of_roles = [each for each in graded if len(each.target) < 64]
    assert {each.target for each in of_roles} <= set(corpus.roles)
    assert {each.duty for each in of_roles} <= duties, "a graded duty was reworded: drop its rows"
