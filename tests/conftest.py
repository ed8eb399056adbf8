"""Shared parts of the tests: a corpus cache of their own, one matcher, the samples."""

from __future__ import annotations

import datetime
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before matcher is imported anywhere: tests neither read nor write the user's cache.
os.environ["MATCHER_CACHE"] = tempfile.mkdtemp(prefix="matcher-test-")

from matcher.corpus import Corpus, load_corpus
from matcher.matching import Matcher

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus" / "samples"
TODAY = datetime.date(2026, 11, 20)

RESUMES = sorted(
    path for path in SAMPLES.iterdir() if not path.name.startswith(("posting-", "README", "."))
)
POSTINGS = sorted(SAMPLES.glob("posting-*"))


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def matcher() -> Iterator[Matcher]:
    with Matcher(today=TODAY) as made:
        yield made


# Invented rows in the official formats.
CODE = "O*NET-SOC Code"
ONET = {
    "Occupation Data.txt": [
        [CODE, "Title", "Description"],
        ["15-0000.01", "Tide Modellers", 'Predict "spring" tides for harbours.'],
        ["35-0000.02", "Waffle Bakers", "Bake waffles on market days."],
    ],
    "Alternate Titles.txt": [
        [CODE, "Alternate Title", "Short Title", "Source(s)"],
        ["15-0000.01", "Ebb Forecaster", "n/a", "01"],
        ["35-0000.02", "Waffle Cook", "n/a", "01"],
    ],
    "Sample of Reported Titles.txt": [
        [CODE, "Reported Job Title", "Shown in My Next Move"],
        ["15-0000.01", "Harbour Level Analyst", "Y"],
    ],
    "Task Statements.txt": [
        [CODE, "Task ID", "Task"],
        ["15-0000.01", "1", "Calibrate gauges against the lunar calendar."],
        ["35-0000.02", "2", "Whisk batter and heat irons."],
    ],
    "Tasks to DWAs.txt": [
        [CODE, "Task ID", "DWA ID"],
        ["15-0000.01", "1", "D1"],
    ],
    "DWA Reference.txt": [["DWA ID", "DWA Title"], ["D1", "Adjust measuring instruments."]],
    "Technology Skills.txt": [
        [CODE, "Example", "Commodity Title"],
        ["15-0000.01", "TidePy", "Forecasting software"],
    ],
}
ESCO = """\
conceptUri,iscoGroup,preferredLabel,altLabels,description
u/1,2114,oceanographer,"sea scientist
ocean researcher","Oceanographers study the sea, its currents and tides."
"""
ESCO_SKILLS = """\
preferredLabel,altLabels,description
read tide tables,interpret tide tables | use tide tables,Find high water in printed tables.
"""
SKILLSPAN = {
    "tokens": ["You", "write", "<ORGANIZATION>", "code", "in", "Fortran", "daily"],
    "tags_skill": ["O", "B", "I", "I", "O", "O", "O"],
    "tags_knowledge": ["O", "O", "O", "O", "O", "B", "O"],
}


@pytest.fixture
def taxonomies(tmp_path: Path) -> Path:
    folder = tmp_path / "taxonomies"
    (folder / "onet").mkdir(parents=True)
    (folder / "esco").mkdir()
    for name, table in ONET.items():
        text = "\n".join("\t".join(row) for row in table)
        (folder / "onet" / name).write_text(f"{text}\n", "utf-8")
    (folder / "esco" / "occupations_en.csv").write_text(ESCO, "utf-8")
    (folder / "esco" / "digitalSkillsCollection_en.csv").write_text(ESCO_SKILLS, "utf-8")
    (folder / "github_topics_aliases.tsv").write_text("topic\talias\nnode-js\tnode\n", "utf-8")
    return folder


@pytest.fixture
def skillspan(tmp_path: Path) -> Path:
    folder = tmp_path / "skillspan"
    folder.mkdir()
    (folder / "train.json").write_text(f"{json.dumps(SKILLSPAN)}\n", "utf-8")
    return folder
