"""Resume → Profile: what a person shows, ready to be scored against any target."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from matcher.embedding import Encoder, Vectors, on_grid
from matcher.records import Line, Mention, Month, Resume, SectionKind
from matcher.redaction import neutral
from matcher.skills import SkillFinder, fold
from matcher.titles import normal_title, title_vectors, trade_of

# A paragraph is compared sentence by sentence: one vector for ten sentences is about nothing.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%][.!?;])\s+(?=[A-Z•(])")
_SPLIT_FROM = 120  # characters

# Where a skill is named without a word on its use.
_LISTING = frozenset(
    {SectionKind.SKILLS, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.INTERESTS}
)


@dataclass(frozen=True, slots=True)
class Use:
    """What a resume shows of one skill that it names."""

    skill_id: str
    demonstrated: bool  # in a sentence about work done; else it is only listed
    months: int | None  # union of the dated positions whose lines name it; None: no such position
    last_used: Month | None
    lines: tuple[Line, ...]  # the evidence, work before lists, in text order


@dataclass(frozen=True, slots=True)
class TitleHeld:
    """A job title with the line that it stands in; ``position`` is None for the headline."""

    text: str
    normal: str  # see titles.normal_title
    trade: str  # see titles.trade_of
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
    aspirations: frozenset[str]  # ids of skills that the person says to be learning
    passages: tuple[Line, ...]  # sentences about work done
    passage_vectors: Vectors
    titles: tuple[TitleHeld, ...]
    title_vectors: Vectors

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The lines of the resume as words, for requirements that no taxonomy knows."""
        return tuple(f" {' '.join(fold(line.text).split())} " for line in self.resume.lines)


def profile_of(resume: Resume, finder: SkillFinder, encoder: Encoder, today: Month) -> Profile:
    """Everything that scoring needs of a resume. Only ``resume.lines`` are looked at: names,
    contact lines and references never become one."""
    mentions, lines = _mentions(resume.lines, finder)
    passages = _passages(resume.lines)
    titles = _titles(resume)
    return Profile(
        resume=resume,
        mentions=tuple(mentions),
        uses=_uses(resume, mentions, lines, today),
        aspirations=frozenset(mention.skill_id for mention in mentions if mention.aspiring),
        passages=passages,
        passage_vectors=on_grid(encoder.encode([neutral(line.text) for line in passages])),
        titles=titles,
        title_vectors=title_vectors([neutral(title.text) for title in titles], encoder),
    )


def _mentions(lines: Sequence[Line], finder: SkillFinder) -> tuple[list[Mention], list[Line]]:
    """Mentions with offsets in the document's text, and the line of each."""
    joined = "\n".join(line.text for line in lines)
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line.text) + 1
    mentions, owners = [], []
    for found in finder.find(joined):
        number = bisect_right(starts, found.start) - 1
        if found.end > starts[number] + len(lines[number].text):
            continue  # words of two lines that only the joining brought together
        shift = lines[number].start - starts[number]
        mentions.append(replace(found, start=found.start + shift, end=found.end + shift))
        owners.append(lines[number])
    return mentions, owners


def _uses(
    resume: Resume, mentions: Sequence[Mention], lines: Sequence[Line], today: Month
) -> dict[str, Use]:
    evidence: dict[str, dict[int, Line]] = {}
    for mention, line in zip(mentions, lines, strict=True):
        if mention.claimed:
            evidence.setdefault(mention.skill_id, {})[line.start] = line
    return {
        skill_id: _use(resume, skill_id, tuple(found.values()), today)
        for skill_id, found in sorted(evidence.items())
    }


def _use(resume: Resume, skill_id: str, lines: tuple[Line, ...], today: Month) -> Use:
    working = [line for line in lines if line.prose and line.section not in _LISTING]
    shown = set(working)
    intervals, last = [], None
    for number in sorted({line.position for line in lines if line.position is not None}):
        position = resume.positions[number]
        end = today if position.current else position.end
        if position.start is not None and end is not None:
            intervals.append((position.start.index, end.index))
            last = max(last, end) if last else end
    return Use(
        skill_id=skill_id,
        demonstrated=bool(working),
        months=union_months(intervals) if intervals else None,
        last_used=last,
        lines=tuple(sorted(lines, key=lambda line: (line not in shown, line.start))),
    )


def union_months(intervals: Sequence[tuple[int, int]]) -> int:
    """Months covered by intervals of month numbers, both ends included, overlaps counted once."""
    total, reached = 0, -1
    for start, end in sorted(intervals):
        total += max(0, end - max(start, reached + 1) + 1)
        reached = max(reached, end)
    return total


def _passages(lines: Sequence[Line]) -> tuple[Line, ...]:
    found = []
    for line in lines:
        if not line.prose:
            continue
        if len(line.text) < _SPLIT_FROM:
            found.append(line)
            continue
        start = 0
        for end in [*(gap.start() for gap in _SENTENCE_END.finditer(line.text)), len(line.text)]:
            sentence = line.text[start:end].strip()
            if sentence:
                at = line.start + line.text.index(sentence, start)
                found.append(replace(line, text=sentence, start=at, end=at + len(sentence)))
            start = end
    return tuple(found)


def _titles(resume: Resume) -> tuple[TitleHeld, ...]:
    text = resume.document.text
    found = []
    if resume.headline and (at := text.find(resume.headline)) >= 0:
        found.append(_title(resume.headline, at, None))
    for number, position in enumerate(resume.positions):
        at = text.find(position.title, position.header[0])
        if position.title and at >= 0:
            found.append(_title(position.title, at, number))
    return tuple(found)


def _title(text: str, start: int, position: int | None) -> TitleHeld:
    return TitleHeld(text, normal_title(text), trade_of(text), start, start + len(text), position)
