"""Text, HTML, JSON Resume, languages, and telling formats apart."""

from __future__ import annotations

import json

import pytest

from matcher.documents import read_bytes
from matcher.documents.characters import clean, clean_item
from matcher.documents.language import language_of
from matcher.documents.text import lines_of
from matcher.records import Document, Status
from tests.documents.builders import PROSE, word_xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(content: bytes, name: str) -> Document:
    return read_bytes(content, name)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("e\ufb03cient \u00a0 work", "efficient work"),
        ("P\u200by\u00adt\u2060hon", "Python"),
        ("\u202eabc\u202c", "abc"),
        ("Jane\U000e0041\U000e0042", "Jane"),
        ("\uf0b7 Led", "Led"),
        ("Cafe\u0301", "Café"),
        ("J" + "\u0301" * 30, "J\u0301\u0301"),
        ("lone \ud800 half", "lone half"),
        ("a\x00b\x07", "ab"),
        ("\ufdfa", "\ufdfa"),
        ("rÃ©sumÃ© â€“ â€œbestâ€\x9d of allÂ ", "résumé – “best” of all"),
        ("Ângela São", "Ângela São"),
        ("C++ / C# \t 50%", "C++ / C#\t50%"),
    ],
)
def test_characters_that_nobody_sees_go(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\uf0b7 Led a team", "• Led a team"),
        ("●Led", "• Led"),
        ("- Led", "• Led"),
        ("o Led", "• Led"),
        ("* Led", "• Led"),
        ("-5 degrees", "-5 degrees"),
        ("– 2019", "– 2019"),
        ("o2 Germany", "o2 Germany"),
        ("•", ""),
    ],
)
def test_list_glyphs_are_one(raw: str, expected: str) -> None:
    assert clean_item(raw) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_of_any_usual_encoding(encoding: str) -> None:
    text = f"Zoë Müller – Café “Graz”\n{PROSE}"
    assert read(text.encode(encoding), "a.txt").text == text


def test_what_hangs_under_an_item_belongs_to_it() -> None:
    text = (
        "Jane Roe\nBaker\n* Ran the ovens of three shops in the old town, which bake with heat of\n"
        "  240 degrees\n* Moved the orders to a program of our own with Flask and\n  Argo CD\n"
        "  Tools: Flask\n* Sold bread\n  Lakeside Mill\n"
    )
    assert lines_of(text)[2:] == [
        "• Ran the ovens of three shops in the old town, which bake with heat of 240 degrees",
        "• Moved the orders to a program of our own with Flask and Argo CD",
        "Tools: Flask",
        "• Sold bread",
        "Lakeside Mill",
    ]


def test_hard_wrapped_text_is_joined() -> None:
    body = (
        "SUMMARY\n"
        "Data engineer with eight years of work on streaming systems, who has\n"
        "moved three companies from nightly batches to events, and who likes to\n"
        "leave behind teams that can do the next step without outside help.\n\n"
        "EXPERIENCE\n"
        "- Built the ingestion of forty million events a day with Kafka and with\n"
        "  Flink, and halved the time that a report needed to be ready\n"
        "- Hired four engineers\n"
    )
    assert read(body.encode(), "a.txt").text.splitlines() == [
        "SUMMARY",
        "Data engineer with eight years of work on streaming systems, who has moved three "
        "companies from nightly batches to events, and who likes to leave behind teams that can do "
        "the next step without outside help.",
        "EXPERIENCE",
        "• Built the ingestion of forty million events a day with Kafka and with Flink, and halved "
        "the time that a report needed to be ready",
        "• Hired four engineers",
    ]


def test_a_block_further_right_is_no_part_of_a_wrapped_line() -> None:
    text = (
        "[2016-05 .. ] Acme Ferries -- Administrator of databases and of their copies too\n"
        "  Oracle 19c RAC x3, Data Guard, RMAN. 14 TB of bookings, restored in ten minutes,\n"
        "  drilled twice a year, and the worst report of the harbour made ten times as fast\n"
    )
    assert read(text.encode(), "a.txt").text.splitlines()[0].endswith("of their copies too")


def test_a_label_after_a_full_stop_goes_on_with_nothing() -> None:
    bullet = (
        "- Planned the move of a warehouse with the owners of four small shops in the old town.\n"
    )
    text = read(f"{bullet * 3}Tools used: Docker, Kafka\n{bullet * 3}".encode(), "a.txt").text
    assert "\nTools used: Docker, Kafka\n" in text


def test_a_tab_after_a_word_parts_cells_and_after_a_sign_indents() -> None:
    filler = "A baker of rye bread who has worked in many mills and knows them.\n" * 5
    table = "Skills\tExplains rye to bakers and to those who are none at all\tWheat\n•\tFlour\n"
    text = read(f"{filler}{table}{filler}".encode(), "a.txt").text
    assert "\nSkills\tExplains rye to bakers and to those who are none at all\tWheat\n" in text
    assert "\n• Flour\n" in text


def test_html_is_read_as_it_is_seen() -> None:
    page = (
        "<html><head><title>no</title><style>p{}</style></head><body><h1>Jane&nbsp;Doe</h1>"
        "<p>Data <b>engineer</b></p><ul><li>Built it</li><li><p>Ran it</p></li></ul>"
        "<table><tr><td>2019</td><td>Initech</td></tr></table><script>no()</script>"
        "<p style='display:none'>Kubernetes</p><p>a<br>b</p></body></html>"
    )
    document = read(page.encode(), "a.html")
    assert document.text.splitlines() == [
        "Jane Doe",
        "Data engineer",
        "• Built it",
        "• Ran it",
        "2019\tInitech",
        "a",
        "b",
    ]
    assert [notice.code for notice in document.notices] == ["hidden_text"]


def test_deep_html_does_not_break() -> None:
    document = read(b"<html>" + b"<div>" * 100_000 + b"x", "a.html")
    assert document.status in (Status.EMPTY, Status.TOO_LITTLE_TEXT)


def test_json_resume_gets_the_usual_headings() -> None:
    resume = {
        "basics": {
            "name": "Jane Doe",
            "label": "Data Engineer",
            "email": "j@example.org",
            "summary": PROSE,
        },
        "work": [
            {
                "name": "Initech",
                "position": "Engineer",
                "startDate": "2019-03-01",
                "highlights": ["Led it"],
            }
        ],
        "education": [
            {"institution": "TU Graz", "area": "Physics", "studyType": "BSc", "endDate": "2014"}
        ],
        "skills": [{"name": "Data", "keywords": ["Spark", "SQL"]}, "Python", 7],
        "languages": {"wrong": "type"},
    }
    assert (
        read(json.dumps([resume]).encode(), "a.json").text
        == read(json.dumps(resume).encode(), "a.json").text
    )
    assert read(json.dumps(resume).encode(), "a.json").text.splitlines() == [
        "Jane Doe",
        "Data Engineer",
        "j@example.org",
        "Summary",
        PROSE,
        "Experience",
        "Engineer\t2019-03 – Present",
        "Initech",
        "• Led it",
        "Education",
        "BSc, Physics\t2014",
        "TU Graz",
        "Skills",
        "Python",
        "Data: Spark, SQL",
    ]


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (b"", "a.pdf", Status.EMPTY),
        (b"not a pdf at all", "a.pdf", Status.CORRUPT),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a.png", Status.UNSUPPORTED),
        (b"{\\rtf1 hello}", "a.rtf", Status.UNSUPPORTED),
        (b"PK\x03\x04 cut", "a.docx", Status.CORRUPT),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", Status.UNSUPPORTED),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", Status.ENCRYPTED),
        (OLE + bytes(1000), "a.docx", Status.ENCRYPTED),
        (OLE + bytes(1000), "a.xls", Status.UNSUPPORTED),
        (b'{"name": "a package"}', "package.json", Status.UNSUPPORTED),
        (b'[{"name": "a package"}, {"name": "another"}]', "packages.json", Status.UNSUPPORTED),
        (b"Jane Doe", "a.txt", Status.TOO_LITTLE_TEXT),
        (bytes(range(256)) * 9, "a.bin", Status.UNSUPPORTED),
        (b"BM" + bytes(12) + b"\xff" * 4000, "a.bmp", Status.UNSUPPORTED),
        (b"MZ\x90" + bytes(60), "a.exe", Status.UNSUPPORTED),
        (b"BZh91AY&SY" + b"\xff" * 60, "a.bz2", Status.UNSUPPORTED),
        (b"BMW Group hires", "a.txt", Status.TOO_LITTLE_TEXT),
        (b"MZ Khan, baker", "a.txt", Status.TOO_LITTLE_TEXT),
        (b"BZhukov, AC10", "a.txt", Status.TOO_LITTLE_TEXT),
        (b"x" * ((25 << 20) + 1), "a.txt", Status.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_says_why_and_what_next(
    content: bytes, name: str, status: Status
) -> None:
    document = read(content, f"folder/{name}")
    assert document.status is status
    assert document.message.startswith(f"{name}: ")
    assert "; " in document.message


def test_content_decides_not_the_name() -> None:
    content = word_xml(f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>")
    assert read(content, "resume.pdf").format == "docx"
    assert read(PROSE.encode(), "resume.docx").format == "text"


def test_a_name_cannot_break_the_message() -> None:
    assert "\n" not in read(b"", "a\n\x1b[31m.pdf").message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PROSE, "en"),
        ("Python " * 30 + "responsible for the data platform and the team of the bank", "en"),
        (
            "Leitung eines Teams von vier Personen und Aufbau der Datenplattform für eine große "
            "Bank in Wien, Verantwortung für Betrieb und Weiterentwicklung der Systeme",
            "de",
        ),
        (
            "Responsable d'une équipe de quatre personnes, mise en place de la plateforme de "
            "données pour une grande banque et formation des nouveaux ingénieurs",
            "fr",
        ),
        ("Jane Doe", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_a_german_resume_says_how_skills_are_found() -> None:
    text = (
        "Leitung eines Teams von vier Personen und Aufbau der Datenplattform für eine große Bank. "
        * 3
    )
    document = read(text.encode(), "a.txt")
    assert [notice.code for notice in document.notices] == ["language"]
    assert "German" in document.notices[0].message


def test_a_reactive_resume_export_is_read_whole() -> None:
    job = {"company": "Initech", "position": "Engineer", "date": "2019 to 2021"}
    job |= {"summary": "<ul><li><p>Led <b>it</b></p></li></ul>"}
    resume = {
        "basics": {"name": "Jane Doe", "location": "Graz"},
        "sections": {
            "experience": {"items": [job, {"company": "Off", "visible": False}]},
            "skills": {"items": [{"name": "Data", "keywords": ["SQL"]}]},
        },
    }
    assert read(json.dumps(resume).encode(), "a.json").text.splitlines() == [
        "Jane Doe",
        "Graz",
        "Experience",
        "Engineer\t2019 to 2021",
        "Initech",
        "• Led it",
        "Skills",
        "Data: SQL",
    ]


def test_a_heading_in_the_first_cell_of_an_html_row_is_a_line_of_its_own() -> None:
    page = "<table><tr><td>SKILLS</td><td>Kneading</td></tr><tr><td>a</td><td>b</td></tr></table>"
    text = read(f"<html><body>{page}<p>{PROSE}</p></body></html>".encode(), "cv.html").text
    assert text.splitlines()[:3] == ["SKILLS", "Kneading", "a\tb"]
