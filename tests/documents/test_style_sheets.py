"""Text of a page that only its style sheets part, or nothing but the tags between."""

from __future__ import annotations

import pytest

from matcher.documents import read_bytes

PROSE = "<p>Baked sourdough for three hundred guests a day and taught two apprentices.</p>"


def lines_of(body: str, style: str = "") -> list[str]:
    page = f"<html><head><style>{style}</style></head><body>{body}{PROSE}</body></html>"
    return read_bytes(page.encode(), "cv.html").text.split("\n")[:-1]


SHEETS = [
    (".job{display:flex}", "<div class='job'><span>Baker</span><span>May 2015</span></div>"),
    (".job span{float:right}", "<div class='job'>Baker<span>May 2015</span></div>"),
    ("@media all{.when{margin-left:2em}}", "<div>Baker<i class='when'>May 2015</i></div>"),
    ("", "<div style='display:flex'><b style='color:red'>Baker</b><b>May 2015</b></div>"),
]


@pytest.mark.parametrize(("style", "body"), SHEETS)
def test_what_a_style_sheet_sets_beside_each_other_is_parted(style: str, body: str) -> None:
    assert lines_of(body, style) == ["Baker\tMay 2015"]


def test_what_a_style_sheet_sets_under_each_other_is_lines() -> None:
    body = "<div class='school'><span>Hill College</span><span>BSc Botany</span></div>"
    style = ".cv .school>span{display:block}"
    assert lines_of(f"<div class='cv'>{body}</div>", style) == ["Hill College", "BSc Botany"]
    assert lines_of(body, style) == ["Hill College\tBSc Botany"]  # a rule of other elements


MET = [
    ("<b class='what'>Teacher</b><i class='when'>2015</i>", "Teacher\t2015"),
    ("<a class='tag'>Go</a><a class='tag'>Redis</a>", "Go\tRedis"),
    ("<div>Teacher<span class='when'>Aug 2015</span></div>", "Teacher\tAug 2015"),
    ("<span>Baker</span><span>jo@fern.example</span>", "Baker\tjo@fern.example"),
]


@pytest.mark.parametrize(("body", "line"), MET)
def test_two_elements_that_meet_where_no_word_goes_on_are_parted(body: str, line: str) -> None:
    assert lines_of(body) == [line]


WHOLE = [
    ("<b class='a'>Node</b><b class='b'>.js</b>", "Node.js"),
    ("<b class='first'>J</b><b class='rest'>AN FERN</b>", "JAN FERN"),
    ("<span style='x:y'>Post</span><span style='x:z'>GreSQL</span>", "PostGreSQL"),
    ("<p>Baked <b>Rye</b> and <b>Spelt</b>.</p>", "Baked Rye and Spelt."),
]


@pytest.mark.parametrize(("body", "line"), WHOLE)
def test_a_word_in_several_elements_stays_whole(body: str, line: str) -> None:
    assert lines_of(body) == [line]


def test_a_sentence_in_a_flexible_box_stays_one() -> None:
    body = "<div class='box'>Baked <b>Rye</b> for <b>Fern</b></div>"
    assert lines_of(body, ".box{display:flex}") == ["Baked Rye for Fern"]


def test_a_huge_style_sheet_costs_no_time() -> None:
    style = "a b c d e{float:left}" * 20_000 + "x" * 200_000
    assert lines_of("<div><span>Baker</span> <span>Fern</span></div>" * 50, style)[0]
