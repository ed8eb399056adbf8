from __future__ import annotations

from pathlib import Path

import pytest

from matcher.careers import FlowPoint, flow_of, role_difference, standing_of
from matcher.corpus import Corpus, shared_folder
from matcher.errors import NoInput, UnreadableDocument
from matcher.matching import Matcher
from matcher.reports import compare_report
from matcher.scoring.fits import FitScore, ScorePart

SAMPLES = shared_folder() / "corpus" / "samples"
ML = SAMPLES / "maya-lindqvist-ml-engineer.pdf"
ANALYST = SAMPLES / "priya-raman-data-analyst.docx"


def fit(points: float, band: str = "good") -> FitScore:
    return FitScore((ScorePart("skills", points, 100.0, True),), band)


def test_a_role_is_at_no_distance_from_itself(corpus: Corpus) -> None:
    role = corpus.role("data-engineer")
    found = role_difference(role, role, corpus)
    assert (found.distance, found.only_there) == (0.0, ())


def test_distances_are_the_same_both_ways_and_grow_with_the_trade(corpus: Corpus) -> None:
    ids = ("data-engineer", "analytics-engineer", "chef")
    engineer, near, far = (corpus.role(each) for each in ids)
    there = role_difference(engineer, near, corpus)
    back = role_difference(near, engineer, corpus)
    assert there.distance == back.distance < role_difference(engineer, far, corpus).distance <= 1
    assert {each.id for each in there.shared} == {each.id for each in back.shared}
    assert {each.id for each in there.bridge} == set(engineer.bridges["analytics-engineer"])


def test_the_line_on_which_data_flows_names_roles_of_the_corpus(corpus: Corpus) -> None:
    flow = flow_of(corpus)
    assert len(flow) == 5
    assert all(role_id in corpus.roles for point in flow for role_id in point.roles)


def test_standing_is_a_mean_of_the_roles_that_fit(corpus: Corpus) -> None:
    engineer, chef = corpus.role("data-engineer"), corpus.role("chef")
    flow = (FlowPoint("one", "", ("data-engineer",)), FlowPoint("two", "", ("chef",)))
    alone = standing_of([(engineer, fit(50)), (chef, fit(50, "out_of_scope"))], flow)
    assert alone is not None and alone.axes == engineer.axes
    assert [share for _, share in alone.flow] == [1.0, 0.0]
    both = standing_of([(engineer, fit(50)), (chef, fit(50))], flow)
    assert both is not None and [share for _, share in both.flow] == [0.5, 0.5]
    assert standing_of([(chef, fit(50, "out_of_scope"))], flow) is None


def test_neighbours_of_a_person(matcher: Matcher) -> None:
    view = matcher.careers(matcher.read(ML))
    assert view.role.id == "machine-learning-engineer"
    assert view.standing is not None and view.standing.axes[0] > 0.5
    points = [move.fit.points for move in view.moves]
    assert points == sorted(points, reverse=True) and len(points) >= 5
    for move in view.moves:
        assert set(move.bridge_missing) <= set(move.difference.bridge)
        (match,) = matcher.match_resume(matcher.read(ML), roles=[move.role.id])
        assert match.fit.points == move.fit.points


def test_careers_of_nothing_is_an_error(matcher: Matcher) -> None:
    with pytest.raises(UnreadableDocument):
        matcher.careers(matcher.read(("a.txt", b"")))


def test_nobody_starts_from_a_role_that_does_not_fit(matcher: Matcher) -> None:
    falconer = matcher.read(SAMPLES / "ilse-vandermeer-falconer.txt")
    with pytest.raises(NoInput, match="out of scope"):
        matcher.careers(falconer)
    assert matcher.careers(falconer, "data-analyst").role.id == "data-analyst"


def test_two_resumes_side_by_side(matcher: Matcher) -> None:
    results = (
        matcher.match(ML, roles=["data-scientist"]),
        matcher.match(ANALYST, roles=["data-scientist"]),
    )
    report = compare_report(results, matcher.corpus)
    for name, result in (("first", results[0]), ("second", results[1])):
        total = sum(part[name] for part in report["parts"])  # type: ignore[literal-required]
        assert round(total, 1) == result[0].fit.points == report[name]["fit"]  # type: ignore[literal-required]
    groups = [report["both"], report["only_first"], report["only_second"], report["neither"]]
    asked = results[0][0].role.requirements
    assert sum(map(len, groups)) == len(asked)
    same = compare_report((results[0], results[0]), matcher.corpus)
    assert not (same["only_first"] or same["only_second"] or same["stronger_first"])


def test_a_corpus_without_a_line_of_its_own(corpus: Corpus, tmp_path: Path) -> None:
    from dataclasses import replace

    assert flow_of(replace(corpus, folder=tmp_path)) == flow_of(corpus)
