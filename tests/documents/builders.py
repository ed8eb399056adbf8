"""Small files for the tests of reading, built in memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence

import docx
from docx.document import Document as DocxDocument
from fpdf import FPDF

PROSE = (
    "Built and ran the data platform of a retail bank with four engineers, moved two hundred "
    "nightly jobs from a mainframe to Spark and Airflow, and cut the cost of a run by a third"
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(draw: Callable[[FPDF], None], *, pages: int = 1, **encryption: str) -> bytes:
    """A PDF whose pages ``draw`` fills, in Helvetica 10."""
    canvas = FPDF(unit="pt", format="A4")
    canvas.set_auto_page_break(False)
    if encryption:
        canvas.set_encryption(**encryption)
    for _ in range(pages):
        canvas.add_page()
        canvas.set_font("Helvetica", size=10)
        draw(canvas)
    return bytes(canvas.output())


def lines(canvas: FPDF, texts: Sequence[str], x: float = 60, y: float = 80) -> float:
    """Draw lines under each other, 14 points apart; returns where the next would be."""
    for text in texts:
        canvas.text(x, y, text)
        y += 14
    return y


def wrapped(canvas: FPDF, text: str, x: float, y: float, width: float, mark: str = "") -> float:
    """Draw a text wrapped to a width, hanging after its list glyph; returns the next line's y."""
    hang = 12 if mark else 0
    if mark:
        canvas.text(x, y, mark)
    line = ""
    for word in text.split():
        if line and canvas.get_string_width(f"{line} {word}") > width - hang:
            canvas.text(x + hang, y, line)
            y += 14
            line = word
        else:
            line = f"{line} {word}".strip()
    canvas.text(x + hang, y, line)
    return y + 14


def raw_pdf(
    content: bytes, *, resources: str = "", catalog: str = "", page: str = "", objects: str = ""
) -> bytes:
    """A one-page PDF of 612 by 792 points with the given content stream; ``objects``, one a line,
    are numbered from 6."""
    packed = zlib.compress(content)
    parts = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>"
        + resources.encode()
        + b">>/Contents 5 0 R"
        + page.encode()
        + b">>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    parts += [part.encode() for part in objects.split("\n") if part]
    body = b"%PDF-1.7\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(parts) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(body))
    return body + xref + trailer


def word(fill: Callable[[DocxDocument], None]) -> bytes:
    """A DOCX that ``fill`` writes with python-docx."""
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_xml(body: str, **parts: str) -> bytes:
    """A bare DOCX with this XML in its body; ``parts`` are more files of the folder ``word``,
    their names without ``.xml``."""
    spaces = f'xmlns:w="{_W}" xmlns:mc="{_MC}"'
    wrap = f'<?xml version="1.0"?>%s<w:{{0}} {spaces}>{{1}}</w:{{0}}>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        prefix, _, inner = body.rpartition("]>")
        doctype = prefix + "]>" if prefix else ""
        document = wrap.format("document", f"<w:body>{inner}</w:body>") % doctype
        archive.writestr("word/document.xml", document)
        for name, xml in parts.items():
            root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
            archive.writestr(f"word/{name}.xml", wrap.format(root, xml) % "")
    return buffer.getvalue()


def paragraph(text: str, run: str = "", properties: str = "") -> str:
    """The XML of a paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )
