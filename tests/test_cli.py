"""The command line as other programs see it: a process, its output, its exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pandas as pd
import pytest
from conftest import POSTINGS, RESUMES, ROOT, SAMPLES

from matcher import contract
from matcher.cli import main
from matcher.contract import SCHEMAS, schema
from matcher.matching import Matcher
from matcher.records import JobDetails, PositionKind, Status
from matcher.reports import parse_report, skills_report
from matcher.reports.rows import match_rows, write_rows

ML = SAMPLES / "maya-lindqvist-ml-engineer.pdf"
POSTING = SAMPLES / "posting-ml-engineer.txt"


def run(
    *arguments: object, check: int | None = 0, **environment: str
) -> subprocess.CompletedProcess[str]:
    process = subprocess.run(
        [sys.executable, "-m", "matcher", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    assert check is None or process.returncode == check, process.stderr
    return process


def answer(*arguments: object, check: int = 0) -> Any:
    return json.loads(
        run(*arguments, "--format", "json", "--today", "2026-11-20", check=check).stdout
    )


@pytest.fixture(scope="module")
def matches() -> Any:
    return answer("match", *RESUMES)


@pytest.fixture(scope="module")
def ranking() -> Any:
    return answer("rank", POSTING, *RESUMES)


def valid(value: Any, name: str) -> None:
    jsonschema.Draft202012Validator(schema(name)).validate(value)


# ---------------------------------------------------------------- the contract


def test_the_contract_names_every_status_and_kind_of_position() -> None:
    assert set(get_args(contract.DocumentStatus)) == {status.value for status in Status}
    kinds = get_args(get_type_hints(contract.PositionJson)["kind"])
    assert set(kinds) == {kind.value for kind in PositionKind}


def test_every_schema_is_a_valid_schema() -> None:
    for name in SCHEMAS:
        jsonschema.Draft202012Validator.check_schema(schema(name))
        assert json.loads(run("schema", name).stdout) == schema(name)


def test_match_keeps_its_contract(matches: Any) -> None:
    valid(matches, "match")
    assert [Path(report["resume"]["path"]) for report in matches] == RESUMES


def test_every_point_adds_up_and_every_quote_is_verbatim(matches: Any, matcher: Matcher) -> None:
    for report in matches:
        text = matcher.read(report["resume"]["path"]).document.text
        for match in report["matches"]:
            assert match["fit"] == round(sum(part["points"] for part in match["parts"]), 1)
            quotes = [
                *(line for part in match["parts"] for line in part["evidence"]),
                *(line for item in match["matched"] for line in item["evidence"]),
            ]
            assert quotes or match["fit"] == 0
            for line in quotes:
                assert line["text"] == text[line["start"] : line["end"]]


def test_matches_are_sorted_by_fit_then_role(matches: Any) -> None:
    for report in matches:
        order = [(-match["fit"], match["role"]["id"]) for match in report["matches"]]
        assert order == sorted(order)


def test_rank_keeps_its_contract(ranking: Any) -> None:
    valid(ranking, "rank")
    assert sorted(entry["path"] for entry in ranking["candidates"]) == sorted(map(str, RESUMES))
    assert [entry["rank"] for entry in ranking["candidates"]] == list(range(1, len(RESUMES) + 1))
    assert ranking["job"]["details"] == {
        "seniority": "senior",
        "degree_or_experience": "master",
        "languages": [],
        "certificates": [],
        "location": "Utrecht",
        "workplace": "hybrid",
    }


def test_what_a_posting_asks_besides_is_shown_over_the_table_and_moves_no_score(
    matcher: Matcher,
) -> None:
    shown = " ".join(run("rank", POSTING, ML, "--format", "table").stdout.split())
    assert "Also asked for, but not scored: senior; Utrecht; hybrid; master degree or" in shown
    posting, resume = matcher.read_posting(POSTING), matcher.read(ML)
    other = replace(posting, details=JobDetails("intern", None, (), (), "Ghent", "remote"))
    fits = [
        [one.fit for one in matcher.rank_resumes(each, [resume]).candidates]
        for each in (posting, other)
    ]
    assert fits[0] == fits[1]


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_parse_and_skills_keep_their_contract(path: Path, matcher: Matcher) -> None:
    inspection = matcher.inspect(path)
    parsed = parse_report(inspection, matcher.engine)
    resume, engine = inspection.resume, matcher.engine
    skills = skills_report(resume, matcher.profile(resume), engine, matcher.corpus)
    valid(json.loads(json.dumps(parsed)), "parse")
    valid(json.loads(json.dumps(skills)), "skills")
    for skill in skills["skills"]:
        for mention in skill["mentions"]:
            assert mention["text"] == parsed["text"][mention["start"] : mention["end"]]


def test_the_commands_print_these_reports(matcher: Matcher) -> None:
    resume = matcher.read(ML)
    engine, profile = matcher.engine, matcher.profile(resume)
    assert answer("parse", ML) == parse_report(matcher.inspect(ML), engine)
    assert answer("skills", ML) == skills_report(resume, profile, engine, matcher.corpus)


def test_roles_keep_their_contract() -> None:
    valid(answer("roles"), "roles")
    valid(answer("title", "Senior Data Engineer", "waiter"), "title")
    assert answer("roles", "data-engineer")["roles"][0]["title"] == "Data Engineer"


def test_the_first_roles_of_more_are_the_same(matches: Any) -> None:
    few = answer("match", ML, "--top", 2)[0]["matches"]
    assert few == next(r for r in matches if r["resume"]["path"] == str(ML))["matches"][:2]


@pytest.mark.parametrize("hash_seed", ["1", "12345"])
def test_the_same_input_gives_the_same_bytes(matches: Any, hash_seed: str) -> None:
    arguments = ("match", *RESUMES, "--format", "json", "--today", "2026-11-20")
    again = run(*arguments, PYTHONHASHSEED=hash_seed).stdout
    assert again == json.dumps(matches, ensure_ascii=False, indent=2) + "\n"


def test_the_order_of_files_changes_nothing_but_the_order(matches: Any) -> None:
    assert answer("match", *RESUMES[::-1]) == matches[::-1]


@pytest.mark.parametrize("name", sorted(set(SCHEMAS) - {"match", "score"}))
def test_every_output_names_its_schema_the_version_and_the_corpus(name: str) -> None:
    whole = schema(name)
    parts = [whole["$defs"][each["$ref"][8:]] for each in whole.get("anyOf", ())] or [whole]
    for part in parts:
        assert {"schema", "engine", "corpus"} <= set(part["required"])


def test_rows_name_what_decided_them_last(matcher: Matcher) -> None:
    (row,) = answer("score", ML, "--top", 1)
    engine = matcher.engine
    assert list(row)[-5:] == ["engine", "corpus", "model", "today", "weights"]
    assert list(row.values())[-5:] == [
        engine.version,
        engine.corpus,
        engine.model,
        "2026-11-20",
        "",
    ]
    changed = replace(matcher.weights, listed=matcher.weights.listed / 2)
    heavier = match_rows(matcher.with_weights(changed).match(ML, top=1))[0]
    assert json.loads(heavier["weights"]) == changed.values()


@pytest.mark.parametrize("command", ["path", "careers", "compare"])
def test_what_cannot_be_read_is_an_answer_too(command: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    files = (empty, ML) if command == "compare" else (empty,)
    arguments = (command, *files, "--role", "data-engineer", "--format", "json")
    process = run(*arguments, check=1)
    report = json.loads(process.stdout)
    valid(report, command)
    assert report["schema"] == f"matcher.{command}/1"
    assert [failure["code"] for failure in report["failures"]] == ["empty"]
    assert process.stderr.count("\n") == 1
    told = run(*arguments[:-1], "csv", check=1).stdout
    whole = run(*(ML if name == empty else name for name in arguments[:-1]), "csv").stdout
    assert told == f"{whole.splitlines()[0]}\n"


def test_a_table_of_skills_is_not_shown_for_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    text = run("skills", tmp_path / "empty.txt", "--format", "table", check=1).stdout
    assert "mentions" not in text and "empty.txt" in text


# ---------------------------------------------------------------- what the samples should give


def best(matches: Any, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(r for r in matches if name in r["resume"]["path"])["matches"][0]
    return found


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("maya-lindqvist", {"machine-learning-engineer", "ml-platform-engineer", "mlops-engineer"}),
        ("tomas-okafor", {"data-engineer", "analytics-engineer", "streaming-data-engineer"}),
        ("priya-raman", {"data-analyst", "business-intelligence-developer", "product-analyst"}),
        ("jonas-weber", {"backend-engineer", "platform-engineer", "site-reliability-engineer"}),
        ("elena-petrova", {"data-scientist", "product-data-scientist", "statistician"}),
        ("sam-carter", {"cloud-architect", "cloud-engineer"}),
    ],
)
def test_a_sample_finds_its_role(matches: Any, name: str, roles: set[str]) -> None:
    top = best(matches, name)
    assert top["role"]["id"] in roles
    assert top["band"] in ("strong", "good")


def test_a_pastry_chef_is_no_weak_engineer(matches: Any) -> None:
    chef = next(r for r in matches if "pastry-chef" in r["resume"]["path"])
    assert chef["matches"][0]["role"]["family"] == "hospitality"
    (report,) = answer("match", chef["resume"]["path"], "--role", "data-engineer")
    assert report["matches"][0]["band"] == "out_of_scope"


def test_a_falconer_is_out_of_scope(matches: Any) -> None:
    falconer = best(matches, "falconer")
    assert falconer["band"] == "out_of_scope" and falconer["fit"] < 20


def test_the_ml_engineer_leads_for_the_ml_posting_and_other_trades_are_last(ranking: Any) -> None:
    paths = [entry["path"] for entry in ranking["candidates"]]
    assert "maya-lindqvist" in paths[0]
    assert "pastry-chef" in paths[-2] and "falconer" in paths[-1]


def test_what_if_tells_the_fit_with_more_skills() -> None:
    resume = SAMPLES / "ana-moreau-career-changer.pdf"
    (plain,) = answer("match", resume, "--role", "data-engineer")[0]["matches"]
    gap = plain["missing"][0]
    assumed = ("--with", gap["skill"].upper(), "--with", gap["skill_id"])
    (match,) = answer("match", resume, "--role", "data-engineer", *assumed)[0]["matches"]
    assert plain["what_if"] is None and match["fit"] == plain["fit"]
    assert match["what_if"]["fit"] == pytest.approx(plain["fit"] + gap["gain"])
    assert match["in_words"][0].startswith(f"{match['fit']} of 100 points")


def test_a_skill_to_assume_that_is_unknown_is_wrong_use() -> None:
    resume = SAMPLES / "ana-moreau-career-changer.pdf"
    assert "did you mean kubernetes" in run("match", resume, "--with", "Kubernets", check=2).stderr


def test_a_denied_skill_is_never_credited() -> None:
    skills = {
        skill["skill_id"]: skill
        for skill in answer("skills", SAMPLES / "jonas-weber-backend.txt")["skills"]
    }
    assert all(mention["negated"] for mention in skills["java"]["mentions"])


# ---------------------------------------------------------------- bad input


def test_bad_files_are_named_and_the_others_delivered(tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty.pdf", tmp_path / "none.pdf"
    empty.write_bytes(b"")
    process = run("match", missing, ML, empty, "--format", "json", check=1)
    reports = json.loads(process.stdout)
    valid(reports, "match")
    assert [bool(report["matches"]) for report in reports] == [False, True, False]
    lines = process.stderr.splitlines()
    assert len(lines) == 2
    assert missing.name in lines[0] and "no such file" in lines[0]
    assert empty.name in lines[1]


def test_an_empty_folder_does_not_keep_the_others_from_being_scored(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    hidden = tmp_path / ".cache"  # a hidden folder above is none of the program's business
    hidden.mkdir()
    (hidden / "cv.pdf").write_bytes(ML.read_bytes())
    (hidden / ".notes.txt").write_text("not to be read")
    process = run("score", tmp_path / "empty", hidden, "--format", "json", check=1)
    rows = json.loads(process.stdout)
    assert {row["status"] for row in rows if row["path"].endswith("cv.pdf")} == {"ok"}
    assert [row["code"] for row in rows if row["code"]] == ["corrupt"]
    assert "empty folder; name a resume" in process.stderr


def test_the_posting_and_reports_in_a_folder_are_no_candidates(tmp_path: Path) -> None:
    (tmp_path / ML.name).write_bytes(ML.read_bytes())
    job = tmp_path / POSTING.name
    job.write_bytes(POSTING.read_bytes())
    report = tmp_path / "ranking.html"
    run("rank", job, tmp_path, "-o", report)
    ranking = answer("rank", job, tmp_path, check=1)
    assert [each["path"] for each in ranking["candidates"]] == [str(tmp_path / ML.name)]
    (failure,) = ranking["failures"]
    assert failure["code"] == "not_a_resume" and "a report of this program" in failure["message"]


def test_no_report_is_written_of_what_cannot_be_read(tmp_path: Path) -> None:
    empty, report = tmp_path / "empty.pdf", tmp_path / "report.html"
    empty.write_bytes(b"")
    report.write_text("of yesterday")
    process = run("match", empty, "-o", report, check=1)
    assert "not written" in process.stderr and report.read_text() == "of yesterday"


def test_the_rows_of_a_stopped_run_are_not_overwritten(tmp_path: Path) -> None:
    part = tmp_path / "rows.csv.part"
    part.write_text("{}\n")
    process = run("score", ML, "-o", tmp_path / "rows.csv", check=2)
    assert "move it away or delete it" in process.stderr and part.read_text() == "{}\n"


def test_rank_lists_what_could_not_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing else")
    report = answer("rank", POSTING, ML, broken, check=1)
    valid(report, "rank")
    assert [failure["path"] for failure in report["failures"]] == [str(broken)]
    assert len(report["candidates"]) == 1


def test_a_resume_in_the_place_of_the_posting_is_noticed() -> None:
    process = run("rank", ML, SAMPLES / "jonas-weber-backend.txt", "--format", "csv")
    assert "reads like a resume; the posting is named first" in process.stderr
    for posting in POSTINGS:
        process = run("rank", posting, ML, "--format", "csv")
        assert "reads like a resume" not in process.stderr


def test_a_posting_alone_has_no_ranking(tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_bytes(POSTING.read_bytes())
    process = run("rank", posting, tmp_path, check=1)
    assert "no resume beside the posting" in process.stderr and process.stdout == ""


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    process = run("score", tmp_path, check=1)
    assert "no files in this folder" in process.stderr and process.stdout == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_posting_or_resume_that_is_a_pipe_or_too_large_is_not_waited_for(tmp_path: Path) -> None:
    pipe, large = tmp_path / "pipe.txt", tmp_path / "large.txt"
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.truncate(3 << 30)
    for posting in (pipe, large):
        process = run("rank", posting, ML, check=1)
        assert process.stderr.count("\n") == 1 and posting.name in process.stderr
    rows = answer("score", pipe, large, check=1)
    assert [row["code"] for row in rows] == ["corrupt", "too_large"]


def test_a_posting_that_is_missing_is_said(tmp_path: Path) -> None:
    process = run("rank", tmp_path / "none.txt", ML, check=1)
    assert process.stderr.count("\n") == 1 and "none.txt" in process.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("match", ML, "--role", "no-such-role"),
        ("roles", "no-such-role"),
        ("match",),
        ("match", ML, "--corpus", "tests"),
        ("score", ML, "-o", "x.doc"),
        ("score", ML, "--jobs", POSTING, "--role", "chef"),
        ("rank", SAMPLES, POSTING),
        ("score", ML, "-o", "no-such-folder/x.csv"),
    ],
    ids=lambda arguments: " ".join(map(str, arguments[:1] + arguments[-1:])),
)
def test_wrong_use_ends_with_2(arguments: tuple[object, ...]) -> None:
    process = run(*arguments, check=2)
    assert process.stderr and "Traceback" not in process.stderr


# ---------------------------------------------------------------- other outputs


def test_a_table_is_for_people() -> None:
    text = run("match", ML, "--format", "table", "--explain").stdout
    assert "Machine Learning Engineer" in text and "“" in text


def test_the_readme_shows_what_is_printed() -> None:
    told = "matcher match corpus/samples/maya-lindqvist-ml-engineer.pdf --top 3 --today 2026-11-20"
    printed = run(*told.split()[1:], "--format", "table").stdout
    block = "\n".join(line.rstrip() for line in printed.rstrip().split("\n"))
    assert f"$ {told}\n{block}\n```" in (ROOT / "README.md").read_text("utf-8")


def test_an_explanation_has_no_points_for_what_was_not_found_and_says_what_levels_mean() -> None:
    text = run("match", ML, "--format", "table", "--explain", "--top", "1").stdout
    assert "not found: " in text and "0.0 │ not found" not in text
    assert "title held: Senior Machine Learning Engineer" in text
    assert "demonstrated: a line about work shows it" in text


def test_a_comparison_names_what_both_and_neither_show() -> None:
    text = run("compare", ML, RESUMES[0], "--role", "data-engineer", "--format", "table").stdout
    assert "In both: " in text and "In neither: " in text


def test_where_several_skills_would_do_each_resume_is_told_what_it_has(tmp_path: Path) -> None:
    head = "Ann Lee\nann@example.org\n\nData Engineer, Hill Bank, Leeds\n2019 - present\n"
    files = []
    for cloud in ("AWS", "Azure"):
        done = [f"- Built pipeline {n} on {cloud} for a bank of {n} towns" for n in range(9)]
        files.append(tmp_path / f"{cloud}.txt")
        files[-1].write_text(head + "\n".join(done))
    told = run("compare", *files, "--role", "data-engineer", "--format", "table").stdout
    assert "AWS (first) and Azure (second)" in " ".join(told.split())


def test_candidates_are_named_without_the_folder_that_all_are_in(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "broken.pdf").write_bytes(b"")
    (tmp_path / ML.name).write_bytes(ML.read_bytes())
    text = run("rank", POSTING, tmp_path, "--format", "table", check=1).stdout
    assert f"│ {ML.name} " in text and "not ranked: old/broken.pdf (empty)" in text
    assert str(tmp_path) not in text


def test_scores_name_each_file_once_and_skills_by_their_labels(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"")
    (tmp_path / ML.name).write_bytes(ML.read_bytes())
    text = run("score", tmp_path, "--format", "table", check=1).stdout
    assert text.count(ML.name) == 1 and str(tmp_path) not in text
    assert "Linux" in text and "linux" not in text and "│ empty " in text


def test_skills_are_told_longest_used_first_and_those_not_credited_last() -> None:
    lines = run("skills", ML, "--format", "table").stdout.splitlines()
    rows = [line.split("│") for line in lines if line.startswith("│")]
    months = [int(row[3]) for row in rows if row[2].strip() == "demonstrated" and row[3].strip()]
    assert months == sorted(months, reverse=True) and len(months) > 5
    (kafka,) = (row for row in rows if "Kafka" in row[1])
    assert kafka[2].strip() == "not credited" and kafka[7].strip() == "of others"
    assert rows.index(kafka) >= len(rows) - 2


def test_a_file_that_cannot_be_read_is_told_once_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    text = run("match", tmp_path / "empty.pdf", "--format", "table", check=1).stdout
    assert " ".join(text.split()).count("empty.pdf") == 1


@pytest.mark.parametrize(
    "command",
    [("match", ML), ("rank", POSTING, ML), ("parse", ML), ("skills", ML), ("roles",)],
    ids=lambda command: str(command[0]),
)
def test_csv_has_a_header_and_rows(command: tuple[object, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*command, "--format", "csv").stdout)))
    assert rows and all(None not in row for row in rows)


def test_blind_ranking_shows_no_file_name(tmp_path: Path) -> None:
    broken, missing = tmp_path / "jane-doe.pdf", tmp_path / "jane-gone.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing else")
    files = (ML, broken, missing, missing.with_suffix(".docx"))
    for form in ("json", "csv", "table"):
        process = run("rank", POSTING, *files, "--blind", "--format", form, check=1)
        said = (process.stdout + process.stderr).lower()
        assert "maya-" not in said and "jane" not in said
        assert "unread-1: no such file or directory; check the path" in process.stderr
    report = answer("rank", POSTING, *files, "--blind", check=1)
    valid(report, "rank")
    first, second, cut = report["failures"]
    assert cut["path"] == cut["id"]
    assert cut["message"] == f"{cut['id'][:12]}: damaged or cut off; give another copy."
    assert first == {
        "path": "unread-1", "id": "", "code": "corrupt",
        "message": "unread-1: no such file or directory; check the path.",
    }  # fmt: skip
    assert second["path"] == "unread-2"


def test_weights_of_ones_own_are_named(tmp_path: Path) -> None:
    changed = tmp_path / "weights.yaml"
    text = (ROOT / "corpus/weights.yaml").read_text("utf-8")
    changed.write_text(text.replace("skills: 55", "skills: 80"), "utf-8")
    report = answer("rank", POSTING, ML, "--weights", changed)
    valid(report, "rank")
    assert report["weights"]["parts"]["skills"] == 80
    shown = run("rank", POSTING, ML, "--weights", changed, "--format", "table").stdout
    assert "skills 80 instead of 55" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_utf8_costs_no_other_file_its_rows(tmp_path: Path) -> None:
    folder, output = tmp_path / "odd", tmp_path / "rows.csv"
    folder.mkdir()
    (folder / ML.name).write_bytes(ML.read_bytes())
    for name, data in ((b"bad\xff.txt", ML.read_bytes()), (b"empty\xff.txt", b"")):
        (folder / os.fsdecode(name)).write_bytes(data)
    said = run("score", folder, "-o", output, check=1).stderr
    assert "empty\\udcff.txt: the file is empty" in said
    names = {Path(path).name for path in pd.read_csv(output)["path"]}
    assert names == {ML.name, "bad\\udcff.txt", "empty\\udcff.txt"}
    assert len(answer("match", *sorted(folder.iterdir()), check=1)) == 3


def test_score_loses_nothing_and_workers_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "resumes"
    folder.mkdir()
    for path in RESUMES:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "=cmd.pdf").write_bytes(b"")
    frames = []
    for n_processes in (1, 2):
        output = tmp_path / f"{n_processes}.parquet"
        options = ("--top", 2, "--processes", n_processes, "--today", "2026-11-20")
        process = run("score", folder, "-o", output, *options, check=1)
        assert "=cmd.pdf" in process.stderr
        assert f"{len(RESUMES)} of {len(RESUMES) + 1} files scored" in process.stderr
        frames.append(pd.read_parquet(output))
    pd.testing.assert_frame_equal(*frames)
    assert len(frames[0]) == 2 * len(RESUMES) + 1
    valid(json.loads(frames[0].to_json(orient="records")), "score")


@pytest.mark.parametrize(
    ("suffix", "read"),
    [
        (".csv", pd.read_csv),
        (".jsonl", lambda path: pd.read_json(path, lines=True)),
        (".parquet", pd.read_parquet),
        (".xlsx", pd.read_excel),
    ],
)
def test_rows_survive_every_file_format(
    matcher: Matcher, tmp_path: Path, suffix: str, read: Callable[[Path], pd.DataFrame]
) -> None:
    resume = matcher.read(("=HYPERLINK(1).pdf", ML.read_bytes()))
    rows = match_rows(matcher.match_resume(resume, top=3))
    rows += match_rows(matcher.match_resume(matcher.read(("empty.pdf", b""))))
    write_rows(rows, tmp_path / f"out{suffix}")
    frame = read(tmp_path / f"out{suffix}")
    assert frame["fit"].tolist()[:3] == [row["fit"] for row in rows[:3]]
    assert frame["code"].tolist()[3] == "empty"
    if suffix in (".csv", ".xlsx"):  # a spreadsheet would run it
        assert frame["path"].iloc[0] == "'=HYPERLINK(1).pdf"


def test_an_interrupted_batch_says_where_its_rows_are(tmp_path: Path) -> None:
    folder, part = tmp_path / "resumes", tmp_path / "rows.xlsx.part"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_bytes(RESUMES[number % len(RESUMES)].read_bytes())
    process = subprocess.Popen(
        [sys.executable, "-m", "matcher", "score", folder, "-o", tmp_path / "rows.xlsx"],
        stderr=subprocess.PIPE, text=True, cwd=ROOT,
        # Tests that a script starts in the background ignore the signal, and so would this.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert part.exists(), said
    rows = [json.loads(line) for line in part.read_text().splitlines()]
    valid(rows, "score")
    assert process.returncode == 1 and f"{len(rows)} rows are in {part}" in said


def test_a_batch_does_not_read_what_it_writes(tmp_path: Path) -> None:
    (tmp_path / ML.name).write_bytes(ML.read_bytes())
    output = tmp_path / "rows.csv"
    for _ in range(2):
        run("score", tmp_path, "-o", output)
        assert set(pd.read_csv(output)["path"]) == {str(tmp_path / ML.name)}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([ML.name, output.name])


def test_ranking_and_scores_against_a_posting_do_not_depend_on_the_order_of_the_files(
    tmp_path: Path,
) -> None:
    same, broken = tmp_path / "same.pdf", tmp_path / "broken.pdf"
    same.write_bytes(ML.read_bytes())
    broken.write_bytes(b"")
    other = next(path for path in RESUMES if path != ML)
    files = [ML, broken, same, other, tmp_path / "none.pdf"]
    text = run("rank", POSTING, *files, check=1).stdout
    assert run("rank", POSTING, *reversed(files), check=1).stdout == text
    report = json.loads(text)
    first, second, last = report["candidates"]
    assert first["same_as"] == second["same_as"] == [first["id"]] and not last["same_as"]
    rows = answer("score", *files, "--jobs", POSTING, "--jobs", POSTINGS[0], check=1)
    assert len(rows) == 2 * 3 + 2
    ranks = {
        row["path"]: row["rank"] for row in rows if row["target_title"] == report["job"]["title"]
    }
    assert ranks == {each["path"]: each["rank"] for each in report["candidates"]}


def test_score_against_postings_agrees_with_rank(ranking: Any) -> None:
    rows = answer("score", *RESUMES, "--jobs", POSTING, "--processes", 2)
    valid(rows, "score")
    assert {row["path"]: row["fit"] for row in rows} == {
        entry["path"]: entry["fit"] for entry in ranking["candidates"]
    }


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.name)
def test_every_sample_posting_is_read(posting: Path) -> None:
    report = answer("rank", posting, ML)
    valid(report, "rank")
    assert report["job"]["title"] and len(report["job"]["required"]) >= 2


def test_a_role_file_of_ones_own_is_matched(tmp_path: Path) -> None:
    mine = tmp_path / "my-role.yaml"
    text = (ROOT / "corpus/roles/data-engineer.yaml").read_text("utf-8")
    mine.write_text(re.sub("^id: .*", "id: my-role", text), "utf-8")
    report = answer("match", ML, "--role-file", mine, "--role", "data-engineer")[0]
    fits = {match["role"]["id"]: match["fit"] for match in report["matches"]}
    assert fits["my-role"] == fits["data-engineer"]


def test_a_role_and_a_role_file_are_told_apart(tmp_path: Path) -> None:
    mine = tmp_path / "mine.role"
    mine.write_bytes((ROOT / "corpus/roles/data-engineer.yaml").read_bytes())
    (report,) = answer("match", ML, "--role-file", mine)
    assert [match["role"]["id"] for match in report["matches"]] == ["data-engineer"]
    (row,) = answer("score", ML, "--role-file", mine)
    assert row["target_id"] == "data-engineer"
    for command in ("match", "score", "demand"):
        said = run(command, ML, "--role", "mine.yaml", check=2).stderr
        assert "give it with --role-file" in said
    assert "mine.yaml: No such file" in run("match", ML, "--role-file", "mine.yaml", check=2).stderr
    assert run("score", ML, "--role-file", ML, check=2).stderr.startswith(f"matcher: {ML}:2: ")


def test_fewer_roles_than_were_asked_for_are_said() -> None:
    for command in ("match", "score"):
        process = run(command, ML, "--top", 1000, "--format", "csv")
        n = len(process.stdout.splitlines()) - 1
        assert process.stderr.startswith(f"matcher: --top 1000: only {n} roles for a resume")
    assert run("match", ML, "--top", 1000, "--role", "data-engineer").stderr == ""


def test_a_report_is_written_for_a_resume_and_for_a_ranking(tmp_path: Path) -> None:
    output = tmp_path / "report.html"
    assert run("match", ML, "-o", output).stdout == ""
    assert f"Role fit of {ML.name}" in output.read_text("utf-8")
    run("rank", POSTING, ML, RESUMES[0], tmp_path / "jane.pdf", "--blind", "-o", output, check=1)
    text = output.read_text("utf-8")
    assert "Candidates for Senior Machine Learning Engineer" in text
    assert "unread-1 (corrupt)" in text and "maya-" not in text and "jane" not in text
    for number in (1, 2):  # a row of the table leads to its candidate
        assert text.count(f'href="#fit-{number}"') == text.count(f'id="fit-{number}"') == 1
    for wrong in (("-o", tmp_path / "report.pdf"), (RESUMES[0], "-o", output)):
        run("match", ML, *wrong, check=2)
    run("match", ML, "-o", tmp_path / "none" / "report.html", check=2)


def test_help_names_every_command() -> None:
    text = run("--help").stdout
    for command in main.commands:
        assert command in text
        assert run(command, "--help").stdout.startswith("Usage:")


def test_a_cold_start_does_not_import_torch() -> None:
    code = (
        "import sys; from matcher.cli import main\n"
        f"main(['match', {str(ML)!r}, '--format', 'json'], standalone_mode=False)"
    )
    wrapped = (
        f"try:\n    exec({code!r})\nexcept SystemExit: pass\nassert 'torch' not in sys.modules\n"
    )
    subprocess.run(
        [sys.executable, "-c", f"import sys\n{wrapped}"],
        check=True,
        cwd=ROOT,
        timeout=120,
        stdout=subprocess.DEVNULL,
    )
