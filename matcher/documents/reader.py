"""The public reader: files in worker processes that may be lost without harm."""

from __future__ import annotations

import hashlib
import os
import weakref
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from matcher.documents import task
from matcher.documents.content import MAX_BYTES, Unreadable
from matcher.documents.machine_view import MachineView
from matcher.documents.ocr import OCR_SECONDS, ocr_available, ocr_may_help
from matcher.documents.reading import Engine, failed, message, too_large
from matcher.records import Document, Status
from matcher.workers import Limits, WorkerFailure, WorkerPool

Source = str | os.PathLike[str] | tuple[str, bytes]  # a path, or name and bytes of an upload
_AHEAD = 2  # files asked for per worker, so that none waits for the caller
# Of the time limit, for a second try: pypdf reads an honest resume in under a second, and a file
# built to do harm has had its time.
_SECOND_TRY = 1 / 3


class Reader:
    """Reads files in ``n_workers`` worker processes; thread-safe; a context manager.

    Every file gives one :class:`Document`: what could not be read has a status and a message
    with the next step. Keep one Reader: its workers start when it is made. A PDF without text
    that can be read is read by OCR, if that is installed and ``ocr`` does not forbid it.
    """

    def __init__(
        self, n_workers: int = 1, limits: Limits | None = None, *, ocr: bool = True
    ) -> None:
        self._pool = WorkerPool(task.NAME, n_workers, limits)
        # A Reader that is dropped ends its workers; with the program they end by themselves.
        weakref.finalize(self, self._pool.close).atexit = False
        self._retry_seconds = _SECOND_TRY * self._pool.limits.seconds
        self._has_ocr = ocr and ocr_available()

    def read(self, source: Source, *, engine: Engine = "auto") -> Document:
        """The document at a path, or of an upload; a missing file is a document of status
        ``corrupt``. ``engine``: see :func:`matcher.documents.read_bytes`."""
        return self._finish(self._start(source, engine=engine))

    def read_bytes(self, data: bytes, name: str) -> Document:
        """The document of an upload."""
        return self.read((name, data))

    def machine_view(self, source: Source, form: str) -> MachineView | None:
        """What a plain extractor sees of a file of the format ``form`` (``Document.format``), a
        path or the name and bytes of an upload; None where there is no such view, or where making
        it failed."""
        if isinstance(source, tuple):
            name, body = source
            request: dict[str, Any] = {"name": name, "view": form}
        else:
            name, body = os.fspath(source), b""
            request = {"name": name, "path": str(Path(name).absolute()), "view": form}
        try:
            return task.view_from_dict(self._pool.run(request, body))
        except (WorkerFailure, ValueError):
            return None

    def read_many(self, sources: Iterable[Source]) -> Iterator[Document]:
        """The documents of many files, in the order given, as they are ready."""
        waiting: deque[_Job | Document] = deque()
        for source in sources:
            waiting.append(self._start(source))
            if len(waiting) > _AHEAD * self._pool.n_workers:
                yield self._finish(waiting.popleft())
        while waiting:
            yield self._finish(waiting.popleft())

    def read_after(self, path: str | os.PathLike[str], failure: WorkerFailure) -> Document:
        """The document at ``path``, on which a worker of another pool failed: what failed there
        is not tried again at full length, and not at all when it ran out of time."""
        name = os.fspath(path)
        job = _Job(name, str(Path(name).absolute()), b"", Future())
        if failure.reason in ("timed_out", "not_started") or _may_retry(job, failure):
            return self._retry(job, failure)
        return self._finish(self._start(path, self._retry_seconds))

    def close(self, *, now: bool = False) -> None:
        """End the workers, with ``now`` in the midst of a file. May be called twice."""
        self._pool.close(now=now)

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(now=kind is not None)

    def _start(
        self, source: Source, seconds: float | None = None, *, engine: Engine = "auto"
    ) -> _Job | Document:
        _check_kind(source)
        if isinstance(source, tuple):
            name, data = source
            if len(data) > MAX_BYTES:
                error = too_large(len(data))
                identity = hashlib.sha256(data).hexdigest()
                return failed(name, identity, error.status, error.cause)
            request = {"name": name, "engine": engine}
            return _Job(name, None, data, self._pool.submit(request, data))
        name = os.fspath(source)
        path = str(Path(name).absolute())
        try:
            check_file(path)
        except Unreadable as error:
            return failed(name, "", error.status, error.cause)
        except (OSError, ValueError) as error:  # ValueError: a null byte in the name
            return failed(name, "", Status.CORRUPT, f"{_reason(error)}; check the path")
        request = {"name": name, "path": path, "engine": engine}
        return _Job(name, path, b"", self._pool.submit(request, seconds=seconds))

    def _finish(self, job: _Job | Document) -> Document:
        if isinstance(job, Document):
            return job
        try:
            document = task.from_dict(job.future.result())
        except WorkerFailure as failure:
            return self._retry(job, failure)
        except ValueError:
            return _lost(job, WorkerFailure("no document came back", reason="died"))
        return self._seen(job, document) if self._has_ocr and ocr_may_help(document) else document

    def _seen(self, job: _Job, document: Document) -> Document:
        """The document by OCR; as it was, but for its message, where that fails."""
        try:
            return self._by(job, "ocr", OCR_SECONDS)
        except WorkerFailure as failure:
            if failure.reason == "not_started":
                raise
            cause = f"no text that can be read, and OCR failed ({failure})"
            said = message(job.name, f"{cause}; give the original file")
            return replace(document, message=said)

    def _retry(self, job: _Job, failure: WorkerFailure) -> Document:
        """Another try with the engine that cannot crash, for PDFs that crashed PDFium."""
        if not _may_retry(job, failure):
            return _lost(job, failure)
        try:
            document = self._by(job, "pypdf", self._retry_seconds)
        except WorkerFailure:
            return _lost(job, failure)
        # A bomb that one engine unpacks in part is no resume: ask for a language.
        honest = document.status.readable and document.language is not None
        if honest or document.status is Status.TOO_LARGE:
            return document
        return _lost(job, failure)

    def _by(self, job: _Job, engine: Engine, seconds: float) -> Document:
        """The document by a certain engine; raises :class:`WorkerFailure`."""
        request: dict[str, Any] = {"name": job.name, "engine": engine}
        if job.path is not None:
            request["path"] = job.path
        try:
            return task.from_dict(self._pool.run(request, job.body, seconds=seconds))
        except ValueError as error:
            raise WorkerFailure("no document came back", reason="died") from error


@dataclass(frozen=True, slots=True)
class _Job:
    name: str
    path: str | None
    body: bytes
    future: Future[dict[str, Any]]

    def is_pdf(self) -> bool:
        return b"%PDF-" in self.content(1024)

    def content(self, n_bytes: int = -1) -> bytes:
        """The first bytes of the file; all by default."""
        if self.path is None:
            return self.body[:n_bytes] if n_bytes >= 0 else self.body
        try:
            with Path(self.path).open("rb") as file:
                return file.read(n_bytes)
        except OSError:
            return b""


def _may_retry(job: _Job, failure: WorkerFailure) -> bool:
    return failure.reason in ("died", "out_of_memory") and job.is_pdf()


def _check_kind(source: object) -> None:
    """Raises :class:`TypeError` for what is no :data:`Source`."""
    if isinstance(source, str) and "\n" in source:
        raise TypeError('that is a text, no path: give ("cv.txt", text.encode())')
    match source:
        case str() | os.PathLike() | (str(), bytes() | bytearray()):
            return
    kinds = map(type, source) if isinstance(source, tuple) else [type(source)]
    found = ", ".join(kind.__name__ for kind in kinds)
    raise TypeError(f"expected a path, or a name and its bytes in a tuple, got {found}")


def check_file(path: str) -> None:
    """Raise for what is no readable file of bearable size, before a worker is troubled."""
    entry = Path(path)
    if entry.is_dir():
        named = "it is a folder; name the files in it, or score it (`matcher score`)"
        cause = named if any(entry.iterdir()) else "it is an empty folder; name a resume"
        raise Unreadable(Status.CORRUPT, cause)
    if entry.exists() and not entry.is_file():
        raise Unreadable(Status.CORRUPT, "it is not a regular file; save it as one")
    n_bytes = entry.stat().st_size
    if n_bytes > MAX_BYTES:
        raise too_large(n_bytes)
    with entry.open("rb"):
        pass


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "not a valid path"


def _lost(job: _Job, failure: WorkerFailure) -> Document:
    return lost(job.name, hashlib.sha256(job.content()).hexdigest(), failure)


def lost(name: str, identity: str, failure: WorkerFailure) -> Document:
    """The document of a file whose worker did not come back."""
    if failure.reason == "not_started":
        raise failure  # not the file's fault: the installation is broken
    if failure.reason == "timed_out":
        status, cause = Status.TIMED_OUT, f"reading was {failure}; give another export"
    elif failure.reason == "out_of_memory":
        status = Status.TOO_LARGE
        cause = "it unpacks to more than the memory limit; give another export"
    else:
        status = Status.CORRUPT
        cause = f"reading it failed ({failure}); give another export"
    return failed(name, identity, status, cause)
