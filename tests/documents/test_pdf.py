"""PDF: words, lines, paragraphs, columns, and what nobody sees."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from matcher.records import Document, Status
from tests.documents.builders import PROSE, lines, pdf, raw_pdf, wrapped


def read(content: bytes) -> Document:
    return read_bytes(content, "resume.pdf")


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def test_a_wrapped_bullet_is_one_line() -> None:
    def draw(canvas: FPDF) -> None:
        y = lines(canvas, ["Jane Doe", "Experience"])
        y = wrapped(canvas, PROSE, 60, y, 240, mark="-")
        wrapped(canvas, PROSE.replace("bank", "shop"), 60, y, 240, mark="-")

    assert read(pdf(draw)).text.splitlines() == [
        "Jane Doe",
        "Experience",
        f"• {PROSE}",
        f"• {PROSE.replace('bank', 'shop')}",
    ]


def test_a_wrapped_paragraph_is_one_line_and_the_next_is_another() -> None:
    def draw(canvas: FPDF) -> None:
        y = wrapped(canvas, PROSE, 60, 80, 440)
        y = wrapped(canvas, PROSE, 60, y + 10, 440)
        lines(canvas, ["Skills", "Python, SQL"], y=y + 10)

    assert read(pdf(draw)).text.splitlines() == [PROSE, PROSE, "Skills", "Python, SQL"]


def test_a_list_of_short_lines_is_not_a_paragraph() -> None:
    skills = ["Machine learning", "Python", "Tableau", "Kubernetes", "Stakeholder management"] * 7
    assert read(pdf(lambda canvas: lines(canvas, skills) and None)).text.splitlines() == skills


def test_sentences_that_end_before_the_edge_of_the_text_are_not_one_paragraph() -> None:
    duties = [
        f"{verb} the day book of the {shop} and told its owner what was missing."
        for shop in ("bakery", "florist", "garage", "tannery")
        for verb in ("Kept", "Checked", "Balanced", "Printed")
    ]

    def draw(canvas: FPDF) -> None:
        y = wrapped(canvas, PROSE, 60, 80, 480)
        lines(canvas, duties, y=y)

    assert read(pdf(draw)).text.splitlines() == [PROSE, *duties]


@pytest.mark.parametrize("heading", ["Experience", "Core Qualifications", "SKILLS:", "Education"])
def test_a_heading_under_a_full_line_opens_a_paragraph(heading: str) -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, [heading], y=wrapped(canvas, PROSE, 60, 80, 385))

    assert read(pdf(draw)).text.splitlines() == [PROSE, heading]


@pytest.mark.parametrize(
    ("text", "word", "width"),
    [
        pytest.param(f"{PROSE}, with a Master of", "Education", 425, id="an open sentence"),
        pytest.param(f"{PROSE} by way of my Computer", "Skills", 440, id="a phrase of two words"),
        pytest.param(f"{PROSE} by way of my computer", "skills", 440, id="no capital"),
        pytest.param(f"{PROSE}, as my head of Office", "Technology", 440, id="a word of lists"),
    ],
)
def test_a_word_of_headings_that_ends_a_sentence_stays_in_it(
    text: str, word: str, width: float
) -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, [word], y=wrapped(canvas, text, 60, 80, width))

    assert read(pdf(draw)).text.splitlines() == [f"{text} {word}"]


def test_a_right_aligned_date_stands_after_a_tab() -> None:
    def draw(canvas: FPDF) -> None:
        y = 80.0
        for year in (2015, 2017, 2019, 2021):
            canvas.text(60, y, "Data Engineer, Initech")
            canvas.text(480, y, f"{year} to {year + 2}")
            y = wrapped(canvas, PROSE, 60, y + 14, 440) + 6

    document = read(pdf(draw))
    assert document.text.splitlines()[0] == "Data Engineer, Initech\t2015 to 2017"
    assert len(document.text.splitlines()) == 8
    assert "columns" not in codes(document)


def test_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(60, 60, "Jane Doe")
        y = z = 100.0
        for i in range(5):
            y = wrapped(canvas, f"Left {i} {PROSE}", 60, y, 300) + 8
            z = lines(canvas, [f"Right {i}", "Airflow and Dagster", "Spark"], 420, z + 5)

    document = read(pdf(draw))
    found = document.text.splitlines()
    assert [line for line in found if line.startswith("Left")] == [
        f"Left {i} {PROSE}" for i in range(5)
    ]
    assert found[0] == "Jane Doe"
    assert found[-3:] == ["Right 4", "Airflow and Dagster", "Spark"]
    assert "columns" in codes(document)


def test_a_margin_of_dates_joins_the_entries_it_stands_beside() -> None:
    def draw(canvas: FPDF) -> None:
        y = 80.0
        for year in (2016, 2019, 2022):
            canvas.text(60, y, "Research Engineer, Initech")
            lines(canvas, ["Berlin", f"May {year} - June {year + 2}", "2 years"], 460, y)
            for _ in range(3):
                y += 14
                canvas.text(60, y, "- Trained models for the speech team and shipped them")
            y += 24

    found = read(pdf(draw)).text.splitlines()
    assert found[0] == "Research Engineer, Initech\tBerlin\tMay 2016 - June 2018\t2 years"
    assert found[1] == "• Trained models for the speech team and shipped them"


def test_a_hyphen_at_the_end_of_a_line_goes_unless_it_belongs() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, [
            "Led the migration of eleven services to a new platform and all of its infra-",
            "structure with a small team that I hired for it and that was known to be cross-",
            "functional, and wrote the runbooks that the on-call engineers use to renew cert-",
            "manager and the certificates of all services before they run out in the summer",
        ])  # fmt: skip

    text = read(pdf(draw)).text
    assert "its infrastructure with" in text
    assert "be cross-functional," in text
    assert "renew cert-manager" in text


def test_page_numbers_and_running_feet_are_left_out() -> None:
    def draw(canvas: FPDF) -> None:
        wrapped(canvas, PROSE, 60, 120, 440)
        canvas.text(250, 820, f"Jane Doe - Resume - {canvas.page_no()}")

    assert read(pdf(draw, pages=3)).text.splitlines() == [PROSE] * 3


def test_pages_are_told_by_offset() -> None:
    document = read(pdf(lambda canvas: wrapped(canvas, PROSE, 60, 120, 440) and None, pages=2))
    assert [document.page(0), document.page(len(document.text) - 1)] == [1, 2]


def test_letters_spaced_wide_make_one_word() -> None:
    def draw(canvas: FPDF) -> None:
        x = 60.0
        for part in ("WORK", "HISTORY"):
            for letter in part:
                canvas.text(x, 80, letter)
                x += canvas.get_string_width(letter) + 4
            x += 8
        wrapped(canvas, PROSE, 60, 100, 440)

    assert read(pdf(draw)).text.splitlines()[0] == "WORK HISTORY"


VISIBLE = b"BT /F1 11 Tf 60 700 Td (Jane Doe is a Python developer in Graz) Tj ET\n"
STUFFING = b"(Kubernetes Terraform Haskell) Tj ET\n"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"BT 1 1 1 rg /F1 11 Tf 60 600 Td " + STUFFING, id="white on white"),
        pytest.param(b"BT /F1 0.5 Tf 60 600 Td " + STUFFING, id="half a point"),
        pytest.param(b"BT /F1 11 Tf 60 -300 Td " + STUFFING, id="below the page"),
        pytest.param(b"BT 3 Tr /F1 11 Tf 60 600 Td " + STUFFING, id="render mode 3"),
        pytest.param(b"q 0 0 9 9 re W n BT /F1 11 Tf 60 600 Td " + STUFFING + b"Q", id="clipped"),
        pytest.param(
            b"BT /F1 11 Tf 60 600 Td " + STUFFING + b"1 g 50 590 300 30 re f", id="painted over"
        ),
        pytest.param(b"/A0 gs BT /F1 11 Tf 60 600 Td " + STUFFING, id="transparent"),
    ],
)
def test_text_that_nobody_sees_is_left_out_and_said(content: bytes) -> None:
    resources = "/ExtGState<</A0<</ca 0>>>>"
    document = read(raw_pdf(VISIBLE + content, resources=resources))
    assert document.text == "Jane Doe is a Python developer in Graz"
    assert "hidden_text" in codes(document)


def test_white_text_on_a_dark_ground_is_read() -> None:
    content = b"0 g 50 590 300 30 re f BT 1 1 1 rg /F1 11 Tf 60 600 Td " + STUFFING
    document = read(raw_pdf(VISIBLE + content))
    assert document.text.splitlines()[1] == "Kubernetes Terraform Haskell"
    assert codes(document) == []


def test_a_replacement_text_does_not_stand_for_what_is_drawn() -> None:
    content = (
        b"/Span <</ActualText (Kubernetes Terraform Haskell Rust Scala)>> BDC\n" + VISIBLE + b"EMC"
    )
    assert read(raw_pdf(content)).text == "Jane Doe is a Python developer in Graz"


def test_locked_pdf_asks_for_an_unlocked_copy() -> None:
    content = pdf(lambda canvas: canvas.text(60, 80, PROSE), owner_password="o", user_password="u")
    document = read(content)
    assert document.status is Status.ENCRYPTED
    assert document.message == "resume.pdf: password-protected; give an unlocked copy."


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    content = pdf(lambda canvas: canvas.text(10, 80, PROSE), owner_password="owner")
    assert "mainframe" in read(content).text


def test_a_scan_asks_for_ocr() -> None:
    def draw(canvas: FPDF) -> None:
        from PIL import Image

        canvas.image(Image.new("L", (60, 80), 128), 0, 0, 500)

    document = read(pdf(draw))
    assert document.status is Status.EMPTY
    assert "install the OCR extra" in document.message


def test_a_picture_among_text_pages_makes_it_partial() -> None:
    def draw(canvas: FPDF) -> None:
        if canvas.page_no() == 2:
            canvas.rect(50, 50, 300, 300, style="F")
        else:
            wrapped(canvas, PROSE, 60, 120, 440)

    document = read(pdf(draw, pages=3))
    assert document.status is Status.PARTIAL
    assert "page 2" in document.message
    assert document.text.count(PROSE) == 2


def test_pages_beyond_the_limit_are_named() -> None:
    document = read(pdf(lambda canvas: canvas.text(10, 80, PROSE[:60]), pages=103))
    assert document.status is Status.PARTIAL
    assert "only the first 100 of 103 pages" in document.message


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n" + b"\x00\xff" * 400, b"%PDF-1.4 and then nothing"]
)
def test_a_damaged_pdf_is_corrupt(content: bytes) -> None:
    assert read(content).status is Status.CORRUPT


def test_the_same_bytes_give_the_same_document() -> None:
    content = pdf(lambda canvas: wrapped(canvas, PROSE, 60, 120, 200) and None, pages=2)
    assert read(content) == read(content)


def test_a_list_glyph_of_another_font_and_size_opens_the_same_item() -> None:
    def draw(canvas: FPDF) -> None:
        y = 80.0
        for _ in range(3):
            canvas.set_font("Symbol", size=14)
            canvas.text(60, y, "\xb7")
            canvas.set_font("Helvetica", size=10)
            y = wrapped(canvas, PROSE, 78, y, 400)

    assert read(pdf(draw)).text.splitlines() == [f"• {PROSE}"] * 3


@pytest.mark.parametrize(
    ("drawn", "word"),
    [("scienti\\034c", "scientific"), ("o\\033set", "offset"), ("\\035exible", "flexible"),
     ("scienti\\033c", "scientific"), ("\\036exible", "flexible"), ("\\033rst", "first")],
)  # fmt: skip
def test_ligatures_without_a_unicode_map_are_read(drawn: str, word: str) -> None:
    content = f"BT /F1 11 Tf 60 700 Td (Jane Doe is a {drawn} developer) Tj ET".encode()
    assert word in read(raw_pdf(content)).text
