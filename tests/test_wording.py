from __future__ import annotations

from dataclasses import replace

from matcher.contract import ReadabilityJson
from matcher.corpus import load_corpus
from matcher.facts import readability_in_words
from matcher.matching import Matcher
from matcher.profiles import Use
from matcher.records import (
    AskedCertificate,
    AskedLanguage,
    JobDetails,
    Month,
    Requirement,
    Skill,
    SpokenLanguage,
)
from matcher.scoring.fits import (
    FitScore,
    Item,
    Missing,
    Prospect,
    Scored,
    ScorePart,
    evidence_of,
)
from matcher.scoring.holdings import Holding
from matcher.wording import (
    asked_in_words,
    bands_in_words,
    faint_in_words,
    gap_in_words,
    holding_in_words,
    in_words,
    job_in_words,
    levels_in_words,
    missing_in_words,
    near_in_words,
    standing_in_words,
    thin_in_words,
)


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
    what, earned, raising = in_words(
        scored("weak", 20.0, Prospect((VUE,), 36.0, "partial")), CORPUS
    )
    assert what == "20.0 of 100 points, weak: skills 0.0 of 50, titles 20.0 of 20."
    assert earned == (
        "None of the skills that are asked for was found, and the title “Plumber” comes nearest."
    )
    assert raising == "Not found: Vue (+9.0) and React (+4.0); with Vue: 36.0 points, partial."


def test_a_title_that_is_hardly_near_is_not_named() -> None:
    assert "no title held comes near" in in_words(scored("weak", 1.0), CORPUS)[1]


def test_nothing_is_promised_out_of_scope() -> None:
    out = scored("out_of_scope", 0.5)
    assert in_words(out, CORPUS)[2] == (
        "Skills of this trade were found, but too few points for any band. "
        "Not found: Vue and React."
    )
    stranger = replace(out, of_the_trade=False)
    assert "single skills would not help" in in_words(stranger, CORPUS)[2]
    assert missing_in_words(out, CORPUS) == "Vue, React"
    assert missing_in_words(scored("weak", 0.5), CORPUS) == "Vue +9.0, React +4.0"


def test_a_denied_skill_is_said_to_be_denied() -> None:
    gap = replace(scored("weak", 0.5).missing[0], denied=True)
    assert "the resume says that it is not held" in gap_in_words(gap, CORPUS)


def test_a_relative_that_is_more_than_a_sibling_is_said_to_be() -> None:
    vue, react = scored("weak", 0.5).missing
    assert near_in_words(vue, CORPUS) == "Angular is near (one took the other's place)"
    assert near_in_words(react, CORPUS) == "Vue is near (same family)"


def test_a_gap_names_every_skill_that_would_do_and_what_is_near() -> None:
    gap = replace(
        missing(VUE, 9.0, ("angular", 0.4)), requirement=Requirement(("react", "vue"), False)
    )
    assert asked_in_words(gap, CORPUS) == "Vue or React"
    assert gap_in_words(gap, CORPUS) == "preferred; Angular is near (one took the other's place)"
    learned = replace(missing(REACT, 4.0), aspiring=True)
    assert gap_in_words(learned, CORPUS) == ("required; the resume says that it is being learned")


def test_how_a_skill_is_held_is_said_in_a_line_and_levels_are_explained() -> None:
    use = Use("vue", True, 1, Month(2024, 3), ())
    held = Holding("implied", 0.8, "react", use)
    assert holding_in_words(held, CORPUS) == "implied by React, 1 month, last used 2024-03"
    both = replace(held, own=Use("vue", False, 30, Month(2025, 4), ()))
    assert holding_in_words(both, CORPUS).endswith("30 months, last used 2025-04")  # of all
    assert holding_in_words(both, CORPUS).startswith("listed and implied by React")
    listed = Holding("listed", 0.6, None, replace(use, months=None, last_used=None))
    assert holding_in_words(listed, CORPUS) == "listed"
    assert levels_in_words([held]) == "implied: another skill that was found includes it."
    assert levels_in_words([both]).startswith("listed: it is named, but")
    assert levels_in_words([]) == ""


def test_bands_are_told_with_their_least_points() -> None:
    told = bands_in_words(CORPUS.weights, posting=True)
    least = dict(CORPUS.weights.posting_bands)
    assert told.startswith(f"strong from {least['strong']:g} points, good from {least['good']:g}, ")
    assert bands_in_words(CORPUS.weights) != told


def test_a_standing_is_told_only_of_who_works_near_data_or_software() -> None:
    assert standing_in_words(0.03, 0.15, 0.02) == ""
    assert "statistics 0.60" in standing_in_words(0.3, 0.6, 0.2)


def test_a_plain_extraction_that_loses_nothing_is_not_told_in_figures() -> None:
    found: ReadabilityJson = {
        "extractor": "plain 1.0",
        "words_lost": 0.0004,
        "lines_torn": 0.0,
        "findings": [],
    }
    assert readability_in_words(found) == ""
    assert readability_in_words({**found, "words_lost": 0.02}) == (
        "A simple program (plain 1.0) loses 2.0% of the words and tears 0.0% of the lines apart."
    )


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
    assert job_in_words(details) == (
        "senior; Ghent, Belgium; hybrid; bachelor degree or equivalent experience; English (C1); "
        "Dutch preferred"
    )
    nothing = JobDetails(None, None, (), (), "", None)
    assert job_in_words(nothing) == ""


def test_duties_with_few_points_stand_apart() -> None:
    duties = tuple(Item(f"duty {points}", points, ()) for points in (1.2, 0.5, 0.4, 0.3))
    fit = FitScore(
        (
            ScorePart("skills", 10.0, 55.0, True, (Item("SQL", 0.3, ()),)),
            ScorePart("experience", 2.4, 15.0, True, duties),
            ScorePart("titles", 0.7, 25.0, True, (Item("Clerk", 0.7, ()),)),
        ),
        "weak",
    )
    pieces, faint = evidence_of(fit)
    assert [item.points for _, item in pieces] == [1.2, 0.7, 0.5]
    assert faint_in_words(faint) == (
        "2 duties with under 0.5 points each, 0.7 together: their lines are doubtful"
    )
    assert faint_in_words(faint[:1]) == "1 duty with under 0.5 points: its line is doubtful"


def test_a_posting_of_which_little_was_read_is_said_to_be_so(matcher: Matcher) -> None:
    thin = matcher.read_posting_text("We are nine people. You know Java and SQL.")
    assert thin_in_words(thin) == (
        "No title was read from the posting, so titles do not count; only 2 requirements were read "
        "from it"
    )
    full = matcher.read_posting_text(
        "Data Engineer\nRequirements\n- Java\n- SQL\n- Airflow\n- Kafka\n- Terraform"
    )
    assert thin_in_words(full) == ""
