from __future__ import annotations

import datetime

import pytest

from matcher.documents import read_bytes
from matcher.duplicates import same_people
from matcher.records import Resume
from matcher.resumes import read_resume
from matcher.wording import same_in_words

TODAY = datetime.date(2026, 11, 20)
TEXT = """Jane Roe
jane@example.com
Experience
Data Engineer, Acme Ltd, Mar 2019 - Present
- Built pipelines in Spark and Airflow for thirty analysts of the sales team
Data Analyst, Foo Ltd, Jan 2016 - Feb 2019
- Wrote reports in SQL for the sales team and for the board of the company
Clerk, Bar Ltd, Jan 2014 - Dec 2015
- Kept the books
Education
BSc Computer Science, University of Leeds, 2013
"""


def read(text: str) -> Resume:
    return read_resume(read_bytes(text.encode(), "cv.txt"), today=TODAY)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (TEXT.replace("Kept the books", "Kept all the books"), True),
        (TEXT.replace("jane@example.com", "555 0100"), True),  # name and months
        (TEXT.replace("Jane Roe\njane@example.com\n", ""), True),  # three jobs
        (TEXT.replace("Jane Roe\njane@", "John Doe\njohn@").replace("2016", "2015"), False),
        (TEXT.replace("jane@example.com", "j@example.org").replace("Mar 2019", "May 2018")
         .replace("2016", "2015").replace("2014", "2013"), False),
    ],
)  # fmt: skip
def test_who_is_the_same_person(other: str, same: bool) -> None:
    one, two = read(TEXT), read(other)
    found = same_people([one, two])
    assert found == same_people([two, one])
    ids = one.document.id, two.document.id
    assert found == ({ids[0]: (ids[1],), ids[1]: (ids[0],)} if same else {})


def test_the_same_file_twice_is_the_same_person() -> None:
    one = read(TEXT)
    assert same_people([one, one]) == {one.document.id: (one.document.id,)}
    assert same_in_words([(1, "a", ("a",)), (2, "b", ()), (3, "a", ("a",))]) == [
        "1 and 3 seem to be the same person"
    ]


def test_each_group_is_named_once() -> None:
    named = [(1, "a", ("c",)), (2, "b", ()), (3, "c", ("a",))]
    assert same_in_words(named) == ["1 and 3 seem to be the same person"]
