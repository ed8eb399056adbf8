"""pypdf as the second PDF engine."""

from __future__ import annotations

import io
import logging
import re

from pypdf import PageObject, PdfReader
from pypdf.errors import FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from matcher.documents.content import DAMAGED, LOCKED, MAX_CHARS, Unreadable
from matcher.records import Status

# pypdf quotes what it repairs, which may be a piece of a resume.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_MAX_LOOKED = 3  # pages
_MIN_PACKED = 20  # bytes; nothing at all is packed into 8
_draws = re.compile(rb"\b(?:Tj|TJ|Do|BI)\b")

# What pypdf's parser raises on damaged files besides its own errors (fuzzed corpora of qpdf,
# pdf.js and PDFBox).
_DAMAGE = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError,
    OverflowError, RecursionError, ArithmeticError, NotImplementedError, OSError, EOFError,
)  # fmt: skip


def _opened(content: bytes) -> PdfReader:
    """The file, unlocked where its password is empty; else FileNotDecryptedError."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileNotDecryptedError("it has a password")
    return reader


def pages(content: bytes, max_pages: int) -> tuple[list[str], int]:
    """Text of the first pages, and how many pages there are. Raises :class:`Unreadable`."""
    try:
        reader = _opened(content)
        n_pages = len(reader.pages)
        return _texts(reader, min(n_pages, max_pages)), n_pages
    except FileNotDecryptedError:
        raise Unreadable(Status.ENCRYPTED, LOCKED) from None
    except LimitReachedError:
        raise Unreadable(
            Status.TOO_LARGE, "it unpacks to more than the limit; give another export"
        ) from None
    except _DAMAGE:
        raise Unreadable(Status.CORRUPT, DAMAGED) from None


def page_text(content: bytes, index: int) -> str:
    """Text of one page, from 0, as it is drawn; "" when pypdf cannot read it."""
    try:
        return _opened(content).pages[index].extract_text()
    except _DAMAGE:
        return ""


def has_content(content: bytes) -> bool:
    """Whether a PDF that shows nothing was meant to show something: what draws its first pages
    cannot be unpacked, or draws text or pictures."""
    try:
        return any(_draws_something(page) for page in _opened(content).pages[:_MAX_LOOKED])
    except (LimitReachedError, *_DAMAGE):
        return True


def unmapped_fonts(content: bytes, most: int) -> list[str]:
    """Names of fonts that give no Unicode for their characters: neither a ``/ToUnicode`` map nor
    a standard encoding (PDF 32000-1, 9.10.2). At most ``most``, by name."""
    found: set[str] = set()
    try:
        for page in _opened(content).pages[:_MAX_LOOKED]:
            resources = page.get("/Resources", {}).get_object()
            fonts = resources.get("/Font", {}).get_object()
            for each in fonts.values():
                font = each.get_object()
                if not _is_mapped(font):
                    found.add(str(font.get("/BaseFont", font.get("/Subtype", "?"))).lstrip("/"))
    except (LimitReachedError, *_DAMAGE):
        return sorted(found)[:most]
    return sorted(found)[:most]


def _is_mapped(font: DictionaryObject) -> bool:
    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    if font.get("/Subtype") == "/Type0":
        # A character collection of Adobe is as good as a map; "Identity" says nothing.
        return str(encoding) not in ("/Identity-H", "/Identity-V")
    if font.get("/Subtype") == "/Type3":
        return False
    return encoding is not None or "/FontDescriptor" not in font


def _draws_something(page: PageObject) -> bool:
    found = page.get("/Contents", ArrayObject()).get_object()
    for part in found if isinstance(found, ArrayObject) else [found]:
        stream = part.get_object()
        if isinstance(stream, StreamObject):
            drawing = stream.get_data()
            # pypdf gives nothing for a stream that is damaged from its start.
            lost = not drawing and len(stream._data) > _MIN_PACKED
            if lost or _draws.search(drawing):
                return True
    return False


def _texts(reader: PdfReader, n_pages: int) -> list[str]:
    found: list[str] = []
    length = 0
    last_error: Exception | None = None
    for index in range(n_pages):
        try:
            text = reader.pages[index].extract_text()
        except LimitReachedError:
            raise
        except _DAMAGE as error:
            last_error = error
            text = ""
        found.append(text)
        length += len(text)
        if length > MAX_CHARS:
            break
    if last_error is not None and not length:
        raise last_error
    return found
