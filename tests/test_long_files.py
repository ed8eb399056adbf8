"""Long files: the time grows with the file, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from matcher import Matcher
from matcher.documents import read_bytes
from matcher.languages import said_levels


def one_section(n: int) -> str:
    jobs = [
        f"Data Analyst, Acme{i} Ltd, 01/{1980 + i % 40} - 02/{1981 + i % 40}\n- Reports in SQL {i}"
        for i in range(n)
    ]
    return "\n".join(["Jane Roe", "Experience", *jobs])


def many_sections(n: int) -> str:
    """Jobs of the same months, each in a section of its own."""
    job = "Experience\nData Analyst, Acme{} Ltd, 01/2001 - 02/2003\n- Did SQL\nSkills\nC"
    return "\n".join(["Jane Roe", *map(job.format, range(n))])


def links(n: int) -> str:
    return "\n".join([one_section(3), *(f"https://example.com/{i}" for i in range(4 * n))])


@pytest.mark.parametrize("text_of", [one_section, many_sections, links])
def test_time_grows_with_the_file(matcher: Matcher, text_of: Callable[[int], str]) -> None:
    def seconds(n: int) -> float:
        document = read_bytes(text_of(n).encode(), "cv.txt")
        start = time.process_time()
        matcher.match_resume(matcher.resume(document), top=3)
        return time.process_time() - start

    seconds(10)  # what is made at first use
    assert seconds(2400) < 8 * 3 * seconds(300)


def test_a_line_of_many_clauses_is_looked_through_once() -> None:
    start = time.process_time()
    assert said_levels("fluent, " * 100_000, ()) == []
    assert time.process_time() - start < 5
