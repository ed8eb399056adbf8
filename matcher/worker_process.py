"""The worker's side of :mod:`matcher.workers`, and the messages that both sides speak.

Messages are length-prefixed JSON with an optional binary body. Nothing is pickled: a worker that
a hostile file has taken over can lie about that file, but cannot run code in its parent.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import os
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

Task = Callable[[dict[str, Any], bytes], dict[str, Any]]

CLOSE_SECONDS = 2.0  # grace between the end of input and the kill
_FRAME = struct.Struct(">IQ")  # bytes of JSON, bytes of body

# ---------------------------------------------------------------- messages


class PipeBroken(Exception):
    """The other side is gone, or does not speak the protocol."""


def send(pipe: IO[bytes], message: dict[str, Any], body: bytes = b"") -> None:
    """Write one message; raises :class:`PipeBroken`."""
    # ASCII escapes carry lone surrogates, which no UTF-8 stream can.
    text = json.dumps(message, separators=(",", ":")).encode("ascii")
    try:
        pipe.write(_FRAME.pack(len(text), len(body)))
        pipe.write(text)
        pipe.write(body)
        pipe.flush()
    except (OSError, ValueError) as error:
        raise PipeBroken from error


def receive(pipe: IO[bytes], max_bytes: int) -> tuple[dict[str, Any], bytes]:
    """The next message and its body; raises :class:`PipeBroken`."""
    try:
        n_text, n_body = _FRAME.unpack(_exactly(pipe, _FRAME.size))
        if n_text + n_body > max_bytes:
            raise PipeBroken
        message = json.loads(_exactly(pipe, n_text))
        body = _exactly(pipe, n_body)
    except (OSError, ValueError, RecursionError) as error:
        raise PipeBroken from error
    if not isinstance(message, dict):
        raise PipeBroken
    return message, body


def _exactly(pipe: IO[bytes], n_bytes: int) -> bytes:
    chunk = pipe.read(n_bytes)
    if len(chunk) != n_bytes:
        raise PipeBroken
    return chunk


# ---------------------------------------------------------------- serving


def _main(task_name: str, settings: dict[str, Any]) -> None:
    """Serve requests from standard input until it ends."""
    inbox, outbox = _claim_pipes()
    try:
        module, _, function = task_name.partition(":")
        task = cast(Task, getattr(importlib.import_module(module), function))
        if settings["has_setup"]:
            task = cast(Callable[[dict[str, Any]], Task], task)(receive(inbox, sys.maxsize)[0])
    except Exception as error:  # noqa: BLE001 - the parent must hear of it, whatever it is
        send(outbox, {"failure": f"{type(error).__name__}: {error}"})
        return
    settle()
    ceiling = _limit_memory(settings["memory_bytes"], settings["kept_bytes"])
    answer = functools.partial(_answer, task, ceiling)
    with suppress(PipeBroken):  # the parent is gone, or has closed the pool
        send(outbox, {"ready": True})
        while True:
            job, body = receive(inbox, sys.maxsize)
            _set_alarm(2 * job["seconds"] + CLOSE_SECONDS)
            reply = answer(job["request"], body)
            send(outbox, reply)
            _set_alarm(0)


def settle() -> None:
    """Look for garbage less often: what has been imported stays, what a request makes is dropped
    with it. Looking takes 7% of the time of reading a PDF."""
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)


def _claim_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The protocol's own copies of standard input and output; what a task prints goes to
    standard error, and what it reads is empty."""
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return inbox, outbox


def _answer(
    task: Task, ceiling: int | None, request: dict[str, Any], body: bytes
) -> dict[str, Any]:
    try:
        reply: dict[str, Any] = {"answer": task(request, body)}
        json.dumps(reply)
    except MemoryError:
        return {
            "failure": "out_of_memory",
            "message": "the memory limit was reached",
            "spent": True,
        }
    except Exception as error:  # noqa: BLE001 - a task's defect: told by type and place only
        import traceback

        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        return {"failure": "failed", "message": f"{type(error).__name__} at {place}"}
    # A process that kept much memory would fail on a file that a fresh one reads.
    if ceiling is not None and _address_space() > ceiling:
        reply["spent"] = True
    return reply


def _limit_memory(headroom: int | None, kept: int) -> int | None:
    """Cap the address space; returns the size in bytes above which the worker is to be replaced,
    None where nothing is limited."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    start = _address_space()
    if headroom is None or not start:
        return None
    limit = start + headroom
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    return start + kept


def _address_space() -> int:
    """Bytes of address space in use, 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _set_alarm(seconds: float) -> None:
    """End this process after ``seconds`` even in foreign code: the parent may be gone."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    _main(sys.argv[1], json.loads(sys.argv[2]))
