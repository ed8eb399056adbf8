"""Megabytes of text that the finder goes through in a second on one core, median of five."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from matcher.corpus import load_corpus
from matcher.evaluation.figures import Figure
from matcher.matching import Matcher

_RUNS = 5


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Finding skills in postings, and loading the corpus from the cache."""
    with (data / "postings/DataScientist.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["description"] for row in csv.DictReader(file)]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    matcher.parts.finder.find(texts[0])
    rates, loads = [], []
    for _ in range(_RUNS):
        start = time.process_time()
        for text in texts:
            matcher.parts.finder.find(text)
        rates.append(megabytes / (time.process_time() - start))
        start = time.process_time()
        load_corpus()
        loads.append(time.process_time() - start)
    yield Figure("skills found, MB/s", statistics.median(rates), len(texts))
    yield Figure("corpus loaded from the cache, s", statistics.median(loads), _RUNS)
