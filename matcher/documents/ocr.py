"""Reading by eye: the words of pages that have no text, as tesseract sees them.

Only words and their boxes come from tesseract; columns, rows and paragraphs are found as in any
other PDF. Its own segmentation parts dates from the lines that they stand on and leaves wrapped
bullets in pieces.
"""

from __future__ import annotations

import importlib.util
import math
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.documents.content import Content, Unreadable
from matcher.documents.reading import MIN_WORDS, count_words
from matcher.documents.words import Word
from matcher.records import Document, Notice, Status

if TYPE_CHECKING:
    from matcher.documents.pdfium import Page

OCR_SECONDS = 120.0  # for one file; a dense page takes two, on a slow or busy machine ten
MAX_PAGES = 10
_DPI = 300  # what tesseract was trained for
_MAX_PIXELS = 25_000_000  # of a page; A4 at 300 dpi has 8.7 million
_MAX_SIDE = 32_000  # pixels; tesseract refuses from 32,768 on
_MIN_CONFIDENCE = 30  # of 100; words below it are specks, rules and pieces of pictures
_MIN_MEAN = 60  # of 100; clean scans have over 90, a page that lies on its side under 50
_LANGUAGE = "eng"
# What a round list glyph at the start of a line is taken for, often with little confidence.
_MISREAD_BULLETS = frozenset("e¢©®°«.•")
_UNSURE = "scan it again, upright and sharp, or give the original file"
_NO_WORDS = "no text that can be read, and OCR found {}; give the original file"


def ocr_available() -> bool:
    """Whether the wrapper (the extra ``ocr``) and tesseract's English data are installed."""
    return importlib.util.find_spec("tesserocr") is not None and _data_folder() is not None


def ocr_may_help(document: Document) -> bool:
    """Whether a document is one that OCR may read: a PDF without text, or without meaning."""
    return document.format == "pdf" and document.status in (Status.EMPTY, Status.GARBLED)


def read(content: bytes) -> Content:
    """The text of the first ``MAX_PAGES`` pages of a PDF, by what is to be seen on them. Raises
    :class:`Unreadable`. Takes seconds a page, and RuntimeError comes where tesseract is not
    :func:`ocr_available`."""
    import tesserocr

    from matcher.documents import pdf

    folder = str(_data_folder() or "")
    with tesserocr.PyTessBaseAPI(path=folder, lang=_LANGUAGE, psm=tesserocr.PSM.AUTO) as engine:
        eye = _Eye(engine)
        seen = pdf.read_seen(content, eye.words, MAX_PAGES)
    if eye.n_inked == 0:
        raise Unreadable(Status.EMPTY, pdf.BLANK)
    mean = sum(eye.confidences) / max(1, len(eye.confidences))
    confidence = f"mean confidence {mean:.0f} of 100"
    if len(eye.confidences) >= MIN_WORDS and mean < _MIN_MEAN:
        cause = f"no text that can be read, and OCR is unsure of what it sees ({confidence})"
        raise Unreadable(Status.GARBLED, f"{cause}; {_UNSURE}")
    n_words = count_words(seen.text)
    if n_words < MIN_WORDS:
        found = ("no words", "1 word only")[n_words] if n_words < 2 else f"{n_words} words only"
        raise Unreadable(Status.EMPTY, _NO_WORDS.format(found))
    version = tesserocr.tesseract_version().split("\n", 1)[0]
    said = f"no text that can be copied: read by OCR ({version}), {confidence}; check the text"
    notices = (Notice("ocr", said), *seen.notices)
    return Content(seen.text, seen.page_starts, seen.status, seen.cause, notices)


def _data_folder() -> Path | None:
    """Where tesseract's English data lies: the wrapper brings the program without it."""
    name = f"{_LANGUAGE}.traineddata"
    return next((folder for folder in _data_folders() if (folder / name).is_file()), None)


def _data_folders() -> Iterator[Path]:
    if named := os.environ.get("TESSDATA_PREFIX"):
        yield from (Path(named), Path(named, "tessdata"))
    if binary := shutil.which("tesseract"):
        shares = Path(binary).parent.parent / "share"
        yield from (shares / "tessdata", shares / "tesseract" / "tessdata")
        # Debian has a folder for each major version.
        yield from sorted(shares.glob("tesseract-ocr/*/tessdata"), reverse=True)


@dataclass(slots=True)
class _Eye:
    """Looks at pages, and keeps count of how sure it was."""

    engine: Any
    confidences: list[float] = field(default_factory=list)  # 0 to 100, of every word
    n_inked: int = 0  # pages on which something is to be seen

    def words(self, page: Page) -> list[Word]:
        """The words of a page and the boxes of their lines, in tesseract's order."""
        if not page.has_ink():
            return []
        self.n_inked += 1
        left, bottom, right, top = page.view
        wide, high = max(1.0, right - left), max(1.0, top - bottom)
        finest = min(math.sqrt(_MAX_PIXELS / (wide * high)), _MAX_SIDE / max(wide, high))
        scale = min(_DPI / 72, finest)
        pixels, width, height = page.render(scale)
        self.engine.SetImageBytes(pixels, width, height, 1, width)
        self.engine.SetSourceResolution(round(72 * scale))
        self.engine.Recognize()
        words: list[Word] = []
        for text, *edges in self._found():
            x0, y0, x1, y1 = (edge / scale for edge in edges)
            words.append(Word(text, left + x0, left + x1, top - y1, top - y0, 0, even=False))
        return words

    def _found(self) -> Iterator[tuple[str, float, float, float, float]]:
        """Text and left, top, right, bottom of each word, in pixels from the upper left."""
        from tesserocr import RIL, iterate_level

        if (iterator := self.engine.GetIterator()) is None:
            return
        for item in iterate_level(iterator, RIL.WORD):
            if item.Empty(RIL.WORD) or not (text := item.GetUTF8Text(RIL.WORD).strip()):
                continue
            if text in _MISREAD_BULLETS and item.IsAtBeginningOf(RIL.TEXTLINE):
                text = "•"
            else:
                confidence = item.Confidence(RIL.WORD)
                if any(map(str.isalnum, text)):
                    self.confidences.append(confidence)
                if confidence < _MIN_CONFIDENCE:
                    continue
            x0, _, x1, _ = item.BoundingBox(RIL.WORD)
            # The line's own height: boxes of words depend on which of their letters are tall.
            (_, y_start), (_, y_end) = item.Baseline(RIL.WORD)
            row = item.RowAttributes()
            y1 = (y_start + y_end) / 2 - row["descenders"]
            yield text, x0, y1 - row["row_height"], x1, y1
