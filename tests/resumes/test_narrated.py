"""Careers that are told in sentences, without a line of dates of their own."""

from __future__ import annotations

import datetime

import pytest

from matcher.records import Document, Resume, Status
from matcher.resumes import read_resume

TODAY = datetime.date(2026, 11, 20)

BIOGRAPHY = """Jane Holloway
jane.holloway@mail.example

Jane is Head of Data at Fernhill Logistics since 2021, where she leads a team of nine and owns the \
Snowflake warehouse. Previously she was a Senior Data Engineer at Hillbel Ltd. (2016 to 2020), \
moving nightly batch jobs from Oracle to Spark. She began in 2012 as a BI Analyst at Oakmoor \
Bank, where she wrote SQL reports until 2016.

She holds an MSc in Statistics from the University of Leeds (2012).
"""
LETTER = """Ann Bold
ann.bold@nurse.example

After my diploma in 2009 I joined St Hilda's Hospital, Sheffield, as a staff nurse and stayed \
until 2014. Before that I cooked. Between 2014 and June 2019 I worked for Northmoor Hospice as a \
palliative care nurse, giving symptom relief to thirty patients. I spent the years since July 2019 \
at Calder Royal Infirmary as a Charge Nurse, then from early 2022 as Ward Manager. I manage 31 \
staff and audit the medication rounds.
"""


def read(text: str) -> Resume:
    return read_resume(Document("cv.txt", "0" * 64, "text", Status.OK, "", text), today=TODAY)


def jobs(resume: Resume) -> list[tuple[str, str, str, str]]:
    return [
        (job.title, job.company, str(job.start), "now" if job.current else str(job.end))
        for job in resume.positions
    ]


def test_jobs_are_read_from_a_biography() -> None:
    resume = read(BIOGRAPHY)
    assert jobs(resume) == [
        ("Head of Data", "Fernhill Logistics", "2021-01", "now"),
        ("Senior Data Engineer", "Hillbel Ltd", "2016-01", "2020-12"),
        ("BI Analyst", "Oakmoor Bank", "2012-01", "2016-12"),
    ]
    (degree,) = resume.education
    assert (degree.degree, degree.field, degree.institution, degree.year) == (
        "MSc", "Statistics", "University of Leeds", 2012,
    )  # fmt: skip


def test_what_was_done_is_told_of_the_job_before_it() -> None:
    resume = read(BIOGRAPHY)
    told = {line.text: line.position for line in resume.lines if line.prose}
    assert told["moving nightly batch jobs from Oracle to Spark."] == 1
    assert not any("Jane" in line.text for line in resume.lines)


def test_jobs_are_read_from_a_letter() -> None:
    assert jobs(read(LETTER)) == [
        ("staff nurse", "St Hilda's Hospital", "2009-01", "2014-12"),
        ("palliative care nurse", "Northmoor Hospice", "2014-01", "2019-06"),
        ("Charge Nurse", "Calder Royal Infirmary", "2019-07", "2022-01"),
        ("Ward Manager", "Calder Royal Infirmary", "2022-01", "now"),
    ]


NO_JOBS = [
    "I have admired the Head of Data at Fernhill since 2021.",
    "In 2019 I gave a talk for Hill Conference as a guest.",
    "I was a Data Engineer in 2019.",
    "I have worked with Python since 2015.",
]


@pytest.mark.parametrize("sentence", NO_JOBS)
def test_a_sentence_without_title_employer_or_dates_tells_no_job(sentence: str) -> None:
    text = f"{BIOGRAPHY}\n{sentence}\n"
    assert len(read(text).positions) == 3


def test_jobs_with_headers_are_not_told_again_by_a_summary() -> None:
    text = (
        "Jane Holloway\n\nSummary\nSince 2021 I have been Data Engineer at Hillbel.\n\n"
        "Experience\nData Engineer, Hillbel, 2021 - present\n• Built Spark jobs for the ledger\n"
    )
    assert jobs(read(text)) == [("Data Engineer", "Hillbel", "2021-01", "now")]


def test_the_only_job_told_in_an_article_makes_no_resume() -> None:
    text = (
        "On lattices. " * 90 + "Ann Hill has been associate professor at Fern College since 2001."
    )
    assert not read(text).positions


def test_a_job_with_a_header_stands_beside_those_that_are_told() -> None:
    text = (
        "Jane Holloway\njane@mail.example\n\nAbout me\n"
        "In 2012 I joined Oakmoor Bank as a BI Analyst and stayed until 2016. Then I moved to "
        "Hillbel, where I was a Data Engineer from 2016 to 2020.\n\n"
        "Experience\nHead of Data, Fernhill Logistics, 2021 - present\n• Leads a team of nine\n"
    )
    resume = read(text)
    assert jobs(resume) == [
        ("BI Analyst", "Oakmoor Bank", "2012-01", "2016-12"),
        ("Data Engineer", "Hillbel", "2016-01", "2020-12"),
        ("Head of Data", "Fernhill Logistics", "2021-01", "now"),
    ]
    assert [line.position for line in resume.lines if "team of nine" in line.text] == [2]
