"""Texts that lost their line breaks, and the export of a job board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from matcher.documents import read_bytes
from matcher.documents.run_on import restored
from matcher.records import Resume, SectionKind
from matcher.resumes.reading import read_resume

_WORK = (
    "Ran the kitchen of a hotel with eighty rooms.",
    "Wrote menus for four seasons and bought from farms nearby.",
    "Trained six apprentices, two of whom run kitchens of their own.",
)
_RESUME = """\
Sous Chef
Summary
Cook with a liking for vegetables, ten years in hotels and one at sea.
Skills
{skills}
Experience
Sous Chef
Mar 2015   to   Current
Hotel Zur Linde   -   Basel
{work}
Line Cook
Jan 2012   to   Feb 2015
Gasthof Adler   -   Bern
Grilled, fried and plated for a hundred guests a night.
Education
Diploma in Cookery, Hotelfachschule Thun, 2011"""


def _read(text: str) -> Resume:
    return read_resume(read_bytes(text.encode(), "pasted.txt"), today=date(2026, 11, 1))


def test_runs_of_spaces_are_line_breaks() -> None:
    skills = "Menu planning  Food cost control  Butchery"
    resume = _read(_RESUME.format(skills=skills, work="\n".join(_WORK)).replace("\n", " " * 5))
    kinds = {section.kind for section in resume.sections}
    assert {SectionKind.SKILLS, SectionKind.EXPERIENCE, SectionKind.EDUCATION} <= kinds
    assert [(job.title, job.company) for job in resume.positions] == [
        ("Sous Chef", "Hotel Zur Linde"),
        ("Line Cook", "Gasthof Adler"),
    ]
    assert "Food cost control" in resume.document.text.split("\n")
    assert _WORK[1] in [line.text for line in resume.lines]


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace("\n", "\\n"),
        lambda text: text.replace("\n", "<br/>"),
        lambda text: repr(text.replace("Basel", "Zürich").encode()),
        lambda text: " | ".join((*text.split("\n"), *["Cooked every day of the week."] * 30)),
    ],
    ids=["escapes", "tags", "bytes", "bars"],
)
def test_breaks_that_were_written_out_are_breaks(written: Callable[[str], str]) -> None:
    resume = _read(written(_RESUME.format(skills="Menu planning", work="\n".join(_WORK))))
    assert [job.title for job in resume.positions] == ["Sous Chef", "Line Cook"]
    assert _WORK[1] in [line.text for line in resume.lines]
    assert "\\" not in resume.document.text and "<br" not in resume.document.text


def test_a_path_is_no_line_break() -> None:
    assert restored(r"C:\new\notes") == r"C:\new\notes"


def test_the_headings_part_a_text_of_one_line() -> None:
    text = " ".join(_RESUME.format(skills="Menu planning, butchery", work=" ".join(_WORK)).split())
    assert restored(text) == text  # too short to be sure
    resume = _read(text.replace(_WORK[0], " ".join(_WORK) * 4))
    kinds = [section.kind for section in resume.sections]
    assert kinds[-4:] == [
        SectionKind.SUMMARY,
        SectionKind.SKILLS,
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
    ]
    assert _WORK[1] in [line.text for line in resume.lines]


def test_a_list_runs_on_in_a_long_line_only() -> None:
    items = [f"Skill number {number} of many" for number in range(12)]
    assert restored("Skills • " + " • ".join(items)).split("\n")[2] == f"• {items[1]} "
    header = "Acme GmbH • Leeds • Data Engineer • 2019 – 2021"
    assert restored(header) == header


@pytest.mark.parametrize(
    "sentence",
    [
        "I have Experience with SQL and Skills in Python, and my Education was long. ",
        "We value Education, Experience and Skills alike. ",
    ],
)
def test_words_of_sentences_are_no_headings(sentence: str) -> None:
    assert restored(sentence * 20) == sentence * 20


def test_the_export_of_a_job_board_is_read_as_a_resume() -> None:
    resume = _read(
        "I like tidy schemas and short queries, and know â\x80¢ SQL â\x80¢ Oracle "
        "from daily work in a bank.Education Details \n"
        "January 2012 to January 2015 B.Sc. Computer Science Pune, Maharashtra Vidya College\n"
        "January 2012 HSC   Riverside School\n"
        "Database Administrator \n\nJunior DBA - Tarnow Bank\n"
        "Skill Details \nSQL- Exprience - 24 months\nOracle- Exprience - Less than 1 year months"
        "Company Details \ncompany - Tarnow Bank\ndescription - Tuned queries of the ledger.\n"
        "â\x80¢ Restored backups every month.\ncompany - Ostwick Ltd\ndescription - Answered calls."
    )
    text = resume.document.text
    assert resume.headline == "Database Administrator"
    assert [(job.title, job.company) for job in resume.positions] == [("Junior DBA", "Tarnow Bank")]
    school = resume.education[0]
    assert (school.degree, school.field, school.institution, school.year) == (
        "B.Sc.",
        "Computer Science",
        "Vidya College",
        2015,
    )
    assert "SQL (24 months)\nOracle (Less than 1 year)" in text
    assert "Company: Ostwick Ltd\nAnswered calls." in text
