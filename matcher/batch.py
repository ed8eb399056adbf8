"""Many files on one machine: each worker process reads, matches and answers with rows.

The rows do not depend on the number of workers: every file is scored by itself, and answers are
given in the order of the files. A file on which a worker fails goes to
:class:`matcher.documents.Reader`, which knows a second way to read it, and ends as rows or as a
failure; nothing is lost.
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypedDict, TypeVar, cast

from matcher.contract import ScoreRow
from matcher.documents import read_bytes, task
from matcher.documents.ocr import ocr_available, ocr_may_help
from matcher.errors import NoInput
from matcher.matching import Matcher
from matcher.records import Resume
from matcher.reports.rows import match_rows, rank_rows
from matcher.worker_process import settle
from matcher.workers import Limits, WorkerFailure, WorkerPool

# A worker keeps corpus, encoder and index from its first file on: some 0.6 GiB of address space.
LIMITS = Limits(memory_bytes=2 << 30, kept_bytes=1 << 30)

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Options:
    """What ``matcher score`` was asked for."""

    corpus: str | None = None
    model: str | None = None
    today: datetime.date | None = None
    top: int = 3  # roles for each resume
    roles: tuple[str, ...] | None = None  # role ids or role files; None: the nearest
    postings: tuple[str, ...] = ()  # paths; when there are any, roles are not looked at


def score_files(
    paths: Sequence[Path], options: Options, *, n_processes: int = 1
) -> Iterator[list[ScoreRow]]:
    """The rows of each file, in the order given: one for each role or posting, or one that says
    why the file could not be matched.

    Raises :class:`matcher.errors.MatcherError` before the first file when a posting, a role or
    the corpus cannot be read.
    """
    with _matcher(options) as matcher:
        postings = [task.to_dict(matcher.read_posting(path).document) for path in options.postings]
        settings = {**_settings(options, matcher), "postings": postings}
        rows = _Scorer(matcher, settings).rows
        yield from _each("matcher.batch:score_file", paths, settings, matcher, rows, n_processes)


def fit_files(
    paths: Sequence[Path], options: Options, *, n_processes: int = 1
) -> Iterator[FileFits]:
    """The fits of each file to every role, in the order of the files; of ``options`` only corpus,
    model and day are looked at. Raises :class:`matcher.errors.MatcherError` as above."""
    with _matcher(options) as matcher:
        settings = _settings(options, matcher)
        fits = functools.partial(_fits, matcher)
        yield from _each("matcher.batch:fit_file", paths, settings, matcher, fits, n_processes)


class FileFits(TypedDict):
    """The fits of one file by role id; none, and why, where it could not be read."""

    id: str
    failure: str
    fits: dict[str, float]


def score_file(request: dict[str, Any], _body: bytes) -> dict[str, Any]:
    """A worker's task: the rows of one file."""
    scorer = _worker_scorer(json.dumps(request["settings"], sort_keys=True))
    return _in_worker(request["path"], scorer.matcher, scorer.rows)


def fit_file(request: dict[str, Any], _body: bytes) -> dict[str, Any]:
    """A worker's task: the fits of one file."""
    matcher = _worker_scorer(json.dumps(request["settings"], sort_keys=True)).matcher
    return _in_worker(request["path"], matcher, functools.partial(_fits, matcher))


def _each(
    task_name: str,
    paths: Sequence[Path],
    settings: dict[str, Any],
    matcher: Matcher,
    answer: Callable[[Resume], Answer],
    n_processes: int,
) -> Iterator[Answer]:
    """The workers' answer for each file, in the order given. ``answer`` gives it here, for a file
    that they leave to :class:`matcher.documents.Reader`."""
    n_workers = max(1, min(n_processes, len(paths)))
    with WorkerPool(task_name, n_workers, LIMITS) as pool:
        requests = ({"path": str(path), "settings": settings} for path in paths)
        for path, found in zip(paths, pool.map(requests), strict=True):
            if isinstance(found, WorkerFailure):
                yield answer(matcher.resume(matcher.reader.read_after(path, found)))
            elif found["answer"] is None:
                yield answer(matcher.read(path))
            else:
                yield cast(Answer, found["answer"])


def _in_worker(
    path: str, matcher: Matcher, answer: Callable[[Resume], object]
) -> dict[str, object]:
    """The answer for one file; None for a file that cannot be opened, or that OCR may read, which
    takes longer than a request here may."""
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError):
        return {"answer": None}
    document = read_bytes(data, path)
    if ocr_may_help(document) and ocr_available():
        return {"answer": None}
    return {"answer": answer(matcher.resume(document))}


def _fits(matcher: Matcher, resume: Resume) -> FileFits:
    document = resume.document
    failure = "" if document.status.readable else document.message
    return {"id": document.id, "failure": failure, "fits": matcher.fits(resume)}


def _matcher(options: Options) -> Matcher:
    return Matcher(corpus=options.corpus, model=options.model, today=options.today)


def _settings(options: Options, matcher: Matcher) -> dict[str, Any]:
    """What a worker has to know, with the same day for all of them."""
    return {**asdict(options), "today": matcher.today.isoformat()}


class _Scorer:
    """A matcher with the roles and postings of one run."""

    def __init__(self, matcher: Matcher, settings: dict[str, Any]) -> None:
        self.matcher = matcher
        self._top: int = settings["top"]
        self._roles = settings["roles"] and [matcher.role(role) for role in settings["roles"]]
        if settings["postings"]:
            from matcher.postings import read_posting
        self._postings = [
            read_posting(task.from_dict(values), matcher.corpus.skills, matcher.finder.find)
            for values in settings["postings"]
        ]

    def rows(self, resume: Resume) -> list[ScoreRow]:
        """The rows of one resume."""
        if not self._postings:
            result = self.matcher.match_resume(
                resume, top=self._top, roles=self._roles, gains=False
            )
            return match_rows(result)
        rows: list[ScoreRow] = []
        for posting in self._postings:
            ranking = self.matcher.rank_resumes(posting, [resume], gains=False)
            rows.extend(rank_rows(ranking))
            if ranking.failures:
                break  # one row says it for all postings
        return rows


@functools.lru_cache(maxsize=1)
def _worker_scorer(settings: str) -> _Scorer:
    values = json.loads(settings)
    today = datetime.date.fromisoformat(values["today"])
    matcher = Matcher(corpus=values["corpus"], model=values["model"], today=today, n_readers=0)
    scorer = _Scorer(matcher, values)
    settle()  # the corpus, too, stays
    return scorer


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named, without hidden ones, sorted by path; each
    once. A folder in which there are none stays in the list, to be named among the failures; when
    there is nothing else, it raises :class:`MatcherError`."""
    files: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        inside = sorted(
            entry
            for entry in path.rglob("*")
            if entry.is_file()
            and not any(part.startswith(".") for part in entry.relative_to(path).parts)
        )
        files.update(dict.fromkeys(inside or [path]))
    if files and all(path.is_dir() for path in files):
        raise NoInput(f"{next(iter(files))}: no files in this folder; name a folder with resumes")
    return list(files)
