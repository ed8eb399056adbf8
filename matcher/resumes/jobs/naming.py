"""Title and employer in the header lines of a job.

A header line is split at its separators; each piece is a title, an employer, a place or terms of
employment. Titles have to be recognised by their words, because titles are matched; what stays
unknown beside them is the employer.
"""

from __future__ import annotations

import functools
import operator
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from matcher.resumes.dates import DateRange, is_month
from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    CAPTIONS,
    LABEL,
    SEPARATOR,
    ends_sentence,
    tells,
)
from matcher.resumes.jobwords import (
    end_of_title,
    ends_as_company,
    is_department,
    is_legal_form,
    is_unit_of,
    looks_like_company,
    title_likeness,
    words_of,
)
from matcher.resumes.places import PLACE_AT_END, after_town, is_town, looks_like_place
from matcher.resumes.sections import TextLine

_TERMS = re.compile(
    r"^(?:full[ -]?time|part[ -]?time|contract(?:or)?|freelance|permanent|temporary|seasonal|remote"
    r"|hybrid|on-?site|internship|education|training|vollzeit|teilzeit"
    r"|\d+ (?:years?|months?|yrs?)(?:,? \d+ (?:months?|mos?))?"
    r"|hours?(?: per week)?.*|\d+ hours.*|[\W\d_]*)$",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s*\((?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\)?$")
# What an employer is, behind its name: "Acme (outsourcing, 300 people)", "Acme (via Roe Staffing)".
_REMARK = re.compile(r"\s*\((?=[a-z\d])[^()]*\)?$")
# Between a title and an employer: "Cook in Hill Bank", "Tester (part time) in project Acme Ltd.".
_LINKED = re.compile(r"\s(?:\([^()]{1,30}\)\s)?(?:in|with|for)\s(?:the\s|project\s)?(?=[A-Z0-9])")
_LINK_WORD = re.compile(r"(?:in|at|with|for|bei|chez)\s+(?=[A-Z])")
_COMMA = re.compile(r",(?![^(]{0,60}\))")  # none inside brackets
_UNIT = re.compile(r"\b(?:department|dept\.?|unit|team|division|ward)$", re.IGNORECASE)
_AT = re.compile(r"\s(?:@|at|bei|chez)\s")
_DATE_LIKE = re.compile(r"[A-Za-z]{3,9}\.?,? ?(?:19|20)\d\d")
_MAX_NAME_WORDS = 4  # of an employer behind "with"
_MAX_EMPLOYER_WORDS = 9  # of an employer that nothing gives away; more are a sentence
TRIM = " \t,;:|-–—―•·()[]\u00ad*_/~"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a header line between separators; offsets in the document."""

    text: str
    start: int
    role: str = ""  # "title" or "company" when a label says so
    town: bool = False  # whether a town stood before it, which is not in it

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


def split_header(text: str, start: int) -> list[Piece]:
    """The parts of a header line that may be a title or an employer."""
    return list(_pieces(text, start))


@functools.lru_cache(maxsize=256)  # a line is looked at from the jobs above and below it
def _pieces(text: str, start: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    role = ""
    at = 0
    marks = sorted(
        [(found.span(), found.group()) for found in SEPARATOR.finditer(text)]
        + [(found.span(), "company") for found in ANONYMOUS.finditer(text)]
    )
    for (first, last), mark in [*marks, ((len(text), len(text)), "")]:
        if first < at:
            continue
        if piece := _clean(text[at:first], start + at, role):
            label = LABEL.match(piece.text) if ":" in mark else None
            if label is not None:
                role = label.lastgroup or ""
            else:
                if piece.role != "none":
                    pieces.append(piece)
                role = ""
                if _AT.fullmatch(mark) and likeness(piece) >= 2:
                    role = "company"
        if mark == "company":
            name = text[first:last][: len("company name")].rstrip()
            pieces.append(Piece(name, start + first, "company"))
        at = last
    return tuple(pieces)


def _clean(text: str, start: int, role: str) -> Piece | None:
    """A part without its place, its punctuation and its terms of employment."""
    if place := PLACE_AT_END.search(text):
        town = place[0].rstrip().rpartition(",")[0]
        # "Lakeside Bank, Norway"; "DANONE, Russia", for a town in capitals is a usual one.
        named = ends_as_company(town) or (
            town.isupper() and len(town) > 3 and not place.start() and not is_town(town)
        )
        keep = len(town) if named else 0
        text = text[: place.start() + keep]
    kept = trimmed(text)
    if kept.count("(") > kept.count(")") and len(kept[kept.rindex("(") :].split()) <= 2:
        kept = trimmed(kept[: kept.rindex("(")])  # "Developer (Training, 2015 – 2016)"
    if kept.casefold().endswith((" current", " present")):
        kept = trimmed(kept[: -len(" current")])
    if not kept or _TERMS.match(kept) or looks_like_place(kept) or is_month(kept):
        return None
    return Piece(kept, start + text.index(kept), role)


# ---------------------------------------------------------------- title and employer


def assign(entry: Entry, lines: list[TextLine]) -> None:
    """Pick title and employer among the pieces; what is not clear is left open."""
    pieces = entry.pieces
    entry.title = next((piece for piece in pieces if piece.role == "title"), None)
    entry.company = next((piece for piece in pieces if piece.role == "company"), None)
    free = [piece for piece in pieces if not piece.role]
    whole = [piece for piece in free if not _ends_line_in_stop(piece, lines)]
    if entry.title is None and whole:
        best = max(whole, key=_title_rank)
        if likeness(best) >= 2:
            entry.title = _with_department(best, free, lines)
            free.remove(best)
    if entry.company is None:
        marked = [
            piece for piece in free if looks_like_company(piece.text) and not tells(piece.text)
        ]  # fmt: skip
        others = [
            piece for piece in free
            if not tells(piece.text)
            and piece.text.casefold() not in CAPTIONS
            and (
                entry.title is None
                or not (title_likeness(piece.text) == 3 or is_department(piece.text))
            )
        ]  # fmt: skip
        if entry.title is not None and names_employer_after_comma(entry):
            others = [piece for piece in others if piece.start < entry.title.start]
        if marked or (entry.title is not None and others):
            entry.company = (marked or others)[0]
            free.remove(entry.company)
    if entry.title is not None and entry.company is not None and entry.company.role:
        entry.title = _with_remark(entry.title, free, lines)
    if entry.title is not None and not entry.title.role:
        _split_title(entry, lines)
    if entry.title is None and entry.company is not None and entry.company.role:
        entry.title = next((piece for piece in free if may_be_title(piece.text)), None)
    if entry.title is not None and ends_sentence(entry.title.text):
        entry.title = replace(entry.title, text=entry.title.text.rstrip("."))
    if entry.company is not None:
        entry.company = employer_of(entry.company)
    entry.pieces = free


def may_be_title(text: str, *, employer: bool = True) -> bool:
    """Whether words that nothing gives away may be a title: a few, no sentence, and no employer
    where ``employer`` says that there may be one."""
    text = text.partition(" (")[0]
    words = text.split()
    if (
        len(words) > 8
        or (employer and ends_as_company(text))
        or text.casefold().strip(" :") in CAPTIONS
    ):
        return False
    if not any(char.isalpha() for char in text) or _DATE_LIKE.fullmatch(text):
        return False
    return not tells(text)


def _line_of(piece: Piece, lines: list[TextLine]) -> TextLine:
    return lines[bisect_right(lines, piece.start, key=operator.attrgetter("start")) - 1]


def _ends_line_in_stop(piece: Piece, lines: list[TextLine]) -> bool:
    line = _line_of(piece, lines)
    return ends_sentence(line.text) and piece.end >= line.end - 1


def _with_department(title: Piece, free: list[Piece], lines: list[TextLine]) -> Piece:
    """ "Director – IT Operations" is one title, although a dash stands in it."""
    line = _line_of(title, lines)
    after = next((piece for piece in free if title.end < piece.start < line.end), None)
    if after is None or after.start - title.end > 4 or not is_department(after.text):
        return title
    text = line.text[title.start - line.start : after.end - line.start]
    return title if "\t" in text else Piece(text, title.start)


def _with_remark(title: Piece, free: list[Piece], lines: list[TextLine]) -> Piece:
    """ "Site Leader - Summer Adventures" is one title where the employer is named elsewhere."""
    line = _line_of(title, lines)
    after = next((piece for piece in free if title.end < piece.start < line.end), None)
    if after is None or after.start - title.end > 3 or title_likeness(after.text) >= 2:
        return title
    text = line.text[title.start - line.start : after.end - line.start]
    return title if "\t" in text else Piece(text, title.start)


def names_employer_after_comma(entry: Entry) -> bool:
    """Whether a title line names its employer after a comma: "Developer, Acme"."""
    for piece in entry.pieces:
        parts = _comma_parts(piece) if likeness(piece) >= 2 else []
        if len(parts) == 2 and title_likeness(parts[0].text) >= 2:
            second = parts[1].text
            if not (is_department(second) or looks_like_place(second) or title_likeness(second)):
                return True
    return False


def likeness(piece: Piece) -> int:
    """As title_likeness, of the piece or of its best part between commas."""
    whole = title_likeness(piece.text)
    if whole >= 2 or "," not in piece.text:
        return whole
    return max(title_likeness(part.text) for part in _comma_parts(piece))


def _title_rank(piece: Piece) -> tuple[int, bool, int]:
    """The better title is the likelier one, the one without an employer in it, the first."""
    return likeness(piece), not looks_like_company(piece.text), -piece.start


def _split_title(entry: Entry, lines: list[TextLine]) -> None:
    """ "Title, Employer, Town" and "Employer, Town, Title" in one piece."""
    assert entry.title is not None
    parts = _comma_parts(entry.title)
    at = next((n for n, part in enumerate(parts) if title_likeness(part.text) >= 2), None)
    if at is None:
        return
    if at and parts[at].town:
        _split_at_town(entry, parts[0], parts[at])
        return
    if entry.company is not None:
        before = entry.title.text[: parts[at].start - entry.title.start]
        first = at if looks_like_place(before) else 0
        last = -2 if len(parts) > 1 and looks_like_place(parts[-1].text) else -1
        entry.title = _between(entry.title, parts[first].start, parts[last].end)
        return
    title = parts[at]
    if at > 0:
        end = parts[-1].end if _names_unit(parts[at + 1 :], title, lines) else title.end
        entry.title, entry.company = _between(entry.title, title.start, end), parts[0]
    elif len(parts) == 1:
        _split_after_noun(entry, title)
    elif len(parts) == 2 and is_department(parts[1].text):
        return
    elif title_likeness(parts[1].text) >= 2 and not looks_like_company(parts[1].text):
        entry.title = _between(entry.title, title.start, parts[1].end)
        if len(parts) > 2 and looks_like_company(parts[2].text):
            entry.company = parts[2]
    elif looks_like_place(parts[1].text):
        entry.title = title
        _split_after_noun(entry, title)
    elif len(parts) > 2 and is_unit_of(parts[1].text, parts[2].text):
        entry.title, entry.company = title, parts[2]
    elif len(parts) > 2 and not looks_like_company(parts[1].text) and looks_like_company(
        parts[2].text
    ):  # fmt: skip
        entry.title = _between(entry.title, title.start, parts[1].end)
        entry.company = parts[2]
    else:
        entry.title, entry.company = title, parts[1]
        _split_after_noun(entry, title)


def _names_unit(parts: list[Piece], title: Piece, lines: list[TextLine]) -> bool:
    """Whether what stands behind "Employer, Title" is the unit and no place: "Telemetry" where the
    place has a cell of its own."""
    if not parts or any(looks_like_company(p.text) or looks_like_place(p.text) for p in parts):
        return False
    line = _line_of(title, lines)
    return all(is_department(p.text) or _UNIT.search(p.text) for p in parts) or any(
        map(looks_like_place, line.text.split("\t"))
    )


def _split_at_town(entry: Entry, employer: Piece, title: Piece) -> None:
    """ "Employer, Town Title": what stands behind the title's noun is of another column."""
    noun_end = end_of_title(title.text) or len(title.text)
    if entry.company is None or not (entry.company.role or looks_like_company(entry.company.text)):
        entry.company = employer
    entry.title = Piece(title.text[:noun_end], title.start)


def _split_after_noun(entry: Entry, title: Piece) -> None:
    """ "DATA ANALYST ACME LTD" has no separator: the title ends with its noun."""
    noun_end = end_of_title(title.text)
    if noun_end is None:
        return
    rest = title.text[noun_end:]
    link = _LINKED.match(rest)
    linked = rest[link.end() :] if link else ""
    if link and (
        looks_like_company(linked)
        or looks_like_place(linked)
        or (" with " in link[0] and _is_name(linked))
    ):
        noun_end += link.end()
        entry.title = _between(title, title.start, title.start + noun_end - len(link[0]))
        if piece := _clean(title.text[noun_end:], title.start + noun_end, ""):
            entry.company = piece
        return
    if looks_like_company(rest) and not re.match(r"\s(?:of|for|in|and|&|to)\b|\s?/", rest):
        entry.title = _between(title, title.start, title.start + noun_end)
        if piece := _clean(rest, title.start + noun_end, ""):
            entry.company = piece


def _is_name(text: str) -> bool:
    """Whether a few words are all written with capitals: "Uber Eats"."""
    words = text.split()
    return len(words) <= _MAX_NAME_WORDS and all(word[0].isupper() for word in words)


def trimmed(text: str) -> str:
    """The text without punctuation around it; a bracket that was opened inside stays closed."""
    kept = text.strip(TRIM)
    if kept.count("(") > kept.count(")") and text[text.index(kept) + len(kept) :][:1] == ")":
        kept += ")"
    return kept


def _comma_parts(piece: Piece) -> list[Piece]:
    parts: list[Piece] = []
    at = 0
    for text in _COMMA.split(piece.text):
        if kept := trimmed(text):
            start = piece.start + at + text.index(kept)
            town = after_town(kept) if parts else 0
            if town and title_likeness(kept[town:]) < 2:
                town = 0
            part = Piece(kept[town:], start + town, town=town > 0)
            if parts and is_legal_form(part.text):
                parts[-1] = _between(piece, parts[-1].start, part.end)
            else:
                parts.append(part)
        at += len(text) + 1
    return parts


def _between(piece: Piece, start: int, end: int) -> Piece:
    return Piece(piece.text[start - piece.start : end - piece.start], start, piece.role)


def employer_of(piece: Piece) -> Piece:
    """The name without the town after it ("Acme, Berlin"), its site ("Acme (acme.com)") and a word
    that links it ("in Acme"), but with its legal form."""
    parts = _comma_parts(piece)
    if len(parts) > 1 and is_unit_of(parts[0].text, parts[1].text):
        piece = _between(piece, parts[1].start, parts[1].end)
    elif len(parts) > 1:
        # "Acme, Inc."; "Physics Department, Optics Lab" is named by both of its parts
        marked = looks_like_company(parts[1].text)
        short = len(words_of(parts[1].text)) == 1 or not looks_like_company(parts[0].text)
        keep = 2 if marked and short else 1
        piece = _between(piece, parts[0].start, parts[keep - 1].end)
    link = _LINK_WORD.match(piece.text)
    site = _SITE.search(piece.text) or _REMARK.search(piece.text)
    first, last = link.end() if link else 0, site.start() if site else len(piece.text)
    return _between(piece, piece.start + first, piece.start + last) if first < last else piece


def settle_unknown(entries: list[Entry]) -> None:
    """Give open pieces the role that their place has in the other jobs of the section.

    Alone, an unknown name is the employer: a title has to be recognised, because titles count.
    """
    known = [entry for entry in entries if entry.title and entry.company]
    title_first = sum(
        entry.title.start < entry.company.start for entry in known if entry.title and entry.company
    )
    is_title_first = title_first * 2 >= len(known)
    for entry in entries:
        if entry.title is not None or not entry.pieces:
            continue
        if entry.company is not None:
            first = entry.pieces[0]
            # Over the line of an employer without its name even "Call center" is no employer.
            over = entry.company.role == "company" and len(entry.lines) > 1
            over = over and first.end < entry.company.start - 1 and len(entry.pieces) == 1
            entry.title = first if may_be_title(first.text, employer=not over) else None
        elif len(entry.pieces) > 1:
            first, second = entry.pieces[:2]
            entry.title, named = (first, second) if is_title_first else (second, first)
            entry.company = employer_of(named)
            if not may_be_title(entry.title.text):
                entry.title = None
        elif len(entry.pieces[0].text.split()) <= _MAX_EMPLOYER_WORDS:
            entry.company = employer_of(entry.pieces[0])
