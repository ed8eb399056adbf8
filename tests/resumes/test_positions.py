"""Jobs in the layouts that resumes use."""

from __future__ import annotations

import datetime

import pytest

from matcher.records import Position
from matcher.resumes.jobs.positions import find_positions
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.places import looks_like_place
from matcher.resumes.text_lines import split_lines

TODAY = datetime.date(2026, 11, 20)


def read(text: str) -> list[Position]:
    return find_positions(split_lines(text), len(text), today=TODAY)


def jobs(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (job.title, job.company, str(job.start), "now" if job.current else str(job.end))
        for job in read(text)
    ]


ONE = ("Data Engineer", "Northwind GmbH", "2019-03", "2021-06")

LAYOUTS = [
    "Data Engineer\tMar 2019 – Jun 2021\nNorthwind GmbH\n• Built pipelines",
    "Northwind GmbH\tBerlin, Germany\nData Engineer\t03/2019 - 06/2021\n• Built pipelines",
    "Data Engineer at Northwind GmbH, 03/2019 - 06/2021\n• Built pipelines",
    "Northwind GmbH — Data Engineer\n2019-03 – 2021-06\n• Built pipelines",
    "Data Engineer, Northwind GmbH, Berlin (March 2019 to June 2021)\n• Built pipelines",
    "03/2019 – 06/2021\nData Engineer\nNorthwind GmbH\n• Built pipelines",
    "03/2019 – 06/2021\tData Engineer, Northwind GmbH, Berlin\n• Built pipelines",
    "Data Engineer | Northwind GmbH | Mar 2019 - Jun 2021\n• Built pipelines",
    "Northwind GmbH, Boston, MA, Data Engineer\nMar. 2019 –– Jun. 2021\n• Built pipelines",
    "Position: Data Engineer\nCompany: Northwind GmbH\nPeriod: 03/2019 - 06/2021\n• Built it",
    "March 2019\nto\nJune 2021\nNorthwind GmbH\nData Engineer\n• Built pipelines",
    "• Data Engineer, Northwind GmbH, 03/2019 - 06/2021",
    "DATA ENGINEER NORTHWIND GMBH, BERLIN, GERMANY  03/2019-06/2021\nBuilt it.",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_one_job_is_read_in_every_layout(text: str) -> None:
    (found,) = jobs(text)
    assert (found[0].title(), found[1].replace("NORTHWIND GMBH", ONE[1]), *found[2:]) == ONE


def test_jobs_follow_the_layout_of_the_first() -> None:
    text = (
        "Charge Nurse\nSt. Mary Hospital\nMay 2018 - Present\nLooked after forty patients.\n"
        "Wrote rosters for the ward.\nStaff Nurse\nHill Clinic\nJan 2015 - Apr 2018\nGave care.\n"
    )
    assert jobs(text) == [
        ("Charge Nurse", "St. Mary Hospital", "2018-05", "now"),
        ("Staff Nurse", "Hill Clinic", "2015-01", "2018-04"),
    ]


@pytest.mark.parametrize("header", [
    "Data Engineer\nNorthwind GmbH\n03/2019 – 06/2021",
    "Northwind GmbH\nData Engineer\n03/2019 – 06/2021",
    "Data Engineer\n03/2019 – 06/2021\nNorthwind GmbH",
    "Data Engineer | Northwind GmbH | 03/2019 – 06/2021",
    "Northwind GmbH\nData Engineer, 03/2019 – 06/2021",
])  # fmt: skip
@pytest.mark.parametrize("first", [
    "Buyer, Hill Foods, 2021 – 2023",
    "Buyer\tJul 2021 – Present\nHill Foods, Leeds",
    "Hill Foods, Leeds\tJul 2021 – Present\nBuyer",
    "Jul 2021 – Present\nBuyer\nHill Foods",
    "Buyer at Hill Foods, Leeds (2021 – 2023)",
])  # fmt: skip
def test_a_job_may_be_laid_out_as_no_other(first: str, header: str) -> None:
    found = jobs(f"{first}\n• Bought tea\n• Sold it\n{header}\n• Built pipelines\n")
    assert [job[:2] for job in found] == [("Buyer", "Hill Foods"), ONE[:2]]


@pytest.mark.parametrize(
    "header",
    [
        "{title}, {company}, {dates}",
        "{company}, {dates}\n{title}",
        "{title}\n{company}\n{dates}",
        "{company}\n{title}\n{dates}",
        "{title}\t{dates}\n{company}, {place}",
        "{company}, {place}\t{dates}\n{title}",
        "{dates}\n{company}\n{title}",
        "{title} | {company} | {dates}",
        "{company} — {title} ({dates})",
        "{title} at {company}, {place} ({dates})",
        "{dates}\t{title}, {company}, {place}",
        "{title}, {company}\n{place} | {dates}",
    ],
)
@pytest.mark.parametrize(
    ("title", "company", "place"),
    [
        ("Scrum Master", "L'Oréal", "Utrecht, Netherlands"),
        ("Consultant, Risk", "Booking.com", "Austin, TX"),
        ("VP, Data", "eBay", "Leeds"),
        ("Senior Associate, Forensics", "Smith, Jones & Co", "Oslo, Norway"),
        ("Pricing Analyst II", "The Home Depot", "Austin, TX"),
        ("Lead, Platform", "3M", "Leeds"),
    ],
)
def test_odd_titles_and_names_are_read_in_every_layout(
    header: str, title: str, company: str, place: str
) -> None:
    texts = [
        header.format(title=title, company=company, place=place, dates=dates)
        + "\n• Built pipelines in Python\n• Trained four colleagues\n"
        for dates in ("Mar 2019 – Present", "06/2012 - 12/2014")
    ]
    assert [job[:2] for job in jobs("".join(texts))] == [(title, company)] * 2


def test_the_year_of_a_promotion_parts_a_job_and_begins_no_other() -> None:
    text = "Senior Analyst (promoted from Analyst 2019)\nAcme Corp, 2017 - 2022\n• Built reports\n"
    assert jobs(text) == [
        ("Analyst", "Acme Corp", "2017-01", "2019-01"),
        ("Senior Analyst", "Acme Corp", "2019-01", "2022-12"),
    ]


def test_several_titles_share_an_employer() -> None:
    text = (
        "Acme Corp\t2015 – 2021\nTeam Lead\t2018 – 2021\n• Led six people\n"
        "Software Developer\t2015 – 2018\n• Wrote the parser"
    )
    assert [job[:2] for job in jobs(text)] == [
        ("Team Lead", "Acme Corp"),
        ("Software Developer", "Acme Corp"),
    ]


def test_a_department_belongs_to_the_title() -> None:
    text = "Director – IT Operations\tMay 2010 – May 2012\nLongfield Studios – Austin, TX\n• Led"
    assert jobs(text)[0][:2] == ("Director – IT Operations", "Longfield Studios")
    assert jobs("Director, Product Management\t2010 – 2012\nAcme Inc\n• Led")[0][:2] == (
        "Director, Product Management",
        "Acme Inc",
    )


def test_a_date_told_in_a_sentence_is_no_job() -> None:
    text = (
        "Chef, Blue Inn, 2018 - 2020\n• Between 2018 and 2019 we opened two kitchens in the town.\n"
    )
    assert len(jobs(text)) == 1


def test_an_unknown_word_is_the_employer_not_the_title() -> None:
    assert jobs("Oracle\t2019 - 2020\n• Wrote SQL")[0][:2] == ("", "Oracle")


def test_titles_without_dates_are_still_titles() -> None:
    (found,) = read("Pastry Chef, Blue Inn\n• Baked bread for two hundred guests")
    assert (found.title, found.company, found.start, found.current) == (
        "Pastry Chef",
        "Blue Inn",
        None,
        False,
    )


def test_header_and_span_enclose_the_job() -> None:
    text = "Chef\t2018 - 2020\nBlue Inn Hotel\n• Cooked\nCook\t2016 - 2018\nRed Hotel\n• Helped\n"
    first, second = read(text)
    assert text[slice(*first.header)] == "Chef\t2018 - 2020\nBlue Inn Hotel"
    assert first.span[1] == second.span[0] == text.index("Cook\t")
    assert second.span[1] == len(text)


def test_what_a_long_line_tells_after_the_header_is_not_header() -> None:
    told = "Ran the kitchen of a hotel with ninety rooms and trained " + "many " * 30 + "people."
    text = f"Executive Chef , 07/2018 to 01/2019 Company Name City , State {told}\n"
    (found,) = read(text)
    assert (found.title, found.company) == ("Executive Chef", "Company Name")
    assert text[found.header[1] :].strip() == told


@pytest.mark.parametrize(
    ("text", "at_least"),
    [("Senior Data Scientist", 3), ("Director of Nursing", 3), ("Softwareentwicklerin", 3),
     ("Ingénieur logiciel", 2), ("Desarrolladora web", 2), ("Manager Information Systems", 2),
     ("Vice President, Marketing", 2), ("Registered Nurse", 3), ("Pastry Baker", 2)],
)  # fmt: skip
def test_titles_are_recognised(text: str, at_least: int) -> None:
    assert title_likeness(text) >= at_least


@pytest.mark.parametrize("text", ["Python, SQL, Docker", "Oracle", "University of Leeds", "Berlin"])
def test_what_is_no_title(text: str) -> None:
    assert title_likeness(text) < 2


@pytest.mark.parametrize("text", ["Boston, MA", "San Francisco, CA", "Berlin, Germany", "Remote"])
def test_places_are_recognised(text: str) -> None:
    assert looks_like_place(text)


NAMED = [
    ("Planner, Sea Freight Unit\tMay 2015 – June 2019\nHill Logistics Group, Leeds, England",
     "Planner, Sea Freight Unit", "Hill Logistics Group"),
    ("Hill Group, Staff Nurse, Telemetry\tBend, Oregon\tMay 2015 – June 2019",
     "Staff Nurse, Telemetry", "Hill Group"),
    ("Hill Group, Staff Nurse, Step-Down Unit\tMay 2015 – June 2019",
     "Staff Nurse, Step-Down Unit", "Hill Group"),
    ("Staff Nurse, Telemetry at École Fernwood\tMay 2015 – June 2019",
     "Staff Nurse, Telemetry", "École Fernwood"),
    ("Staff Nurse\tMay 2015 – June 2019\nGrupo Quarry, S.A.", "Staff Nurse", "Grupo Quarry, S.A."),
    ("Staff Nurse, Grupo Quarry, S.A.\tMay 2015 – June 2019", "Staff Nurse", "Grupo Quarry, S.A."),
    ("Photographer\tMay 2015 – June 2019\nSelf-employed", "Photographer", "Self-employed"),
    ("Staff Nurse at Hill HospitalMay 2015 – June 2019", "Staff Nurse", "Hill Hospital"),
    ("Senior Content Planner at The Northern Association of Independent Millers and Bakers of "
     "Rye Bread and Other Grain\tMay 2015 – June 2019",
     "Senior Content Planner",
     "The Northern Association of Independent Millers and Bakers of Rye Bread and Other Grain"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "company"), NAMED)
def test_title_and_employer_are_told_apart(text: str, title: str, company: str) -> None:
    assert jobs(f"{text}\n• Planned the week") == [(title, company, "2015-05", "2019-06")]


def test_titles_with_a_mark_on_a_time_line_are_titles() -> None:
    job = (
        "• Staff Nurse, Hill Hospital\nMay 2015 – June 2019\n• Planned the week for forty people\n"
    )
    assert jobs(job + job.replace("201", "200")) == [
        ("Staff Nurse", "Hill Hospital", "2015-05", "2019-06"),
        ("Staff Nurse", "Hill Hospital", "2005-05", "2009-06"),
    ]


def test_promotions_follow_each_other() -> None:
    text = (
        "Hill Bank\nHead of Accounting\n2019 – 2021\nOslo, Norway\n• Led six people\n"
        "Senior Accountant\n2016 – 2019\nOslo, Norway\n• Closed the books\n"
        "Accountant\n2014 – 2016\nOslo, Norway\n• Paid the bills\n"
    )
    assert [job.company for job in read(text)] == ["Hill Bank"] * 3


def test_dates_open_a_bullet_below_the_job_or_its_place() -> None:
    text = (
        "Acme Ltd, Senior Coffee Buyer\n• Washington, D.C.\n"
        "• Aug. 11, 2003 thru May 18, 2007 (8 am - 5 pm) Roaster of beans which sells to shops in "
        "all counties of the land. Bought green coffee from forty farms and tasted every lot.\n"
        "• Met the target of 2005\n"
        "Northwind GmbH, Tea Buyer\n• Oct. 1, 1999 - Jul. 31, 2003 Trade in leaves from "
        "mountains that are far away. Tasted and blended with the whole team on every single day.\n"
    )
    assert jobs(text) == [
        ("Senior Coffee Buyer", "Acme Ltd", "2003-08", "2007-05"),
        ("Tea Buyer", "Northwind GmbH", "1999-10", "2003-07"),
    ]
    told = [text[job.header[1] : job.span[1]] for job in read(text)]
    assert told[0].startswith(" (8 am - 5 pm) Roaster")
    assert told[1].startswith(" Trade in leaves")


def test_dates_in_a_bullet_of_a_dated_job_are_none_of_a_job() -> None:
    text = (
        "Acme Ltd, Coffee Buyer\t2003 - 2007\n• Mar 2004 - May 2004 bought a ship\n"
        "• Sold it again in 2005\n"
    )
    assert jobs(text) == [("Coffee Buyer", "Acme Ltd", "2003-01", "2007-12")]


@pytest.mark.parametrize(
    "dates", ["JAN 2020 –\nPRESENT", "Jan 2020 to\npresent", "01/2020\n– heute"]
)
def test_dates_may_be_broken_beside_their_dash(dates: str) -> None:
    assert jobs(f"{dates}\nOffice Manager, Pinewood Dental Group\n• Ran the office\n") == [
        ("Office Manager", "Pinewood Dental Group", "2020-01", "now")
    ]


@pytest.mark.parametrize(
    "employer",
    [
        "Department of Linguistics, Hill University",
        "School of Languages, University of Kestrel Bay",
        "Centre for Speech Science, Nordholm Institute",
    ],
)
def test_the_employer_is_the_whole_and_not_its_unit(employer: str) -> None:
    whole = employer.partition(", ")[2]
    found = jobs(f"2017 – 2022\tAssociate Professor, {employer}\n")
    assert found == [("Associate Professor", whole, "2017-01", "2022-12")]
    assert jobs(f"Lecturer\t2017 – 2022\n{employer}\n• Taught\n")[0][1] == whole


def test_an_employer_that_nothing_gives_away_stands_where_the_others_do() -> None:
    text = (
        "04/2021 – 06/2023\tHead of Controlling\nHill Machines AG, Kassel\n• Led five\n"
        "01/2014 – 03/2021\tJunior Controller\nSpedition Kranich, Göttingen\n"
        "08/2008 – 07/2009\tCivil service\nGerman Red Cross, Kassel"
    )
    assert jobs(text) == [
        ("Head of Controlling", "Hill Machines AG", "2021-04", "2023-06"),
        ("Junior Controller", "Spedition Kranich", "2014-01", "2021-03"),
        ("Civil service", "German Red Cross", "2008-08", "2009-07"),
    ]


def test_a_job_whose_title_is_unknown_is_no_employer_of_the_next_one() -> None:
    text = "Gaffer, Hill Film Ltd, 2015 – 2019\nLecturer, Fern College, 2012 – 2015\n"
    assert [job[2] for job in jobs(text)] == ["2015-01", "2012-01"]
    assert jobs(text)[1][:2] == ("Lecturer", "Fern College")
    group = "Acme Group Ltd 2012 – 2019\nBuyer, Acme Tea GmbH, 2015 – 2019\n"
    assert jobs(group) == [("Buyer", "Acme Tea GmbH", "2015-01", "2019-12")]


def test_an_employer_in_ing_beside_its_town_is_no_sentence() -> None:
    text = (
        "Bramka Ltd\tOslo\nEngineer\t2019 – 2022\n• Moved builds from one server to the next\n"
        "Hosting Hill\tLeeds\nAdministrator\t2017 – 2019\n"
    )
    assert [job[1] for job in jobs(text)] == ["Bramka Ltd", "Hosting Hill"]


def test_an_employer_may_be_told_with_its_agency() -> None:
    text = (
        "Web Developer\t2017 – 2019\nHavbruk Data, via Nordic Talent Pool\nCharts of fish health.\n"
    )
    assert jobs(text) == [("Web Developer", "Havbruk Data", "2017-01", "2019-12")]


def test_the_legal_form_of_a_practice_belongs_to_its_name() -> None:
    text = "Hill Audit Group, P.C.\nAuditor\tAug 2017 – June 2020\n• Audited banks\n"
    assert jobs(text)[0][1] == "Hill Audit Group, P.C."


def test_titles_under_an_employer_with_its_own_months_and_what_it_does() -> None:
    text = (
        "GREAT FERN INSURANCE GROUP, Chicago, IL\t2012 – Present\n"
        "Mutual insurer, $6B premium, 9,000 employees\nChief Data Officer (2019 – Present)\n"
        "Report to CEO; lead 140 people in data engineering and governance.\n"
        "• Built the data platform\nVice President, Analytics (2015 – 2019)\n• Priced loaves\n"
        "PRAIRIE MUTUAL, Des Moines, IA\t2004 – 2012\n"
        "Manager, Actuarial Systems (2008 – 2012)\n• Replaced mainframes\n"
        "Actuarial Analyst (2004 – 2008)"
    )
    assert jobs(text) == [
        ("Chief Data Officer", "GREAT FERN INSURANCE GROUP", "2019-01", "now"),
        ("Vice President, Analytics", "GREAT FERN INSURANCE GROUP", "2015-01", "2019-12"),
        ("Manager, Actuarial Systems", "PRAIRIE MUTUAL", "2008-01", "2012-12"),
        ("Actuarial Analyst", "PRAIRIE MUTUAL", "2004-01", "2008-12"),
    ]


PROMOTED = [
    "Acme LLP, Leeds, UK\t2015–2019\nAudit Manager (promoted from Audit Associate, July 2017)\n"
    "• Led fieldwork",
    "Audit Associate (promoted to Audit Manager in July 2017) | Acme LLP | 2015 - 2019\n• Led it",
    "2015 - 2019\nAudit Associate (since 07/2017: Audit Manager)\nAcme LLP\n• Led it",
    "2015 - 2019\tAudit Associate and later Audit Manager (from July 2017), Acme LLP\n• Led it",
]


@pytest.mark.parametrize("text", PROMOTED)
def test_a_promotion_told_beside_a_title_parts_the_job(text: str) -> None:
    assert jobs(text) == [
        ("Audit Associate", "Acme LLP", "2015-01", "2017-07"),
        ("Audit Manager", "Acme LLP", "2017-07", "2019-12"),
    ]
    first, later = read(text)
    assert first.span[1] <= text.index("\n•") < later.span[1]  # who did the work


def test_a_promotion_of_no_month_gives_the_later_title() -> None:
    text = "Store Manager (promoted from Cashier), Acme Foods, 2018 - 2023\n• Ran the shop"
    assert jobs(text) == [("Store Manager", "Acme Foods", "2018-01", "2023-12")]
    text = "SOC Analyst (L1, promoted to L2 in Feb 2021) @ Acme Ltd, 2019 - 2022\n• Watched"
    assert jobs(text) == [("SOC Analyst", "Acme Ltd", "2019-01", "2022-12")]


def test_titles_with_one_date_begin_and_end_with_the_employer_over_them() -> None:
    text = (
        "Acme AG, Hamburg (04/2016 – 12/2020)\nProduct Owner (from 10/2018)\n"
        "Web Analyst (until 09/2018)\nKept the backlog for two teams.\n"
    )
    assert jobs(text) == [
        ("Product Owner", "Acme AG", "2018-10", "2020-12"),
        ("Web Analyst", "Acme AG", "2016-04", "2018-09"),
    ]


def test_a_line_that_tells_a_sum_is_no_header() -> None:
    text = (
        "Account Executive\nHillbel\nJan 2020 - Jan 2022\n"
        "New business. Average deal $48K. Outbound with Outreach and Sales Navigator\n"
        "SDR -> Senior SDR\nFernhill Telematics, Atlanta GA\nMay 2018 - Dec 2019\n80 calls\n"
    )
    assert jobs(text) == [
        ("Account Executive", "Hillbel", "2020-01", "2022-01"),
        ("SDR -> Senior SDR", "Fernhill Telematics", "2018-05", "2019-12"),
    ]


def test_a_later_title_with_its_month_parts_the_job() -> None:
    text = (
        "Acme Ltd, 2018 - 2021\nSystem Administrator → Cloud Engineer (from 01/2020)\n• Moved mail"
    )
    expected = [
        ("System Administrator", "Acme Ltd", "2018-01", "2020-01"),
        ("Cloud Engineer", "Acme Ltd", "2020-01", "2021-12"),
    ]
    assert jobs(text) == expected
    assert jobs(text.replace(" → ", ", later ").replace("from", "since")) == expected


def test_dates_before_a_title_are_not_those_of_the_next_one() -> None:
    text = (
        "[2016-05 .. ] Acme Ferries -- Database Administrator; since 2020-01 Lead DBA\n"
        "Oracle RAC x3\n[2011-02 .. 2016-04] Hill Bank -- DBA\nSSRS reports\n"
    )
    assert jobs(text) == [
        ("Database Administrator", "Acme Ferries", "2016-05", "now"),
        ("DBA", "Hill Bank", "2011-02", "2016-04"),
    ]


def test_a_stroke_parts_a_labelled_client_from_the_title() -> None:
    text = "2021.05 - 2022.12 / client: Acme Oy / Go developer\n  Built the ledger\n"
    assert jobs(text) == [("Go developer", "Acme Oy", "2021-05", "2022-12")]


def test_a_town_behind_a_legal_form_is_no_part_of_the_name() -> None:
    text = "Acme Ventures Ltd Accra\nAutomation Lead\tJan 2020 – Present\n• Built it"
    assert jobs(text) == [("Automation Lead", "Acme Ventures Ltd", "2020-01", "now")]


def test_a_remark_in_small_letters_belongs_to_the_line_of_an_employer() -> None:
    text = (
        "General Manager\nThe Hill Heron, New Orleans (110 seats, dinner only)\n2018 to present\n"
    )
    assert jobs(text)[0][0] == "General Manager"


@pytest.mark.parametrize("title", ["Master's degree in Physics", "Data Science Bootcamp"])
def test_a_degree_or_a_course_below_a_lost_heading_is_no_job(title: str) -> None:
    text = f"Data Analyst, Acme Ltd\t2019 - 2021\n• Built it\n{title}\t2016 - 2018\nHill College\n"
    assert jobs(text) == [("Data Analyst", "Acme Ltd", "2019-01", "2021-12")]
