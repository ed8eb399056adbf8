"""Positions as people write them in plain text: labels, sentences, odd words for "until now"."""

from __future__ import annotations

import datetime

import pytest

from matcher.documents import read_bytes
from matcher.resumes import read_resume

TODAY = datetime.date(2026, 11, 20)
HEAD = (
    "Jane Roe\njane@example.com\nSummary\nSeveral years with data and with the people who need it, "
    "in small and in large firms, mostly in the north.\nSkills\nPython, SQL, Docker, Linux, Git\n"
    "Work Experience\n"
)
Job = tuple[str, str, str, str | None]


def jobs(text: str, head: str = HEAD) -> list[Job]:
    resume = read_resume(read_bytes(f"{head}{text}\n".encode(), "cv.txt"), today=TODAY)
    return [
        (job.title, job.company, str(job.start), None if job.current else str(job.end))
        for job in resume.positions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lakeside Mutual, Québec. Principal Data Architect. 2018 to the present day.\n"
         "In charge of the enterprise model for life and property.",
         ("Principal Data Architect", "Lakeside Mutual", "2018-01", None)),
        ("ACME LIMITED\nposition: Data Scientist\nfrom: may 2022 - to the actuality\n"
         "- dashboard of sales by zone",
         ("Data Scientist", "ACME LIMITED", "2022-05", None)),
        ("Harbour Cloud Services, Wellington\nSenior Cloud Engineer, November 2021 onwards\n"
         "- Landing zones",
         ("Senior Cloud Engineer", "Harbour Cloud Services", "2021-11", None)),
        ("Hill Colocation - Hillsboro, OR\nData Center Technician II      11/2021 - Present\n"
         "- Rack servers",
         ("Data Center Technician II", "Hill Colocation", "2021-11", None)),
        ("Python Developer (Apr. 2021 - Aug. 2021)\nRed Socks,\nProjects: Bots",
         ("Python Developer", "Red Socks", "2021-04", "2021-08")),
        ("Full-stack Developer Sep 2019 - Oct 2020\nin Acme\n- Built the shop",
         ("Full-stack Developer", "Acme", "2019-09", "2020-10")),
        ("Sous Chef\nApr 2020 - Present\nTall Fern\nKitchen company of the east.",
         ("Sous Chef", "Tall Fern", "2020-04", None)),
        ("Line Cook Oct 2018 - Present\nTall Fern, www.tallfern.com, one of the old inns of town\n"
         "- Salted soup",
         ("Line Cook", "Tall Fern", "2018-10", None)),
        ("2022 Feb - Present :: Line Cook :: Tall Fern Inn\n* Salted soup",
         ("Line Cook", "Tall Fern Inn", "2022-02", None)),
        ("Web Developer, Aisa (aisa.example.com), 2017 - 2018\n- Built the shop",
         ("Web Developer", "Aisa", "2017-01", "2018-12")),
        ("**Stone Assurance** / Technical Specialist / Oct 2019 - present\nBurp Suite Pro",
         ("Technical Specialist", "Stone Assurance", "2019-10", None)),
        ("Cart Grocery (internship) — Software Engineering Intern, May 2019 – Aug 2019\n* Specs",
         ("Software Engineering Intern", "Cart Grocery", "2019-05", "2019-08")),
        ("2021/11 – ongoing\nSystems Engineer, Fahrwind Mobility SE, Berlin\n"
         "Metrics for 1,100 services: Prometheus to Mimir",
         ("Systems Engineer", "Fahrwind Mobility SE", "2021-11", None)),
        ("Technician, Cégep du Nord, 2016-01 to 2018-08\nComputer labs, Windows, Moodle accounts",
         ("Technician", "Cégep du Nord", "2016-01", "2018-08")),
        ("Systems Engineer, Mill Corp, May 2003 - Dec 2011\n"
         "SQL Server 2000 through 2008 R2. Log shipping, mirroring\n"
         "Power BI since 2019: 65 datasets, 210 reports",
         ("Systems Engineer", "Mill Corp", "2003-05", "2011-12")),
    ],
)  # fmt: skip
def test_positions_as_people_write_them(text: str, expected: Job) -> None:
    assert jobs(text) == [expected]


def test_time_at_home_is_no_position() -> None:
    text = "Stay at Home Parent - 2019-2021\nClerk, Acme Inc 2015 - 2018\n- Filed things"
    assert jobs(text) == [("Clerk", "Acme Inc", "2015-01", "2018-12")]


def test_projects_with_employer_and_months_are_positions_where_there_is_nothing_else() -> None:
    text = (
        "Project #1      : Policy Data Mart\nCompany         : Lakeside Systems, Chennai\n"
        "Period          : July 2021 to till date\nRole            : Senior ETL Developer\n"
        "- Developed mappings"
    )
    head = HEAD.replace("Summary\n", "Summary:\n").replace("Skills\n", "Skills:\n")
    head = head.replace("Work Experience", "Project Details:")
    assert jobs(text, head) == [("Senior ETL Developer", "Lakeside Systems", "2021-07", None)]


def test_a_table_of_jobs_is_read_by_its_captions() -> None:
    text = (
        "Period\tEmployer\tPosition\tMain duties\n"
        "03/2021 - Present\tHill Hospital\tRosterer\tPlanned the shifts of forty nurses.\n"
        "09/2015 - 02/2021\tRoe's\tHeadpin\tSet pins."
    )
    assert jobs(text) == [
        ("Rosterer", "Hill Hospital", "2021-03", None),
        ("Headpin", "Roe's", "2015-09", "2021-02"),
    ]


def test_a_table_of_jobs_may_count_them() -> None:
    text = (
        "Sr.\tDesignation\tCompany\tPeriod\n"
        "1\tSecurity Supervisor\tHill LLC\tAug 2019 - Till date\n"
        "2\tGuard\tFern Shield\tJan 2014 - Jul 2019"
    )
    assert jobs(text) == [
        ("Security Supervisor", "Hill LLC", "2019-08", None),
        ("Guard", "Fern Shield", "2014-01", "2019-07"),
    ]


def test_labelled_lines_between_dates_and_title_are_passed_over() -> None:
    text = (
        "Department of Forests\n12 Elm Street, Salem, OR 97301\n03/2016 - Present\n"
        "Hours per week: 40\nSalary: $80,000 per year\nSeries/Grade: GS-0460-11\n"
        "Forest Analyst\nSupervisor: R. Roe, may contact\nCounted the trees of nine districts."
    )
    assert jobs(text) == [("Forest Analyst", "Department of Forests", "2016-03", None)]


def test_what_stands_beside_titles_under_an_employer_with_its_months_is_a_unit() -> None:
    text = (
        "U.S. Army, Various Locations\tOct 2008 - Sep 2019\n"
        "Platoon Sergeant (E-7), 2nd Battalion\tFeb 2015 - Sep 2019\n• Led 40 soldiers\n"
        "Wheeled Vehicle Mechanic (E-4), Fort Hill\tOct 2008 - Jan 2015\n• Repaired trucks"
    )
    assert [job[1] for job in jobs(text)] == ["U.S. Army", "U.S. Army"]


def test_an_employer_stands_over_the_title_where_the_body_of_the_job_before_ends() -> None:
    text = (
        "Fern Pellets Ltd, Leeds (2014 - present)\nHead of Sales (April 2021 - present)\n"
        "• Led eleven sellers\nSales Assistant (August 2014 - March 2021)\n• Sold pellets\n"
        "Timber Yard Roe\nShop Assistant (June 2011 - July 2014)\n• Sold timber"
    )
    assert [job[1] for job in jobs(text)] == [
        "Fern Pellets Ltd", "Fern Pellets Ltd", "Timber Yard Roe",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From: June 2018\tTo: present\tEmployer: Hill Bridges\tPosition held: Site Engineer",
         ("Site Engineer", "Hill Bridges", "2018-06", None)),
        ("Bank Teller, Hill Trust Bank, 2015 to 2019. Handled cash and foreign transfers.",
         ("Bank Teller", "Hill Trust Bank", "2015-01", "2019-12")),
        ("Fern Soft (outsourcing, 90 people)\nNovember 2021 - up to now\nPosition: Tester\n"
         "- Tested tills",
         ("Tester", "Fern Soft", "2021-11", None)),
        ("Client: Hill Bank (via Roe Staffing)\nRole: Platform Engineer\n"
         "Mar 2022 - Jan 2023 (11 months)\nBuilt the landing zone for six teams.",
         ("Platform Engineer", "Hill Bank", "2022-03", "2023-01")),
    ],
)  # fmt: skip
def test_labels_and_remarks_are_no_part_of_a_name(text: str, expected: Job) -> None:
    assert jobs(text) == [expected]


def test_the_foot_of_a_page_is_no_job() -> None:
    text = "Buyer, Acme Ltd, 2019 - 2021\n• Bought tin\nMay 22, 2026\t© Roe Forms, 2002 - 2026"
    assert jobs(text) == [("Buyer", "Acme Ltd", "2019-01", "2021-12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delivery Rider (self-employed) with Hill Eats, since 2022",
         ("Delivery Rider", "Hill Eats", "2022-01", None)),
        ("FERN CO-OP | Abilene, KS | May 2013 - July 2016\nParts Counter Clerk\n- Sold parts",
         ("Parts Counter Clerk", "FERN CO-OP", "2013-05", "2016-07")),
        ("Marketing Co-op, Fern Ltd, May 2013 - July 2016",
         ("Marketing Co-op", "Fern Ltd", "2013-05", "2016-07")),
        ("Healthcare Assistant\t06/2012 - 08/2015\nWillow Nursing Home\n"
         "Helped residents with daily living and kept their care plans.",
         ("Healthcare Assistant", "Willow Nursing Home", "2012-06", "2015-08")),
        ("Freelance Illustrator\n2018 - now\nClients include Fern Books, Hill Weekly and Roe",
         ("Freelance Illustrator", "", "2018-01", None)),
    ],
)  # fmt: skip
def test_employers_are_told_from_titles_and_clients(text: str, expected: Job) -> None:
    assert jobs(text) == [expected]


def test_forms_are_read_by_their_labels() -> None:
    form = (
        "Name of Hospital: {}\nPosition: Staff Nurse\nArea of Assignment: Ward {}\n"
        "Bed Capacity: 300\nInclusive Dates: {}\n"
    )
    text = form.format("Hill Medical City", 3, "January 2019 to present") + form.format(
        "Fern Doctors", 7, "June 2015 to November 2018"
    )
    assert jobs(text) == [
        ("Staff Nurse", "Hill Medical City", "2019-01", None),
        ("Staff Nurse", "Fern Doctors", "2015-06", "2018-11"),
    ]


def test_dots_lead_from_cell_to_cell() -> None:
    text = "Brand Manager ............ Fern Coffee ............ 2021 - today"
    assert jobs(text) == [("Brand Manager", "Fern Coffee", "2021-01", None)]


def test_an_employer_in_the_title_line_leaves_none_to_the_line_below() -> None:
    text = "SHOP ASSISTANT ROE LTD, YORK 2011 - 2014\nTIMBER SHARING\nSold timber to the north."
    assert jobs(text) == [("SHOP ASSISTANT", "ROE LTD", "2011-01", "2014-12")]


def test_a_numbered_employer_stands_over_the_fields_of_its_form() -> None:
    text = (
        "1. Hill Bank Plc, Lagos\nPosition: Data Analyst\nPeriod: March 2021 till date\nDuties:\n"
        "- Building churn models for retail customers\n"
        "2. Bureau of Fern Statistics (NYSC)\nPosition: Corps member, data entry and analysis\n"
        "Period: Nov 2018 - Oct 2019\nDuties:\n- Cleaning household survey data in Stata"
    )
    assert jobs(text) == [
        ("Data Analyst", "Hill Bank Plc", "2021-03", None),
        (
            "Corps member, data entry and analysis",
            "Bureau of Fern Statistics (NYSC)",
            "2018-11",
            "2019-10",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Working as Technical Lead at Hill Systems Ltd, Pune from Apr 2021 to till date.",
         ("Technical Lead", "Hill Systems Ltd", "2021-04", None)),
        ("- Worked as a Senior Software Engineer with Fern Mahindra, Hyderabad during Jan 2018 - "
         "Mar 2021",
         ("Senior Software Engineer", "Fern Mahindra", "2018-01", "2021-03")),
        ("Presently working with Hill Bank as Relationship Manager since Jan 2019",
         ("Relationship Manager", "Hill Bank", "2019-01", None)),
        ("I have been employed in Tall Fern Hospital, as a Staff Nurse from 05/2016 to 12/2017.",
         ("Staff Nurse", "Tall Fern Hospital", "2016-05", "2017-12")),
        ("Undergone In-plant training at Hill Steel, Chennai from 10/06/2024 to 24/06/2024.",
         ("In-plant training", "Hill Steel", "2024-06", "2024-06")),
        ("Completed 2 months internship on Data Science at Fern Solutions (Dec 2024 - Jan 2025).",
         ("internship on Data Science", "Fern Solutions", "2024-12", "2025-01")),
        ("1) Currently Working at NOVA HILL WORKS Since MAY 2018 to TILL DATE as a CIVIL ENGINEER.",
         ("CIVIL ENGINEER", "NOVA HILL WORKS", "2018-05", None)),
        ("Worked as part of a team at Acme from Jan 2018 to Mar 2021.", None),
        ("Worked with Finance as advisors on budgets from 2018 to 2021", None),
    ],
)  # fmt: skip
def test_jobs_told_in_a_sentence(text: str, expected: Job | None) -> None:
    assert jobs(text) == ([expected] if expected else [])


def test_a_client_and_a_role_stand_under_a_project() -> None:
    text = (
        "02/2025 - 10/2026: Streaming for smart meters\nClient: grid operator, 50 people\n"
        "Role: Lead Data Engineer\nTasks: Kafka topics, Flink jobs\nTools: Kafka, Flink\n"
        "05/2023 - 01/2025: Data lake migration\nClient: insurance company\nRole: Data Engineer\n"
        "Tools: Airflow, Python"
    )
    assert jobs(text) == [
        ("Lead Data Engineer", "grid operator", "2025-02", "2026-10"),
        ("Data Engineer", "insurance company", "2023-05", "2025-01"),
    ]


def test_the_fields_of_the_next_project_are_its_own() -> None:
    text = (
        "Title: Fuel Measurement\nDomain - Shipping Period: June 2002 - Nov 2002\n"
        "Environment: SQL Server\nTitle: Food Testing\nCompany: Hill Laboratories Ltd\n"
        "Environment: ASP"
    )
    assert "Food Testing" not in [title for title, *_ in jobs(text)]


def test_a_government_job_has_its_title_below_address_hours_and_grade() -> None:
    text = (
        "Bureau of Tides\t06/2018 - Present\n19 N Rulon Blvd\tHours per week: 40\n"
        "Ogden, UT 84404 US\tSeries: 2210 Pay Plan: GS Grade: 12\nIT Specialist (Data Management)\n"
        "Supervisor: Paul Deane (801-555-0110)\nOkay to contact this Supervisor: Yes\n"
        "Duties, Accomplishments and Related Skills:\nAdminister Oracle databases.\n"
        "Hill Air Base\t02/2013 - 05/2018\nBuilding 849\tHours per week: 40\n"
        "Hill, UT 84056 US\tSeries: 0343 Grade: 09\nManagement and Program Analyst\n"
        "Supervisor: Kay Orr (801-555-0133)\nBuilt models of maintenance hours."
    )
    assert jobs(text) == [
        ("IT Specialist (Data Management)", "Bureau of Tides", "2018-06", None),
        ("Management and Program Analyst", "Hill Air Base", "2013-02", "2018-05"),
    ]


def test_an_employer_before_its_place_is_surer_than_words_behind_a_title() -> None:
    text = (
        "Registered Nurse, Skilled Nursing | Garden View Rehabilitation, Elizabeth, NJ | "
        "08/2017–06/2019\nManaged 20 residents."
    )
    assert jobs(text) == [
        ("Registered Nurse, Skilled Nursing", "Garden View Rehabilitation", "2017-08", "2019-06")
    ]


def test_a_year_with_its_months_in_brackets_and_no_bars_counted() -> None:
    text = (
        "Data Scientist | Kestrel Games | Jun 2020 – Dec 2022\n• Churn model\n"
        "Machine Learning Engineer (contract) | via Fern for Banque Laurier | 2019 (8 months)\n"
        "• Fraud scoring"
    )
    assert [job[0] for job in jobs(text)] == [
        "Data Scientist", "Machine Learning Engineer (contract)",
    ]  # fmt: skip


def test_a_form_has_the_ends_of_a_range_in_fields_of_their_own() -> None:
    text = (
        "Employer: Fjordlab AS\nPosition: Data Engineer\nStart date: April 2019\n"
        "End date: March 2021\nDuties: Built pipelines for the sensor team.\n"
        "Employer: Havn Logistikk\nPosition: BI Developer\nFrom: 01/2016\nTo: 03/2019\n"
        "Duties: Developed reports."
    )
    assert jobs(text) == [
        ("Data Engineer", "Fjordlab AS", "2019-04", "2021-03"),
        ("BI Developer", "Havn Logistikk", "2016-01", "2019-03"),
    ]


def test_numbered_jobs_in_brackets_and_what_was_done_behind_a_colon() -> None:
    text = (
        "1) Data Analyst, Sunshine Health Plan, Miami (Mar 2022 to Present): Build dashboards.\n"
        "2) Reporting Specialist, Baptist Clinic Network (2019 to Mar 2022): Crystal Reports.\n"
        "3) Front Desk Clerk, Hotel Riviera (2016 to 2019)."
    )
    assert jobs(text) == [
        ("Data Analyst", "Sunshine Health Plan", "2022-03", None),
        ("Reporting Specialist", "Baptist Clinic Network", "2019-01", "2022-03"),
        ("Front Desk Clerk", "Hotel Riviera", "2016-01", "2019-12"),
    ]


def test_titles_and_dates_behind_pictures() -> None:
    resume = read_resume(
        read_bytes(
            (
                "Ivan Petrov\nivan@example.com\n💼 EXPERIENCE\n"
                "▸ Senior DevOps Engineer — Fern Co, Lviv\n"
                "📅 Feb 2021 – now\n✅ Migrated 120 services to EKS\n🛠 Kubernetes, Go\n"
                "▸ System Administrator — UkrTel\n📅 Jun 2017 – Jan 2021\n✅ Ran Linux servers\n"
                "🌍 LANGUAGES\n🇬🇧 English — B2"
            ).encode(),
            "cv.txt",
        ),
        today=TODAY,
    )
    assert [(job.title, job.company) for job in resume.positions] == [
        ("Senior DevOps Engineer", "Fern Co"),
        ("System Administrator", "UkrTel"),
    ]
    assert "• Migrated 120 services to EKS\nKubernetes, Go\n" in resume.document.text


def test_sections_whose_content_stands_behind_their_heading() -> None:
    text = (
        "Maria Roe\nmaria@example.com\nProfessional Experience:\n"
        "Data Analyst, Sunshine Health Plan (Mar 2022 to Present): Build dashboards.\n"
        "Education: B.S. Health Informatics, Fern University (2019). A.A., Fern College (2016).\n"
        "Skills: SQL, Tableau\nCertifications: Tableau Desktop Specialist 2023"
    )
    resume = read_resume(read_bytes(text.encode(), "cv.txt"), today=TODAY)
    assert [(one.degree, one.year) for one in resume.education] == [("B.S.", 2019), ("A.A.", 2016)]


def test_jobs_listed_with_dates_and_told_without() -> None:
    text = (
        "Company\tPosition\tPeriod\nSavanna Telecom\tML Engineer\tAug 2021 – Present\n"
        "Fern Insurance\tData Scientist\tFeb 2019 – Jul 2021\nCAREER DETAIL\n"
        "Savanna Telecom: ML Engineer\n• Churn models in PyTorch served on Kubernetes\n"
        "Fern Insurance: Data Scientist\n• Claims triage with XGBoost on Oracle data"
    )
    assert jobs(text) == [
        ("ML Engineer", "Savanna Telecom", "2021-08", None),
        ("Data Scientist", "Fern Insurance", "2019-02", "2021-07"),
    ]


def test_the_first_line_of_a_text_employs_nobody() -> None:
    text = (
        "Senior Economist, Fetchly (grocery delivery) .... Jan 2022-present\n"
        "• Estimated the effect of delivery fees on orders\n"
        "Economist, Fetchly .... Aug 2019-Dec 2021\n"
        "• Designed experiments for prices of riders"
    )
    assert jobs(text, head="Wren Castell, PhD\nOakland, CA\n\n") == [
        ("Senior Economist", "Fetchly", "2022-01", None),
        ("Economist", "Fetchly", "2019-08", "2021-12"),
    ]


def test_projects_told_inside_a_job_do_not_end_the_work_history() -> None:
    text = (
        "04/2019 – heute   Holm & Lind GmbH, Managing Consultant\nProject examples:\n"
        "- Conversion for a supplier of cars\n"
        "10/2012 – 03/2019   Holm & Lind GmbH, Senior Consultant\n- Template for Poland"
    )
    assert [job[:3] for job in jobs(text)] == [
        ("Managing Consultant", "Holm & Lind GmbH", "2019-04"),
        ("Senior Consultant", "Holm & Lind GmbH", "2012-10"),
    ]


def test_the_same_company_is_the_one_above() -> None:
    text = (
        "Analyst, Workforce Planning\nKestrel Leasing plc. March 2020 to present\n"
        "- Built the forecast of leavers\n"
        "HR Administrator\nSame company. Sept 2016 to Feb 2020\n- Ran payroll"
    )
    assert [job[1] for job in jobs(text)] == ["Kestrel Leasing plc."] * 2


def test_dates_with_a_stop_before_the_title() -> None:
    text = "Nov. 2024 – today. Consultant at Verdel Group\nSearch over contracts for its clerks."
    assert jobs(text) == [("Consultant", "Verdel Group", "2024-11", None)]


def test_further_titles_in_the_line_of_a_job_are_jobs_of_their_own() -> None:
    text = (
        "TuneHarbor Inc. — Engineer II (2022-06 to present), Engineer I (2020-07 to 2022-05)\n"
        "* Ranking with two towers on Spark\n"
        "Hill Imaging, Seoul. Research Programmer, Mar 2015 to Sep 2018; "
        "Intern, Jan 2015 to Feb 2015\n"
        "* Ray caster for CT in CUDA\n"
    )
    assert jobs(text) == [
        ("Engineer II", "TuneHarbor Inc.", "2022-06", None),
        ("Engineer I", "TuneHarbor Inc.", "2020-07", "2022-05"),
        ("Research Programmer", "Hill Imaging", "2015-03", "2018-09"),
        ("Intern", "Hill Imaging", "2015-01", "2015-02"),
    ]
    resume = read_resume(read_bytes(f"{HEAD}{text}".encode(), "cv.txt"), today=TODAY)
    work = {line.text: line.position for line in resume.lines if line.prose}
    assert work["Ranking with two towers on Spark"] == 0
    assert work["Ray caster for CT in CUDA"] == 2


def test_engagements_of_a_consultant_are_work() -> None:
    head = HEAD.replace("Work Experience", "ENGAGEMENTS")
    expected = ("Consultant", "Hill Advisory", "2022-02", None)
    assert jobs("Consultant @ Hill Advisory (Feb 2022 - present)", head) == [expected]


def test_an_exam_in_brackets_is_no_job() -> None:
    text = "Buyer, Acme Ltd, 2018 - 2021\n- Bought tea\nCFE (Certified Fraud Examiner), 2020"
    assert jobs(text) == [("Buyer", "Acme Ltd", "2018-01", "2021-12")]


def test_quotes_alone_are_no_employer() -> None:
    text = '""\nFrontend Engineer\nNovember 2019 - October 2020 (1 year)\n- Added features'
    assert jobs(text) == [("Frontend Engineer", "", "2019-11", "2020-10")]


def test_employers_below_titles_that_nothing_follows() -> None:
    text = (
        "Lead Site Reliability Engineer\t2022 - Present\nHill Payments\n"
        "Site Reliability Engineer\t2019 - 2021\nHill Payments\n"
        "Systems Administrator\t2013 - 2019\nComar"
    )
    assert jobs(text) == [
        ("Lead Site Reliability Engineer", "Hill Payments", "2022-01", None),
        ("Site Reliability Engineer", "Hill Payments", "2019-01", "2021-12"),
        ("Systems Administrator", "Comar", "2013-01", "2019-12"),
    ]


def test_an_employer_over_a_summary_of_few_words() -> None:
    text = (
        "Product Analyst\tAug 2023 - Present\nBrightfern\nCheckout and growth\n- Ran tests\n"
        "Business Analyst\tFeb 2020 - Jul 2023\nHill Mutual\n- Wrote reports for claims\n"
    )
    assert jobs(text) == [
        ("Product Analyst", "Brightfern", "2023-08", None),
        ("Business Analyst", "Hill Mutual", "2020-02", "2023-07"),
    ]


def test_the_site_of_an_employer_stands_between_its_name_and_the_dates() -> None:
    text = (
        "Fern Mesh\nPorto\nhttps://fernmesh.example.org\nMarch 2021 – Present\nData Engineer\n"
        "Owns the lakehouse of the retail division.\n- Moved jobs to the cloud\n"
        "Hill Digital\nJune 2018 – February 2021\nBI Developer\n- Built reports"
    )
    assert jobs(text) == [
        ("Data Engineer", "Fern Mesh", "2021-03", None),
        ("BI Developer", "Hill Digital", "2018-06", "2021-02"),
    ]


def test_employers_that_are_items_of_a_list_stand_over_their_dates() -> None:
    text = (
        "• Fern Mesh\nMarch, 2021 - Present\t5 years, 9 months\nData Engineer\n"
        "Owns the lakehouse of the retail division.\n• Moved jobs to the cloud\n"
        "• Hill Digital\nJune, 2018 - February, 2021\t2 years, 9 months\nBI Developer\n"
        "• Built reports for the tills of 1,200 stores"
    )
    assert jobs(text) == [
        ("Data Engineer", "Fern Mesh", "2021-03", None),
        ("BI Developer", "Hill Digital", "2018-06", "2021-02"),
    ]


def test_a_duration_between_title_and_employer_in_french_under_a_heading_without_accents() -> None:
    head = HEAD.replace("Work Experience", "EXPERIENCES PROFESSIONNELLES")
    text = (
        "Mars 2021 - Aujourd'hui\tData Engineer\n5 ans 8 mois\nFern Mesh\tPorto\n"
        "Owns the lakehouse.\n- Moved jobs to the cloud\n"
        "Juin 2018 - Févr. 2021\tBI Developer\n2 ans 8 mois\nHill Digital\n- Built reports"
    )
    assert jobs(text, head) == [
        ("Data Engineer", "Fern Mesh", "2021-03", None),
        ("BI Developer", "Hill Digital", "2018-06", "2021-02"),
    ]


NOTED = [
    ("Product Owner @ Fern Clara   Apr'21..\n  backlog 300+ -> 90\n"
     "QA Analyst @ Hill Group   Aug'16..Dec'18\n  test plans",
     [("Product Owner", "Fern Clara", "2021-04", None),
      ("QA Analyst", "Hill Group", "2016-08", "2018-12")]),
    ("[2016-05 .. ] Hill Ferries IT -- Database Administrator\n  Oracle, Data Guard\n"
     "[2008-09 .. 2011-01] Fern Data SA -- programmer\n  Delphi, stock system",
     [("Database Administrator", "Hill Ferries IT", "2016-05", None),
      ("programmer", "Fern Data SA", "2008-09", "2011-01")]),
    ("2007 - 2012  Unix Team Lead, Fern Bank, Bristol. Team of 6. Solaris, AIX, Veritas cluster\n"
     "2004 - 2007  Unix Administrator, Fern Bank, Bristol. Solaris, ksh",
     [("Unix Team Lead", "Fern Bank", "2007-01", "2012-12"),
      ("Unix Administrator", "Fern Bank", "2004-01", "2007-12")]),
    ("SUMMER INTERN, FERN SPEECH, VANCOUVER (June to August 2014). Keyword spotting, in C.",
     [("SUMMER INTERN", "FERN SPEECH", "2014-06", "2014-08")]),
    ("| Period | Client / Employer | Position | Tasks |\n|---|---|---|---|\n"
     "| 02/2021 – date | Hill Motors, Leeds | Consultant | Platform for 40 teams |\n"
     "| 08/2016 – 06/2017 | Fern Tel | IT helpdesk | tickets, network patching |",
     [("Consultant", "Hill Motors", "2021-02", None),
      ("IT helpdesk", "Fern Tel", "2016-08", "2017-06")]),
    ("Fern Bank, Oslo\tFeb 2016 - present\n\nSenior Analyst, Retail Insights (since Apr 2022)\n"
     "* Led two people\nJunior Analyst, Branch Reporting (Jan 2018 - Jul 2019)\n* Cash report\n"
     "Customer Service Officer (Feb 2016 - Dec 2017)\n* 70 calls a day",
     [("Senior Analyst, Retail Insights", "Fern Bank", "2022-04", None),
      ("Junior Analyst", "Fern Bank", "2018-01", "2019-07"),
      ("Customer Service Officer", "Fern Bank", "2016-02", "2017-12")]),
    ("FERN MEDICAL DEVICES, Minneapolis, MN\t2019–Present\n$310M manufacturer of pumps\n\n"
     "Finance Manager, FP&A (2022–Present)\n* Built the model\n"
     "Senior Financial Analyst (2019–2022)\n* Standard costs",
     [("Finance Manager", "FERN MEDICAL DEVICES", "2022-01", None),
      ("Senior Financial Analyst", "FERN MEDICAL DEVICES", "2019-01", "2022-12")]),
    ("Position:\t(career break, family)\nPeriod:\t2018 to 2022\n\n"
     "Position:\tPharmacist in charge\nEmployer:\tFern Pharmacy Ltd\nPeriod:\t08.2012 to 01.2018",
     [("Pharmacist in charge", "Fern Pharmacy Ltd", "2012-08", "2018-01")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTED)
def test_headers_as_people_note_them(text: str, expected: list[Job]) -> None:
    assert jobs(text) == expected


def test_a_town_that_is_known_without_its_country_is_no_employer() -> None:
    text = "Developer, Fern Studio, Valparaíso. April 2015 until February 2018. Sites for hotels."
    assert jobs(text) == [("Developer", "Fern Studio", "2015-04", "2018-02")]


def test_freelance_in_a_line_of_its_own_stands_for_the_employer() -> None:
    text = (
        "Senior Test Engineer\tMar 2017 - Dec 2019\nHillbel\n- API tests in Postman\n"
        "Software Tester\tJan 2016 - Feb 2017\nFreelance\n- Apps for two start-ups\n"
        "National Service Person\tSep 2014 - Aug 2015\nHill Revenue Authority\n- Test cases\n"
    )
    assert jobs(text) == [
        ("Senior Test Engineer", "Hillbel", "2017-03", "2019-12"),
        ("Software Tester", "Freelance", "2016-01", "2017-02"),
        ("National Service Person", "Hill Revenue Authority", "2014-09", "2015-08"),
    ]


def test_a_title_that_its_words_do_not_show_stands_where_the_others_do() -> None:
    text = (
        "Hillbel\nMarch 2017 - December 2019\nSenior Test Engineer\n- API tests in Postman\n"
        "Hill Revenue Authority\nSeptember 2014 - August 2015\nNational Service Person\n- Cases\n"
    )
    assert jobs(text) == [
        ("Senior Test Engineer", "Hillbel", "2017-03", "2019-12"),
        ("National Service Person", "Hill Revenue Authority", "2014-09", "2015-08"),
    ]


def test_an_employer_may_end_in_the_stop_of_its_legal_form() -> None:
    text = (
        "Senior Data Analyst\tMay 2022 - Present\nTrendfern\n- Forecast of returns\n"
        "Data Analyst\tNov 2019 - Apr 2022\nHillhill Lojistik A.Ş.\n- Routes of couriers\n"
    )
    assert [job[1] for job in jobs(text)] == ["Trendfern", "Hillhill Lojistik A.Ş."]


def test_an_employer_that_is_the_same_one_is_that_above_in_another_section_too() -> None:
    text = (
        "CURRENT POST\nWard Manager, Heart Unit\nSt. Blaise Hill Hospital, Cork\n"
        "March 2022 to date\no  Running the shift\n"
        "PREVIOUS POSTS\nStaff Nurse, Heart Unit (same hospital)\tSep 2018 - Feb 2022\n"
        "o  Care of patients\n"
        "Staff Nurse, Emergency Department\nKing Alfred Garrison Hospital, Leeds\t"
        "Feb 2015 to July 2018\no  Triage\n"
        "2012 - 2014\tClerk, same Garrison, Leeds\no  Files\n"
    )
    assert [job[:2] for job in jobs(text)] == [
        ("Ward Manager, Heart Unit", "St. Blaise Hill Hospital"),
        ("Staff Nurse, Heart Unit", "St. Blaise Hill Hospital"),
        ("Staff Nurse, Emergency Department", "King Alfred Garrison Hospital"),
        ("Clerk", "King Alfred Garrison Hospital"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOC Analyst (Tier 2)          Hill Sp. z o.o.\nWrocław        June 2024 – now\n- Triage",
         ("SOC Analyst (Tier 2)", "Hill Sp. z o.o.", "2024-06", None)),
        ("Hill Hosting, Spokane / Sr. Unix Admin / 2009 -> 2016\n  1,800 boxes. Puppet.",
         ("Sr. Unix Admin", "Hill Hosting", "2009-01", "2016-12")),
        ("09/2012 – 09/2019\nSystem administrator\nStadtwerk Hill eG, Grimma\n"
         "   Windows, Exchange and backups of all. From 2016 also network: firewalls.",
         ("System administrator", "Stadtwerk Hill eG", "2012-09", "2019-09")),
        ("Intern, Strategy — Hill Advisory (2017, six months)\n- Market sizing",
         ("Intern, Strategy", "Hill Advisory", "2017-01", "2017-12")),
    ],
)  # fmt: skip
def test_headers_as_they_are_typed(text: str, expected: Job) -> None:
    assert jobs(text) == [expected]


def test_headings_in_frames_of_stars() -> None:
    text = "*** STUDYS ***\nBSc in Physics, Hill University, 2013\n*** COMPUTERS ***\nExcel, SQL\n"
    work = "*** WORK ***\n09/2019 - now   Clerk, Hill Ltd, Leeds\n > I keep the books\n"
    head = "Jane Roe\nClerk who knows the books of small and of large firms\n"
    resume = read_resume(read_bytes(f"{head}{work}{text}".encode(), "cv.txt"), today=TODAY)
    assert [section.heading for section in resume.sections[1:]] == ["WORK", "STUDYS", "COMPUTERS"]
