from __future__ import annotations

import pytest

from matcher.contract import PositionJson
from matcher.time_line import stretch_of, years_spanned


def position(start: str | None, end: str | None, months: int | None) -> PositionJson:
    return {
        "title": "Baker",
        "company": "",
        "start": start,
        "end": end,
        "current": end is None and start is not None,
        "kind": "job",
        "place": "",
        "months": months,
        "text": "",
    }


FIRST = position("2019-01", "2019-12", 12)
NOW = position("2020-07", None, 18)  # to the end of 2021
UNDATED = position(None, None, None)


def test_the_line_goes_from_the_first_year_to_the_last() -> None:
    assert years_spanned([NOW, FIRST, UNDATED]) == (2019, 2021)
    assert years_spanned([UNDATED]) is None


def test_a_position_stands_where_its_months_are() -> None:
    span = (2019, 2021)
    assert stretch_of(FIRST, span) == pytest.approx((0, 1 / 3))
    assert stretch_of(NOW, span) == pytest.approx((0.5, 1))
    assert stretch_of(UNDATED, span) is None and stretch_of(UNDATED, None) is None
