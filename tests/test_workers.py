"""The pool: workers may hang, crash or fill memory, and the caller gets an answer all the same."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from matcher import batch
from matcher.documents import Reader
from matcher.errors import CorpusError
from matcher.matching import Matcher
from matcher.records import Status
from matcher.workers import Limits, WorkerFailure, WorkerPool

SAMPLE = Path(__file__).parent.parent / "corpus/samples/jonas-weber-backend.txt"
_TASK = """
import os, signal, sys, time

def set_up(setup):
    if "failure" in setup:
        raise ValueError(setup["failure"])
    time.sleep(setup["seconds"])
    return lambda request, body: {"setup": setup}

def work(request, body):
    kind = request.get("do")
    if kind == "hang":
        time.sleep(60)
    if kind == "nap":
        time.sleep(3)
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if kind == "abort":
        os.abort()
    if kind == "fill":
        return {"n": len(bytearray(4 << 30))}
    if kind == "raise":
        raise ValueError("Jane Doe, 12 Main Street")
    if kind == "print":
        print("noise that is no protocol", flush=True)
        os.write(1, b"more noise")
    if kind == "list":
        return [1]
    return {"echo": request, "n_bytes": len(body), "pid": os.getpid(),
            "threads": os.environ.get("OMP_NUM_THREADS"), "stdin": sys.stdin.read()}

broken = None
"""


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tasks")
    (folder / "pool_task.py").write_text(textwrap.dedent(_TASK))
    sys.path.insert(0, str(folder))
    yield "pool_task:work"
    sys.path.remove(str(folder))


@pytest.fixture
def pool(task: str) -> Iterator[WorkerPool]:
    with WorkerPool(task, limits=Limits(seconds=2.0, memory_bytes=512 << 20)) as made:
        yield made


def reason_of(pool: WorkerPool, kind: str) -> str:
    with pytest.raises(WorkerFailure) as caught:
        pool.run({"do": kind})
    return caught.value.reason


def test_a_request_and_its_body_reach_the_task(pool: WorkerPool) -> None:
    answer = pool.run({"text": "Zoë \ud800"}, b"\x00" * 100_000)
    assert answer["echo"] == {"text": "Zoë \ud800"}
    assert answer["n_bytes"] == 100_000


def test_a_body_that_is_none_does_not_shift_the_answers(pool: WorkerPool) -> None:
    with pytest.raises(TypeError):
        pool.run({"text": "first"}, "text")  # type: ignore[arg-type]
    assert pool.run({"text": "second"})["echo"] == {"text": "second"}


def test_a_worker_has_one_numeric_thread_and_no_input(pool: WorkerPool) -> None:
    answer = pool.run({})
    assert (answer["threads"], answer["stdin"]) == ("1", "")


def test_a_hanging_task_is_stopped_and_the_next_one_answered(pool: WorkerPool) -> None:
    first = pool.run({})["pid"]
    start = time.perf_counter()
    assert reason_of(pool, "hang") == "timed_out"
    assert time.perf_counter() - start < 4.0
    assert pool.run({})["pid"] != first


def test_a_request_may_have_a_limit_of_its_own(task: str) -> None:
    with WorkerPool(task, limits=Limits(seconds=0.2)) as pool:
        with pytest.raises(WorkerFailure, match=r"stopped after 0\.1 seconds"):
            pool.run({"do": "hang"}, seconds=0.1)
        with pytest.raises(WorkerFailure, match=r"stopped after 0\.2 seconds"):
            pool.run({"do": "nap"})
        # Neither the pool nor the worker's own alarm ends it before its time.
        assert pool.run({"do": "nap"}, seconds=20)["n_bytes"] == 0


def test_a_crash_is_told_from_memory_running_out(pool: WorkerPool) -> None:
    assert reason_of(pool, "crash") == "died"
    assert reason_of(pool, "abort") == "out_of_memory"
    assert pool.run({})["n_bytes"] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_memory_is_limited(pool: WorkerPool) -> None:
    assert reason_of(pool, "fill") == "out_of_memory"
    assert pool.run({})["n_bytes"] == 0


def test_an_error_of_the_task_does_not_quote_what_it_read(pool: WorkerPool) -> None:
    with pytest.raises(WorkerFailure, match=r"^ValueError at pool_task\.py:\d+$") as caught:
        pool.run({"do": "raise"})
    assert caught.value.reason == "failed"


def test_what_a_task_prints_does_not_break_the_protocol(pool: WorkerPool) -> None:
    assert pool.run({"do": "print"})["n_bytes"] == 0


def test_answers_come_in_the_order_of_the_requests(task: str) -> None:
    requests: list[dict[str, Any]] = [{"i": i} for i in range(12)]
    requests[5]["do"] = "crash"
    with WorkerPool(task, 2) as pool:
        outcomes = list(pool.map(iter(requests)))
    assert isinstance(outcomes[5], WorkerFailure)
    others = [outcome["echo"]["i"] for outcome in outcomes if isinstance(outcome, dict)]
    assert others == [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]


def test_requests_are_drawn_as_workers_become_free(task: str) -> None:
    drawn: list[int] = []

    def requests() -> Iterator[dict[str, Any]]:
        for i in range(100):
            drawn.append(i)
            yield {}

    with WorkerPool(task) as pool:
        answers = pool.map(requests())
        next(answers)
        assert len(drawn) < 10
        answers.close()


def test_threads_may_share_a_pool(task: str) -> None:
    found: list[int] = []

    def ask(i: int, pool: WorkerPool) -> None:
        found.append(pool.run({"i": i})["echo"]["i"])

    with WorkerPool(task, 2) as pool:
        threads = [threading.Thread(target=ask, args=(i, pool)) for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(found) == list(range(8))


def test_a_task_that_cannot_be_imported_is_named_at_once() -> None:
    refused = pytest.raises(WorkerFailure, match="no_such_module")
    with WorkerPool("no_such_module:work") as pool, refused as caught:
        pool.run({})
    assert caught.value.reason == "not_started"


def test_a_worker_killed_while_idle_is_replaced(pool: WorkerPool) -> None:
    os.kill(pool.run({})["pid"], 9)
    time.sleep(0.2)
    assert pool.run({})["n_bytes"] == 0


def test_what_runs_when_its_pool_is_left_by_an_error_is_not_waited_for(task: str) -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), WorkerPool(task) as pool:
        pid = pool.run({})["pid"]
        hanging = pool.submit({"do": "hang"})
        while not hanging.running():
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert time.monotonic() - began < 30  # it hangs for a minute
    assert isinstance(hanging.exception(timeout=5), WorkerFailure)
    assert not Path(f"/proc/{pid}").exists()


def test_a_closed_pool_refuses_and_leaves_no_process(task: str) -> None:
    pool = WorkerPool(task)
    pid = pool.run({})["pid"]
    pool.close()
    pool.close()
    assert not Path(f"/proc/{pid}").exists()
    with pytest.raises(RuntimeError, match="closed"):
        pool.run({})


def test_workers_end_with_their_parent(task: str, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys\n"
        f"sys.path[:0] = {sys.path!r}\n"
        "from matcher.workers import WorkerPool\n"
        f"pool = WorkerPool({task!r})\n"
        "print(pool.run({})['pid'], flush=True)\n"
        "os._exit(0)\n"  # no clean-up at all; and no __main__ guard
    )
    made = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    pid = int(made.stdout)
    deadline = time.monotonic() + 5
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()


def test_what_is_set_up_before_the_first_request_has_a_limit_of_its_own(task: str) -> None:
    maker = task.replace("work", "set_up")
    with WorkerPool(maker, limits=Limits(seconds=1), setup={"seconds": 2}) as pool:
        assert pool.run({})["setup"] == {"seconds": 2}
    refused = pytest.raises(WorkerFailure, match="no such folder")
    with WorkerPool(maker, setup={"failure": "no such folder"}) as pool, refused as caught:
        pool.run({})
    assert caught.value.reason == "not_started"


def test_a_reader_that_is_dropped_ends_its_workers() -> None:
    reader = Reader()
    assert reader.read_bytes(b"", "a.txt").status is Status.EMPTY
    process = reader._pool._workers[0]._process
    del reader
    assert process.poll() is not None


def test_a_matcher_that_cannot_be_made_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(Reader, "close", lambda reader, **_: made.append(reader))
    with pytest.raises(CorpusError):
        Matcher(corpus="/no/such/folder")
    (reader,) = made
    reader._pool.close()


def test_a_pool_needs_a_worker() -> None:
    with pytest.raises(ValueError, match="at least 1, got 0"):
        WorkerPool("pool_task:work", 0)


def test_the_batch_worker_keeps_what_it_loaded() -> None:
    """Loading the corpus again for each file would cost more than the files."""
    request = {"path": str(SAMPLE)}
    setup = {**asdict(batch.Options()), "today": "2026-11-20"}
    with WorkerPool("matcher.batch:scoring", limits=batch.LIMITS, setup=setup) as pool:
        pool.run(request)
        (worker,) = pool._workers
        first = worker._process.pid
        pool.run(request)
        assert worker._process.pid == first


def test_a_file_that_takes_too_long_is_a_failure_and_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LIMITS", replace(batch.LIMITS, seconds=1.0))
    monkeypatch.setattr(Matcher, "resume", None)  # nothing is read as a resume in this process
    job = "Data Engineer, Acme{} Ltd, 01/2001 - 02/2003\n- Built pipelines in Python and Spark"
    long, honest = tmp_path / "long.txt", tmp_path / "honest.txt"
    long.write_text("\n".join(["Jane Roe", "Experience", *map(job.format, range(10_000))]))
    honest.write_bytes(SAMPLE.read_bytes())
    (failed,), matched = batch.score_files([long, honest], batch.Options())
    assert failed["code"] == "timed_out" and "stopped after 1 seconds" in failed["message"]
    assert {row["status"] for row in matched} == {"ok"}
