from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path

import jsonschema
import pytest

from matcher.cli import main
from matcher.contract import schema
from matcher.corpus import Corpus
from matcher.demand import Advert, compared, demand, read_adverts, wilson
from matcher.errors import UnreadableDocument
from matcher.matching import Matcher

POSTING = """\
Requirements
- 3+ years of experience with Python and SQL
- {more}
Nice to have
- Experience with Tableau
"""


@pytest.fixture(scope="module")
def reader() -> Matcher:
    return Matcher(n_readers=0, today=datetime.date(2026, 11, 20))


def adverts(n: int, n_kafka: int, title: str = "Senior Data Engineer") -> list[Advert]:
    return [
        Advert(title, POSTING.format(more=f"{'Kafka' if at < n_kafka else 'Airflow'}, team {at}"))
        for at in range(n)
    ]


def test_wilsons_interval_is_the_published_one() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263 and 0 of 20, without correction.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_shares_by_role_required_and_preferred_apart(reader: Matcher) -> None:
    rows = {
        (row.skill_id, row.importance): row
        for row in demand(adverts(40, 10), reader).rows
        if row.role_id == "data-engineer"
    }
    kafka = rows["apache-kafka", "required"]
    assert (kafka.count, kafka.n, kafka.share) == (10, 40, 0.25)
    assert kafka.low is not None and kafka.high is not None and kafka.low < 0.25 < kafka.high
    assert rows["tableau", "preferred"].share == 1.0
    assert ("tableau", "required") not in rows


def test_the_same_posting_counts_once_and_few_postings_say_nothing(reader: Matcher) -> None:
    found = demand(adverts(29, 29) * 3, reader)
    rows = found.rows
    assert (found.n_postings, found.n_named) == (29, 29)
    assert {row.n for row in rows} == {29}
    assert {row.share for row in rows} == {None}


def test_the_change_between_two_sets(reader: Matcher) -> None:
    rows = compared(demand(adverts(40, 30), reader).rows, demand(adverts(40, 10), reader).rows)
    changes = {(row.skill_id, row.importance): row.change for row in rows}
    assert changes["apache-kafka", "any"] == pytest.approx(0.5)
    too_few = compared(demand(adverts(40, 30), reader).rows, demand(adverts(10, 1), reader).rows)
    assert {row.change for row in too_few} == {None}


def test_a_table_needs_title_and_text(reader: Matcher, tmp_path: Path) -> None:
    path = tmp_path / "jobs.csv"
    path.write_text("Job_Title,Text\nData Engineer,Kafka\n")
    failures: dict[Path, UnreadableDocument] = {}
    assert list(read_adverts([path], reader, failures)) == [Advert("Data Engineer", "Kafka")]
    path.write_text("a,b\n1,2\n")
    assert list(read_adverts([path], reader, failures)) == []
    assert "no columns for title and text" in str(failures[path])


def test_a_bad_file_does_not_keep_the_others_from_being_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing else")
    (tmp_path / "b.csv").write_bytes(b"title,description\nNurse,\xff\n")
    (tmp_path / "c.txt").write_text(f"Data Engineer\n\n{POSTING.format(more='Kafka')}", "utf-8")
    (tmp_path / "d.txt").write_text("Moonlit Wanderings\n\nA poem of the sea and its gulls.")
    with pytest.raises(SystemExit) as stopped:
        main(["demand", str(tmp_path), "--format", "json"])
    assert stopped.value.code == 1
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    jsonschema.Draft202012Validator(schema("demand")).validate(report)
    assert (report["n_postings"], report["n_named"]) == (2, 1)
    assert {row["role_id"] for row in report["demand"]} == {"data-engineer"}
    assert [Path(each["path"]).name for each in report["failures"]] == ["a.pdf", "b.csv"]
    lines = printed.err.splitlines()
    assert lines[0] == "matcher: 1 of 2 postings name a role" and len(lines) == 3


def test_the_command_reads_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "jobs.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "description"])
        writer.writerows((advert.title, advert.text) for advert in adverts(32, 8))
    with pytest.raises(SystemExit) as stopped:
        main(["demand", str(path), "--role", "data-engineer", "--format", "csv"])
    assert stopped.value.code == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    kafka = next(r for r in rows if (r["skill_id"], r["importance"]) == ("apache-kafka", "any"))
    assert (kafka["share"], kafka["n"]) == ("0.25", "32")


def test_the_shipped_figures_are_there(corpus: Corpus) -> None:
    assert corpus.demand["data-scientist", "python"] > 0.6
    assert corpus.demand_period == "about 2019"
    assert all(0 < share <= 1 for share in corpus.demand.values())
