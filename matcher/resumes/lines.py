"""The lines of a resume that may be matched.

What a line is worth is decided from the line alone: whether it reads as prose never depends on
its heading or its neighbours, so that taking one away cannot turn a list into prose. Only notes
count inside a job or among projects, and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from matcher.records import Line, Position, Section, SectionKind
from matcher.resumes.contact import (
    contact_spans,
    header_pieces,
    is_place_or_company,
    is_private,
    looks_like_name,
    name_spans,
)
from matcher.resumes.heading_lines import label_of
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.telling import LABEL, WORD, is_list, is_note, is_prose
from matcher.resumes.text_lines import TextLine

_PAGE = re.compile(
    r"^\W*(?:(?:page|seite|página|pagina|strona)\s)?\d{1,4}\s?(?:(?:/|of|von|de|sur|di)\s?\d{1,4})?\W*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[•●▪◦‣∙○■□➢➤►✓✔❖*·–—-]\s*)+")
_COUNTED = re.compile(r"\d")
_STRICT = frozenset({SectionKind.HEADER, SectionKind.CONTACT})


def read_lines(
    parts: Sequence[tuple[Section, Sequence[TextLine]]],
    positions: Sequence[Position],
    degrees: Mapping[int, tuple[tuple[int, int], ...]],
    name: str,
) -> list[Line]:
    """The lines of sections, in text order.

    ``degrees`` maps the offset of a line of education to the offsets of degree and field in it.
    Of the lines over a job only the title is kept, of those of a degree only the degree.
    """
    lines: list[Line] = []
    for section, text_lines in parts:
        if section.kind is SectionKind.REFERENCES:
            continue
        for line in _content(section, text_lines):
            index = _position_at(positions, line.start)
            for start, end in _kept(line, section.kind, positions, index, degrees, name):
                kept = line.text[start - line.start : end - line.start]
                at_job = index is not None and start < positions[index].header[1]
                at_work = index is not None or section.kind is SectionKind.PROJECTS
                told = is_prose(kept) or (at_work and is_note(kept))
                prose = told and not at_job and line.start not in degrees
                lines.append(Line(kept, start, end, section.kind, index, prose))
    return lines


def _content(section: Section, lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Lines of a section without its heading; of a labelled line, what follows the label."""
    for number, line in enumerate(lines):
        start, end, content = line.start, line.end, line.text
        if number == 0 and section.heading:
            labelled = label_of(line.text)
            if labelled is None:
                continue
            content = line.text[labelled[1] :].strip()
            start = end - len(content)
        if bullet := _BULLET.match(content):
            content, start = content[bullet.end() :], start + bullet.end()
        if content:
            yield TextLine(content, start, end)


def _position_at(positions: Sequence[Position], offset: int) -> int | None:
    """The job that an offset belongs to; those that stand in the line of another end before it."""
    last = bisect_right(positions, offset, key=_start)
    return next((n for n in reversed(range(last)) if offset < positions[n].span[1]), None)


def _start(position: Position) -> int:
    return position.span[0]


def _kept(
    line: TextLine,
    kind: SectionKind,
    positions: Sequence[Position],
    index: int | None,
    degrees: Mapping[int, tuple[tuple[int, int], ...]],
    name: str,
) -> list[tuple[int, int]]:
    """The offsets in the document of what may be matched of a line."""
    if index is not None and line.start < positions[index].header[1]:
        return _kept_of_job(line, positions[index], name)
    if line.start in degrees:
        return list(degrees[line.start])
    if _PAGE.match(line.text) or _is_caption(line.text):
        return []
    spans = _without_private(line, name)
    if kind is SectionKind.PUBLICATIONS and spans != [(line.start, line.end)]:
        return spans if is_prose(line.text) else []  # a list of authors
    if kind in _STRICT and index is None:
        return [span for first, last in spans for span in _of_header(line, first, last)]
    return spans


def _kept_of_job(line: TextLine, position: Position, name: str) -> list[tuple[int, int]]:
    """Of the lines over a job the title, and the first sentence that runs on in the last of
    them."""
    kept = _title_of(line, position)
    ends = position.header[1]
    if line.end > ends:
        kept += _without_private(TextLine(line.text[ends - line.start :], ends, line.end), name)
    return kept


def _is_caption(text: str) -> bool:
    """A label with nothing behind it, such as "Responsibilities:"."""
    return text.endswith(":") and text.count(" ") <= 3


def _title_of(line: TextLine, position: Position) -> list[tuple[int, int]]:
    at = line.text.find(position.title) if position.title else -1
    if at < 0:
        return []
    return [(line.start + at, line.start + at + len(position.title))]


def _without_private(line: TextLine, name: str) -> list[tuple[int, int]]:
    """A line without the cells, addresses, links and names that must not be matched."""
    if is_private(line.text):
        return []
    cuts = [*contact_spans(line.text), *name_spans(line.text, name), *_private_cells(line.text)]
    if not cuts:
        shift = len(line.text) - len(line.text.lstrip(" \t,;:–—-"))
        return [(line.start + shift, line.end)] if shift < len(line.text) else []
    kept: list[tuple[int, int]] = []
    at = 0
    for first, last in [*sorted(cuts), (len(line.text), len(line.text))]:
        piece = line.text[at:first] if first > at else ""
        stripped = piece.strip(" \t,;:|()[]<>–—-•·@/")
        if len(WORD.findall(stripped)) >= 3 and not is_private(stripped):
            start = line.start + at + piece.index(stripped)
            kept.append((start, start + len(stripped)))
        at = max(at, last)
    return kept


def _private_cells(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the cells of a row that must not be matched."""
    if "\t" not in text:
        return
    at = 0
    for cell in text.split("\t"):
        if is_private(cell.strip()):
            yield at, at + len(cell)
        at += len(cell) + 1


def _of_header(line: TextLine, start: int, end: int) -> list[tuple[int, int]]:
    """Of a header only job titles, sentences and lists of skills."""
    text = line.text[start - line.start : end - line.start]
    if is_prose(text) or _is_skill_list(text):
        return [(start, end)]
    return [
        (piece.start, piece.end)
        for piece in header_pieces(TextLine(text, start, end))
        if title_likeness(piece.text) >= 2
        and not looks_like_name(piece.text)
        and not _COUNTED.search(piece.text)
        and not is_private(piece.text)
    ]


def _is_skill_list(text: str) -> bool:
    """Whether a header line is a list of skills and not an address ("12 Elm St, Leeds, UK")."""
    if label := LABEL.match(text):
        text = text[label.end() :]
    items = [item.strip(" .") for item in re.split(r"[,;|•·\t]", text) if item.strip(" .")]
    if len(items) < (2 if label else 4) or not is_list(f"{text}, ,"):
        return False
    return not any(is_place_or_company(item) or re.match(r"\d", item) for item in items)
