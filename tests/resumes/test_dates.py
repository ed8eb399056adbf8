"""Date ranges as resumes write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.records import Month
from matcher.resumes.dates import find_ranges, union_months

TODAY = datetime.date(2026, 11, 20)

RANGES = [
    ("2009–12", "2009-01", "2012-12", False),
    ("2019 - 21", "2019-01", "2021-12", False),
    ("2019 - 21 Apr 2020", "2019-01", "2020-04", False),
    ("2020-06 > now", "2020-06", None, True),
    ("2015-02 > 2020-05", "2015-02", "2020-05", False),
    ("2018.01 -> 2021.04", "2018-01", "2021-04", False),
    ("2021.06 ->", "2021-06", None, True),
    ("2014-Mar to 2017-Jul", "2014-03", "2017-07", False),
    ("1998–01", "1998-01", "2001-12", False),
    ("2015– 20", "2015-01", "2020-12", False),
    ("Mar 2019 – Present", "2019-03", None, True),
    ("03/2019-06/2021", "2019-03", "2021-06", False),
    ("2017–2019", "2017-01", "2019-12", False),
    ("since 2020", "2020-01", None, True),
    ("Summer 2018", "2018-06", "2018-08", False),
    ("mid-2019 to early 2021", "2019-06", "2021-03", False),
    ("end of 2018 to late 2020", "2018-10", "2020-12", False),
    ("April 2019\tEnd date: March 2021", "2019-04", "2021-03", False),
    ("2019-Q2", "2019-04", "2019-06", False),
    ("Sept '19", "2019-09", "2019-09", False),
    ("01.03.2019", "2019-03", "2019-03", False),
    ("2019-03 – 2021-06", "2019-03", "2021-06", False),
    ("June 2011 to date", "2011-06", None, True),
    ("Jan 2018 - now", "2018-01", None, True),
    ("April 2020 to Current", "2020-04", None, True),
    ("Jan - Mar 2019", "2019-01", "2019-03", False),
    ("Nov – Feb 2019", "2018-11", "2019-02", False),
    ("03/19 - 06/21", "2019-03", "2021-06", False),
    ("2015/16", "2015-01", "2016-12", False),
    ("12/2019 – heute", "2019-12", None, True),
    ("depuis mars 2019", "2019-03", None, True),
    ("marzo de 2019 - actualidad", "2019-03", None, True),
    ("Jan 05, 2014 - March 3rd, 2016", "2014-01", "2016-03", False),
    ("12/03/2018 - 10/10/2019", "2018-12", "2019-10", False),
    ("15/03/2018 - 20/10/2019", "2018-03", "2019-10", False),
    ("05/2018\t09/2019", "2018-05", "2019-09", False),
    ("2021 now", "2021-01", None, True),
    ("2020 –", "2020-01", None, True),
    ("until May 2019", None, "2019-05", False),
    ("Q3 2019 - Q1 2020", "2019-07", "2020-03", False),
    ("May1992", "1992-05", "1992-05", False),
    ("1993/1998", "1993-01", "1998-12", False),
    ("May 2015- Cont", "2015-05", None, True),
]


@pytest.mark.parametrize(("text", "start", "end", "current"), RANGES)
def test_a_date_range_is_read(text: str, start: str | None, end: str | None, current: bool) -> None:
    (found,) = find_ranges(text, today=TODAY)
    assert (found.start and str(found.start), found.end and str(found.end), found.current) == (
        start,
        end,
        current,
    )
    assert text[slice(*found.span)].strip() == text.strip()


@pytest.mark.parametrize("mark", [":", ",", ")", ";"])
def test_a_month_behind_its_year_ends_a_range(mark: str) -> None:
    (found,) = find_ranges(f"2017 july - 2019 october{mark} Baker", today=TODAY)
    assert (found.start, found.end) == (Month(2017, 7), Month(2019, 10))


@pytest.mark.parametrize(
    "text",
    ["call 555-2019", "$2019", "20199 users", "Windows 10", "no date", "May be", "2031 - 2033",
     "2020-2018", "version 12.5", "Windows Server 2003/2008", "Visual Studio .NET 2005/2008",
     "99% of 1500"],
)  # fmt: skip
def test_what_is_no_date_and_what_is_impossible_gives_nothing(text: str) -> None:
    assert find_ranges(text, today=TODAY) == []


def test_the_end_of_the_running_year_is_cut_at_today() -> None:
    (found,) = find_ranges("2024 – 2026", today=TODAY)
    assert (found.end, found.current) == (Month(2026, 11), False)


def test_a_contract_that_ends_next_year_is_current() -> None:
    (found,) = find_ranges("May 2025 – June 2027", today=TODAY)
    assert (found.end, found.current) == (None, True)


def test_an_end_in_the_far_future_is_ignored() -> None:
    (found,) = find_ranges("May 2025 – June 2072", today=TODAY)
    assert (found.start, found.end, found.current) == (Month(2025, 5), None, False)


def test_a_start_in_the_future_drops_the_range() -> None:
    assert find_ranges("Jan 2027 - present", today=TODAY) == []


def test_overlapping_months_count_once() -> None:
    spans = [(Month(2018, 1), Month(2018, 12)), (Month(2018, 7), Month(2019, 6))]
    assert union_months([(first.index, last.index) for first, last in spans]) == 18


@given(st.text(alphabet="0129/-. –JanMaryto'presentQ", max_size=60))
def test_spans_lie_in_the_text_and_starts_before_ends(text: str) -> None:
    for found in find_ranges(text, today=TODAY):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
        if found.start and found.end:
            assert found.start <= found.end <= Month(TODAY.year, TODAY.month)


def test_a_number_behind_a_dash_and_before_a_word_is_no_year() -> None:
    (found,) = find_ranges("2019– 20 people", today=TODAY)
    assert (found.start, found.end) == (Month(2019, 1), Month(2019, 12))
    (found,) = find_ranges("2009–12 Hill School", today=TODAY)
    assert (found.start, found.end) == (Month(2009, 1), Month(2012, 12))


def test_and_joins_two_dates_behind_between_only() -> None:
    (told,) = find_ranges("Between 2018 and early 2022 I wrote Java", today=TODAY)
    assert (str(told.start), str(told.end), told.ranged) == ("2018-01", "2022-03", True)
    assert not any(each.ranged for each in find_ranges("Best seller 2015 and 2018", today=TODAY))
