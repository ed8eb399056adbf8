from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.corpus import Corpus, load_corpus, load_role_file, shared_folder
from matcher.corpus.weights import ALWAYS, PARTS, load_weights, weights_from
from matcher.errors import CorpusError, UnknownRole
from matcher.skills import SkillFinder

ROLE = """\
id: lamp-tester
title: Lamp Tester
family: light
summary: Tests lamps.
responsibilities: [a b, c d, e f, g h, i j, k l, m n, o p]
required:
  - glass
  - any_of: [wire, socket]
  - light
levels:
  - {name: Junior, years: [0, 2], signs: Screws in.}
axes: {software: 0, statistics: 0.1, infrastructure: 1}
neighbours: {}
"""
SKILLS = """\
category: lamps
technical: true
skills:
  - {id: glass, label: Glass}
  - {id: light, label: Light}
  - {id: wire, label: Wire, parents: [glass]}
  - {id: socket, label: Socket, implies: [wire], related: {wire: 0.4}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "roles").mkdir()
    (tmp_path / "skills").mkdir()
    (tmp_path / "roles/lamp-tester.yaml").write_text(ROLE)
    (tmp_path / "skills/lamps.yaml").write_text(SKILLS)
    return tmp_path


def test_a_small_corpus_loads(folder: Path) -> None:
    corpus = load_corpus(folder)
    role = corpus.role("lamp-tester")
    assert [item.any_of for item in role.requirements] == [
        ("glass",),
        ("wire", "socket"),
        ("light",),
    ]
    assert [item.weight for item in role.requirements] == [1.0, 0.75, 0.5]
    assert corpus.implications("socket") == (("wire", 1), ("glass", 2))
    assert corpus.relatives["wire"] == (("socket", 0.4),)


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "what"),
    [
        ("roles/lamp-tester.yaml", "  - glass", "  - gloss", ":7:", "no skill 'gloss'"),
        ("roles/lamp-tester.yaml", "socket]", "sockets]", ":8:", "no skill 'sockets'"),
        ("roles/lamp-tester.yaml", "  - light", "  - glass", ":9:", "asked for twice"),
        ("roles/lamp-tester.yaml", "0.1", "1.5", ":12:", "axes.statistics"),
        ("roles/lamp-tester.yaml", "title:", "titel:", ":2:", "titel"),
        ("roles/lamp-tester.yaml", "{}", "[chef]", ":13:", "no role 'chef'"),
        ("roles/lamp-tester.yaml", "axes:", "kind_of: [chef]\naxes:", ":12:", "no role 'chef'"),
        ("roles/lamp-tester.yaml", "{}", "\n  lamp-tester: []\n  chef: []", ":15:", "'chef'"),
        ("roles/lamp-tester.yaml", "{}", "{lamp-tester: [gloss]}", ":13:", "no skill 'gloss'"),
        ("roles/lamp-tester.yaml", "o p]", "{does: o p, with: [gloss]}]", ":5:", "skill 'gloss'"),
        ("roles/lamp-tester.yaml", "o p]", "{does: o p}]", ":5:", "responsibilities"),
        ("roles/lamp-tester.yaml", "axes:", "certifications: [gloss]\naxes:", ":12:", "'gloss'"),
        ("roles/lamp-tester.yaml", "id: lamp-tester", "id: lamp", ":1:", "called lamp.yaml"),
        ("roles/lamp-tester.yaml", "levels:", "levels: {", ":", "expected"),
        ("skills/lamps.yaml", "label: Light", "label: Glass", ":5:", "belongs to 'glass' already"),
        (
            "skills/lamps.yaml",
            "{wire: 0.4}",
            "{wire: 0.4}, reasons: {glass: superset}",
            ":7:",
            "'glass', which is not related",
        ),
        (
            "skills/lamps.yaml",
            "parents: [glass]",
            "parents: [gloss]",
            ":6:",
            "'gloss', which is no",
        ),
        ("skills/lamps.yaml", "wire: 0.4", "wire: 0.9", ":7:", "less than or equal to 0.5"),
        ("skills/lamps.yaml", "id: light", "id: glass", ":5:", "is there twice"),
        (
            "skills/lamps.yaml",
            "label: Light}",
            "label: Light, context: {labels: [light]}}",
            ":5:",
            "no label of this skill: 'light'",
        ),
    ],
)
def test_an_error_names_file_line_and_field(
    folder: Path, file: str, old: str, new: str, where: str, what: str
) -> None:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    message = str(caught.value)
    assert message.startswith(f"{path}{where}") and what in message


@pytest.mark.parametrize(
    ("file", "content", "where"),
    [
        ("weights.yaml", b"parts: [1", ":2: did not find"),
        ("weights.yaml", b"parts: 1\nbands: 2026-99-99", ":1: not valid YAML"),
        ("weights.yaml", b"parts: {skills: 1}", ": parts: must have exactly"),
        ("roles/lamp-tester.yaml", b"id: x\ntitle: \xff", ":2: not valid YAML in UTF-8"),
        ("demand.csv", b"role_id,skill_id,importance,share\n\xff,,any,1\n", ":2: not UTF-8"),
        ("demand.csv", b"role,skill\n", ":1: no column 'role_id'"),
        ("demand.csv", b"", ":1: no column 'role_id'"),
        ("percentiles.csv", b"role_id,model\n", ":1: no column 'n'; write it again with"),
        ("percentiles.csv", "role_id,möd".encode("latin-1"), ":1: not UTF-8"),
    ],
)
def test_a_broken_file_is_one_line_that_names_file_and_line(
    folder: Path, file: str, content: bytes, where: str
) -> None:
    (folder / file).write_bytes(content)
    with pytest.raises(CorpusError) as caught:
        load_corpus(folder)
    assert str(caught.value).startswith(f"{folder / file}{where}")
    assert "\n" not in str(caught.value)


def test_weights_of_ones_own_that_are_no_yaml_are_one_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    for content, where in ((b"parts: [1", ":2: "), (b"parts: \xff", ":1: ")):
        path.write_bytes(content)
        with pytest.raises(CorpusError) as caught:
            load_weights(path)
        assert str(caught.value).startswith(f"{path}{where}") and "\n" not in str(caught.value)


def test_two_skills_may_share_a_label_that_is_ambiguous_in_both(folder: Path) -> None:
    path = folder / "skills/lamps.yaml"
    context = "also: [bulb], context: {labels: [bulb], cues: [lamp]}"
    text = path.read_text().replace("label: Glass", f"label: Glass, {context}")
    path.write_text(text.replace("label: Light", f"label: Light, {context}"))
    assert load_corpus(folder).skills["light"].also == ("bulb",)
    path.write_text(text.replace("label: Light", "label: Light, also: [bulb]"))
    with pytest.raises(CorpusError, match="'bulb' belongs to 'glass' already"):
        load_corpus(folder)


def test_a_folder_without_roles_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no roles"):
        load_corpus(tmp_path)


def test_a_changed_file_is_read_again(folder: Path) -> None:
    before = load_corpus(folder)
    path = folder / "roles/lamp-tester.yaml"
    path.write_text(path.read_text().replace("Lamp Tester", "Lamp Examiner"))
    after = load_corpus(folder)
    assert after.fingerprint != before.fingerprint
    assert after.role("lamp-tester").title == "Lamp Examiner"


def test_a_damaged_cache_is_not_believed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("MATCHER_CACHE", str(cache))
    load_corpus(folder)
    (stored,) = cache.iterdir()
    stored.write_text(stored.read_text().replace("Lamp Tester", "Lamp Breaker"))
    assert load_corpus(folder).role("lamp-tester").title == "Lamp Tester"


def test_the_same_files_elsewhere_are_the_same_corpus(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns("other"))
    assert load_corpus(other).fingerprint == load_corpus(folder).fingerprint


def test_a_role_file_of_ones_own_may_use_the_skills_of_the_corpus(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(ROLE.replace("lamp-tester", "my-role"))
    assert load_role_file(path, load_corpus(folder)).id == "my-role"
    path.write_text(ROLE.replace("- glass", "- gloss"))
    with pytest.raises(CorpusError, match=r"mine\.yaml:7: required\.0: no skill 'gloss'"):
        load_role_file(path, load_corpus(folder))


def test_an_unknown_role_names_the_nearest(corpus: Corpus) -> None:
    with pytest.raises(UnknownRole, match=r"did you mean .*data-engineer"):
        corpus.role("data-enginer")
    with pytest.raises(UnknownRole, match="did you mean machine-learning-engineer"):
        corpus.role("ml-enginer")


@pytest.mark.parametrize("name", ["machine-learning-engineer", "Machine Learning Engineer",
                                  "ML engineer", " ml-engineer"])  # fmt: skip
def test_a_role_is_found_by_its_titles_too(corpus: Corpus, name: str) -> None:
    assert corpus.role(name).id == "machine-learning-engineer"


# ---------------------------------------------------------------- the corpus that ships


def test_the_corpus_is_as_large_as_it_says(corpus: Corpus) -> None:
    assert len(corpus.roles) >= 30
    assert len(corpus.skills) >= 800


def test_every_profile_is_complete(corpus: Corpus) -> None:
    for role in corpus.roles.values():
        assert len(role.responsibilities) >= 8, role.id
        assert sum(item.required for item in role.requirements) >= 5, role.id
        assert sum(not item.required for item in role.requirements) >= 5, role.id
        assert len(role.levels) >= 3 and len(role.neighbours) >= 3, role.id
        assert len(role.also) >= 4, role.id


def test_every_label_is_found_as_its_skill(corpus: Corpus) -> None:
    """Every label that needs no context finds its own skill when it stands alone."""
    finder = SkillFinder(corpus.skills.values())
    wrong = []
    for skill in corpus.skills.values():
        ambiguous = set(skill.context.labels) if skill.context else set()
        for label in {skill.label, *skill.also} - ambiguous:
            found = {mention.skill_id for mention in finder.find(f"Used {label} daily")}
            if skill.id not in found:
                wrong.append(f"{skill.id}: {label!r} found {sorted(found)}")
    assert not wrong, "\n".join(wrong)


# ---------------------------------------------------------------- weights


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("listed: 0.6", "listed: 0.3", "must be at most 1, and fall"),
        ("weak: 20", "weak: 90", ": bands: must fall"),
        ("weak: 15", "weak: 90", ": posting_bands: must fall"),
        ("skills: 55", "skills: -1", "parts.skills: must be a number"),
        ("skills: 55", "skils: 55", "parts: must have exactly"),
        (
            "skills: 55\n  experience: 15\n  titles: 25\n  years: 5",
            "skills: 0\n  experience: 0\n  titles: 0\n  years: 0",
            "all but the degree are 0",
        ),
    ],
)
def test_weights_that_would_break_a_law_are_refused(
    tmp_path: Path, old: str, new: str, what: str
) -> None:
    shipped = (shared_folder() / "corpus/weights.yaml").read_text()
    assert old in shipped
    path = tmp_path / "weights.yaml"
    path.write_text(shipped.replace(old, new))
    with pytest.raises(CorpusError, match=what):
        load_weights(path)


@settings(deadline=None)
@given(
    st.fixed_dictionaries({name: st.floats(0, 1e6) for name in PARTS}).filter(
        lambda parts: any(parts[name] > 1e-3 for name in ALWAYS)
    ),
    st.sets(st.sampled_from(PARTS)),
    st.sampled_from(PARTS),
)
def test_the_parts_make_100_points_and_asking_for_one_more_adds_to_no_other(
    corpus: Corpus, parts: dict[str, float], asked: set[str], another: str
) -> None:
    weights = replace(corpus.weights, parts=parts)
    maxima = weights.maxima(asked)
    assert sum(maxima.values()) == 1000 and min(maxima.values()) >= 0
    if maxima.keys() == asked:
        more = weights.maxima(asked | {another})
        assert all(more[name] <= maxima[name] for name in asked - {another})


def test_weights_are_read_as_they_are_told(corpus: Corpus) -> None:
    assert weights_from(corpus.weights.values(), "report") == corpus.weights


def test_the_readme_of_the_corpus_shows_a_valid_file(corpus: Corpus) -> None:
    text = (shared_folder() / "corpus/README.md").read_text()
    for block in text.split("```yaml\n")[1:]:
        assert yaml.safe_load(
            block.split("```")[0].replace("...]", "x]").replace("signs: ...", "signs: x")
        )
    assert corpus.skills["pytorch"].label == "PyTorch"
