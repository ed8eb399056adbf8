"""How the time grows with the text: one eight times as long should take some eight times as long,
not sixty-four; of resumes, of postings, and of the patterns that find skills and dates.

python -m tests.benchmarks.long_files [--jobs 300]
"""

from __future__ import annotations

import argparse
import datetime
import time
from collections.abc import Callable

from matcher import Matcher
from matcher.documents import read_bytes
from matcher.resumes.dates import find_ranges

TIMES = 8
CHARACTERS = 20_000
TODAY = datetime.date(2026, 11, 20)
# What patterns may stumble over when a text is full of it.
SKILLS = ("A-", "•", "((", "a/", "a.", "x@", "C++/", "Python-")
POSTINGS = (
    "a ", "or ", "(", "1 ", "Python or ", "Python, ", "e.g. ", "•", "3+ years ", "must ", "Aa",
    "aaaaA", "\t", "technical skills and ", "A-", "B.S. ", "degree in ", "The a ", "SQL, skills ",
    "the team ", "· ", "* A", "Required ",
)  # fmt: skip
DATES = ("1/2/3-", "1", "2019-")


def one_section(n: int) -> str:
    """Jobs under one heading."""
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
    """Three jobs and many links."""
    return "\n".join([one_section(3), *(f"https://example.com/{i}" for i in range(4 * n))])


def clauses(n: int) -> str:
    """A line of many clauses about languages."""
    return "\n".join([one_section(3), "Languages", "fluent, " * (10 * n)])


def seconds(run: Callable[[str], object], text: str) -> float:
    """Processor time of one run."""
    start = time.process_time()
    run(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=300)
    options = parser.parse_args()
    matcher = Matcher(today=TODAY, n_readers=0)

    def match(text: str) -> None:
        matcher.match_resume(matcher.resume(read_bytes(text.encode(), "cv.txt")), top=3)

    def posting(text: str) -> None:
        matcher.read_posting_text(f"Title\nRequirements\n{text}")

    match(one_section(10))  # what is made at first use
    posting("SQL")
    for text_of in (one_section, many_sections, links, clauses):
        compare(text_of.__name__, match, text_of(options.jobs), text_of(TIMES * options.jobs))
    for name, run, stuffs in (
        ("posting of", posting, POSTINGS),
        ("skills in", matcher.parts.finder.find, SKILLS),
        ("dates in", lambda text: find_ranges(text, today=TODAY), DATES),
    ):
        for stuff in stuffs:
            n = CHARACTERS // len(stuff)
            compare(f"{name} {stuff!r}", run, stuff * n, stuff * n * TIMES)


def compare(name: str, run: Callable[[str], object], short: str, long: str) -> None:
    """Prints both times and how many times as long the long text took."""
    one, other = seconds(run, short), seconds(run, long)
    print(f"{name:34} {one:6.3f} s, {other:6.3f} s: {other / max(one, 1e-4):4.1f} times as long")


if __name__ == "__main__":
    main()
