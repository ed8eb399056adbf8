"""The lines below the dates of a job that are of its header."""

from __future__ import annotations

import re
from itertools import islice

from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    MAX_HEADER_CHARS,
    SEPARATOR,
    is_capitalised,
    is_head_of,
    is_labelled,
    label_kind,
    opens_body,
)
from matcher.resumes.jobs.layout import MAX_ALONE_WORDS, Layout, lines_below
from matcher.resumes.jobs.pieces import (
    Entry,
    has_title,
    holds_employer,
    likeness,
    names_employer_after_comma,
    set_pieces,
    split_header,
)
from matcher.resumes.jobwords import LIKELY, is_department, looks_like_company, title_likeness
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.telling import is_note
from matcher.resumes.text_lines import TextLine

_BRACKETED_COUNTRY = re.compile(
    r"[^,()]{2,60},(?: [^,()]{2,40},)? (?P<town>[^,()]{2,40}) \((?P<country>[^()]{2,30})\)"
)
_MAX_SMALL_WORDS = 10  # of a title in small letters
_MAX_LINES_BELOW = 2


def extend_below(entry: Entry, lines: list[TextLine], limit: int, layout: Layout) -> None:
    """Take the lines below the dates that give a missing title or employer."""
    around = lines[max(0, entry.anchor - 1) : entry.anchor + 1]
    in_form = len(around) > 1 and all(is_labelled(line.text) for line in around)
    for number in islice(lines_below(entry, lines, limit), _MAX_LINES_BELOW):
        if (
            (in_form and label_kind(lines[number].text))
            or _is_complete(entry, lines[number].text)
            or not is_head_of(lines, number)
            or _is_noted(lines[number].text)
            or (layout.n_above and _is_of_next(entry, lines, number, limit))
            or not _is_missing(entry, lines, number, limit, layout)
        ):
            return
        entry.lines.append(number)
        set_pieces(entry, lines)


def _is_noted(text: str) -> bool:
    """Whether a line notes what was done and names no title: "Metrics for 1,100 services"."""
    parts = [part for part in (text, *SEPARATOR.split(text)) if part]
    named = ANONYMOUS.search(text) or any(title_likeness(part) >= LIKELY for part in parts)
    return not named and is_note(text)


def _is_complete(entry: Entry, below: str) -> bool:
    """Whether title and employer are known without the next line."""
    if names_employer_after_comma(entry) and not _names_employer(below):
        return True
    if all(likeness(piece) >= 2 or is_department(piece.text) for piece in entry.pieces):
        return False
    # "Site Leader - Summer camp, 2012" over "Company Name": the employer is the line below.
    named_below = ANONYMOUS.match(below) and not any(p.role for p in entry.pieces)
    return has_title(entry) and not named_below


def _is_of_next(entry: Entry, lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a line stands right above the dates of the next job, and this one has a title or a
    line above its own dates."""
    last = number + 1 == limit < len(lines)
    return last and (has_title(entry) or entry.lines[0] < entry.anchor)


def _is_missing(
    entry: Entry, lines: list[TextLine], number: int, limit: int, layout: Layout
) -> bool:
    """Whether a line gives what the lines before it lack."""
    text = lines[number].text
    if not entry.pieces or _is_marked_employer(text):
        return True
    titled = has_title(entry)
    parts = [] if titled else split_header(text[:MAX_HEADER_CHARS], 0)
    if any(title_likeness(part.text) >= 2 for part in parts):
        return True
    first = number == next(lines_below(entry, lines, limit))
    few = len(text.split()) <= MAX_ALONE_WORDS
    if first and layout.titles_below and not titled and few and text[0].isupper():
        return True  # a title that its words do not show
    if any(holds_employer(piece.text.partition(",")[0]) for piece in entry.pieces):
        return False
    if titled and _stands_alone(lines, number, limit):
        return True
    if first and layout.employers_below:
        return True
    usual = layout.employer_below and first
    return usual and _is_last_of_job(lines, number, limit)


def _is_marked_employer(text: str) -> bool:
    """Whether a line has the mark of an employer, or ends in its place."""
    return (
        looks_like_company(text)
        or ANONYMOUS.search(text) is not None
        or PLACE_AT_END.search(text) is not None
        or _is_in_bracketed_country(text)
    )


def _names_employer(text: str) -> bool:
    """Whether a line is an employer with its mark and else a place at most."""
    name = text.partition(",")[0]
    marked = looks_like_company(name) and is_capitalised(name) and title_likeness(text) < 2
    return marked and "\t" not in text


def _is_in_bracketed_country(text: str) -> bool:
    """Whether a line is an employer and its place as Europass writes it: "ISTAT, Rome (Italy)"."""
    found = _BRACKETED_COUNTRY.fullmatch(text)
    return found is not None and looks_like_place(f"{found['town']}, {found['country']}")


def _stands_alone(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a short capitalised line stands between the dates and what was done: an employer
    that no mark gives away ("Oracle")."""
    text = lines[number].text
    if number + 1 >= limit or not is_capitalised(text):
        return False
    name, _, place = text.partition(",")
    if max(len(name.split()), len(place.split())) > MAX_ALONE_WORDS:
        return False
    return opens_body(lines[number + 1].text)


def _is_last_of_job(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a capitalised line is all that stands between the dates and the next job, or what
    was done: "Lakeside Freight, Oslo"."""
    text = lines[number].text
    if not is_capitalised(text) or len(text.split()) > _MAX_SMALL_WORDS:
        return False
    return number + 1 == limit or lines[number + 1].text.startswith("•")
