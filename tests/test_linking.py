"""Skills of lines that do not name them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from matcher.corpus import Corpus
from matcher.embedding import StaticEncoder, on_grid
from matcher.embedding.remembered import remembered
from matcher.evaluation.linking import blind_lines
from matcher.matching import Matcher
from matcher.parts import Parts
from matcher.profiles import Profile
from matcher.scoring.holdings import Holdings

RESUME = """\
Kim Example
Data Analyst

Experience
Data Analyst, Acme Ltd, Jan 2022 - Present
- {}
- Answered questions of the sales team about orders and returns every week
"""
# A phrase of the corpus, so that the link does not depend on the last digit of a training run.
SHOWN = ("campaign-tracking", "Tagged every link by source, medium and creative, so that 92% of "
         "orders could be traced to the advert that brought them")  # fmt: skip


def profile(matcher: Matcher, line: str) -> Profile:
    return matcher.profile(matcher.read(("cv.txt", RESUME.format(line).encode())))


def test_a_line_shows_a_skill_that_it_does_not_name(matcher: Matcher) -> None:
    skill_id, line = SHOWN
    use = profile(matcher, line).inferred[skill_id]
    assert [found.text for found in use.lines] == [line]
    assert use.months == 59


def test_a_line_that_shows_nothing_is_not_linked(matcher: Matcher) -> None:
    assert profile(matcher, "Attended the weekly meeting of the whole office").inferred == {}


def test_what_is_named_or_denied_is_not_inferred(matcher: Matcher) -> None:
    skill_id, line = SHOWN
    named = profile(matcher, f"{line}\n- Ran campaign tracking in Excel")
    assert skill_id in named.uses
    assert skill_id not in named.inferred
    denying = profile(matcher, f"{line}\n- No experience with campaign tracking")
    holdings = Holdings(
        denying.uses, matcher.corpus, matcher.weights, denying.denied, denying.inferred
    )
    assert skill_id in denying.inferred
    assert holdings.held(skill_id) is None


def test_an_inferred_skill_earns_less_than_a_listed_one_and_implies_nothing(
    matcher: Matcher,
) -> None:
    skill_id, line = SHOWN
    found = profile(matcher, line)
    holdings = Holdings(found.uses, matcher.corpus, matcher.weights, found.denied, found.inferred)
    holding = holdings.held(skill_id)
    assert holding is not None
    assert holding.level == "inferred"
    assert holding.credit < matcher.weights.listed * matcher.weights.implied
    without = Holdings(found.uses, matcher.corpus, matcher.weights, found.denied)
    implied = [other for other, _ in matcher.corpus.implications(skill_id)]
    assert [holdings.held(other) for other in implied] == [without.held(other) for other in implied]


def test_the_report_says_that_a_skill_is_inferred_and_from_which_line(matcher: Matcher) -> None:
    skill_id, line = SHOWN
    resume = matcher.read(("cv.txt", RESUME.format(line).encode()))
    asking = next(
        role
        for role in matcher.corpus.roles.values()
        if any(skill_id in requirement.any_of for requirement in role.requirements)
    )
    (match,) = matcher.match_resume(resume, roles=[asking])
    (item,) = [each for each in match.matched if each.skill.id == skill_id]
    assert item.holding.level == "inferred"
    assert [each.text for each in item.holding.use.lines] == [line]


def test_a_corpus_without_phrases_links_nothing(corpus: Corpus) -> None:
    plain = Parts()
    plain.corpus = replace(corpus, phrases={})
    assert plain.linker is None


def test_the_blind_lines_show_skills_that_have_phrases(corpus: Corpus) -> None:
    lines = blind_lines()
    assert len(lines) == 600
    assert sum(bool(line.skills) for line in lines) == 300
    assert all(line.skills <= set(corpus.phrases) for line in lines)


def test_vectors_of_the_corpus_are_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, matcher: Matcher
) -> None:
    monkeypatch.setenv("MATCHER_CACHE", str(tmp_path))
    encoder = matcher.encoder
    assert isinstance(encoder, StaticEncoder)
    texts = ["one line", "another line"]
    fresh = remembered(encoder, texts)
    (path,) = tmp_path.glob("vectors-*.cache")

    def refuse(texts: object) -> None:
        raise AssertionError(f"encoded again: {texts}")

    with monkeypatch.context() as patch:
        patch.setattr(StaticEncoder, "encode", refuse)
        assert remembered(encoder, texts).tobytes() == fresh.tobytes()
    path.write_bytes(path.read_bytes()[:-1] + b"x")  # damaged: made again
    assert remembered(encoder, texts).tobytes() == fresh.tobytes()
    assert on_grid(remembered(encoder, [])).shape == (0, encoder.dim)
