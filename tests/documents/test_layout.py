"""Reading order of a page: lists in two columns, and the lines above and below them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from matcher.documents.words import WORD_GAP, Boxes, drawn_in, split_words
from tests.documents.builders import PROSE, lines, pdf, wrapped

LEFT = ["Bookkeeping", "Payroll of forty people", "Cash handling", "Stock control", "Typing"]
RIGHT = ["Negotiation", "Public speaking", "Team building", "Conflict resolution", "Mentoring"]
HEAD = ["Experience", "Shop Manager", "Initech, Leeds", "May 2015 to June 2019"]


def read(content: bytes) -> list[str]:
    return read_bytes(content, "resume.pdf").text.splitlines()


def top(canvas: FPDF) -> float:
    """A summary over the whole width; returns where the next line would be."""
    return lines(canvas, ["Skills"], y=wrapped(canvas, PROSE, 60, 60, 480))


@pytest.mark.parametrize("shift", [0, 7])
def test_a_heading_below_a_list_in_two_columns_is_read_after_both(shift: float) -> None:
    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        end = lines(canvas, LEFT, 84, y)
        lines(canvas, RIGHT, 300, y + shift)
        wrapped(canvas, PROSE, 60, lines(canvas, HEAD, 60, end + 12), 480)

    assert read(pdf(draw)) == [PROSE, "Skills", *LEFT, *RIGHT, *HEAD, PROSE]


def test_a_heading_between_two_lists_in_columns_parts_them() -> None:
    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        for heading in ("Languages", "Interests"):
            end = lines(canvas, [f"{heading} {item}" for item in LEFT], 84, y)
            lines(canvas, [f"{heading} {item}" for item in RIGHT], 300, y)
            y = lines(canvas, [f"After {heading}"], 60, end)

    assert read(pdf(draw))[2:] == [
        *(f"Languages {item}" for item in [*LEFT, *RIGHT]),
        "After Languages",
        *(f"Interests {item}" for item in [*LEFT, *RIGHT]),
        "After Interests",
    ]


@pytest.mark.parametrize("left_first", [True, False])
def test_the_longer_of_two_columns_is_read_to_its_end(left_first: bool) -> None:
    def draw(canvas: FPDF) -> None:
        sides = [(60, [*LEFT, *(f"{item} again" for item in LEFT)]), (300, RIGHT)]
        for x, items in sides if left_first else sides[::-1]:
            lines(canvas, items, x)

    assert read(pdf(draw)) == [*LEFT, *(f"{item} again" for item in LEFT), *RIGHT]


@pytest.mark.parametrize("shift", [0, 7])
def test_a_list_of_short_items_is_a_column_however_narrow(shift: float) -> None:
    items = ["Excel", "Outlook", "Word", "Access", "Typing"]

    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        end = lines(canvas, LEFT, 84, y)
        lines(canvas, items, 300, y + shift)
        wrapped(canvas, PROSE, 60, end + 12, 480)

    assert read(pdf(draw)) == [PROSE, "Skills", *LEFT, *items, PROSE]


def test_dates_drawn_apart_from_their_jobs_stand_beside_them() -> None:
    jobs = ["Cook, Initech", "Baker, Umbrella", "Butcher, Acme", "Grocer, Globex"]
    years = ["2019-2021", "2016-2019", "2014-2016", "2011-2014"]

    def draw(canvas: FPDF) -> None:
        end = lines(canvas, jobs, y=100)
        lines(canvas, years, 480, 100)
        wrapped(canvas, PROSE, 60, end + 12, 480)

    assert read(pdf(draw))[:4] == [f"{job}\t{year}" for job, year in zip(jobs, years, strict=True)]


def spots(canvas: FPDF, xs: Sequence[float], y: float) -> None:
    """Round bullets as browsers draw them: shapes, no characters."""
    for x in xs:
        canvas.ellipse(x, y - 5, 4, 4, style="F")


def test_bullets_that_are_drawn_part_a_list() -> None:
    full = "Moved the ledgers of nine branches to one database and closed every month on time"
    items = [f"{full} {name}" for name in ("Alpha", "Bravo", "Gamma")]

    def draw(canvas: FPDF) -> None:
        for row, item in enumerate(items):
            canvas.text(72, 100 + 14 * row, item)
            spots(canvas, [62], 100 + 14 * row)
        canvas.text(72, 142, "and told the auditors how")

    *others, last = items
    assert read(pdf(draw)) == [f"• {item}" for item in others] + [
        f"• {last} and told the auditors how"
    ]


def test_spots_on_both_sides_are_an_ornament() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(100, 100, "Certificates")
        spots(canvas, [90, 104 + canvas.get_string_width("Certificates")], 100)

    assert read(pdf(draw)) == ["Certificates"]


def test_a_rule_beside_the_text_is_no_bullet() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.line(62, 60, 62, 200)
        lines(canvas, ["Baker, Velmoor Ltd", "Jan 2019 - present"], x=72, y=100)

    assert read(pdf(draw)) == ["Baker, Velmoor Ltd", "Jan 2019 - present"]


def test_small_capitals_without_line_heights_are_words() -> None:
    """Some files give the box of the ink for that of the line: letters as wide as they are high,
    with gaps that would end a word of an ordinary font."""
    text = "History of work"
    lefts, left = [], 60.0
    for char in text:
        lefts.append(left)
        left += 3.0 if char == " " else 5.8
    drawn = drawn_in(text)
    starts = np.array(lefts)[drawn]
    rows = np.full(len(drawn), 100.0)
    boxes = Boxes(starts, starts + 5.1, rows, rows + 5.5)
    assert [word.text for word in split_words(text, drawn, boxes, WORD_GAP)] == text.split()


def test_dates_in_a_narrow_margin_are_put_together() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["Mar 2021 -", "Present"], x=60, y=100)
        lines(canvas, ["Initech, Leeds", "Shop Manager"], x=180, y=100)

    assert read(pdf(draw)) == ["Mar 2021 - Present\tInitech, Leeds", "Shop Manager"]


def test_years_in_a_margin_belong_to_their_own_lines() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["MSc Physics, Quillfield", "BSc Physics, Quillfield"], x=60, y=100)
        lines(canvas, ["2014", "2012"], x=480, y=100)
        y = wrapped(canvas, PROSE, 60, 150, 380, mark="-")
        lines(canvas, ["Mar 2021 -", "Present"], x=480, y=150)
        wrapped(canvas, PROSE, 60, y, 380, mark="-")

    assert read(pdf(draw))[:2] == [
        "MSc Physics, Quillfield\t2014",
        "BSc Physics, Quillfield\t2012",
    ]


def test_a_line_between_dashes_is_no_item() -> None:
    assert read(pdf(lambda canvas: lines(canvas, ["- Skills -", "- Baking"]) and None)) == [
        "- Skills -",
        "• Baking",
    ]


def test_a_heading_in_the_margin_stands_over_its_text() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(60, 100, "PROFILE")
        y = wrapped(canvas, PROSE, 180, 100, 340)
        canvas.text(60, y + 10, "SKILLS")
        canvas.text(180, y + 10, "Baking, pastry, stock control")

    assert read(pdf(draw)) == ["PROFILE", PROSE, "SKILLS", "Baking, pastry, stock control"]


def test_a_heading_below_two_columns_is_read_after_both_in_any_drawing_order() -> None:
    def draw(canvas: FPDF) -> None:
        canvas.text(60, 186, "Education")
        lines(canvas, LEFT, 60, 100)
        lines(canvas, RIGHT[:4], 300, 100)
        lines(canvas, ["Hill University, Leeds, in the old town of that name"], 60, 202)

    assert read(pdf(draw))[-2:] == [
        "Education",
        "Hill University, Leeds, in the old town of that name",
    ]


def test_a_name_with_its_dates_below_two_columns_is_read_after_both() -> None:
    def draw(canvas: FPDF) -> None:
        y = top(canvas)
        lines(canvas, LEFT, 60, y)
        end = lines(canvas, RIGHT, 300, y)
        canvas.text(60, end, "Baker")
        canvas.text(300, end, "May 2015 - June 2019")
        wrapped(canvas, PROSE, 60, end + 28, 480)

    assert read(pdf(draw))[2:-1] == [*LEFT, *RIGHT, "Baker\tMay 2015 - June 2019"]


def test_entries_of_a_list_are_lines_however_long() -> None:
    labelled = [
        "05/2023: Advanced Cardiac Life Support for Nurses, Hill Heart Foundation of the North",
        "09/2015: Registered General Nurse, Board of Nursing and Midwifery of Hill County",
    ]
    dated = [
        "Advanced Cardiac Life Support for Nurses / Hill Heart Foundation of the North, 2023",
        "Registered General Nurse / Board of Nursing and Midwifery of Hill County, 2015",
    ]
    assert read(pdf(lambda canvas: lines(canvas, labelled) and None)) == labelled
    assert read(pdf(lambda canvas: lines(canvas, dated) and None)) == dated


def test_what_stands_at_the_ends_of_rows_is_no_column_though_it_is_wide() -> None:
    rows = [
        ("Fern University", "2015 - 2017"), ("MBA in Supply Chains", ""),
        ("Hill University", "2006 - 2010"), ("BSc in Botany", ""), ("Certificates", ""),
        ("Diploma in Purchasing", "Chartered Institute of Purchasing and of Supply, Nov 2018"),
        ("Languages", ""),
    ]  # fmt: skip

    def draw(canvas: FPDF) -> None:
        for at, (left, right) in enumerate(rows):
            lines(canvas, [left], 60, 80 + 14 * at)
            lines(canvas, [right], 535 - canvas.get_string_width(right), 80 + 14 * at)

    assert read(pdf(draw)) == ["\t".join(filter(None, row)) for row in rows]


def test_an_end_of_a_row_stays_with_its_own_item() -> None:
    rows = [("- Certified Forester", "Fern, Apr 2017"), ("- Green Belt", "Roe, Jun 2021")]

    def draw(canvas: FPDF) -> None:
        for at in range(2):
            lines(canvas, [f"Hill Works {at}", "Forester"], 60, 80 + 56 * at)
            lines(canvas, ["Leeds, UK", f"Oct 201{at}"], 460, 80 + 56 * at)
            lines(canvas, ["- Felled trees", "- Grew trees"], 60, 108 + 56 * at)
        for at, (left, right) in enumerate(rows):
            lines(canvas, [left], 60, 220 + 14 * at)
            lines(canvas, [right], 460, 220 + 14 * at)

    assert read(pdf(draw))[-2:] == [
        "• Certified Forester\tFern, Apr 2017", "• Green Belt\tRoe, Jun 2021",
    ]  # fmt: skip


def test_a_margin_of_dates_beside_a_side_column_stays_with_its_entries() -> None:
    jobs = ["Forester, Hill Works", "Ranger, Fern Park", "Keeper, Roe Zoo", "Guide, Elm Hall"]

    def draw(canvas: FPDF) -> None:
        lines(canvas, [*LEFT, *(f"{item} again" for item in LEFT)], 40)
        for at in range(len(jobs)):
            lines(canvas, [f"201{at} - 201{at + 1}"], 230, 80 + 42 * at)
        for at, job in enumerate(jobs):
            lines(
                canvas, [job, "Felled the trees of a wood", "and planted others"], 320, 80 + 42 * at
            )

    text = read(pdf(draw))
    assert text[:10] == [*LEFT, *(f"{item} again" for item in LEFT)]
    assert [line for line in text if "\t" in line] == [
        f"201{at} - 201{at + 1}\t{job}" for at, job in enumerate(jobs)
    ]
