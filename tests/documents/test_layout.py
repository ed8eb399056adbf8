"""Reading order of a page: lists in two columns, and the lines above and below them."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from tests.documents.builders import PROSE, lines, pdf, wrapped

LEFT = ["Bookkeeping", "Payroll of forty people", "Cash handling", "Stock control", "Typing"]
RIGHT = ["Negotiation", "Public speaking", "Team building", "Conflict resolution", "Mentoring"]
HEAD = ["Experience", "Shop Manager", "Initech, Leeds", "May 2015 to June 2019"]


def read(content: bytes) -> list[str]:
    return read_bytes(content, "resume.pdf").text.splitlines()


def top(canvas: FPDF) -> float:
    """A summary over the whole width; returns where the next line would be."""
    return lines(canvas, ["Skills"], y=wrapped(canvas, PROSE, 60, 60, 480))


@pytest.mark.parametrize("shift", [0, 7])
def test_a_heading_below_a_list_in_two_columns_is_read_after_both(shift: float) -> None:
    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        end = lines(canvas, LEFT, 84, y)
        lines(canvas, RIGHT, 300, y + shift)
        wrapped(canvas, PROSE, 60, lines(canvas, HEAD, 60, end + 12), 480)

    assert read(pdf(draw)) == [PROSE, "Skills", *LEFT, *RIGHT, *HEAD, PROSE]


def test_a_heading_between_two_lists_in_columns_parts_them() -> None:
    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        for heading in ("Languages", "Interests"):
            end = lines(canvas, [f"{heading} {item}" for item in LEFT], 84, y)
            lines(canvas, [f"{heading} {item}" for item in RIGHT], 300, y)
            y = lines(canvas, [f"After {heading}"], 60, end)

    assert read(pdf(draw))[2:] == [
        *(f"Languages {item}" for item in [*LEFT, *RIGHT]),
        "After Languages",
        *(f"Interests {item}" for item in [*LEFT, *RIGHT]),
        "After Interests",
    ]


@pytest.mark.parametrize("left_first", [True, False])
def test_the_longer_of_two_columns_is_read_to_its_end(left_first: bool) -> None:
    def draw(canvas: FPDF) -> None:
        sides = [(60, [*LEFT, *(f"{item} again" for item in LEFT)]), (300, RIGHT)]
        for x, items in sides if left_first else sides[::-1]:
            lines(canvas, items, x)

    assert read(pdf(draw)) == [*LEFT, *(f"{item} again" for item in LEFT), *RIGHT]


@pytest.mark.parametrize("shift", [0, 7])
def test_a_list_of_short_items_is_a_column_however_narrow(shift: float) -> None:
    items = ["Excel", "Outlook", "Word", "Access", "Typing"]

    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        end = lines(canvas, LEFT, 84, y)
        lines(canvas, items, 300, y + shift)
        wrapped(canvas, PROSE, 60, end + 12, 480)

    assert read(pdf(draw)) == [PROSE, "Skills", *LEFT, *items, PROSE]


def test_dates_drawn_apart_from_their_jobs_stand_beside_them() -> None:
    jobs = ["Cook, Initech", "Baker, Umbrella", "Butcher, Acme", "Grocer, Globex"]
    years = ["2019-2021", "2016-2019", "2014-2016", "2011-2014"]

    def draw(canvas: FPDF) -> None:
        end = lines(canvas, jobs, y=100)
        lines(canvas, years, 480, 100)
        wrapped(canvas, PROSE, 60, end + 12, 480)

    assert read(pdf(draw))[:4] == [f"{job}\t{year}" for job, year in zip(jobs, years, strict=True)]
