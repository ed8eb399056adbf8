"""Forms in which resumes write education that no other test has: names of several countries,
entries over several lines or run together, certificates and courses."""

from __future__ import annotations

import datetime

import pytest

from matcher.resumes.education import read_education
from matcher.resumes.text_lines import split_lines

TODAY = datetime.date(2024, 6, 15)
Row = tuple[str, str, str, int | None, int]


def read(text: str) -> list[Row]:
    entries, _ = read_education(split_lines(text), today=TODAY)
    return [
        (entry.degree, entry.field, entry.institution, entry.year, entry.level) for entry in entries
    ]


ONE: list[tuple[str, Row]] = [
    ("MSc Data Science | UCL | 2020", ("MSc", "Data Science", "UCL", 2020, 4)),
    (
        "PhD, Optics, University of Hill, awarded 2020. Thesis on lamps.",
        ("PhD", "Optics", "University of Hill", 2020, 5),
    ),
    (
        "Diplomatura in Tourism, Universidad de Colina, 2013",
        ("Diplomatura", "Tourism", "Universidad de Colina", 2013, 3),
    ),
    (
        "2019  Bachelor of Science, Informatik, Fernhochschule Hill",
        ("Bachelor of Science", "Informatik", "Fernhochschule Hill", 2019, 3),
    ),
    ("MIT, S.B. in Mathematics, 2014", ("S.B.", "Mathematics", "MIT", 2014, 3)),
    ("TU München, M.Sc. Informatik, 2018", ("M.Sc.", "Informatik", "TU München", 2018, 4)),
    ("M.S., Statistics, UC Berkeley, 2013", ("M.S.", "Statistics", "UC Berkeley", 2013, 4)),
    ("Caltech, BS Physics 2008", ("BS", "Physics", "Caltech", 2008, 3)),
    ("Georgia Tech, MS Analytics, 2016", ("MS", "Analytics", "Georgia Tech", 2016, 4)),
    (
        "Ph.D. candidate in Economics, Stanford, 2022",
        ("Ph.D.", "Economics", "Stanford", 2022, 5),
    ),
    (
        "BBA, College of Business Administration, Hill State University, 2011",
        ("BBA", "", "Hill State University", 2011, 3),
    ),
    (
        "Bachelor of Science in Nursing, School of Nursing, University of Hill, 2011",
        ("Bachelor of Science", "Nursing", "University of Hill", 2011, 3),
    ),
    ("Diploma : Hill Sr. High - City, State", ("Diploma", "", "Hill Sr. High", None, 1)),
    (
        "Diploma , 1999 Hill Jr. Sr. High School - City, State",
        ("Diploma", "", "Hill Jr. Sr. High School", 1999, 1),
    ),
    (
        "Masters of Education: School Administration, Hill University, 2004",
        ("Masters of Education", "School Administration", "Hill University", 2004, 4),
    ),
    (
        "Master of Education : School Counseling Hill University ï¼ City , State",
        ("Master of Education", "School Counseling", "Hill University", None, 4),
    ),
    (
        "B.S., Biology, minor in Chemistry, Hill College, 2009",
        ("B.S.", "Biology", "Hill College", 2009, 3),
    ),
    (
        "Licenciatura en Administración de Empresas, Universidad de Colina, 2010",
        ("Licenciatura", "Administración de Empresas", "Universidad de Colina", 2010, 3),
    ),
    (
        "Laurea in Ingegneria Informatica, Politecnico di Collina, 2008",
        ("Laurea", "Ingegneria Informatica", "Politecnico di Collina", 2008, 3),
    ),
    (
        "B.Tech in Computer Science, Hill Institute of Technology, 2015, 78%",
        ("B.Tech", "Computer Science", "Hill Institute of Technology", 2015, 3),
    ),
    (
        "B.E. (Mechanical Engineering), Hill College of Engineering, Hill University, 2012",
        ("B.E.", "Mechanical Engineering", "Hill University", 2012, 3),
    ),
    (
        "Diplom-Informatiker, Technische Universität Hügel, 2003",
        ("Diplom-Informatiker", "", "Technische Universität Hügel", 2003, 4),
    ),
    ("Baccalauréat S, Lycée Colline, 2005", ("Baccalauréat S", "", "Lycée Colline", 2005, 1)),
    (
        "Master en Informatique, Université de la Colline, 2012",
        ("Master", "Informatique", "Université de la Colline", 2012, 4),
    ),
    ("Abitur, Gymnasium am Hügel, 2001", ("Abitur", "", "Gymnasium am Hügel", 2001, 1)),
    (
        "2010 Hill University - City , State BA Human Resources",
        ("BA", "Human Resources", "Hill University", 2010, 3),
    ),
    (
        "Bachelor of Business and Management Hill University ï¼ City , State",
        ("Bachelor", "Business and Management", "Hill University", None, 3),
    ),
    (
        "Associate of Arts and Sciences Hill College - City , State",
        ("Associate of Arts and Sciences", "", "Hill College", None, 2),
    ),
    (
        "Associate of Science Hill-Fern College , City , State",
        ("Associate of Science", "", "Hill-Fern College", None, 2),
    ),
    (
        "High School Diploma, Hill High School, Springfield, IL, June 1999",
        ("High School Diploma", "", "Hill High School", 1999, 1),
    ),
    (
        "Bachelor's degree | Hill University | Computer Science | 2015",
        ("Bachelor's degree", "Computer Science", "Hill University", 2015, 3),
    ),
    (
        "PhD, Computer Science, Hill Institute of Technology (HIT), 2018 - 2022",
        ("PhD", "Computer Science", "Hill Institute of Technology", 2022, 5),
    ),
    (
        "Hill University, B.Sc. (Hons) Computer Science, First Class, 2015",
        ("B.Sc.", "Computer Science", "Hill University", 2015, 3),
    ),
    (
        "Master of Science , Accounting July 2018 Jane Roe College of Business",
        ("Master of Science", "Accounting", "Jane Roe College of Business", 2018, 4),
    ),
    (
        "BS : Kinesiology , 12/12 University of Hill ï¼ City , State Kinesiology",
        ("BS", "Kinesiology", "University of Hill", 2012, 3),
    ),
    (
        "Post Graduate Diploma in Management (Marketing), Hill Institute of Management, 2012",
        ("Post Graduate Diploma", "Management", "Hill Institute of Management", 2012, 4),
    ),
    (
        "Master of Technology (M.Tech) in VLSI Design, NIT Hill, 2014",
        ("Master of Technology", "VLSI Design", "NIT Hill", 2014, 4),
    ),
    (
        (
            "MSc Data Science, University College Hill, London, UK, Sep 2019 – Sep 2020 "
            "(Distinction)"
        ),
        ("MSc", "Data Science", "University College Hill", 2020, 4),
    ),
    (
        "A-Levels: Mathematics, Physics, Chemistry, Hill School, 2008",
        ("A-Levels", "Mathematics, Physics, Chemistry", "Hill School", 2008, 1),
    ),
    (
        "Grado en Ingeniería Informática, Universidad de Colina, 2016",
        ("Grado", "Ingeniería Informática", "Universidad de Colina", 2016, 3),
    ),
    (
        "Master's in Public Health (MPH) - Epidemiology, Hill University, 2013",
        ("Master's", "Public Health", "Hill University", 2013, 4),
    ),
    (
        "Hill University, Bachelor of Fine Arts, Graphic Design, Dean's List, 2006",
        ("Bachelor of Fine Arts", "Graphic Design", "Hill University", 2006, 3),
    ),
    (
        ("Dual Bachelor of Arts degree in Economics and Spanish, Hill College, cum laude, 2003"),
        ("Bachelor of Arts degree", "Economics and Spanish", "Hill College", 2003, 3),
    ),
    (
        "Juris Doctor, Hill University School of Law, 2001",
        ("Juris Doctor", "", "Hill University School of Law", 2001, 5),
    ),
    (
        (
            "2001-2005: Bachelor of Engineering, Electronics - Department of Electronics, "
            "University of Hill, India"
        ),
        ("Bachelor of Engineering", "Electronics", "University of Hill", 2005, 3),
    ),
    (
        "University of Nebraska - Lincoln Master of Science : Botany Botany",
        ("Master of Science", "Botany", "University of Nebraska - Lincoln", None, 4),
    ),
    (
        ("Bachelor of Arts , Anthropology 2012 University of California, Berkeley - City , State"),
        ("Bachelor of Arts", "Anthropology", "University of California, Berkeley", 2012, 3),
    ),
    (
        "Hill University Boston, MA - Bachelor of Arts, History, 2001",
        ("Bachelor of Arts", "History", "Hill University", 2001, 3),
    ),
    (
        "High School Diploma : Fennel Hill High School City , State",
        ("High School Diploma", "", "Fennel Hill High School", None, 1),
    ),
    (
        "High School Diploma : General Bright Hill High School - City , State",
        ("High School Diploma", "General", "Bright Hill High School", None, 1),
    ),
    (
        "Bachelor of Laws (LLB) : Trade Universidade do Monte - City , State , Brazil",
        ("Bachelor of Laws", "Trade", "Universidade do Monte", None, 3),
    ),
    (
        ("Master , Social Work Spring 2016 University of Hill College of Social Work Social Work"),
        ("Master", "Social Work", "University of Hill College of Social Work", 2016, 4),
    ),
    (
        (
            "Executive Speech 2014 Hill University City , State , US How to Speak with "
            "Diplomacy and Tact"
        ),
        ("", "Executive Speech", "Hill University", 2014, 0),
    ),
    (
        "B.E Hill Institute of Technology (H I T) Computer Science & Engg. Rajiv Roe",
        ("B.E", "Computer Science & Engg", "Hill Institute of Technology", None, 3),
    ),
    (
        "Doctorate of Business Administration degree : 2017 Hill University",
        (
            "Doctorate of Business Administration degree",
            "Business Administration",
            "Hill University",
            2017,
            5,
        ),
    ),
    (
        "1989 Diploma : Hill Sr. High - General Studies City , State GPA: at Hill High School",
        ("Diploma", "General Studies", "Hill Sr. High", 1989, 1),
    ),
    (
        "High School Diploma : High School Jane Roe High School - City , State",
        ("High School Diploma", "", "Jane Roe High School", None, 1),
    ),
    (
        "High School Diploma 2010 Hill Fern jr./Sr. High school - City , State",
        ("High School Diploma", "", "Hill Fern jr./Sr. High school", 2010, 1),
    ),
    (
        "BCom : Commerce 2008 HF College of Arts,Commerce & Management Studies City",
        (
            "BCom",
            "Commerce",
            "HF College of Arts,Commerce & Management Studies",
            2008,
            3,
        ),
    ),
    (
        "BS : Civil Engineering , 1980 Faculty of Engineering Hill University - City",
        ("BS", "Civil Engineering", "Hill University", 1980, 3),
    ),
    (
        "MS : Finance 2011 Roe School of Business, Fern College , City , State",
        ("MS", "Finance", "Fern College", 2011, 4),
    ),
    (
        "MS : Accounting , 2012 University of Hill at Fern- Roe School of Management Accounting",
        ("MS", "Accounting", "University of Hill at Fern", 2012, 4),
    ),
    (
        "Associate of Art and Science (AAS) : Accounting Hill Community College - City , State",
        ("Associate of Art and Science", "Accounting", "Hill Community College", None, 2),
    ),
    (
        "MBA : Ethics The Jane Roe School of Business, University of Hill ï¼ City , State",
        ("MBA", "Ethics", "University of Hill", None, 4),
    ),
    (
        "BS : Electrical Engineering , 2009 HILL UNIVERSITY OF FERN HILL UNIVERSITY OF FERN, PR",
        ("BS", "Electrical Engineering", "HILL UNIVERSITY OF FERN", 2009, 3),
    ),
    (
        "M.D , Botany 2015 Hill University ï¼ City , State",
        ("M.D", "Botany", "Hill University", 2015, 5),
    ),
    (
        "Associate degree (A.S Hill Valley College ï¼ City , State",
        ("Associate degree", "", "Hill Valley College", None, 2),
    ),
    (
        "Ph.D. : Sales Studies 113 credit hours - Expected 2029 HILL UNIVERSITY - City , State",
        ("Ph.D.", "Sales Studies", "HILL UNIVERSITY", 2029, 5),
    ),
    (
        "MS : School and District Administration , 2010 Hill College ï¼ City , State",
        ("MS", "School and District Administration", "Hill College", 2010, 4),
    ),
    (
        "Hill College City , State , US Bachelor of Arts Bachelor of Arts Degree: Hill College",
        ("Bachelor of Arts", "", "Hill College", None, 3),
    ),
]


@pytest.mark.parametrize(("text", "entry"), ONE)
def test_an_entry_in_one_line(text: str, entry: Row) -> None:
    assert read(text) == [entry]


RUN_TOGETHER: list[tuple[str, list[Row]]] = [
    (
        ("M.S. in Statistics, Hill University, 2016; B.S. in Mathematics, Fern University, 2014"),
        [
            ("M.S.", "Statistics", "Hill University", 2016, 4),
            ("B.S.", "Mathematics", "Fern University", 2014, 3),
        ],
    ),
    (
        (
            "Bachelor of Science : Biology 2005 Hill University City , State Biology Master "
            "of Science : Ecology 2008 Fern University City , State Ecology"
        ),
        [
            ("Bachelor of Science", "Biology", "Hill University", 2005, 3),
            ("Master of Science", "Ecology", "Fern University", 2008, 4),
        ],
    ),
    (
        (
            "Bachelor of Science : Biology , 2005 Hill University GPA: 3.67 Biology GPA: 3.67"
            " Associates of Applied Science (AAS) : Electronic Technology , 2003 Fern College"
            " GPA: 4.0"
        ),
        [
            ("Bachelor of Science", "Biology", "Hill University", 2005, 3),
            ("Associates of Applied Science", "Electronic Technology", "Fern College", 2003, 2),
        ],
    ),
    (
        (
            "Master of Teaching (M.T.) , December 2000 Hill University ï¼ City , State , US "
            "Upper grades: from seventh through tenth class Bachelor of Science : Psychology , "
            "1997 Fern University ï¼ City , State , US"
        ),
        [
            ("Master", "Teaching", "Hill University", 2000, 4),
            ("Bachelor of Science", "Psychology", "Fern University", 1997, 3),
        ],
    ),
    (
        (
            "Hill College City , State Bachelor of Science : Biology Biology New Fern "
            "Community College Associate of Applied Science : Accounting Accounting"
        ),
        [
            ("Bachelor of Science", "Biology", "Hill College", None, 3),
            ("Associate of Applied Science", "Accounting", "New Fern Community College", None, 2),
        ],
    ),
]


@pytest.mark.parametrize(("text", "entries"), RUN_TOGETHER)
def test_entries_that_run_together_in_one_line_are_parted(text: str, entries: list[Row]) -> None:
    assert read(text) == entries


LINES: list[tuple[str, list[Row]]] = [
    (
        ("Faculty of Engineering, University of Hill\nBSc Physics, 2010"),
        [("BSc", "Physics", "University of Hill", 2010, 3)],
    ),
    (
        (
            "Hill University, Springfield, IL\n"
            "B.S., Biology, minor in Chemistry\n"
            "GPA: 3.8/4.0\n"
            "May 2012"
        ),
        [("B.S.", "Biology", "Hill University", 2012, 3)],
    ),
    (
        ("Laurea Magistrale in Economia\nUniversità degli Studi di Collina\n2014"),
        [("Laurea Magistrale", "Economia", "Università degli Studi di Collina", 2014, 4)],
    ),
    (
        ("HSC, Hill Junior College, 2008\nSSC, Hill Public School, 2006"),
        [("HSC", "", "Hill Junior College", 2008, 1), ("SSC", "", "Hill Public School", 2006, 1)],
    ),
    (
        ("Expected May 2027\nBachelor of Science in Computer Science\nHill University, Boston, MA"),
        [("Bachelor of Science", "Computer Science", "Hill University", 2027, 3)],
    ),
    (
        ("Bachelor of Arts in History (in progress)\nHill University"),
        [("Bachelor of Arts", "History", "Hill University", None, 3)],
    ),
    (
        (
            "Hill University - Springfield, Illinois\n"
            "Master of Business Administration, Finance                       2015\n"
            "Fern State University - Springfield, Illinois\n"
            "Bachelor of Arts, Economics                                  2010"
        ),
        [
            ("Master of Business Administration", "Finance", "Hill University", 2015, 4),
            ("Bachelor of Arts", "Economics", "Fern State University", 2010, 3),
        ],
    ),
    (
        ("BA Economics Hill University 2010\nMA Economics Hill University 2012"),
        [
            ("BA", "Economics", "Hill University", 2010, 3),
            ("MA", "Economics", "Hill University", 2012, 4),
        ],
    ),
    (
        ("High School Graduate\nHill High School"),
        [("High School Graduate", "", "Hill High School", None, 1)],
    ),
    (
        ("BSc (Hons) Computer Science - 2:1\nUniversity of Hill\n2011 - 2014"),
        [("BSc", "Computer Science", "University of Hill", 2014, 3)],
    ),
    (
        (
            "Hill University\n"
            "August 2012 to May 2016\n"
            "Computer Science\n"
            "Bachelor of Science\n"
            "Berkeley, CA"
        ),
        [("Bachelor of Science", "Computer Science", "Hill University", 2016, 3)],
    ),
    (
        (
            "B.S., Computer Science and Engineering\n"
            "Hill Research University of Higher School of\n"
            "Economics"
        ),
        [
            (
                "B.S.",
                "Computer Science and Engineering",
                "Hill Research University of Higher School of Economics",
                None,
                3,
            )
        ],
    ),
    (
        (
            "HILL STATE UNIVERSITY ï¼ City , State\n"
            "Master of Science , Accounting July 2018 Jane Roe College of Business Accounting\n"
            "FERN UNIVERSITY ï¼ City , State\n"
            "Bachelor of Engineering , Geology June 2008 Roe College of Engineering Geology"
        ),
        [
            ("Master of Science", "Accounting", "HILL STATE UNIVERSITY", 2018, 4),
            ("Bachelor of Engineering", "Geology", "FERN UNIVERSITY", 2008, 3),
        ],
    ),
    (
        (
            "B.S. : Pharmacology University of Hill\n"
            "B.S., Pharmacology, University of Hill, Scotland"
        ),
        [("B.S.", "Pharmacology", "University of Hill", None, 3)],
    ),
    (
        (
            "Degree: Bachelor of Science\n"
            "Major: Computer Science\n"
            "University: Hill University\n"
            "Year: 2014"
        ),
        [("Bachelor of Science", "Computer Science", "Hill University", 2014, 3)],
    ),
    (
        ("Bachelor of Science in Information Technology (2014)\nHill University - Springfield"),
        [("Bachelor of Science", "Information Technology", "Hill University", 2014, 3)],
    ),
    (
        (
            "Present\n"
            "Psychology Hill University Psychology\n"
            "1988\n"
            "Accounting Fern Business Academy Accounting"
        ),
        [
            ("", "Psychology", "Hill University", None, 0),
            ("", "Accounting", "Fern Business Academy", 1988, 0),
        ],
    ),
    (
        (
            "BA : History Hill University ï¼ City , State\n"
            "5/06\n"
            "General Education Fern University ï¼ City , State General Education\n"
            "08/2007\n"
            "Hill High School ï¼ City , State"
        ),
        [
            ("BA", "History", "Hill University", None, 3),
            ("", "General Education", "Fern University", 2006, 0),
            ("", "", "Hill High School", 2007, 1),
        ],
    ),
    (
        ("MBA Hill University\n2011\nBachelor of Sciences Fern University\n2007\nQuarry College"),
        [
            ("MBA", "", "Hill University", None, 4),
            ("Bachelor of Sciences", "", "Fern University", 2011, 3),
            ("", "", "Quarry College", 2007, 0),
        ],
    ),
    (
        (
            "Juris Doctor Hill State University ï¼ City , State\n"
            "Hill State University (HSU) College of Law, Jurist Doctor, Fernbury"
        ),
        [("Juris Doctor", "", "Hill State University", None, 5)],
    ),
    (
        (
            "Water Behaviour , 2012 Hill City College ï¼ City , State\n"
            "Arts , 2012 Hill City College ï¼ City , State"
        ),
        [
            ("", "Water Behaviour", "Hill City College", 2012, 0),
            ("", "Arts", "Hill City College", 2012, 0),
        ],
    ),
    (
        ("M.B.A : Finance Hill University Finance\nMaster of Business Administration"),
        [("M.B.A", "Finance", "Hill University", None, 4)],
    ),
    (
        "Hill University\nPsychology BS Psychology\nFern College\nLaw & Ethics MS Law & Ethics",
        [
            ("BS", "Psychology", "Hill University", None, 3),
            ("MS", "Law & Ethics", "Fern College", None, 4),
        ],
    ),
    (
        "Completed courses in\nBBA : Business Administration Hill University Jun 2011 City , State",
        [("BBA", "Business Administration", "Hill University", 2011, 3)],
    ),
    (
        "BA : Chemistry Pacific Hill University Chemistry\nPacific Banking School",
        [
            ("BA", "Chemistry", "Pacific Hill University", None, 3),
            ("", "", "Pacific Banking School", None, 0),
        ],
    ),
    (
        "Master of Law & Ethics : 2012 Hill University - City\nMaster of Fine Arts : 1 2011 -",
        [
            ("Master of Law & Ethics", "Law & Ethics", "Hill University", 2012, 4),
            ("Master of Fine Arts", "Fine Arts", "", None, 4),
        ],
    ),
]


@pytest.mark.parametrize(("text", "entries"), LINES)
def test_entries_over_several_lines(text: str, entries: list[Row]) -> None:
    assert read(text) == entries


COURSES: list[tuple[str, list[Row]]] = [
    (
        "Certificate in Office Work 2016 Hill Community College",
        [("", "Office Work", "Hill Community College", 2016, 0)],
    ),
    (
        (
            "University of Hill, Boston, MA\n"
            "Bachelor of Science in Computer Science, GPA 3.9\n"
            "Graduated Summa Cum Laude\n"
            "Relevant Coursework: Algorithms, Databases, Networks\n"
            "Aug 2014 - May 2018"
        ),
        [("Bachelor of Science", "Computer Science", "University of Hill", 2018, 3)],
    ),
    (
        (
            "Certified Associate in Project Management (CAPM), 2021\n"
            "Master of Science : Ecology , 2019\n"
            "Hill University - City , State"
        ),
        [("Master of Science", "Ecology", "Hill University", 2019, 4)],
    ),
    (
        (
            "OSHA 30-Hour Safety Training, 2018\n"
            "Forklift Operator License, 2017\n"
            "Hill High School, 2004"
        ),
        [("", "", "Hill High School", 2004, 1)],
    ),
    (
        ("Seminar in Leadership, Hill Institute, 2017\nBA : History , 2010 Hill University"),
        [("BA", "History", "Hill University", 2010, 3)],
    ),
    (
        "Nursing Assistant Certificate Hill Community College, 2010",
        [("", "Nursing Assistant", "Hill Community College", 2010, 0)],
    ),
    (
        "Some college, Hill Community College, 2010-2011",
        [("", "", "Hill Community College", 2011, 0)],
    ),
    (
        (
            "Certified Associate in Project Management (CAPM), Expires : Expected in 2028\n"
            "2021\n"
            "Master of Science : Ecology , 2019\n"
            "Hill University - City , State\n"
            "Bachelor of Science : Biology , 2004\n"
            "Fern University - City"
        ),
        [
            ("Master of Science", "Ecology", "Hill University", 2019, 4),
            ("Bachelor of Science", "Biology", "Fern University", 2004, 3),
        ],
    ),
    (
        (
            "Associate of Arts : Textile and Carpet Design Hill Monica College - City , State\n"
            "Certified Textile Worker"
        ),
        [("Associate of Arts", "Textile and Carpet Design", "Hill Monica College", None, 2)],
    ),
    (
        (
            "BS : Biology , 2004 Hill University ï¼ City , State Biology Engineer-In-Training"
            " Certified October 2015"
        ),
        [("BS", "Biology", "Hill University", 2004, 3)],
    ),
    (
        ("Attended Hill College, 78 hours\nBA : Law , 2011 Fern University"),
        [("", "", "Hill College", None, 0), ("BA", "Law", "Fern University", 2011, 3)],
    ),
    (
        (
            "HILL COLLEGE\n"
            "Certifications: Fire Warden\n"
            "Recipient of a Prize\n"
            "Fern University , City , State"
        ),
        [("", "", "HILL COLLEGE", None, 0), ("", "", "Fern University", None, 0)],
    ),
    (
        "Fern University - City | Certificate Harbour Policy And Trade , 07/2020",
        [("", "Harbour Policy And Trade", "Fern University", 2020, 0)],
    ),
    (
        "Certificate of Completion: Tide Tables Fern College ï¼ City , State MA : Law Law",
        [("", "Tide Tables", "Fern College", None, 0), ("MA", "Law", "", None, 4)],
    ),
    (
        "Project Management Graduate Certificate Fern University",
        [("", "Project Management", "Fern University", None, 0)],
    ),
    ("HRX certification : 2006 Hill Certification Institute - City , State", []),
    (
        "Completed 45 credits in various courses including Logic, Hill State University",
        [("", "", "Hill State University", None, 0)],
    ),
]


@pytest.mark.parametrize(("text", "entries"), COURSES)
def test_certificates_and_courses_are_no_degrees(text: str, entries: list[Row]) -> None:
    assert read(text) == entries


def test_a_name_that_was_wrapped_is_kept_in_both_lines() -> None:
    lines = split_lines("B.Sc. in computer science\nand technologies, Hill University, 2016")
    (entry,), marked = read_education(lines, today=TODAY)
    assert entry.field == "computer science and technologies"
    assert [[line.number, len(line.kept)] for line in marked] == [[0, 1], [1, 1]]


def test_a_degree_is_read_from_a_sentence() -> None:
    text = "I took a BSc in Geography at the University of Hill (2:1, 2008), an exam in 2022."
    assert read(text) == [("BSc", "Geography", "University of Hill", 2008, 3)]
    text = "She holds an MSc in Statistics from the University of Fern (2012)."
    assert read(text) == [("MSc", "Statistics", "University of Fern", 2012, 4)]
