"""A pool of spawned worker processes that can be killed without harm.

Code that may hang, eat all memory or abort its process (PDFium does on a decompression bomb)
runs in a worker; the caller gets an answer or a :class:`WorkerFailure`, never a crash. Workers
are started as ``python -m matcher.worker_process module:function`` rather than by
``multiprocessing``, which imports the caller's main script again and so breaks in notebooks and
unguarded scripts. The worker's side is :mod:`matcher.worker_process`.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, cast

from matcher.errors import MatcherError
from matcher.worker_process import CLOSE_SECONDS, PipeBroken, receive, send

Reason = Literal["timed_out", "out_of_memory", "died", "failed", "not_started"]

_START_SECONDS = 120.0  # imports and models of a task; a cold disk is slow
_IN_FLIGHT_PER_WORKER = 2  # one running, one waiting, so that no worker idles
# Signals that allocators send when memory runs out: abort, trap (PDFium), the kernel's kill.
_MEMORY_SIGNALS = frozenset(
    getattr(signal, name) for name in ("SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL")
    if hasattr(signal, name)
)  # fmt: skip


class WorkerFailure(MatcherError):
    """A request that got no answer; ``reason`` says why.

    ``timed_out``: killed at the limit. ``out_of_memory``: the memory limit was hit, or the
    process ended the way allocators end it. ``died``: any other crash. ``failed``: the task
    raised; the message has the error's type and place, never its words, which may quote a resume.
    ``not_started``: the task could not be imported or set up.
    """

    def __init__(self, message: str, *, reason: Reason) -> None:
        super().__init__(message)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may use.

    ``seconds`` is wall-clock time. ``memory_bytes`` is address space beyond what the worker holds
    when it is ready, so that the same figure fits workers with and without big libraries; it
    holds on Linux, elsewhere (no ``resource`` module, no ``/proc``) memory is not limited.
    """

    seconds: float = 15.0
    memory_bytes: int | None = 1 << 30
    kept_bytes: int = 256 << 20  # a worker that keeps more than this after an answer is replaced
    answer_bytes: int = 256 << 20


class WorkerPool:
    """``n_workers`` processes that run one task; thread-safe; a context manager.

    ``task`` is ``"module:function"``, a function of ``(request, body)`` that returns a dict that
    JSON can carry. With a ``setup`` it is a function of that dict, called once in each worker, that
    returns such a function: what it loads is not counted to the first request. Workers start at
    once, so that their imports overlap with the caller's own, and are replaced when they die. What
    a worker writes to its standard error is dropped: libraries print pieces of files there.
    """

    def __init__(
        self,
        task: str,
        n_workers: int = 1,
        limits: Limits | None = None,
        *,
        setup: dict[str, Any] | None = None,
    ) -> None:
        if n_workers < 1:
            raise ValueError(f"n_workers must be at least 1, got {n_workers}")
        self.limits = limits or Limits()
        self.n_workers = n_workers
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._longest = self.limits.seconds  # that a request may run
        self._workers = [_Worker(task, self.limits, setup) for _ in range(n_workers)]
        self._threads = [
            threading.Thread(target=self._serve, args=(worker,), daemon=True, name="matcher-worker")
            for worker in self._workers
        ]
        for thread in self._threads:
            thread.start()

    def submit(
        self, request: dict[str, Any], body: bytes = b"", *, seconds: float | None = None
    ) -> Future[dict[str, Any]]:
        """Queue one request; the future gives the answer or raises :class:`WorkerFailure`.

        ``seconds`` is a limit of its own for this request, in place of the pool's.
        """
        job = _Job(request, body, seconds or self.limits.seconds)
        with self._lock:
            if self._closed:
                raise RuntimeError("the worker pool is closed")
            self._longest = max(self._longest, job.seconds)
            self._jobs.put(job)
        return job.future

    def run(
        self, request: dict[str, Any], body: bytes = b"", *, seconds: float | None = None
    ) -> dict[str, Any]:
        """The answer to one request; raises :class:`WorkerFailure`."""
        return self.submit(request, body, seconds=seconds).result()

    def map(self, requests: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any] | WorkerFailure]:
        """Answers in the order of the requests, which are drawn as workers become free.

        A failure is yielded in its place, not raised: the other answers still come.
        """
        waiting: deque[Future[dict[str, Any]]] = deque()
        try:
            for request in requests:
                waiting.append(self.submit(request))
                if len(waiting) > self.n_workers * _IN_FLIGHT_PER_WORKER:
                    yield _outcome(waiting.popleft())
            while waiting:
                yield _outcome(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()

    def close(self, *, now: bool = False) -> None:
        """End the workers; requests that have not started are cancelled. Those that run are waited
        for, unless they are to end ``now``. May be called twice."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        with suppress(queue.Empty):
            while (job := self._jobs.get_nowait()) is not None:
                job.future.cancel()
        for _ in self._threads:
            self._jobs.put(None)
        if now:
            for worker in self._workers:
                worker.kill()
        for thread in self._threads:
            if thread is not threading.current_thread():  # a dropped Reader's, by the collector
                thread.join(self._longest + CLOSE_SECONDS)
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(now=kind is not None)

    def _serve(self, worker: _Worker) -> None:
        while (job := self._jobs.get()) is not None:
            if not job.future.set_running_or_notify_cancel():
                continue
            try:
                answer = worker.call(job)
            except BaseException as error:  # noqa: BLE001 - it belongs to the one who waits for it
                job.future.set_exception(error)
            else:
                job.future.set_result(answer)
        worker.stop()


@dataclass(frozen=True, slots=True)
class _Job:
    request: dict[str, Any]
    body: bytes
    seconds: float
    future: Future[dict[str, Any]] = field(default_factory=Future)


def _outcome(future: Future[dict[str, Any]]) -> dict[str, Any] | WorkerFailure:
    try:
        return future.result()
    except WorkerFailure as failure:
        return failure


class _Worker:
    """One process and its pipes; used by one thread at a time."""

    def __init__(self, task: str, limits: Limits, setup: dict[str, Any] | None) -> None:
        self._task = task
        self._limits = limits
        self._setup = setup
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._expired = False
        self._spawn()

    def call(self, job: _Job) -> dict[str, Any]:
        """The task's answer; raises :class:`WorkerFailure` and leaves a fresh process behind."""
        self._wait_ready()
        try:
            envelope = self._exchange(job)
        except PipeBroken:
            failure = self._post_mortem(job.seconds)
            self._replace()
            raise failure from None
        except BaseException:  # half a message may be in the pipe: the next answer would be another
            self._replace()
            raise
        if envelope.get("spent"):
            self._replace()
        if "failure" in envelope:
            reason = cast(Reason, envelope["failure"])
            raise WorkerFailure(str(envelope.get("message", reason)), reason=reason)
        answer = envelope.get("answer")
        if not isinstance(answer, dict):
            raise WorkerFailure("the worker's answer is not an object", reason="died")
        return answer

    def stop(self) -> None:
        """End the process: first by closing its input, then by force."""
        process = self._process
        if process is None:
            return
        self._process = None
        assert process.stdin is not None and process.stdout is not None
        with suppress(OSError):
            process.stdin.close()
        try:
            process.wait(0.0 if self._expired else CLOSE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def kill(self) -> None:
        """End what runs now, from any thread; who waits for it gets a :class:`WorkerFailure`."""
        if process := self._process:
            process.kill()

    def _replace(self) -> None:
        self.stop()
        self._spawn()

    def _spawn(self) -> None:
        self._ready = self._expired = False
        limits = {
            "memory_bytes": self._limits.memory_bytes,
            "kept_bytes": self._limits.kept_bytes,
            "has_setup": self._setup is not None,
        }
        module = "matcher.worker_process"
        self._process = subprocess.Popen(
            # -P: the current folder must not shadow modules.
            [sys.executable, "-P", "-m", module, self._task, json.dumps(limits)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is the parent's to handle
        )

    def _wait_ready(self) -> None:
        dead = self._process is None or self._expired
        if dead or (self._ready and self._process is not None and self._process.poll() is not None):
            self._replace()  # it died while idle
        if self._ready:
            return
        try:
            with self._deadline(_START_SECONDS):
                if self._setup is not None:
                    with suppress(PipeBroken):  # its greeting, if there is one, tells why
                        send(self._pipe("stdin"), self._setup)
                greeting, _ = receive(self._pipe("stdout"), self._limits.answer_bytes)
        except PipeBroken:
            late = f"it was not ready after {_START_SECONDS:g} seconds; start fewer processes"
            greeting = {"failure": late if self._expired else "its process ended while starting"}
        if "failure" in greeting:
            self.stop()
            message = f"the worker for {self._task} could not start: {greeting['failure']}"
            raise WorkerFailure(message, reason="not_started")
        self._ready = True

    def _exchange(self, job: _Job) -> dict[str, Any]:
        with self._deadline(job.seconds):
            asked = {"request": job.request, "seconds": job.seconds}
            send(self._pipe("stdin"), asked, job.body)
            return receive(self._pipe("stdout"), self._limits.answer_bytes)[0]

    def _pipe(self, name: Literal["stdin", "stdout"]) -> IO[bytes]:
        pipe = getattr(self._process, name)
        assert pipe is not None
        return cast(IO[bytes], pipe)

    @contextmanager
    def _deadline(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            self._expired = True
            process.kill()

    def _post_mortem(self, seconds: float) -> WorkerFailure:
        process = self._process
        assert process is not None
        if self._expired:
            message = f"stopped after {seconds:g} seconds"
            return WorkerFailure(message, reason="timed_out")
        try:
            code = process.wait(CLOSE_SECONDS)
        except subprocess.TimeoutExpired:  # it broke the protocol and lives on
            return WorkerFailure("the worker's answer could not be read", reason="died")
        if -code == getattr(signal, "SIGALRM", None):
            message = f"stopped after {seconds:g} seconds"
            return WorkerFailure(message, reason="timed_out")
        reason: Reason = "out_of_memory" if -code in _MEMORY_SIGNALS else "died"
        return WorkerFailure(f"the worker process ended with code {code}", reason=reason)


def _environment() -> dict[str, str]:
    """The parent's environment, with its import path, and one thread for numeric libraries:
    the pool is the parallelism."""
    package_root = str(Path(__file__).resolve().parents[1])
    own = [p for p in sys.path if not p.startswith((sys.prefix, sys.base_prefix))]
    paths = [package_root, *own, *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return os.environ | {
        # Without empty entries: they would mean the current folder.
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(filter(None, paths))),
        "PYTHONIOENCODING": "utf-8",
        "OMP_NUM_THREADS": "1",
        "OMP_THREAD_LIMIT": "1",  # tesseract asks for four threads whatever the line above says
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "TOKENIZERS_PARALLELISM": "false",
    }
