"""The laws of the fit score, as properties over generated resumes and targets."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.corpus import Corpus
from matcher.corpus.weights import Weights, weights_from
from matcher.overlap import Rarity, stems
from matcher.profiles import Profile, TitleHeld, Use
from matcher.records import (
    DEGREES,
    Contact,
    Document,
    Education,
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
from matcher.scoring import apportion, fit, score, skill_share
from matcher.scoring.affinities import Scale, Scales, affinities
from matcher.scoring.fits import Scored
from matcher.scoring.holdings import Holdings
from matcher.targets import Target
from matcher.titles import TitleVectors
from matcher.wording import in_words

TODAY = Month(2026, 11)
DIM = 4
SCALES = Scales(Scale(0.2, 0.4), Scale(0.5, 0.9), Rarity(["duty", "line"]))
WEIGHTS = Weights(
    parts={"skills": 55, "experience": 25, "titles": 15, "years": 5, "degree": 5},
    required=1.0,
    preferred=0.4,
    unrecognised=0.5,
    soft=0.2,
    demonstrated=1.0,
    listed=0.6,
    implied=0.8,
    inferred=0.4,
    related=0.8,
    untold=0.5,
    bands=(("strong", 65.0), ("good", 50.0), ("partial", 35.0), ("weak", 20.0)),
    posting_bands=(("strong", 55.0), ("good", 40.0), ("partial", 25.0), ("weak", 15.0)),
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


# One draw each, where four whole numbers would be four: near vectors first, so that they shrink.
_ROWS = sorted(itertools.product(range(-3, 4), repeat=DIM), key=lambda row: sum(map(abs, row)))
unit = st.sampled_from([grid(*row) for row in _ROWS if any(row)])


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    uses = {
        skill_id: Use(skill_id, draw(st.booleans()), None, None, (line(0),))
        for skill_id in draw(st.sets(st.sampled_from(IDS), max_size=8))
    }
    passages = draw(st.lists(unit, max_size=6))
    titles = draw(st.lists(unit, max_size=3))
    spans = draw(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=3))
    made = profile(uses, passages, titles, spans)
    denied = draw(st.sets(st.sampled_from(IDS), max_size=2)) - set(uses)
    kinds = [draw(title_kinds) for _ in titles]
    education = tuple(Education("", "", "", None, draw(st.integers(0, 5))) for _ in titles[:1])
    # All lines of one position, or each of its own: what is near to three duties is relevant.
    placed = tuple(
        replace(line, position=0) if draw(st.booleans()) and spans else line
        for line in made.passages
    )
    return replace(
        made,
        resume=replace(made.resume, education=education, lines=placed),
        passages=placed,
        denied=frozenset(denied),
        titles=tuple(
            replace(title, key=key, learner=learner, vague=vague, former=former)
            for title, (key, learner, vague, former) in zip(made.titles, kinds, strict=True)
        ),
    )


title_kinds = st.sampled_from(
    [
        ("t", False, False, False),
        ("named", False, False, False),
        ("t", True, False, False),
        ("t", False, True, False),
        ("t", False, False, True),
        ("named", True, True, True),
    ]
)


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
        inferred={},
        aspirations=frozenset(),
        denied=frozenset(),
        passages=lines,
        passage_vectors=rows(passages),
        passage_words=tuple(stems(line.text) for line in lines),
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
    made = target(
        requirements,
        draw(st.lists(unit, max_size=4)),
        draw(st.lists(unit, max_size=2)),
        draw(st.integers(1, 8)),
        tuple(
            LiteralRequirement(draw(st.sampled_from(["Line 0", "line 3", "absent"])), required)
            for required in draw(st.lists(st.booleans(), max_size=2))
        ),
    )
    worths = [draw(st.sampled_from([1.0, 0.6])) for _ in made.titles]
    return replace(
        made,
        degree=draw(st.integers(0, 5)),
        title_worths=np.array(worths, dtype=np.float32),
        title_keys=draw(named),
        plain_keys=draw(named),
        special_keys=draw(named),
    )


named = st.sampled_from([frozenset[str](), frozenset({"named"})])


def changed(**groups: dict[str, float]) -> Weights:
    """The weights above with others; refused where they would break a law."""
    values = WEIGHTS.values()
    return weights_from({group: {**values[group], **groups.get(group, {})} for group in values}, "")


# Those above, and what is still allowed.
weights = st.sampled_from(
    [
        WEIGHTS,
        changed(parts={"skills": 0, "experience": 2, "titles": 3, "years": 1}),
        changed(parts={"experience": 0, "titles": 0, "years": 0, "degree": 100}),
        changed(parts={"skills": 1, "experience": 1, "titles": 1, "years": 1, "degree": 1}),
        changed(importance={"preferred": 1.0, "required": 0.0}, parts={"years": 50}),
        changed(importance={"soft": 3.0, "unrecognised": 2.0, "preferred": 0.0}),
        changed(credit={"listed": 0.4, "implied": 1.0}),
        changed(credit={"demonstrated": 0.5, "listed": 0.5, "implied": 1.0, "related": 1.0}),
        changed(credit={"listed": 1.0, "implied": 0.5, "inferred": 0.5, "related": 1.0}),
        changed(
            credit={"related": 0.0, "untold": 0.0}, bands={"strong": 30, "good": 30, "partial": 30}
        ),
    ]
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
        is_posting=False,
        requirements=tuple(item for item in requirements if item.any_of),
        literals=literals,
        years=years,
        degree=0,
        responsibilities=tuple(f"duty {n}" for n in range(len(responsibilities))),
        responsibility_vectors=rows(responsibilities),
        titles=tuple(f"title {n}" for n in range(len(titles))),
        title_vectors=TitleVectors(rows(titles), rows(titles)),
        title_worths=np.ones(len(titles), dtype=np.float32),
        title_keys=frozenset(),
    )


def scored(
    person: Profile, wanted: Target, by: Weights = WEIGHTS, *, gains: bool = False
) -> Scored:
    holdings = Holdings(person.uses, CORPUS, by, person.denied)
    (near,) = affinities(person, [wanted], SCALES)
    return score(person, wanted, holdings, near, TODAY, gains=gains)


def points(person: Profile, wanted: Target, by: Weights = WEIGHTS) -> float:
    return scored(person, wanted, by).fit.points


def with_lines(person: Profile, kept: list[int]) -> Profile:
    """The same with these lines, in this order."""
    lines = tuple(person.passages[n] for n in kept)
    return replace(
        person,
        resume=replace(person.resume, lines=lines),
        passages=lines,
        passage_vectors=person.passage_vectors[kept],
        passage_words=tuple(person.passage_words[n] for n in kept),
    )


def with_use(person: Profile, skill_id: str, demonstrated: bool) -> Profile:
    known = person.uses.get(skill_id)
    use = Use(skill_id, demonstrated or bool(known and known.demonstrated), None, None, (line(0),))
    return replace(person, uses={**person.uses, skill_id: use}, denied=person.denied - {skill_id})


CASES = settings(max_examples=400, deadline=None, derandomize=True)


@CASES
@given(profiles(), targets(), weights)
def test_what_is_shown_adds_up(person: Profile, wanted: Target, by: Weights) -> None:
    result = scored(person, wanted, by, gains=True)
    parts = result.fit.parts
    assert result.fit.points == round(sum(part.points for part in parts), 1)
    assert sum(round(part.max_points * 10) for part in parts) == 1000
    assert all(0 <= part.points <= part.max_points for part in parts)
    skills = [item.points for item in (*result.matched, *result.missing, *result.literals)]
    assert round(sum(skills), 1) == result.fit.part("skills").points
    for part in parts:
        if part.name == "experience":
            assert round(sum(item.points for item in part.items), 1) == part.points


@CASES
@given(profiles(), targets(), weights)
def test_the_quick_fit_is_the_explained_fit(person: Profile, wanted: Target, by: Weights) -> None:
    holdings = Holdings(person.uses, CORPUS, by, person.denied)
    (near,) = affinities(person, [wanted], SCALES)
    quick, full = fit(person, wanted, holdings, near, TODAY), scored(person, wanted, by).fit
    assert quick.points == full.points
    assert [part.points for part in quick.parts] == [part.points for part in full.parts]


@CASES
@given(profiles(), targets(), weights)
def test_matched_and_missing_partition_the_requirements(
    person: Profile, wanted: Target, by: Weights
) -> None:
    result = scored(person, wanted, by)
    found = [item.requirement for item in (*result.matched, *result.missing)]
    assert sorted(map(repr, found)) == sorted(map(repr, wanted.requirements))


@CASES
@given(profiles(), targets(), weights, st.sampled_from(IDS), st.booleans())
def test_adding_a_skill_never_lowers(
    person: Profile, wanted: Target, by: Weights, skill_id: str, demonstrated: bool
) -> None:
    more = with_use(person, skill_id, demonstrated)
    assert points(more, wanted, by) >= points(person, wanted, by)


@CASES
@given(profiles(), targets(), weights, st.sampled_from([1.0, 0.5]), st.booleans())
def test_adding_a_requirement_that_is_not_met_never_raises(
    person: Profile, wanted: Target, by: Weights, weight: float, required: bool
) -> None:
    asked = {skill_id for item in wanted.requirements for skill_id in item.any_of}
    holdings = Holdings(person.uses, CORPUS, by, person.denied)
    lacking = [s for s in IDS if s not in asked and holdings.held(s) is None]
    more = [
        replace(
            wanted,
            requirements=(*wanted.requirements, Requirement((skill_id,), required, weight)),
        )
        for skill_id in lacking
    ]
    unknown = LiteralRequirement("absent", required)
    more.append(replace(wanted, literals=(*wanted.literals, unknown)))
    more.append(replace(wanted, years=wanted.years + 1))
    reached = max((entry.level for entry in person.resume.education), default=0)
    more += [
        replace(wanted, degree=level)
        for level in range(max(reached, wanted.degree) + 1, len(DEGREES))
    ]
    now = points(person, wanted, by)
    assert [each for each in more if points(person, each, by) > now] == []


@CASES
@given(profiles(), targets(), weights, st.data())
def test_deleting_a_line_never_raises(
    person: Profile, wanted: Target, by: Weights, data: st.DataObject
) -> None:
    if not person.passages:
        return
    gone = data.draw(st.integers(0, len(person.passages) - 1))
    kept = [n for n in range(len(person.passages)) if n != gone]
    assert points(with_lines(person, kept), wanted, by) <= points(person, wanted, by)


@CASES
@given(profiles(), targets(), weights, st.data())
def test_deleting_a_position_never_raises(
    person: Profile, wanted: Target, by: Weights, data: st.DataObject
) -> None:
    positions = person.resume.positions
    if not positions:
        return
    gone = data.draw(st.integers(0, len(positions) - 1))
    kept = [n for n, line in enumerate(person.passages) if line.position != gone]
    less = with_lines(person, kept)
    # The number of a later position is one less.
    moved = {n: n - (n > gone) for n in range(len(positions)) if n != gone}
    lines = tuple(
        replace(line, position=None if line.position is None else moved[line.position])
        for line in less.passages
    )
    titles = [n for n, title in enumerate(person.titles) if title.position != gone]
    less = replace(
        less,
        passages=lines,
        resume=replace(
            less.resume, lines=lines, positions=(*positions[:gone], *positions[gone + 1 :])
        ),
        titles=tuple(
            replace(title, position=None if title.position is None else moved[title.position])
            for title in (person.titles[n] for n in titles)
        ),
        title_vectors=TitleVectors(
            person.title_vectors.whole[titles], person.title_vectors.trade[titles]
        ),
    )
    assert points(less, wanted, by) <= points(person, wanted, by)


@CASES
@given(profiles(), targets(), weights)
def test_deleting_dates_or_titles_never_raises(
    person: Profile, wanted: Target, by: Weights
) -> None:
    undated = replace(
        person,
        resume=replace(
            person.resume,
            positions=tuple(replace(p, start=None, end=None) for p in person.resume.positions),
        ),
    )
    untitled = replace(person, titles=(), title_vectors=TitleVectors(rows([]), rows([])))
    assert points(undated, wanted, by) <= points(person, wanted, by)
    assert points(untitled, wanted, by) <= points(person, wanted, by)


@CASES
@given(profiles(), targets(), weights, st.randoms(use_true_random=False))
def test_the_order_of_requirements_and_lines_does_not_matter(
    person: Profile, wanted: Target, by: Weights, random: object
) -> None:
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
    turned = with_lines(person, lines)
    assert points(turned, mixed, by) == points(person, wanted, by)


@CASES
@given(profiles(), targets(), weights)
def test_a_gain_is_what_the_fit_really_rises_by(
    person: Profile, wanted: Target, by: Weights
) -> None:
    result = scored(person, wanted, by, gains=True)
    for item in result.missing:
        assert item.gain >= 0
        after = points(with_use(person, item.skill.id, demonstrated=True), wanted, by)
        assert round(after - result.fit.points, 1) == item.gain
    gains = [item.gain for item in result.missing]
    assert gains == sorted(gains, reverse=True)


@CASES
@given(profiles(), targets(), weights)
def test_the_next_band_is_what_the_skills_that_it_names_reach(
    person: Profile, wanted: Target, by: Weights
) -> None:
    result = scored(person, wanted, by, gains=True)
    if prospect := result.next_band:
        assert prospect.band != result.fit.band
        for skill in prospect.skills:
            person = with_use(person, skill.id, demonstrated=True)
        after = scored(person, wanted, by).fit
        assert (after.points, after.band) == (prospect.points, prospect.band)


def test_the_next_band_is_reached_with_the_largest_gains() -> None:
    asked = [Requirement((f"s{n}",), True, 1 / (n + 1)) for n in range(3)]
    worker = profile({}, [grid(1, 0, 0, 0)] * 5, [], [])
    wanted = target(asked, [grid(0, 0, 0, 1)], [grid(0, 0, 0, 1)], 1)
    result = scored(worker, wanted, gains=True)
    assert result.fit.band == "out_of_scope"
    assert result.next_band
    assert [skill.id for skill in result.next_band.skills] == ["s0"]
    assert result.next_band.band == "weak"


def test_a_line_speaks_for_one_responsibility() -> None:
    wanted = target([], [grid(1, 0, 0, 0), grid(1, 0, 0, 1)], [], 1)
    found = {}
    for name, lines in {
        "one": [grid(1, 0, 0, 0)],
        "the same again": [grid(1, 0, 0, 0)] * 2,
        "two": [grid(1, 0, 0, 0), grid(1, 0, 0, 1)],
        "two, turned": [grid(1, 0, 0, 1), grid(1, 0, 0, 0)],
    }.items():
        person = profile({}, lines, [], [])
        if name == "the same again":
            person = replace(person, passages=person.passages[:1] * 2)
        found[name] = scored(person, wanted).fit.part("experience")
    whole = found["one"].max_points
    assert found["one"].points == round(whole * 0.5 / 0.6, 1) == found["the same again"].points
    assert found["two"].points == found["two"].max_points == found["two, turned"].points
    assert [item.lines[0].text for item in found["two, turned"].items] == ["line 1", "line 0"]


def test_the_nearest_line_speaks_for_a_responsibility() -> None:
    near, far = grid(1, 0, 0, 0), grid(1, 0, 0, 1)
    wanted = target([], [near, grid(0.9, 0.2, 0.2, 0.6)], [], 1)
    person = profile({}, [far, near], [], [])
    first, *_ = scored(person, wanted).fit.part("experience").items
    assert (first.text, first.lines[0].text) == ("duty 0", "line 1")


def test_the_bands_of_a_posting_begin_lower() -> None:
    vector = grid(1, 0, 0, 0)
    person = profile({}, [vector] * 5, [vector], [(0, 60)])
    role = target([Requirement(("s0",), True)], [vector], [vector], 1)
    assert scored(person, role).fit.points == 45.0
    assert scored(person, role).fit.band == "partial"
    assert scored(person, replace(role, is_posting=True)).fit.band == "good"


def test_skills_and_titles_count_in_full_from_five_different_sentences_on() -> None:
    uses = {"s0": Use("s0", True, None, None, (line(0),))}
    vector = grid(0, 0, 0, 1)
    wanted = target([Requirement(("s0",), True)], [grid(1, 0, 0, 0)], [vector], 1)
    found = {}
    for n_lines in (0, 1, 5, 6):
        person = profile(uses, [vector] * n_lines, [vector], [])
        result = scored(person, wanted)
        found[n_lines] = [result.fit.part(name).points for name in ("skills", "titles")]
        assert ("few sentences tell of work done" in in_words(result, CORPUS)[1]) == (n_lines < 5)
    assert found == {0: [27.5, 7.5], 1: [33.0, 9.0], 5: [55.0, 15.0], 6: [55.0, 15.0]}
    again = profile(uses, [vector] * 5, [vector], [])
    again = replace(again, passages=again.passages[:1] * 5)  # told again and again
    assert (
        scored(again, wanted).fit.points
        == scored(profile(uses, [vector], [vector], []), wanted).fit.points
    )


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


@pytest.mark.parametrize(
    "text",
    [
        "No experience with Zorblax DB.",
        "Want to learn Zorblax-DB next year",
        "Zorblax DB: demo only",
    ],
)
def test_a_requirement_unknown_to_the_taxonomy_is_not_met_by_a_denial_or_a_wish(text: str) -> None:
    said = Line(text, 0, len(text), SectionKind.SUMMARY, None, prose=True)
    person = profile({}, [], [], [])
    person = replace(person, resume=replace(person.resume, lines=(said,)))
    wanted = target([], [], [], 1, (LiteralRequirement("Zorblax DB", True),))
    assert scored(person, wanted).literals[0].lines == ()


def test_gains_that_were_not_asked_for_are_unknown_and_not_told() -> None:
    wanted = target([Requirement(("s0",), True)], [], [], 1)
    result = scored(profile({}, [], [], []), wanted, gains=False)
    assert [gap.gain for gap in result.missing] == [None]
    assert "+0.0" not in " ".join(in_words(result, CORPUS))


def test_unknown_dates_and_titles_are_said_to_be_unknown() -> None:
    person = profile({}, [], [], [])
    wanted = target([], [grid(1, 0, 0, 0)], [grid(1, 0, 0, 0)], 2)
    known = {part.name: part.known for part in scored(person, wanted).fit.parts}
    assert known == {"skills": False, "experience": False, "titles": False, "years": False}


def test_what_a_posting_does_not_say_is_left_out() -> None:
    vector = grid(1, 0, 0, 0)
    asked = [Requirement(("s0",), True)]
    uses = {"s0": Use("s0", True, None, None, (line(0),))}
    person = profile(uses, [vector] * 5, [vector], [(0, 60)])
    most = {}
    for name, duties, titles in (
        ("all", [vector], [vector]),
        ("no duties", [], [vector]),
        ("no title", [vector], []),
        ("skills alone", [], []),
    ):
        parts = scored(person, target(asked, duties, titles, 1)).fit.parts
        most[name] = {part.name: part.max_points for part in parts}
    assert most == {
        "all": {"skills": 55.0, "experience": 25.0, "titles": 15.0, "years": 5.0},
        "no duties": {"skills": 73.3, "titles": 20.0, "years": 6.7},
        "no title": {"skills": 64.7, "experience": 29.4, "years": 5.9},
        "skills alone": {"skills": 91.7, "years": 8.3},
    }


def test_a_posting_that_says_nothing_but_its_title_gives_nobody_a_high_fit() -> None:
    vector = grid(1, 0, 0, 0)
    person = profile({}, [vector] * 5, [vector], [(0, 60)])
    assert scored(person, target([], [], [vector], 1)).fit.points == 26.7


def test_nobody_without_a_required_skill_or_a_title_of_the_trade_is_in_scope() -> None:
    wanted = target([Requirement(("s0",), True)], [grid(1, 0, 0, 0)], [grid(0, 0, 0, 1)], 1)
    person = profile({}, [grid(1, 0, 0, 0)], [grid(1, 0, 0, 0)], [(0, 60)])
    result = scored(person, wanted)
    assert result.fit.points >= 20 and result.fit.band == "out_of_scope"


def test_a_beginner_whose_title_names_the_role_is_weak_and_no_stranger() -> None:
    held = grid(0, 0, 0, 1)
    wanted = target([Requirement(("s0",), True)], [grid(1, 0, 0, 0)], [held], 1)
    trainee = profile({}, [], [held], [])
    trainee = replace(trainee, titles=(replace(trainee.titles[0], learner=True),))
    fit = scored(trainee, wanted).fit
    assert 0 < fit.points < 20 and fit.band == "weak"
    other = replace(wanted, title_vectors=target([], [], [grid(0, 0, 1, 0)], 1).title_vectors)
    assert scored(trainee, other).fit.band == "out_of_scope"


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


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Convexity analysis done here, no experience with Vex.", False),
        ("No experience with Vex until 2019, but since 2020 daily work in Vex.", True),
    ],
)
def test_each_place_where_unknown_words_stand_is_judged_by_itself(text: str, met: bool) -> None:
    said = Line(text, 0, len(text), SectionKind.SUMMARY, None, prose=True)
    person = profile({}, [], [], [])
    person = replace(person, resume=replace(person.resume, lines=(said,)))
    wanted = target([], [], [], 1, (LiteralRequirement("Vex", True),))
    assert bool(scored(person, wanted).literals[0].lines) is met
