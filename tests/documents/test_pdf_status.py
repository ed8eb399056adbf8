"""PDF: a status that is true when one looks at the page."""

from __future__ import annotations

import zlib

import pytest
from fpdf import FPDF
from PIL import Image

from matcher.documents import read_bytes
from matcher.records import Document, Status
from tests.documents.builders import PROSE, lines, pdf, raw_pdf, wrapped

HALVES = [PROSE[: PROSE.find(", moved")], PROSE[PROSE.find("moved") :]]


def read(content: bytes) -> Document:
    return read_bytes(content, "resume.pdf")


def scan(canvas: FPDF) -> None:
    canvas.image(Image.new("L", (60, 80), 128), 0, 0, 595, 842)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_that_runs_down_the_page_is_read_as_it_runs(angle: int) -> None:
    def draw(canvas: FPDF) -> None:
        with canvas.rotation(angle, 297, 421):
            lines(canvas, HALVES, x=60, y=300)

    document = read(pdf(draw))
    assert document.text.splitlines() == HALVES
    assert document.notices == ()


def test_white_text_on_a_page_of_text_that_runs_down_is_left_out() -> None:
    def draw(canvas: FPDF) -> None:
        with canvas.rotation(90, 297, 421):
            y = lines(canvas, HALVES, x=60, y=300)
            canvas.set_text_color(255, 255, 255)
            canvas.text(60, y, "Kubernetes Terraform Haskell")

    document = read(pdf(draw))
    assert document.text.splitlines() == HALVES
    assert [notice.code for notice in document.notices] == ["hidden_text"]


FIELD = (
    "<</Type/Annot/Subtype/Widget/FT/Tx/T(work)/F 4/Ff 4096/Rect[60 500 560 600]"
    f"/DA(/F1 10 Tf 0 g)/V({PROSE})>>"
)
FORM = "/AcroForm<</Fields[6 0 R]/NeedAppearances true/DR<</Font<</F1 4 0 R>>>>>>"


def test_what_was_typed_into_a_form_is_read() -> None:
    content = b"BT /F1 11 Tf 60 700 Td (Work history) Tj ET"
    document = read(raw_pdf(content, catalog=FORM, page="/Annots[6 0 R]", objects=FIELD))
    first, *rest = document.text.split("\n")
    assert first == "Work history"
    assert " ".join(rest) == PROSE


def test_a_hidden_form_field_is_not_read() -> None:
    hidden = FIELD.replace("/F 4/", "/F 2/")
    content = b"BT /F1 11 Tf 60 700 Td (Work history) Tj ET"
    document = read(raw_pdf(content, catalog=FORM, page="/Annots[6 0 R]", objects=hidden))
    assert document.text == "Work history"


def test_a_font_that_gives_codes_for_letters_is_garbled() -> None:
    # What fonts without a Unicode map give: every letter 29 places off, spaces included.
    shifted = bytes(max(1, code - 29) for code in PROSE.encode())
    shifted = shifted.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    document = read(raw_pdf(b"BT /F1 11 Tf 60 700 Td (" + shifted + b") Tj ET"))
    assert document.status is Status.GARBLED
    assert "install the OCR extra" in document.message


def test_russian_that_reads_as_phonetic_letters_is_garbled() -> None:
    document = read_bytes("Ɍɨɤɚɪɧɚɹ ɲɥɢɮɨɜɚɥɶɧɚɹ ɦɚɲɢɧɚ ɢ ɞɪɭɝɚɹ ɦɚɲɢɧɚ ".encode() * 5, "a.txt")
    assert document.status is Status.GARBLED


def test_a_scan_with_the_mark_of_its_program_asks_for_ocr() -> None:
    def draw(canvas: FPDF) -> None:
        scan(canvas)
        canvas.text(60, 830, "Scanned with a scanning program")

    document = read(pdf(draw, pages=2))
    assert document.status is Status.EMPTY
    assert "hardly any text besides pictures" in document.message


def test_hidden_words_over_a_scan_do_not_come_back_by_the_second_engine() -> None:
    def draw(canvas: FPDF) -> None:
        scan(canvas)
        canvas.set_text_color(128, 128, 128)
        wrapped(canvas, PROSE, 60, 120, 440)

    document = read(pdf(draw))
    assert (document.status, document.text) == (Status.EMPTY, "")
    assert "none of its text can be seen" in document.message


def test_pages_of_nothing_but_a_heading_keep_it() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(60, 30, f"Certificate {canvas.page_no()}")

    document = read(pdf(draw, pages=3))
    assert document.text.splitlines() == ["Certificate 1", "Certificate 2", "Certificate 3"]


def test_a_page_of_one_colour_is_not_called_blank() -> None:
    document = read(raw_pdf(b"1 0 0 rg 0 0 612 792 re f"))
    assert (document.status, "blank" in document.message) == (Status.EMPTY, False)
    assert "blank" in read(raw_pdf(b"q Q")).message


def test_a_page_whose_drawing_cannot_be_unpacked_is_damaged() -> None:
    content = b"BT /F1 11 Tf 60 700 Td (" + PROSE.encode() + b") Tj ET"
    packed = zlib.compress(content)
    damaged = raw_pdf(content).replace(packed, b"\x00" * len(packed))
    assert read(damaged).status is Status.CORRUPT


def test_one_word_is_one_word_and_a_long_name_keeps_its_end() -> None:
    document = read_bytes(b"Jane", f"folder/{'long-' * 60}resume-of-jane.txt")
    assert document.message.endswith(
        "resume-of-jane.txt: only 1 word was found; give the whole resume."
    )
    assert len(document.message) < 200
