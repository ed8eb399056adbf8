"""The Python interface: what it takes, what it refuses, what copies of a matcher share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import SAMPLES, TODAY

from matcher.corpus import load_corpus
from matcher.matching import Matcher

ML = SAMPLES / "maya-lindqvist-ml-engineer.pdf"
POSTING = SAMPLES / "posting-ml-engineer.txt"


def test_all_roles_that_are_named_come_and_top_cuts_them(matcher: Matcher) -> None:
    resume, roles = matcher.read(ML), list(matcher.corpus.roles)[:12]
    assert len(matcher.match_resume(resume, roles=roles, gains=False)) == 12
    assert len(matcher.match_resume(resume, roles=roles, top=3, gains=False)) == 3
    assert len(matcher.match_resume(resume, gains=False)) == 5


@pytest.mark.parametrize("top", [0, -1])
def test_fewer_roles_than_one_are_refused(matcher: Matcher, top: int) -> None:
    with pytest.raises(ValueError, match=f"top must be at least 1, got {top}"):
        matcher.match(ML, top=top)
    with pytest.raises(ValueError, match=f"most must be at least 1, got {top}"):
        matcher.path(matcher.read(ML), "data-scientist", most=top)


@pytest.mark.parametrize(
    "ask",
    [
        lambda matcher: matcher.match(ML, roles="data-engineer"),
        lambda matcher: matcher.match_resume(matcher.read(ML), assume="python"),
        lambda matcher: matcher.rank(POSTING, "a.pdf"),
        lambda matcher: matcher.rank(POSTING, ML),
        lambda matcher: list(matcher.read_many("a.pdf")),
    ],
    ids=["roles", "assume", "rank", "rank a path", "read_many"],
)
def test_a_single_text_where_a_list_is_due_is_not_taken_apart(
    matcher: Matcher, ask: Callable[[Matcher], Any]
) -> None:
    with pytest.raises(TypeError, match=r"expected a list, got .*: put it in brackets"):
        ask(matcher)


@pytest.mark.parametrize("source", [None, b"a resume", ("cv.txt", "a resume"), ("cv.txt", b"", "")])
def test_what_is_no_source_is_named(matcher: Matcher, source: Any) -> None:
    with pytest.raises(TypeError, match="expected a path, or a name and its bytes in a tuple, got"):
        matcher.match(source)


def test_results_show_roles_and_counts_and_no_text_of_a_resume(matcher: Matcher) -> None:
    found = matcher.match(ML, top=2)
    assert repr(found).endswith(f"{found[1].role.title} {found[1].fit.points}>")
    assert repr(matcher.rank(POSTING, [ML, "missing.pdf"])).endswith(": 1 candidates, 1 failures>")


def test_results_as_frames_have_a_row_for_each_role_candidate_and_failure(
    matcher: Matcher,
) -> None:
    found = matcher.match(ML, top=3)
    frame = found.to_frame()
    assert list(frame["target_id"]) == [match.role.id for match in found]
    assert list(frame["fit"]) == [match.fit.points for match in found]
    ranked = matcher.rank(POSTING, [ML, "missing.pdf"]).to_frame()
    assert list(ranked["path"]) == [str(ML), "missing.pdf"]
    assert list(ranked["rank"].isna()) == [False, True]


def test_the_public_names_can_be_completed() -> None:
    import matcher as package

    assert set(package.__all__) <= set(dir(package))


def test_an_equal_role_of_a_corpus_loaded_again_is_the_same_role(matcher: Matcher) -> None:
    resume, role = matcher.read(ML), load_corpus().role("machine-learning-engineer")
    assert role is not matcher.corpus.role(role.id)
    ours, theirs = (matcher.match_resume(resume, roles=[each]) for each in (role.id, role))
    assert ours[0].percentile and ours[0].percentile == theirs[0].percentile


def test_copies_share_what_was_made_and_do_not_end_the_reading_processes() -> None:
    with Matcher(today=TODAY) as made:
        copies = (
            made.with_weights(replace(made.weights, listed=made.weights.listed / 2)),
            made.with_today(TODAY + datetime.timedelta(days=1)),
        )
        for copy in copies:
            assert copy.parts is made.parts
            copy.close()
        assert made.read(ML).document.status.readable


def test_a_copy_of_another_day_counts_to_it(matcher: Matcher) -> None:
    later = matcher.with_today(TODAY.replace(year=TODAY.year + 1))
    years, more = (each.read(ML).years_experience for each in (matcher, later))
    assert years and more and more - years == pytest.approx(1, abs=0.1)
    assert later.engine == replace(matcher.engine, today=later.today)


def test_today_is_a_day() -> None:
    noon = datetime.datetime(2026, 11, 20, 12, 0)
    with Matcher(today=noon, n_readers=0) as made:
        assert made.engine.today == datetime.date(2026, 11, 20)
    with pytest.raises(TypeError, match="today must be"):
        Matcher(today="2026-11-20", n_readers=0)  # type: ignore[arg-type]


def test_a_skill_that_is_assumed_twice_counts_once(matcher: Matcher) -> None:
    source = SAMPLES / "priya-raman-data-analyst.docx"
    resume = matcher.read(source)
    (found,) = matcher.match_resume(resume, top=1, assume=["Kubernetes", "kubernetes"])
    assert found.scored.what_if is not None
    assert [skill.id for skill in found.scored.what_if.skills] == ["kubernetes"]


SENIOR_BACKEND = """Ann Lee
ann@example.org

Senior Backend Engineer, Fern Payments, Leeds
2018 - present
- Built eleven services in Java on PostgreSQL and Kafka, deployed with Kubernetes
- Cut the p99 of the payment API from 900 to 120 ms with Redis and better queries
- Wrote the GraphQL gateway that two mobile teams build on
- Moved nightly jobs from cron to Airflow and taught six people to run them
- Reviewed the code of four juniors
"""


def test_a_special_title_counts_for_the_plain_role(matcher: Matcher) -> None:
    resume = matcher.read(("backend.txt", SENIOR_BACKEND.encode()))
    (plain,) = matcher.match_resume(resume, roles=["software-engineer"])
    (own,) = matcher.match_resume(resume, roles=["backend-engineer"])
    titles = {match.role.id: match.fit.part("titles").points for match in (plain, own)}
    assert 0.6 * titles["backend-engineer"] < titles["software-engineer"]
    assert titles["software-engineer"] < titles["backend-engineer"]
    assert plain.fit.part("years").points == 5.0


def test_without_a_title_a_posting_counts_the_years_in_which_its_skills_were_used(
    matcher: Matcher,
) -> None:
    posting = matcher.read_posting_text(
        "We are nine people in Leeds.\n\nYou know Java and PostgreSQL and have 4 years of it.\n"
    )
    assert posting.title == ""
    ranking = matcher.rank(posting, [("backend.txt", SENIOR_BACKEND.encode())])
    (candidate,) = ranking.candidates
    years = candidate.fit.part("years")
    assert years.points == years.max_points > 0


def test_a_match_and_a_candidate_show_their_fit_alone(matcher: Matcher) -> None:
    match = matcher.match(ML, top=1)[0]
    assert repr(match) == f"<Match {match.role.title}: {match.fit.points}, {match.fit.band}>"
    candidate = matcher.rank(POSTING, [ML]).candidates[0]
    assert repr(candidate).startswith("<Candidate 1. ") and len(repr(candidate)) < 200


def test_a_text_is_no_path(matcher: Matcher) -> None:
    with pytest.raises(TypeError, match="that is a text"):
        matcher.match("Jane Roe\nData Engineer")
