"""Jobs of a work history: title, employer and months, read from the lines that carry dates.

Resumes repeat one layout from job to job. The first job of a section shows how many lines stand
above its date; the others are read the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from matcher.dates import DateRange, find_ranges
from matcher.jobwords import (
    PLACE_AT_END,
    end_of_title,
    looks_like_company,
    looks_like_place,
    title_likeness,
    words_of,
)
from matcher.records import Position
from matcher.sections import TextLine

# What separates title, employer and place in a line: tabs, bars, bullets, spaced dashes and the
# mojibake of a dash, "at". "Company Name" is what anonymised resumes put for every employer.
_SEPARATOR = re.compile(
    r"\t+|\s{3,}|\s?[|•·∙◆♦]\s?|\s[-–—―~/]{1,2}\s|\s?(?:â€[“”\x93\x94]|ï¼\S?)\s?|;\s|\s@\s"
    r"|\s(?:at|bei|chez)\s(?=[A-Z0-9])|(?<=\w)\s?:\s"
)
_ANONYMOUS = re.compile(r"\bcompany name\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?P<title>title|job title|position|role|designation|post|funktion|poste|puesto|cargo)$|"
    r"^(?P<company>company|employer|organi[sz]ation|client|firma|arbeitgeber|entreprise|empresa)$|"
    r"^(?P<none>dates?|period|duration|location|place|tenure|from|zeitraum|ort)$",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"^(?:full[ -]?time|part[ -]?time|contract(?:or)?|freelance|permanent|temporary|seasonal|remote"
    r"|hybrid|on-?site|internship|self[ -]?employed|vollzeit|teilzeit|\d+ (?:years?|months?|yrs?)"
    r"(?:,? \d+ (?:months?|mos?))?|hours?(?: per week)?.*|\d+ hours.*|[\W\d_]*)$",
    re.IGNORECASE,
)
_TRIM = " \t,;:|-–—―•·()[]\u00ad*_/~"
_MAX_HEADER_WORDS = 14
_MAX_LINES_ABOVE = 3
_MAX_LINES_BELOW = 2


@dataclass(slots=True)
class _Piece:
    """A part of a header line between separators; offsets in the document."""

    text: str
    start: int
    role: str = ""  # "title" or "company" when a label says so

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _Entry:
    """A line with dates and the header lines around it, as numbers of lines."""

    anchor: int
    dates: DateRange
    lines: list[int]
    title: _Piece | None = None
    company: _Piece | None = None
    pieces: list[_Piece] = field(default_factory=list)


def find_positions(
    lines: list[TextLine], end: int, *, today: date, strict: bool = False
) -> list[Position]:
    """Positions in the lines of one section (without its heading), in text order.

    ``end`` is the offset where the section ends. ``strict`` asks for a job title or a mark of an
    employer beside the dates: for text that stands under no heading of a work history.
    Lines without any date still give positions when they are clearly job titles and no line of
    the section has dates.
    """
    entries = _anchors(lines, today=today)
    _spread(entries, lines)
    for entry in entries:
        _assign(entry, lines)
    _settle_unknown(entries)
    entries = _merge_bare(entries)
    if strict:
        entries = [
            entry for entry in entries if entry.title and title_likeness(entry.title.text) >= 2
        ]
    if not entries:
        return _undated(lines, end) if not strict else []
    _inherit_company(entries)
    return _positions(entries, lines, end)


# ---------------------------------------------------------------- lines with dates


def _anchors(lines: list[TextLine], *, today: date) -> list[_Entry]:
    """The lines whose dates are those of a job, not dates told in a sentence."""
    found: list[_Entry] = []
    bulleted: list[_Entry] = []
    for number, line in enumerate(lines):
        ranges = find_ranges(line.text, today=today)
        if not ranges:
            continue
        dates = next((item for item in ranges if item.ranged), ranges[0])
        if _is_header_with_date(line.text, dates):
            kind = bulleted if line.text.startswith("•") else found
            kind.append(_Entry(number, dates, [number]))
    if found or not bulleted:
        return found
    return [entry for entry in bulleted if entry.dates.ranged]


def _is_header_with_date(text: str, dates: DateRange) -> bool:
    before = text[: dates.span[0]].strip(_TRIM)
    after = text[dates.span[1] :].strip(_TRIM)
    n_before, n_after = len(before.split()), len(after.split())
    if not dates.ranged:
        if n_before and n_after and "\t" not in text:
            return False
        rest = before or after
        return not rest or (n_before + n_after <= 9 and _names_a_job(rest) and _is_header(rest))
    if n_before + n_after <= _MAX_HEADER_WORDS:
        return not before or _is_header(before)
    if n_before > 10 or (before and not _names_a_job(before)):
        return False
    # A job whose first sentence runs on in the line of its dates.
    return bool(before) or n_after <= _MAX_HEADER_WORDS or _names_a_job(after[:60])


def _names_a_job(text: str) -> bool:
    return (
        title_likeness(text) >= 2
        or looks_like_company(text)
        or _ANONYMOUS.search(text) is not None
        or any(title_likeness(piece) >= 2 for piece in _SEPARATOR.split(text) if piece)
    )


_SENTENCE_START = re.compile(
    r"(?:[A-Z][a-z]+ed|[A-Z][a-z]+ing|I|We|The|This|Led|Built|Ran|Wrote|Made|Set|Was|Held|In|As|From"
    r"|During|Responsible|Responsibilities|Duties|Achievements?|Provide|Maintain|Manage|Perform"
    r"|Assist|Prepare|Develop|Create|Process|Review|Conduct|Ensure|Coordinate|Work|Oversee|Train"
    r"|Answer|Handle|Monitor|Help|Support|Report|Plan|Teach|Serve|Environment|Technologies|Tools"
    r"|Project|Projects|Skills)\b"
)
_TITLE_FIRST = re.compile(r"(?:Marketing|Accounting|Engineering|Purchasing|Consulting|Nursing|Managing"
                          r"|Teaching|Manufacturing|Training|Recruiting|Acting|Advertising|Leasing"
                          r"|Staffing|Merchandising|Catering|Visiting|Banking|Trading|Testing"
                          r"|Founding|Supporting|Contributing|Certified|Licensed|Registered|Retired"
                          r"|Billing|Branding|Housekeeping|Receiving|Shipping|Sourcing|Learning"
                          r"|United|Advanced|Applied|Associated|Allied|Operating)\b")  # fmt: skip


def _is_header(text: str) -> bool:
    """Whether a line could carry a title or an employer: short, capitalised, no sentence."""
    if text.startswith("•") or len(text) > 140:
        return False
    words = text.split()
    if len(words) > _MAX_HEADER_WORDS:
        return False
    if text.endswith((".", ";")) and len(words) > 4 and not looks_like_company(words[-1]):
        return False
    if _SENTENCE_START.match(text) and not _TITLE_FIRST.match(text) and len(words) > 2:
        return title_likeness(text) == 3 and len(words) <= 6
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return capitals * 2 >= len(long_words)


# ---------------------------------------------------------------- header lines


def _spread(entries: list[_Entry], lines: list[TextLine]) -> None:
    """Give each entry the header lines above and below its dates."""
    if not entries:
        return
    n_above = 0
    first = entries[0].anchor
    while n_above < min(first, _MAX_LINES_ABOVE) and _is_header(lines[first - n_above - 1].text):
        n_above += 1
    if n_above < first and n_above == _MAX_LINES_ABOVE:
        n_above = 0
    taken = -1
    for at, entry in enumerate(entries):
        limit = entries[at + 1].anchor if at + 1 < len(entries) else len(lines)
        entry.lines = [*_above(entry, lines, n_above, taken), entry.anchor]
        entry.pieces = _pieces_of(entry, lines)
        _extend_below(entry, lines, limit, n_above)
        taken = entry.lines[-1]


def _above(entry: _Entry, lines: list[TextLine], n_above: int, taken: int) -> list[int]:
    above: list[int] = []
    at = entry.anchor - 1
    while len(above) < n_above and at > taken and _is_header(lines[at].text):
        above.insert(0, at)
        at -= 1
    return above


def _extend_below(entry: _Entry, lines: list[TextLine], limit: int, n_above: int) -> None:
    """Take the lines below the dates that give a missing title or employer."""
    for number in range(entry.anchor + 1, min(limit, entry.anchor + 1 + _MAX_LINES_BELOW)):
        text = lines[number].text
        has_title = any(title_likeness(piece.text) >= 2 for piece in entry.pieces)
        others = [piece for piece in entry.pieces if title_likeness(piece.text) < 2]
        if (has_title and others) or not _is_header(text) or len(text.split()) > 12:
            return
        if number + 1 == limit < len(lines) and n_above and has_title:
            return  # the line above the next dates belongs to them
        is_title = any(title_likeness(part) >= 2 for part in _SEPARATOR.split(text) if part)
        names = looks_like_company(text) or _ANONYMOUS.search(text) or PLACE_AT_END.search(text)
        if not (is_title and not has_title) and not (names or not entry.pieces):
            return
        entry.lines.append(number)
        entry.pieces = _pieces_of(entry, lines)


def _pieces_of(entry: _Entry, lines: list[TextLine]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number in entry.lines:
        line = lines[number]
        if number == entry.anchor:
            first, last = entry.dates.span
            pieces += _split(line.text[:first], line.start)
            # What runs on for long after the dates is told, not named.
            pieces += _split(line.text[last:][:120], line.start + last)
        else:
            pieces += _split(line.text, line.start)
    return pieces


def _split(text: str, start: int) -> list[_Piece]:
    """The parts of a header line that may be a title or an employer."""
    pieces: list[_Piece] = []
    role = ""
    at = 0
    marks = sorted(
        [(found.span(), found.group()) for found in _SEPARATOR.finditer(text)]
        + [(found.span(), "company") for found in _ANONYMOUS.finditer(text)]
    )
    for (first, last), mark in [*marks, ((len(text), len(text)), "")]:
        if first < at:
            continue
        if piece := _clean(text[at:first], start + at, role):
            label = _LABEL.match(piece.text) if ":" in mark else None
            if label is not None:
                role = label.lastgroup or ""
            else:
                if piece.role != "none":
                    pieces.append(piece)
                role = ""
        if mark == "company":
            pieces.append(_Piece(text[first:last], start + first, "company"))
        at = last
    return pieces


def _clean(text: str, start: int, role: str) -> _Piece | None:
    """A part without its place, its punctuation and its terms of employment."""
    if place := PLACE_AT_END.search(text):
        text = text[: place.start()]
    kept = text.strip(_TRIM)
    if not kept or _TERMS.match(kept) or looks_like_place(kept):
        return None
    start += text.index(kept)
    if kept.count("(") > kept.count(")"):
        kept += ")" if text[text.index(kept) + len(kept) :].startswith(")") else ""
    return _Piece(kept, start, role)


# ---------------------------------------------------------------- title and employer


def _assign(entry: _Entry, lines: list[TextLine]) -> None:
    """Pick title and employer among the pieces; what is not clear is left open."""
    pieces = entry.pieces
    entry.title = next((piece for piece in pieces if piece.role == "title"), None)
    entry.company = next((piece for piece in pieces if piece.role == "company"), None)
    free = [piece for piece in pieces if not piece.role]
    if entry.title is None and free:
        best = max(free, key=lambda piece: (title_likeness(piece.text), -piece.start))
        if title_likeness(best.text) >= 2:
            entry.title = best
            free.remove(best)
    if entry.company is None:
        marked = [piece for piece in free if looks_like_company(piece.text)]
        if marked or (entry.title is not None and free):
            entry.company = (marked or free)[0]
            free.remove(entry.company)
    if entry.title is not None and not entry.title.role:
        _split_title(entry)
    if entry.title is None and entry.company is not None and entry.company.role and free:
        entry.title = free[0]
    if entry.company is not None:
        entry.company = _employer(entry.company)
    entry.pieces = free


def _split_title(entry: _Entry) -> None:
    """ "Title, Employer, Town" and "Employer, Town, Title" in one piece."""
    assert entry.title is not None
    parts = _comma_parts(entry.title)
    at = next((n for n, part in enumerate(parts) if title_likeness(part.text) >= 2), None)
    if at is None:
        return
    if entry.company is not None:
        if len(parts) > 1 and looks_like_place(parts[-1].text):
            last = parts[-2] if len(parts) > 1 else parts[-1]
            entry.title = _between(entry.title, parts[0].start, last.end)
        return
    title = parts[at]
    if at > 0:
        entry.title, entry.company = title, parts[0]
    elif len(parts) == 1:
        _split_after_noun(entry, title)
    elif looks_like_place(parts[1].text):
        entry.title = title
    elif len(parts) > 2 and not looks_like_company(parts[1].text) and looks_like_company(
        parts[2].text
    ):  # fmt: skip
        entry.title = _between(entry.title, title.start, parts[1].end)
        entry.company = parts[2]
    else:
        entry.title, entry.company = title, parts[1]
        _split_after_noun(entry, title)


def _split_after_noun(entry: _Entry, title: _Piece) -> None:
    """ "DATA ANALYST ACME LTD" has no separator: the title ends with its noun."""
    noun_end = end_of_title(title.text)
    if noun_end is None:
        return
    rest = title.text[noun_end:]
    if looks_like_company(rest) and not re.match(r"\s(?:of|for|in|and|&|to)\b|\s?/", rest):
        entry.title = _between(title, title.start, title.start + noun_end)
        if piece := _clean(rest, title.start + noun_end, ""):
            entry.company = piece


def _comma_parts(piece: _Piece) -> list[_Piece]:
    parts = []
    at = 0
    for text in piece.text.split(","):
        if kept := text.strip(_TRIM):
            parts.append(_Piece(kept, piece.start + at + text.index(kept)))
        at += len(text) + 1
    return parts


def _between(piece: _Piece, start: int, end: int) -> _Piece:
    return _Piece(piece.text[start - piece.start : end - piece.start], start, piece.role)


def _employer(piece: _Piece) -> _Piece:
    """The name without the town after it ("Acme, Berlin"), but with its legal form."""
    parts = _comma_parts(piece)
    if len(parts) < 2:
        return piece
    keep = 2 if len(words_of(parts[1].text)) == 1 and looks_like_company(parts[1].text) else 1
    return _between(piece, parts[0].start, parts[keep - 1].end)


def _settle_unknown(entries: list[_Entry]) -> None:
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
            entry.title = entry.pieces[0]
        elif len(entry.pieces) > 1:
            first, second = entry.pieces[:2]
            entry.title, entry.company = (first, second) if is_title_first else (second, first)
        else:
            entry.company = _employer(entry.pieces[0])


def _merge_bare(entries: list[_Entry]) -> list[_Entry]:
    """Fold "Acme 2015 – 2020" into the first of the titles that follow directly below it."""
    kept: list[_Entry] = []
    for at, entry in enumerate(entries):
        after = entries[at + 1] if at + 1 < len(entries) else None
        if entry.title is None and entry.company is not None and after is not None:
            if after.title is not None and after.lines[0] == entry.lines[-1] + 1:
                if after.company is None:
                    after.company = entry.company
                after.lines = entry.lines + after.lines
                continue
        kept.append(entry)
    return [
        entry for entry in kept if entry.title or entry.company or entry.dates.ranged
    ]


def _inherit_company(entries: list[_Entry]) -> None:
    """A title without employer, and without lines above it, belongs to the employer before."""
    for before, entry in zip(entries, entries[1:], strict=False):
        alone = entry.company is None and entry.title is not None and not entry.pieces
        if alone and before.company is not None and len(before.lines) > len(entry.lines):
            entry.company = before.company


def _positions(entries: list[_Entry], lines: list[TextLine], end: int) -> list[Position]:
    starts = [lines[entry.lines[0]].start for entry in entries]
    return [
        Position(
            title=entry.title.text if entry.title else "",
            company=entry.company.text if entry.company else "",
            start=entry.dates.start,
            end=entry.dates.end,
            current=entry.dates.current,
            header=(start, lines[entry.lines[-1]].end),
            span=(start, after),
        )
        for entry, start, after in zip(entries, starts, [*starts[1:], end], strict=True)
    ]


def _undated(lines: list[TextLine], end: int) -> list[Position]:
    """Jobs without dates: lines that are clearly a title, alone or beside an employer."""
    heads: list[tuple[int, _Entry]] = []
    nowhen = DateRange(None, None, False, (0, 0), False)
    for number, line in enumerate(lines):
        if len(line.text.split()) > 10 or not _is_header(line.text) or line.text.endswith("."):
            continue
        entry = _Entry(number, nowhen, [number], pieces=_split(line.text, line.start))
        if not any(title_likeness(piece.text) == 3 for piece in entry.pieces):
            continue
        _assign(entry, lines)
        heads.append((number, entry))
    starts = [lines[number].start for number, _ in heads]
    return [
        Position(
            entry.title.text if entry.title else "", entry.company.text if entry.company else "",
            None, None, False, (start, lines[number].end), (start, after),
        )
        for (number, entry), start, after in zip(heads, starts, [*starts[1:], end], strict=False)
    ]  # fmt: skip
