"""The laws of the score on whole documents: the samples, cut, stuffed and renamed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import RESUMES, SAMPLES

from matcher.documents import read_bytes
from matcher.matching import Matcher
from matcher.records import Document


def fit_of(matcher: Matcher, document: Document, role_id: str) -> float:
    result = matcher.match_resume(matcher.resume(document), roles=[role_id], gains=False)
    return result[0].fit.points if len(result) else 0.0


def with_text(document: Document, text: str) -> Document:
    return replace(document, text=text, page_starts=())


def read(path: Path) -> Document:
    return read_bytes(path.read_bytes(), path.name)


def best_role(matcher: Matcher, document: Document) -> str:
    return matcher.match_resume(matcher.resume(document), top=1, gains=False)[0].role.id


# Lines without which the document is read otherwise, so that the fit to some role that is none of
# the five nearest rises: a heading over schools, a header whose lines then belong to another job.
READ_OTHERWISE = {
    "ana-moreau-career-changer.pdf": ["TRAINING AND EDUCATION"],
    "maya-lindqvist-ml-engineer.pdf": [
        "Machine Learning Engineer\tAug 2019 – Feb 2022",
        "Research Intern\tJan 2017 – Jun 2017",
    ],
    "sam-carter-principal-cloud.json": ["Principal Cloud Architect"],
}


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_deleting_any_line_never_raises_a_fit(matcher: Matcher, path: Path) -> None:
    document = read(path)
    whole = matcher.fits(matcher.resume(document))
    nearest = sorted(whole, key=lambda role_id: -whole[role_id])[:5]
    lines = document.text.split("\n")
    raised = []
    for number, line in enumerate(lines):
        rest = with_text(document, "\n".join(lines[:number] + lines[number + 1 :]))
        fits = matcher.fits(matcher.resume(rest))
        assert all(fits.get(role_id, 0.0) <= whole[role_id] for role_id in nearest)
        if any(fit > whole.get(role_id, 0.0) for role_id, fit in fits.items()):
            raised.append(line)
    assert raised == READ_OTHERWISE.get(path.name, [])


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_appending_a_line_that_denies_nothing_never_lowers_the_fit(
    matcher: Matcher, path: Path
) -> None:
    document = read(path)
    role_id = best_role(matcher, document)
    whole = fit_of(matcher, document, role_id)
    for line in (
        "Repaired old radios for the local museum.",
        "Built Python services on Kubernetes for a payments team.",
        "Python, SQL, Docker",
    ):
        longer = with_text(document, f"{document.text}\n{line}")
        assert fit_of(matcher, longer, role_id) >= whole


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_listing_again_what_is_held_adds_nothing(matcher: Matcher, path: Path) -> None:
    document = read(path)
    role_id = best_role(matcher, document)
    held = matcher.profile(matcher.resume(document)).uses
    listed = ", ".join(matcher.corpus.label(skill_id) for skill_id in held)
    assert listed
    stuffed = with_text(document, "\n".join([document.text, "", "Skills", *[listed] * 5]))
    assert fit_of(matcher, stuffed, role_id) == fit_of(matcher, document, role_id)


@pytest.mark.parametrize(
    "name", ["Aisha Okonkwo", "Wei Zhang", "Mary-Ann O'Neill", "Swift", "Go Tanaka", "Chase Baker"]
)
def test_the_name_never_enters_the_fit(matcher: Matcher, name: str) -> None:
    document = read(SAMPLES / "jonas-weber-backend.txt")
    renamed = with_text(document, document.text.replace("JONAS WEBER", name))
    assert renamed.text != document.text
    before, after = (
        matcher.match_resume(matcher.resume(each), top=5, gains=False)
        for each in (document, renamed)
    )
    assert [(match.role.id, match.fit.points) for match in after] == [
        (match.role.id, match.fit.points) for match in before
    ]


def test_gender_words_age_and_address_never_enter_the_fit(matcher: Matcher) -> None:
    document = read(SAMPLES / "elena-petrova-data-scientist.html")
    role_id = best_role(matcher, document)
    lines = document.text.split("\n")
    personal = ["Date of birth: 3 May 1961", "Gender: female", "Married, two children"]
    marked = with_text(document, "\n".join([lines[0], *personal, *lines[1:]]))
    assert fit_of(matcher, marked, role_id) == fit_of(matcher, document, role_id)


def test_a_resume_of_keywords_only_stays_below_an_honest_one(matcher: Matcher) -> None:
    role = matcher.corpus.role("data-engineer")
    labels = [
        matcher.corpus.label(skill_id) for item in role.requirements for skill_id in item.any_of
    ]
    text = "Alex Example\nSkills\n" + "\n".join(
        ", ".join(labels[at : at + 8]) for at in range(0, len(labels), 8)
    )
    honest = fit_of(matcher, read(SAMPLES / "tomas-okafor-data-engineer.pdf"), role.id)
    neighbour = fit_of(matcher, read(SAMPLES / "elena-petrova-data-scientist.html"), role.id)
    claimed = text.replace("\n", f"\n{role.title}\n", 1)  # the very title as a headline
    held = f"{text}\nExperience\n{role.title}, Velmoor Ltd, Jan 2015 - present"  # and nothing done
    for stuffed in (text, claimed, held):
        points = fit_of(matcher, read_bytes(stuffed.encode(), "keywords.txt"), role.id)
        assert points < honest - 30
        assert points < neighbour


@pytest.mark.parametrize(
    ("line", "level"),
    [
        (
            "Built nightly pipelines in Apache Spark for the planners of three warehouses",
            "demonstrated",
        ),
        ("Gained exposure to Apache Spark in the pipelines of the platform team", "listed"),
        ("Attended several webinars on Apache Spark, Kafka and the modern data stack", "listed"),
        (
            "Seasoned engineer with nine years of experience in Apache Spark and its cluster",
            "listed",
        ),
        ("Motivated the team to move its reports to Apache Spark within two years", "demonstrated"),
    ],
)
def test_what_was_only_heard_of_or_claimed_is_not_demonstrated(
    matcher: Matcher, line: str, level: str
) -> None:
    text = (
        "Jane Roe\nExperience\nAnalyst, Acme Ltd, Mar 2019 - Present\n- Answered the questions of"
        f" the sales team about their regions every week\n- {line}\nEducation\nBSc, MIT, 2018\n"
    )
    resume = matcher.read(("cv.txt", text.encode()))
    assert matcher.profile(resume).uses["apache-spark"].demonstrated is (level == "demonstrated")


def test_a_title_of_the_posting_s_role_or_of_its_neighbour_counts(matcher: Matcher) -> None:
    posting = matcher.read_posting_text(
        "Senior Data Scientist\n\nRequirements\n- Experience with R and statistical modelling\n"
    )

    def title_points(title: str) -> float:
        text = (
            f"Jane Roe\nExperience\n{title}, Acme Ltd, Mar 2019 - Present\n"
            + "".join(
                f"- Weighted survey {n} in R and told its ministry what moved\n" for n in "ABCDE"
            )
            + "Education\nBSc, MIT, 2018\n"
        )
        resume = matcher.resume(read_bytes(text.encode(), "cv.txt"))
        (candidate,) = matcher.rank_resumes(posting, [resume]).candidates
        return next(part.points for part in candidate.fit.parts if part.name == "titles")

    same, neighbour, far = map(title_points, ("Data Scientist", "Statistician", "Carpenter"))
    assert same > neighbour > same / 2 > 0 == far


def test_a_plain_title_counts_for_every_kind_of_its_role(matcher: Matcher) -> None:
    def fits(title: str) -> dict[str, float]:
        text = (
            f"Jane Roe\nExperience\n{title}, Acme Ltd, Mar 2019 - Present\n"
            "- Wrote combat and the save system of an adventure in C++ for Unreal Engine\n"
            "- Enemies with behavior trees, navigation meshes in Unity and C#\n"
            "- Profiled frame times on three consoles with PIX and RenderDoc\n"
            "- Shipped two titles on Steam with Perforce and Wwise\n"
            "- Netcode with rollback for four players\nEducation\nBSc, MIT, 2018\n"
        )
        resume = matcher.resume(read_bytes(text.encode(), "cv.txt"))
        found = matcher.match_resume(resume, top=len(matcher.corpus.roles), gains=False)
        return {
            match.role.id: match.scored.fit.part("titles").points
            for match in found
            if match.role.id in ("game-developer", "software-engineer", "registered-nurse")
        }

    plain, exact = fits("Software Engineer"), fits("Game Developer")
    assert exact["game-developer"] == plain["software-engineer"] > 0
    assert plain["game-developer"] == pytest.approx(0.7 * exact["game-developer"], abs=0.1)
    assert exact["software-engineer"] < plain["software-engineer"]
    assert not plain.get("registered-nurse")
