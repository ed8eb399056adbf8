"""DOCX: everything that a person sees on the pages, in document order.

The parts of the archive are walked as a stream of XML events. python-docx is not used: it needs
2 GB for a file of 149 kB, hangs on ``gridSpan="100000000"``, and leaves out text boxes, headers,
footnotes, fields and content controls.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

import lxml.etree as etree

from matcher.documents.content import DAMAGED, LOCKED, MAX_CHARS, Content, Unreadable, content_of
from matcher.documents.docx_walk import DocxStyles, Walker
from matcher.records import Notice, Status

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_PART = 64 << 20  # bytes of one part unpacked; the document.xml of 100 pages has 3 MB
_MAX_ELEMENTS = 300_000  # XML elements in all; ten dense pages have 30,000
_MAX_PARTS = 5_000  # entries in the archive
_CHUNK = 64 << 10
_BOMB = "it unpacks to more than the limit; save it again, or as PDF"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_backdrop = re.compile(rb"behindDoc=.1|<v:fill|fillcolor=|<w:background|<w:tblStyle ")
_EMBEDDED = (".htm", ".html", ".xhtml", ".mht", ".rtf")  # what programs wrap into a DOCX unread
_header = re.compile(r"/(header|footer)\d*\.xml$")


def read(content: bytes) -> Content:
    """The text of a DOCX file. Raises :class:`Unreadable`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        ValueError,
    ) as error:
        if "password" in str(error):
            raise Unreadable(Status.ENCRYPTED, LOCKED) from None
        raise Unreadable(Status.CORRUPT, DAMAGED) from None
    except RuntimeError:  # zipfile's word for an encrypted entry
        raise Unreadable(Status.ENCRYPTED, LOCKED) from None


@dataclass(slots=True)
class _Budget:
    """XML elements that may still be read."""

    n_elements: int = _MAX_ELEMENTS


def _read(archive: zipfile.ZipFile) -> Content:
    names = {name.lstrip("/").lower(): name for name in archive.namelist()}
    if len(names) > _MAX_PARTS:
        raise Unreadable(Status.TOO_LARGE, _BOMB)
    main = names.get("word/document.xml") or _main_part(archive, names)
    if main is None:
        raise Unreadable(Status.CORRUPT, "it has no main document; save it again as DOCX")
    budget = _Budget()
    folder = posixpath.dirname(main.lstrip("/"))
    styles = DocxStyles()
    for part in ("styles.xml", "numbering.xml"):
        if name := names.get(f"{folder}/{part}".lower()):
            _feed(archive, name, budget, styles)
    body = _walk(archive, main, budget, styles)
    heads, feet, notes = _around(archive, names, folder, budget, styles)
    n_hidden = body.n_hidden + sum(w.n_hidden for w in (*heads, *feet, *notes))
    lines = [line for walker in heads for line in walker.lines if line not in body.lines]
    lines += body.lines
    for walker in (*notes, *feet):
        lines += [line for line in walker.lines if line not in lines]
    notices = []
    if n_hidden:
        notices.append(Notice("hidden_text", f"{n_hidden} runs of hidden text were left out"))
    if not lines and body.has_pictures:
        raise Unreadable(
            Status.EMPTY, "it has pictures but no text; run OCR on it, or give the original file"
        )
    if not lines and any(name.endswith(_EMBEDDED) for name in names):
        cause = "its text is an embedded web page; open it in Word and save it again"
        raise Unreadable(Status.EMPTY, cause)
    if not lines and n_hidden:
        raise Unreadable(Status.EMPTY, "all of its text is hidden; give another export")
    return content_of([lines], notices, paged=False)


def _around(
    archive: zipfile.ZipFile,
    names: dict[str, str],
    folder: str,
    budget: _Budget,
    styles: DocxStyles,
) -> tuple[list[Walker], list[Walker], list[Walker]]:
    """Headers, footers and notes."""
    found: tuple[list[Walker], list[Walker], list[Walker]] = ([], [], [])
    for lowered in sorted(names):
        if match := _header.search("/" + lowered):
            kind = 0 if match[1] == "header" else 1
        elif lowered in (f"{folder}/footnotes.xml".lower(), f"{folder}/endnotes.xml".lower()):
            kind = 2
        else:
            continue
        found[kind].append(_walk(archive, names[lowered], budget, styles))
    return found


def _walk(archive: zipfile.ZipFile, name: str, budget: _Budget, styles: DocxStyles) -> Walker:
    walker = Walker(styles, has_backdrop=_has_backdrop(archive, name))
    _feed(archive, name, budget, walker)
    walker.finish()
    return walker


def _feed(
    archive: zipfile.ZipFile, name: str, budget: _Budget, target: Walker | DocxStyles
) -> None:
    """Send the elements of a part to a target. Raises :class:`Unreadable`."""
    # No entities, no network, no DTD: what a part of Word needs none of.
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
    )
    _weigh(archive, name)
    try:
        with archive.open(name) as part:
            for chunk in _chunks(part):
                parser.feed(chunk)
                if not _drain(parser, budget, target):
                    return
            parser.close()
            _drain(parser, budget, target)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) in _LIMIT_CODES:
            raise Unreadable(Status.TOO_LARGE, _BOMB) from None
        raise Unreadable(Status.CORRUPT, DAMAGED) from None


# libxml2's errors of limits: entities that loop or multiply, text nodes over 10 MB, depth over 256.
_LIMIT_CODES = frozenset((89, 114, 117))  # entity loop, amplification, resource limit


def _drain(parser: etree.XMLPullParser, budget: _Budget, target: Walker | DocxStyles) -> bool:
    """Handle what has been parsed; False when the target has had enough."""
    for event, found in parser.read_events():
        element = cast("_Element", found)
        if event == "start":
            budget.n_elements -= 1
            if budget.n_elements < 0:
                raise Unreadable(Status.TOO_LARGE, _BOMB)
            target.start(element)
        else:
            target.end(element)
            if element.tag in (f"{_W}p", f"{_W}tr", f"{_W}style", f"{_W}abstractNum"):
                # What has been read is let go, or 17 million paragraphs would fill memory.
                element.clear()
                parent = element.getparent()
                if parent is not None:
                    while (previous := element.getprevious()) is not None:
                        parent.remove(previous)
            if target.length > MAX_CHARS:
                return False
    return True


def _has_backdrop(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether coloured shapes or pages may stand behind the text of a part, so that white type
    on them can be read."""
    with archive.open(name) as part:
        tail = b""
        for chunk in _chunks(part):
            if _backdrop.search(tail + chunk):
                return True
            tail = chunk[-64:]
    return False


def _weigh(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a part by its size and number of tags, a hundred times faster than parsing would."""
    with archive.open(name) as part:
        n_tags = 0
        for chunk in _chunks(part):
            n_tags += chunk.count(b"<")
            if n_tags > 2 * _MAX_ELEMENTS:
                raise Unreadable(Status.TOO_LARGE, _BOMB)


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    n_bytes = 0
    while chunk := part.read(_CHUNK):
        n_bytes += len(chunk)
        if n_bytes > _MAX_PART:
            raise Unreadable(Status.TOO_LARGE, _BOMB)
        yield chunk


def _main_part(archive: zipfile.ZipFile, names: dict[str, str]) -> str | None:
    """The main part by its relationship, where it has an unusual name."""
    rels = names.get("_rels/.rels")
    if rels is None:
        return None
    with archive.open(rels) as part:
        text = part.read(_CHUNK)
    match = re.search(rb'Type="[^"]*/officeDocument"[^>]*?Target="/?([^"]+)"', text) or re.search(
        rb'Target="/?([^"]+)"[^>]*?Type="[^"]*/officeDocument"', text
    )
    return names.get(match[1].decode("utf-8", "replace").lower()) if match else None
