"""Document → Resume: lines, contact, headline, years, and what is no resume."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.records import Document, Resume, SectionKind, Status
from matcher.resumes import read_resume, titles
from matcher.resumes.telling import is_prose

TODAY = datetime.date(2026, 11, 20)

FULL = """\
Nora Falk
Senior Data Engineer
12 Birch Street, Portland, OR 97201 | +1 (503) 555-0142 | nora.falk@example.com
linkedin.com/in/norafalk\tgithub.com/norafalk
Date of birth: 3 May 1984\tNationality: Danish
Summary
Data engineer who builds streaming platforms for retailers.
Experience
Senior Data Engineer\tMar 2020 – Present
Oracle
• Built a Kafka pipeline that serves forty teams
• Wrote the runbook, see https://example.com/runbook for the text
Environment: Python, Kafka, Terraform
Data Analyst\tJan 2017 – Feb 2020
Harbour Bank
• Automated the monthly report in SQL
Nora Falk – 2/2
Education
BSc in Computer Science, University of Oslo, 2016
Skills
Python, SQL, Kafka, Terraform
References
Prof. Ada Holm, University of Oslo
"""


def document(text: str, status: Status = Status.OK) -> Document:
    return Document("cv.txt", "0" * 64, "text", status, "", text)


def read(text: str) -> Resume:
    return read_resume(document(text), today=TODAY)


def texts(resume: Resume) -> list[str]:
    return [line.text for line in resume.lines]


def test_a_resume_is_read() -> None:
    resume = read(FULL)
    assert resume.document.status is Status.OK
    assert resume.headline == "Senior Data Engineer"
    assert titles(resume) == ("Senior Data Engineer", "Data Analyst")
    assert [(job.title, job.company) for job in resume.positions] == [
        ("Senior Data Engineer", "Oracle"),
        ("Data Analyst", "Harbour Bank"),
    ]
    assert resume.years_experience == 9.9
    (degree,) = resume.education
    assert (degree.degree, degree.field, degree.institution, degree.year, degree.level) == (
        "BSc",
        "Computer Science",
        "University of Oslo",
        2016,
        3,
    )


def test_contact_is_read() -> None:
    contact = read(FULL).contact
    assert (contact.name, contact.email) == ("Nora Falk", "nora.falk@example.com")
    assert "503" in contact.phone
    assert "linkedin.com/in/norafalk" in contact.links


def test_lines_are_verbatim_and_in_order() -> None:
    resume = read(FULL)
    assert resume.lines
    for line in resume.lines:
        assert resume.document.text[line.start : line.end] == line.text
        assert line.text.strip() == line.text
        assert not line.text.startswith("•")
    starts = [line.start for line in resume.lines]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "private",
    ["Nora", "Falk", "Birch", "97201", "555", "example.com", "linkedin", "1984", "Danish",
     "Oracle", "Harbour", "Oslo", "Ada Holm"],
)  # fmt: skip
def test_names_contact_employers_and_schools_are_in_no_line(private: str) -> None:
    assert not [text for text in texts(read(FULL)) if private in text]


def test_a_line_keeps_what_stands_beside_a_link() -> None:
    assert "Wrote the runbook, see" in texts(read(FULL))


def test_titles_and_degrees_are_lines_that_are_not_prose() -> None:
    lines = {line.text: line for line in read(FULL).lines}
    assert lines["Data Analyst"].prose is False
    assert lines["Data Analyst"].position == 1
    assert lines["BSc in Computer Science"].section is SectionKind.EDUCATION
    assert lines["Built a Kafka pipeline that serves forty teams"].prose is True
    assert lines["Environment: Python, Kafka, Terraform"].prose is False
    assert lines["Python, SQL, Kafka, Terraform"].section is SectionKind.SKILLS


@pytest.mark.parametrize(
    "name", ["Chase Baker", "Go Tanaka", "JAVA LIN", "Ruby Cook", "J. R. Swift"]
)
def test_a_name_that_is_a_word_is_a_name(name: str) -> None:
    resume = read(FULL.replace("Nora Falk", name))
    assert resume.contact.name == name
    assert resume.headline == "Senior Data Engineer"
    assert not [text for text in texts(resume) if name in text]


def test_another_name_changes_no_line() -> None:
    one = texts(read(FULL))
    other = texts(read(FULL.replace("Nora Falk", "Bjarne Olafsen").replace("norafalk", "bo")))
    assert one == other


def test_a_name_inside_a_sentence_is_cut_out() -> None:
    text = FULL.replace("Data engineer who", "Nora Falk is a data engineer who")
    assert "is a data engineer who builds streaming platforms for retailers." in texts(read(text))


@given(drop=st.sets(st.integers(0, FULL.count("\n") - 1), max_size=6))
@settings(max_examples=80, deadline=None)
def test_taking_lines_away_never_makes_prose(drop: set[int]) -> None:
    before = {line.text: line.prose for line in read(FULL).lines}
    kept = [line for number, line in enumerate(FULL.split("\n")) if number not in drop]
    for line in read("\n".join(kept)).lines:
        assert not line.prose or before.get(line.text, is_prose(line.text))


PASTED = """\
Jane Roe
jane.roe@example.org
Data Scientist at Acme Corp, 2021 - present
Built churn models in Python and scikit-learn for the telecom team.
Deployed the models with Docker on AWS.
Analyst at Beta Bank, 2018 - 2021
Wrote SQL reports for the risk department.
Python, SQL, scikit-learn, Docker, AWS, Tableau
BSc Statistics, University of Leeds, 2018
"""

STUDENT = """\
Lena Okafor
Education
B.Sc. in Physics, Hill University\t2022 – 2026
Skills
Python, C++, LaTeX, Linux
Projects
Pendulum simulator
• Wrote a simulator for coupled pendulums in C++
"""

GERMAN = """\
Lebenslauf
Anna Vogt
Persönliche Daten
Geburtsdatum: 04.05.1990
Familienstand: ledig
Berufserfahrung
03/2019 – heute\tSoftwareentwicklerin
Nordlicht GmbH, Hamburg
• Entwicklung von Webdiensten mit Java und Spring
09/2015 – 02/2019\tIT-Beraterin
Beispiel AG, Köln
• Beratung von Kunden bei der Einführung von SAP
Ausbildung
2010 – 2015\tM.Sc. Informatik, Universität Bremen
Kenntnisse
Java, Spring, SQL, Docker
"""


@pytest.mark.parametrize("text", [FULL, PASTED, STUDENT, GERMAN])
def test_real_resumes_stay_resumes(text: str) -> None:
    assert read(text).document.status is Status.OK


def test_a_pasted_resume_without_headings_is_read() -> None:
    resume = read(PASTED)
    assert [(job.title, job.company) for job in resume.positions] == [
        ("Data Scientist", "Acme Corp"),
        ("Analyst", "Beta Bank"),
    ]
    assert resume.education[0].level == 3
    lines = texts(resume)
    assert "Python, SQL, scikit-learn, Docker, AWS, Tableau" in lines
    assert not [text for text in lines if "Jane" in text or "Acme" in text or "Leeds" in text]


def test_a_german_resume_is_read() -> None:
    resume = read(GERMAN)
    assert [(job.title, job.company, job.current) for job in resume.positions] == [
        ("Softwareentwicklerin", "Nordlicht GmbH", True),
        ("IT-Beraterin", "Beispiel AG", False),
    ]
    assert resume.contact.name == "Anna Vogt"
    assert resume.education[0].level == 4
    assert not [text for text in texts(resume) if "ledig" in text or "1990" in text]


def test_a_student_has_no_years() -> None:
    assert read(STUDENT).years_experience is None


def test_volunteer_work_and_projects_are_no_jobs() -> None:
    text = STUDENT + "Volunteering\nTeacher\t2019 – 2021\nCode Club\n"
    resume = read(text)
    assert resume.positions == ()
    assert resume.years_experience is None


def test_overlapping_jobs_count_once() -> None:
    text = FULL.replace("Jan 2017 – Feb 2020", "Jan 2020 – Dec 2021")
    assert read(text).years_experience == 6.9


LETTER = """\
Sam Hill
sam.hill@example.com
Dear Ms. Stone,
I am writing to apply for the post of data engineer at your company. For six years I have worked
with databases, and I would like to bring what I know to your team. I am glad to meet you any day.
Kind regards,
Sam Hill
"""
INVOICE = """\
Invoice 2024-118
Bill to: Blue Inn, 4 Lake Road
Description\tQuantity\tPrice
Flour type 550\t20\t18.40
Butter, unsalted\t10\t42.10
Delivery\t1\t9.00
Total due within fourteen days: 69.50
Thank you for your order. Please pay to the account below and name the number of the invoice.
"""
POSTING = """\
Data Engineer
We are looking for a data engineer who likes clean tables.
What you will do
Build pipelines in Python and SQL, and keep them running.
Requirements
Python, SQL, Airflow, AWS
Nice to have: Terraform
We offer a training budget. Apply by e-mail to jobs@example.com.
We are an equal opportunity employer.
"""
LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. " * 12
PAYROLL = """\
Payroll of the regional office, third quarter
""" + "".join(
    f"{name}\t{title}\tJan {year} – Mar {year}\t{pay}.00\n"
    for name, title, year, pay in [
        ("Ada Holm", "Data Analyst", 2019, 4100), ("Ben Ruiz", "Office Manager", 2019, 3900),
        ("Cleo Falk", "Staff Assistant", 2020, 3300), ("Dan Poe", "Data Analyst", 2020, 4200),
        ("Eve Lund", "District Director", 2021, 6100), ("Fay Oz", "Staff Assistant", 2021, 3350),
    ]
)  # fmt: skip


def test_jobs_beyond_doubt_make_a_resume_without_headings_or_address() -> None:
    resume = read(
        "Dale Hutch\nDes Moines, Iowa\n\n"
        "Programmer Analyst, Hawk Mutual Insurance, Des Moines. May 2015 to present.\n"
        "I write and maintain the stored procedures for policies and claims.\n\n"
        "Programmer, Tri-River Farm Supply, Ames. August 2001 to May 2013.\n"
        "I kept the inventory and the accounts of forty shops in one database.\n"
    )
    assert resume.document.status is Status.OK and len(resume.positions) == 2


@pytest.mark.parametrize("text", [LETTER, INVOICE, POSTING, LOREM, PAYROLL])
def test_another_document_is_no_resume(text: str) -> None:
    resume = read(text)
    assert resume.document.status is Status.NOT_A_RESUME
    assert "cv.txt" in resume.document.message
    assert resume.lines == () and resume.positions == ()


def test_a_language_without_known_headings_is_named() -> None:
    chinese = replace(
        document("计算机科学与技术本科。项目描述：开发电商平台的后端服务。" * 8), language="zh"
    )
    judged = read_resume(chinese, today=TODAY).document
    assert judged.status is Status.NOT_A_RESUME
    assert "the text is in Chinese); give the resume in English" in judged.message


def test_a_few_words_are_too_little() -> None:
    assert read("Jane Roe\nhello there").document.status is Status.TOO_LITTLE_TEXT


def test_an_unreadable_document_is_left_as_it_is() -> None:
    locked = document("", Status.ENCRYPTED)
    assert read_resume(locked, today=TODAY).document is locked


def test_a_partly_read_document_stays_partial() -> None:
    assert (
        read_resume(document(FULL, Status.PARTIAL), today=TODAY).document.status is Status.PARTIAL
    )


@given(st.text(alphabet="aB1 .,:\n\t•|-–@/(2019Exp)Skills", max_size=200))
@settings(deadline=None)
def test_any_text_is_survived_and_lines_are_verbatim(text: str) -> None:
    resume = read(FULL + text)
    for line in resume.lines:
        assert resume.document.text[line.start : line.end] == line.text
        assert line.text.strip()


@pytest.mark.parametrize("head", ["Odalys\nFerrant", "Odalys Ferrant Pastry Chef"])
def test_a_name_that_the_mail_address_has_too_is_a_name(head: str) -> None:
    text = f"{head}\nodalys.ferrant@example.com\n\nExperience\nPastry Chef, Acme Ltd, 2015 - 2019\n"
    assert read(text).contact.name == "Odalys Ferrant"


HEADS = [
    ("Odalys Ferrant i Puig\nodalys@example.org", "Odalys Ferrant i Puig", "odalys@example.org"),
    ("Nora Falk, Data Engineer\nnora.falk@example.com", "Nora Falk", "nora.falk@example.com"),
    ("Nora Falk\nnora.falk@example.com\nOslo", "Nora Falk", "nora.falk@example.com"),
    ("Nora Falk, BSN, RN, CCRN\nBend, OR", "Nora Falk", ""),
    ("Palo Alto, CA\nNora Falk", "Nora Falk", ""),
    ("Hill Labs Westbrook, ME\nNora Falk", "Nora Falk", ""),
    ("Curriculum vitae\nPERSONAL INFORMATION Nora Falk\nOslo", "Nora Falk", ""),
    ('Nora "No" Falk, PhD\nOslo', 'Nora "No" Falk', ""),
    ("Nora Falk (Nono)\nOslo", "Nora Falk (Nono)", ""),
    ("N. FALK, CA(SA)      Durban / n@example.org", "N. FALK", "n@example.org"),
    ("N. FALK :: DBA :: Oslo", "N. FALK", ""),
    ("NORA   MAY  FALK           nf@example.org", "NORA MAY FALK", "nf@example.org"),
    ("nora falk | data eng | n@falkmail.example", "nora falk", "n@falkmail.example"),
    ("Profile Ref. 2\t\tCandidate: N. Falk\nOslo", "N. Falk", ""),
    ("Austin TX\nNora Falk", "Nora Falk", ""),
    ("Database Administrator-DBMS (Oracle)\nNora Falk", "Nora Falk", ""),
]


@pytest.mark.parametrize(("head", "name", "email"), HEADS)
def test_name_and_mail_of_a_head(head: str, name: str, email: str) -> None:
    text = FULL.split("linkedin.com", 1)[1]
    contact = read(f"{head}\nlinkedin.com{text}").contact
    assert (contact.name, contact.email) == (name, email)


def test_the_words_of_a_name_may_stand_far_apart() -> None:
    text = f"NORA   MAY  FALK     nf@example.org\n{FULL.split('linkedin.com', 1)[1]}"
    assert not any("FALK" in line.text for line in read(text).lines)


@pytest.mark.parametrize("phone", ["07700 900312", "0044 7700 900455", "01632 960 123"])
def test_british_numbers_are_phone_numbers(phone: str) -> None:
    assert read(f"Nora Falk\n{phone}\n{FULL.split('linkedin.com', 1)[1]}").contact.phone == phone
