from __future__ import annotations

import pytest

from matcher.embedding import load_encoder
from matcher.titles import (
    is_learner,
    normal_title,
    segments,
    title_cosines,
    title_key,
    title_vectors,
)


@pytest.mark.parametrize(
    ("title", "normal"),
    [
        ("Asst.Professor", "assistant professor"),
        ("Mktg Mgr", "marketing manager"),
        ("ASP.Net Developer", "asp.net developer"),
        ("Sr. ML Engineer (Remote)", "machine learning engineer"),
        ("Senior Data Scientist II", "data scientist"),
        ("Lead QA Engineer", "quality assurance engineer"),
        ("Software Engineer, Machine Learning", "software engineer machine learning"),
        ("C++ Programmer", "c++ developer"),
        ("Ingeniero de Datos", "data engineer"),
        ("Analyste de données H/F", "data analyst"),
        ("Datenanalystin (m/w/d)", "data analyst"),
        ("Softwareentwickler:in", "software developer"),
        ("Développeuse Full Stack", "full stack developer"),
        ("Chef de projet informatique", "project manager it"),
        ("Chef de rang", "chef de rang"),
        ("Leiter Vertrieb", "sales manager"),
        ("Stagiaire data", "data"),
        ("Principal", ""),
        ("Principal Investigator", "principal investigator"),
        ("Chief Financial Officer", "chief financial officer"),
        ("Senior Vice President, Sales", "director sales"),
        ("Head of Marketing", "director of marketing"),
    ],
)
def test_a_title_has_a_normal_form(title: str, normal: str) -> None:
    assert normal_title(title) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Director of Marketing", "Marketing Director"),
        ("VP of Marketing", "Marketing Director"),
        ("System Engineer", "Systems Engineer"),
        ("Manager of Internal Audits", "Internal Audit Manager"),
    ],
)
def test_turn_and_number_make_no_other_title(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Backend Developer, Payments", {"Backend Developer"}),
        ("Data Engineer - Growth", {"Data Engineer"}),
        ("Data Scientist / Machine Learning", {"Data Scientist", "Machine Learning"}),
        ("AI Engineer & Data Analyst", {"AI Engineer", "Data Analyst"}),
        ("Engineer", set()),
    ],
)
def test_a_part_of_a_title_may_be_a_title_too(title: str, parts: set[str]) -> None:
    first, *others = [title[start:end] for start, end in segments(title)]
    assert first == title and set(others) == parts


def test_learners_in_other_languages() -> None:
    assert all(map(is_learner, ["Praktikantin Data Science", "Stagiaire data", "Becario de datos"]))


def test_an_intern_is_a_learner_and_a_manager_of_internal_tools_is_not() -> None:
    assert is_learner("Data Science Intern") and is_learner("Trainee Developer")
    assert is_learner("Data Engineer Co-op") and title_key("Data Engineer Co-op") == title_key(
        "Apprentice Data Engineer"
    )
    assert not is_learner("Manager, Internal Tools")
    assert is_learner("BI Developer (placement year)") and not is_learner("Placement Officer")


def test_titles_are_near_only_when_trade_and_whole_are() -> None:
    titles = ["Sales Manager", "Engineering Manager", "Backend Engineer", "Back End Developer"]
    vectors = title_vectors(titles, load_encoder())
    near = title_cosines(vectors, vectors)
    assert near[0, 1] < near[2, 3] - 0.2


@pytest.mark.parametrize("title", ["Manager", "Owner/Partner", "Sr. Team Leader", "Analyst"])
def test_a_rank_alone_is_near_to_no_trade(title: str) -> None:
    encoder = load_encoder()
    trades = title_vectors(
        ["Truck Driver, Owner Operator", "Data Analyst", "Store Manager"], encoder
    )
    assert not title_cosines(title_vectors([title], encoder), trades).any()
