from __future__ import annotations

from itertools import pairwise

import pytest

from matcher.documents import read_bytes
from matcher.inspection import SkillTime, skill_times
from matcher.matching import Matcher
from matcher.profiles import Profile
from matcher.scoring.holdings import Holding, Holdings
from matcher.wording import quoted, shown_in_words

RESUME = """Mara Lind
mara.lind@example.com

Work Experience

Senior Web Developer
Tall Ship Press, March 2014 to February 2016
• Looked after the shop of a publisher with two colleagues and a designer.
• Kept pages quick by loading pictures late, in plain React components.

Project Manager / Data Analyst Intern
Harbour Books, January 2018 to December 2018
• Planned the move of a warehouse with the owners of four shops.

Skills

JavaScript, React, Photoshop, project plans
"""


def profile(matcher: Matcher, text: str) -> Profile:
    return matcher.profile(matcher.resume(read_bytes(text.encode(), "mara.txt")))


def times(matcher: Matcher, text: str) -> dict[str, SkillTime]:
    return skill_times(profile(matcher, text))


@pytest.mark.parametrize(
    ("skill_id", "months"),
    [("web-development", 24), ("project-management", 12), ("data-analysis", 12)],
)
def test_a_title_shows_the_work_that_it_means(matcher: Matcher, skill_id: str, months: int) -> None:
    found = times(matcher, RESUME)[skill_id]
    assert (found.level, found.months, found.n_positions) == ("listed", months, 1)


def test_the_words_of_a_title_are_the_mention(matcher: Matcher) -> None:
    shown = profile(matcher, RESUME)
    text = shown.resume.document.text
    said = {mention.skill_id: text[mention.start : mention.end] for mention in shown.mentions}
    assert said["web-development"] == "Web Developer"
    assert said["project-management"] == "project plans"  # the last one
    spans = [(mention.start, mention.end) for mention in shown.mentions]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_skill_without_a_letter_in_a_title_is_what_the_title_says(matcher: Matcher) -> None:
    shown = profile(matcher, RESUME.replace("Senior Web Developer", "8051 Programmer"))
    assert shown.resume.positions[0].title == "8051 Programmer"
    assert "web-development" not in shown.uses


def test_people_one_worked_with_are_no_title(matcher: Matcher) -> None:
    assert "graphic-design" not in times(matcher, RESUME.replace("designer", "graphic designer"))


def test_months_of_a_skill_are_those_of_the_skills_that_show_it_too(matcher: Matcher) -> None:
    found = times(matcher, RESUME)
    assert (found["javascript"].level, found["javascript"].months) == ("listed", 24)
    assert found["adobe-photoshop"].months is None


CLUSTERS = """Ilse Roe
Work

Engineer, Hill Press, March 2020 to May 2024
• Ran fourteen EKS clusters with two hundred pods for the editors.
• Wrote the dbt models of all orders and the reports on them.
• Rewrote the dbt models of the warehouse in a week.

Administrator, Tall Ship Press, March 2014 to February 2016
• Helped the colleagues to move their wiki to Kubernetes.
• Taught two juniors what Analytics Engineering is about.

Skills

SQL, Linux
"""


def test_months_that_another_skill_shows_are_shown_by_its_line(matcher: Matcher) -> None:
    use = profile(matcher, CLUSTERS).uses["kubernetes"]
    assert use.months == 51 + 24
    assert [line.text[:10] for line in use.lines] == ["Ran fourte", "Helped the"]


def test_a_skill_is_implied_by_what_is_named_most_and_shows_its_own_line_too(
    matcher: Matcher,
) -> None:
    shown = profile(matcher, CLUSTERS)
    corpus = matcher.corpus
    held = Holdings(shown.uses, corpus, corpus.weights).held("sql")
    assert held and (held.level, held.via) == ("implied", "dbt")
    assert [line.text[:5] for line in held.lines] == ["Wrote", "Rewro", "Taugh", "SQL, "]
    assert held.own and held.months == held.own.months


def test_of_a_long_line_the_words_around_the_skill_are_quoted(matcher: Matcher) -> None:
    much = "kept the pages of the shop quick and looked after every order of its customers and "
    line = f"Built forms and {much * 4}moved the shop to Kubernetes and {much * 4}that was all"
    shown = profile(matcher, RESUME.replace("Kept pages quick by loading pictures late", line))
    use = shown.uses["kubernetes"]
    text = shown_in_words(Holding("demonstrated", 1.0, None, use), shown.resume)
    assert use.lines[0].text[:16] == "Built forms and "
    assert text.startswith("“… ") and text.endswith(" …”") and "shop to Kubernetes and" in text
    assert len(text) < 220 and text[3:-3].strip() in use.lines[0].text
    assert quoted(use.lines, shown.resume).startswith("“Built forms and kept")


def test_the_items_of_a_list_inside_a_sentence_are_no_passages(matcher: Matcher) -> None:
    line = (
        "Built and ran the whole infrastructure of the press with Docker, CircleCI, and several "
        "services of AWS, EC2, ECS, Route 53, S3, CloudFront, looking after backups, monitoring "
        "and costs of every site."
    )
    text = RESUME.replace("Kept pages quick by loading pictures late, in plain React", line)
    said = [passage.text for passage in profile(matcher, text).passages]
    assert "Looked after the shop of a publisher with two colleagues and a designer." in said
    assert all(len(passage.split()) >= 4 for passage in said)
    assert line[:40] in " ".join(said) and "Route 53" in " ".join(said)


def test_a_short_claim_behind_a_sentence_is_no_part_of_it(matcher: Matcher) -> None:
    line = "I like boring loads, tested and finished before the others arrive. Strong in Terraform"
    text = RESUME.replace("Kept pages quick by loading pictures late, in plain React", line)
    use = profile(matcher, text).uses["terraform"]
    assert [shown.text for shown in use.lines] == ["Strong in Terraform components."]
    assert not use.demonstrated


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("Skills used:", "demonstrated"),
        ("Technical environment:", "demonstrated"),
        ("Tools & languages used:", "demonstrated"),
        # It stands in lists of skills, too, and a heading that is lost must not raise a fit.
        ("Technologies:", "listed"),
    ],
)
def test_a_list_of_what_a_job_was_done_with_shows_the_work(
    matcher: Matcher, label: str, level: str
) -> None:
    job = "React components.\n"
    found = times(matcher, RESUME.replace(job, f"{job}{label} Terraform, Kafka\n"))
    assert (found["terraform"].level, found["terraform"].months) == (level, 24)
