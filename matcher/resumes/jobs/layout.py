"""How the jobs of a section are laid out: what stands over their dates, and what below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from matcher.resumes.jobs.header_lines import (
    holds_title,
    is_aside,
    is_capitalised,
    is_head_of,
    is_header,
    parts_of,
)
from matcher.resumes.jobs.pieces import Entry, lacks_employer
from matcher.resumes.jobwords import SURE, is_department, looks_like_company, title_likeness
from matcher.resumes.text_lines import TextLine

_BULLET = "• "
MAX_ALONE_WORDS = 5  # of an employer that no mark gives away, and of its place
MAX_LINES_ABOVE = 3
_LEAST_ALIKE = 2  # jobs, which show how all are laid out


@dataclass(slots=True)
class Layout:
    """How the jobs of a section are laid out, as far as they were read."""

    n_above: int  # lines of a header over its dates
    employer_below: bool = False  # whether a job had its employer alone in the line below its dates
    employers_below: bool = False  # whether all jobs have a name there
    employers_marked: bool = False  # whether all have one with a mark in the line over their dates
    titles_below: bool = False  # whether a job had its title in the line below its dates
    taken: int = -1  # the last line of the job before


def layout_of(entries: list[Entry], lines: list[TextLine]) -> Layout:
    """The layout, as the dates and what stands around them show it."""
    n_above = _n_lines_above(entries, lines)
    return Layout(
        n_above,
        employers_below=not n_above and _employers_stand_below(entries, lines),
        employers_marked=_employers_are_marked(entries, lines),
    )


def _n_lines_above(entries: list[Entry], lines: list[TextLine]) -> int:
    """How many lines of the first job stand over its dates; more than two are of something else."""
    n_above = 0
    first = start_of(entries[0], lines)
    while n_above < min(first, MAX_LINES_ABOVE) and is_head_of(lines, first - n_above - 1):
        n_above += 1
    if n_above < first and n_above == MAX_LINES_ABOVE:
        n_above = 0
    if n_above == 0 and _titles_stand_above(entries, lines):
        return 1
    return n_above


def start_of(entry: Entry, lines: list[TextLine]) -> int:
    """The first line of an entry, or of the site of the employer that stands over it."""
    first = entry.lines[0]
    while first and is_aside(lines[first - 1].text):
        first -= 1
    return first


def _titles_stand_above(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether most dates without a title on their line have one on the line before."""
    bare = [
        entry for entry in entries
        if not any(title_likeness(piece.text) >= 2 for piece in entry.pieces)
    ]  # fmt: skip
    above = [entry.lines[0] - 1 for entry in bare if entry.lines[0] > 0]
    titled = sum(
        (title_likeness(lines[at].text) >= 2 and is_head_of(lines, at))
        or is_marked_title(lines, at)
        for at in above
    )
    return titled * 2 >= max(1, len(bare))


def _employers_stand_below(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether each of several jobs has its title beside its dates and a name in the next line."""
    if len(entries) < _LEAST_ALIKE or any(entry.further for entry in entries):
        return False
    if 2 * sum(map(lacks_employer, entries)) < len(entries):
        return False
    limits = [entry.anchor for entry in entries[1:]] + [len(lines)]
    return all(
        (lacks_employer(entry) or _may_be_title(entry))
        and any(_may_be_name(lines, at) for at in islice(lines_below(entry, lines, limit), 1))
        for entry, limit in zip(entries, limits, strict=True)
    )


def _may_be_title(entry: Entry) -> bool:
    """Whether all that stands beside dates may be a title that its words do not show."""
    return len(entry.pieces) == 1 and not looks_like_company(entry.pieces[0].text)


def lines_below(entry: Entry, lines: list[TextLine], limit: int) -> Iterator[int]:
    """The lines between the dates of a job and the next one that may be of its header."""
    return (at for at in range(entry.anchor + 1, limit) if not is_aside(lines[at].text))


def _employers_are_marked(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether several jobs are items of a list, each a name over a line of dates alone."""
    over = [entry.lines[0] - 1 for entry in entries]
    return (
        len(entries) >= _LEAST_ALIKE
        and not any(entry.pieces for entry in entries)
        and all(at >= 0 and lines[at].text.startswith(_BULLET) for at in over)
        and all(_is_short_name(lines[at].text.removeprefix(_BULLET)) for at in over)
    )


def _may_be_name(lines: list[TextLine], at: int) -> bool:
    """Whether a line of a header is a short name, with a place at most."""
    return is_head_of(lines, at) and _is_short_name(lines[at].text)


def _is_short_name(text: str) -> bool:
    name, _, place = text.partition(",")
    return (
        is_capitalised(text)
        and max(len(name.split()), len(place.split())) <= MAX_ALONE_WORDS
        and not holds_title(text)
        and not is_department(text)
    )


def is_marked_title(lines: list[TextLine], at: int) -> bool:
    """Whether a line is a title with a mark before it, as on a time line: "• Baker, Acme Ltd"."""
    text = lines[at].text.removeprefix("• ")
    if text == lines[at].text or not is_header(text):
        return False
    return any(title_likeness(part) == SURE for part in parts_of(text))
