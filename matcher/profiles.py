"""Resume → Profile: what a person shows, ready to be scored against any target."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matcher.embedding import Encoder, Vectors, on_grid
from matcher.linking import SkillLinker
from matcher.overlap import stems
from matcher.passages import passages_of, sentences_of, tells_no_work
from matcher.records import (
    Contact,
    JobPosting,
    Line,
    Mention,
    Month,
    Position,
    Resume,
    SectionKind,
)
from matcher.redaction import neutral
from matcher.resumes.dates import union_months
from matcher.skills import SkillFinder
from matcher.skills.folding import fold_each
from matcher.titles import (
    WORD,
    TitleVectors,
    is_learner,
    is_vague,
    segments,
    title_key,
    title_vectors,
    work_of,
)

_RECENT_MONTHS = 36  # after which a title given up is a former one

# A list of what a job was done with: as good as a sentence that says so. "Technologies:" and
# "Tools:" alone also stand in lists of skills, which the loss of their heading must not make work.
_USED_IN_JOB = re.compile(
    r"^\W*(?:(?:(?:tech(?:nology|nical)?\s+)?(?:stack|environment)(?:\s+used)?|built\s+with|"
    r"worked\s+with|used)\s*(?:&\s*\w+\s*)?|(?:(?:key|main|technical)\s+)?"
    r"(?:tools?|technolog(?:y|ies)|tech|skills|languages|software)"
    r"(?:\s*(?:&|and|/|,)\s*\w+)?\s+(?:used|utili[sz]ed|applied|involved)\s*)[:–-]",
    re.IGNORECASE,
)

_TOLD = 5  # sentences; nine in ten resumes that tell of work at all have twice as many


@dataclass(frozen=True, slots=True)
class Use:
    """What a resume shows of one skill that it names."""

    skill_id: str
    demonstrated: bool  # in a sentence about work done; else it is only listed
    months: int | None  # union of the dated ones of ``positions``; None: there is none
    last_used: Month | None
    lines: tuple[Line, ...]  # the evidence, work before lists, in text order
    # Where the first of these lines names it, as an offset in the document; None: it does not.
    named_at: int | None = None
    # Indices of the positions whose lines name it, or a skill that cannot be had without it.
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleHeld:
    """A job title, or a part of one that is a title too, with its place in the text; ``position``
    is None for the headline."""

    text: str
    key: str  # see titles.title_key
    learner: bool  # see titles.is_learner
    vague: bool  # see titles.is_vague
    former: bool  # given up more than _RECENT_MONTHS ago, or held nobody knows when
    start: int
    end: int
    position: int | None


@dataclass(frozen=True)
class Profile:
    """A resume with its skills and vectors. ``passages`` and ``titles`` have one row of the grid
    vectors each, shapes ``(n_passages, dim)`` and ``(n_titles, dim)``."""

    resume: Resume
    mentions: tuple[Mention, ...]
    uses: Mapping[str, Use]  # by skill id: claimed skills only
    inferred: Mapping[str, Use]  # skills that lines show without naming them, and none names
    aspirations: frozenset[str]  # ids of skills that the person says to be learning
    denied: frozenset[str]  # ids of skills that the person says not to have, and nowhere claims
    passages: tuple[Line, ...]  # sentences about work done
    passage_vectors: Vectors
    passage_words: tuple[frozenset[str], ...]  # see overlap.stems
    titles: tuple[TitleHeld, ...]
    title_vectors: TitleVectors

    @cached_property
    def told(self) -> float:
        """How far work is told of, in [0, 1]: in full from five different sentences on."""
        return min(1.0, len(self.distinct) / _TOLD)

    @cached_property
    def distinct(self) -> npt.NDArray[np.intp]:
        """The numbers of the passages that say what none before them says, by what they say."""
        first: dict[str, int] = {}
        for number, folded in enumerate(fold_each([line.text for line in self.passages])):
            first.setdefault(folded, number)
        return np.array([first[said] for said in sorted(first)], dtype=np.intp)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The lines of the resume as words, for requirements that no taxonomy knows."""
        lines = fold_each([line.text for line in self.resume.lines])
        return tuple(f" {' '.join(folded.split())} " for folded in lines)


def profile_of(
    resume: Resume,
    finder: SkillFinder,
    encoder: Encoder,
    today: Month,
    implications: Callable[[str], Iterable[tuple[str, int]]],
    linker: SkillLinker | None = None,
) -> Profile:
    """Everything that scoring needs of a resume. Only ``resume.lines`` are looked at: names,
    contact lines and references never become one. ``implications``: see
    :meth:`matcher.corpus.Corpus.implications`. Without a ``linker`` no skill is inferred."""
    mentions, lines = _mentions(resume, finder)
    passages = passages_of(resume.lines)
    titles = _titles(resume, today)
    uses = _uses(resume, mentions, lines, today, implications)
    texts = [neutral(line.text) for line in passages]
    vectors = on_grid(encoder.encode(texts))
    inferred: dict[str, Use] = {}
    if linker:
        same = linker.encoder is encoder
        links = linker.link(texts, vectors if same else on_grid(linker.encoder.encode(texts)))
        inferred = _inferred(resume, passages, links, today)
    return Profile(
        resume=resume,
        mentions=tuple(mentions),
        uses=uses,
        inferred={skill_id: use for skill_id, use in inferred.items() if skill_id not in uses},
        aspirations=frozenset(mention.skill_id for mention in mentions if mention.aspiring),
        denied=frozenset(mention.skill_id for mention in mentions if mention.negated) - set(uses),
        passages=passages,
        passage_vectors=vectors,
        passage_words=tuple(map(stems, texts)),
        titles=titles,
        title_vectors=title_vectors([neutral(title.text) for title in titles], encoder),
    )


def profile_of_posting(posting: JobPosting, encoder: Encoder) -> Profile:
    """A posting as the profile of the person that it looks for: what is required as demonstrated,
    what is preferred as listed, its responsibilities as work done. Its title is left out, so that
    only the content tells which roles it is near to."""
    uses: dict[str, Use] = {}
    for requirement in posting.requirements:
        for skill_id in requirement.any_of:
            known = uses.get(skill_id)
            if known is None or not known.demonstrated:
                uses[skill_id] = Use(skill_id, requirement.required, None, None, ())
    passages = tuple(
        Line(text, 0, 0, SectionKind.OTHER, None, prose=True) for text in posting.responsibilities
    )
    return Profile(
        resume=Resume(posting.document, (), (), (), (), Contact(), "", None),
        mentions=(),
        uses=uses,
        inferred={},
        aspirations=frozenset(),
        denied=frozenset(),
        passages=passages,
        passage_vectors=on_grid(encoder.encode(posting.responsibilities)),
        passage_words=tuple(map(stems, posting.responsibilities)),
        titles=(),
        title_vectors=title_vectors((), encoder),
    )


def _mentions(resume: Resume, finder: SkillFinder) -> tuple[list[Mention], list[Line]]:
    """Mentions with offsets in the document's text, and the sentence of each, in text order."""
    found = list(_said(resume.lines, finder))
    taken = {at for mention, _ in found for at in range(mention.start, mention.end)}
    found += [
        (mention, line)
        for mention, line in _titled(resume, finder)
        if taken.isdisjoint(range(mention.start, mention.end))
    ]
    found.sort(key=lambda each: each[0].start)
    return [mention for mention, _ in found], [line for _, line in found]


def _titled(resume: Resume, finder: SkillFinder) -> Iterator[tuple[Mention, Line]]:
    """The skills of the work that the titles of positions mean: who was a web developer did web
    development."""
    for line in resume.lines:
        if line.position is None or line.start >= resume.positions[line.position].header[1]:
            continue
        work = work_of(line.text)
        if work == line.text:
            continue
        said, meant = ([word.span() for word in WORD.finditer(text)] for text in (line.text, work))
        for found in finder.find(work):
            words = [
                n for n, (start, end) in enumerate(meant) if found.start < end and start < found.end
            ]
            if words:  # "8051" has none, and no title means it that does not say it
                start, end = said[words[0]][0], said[words[-1]][1]
                yield replace(found, start=line.start + start, end=line.start + end), line


def _said(lines: Sequence[Line], finder: SkillFinder) -> Iterator[tuple[Mention, Line]]:
    """What the lines name."""
    joined = "\n".join(line.text for line in lines)
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line.text) + 1
    sentences: dict[int, list[tuple[int, int, Line]]] = {}  # of the lines with mentions
    for found in finder.find(joined, told=True):
        number = bisect_right(starts, found.start) - 1
        if found.end > starts[number] + len(lines[number].text):
            continue  # words of two lines that only the joining brought together
        line, at = lines[number], found.start - starts[number]
        if number not in sentences:
            sentences[number] = sentences_of(line)
        said = next((said for start, end, said in sentences[number] if start <= at < end), line)
        yield found.moved(line.start - starts[number]), said


def _uses(
    resume: Resume,
    mentions: Sequence[Mention],
    lines: Sequence[Line],
    today: Month,
    implications: Callable[[str], Iterable[tuple[str, int]]],
) -> dict[str, Use]:
    evidence: dict[str, dict[int, Line]] = {}
    named: dict[str, dict[int, int]] = {}  # by skill and line: where the line names it first
    sentences: dict[int, Line] = {}  # each once: many name several skills
    for mention, line in zip(mentions, lines, strict=True):
        if mention.claimed:
            evidence.setdefault(mention.skill_id, {})[line.start] = line
            named.setdefault(mention.skill_id, {}).setdefault(line.start, mention.start)
            sentences[line.start] = line
    working = {start for start, line in sentences.items() if _shows_work(line)}
    shown = {skill_id: _positions_of(found.values()) for skill_id, found in evidence.items()}
    meant: dict[str, dict[int, Line]] = {skill_id: {} for skill_id in evidence}  # by position
    for skill_id, numbers in shown.items():
        for implied, _ in implications(skill_id) if numbers else ():
            if implied not in meant:
                continue
            for line in evidence[skill_id].values():
                if line.position is not None and line.position not in shown[implied]:
                    best = min(
                        meant[implied].get(line.position, line),
                        line,
                        key=lambda one: (one.start not in working, one.start),
                    )
                    meant[implied][line.position] = best
    return {
        skill_id: _use(
            resume,
            skill_id,
            tuple(found.values()),
            meant[skill_id],
            working,
            today,
            named[skill_id],
        )
        for skill_id, found in sorted(evidence.items())
    }


def _positions_of(lines: Iterable[Line]) -> set[int]:
    return {line.position for line in lines if line.position is not None}


def _inferred(
    resume: Resume, passages: Sequence[Line], links: Sequence[str | None], today: Month
) -> dict[str, Use]:
    evidence: dict[str, list[Line]] = {}
    for line, skill_id in zip(passages, links, strict=True):
        if skill_id and _shows_work(line):
            evidence.setdefault(skill_id, []).append(line)
    return {
        skill_id: _use(resume, skill_id, lines, {}, {line.start for line in lines}, today, {})
        for skill_id, lines in sorted(evidence.items())
    }


def _use(
    resume: Resume,
    skill_id: str,
    lines: Sequence[Line],
    meant: Mapping[int, Line],
    working: Set[int],
    today: Month,
    named: Mapping[int, int],
) -> Use:
    """``meant`` has a line for each further position that shows a skill which cannot be had without
    this one. ``working`` has the starts of the lines that show work; other starts do not matter.
    ``named`` tells where lines name the skill, by their starts."""
    positions = _positions_of(lines) | meant.keys()
    shown = sorted(
        {line.start: line for line in (*meant.values(), *lines)}.values(),
        key=lambda x: (x.start not in working, x.position is None, x.start),
    )
    intervals, last = [], None
    for number in positions:
        position = resume.positions[number]
        end = today if position.current else position.end
        if position.start is not None and end is not None:
            intervals.append((position.start.index, end.index))
            last = max(last, end) if last else end
    return Use(
        skill_id=skill_id,
        demonstrated=any(line.start in working for line in lines),
        months=union_months(intervals) if intervals else None,
        last_used=last,
        lines=tuple(shown),
        named_at=named.get(shown[0].start),
        positions=tuple(sorted(positions)),
    )


def _shows_work(line: Line) -> bool:
    """Decided from the line alone, not from its section: deleting a heading must not turn a list
    into work."""
    if line.prose:
        return not tells_no_work(line.text)
    return line.position is not None and _USED_IN_JOB.match(line.text) is not None


def _titles(resume: Resume, today: Month) -> tuple[TitleHeld, ...]:
    text = resume.document.text
    found: list[TitleHeld] = []
    if resume.headline and (at := text.find(resume.headline)) >= 0:
        found += _title(resume.headline, at, None, former=False)
    for number, position in enumerate(resume.positions):
        at = text.find(position.title, position.header[0])
        if position.title and at >= 0:
            found += _title(position.title, at, number, former=_is_former(position, today))
    return tuple(found)


def _is_former(position: Position, today: Month) -> bool:
    """Counted to today, so that it never pays to delete a later position."""
    end = today if position.current else position.end
    return end is None or today.index - end.index > _RECENT_MONTHS


def _title(title: str, at: int, position: int | None, *, former: bool) -> Iterator[TitleHeld]:
    learner = is_learner(title)
    for start, end in segments(title):
        text = title[start:end]
        yield TitleHeld(
            text=text,
            key=title_key(text),
            learner=learner,
            vague=is_vague(text),
            former=former,
            start=at + start,
            end=at + end,
            position=position,
        )
