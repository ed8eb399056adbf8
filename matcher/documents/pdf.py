"""PDF: bytes to text, with PDFium first and pypdf where PDFium finds nothing."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from matcher.documents import hidden, margins, paragraphs
from matcher.documents.characters import clean_item, is_garbled
from matcher.documents.content import (
    DAMAGED,
    LOCKED,
    MAX_CHARS,
    MAX_PAGES,
    Content,
    Unreadable,
    content_of,
)
from matcher.documents.drawing import draw
from matcher.documents.layout import read_page
from matcher.documents.lines import Line, MarkedOf, Style, StyleOf, lines_of, with_whole_name
from matcher.documents.pdfium import Page, Pdf, PdfiumError
from matcher.documents.segments import segments_of
from matcher.documents.words import SEAM, Word
from matcher.records import Notice, Status

BLANK = "its pages are blank; give another copy"
_INSTALL = "install the OCR extra (pip install role-matcher[ocr], and tesseract)"
_SCAN = f"no text layer (a scan or a picture?); {_INSTALL} or give the original file"
_GARBLED = (
    f"its characters carry no meaning (fonts without a Unicode map); {_INSTALL} "
    "or give another export"
)
_PICTURE = f"hardly any text besides pictures (a scan?); {_INSTALL} or give the original file"
_UNSEEN = f"none of its text can be seen; {_INSTALL} or give another export"
_SEAM_DEPTH = 0.06  # of the page's height: how near its edge a line stands that is cut in two
_MIN_PAGE_CHARS = 8  # fewer on a page with pictures: the page is a picture with a page number
_MIN_PAGE_WORDS = 30  # fewer on a page that pictures cover: a scan with the mark of its program
_MAX_CODES = 0.08  # of the characters; a sixth of a text is spaces, which become codes as well
_ONE_STYLE: Style = ("", 400)  # of words that were seen: their font is not known
_PICTURE_SHARE = 0.5  # of the page that pictures cover; photographs in resumes stay under .15


@dataclass(slots=True)
class _Reading:
    """What has been gathered from the pages so far."""

    lines: list[list[Line]] = field(default_factory=list)
    boxes: list[tuple[float, float]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)  # pages without text but with pictures
    scans: list[int] = field(default_factory=list)  # pages that pictures cover, with few words
    n_objects: int = 0  # drawn on the pages without text
    damaged: list[int] = field(default_factory=list)
    blank: bool = True  # nothing is to be seen on any page
    n_chars: int = 0
    n_raw: int = 0  # characters before those without meaning, or hidden, were left out
    n_codes: int = 0  # control codes, which fonts without a Unicode map give for letters
    n_replaced: int = 0  # words of alternative texts that differ from what is drawn
    n_hidden: int = 0
    last_row: list[str] = field(default_factory=list)  # words of the last line of the last page
    columns: dict[int, list[int]] = field(default_factory=dict)  # number of columns: pages
    hidden_pages: list[int] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)  # characters as extracted, to judge them
    words: set[str] = field(default_factory=set)


def read(content: bytes) -> Content:
    """The text of a PDF. Raises :class:`Unreadable`."""
    try:
        with Pdf(content) as pdf:
            n_pages = pdf.n_pages
            read_page = functools.partial(_read_page, content=content)
            reading = _read_pages(pdf, min(n_pages, MAX_PAGES), read_page)
    except PdfiumError as error:
        if error.needs_password:
            raise Unreadable(Status.ENCRYPTED, LOCKED) from error
        return _repaired(content)
    if not reading.n_chars or _is_garbled(reading):
        return _second_opinion(content, reading, n_pages)
    return _finish(reading, n_pages)


def read_seen(content: bytes, see: Callable[[Page], list[Word]], max_pages: int) -> Content:
    """The text of a PDF's first pages, of the words that ``see`` finds on each. Raises
    :class:`Unreadable`."""

    def read_page(page: Page, number: int, reading: _Reading) -> None:
        _lay_out(page, number, see(page), lambda _: _ONE_STYLE, None, reading)

    try:
        with Pdf(content) as pdf:
            n_pages = pdf.n_pages
            reading = _read_pages(pdf, min(n_pages, max_pages), read_page)
    except PdfiumError as error:
        raise Unreadable(Status.CORRUPT, DAMAGED) from error
    return _finish(reading, n_pages)


def _is_garbled(reading: _Reading) -> bool:
    codes = reading.n_codes > _MAX_CODES * reading.n_raw
    return codes or is_garbled("".join(reading.raw)[:20_000])


def _read_pages(
    pdf: Pdf, n_pages: int, read_page: Callable[[Page, int, _Reading], None]
) -> _Reading:
    reading = _Reading()
    for index in range(n_pages):
        try:
            with pdf.page(index) as page:
                read_page(page, index + 1, reading)
        except PdfiumError:
            reading.damaged.append(index + 1)
            reading.lines.append([])
            reading.boxes.append((0.0, 1.0))
            reading.widths.append(1.0)
        if reading.n_chars > MAX_CHARS:
            break
    return reading


def _read_page(page: Page, number: int, reading: _Reading, content: bytes) -> None:
    words = _unrepeated(page, page.words() if page.n_chars else [], reading)
    reading.n_raw += page.n_chars
    reading.n_codes += page.n_codes
    words, n_replaced = _as_drawn(page, number, words, content)
    reading.n_replaced += n_replaced
    drawing = draw(page) if words else None
    shown, edges, n_hidden = hidden.visible(page, words, drawing)
    marked = functools.partial(drawing.has_mark_before, edges) if drawing else None
    if n_hidden:
        reading.n_hidden += n_hidden
        reading.hidden_pages.append(number)
    n_chars = _lay_out(page, number, shown, page.style, marked, reading)
    if n_chars >= _MIN_PAGE_CHARS:
        reading.blank = False
        if len(shown) < _MIN_PAGE_WORDS and page.picture_share() > _PICTURE_SHARE:
            reading.scans.append(number)
    else:
        _read_picture(page, number, n_chars, reading)


def _lay_out(
    page: Page,
    number: int,
    words: list[Word],
    style: StyleOf,
    marked: MarkedOf | None,
    reading: _Reading,
) -> int:
    """Add the words of a page, in reading order; returns how many characters they have."""
    left, bottom, right, top = page.view
    blocks, n_columns = read_page(segments_of(words), right - left)
    if n_columns > 1:
        reading.columns.setdefault(n_columns, []).append(number)
    lines = lines_of(blocks, style, marked)
    reading.lines.append(with_whole_name(lines) if number == 1 else lines)
    reading.boxes.append((bottom, top))
    reading.widths.append(right - left)
    texts = [word.text for word in words]
    n_chars = sum(map(len, texts))
    reading.n_chars += n_chars
    reading.raw += texts
    return n_chars


def _read_picture(page: Page, number: int, n_chars: int, reading: _Reading) -> None:
    """Note what a page without text, or with a page number alone, shows instead."""
    has_ink = n_chars > 0 or page.has_ink()
    reading.blank = reading.blank and not has_ink
    reading.n_objects += page.n_objects
    if page.picture_share() > _PICTURE_SHARE and has_ink:
        reading.scans.append(number)
    elif page.has_images() if n_chars else has_ink:
        reading.pictures.append(number)


def _unrepeated(page: Page, words: list[Word], reading: _Reading) -> list[Word]:
    """The words without a first line that is the last one of the page before: renderers that cut
    one long page into several draw a line at the seam twice, half of it on each page."""
    if not words:
        return words
    depth = _SEAM_DEPTH * (page.view[3] - page.view[1])
    n_first = _row_length(words)
    again = (
        n_first > 2
        and words[0].top > page.view[3] - depth
        and [word.text for word in words[:n_first]] == reading.last_row
    )
    at_seam = words[-1].bottom < page.view[1] + depth
    n_last = _row_length(words[::-1])
    reading.last_row = [word.text for word in words[-n_last:]] if at_seam else []
    return words[n_first:] if again else words


def _row_length(words: list[Word]) -> int:
    """How many words stand on the line of the first one."""
    bottom = words[0].bottom
    return next((i for i, w in enumerate(words) if abs(w.bottom - bottom) > 2.0), len(words))


def _as_drawn(page: Page, number: int, words: list[Word], content: bytes) -> tuple[list[Word], int]:
    """The words without replacement texts (``/ActualText``) that are not what is drawn, and how
    many those are. PDFium gives the replacement only; pypdf gives what is drawn."""
    replaced = [word for word in words if word.even and page.is_replacement(word)]
    if not replaced:
        return words, 0
    from matcher.documents import pdf_fallback

    drawn = "".join(pdf_fallback.page_text(content, number - 1).split())
    untrue = {
        id(word)
        for word in replaced
        if len(word.text) > 1 and _scheme.sub("", word.text.rstrip(SEAM)) not in drawn
    }
    return [word for word in words if id(word) not in untrue], len(untrue)


_scheme = re.compile(r"^(?:mailto:|tel:|https?://|@|/in/)")  # icons of links are read out with it


def _finish(reading: _Reading, n_pages: int) -> Content:
    whole = [list(lines) for lines in reading.lines]
    margins.drop_heads_and_feet(reading.lines, reading.boxes)
    if not any(reading.lines):
        reading.lines = whole  # nothing but heads and feet: then they are the text
    known = _vocabulary(reading)
    pages: list[list[str]] = []
    for lines, width in zip(reading.lines, reading.widths, strict=True):
        groups = paragraphs.join_lines(lines, width)
        pages.append([text for group in groups if (text := paragraphs.text_of(group, known))])
    _join_across_pages(pages)
    notices: list[Notice] = []
    if reading.columns:
        found = [
            f"{n} columns on {_pages(numbers)}" for n, numbers in sorted(reading.columns.items())
        ]
        said = f"{'; '.join(found)}: read one after the other"
        notices.append(Notice("columns", said))
    if reading.n_replaced:
        message = f"{reading.n_replaced} words that differ from what is drawn were left out"
        notices.append(Notice("alternative_text", message))
    if reading.n_hidden:
        pages_named = _pages(reading.hidden_pages)
        message = f"{reading.n_hidden} words that nobody sees were left out ({pages_named})"
        notices.append(Notice("hidden_text", message))
    content = content_of(pages, notices, paged=True)
    if reading.scans and sum(map(str.isspace, content.text)) + 1 < _MIN_PAGE_WORDS:
        return Content(content.text, content.page_starts, Status.EMPTY, _PICTURE, tuple(notices))
    causes = _gaps(reading, n_pages)
    if causes and content.status is Status.OK:
        cause = "; ".join(causes)
        notices.append(Notice("partial", cause))
        return Content(content.text, content.page_starts, Status.PARTIAL, cause, tuple(notices))
    return content


def _gaps(reading: _Reading, n_pages: int) -> list[str]:
    """What of the file was not read, each with a next step."""
    causes: list[str] = []
    if pictures := sorted(reading.pictures + reading.scans):
        causes.append(f"hardly any text on {_pages(pictures)} (a picture?); run OCR on it")
    if reading.damaged:
        causes.append(f"{_pages(reading.damaged)} damaged; give another copy")
    if n_pages > len(reading.lines):
        n_read = len(reading.lines)
        causes.append(
            f"only the first {n_read} of {n_pages} pages were read; send the resume alone"
        )
    return causes


def _pages(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:5])) + (" ..." if len(numbers) > 5 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


def _vocabulary(reading: _Reading) -> Callable[[str], bool]:
    """Whether a word stands in the document; the words are gathered on first use."""

    def known(word: str) -> bool:
        if not reading.words:
            reading.words.update(token.lower().strip(".,;:()") for token in reading.raw)
        return word in reading.words

    return known


def _join_across_pages(pages: list[list[str]]) -> None:
    """Move the end of a sentence that runs over a page break to where it began."""
    before: list[str] = []
    for lines in pages:
        if before and lines and _runs_over(before[-1], lines[0]):
            before[-1] += " " + lines.pop(0)
        if lines:
            before = lines


def _runs_over(before: str, after: str) -> bool:
    long_enough = before.count(" ") >= 5 and "\t" not in before + after
    return long_enough and after[0].islower() and not before.endswith((".", "!", "?", ":"))


# ---------------------------------------------------------------- the second engine


def _second_opinion(content: bytes, reading: _Reading, n_pages: int) -> Content:
    """What pypdf finds where PDFium found nothing, or nothing readable."""
    if reading.n_hidden and not reading.n_chars:
        raise Unreadable(Status.EMPTY, _UNSEEN)  # pypdf would give what is hidden
    refusal: Unreadable | None = None
    try:
        other = read_with_pypdf(content)
        # A word or two that PDFium does not know of are no text: they stand beside a scan.
        if reading.n_replaced or len(other.text.split()) >= _MIN_PAGE_WORDS or reading.blank:
            return other
    except Unreadable as error:
        refusal = error
    if reading.n_chars or (reading.n_raw and not reading.blank):
        raise Unreadable(Status.GARBLED, _GARBLED)
    if not reading.n_objects and _has_content(content):
        raise Unreadable(Status.CORRUPT, DAMAGED)  # something is meant to be there
    if not reading.blank:
        raise Unreadable(Status.EMPTY, _SCAN)
    if refusal is not None and refusal.status is not Status.EMPTY:
        raise refusal
    if len(reading.damaged) == n_pages:
        raise Unreadable(Status.CORRUPT, DAMAGED)
    raise Unreadable(Status.EMPTY, BLANK)


def _has_content(content: bytes) -> bool:
    from matcher.documents import pdf_fallback

    return pdf_fallback.has_content(content)


def _repaired(content: bytes) -> Content:
    """The text of a PDF that PDFium cannot open."""
    try:
        return read_with_pypdf(content)
    except Unreadable as error:
        if error.status is Status.EMPTY:  # a file that opens nowhere is not a scan
            raise Unreadable(Status.CORRUPT, DAMAGED) from error
        raise


def read_with_pypdf(content: bytes) -> Content:
    """The text by the slower engine, which repairs other damage than PDFium does and runs in
    plain Python: it cannot crash the process. Raises :class:`Unreadable`."""
    from matcher.documents import pdf_fallback

    pages, n_pages = pdf_fallback.pages(content, MAX_PAGES)
    if is_garbled("".join(pages)[:20_000]):
        raise Unreadable(Status.GARBLED, _GARBLED)
    lines = [[line for raw in page.splitlines() if (line := clean_item(raw))] for page in pages]
    if not any(lines):
        raise Unreadable(Status.EMPTY, _SCAN)
    notice = Notice("second_engine", "PDFium could not read it; columns may be mixed")
    result = content_of(lines, [notice], paged=True)
    if n_pages > len(pages):
        cause = f"only the first {len(pages)} of {n_pages} pages were read; send the resume alone"
        return Content(result.text, result.page_starts, Status.PARTIAL, cause, result.notices)
    return result
