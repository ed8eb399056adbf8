"""Resumes as two sites write them: LinkedIn's "Save to PDF" and the Europass form. The people in
them are invented."""

from __future__ import annotations

import datetime

import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from matcher.documents.text import lines_of
from matcher.records import Resume, SectionKind
from matcher.resumes import read_resume
from matcher.resumes.dates import find_ranges, months_in, writes_day_first
from matcher.resumes.degrees import find_degree
from matcher.resumes.education import read_education
from matcher.resumes.heading_lines import heading_kind, inline_kind
from matcher.resumes.jobs.positions import find_positions
from matcher.resumes.sections import read_sections
from matcher.resumes.text_lines import split_lines
from tests.documents.builders import pdf

TODAY = datetime.date(2024, 6, 15)

SIDE = """Contact
+46 70 555 01 00 (Mobile)
rosa.lindqvist@example.com
www.linkedin.com/in/rosalindqvist
(LinkedIn)
Top Skills
Apache Spark
Team Leadership
Kubernetes
Languages
English (Native or Bilingual)
Swedish (Limited Working)
Certifications
Certified Kubernetes
Administrator
"""
MAIN = """Rosa Lindqvist
Platform Engineer at Fjord Cargo
Greater Stockholm Metropolitan Area
Summary
I keep clusters alive for people who would rather not know.
Experience
Fjord Cargo
6 years 3 months
Principal Platform Engineer
March 2019 - Present (5 years 4 months)
Stockholm, Sweden
Ran the clusters of forty teams and wrote their operator
Platform Engineer
April 2018 - March 2019 (1 year)
Moved the tests to Kubernetes
Lakeside Media
Systems Administrator
January 2014 - April 2018 (4 years 4 months)
Uppsala
Kept the mail and the web servers running.
Page 1 of 2
Harbour Bank
3 years 1 month
Support Analyst
January 2012 - December 2013 (2 years)
Support Intern
December 2010 - December 2011 (1 year 1 month)
Education
Uppsala University
Bachelor of Science - BS, Computer Science · (2007 - 2010)
Page 2 of 2
"""
JOBS = [
    ("Principal Platform Engineer", "Fjord Cargo"),
    ("Platform Engineer", "Fjord Cargo"),
    ("Systems Administrator", "Lakeside Media"),
    ("Support Analyst", "Harbour Bank"),
    ("Support Intern", "Harbour Bank"),
]
EUROPASS = """Curriculum vitae
PERSONAL INFORMATION
Maria Rossi
Via Roma 1, 00100 Roma (Italy)
maria.rossi@example.it

WORK EXPERIENCE
01/03/2019–Present
Data Analyst
Banca d'Italia, Rome (Italy)
▪ SQL, Power BI and Excel dashboards
Business or sector Finance

15/09/2014 – 28/02/2019
Junior Analyst
ISTAT, Rome (Italy)
▪ R and SAS for surveys

EDUCATION AND TRAINING
2009–2014 Master's degree in Statistics EQF level 7
Sapienza University of Rome (Italy)

PERSONAL SKILLS
Mother tongue(s) Italian
Other language(s)
UNDERSTANDING SPEAKING WRITING
English C1 C1 B2 B2 B2
French B1 B1 A2 A2 A2
Digital competence
Python, Tableau
Driving licence B
"""


def read(content: str | bytes) -> Resume:
    is_pdf = isinstance(content, bytes)
    body = content if isinstance(content, bytes) else content.encode()
    return read_resume(read_bytes(body, "cv.pdf" if is_pdf else "cv.txt"), today=TODAY)


def linkedin_pdf() -> bytes:
    """The profile as the site draws it: a dark side column, sizes that tell what a line is."""

    def column(canvas: FPDF, x: float, y: float, text: str, headings: tuple[str, ...]) -> None:
        for line in text.splitlines():
            size = 15 if line in headings else 10
            y += 12 if line in headings else 0
            canvas.set_font("Helvetica", size=size)
            canvas.text(x, y, line)
            y += size * 1.5

    def draw(canvas: FPDF) -> None:
        canvas.set_fill_color(40, 60, 80)
        canvas.rect(0, 0, 190, 842, "F")
        canvas.set_text_color(255, 255, 255)
        column(canvas, 20, 60, SIDE, ("Contact", "Top Skills", "Languages", "Certifications"))
        canvas.set_text_color(0, 0, 0)
        main = "\n".join(line for line in MAIN.splitlines() if not line.startswith("Page "))
        column(canvas, 210, 70, main, ("Rosa Lindqvist", "Summary", "Experience", "Education"))

    return pdf(draw)


def europass_pdf() -> bytes:
    """The form as it is drawn: labels and dates in a margin, what they label beside it."""
    margin = ("01/03/2019–Present", "15/09/2014 – 28/02/2019", "Mother tongue(s)", "English",
              "French", "Driving licence")  # fmt: skip

    def draw(canvas: FPDF) -> None:
        y = 50.0
        beside = False
        for line in EUROPASS.replace("–", "-").replace("▪", "-").splitlines():
            label = next((m for m in margin if line.startswith(m.replace("–", "-"))), "")
            rest = line[len(label) :].strip()
            if label:
                canvas.text(40, y, line[: len(label)])
                beside = not rest
                y += 15 if rest else 0
                canvas.text(200, y - 15, rest)
                continue
            if not line or line.isupper():
                beside = False
            y += 8 if line.isupper() else 0
            canvas.text(200 if beside or not line.isupper() else 40, y, line)
            y += 15

    return pdf(draw)


def section_of(resume: Resume, kind: SectionKind) -> str:
    text = resume.document.text
    return "\n".join(text[item.start : item.end] for item in resume.sections if item.kind is kind)


# ---------------------------------------------------------------- LinkedIn


@pytest.fixture(scope="module", params=["text", "pdf"])
def profile(request: pytest.FixtureRequest) -> Resume:
    return read(SIDE + MAIN if request.param == "text" else linkedin_pdf())


def test_the_name_of_a_profile_stands_under_its_side_column(profile: Resume) -> None:
    assert profile.contact.name == "Rosa Lindqvist"
    assert profile.headline == "Platform Engineer at Fjord Cargo"
    assert "Rosa Lindqvist" not in section_of(profile, SectionKind.CERTIFICATIONS)
    assert all("Rosa" not in line.text for line in profile.lines)


def test_the_top_skills_of_a_profile_are_skills(profile: Resume) -> None:
    skills = [line.text for line in profile.lines if line.section is SectionKind.SKILLS]
    assert skills == ["Apache Spark", "Team Leadership", "Kubernetes"]


def test_every_title_of_a_profile_has_its_employer(profile: Resume) -> None:
    assert [(job.title, job.company) for job in profile.positions] == JOBS
    assert [str(job.start) for job in profile.positions] == [
        "2019-03", "2018-04", "2014-01", "2012-01", "2010-12",
    ]  # fmt: skip


def test_a_degree_whose_short_form_follows_keeps_its_field(profile: Resume) -> None:
    (degree,) = profile.education
    assert (degree.degree, degree.field) == ("Bachelor of Science", "Computer Science")
    assert (degree.institution, degree.year) == ("Uppsala University", 2010)


def test_jobs_at_the_same_time_keep_their_own_employers() -> None:
    text = SIDE + MAIN[: MAIN.index("Fjord Cargo\n6")] + (
        "Red Hotel\nNight Manager\nMarch 2015 - Present (9 years 4 months)\nRan the night desk.\n"
        "eBay\nData Analyst\nMay 2018 - May 2020 (2 years 1 month)\nCounted what was sold.\n"
    )  # fmt: skip
    assert [job.company for job in read(text).positions] == ["Red Hotel", "eBay"]


def test_a_year_in_what_was_done_is_no_job_of_a_profile() -> None:
    text = (SIDE + MAIN).replace("Kept the mail", "Team Leader of the year\n2016\nKept the mail")
    assert [(job.title, job.company) for job in read(text).positions] == JOBS


def test_lengths_behind_dates_make_no_profile_where_the_title_stands_first() -> None:
    text = "Data Analyst\nRed Hotel\nMay 2018 - May 2020 (2 years)\n• Counted beds\n"
    (job,) = find_positions(split_lines(text), len(text), today=TODAY)
    assert (job.title, job.company) == ("Data Analyst", "Red Hotel")


@pytest.mark.parametrize(("mail", "headed"), [("maria@example.it", True), ("me@example.it", False)])
def test_without_the_site_the_mail_address_has_to_show_that_a_name_is_one(
    mail: str, headed: bool
) -> None:
    text = f"Contact\n{mail}\nSkills\nSQL\nMaria Rossi\nExperience\n"
    kinds = [section.kind for section, _ in read_sections(text)]
    header = [SectionKind.HEADER] if headed else []
    assert kinds == [SectionKind.CONTACT, SectionKind.SKILLS, *header, SectionKind.EXPERIENCE]


@pytest.mark.parametrize(
    ("text", "months"),
    [("5 years 2 months", 62), ("(3 years 4 months)", 40), ("(1 year)", 12), ("8 mos", 8),
     ("less than a year", 0), ("4 Jahre", 48), ("SQL (5 years)", None), ("5 years of SQL", None),
     ("2019", None), ("()", None), ("", None)],
)  # fmt: skip
def test_a_length_of_time_is_nothing_else(text: str, months: int | None) -> None:
    assert months_in(text) == months


# ---------------------------------------------------------------- wrapped text

_FULL = "Built the pages of the shop with people of three other towns."


@pytest.mark.parametrize(
    "line", ["Experience", "Airbnb", "Harbour Bank", "Education", "Page 2 of 3", "Top Skills"]
)
def test_a_heading_or_an_employer_never_joins_the_sentence_above(line: str) -> None:
    assert line in lines_of("\n".join([_FULL, _FULL, line, _FULL, _FULL]))


def test_a_word_that_a_line_had_no_room_for_still_joins() -> None:
    above = "Built the pages of the new shop with people of the three Baltic"
    assert lines_of("\n".join([above, "States", above, "States"])) == [f"{above} States"] * 2


def test_the_longest_line_of_a_list_joins_nothing() -> None:
    lines = [
        "Posting of Invoices, Closing, VAT Returns, Dunning",
        "Clerk's Certificate, DATEV, Excel; SAP FI desired",
    ]
    lines = [f"{line} in the Fern Valley" for line in lines]
    assert lines_of("\n".join([*lines, "German C1"])) == [*lines, "German C1"]


# ---------------------------------------------------------------- Europass


@pytest.fixture(scope="module", params=["text", "pdf"])
def form(request: pytest.FixtureRequest) -> Resume:
    return read(EUROPASS if request.param == "text" else europass_pdf())


def test_the_jobs_of_a_form_have_employers_and_days_before_months(form: Resume) -> None:
    assert [
        (job.title, job.company, str(job.start), str(job.end)) for job in form.positions
    ] == [
        ("Data Analyst", "Banca d'Italia", "2019-03", "None"),
        ("Junior Analyst", "ISTAT", "2014-09", "2019-02"),
    ]  # fmt: skip


def test_the_skills_and_languages_of_a_form_are_no_education(form: Resume) -> None:
    assert "Python, Tableau" in section_of(form, SectionKind.SKILLS)
    languages = section_of(form, SectionKind.LANGUAGES)
    assert "Italian" in languages
    assert "C1 C1 B2" in languages
    (degree,) = form.education
    assert (degree.field, degree.institution) == ("Statistics", "Sapienza University of Rome")


def test_the_name_of_a_form_is_no_heading(form: Resume) -> None:
    assert form.contact.name == "Maria Rossi"


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [("Mother tongue(s) Italian", SectionKind.LANGUAGES, "Mother tongue(s)"),
     ("Driving licence B", SectionKind.OTHER, "Driving licence"),
     ("Digital competence Python", SectionKind.SKILLS, "Digital competence")],
)  # fmt: skip
def test_a_label_of_a_form_needs_no_colon(line: str, kind: SectionKind, label: str) -> None:
    assert heading_kind(line) is None
    assert inline_kind(line) == (kind, len(label))
    text = f"PERSONAL SKILLS\n{line}\n"
    assert [item.heading for item, _ in read_sections(text)] == ["PERSONAL SKILLS", label]


def test_a_driving_licence_is_no_degree() -> None:
    assert find_degree("Driving licence B, C") is None
    assert read_education(split_lines("Driving licence B"), today=TODAY)[0] == []


@pytest.mark.parametrize(
    ("lines", "is_day_first"),
    [(["01/03/2019–Present", "15/09/2014 – 28/02/2019"], True),
     (["03/15/2019 - 04/01/2020", "01/03/2018"], False),
     (["03/15/2019", "15/09/2014"], False), (["01/03/2019"], False), ([], False)],
)  # fmt: skip
def test_the_order_of_day_and_month_is_shown_by_a_number_over_twelve(
    lines: list[str], is_day_first: bool
) -> None:
    assert writes_day_first(lines) is is_day_first


def test_a_date_is_read_in_the_order_that_is_known() -> None:
    def start(day_first: bool) -> str:
        return str(find_ranges("01/03/2019 - now", today=TODAY, day_first=day_first)[0].start)

    assert (start(True), start(False)) == ("2019-03", "2019-01")
