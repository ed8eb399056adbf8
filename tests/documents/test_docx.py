"""DOCX: what a person sees, in order; and archives that are built to hurt."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx.document import Document as DocxDocument

from matcher.documents import read_bytes
from matcher.records import Document, Status
from tests.documents.builders import PROSE, paragraph, word, word_xml


def read(content: bytes) -> Document:
    return read_bytes(content, "resume.docx")


def test_paragraphs_lists_and_tables_keep_their_order() -> None:
    def fill(document: DocxDocument) -> None:
        document.add_heading("Experience", 1)
        document.add_paragraph(PROSE, style="List Bullet")
        table = document.add_table(2, 2)
        for row, cells in enumerate((("Initech", "2019"), ("Hooli", "2021"))):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        document.add_paragraph("Skills")

    assert read(word(fill)).text.splitlines() == [
        "Experience",
        f"• {PROSE}",
        "Initech\t2019",
        "Hooli\t2021",
        "Skills",
    ]


def test_a_resume_laid_out_in_a_table_is_read_cell_by_cell() -> None:
    def fill(document: DocxDocument) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Skills\nPython"
        table.cell(0, 1).text = f"Experience\n{PROSE}"

    assert read(word(fill)).text.splitlines() == ["Skills", "Python", "Experience", PROSE]


def test_headers_come_first_and_once() -> None:
    def fill(document: DocxDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "Jane Doe"
        document.sections[0].footer.paragraphs[0].text = "jane@example.org"
        document.add_paragraph(PROSE)

    assert read(word(fill)).text.splitlines() == ["Jane Doe", PROSE, "jane@example.org"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Around</w:t><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read(word_xml(body)).text.splitlines() == ["Around", "Boxed"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            "new",
        ),
        ("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "link"),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "control",
        ),
        ("<w:p><w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag></w:p>", "tag"),
        (
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:fldSimple><w:r><w:t>field</w:t></w:r></w:fldSimple></w:p>",
            "field",
        ),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
        (paragraph("item", properties="<w:numPr><w:numId w:val='1'/></w:numPr>"), "• item"),
    ],
)
def test_every_kind_of_run_is_read(body: str, expected: str) -> None:
    assert read(word_xml(body)).text == expected


@pytest.mark.parametrize(
    "run",
    ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', '<w:color w:val="fefefe"/>'],
)
def test_hidden_runs_are_left_out_and_said(run: str) -> None:
    document = read(word_xml(paragraph("Jane") + paragraph("Kubernetes", run)))
    assert document.text == "Jane"
    assert [notice.code for notice in document.notices] == ["hidden_text"]


def test_white_text_on_a_shaded_paragraph_is_read() -> None:
    body = paragraph("Jane", '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>')
    assert read(word_xml(body)).text == "Jane"


def test_styles_hide_text_too() -> None:
    styles = '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = paragraph("Jane") + paragraph("Kubernetes", '<w:rStyle w:val="S"/>')
    assert read(word_xml(body, styles=styles)).text == "Jane"


def test_a_huge_grid_span_takes_no_time() -> None:
    span = '<w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>'
    body = f"<w:tbl><w:tr><w:tc>{span}{paragraph('x')}</w:tc></w:tr></w:tbl>"
    assert read(word_xml(body)).text == "x"


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"> ]>' + paragraph("&b;")
    assert "lol" not in read(word_xml(bomb)).text
    outside = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd"> ]>' + paragraph("&a;")
    assert "root" not in read(word_xml(outside)).text


@pytest.mark.parametrize("body", [b"<w:p/>" * 600_000, b" " * (70 << 20)])
def test_a_bomb_is_too_large(body: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        start = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        archive.writestr("word/document.xml", start + body + b"</w:body></w:document>")
    assert read(buffer.getvalue()).status is Status.TOO_LARGE


def test_a_cut_archive_is_corrupt() -> None:
    content = word(lambda document: document.add_paragraph(PROSE) and None)
    assert read(content[: len(content) // 2]).status is Status.CORRUPT


def test_white_text_before_a_coloured_shape_is_read() -> None:
    shape = "<w:p><w:r><w:pict fillcolor='#1F3864'/></w:r></w:p>"
    assert read(word_xml(paragraph("Jane", '<w:color w:val="FFFFFF"/>') + shape)).text == "Jane"


def test_an_embedded_web_page_is_named_as_such() -> None:
    buffer = io.BytesIO(word_xml('<w:altChunk r:id="a" xmlns:r="r"/>'))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/afchunk.mht", PROSE)
    document = read_bytes(buffer.getvalue(), "a.docx")
    assert document.status is Status.EMPTY
    assert "embedded web page; open it in Word and save it again" in document.message


def test_a_heading_in_the_first_cell_of_a_row_is_a_line_of_its_own() -> None:
    def fill(document: DocxDocument) -> None:
        table = document.add_table(3, 2)
        rows = (("Education", "BSc Baking, 2017"), ("SKILLS", "Kneading"), ("Education", "Skills"))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text

    assert read(word(fill)).text.splitlines() == [
        "Education",
        "BSc Baking, 2017",
        "SKILLS",
        "Kneading",
        "Education\tSkills",  # two headings over columns
    ]
