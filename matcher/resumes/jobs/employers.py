"""Employers that are named once for several titles."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from matcher.resumes.jobs.pieces import Entry
from matcher.resumes.jobwords import looks_like_company


def merge_bare(entries: list[Entry]) -> list[Entry]:
    """Fold "Acme 2015 – 2020" into the first of the titles that follow directly below it."""
    kept: list[Entry] = []
    whole: Entry | None = None  # the employer with its months under which the titles stand
    for entry, after in zip_longest(entries, entries[1:]):
        bare = entry.title is None and entry.company is not None
        if whole is not None and not bare and _is_unit_within(entry, whole):
            entry.company = whole.company
        else:
            whole = None
        if bare and after is not None and _is_first_title(after, entry):
            _fold(entry, after)
            whole = entry
        else:
            kept.append(entry)
    return [entry for entry in kept if entry.title or entry.company or entry.dates.ranged]


def _is_first_title(title: Entry, employer: Entry) -> bool:
    below = title.lines[0] == employer.lines[-1] + 1
    return below and title.title is not None and _is_within(title, employer)


def _fold(employer: Entry, title: Entry) -> None:
    """Give a title the employer over it."""
    title.company = title.company or employer.company
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
    of that one; and so does the next one like it."""
    heir: Entry | None = None  # the last entry that took its employer from the one before it
    for before, entry in pairwise(entries):
        if entry.company or entry.title is None or entry.pieces or before.company is None:
            continue
        fewer = len(before.lines) > len(entry.lines) or _n_above(before) > _n_above(entry)
        if fewer or (heir is before and _n_above(before) == _n_above(entry)):
            entry.company = before.company
            heir = entry


def _n_above(entry: Entry) -> int:
    return sum(number < entry.anchor for number in entry.lines)
