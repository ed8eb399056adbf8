"""The laws of tests/test_scoring.py on many generated cases, other ones each time.

python -m tests.benchmarks.laws [--cases 10000] [--seed N]

A case is a resume, a target and weights; every law is asked about each. Hypothesis shrinks the
case that breaks one, and prints it with the law's assertion.
"""

from __future__ import annotations

import argparse
import inspect
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

import test_scoring

# What a law asks for besides the resume, the target and the weights.
EXTRA: dict[str, st.SearchStrategy[Any]] = {
    "skill_id": st.sampled_from(test_scoring.IDS),
    "demonstrated": st.booleans(),
    "required": st.booleans(),
    "weight": st.sampled_from([1.0, 0.5]),
    "random": st.randoms(use_true_random=False),
}
LAWS: dict[str, Callable[..., None]] = {
    name: test.hypothesis.inner_test
    for name, test in vars(test_scoring).items()
    if name.startswith("test_") and hasattr(test, "hypothesis")
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    seconds = dict.fromkeys(LAWS, 0.0)
    asked = dict.fromkeys(LAWS, 0)

    @seed(options.seed)
    @settings(
        max_examples=options.cases,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(test_scoring.profiles(), test_scoring.targets(), test_scoring.weights, st.data())
    def every_law_holds(person: Any, wanted: Any, by: Any, data: st.DataObject) -> None:
        known = {"person": person, "wanted": wanted, "by": by, "data": data}
        for name, law in LAWS.items():
            arguments = {
                each: known[each] if each in known else data.draw(EXTRA[each], each)
                for each in inspect.signature(law).parameters
            }
            start = time.process_time()
            law(**arguments)
            seconds[name] += time.process_time() - start
            asked[name] += 1

    start = time.perf_counter()
    every_law_holds()
    took = time.perf_counter() - start
    for name, n in asked.items():
        print(f"{name.removeprefix('test_'):62} held in {n} cases, {seconds[name]:6.1f} s")
    print(f"seed {options.seed}: {len(LAWS)} laws in {took:.0f} s")


if __name__ == "__main__":
    main()
