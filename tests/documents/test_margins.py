"""Running heads and feet of a PDF, and the jobs that pages break off in the same places."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from tests.documents.builders import lines, pdf

HEAD, FOOT = 40.0, 815.0  # from the upper edge of an A4 page, in points
BODY = ["Kept the ledgers of nine shops", "Counted the stock of the yard"]


def read(*pages: dict[float, str]) -> list[str]:
    """The text of a file with the given lines, by their place, around the body of each page."""

    def draw(canvas: FPDF) -> None:
        marginal = pages[canvas.page_no() - 1]
        for y in sorted(marginal):
            if y < HEAD + 40:
                canvas.text(60, y, marginal[y])
        lines(canvas, [f"{text} ({canvas.page_no()})" for text in BODY], y=200)
        for y in sorted(marginal):
            if y > HEAD + 40:
                canvas.text(60, y, marginal[y])

    found = read_bytes(pdf(draw, pages=len(pages)), "resume.pdf").text.splitlines()
    return [line for line in found if not line.startswith(tuple(BODY))]


def test_jobs_at_the_edges_of_pages_keep_their_dates() -> None:
    first = {FOOT - 14: "Consultant, Gamma Ltd", FOOT: "2012 - 2015"}
    second = {HEAD: "Data Clerk, Omega Ltd", HEAD + 14: "2009 - 2012"}
    assert read(first, second) == [*first.values(), *second.values()]


@pytest.mark.parametrize(
    "jobs",
    [
        pytest.param(["Mason, 2014 to 2016", "Mason, 2011 to 2013"], id="years"),
        pytest.param(["Mason 1/2011 - 5/2011", "Mason 2/2011 - 5/2011"], id="months"),
        pytest.param(["2011", "2012", "2013"], id="years that count as the pages do"),
        pytest.param(["Shift A, 40 hours", "Shift A, 41 hours"], id="hours"),
    ],
)
def test_entries_in_the_same_place_of_two_pages_are_no_running_head(jobs: list[str]) -> None:
    assert read(*({HEAD: job} for job in jobs)) == jobs


def test_what_is_said_in_two_places_of_two_pages_is_no_running_head() -> None:
    assert len(read({HEAD: "Acme Ltd, 2011"}, {HEAD + 14: "Acme Ltd, 2011"})) == 2
    assert len(read({HEAD: "Acme Ltd, 2011"}, {FOOT: "Acme Ltd, 2011"})) == 2


def test_an_employer_below_other_lines_is_no_running_head() -> None:
    pages = [{HEAD: f"Baker in shop {name}", HEAD + 14: "Acme Ltd"} for name in "ABC"]
    assert read(*pages).count("Acme Ltd") == 3


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {}", "{} / 3", "Page {} of 3"])
def test_page_numbers_are_left_out(number: str) -> None:
    assert read(*({FOOT: number.format(page)} for page in (1, 2, 3))) == []


def test_a_number_that_is_not_that_of_its_page_is_kept() -> None:
    assert read({FOOT: "95"}, {FOOT: "40 / 41"}) == ["95", "40 / 41"]


def test_feet_whose_number_counts_from_elsewhere_are_left_out() -> None:
    assert read(*({FOOT: f"Jane Doe, {page} of 9"} for page in (5, 6, 7))) == []


def test_a_line_on_every_page_is_read_once() -> None:
    head = "Jane Doe | jane@example.org | 555 0123"
    assert read({HEAD: head}, {HEAD: head}, {HEAD: head, HEAD + 14: "Mason, 2011"}) == [
        head, "Mason, 2011",
    ]  # fmt: skip


def test_a_head_that_says_again_what_stands_elsewhere_is_left_out() -> None:
    head = {HEAD: "Jane Doe", HEAD + 14: "Curriculum vitae"}
    assert read({HEAD + 20: "Jane Doe"}, head, head) == ["Jane Doe", "Curriculum vitae"]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("11/22/26, 11:53 AM", "https://example.org/jane-roe 1/1"),
        ("22.11.2026, 11:53   Jane Roe - Resume", "file:///home/jane/cv.html   1/1"),
        ("2026-11-22 09:05", "1 of 1   22/11/2026, 11:53"),
    ],
)
def test_what_a_browser_prints_around_a_page_goes(head: str, foot: str) -> None:
    assert read({HEAD: head, FOOT: foot}) == []


def test_a_link_or_a_date_at_the_edge_of_a_page_stays() -> None:
    told = {HEAD: "Jane Roe, 22/11/2026", FOOT: "https://example.org/jane-roe"}
    assert read(told) == list(told.values())
