"""Headings of postings in their own words, labels before a list in one line, duties as prose."""

from __future__ import annotations

import pytest

from matcher.postings.headings import LineKind
from matcher.postings.lines import read_lines
from matcher.postings.own_headings import own_heading_kind

BULLETS = [("Salt the soup", True), ("Weigh the flour", True)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What your days look like", LineKind.DUTIES),
        ("WHAT SUCCESS LOOKS LIKE", LineKind.DUTIES),
        ("As part of the bakery, you:", LineKind.DUTIES),
        ("We'd love to talk if you", LineKind.REQUIRED),
        ("NON-NEGOTIABLES", LineKind.REQUIRED),
        ("Profile:", LineKind.REQUIRED),
        ("You come with", LineKind.REQUIRED),
        ("It won't hurt if you", LineKind.PREFERRED),
        ("You might also bring", LineKind.PREFERRED),
        ("EXTRAS", LineKind.PREFERRED),
        ("What sets you apart", LineKind.PREFERRED),
        ("and it'd be a treat if you've", LineKind.PREFERRED),
        ("We think you'll do well if you've", LineKind.REQUIRED),
        ("Here is what it takes.", LineKind.REQUIRED),
        ("Here's what the first year holds.", LineKind.DUTIES),
        ("A typical week:", LineKind.DUTIES),
        ("What's in it for you", LineKind.BENEFITS),
        ("Next steps", LineKind.LEGAL),
        ("Your first projects", LineKind.DUTIES),
        ("Why this job exists", LineKind.DUTIES),
        ("What do we expect?", LineKind.REQUIRED),
        ("What can you expect?", LineKind.BENEFITS),
        ("Skills you'll lean on", LineKind.REQUIRED),
        ("The oven and the cellar", None),
        ("We bake rye. You will love it.", None),
        ("a word in the middle of a sentence", None),
    ],
)
def test_a_heading_over_bullets_is_told_by_its_words(heading: str, kind: LineKind | None) -> None:
    assert own_heading_kind(heading, BULLETS) is kind


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        (["Maintain the ovens", "Prepare the dough", "Train apprentices"], LineKind.DUTIES),
        (["Experience with rye", "Knowledge of ovens"], LineKind.REQUIRED),
        (["Ovens", "Cellars"], None),
        (["Maintain the ovens"], None),
    ],
)
def test_a_heading_that_says_nothing_is_told_by_its_list(
    items: list[str], kind: LineKind | None
) -> None:
    assert own_heading_kind("The oven and the cellar", [(item, True) for item in items]) is kind


def kinds(text: str) -> list[tuple[str, str]]:
    return [(line.kind.value, line.text) for line in read_lines(text, lambda _: False)]


def test_a_list_without_bullets_has_headings_too() -> None:
    text = (
        "Your tasks will be\nBaking rye for the week\nWeighing flour\n"
        "Your toolbox\nOvens and scales\nBasic Dutch\nHelpful extras\nSpelt or Emmer\nA bike"
    )
    assert kinds(text) == [
        ("duties", "Baking rye for the week"), ("duties", "Weighing flour"),
        ("required", "Ovens and scales"), ("required", "Basic Dutch"),
        ("preferred", "Spelt or Emmer"), ("preferred", "A bike"),
    ]  # fmt: skip


def test_a_label_holds_for_its_own_list() -> None:
    text = (
        "Required: Rye, Spelt. Nice to have: Emmer. Location: Ghent. Salary: up to 40k.\n"
        "You will move the ovens to the cellar, and keep the yeast alive."
    )
    assert kinds(text) == [
        ("required", "Rye, Spelt."), ("preferred", "Emmer."), ("benefits", "Location: Ghent."),
        ("benefits", "Salary: up to 40k."),
        ("duties", "You will move the ovens to the cellar, and keep the yeast alive."),
    ]  # fmt: skip


def test_a_label_in_its_own_words_holds_for_its_sentence() -> None:
    text = (
        "What we ask: Rye. What we would love on top: Spelt. What we do not ask: a degree.\n"
        "What you'd be doing: baking, weighing and selling."
    )
    assert kinds(text) == [
        ("required", "Rye."), ("preferred", "Spelt."), ("company", "a degree."),
        ("duties", "baking, weighing and selling."),
    ]  # fmt: skip


def test_musts_shoulds_and_coulds() -> None:
    text = "You must know: Rye. You may know: Spelt. Essential: Salt."
    assert [kind for kind, _ in kinds(text)] == ["required", "preferred", "required"]
    assert [kind for kind, _ in kinds("Musts: Rye.\nShoulds: Spelt.\nCoulds: Emmer.")] == [
        "required", "preferred", "preferred",
    ]  # fmt: skip
    assert [kind for kind, _ in kinds("KEY SKILLS: Rye\nSECONDARY SKILLS: Spelt")] == [
        "required", "preferred",
    ]  # fmt: skip


def test_a_heading_that_asks_itself_is_a_line_as_well() -> None:
    text = "Required 2+ years of work in the following areas:\n- Rye\n- Spelt"
    assert [kind for kind, _ in kinds(text)] == ["required"] * 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("In this job you own the ovens, and you write the recipes.", "duties"),
        ("The person in this seat keeps a bakery of 40 ovens warm.", "duties"),
        ("In spring you replace the old ovens.", "duties"),
        ("You split the dough, you weigh it, and you throw away what is left.", "duties"),
        ("You and two millers ship the flour.", "duties"),
        ("You are going to split the dough.", "duties"),
        ("We need someone who has led bakers.", "required"),
        ("Responsibilities would include weighing the flour.", "duties"),
        ("At Fern you become part of a family.", "company"),
        ("Rye is used everywhere, so you will need it too.", "required"),
        ("The mill is not responsible for the fees of agencies.", "company"),
        ("Rye experience would be great.", "required"),
    ],
)
def test_sentences_that_tell_and_that_ask(line: str, kind: str) -> None:
    assert [told for told, _ in kinds(line)] == [kind]


def test_what_they_do_goes_on_from_sentence_to_sentence() -> None:
    text = (
        "The person in this seat keeps the ovens warm. They design loaves that last, and lead the "
        "review after each fire. Together with millers they agree on the flour. They have patience."
    )
    assert [kind for kind, _ in kinds(text)] == ["duties", "duties", "duties", "company"]


def test_to_contact_somebody_is_a_duty_and_no_heading() -> None:
    text = "Tasks:\nBaking rye bread\nContact with the tax adviser"
    assert [kind for kind, _ in kinds(text)] == ["duties", "duties"]


def test_what_you_will_do_is_a_duty_among_the_requirements() -> None:
    text = "Requirements\n- Rye\n- You will keep the ledgers\n- You will need patience"
    assert [kind for kind, _ in kinds(text)] == ["required", "duties", "required"]
