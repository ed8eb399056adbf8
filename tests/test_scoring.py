"""The laws of the fit score, as properties over generated resumes and targets."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.corpus import Corpus
from matcher.fits import Scored
from matcher.holdings import Holdings
from matcher.profiles import Profile, TitleHeld, Use
from matcher.records import (
    Contact,
    Document,
    Line,
    LiteralRequirement,
    Month,
    Position,
    Requirement,
    Resume,
    SectionKind,
    Skill,
    Status,
)
from matcher.scoring import Scale, Scales, affinities, apportion, fit, score, skill_share
from matcher.targets import Target
from matcher.titles import TitleVectors
from matcher.weights import Weights

TODAY = Month(2026, 11)
DIM = 4
SCALES = Scales(Scale(0.4, 0.8), Scale(0.5, 0.9))
WEIGHTS = Weights(
    parts={"skills": 55, "experience": 25, "titles": 15, "years": 5, "degree": 5},
    required=1.0,
    preferred=0.4,
    unrecognised=0.5,
    soft=0.2,
    demonstrated=1.0,
    listed=0.6,
    implied=0.8,
    related=0.8,
    bands=(("strong", 65.0), ("good", 50.0), ("partial", 35.0), ("weak", 20.0)),
    scope_titles=0.5,
    scope_skills=0.25,
)
IDS = [f"s{number}" for number in range(12)]


def _skill(number: int) -> Skill:
    """Skill n is implied by skill n + 6, and related to the next one."""
    parents = (IDS[number - 6],) if number >= 6 else ()
    related = ((IDS[(number + 1) % 12], 0.5), (IDS[(number + 2) % 12], 0.2))
    return Skill(IDS[number], f"Skill {number}", (), "t", True, parents, (), related, None)


CORPUS = Corpus(
    roles={},
    skills={skill_id: _skill(number) for number, skill_id in enumerate(IDS)},
    weights=WEIGHTS,
    fingerprint="test",
)


def grid(*components: float) -> np.ndarray:
    row = np.asarray(components, dtype=np.float64)
    return np.rint(row / np.linalg.norm(row) * 4095).astype(np.float32)


unit = st.tuples(*[st.integers(-3, 3)] * DIM).filter(any).map(lambda row: grid(*row))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    uses = {
        skill_id: Use(skill_id, draw(st.booleans()), None, None, (line(0),))
        for skill_id in draw(st.sets(st.sampled_from(IDS), max_size=8))
    }
    passages = draw(st.lists(unit, max_size=5))
    titles = draw(st.lists(unit, max_size=3))
    spans = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=3))
    return profile(uses, passages, titles, spans)


def line(number: int) -> Line:
    return Line(f"line {number}", number, number + 1, SectionKind.EXPERIENCE, 0, prose=True)


def profile(
    uses: dict[str, Use],
    passages: list[np.ndarray],
    titles: list[np.ndarray],
    spans: list[tuple[int, int]],
) -> Profile:
    positions = tuple(
        Position("t", "c", month(2000, start), month(2000, start + length), False, (0, 1), (0, 1))
        for start, length in spans
    )
    lines = tuple(
        Line(f"line {n}", n, n + 1, SectionKind.EXPERIENCE, n if n < len(spans) else None, True)
        for n in range(len(passages))
    )
    document = Document("cv", "id", "text", Status.OK, "", " " * 500)
    resume = Resume(document, (), lines, positions, (), Contact(), "", None)
    return Profile(
        resume=resume,
        mentions=(),
        uses=uses,
        aspirations=frozenset(),
        denied=frozenset(),
        passages=lines,
        passage_vectors=rows(passages),
        titles=tuple(
            TitleHeld("t", "t", False, False, False, 0, 1, n if n < len(spans) else None)
            for n in range(len(titles))
        ),
        title_vectors=TitleVectors(rows(titles), rows(titles)),
    )


def month(year: int, offset: int) -> Month:
    return Month(year + offset // 12, offset % 12 + 1)


def rows(vectors: list[np.ndarray]) -> np.ndarray:
    return np.asarray(vectors, dtype=np.float32).reshape(len(vectors), DIM)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    skill_ids = draw(st.permutations(IDS))
    requirements, at = [], 0
    for size in draw(st.lists(st.integers(1, 3), max_size=5)):
        requirements.append(
            Requirement(
                tuple(skill_ids[at : at + size]),
                draw(st.booleans()),
                draw(st.sampled_from([0.5, 0.75, 1.0])),
            )
        )
        at += size
    return target(
        requirements,
        draw(st.lists(unit, max_size=4)),
        draw(st.lists(unit, max_size=2)),
        draw(st.integers(1, 8)),
    )


def target(
    requirements: list[Requirement],
    responsibilities: list[np.ndarray],
    titles: list[np.ndarray],
    years: int,
    literals: tuple[LiteralRequirement, ...] = (),
) -> Target:
    return Target(
        id="target",
        title="Target",
        family="f",
        requirements=tuple(item for item in requirements if item.any_of),
        literals=literals,
        years=years,
        degree=0,
        responsibilities=tuple(f"duty {n}" for n in range(len(responsibilities))),
        responsibility_vectors=rows(responsibilities),
        titles=tuple(f"title {n}" for n in range(len(titles))),
        title_vectors=TitleVectors(rows(titles), rows(titles)),
        normal_titles=frozenset(),
    )


def scored(person: Profile, wanted: Target, *, gains: bool = False) -> Scored:
    holdings = Holdings(person.uses, CORPUS, WEIGHTS)
    (near,) = affinities(person, [wanted], SCALES)
    return score(person, wanted, holdings, near, TODAY, gains=gains)


def points(person: Profile, wanted: Target) -> float:
    return scored(person, wanted).fit.points


def with_use(person: Profile, skill_id: str, demonstrated: bool) -> Profile:
    from dataclasses import replace

    known = person.uses.get(skill_id)
    use = Use(skill_id, demonstrated or bool(known and known.demonstrated), None, None, (line(0),))
    return replace(person, uses={**person.uses, skill_id: use})


@given(profiles(), targets())
def test_what_is_shown_adds_up(person: Profile, wanted: Target) -> None:
    result = scored(person, wanted, gains=True)
    parts = result.fit.parts
    assert result.fit.points == round(sum(part.points for part in parts), 1)
    assert sum(round(part.max_points * 10) for part in parts) == 1000
    assert all(0 <= part.points <= part.max_points for part in parts)
    skills = [item.points for item in (*result.matched, *result.missing, *result.literals)]
    assert round(sum(skills), 1) == result.fit.part("skills").points
    experience = result.fit.part("experience")
    assert round(sum(item.points for item in experience.items), 1) == experience.points


@given(profiles(), targets())
def test_the_quick_fit_is_the_explained_fit(person: Profile, wanted: Target) -> None:
    holdings = Holdings(person.uses, CORPUS, WEIGHTS)
    (near,) = affinities(person, [wanted], SCALES)
    quick, full = fit(person, wanted, holdings, near, TODAY), scored(person, wanted).fit
    assert quick.points == full.points
    assert [part.points for part in quick.parts] == [part.points for part in full.parts]


@given(profiles(), targets())
def test_matched_and_missing_partition_the_requirements(person: Profile, wanted: Target) -> None:
    result = scored(person, wanted)
    found = [item.requirement for item in (*result.matched, *result.missing)]
    assert sorted(map(repr, found)) == sorted(map(repr, wanted.requirements))


@given(profiles(), targets(), st.sampled_from(IDS), st.booleans())
def test_adding_a_skill_never_lowers(
    person: Profile, wanted: Target, skill_id: str, demonstrated: bool
) -> None:
    more = with_use(person, skill_id, demonstrated)
    assert points(more, wanted) >= points(person, wanted)


@given(profiles(), targets(), st.sampled_from([1.0, 0.5]), st.booleans())
def test_adding_a_missing_requirement_never_raises(
    person: Profile, wanted: Target, weight: float, required: bool
) -> None:
    from dataclasses import replace

    asked = {skill_id for item in wanted.requirements for skill_id in item.any_of}
    holdings = Holdings(person.uses, CORPUS, WEIGHTS)
    lacking = [s for s in IDS if s not in asked and holdings.held(s) is None]
    for skill_id in lacking:
        extra = Requirement((skill_id,), required, weight)
        more = replace(wanted, requirements=(*wanted.requirements, extra))
        assert points(person, more) <= points(person, wanted)


@given(profiles(), targets(), st.data())
def test_deleting_a_line_never_raises(person: Profile, wanted: Target, data: st.DataObject) -> None:
    from dataclasses import replace

    if not person.passages:
        return
    gone = data.draw(st.integers(0, len(person.passages) - 1))
    kept = [n for n in range(len(person.passages)) if n != gone]
    less = replace(
        person,
        passages=tuple(person.passages[n] for n in kept),
        passage_vectors=person.passage_vectors[kept],
    )
    assert points(less, wanted) <= points(person, wanted)


@given(profiles(), targets())
def test_deleting_dates_or_titles_never_raises(person: Profile, wanted: Target) -> None:
    from dataclasses import replace

    undated = replace(
        person,
        resume=replace(
            person.resume,
            positions=tuple(replace(p, start=None, end=None) for p in person.resume.positions),
        ),
    )
    untitled = replace(person, titles=(), title_vectors=TitleVectors(rows([]), rows([])))
    assert points(undated, wanted) <= points(person, wanted)
    assert points(untitled, wanted) <= points(person, wanted)


@given(profiles(), targets(), st.randoms(use_true_random=False))
def test_the_order_of_requirements_and_lines_does_not_matter(
    person: Profile, wanted: Target, random: object
) -> None:
    from dataclasses import replace

    order = list(range(len(wanted.requirements)))
    random.shuffle(order)  # type: ignore[attr-defined]
    duties = list(range(len(wanted.responsibilities)))
    random.shuffle(duties)  # type: ignore[attr-defined]
    mixed = replace(
        wanted,
        requirements=tuple(wanted.requirements[n] for n in order),
        responsibilities=tuple(wanted.responsibilities[n] for n in duties),
        responsibility_vectors=wanted.responsibility_vectors[duties],
    )
    lines = list(range(len(person.passages)))
    random.shuffle(lines)  # type: ignore[attr-defined]
    turned = replace(
        person,
        passages=tuple(person.passages[n] for n in lines),
        passage_vectors=person.passage_vectors[lines],
    )
    assert points(turned, mixed) == points(person, wanted)


@given(profiles(), targets())
def test_a_gain_is_what_the_fit_really_rises_by(person: Profile, wanted: Target) -> None:
    result = scored(person, wanted, gains=True)
    for item in result.missing:
        assert item.gain >= 0
        after = points(with_use(person, item.skill.id, demonstrated=True), wanted)
        assert round(after - result.fit.points, 1) == item.gain
    gains = [item.gain for item in result.missing]
    assert gains == sorted(gains, reverse=True)


@given(profiles(), targets())
def test_the_next_band_is_what_the_skills_that_it_names_reach(
    person: Profile, wanted: Target
) -> None:
    result = scored(person, wanted, gains=True)
    if prospect := result.next_band:
        assert prospect.band != result.fit.band
        for skill in prospect.skills:
            person = with_use(person, skill.id, demonstrated=True)
        after = scored(person, wanted).fit
        assert (after.points, after.band) == (prospect.points, prospect.band)


def test_the_next_band_is_reached_with_the_largest_gains() -> None:
    asked = [Requirement((f"s{n}",), True, 1 / (n + 1)) for n in range(3)]
    result = scored(profile({}, [], [], []), target(asked, [], [], 1), gains=True)
    assert result.fit.band == "out_of_scope"
    assert result.next_band
    assert [skill.id for skill in result.next_band.skills] == ["s0"]
    assert result.next_band.band == "weak"


def test_a_demonstrated_skill_is_worth_more_than_a_listed_one_and_that_more_than_a_relative() -> (
    None
):
    wanted = target([Requirement(("s0",), True), Requirement(("s5",), True)], [], [], 1)
    base = {"s5": Use("s5", True, None, None, ())}
    shown = [
        points(profile({**base, **uses}, [], [], []), wanted)
        for uses in (
            {"s0": Use("s0", True, None, None, ())},
            {"s0": Use("s0", False, None, None, ())},
            {"s1": Use("s1", True, None, None, ())},
            {},
        )
    ]
    assert shown == sorted(set(shown), reverse=True)


def test_an_implied_skill_says_through_which_one() -> None:
    wanted = target([Requirement(("s0",), True)], [], [], 1)
    result = scored(profile({"s6": Use("s6", True, None, None, (line(0),))}, [], [], []), wanted)
    holding = result.matched[0].holding
    assert (holding.level, holding.via, holding.credit) == ("implied", "s6", 0.8)
    assert holding.use.lines == (line(0),)


def test_a_requirement_unknown_to_the_taxonomy_is_looked_up_word_for_word() -> None:
    person = profile({}, [grid(1, 0, 0, 0), grid(0, 1, 0, 0)], [], [])
    wanted = target(
        [], [], [], 1, (LiteralRequirement("Line 1", True), LiteralRequirement("ine 1", True))
    )
    result = scored(person, wanted)
    assert [bool(item.lines) for item in result.literals] == [True, False]
    assert result.literals[0].lines == (person.passages[1],)


def test_unknown_dates_and_titles_are_said_to_be_unknown() -> None:
    person = profile({}, [], [], [])
    known = {part.name: part.known for part in scored(person, target([], [], [], 2)).fit.parts}
    assert known == {"skills": False, "experience": False, "titles": False, "years": False}


def test_nobody_without_a_required_skill_or_a_title_of_the_trade_is_in_scope() -> None:
    wanted = target([Requirement(("s0",), True)], [grid(1, 0, 0, 0)], [grid(0, 0, 0, 1)], 1)
    person = profile({}, [grid(1, 0, 0, 0)], [grid(1, 0, 0, 0)], [(0, 60)])
    result = scored(person, wanted)
    assert result.fit.points >= 20 and result.fit.band == "out_of_scope"


@pytest.mark.parametrize("total", [0, 1, 7, 1000])
def test_apportioned_tenths_add_up_whatever_the_order(total: int) -> None:
    shares = dict(zip("abcde", [0.1, 0.3, 0.3, 0.05, 0.25], strict=True))
    seen = set()
    for order in itertools.permutations("abcde"):
        amounts = apportion(total, [shares[key] for key in order], list(order))
        assert sum(amounts) == total
        seen.add(tuple(sorted(zip(order, amounts, strict=True))))
    assert len(seen) == 1


def test_relatives_never_carry_the_skills_alone() -> None:
    assert skill_share([1.0, 1.0], [(0.0, 0.4), (0.0, 0.4)])[0] == 0.0
    assert skill_share([1.0, 1.0], [(1.0, 0.0), (0.0, 0.4)])[0] == pytest.approx(0.7)
