"""Employers that are named once for several titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, zip_longest

from matcher.records import Position
from matcher.resumes.jobs.header_lines import is_header
from matcher.resumes.jobs.pieces import Entry
from matcher.resumes.jobwords import ends_as_company, looks_like_company
from matcher.resumes.text_lines import TextLine

_SAME = re.compile(
    r"(?:at )?(?:the )?same (?:co|company|employer|firm|place|organi[sz]ation|institut(?:e|ion)"
    r"|group|bank|hospital|clinic|school|university|agency|shop|store|hotel|plant|site|house|office)\b\.?",
    re.IGNORECASE,
)
_MOST_BETWEEN, _MOST_WORDS = 2, 20  # lines that say what an employer does, and words of each


def merge_bare(entries: list[Entry], lines: list[TextLine]) -> list[Entry]:
    """Fold "Acme 2015 – 2020" into the first of the titles that follow directly below it."""
    kept: list[Entry] = []
    whole: Entry | None = None  # the employer with its months under which the titles stand
    for entry, after in zip_longest(entries, entries[1:]):
        bare = entry.title is None and entry.company is not None
        if whole is not None:
            _close(entry, whole)
        if bare or (whole is not None and not _is_held_at(whole, entry)):
            whole = None
        if bare and after is not None and _is_first_title(after, entry, lines):
            _close(after, entry)
            _fold(entry, after)
            whole = entry
        else:
            kept.append(entry)
    return [entry for entry in kept if entry.title or entry.company or entry.dates.ranged]


def _close(title: Entry, employer: Entry) -> None:
    """Ends a title "from 10/2018" with the employer over it, and begins one "until 09/2018" with
    it, which names months for both."""
    inner, outer = title.dates, employer.dates
    if not (inner.ranged and outer.ranged and outer.start) or title.company is not None:
        return
    if inner.start is None and inner.end is not None and outer.start <= inner.end:
        title.dates = replace(inner, start=outer.start)
    elif inner.current and inner.start and outer.end and outer.start <= inner.start <= outer.end:
        title.dates = replace(inner, end=outer.end, current=False)


def _is_held_at(employer: Entry, title: Entry) -> bool:
    """Whether a title is another one held at an employer, which it is given."""
    if title.company is employer.company:  # the first of them
        return True
    alone = title.title is not None and title.company is None and _holds(employer, title)
    if alone or _is_unit_within(title, employer):
        title.company = employer.company
        return True
    if _names_unit(title, employer):
        _take_unit(title, employer)
        return True
    return False


def _is_first_title(title: Entry, employer: Entry, lines: list[TextLine]) -> bool:
    if title.title is None or not _is_within(title, employer):
        return False
    between = lines[employer.lines[-1] + 1 : title.lines[0]]
    if not between:
        return True
    # What the employer does may stand between, where the months tell that both belong together.
    own = title.company is None or _names_unit(title, employer) or _is_unit_within(title, employer)
    told = own and _holds(employer, title) and employer.dates != title.dates
    return told and len(between) <= _MOST_BETWEEN and all(map(_tells_employer, between))


def _tells_employer(line: TextLine) -> bool:
    """Whether a line is a few words and no header: "Mutual insurer, 9,000 employees"."""
    return len(line.text.split()) <= _MOST_WORDS and not is_header(line.text)


def _holds(employer: Entry, title: Entry) -> bool:
    """Whether both have ranges of months, that of the employer those of the title."""
    inner, outer = title.dates, employer.dates
    if not (inner.ranged and outer.ranged and inner.start and outer.start):
        return False
    if outer.start > inner.start:
        return False
    return outer.current or (
        not inner.current
        and outer.end is not None
        and inner.end is not None
        and (inner.end <= outer.end)
    )


def _names_unit(title: Entry, employer: Entry) -> bool:
    """Whether what a comma parts from a title is its unit, as its months are among those of the
    employer over it: "Manager, Actuarial Systems"."""
    if title.title is None or title.company is None or not _holds(employer, title):
        return False
    gap = title.company.start - title.title.end
    beside = len(",") <= gap <= len(", ") and len(title.lines) == 1
    name = title.company.text  # "Systems" may be of both, "GmbH" may not
    return beside and looks_like_company(name) and not ends_as_company(name)


def _take_unit(title: Entry, employer: Entry) -> None:
    if title.title is not None and title.company is not None:
        whole = f"{title.title.text}, {title.company.text}"
        title.title = replace(title.title, text=whole)
    title.company = employer.company


def _fold(employer: Entry, title: Entry) -> None:
    """Give a title the employer over it."""
    if _names_unit(title, employer):
        _take_unit(title, employer)
    elif title.company is None or _is_unit_within(title, employer):
        title.company = employer.company
    if employer.dates.start == title.dates.start and not title.dates.ranged:
        title.dates = employer.dates  # told twice, first with the end
    title.lines = employer.lines + title.lines


def _is_unit_within(title: Entry, employer: Entry) -> bool:
    """Whether what is named beside a title is a part or a place of the employer that stands over
    it, with months that hold those of the title: no mark says that it is another one."""
    named = title.company
    if title.title is None or named is None or title.dates.start == employer.dates.start is None:
        return False
    return _is_within(title, employer) and not looks_like_company(named.text)


def _is_within(title: Entry, employer: Entry) -> bool:
    """Whether a title may be one of those held at an employer: it names no other, or the months are
    among those told of the employer."""
    inner, outer = title.dates, employer.dates
    if title.company is None or inner.start is None or outer.start is None:
        return True
    last = outer.end or inner.end
    return outer.start <= inner.start and (inner.end is None or last is None or inner.end <= last)


def inherit_company(entries: list[Entry]) -> None:
    """A title without employer, and with fewer lines than the job before, belongs to the employer
    of that one; and so does the next one like it, and a further one of the same line."""
    heir: Entry | None = None  # the last entry that took its employer from the one before it
    for before, entry in pairwise(entries):
        if entry.further and entry.company is None:
            entry.company = before.company
        if entry.company or entry.title is None or entry.pieces or before.company is None:
            continue
        fewer = len(before.lines) > len(entry.lines) or _n_above(before) > _n_above(entry)
        if fewer or (heir is before and _n_above(before) == _n_above(entry)):
            entry.company = before.company
            heir = entry


def with_same_employers(positions: Iterable[Position]) -> list[Position]:
    """The jobs in text order, "same company" replaced by the employer above."""
    named: list[Position] = []
    for position in positions:
        above = named[-1].company if named else ""
        if above and _is_same(position.company, above):
            position = replace(position, company=above)
        named.append(position)
    return named


def _is_same(named: str, above: str) -> bool:
    """Whether words point to the employer above: "same company", "same Bakery" below "Hill
    Bakery"."""
    if _SAME.match(named):
        return True
    same, _, noun = named.partition(" ")
    return same.casefold() == "same" and noun.casefold() in above.casefold().split()


def _n_above(entry: Entry) -> int:
    return sum(number < entry.anchor for number in entry.lines)
