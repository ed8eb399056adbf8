from __future__ import annotations

import datetime
from dataclasses import replace

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
        "2022-03",
        Month(2025, 3),
    )
    assert found["CKA"] == ("certified-kubernetes-administrator", None, None)
    assert found["CISSP"] == ("cissp", None, None)
    assert found["Beekeeping diploma"] == (None, "2021", None)
    assert found["Certified Scrum Master"][2] == Month(2027, 12)


def section(heading: str, lines: str, corpus: Corpus, finder: SkillFinder) -> Details:
    """The details of the resume with other lines under one of its headings."""
    before, _, after = TEXT.partition(f"\n{heading}\n\n")
    _, blank, following = after.partition("\n\n")
    return read(f"{before}\n{heading}\n\n{lines}{blank}{following}", corpus, finder)


@pytest.mark.parametrize(
    ("lines", "certificates"),
    [
        ("Databricks Certified Data\nEngineer Associate (2024-01)\n"
         "Microsoft Certified: Azure Data\nEngineer Associate (2022)",
         [("Databricks Certified Data Engineer Associate",
           "databricks-certified-data-engineer", "2024-01"),
          ("Microsoft Certified: Azure Data Engineer Associate",
           "microsoft-certified-azure-data-engineer-associate", "2022")]),
        ("• Certified Information Systems Security Professional\n• CISSP",
         [("Certified Information Systems Security Professional", "cissp", None)]),
        ("• Acme Certified Data\nEngineer, 2020\n• First Aid, Red Cross, 2019",
         [("Acme Certified Data Engineer", None, "2020"),
          ("First Aid, Red Cross", None, "2019")]),
        ("Food Handler\nBeekeeping diploma\n2021",
         [("Food Handler", None, None), ("Beekeeping diploma", None, "2021")]),
        ("First Aid, 2019\nFirst Aid, 2022",
         [("First Aid", None, "2019"), ("First Aid", None, "2022")]),
        ("CKA (2021), PMP (2020)",
         [("CKA", "certified-kubernetes-administrator", "2021"),
          ("PMP", "pmp", "2020")]),
        ("Beekeeping, 2021, First Aid, 2019",
         [("Beekeeping", None, "2021"), ("First Aid", None, "2019")]),
        ("ISO 27001:2013 Lead Auditor, 2020",
         [("ISO 27001:2013 Lead Auditor", None, "2020")]),
        ("ISO 27001:2013 Lead Auditor", [("ISO 27001:2013 Lead Auditor", None, None)]),
        ("Windows Server 2016, 2019", [("Windows Server 2016", None, "2019")]),
        ("Windows Server 2016 (2019), expires 2027",
         [("Windows Server 2016", None, "2019")]),
        ("First Aid, Red Cross, exp. 08/2027", [("First Aid, Red Cross", None, None)]),
        ("First Aid, Red Cross\nIssued on: May 01, 2023",
         [("First Aid, Red Cross", None, "2023-05")]),
        ("Bee Keeping\nIssued by Roe and Sons\nMay 2023",
         [("Bee Keeping, Roe and Sons", None, "2023-05")]),
        ("Tree Felling Licence\nForestry Board of Hill County\n2019",
         [("Tree Felling Licence, Forestry Board of Hill County", None, "2019")]),
        ("CKA, 2022 · RHCE, 2018",
         [("CKA", "certified-kubernetes-administrator", "2022"),
          ("RHCE", "red-hat-certified-engineer", "2018")]),
        ("Bee Keeping (Hive\nSchool, 2021)",
         [("Bee Keeping (Hive School)", None, "2021")]),
    ],
)  # fmt: skip
def test_certificates_as_they_are_written(
    lines: str,
    certificates: list[tuple[str, str | None, str | None]],
    corpus: Corpus,
    finder: SkillFinder,
) -> None:
    found = section("Certifications", lines, corpus, finder).certificates
    assert [(each.name, each.skill_id, each.issued) for each in found] == certificates


def test_a_certificate_that_lapsed_is_told_as_such(corpus: Corpus, finder: SkillFinder) -> None:
    found = section("Certifications", "CKA (2020, lapsed), PMP (2011)", corpus, finder).certificates
    assert [(each.name, each.issued, each.lapsed) for each in found] == [
        ("CKA", "2020", True),
        ("PMP", "2011", False),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Bee Keeping\nHive School\n2021\nCandle Making\nWick Works\n2020",
        "Bee Keeping\n2021\nHive School\nCandle Making\n2020\nWick Works",
        "Bee Keeping\t2021\nHive School\nCandle Making\t2020\nWick Works",
        "Bee Keeping\nHive School 2021\nCandle Making\nWick Works, 2020",
    ],
)
def test_an_issuer_in_its_own_line_is_no_certificate(
    lines: str, corpus: Corpus, finder: SkillFinder
) -> None:
    found = section("Certifications", lines, corpus, finder).certificates
    assert [(each.name, each.issued) for each in found] == [
        ("Bee Keeping, Hive School", "2021"),
        ("Candle Making, Wick Works", "2020"),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Growing Apples\nCoursera\nPressing Cider, 2020",
         ["Growing Apples, Coursera", "Pressing Cider"]),
        ("Bee Keeping\nHive Yard, 2021\nCandle Course\nWick Works, 2020",
         ["Bee Keeping, Hive Yard", "Candle Course, Wick Works"]),
        ("Bee Keeping\nBread, 2021\nCandle Making\nSoap, 2020",
         ["Bee Keeping", "Bread", "Candle Making", "Soap"]),
        ("Certified Scrum Master\nScrum.org", ["Certified Scrum Master, Scrum.org"]),
        ("Pressing Cider, 2020\nGrowing Apples\nFood Handler, 2019\nBaking Bread",
         ["Pressing Cider", "Growing Apples", "Food Handler", "Baking Bread"]),
        ("Google\nGrowing Apples", ["Google", "Growing Apples"]),
    ],
)  # fmt: skip
def test_only_what_names_an_issuer_is_one(
    lines: str, names: list[str], corpus: Corpus, finder: SkillFinder
) -> None:
    found = section("Certifications", lines, corpus, finder).certificates
    assert [each.name for each in found] == names


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Sales Associate, Old Navy", PositionKind.JOB),
        ("Case Worker, Salvation Army", PositionKind.JOB),
        ("Petty Officer, US Navy", PositionKind.MILITARY),
        ("Volunteer Coordinator, Red Cross", PositionKind.JOB),
        ("Manager of Volunteer Services, Red Cross", PositionKind.JOB),
        ("Volunteer Firefighter, City Services", PositionKind.VOLUNTEER),
    ],
)
def test_a_name_is_no_kind_of_work(
    header: str, kind: PositionKind, corpus: Corpus, finder: SkillFinder
) -> None:
    found = read(TEXT.replace("Sergeant, U.S. Army", header), corpus, finder)
    assert found.positions[-1].kind is kind


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        ("Deutsch (Muttersprache), Englisch (verhandlungssicher), Französisch B1",
         {"German": "native", "English": "C1", "French": "B1"}),
        ("Inglés (nativo), Alemán B2", {"English": "native", "German": "B2"}),
        ("English C1 C1 B2", {"English": "C1"}),
        ("English, C1, German, B2", {"English": "C1", "German": "B2"}),
        ("English, German, Spanish (all fluent)",
         {"English": "C1", "German": "C1", "Spanish": "C1"}),
        ("English (native), German, Spanish (both fluent)",
         {"English": "native", "German": "C1", "Spanish": "C1"}),
        ("Fluent in English, basic German", {"English": "C1", "German": "A2"}),
        ("English: very good\nGerman: intermediate (B2)", {"English": "B2", "German": "B2"}),
        ("basic German and fluent French", {"German": "A2", "French": "C1"}),
        ("English\nNative Speaker\nNorwegian\nIntermediate (B1)",
         {"English": "native", "Norwegian": "B1"}),
        ("English\nBilingual", {"English": "native"}),
        ("Catalan & Spanish - native\nFrench - B2",
         {"Catalan": "native", "Spanish": "native", "French": "B2"}),
        ("English, Bemba", {"English": None, "Bemba": None}),
        ("French: native | Baoulé: native", {"French": "native", "Baoulé": "native"}),
        ("English - reading good, Writing - fair", {"English": "B1"}),
        ("English\nGerman\nFluent", {"English": None, "German": "C1"}),
        ("English - read daily\nGerman - native.", {"English": None, "German": "native"}),
    ],
)  # fmt: skip
def test_each_language_has_the_level_of_its_clause(
    lines: str, levels: dict[str, str | None], corpus: Corpus, finder: SkillFinder
) -> None:
    found = section("Languages", lines, corpus, finder).languages
    assert {each.name: each.level for each in found} == levels


def test_levels_stand_below_languages_cell_by_cell(corpus: Corpus, finder: SkillFinder) -> None:
    document = read_bytes(TEXT.encode(), "cv.txt")
    cells = "English\tElvish\tGerman\tDutch\nNative Speaker\tBasic\tFluent\tB1\n"
    text = document.text.replace("Languages\n", f"Languages\n{cells}")
    resume = read_resume(replace(document, text=text), today=TODAY)
    found = details_of(resume, corpus.skills, finder.find, today=TODAY).languages
    assert [(each.name, each.level) for each in found[:3]] == [
        ("English", "native"), ("German", "C1"), ("Dutch", "B1"),
    ]  # fmt: skip


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


def test_a_certificate_among_degrees_is_a_certificate_with_its_date(
    corpus: Corpus, finder: SkillFinder
) -> None:
    degrees = "BSc Botany, Hill University, 2016\nCertified Kubernetes Administrator (2021)"
    text = TEXT.replace("\nLanguages\n", f"\nEducation\n\n{degrees}\n\nLanguages\n")
    text = text.replace("CKA", "Food Handler")
    found = {each.name: each.issued for each in read(text, corpus, finder).certificates}
    assert found["Certified Kubernetes Administrator"] == "2021"


def test_dated_trainings_are_certificates_and_courses_without_dates_are_none(
    corpus: Corpus, finder: SkillFinder
) -> None:
    trainings = "Trainings\n\nFire Drill, Hill Brigade, 2021\nFirst aid for toddlers"
    text = TEXT.replace("\nLanguages\n", f"\n{trainings}\n\nLanguages\n")
    names = [each.name for each in read(text, corpus, finder).certificates]
    assert "Fire Drill, Hill Brigade" in names
    assert "First aid for toddlers" not in names


def test_months_of_study_are_no_gap(corpus: Corpus, finder: SkillFinder) -> None:
    degree = "Education\n\nBSc Botany, Hill University, 2016 – 2019\n\nLanguages"
    text = TEXT.replace("\nLanguages\n", f"\n{degree}\n", 1)
    assert read(text, corpus, finder).gaps == ()
    later = read(text.replace("– 2019", "– 2018"), corpus, finder).gaps
    assert [(str(gap.start), str(gap.end)) for gap in later] == [("2016-09", "2019-02")]


@pytest.mark.parametrize(
    "told",
    [
        "Parental leave\n09/2016 – 02/2019\n- Two children\n",
        "Career break (travel)     Sep 2016 – Feb 2019\n",
    ],
)
def test_a_break_that_is_told_is_no_gap(told: str, corpus: Corpus, finder: SkillFinder) -> None:
    text = TEXT.replace("Data Engineering Intern | Foo", f"{told}\nData Engineering Intern | Foo")
    found = read(text, corpus, finder)
    assert [(str(gap.start), str(gap.end)) for gap in found.gaps] == [("2015-01", "2016-05")]
