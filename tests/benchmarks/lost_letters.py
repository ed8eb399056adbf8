"""Words with ligatures that a font has no characters for: how many are made whole again.

Texts of public resumes are written as such fonts come out, then mended; and the same texts as they
are, which should be left alone.

python -m tests.benchmarks.lost_letters --data ../shared/data [--files 60]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping
from pathlib import Path

from matcher.documents import read_bytes
from matcher.documents.ligatures import lost_ligatures, with_words

# What such files have in place of letters that are drawn as one glyph: see the issues of readers of
# PDF (pdf_oxide 444, pypdf 598 and 1351, pdfparser 646).
SIGNS: dict[str, Mapping[str, str]] = {
    "capitals and brackets": {"ti": "O", "tf": "[", "ft": "e", "tt": "D"},
    "other signs": {"ti": "&", "tf": "_", "ft": "L", "tt": "B"},
    "odd letters": {"ti": "\u019f", "ft": "\u014c", "tt": "\u01a9"},
    "nothing": {"ti": "", "tf": "", "ft": "", "tt": ""},
    "a space": {"ti": " ", "ft": " ", "tt": " "},
}


def mended(lines: list[str]) -> list[str]:
    words = lost_ligatures(lines)
    return with_words(lines, words) if words else lines


def written(line: str, signs: Mapping[str, str]) -> str:
    for letters, sign in signs.items():
        line = line.replace(letters, sign)
    return line


def made_whole(texts: list[list[str]], signs: Mapping[str, str]) -> tuple[int, int]:
    """How many of the words with such letters are whole again, and how many there are."""
    n_whole = n_words = 0
    for lines in texts:
        found = mended([written(line, signs) for line in lines])
        for line, again in zip(lines, found, strict=True):
            broken = [word for word in line.split() if any(map(word.__contains__, signs))]
            n_words += len(broken)
            n_whole += sum(map(again.split().__contains__, broken))
    return n_whole, n_words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--files", type=int, default=60)
    options = parser.parse_args()
    resumes = options.data / "resumes"
    paths = sorted([*resumes.rglob("*.pdf"), *resumes.rglob("*.docx")])
    # As they were read: what reading itself mended is whole in them.
    read = [read_bytes(path.read_bytes(), path.name) for path in paths]
    touched = [
        each.name
        for each in read
        if {"lost_letters", "torn_words"} & {n.code for n in each.notices}
    ]
    print(f"left alone as they are: all but {len(touched)} of {len(read)} ({', '.join(touched)})")
    texts = [each.text.split("\n") for each in random.Random(3).sample(read, options.files)]
    for name, signs in SIGNS.items():
        n_whole, n_words = made_whole(texts, signs)
        print(f"{name:22} {n_whole:6,} of {n_words:6,} words whole again: {n_whole / n_words:.3f}")


if __name__ == "__main__":
    main()
