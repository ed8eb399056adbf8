"""Headings and the sections they open."""

from __future__ import annotations

import pytest

from matcher.records import SectionKind
from matcher.resumes.heading_lines import heading_kind
from matcher.resumes.sections import read_sections

HEADINGS = [
    ("E X P E R I E N C E", SectionKind.EXPERIENCE),
    ("W O R K  E X P E R I E N C E", SectionKind.EXPERIENCE),
    ("Work Experience | Selected", SectionKind.EXPERIENCE),
    ("Professional Experience (8 years)", SectionKind.EXPERIENCE),
    ("EMPLOYMENT ----------------------------------------------------------", "experience"),
    ("EDUCATION:", SectionKind.EDUCATION),
    ("## Technical Skills", SectionKind.SKILLS),
    ("Edu cation", SectionKind.EDUCATION),
    ("Awards & Honors", SectionKind.AWARDS),
    ("Selected Awards & Publications", SectionKind.AWARDS),
    ("Volunteer Experience", SectionKind.VOLUNTEER),
    ("Education and Courses:", SectionKind.EDUCATION),
    ("Berufserfahrung", SectionKind.EXPERIENCE),
    ("Persönliche Daten", SectionKind.CONTACT),
    ("Expérience professionnelle", SectionKind.EXPERIENCE),
    ("Formación académica", SectionKind.EDUCATION),
    ("Competências", SectionKind.SKILLS),
    ("Werkervaring", SectionKind.EXPERIENCE),
    ("Esperienze lavorative", SectionKind.EXPERIENCE),
    ("Doświadczenie zawodowe", SectionKind.EXPERIENCE),
    ("References available upon request", SectionKind.REFERENCES),
    ("T O O L S & T E C H", SectionKind.SKILLS),
    ("C O N T A C T M E A T", SectionKind.CONTACT),
    ("E D U C A T I O N & C O U R S E S", SectionKind.EDUCATION),
    ("P R O J E C T E X A M P L E S (clickable)", SectionKind.PROJECTS),
    ("Web Dev Positions", SectionKind.EXPERIENCE),
    ("Links:", SectionKind.CONTACT),
    ("Leadership/communication skills", SectionKind.SKILLS),
    ("Hobbies and Interest", SectionKind.INTERESTS),
    ("Where I have done it", SectionKind.EXPERIENCE),
    ("What I work with", SectionKind.SKILLS),
    ("Toolbox", SectionKind.SKILLS),
    ("Outside work", SectionKind.INTERESTS),
    ("Contract History", SectionKind.EXPERIENCE),
    ("Past and present work", SectionKind.EXPERIENCE),
    ("Career so far", SectionKind.EXPERIENCE),
    ("Research Positions Held", SectionKind.EXPERIENCE),
    ("Professional Journey", SectionKind.EXPERIENCE),
    ("Degrees Awarded", SectionKind.EDUCATION),
    ("Funding Obtained", SectionKind.AWARDS),
    ("Selected Peer-Reviewed Papers", SectionKind.PUBLICATIONS),
    ("What I studied", SectionKind.EDUCATION),
    ("Training completed", SectionKind.EDUCATION),
    ("Licences and ratings", SectionKind.CERTIFICATIONS),
    ("Permanent Roles", SectionKind.EXPERIENCE),
    ("Civilian Education", SectionKind.EDUCATION),
    ("Further Training", SectionKind.CERTIFICATIONS),
    ("References available on request.", SectionKind.REFERENCES),
]


@pytest.mark.parametrize(("line", "kind"), HEADINGS)
def test_a_heading_is_known_in_any_dress(line: str, kind: SectionKind) -> None:
    assert heading_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    ["I have experience in Java.", "Experience with Python and SQL", "• Skills", "Skills: Python",
     "Ten years of experience in education", "Communication Skills", "Jane Doe",
     "Certificate (Computer-", "2017 – 2018\tMilitary service"],
)  # fmt: skip
def test_a_sentence_or_an_item_is_no_heading(line: str) -> None:
    assert heading_kind(line) is None


def kinds(text: str) -> list[str]:
    return [section.kind.value for section, _ in read_sections(text)]


def test_sections_cover_the_text() -> None:
    text = "Kim Lund\n\nSummary\nWrites tests.\nExperience\nTester, Acme, 2019 - 2020\n"
    sections = [section for section, _ in read_sections(text)]
    assert kinds(text) == ["header", "summary", "experience"]
    assert "".join(text[section.start : section.end] for section in sections) == text


def test_a_labelled_line_after_the_last_job_opens_a_section() -> None:
    text = (
        "Experience\nCook, Blue Inn, 2019 - 2020\n• Cooked lunch\nTechnical Skills: Excel, Word\n"
    )
    sections = [section for section, _ in read_sections(text)]
    assert kinds(text) == ["experience", "skills"]
    assert sections[1].heading == "Technical Skills"


def test_a_labelled_line_inside_a_job_stays_there() -> None:
    text = (
        "Experience\nDeveloper, Acme, 2019 - 2020\nTechnologies: Go, SQL\nTester, Beta, 2016 - 2018"
    )
    assert kinds(text) == ["experience"]
    text = "Experience\nDeveloper, Acme, 2019 - 2020\nSkills: Go, SQL\nTester, Beta, 2016 - 2018"
    assert kinds(text) == ["experience"]


def test_a_label_that_every_job_has_stays_in_the_last_one() -> None:
    job = "Developer, Acme, {}\n• Wrote the till.\nKey technologies: Go, SQL\n"
    text = f"Experience\n{job.format('2018 - 2020')}{job.format('2015 - 2017')}Education\nBA, Roe"
    assert kinds(text) == ["experience", "education"]


def test_a_dash_parts_a_label_from_its_list_as_a_colon_does() -> None:
    sections = [
        section
        for section, _ in read_sections(
            "Summary\nWrites tests.\nTech Stack - Python, Kafka, Terraform"
        )
    ]
    assert [section.heading for section in sections] == ["Summary", "Tech Stack"]
    assert kinds("Jo Fern\nEducation - Hill University\nBA Botany") == ["header", "education"]


@pytest.mark.parametrize(
    "line",
    [
        "TECHNICAL SKILLS Programming Languages: C, Java Databases: Oracle, MySQL",
        "Skills * Languages: Python (pandas, numpy), Sql * Others: Git, Docker",
        "CORE COMPETENCIES ~ Ant ~ Maven ~ Jenkins ~ Linux",
    ],
)
def test_a_list_over_all_headings_may_be_led_by_its_own(line: str) -> None:
    assert kinds(f"{line}\nEducation\nB.Sc., 2012") == ["skills", "education"]


@pytest.mark.parametrize("line", ["Technical Skills Trainer, Leeds, UK", "Skills in Java, C, SQL"])
def test_a_title_or_a_sentence_is_led_by_no_heading(line: str) -> None:
    assert kinds(line) == ["header"]


def test_a_caption_inside_a_job_opens_no_section() -> None:
    job = "Manager, 01/2014 to 01/2015 Company Name\n• Led\nSkills Used\nPatience.\n"
    text = f"Experience\n{job}{job.replace('01/201', '01/200')}Education\nBA, Hill University"
    assert kinds(text) == ["experience", "education"]
    last = "Experience\nManager, 2014 - 2015\n• Led a team of ten.\nSkills Used\nPatience.\n"
    assert kinds(last) == ["experience", "skills"]


def test_a_weak_word_stays_weak_before_a_slash() -> None:
    text = (
        "Skill Highlights\nPlanning\nLeadership/travel skills\nBudgets\nTrade\n"
        "Experience\nTrainer, Acme, 2019 - 2020"
    )
    assert kinds(text) == ["skills", "experience"]


def test_languages_that_people_speak_open_their_section_in_a_list() -> None:
    text = "Certifications\nMassage Therapist\nLanguages\n◆ Bi-Lingual Spanish\nSkills\nExcel"
    assert kinds(text) == ["certifications", "languages", "skills"]


def test_a_word_in_a_list_is_no_heading() -> None:
    text = "Skills\nBudgets\nTraining\nExcel\nExperience\nTrainer, Acme, 2019 - 2020"
    assert kinds(text) == ["skills", "experience"]


def test_a_text_without_headings_is_one_header() -> None:
    assert kinds("some words\nand more") == ["header"]
    assert read_sections(" \n ") == []


def test_a_caption_of_every_job_opens_no_section() -> None:
    job = "Hill Bank\tMay 2015 - June 2019\nAccountant\nHighlights\n• Closed the books.\n"
    text = f"Work\n{job}{job}Volunteer\n{job}Education\nBA, Hill University, 2010"
    assert kinds(text) == ["experience", "volunteer", "education"]


@pytest.mark.parametrize("caption", ["Selected Achievements", "MAJOR ACCOMPLISHMENTS"])
def test_a_caption_with_other_words_before_it_opens_no_section(caption: str) -> None:
    job = f"Analyst, Hill Bank, 2015 - 2019\n• Planned.\n{caption}\n• Closed the books.\n"
    assert kinds(f"Experience\n{job}{job}Education\nBA, 2010") == ["experience", "education"]
    last = f"Experience\nAnalyst, Hill Bank, 2015 - 2019\n• Planned.\n{caption}\n• Won a prize."
    assert len(kinds(last)) == 2


def test_a_caption_that_alone_ends_in_a_colon_opens_no_section() -> None:
    job = "Analyst, Hill Bank, 2015 - 2019\n• Planned.\nKey Accomplishments:\n• Won a prize.\n"
    assert kinds(f"Experience\n{job}Education\nBA, 2010") == ["experience", "education"]


def test_a_word_of_lists_before_the_dates_of_a_job_is_a_heading() -> None:
    text = "Profile\nPlans weeks.\njane-roe\nWork\nHill Bank\nAccountant\t2015-04 - Present"
    assert kinds(text) == ["summary", "experience"]


def test_licensure_and_grants_are_headings() -> None:
    text = "LICENSURE & CERTIFICATIONS\nBLS, 2026\nGRANTS AND AWARDS\nPrize of the faculty, 2019"
    assert kinds(text) == ["certifications", "awards"]


def test_an_overview_over_jobs_and_qualifications_over_degrees_are_named_by_what_follows() -> None:
    jobs = "Career Overview\nBuyer\nAcme Ltd\nMarch 2019 - May 2021\n• Bought tin.\n"
    text = f"{jobs}Qualifications\nBA Botany, Hill University, 2016\n"
    assert kinds(text) == ["experience", "education"]
    text = "Career Overview\nA buyer of tin and of paper.\nQualifications\nPatience\nThrift\n"
    assert kinds(text) == ["summary", "skills"]


def test_headings_in_small_letters_are_headings_where_most_are() -> None:
    side = "languages\nDanish Native\nskills\nPlanning\nBudgets\ninterests\nSailing\nChess\n"
    text = f"{side}experience\nBuyer, Acme Ltd, 2019 - 2021\neducation\nBA Botany, Hill College\n"
    assert kinds(text) == ["languages", "skills", "interests", "experience", "education"]
    numbered = (
        "1. Skills\nPlanning\n2. Education\nBA Botany, Hill College, 2016\n3. Interests\nChess"
    )
    assert kinds(numbered) == ["skills", "education", "interests"]
    text = "Skills\nPlanning\nskills\nBudgets\nExperience\nBuyer, Acme Ltd, 2019 - 2021\n"
    assert kinds(text) == ["skills", "experience"]


def test_a_name_in_the_last_column_opens_the_header_where_no_other_does() -> None:
    text = (
        "Summary\nA buyer of tin and of paper.\nExperience\nBuyer, Acme Ltd, 2019 - 2021\n"
        "Jane Roe\nBuyer\nj.roe@example.org\nReferences\nJo Fern\njo.fern@example.org\n"
    )
    assert kinds(text) == ["summary", "experience", "header", "references"]


def test_a_line_in_capitals_with_the_noun_of_a_heading_is_one_among_others_in_capitals() -> None:
    jobs = "FLYING EXPERIENCE\nFirst Officer, Hill Air, 2018 - 2021\n"
    text = (
        f"SUMMARY\nA pilot of small and large planes.\n{jobs}LICENCES AND LOG BOOKS\nATPL, 2018\n"
    )
    assert kinds(f"{text}EDUCATION\nBA Botany, Hill College, 2016\n") == [
        "summary", "experience", "certifications", "education",
    ]  # fmt: skip
    text = "SUMMARY\nA buyer.\nEXPERIENCE\n{}\n2019 - 2021\n• Taught.\nEDUCATION\nBA Botany\n"
    for employer in ("SKILLS AND TRAINING LTD", "TRAINING MANAGER", "TRAINING HOUSE"):
        assert kinds(text.format(employer)) == ["summary", "experience", "education"]


def test_studies_in_their_own_line_end_the_work_history_and_what_is_learnt_stays_a_skill() -> None:
    text = (
        "Jane Roe\njane@example.com\nWork Experience\n"
        "Mobile developer, Moeda Games, 2012 - 2016\n- Built games for children\n"
        "Studies: Bachelor in Multimedia, Foz Institute, 2011\n"
        "Skills\nLanguages: Go, Python\nLearning: Rust\nTools: Docker, Helm\n"
    )
    kinds = [section.kind for section, _ in read_sections(text)]
    assert kinds[1:] == [SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS]
