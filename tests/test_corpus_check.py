from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.cli import main
from matcher.corpus import Corpus, shared_folder
from matcher.corpus_check import check_corpus
from matcher.records import Context, Role, Skill


def changed_role(corpus: Corpus, role_id: str, **changes: object) -> Corpus:
    role = replace(corpus.roles[role_id], **changes)  # type: ignore[arg-type]
    return replace(corpus, roles={**corpus.roles, role_id: role})


def changed_skill(corpus: Corpus, skill_id: str, **changes: object) -> Corpus:
    skill = replace(corpus.skills[skill_id], **changes)  # type: ignore[arg-type]
    return replace(corpus, skills={**corpus.skills, skill_id: skill})


def errors(corpus: Corpus) -> list[tuple[str, str]]:
    return [(item.kind, item.where) for item in check_corpus(corpus) if item.severity == "error"]


def test_the_shipped_corpus_has_no_errors(corpus: Corpus) -> None:
    assert errors(corpus) == []


def test_a_shared_run_of_six_words_is_an_error(corpus: Corpus) -> None:
    other: Role = corpus.roles["data-analyst"]
    words = other.responsibilities[0].split()[:6]
    copied = ("So, " + " ".join(words),)
    found = errors(changed_role(corpus, "data-engineer", responsibilities=copied))
    assert ("shared_words", "data-engineer") in found


def test_a_title_of_two_roles_is_an_error(corpus: Corpus) -> None:
    assert ("shared_title", "data-engineer") in errors(
        changed_role(corpus, "data-engineer", also=("Senior Data Analyst",))
    )


def test_roles_that_ask_for_the_same_are_an_error(corpus: Corpus) -> None:
    same = corpus.roles["data-analyst"].requirements
    assert ("alike", "data-engineer") in errors(
        changed_role(corpus, "data-engineer", requirements=same)
    )


def test_a_thin_profile_is_an_error(corpus: Corpus) -> None:
    role = corpus.roles["data-engineer"]
    thin = errors(
        changed_role(corpus, "data-engineer", requirements=role.requirements[:3], levels=(),
                     responsibilities=("Moves data.",) * 8)
    )  # fmt: skip
    assert thin.count(("thin", "data-engineer")) == 2


def test_skills_that_imply_themselves_are_an_error(corpus: Corpus) -> None:
    found = check_corpus(changed_skill(corpus, "python", implies=("pandas",)))
    circles = [set(item.message.split()) for item in found if item.kind == "cycle"]
    assert any({"python", "pandas"} <= circle for circle in circles)


@pytest.mark.parametrize(
    ("label", "also", "context"),
    [
        ("Lamp", (), Context(("Lamp",), False, (), (), (), cues_only=True)),
        ("Lamp", ("lamp",), Context(("Lamp",), True, ("bulb",), (), ())),
    ],
)
def test_a_context_that_never_decides_is_an_error(
    corpus: Corpus, label: str, also: tuple[str, ...], context: Context
) -> None:
    lamp: Skill = replace(
        corpus.skills["python"], id="lamp", label=label, also=also, context=context
    )
    assert ("unreachable", "lamp") in errors(
        replace(corpus, skills={**corpus.skills, "lamp": lamp})
    )


def test_an_item_that_counts_everywhere_is_an_error(corpus: Corpus) -> None:
    assert ("unreachable", "python") in errors(changed_skill(corpus, "python", items=("PYTHON",)))


def test_the_command_ends_with_1_and_names_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(shared_folder() / "corpus", folder)
    path = folder / "roles/data-engineer.yaml"
    path.write_text(path.read_text().replace("also: [", "also: [Data Analyst, "))
    with pytest.raises(SystemExit) as stopped:
        main(["corpus", "check", str(folder), "--format", "table"])
    assert stopped.value.code == 1
    said = capsys.readouterr()
    assert "shared_title: data-engineer" in said.out
    assert "1 errors" in said.err
