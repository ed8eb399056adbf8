"""Where a fit stands among reference fits. Nothing here knows the values of the shipped table."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import RESUMES, ROOT, SAMPLES, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from test_corpus import ROLE, SKILLS

from matcher.batch import Options, fit_files
from matcher.corpus import Corpus, load_corpus
from matcher.corpus.percentiles import Percentile, Percentiles, percentile_rows, reference_fits
from matcher.embedding import load_encoder
from matcher.errors import CorpusError
from matcher.matching import Matcher
from matcher.reports import match_report
from matcher.reports.html import html_report
from matcher.reports.rows import csv_text, write_csv
from matcher.wording import percentile_in_words

ML = SAMPLES / "maya-lindqvist-ml-engineer.pdf"
TWO = ("machine-learning-engineer", "data-engineer")
FITS = [number / 2 for number in range(200)]  # 0.0 to 99.5

tenths = st.integers(0, 1000).map(lambda number: number / 10)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(tenths, min_size=1, max_size=300), tenths)
def test_a_percentile_is_never_overstated_and_a_percent_exact(
    references: list[float], points: float
) -> None:
    found = reference_fits(references).percentile(points)
    lower = 100 * sum(each < points for each in references)
    assert found.n == len(references)
    assert found.percent * found.n <= lower
    assert found.percent == 99 or lower < (found.percent + 1) * found.n


@pytest.mark.parametrize(
    ("points", "percent"), [(0.0, 0), (0.5, 0), (0.6, 1), (50.0, 50), (99.4, 99), (100.0, 99)]
)
def test_whoever_has_the_same_fit_is_not_ahead(points: float, percent: int) -> None:
    assert reference_fits(FITS).percentile(points) == Percentile(percent, 200)


def test_a_percentile_in_words() -> None:
    assert percentile_in_words(93, 802) == "higher than 93% of 802 reference resumes"
    assert percentile_in_words(0, 802) == "higher than hardly any of 802 reference resumes"


# ---------------------------------------------------------------- as part of a corpus


def table(model: str, role_ids: Sequence[str]) -> str:
    fits = [dict.fromkeys(role_ids, points) for points in FITS]
    rows = percentile_rows(fits, model)
    return csv_text(rows, list(rows[0]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one role, without percentiles."""
    (tmp_path / "roles").mkdir()
    (tmp_path / "skills").mkdir()
    (tmp_path / "roles/lamp-tester.yaml").write_text(ROLE)
    (tmp_path / "skills/lamps.yaml").write_text(SKILLS)
    return tmp_path


def test_a_table_is_optional_and_part_of_the_fingerprint(folder: Path) -> None:
    without = load_corpus(folder)
    (folder / "percentiles.csv").write_text(table("e@1", ["lamp-tester"]))
    corpus = load_corpus(folder)
    assert without.percentiles is None and corpus.percentiles is not None
    assert without.fingerprint != corpus.fingerprint
    assert corpus.percentiles.model == "e@1"
    assert corpus.percentiles.roles == {"lamp-tester": reference_fits(FITS)}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("lamp-tester", "lamb-tester", "no role 'lamb-tester'"),
        (",200,", ",many,", "write it again with `matcher percentiles`"),
        (",98.5\n", "\n", "write it again with `matcher percentiles`"),
        (",98.5\n", ",1.5\n", "fits that rise"),
    ],
)
def test_an_error_in_a_table_names_its_line(folder: Path, old: str, new: str, what: str) -> None:
    path, text = folder / "percentiles.csv", table("e@1", ["lamp-tester"])
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(CorpusError, match=r"percentiles\.csv:2: ") as caught:
        load_corpus(folder)
    assert what in str(caught.value)


def test_a_table_of_two_encoders_is_refused(folder: Path) -> None:
    lines = table("e@1", ["lamp-tester"]).splitlines()
    (folder / "percentiles.csv").write_text("\n".join([*lines, lines[1].replace("e@1", "e@2")]))
    with pytest.raises(CorpusError, match=r"percentiles\.csv:3: one encoder"):
        load_corpus(folder)


def test_the_shipped_table_is_of_the_shipped_encoder_and_roles(corpus: Corpus) -> None:
    assert corpus.percentiles is not None
    assert corpus.percentiles.model == load_encoder().name
    assert set(corpus.percentiles.roles) == set(corpus.roles)


# ---------------------------------------------------------------- in a match


@pytest.fixture(scope="module")
def known() -> Iterator[Matcher]:
    """Knows reference fits to one role."""
    with Matcher(today=TODAY) as made:
        fits = {TWO[0]: reference_fits(FITS)}
        made.parts.corpus = replace(made.corpus, percentiles=Percentiles(made.encoder.name, fits))
        yield made


def test_a_match_tells_where_it_stands_if_the_role_is_in_the_table(known: Matcher) -> None:
    result = known.match(ML, roles=TWO)
    here, other = (result[n] for n in (0, 1))
    assert here.percentile == reference_fits(FITS).percentile(here.fit.points)
    assert other.percentile is None
    report = match_report(result, known.corpus)
    first, second = report["matches"]
    assert here.percentile is not None
    assert first["percentile"] == {"percent": here.percentile.percent, "n": 200}
    told = percentile_in_words(here.percentile.percent, 200)
    assert told in first["in_words"][0] and second["percentile"] is None
    assert told in html_report(result, known.corpus)


def test_fits_of_something_else_are_not_compared(known: Matcher) -> None:
    resume = known.read(ML)
    copy = replace(known.corpus.role(TWO[0]), summary="Mine.")
    assert known.match_resume(resume, roles=[copy])[0].percentile is None
    chef = known.read(SAMPLES / "leo-martin-pastry-chef.docx")
    assert known.match_resume(chef, roles=TWO[:1])[0].percentile is None  # out of scope
    weak = next(name for name in RESUMES if known.match(name, roles=TWO[:1])[0].fit.band == "weak")
    assert known.match(weak, roles=TWO[:1])[0].percentile is None
    heavier = replace(known.weights, listed=known.weights.listed / 2)
    with Matcher(today=TODAY, weights=heavier, n_readers=0) as other:
        other.parts.corpus = known.corpus
        assert other.match_resume(resume, roles=TWO[:1])[0].percentile is None
    with Matcher(today=TODAY, n_readers=0) as other:
        fits = {TWO[0]: reference_fits(FITS)}
        other.parts.corpus = replace(known.corpus, percentiles=Percentiles("e@1", fits))
        assert other.match_resume(resume, roles=TWO[:1])[0].percentile is None


def test_the_quick_fits_are_those_of_the_matches(matcher: Matcher) -> None:
    resume = matcher.read(ML)
    roles = list(matcher.corpus.roles.values())
    matches = matcher.match_resume(resume, roles=roles, top=len(roles), gains=False)
    assert matcher.fits(resume) == {match.role.id: match.fit.points for match in matches}
    assert matcher.fits(matcher.read(("empty.pdf", b""))) == {}


# ---------------------------------------------------------------- made


def read_rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def percentiles(*arguments: object, check: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "matcher", "percentiles", *map(str, arguments)]
    options = ("--today", TODAY.isoformat(), "--processes", "2")
    process = subprocess.run(
        [*command, *options], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
    )
    assert process.returncode == check, process.stderr
    return process


def test_a_table_is_made_from_a_folder(folder: Path, tmp_path: Path) -> None:
    resumes = tmp_path / "resumes"
    resumes.mkdir()
    text = (SAMPLES / "jonas-weber-backend.txt").read_text("utf-8")
    for number in range(100):
        line = ("Fed swans", "Washed glass", "Carried glass to the light")[number % 3]
        (resumes / f"{number}.txt").write_text(f"{text}\n{line} {number} times\n", "utf-8")
    (resumes / "twice.txt").write_bytes((resumes / "0.txt").read_bytes())
    (resumes / "broken.pdf").write_bytes(b"%PDF-1.7 nothing else")
    output = tmp_path / "percentiles.csv"
    process = percentiles(resumes, "--corpus", folder, "-o", output, check=1)
    assert "broken.pdf" in process.stderr and "100 different resumes" in process.stderr
    (row,) = read_rows(output)
    assert (row["role_id"], row["n"]) == ("lamp-tester", "100")
    options = Options(corpus=str(folder), today=TODAY)
    files = [resumes / f"{number}.txt" for number in range(100)]
    fits = [found["fits"]["lamp-tester"] for found in fit_files(files, options)]
    assert [float(row["p1"]), float(row["p99"])] == [sorted(fits)[0], sorted(fits)[98]]
    assert float(row["p1"]) < float(row["p50"]) < float(row["p99"])


def test_few_resumes_make_no_table(folder: Path, tmp_path: Path) -> None:
    process = percentiles(ML, "--corpus", folder, check=1)
    assert "fewer than 100 resumes" in process.stderr and process.stdout == ""
    percentiles(ML, "-o", tmp_path / "none" / "out.csv", check=2)


def test_rows_are_json_too(tmp_path: Path) -> None:
    rows = percentile_rows([{"chef": points, "baker": 1.0} for points in FITS], "e@1")
    assert [row["role_id"] for row in rows] == ["baker", "chef"]
    assert json.loads(json.dumps(rows)) == rows
    write_csv(rows, tmp_path / "out.csv")
    assert [row["p50"] for row in read_rows(tmp_path / "out.csv")] == ["1.0", "49.5"]
