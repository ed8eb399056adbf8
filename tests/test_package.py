"""The wheel is whole: what it carries is enough to match and to open the page, away from here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from servers import running_app


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed, without its dependencies."""
    work = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = work.glob("*.whl")
    site = work / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def test_the_wheel_carries_corpus_encoder_page_and_its_settings(site: Path) -> None:
    for path in (
        "matcher/_share/app.py",
        "matcher/_share/.streamlit/config.toml",
        "matcher/_share/corpus/weights.yaml",
        "matcher/_share/corpus/roles/data-engineer.yaml",
        "matcher/_share/corpus/samples/maya-lindqvist-ml-engineer.pdf",
        "matcher/encoder/model.safetensors",
        "matcher/py.typed",
        "matcher/templates/report.html",
    ):
        assert (site / path).is_file(), path


def test_the_wheel_matches_away_from_the_checkout(site: Path, tmp_path: Path) -> None:
    code = "import matcher; print(matcher.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(site)}
    where = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert where.stdout.startswith(str(site))
    answer = subprocess.run(
        [sys.executable, "-m", "matcher", "match", SAMPLES / "maya-lindqvist-ml-engineer.pdf"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert json.loads(answer.stdout)[0]["matches"]


def test_the_page_of_the_wheel_opens_away_from_the_checkout(site: Path, tmp_path: Path) -> None:
    with (
        running_app(site, tmp_path) as address,
        urllib.request.urlopen(address, timeout=10) as page,
    ):
        assert b"<title>" in page.read()
