"""Entries of education: degree, field, school and year, as resumes write them."""

from __future__ import annotations

import datetime

import pytest

from matcher.records import Education
from matcher.resumes.education import read_education
from matcher.resumes.text_lines import split_lines

TODAY = datetime.date(2024, 6, 15)
Row = tuple[str, str, str, int | None, int]


def read(text: str) -> list[Row]:
    return [_row(entry) for entry in read_education(split_lines(text), today=TODAY)[0]]


def _row(entry: Education) -> Row:
    return entry.degree, entry.field, entry.institution, entry.year, entry.level


# Field and school with nothing between: the words decide where one ends and the other begins.
SPLITS = [
    ("Accounting Southern Quarry University", "Accounting", "Southern Quarry University"),
    ("Finance & Insurance University Of Birchland", "Finance & Insurance",
     "University Of Birchland"),
    ("Business Healthcare Administration Utah Lake University",
     "Business Healthcare Administration", "Utah Lake University"),
    ("Accounting Tennessee Hill State University", "Accounting", "Tennessee Hill State University"),
    ("Corporate Communication and Public Relations Golden Heart University",
     "Corporate Communication and Public Relations", "Golden Heart University"),
    ("Marketing ABCD Business School", "Marketing", "ABCD Business School"),
    ("Culinary Arts Culinary Institute of Fernwood", "Culinary Arts",
     "Culinary Institute of Fernwood"),
    ("Culinary Arts and Hospitality The National Cooking Schools of Fernwood",
     "Culinary Arts and Hospitality", "The National Cooking Schools of Fernwood"),
    ("Chemistry Technical University of Fernwood", "Chemistry", "Technical University of Fernwood"),
    ("Nursing City College of New Fernwood", "Nursing", "City College of New Fernwood"),
    ("Art San Rafael City College", "Art", "San Rafael City College"),
    ("Criminal Justice, Sociology Fernwood State University", "Criminal Justice, Sociology",
     "Fernwood State University"),
    ("History University of Fernwood at Lakeview", "History", "University of Fernwood at Lakeview"),
    ("Basketry California Hill University", "Basketry", "California Hill University"),
    ("Design and Basketry Hill University", "Design and Basketry", "Hill University"),
    ("Law University of St. Clara", "Law", "University of St. Clara"),
    ("Nursing Practice Utah Lake University", "Nursing Practice", "Utah Lake University"),
    ("Ballet University of Fernwood", "Ballet", "University of Fernwood"),
    ("Law Hill University Hill University", "Law", "Hill University"),
    ("Nutrition Hill Institute for Home Science", "Nutrition", "Hill Institute for Home Science"),
    ("Painting Southwest University of Visual Arts", "Painting",
     "Southwest University of Visual Arts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "school"), SPLITS)
@pytest.mark.parametrize("ending", ["", " - City , State", " ï¼ City , State , USA"])
def test_a_field_and_the_school_behind_it_are_told_apart(
    text: str, field: str, school: str, ending: str
) -> None:
    assert read(f"Bachelor of Science : {text}{ending}") == [
        ("Bachelor of Science", field, school, None, 3)
    ]


ENTRIES: list[tuple[str, Row]] = [
    # Degree , Field Year School
    ("MBA , Human Resource 2011 ABCD Business School",
     ("MBA", "Human Resource", "ABCD Business School", 2011, 4)),
    ("BBA : Management , 5 2014 Hill University ï¼ City , State , USA Management",
     ("BBA", "Management", "Hill University", 2014, 3)),
    # no field
    ("Associate of Science Fernwood Meadows Community College",
     ("Associate of Science", "", "Fernwood Meadows Community College", None, 2)),
    ("MBA Eastern New Quarry University ï¼ City , State",
     ("MBA", "", "Eastern New Quarry University", None, 4)),
    # school first
    ("Hill University May, 2012 Masters : Art Education City , State Art Education",
     ("Masters", "Art Education", "Hill University", 2012, 4)),
    ("December 2016 HILL UNIVERSITY ï¼ City , State Master Business Ethics Business Ethics",
     ("Master", "Business Ethics", "HILL UNIVERSITY", 2016, 4)),
    ("Fernhurst 2012 Bachelor of Arts : History City , State , USA",
     ("Bachelor of Arts", "History", "Fernhurst", 2012, 3)),
    # field behind the school, or in a bracket, or before the degree
    ("2007 Bachelor of Arts : Hill State University of Fern - Molecular Biology City , State",
     ("Bachelor of Arts", "Molecular Biology", "Hill State University of Fern", 2007, 3)),
    ("MBA (Sales & Marketing), Hill University", ("MBA", "Sales & Marketing", "Hill University",
                                                  None, 4)),
    ("Accounting Associate Degree Fern Business College",
     ("Associate Degree", "Accounting", "Fern Business College", None, 2)),
    # the field is told again behind the school, known or not
    ("BS : Zymurgy and Malting Hill University ï¼ City , State Zymurgy and Malting",
     ("BS", "Zymurgy and Malting", "Hill University", None, 3)),
    ("BS : Sociology Sociology, Law and Media Hill College - City , State GPA: Dean's List "
     "Sociology Sociology, Law and Media Dean's List",
     ("BS", "Sociology, Law and Media", "Hill College", None, 3)),
    ("BA : Leadership Leadership Bright Scholar", ("BA", "Leadership", "", None, 3)),
    # a school that nothing but its place tells
    ("BA : Ancient Humanities OLD FERNBURY ï¼ City , State", ("BA", "Ancient Humanities",
                                                             "OLD FERNBURY", None, 3)),
    # what stands beside: short forms, majors, minors, dates to come, countries
    ("Masters of Business Administration (MBA) : Marketing University of Fern Marketing",
     ("Masters of Business Administration", "Marketing", "University of Fern", None, 4)),
    ("BA : Major Drama, minor Biology May 2016 Hill University City , State",
     ("BA", "Drama", "Hill University", 2016, 3)),
    ("BS : Business Fern Hill University City Expected in 05/2025",
     ("BS", "Business", "Fern Hill University", 2025, 3)),
    ("Fern University June 2004 Masters of Computer Applications India",
     ("Masters of Computer Applications", "Computer Applications", "Fern University", 2004, 4)),
    # no degree
    ("Accounting 1983 Long Hill University ï¼ City , State , USA Accounting",
     ("", "Accounting", "Long Hill University", 1983, 0)),
    ("Some College (No Degree) : Psychology , May1992 Fern Community College ï¼ City , State",
     ("", "Psychology", "Fern Community College", 1992, 0)),
    ("Professional Certificate : Social Media 10/2020 Fern University - City",
     ("", "Social Media", "Fern University", 2020, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "entry"), ENTRIES)
def test_an_entry_in_one_line(text: str, entry: Row) -> None:
    assert read(text) == [entry]


LEVELS = [
    ("General Equivalency Diploma (GED) : Spring 1989 Hill Community College ï¼ City , State", 1),
    ("GED Fern Annex ï¼ City , State", 1),
    ("High School Equivalency Diploma, 2001", 1),
    ("H.S. Diploma , 2007 Fern Institute - City , State", 1),
    ("Diploma Fern High School ï¼ City , State", 1),
    ("Diploma : General Studies 1993 Fern High School General Studies", 1),
    ("Fern Hill High School, 1998", 1),
    ("Diploma : Computer Programming Fern College City , State", 2),
    ("Associates Fern Community College", 2),
    ("B.S.I.T : Software Engineering , 2012 Hill College", 3),
    ("B.COM , Commerce 2003 Hill College", 3),
    ("Bachelor of Hotel Studies : Tourism Hill University", 3),
    ("Specialist degree in Economics, Fern State University", 4),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_the_level_of_an_entry(text: str, level: int) -> None:
    ((*_, found),) = read(text)
    assert found == level


NO_ENTRIES = [
    "I went to the Hill College for a year",
    "Recipient of a Scholarship to Southern Hill University",
    "Presidents Scholarship, Hill College - 4 years",
    "Assisted with numerous school-sponsored dinners",
    "Advisor: Jane Roe, University of Fern",
]


@pytest.mark.parametrize("text", NO_ENTRIES)
def test_what_is_told_beside_a_degree_is_no_entry(text: str) -> None:
    (entry,) = read(f"BA, Hill University, 2004\n{text}")
    assert entry[:4] == ("BA", "", "Hill University", 2004)


def test_dates_over_the_entries_belong_to_what_follows() -> None:
    assert read(
        "2015\nLeadership Program The University of Fern\n"
        "2008\nMBA : Marketing University of Quarry Marketing\n"
        "1994\nBachelor of Science : Biology Prairie Hill University Biology\n"
        "GED Fern Annex - City , State"
    ) == [
        ("", "Leadership Program", "The University of Fern", 2015, 0),
        ("MBA", "Marketing", "University of Quarry", 2008, 4),
        ("Bachelor of Science", "Biology", "Prairie Hill University", 1994, 3),
        ("GED", "", "Fern Annex", None, 1),
    ]


def test_a_date_at_the_end_of_a_line_is_the_next_entry_s_where_dates_lead() -> None:
    entries = read(
        "2017\nMS : Biology Hill University ï¼ City , State , US 2014\n"
        "BA : History Fern University ï¼ City , State , US"
    )
    assert [entry[3] for entry in entries] == [2017, 2014]


def test_dates_below_the_entries_belong_to_what_precedes() -> None:
    entries = read("BSc Physics\nHill University\n2014\nMSc Physics\nFern University\n2016")
    assert [entry[2:4] for entry in entries] == [
        ("Hill University", 2014), ("Fern University", 2016)
    ]  # fmt: skip


def test_the_year_is_that_of_the_entry_not_of_an_award() -> None:
    ((*_, year, _),) = read("BA : Law , 2009 Hill University ï¼ City , State Winner 2012 and 2013")
    assert year == 2009


def test_a_diploma_that_is_named_below_is_one_entry() -> None:
    assert read(
        "Hill University May 2015 Diploma City , State\n"
        "Bachelor of Science : Economics and Psychology GPA: GPA: 3.75/4.0"
    ) == [("Bachelor of Science", "Economics and Psychology", "Hill University", 2015, 3)]


def test_a_line_that_runs_on_into_courses_is_an_entry_and_keeps_the_courses() -> None:
    courses = " GPA: 3.5 Courses: " + ", ".join(f"Applied Botany {n}" for n in range(20))
    lines = split_lines(f"MS : Botany Hill University ï¼ City , State{courses}")
    (entry,), ((marked),) = read_education(lines, today=TODAY)
    assert _row(entry) == ("MS", "Botany", "Hill University", None, 4)
    kept = [lines[0].text[start:end] for start, end in marked.kept]
    assert kept[0] == "MS : Botany"
    assert "Applied Botany 19" in kept[1]
    assert not any("Hill" in text for text in kept)


def test_several_degrees_in_one_line() -> None:
    text = (
        "Masters of Arts 2015 Hill College ï¼ City , State Bachelor of Science , Biology 2004 "
        "Fern State University ï¼ City , State Biology"
    )
    assert [entry[:4] for entry in read(text)] == [
        ("Masters of Arts", "", "Hill College", 2015),
        ("Bachelor of Science", "Biology", "Fern State University", 2004),
    ]


def test_a_degree_that_its_line_tells_again_is_one_entry() -> None:
    text = (
        "MBA : Ethics , 2008 Hill University ï¼ City , State , US Master of Business "
        "Administration (MBA) Hill University, Fern Springs CO Concentration: Ethics"
    )
    assert read(text) == [("MBA", "Ethics", "Hill University", 2008, 4)]


def test_a_certificate_that_no_school_gave_is_no_education_nor_is_its_organiser() -> None:
    text = (
        "MBA : Ethics , 2020\nHill University - City\nCertificate of Craft : Basketry , 11/2016\n"
        "Fernbury Reed - City\nBA : Law , 2011\nFern University - City"
    )
    assert [(entry[0], entry[2]) for entry in read(text)] == [
        ("MBA", "Hill University"),
        ("BA", "Fern University"),
    ]


def test_field_and_faculty_below_a_school_are_no_entries() -> None:
    text = "2015\nHill University\nCity , State Social Work\nMaster of Arts\nDeans List"
    assert read(text) == [("Master of Arts", "Social Work", "Hill University", 2015, 4)]
    text = "Hill University (Norway) 1993/1998\nFaculty of Mathematics\nBSc in Algebra"
    assert read(text) == [("BSc", "Algebra", "Hill University", 1998, 3)]


def test_a_degree_that_is_told_again_in_the_next_line_is_one_entry() -> None:
    text = "Master of Science : Biology 2005 Hill University City , State\nMasters in Biology"
    assert read(text) == [("Master of Science", "Biology", "Hill University", 2005, 4)]
    text = "MBA HILL UNIVERSITY City , State\nMaster of Business Administration : Ethics Ethics"
    assert [entry[:3] for entry in read(text)] == [
        ("Master of Business Administration", "Ethics", "HILL UNIVERSITY")
    ]


def test_a_field_with_a_dash_is_one_field() -> None:
    (entry,) = read("BA : Arts - Economics , May-2006 University of Fern Arts - Economics")
    assert entry[:3] == ("BA", "Arts - Economics", "University of Fern")


def test_a_school_in_a_list_of_items_is_read() -> None:
    text = "• Hill University, Fernbury Norway\nDegree: Computer Science Master Degree"
    assert read(text) == [("Master Degree", "Computer Science", "Hill University", None, 4)]


@pytest.mark.parametrize(
    "line",
    ["Hill University - Dean's list", "Hill School of Communication",
     "Attended Hill University for Algebra with a minor in painting"],
)  # fmt: skip
def test_a_school_that_is_told_again_is_no_entry(line: str) -> None:
    text = f"Bachelor of Arts , Algebra 2013 Hill University ï¼ City , State\n{line}"
    assert read(text) == [("Bachelor of Arts", "Algebra", "Hill University", 2013, 3)]


def test_a_school_over_its_second_degree_is_an_entry() -> None:
    text = "Hill University\nBA in Law, 2005\nHill University\nMA in Law, 2007"
    assert [entry[2:4] for entry in read(text)] == [
        ("Hill University", 2005),
        ("Hill University", 2007),
    ]


def test_a_year_below_a_school_that_is_told_again_is_its_year() -> None:
    text = "High School Diploma : Art City , State\nHill School - Oslo\nHill School 1993-1996"
    assert read(text)[0][2:4] == ("Hill School", 1996)


@pytest.mark.parametrize(
    "line",
    ["Laboratory University Course", "High School program from 2007-2009",
     "Founder and Secretary of the Hill College Lions Club. Period: 2008-2010."],
)  # fmt: skip
def test_a_course_and_an_office_in_a_club_are_no_school(line: str) -> None:
    assert [entry[:3] for entry in read(line) if entry[0] or entry[2]] == []


@pytest.mark.parametrize(
    ("line", "field", "school"),
    [("HNU (Hill National University). Computer engineering", "Computer engineering",
      "HNU (Hill National University)"),
     ("Hill Educational center - software engineering.", "software engineering",
      "Hill Educational center"),
     ("Hill University (Optics, Mechanics)", "", "Hill University")],
)  # fmt: skip
def test_a_field_may_stand_behind_its_school_in_small_letters(
    line: str, field: str, school: str
) -> None:
    assert [entry[1:3] for entry in read(line)] == [(field, school)]


def test_the_kind_of_a_school_alone_is_no_name() -> None:
    assert read("Diploma, University, 2001")[0][:4] == ("Diploma", "", "", 2001)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2012 Fern University ï¼ City , State Bachelor of Science Computer Science and Law GPA : 3.7",
      ("Bachelor of Science", "Computer Science and Law", "Fern University", 2012)),
     ("2010 Holy Springs' High School", ("", "", "Holy Springs' High School", 2010)),
     ("Bachelor of Science : I have 20 credits left", ("Bachelor of Science", "", "", None))],
)  # fmt: skip
def test_what_stands_beside_a_degree_is_no_part_of_it(
    text: str, expected: tuple[str, str, str, int | None]
) -> None:
    assert [entry[:4] for entry in read(text)] == [expected]


def test_honours_between_a_degree_and_its_school_are_no_school() -> None:
    text = "Master of Fine Arts : Painting\nGraduated Magna Cum Laude\nFernwood University 1996"
    assert read(text) == [("Master of Fine Arts", "Painting", "Fernwood University", 1996, 4)]


def test_an_associate_degree_may_lack_its_last_stop() -> None:
    text = "A.S , Liberal arts 2000 Fernwood Community College City , State"
    assert read(text) == [("A.S", "Liberal arts", "Fernwood Community College", 2000, 2)]


MASTER = ("MA", "Marketing", "Hill University", 2013, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Hill University\nMarketing, MA\n2012 - 2013",
        "Marketing, MA\n2012 - 2013\nHill University",
        "2012\n2013\nHill University\nMA\nMarketing",
    ],
)
def test_a_master_behind_its_field_is_no_state(text: str) -> None:
    assert read(text) == [MASTER]


def test_a_field_behind_a_dash_is_no_short_form() -> None:
    assert read("Hill University\nBachelor of Science - Nursing, GPA: 3.7") == [
        ("Bachelor of Science", "Nursing", "Hill University", None, 3)
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "{school}\n2014 - 2017\n{degree}",
        "{school}\t2014 - 2017\nPhysics\n{degree}",
        "{school}\t2014 - 2017\nOslo, Norway\n{degree} Physics",
    ],
)
def test_dates_and_fields_between_school_and_degree_keep_entries_apart(entry: str) -> None:
    parts = [("Hill University", "Master of Science"), ("Fern University", "Bachelor of Science")]
    found = read("\n".join(entry.format(school=school, degree=name) for school, name in parts))
    assert [(row[2], row[0], row[3]) for row in found] == [(*part, 2017) for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "Fern Community College\t2016 - 2017\nCertificate in Nursing Assistance",
        "Fern Community College\tBend, OR\nCertificate in Nursing Assistance\t2016 - 2017",
    ],
)
def test_a_course_below_a_school_says_what_was_studied(text: str) -> None:
    assert read(text) == [("", "Nursing Assistance", "Fern Community College", 2017, 0)]


def test_a_grade_behind_a_field_is_none_of_it() -> None:
    assert read("Hill University\nBachelor of Science in Nursing, Grade: 3.7\t2015 - 2019") == [
        ("Bachelor of Science", "Nursing", "Hill University", 2019, 3)
    ]


@pytest.mark.parametrize(
    "school",
    ["Università dell'Adriatico", "Università della Costa", "Université de l'Ouest",
     "Instituto de las Artes"],
)  # fmt: skip
def test_articles_belong_to_names_of_schools(school: str) -> None:
    assert read(f"2012 - 2015\nBachelor in Physics\n{school}") == [
        ("Bachelor", "Physics", school, 2015, 3)
    ]


def test_honours_behind_a_colon_are_of_a_degree() -> None:
    assert read("Fern University, 2009–12: BA (Hons) English, 2:1") == [
        ("BA", "English", "Fern University", 2012, 3)
    ]


def test_the_captions_of_a_table_are_no_entry() -> None:
    text = (
        "Degree\tSubject\tName of the Institution\tYear of passing\n"
        "MSc\tBotany\tHill University\t2020\nBSc\tBotany\tFern College\t2018"
    )
    assert read(text) == [
        ("MSc", "Botany", "Hill University", 2020, 4), ("BSc", "Botany", "Fern College", 2018, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Bachelor of Aviation, Hogeschool van Amsterdam, 2011-2015",
         ("Bachelor", "Aviation", "Hogeschool van Amsterdam", 2015, 3)),
        ("2012: Diploma in Cooking, Escola d'Hostaleria de Girona",
         ("Diploma", "Cooking", "Escola d'Hostaleria de Girona", 2012, 2)),
        ("Higher Certificate in Retail Management, Hill College, 2018",
         ("Higher Certificate", "Retail Management", "Hill College", 2018, 2)),
        ("Critical Care Nursing, MSc, Hill University\nSep 2018 - Jun 2020",
         ("MSc", "Critical Care Nursing", "Hill University", 2020, 4)),
        ("Bachelor of Commerce\nin Business\nAdministration\nHill University\n2006 - 2010",
         ("Bachelor of Commerce", "Business Administration", "Hill University", 2010, 3)),
        ("2017\tNVQ Level 3 in Warehousing and Storage, Hill College",
         ("NVQ Level 3", "Warehousing and Storage", "Hill College", 2017, 1)),
        ("Hill College – SVQ Level 3 Electrical Installation, 2015–2019",
         ("SVQ Level 3", "Electrical Installation", "Hill College", 2019, 1)),
    ],
)  # fmt: skip
def test_field_degree_and_school_in_other_orders(text: str, row: Row) -> None:
    assert read(text) == [row]
