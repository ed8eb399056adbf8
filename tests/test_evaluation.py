from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from matcher.cli import main
from matcher.corpus import Corpus
from matcher.evaluation.confusion import macro_f1
from matcher.evaluation.professions import mapping
from matcher.evaluation.skillspan import gold_spans
from matcher.evaluation.titles import FLOREX


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
