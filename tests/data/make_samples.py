"""Builds the PDF and DOCX resumes of corpus/samples from the texts in tests/data/samples.

    python tests/data/make_samples.py [OUT_DIR]

The people, companies, mails and telephone numbers are invented. The same texts and fonts give the
same bytes. Needs fpdf2, python-docx and two Debian packages: fonts-crosextra-carlito,
fonts-liberation.

Marks in the texts: ``# name`` and the headline under it, ``@ contact``, ``## section``,
``### title | dates`` and the company under it, ``- bullet``, ``| table | row``; ``<<`` opens the
sidebar and ``>>`` the main column.
"""

from __future__ import annotations

import io
import logging
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor
from fpdf import FPDF

TEXTS = Path(__file__).parent / "samples"
SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
FONTS = Path("/usr/share/fonts/truetype")
CREATED = datetime(2026, 11, 1, tzinfo=UTC)
GREY = (95, 95, 95)

# Subset fonts carry a creation date of 1970 here, which fontTools would remark on.
logging.getLogger("fontTools").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a text and what it is."""

    kind: str  # name, headline, contact, section, entry, company, bullet, row, text, open, close
    text: str

    @property
    def cells(self) -> list[str]:
        """The parts between bars."""
        return [cell.strip() for cell in self.text.split("|")]


@dataclass(frozen=True, slots=True)
class Look:
    """Typeface and colours of one PDF; the files are named Family-Style.ttf."""

    family: str
    size: float  # points
    accent: tuple[int, int, int]
    sidebar: tuple[int, int, int] | None = None  # background; None: no sidebar
    date_column_mm: float = 0.0  # 0: dates stand right-aligned on the title's line


PDFS = {
    "maya-lindqvist-ml-engineer": Look("crosextra/Carlito", 10.5, (20, 70, 110)),
    "tomas-okafor-data-engineer": Look(
        "liberation/LiberationSans", 9.3, (30, 90, 80), sidebar=(231, 239, 236)
    ),
    "ana-moreau-career-changer": Look(
        "liberation/LiberationSerif", 10.5, (120, 45, 45), date_column_mm=40
    ),
}
DOCX = ("priya-raman-data-analyst", "leo-martin-pastry-chef")


def read_blocks(text: str) -> list[Block]:
    """The blocks of a text; an unmarked line under a name or an entry is headline or company."""
    marks = {
        "# ": "name",
        "## ": "section",
        "### ": "entry",
        "- ": "bullet",
        "| ": "row",
        "@ ": "contact",
    }
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        mark = next((mark for mark in marks if line.startswith(mark)), "")
        before = blocks[-1].kind if blocks else ""
        if mark:
            blocks.append(Block(marks[mark], line.removeprefix(mark)))
        elif line in ("<<", ">>"):
            blocks.append(Block("open" if line == "<<" else "close", ""))
        else:
            kind = {"name": "headline", "entry": "company"}.get(before, "text")
            blocks.append(Block(kind, line))
    return blocks


class ResumePdf(FPDF):
    """An A4 resume in one look."""

    def __init__(self, look: Look) -> None:
        super().__init__(format="A4")
        self.look = look
        self.set_creation_date(CREATED)
        self.set_auto_page_break(True, margin=15)
        self.c_margin = 0  # text starts where the rules start
        self.indent = 0.0  # mm; the date column's width inside an entry, else 0
        styles = {"": "Regular", "B": "Bold", "I": "Italic"}
        for style, name in styles.items():
            self.add_font("body", style, FONTS / f"{look.family}-{name}.ttf")
        self.column(18, 18)
        self.add_page()

    def header(self) -> None:
        """Paints the sidebar, where there is one."""
        if self.look.sidebar:
            self.set_fill_color(*self.look.sidebar)
            self.rect(0, 0, 66, self.h, style="F")

    def column(self, left: float, right: float) -> None:
        """Sets the margins, in mm, between which the next blocks stand."""
        self.set_margins(left, 15, right)
        self.set_x(left)

    def write_line(
        self,
        text: str,
        style: str = "",
        size: float = 0,
        indent: float = 0,
        colour: tuple[int, int, int] = (25, 25, 25),
    ) -> None:
        """One paragraph, wrapped between the margins."""
        points = size or self.look.size
        self.set_font("body", style, points)
        self.set_text_color(*colour)
        self.set_x(self.l_margin + indent)
        self.multi_cell(
            self.epw - indent, points * 0.47, text, align="L", new_x="LMARGIN", new_y="NEXT"
        )

    def write_block(self, block: Block) -> None:
        """One block in the look's style."""
        look = self.look
        if block.kind == "name":
            self.write_line(block.text, "B", look.size * 2, colour=look.accent)
        elif block.kind == "headline":
            self.write_line(block.text, size=look.size * 1.25, colour=GREY)
        elif block.kind == "contact":
            self.write_line("  |  ".join(block.cells), size=look.size * 0.92, colour=GREY)
        elif block.kind == "section":
            self.write_section(block.text)
        elif block.kind == "entry":
            self.write_entry(*block.cells)
        elif block.kind == "bullet":
            self.write_bullet(block.text)
        else:
            self.write_line(block.text, "I" if block.kind == "company" else "", indent=self.indent)
            self.ln(0.7)

    def write_section(self, heading: str) -> None:
        """A heading with a rule under it, never alone at the foot of a page."""
        if self.will_page_break(24):
            self.add_page()
        self.indent = 0.0
        self.ln(3.2)
        self.write_line(heading.upper(), "B", self.look.size * 1.05, colour=self.look.accent)
        self.set_draw_color(*self.look.accent)
        self.line(self.l_margin, self.y + 0.4, self.w - self.r_margin, self.y + 0.4)
        self.ln(1.8)

    def write_entry(self, first: str, second: str) -> None:
        """Title and dates on one line; ``first`` are the dates where these stand on the left."""
        if self.will_page_break(18):
            self.add_page()
        self.ln(1.4)
        height = self.look.size * 0.5
        self.indent = left = self.look.date_column_mm
        self.set_text_color(25, 25, 25)
        self.set_font("body", "" if left else "B", self.look.size)
        self.cell(left or self.epw * 0.7, height, first)
        self.set_font("body", "B" if left else "", self.look.size)
        self.cell(0, height, second, align="L" if left else "R", new_x="LMARGIN", new_y="NEXT")

    def write_bullet(self, text: str) -> None:
        """A bullet with a hanging indent."""
        indent = self.indent + 1.5
        if self.will_page_break(self.look.size * 0.47 * 2):
            self.add_page()
        self.set_font("body", "", self.look.size)
        self.set_text_color(25, 25, 25)
        self.set_x(self.l_margin + indent)
        self.cell(3.5, self.look.size * 0.47, "•")
        self.write_line(text, indent=indent + 3.5)
        self.ln(0.5)


def make_pdf(name: str, blocks: list[Block]) -> bytes:
    """A resume as PDF; the sidebar's blocks are written before the main column's."""
    pdf = ResumePdf(PDFS[name])
    pdf.set_title(blocks[0].text)
    pdf.set_lang("en")
    top = pdf.y
    for block in blocks:
        if block.kind == "open":
            top = pdf.y + 4
            pdf.set_y(top)
            pdf.column(10, pdf.w - 60)
        elif block.kind == "close":
            pdf.set_y(top)
            pdf.column(72, 12)
        elif pdf.look.sidebar and block.kind in ("name", "headline"):
            pdf.column(72, 12)
            pdf.write_block(block)
        else:
            pdf.write_block(block)
    return bytes(pdf.output())


def write_docx_block(document: DocxDocument, block: Block) -> None:
    """One block in Word's own styles."""
    if block.kind == "row":
        table = document.tables[-1] if document.tables else document.add_table(0, 2)
        for cell, text in zip(table.add_row().cells, block.cells, strict=True):
            cell.text = text
        table.columns[0].width = Cm(3.5)
        table.columns[1].width = Cm(13.5)
        return
    styles = {
        "name": "Title",
        "section": "Heading 1",
        "entry": "Heading 2",
        "bullet": "List Bullet",
        "headline": "Subtitle",
    }
    text = block.text.replace(" | ", "\t" if block.kind == "entry" else " · ")
    paragraph = document.add_paragraph(text, style=styles.get(block.kind))
    if block.kind == "entry":
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    if block.kind == "company":
        paragraph.runs[0].italic = True


def make_docx(blocks: list[Block]) -> bytes:
    """A resume as DOCX."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.6)
    for style, size in (
        ("Normal", 10.5),
        ("Title", 22),
        ("Heading 1", 12.5),
        ("Heading 2", 11),
        ("Subtitle", 12),
        ("List Bullet", 10.5),
    ):
        chosen = document.styles[style]
        chosen.font.size = Pt(size)
        chosen.font.color.rgb = RGBColor(30, 40, 60)
        chosen.paragraph_format.space_after = Pt(3)
    properties = document.core_properties
    properties.author, properties.title = blocks[0].text, blocks[0].text
    properties.comments = ""
    properties.created = properties.modified = CREATED
    for block in blocks:
        write_docx_block(document, block)
    written = io.BytesIO()
    document.save(written)
    return with_fixed_dates(written.getvalue())


def with_fixed_dates(archive: bytes) -> bytes:
    """The same ZIP archive with every member dated ``CREATED``."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(fixed, "w") as target:
        for member in source.infolist():
            dated = zipfile.ZipInfo(member.filename, CREATED.timetuple()[:6])
            dated.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(dated, source.read(member))
    return fixed.getvalue()


def main() -> None:
    """Writes every PDF and DOCX resume."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    for name in PDFS:
        blocks = read_blocks((TEXTS / f"{name}.md").read_text(encoding="utf-8"))
        (folder / f"{name}.pdf").write_bytes(make_pdf(name, blocks))
    for name in DOCX:
        blocks = read_blocks((TEXTS / f"{name}.md").read_text(encoding="utf-8"))
        (folder / f"{name}.docx").write_bytes(make_docx(blocks))


if __name__ == "__main__":
    main()
