"""The parts of a header line: what stands between its separators, without places and terms."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from matcher.resumes.dates import DateRange, is_month
from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    DURATION,
    LABEL,
    MAX_HEADER_CHARS,
    SEPARATOR,
    has_capital,
    town_behind,
)
from matcher.resumes.jobwords import (
    SURE,
    end_of_title,
    ends_as_company,
    is_department,
    is_legal_form,
    looks_like_company,
    title_likeness,
)
from matcher.resumes.places import PLACE_AT_END, after_town, is_town, looks_like_place
from matcher.resumes.text_lines import TextLine, number_end

_TERMS = re.compile(
    r"^(?:full[ -]?time|part[ -]?time|contract(?:or)?|freelance|permanent|temporary|seasonal|remote"
    r"|hybrid|on-?site|internship|education|training|vollzeit|teilzeit"
    rf"|{DURATION}"
    r"|hours?(?: per week)?.*|\d+ hours.*|[\W\d_]*)$",
    re.IGNORECASE,
)
# A line of its own where the employer stands; beside other words it says on what terms one works.
_ON_ONES_OWN = re.compile(r"freelancer?|freelancing", re.IGNORECASE)
# "Lakeside Grocery (internship)" is no title because of its terms.
_IN_TERMS = re.compile(
    r"(?<=\w)\s\((?:internship|contract|part[- ]time|full[- ]time)\)$", re.IGNORECASE
)
_COMMA = re.compile(r",(?![^(]{0,60}\))")  # none inside brackets
_AT = re.compile(r"\s(?:@|at|bei|chez)\s")
_PARTNERS = re.compile(r"[A-Z][\w'’-]+ (?:&|and) [A-Z][\w'’-]+\.?")
_UNNAMED = "company"  # stands for the mark that an employer without its name is
# Behind dates where a sentence follows: "2015 to 2019. Handled cash".
_SENTENCE_BEHIND = re.compile(r"\.\s+[A-Z]")
# Behind title, employer and dates: "Analyst, Acme (2019 to 2021): Built dashboards".
_SENTENCE_BEHIND_COLON = re.compile(r"\)?:\s+[A-Z]")
TRIM = " \t,;:|-–—―•·()[]\u00ad*_/~"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a header line between separators; offsets in the document."""

    text: str
    start: int
    role: str = ""  # "title" or "company" when a label says so
    town: bool = False  # whether a town stood before it, which is not in it
    placed: bool = False  # whether a place stood behind it

    @property
    def end(self) -> int:
        """Offset after the piece."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Entry:
    """A line with dates and the header lines around it, as numbers of lines."""

    anchor: int
    dates: DateRange
    lines: list[int]
    cuts: dict[int, tuple[int, int]] = field(default_factory=dict)  # the dates, by line
    end: int = 0  # offset where the header ends when its last line runs on into a sentence
    title: Piece | None = None
    company: Piece | None = None
    pieces: list[Piece] = field(default_factory=list)
    runs_on: bool = False  # whether the text behind the dates is all of what was done
    further: bool = False  # whether it stands in the line of a job before, at the same employer


def split_header(text: str, start: int) -> list[Piece]:
    """The parts of a header line that may be a title or an employer."""
    return list(_pieces(text, start))


@functools.lru_cache(maxsize=256)  # a line is looked at from the jobs above and below it
def _pieces(text: str, start: int) -> tuple[Piece, ...]:
    if _ON_ONES_OWN.fullmatch(bare := text.removeprefix("• ").strip()):
        return (Piece(bare, start + text.index(bare)),)
    pieces: list[Piece] = []
    role = ""  # what a label or "at" before it says of a part
    at = number_end(text)
    for (first, last), mark in _marks(text):
        if first < at:
            continue
        piece = clean(text[at:first], start + at, role)
        label = LABEL.match(piece.text) if piece and ":" in mark else None
        if label is not None:
            role = label.lastgroup or ""
        elif piece is not None:
            if piece.role != "none":
                pieces += _parted(piece)
            role = "company" if _AT.fullmatch(mark) and likeness(piece) >= 2 else ""
        if mark == _UNNAMED:
            name = text[first:last][: len("company name")].rstrip()
            pieces.append(Piece(name, start + first, "company"))
        at = last
    return tuple(pieces)


def _parted(piece: Piece) -> list[Piece]:
    """A piece, or an employer behind its label and the title that a stroke parts from it: "client:
    Acme GmbH / Go developer"."""
    name, stroke, title = piece.text.partition(" / ")
    if piece.role != "company" or not stroke or title_likeness(title) < SURE:
        return [piece]
    employer = clean(name, piece.start, "company")
    titled = Piece(title, piece.end - len(title), "title")
    return [employer, titled] if employer else [titled]


def _marks(text: str) -> list[tuple[tuple[int, int], str]]:
    """Where the parts of a line end: the spans of separators and of employers without their names,
    and what stands there."""
    marks = [(found.span(), found.group()) for found in SEPARATOR.finditer(text)]
    marks += [(found.span(), _UNNAMED) for found in ANONYMOUS.finditer(text)]
    return [*sorted(marks), ((len(text), len(text)), "")]


def clean(text: str, start: int, role: str = "") -> Piece | None:
    """A part without its place and its punctuation; None for terms of employment and for what has
    no other words."""
    text = text.rstrip(" (")
    named = _without_place(text)
    kept = trimmed(named)
    if kept.count("(") > kept.count(")") and len(kept[kept.rindex("(") :].split()) <= 2:
        kept = trimmed(kept[: kept.rindex("(")])  # "Developer (Training, 2015 – 2016)"
    if kept.casefold().endswith((" current", " present")):
        kept = trimmed(kept[: -len(" current")])
    if not kept or _TERMS.match(kept) or looks_like_place(kept) or is_month(kept):
        return None
    return Piece(kept, start + text.index(kept), role, placed=named != text)


def _without_place(text: str) -> str:
    place = PLACE_AT_END.search(text)
    if place is None:
        name, _, town = text.rpartition(" ")
        return name if ends_as_company(name) and is_town(town) else text  # "Acme Ltd Accra"
    town = place[0].rstrip().rpartition(",")[0]
    # "Lakeside Bank, Norway"; "DANONE, Russia", for a town in capitals is a usual one.
    in_capitals = town.isupper() and len(town) > 3 and not place.start()
    named = ends_as_company(town) or (in_capitals and not is_town(town))
    return text[: place.start() + (len(town) if named else 0)]


def trimmed(text: str) -> str:
    """The text without punctuation around it; a bracket that was opened inside stays closed."""
    kept = text.strip(TRIM).removeprefix(". ")  # ".NET" keeps its dot
    if kept.count("(") > kept.count(")") and text[text.index(kept) + len(kept) :][:1] == ")":
        kept += ")"
    return kept


def comma_parts(piece: Piece) -> list[Piece]:
    """The parts between commas, a legal form with the name before it ("Acme, Inc.")."""
    parts: list[Piece] = []
    at = 0
    for text in _COMMA.split(piece.text):
        if kept := trimmed(text):
            start = piece.start + at + text.index(kept)
            town = after_town(kept) if parts else 0
            if town and title_likeness(kept[town:]) < 2:
                town = 0
            part = Piece(kept[town:], start + town, town=town > 0)
            if parts and (is_legal_form(part.text) or _ends_partners(parts[-1].text, part.text)):
                parts[-1] = between(piece, parts[-1].start, part.end)
            else:
                parts.append(part)
        at += len(text) + 1
    return parts


def _ends_partners(before: str, text: str) -> bool:
    """Whether two parts are one firm of partners: "Smith, Jones & Co", "Roe, Doe and Poe"."""
    return (
        _PARTNERS.fullmatch(text) is not None
        and " " not in before
        and not (is_department(before) or is_department(text) or looks_like_place(before))
        and max(title_likeness(before), title_likeness(text)) < SURE
    )


def between(piece: Piece, start: int, end: int) -> Piece:
    """The part of a piece between two offsets of the document."""
    return Piece(piece.text[start - piece.start : end - piece.start], start, piece.role)


def likeness(piece: Piece) -> int:
    """As title_likeness, of the piece without its terms or of its best part between commas."""
    whole = title_likeness(without_terms(piece.text))
    if whole >= 2 or "," not in piece.text:
        return whole
    return max(title_likeness(part.text) for part in comma_parts(piece))


def without_terms(text: str) -> str:
    """A title or an employer without the terms in brackets behind it: "Acme (internship)"."""
    return _IN_TERMS.sub("", text)


def names_employer_after_comma(entry: Entry) -> bool:
    """Whether a title line names its employer after a comma: "Developer, Acme", "Developer, Acme,
    Leeds"."""
    for piece in entry.pieces:
        parts = comma_parts(piece) if likeness(piece) >= 2 else []
        placed = len(parts) == 3 and looks_like_place(parts[2].text)
        if (len(parts) == 2 or placed) and title_likeness(parts[0].text) >= 2:
            second = parts[1].text
            other = is_department(second) or looks_like_place(second) or title_likeness(second)
            if has_capital(second) and not other:
                return True
    return False


def has_title(entry: Entry) -> bool:
    """Whether a piece of an entry is a title."""
    return any(likeness(piece) >= 2 for piece in entry.pieces)


def lacks_employer(entry: Entry) -> bool:
    """Whether an entry has pieces, and all of them are titles or departments alone."""
    return bool(entry.pieces) and all(
        is_department(piece.text)
        or (
            piece.role != "company"
            and likeness(piece) >= 2
            and not names_employer_after_comma(entry)
            and not holds_employer(piece.text)
        )
        for piece in entry.pieces
    )


def holds_employer(title: str) -> bool:
    """Whether an employer stands in a title: "Healthcare Assistant" ends in its title, "Developer
    Acme Ltd" in an employer."""
    return looks_like_company(title) and end_of_title(title) != len(title)


def set_pieces(entry: Entry, lines: list[TextLine]) -> None:
    """Set the pieces of the lines of a header, and where it ends."""
    pieces: list[Piece] = []
    for number in entry.lines:
        line = lines[number]
        first, last = entry.cuts.get(number, (0, 0))
        # Of a bullet that tells what was done the dates alone are of the header.
        told = entry.runs_on or (first and _SENTENCE_BEHIND_COLON.match(line.text, last))
        stop = last if told and last else _header_end(line.text, last)
        pieces += split_header(line.text[:first], line.start)
        pieces += split_header(line.text[last:stop], line.start + last)
        entry.end = line.start + stop
    entry.pieces = pieces


def _header_end(text: str, start: int) -> int:
    """Where a header ends in a line that runs on into what was done: after employer and town."""
    if start and (told := _SENTENCE_BEHIND.match(text, start)):
        # "2015 to 2019. Handled cash", but "Nov. 2024 – today. Consultant for Acme"
        return start if title_likeness(text[told.end() - 1 :]) < SURE else len(text)
    if len(text) - start <= MAX_HEADER_CHARS:
        return len(text)
    named = ANONYMOUS.search(text, start, start + MAX_HEADER_CHARS)
    if named is None:
        return start if start else len(text)
    return town_behind(text, named.end())
