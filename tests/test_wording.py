from __future__ import annotations

from dataclasses import replace

from matcher.corpus import load_corpus
from matcher.fits import FitScore, Item, Missing, Prospect, Scored, ScorePart
from matcher.records import (
    AskedCertificate,
    AskedLanguage,
    JobDetails,
    Requirement,
    Skill,
    SpokenLanguage,
)
from matcher.wording import in_words, job_in_words, missing_in_words, near_in_words


def skill(label: str) -> Skill:
    return Skill(label.lower(), label, (), "test", True, (), (), (), None)


VUE, REACT = replace(skill("Vue"), reasons={"angular": "successor"}), skill("React")
CORPUS = replace(
    load_corpus(), roles={}, skills={each.id: each for each in (VUE, REACT, skill("Angular"))}
)


def missing(asked: Skill, gain: float, nearest: tuple[str, float] | None = None) -> Missing:
    return Missing(Requirement((asked.id,), True), asked, 0.0, gain, nearest, aspiring=False)


def scored(band: str, title_points: float, next_band: Prospect | None = None) -> Scored:
    titles = ScorePart("titles", title_points, 20.0, True, (Item("Plumber", title_points, ()),))
    fit = FitScore((ScorePart("skills", 0.0, 50.0, True), titles), band)
    gaps = (missing(VUE, 9.0, ("angular", 0.4)), missing(REACT, 4.0, ("vue", 0.4)))
    return Scored(fit, (), gaps, (), next_band)


def test_three_sentences_say_what_it_is_what_earned_it_and_what_would_raise_it() -> None:
    what, earned, raising = in_words(scored("weak", 20.0, Prospect((VUE,), 36.0, "partial")))
    assert what == "20.0 of 100 points, weak: skills 0.0 of 50, titles 20.0 of 20."
    assert earned == (
        "None of the skills that are asked for was found, and the title “Plumber” comes nearest."
    )
    assert raising == "Not found: Vue (+9.0) and React (+4.0); with Vue: 36.0 points, partial."


def test_a_title_that_is_hardly_near_is_not_named() -> None:
    assert "no title held comes near" in in_words(scored("weak", 1.0))[1]


def test_nothing_is_promised_out_of_scope() -> None:
    out = scored("out_of_scope", 0.5)
    assert "single skills would not help" in in_words(out)[2]
    assert missing_in_words(out, CORPUS) == "Vue, React"
    assert missing_in_words(scored("weak", 0.5), CORPUS) == "Vue +9.0, React +4.0"


def test_a_relative_that_is_more_than_a_sibling_is_said_to_be() -> None:
    vue, react = scored("weak", 0.5).missing
    assert near_in_words(vue, CORPUS) == "Angular is near (successor)"
    assert near_in_words(react, CORPUS) == "Vue is near"


def test_what_a_posting_asks_besides_is_one_line() -> None:
    details = JobDetails(
        seniority="senior",
        degree_or_experience=3,
        languages=(
            AskedLanguage(SpokenLanguage("English", "C1", "fluent"), True),
            AskedLanguage(SpokenLanguage("Dutch", None, ""), False),
        ),
        certificates=(AskedCertificate("pmp", False),),
        location="Ghent, Belgium",
        workplace="hybrid",
    )
    assert job_in_words(details, load_corpus()) == (
        "senior; Ghent, Belgium; hybrid; bachelor degree or equivalent experience; English (C1); "
        "Dutch preferred; certificate PMP preferred"
    )
    nothing = JobDetails(None, None, (), (), "", None)
    assert job_in_words(nothing, load_corpus()) == ""
