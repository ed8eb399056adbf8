"""Jobs in resumes whose layout was lost: wrapped lines, lost dashes, columns that run into each
other, headers that run on into sentences."""

from __future__ import annotations

import datetime

import pytest

from matcher.records import Document, Resume, SectionKind, Status
from matcher.resumes import read_resume
from matcher.resumes.dates import find_ranges
from matcher.resumes.heading_lines import heading_kind
from matcher.resumes.jobs.positions import find_positions
from matcher.resumes.jobs.running import leading_title
from matcher.resumes.sections import read_sections
from matcher.resumes.text_lines import split_lines

TODAY = datetime.date(2026, 11, 20)


def jobs(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (job.title, job.company, str(job.start), "now" if job.current else str(job.end))
        for job in find_positions(split_lines(text), len(text), today=TODAY)
    ]


def read(text: str) -> Resume:
    document = Document("cv.txt", "0" * 64, "text", Status.OK, "", text)
    return read_resume(document, today=TODAY)


# ---------------------------------------------------------------- wrapped lines


def test_the_end_of_a_wrapped_sentence_is_no_title() -> None:
    text = (
        "Web Developer, Lakeside Ltd\n• Rewrote the booking pages, tested the forms and worked as\n"
        "a mentor of the junior developers.\n"
        "Mar 2017 – Aug 2018\tBakery Portal Ltd\n• Wrote the shop\n"
    )
    assert [job[0] for job in jobs(text)] == [""]


@pytest.mark.parametrize(
    "before",
    ["Wrote the plan for the year, trained the cooks and",
     "Kept the books of ninety shops, the stock, the payroll,"],
)  # fmt: skip
def test_a_line_that_continues_an_unfinished_one_is_no_title(before: str) -> None:
    text = f"Cook\t2015 – 2017\nBlue Inn Hotel\n{before}\nShift Manager\n2018 – 2020\nRed Hotel\n"
    assert "Shift Manager" not in [job[0] for job in jobs(text)]


def test_a_short_form_at_the_end_of_a_line_is_no_full_stop() -> None:
    assert jobs("Sales Mgr.\n2018 – 2020\nRed Hotel\n• Sold rooms")[0][:2] == (
        "Sales Mgr.",
        "Red Hotel",
    )


def test_a_labelled_title_may_end_in_a_full_stop() -> None:
    assert jobs("2009 – 2016\tHarbour Motors\nRole: Garage director.\n")[0][0] == "Garage director"


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("Apr 2020Jun 2020 Bakery", "2020-04", "2020-06"),
     ("2019, August", "2019-08", "2019-08"),
     ("2019 , August  Lakeside Bank", "2019-08", "2019-08"),
     ("2019 May - Present", "2019-05", "None"),
     ("Jun 2019Oct  Web Developer", "2019-06", "None"),
     ("Oct 2014  Feb  Web Developer", "2014-10", "None")],
)  # fmt: skip
def test_dates_with_a_lost_dash_or_the_year_first(text: str, start: str, end: str) -> None:
    (found,) = find_ranges(text, today=TODAY)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize("text", ["2019 March for Trees", "Jan 2019 May Stores", "rev2019Jun"])
def test_a_word_behind_a_year_is_no_month(text: str) -> None:
    assert all(item.span[1] <= 8 for item in find_ranges(text, today=TODAY))


STACKED = [
    "Oct 2014\nFeb 2016\nData Analyst\nLakeside Bank\n• Counted",
    "2014, October  LAKESIDE BANK, Norway\n2016, February Data Analyst\n• Counted",
    "Lakeside Bank\nOctober 2014 Data Analyst\nFebruary 2016\n• Counted",
]


@pytest.mark.parametrize("text", STACKED)
def test_dates_in_a_column_of_their_own_are_one_range(text: str) -> None:
    ((title, company, start, end),) = jobs(text)
    assert (title, company.title(), start, end) == (
        "Data Analyst",
        "Lakeside Bank",
        "2014-10",
        "2016-02",
    )


def test_a_last_month_without_year_is_of_the_same_year() -> None:
    text = "2017, July  LAKESIDE BANK, Norway\nDecember Data Analyst\n• Counted"
    assert jobs(text)[0][2:] == ("2017-07", "2017-12")


def test_two_jobs_with_one_date_each_stay_two() -> None:
    text = "May 2015 Data Analyst, Lakeside Bank\nJune 2016 Head of Data, Harbour Bank\n"
    assert [job[2] for job in jobs(text)] == ["2015-05", "2016-06"]


# ---------------------------------------------------------------- columns


def test_employer_and_town_before_a_title_are_cut_off() -> None:
    text = (
        "Birk,Remote Developer Zenlib\nAPRIL 2020 - PRESENT C#\nMade three games for phones.\n"
        "Artfox,MoscowDeveloper English -B2\nJULY 2018 - APRIL 2020\nMade a map of the town.\n"
    )
    assert [job[:2] for job in jobs(text)] == [("Developer", "Birk"), ("Developer", "Artfox")]


def test_jobs_below_the_heading_of_another_column_are_read() -> None:
    text = (
        "ANALYTICS LEAD\nExperience\nAnalytics Lead\nNorthwind | 2022 - Present\n"
        "Led a team of eighteen analysts.\nProfile\nI like hard tasks and bring them to an end.\n"
        "Category Manager\nLakeside | 2019 - 2022\nGrew the sales of ovens.\n"
        "Education\nMBA, Hill University, 2017\n"
    )
    found = read(text).positions
    assert [(job.title, job.company) for job in found] == [
        ("Analytics Lead", "Northwind"),
        ("Category Manager", "Lakeside"),
    ]


def test_an_award_in_the_summary_is_no_job() -> None:
    text = (
        "Summary\nDesigner of the Year, Lakeside Society, 2019\n"
        "Experience\nDesigner\t2018 – 2021\nLakeside Ltd\n• Drew posters for the town\n"
    )
    assert len(read(text).positions) == 1


def test_a_title_below_a_leaked_column_belongs_to_the_dates_above() -> None:
    text = (
        "11/2010 to 03/2016\nBlueprint fluency\nCost control\nSite Manager Lakeside Ltd, Oslo, "
        "Norway\nBuilt ninety houses.\n01/2007 to 11/2010\nForeman Hill Ltd, Oslo, Norway\nBuilt.\n"
    )
    assert [job[0] for job in jobs(text)] == ["Site Manager", "Foreman"]


def test_a_labelled_list_of_another_column_is_no_employer() -> None:
    text = "Back-end: HTML, CSS, PHP,\nWeb Developer\tSep 2019 – May 2021\n• Wrote the shop\n"
    assert jobs(text)[0][:2] == ("Web Developer", "")


# ---------------------------------------------------------------- titles and employers


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [("Ward and Night Shift Supervisor (Team Lead) Working with the whole team to plan rosters",
      "Ward and Night Shift Supervisor (Team Lead)", ""),
     ("Tampa & South Coast Territory Manager Lakeside Successfully earned two prizes",
      "Tampa & South Coast Territory Manager", "Lakeside"),
     ("sales associate; responsible for greeting guests", "sales associate", ""),
     ("Senior Data Engineer. Moved the nightly jobs to two racks.", "Senior Data Engineer", "")],
)  # fmt: skip
def test_a_title_that_opens_a_sentence(text: str, title: str, employer: str) -> None:
    found = leading_title(text)
    assert found is not None
    length, span = found
    assert text[:length] == title
    assert (text[slice(*span)] if span else "") == employer


@pytest.mark.parametrize(
    "text",
    ["Managed the Account Executive team of the north", "Team leader for talks in many towns",
     "Only Coach in the history of the club to win twice", "Designing slides for the board"],
)  # fmt: skip
def test_a_sentence_that_opens_with_no_title(text: str) -> None:
    assert leading_title(text) is None


def test_the_title_that_opens_the_first_sentence_is_taken() -> None:
    text = (
        "Painter\nMay 2016 to May 2018 Hill Studios\nPainted walls.\n"
        "June 2013 to July 2015 Company Name\n"
        "User Interface Designer (Team Lead) Working with the whole team on forms.\n"
    )
    assert jobs(text)[1][0] == "User Interface Designer (Team Lead)"


def test_an_employer_is_no_title() -> None:
    assert jobs("Hill Media Group 04/2015 to Current Company Name\nSold ads.")[0][0] == ""


def test_what_was_done_is_no_employer() -> None:
    text = (
        "Data Analyst Hill Registry Center, Oslo, Norway\n"
        "Jan 2016 - Oct 2018 Implemented a software project from scratch that changed the office\n"
    )
    assert jobs(text)[0][:2] == ("Data Analyst", "Hill Registry Center")


def test_jobs_without_dates_between_dated_ones_are_kept() -> None:
    text = (
        "Data Analyst Hill Ltd, Oslo, Norway 2017 – Present\nCounted boats.\n"
        "Stock Clerk Lakeside Group, Oslo, Norway\nCounted boxes.\n"
    )
    assert [job[0] for job in jobs(text)] == ["Data Analyst", "Stock Clerk"]
    assert jobs(text)[1][2:] == ("None", "None")


def test_an_exam_with_a_date_is_no_job() -> None:
    text = "Nurse\t2018 – 2020\nHill Hospital\nAcmesoft Certified Network Associate, 10/2019\n"
    assert [job[0] for job in jobs(text)] == ["Nurse"]


def test_several_titles_of_one_job_are_one_title() -> None:
    text = "2019 – 2020\tWeb Developer, Team Lead at eShop, Oslo\n• Wrote"
    assert jobs(text)[0][:2] == ("Web Developer, Team Lead", "eShop")


def test_a_comma_in_brackets_parts_nothing() -> None:
    text = "Lakeside Ltd\nFrontend Engineer (Angular, Vue)\nMay 2019 – May 2020\n• Wrote"
    assert jobs(text)[0][0] == "Frontend Engineer (Angular, Vue)"


# ---------------------------------------------------------------- headings


@pytest.mark.parametrize("line", ["ACCOMPLISHMENTS.", "• Skills", "Leadership.", "Education;"])
def test_a_bullet_or_a_line_with_a_final_stop_is_no_heading(line: str) -> None:
    assert heading_kind(line) is None


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [("Extracurricular Activity", {SectionKind.INTERESTS}),
     ("Program Committees", {SectionKind.VOLUNTEER}),
     ("Committee Memberships", {SectionKind.VOLUNTEER}),
     ("Affiliations", {SectionKind.OTHER})],
)  # fmt: skip
def test_a_membership_is_no_job(heading: str, kinds: set[SectionKind]) -> None:
    text = (
        "Work Experience\nData Analyst\t2018 – 2021\nLakeside Ltd\n• Counted boats on the lake\n"
        f"{heading}\nRowing Club of the Lake\tOslo\nCore Member\t2015 – 2020\n• Rowed\n"
        "Education\nBSc in Physics, Hill University, 2017\n"
    )
    assert kinds <= {section.kind for section, _ in read_sections(text)}
    assert [job.title for job in read(text).positions] == ["Data Analyst"]


def test_a_contact_label_ends_the_headline() -> None:
    text = (
        "Experienced Python Developer LinkedIn: kim-lund\nExperience\nPython Developer\t2018 – 2021"
        "\nLakeside Ltd\n• Wrote the parser for the bank\nSkills\nPython, SQL, Docker\n"
    )
    resume = read(text)
    assert resume.headline == "Experienced Python Developer"
    assert not [line.text for line in resume.lines if "lund" in line.text]
