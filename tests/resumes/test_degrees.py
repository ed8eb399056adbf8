"""Names of degrees, and words that are none."""

from __future__ import annotations

import pytest

from matcher.resumes.degrees import find_degree

DEGREES = [
    "H.S. Diploma",
    "B.COM, Commerce",
    "B.S.I.T : Software",
    "AA Degree : Chemistry",
    "Associates Fern Community College",
    "Specialist degree in Economics",
    "General Equivalency Diploma",
    "Master of Professional Studies",
    "Bachelorof Science : Botany",
    "Bacholrs : Botany",
    "Assosicates Hill College",
    "Baccalaureate of Science",
    "Ordinary Level Hill University",
    "Higher Secondary Certificate",
    "2010 BS Physics",
    "Msc Botany",
    "Mba, Hill University",
    "M.C.A, Hill University",
    "Btech in Textiles",
    "S.S.C, Hill School",
    "Phd in Botany",
]


@pytest.mark.parametrize("text", DEGREES)
def test_a_degree_is_found_where_it_begins(text: str) -> None:
    assert find_degree(text) is not None


NO_DEGREES = [
    "Student (no diploma)",
    "Half of my MBA is done",
    "Took classes towards a bachelor",
    "Certified Energy Manager, Green associate",
    "Associate of Loss Control (ALC)",
    "Certified Associate in Project Management",
    "Master Thesis: Tides and Sand",
    "Master Certificate : Sailing",
    "Scrum Master",
    "Diplomacy and tact",
    "Project Management MSI",
]


@pytest.mark.parametrize("text", NO_DEGREES)
def test_what_is_not_held_is_no_degree(text: str) -> None:
    assert find_degree(text) is None


def test_a_dba_without_a_school_is_an_administrator() -> None:
    assert find_degree("2011 - 2016 Hill Bank -- DBA") is None
    assert find_degree("DBA, Hill University, 2012") is not None


@pytest.mark.parametrize("post", ["Doctoral Researcher", "PhD Research Fellow", "Doctoral Fellow"])
def test_a_post_of_a_doctoral_student_is_no_degree(post: str) -> None:
    assert find_degree(f"{post}, Hill Institute") is None
    assert find_degree("PhD student") is not None


def test_latin_letters_are_degrees_and_no_initials_or_times() -> None:
    for text in ("A.B. in Economics", "A.B. Government, Hill College", "Sc.B. Physics"):
        assert (found := find_degree(text)) is not None and found.level == 3
    assert (master := find_degree("A.M., History")) is not None and master.level == 4
    assert not any(map(find_degree, ("A.B. Smith", "10 A.M. to 5 P.M.", "10 A.M., daily")))
