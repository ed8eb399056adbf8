"""Postings copied with what the page of a job board has around them."""

from __future__ import annotations

import pytest

from matcher.postings.boards import without_board
from matcher.postings.title import read_title

PAGE = """\
Acme Loaves logo
Acme Loaves
Share
Show more options
Senior Oven Engineer
Leeds, England · 2 weeks ago · Over 100 people clicked apply
Promoted by hirer · Actively reviewing applicants
Hybrid
Apply
Save
How your profile and resume fit this job
Tailor my resume to this job
About the job
Acme bakes bread.
What you'll do
Feed the ovens
Save lives with bread
Seniority level
Mid-Senior level
Industry
Software Development
About the company
12,345 followers
Acme uses Java.
More jobs
Data Analyst
Contoso
"""
FORM = """\
Loaf Analyst - job post
Acme Loaves
3.4 out of 5 stars
Apply now
Profile insights
Do you have experience in SQL?
Yes
Job details
Pay
$68,000 a year
Full job description
As a Loaf Analyst you count loaves.
Qualifications
- Excel
Report job
"""


def test_buttons_forms_and_other_jobs_are_left_out() -> None:
    assert without_board(PAGE).splitlines() == [
        "Acme Loaves",
        "Senior Oven Engineer",
        "Leeds, England · 2 weeks ago · Over 100 people clicked apply",
        "Hybrid",
        "About the job",
        "Acme bakes bread.",
        "What you'll do",
        "Feed the ovens",
        "Save lives with bread",
        "About the company",
        "Acme uses Java.",
    ]


def test_what_the_board_asks_the_reader_is_left_out() -> None:
    assert without_board(FORM).splitlines() == [
        "Loaf Analyst - job post",
        "Acme Loaves",
        "Full job description",
        "As a Loaf Analyst you count loaves.",
        "Qualifications",
        "- Excel",
    ]


def test_other_postings_are_left_alone() -> None:
    text = "Loaf Analyst\nShare\nIndustry\nBaking\nMore jobs at Acme\n- Count loaves"
    assert without_board(text) == text


def test_a_title_among_the_cells_of_a_line() -> None:
    line = "Acme Grid (YC W21) | Senior Oven Engineer (Go) | Remote EU | Full-time"
    assert read_title(line + "\nAcme bakes.", str.isnumeric) == "Senior Oven Engineer (Go)"


def test_titles_on_boards() -> None:
    assert read_title(PAGE, str.isnumeric) == "Senior Oven Engineer"
    assert read_title(FORM, str.isnumeric) == "Loaf Analyst"


def test_a_designation_is_the_title() -> None:
    text = (
        "Quill Payments Ltd. — JOB DESCRIPTION\n\nDesignation: Lead Engineer – Data\n"
        "Location: Bengaluru (hybrid)\nExperience: 6 - 10 years\n\n"
        "Mandatory Skills:\n• Spark and Kubernetes\n"
    )
    assert read_title(text, lambda _: False) == "Lead Engineer – Data"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (
            "Hiring!! DATA ARCHITECT | Pune / Hyderabad (3 days) | Immediate joiners",
            "DATA ARCHITECT",
        ),
        ("We're hiring: Rust Developer – Storage Engine – Remote", "Rust Developer"),
        ("Data Engineer (Pricing) – Hybrid, Denver", "Data Engineer (Pricing)"),
        ("ServiceNow Developer - Hyderabad (Hybrid) - Immediate", "ServiceNow Developer"),
        ("Product Owner – Claims", "Product Owner – Claims"),
    ],
)
def test_a_title_is_what_stands_before_place_and_terms(first: str, title: str) -> None:
    text = f"{first}\n\nWe bake bread and sell it.\n\nRequirements\n- Patience with dough\n"
    assert read_title(text, lambda _: False) == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("It's a Risk and Compliance Analyst, Edinburgh, three days a week.",
         "Risk and Compliance Analyst"),
        ("We finally had sign-off for the Data Governance Analyst post in the north.",
         "Data Governance Analyst"),
    ],
)  # fmt: skip
def test_a_mail_tells_the_title_in_a_sentence(sentence: str, title: str) -> None:
    text = f"Hi both,\n\nas promised, a few lines about the vacancy. {sentence}\n"
    assert read_title(text, lambda _: False) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Subject: Re: Oven Engineer, Leeds", "Oven Engineer"),
        ("Subject: Oven Engineer, Toronto, $90k", "Oven Engineer"),
        ("Sous chef, Hill Kitchen, Wellington. 60 covers, fish mainly.", "Sous chef"),
        ("CONTRACT // Oven Engineer // 6 months // remote", "Oven Engineer"),
        ("Oven Engineer, Growth Tools", "Oven Engineer, Growth Tools"),
        ("Chefs, come to Leeds. We bake.", ""),
    ],
)
def test_a_title_stands_before_employer_and_town(line: str, title: str) -> None:
    assert read_title(f"{line}\nWe bake bread.", str.isnumeric) == title
