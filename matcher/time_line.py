"""Positions drawn on a line of years, on a terminal as on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matcher.records import Month

if TYPE_CHECKING:
    from matcher import contract as c


def years_spanned(positions: Sequence[c.PositionJson]) -> tuple[int, int] | None:
    """First and last year of all dated positions; None without dates."""
    years = [int(each["start"][:4]) for each in positions if each["start"]]
    years += [int(each["end"][:4]) for each in positions if each["end"]]
    years += [
        Month.at(Month.parse(each["start"]).index + (each["months"] or 1) - 1).year
        for each in positions
        if each["current"] and each["start"]
    ]
    return (min(years), max(years)) if years else None


def stretch_of(
    position: c.PositionJson, span: tuple[int, int] | None
) -> tuple[float, float] | None:
    """Where on the line of these years a position begins and ends, as shares of its length; None
    without dates."""
    if span is None or not position["start"] or not position["months"]:
        return None
    first = Month.parse(position["start"]).index - Month(span[0], 1).index
    n_months = 12 * (span[1] - span[0] + 1)
    return first / n_months, (first + position["months"]) / n_months
