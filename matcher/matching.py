"""Matcher: the only place that wires the stages together."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from matcher.corpus import Corpus
from matcher.corpus.percentiles import Percentile
from matcher.corpus.weights import Weights
from matcher.documents import Reader
from matcher.duplicates import same_people
from matcher.embedding import Encoder
from matcher.errors import NoInput, UnreadableDocument
from matcher.parts import Parts
from matcher.profiles import Profile, profile_of_posting
from matcher.records import Document, JobPosting, Month, Resume, Role, Skill, Status
from matcher.results import Candidate, Engine, Match, MatchResult, Ranking
from matcher.resumes import read_resume
from matcher.scoring import fit, prospects, score
from matcher.scoring.affinities import Affinities, affinities
from matcher.scoring.fits import FitScore, Scored
from matcher.scoring.holdings import Holdings
from matcher.targets import Target
from matcher.title_reading import TitleReading, parts_of

if TYPE_CHECKING:
    from matcher.careers import CareerView
    from matcher.inspection import Inspection
    from matcher.learning import LearningPath

_T = TypeVar("_T")
Source = str | Path | tuple[str, bytes]  # a path, or the name and the bytes of an upload

_SHOWN = 5  # roles, where no number is asked for
_NO_PRAISE = ("weak", "out_of_scope")  # bands
_STANDING_ROLES = 10  # roles that tell where a person stands


class Matcher:
    """Matches resumes to roles and postings.

    ``corpus``: folder of a corpus; ``model``: hub name or folder of an encoder; ``today``: the day
    to which current positions are counted; ``weights``: see corpus/weights.yaml. Everything has a
    default that works without a network. Use it as a context manager, or call :meth:`close`, to
    end the process that reads documents; it ends with the program in any case. With
    ``n_readers=0`` there is none, and only what was read elsewhere can be matched.
    """

    def __init__(
        self,
        *,
        corpus: str | Path | None = None,
        model: str | Path | None = None,
        today: datetime.date | None = None,
        weights: Weights | None = None,
        n_readers: int = 1,
    ) -> None:
        self.today = _day(today or datetime.date.today())
        # First, for it starts while the rest is loaded.
        self._reader = Reader(n_workers=n_readers) if n_readers else None
        self._owns_reader = True
        try:
            self.parts = Parts(corpus, model)
        except BaseException:
            self.close()
            raise
        self.weights = weights or self.corpus.weights

    def __enter__(self) -> Matcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(now=kind is not None)

    def close(self, *, now: bool = False) -> None:
        """Ends the reading processes, with ``now`` in the midst of a file; those of a copy are the
        original's."""
        if self._reader and self._owns_reader:
            self._reader.close(now=now)

    @property
    def corpus(self) -> Corpus:
        """The roles and skills, and what is known of them."""
        return self.parts.corpus

    @property
    def encoder(self) -> Encoder:
        """Makes vectors of texts."""
        return self.parts.encoder

    @property
    def reader(self) -> Reader:
        """Reads files in processes of its own."""
        if self._reader is None:
            raise RuntimeError("this Matcher was made with n_readers=0: it cannot read files")
        return self._reader

    @property
    def engine(self) -> Engine:
        """What decides a result besides the input."""
        from matcher import __version__

        changed = self.weights if self.weights != self.corpus.weights else None
        return Engine(__version__, self.corpus.fingerprint, self.encoder.name, self.today, changed)

    @property
    def _month(self) -> Month:
        return Month(self.today.year, self.today.month)

    def with_weights(self, weights: Weights) -> Matcher:
        """A matcher with other weights that shares all else, the reading processes too: they end
        with this one."""
        other = self._copy()
        other.weights = weights
        return other

    def with_today(self, today: datetime.date) -> Matcher:
        """The same with another day to which current positions are counted."""
        other = self._copy()
        other.today = _day(today)
        return other

    def _copy(self) -> Matcher:
        other = copy.copy(self)
        other._owns_reader = False
        return other

    # ------------------------------------------------------------ reading

    def read(self, source: Source) -> Resume:
        """A resume from a path or an upload. Never raises for bad content: look at
        ``resume.document.status``."""
        return self.resume(self.reader.read(source))

    def read_many(self, sources: Iterable[Source]) -> Iterator[Resume]:
        """Resumes in the order given, read by all reading processes at once."""
        for document in self.reader.read_many(_several(sources)):
            yield self.resume(document)

    def resume(self, document: Document) -> Resume:
        """A document read as a resume."""
        return read_resume(document, today=self.today)

    def read_posting(self, source: Source) -> JobPosting:
        """A posting from a path or an upload; raises :class:`UnreadableDocument`, also where
        neither title nor anything that is asked for was found in it."""
        # Here, for most runs read no posting, and its patterns take a while to compile.
        from matcher.postings import read_posting

        document = self.reader.read(source, engine="posting")
        if document.status is Status.TOO_LITTLE_TEXT and document.text:
            document = replace(document, status=Status.OK)  # a posting may be three lines long
        _require_text(document)
        posting = read_posting(document, self.corpus.skills, self.parts.finder.find)
        if not (posting.title or posting.requirements or posting.unrecognised):
            cause = f"{document.name}: neither a title nor a skill was found in this posting"
            raise UnreadableDocument(f"{cause}; give its whole text", code="too_little_text")
        return posting

    def read_posting_text(self, text: str) -> JobPosting:
        """A posting that is plain text already, however short."""
        from matcher.documents import read_bytes
        from matcher.postings import read_posting

        document = read_bytes(text.encode(errors="replace"), "posting.txt")
        return read_posting(
            replace(document, status=Status.OK), self.corpus.skills, self.parts.finder.find
        )

    def inspect(self, source: Source) -> Inspection:
        """Everything that was read from a resume, for the person who checks it: see
        :class:`Inspection`. Slower than :meth:`read`, for the file is also read as a simple
        program would."""
        return self.inspect_resume(self.read(source), source)

    def inspect_resume(self, resume: Resume, source: Source) -> Inspection:
        """The same for a resume that was read from ``source``."""
        # Here, for matching needs none of it.
        from matcher.inspection import Inspection, years_by_family
        from matcher.readability import readability
        from matcher.resumes.details import details_of

        path = source if isinstance(source, tuple) else str(source)
        view = self.reader.machine_view(path, resume.document.format) if resume.lines else None
        return Inspection(
            resume=resume,
            now=self._month,
            details=details_of(
                resume, self.corpus.skills, self.parts.finder.find, today=self.today
            ),
            readability=readability(resume, view),
            families=years_by_family(resume.positions, cache(self.parts.family), self._month),
        )

    def read_title(self, title: str, *, top: int = 5) -> TitleReading:
        """What a job title says: its parts and the roles that it names, best first."""
        skills = (mention.skill_id for mention in self.parts.finder.find(title))
        technologies = (each for each in skills if self.corpus.skills[each].technical)
        return TitleReading(
            title, parts_of(title, technologies), self.parts.titles.roles(title, top=top)
        )

    # ------------------------------------------------------------ matching

    def match(
        self,
        source: Source,
        *,
        top: int | None = None,
        roles: Iterable[str | Path | Role] | None = None,
    ) -> MatchResult:
        """The ``top`` roles of a resume, best fit first; see :meth:`match_resume`.

        Raises :class:`UnreadableDocument` when there is no text that could be matched.
        """
        resume = self.read(source)
        _require_text(resume.document)
        return self.match_resume(resume, top=top, roles=roles)

    def match_resume(
        self,
        resume: Resume,
        *,
        top: int | None = None,
        roles: Iterable[str | Path | Role] | None = None,
        gains: bool = True,
        assume: Iterable[str] = (),
    ) -> MatchResult:
        """The ``top`` roles of a resume that was read, best fit first, ties by role id.

        ``roles`` limits the answer to these roles, role ids or role files (``.yaml``); all of them
        come unless ``top`` is given. Without it five come, from among the two or three dozen that
        come near the resume, and never more than these. ``assume`` names skills, by id or label:
        each match tells as ``what_if`` what its fit would be with them. A document that is not
        readable gives an empty result.
        """
        skills = [self.corpus.skill(name).id for name in _several(assume)]
        if not resume.document.status.readable:
            return MatchResult(resume, (), self.engine)
        profile = self.profile(resume)
        return self.match_profile(profile, top=top, roles=roles, gains=gains, assume=skills)

    def match_profile(
        self,
        profile: Profile,
        *,
        top: int | None = None,
        roles: Iterable[str | Path | Role] | None = None,
        gains: bool = True,
        assume: Iterable[str] = (),
    ) -> MatchResult:
        """The same for the profile of a resume, which holds whatever the weights."""
        if top is None and roles is None:
            top = _SHOWN
        _at_least_one("top", top)
        assumed = self._assumed(assume)
        holdings = self._holdings(profile)
        hits = self.parts.nearest_roles(profile)
        if roles is None:
            pool = sorted({*hits, *self.parts.skilled_roles(profile)})
            targets = [self.parts.targets[role_id] for role_id in pool]
            profiles = dict(self.corpus.roles)
        else:
            chosen = {role.id: role for role in map(self.role, _several(roles))}
            targets = [self.parts.role_target(role) for role in chosen.values()]
            profiles = chosen
        near = self._near(profile, targets)
        fits = self._fits(profile, targets, holdings, near)
        targets.sort(key=lambda target: (-fits[target.id], target.id))
        matches = []
        for target in targets[:top]:
            found = score(
                profile,
                target,
                holdings,
                near[target.id],
                self._month,
                gains=gains,
                assumed=assumed,
            )
            role = profiles[target.id]
            percentile = self._percentile(role, found.fit)
            matches.append(Match(role, hits.get(target.id), found, percentile))
        return MatchResult(profile.resume, tuple(matches), self.engine)

    def fits(self, resume: Resume) -> dict[str, float]:
        """The fit of a resume to every role of the corpus, by role id, without what explains it:
        several times as fast as :meth:`match_resume`. Empty for a document that is not readable."""
        if not resume.document.status.readable:
            return {}
        profile, targets = self.profile(resume), list(self.parts.targets.values())
        near = self._near(profile, targets)
        return self._fits(profile, targets, self._holdings(profile), near)

    def path(self, resume: Resume, role: str | Path | Role, *, most: int = 10) -> LearningPath:
        """What to learn for a role, in which order: at most ``most`` of the skills that it asks
        for and the resume does not show, with what has to be known before them.

        Raises :class:`UnreadableDocument` when there is no text that could be matched.
        """
        from matcher.learning import learning_path, lessons_of

        _at_least_one("most", most)
        _require_text(resume.document)
        chosen = self.role(role)
        target = self.parts.role_target(chosen)
        profile = self.profile(resume)
        holdings = self._holdings(profile)
        (near,) = affinities(profile, [target], self.parts.scales)
        scored = score(profile, target, holdings, near, self._month)
        prospect = prospects(profile, target, holdings, near, self._month, scored.fit)
        lessons = lessons_of(self.corpus)
        return learning_path(chosen, scored, holdings, lessons, prospect, most=most)

    def careers(self, resume: Resume, role: str | Path | Role | None = None) -> CareerView:
        """Where a person stands, and the roles next to ``role`` (default: the one that fits best)
        with what leads there. Raises :class:`UnreadableDocument` when there is no text, and
        :class:`NoInput` where no role is given and none fits."""
        from matcher.careers import career_view

        _require_text(resume.document)
        profile = self.profile(resume)
        found = self.match_profile(profile, top=_STANDING_ROLES, gains=False)
        if role is None and not (found.matches and found.matches[0].fit.in_scope):
            raise NoInput(
                f"{resume.document.name}: out of scope, no role comes near; "
                "name the role to start from"
            )
        here = self.role(role) if role is not None else found[0].role
        near = [self.corpus.roles[each] for each in here.neighbours if each in self.corpus.roles]
        around = self.match_profile(profile, roles=[here, *near], gains=False)
        return career_view(
            here,
            [(match.role, match.fit) for match in found],
            [(match.role, match.scored) for match in around],
            self._holdings(profile),
            self.corpus,
        )

    def roles_of_posting(self, posting: JobPosting, *, top: int = 5) -> list[tuple[str, float]]:
        """The roles that a posting describes, whatever its title: ids, with the share of the points
        for skills and experience that it would have as a resume; best first, ties by id."""
        profile = profile_of_posting(posting, self.encoder)
        holdings = self._holdings(profile)
        targets = list(self.parts.targets.values())
        found = []
        for target, near in zip(
            targets, affinities(profile, targets, self.parts.scales), strict=True
        ):
            parts = fit(profile, target, holdings, near, self._month).parts
            known = [part for part in parts if part.name in ("skills", "experience")]
            points = sum(part.points for part in known) / sum(part.max_points for part in known)
            found.append((target.id, round(points, 4)))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:top]

    def rank(self, posting: Source | JobPosting, sources: Iterable[Source]) -> Ranking:
        """Candidates for a posting, best first, ties by document id and name. Every source ends
        among the candidates or the failures."""
        read = posting if isinstance(posting, JobPosting) else self.read_posting(posting)
        return self.rank_resumes(read, self.read_many(sources))

    def rank_resumes(
        self, posting: JobPosting, resumes: Iterable[Resume], *, gains: bool = True
    ) -> Ranking:
        """The same for resumes that were read."""
        target = self.posting_target(posting)
        scored, failures = [], []
        for resume in resumes:
            if not resume.document.status.readable:
                failures.append(resume.document)
                continue
            found = self.score_profile(self.profile(resume), target, gains=gains)
            scored.append((found, resume))
        scored.sort(key=lambda pair: (-pair[0].fit.points, *_identity(pair[1].document)))
        same = same_people([resume for _, resume in scored])
        candidates = tuple(
            Candidate(rank, resume, found, same.get(resume.document.id, ()))
            for rank, (found, resume) in enumerate(scored, start=1)
        )
        return Ranking(posting, candidates, tuple(sorted(failures, key=_identity)), self.engine)

    def posting_target(self, posting: JobPosting) -> Target:
        """A posting in the form that :meth:`score_profile` takes, for many resumes."""
        return self.parts.posting_target(posting)

    def score_profile(
        self,
        profile: Profile,
        target: Target,
        *,
        gains: bool = True,
        assume: Iterable[str] = (),
    ) -> Scored:
        """The profile of a resume against one target; ``assume`` are skills for which to tell what
        the fit would be with them, too (see :meth:`match_resume`)."""
        (near,) = affinities(profile, [target], self.parts.scales)
        return score(
            profile,
            target,
            self._holdings(profile),
            near,
            self._month,
            gains=gains,
            assumed=self._assumed(assume),
        )

    def _assumed(self, names: Iterable[str]) -> list[Skill]:
        """Skills by id or label, each once."""
        named = map(self.corpus.skill, _several(names))
        return list({skill.id: skill for skill in named}.values())

    def profile(self, resume: Resume) -> Profile:
        """What a resume shows: its skills in time, its titles, its vectors."""
        return self.parts.profile(resume, self._month)

    def role(self, role: str | Path | Role) -> Role:
        """The role with this id or title, or of this role file: a :class:`Path`, or a text that
        ends in ``.yaml``. Raises UnknownRole or CorpusError."""
        return self.parts.role(role)

    def _holdings(self, profile: Profile) -> Holdings:
        return Holdings(profile.uses, self.corpus, self.weights, profile.denied, profile.inferred)

    def _near(self, profile: Profile, targets: Sequence[Target]) -> dict[str, Affinities]:
        """Affinities of a profile to the targets, by their ids."""
        found = affinities(profile, targets, self.parts.scales)
        return {target.id: near for target, near in zip(targets, found, strict=True)}

    def _fits(
        self,
        profile: Profile,
        targets: Iterable[Target],
        holdings: Holdings,
        near: Mapping[str, Affinities],
    ) -> dict[str, float]:
        """The fit alone to each target, by its id."""
        return {
            target.id: fit(profile, target, holdings, near[target.id], self._month).points
            for target in targets
        }

    def _percentile(self, role: Role, found: FitScore) -> Percentile | None:
        """Where a fit stands among the reference fits. None where these are of something else
        (another encoder, other weights, a profile that is not the corpus's), and where the fit is
        weak or out of scope: being ahead of strangers to the trade would sound like praise."""
        known = self.corpus.percentiles
        if (
            known is None
            or found.band in _NO_PRAISE
            or known.model != self.encoder.name
            or self.weights != self.corpus.weights
            or self.corpus.roles.get(role.id) != role
            or role.id not in known.roles
        ):
            return None
        return known.roles[role.id].percentile(found.points)


def _identity(document: Document) -> tuple[str, str]:
    """What orders documents that nothing else does; two files may have the same bytes."""
    return document.id, document.name


def _several(values: Iterable[_T]) -> Iterable[_T]:
    """The values; raises TypeError for a single text, path or upload, which would be taken
    apart."""
    upload = isinstance(values, tuple) and len(values) == 2 and isinstance(values[1], bytes)
    if upload or isinstance(values, str | Path):
        raise TypeError(f"expected a list, got {values!r}: put it in brackets")
    return values


def _at_least_one(name: str, value: int | None) -> None:
    if value is not None and value < 1:
        raise ValueError(f"{name} must be at least 1, got {value}")


def _day(day: datetime.date) -> datetime.date:
    """The day without a time; raises TypeError for anything else, as for "2026-11-20"."""
    if not isinstance(day, datetime.date):
        raise TypeError(f"today must be a datetime.date, got {day!r}")
    return day.date() if isinstance(day, datetime.datetime) else day


def _require_text(document: Document) -> None:
    if not document.status.readable:
        raise UnreadableDocument(document.message, code=document.status.value)
