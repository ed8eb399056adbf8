from __future__ import annotations

import pytest

from matcher.embedding import cosines, load_encoder
from matcher.titles import normal_title, title_vectors, trade_of


@pytest.mark.parametrize(
    ("title", "normal"),
    [
        ("Sr. ML Engineer (Remote)", "machine learning engineer"),
        ("Senior Data Scientist II", "data scientist"),
        ("Lead QA Engineer", "quality assurance engineer"),
        ("Software Engineer, Machine Learning", "software engineer machine learning"),
        ("C++ Programmer", "c++ developer"),
        ("Principal", ""),
    ],
)
def test_a_title_has_a_normal_form(title: str, normal: str) -> None:
    assert normal_title(title) == normal


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("Backend Developer, Payments", "backend developer"),
        ("Data Engineer - Growth", "data engineer"),
        ("Senior Data Analyst | Marketing", "data analyst"),
        ("Engineer, Platform", ""),
        ("Payments and Risk, Lead", ""),
    ],
)
def test_the_trade_stands_before_the_team(title: str, trade: str) -> None:
    assert trade_of(title) == trade


def test_two_managers_of_different_trades_are_farther_apart_than_two_engineers_of_one() -> None:
    titles = ["Sales Manager", "Engineering Manager", "Backend Engineer", "Back End Developer"]
    sales, engineering, backend, back_end = title_vectors(titles, load_encoder())
    apart = cosines(sales[None], engineering[None])[0, 0]
    near = cosines(backend[None], back_end[None])[0, 0]
    assert apart < near - 0.2
