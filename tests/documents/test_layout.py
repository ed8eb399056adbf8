"""Reading order of a page: lists in two columns, and the lines above and below them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from fpdf import FPDF

from matcher.documents import read_bytes
from matcher.documents.words import WORD_GAP, WORD_GAP_SPACED, Boxes, drawn_in, split_words
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


def flush(canvas: FPDF, text: str, y: float, right: float = 535) -> None:
    """Draw a text that ends at the right edge."""
    canvas.text(right - canvas.get_string_width(text), y, text)


def test_dates_and_places_that_float_at_the_right_are_drawn_first_and_read_in_their_rows() -> None:
    jobs = [("Forester", "Hill Works", "May 2019 - Present", "Leeds"),
            ("Ranger", "Fern Park", "2 May 2015 - April 2019", "Bradford, UK"),
            ("Keeper", "Roe Zoo", "2011 - 2015", "")]  # fmt: skip

    def draw(canvas: FPDF) -> None:
        for at, (_, _, dates, place) in enumerate(jobs):
            flush(canvas, dates, 120 + 56 * at)
            flush(canvas, place, 134 + 56 * at)
        lines(canvas, ["Site example.org", "Mail ann@example.org"])
        lines(canvas, ["GitHub annlee", "Phone 555 0100"], 330)
        for at, (title, employer, _, _) in enumerate(jobs):
            told = ["- Felled the trees of a wood and planted others there"]
            lines(canvas, [title, employer, *told], 60, 120 + 56 * at)

    text = read(pdf(draw))
    assert [line for line in text if "\t" in line] == [
        "Site example.org\tGitHub annlee",
        "Mail ann@example.org\tPhone 555 0100",
        "Forester\tMay 2019 - Present",
        "Hill Works\tLeeds",
        "Ranger\t2 May 2015 - April 2019",
        "Fern Park\tBradford, UK",
        "Keeper\t2011 - 2015",
    ]


@pytest.mark.parametrize("dates_first", [True, False])
def test_dates_at_the_ends_of_rows_part_no_side_column_from_them(dates_first: bool) -> None:
    jobs = [("Forester", "Hill Works"), ("Ranger", "Fern Park"), ("Keeper", "Roe Zoo")]
    side = ["Skills", "Pruning", "Education", "BSc in Botany", "Fern University",
            "2008 - 2011", "Languages", "English", "French", "Interests", "Chess"]  # fmt: skip

    def draw(canvas: FPDF) -> None:
        def write_dates(at: int) -> None:
            flush(canvas, f"201{at + 2} - 201{at + 3}", 80 + 45 * at, 400)

        for at, (title, employer) in enumerate(jobs):
            if dates_first:
                write_dates(at)
            canvas.text(60, 80 + 45 * at, title)
            if not dates_first:
                write_dates(at)
            lines(canvas, [employer, "Felled the trees of a wood"], 60, 94 + 45 * at)
        lines(canvas, side, 450, 87)

    work = [(f"{title}\t201{at + 2} - 201{at + 3}", employer, "Felled the trees of a wood")
            for at, (title, employer) in enumerate(jobs)]  # fmt: skip
    assert read(pdf(draw)) == [*(line for job in work for line in job), *side]


def test_headings_and_dates_in_a_margin_are_no_column_whenever_they_are_drawn() -> None:
    def draw(canvas: FPDF) -> None:
        lines(canvas, ["Forester at Hill Works", "Felled trees"], 200, 94)
        lines(canvas, ["Ranger at Fern Park", "Planted others"], 200, 136)
        lines(canvas, ["Fern University", "BSc in Botany"], 200, 192)
        margin = {80: "Experience", 94: "2015-03-01 to Present", 136: "2012-01-01 to 2015-02-28",
                  178: "Education", 192: "2008 to 2011"}  # fmt: skip
        for y, text in margin.items():
            canvas.text(60, y, text)

    assert read(pdf(draw)) == [
        "Experience", "2015-03-01 to Present\tForester at Hill Works", "Felled trees",
        "2012-01-01 to 2015-02-28\tRanger at Fern Park", "Planted others",
        "Education", "2008 to 2011\tFern University", "BSc in Botany",
    ]  # fmt: skip


def test_a_table_that_is_drawn_cell_by_cell_is_read_so() -> None:
    jobs = [["Hill Works", "2015 - 2019", "Forester"], ["Fern Park", "2012 - 2015", "Ranger"],
            ["Roe Zoo", "2009 - 2012", "Keeper"]]  # fmt: skip
    done = ["- Felled the trees of a wood", "- Planted others", "- Built a fence"]

    def draw(canvas: FPDF) -> None:
        for at, job in enumerate(jobs):
            lines(canvas, job, 60, 100 + 60 * at)
            lines(canvas, [*done, f"- Taught {at + 2} people"], 300, 100 + 60 * at)
        canvas.text(60, 80, "Experience")

    told = [f"• {line.removeprefix('- ')}" for line in done]
    cells = [[*job, *told, f"• Taught {at + 2} people"] for at, job in enumerate(jobs)]
    assert read(pdf(draw)) == ["Experience", *(line for cell in cells for line in cell)]


def test_names_with_marks_keep_the_dates_beside_them() -> None:
    rows = [("- Hill Works", "2015 - 2019"), ("- Fern Park", "2012 - 2015")]

    def draw(canvas: FPDF) -> None:
        canvas.text(60, 66, "Work")
        for at, (name, dates) in enumerate(rows):
            canvas.text(60, 80 + 42 * at, name)
            flush(canvas, dates, 80 + 42 * at)
            lines(canvas, ["Forester", "Felled the trees of a wood"], 60, 94 + 42 * at)

    text = read(pdf(draw))
    assert text[0] == "Work"
    assert "• Hill Works\t2015 - 2019" in text and "• Fern Park\t2012 - 2015" in text


@pytest.mark.parametrize(("gap", "spaced", "words"), [
    (1.4, 0.0, ["QA", "Automation"]),  # a space that kerning made small
    (1.4, 1.4, ["QAAutomation"]),  # letter-spacing
    (0.2, 0.0, ["QAAutomation"]),
])  # fmt: skip
def test_a_small_gap_between_closed_letters_is_a_space(
    gap: float, spaced: float, words: list[str]
) -> None:
    text = "QAAutomation"
    at, left = 0.0, []
    for number in range(len(text)):
        at += gap if number == 2 else 0.0 if number == 0 else spaced
        left.append(at)
        at += 6.0
    edges = np.array(left)
    boxes = Boxes(edges, edges + 6.0, np.zeros(len(text)), np.full(len(text), 11.0))
    found = split_words(text, drawn_in(text), boxes, WORD_GAP_SPACED)
    assert [word.text for word in found] == words
