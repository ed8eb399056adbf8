"""The README's figures for reading, in one command.

    python -m tests.benchmarks.reading --data DIR [--words CACHE.json] [--list]

Statuses over folders after the whole pipeline, words against pypdf, time against bare pypdfium2.
DIR holds ``hostile/``, ``layouts/`` and ``resumes/`` as its README describes. Speeds are ratios of
one run on one core: the machine's own speed cancels out.
"""

from __future__ import annotations

import argparse
import datetime
import json
import logging
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from matcher.documents import Reader, read_bytes
from matcher.documents.characters import clean
from matcher.records import Document, Status
from matcher.resumes import read_resume
from matcher.worker_process import settle

_ENDINGS = {
    ".pdf",
    ".docx",
    ".html",
    ".htm",
    ".txt",
    ".doc",
    ".rtf",
    ".odt",
    ".xlsx",
    ".md",
    ".png",
}
_FOLDERS = ("resumes/livecareer", "resumes/vanetik_docx", "layouts", "hostile")
_SPEED_FILES = 80
TODAY = datetime.date(2026, 11, 20)


def files_under(folder: Path) -> list[Path]:
    """Every document below a folder, by name."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in _ENDINGS)


def judged(document: Document) -> Document:
    """The document with the status it has after the whole pipeline."""
    if not document.status.readable:
        return document
    return read_resume(document, today=TODAY).document


def print_statuses(folder: Path, label: str, reader: Reader, *, listed: bool) -> None:
    """How many files of a folder ended in which status, and the slowest file."""
    paths = files_under(folder)
    counts: Counter[str] = Counter()
    slowest = (0.0, "")
    for path in paths:
        start = time.perf_counter()
        document = judged(reader.read(path))
        slowest = max(slowest, (time.perf_counter() - start, path.name))
        counts[document.status] += 1
        if listed:
            print_document(document)
    shares = ", ".join(f"{status} {n}" for status, n in counts.most_common())
    print(f"{label}: {len(paths)} files: {shares}; slowest {slowest[0]:.1f} s ({slowest[1]})")


def print_document(document: Document) -> None:
    """One line about a document, without its text."""
    notices = ",".join(notice.code for notice in document.notices)
    n_words = len(document.text.split())
    print(
        f"  {document.status:16} {n_words:6} words {document.language or '-':3} [{notices}]",
        end=" ",
    )
    print(document.message or Path(document.name).name)


def print_words(paths: list[Path], cache: Path | None) -> None:
    """Words per file against pypdf's."""
    theirs = words_by_pypdf(paths, cache)
    ratios = []
    ours_total = common_total = reference_total = 0
    for path in paths:
        ours = words_of(read_bytes(path.read_bytes(), path.name).text)
        reference = words_of(theirs[str(path)])
        ratios.append(ours.total() / max(1, reference.total()))
        ours_total += ours.total()
        common_total += (ours & reference).total()
        reference_total += reference.total()
    ratios.sort()
    print(
        f"words: {ours_total} against pypdf's {reference_total}, "
        f"ratio {ours_total / reference_total:.4f}; "
        f"in common {common_total / reference_total:.4f}; by file: least {ratios[0]:.3f}, "
        f"1% {ratios[len(ratios) // 100]:.3f}, median {statistics.median(ratios):.3f}, "
        f"99% {ratios[-len(ratios) // 100]:.3f}, most {ratios[-1]:.3f}"
    )


def words_of(text: str) -> Counter[str]:
    """Words after the same cleaning of characters on both sides; list glyphs do not count."""
    return Counter(clean("\t".join(text.splitlines())).replace("•", " ").split())


def words_by_pypdf(paths: list[Path], cache: Path | None) -> dict[str, str]:
    """Text by pypdf; kept in a file, for it takes minutes."""
    if cache is not None and cache.exists():
        return dict(json.loads(cache.read_text("utf-8")))
    found = {str(path): text_by_pypdf(path) for path in paths}
    if cache is not None:
        cache.write_text(json.dumps(found), "utf-8")
    return found


def text_by_pypdf(path: Path) -> str:
    """The text of a PDF by pypdf's plain mode."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def text_by_pypdfium2(path: Path) -> str:
    """The text of a PDF by PDFium's own text call."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def print_speed(paths: list[Path]) -> None:
    """Processor time by this package, bare pypdfium2 and pypdf, one core, as a worker reads.

    The three take turns on each file, so that other work on the machine slows all alike; of three
    turns the best counts (of pypdf one, for it takes long).
    """
    settle()
    chosen = paths[:: max(1, len(paths) // _SPEED_FILES)][:_SPEED_FILES]
    readers: dict[str, tuple[Callable[[Path], object], int]] = {
        "matcher": (lambda path: read_bytes(path.read_bytes(), path.name), 3),
        "bare pypdfium2": (text_by_pypdfium2, 3),
        "pypdf": (text_by_pypdf, 1),
    }
    for read, _ in readers.values():
        read(chosen[0])  # imports are not counted
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for path in chosen:
        best = dict.fromkeys(readers, float("inf"))
        for turn in range(3):
            for name, (read, n_turns) in readers.items():
                if turn < n_turns:
                    start = time.process_time()
                    read(path)
                    best[name] = min(best[name], time.process_time() - start)
        for name, spent in best.items():
            seconds[name].append(spent)
    told = ", ".join(f"{name} {len(chosen) / sum(s):.1f}" for name, s in seconds.items())
    print(f"files per processor second: {told}")
    for name, other in (("matcher", "bare pypdfium2"), ("pypdf", "matcher")):
        pairs = zip(seconds[name], seconds[other], strict=True)
        ratio = statistics.median(one / two for one, two in pairs)
        total = sum(seconds[name]) / sum(seconds[other])
        print(f"time, {name} / {other}: median file {ratio:.2f}, in all {total:.2f}")


def print_cold_start(path: Path) -> None:
    """Seconds from making a Reader to the first document."""
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        with Reader() as reader:
            document = reader.read(path)
            seconds.append(time.perf_counter() - start)
        if document.status is not Status.OK:
            raise SystemExit(document.message)
    print(f"cold start and one PDF: {min(seconds):.2f} s at best, {max(seconds):.2f} s at worst")


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--words", type=Path, help="JSON file that keeps pypdf's texts")
    parser.add_argument("--list", action="store_true", help="one line per odd file")
    parser.add_argument("--only", choices=["status", "words", "speed"], help="one part alone")
    options = parser.parse_args()
    resumes = files_under(options.data / "resumes" / "livecareer")
    if options.only in (None, "status"):
        with Reader(ocr=False) as reader:
            for folder in _FOLDERS:
                print_statuses(options.data / folder, folder, reader, listed=options.list)
    if options.only in (None, "words"):
        print_words(resumes, options.words)
    if options.only in (None, "speed"):
        print_speed(resumes)
        print_cold_start(resumes[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
