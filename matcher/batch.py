"""Many files on one machine: each worker process reads, matches and answers with rows.

The rows do not depend on the number of workers: every file is scored by itself, and answers are
given in the order of the files. A file on which a worker fails goes to
:class:`matcher.documents.Reader`, which may know a second way to read it, and ends as rows or as a
failure; nothing is lost. A worker that had to be stopped has had its time: its file is a failure.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypedDict

from matcher.contract import ScoreRow
from matcher.documents import read_bytes, task
from matcher.documents.content import Unreadable
from matcher.documents.ocr import ocr_available, ocr_may_help
from matcher.documents.reader import check_file, lost
from matcher.matching import Matcher
from matcher.records import Resume
from matcher.reports.rows import match_rows, rank_rows
from matcher.results import Candidate, Ranking
from matcher.worker_process import Task
from matcher.workers import Limits, WorkerFailure, WorkerPool

# Beyond corpus, encoder and index; a transformer takes much of what it keeps with its first file.
LIMITS = Limits(memory_bytes=2 << 30, kept_bytes=1 << 30)


@dataclass(frozen=True, slots=True)
class Options:
    """What ``matcher score`` was asked for."""

    corpus: str | None = None
    model: str | None = None
    today: datetime.date | None = None
    top: int = 3  # roles for each resume
    roles: tuple[str, ...] = ()  # ids or titles; with none, and no files: the nearest
    role_files: tuple[str, ...] = ()
    postings: tuple[str, ...] = ()  # paths; when there are any, roles are not looked at


def score_files(
    paths: Sequence[Path], options: Options, *, n_processes: int = 1
) -> Iterator[list[ScoreRow]]:
    """The rows of each file, in the order given: one for each role or posting, or one that says
    why the file could not be matched. Against postings the rank is left open, for it is known when
    all are: see :class:`matcher.reports.journal.RowJournal`.

    Raises :class:`matcher.errors.MatcherError` before the first file when a posting, a role or
    the corpus cannot be read, and :class:`matcher.workers.WorkerFailure` when no worker starts.
    """
    with _matcher(options) as matcher:
        for role in _roles(options.roles, options.role_files):
            matcher.role(role)
        postings = [task.to_dict(matcher.read_posting(path).document) for path in options.postings]
        settings = {**_settings(options, matcher), "postings": postings}
        yield from _each("matcher.batch:scoring", paths, settings, matcher, n_processes)


def fit_files(
    paths: Sequence[Path], options: Options, *, n_processes: int = 1
) -> Iterator[FileFits]:
    """The fits of each file to every role, in the order of the files; of ``options`` only corpus,
    model and day are looked at. Raises as above."""
    with _matcher(options) as matcher:
        settings = _settings(options, matcher)
        yield from _each("matcher.batch:fitting", paths, settings, matcher, n_processes)


class FileFits(TypedDict):
    """The fits of one file by role id; none, and why, where it could not be read."""

    id: str
    failure: str
    fits: dict[str, float]


def scoring(settings: dict[str, Any]) -> Task:
    """A worker's task: the rows of one file."""
    matcher = _worker_matcher(settings)
    return functools.partial(_in_worker, matcher, _Scorer(matcher, settings).rows)


def fitting(settings: dict[str, Any]) -> Task:
    """A worker's task: the fits of one file."""
    matcher = _worker_matcher(settings)
    return functools.partial(_in_worker, matcher, functools.partial(_fits, matcher))


def _each(
    task_name: str,
    paths: Sequence[Path],
    settings: dict[str, Any],
    matcher: Matcher,
    n_processes: int,
) -> Iterator[Any]:
    """The workers' answer for each file, in the order given. What they leave to the reader comes
    back to them as a document: nothing that a file holds is matched in this process."""
    if settings["model"]:  # a transformer's vectors are made once, not in all workers at once
        matcher.parts.targets  # noqa: B018
    n_workers = max(1, min(n_processes, len(paths)))
    with WorkerPool(task_name, n_workers, LIMITS, setup=settings) as pool:
        for path, found in zip(paths, pool.map({"path": str(path)} for path in paths), strict=True):
            if isinstance(found, WorkerFailure):
                document = matcher.reader.read_after(path, found)
            elif found["answer"] is None:
                document = matcher.reader.read(path)
            else:
                yield found["answer"]
                continue
            try:
                answer = pool.run({"document": task.to_dict(document)})
            except WorkerFailure as failure:
                document = lost(document.name, document.id, failure)
                answer = pool.run({"document": task.to_dict(document)})
            yield answer["answer"]


def _in_worker(
    matcher: Matcher, answer: Callable[[Resume], object], request: dict[str, Any], _body: bytes
) -> dict[str, Any]:
    """The answer for one file, or for a document that was read elsewhere; None for a file that is
    to be read there: one that cannot be opened, or that OCR may read, which takes longer than a
    request here may."""
    if "document" in request:
        return {"answer": answer(matcher.resume(task.from_dict(request["document"])))}
    path = request["path"]
    try:
        check_file(path)
        data = Path(path).read_bytes()
    except (Unreadable, OSError, ValueError):
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


def _worker_matcher(settings: dict[str, Any]) -> Matcher:
    today = datetime.date.fromisoformat(settings["today"])
    matcher = Matcher(corpus=settings["corpus"], model=settings["model"], today=today, n_readers=0)
    matcher.parts.prepare()
    return matcher


def _roles(names: Iterable[str], files: Iterable[str]) -> list[str | Path]:
    return [*names, *map(Path, files)]


class _Scorer:
    """A matcher with the roles and postings of one run."""

    def __init__(self, matcher: Matcher, settings: dict[str, Any]) -> None:
        self.matcher = matcher
        self._top: int = settings["top"]
        named = _roles(settings["roles"], settings["role_files"])
        self._roles = [matcher.role(role) for role in named] or None
        if settings["postings"]:
            from matcher.postings import read_posting
        postings = [
            read_posting(task.from_dict(values), matcher.corpus.skills, matcher.parts.finder.find)
            for values in settings["postings"]
        ]
        self._postings = [(posting, matcher.posting_target(posting)) for posting in postings]

    def rows(self, resume: Resume) -> list[ScoreRow]:
        """The rows of one resume."""
        if not self._postings or not resume.document.status.readable:
            result = self.matcher.match_resume(
                resume, top=self._top, roles=self._roles, gains=False
            )
            return match_rows(result)
        profile = self.matcher.profile(resume)
        rows: list[ScoreRow] = []
        for posting, target in self._postings:
            found = self.matcher.score_profile(profile, target, gains=False)
            alone = Ranking(posting, (Candidate(1, resume, found),), (), self.matcher.engine)
            rows += [{**row, "rank": None} for row in rank_rows(alone)]
        return rows
