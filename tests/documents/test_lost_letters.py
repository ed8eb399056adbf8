"""Words whose letters a file has apart, as other characters, or not at all."""

from __future__ import annotations

import pytest

from matcher.documents import read_bytes
from matcher.documents.torn import is_torn, mended
from matcher.records import Document, Status
from tests.documents.builders import lines, pdf

RESUME = """Jane Roe
Software Engineer
Work experience
Software Engineer, Hill Bank, 2019 - 2023
• Wrote the integration of two applications for the operations of a bank
• Automation of tests with Python and Microsoft tools, after a migration to the platform
• Operating the services in production, with care for the information that they keep

Education
Master of Science in Mathematics, Hill University, 2018
Certifications and activities
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "resume.txt")


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def written(signs: dict[str, str]) -> str:
    """The resume as a font without these ligatures' characters comes out."""
    text = RESUME
    for letters, sign in signs.items():
        text = text.replace(letters, sign)
    return text


def test_a_whole_text_stays_as_it_is() -> None:
    document = read(RESUME)
    assert document.text.split("\n")[1] == "Software Engineer"
    assert codes(document) == []


@pytest.mark.parametrize(
    "signs",
    [
        {"ti": "O", "ft": "e", "tf": "["},
        {"ti": "&", "ft": "L", "tt": "B"},
        {"ti": "\u019f", "ft": "\u014c"},
        {"ti": "", "ft": ""},
        {"ti": "\ue000", "ft": "\ue001"},  # private use: nothing is left of them
    ],
)
def test_letters_drawn_as_one_glyph_are_put_back(signs: dict[str, str]) -> None:
    broken, document = written(signs), read(written(signs))
    whole = read(RESUME).text.split("\n")
    assert "Software" not in broken
    assert "integration" not in broken
    for line in range(8):
        assert document.text.split("\n")[line] == whole[line]
    assert codes(document) == ["lost_letters"]
    assert "check the text" in document.notices[0].message


def test_a_space_may_stand_for_letters() -> None:
    text = read(written({"ti": " "})).text
    assert "Wrote the integration of two applications" in text
    assert "Education" in text


def test_letters_are_put_back_in_a_pdf() -> None:
    broken = written({"ti": "&", "ft": "L"}).replace("•", "-").split("\n")
    document = read_bytes(pdf(lambda canvas: lines(canvas, broken) and None), "resume.pdf")
    assert document.status is Status.OK
    assert "Education" in document.text.split("\n")
    assert codes(document) == ["lost_letters"]


def test_few_odd_words_are_left_alone() -> None:
    text = RESUME.replace("integration", "integra&on").replace("operations", "operaOons")
    document = read(text)
    assert "integra&on" in document.text
    assert codes(document) == []


def test_words_of_another_language_have_lost_nothing() -> None:
    text = "Jean Roux\nExpérience\nMaçon, Hill SA, 2015 - 2019\n" + "\n".join(
        ("De façon autonome, selon les façons de faire", "Chef maçon, trois maçons, un caméraman",
         "Pose de parquet, leçons aux garçons du chantier, mission de rénovation")
    )  # fmt: skip
    assert codes(read(text)) in ([], ["language"])


TORN = [
    ("S oftware E ngineer w ith t he t eam", "Software Engineer with the team"),
    ("D ecember 2 019 - p resent - J ava, C ++, C #", "December 2019 - present - Java, C++, C#"),
    ("I w as a s a p art o f t he t eam i n t op 3", "I was as a part of the team in top 3"),
    ("M S S QL, P L S QL a nd T FS", "MS SQL, PL SQL and TFS"),
    ("Worked on a U I f or y ou", "Worked on a UI for you"),
]


@pytest.mark.parametrize(("torn", "whole"), TORN)
def test_torn_words_are_put_together(torn: str, whole: str) -> None:
    assert mended(torn) == whole


def test_a_text_is_torn_where_many_words_are() -> None:
    torn = [line for line, _ in TORN]
    assert is_torn(torn * 3)
    assert not is_torn([whole for _, whole in TORN] * 15)
    assert not is_torn(["Plan A and plan B", "C and R, 5 years", "Vitamin C deficits"] * 20)
    document = read("Jane Roe\nExperience\n" + "\n".join(torn * 3))
    assert "Software Engineer with the team" in document.text
    assert codes(document) == ["torn_words"]
