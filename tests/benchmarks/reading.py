"""Figures for reading: statuses over folders of odd files, words against pypdf, files per second.

    python -m tests.benchmarks.reading --data DIR [--words CACHE.json] [--list]

DIR holds ``hostile/``, ``layouts/`` and ``resumes/`` as its README describes. Speeds are ratios of
one run on one core: the machine's own speed cancels out.
"""

from __future__ import annotations

import argparse
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
_SPEED_FILES = 80


def files_under(folder: Path) -> list[Path]:
    """Every document below a folder, by name."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in _ENDINGS)


def print_statuses(folder: Path, reader: Reader, *, listed: bool) -> None:
    """One row per sub-folder: how many files ended in which status, and the slowest file."""
    for part in sorted(p for p in folder.iterdir() if p.is_dir()):
        paths = files_under(part)
        if not paths:
            continue
        counts: Counter[str] = Counter()
        slowest = (0.0, "")
        for path in paths:
            start = time.perf_counter()
            document = reader.read(path)
            slowest = max(slowest, (time.perf_counter() - start, path.name))
            counts[document.status] += 1
            if listed:
                print_document(document)
        shares = ", ".join(f"{status} {n}" for status, n in counts.most_common())
        print(
            f"{folder.name}/{part.name}: {len(paths)} files: {shares}; slowest {slowest[0]:.1f} s"
        )


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
    """Files per second of processor time by this package, bare pypdfium2 and pypdf, one core.

    The three take turns on each file, so that other work on the machine slows all alike.
    """
    chosen = paths[:: max(1, len(paths) // _SPEED_FILES)][:_SPEED_FILES]
    readers: dict[str, Callable[[Path], object]] = {
        "matcher": lambda path: read_bytes(path.read_bytes(), path.name),
        "bare pypdfium2": text_by_pypdfium2,
        "pypdf": text_by_pypdf,
    }
    for read in readers.values():
        read(chosen[0])  # imports are not counted
    seconds = dict.fromkeys(readers, 0.0)
    for path in chosen:
        for name, read in readers.items():
            start = time.process_time()
            read(path)
            seconds[name] += time.process_time() - start
    rates = {name: len(chosen) / spent for name, spent in seconds.items()}
    told = ", ".join(f"{name} {rate:.1f}" for name, rate in rates.items())
    slower = rates["bare pypdfium2"] / rates["matcher"]
    faster = rates["matcher"] / rates["pypdf"]
    print(f"files per processor second: {told}")
    print(f"time: matcher / bare pypdfium2 {slower:.2f}, pypdf / matcher {faster:.1f}")


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
        with Reader() as reader:
            for name in ("hostile", "layouts", "resumes"):
                print_statuses(options.data / name, reader, listed=options.list)
    if options.only in (None, "words"):
        print_words(resumes, options.words)
    if options.only in (None, "speed"):
        print_speed(resumes)
        print_cold_start(resumes[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
