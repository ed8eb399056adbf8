"""The front desk: bytes in, one Document out, whatever the bytes are."""

from __future__ import annotations

import functools
import hashlib
import importlib
import re
from collections.abc import Callable
from itertools import islice
from typing import Literal, cast

from matcher.documents.content import MAX_BYTES, Content, Unreadable
from matcher.documents.formats import detect
from matcher.documents.language import NAMES, language_of
from matcher.records import Document, Notice, Status

Engine = Literal["auto", "pypdf", "ocr", "posting"]

# Imported on first use: lxml and pypdf take longer to load than most files take to read.
_READERS = {
    "pdf": "matcher.documents.pdf:read",
    "docx": "matcher.documents.docx:read",
    "html": "matcher.documents.html:read",
    "json-resume": "matcher.documents.json_resume:read",
    "text": "matcher.documents.text:read",
}
_ENGINES: dict[tuple[str, Engine], str] = {
    ("pdf", "pypdf"): "matcher.documents.pdf:read_with_pypdf",
    ("pdf", "ocr"): "matcher.documents.ocr:read",
    ("html", "posting"): "matcher.documents.job_page:read",
}
MIN_WORDS = 30  # the shortest resume of our corpora has 60; a name and an address have 15
_WORD = re.compile(r"\w+")
_MAX_SAID = 120  # characters of a file's name in a message


def read_bytes(data: bytes, name: str, *, engine: Engine = "auto") -> Document:
    """Read one file in this process; bad content ends in a status, not in an exception.

    A file that is built to break parsers may hang or end the process: use
    :class:`matcher.documents.Reader` for files from strangers. ``engine="pypdf"`` reads a PDF
    without PDFium, ``"ocr"`` by what its pages look like; ``"posting"`` reads of a web page the
    job posting that it carries for search engines, if there is one.
    """
    identity = hashlib.sha256(data).hexdigest()
    form = ""
    try:
        if len(data) > MAX_BYTES:
            raise too_large(len(data))
        form = detect(data, name)
        content = _reader(form, engine)(data)
    except Unreadable as error:
        return failed(name, identity, error.status, error.cause, form)
    return _document(name, identity, form, content)


def too_large(n_bytes: int) -> Unreadable:
    """The refusal of a file over the size limit."""
    size, limit = n_bytes / (1 << 20), MAX_BYTES / (1 << 20)
    cause = f"{size:.1f} MiB, the limit is {limit:.0f}; save it without pictures"
    return Unreadable(Status.TOO_LARGE, cause)


def failed(name: str, identity: str, status: Status, cause: str, form: str = "") -> Document:
    """A document without text; ``cause`` is "cause; next step"."""
    name = _utf8_name(name)
    return Document(name, identity, form, status, message(name, cause))


def _utf8_name(name: str) -> str:
    """A file's name as UTF-8 can carry it: a byte 0xff of another encoding is told as "\\udcff"."""
    return name.encode(errors="backslashreplace").decode()


def message(name: str, cause: str) -> str:
    """What a person reads: the file's own name, without its folders, and the cause."""
    short = re.split(r"/|\\(?!udc)", name)[-1] or name
    printable = "".join(c if c.isprintable() else "?" for c in short)
    if len(printable) > _MAX_SAID:  # the end tells more than the middle
        printable = f"{printable[: _MAX_SAID // 2]}…{printable[-_MAX_SAID // 2 :]}"
    return f"{printable}: {cause}."


def _reader(form: str, engine: Engine) -> Callable[[bytes], Content]:
    place = _ENGINES.get((form, engine), _READERS[form])
    module, _, function = place.partition(":")
    return cast(Callable[[bytes], Content], getattr(importlib.import_module(module), function))


def count_words(text: str, most: int | None = None) -> int:
    """How many words a text has, counted up to ``most``. Chinese, Japanese and Thai part no words:
    two characters make one, more or less."""
    word = _WORD
    if any("\u0e00" <= c <= "\u0e7f" or "\u3040" <= c <= "\u9fff" for c in set(text)):
        word = _word_or_two_characters()
    return sum(1 for _ in islice(word.finditer(text), most))


@functools.cache
def _word_or_two_characters() -> re.Pattern[str]:
    # Made when the first such text comes: wide ranges take milliseconds to compile.
    return re.compile(
        r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{1,2}|\w[^\W\u0e00-\u0e7f\u3040-\u9fff]*"
    )


def _document(name: str, identity: str, form: str, content: Content) -> Document:
    status, cause = content.status, content.cause
    n_words = count_words(content.text, MIN_WORDS)
    if status is Status.EMPTY:
        pass  # a scan with a word or two around it
    elif not n_words:
        status, cause = Status.EMPTY, "it has no text that can be read; give another export"
    elif n_words < MIN_WORDS:
        status = Status.TOO_LITTLE_TEXT
        found = "1 word was" if n_words == 1 else f"{n_words} words were"
        cause = f"only {found} found; give the whole resume"
    language = language_of(content.text)
    notices = content.notices
    if language not in (None, "en"):
        notices += (
            Notice(
                "language",
                f"the text is in {NAMES.get(language or '', language)}; "
                "skills are found by their English names",
            ),
        )
    name = _utf8_name(name)
    said = message(name, cause) if status is not Status.OK else ""
    return Document(
        name, identity, form, status, said, content.text, content.page_starts, language, notices
    )
