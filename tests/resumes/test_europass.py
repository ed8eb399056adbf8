"""The new forms of Europass, as its editor writes them since 2020 (labels behind one another in a
line) and before (dates in brackets). The person in them is invented."""

from __future__ import annotations

import datetime

import pytest
from fpdf import FPDF

from matcher import Matcher
from matcher.documents import read_bytes
from matcher.records import Resume, SectionKind
from matcher.resumes import read_resume
from matcher.resumes.contact import phone_spans
from matcher.resumes.details import details_of
from tests.documents.builders import pdf

TODAY = datetime.date(2024, 6, 15)
HEAD = """Maria Rossi
Date of birth: 12/05/1990 | Nationality: Italian | Gender: Female
Phone number: (+39) 3335550100 (Mobile) | Email address: maria.rossi@example.it
Address: Via Roma 1, 00100, Roma, Italy (Home)
"""
NEW = f"""{HEAD}ABOUT MYSELF
Analyst of public surveys who likes clean tables.
WORK EXPERIENCE
01/03/2019 – CURRENT – Roma, Italy
DATA ANALYST – BANCA DI FERNO
• Built dashboards with SQL and Power BI
• Trained six colleagues in Excel
15/09/2014 – 28/02/2019 – Milano, Italy
JUNIOR ANALYST – ISTITUTO LAGHI
• Cleaned surveys with R and SAS
EDUCATION AND TRAINING
01/10/2012 – 20/07/2014 – Roma, Italy
MASTER'S DEGREE IN STATISTICS – Università di Ferno
Field(s) of study: Statistics | Final grade: 110/110 | Level in EQF: EQF level 7
LANGUAGE SKILLS
MOTHER TONGUE(S): ITALIAN
Other language(s):
UNDERSTANDING SPEAKING WRITING
Listening Reading Spoken production Spoken interaction
ENGLISH C1 C1 B2 B2 B2
FRENCH B1 B1 A2 A2 A2
Levels: A1 and A2: Basic user; B1 and B2: Independent user; C1 and C2: Proficient user
DIGITAL SKILLS
My Digital Skills
Python | Tableau | Microsoft Excel
NETWORKS AND MEMBERSHIPS
Society of Counters
DRIVING LICENCE
Cars: B
"""
BRACKETED = f"""{HEAD}About me:
Analyst of public surveys who likes clean tables.
WORK EXPERIENCE
[ 01/03/2019 – Current ]
Data Analyst
Banca di Ferno
City: Roma | Country: Italy | Business or sector: Finance
• Built dashboards with SQL and Power BI
• Trained six colleagues in Excel
[ 15/09/2014 – 28/02/2019 ]
Junior Analyst
Istituto Laghi
City: Milano
Country: Italy
Main activities and responsibilities:
• Cleaned surveys with R and SAS
EDUCATION AND TRAINING
[ 01/10/2012 – 20/07/2014 ]
Master's degree in Statistics
Università di Ferno
City: Roma | Country: Italy | Field(s) of study: Statistics | Level in EQF: EQF level 7
LANGUAGE SKILLS
Mother tongue(s): Italian
Other language(s):
English
LISTENING C1 READING C1 WRITING B2
SPOKEN PRODUCTION B2 SPOKEN INTERACTION B2
French
LISTENING B1 READING B1 WRITING A2
SPOKEN PRODUCTION A2 SPOKEN INTERACTION A2
DIGITAL SKILLS
Python
Tableau
NETWORKS AND MEMBERSHIPS
Society of Counters
DRIVING LICENCE
Driving Licence: B
"""


def drawn(text: str) -> bytes:
    """The form as it is drawn: a grey head, headings over a rule, levels in columns."""

    def draw(canvas: FPDF) -> None:
        canvas.set_fill_color(230, 230, 230)
        canvas.rect(0, 0, 595, 110, "F")
        y = 40.0
        for line in text.replace("–", "-").replace("•", "-").splitlines():
            is_heading = line.isupper() and not any(mark in line for mark in ":-12")
            canvas.set_font("Helvetica", "B" if is_heading else "", 13 if is_heading else 10)
            y += 22 if is_heading else 15
            cells = line.split() if line.endswith(("B2 B2 B2", "A2 A2 A2")) else [line]
            for number, cell in enumerate(cells):
                canvas.text(40 + 90 * number, y, cell)
            if is_heading:
                canvas.line(40, y + 4, 555, y + 4)

    return pdf(draw)


@pytest.fixture(scope="module", params=[NEW, BRACKETED, drawn(NEW), drawn(BRACKETED)])
def form(request: pytest.FixtureRequest) -> Resume:
    is_pdf = isinstance(request.param, bytes)
    content = request.param if is_pdf else request.param.encode()
    return read_resume(read_bytes(content, "cv.pdf" if is_pdf else "cv.txt"), today=TODAY)


def section_of(resume: Resume, kind: SectionKind) -> str:
    text = resume.document.text
    return "\n".join(text[item.start : item.end] for item in resume.sections if item.kind is kind)


def test_the_jobs_have_employers_and_days_before_months(form: Resume) -> None:
    assert [
        (job.title.title(), job.company.title(), str(job.start), str(job.end), job.current)
        for job in form.positions
    ] == [
        ("Data Analyst", "Banca Di Ferno", "2019-03", "None", True),
        ("Junior Analyst", "Istituto Laghi", "2014-09", "2019-02", False),
    ]


def test_the_degree_has_field_school_and_year(form: Resume) -> None:
    (degree,) = form.education
    assert degree.degree.casefold() == "master's degree"
    assert degree.field.casefold() == "statistics"
    assert (degree.institution, degree.year, degree.level) == ("Università di Ferno", 2014, 4)


def test_each_line_stands_under_its_heading(form: Resume) -> None:
    assert "clean tables" in section_of(form, SectionKind.SUMMARY)
    assert "Tableau" in section_of(form, SectionKind.SKILLS)
    assert "Society of Counters" in section_of(form, SectionKind.OTHER)
    assert "A2" in section_of(form, SectionKind.LANGUAGES)


def test_what_is_private_is_kept_out_of_the_lines(form: Resume) -> None:
    contact = form.contact
    assert (contact.name, contact.phone) == ("Maria Rossi", "(+39) 3335550100")
    kept = "\n".join(line.text for line in form.lines)
    assert not any(
        text in kept for text in ("Rossi", "3335550100", "1990", "Italian |", "Via Roma")
    )


@pytest.mark.parametrize("text", [NEW, BRACKETED])
def test_each_language_has_its_level(text: str, matcher: Matcher) -> None:
    resume = read_resume(read_bytes(text.encode(), "cv.txt"), today=TODAY)
    found = details_of(resume, matcher.corpus.skills, matcher.parts.finder.find, today=TODAY)
    assert [(one.name, one.level) for one in found.languages] == [
        ("Italian", "native"),
        ("English", "C1"),
        ("French", "B1"),
    ]


@pytest.mark.parametrize("text", ["(+39) 3335550100", "Tel (+44) 20 7946 0100"])
def test_a_country_in_brackets_belongs_to_a_phone_number(text: str) -> None:
    ((start, end),) = phone_spans(text)
    assert text[start:end] == text[text.index("(") :]
