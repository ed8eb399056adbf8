"""Finds every skill of the taxonomy in a text, in one pass, and says how it is claimed.

All labels are searched at once with an Aho-Corasick automaton over a folded copy of the text that
has the same length, so offsets need no mapping. A label matches whole tokens only: what counts as
part of a token decides that C is not found in C++, nor R in R&D, nor Go in Go-to-market.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from matcher.records import Context, Mention, Skill
from matcher.stance import stance

# Between tokens. The characters that are missing here belong to tokens: + # & . _ % $ and digits,
# as in C++, F#, R&D, Node.js.
_BETWEEN = "\t\n\r\v\f\u00a0,;:()[]{}<>\"'`´‘’“”„«»|/\\*•·●▪◦‣–—−‐‑-=~^!?@…§©®™"
_FOLD = {ord(mark): " " for mark in _BETWEEN}

# A full stop ends a sentence unless a letter or digit follows at once; the glued sentences of
# scraped postings ("grow.You") end too, but Node.Js and ASP.Net do not.
_STOP = re.compile(r"\.(?=\s|$|[^\w.])|(?<=[a-z)])\.(?=[A-Z][a-z]+\b)(?!(?:Js|Net|Io|Ai)\b)")

# Addresses are no text: the domain of an e-mail is not a skill.
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|io|dev|me)/\S*")

# Words that may follow a short or ambiguous label after a hyphen: "Go-based", "R-like".
_SUFFIXES = frozenset(
    "based driven powered like style related oriented compatible native centric backed centered "
    "focused specific heavy".split()
)

_NEARBY = 80  # characters on either side in which another skill is context
_SHORT_LINE = 40  # characters; one skill per line makes a list of lines
_SHORT_LABEL = 2  # characters up to which a hyphen ties a label to the next word


@dataclass(frozen=True, slots=True)
class _Label:
    skill_id: str
    technical: bool
    spellings: frozenset[str]  # the spellings accepted when the case matters, else empty
    context: Context | None
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    label: _Label
    start: int
    end: int


class SkillFinder:
    """An automaton over all labels of a taxonomy; safe to share between threads."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        labels: dict[str, _Label] = {}
        for skill in skills:
            for spelling in (skill.label, *skill.also):
                label = _label(skill, spelling)
                for pattern in _patterns(spelling):
                    known = labels.get(pattern)
                    if known is None or known.skill_id == skill.id:
                        labels[pattern] = _merged(known, label)
        self._labels = list(labels.values())
        self._automaton = AhoCorasick([f" {pattern} " for pattern in labels])

    def find(self, text: str) -> tuple[Mention, ...]:
        """Mentions in text order, none overlapping another; the longest label wins."""
        folded = fold(text)
        hits = self._hits(text, folded)
        starts = [hit.start for hit in hits if hit.label.technical and hit.label.context is None]
        accepted = [
            hit for hit in hits if hit.label.context is None or _settled(hit, text, folded, starts)
        ]
        return tuple(
            Mention(hit.label.skill_id, hit.start, hit.end, **stance(text, hit.start, hit.end))
            for hit in _longest(accepted)
        )

    def _hits(self, text: str, folded: str) -> list[_Hit]:
        hits = []
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            # The folded text starts with one space more than the text, as do the patterns.
            hit = _Hit(self._labels[number], start, end - 2)
            if not _tied(hit, text):
                hits.append(hit)
        return hits


def fold(text: str) -> str:
    """``text`` as the automaton reads it: small letters, a space for everything between tokens,
    and one more space at either end. Character ``i`` of ``text`` is character ``i + 1`` here."""
    text = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    text = _STOP.sub(" ", text)
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow in small case, as the Turkish dotted I
        lowered = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return f" {lowered.translate(_FOLD)} "


def _patterns(spelling: str) -> list[str]:
    """The folded label, with a plural, and for several words also a singular, of its last word."""
    folded = " ".join(fold(spelling).split())
    found = [folded]
    last = folded.rsplit(" ", 1)[-1]
    if len(last) > 2 and last.isalpha() and not last.endswith("s"):
        found.append(f"{folded[:-1]}ies" if re.search("[^aeiou]y$", last) else f"{folded}s")
    elif " " in folded and last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")):
        found.append(folded[:-1])
    return found


def _label(skill: Skill, spelling: str) -> _Label:
    context = skill.context if skill.context and spelling in skill.context.labels else None
    if context is None:
        return _Label(skill.id, skill.technical, frozenset(), None)
    spellings = frozenset({spelling, f"{spelling}s"}) if context.exact_case else frozenset()
    cues = tuple(f" {' '.join(fold(cue).split())} " for cue in context.cues)
    return _Label(skill.id, skill.technical, spellings, context, cues)


def _merged(known: _Label | None, label: _Label) -> _Label:
    """Two spellings of one skill that fold to the same pattern: the freer one decides."""
    if known is None or label.context is None:
        return label
    if known.context is None:
        return known
    return _Label(
        label.skill_id,
        label.technical,
        known.spellings | label.spellings if known.spellings and label.spellings else frozenset(),
        label.context,
        label.cues,
    )


def _tied(hit: _Hit, text: str) -> bool:
    """Whether a hyphen ties a short or ambiguous label to another word."""
    if hit.label.context is None and hit.end - hit.start > _SHORT_LABEL:
        return False
    if text[hit.start - 1 : hit.start] == "-" and text[hit.start - 2 : hit.start - 1].isalnum():
        return True
    if text[hit.end : hit.end + 1] != "-":
        return False
    following = re.match(r"-(\w+)", text[hit.end : hit.end + 20])
    return following is not None and following.group(1).lower() not in _SUFFIXES


def _settled(hit: _Hit, text: str, folded: str, starts: list[int]) -> bool:
    """Whether the context of an ambiguous label says that it is the skill."""
    context = hit.label.context
    assert context is not None
    line_start = text.rfind("\n", 0, hit.start) + 1
    line_end = text.find("\n", hit.end)
    line_end = len(text) if line_end < 0 else line_end
    if hit.label.spellings:
        words = text[hit.start : hit.end]
        shouted = text[line_start:line_end].isupper() and line_end - line_start > len(words)
        if words not in hit.label.spellings and not shouted:
            return False
    before, after = folded[line_start : hit.start + 1], folded[hit.end + 1 : line_end + 1]
    if _starts_with_any(after, context.not_before) or _ends_with_any(before, context.not_after):
        return False
    line = f" {folded[line_start + 1 : line_end + 1]} "
    rest = line[: hit.start - line_start + 1] + line[hit.end - line_start + 1 :]
    if any(cue in rest for cue in hit.label.cues):
        return True
    low, high = max(line_start, hit.start - _NEARBY), min(line_end, hit.end + _NEARBY)
    if _skill_between(low, high, hit, starts):
        return True
    if line_end - line_start > _SHORT_LINE:
        return False
    previous_start = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    next_end = text.find("\n", line_end + 1)
    next_end = len(text) if next_end < 0 else next_end
    return (
        line_start - previous_start <= _SHORT_LINE
        and _skill_between(previous_start, line_start, hit, starts)
    ) or (next_end - line_end <= _SHORT_LINE and _skill_between(line_end, next_end, hit, starts))


def _skill_between(low: int, high: int, hit: _Hit, starts: list[int]) -> bool:
    """Whether an unambiguous technical label, outside the hit, starts in ``[low, high)``."""
    number = bisect_left(starts, low)
    while number < len(starts) and starts[number] < high:
        if not hit.start <= starts[number] < hit.end:
            return True
        number += 1
    return False


def _starts_with_any(folded: str, words: tuple[str, ...]) -> bool:
    following = folded.lstrip()
    return any(following.startswith(f"{word.lower()} ") or following == word for word in words)


def _ends_with_any(folded: str, words: tuple[str, ...]) -> bool:
    preceding = f" {folded.strip()}"
    return any(preceding.endswith(f" {word.lower()}") for word in words)


def _longest(hits: list[_Hit]) -> list[_Hit]:
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def by_skill(mentions: Iterable[Mention]) -> Mapping[str, tuple[Mention, ...]]:
    """Mentions grouped by skill id, in text order."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.skill_id, []).append(mention)
    return {skill_id: tuple(found) for skill_id, found in grouped.items()}
