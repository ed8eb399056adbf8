"""Profiles copied from their page."""

from __future__ import annotations

import datetime
import re

import pytest

from matcher.documents import read_bytes
from matcher.documents.profile_page import looks_like_profile, plain
from matcher.documents.text import read
from matcher.resumes import read_resume

PAGE = """\
Maja Holm
She/Her
Data Analyst at Fjordbank | SQL, dbt
Gothenburg, Sweden
Contact info
500+ connections
Message
More
About
I turn raw ledgers into tables which people trust.
Activity
1,204 followers
Maja reposted a picture of bread
Experience
Fjordbank logo
Senior Data Analyst
Fjordbank · Full-time
Mar 2021 - Present · 5 yrs 9 mos
Gothenburg, Sweden · Hybrid
Own the models behind regulatory reporting
dbt, Snowflake and +4 skills
Loaf Retail logo
Loaf Retail
4 yrs 2 mos
Data Analyst
Full-time
Jan 2019 - Feb 2021 · 2 yrs 2 mos
Built dashboards for 60 shops
Junior Data Analyst
Internship
Jan 2017 - Dec 2018 · 2 yrs
Cleaned till data in Excel
Show all 4 experiences
Education
Uppsala University logo
Uppsala University
Bachelor of Science - BS, Statistics
2013 - 2016
Grade: VG
Licenses & certifications
Loaf Labs logo
Oven Operator Certificate
Loaf Labs
Issued Jun 2022 · Expires Jun 2024
Credential ID 99213
Show credential
Skills
SQL
Senior Data Analyst at Fjordbank
2 endorsements
Languages
Swedish
Native or bilingual proficiency
English
Interests
Top Voices
"""


def _doubled(page: str) -> str:
    """As some browsers copy it: each text a second time, ranges as a screen reader says them."""
    return re.sub(
        r"^(.+)$", lambda line: f"{line[1]}\n{line[1].replace(' - ', ' to ')}", page, flags=re.M
    )


def _bare(page: str) -> str:
    """Without logos and kinds of employment."""
    return re.sub(r"^.* logo\n|^Full-time\n|^Internship\n| · Full-time", "", page, flags=re.M)


@pytest.mark.parametrize(
    "page",
    [PAGE, _doubled(PAGE), re.sub(r"^(.+)$", r"\1\1", PAGE, flags=re.M), _bare(PAGE)],
    ids=["once", "twice", "twice in a line", "bare"],
)
def test_jobs_of_a_profile(page: str) -> None:
    assert looks_like_profile(page)
    document = read_bytes(page.encode(), "profile.txt")
    resume = read_resume(document, today=datetime.date(2026, 11, 20))
    assert [(job.title, job.company, str(job.start)) for job in resume.positions] == [
        ("Senior Data Analyst", "Fjordbank", "2021-03"),
        ("Data Analyst", "Loaf Retail", "2019-01"),
        ("Junior Data Analyst", "Loaf Retail", "2017-01"),
    ]


def test_the_page_itself_is_left_out() -> None:
    content = read(PAGE.encode())
    assert content.text == (
        "Maja Holm\nData Analyst at Fjordbank | SQL, dbt\nGothenburg, Sweden\n"
        "ABOUT\nI turn raw ledgers into tables which people trust.\n"
        "EXPERIENCE\nFjordbank\nSenior Data Analyst\nMar 2021 - Present (5 yrs 9 mos)\n"
        "Gothenburg, Sweden · Hybrid\nOwn the models behind regulatory reporting\n"
        "Skills: dbt, Snowflake\n"
        "Loaf Retail\nData Analyst\nJan 2019 - Feb 2021 (2 yrs 2 mos)\n"
        "Built dashboards for 60 shops\n"
        "Loaf Retail\nJunior Data Analyst\nJan 2017 - Dec 2018 (2 yrs)\n"
        "Cleaned till data in Excel\n"
        "EDUCATION\nUppsala University\nBachelor of Science - BS, Statistics\n2013 - 2016\n"
        "LICENSES & CERTIFICATIONS\n"
        "Oven Operator Certificate, Loaf Labs, Issued Jun 2022 · Expires Jun 2024\n"
        "SKILLS\nSQL\n"
        "LANGUAGES\nSwedish (Native or bilingual proficiency)\nEnglish"
    )
    assert [notice.code for notice in content.notices] == ["profile_page"]


@pytest.mark.parametrize(
    "text",
    [
        "Experience\nAcme\nData Analyst\nMar 2021 - Present (5 years)\nCounted loaves",
        "Experience\nData Analyst · Acme\nMar 2021 - Present · Leeds",
        "Skills: SQL · Python\nEducation\n2013 - 2016 · 3 yrs",
        "",
    ],
)
def test_other_resumes_are_left_alone(text: str) -> None:
    assert not looks_like_profile(text)


def test_certificates_without_a_date() -> None:
    page = PAGE.replace("Issued Jun 2022 · Expires Jun 2024\n", "")
    assert "\nOven Operator Certificate, Loaf Labs\nSKILLS" in read(page.encode()).text


def test_what_follows_other_people_is_not_read() -> None:
    page = PAGE + "People also viewed\nEdda Roe\nBaker at Loaf Retail\n"
    assert "Edda" not in plain(page)
