"""Names that are wrapped beside dates, headings and dates in a margin, and marks of lists."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from matcher.documents.layout import Block
from matcher.documents.lines import lines_of
from matcher.documents.segments import Row, Segment
from tests.documents.builders import PROSE, lines, pdf, wrapped

LONG = ["Senior Warehouse Planner at the Northern Cooperative of", "Millers and Bakers"]
DATES = "May 2015 - June 2019"


def read(content: bytes) -> list[str]:
    return read_bytes(content, "resume.pdf").text.splitlines()


def test_a_name_that_is_wrapped_beside_its_dates_is_one() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(430, 80, DATES)
        lines(canvas, LONG, 60, 80)
        wrapped(canvas, PROSE, 60, 120, 480)

    assert read(pdf(draw)) == [f"{' '.join(LONG)}\t{DATES}", PROSE]


def test_a_name_and_its_dates_may_both_be_wrapped() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["The Northern Cooperative", "Millers and Bakers"], 60, 80)
        lines(canvas, ["May 2015 -", "June 2019"], 430, 80)

    assert read(pdf(draw)) == [f"The Northern Cooperative Millers and Bakers\t{DATES}"]


def test_dates_wrapped_in_the_right_margin_are_one_range_over_the_employer() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.set_font(style="B")
        canvas.text(60, 80, "Warehouse Planner")
        canvas.set_font(style="")
        canvas.text(60, 94, "Millers and Bakers")
        lines(canvas, ["May 2015 -", "June 2019"], 430, 80)

    assert read(pdf(draw)) == [f"Warehouse Planner\t{DATES}", "Millers and Bakers"]


def test_a_line_below_short_names_is_none_of_theirs() -> None:
    """Where an employer stands below every title, one that happens to be long takes none in."""

    def draw(canvas: FPDF) -> None:
        for y, title in (
            (80, "Baker"),
            (160, "Senior Warehouse Planner and Head of Deliveries by Sea"),
        ):
            canvas.text(430, y, DATES)
            lines(canvas, [title, "Initech International"], 60, y)

    assert read(pdf(draw))[1] == "Initech International"
    assert read(pdf(draw))[3] == "Initech International"


def test_a_name_right_of_its_dates_is_wrapped_at_the_edge_of_the_text() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(60, 80, DATES)
        y = lines(canvas, [f"{LONG[0]} Flour", LONG[1]], 190, 80)
        for _ in range(2):
            y = wrapped(canvas, PROSE, 190, y + 6, 310)

    assert read(pdf(draw))[0] == f"{DATES}\t{LONG[0]} Flour {LONG[1]}"


def test_dates_that_end_alike_in_a_margin_are_put_together() -> None:
    def draw(canvas: FPDF) -> None:
        for y, texts in ((80, ["Mar 2021 -", "Present"]), (150, ["Jan 2019 -", "Feb 2021"])):
            for number, text in enumerate(texts):
                canvas.text(110 - canvas.get_string_width(text), y + 14 * number, text)
            lines(canvas, ["Shop Manager, Initech, Leeds", "Ran the shop"], 140, y)

    found = read(pdf(draw))
    assert found[0] == "Mar 2021 - Present\tShop Manager, Initech, Leeds"
    assert found[2] == "Jan 2019 - Feb 2021\tShop Manager, Initech, Leeds"


def test_dates_beside_the_first_bullet_belong_to_the_name_above() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["Senior Warehouse Planner, Northern Cooperative"], 60, 80)
        canvas.text(430, 94, DATES)
        lines(canvas, ["- Planned the deliveries of forty shops", "- Led six people"], 60, 94)

    assert read(pdf(draw)) == [
        f"Senior Warehouse Planner, Northern Cooperative\t{DATES}",
        "• Planned the deliveries of forty shops",
        "• Led six people",
    ]


def test_dates_that_are_drawn_last_are_no_column() -> None:
    """Browsers draw what floats at the right after the rest."""

    def draw(canvas: FPDF) -> None:
        schools = ["Hill University", "Fern College", "Roe Academy"]
        for number, school in enumerate(schools):
            lines(canvas, [school, "BSc Physics"], 60, 80 + 28 * number)
        for number in range(len(schools)):
            canvas.text(430, 80 + 28 * number, DATES)

    assert read(pdf(draw))[::2] == [
        f"{school}\t{DATES}" for school in ("Hill University", "Fern College", "Roe Academy")
    ]


def test_a_heading_over_the_first_dates_of_a_margin_opens_its_lines() -> None:
    def draw(canvas: FPDF) -> None:
        y = 80.0
        for label in (["Work Experience", "2019 to 2021"], ["2015 to 2018"], ["2012 to 2014"]):
            lines(canvas, label, 60, y)
            texts = ["Shop Manager at Initech", "- Led six people", "- Planned the deliveries"]
            y = lines(canvas, texts, 190, y) + 20

    assert read(pdf(draw))[:2] == ["Work Experience", "2019 to 2021\tShop Manager at Initech"]


def test_a_word_of_lists_heads_a_margin_if_it_is_set_as_the_other_headings() -> None:
    def draw(canvas: FPDF) -> None:
        for y, heading in ((80, "Work"), (150, "Education"), (220, "Projects")):
            canvas.set_font("Helvetica", style="B", size=10)
            canvas.text(60, y, heading)
            canvas.set_font("Helvetica", size=10)
            lines(canvas, ["Northern Cooperative", "Planned the deliveries"], 190, y)

    entry = ["Northern Cooperative", "Planned the deliveries"]
    assert read(pdf(draw)) == ["Work", *entry, "Education", *entry, "Projects", *entry]


def test_a_name_in_large_type_over_two_lines_is_one() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.set_font("Helvetica", size=30)
        canvas.text(60, 80, "Maria Fernanda")
        canvas.text(60, 114, "Costa")
        canvas.set_font("Helvetica", size=10)
        lines(canvas, ["Shop Manager", "Leeds", *["Planned the deliveries"] * 4], 60, 150)

    assert read(pdf(draw))[:2] == ["Maria Fernanda Costa", "Shop Manager"]


def test_a_name_and_a_title_in_large_type_stay_apart() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.set_font("Helvetica", size=30)
        canvas.text(60, 80, "Maria Costa")
        canvas.text(60, 114, "Shop Manager")
        canvas.set_font("Helvetica", size=10)
        lines(canvas, ["Leeds", *["Planned the deliveries"] * 4], 60, 150)

    assert read(pdf(draw))[:2] == ["Maria Costa", "Shop Manager"]


def test_further_lines_of_an_item_may_begin_at_its_drawn_glyph() -> None:
    def draw(canvas: FPDF) -> None:
        y = 80.0
        for _ in range(2):
            canvas.ellipse(62, y - 5, 3, 3, style="F")
            first = PROSE[:80].rpartition(" ")[0]
            canvas.text(74, y, first)
            y = wrapped(canvas, PROSE[len(first) + 1 :], 60, y + 14, 400)

    assert read(pdf(draw)) == [f"• {PROSE}"] * 2


def test_a_mail_address_that_a_narrow_column_broke_is_whole() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["jane.roe.baker@examp", "le.org"], 60, 80)
        wrapped(canvas, PROSE, 240, 80, 300)
        lines(canvas, ["Leeds"], 60, 140)

    assert read(pdf(draw))[0] == "jane.roe.baker@example.org"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Call me: nora-\nfalk@example.com", "Call me: norafalk@example.com"),
        ("NORA.FALK@EXAMPLE.O\nRG", "NORA.FALK@EXAMPLE.ORG"),
        ("nora.falk@examp\nle.org", "nora.falk@example.org"),
        ("nora.falk@\nexample.org | Oslo", "nora.falk@example.org | Oslo"),
        ("nora.falk@example.\ncom", "nora.falk@example.com"),
        ("nora.falk@example.com\nle.org", "nora.falk@example.com\nle.org"),
        ("Plans well-\nnora@home in Oslo", "Plans well-\nnora@home in Oslo"),
    ],
)
def test_a_broken_mail_address_is_whole_in_any_format(broken: str, whole: str) -> None:
    text = f"Nora Falk\n{broken}\n{PROSE}"
    assert read_bytes(text.encode(), "cv.txt").text == f"Nora Falk\n{whole}\n{PROSE}"


def test_list_glyphs_of_a_font_of_icons_mark_items() -> None:
    def row(glyph: str, text: str, y: float) -> Row:
        cells = [(glyph, 60.0, 64.0), (text, 84.0, 84.0 + 5 * len(text))]
        return Row([Segment(t, x0, x1, y, y + 10, 0, 0, 0, 30.0) for t, x0, x1 in cells])

    texts = ["Planned deliveries", "Led six people", "Closed the books"]
    rows = [row("\ufffd", text, 700 - 14 * number) for number, text in enumerate(texts)]
    found = lines_of([Block(rows, 60, 500)], lambda _: ("", 400))
    assert [line.text for line in found] == [f"• {text}" for text in texts]
    assert all(line.item for line in found)
    alone = lines_of([Block(rows[:1], 60, 500)], lambda _: ("", 400))
    assert not alone[0].item


def test_drawn_marks_of_closely_set_lines_do_not_hide_each_other() -> None:
    def draw(canvas: FPDF) -> None:
        for number in range(6):
            y = 80 + 9.2 * number
            canvas.ellipse(64, y - 5, 4, 4, style="F")
            canvas.text(74, y, f"Baked loaf {number} for the shop")

    assert read(pdf(draw)) == [f"• Baked loaf {number} for the shop" for number in range(6)]


def test_a_name_over_the_right_column_is_read_before_the_left_one() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["Contact", "555 014 7788", "Leeds", "Skills", "Baking", "Icing"], 40, 80)
        canvas.set_font("Helvetica", size=24)
        canvas.text(220, 84, "Maria Costa")
        canvas.set_font("Helvetica", size=10)
        lines(
            canvas,
            ["Pastry Chef", "Profile", *["Bakes cakes for the shops of a town"] * 4],
            220,
            104,
        )

    found = read(pdf(draw))
    assert found[:4] == ["Maria Costa", "Pastry Chef", "Contact", "555 014 7788"]
    assert found.index("Icing") < found.index("Profile")
