"""Postings copied with what the page of a job board has around them."""

from __future__ import annotations

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
