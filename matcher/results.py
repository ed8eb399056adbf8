"""The nouns of an answer: the roles of one resume, the candidates for one posting."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.corpus.percentiles import Percentile
from matcher.corpus.weights import Weights
from matcher.records import Document, JobPosting, Resume, Role
from matcher.scoring.fits import FitScore, Matched, Missing, Scored
from matcher.wording import same_in_words, status_in_words

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Engine:
    """What decides a result besides the input; part of every output."""

    version: str
    corpus: str
    model: str
    today: datetime.date
    weights: Weights | None = None  # None: those of the corpus


@dataclass(frozen=True, slots=True)
class Match:
    """A resume against one role."""

    role: Role
    cosine: float | None  # mean of the role's best passages, None when FAISS did not propose it
    scored: Scored
    percentile: Percentile | None  # None where there are no reference fits that could be compared

    def __repr__(self) -> str:
        return f"<Match {self.role.title}: {self.fit.points}, {self.fit.band}>"

    @property
    def fit(self) -> FitScore:
        """The fit to the role."""
        return self.scored.fit

    @property
    def matched(self) -> tuple[Matched, ...]:
        """What the role asks for and the resume shows."""
        return self.scored.matched

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the role asks for and the resume does not show, largest gain first."""
        return self.scored.missing


@dataclass(frozen=True)
class MatchResult(Sequence[Match]):
    """The roles nearest to one resume, best fit first. Empty when the document gave no text that
    could be matched: ``resume.document.status`` and ``.message`` say why."""

    resume: Resume
    matches: tuple[Match, ...]
    engine: Engine

    def __repr__(self) -> str:
        found = ", ".join(f"{match.role.title} {match.fit.points}" for match in self.matches)
        return f"<MatchResult {self.document.name}: {found or self.document.status.value}>"

    def __len__(self) -> int:
        return len(self.matches)

    def __getitem__(self, number: int) -> Match:  # type: ignore[override]
        return self.matches[number]

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.resume.document

    def to_frame(self) -> pd.DataFrame:
        """One row for each role: the columns of ``matcher score``."""
        from matcher.reports.rows import match_rows, rows_to_frame

        return rows_to_frame(match_rows(self))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A resume in a ranking. ``same_as`` are the ids of other candidates that seem to be
    the same person's (see :mod:`matcher.duplicates`); its own id where the same file came twice."""

    rank: int
    resume: Resume
    scored: Scored
    same_as: tuple[str, ...] = ()

    def __repr__(self) -> str:
        fit = f"{self.fit.points}, {self.fit.band}"
        return f"<Candidate {self.rank}. {self.resume.document.name}: {fit}>"

    @property
    def fit(self) -> FitScore:
        """The fit to the posting."""
        return self.scored.fit


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates for one posting, best first, and the documents that could not be matched."""

    posting: JobPosting
    candidates: tuple[Candidate, ...]
    failures: tuple[Document, ...]
    engine: Engine

    def __repr__(self) -> str:
        found = f"{len(self.candidates)} candidates, {len(self.failures)} failures"
        return f"<Ranking for {self.posting.title or self.posting.document.name}: {found}>"

    @property
    def same_people(self) -> list[str]:
        """Who seems to be in the ranking twice, in words."""
        return same_in_words(
            [(each.rank, each.resume.document.id, each.same_as) for each in self.candidates]
        )

    def blind(self) -> Ranking:
        """The same without names of files, which are often names of people: an id stands for each,
        and a number for what could not be opened and has none."""
        return replace(
            self,
            candidates=tuple(
                replace(
                    each,
                    resume=replace(each.resume, document=_without_name(each.resume.document)),
                )
                for each in self.candidates
            ),
            failures=tuple(
                _without_name(document, f"unread-{number}")
                for number, document in enumerate(self.failures, start=1)
            ),
        )

    def to_frame(self) -> pd.DataFrame:
        """One row for each candidate, then one for each failure."""
        from matcher.reports.rows import rank_rows, rows_to_frame

        return rows_to_frame(rank_rows(self))


def _without_name(document: Document, stand_in: str = "") -> Document:
    name = document.id or stand_in
    # What is wrong and what to do next, unless the file's name stands in that, too.
    told = document.message.removeprefix(f"{Path(document.name).name}: ")
    if not told or Path(document.name).stem in told:
        told = status_in_words(document.status)
    said = f"{name[:12]}: {told}" if document.message else ""
    return replace(document, name=name, message=said)
