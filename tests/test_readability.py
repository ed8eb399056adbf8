from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as Docx
from fpdf import FPDF

from matcher.documents import Reader, read_bytes
from matcher.documents.machine_view import MachineView, machine_view
from matcher.readability import Readability, readability
from matcher.records import Notice
from matcher.resumes import read_resume

TODAY = datetime.date(2026, 11, 20)
TEXT = """Jane Roe
jane@example.com
Experience
Data Engineer, Acme Ltd, Mar 2019 – Present
• Built pipelines in Spark and Airflow for thirty analysts of the sales team
• Kept the nightly jobs running and cut their cost by a third in one year
Education
BSc Computer Science, University of Leeds, 2018
"""


def judged(text: str, view: MachineView | None) -> Readability:
    resume = read_resume(read_bytes(text.encode(), "cv.txt"), today=TODAY)
    return readability(resume, view)


def codes(found: Readability) -> list[str]:
    return [each.code for each in found.findings]


def test_nothing_is_lost_where_both_see_the_same() -> None:
    found = judged(TEXT, MachineView("plain", TEXT.replace("fi", "\ufb01")))
    assert (found.words_lost, found.lines_torn, found.findings) == (0.0, 0.0, ())


def test_words_that_the_extractor_lacks_are_lost() -> None:
    found = judged(TEXT, MachineView("plain", TEXT.replace("nightly jobs", "nightlyjobs")))
    assert found.words_lost == pytest.approx(2 / 45, abs=0.01)
    assert codes(found) == ["lost_words"]


def test_a_scan_is_lost_for_being_one() -> None:
    scan = replace(read_bytes(TEXT.encode(), "cv.txt"), notices=(Notice("ocr", "read by OCR"),))
    found = readability(read_resume(scan, today=TODAY), MachineView("plain", ""))
    assert [each.code for each in found.findings] == ["lost_words"]
    assert "not a scan of it" in found.findings[0].fix


def test_a_line_whose_words_are_parted_is_torn() -> None:
    mixed = TEXT.replace("for thirty analysts", "for Tableau\nthirty analysts")
    found = judged(TEXT, MachineView("plain", mixed))
    assert codes(found) == ["order"]
    assert found.findings[0].examples[0].startswith("• Built pipelines in Spark")


def test_what_a_form_asks_for_and_does_not_find() -> None:
    text = TEXT.replace("jane@example.com\n", "").replace("Mar 2019 – Present", "Leeds, UK")
    text = text.replace("Education", "Skills\nPython, Apache Spark, SQL\nEducation")
    assert codes(judged(text, None)) == ["no_dates", "no_contact"]
    assert judged(text, None).extractor is None


def test_spaced_letters_and_unmapped_fonts() -> None:
    view = MachineView("plain", TEXT + "E X P E R I E N C E\n", ("Odd+Font",))
    assert codes(judged(TEXT, view)) == ["fonts", "spaced_letters"]


def test_tables_of_a_docx_are_not_seen() -> None:
    document = Docx()
    document.add_paragraph("Jane Roe")
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "Built pipelines in Spark"
    file = io.BytesIO()
    document.save(file)
    view = machine_view(file.getvalue(), "docx")
    assert view is not None and view.text.strip() == "Jane Roe"


def test_the_view_of_a_pdf_is_made_in_a_worker(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    left = "Work experience|Data Engineer at Acme|2019 - Present|Built pipelines in Spark".split(
        "|"
    )
    right = "Skills|Python and Go|Tableau|Oracle".split("|")
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        pdf.text(20, 30 + 6 * number, one)
        pdf.text(120, 30 + 6 * number, other)
    path = tmp_path / "two.pdf"
    pdf.output(str(path))
    with Reader() as reader:
        document = reader.read(path)
        view = reader.machine_view(path, document.format)
    assert view is not None and view.extractor.startswith("pypdf")
    assert "Built pipelines in Spark" in view.text.replace("\n", " ")


def test_a_broken_file_has_no_view() -> None:
    assert machine_view(b"%PDF-1.4 nothing", "pdf") is None
    assert machine_view(b"PK nothing", "docx") is None
    assert machine_view(b"text", "text") is None
