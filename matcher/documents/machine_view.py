"""What simple programs see of a file: the text that a plain extractor gets, and why it may fail.

For a PDF this is pypdf's plain text, page after page in drawing order; for a DOCX the paragraphs
of the body, without tables, text boxes, headers and footers, as ``python-docx`` lists them. Other
formats are text already. Runs in a worker, as reading does.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.documents.content import MAX_PAGES, Unreadable
from matcher.records import Status

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_XML = 32 << 20  # bytes of the main part; larger is no resume
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_FONTS = 50


@dataclass(frozen=True, slots=True)
class MachineView:
    """The text of a plain extractor, its name, and the fonts whose characters it has to guess."""

    extractor: str
    text: str
    unmapped_fonts: tuple[str, ...] = ()


def machine_view(content: bytes, form: str) -> MachineView | None:
    """The view of a file; None for formats that are text already, and for files that a plain
    extractor cannot open."""
    try:
        if form == "pdf":
            return _of_pdf(content)
        if form == "docx":
            return _of_docx(content)
    except Unreadable:
        return None
    return None


def _of_pdf(content: bytes) -> MachineView:
    import pypdf

    from matcher.documents import pdf_fallback

    pages, _ = pdf_fallback.pages(content, MAX_PAGES)
    fonts = pdf_fallback.unmapped_fonts(content, _MAX_FONTS)
    return MachineView(f"pypdf {pypdf.__version__}", "\n".join(pages), tuple(fonts))


def _of_docx(content: bytes) -> MachineView:
    import lxml.etree as etree

    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            archive.open("word/document.xml") as part,
        ):
            data = part.read(_MAX_XML + 1)
        if len(data) > _MAX_XML:
            raise Unreadable(Status.TOO_LARGE, "its main part is too large")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data, parser)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, etree.XMLSyntaxError) as error:
        raise Unreadable(Status.CORRUPT, "no plain paragraphs") from error
    body = root.find(f"{_W}body")
    paragraphs = body.findall(f"{_W}p") if body is not None else []
    text = "\n".join("".join(_words(paragraph)) for paragraph in paragraphs)
    return MachineView("the paragraphs of the body, as python-docx lists them", text)


def _words(paragraph: _Element) -> Iterator[str]:
    """The runs of a paragraph, without what floats over it in text boxes."""
    for run in paragraph.iter(f"{_W}r"):
        if any(parent.tag == f"{_W}txbxContent" for parent in run.iterancestors()):
            continue
        for part in run:
            if part.tag == f"{_W}t":
                yield part.text or ""
            elif part.tag in (f"{_W}tab", f"{_W}br"):
                yield " "
