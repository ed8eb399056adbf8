"""The public files that several benchmarks read, below the folder ``data``."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from matcher.demand import Advert
from matcher.matching import Matcher
from matcher.records import JobPosting

_POSTINGS = ("DataScientist.csv", "DataAnalyst.csv", "cal_ds_500.csv", "cal_da_500.csv")


def text_id(text: str) -> str:
    """SHA-256 of a text with single spaces: what stands for it among the annotations."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def is_final(key: str) -> bool:
    """Whether what has this key belongs to the half that is kept for the final figure."""
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 1


def adverts(data: Path) -> Iterator[Advert]:
    """The postings of two job boards, repeats and all."""
    for name in _POSTINGS:
        with (data / "postings" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield Advert(row["title"], row["description"])


def chosen_postings(
    matcher: Matcher, data: Path, ids: Collection[str]
) -> Iterator[tuple[str, JobPosting]]:
    """The postings with these ids, each once, read from title and description. An id is the
    :func:`text_id` of the description."""
    left = set(ids)
    for advert in adverts(data):
        posting_id = text_id(advert.text)
        if posting_id in left:
            left.remove(posting_id)
            yield posting_id, matcher.read_posting_text(f"{advert.title}\n\n{advert.text}")


def resume_files(data: Path, *folders: str) -> Iterator[tuple[str, Path]]:
    """The PDF and DOCX files of these folders with the SHA-256 of their bytes."""
    for folder in folders:
        for path in sorted((data / folder).rglob("*")):
            if path.suffix in (".pdf", ".docx"):
                yield hashlib.sha256(path.read_bytes()).hexdigest(), path
