"""Which format a file has, told by its first bytes; the name only settles what bytes cannot."""

from __future__ import annotations

import io
import re
import zipfile

from matcher.documents.content import DAMAGED, LOCKED, Unreadable
from matcher.records import Status

_AS_PDF = "save it as PDF or DOCX"
_IMAGES = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"\x00\x00\x00\x0cjP", "JPEG 2000"),
)  # fmt: skip
_OTHERS = (
    (b"{\\rtf", "RTF"), (b"%!PS", "PostScript"), (b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"),
    (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"MZ", "Windows program"),
    (b"\x7fELF", "program"), (b"SQLite format 3\x00", "SQLite"), (b"\xdb\xa5", "old Word"),
    (b"\x31\xbe\x00\x00", "old Word"), (b"\xffWPC", "WordPerfect"), (b"AC10", "AutoCAD"),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_SEARCHED = 1024  # bytes before %PDF- that viewers forgive
_html = re.compile(rb"<(!doctype\s+html|html|head|body|div|p|table|h1|ul|span|meta)\b", re.I)
_json = re.compile(rb"\{|\[\s*\{")
_OWN_REPORT = b'<meta name="generator" content="role-matcher">'  # see templates/report.html
_HEADER = 64  # bytes in which formats whose first bytes are letters have a zero, save bzip2
_BZIP2_BLOCK = b"1AY&SY"
_SNIFFED = 2048  # bytes looked at for markup and for binary content
_MAX_CONTROLS = 0.05  # share of control bytes in a text; the hostile corpus's texts have under .01


def detect(head: bytes, name: str) -> str:
    """The format of a file: "pdf", "docx", "html", "text" or "json-resume".

    ``head`` is the whole file. Raises :class:`Unreadable` for formats that are not read.
    """
    if not head.strip(b"\x00 \t\r\n"):
        raise Unreadable(Status.EMPTY, "the file is empty; give another copy")
    if b"%PDF-" in head[:_PDF_SEARCHED]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(head)
    if head.startswith(_OLE):
        raise _ole(head, name)
    for magic, label in _IMAGES:
        if _starts_with(head, magic):
            cause = f"it is a {label} image; run OCR on it, or {_AS_PDF}"
            raise Unreadable(Status.UNSUPPORTED, cause)
    for magic, label in _OTHERS:
        if _starts_with(head, magic):
            raise _unsupported(f"{label} file")
    return _text_format(head, name)


def _starts_with(head: bytes, magic: bytes) -> bool:
    """Whether a file has these first bytes. Letters alone also begin a text ("BMW is hiring"), in
    which none of the bytes behind them is zero."""
    if not head.startswith(magic):
        return False
    return not magic.isalnum() or b"\0" in head[:_HEADER] or head[4:10] == _BZIP2_BLOCK


def _text_format(head: bytes, name: str) -> str:
    start = head[:_SNIFFED]
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf16(start)
    if not wide and _is_binary(start):
        if name.lower().endswith(".pdf"):
            cause = "the file does not start as a PDF; give another copy"
            raise Unreadable(Status.CORRUPT, cause)
        raise _unsupported("file of unknown format")
    lowered = name.lower()
    if lowered.endswith(".pdf"):
        cause = "the file does not start as a PDF; give another copy"
        raise Unreadable(Status.CORRUPT, cause)
    stripped = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _json.match(stripped) and not wide:  # before HTML: its values may hold markup
        return "json-resume"
    if lowered.endswith((".html", ".htm", ".xhtml")) or _html.search(start):
        if _OWN_REPORT in start:
            cause = "it is a report of this program; give the file that it was made from"
            raise Unreadable(Status.NOT_A_RESUME, cause)
        return "html"
    return "text"


def _zip_format(head: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(head)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # The directory is at the end: a cut file has none.
        raise Unreadable(Status.CORRUPT, f"the archive is {DAMAGED}") from None
    if any(name.lower().lstrip("/") == "word/document.xml" for name in names):
        return "docx"
    for part, label in (
        ("xl/workbook.", "spreadsheet"), ("ppt/presentation.", "presentation"),
        ("word/", "Word file of an unknown kind"), ("mimetype", "OpenDocument or EPUB file"),
        ("Index/Document.iwa", "Pages file"),
    ):  # fmt: skip
        if any(name.startswith(part) for name in names):
            raise _unsupported(label)
    if "[Content_Types].xml" in names:
        return "docx"  # the main part may have another name
    raise Unreadable(Status.UNSUPPORTED, "it is a ZIP archive; unpack it and send the files")


def _ole(head: bytes, name: str) -> Unreadable:
    encrypted = "EncryptedPackage".encode("utf-16-le") in head
    old_word = "WordDocument".encode("utf-16-le") in head
    # Word wraps a DOCX in this container for one reason only.
    if encrypted or (name.lower().endswith(".docx") and not old_word):
        return Unreadable(Status.ENCRYPTED, LOCKED)
    if old_word:
        return _unsupported("Word file of the old .doc format")
    return _unsupported("Office file of an old format")


def _unsupported(label: str) -> Unreadable:
    article = "an" if label[0] in "aeioAEIOR" and label[:3] != "RAR" else "a"
    return Unreadable(Status.UNSUPPORTED, f"it is {article} {label}; {_AS_PDF}")


def _is_utf16(start: bytes) -> bool:
    """Whether every other byte of a text is zero."""
    half = len(start) // 2
    return half >= 2 and max(start[0::2].count(0), start[1::2].count(0)) > 0.7 * half


def _is_binary(start: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b\x0b" for byte in start)
    return controls > _MAX_CONTROLS * len(start)
