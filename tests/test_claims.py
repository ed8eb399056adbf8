from __future__ import annotations

import pytest

from matcher.claims import claims_of
from matcher.corpus import Corpus
from matcher.skills import SkillFinder


@pytest.fixture(scope="module")
def finder(corpus: Corpus) -> SkillFinder:
    return SkillFinder(corpus.skills.values())


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Expert in SQL and Python, basic knowledge of Java.",
         {"sql": ("expert", None), "python": ("expert", None), "java": ("basic", None)}),
        ("Python (5+ years), R (basic), Docker", {"python": (None, 5.0), "r": ("basic", None)}),
        ("5+ years of experience with Python", {"python": (None, 5.0)}),
        ("SQL: advanced, Tableau: expert, Docker",
         {"sql": ("advanced", None), "tableau": ("expert", None)}),
        ("Proficient: Tableau, Power BI",
         {"tableau": ("advanced", None), "power-bi": ("advanced", None)}),
        ("10 years of experience building things with Kafka", {}),
        ("No experience with Java, 3 years of Python", {"python": (None, 3.0)}),
        ("Over 90 years of Python", {}),
        ("Python (18 months), R (less than 1 year)", {"python": (None, 1.5)}),
        ("10+ years of experience in Python and SQL",
         {"python": (None, 10.0), "sql": (None, 10.0)}),
        ("5 years of Java, basic Python", {"java": (None, 5.0), "python": ("basic", None)}),
        ("Expert, 5 years of Python", {"python": ("expert", 5.0)}),
        ("Proficient with tools such as Docker, Kubernetes",
         {"docker": ("advanced", None), "kubernetes": ("advanced", None)}),
        ("Expert in SQL and experience with Java", {"sql": ("expert", None)}),
        ("Expert in ASP.NET and Java", {"asp-dot-net": ("expert", None), "java": ("expert", None)}),
    ],
)  # fmt: skip
def test_claims(
    text: str, claims: dict[str, tuple[str | None, float | None]], finder: SkillFinder
) -> None:
    found = claims_of(text, finder.find(text))
    assert {skill: (each[0].level, each[0].years) for skill, each in found.items()} == claims


@pytest.mark.parametrize(
    "text",
    [
        "Visual Basic, Python, SQL",
        "SQL – Visual Basic",
        "Deep learning with PyTorch and TensorFlow",
        "Strong communication skills, Python, Docker",
        "Elementary school tutoring, Python",
        "Reduced risk exposure with SQL",
        "Solid State Drives, C++",
        "Advanced Analytics with Tableau",
        "Strong interest in learning Python",
    ],
)
def test_words_said_of_something_else_claim_nothing(text: str, finder: SkillFinder) -> None:
    assert finder.find(text)
    assert claims_of(text, finder.find(text)) == {}


def test_a_claim_quotes_its_words(finder: SkillFinder) -> None:
    text = "Berlin\nStrong knowledge of C++; familiar with Rust"
    found = claims_of(text, finder.find(text))
    (rust,) = found["rust"]
    assert text[rust.start : rust.end] == "familiar with Rust"
