"""Jobs that lack a date, or have but one, and sentences with a date that are no jobs."""

from __future__ import annotations

import datetime

import pytest

from matcher.records import Document, Status
from matcher.resumes import read_resume
from matcher.resumes.jobs.positions import find_positions
from matcher.resumes.text_lines import split_lines

TODAY = datetime.date(2026, 11, 20)
Job = tuple[str, str, str, str]


def jobs(text: str) -> list[Job]:
    return [
        (job.title, job.company, str(job.start), "now" if job.current else str(job.end))
        for job in find_positions(split_lines(text), len(text), today=TODAY)
    ]


def jobs_of_resume(text: str) -> list[str]:
    document = Document("cv.txt", "0" * 64, "text", Status.OK, "", text)
    return [job.title for job in read_resume(document, today=TODAY).positions]


# ---------------------------------------------------------------- one date


@pytest.mark.parametrize(
    "text",
    ["Baker\tMarch 2015\nRed Hotel\n• Baked\nWaiter\tMay 2012 - Feb 2015\nHill Inn\n• Served",
     "Baker , 03/2015 Company Name ï¼ City , State\n• Baked\n"
     "Waiter , 05/2012 to 02/2015 Company Name ï¼ City , State\n• Served"],
)  # fmt: skip
def test_a_month_alone_tells_when_the_newest_job_began(text: str) -> None:
    newest, older = jobs(text)
    assert (newest[0], *newest[2:]) == ("Baker", "2015-03", "None")
    assert (older[0], *older[2:]) == ("Waiter", "2012-05", "2015-02")


def test_a_month_alone_beside_a_current_job_is_all_of_its_stay() -> None:
    text = "Trainee Cook\tMarch 2019\nHill Inn\n• Cut\nBaker\tMay 2016 - now\nRed Hotel\n• Baked"
    assert jobs(text)[0] == ("Trainee Cook", "Hill Inn", "2019-03", "2019-03")


def test_a_title_that_no_word_gives_away_stands_beside_an_employer_without_its_name() -> None:
    text = (
        "Company Name City , State Six Sigma Black Belt 09/2012\nMade lines shorter and faster.\n"
        "Company Name City , State Stock Clerk 09/2007 to 03/2010\nCounted what came and went.\n"
        "Company Name ï¼ City , State\nEquity Sales Dec 2004 - Jan 2006 Sold to banks and others\n"
    )
    assert [job[0] for job in jobs(text)] == ["Six Sigma Black Belt", "Stock Clerk", "Equity Sales"]


def test_a_title_over_the_next_dates_is_not_taken_by_the_job_above() -> None:
    dates = "to March 2010 Company Name ï¼ City , State\n"
    text = (
        f"Clerk\nMay 2009 {dates}Sorted letters into boxes for ninety streets.\nLetter Carrier\n"
        f"May 2008 {dates}Stock Technician\nMay 2007 {dates}Counted what came in and went out.\n"
    )
    assert [job[0] for job in jobs(text)] == ["Clerk", "Letter Carrier", "Stock Technician"]


def test_a_job_told_again_with_less_in_another_section_is_one_job() -> None:
    text = (
        "Experience\nSenior Director Software Development\t04/2016 to 04/2018\nLakeside Ltd\n"
        "• Led teams\nTester\t02/2012 to 03/2016\nHill Ltd\n• Tested\nWork History\n"
        "Senior Director\t04/2016 to 04/2018\nLakeside Ltd\n• Led teams\n"
        "Baker\t02/2010 to 01/2012\nRed Hotel\n• Baked\n"
    )
    assert jobs_of_resume(text) == ["Senior Director Software Development", "Tester", "Baker"]


def test_a_sentence_below_dates_is_no_employer() -> None:
    text = "09/2006 to 12/2008\nBirk is the leader in the making of boats and of all that floats"
    assert [job[1] for job in jobs(text)] in ([], [""])


def test_a_month_alone_is_all_of_an_older_stay() -> None:
    text = "Baker\tMay 2016 - now\nRed Hotel\n• Baked\nTrainee Cook\tMarch 2015\nHill Inn\n• Cut"
    assert jobs(text)[1] == ("Trainee Cook", "Hill Inn", "2015-03", "2015-03")


@pytest.mark.parametrize("dates", ["jan 2012 - mar 2014", "2012 january - 2014 march"])
def test_months_may_be_written_small(dates: str) -> None:
    assert jobs(f"Baker\t{dates}\nRed Hotel\n• Baked") == [
        ("Baker", "Red Hotel", "2012-01", "2014-03")
    ]


def test_a_word_for_since_makes_a_job_current() -> None:
    assert jobs("Baker, Red Hotel, since 2018\n• Baked")[0][2:] == ("2018-01", "now")


def test_a_month_told_again_behind_the_title_loses_no_end() -> None:
    text = (
        "Jan 2016 to Current\nCompany Name ï¼ City , State\nBaker Jan 2016\nCompany Name\n• Baked"
    )
    assert [job[2:] for job in jobs(text)] == [("2016-01", "now")]


def test_a_year_and_an_employer_over_a_labelled_title_are_a_job() -> None:
    text = (
        "2018 Lakeside Tours\nRole: Production manager.\n2009 2016 Harbour Motors\nRole: Director."
    )
    assert jobs(text)[0] == ("Production manager", "Lakeside Tours", "2018-01", "2018-12")


@pytest.mark.parametrize(
    "line",
    ["Promoted to Senior Sales Manager in May 2014", "Sales Manager Updated: 20/06/2022",
     "Hired by Lakeside as Sales Director in June 2016"],
)  # fmt: skip
def test_a_date_that_a_sentence_tells_is_no_job(line: str) -> None:
    text = f"Sales Clerk, Harbour Ltd, 2012 - 2014\n{line}\nBaker, Red Hotel, 2010 - 2012\n• Baked"
    assert [job[0] for job in jobs(text)] == ["Sales Clerk", "Baker"]


def test_a_title_in_small_letters_before_dates_is_one() -> None:
    text = "Surfacing lab technician 01/2003 to 02/2003 Company Name City , State\nGround lenses."
    assert jobs(text) == [("Surfacing lab technician", "Company Name", "2003-01", "2003-02")]


# ---------------------------------------------------------------- no date


DATED = (
    "Baker 01/2004 to 01/2012 Company Name City , State\nBaked bread for the whole of the town.\n"
)


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [("Company Name City , State Line Cook\n", "Line Cook", "Company Name"),
     ("Company Name State Owner\n", "Owner", "Company Name"),
     ("Guest Lecturer\nCompany Name\n", "Guest Lecturer", "Company Name"),
     ("Designer / Owner\nCity , State\n", "Designer / Owner", ""),
     ("DATA ANALYST HILL GROUP, MOSCOW, RUSSIA\n", "DATA ANALYST", "HILL GROUP")],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False])
def test_a_job_without_dates_beside_one_with_dates(
    text: str, title: str, employer: str, first: bool
) -> None:
    told = "Did what had to be done there for some years.\n"
    found = jobs(text + told + DATED if first else DATED + text + told)
    assert found[0 if first else 1] == (title, employer, "None", "None")
    assert len(found) == 2


def test_an_employer_stands_below_a_title_with_its_length() -> None:
    text = (
        "Web Developer (9 months)\nLakeside LLC - Dnipro, Ukraine\nBaked with two others\n"
        "Developer of new breads\nData Analyst (5 months)\nHarbour Bank - Dnipro, Ukraine\nCooked\n"
    )
    assert [job[:2] for job in jobs(text)] == [
        ("Web Developer", "Lakeside LLC"),
        ("Data Analyst", "Harbour Bank"),
    ]


def test_an_employer_without_dates_may_stand_over_its_titles() -> None:
    text = "Lakeside LLC - Oslo, Norway\nWeb Developer\nBuilt the shop.\nHill Bank\nData Analyst\n"
    assert [job[:2] for job in jobs(text)] == [
        ("Web Developer", "Lakeside LLC"),
        ("Data Analyst", "Hill Bank"),
    ]


def test_two_titles_over_an_employer_without_its_name_are_no_employer() -> None:
    text = "Director of Sales, Product Specialist\nCompany Name ï¼ City , State\nSold to shops."
    assert [job[:2] for job in jobs(text)] == [
        ("Director of Sales, Product Specialist", "Company Name")
    ]


def test_a_dated_certificate_over_its_maker_is_no_job() -> None:
    text = f"{DATED}Cloudy Certified Solutions Architect , 10/2018\nCompany Name – City , State\n"
    assert [job[0] for job in jobs(text)] == ["Baker"]


# ---------------------------------------------------------------- employers


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2017 july - 2019 october: Mobile Developer in Hill-Group, Moscow",
      ("Mobile Developer", "Hill-Group")),
     ("2019 october - now: Tester (part time) in project Birk Ltd., Herzliya",
      ("Tester", "Birk Ltd.")),
     ("Developer and Coordinator in Israel Dec 2017 - Jul 2019", ("Developer and Coordinator", "")),
     ("Insurance Agent 08/2005 to 08/2008\nHill Insurance - Oslo Met with clients and wrote offers",
      ("Insurance Agent", "Hill Insurance")),
     ("Researcher\t2016 - 2017\nPhysics Department, Optics Lab\tOslo, Norway\n• Measured",
      ("Researcher", "Physics Department, Optics Lab")),
     ("Company Name ï¼ City , State\nStock planner and buyer May 2015- Cont Role and "
      "Responsibilities: Supplier selection.", ("Stock planner and buyer", "Company Name")),
     ("Outsourcing data analyst\nPinboat | Nov 2020 - present",
      ("Outsourcing data analyst", "Pinboat"))],
)  # fmt: skip
def test_title_and_employer_are_told_apart(text: str, expected: tuple[str, str]) -> None:
    assert [job[:2] for job in jobs(f"{text}\n• Did things")] == [expected]


@pytest.mark.parametrize("title", ["Customer service/call center", "Helper in food and catering"])
def test_a_title_in_small_letters_stands_where_the_others_do(title: str) -> None:
    dates = "March 2008 to February 2009 Company Name ï¼ City , State\n"
    text = f"Night Manager\n{dates}Told guests where the rooms are.\n{title}\n{dates}Helped."
    assert [job[0] for job in jobs(text)] == ["Night Manager", title]


def test_a_study_is_no_job() -> None:
    text = (
        "Kim Lund\nkim@example.com\nEducation\n2015 - 2016 Student (no diploma), Hill School\n"
        "2000 - 2005 Specialist (M.Sc. analogue) in Economics, Lakeside University\n"
        "Skills\nPython, SQL, Docker, Linux, Git, Excel\nInterests\nRowing, chess and the sea\n"
    )
    assert jobs_of_resume(text) == []
