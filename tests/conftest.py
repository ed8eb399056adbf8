"""Shared parts of the tests: a corpus cache of their own, one matcher, the samples."""

from __future__ import annotations

import datetime
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before matcher is imported anywhere: tests neither read nor write the user's cache.
os.environ["MATCHER_CACHE"] = tempfile.mkdtemp(prefix="matcher-test-")

from matcher.corpus import Corpus, load_corpus
from matcher.matching import Matcher

# Generated cases of a law: few, the same ones, each time; `make laws` takes new ones, many.
settings.register_profile("suite", max_examples=400, deadline=None, derandomize=True)
settings.register_profile("laws", max_examples=10_000, deadline=None, print_blob=True)
settings.load_profile("suite")

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
