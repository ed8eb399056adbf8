from __future__ import annotations

import csv
from pathlib import Path

import pytest

from matcher.cli import main
from matcher.corpus import load_corpus
from matcher.errors import CorpusError
from matcher.importing import READERS
from matcher.importing.draft import slug
from matcher.importing.onet import without_maker

TASKS = [
    "Water the roses", "Cut the hedge", "Rake the leaves", "Plant the bulbs", "Turn the compost",
    "Sow the lawn", "Stake the tomatoes", "Prune the apple trees", "Oil the shears",
]  # fmt: skip


def table(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    code = "O*NET-SOC Code"
    gardener, thin = "37-3011.00", "37-9999.00"
    table(
        tmp_path / "Occupation Data.txt",
        [
            {code: gardener, "Title": "Gardeners", "Description": "Keep gardens."},
            {code: thin, "Title": "Hedge Gazers", "Description": "Look at hedges."},
        ],
        "\t",
    )
    table(
        tmp_path / "Task Statements.txt",
        [{code: gardener, "Task": f"{task}.", "Task Type": "Core"} for task in TASKS]
        + [{code: thin, "Task": "Gaze.", "Task Type": "Core"}],
        "\t",
    )
    table(
        tmp_path / "Alternate Titles.txt",
        [{code: gardener, "Alternate Title": "Head Gardener"}],
        "\t",
    )
    table(
        tmp_path / "Technology Skills.txt",
        [
            {code: gardener, "Example": "Garden Systems Garden Planner", "Hot Technology": "Y"},
            {code: gardener, "Example": "R", "Hot Technology": "N"},
            {code: gardener, "Example": "Q", "Hot Technology": "N"},
        ],
        "\t",
    )
    table(
        tmp_path / "Tools Used.txt",
        [{code: gardener, "Example": name} for name in ("Hedge trimmers", "Wheelbarrows")],
        "\t",
    )
    table(tmp_path / "Job Zones.txt", [{code: gardener, "Job Zone": "4"}], "\t")
    return tmp_path


def test_onet_becomes_roles_and_skills(onet: Path, tmp_path: Path) -> None:
    draft = READERS["onet"](onet)
    draft.write(tmp_path / "out")
    corpus = load_corpus(tmp_path / "out")
    assert list(corpus.roles) == ["gardeners"]
    role = corpus.role("gardeners")
    assert role.family == "cleaning-and-grounds" and role.degree
    assert len(role.responsibilities) == len(TASKS)
    assert "Head Gardener" in role.also
    asked = {skill_id for item in role.requirements for skill_id in item.any_of}
    assert asked == {"garden-planner", "r", "hedge-trimmers", "wheelbarrows"}
    assert corpus.skills["r"].context is not None, "what is known of ambiguous labels goes along"
    assert draft.left_out == {
        "labels too short to be told from words": 1,
        "roles with too few tasks": 1,
    }


def test_esco_in_its_official_form(tmp_path: Path) -> None:
    competences = [task.lower() for task in TASKS]
    knowledge = ["horticulture", "botany", "soil science"]
    skills = [
        {
            "conceptType": "KnowledgeSkillCompetence",
            "conceptUri": f"esco/skill/{label}",
            "skillType": "knowledge" if label in knowledge else "skill/competence",
            "preferredLabel": label,
            "altLabels": "plant science\nscience of plants" if label == "botany" else "",
        }
        for label in [*competences, *knowledge]
    ]
    table(tmp_path / "skills_en.csv", skills)
    table(
        tmp_path / "occupations_en.csv",
        [
            {
                "conceptType": "Occupation",
                "conceptUri": "esco/occupation/1",
                "iscoGroup": "6113",
                "preferredLabel": "gardener",
                "altLabels": "horticulturist\ngroundskeeper",
                "description": "Gardeners keep gardens.",
            }
        ],
    )
    table(
        tmp_path / "occupationSkillRelations_en.csv",
        [
            {
                "occupationUri": "esco/occupation/1",
                "relationType": "essential",
                "skillType": row["skillType"],
                "skillUri": row["conceptUri"],
            }
            for row in skills
        ],
    )
    table(tmp_path / "ISCOGroups_en.csv", [{"code": "61", "preferredLabel": "Market gardeners"}])
    table(
        tmp_path / "broaderRelationsSkillPillar_en.csv",
        [{"conceptUri": "esco/skill/horticulture", "broaderUri": "esco/skill/botany"}],
    )
    READERS["esco"](tmp_path).write(tmp_path / "out")
    corpus = load_corpus(tmp_path / "out")
    role = corpus.role("gardener")
    assert role.family == "market-gardeners" and set(role.also) == {
        "horticulturist",
        "groundskeeper",
    }
    assert [item.any_of[0] for item in role.requirements if item.required] == [
        slug(label) for label in knowledge
    ]
    assert corpus.skills["horticulture"].parents == ("botany",)
    assert set(corpus.skills["botany"].also) == {"plant science", "science of plants"}


def test_two_tables_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table(tmp_path / "skills.csv", [{"label": "Pruning", "also": "tree pruning|trimming trees"}])
    table(
        tmp_path / "roles.csv",
        [
            {
                "title": "Gardener",
                "summary": "Keeps gardens.",
                "responsibilities": "|".join(TASKS),
                "required": "tree pruning|Composting|Irrigation",
            }
        ],
    )
    with pytest.raises(SystemExit) as stopped:
        main(["corpus", "import", "csv", str(tmp_path), "-o", str(tmp_path / "out")])
    assert stopped.value.code == 0
    assert "1 roles and 3 skills" in capsys.readouterr().err
    with pytest.raises(CorpusError, match="not empty"):
        READERS["csv"](tmp_path).write(tmp_path / "out")
    table(tmp_path / "roles.csv", [{"title": "Gardener", "summary": ""}])
    with pytest.raises(CorpusError, match=r"roles.csv:2: summary"):
        READERS["csv"](tmp_path)


ROLE = {
    "title": "Gardener",
    "summary": "Keeps gardens.",
    "responsibilities": "|".join(TASKS),
    "required": "Composting",
    "preferred": "Irrigation|Mulching|Grafting",
    "degree": "none",
}


def test_a_wrong_cell_is_named_where_it_stands_and_nothing_is_left(tmp_path: Path) -> None:
    table(tmp_path / "roles.csv", [ROLE | {"degree": "Bachelor"}])
    with pytest.raises(CorpusError, match=r"roles.csv:2: degree: Bachelor; one of none, "):
        READERS["csv"](tmp_path)
    table(tmp_path / "roles.csv", [ROLE, ROLE])
    with pytest.raises(CorpusError, match=r"roles.csv:3: title: Gardener stands twice"):
        READERS["csv"](tmp_path)
    table(tmp_path / "roles.csv", [ROLE | {"family": "Garden"}])
    draft = READERS["csv"](tmp_path)
    draft.roles["Gardener"].levels = [{"name": "Any"}]  # which does not load
    with pytest.raises(CorpusError):
        draft.write(tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_wishes_that_become_requirements_are_counted(tmp_path: Path) -> None:
    table(tmp_path / "roles.csv", [ROLE])
    draft = READERS["csv"](tmp_path)
    draft.write(tmp_path / "out")
    (cause,) = (cause for cause in draft.left_out if cause.startswith("wishes"))
    assert draft.left_out[cause] == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"Occupation Data\.txt: No such file"):
        READERS["onet"](tmp_path)


@pytest.mark.parametrize(
    ("example", "product"),
    [
        ("Adobe Systems Adobe Acrobat", "Adobe Acrobat"),
        ("The MathWorks MATLAB", "MATLAB"),
        ("Microsoft Excel", "Microsoft Excel"),
    ],
)
def test_a_product_without_its_maker(example: str, product: str) -> None:
    assert without_maker(example) == product
