"""Process start to result: `matcher match` of one PDF against importing sentence_transformers.

python tests/benchmarks/cold_start.py [--pdf FILE] [--runs 5]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "corpus/samples/maya-lindqvist-ml-engineer.pdf"


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", type=Path, default=SAMPLE)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    commands = {
        "matcher match": [sys.executable, "-m", "matcher", "match", str(options.pdf)],
        "import sentence_transformers": [sys.executable, "-c", "import sentence_transformers"],
    }
    for command in commands.values():
        seconds(command)  # both sides find their files in the disk cache
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    ours, theirs = (statistics.median(found) for found in times.values())
    for name, found in times.items():
        print(f"{name:30} median {statistics.median(found):6.2f} s   of {sorted(found)}")
    print(f"ratio {ours / theirs:.3f} (to be under 0.333)")


if __name__ == "__main__":
    main()
