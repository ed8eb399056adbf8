from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.corpus import Corpus, shared_folder
from matcher.corpus.files import read_learning
from matcher.errors import CorpusError, UnreadableDocument
from matcher.learning import LearningPath, lessons_of
from matcher.matching import Matcher

SAMPLES = shared_folder() / "corpus" / "samples"
ANALYST = SAMPLES / "priya-raman-data-analyst.docx"
LESSON = "sql:\n  after: [{after}]\n  hours: 40\n  build: Query things\n{source}"


@pytest.fixture(scope="module")
def path(matcher: Matcher) -> LearningPath:
    return matcher.path(matcher.read(ANALYST), "machine-learning-engineer")


def test_every_lesson_is_of_a_skill_and_no_two_are_alike(corpus: Corpus) -> None:
    lessons = lessons_of(corpus)
    assert len(lessons) > 600 and set(lessons) <= set(corpus.skills)
    owner: dict[tuple[str, ...], str] = {}
    for skill_id, lesson in lessons.items():
        words = re.findall(r"\w+", lesson.build.lower())
        for start in range(len(words) - 5):
            assert owner.setdefault(tuple(words[start : start + 6]), skill_id) == skill_id


def test_the_skills_that_the_well_known_roles_ask_for_have_a_lesson(corpus: Corpus) -> None:
    lessons = lessons_of(corpus)
    for role_id in ("data-engineer", "data-scientist", "machine-learning-engineer"):
        asked = [item.any_of for item in corpus.role(role_id).requirements]
        taught = sum(any(skill in lessons for skill in group) for group in asked)
        assert taught == len(asked), role_id


def test_fits_rise_step_by_step_and_add_up(path: LearningPath) -> None:
    fit = path.fit
    for stage in path.stages:
        assert stage.steps
        for step in stage.steps:
            assert step.gain >= 0 and step.fit == pytest.approx(fit + step.gain, abs=0.11)
            fit = step.fit
    assert fit > path.fit
    assert path.hours == sum(stage.hours for stage in path.stages)
    assert path.weeks == -(-path.hours // 8)


def test_the_last_fit_is_what_matching_with_these_skills_gives(
    path: LearningPath, matcher: Matcher
) -> None:
    steps = [step for stage in path.stages for step in stage.steps]
    result = matcher.match_resume(
        matcher.read(ANALYST), roles=[path.role.id], assume=[step.skill.id for step in steps]
    )
    prospect = result[0].scored.what_if
    assert prospect is not None and prospect.points == steps[-1].fit


def test_what_comes_first_is_learned_first(path: LearningPath, matcher: Matcher) -> None:
    steps = [step for stage in path.stages for step in stage.steps]
    order = {step.skill.id: number for number, step in enumerate(steps)}
    later = [
        (step.skill.id, earlier)
        for step in steps
        if step.lesson
        for earlier in step.lesson.after
        if order.get(earlier, -1) > order[step.skill.id]
    ]
    assert not later
    assert any(step.needed_for for step in steps)  # Linux before Docker
    held = set(matcher.profile(matcher.read(ANALYST)).uses)
    assert held.isdisjoint(order)


def test_the_same_path_every_time(path: LearningPath, matcher: Matcher) -> None:
    assert matcher.path(matcher.read(ANALYST), "machine-learning-engineer") == path


def test_fewer_goals_are_the_begin_of_more(path: LearningPath, matcher: Matcher) -> None:
    few = matcher.path(matcher.read(ANALYST), "machine-learning-engineer", most=3)
    ids = [step.skill.id for stage in few.stages for step in stage.steps]
    all_ids = [step.skill.id for stage in path.stages for step in stage.steps]
    assert ids == all_ids[: len(ids)]


BACKEND = """Ann Lee
ann@example.org

Senior Backend Engineer, Fern Payments, Leeds
2018 - present
- Built eleven services in Java on PostgreSQL and Kafka, deployed with Kubernetes
- Cut the p99 of the payment API from 900 to 120 ms with Redis and better queries
- Wrote the GraphQL gateway that two mobile teams build on
- Moved nightly jobs from cron to Airflow and taught six people to run them
- Reviewed the code of four juniors
"""


def test_what_is_learned_before_something_that_is_shown_is_named_and_not_taught(
    matcher: Matcher, corpus: Corpus
) -> None:
    resume = matcher.read(("backend.txt", BACKEND.encode()))
    found = matcher.path(resume, "backend-engineer")
    lessons, uses = lessons_of(corpus), matcher.profile(resume).uses
    below = {each for skill_id in uses if skill_id in lessons for each in lessons[skill_id].after}
    assert found.unnamed and {each.id for each in found.unnamed} & below
    taught = {step.skill.id for stage in found.stages for step in stage.steps}
    assert taught.isdisjoint(below) and taught.isdisjoint(each.id for each in found.unnamed)


def test_of_skills_that_would_do_the_one_that_is_learned_soonest_is_chosen(
    matcher: Matcher,
) -> None:
    resume = matcher.read(SAMPLES / "priya-raman-data-analyst.docx")
    (match,) = matcher.match_resume(resume, roles=["data-analyst"])
    groups = [gap.requirement.any_of for gap in match.missing if len(gap.requirement.any_of) > 1]
    path = matcher.path(resume, "data-analyst", most=40)
    hours = {step.skill.id: step.hours for stage in path.stages for step in stage.steps}
    for group in groups:
        assert len(set(group) & hours.keys()) <= 1


def test_no_hours_are_told_where_nothing_is_taught(matcher: Matcher) -> None:
    nurse = """Grace Hill
grace@example.org

Registered Nurse, Fern Hospital, Leeds
2016 - present
- Cared for twelve patients a shift on a surgical ward and gave medication
- Recorded vital signs every four hours and called the doctor when they changed
- Taught relatives how to care for wounds at home
- Trained three new nurses on the ward
- Ordered supplies and checked the crash cart every night
"""
    path = matcher.path(matcher.read(("nurse.txt", nurse.encode())), "registered-nurse")
    assert path.stages and not path.is_taught


def test_an_unreadable_resume_has_no_path(matcher: Matcher) -> None:
    resume = matcher.read(("empty.txt", b""))
    with pytest.raises(UnreadableDocument, match=r"empty\.txt"):
        matcher.path(resume, "data-engineer")


def test_a_small_corpus_gets_the_lessons_of_its_skills(corpus: Corpus, tmp_path: Path) -> None:
    few = {each: corpus.skills[each] for each in ("sql", "dbt", "snowflake")}
    lessons = lessons_of(replace(corpus, skills=few, folder=tmp_path))
    assert set(lessons) <= set(few)
    for lesson in lessons.values():
        assert set(lesson.after) | set(lesson.certificates) <= set(few)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (LESSON.format(after="", source=""), "learning.yaml:1: sql: give docs, book or course"),
        (LESSON.format(after="sql", source="  docs: x\n"), "a circle: sql after sql"),
        (LESSON.format(after="magic", source="  docs: x\n"), "no skill 'magic'"),
        (LESSON.format(after="", source="  docs: x\n").replace("40", "41"), "learning.yaml:3: "),
    ],
)
def test_errors_name_file_line_and_field(content: str, message: str, corpus: Corpus) -> None:
    with pytest.raises(CorpusError) as caught:
        read_learning(Path("learning.yaml"), content.encode(), set(corpus.skills))
    assert message in str(caught.value)
