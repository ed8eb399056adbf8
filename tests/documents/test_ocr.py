"""OCR: what a page shows is read where the file has no text, and only there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import SAMPLES, TODAY
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from matcher.batch import Options, score_files
from matcher.documents import Reader, ocr, read_bytes
from matcher.documents.pdfium import Pdf
from matcher.records import Document, Status
from matcher.resumes import read_resume
from tests.documents.builders import PROSE, lines, pdf, raw_pdf

RESUME = [
    "Ingrid Falkner",
    "Data Engineer",
    "Graz, Austria | ingrid.falkner@example.com",
    "EXPERIENCE",
    "Data Engineer, Halvorsen Logistics, Mar 2019 - Present",
    "• Built 40 nightly pipelines in Apache Spark and Airflow for the",
    "planners of three warehouses, and moved them to Kubernetes",
    "• Cut the cost of a run by 31% with PostgreSQL and Terraform",
    "EDUCATION",
    "BSc Computer Science, University of Graz, 2018",
    "SKILLS",
    "Python, SQL, Snowflake, Docker, dbt",
]
_SIZE = (1654, 2339)  # A4 at 200 dpi


def photo(texts: Sequence[str], turned: int = 0) -> Image.Image:
    """A page with these lines, in 11 points. The font has no list glyph: it is drawn."""
    image = Image.new("L", _SIZE, 255)
    canvas, font = ImageDraw.Draw(image), ImageFont.load_default(size=31)
    for number, text in enumerate(texts):
        x, y = 150, 160 + 52 * number
        if text.startswith("• "):
            canvas.ellipse((x + 2, y + 15, x + 14, y + 27), fill=0)
        if text.startswith(("• ", "planners")):
            x, text = x + 40, text.removeprefix("• ")
        canvas.text((x, y), text, font=font, fill=0)
    return image.rotate(turned, expand=True)


def draw_photo(canvas: FPDF) -> None:
    canvas.image(photo(RESUME), 0, 0, 595, 842)


def scan(*pages: Image.Image) -> bytes:
    """A PDF of nothing but pictures."""
    remaining = iter(pages)
    return pdf(
        lambda canvas: canvas.image(next(remaining), 0, 0, 595, 842) and None, pages=len(pages)
    )


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


@pytest.fixture(scope="module")
def content() -> bytes:
    return scan(photo(RESUME))


@pytest.fixture(scope="module")
def document(reader: Reader, content: bytes) -> Document:
    return reader.read_bytes(content, "scan.pdf")


def test_a_scan_is_read_by_what_it_shows(document: Document) -> None:
    assert (document.status, document.message) == (Status.OK, "")
    for skill in ("Apache Spark", "Airflow", "Kubernetes", "PostgreSQL", "Snowflake", "dbt"):
        assert skill in document.text
    found = document.text.splitlines()
    assert found[:2] == RESUME[:2]
    assert f"{RESUME[5]} {RESUME[6]}" in found  # a wrapped bullet is one line


def test_positions_of_a_scan_are_found(document: Document) -> None:
    resume = read_resume(document, today=TODAY)
    (position,) = resume.positions
    assert (position.title, position.company) == ("Data Engineer", "Halvorsen Logistics")


def test_ocr_is_announced_with_its_confidence(document: Document) -> None:
    (notice,) = document.notices
    said = re.fullmatch(
        r"no text that can be copied: read by OCR \(tesseract \d[\w.-]*\), "
        r"mean confidence (\d+) of 100; check the text",
        notice.message,
    )
    assert notice.code == "ocr"
    assert said and 85 <= int(said[1]) <= 100


def test_ocr_gives_the_same_twice_and_in_any_process(
    reader: Reader, document: Document, content: bytes
) -> None:
    assert reader.read_bytes(content, "scan.pdf") == document
    assert read_bytes(content, "scan.pdf", engine="ocr") == document


def test_two_columns_of_a_scan_are_read_one_after_the_other() -> None:
    sample = SAMPLES / "tomas-okafor-data-engineer.pdf"
    with Pdf(sample.read_bytes()) as file, file.page(0) as page:
        pixels, width, height = page.render(200 / 72)
    image = Image.frombytes("L", (width, height), pixels)
    seen = read_bytes(scan(image), "a.pdf", engine="ocr")
    meant = read_bytes(sample.read_bytes(), "a.pdf")
    common = Counter(seen.text.split()) & Counter(meant.text.split())
    assert common.total() > 0.95 * len(meant.text.split())
    headings = [line for line in meant.text.splitlines() if line.isupper()]
    assert [line for line in seen.text.splitlines() if line in headings] == headings


def test_a_text_without_meaning_is_read_by_what_it_shows(reader: Reader) -> None:
    def draw(canvas: FPDF) -> None:
        # What fonts without a Unicode map give: every letter 29 places off.
        canvas.text(60, 80, "".join(chr(max(1, ord(c) - 29)) for c in PROSE))
        draw_photo(canvas)

    garbled = pdf(draw)
    assert read_bytes(garbled, "a.pdf").status is Status.GARBLED
    seen = reader.read_bytes(garbled, "a.pdf")
    assert seen.status is Status.OK
    assert "Halvorsen Logistics" in seen.text


def test_a_file_with_text_is_not_looked_at(reader: Reader) -> None:
    def draw(canvas: FPDF) -> None:
        draw_photo(canvas)
        canvas.add_page()
        lines(canvas, [PROSE[at : at + 80] for at in range(0, len(PROSE), 80)])

    seen = reader.read_bytes(pdf(draw), "a.pdf")
    assert (seen.status, [notice.code for notice in seen.notices]) == (Status.PARTIAL, ["partial"])
    assert "Halvorsen" not in seen.text


def test_what_nobody_sees_does_not_come_back_by_ocr(reader: Reader) -> None:
    def draw(canvas: FPDF) -> None:
        canvas.set_text_color(255, 255, 255)
        lines(canvas, [PROSE] * 4)
        canvas.line(60, 700, 500, 700)

    seen = reader.read_bytes(pdf(draw), "a.pdf")
    assert (seen.status, seen.text) == (Status.EMPTY, "")


# ---------------------------------------------------------------- where it does not help


def test_a_page_that_lies_on_its_side_is_not_trusted(reader: Reader) -> None:
    seen = reader.read_bytes(scan(photo(RESUME, turned=180)), "scan.pdf")
    assert (seen.status, seen.text) == (Status.GARBLED, "")
    assert "OCR is unsure of what it sees (mean confidence " in seen.message
    assert seen.message.endswith("scan it again, upright and sharp, or give the original file.")


def test_a_picture_of_a_few_words_stays_empty(reader: Reader) -> None:
    seen = reader.read_bytes(scan(photo(RESUME[:2])), "scan.pdf")
    assert (seen.status, seen.text) == (Status.EMPTY, "")
    assert "OCR found 4 words only; give the original file" in seen.message


def test_blank_pages_are_still_called_blank(reader: Reader) -> None:
    assert "its pages are blank" in reader.read_bytes(raw_pdf(b"q Q"), "a.pdf").message


def test_only_the_first_pages_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "MAX_PAGES", 1)
    seen = read_bytes(scan(photo(RESUME), photo(["Certificate"])), "a.pdf", engine="ocr")
    assert (seen.status, "Certificate" in seen.text) == (Status.PARTIAL, False)
    assert "only the first 1 of 2 pages were read" in seen.message


def test_ocr_that_takes_too_long_leaves_the_scan_empty(
    reader: Reader, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.documents.reader.OCR_SECONDS", 0.1)
    seen = reader.read_bytes(content, "scan.pdf")
    assert seen.status is Status.EMPTY
    assert "OCR failed (stopped after 0.1 seconds); give the original file" in seen.message


def test_a_page_of_any_shape_is_drawn_within_limits() -> None:
    long = FPDF(unit="pt", format=(14_000, 30))
    long.add_page()
    long.image(photo(RESUME[:1]), 0, 0, 14_000, 30)
    assert read_bytes(bytes(long.output()), "a.pdf", engine="ocr").status is Status.EMPTY


# ---------------------------------------------------------------- where it is not there


def test_without_ocr_the_message_says_what_to_install(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.documents.reader.ocr_available", lambda: False)
    with Reader() as without:
        seen = without.read_bytes(content, "scan.pdf")
    assert (seen.status, seen.text, seen.notices) == (Status.EMPTY, "", ())
    assert seen.message == (
        "scan.pdf: no text layer (a scan or a picture?); install the OCR extra "
        "(pip install role-matcher[ocr], and tesseract) or give the original file."
    )


def test_ocr_can_be_turned_off(content: bytes) -> None:
    with Reader(ocr=False) as without:
        assert without.read_bytes(content, "scan.pdf").status is Status.EMPTY


def test_ocr_needs_the_wrapper_and_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ocr.ocr_available()
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert not ocr.ocr_available()
    (tmp_path / "eng.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert ocr.ocr_available()
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert not ocr.ocr_available()


def test_a_batch_reads_scans_as_one_by_one_does(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(content)
    (rows,) = score_files([path], Options(roles=("data-engineer",), today=TODAY))
    assert [(row["status"], row["warnings"]) for row in rows] == [("ok", "ocr")]
    assert "apache-spark" in rows[0]["matched"].split(";")
