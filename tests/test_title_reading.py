from __future__ import annotations

import datetime

import pytest

from matcher.matching import Matcher
from matcher.title_reading import parts_of, said_titles


@pytest.fixture(scope="module")
def reader() -> Matcher:
    return Matcher(n_readers=0, today=datetime.date(2026, 11, 20))


@pytest.mark.parametrize(
    ("title", "roles"),
    [  # titles found in the wild, and the roles that a recruiter would look among
        ("AI Engineer & Analyst", {"ai-engineer"}),
        (
            "Data engineer and machine learning specialist",
            {"data-engineer", "machine-learning-engineer"},
        ),
        ("AI and data engineer", {"ai-engineer", "data-engineer"}),
        (
            "Data Scientist / Machine Learning Expert",
            {"data-scientist", "machine-learning-engineer"},
        ),
        (
            "Software Development Engineer – Deep Learning AWS AI",
            {"software-engineer", "deep-learning-engineer"},
        ),
        ("Machine Learning Developer", {"machine-learning-engineer"}),
        ("Data Scientist / Machine Learning", {"data-scientist"}),
        ("Data / Machine Learning Engineer", {"data-engineer", "machine-learning-engineer"}),
        ("Data Engineer & AI Expert", {"data-engineer", "ai-engineer"}),
        ("Applied Machine Learning Engineer", {"machine-learning-engineer"}),
        ("Software Engineer: Machine Intelligence", {"machine-learning-engineer"}),
        ("Sr. SDE II (Remote) - Data Infra", {"software-engineer", "data-platform-engineer"}),
    ],
)
def test_a_title_finds_its_roles_first(reader: Matcher, title: str, roles: set[str]) -> None:
    found = reader.read_title(title).roles
    assert {role.role_id for role in found[: len(roles)]} == roles
    assert all(0 < role.score <= 1 for role in found)


def test_a_role_is_known_by_its_title_as_it_is_written(reader: Matcher) -> None:
    known = {role.known_as for role in reader.read_title("Sr. ML Engineer (Remote)").roles[:1]}
    assert known == {"ML Engineer"}


def test_a_title_is_read_in_parts(reader: Matcher) -> None:
    parts = reader.read_title("Sr. SDE II (Remote) - Data Infra").parts
    assert (parts.seniority, parts.function) == ("senior", "engineer")
    parts = reader.read_title("Lead Python Developer, Payments").parts
    assert (parts.seniority, parts.function, parts.technologies) == (
        "lead",
        "developer",
        ("python",),
    )
    assert parts.domain == "python payments"


@pytest.mark.parametrize(
    ("title", "seniority"),
    [
        ("Lead Generation Specialist", None),
        ("Baker - 3 months", None),
        ("Baker (2 openings)", None),
        ("A.I. Baker", None),
        ("R&D - I&D Baker", None),
        ("Baker 2/3", None),
        ("Baker, Head Office", None),
        ("Baker 3", "senior"),
        ("Baker II", "mid"),
        ("Baker I", "junior"),
        ("V.P. Baking", "executive"),
    ],
)
def test_what_counts_something_else_is_no_rank(title: str, seniority: str | None) -> None:
    assert parts_of(title).seniority == seniority


def test_the_ending_of_a_word_tells_nothing(reader: Matcher) -> None:
    waitress, waiter = reader.read_title("Waitress"), reader.read_title("Waiter")
    assert waitress.roles == waiter.roles and waitress.parts == waiter.parts


def test_a_title_of_another_world_names_no_role(reader: Matcher) -> None:
    assert reader.read_title("Keeper of the Seventh Lantern").roles == ()
    assert reader.read_title("???").roles == ()


@pytest.mark.parametrize("title", ["Manager", "Owner", "Supervisor", "Senior Analyst", "Volunteer"])
def test_a_rank_alone_names_no_role(reader: Matcher, title: str) -> None:
    assert reader.read_title(title).roles == ()


def test_a_rank_that_is_a_title_of_a_role_names_it(reader: Matcher) -> None:
    assert reader.read_title("Shift Manager").roles[0].role_id == "restaurant-manager"
    assert reader.read_title("Vice President of Marketing").roles[0].role_id == "marketing-manager"


def test_parts_without_a_head_noun_borrow_their_neighbours() -> None:
    said = said_titles("Data / Machine Learning Engineer")
    assert {"data engineer", "machine learning engineer"} <= set(said)
    assert "artificial intelligence analyst" in said_titles("AI Engineer & Analyst")
