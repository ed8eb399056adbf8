"""Dates of a job that stand in a column of their own, its first over its last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from matcher.resumes.dates import DateRange, find_ranges, leading_month
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.text_lines import TextLine

_BETWEEN_LINES = frozenset({"to", "-", "–", "—", "until", "bis", "à", "hasta", "a"})
_PRESENT = re.compile(
    r"(?:(?:to |till )?(?:present|current|date|now|today)|currently(?: working| employed)?"
    r"|heute|aujourd['’]hui)\.?",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:[-–—]{1,2}|\b(?:to|until|till|bis))$", re.IGNORECASE)
_DASH = re.compile(r"^[-–—]{1,2}\s*")
_MAX_REST_WORDS = 10
Cuts = dict[int, tuple[int, int]]  # the span of the dates in each line, by the line's number


def stacked_dates(
    lines: list[TextLine], number: int, dates: DateRange, today: date
) -> tuple[DateRange, Cuts] | None:
    """A range written over lines, and where in them it stands.

    Fields of a form, "Start date: May 2015" and "End date: June 2017"; three lines, "May 2015",
    "to", "Current"; two lines, "Oct 2014" and "Feb 2016", or "Oct 2014 –" and "Present"; or two
    lines that go on with employer and title, "2019, May  Acme Ltd" and "2020, June  Data Analyst".
    """
    text = lines[number].text
    if (labelled := _labelled(lines, number, today)) is not None:
        return labelled
    if (wrapped := _wrapped(lines, number, dates, today)) is not None:
        return wrapped
    if dates.ranged or dates.span[0] > 0 or number + 1 >= len(lines):
        return None
    bare = dates.span[1] == len(text)
    below = lines[number + 1].text
    if bare and below.casefold() in _BETWEEN_LINES and number + 2 < len(lines):
        last = lines[number + 2].text
        joined = _joined(text, last, today)
        if joined is None:
            return None
        numbers = (number, number + 1, number + 2)
        return joined, {at: (0, len(lines[at].text)) for at in numbers}
    return _two_lines(lines, number, dates, today)


def _labelled(lines: list[TextLine], number: int, today: date) -> tuple[DateRange, Cuts] | None:
    """A range whose ends stand in fields of their own."""
    first = _FIRST_FIELD.fullmatch(lines[number].text)
    last = _LAST_FIELD.fullmatch(lines[number + 1].text) if number + 1 < len(lines) else None
    joined = _joined(first["date"], last["date"], today) if first and last else None
    if joined is None:
        return None
    return joined, {at: (0, len(lines[at].text)) for at in (number, number + 1)}


_FIRST_FIELD = re.compile(
    r"(?:start(?:ing|ed)?|begin(?:ning)?|date (?:from|started|of joining)|from|joined)(?: date)?"
    r"\s?:\s*(?P<date>\S.*)",
    re.IGNORECASE,
)
_LAST_FIELD = re.compile(
    r"(?:end(?:ing|ed)?|date (?:to|ended|left|of leaving)|to|until|left)(?: date)?"
    r"\s?:\s*(?P<date>\S.*)",
    re.IGNORECASE,
)


def _wrapped(
    lines: list[TextLine], number: int, dates: DateRange, today: date
) -> tuple[DateRange, Cuts] | None:
    """A range that a narrow cell broke beside its dash: "Oct 2014 –" over "Present"."""
    if dates.span[0] > 0 or number + 1 >= len(lines):
        return None
    text, below = lines[number].text, lines[number + 1].text
    first, last = _OPENS.sub("", text), _DASH.sub("", below)
    if (first == text) == (last == below):
        return None
    joined = _joined(first, last, today)
    if joined is None:
        return None
    return joined, {number: (0, len(text)), number + 1: (0, len(below))}


def _two_lines(
    lines: list[TextLine], number: int, dates: DateRange, today: date
) -> tuple[DateRange, Cuts] | None:
    text, below = lines[number].text, lines[number + 1].text
    if dates.start is None or dates.start != dates.end:
        return None  # a year alone
    end = _end_of_last(below, dates, today)
    if end is None:
        return None
    rests = [text[dates.span[1] :], below[end[1] :]]
    if any(len(rest.split()) > _MAX_REST_WORDS for rest in rests):
        return None
    if sum(title_likeness(rest) >= 2 for rest in rests) != 1 and any(rests):
        return None
    joined = _joined(text[: dates.span[1]], end[0], today)
    if joined is None:
        return None
    return joined, {number: dates.span, number + 1: (0, end[1])}


def _end_of_last(text: str, dates: DateRange, today: date) -> tuple[str, int] | None:
    """The last date at the begin of the second line, and where it ends."""
    if _PRESENT.fullmatch(text):
        return "present", len(text)
    found = find_ranges(text, today=today)
    if found:
        last = found[0]
        if last.span[0] > 0 or last.ranged or last.start != last.end:
            return None
        return text[: last.span[1]], last.span[1]
    month = leading_month(text)
    if month is None or dates.start is None:
        return None
    return f"{text[:month]} {dates.start.year}", month


def _joined(first: str, last: str, today: date) -> DateRange | None:
    """The range of two dates. Its span is none of a line."""
    joined = f"{first} to {last}"
    ranges = find_ranges(joined, today=today)
    if len(ranges) != 1 or not ranges[0].ranged or ranges[0].span != (0, len(joined)):
        return None
    return replace(ranges[0], span=(0, 0))
