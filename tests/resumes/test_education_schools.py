"""Schools: several degrees of one, names parted by narrow columns, those of other countries, and
those that sell courses."""

from __future__ import annotations

import datetime

import pytest

from matcher.resumes.education import read_education
from matcher.resumes.text_lines import split_lines

TODAY = datetime.date(2026, 6, 15)
Row = tuple[str, str, str, int | None, int]


def read(text: str) -> list[Row]:
    entries, _ = read_education(split_lines(text), today=TODAY)
    return [
        (entry.degree, entry.field, entry.institution, entry.year, entry.level) for entry in entries
    ]


BESIDE: list[tuple[str, list[Row]]] = [
    (
        "MSc in Botany, Hill College, 2020 | BSc in Chemistry, Fern University, 2017",
        [
            ("MSc", "Botany", "Hill College", 2020, 4),
            ("BSc", "Chemistry", "Fern University", 2017, 3),
        ],
    ),
    (
        "MSc Statistics, Fern University, 2020\nBSc Statistics, same place, 2017",
        [
            ("MSc", "Statistics", "Fern University", 2020, 4),
            ("BSc", "Statistics", "Fern University", 2017, 3),
        ],
    ),
    (
        "BSc in Physics, Hillmers, 2013-2017\nSecondary: Fern High School, 2009-2013",
        [
            ("BSc", "Physics", "Hillmers", 2017, 3),
            ("", "", "Fern High School", 2013, 1),
        ],
    ),
    (
        "BSc in Physics, Applied Mathematics, 2017\nHill College",
        [("BSc", "Physics, Applied Mathematics", "Hill College", 2017, 3)],
    ),
    (
        "Fern University\nMSc Eng. in Applied Botany, '19\nHill College, B.S. Math, '17",
        [
            ("MSc Eng", "Applied Botany", "Fern University", 2019, 4),
            ("B.S.", "Math", "Hill College", 2017, 3),
        ],
    ),
    (
        "1. University of Fern, Hilltown - B.Sc. Statistics - 2014 - 2018\n"
        "2. Fern Girls' College, Lakeside - Diploma - 2013",
        [
            ("B.Sc.", "Statistics", "University of Fern", 2018, 3),
            ("Diploma", "", "Fern Girls' College", 2013, 2),
        ],
    ),
    (
        "Hill University\nMA in History, 2015\nBA in Law, 2012\nFern High School\nDiploma, 2009",
        [
            ("MA", "History", "Hill University", 2015, 4),
            ("BA", "Law", "Hill University", 2012, 3),
            ("Diploma", "", "Fern High School", 2009, 1),
        ],
    ),
    (
        "PhD in Botany\nThesis: Mosses of the north wall\nHill University, 2016\n"
        "BSc in Chemistry\nFern College, 2011",
        [
            ("PhD", "Botany", "Hill University", 2016, 5),
            ("BSc", "Chemistry", "Fern College", 2011, 3),
        ],
    ),
    (
        "Hill University - Oslo, Norway\nBA in Statistics and BSc in Computer Science, May 2018",
        [
            ("BA", "Statistics", "Hill University", 2018, 3),
            ("BSc", "Computer Science", "Hill University", 2018, 3),
        ],
    ),
    (
        "MSc in Finance (Univ. of Fernhill, 2012), BSc in Economics (Univ. of Roe, 2010)",
        [
            ("MSc", "Finance", "Univ. of Fernhill", 2012, 4),
            ("BSc", "Economics", "Univ. of Roe", 2010, 3),
        ],
    ),
    (
        "Fern University\t2011-09-01 - 2014-07-01 Roe Institute of Design\n2014-09-01 - 2016-07-01",
        [("", "", "Fern University", 2014, 0), ("", "", "Roe Institute of Design", 2016, 0)],
    ),
    (
        "Bachelor Degree\nSep 2011 - Jul 2014\nFern University\nMarine Ecology\n"
        "Master Degree\nSep 2014 - Jul 2016\nRoe Institute of Design\nInformation Systems",
        [
            ("Bachelor Degree", "Marine Ecology", "Fern University", 2014, 3),
            ("Master Degree", "Information Systems", "Roe Institute of Design", 2016, 4),
        ],
    ),
    (
        "Fern University\nMarine Ecology, Bachelor\nRoe University\nOld Maps, Master",
        [
            ("Bachelor", "Marine Ecology", "Fern University", None, 3),
            ("Master", "Old Maps", "Roe University", None, 4),
        ],
    ),
    (
        "Caltech\nRoe School of Management\nMBA, Finance\n2014",
        [("MBA", "Finance", "Caltech", 2014, 4)],
    ),
]


@pytest.mark.parametrize(("text", "entries"), BESIDE)
def test_degrees_of_one_school_and_of_several(text: str, entries: list[Row]) -> None:
    assert read(text) == entries


PARTED: list[tuple[str, Row]] = [
    (
        "MSc Computational\nLinguistics\nFern College\n2014 – 2016",
        ("MSc", "Computational Linguistics", "Fern College", 2016, 4),
    ),
    (
        "BEng Systems Engineering, University of West\nRoe\n2014",
        ("BEng", "Systems Engineering", "University of West Roe", 2014, 3),
    ),
    (
        "Bachelor of Science in Computer\nScience\nNorthern Fern\nState University\n2014",
        ("Bachelor of Science", "Computer Science", "Northern Fern State University", 2014, 3),
    ),
]


@pytest.mark.parametrize(("text", "entry"), PARTED)
def test_a_name_parted_by_a_narrow_column_is_one(text: str, entry: Row) -> None:
    assert read(text) == [entry]


UNMARKED: list[tuple[str, Row]] = [
    (
        "BSc Marine Ecology Fernfjord College 2012-2016",
        ("BSc", "Marine Ecology", "Fernfjord College", 2016, 3),
    ),
    (
        "Executive MBA, Roe School of Management (expected 2026)",
        ("Executive MBA", "", "Roe School of Management", 2026, 4),
    ),
    ("Computer Science, BS\nUniversity of Fern\n2012-2016",
     ("BS", "Computer Science", "University of Fern", 2016, 3)),
    ("Fern School of Informatics, MA Big Data Analytics, 2017-2019",
     ("MA", "Big Data Analytics", "Fern School of Informatics", 2019, 4)),
    ("B.E. (ECE) | Fern College of Engineering | 2014 | 78%",
     ("B.E.", "ECE", "Fern College of Engineering", 2014, 3)),
    ("M.Tech (Computer Science) | Indian Institute of Technology Fernpur | 2016",
     ("M.Tech", "Computer Science", "Indian Institute of Technology Fernpur", 2016, 4)),
    ("MBA (Finance), Roe Institute of Business, Pune, 2015",
     ("MBA", "Finance", "Roe Institute of Business", 2015, 4)),
    ("MChem, first-class honours, 2014, University of Fern",
     ("MChem", "", "University of Fern", 2014, 4)),
    ("BSc (Hons) Mathematics with Finance – 2:1 – University of Fern – 2012 to 2015",
     ("BSc", "Mathematics with Finance", "University of Fern", 2015, 3)),
    ("Fern College\nBachelor of Arts\nMajor: Anthropology; Minor: Statistics\nMay 2019",
     ("Bachelor of Arts", "Anthropology", "Fern College", 2019, 3)),
    ("2013: Máster Universitario en Finanzas, Universidad de Roe",
     ("Máster Universitario", "Finanzas", "Universidad de Roe", 2013, 4)),
    ("Degree in Computer Engineering, University of Fern, Portugal (2006-2011)",
     ("Degree", "Computer Engineering", "University of Fern", 2011, 3)),
    ("Fern College, Class of 2017\nBA, double major in Economics and Law",
     ("BA", "Economics and Law", "Fern College", 2017, 3)),
    ("University of Fern\nBachelor of Computing (Honours) in Information Systems   May 2017",
     ("Bachelor of Computing", "Information Systems", "University of Fern", 2017, 3)),
    ("Master of Information Technology (Data Science)\nUniversity of Fern, 2020",
     ("Master of Information Technology", "Data Science", "University of Fern", 2020, 4)),
    ("MS, Computer Science - Specialization in Ferns\nRoe College, 2021",
     ("MS", "Computer Science", "Roe College", 2021, 4)),
    ("Doctorate in Anatomy, Royal School of Animal Health, 2010",
     ("Doctorate", "Anatomy", "Royal School of Animal Health", 2010, 5)),
    ("B.Tech in Textiles from Fern College, 2018 with 8.1 CGPA",
     ("B.Tech", "Textiles", "Fern College", 2018, 3)),
    ("MSc in Mathematics, grade 5.0/5.0, Hill University, 2013",
     ("MSc", "Mathematics", "Hill University", 2013, 4)),
    ("Master of Science in Nursing, 2018\nRoe University Health Science Center",
     ("Master of Science", "Nursing", "Roe University Health Science Center", 2018, 4)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), UNMARKED)
def test_field_and_school_are_told_apart(text: str, entry: Row) -> None:
    assert read(text) == [entry]


ABROAD: list[tuple[str, Row]] = [
    ("2015 - 2019 :: BSc Eng (Hons) in Ceramics, University of Fern",
     ("BSc Eng", "Ceramics", "University of Fern", 2019, 3)),
    ("2014 :: GCE A/L, Fern Vidyalaya", ("GCE A/L", "", "Fern Vidyalaya", 2014, 1)),
    ("10+2 from Kendriya Vidyalaya No. 2, CBSE, 2014 with 91%",
     ("10+2", "", "Kendriya Vidyalaya No. 2", 2014, 1)),
    ("Class XII | Fern Public School, Vellore | 2010 | 88%",
     ("Class XII", "", "Fern Public School", 2010, 1)),
    ("HND Computing, Coleg Rhosyn, 2012", ("HND", "Computing", "Coleg Rhosyn", 2012, 2)),
    ("10 GCSEs grade A–C, Ysgol Rhosyn, 2008", ("GCSEs", "", "Ysgol Rhosyn", 2008, 1)),
    ("Licence Mathématiques et Informatique (2013-2016), Université de Fougère",
     ("Licence", "Mathématiques et Informatique", "Université de Fougère", 2016, 3)),
    ("Institut Supérieur d'Optique de Bresle\nDiplôme d'ingénieur, Optics\n2011 à 2014",
     ("Diplôme d'ingénieur", "Optics", "Institut Supérieur d'Optique de Bresle", 2014, 4)),
    ("Colégio Santa Rosa | 2007–2009 | Ensino Médio",
     ("Ensino Médio", "", "Colégio Santa Rosa", 2009, 1)),
    ("MSc Astronomy\nRijksuniversiteit Fernveld\n2019 - 2021",
     ("MSc", "Astronomy", "Rijksuniversiteit Fernveld", 2021, 4)),
    ("High School no. 14 in Poznan, 2011-2014", ("", "", "High School no. 14", 2014, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), ABROAD)
def test_degrees_and_schools_of_other_countries(text: str, entry: Row) -> None:
    assert read(text) == [entry]


SOLD: list[tuple[str, Row]] = [
    ("Udacity – Data Analyst Nanodegree (2020)", ("", "Data Analyst", "Udacity", 2020, 0)),
    ("General Assembly - Data Science Bootcamp, 2021",
     ("", "Data Science", "General Assembly", 2021, 0)),
    ("Ironhack Lisbon, Web Development Bootcamp, 2020",
     ("", "Web Development", "Ironhack Lisbon", 2020, 0)),
    ("Coursera\tDeep Learning Specialization\t2018", ("", "Deep Learning", "Coursera", 2018, 0)),
    ("Fern Tide Tables Professional Certificate, Coursera, 2020",
     ("", "Fern Tide Tables", "Coursera", 2020, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), SOLD)
def test_courses_that_are_sold_to_everybody_have_no_level(text: str, entry: Row) -> None:
    assert read(text) == [entry]


SHORT: list[tuple[str, Row]] = [
    ("Master Statistique, Université Lumière Lyon 2, 2018",
     ("Master", "Statistique", "Université Lumière Lyon 2", 2018, 4)),
    ("Fern High School: 5 Highers incl. Maths (A), English (B), 2012",
     ("Highers", "", "Fern High School", 2012, 1)),
    ("B.Tech (ECE) from JNTU Hyderabad, 2014", ("B.Tech", "", "JNTU Hyderabad", 2014, 3)),
    ("BComm, UCC, 2013", ("BComm", "", "UCC", 2013, 3)),
    ("NUS, B.Comp. (Computer Science), 2016",
     ("B.Comp.", "Computer Science", "NUS", 2016, 3)),
    ("BS Computer Science, UT Austin, 2016", ("BS", "Computer Science", "UT Austin", 2016, 3)),
    ("MSc Applied Mathematics, NTNU Trondheim\t2013",
     ("MSc", "Applied Mathematics", "NTNU Trondheim", 2013, 4)),
    ("B.S. Physics, POSTECH (Pohang University of Science and Technology), 2012",
     ("B.S.", "Physics", "POSTECH (Pohang University of Science and Technology)", 2012, 3)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), SHORT)
def test_schools_that_are_known_by_their_initials(text: str, entry: Row) -> None:
    assert read(text) == [entry]


def test_a_major_stands_below_grades_and_before_a_minor() -> None:
    text = (
        "Hill State University Ogden, UT\nMaster's Degree 12/2017\nGPA: 3.8 of a maximum 4.0\n"
        "Credits Earned: 36 Semester hours\nMajor: Data Analytics Minor: Economics"
    )
    assert read(text) == [("Master's Degree", "Data Analytics", "Hill State University", 2017, 4)]


BEHIND = [
    ("Electrical Engineering, M.S.\nFern University\n2009 - 2011",
     ("M.S.", "Electrical Engineering", "Fern University", 2011, 4)),
    ("Hill University of Science and Technology Telecommunications\nBSc\n2009 - 2013",
     ("BSc", "Telecommunications", "Hill University of Science and Technology", 2013, 3)),
    ("Universidade de Aveiro Computer Science\nBachelor\n2009 - 2013",
     ("Bachelor", "Computer Science", "Universidade de Aveiro", 2013, 3)),
    ("B.S. in Electronics\nNational Fern Hill\nUniversity\n2005 - 2009",
     ("B.S.", "Electronics", "National Fern Hill University", 2009, 3)),
    ("BACHELOR OF SCIENCE STATISTICS\nSTAT 301 - Regression\nHill University\n2016 - 2020",
     ("BACHELOR OF SCIENCE", "STATISTICS", "Hill University", 2020, 3)),
    ("PhD in Computer Science\nSorbonne Université\n2015 - 2019",
     ("PhD", "Computer Science", "Sorbonne Université", 2019, 5)),
    ("Engineering Degree in Software Engineering\nENSIAS\n2012 - 2015",
     ("Engineering Degree", "Software Engineering", "ENSIAS", 2015, 3)),
    ("• Computer Science Bachelor\nMay, 2011 - July, 2014\t3 years, 3 months\nFern University",
     ("Bachelor", "Computer Science", "Fern University", 2014, 3)),
    ("Fern University\t2014 - 2016\n• Botany\nMaster",
     ("Master", "", "Fern University", 2016, 4)),
    ("Houston Community College System\nAssociate of Arts\n2009",
     ("Associate of Arts", "", "Houston Community College", 2009, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), BEHIND)
def test_fields_behind_a_school_and_names_that_a_narrow_column_wraps(text: str, entry: Row) -> None:
    assert read(text) == [entry]


def test_a_short_name_beside_dates_is_the_school_where_other_entries_begin_with_theirs() -> None:
    text = "Hill Université\t2015 - 2019\nPhD, Botany\nENSIAS\t2012 - 2015\nMSc, Physics"
    assert read(text) == [
        ("PhD", "Botany", "Hill Université", 2019, 5), ("MSc", "Physics", "ENSIAS", 2015, 4),
    ]  # fmt: skip


def test_a_short_name_below_the_dates_of_a_degree_is_its_school() -> None:
    text = "• Physics MSc\nMay, 2012 - July, 2015\t3 years, 2 months\nENSIAS"
    assert read(text) == [("MSc", "Physics", "ENSIAS", 2015, 4)]
