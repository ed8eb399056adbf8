from __future__ import annotations

import datetime

import pytest

from matcher.corpus import Corpus
from matcher.documents import read_bytes
from matcher.records import Details, Month, PositionKind
from matcher.resumes import read_resume
from matcher.resumes.details import details_of
from matcher.skills import SkillFinder

TODAY = datetime.date(2026, 11, 20)
TEXT = """Jane Roe
Data Engineer
jane@example.com

Experience

Data Engineer, Acme GmbH, Berlin, Germany
Mar 2019 – Present
- Built pipelines in Spark and Airflow for thirty analysts

Data Engineering Intern | Foo Ltd | London, UK | Jun 2016 - Aug 2016
- Wrote reports in SQL for the sales team

Sergeant, U.S. Army
2010 - 2014
- Led a team of twelve soldiers

Volunteer

Mentor, Code Club
2018 - 2019
- Taught Python to children

Certifications

AWS Certified Solutions Architect – Associate (issued Mar 2022, expires Mar 2025)
CKA, CISSP
Beekeeping diploma, 2021
Certified Scrum Master, valid until Dec 2027

Languages

English (native), German – B2, French: limited working proficiency; Spanish

Publications

Books
Roe, J. (2020). On pipelines. Journal of Things 3, 12-20.
"""


@pytest.fixture(scope="module")
def finder(corpus: Corpus) -> SkillFinder:
    return SkillFinder(corpus.skills.values())


@pytest.fixture(scope="module")
def details(corpus: Corpus, finder: SkillFinder) -> Details:
    return read(TEXT, corpus, finder)


def read(text: str, corpus: Corpus, finder: SkillFinder) -> Details:
    resume = read_resume(read_bytes(text.encode(), "cv.txt"), today=TODAY)
    return details_of(resume, corpus.skills, finder.find, today=TODAY)


def test_kinds_and_places_of_positions(details: Details) -> None:
    assert [(each.kind, each.place) for each in details.positions] == [
        (PositionKind.JOB, "Berlin, Germany"),
        (PositionKind.INTERNSHIP, "London, UK"),
        (PositionKind.MILITARY, ""),
    ]


def test_gaps_are_the_months_between_positions(details: Details) -> None:
    assert [(str(gap.start), str(gap.end), gap.months) for gap in details.gaps] == [
        ("2015-01", "2016-05", 17),
        ("2016-09", "2019-02", 30),
    ]


def test_unpaid_work_stands_apart(details: Details) -> None:
    assert [(each.title, each.company) for each in details.volunteering] == [
        ("Mentor", "Code Club")
    ]


def test_certificates_with_their_dates(details: Details) -> None:
    found = {each.name: (each.skill_id, each.issued, each.expires) for each in details.certificates}
    assert found["AWS Certified Solutions Architect – Associate"] == (
        "aws-certified-solutions-architect-associate",
        Month(2022, 3),
        Month(2025, 3),
    )
    assert found["CKA"] == ("certified-kubernetes-administrator", None, None)
    assert found["CISSP"] == ("cissp", None, None)
    assert found["Beekeeping diploma"] == (None, Month(2021, 1), None)
    assert found["Certified Scrum Master"][2] == Month(2027, 12)


def test_languages_with_their_level(details: Details) -> None:
    assert [(each.name, each.level) for each in details.languages] == [
        ("English", "native"),
        ("German", "B2"),
        ("French", "B1"),
        ("Spanish", None),
    ]


def test_languages_without_a_heading(corpus: Corpus, finder: SkillFinder) -> None:
    text = TEXT.replace(
        "Languages\n\nEnglish (native), German – B2, French", "Fluent in French and"
    )
    found = read(text.replace(": limited working proficiency; Spanish", " German"), corpus, finder)
    assert [(each.name, each.level) for each in found.languages] == [
        ("French", "C1"),
        ("German", None),
    ]


def test_a_publication_is_more_than_a_heading(details: Details) -> None:
    assert details.publications == ("Roe, J. (2020). On pipelines. Journal of Things 3, 12-20.",)
