"""Finds every skill of the taxonomy in a text, in one pass, and says how it is claimed.

All labels are searched at once with an Aho-Corasick automaton over a folded copy of the text that
has the same length, so offsets need no mapping. A label matches whole tokens only: what counts as
part of a token decides that C is not found in C++, nor R in R&D, nor Go in Go-to-market.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ahocorasick_rs import AhoCorasick

from matcher.records import Context, Mention, Skill
from matcher.skills.folding import fold, fold_characters
from matcher.skills.listing import Lists
from matcher.skills.senses import Companies, beginnings, long_form, may_be_spelt_out, spelt
from matcher.skills.stance import Stances

_SEAM = "\ue000"  # between texts that are folded together: it belongs to none

# Words that may follow a short or ambiguous label after a hyphen: "Go-based", "R-like".
_SUFFIXES = frozenset(
    "based driven powered like style related oriented compatible native centric backed centered "
    "focused specific heavy".split()
)

# What makes another thing of the label after it: "non-relational databases", "cutting-edge AI".
_PREFIXES = ("non-", "cutting-", "cutting ")
_LONGEST_PREFIX = max(map(len, _PREFIXES))

_REACH = 240  # characters on either side, within the line, in which a cue counts
_NEARBY = 80  # characters on either side in which another skill is context
_SHORT_LINE = 40  # characters; one skill per line makes a list of lines
# Skills that people of any trade list: PowerPoint tells nothing of the C beside it.
_EVERYWHERE = frozenset({"business-software"})
_LONG_TEXT = 1500  # characters from which a text shows what trade it is about
_FEW = 3  # technical skills
_SHORT_LABEL = 2  # characters up to which a hyphen ties a label to the next word
_SHORTEST_NAME = 3  # characters from which a name means the same throughout a text
_ANY_CUE = "*"  # in place of cues: the label counts unless it is ruled out


@dataclass(frozen=True, slots=True)
class _Label:
    skill_id: str
    technical: bool
    category: str
    spellings: frozenset[str]  # the spellings accepted when the case matters, else empty
    context: Context | None
    usual: bool = False  # counts unless it is ruled out
    cues_only: bool = False
    cue_words: frozenset[str] = frozenset()
    cue_phrases: tuple[str, ...] = ()
    before: tuple[str, ...] = ()  # endings of what precedes, any of which rules it out
    after: tuple[str, ...] = ()  # beginnings of what follows, likewise
    # What each abbreviation among the labels stands for, as far as other labels say it.
    stands_for: Mapping[str, frozenset[str]] = field(default_factory=dict)
    item: bool = False  # counts as a whole item of a list
    item_only: bool = False  # and nowhere else

    @property
    def free(self) -> bool:
        """Whether it counts wherever it stands."""
        return self.context is None and not self.item_only


@dataclass(slots=True)
class _Hit:
    label: _Label
    start: int
    end: int


class SkillFinder:
    """An automaton over all labels of a taxonomy; safe to share between threads."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        labels: dict[str, tuple[_Label, ...]] = {}
        derived: dict[str, tuple[_Label, ...]] = {}
        skills = list(skills)
        folded = _fold_all(skills)
        for skill in skills:
            for spelling, label in _spellings(skill, folded):
                alone = (label,)
                known = labels
                for pattern in _patterns(folded[spelling]):
                    if (others := known.setdefault(pattern, alone)) is not alone:
                        known[pattern] = _beside(others, label)
                    known = derived
        labels = derived | labels  # SSRS is a label; it is not several SSR
        self._labels = [
            meanings if len(meanings) == 1 else _told_apart(meanings)
            for meanings in labels.values()
        ]
        self._automaton = AhoCorasick([f" {pattern} " for pattern in labels])

    def find(self, text: str, *, told: bool = False) -> tuple[Mention, ...]:
        """Mentions in text order, none overlapping another; the longest label wins. ``told``: the
        text is what a person tells of themselves, so that the learned stances judge it, too."""
        folded = fold(text)
        hits = _within_lines(_of_skills(self._hits(text, folded), text, folded), text)
        surroundings = _Surroundings(text, folded, hits)
        accepted = [hit for hit in hits if hit.label.free or surroundings.settle(hit)]
        accepted += surroundings.again(hits, accepted)
        stances = Stances(text, told=told)
        return tuple(
            Mention(hit.label.skill_id, hit.start, hit.end, **stances.of(hit.start, hit.end))
            for hit in _longest(accepted)
        )

    def _hits(self, text: str, folded: str) -> list[_Hit]:
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        # The folded text starts with one space more than the text, as do the patterns.
        hits = [
            _Hit(label, start, end - 2)
            for number, start, end in found
            for label in self._labels[number]
        ]
        return [
            hit
            for hit in hits
            if not (_tied(hit, text) or _cut(hit, text, folded) or _is_kind(hit, text))
        ]


def _within_lines(hits: list[_Hit], text: str) -> list[_Hit]:
    """The hits without those that go across the end of a line over a label inside it: "Terraform"
    above "Cloud" is no Terraform Cloud."""
    breaks = [found.start() for found in re.finditer("\n", text)]

    def is_across(hit: _Hit) -> bool:
        at = bisect_left(breaks, hit.start)
        return at < len(breaks) and breaks[at] < hit.end

    covered = {at for hit in hits if not is_across(hit) for at in (hit.start, hit.end)}
    return [
        hit
        for hit in hits
        if not (is_across(hit) and not covered.isdisjoint(range(hit.start, hit.end + 1)))
    ]


def _beside(known: tuple[_Label, ...], label: _Label) -> tuple[_Label, ...]:
    """The labels of one pattern with another. Of two spellings of a skill that fold to the same,
    the freer one decides; those of several skills are homonyms, if every one of them needs a
    context."""
    if known[0].context is None or label.item_only or label in known:
        return known
    if label.context is None:
        return (label,)
    return (*(other for other in known if other.skill_id != label.skill_id), label)


def _told_apart(homonyms: tuple[_Label, ...]) -> tuple[_Label, ...]:
    """The skills that a label may be: a technical neighbour does not say which of them it is, only
    the cues do."""
    return tuple(replace(label, cues_only=True) for label in homonyms)


def _fold_all(skills: Iterable[Skill]) -> Mapping[str, str]:
    """The folded form of each label and of each word of a context; all at once, for there are
    tens of thousands."""
    written = {
        word
        for skill in skills
        for words in (
            (skill.label,),
            skill.also,
            skill.items,
            skill.context.cues if skill.context else (),
            skill.context.not_before if skill.context else (),
            skill.context.not_after if skill.context else (),
        )
        for word in words
    }
    return dict(zip(written, fold_characters(_SEAM.join(written)).split(_SEAM), strict=True))


def _patterns(spelling: str) -> list[str]:
    """What is searched for a folded label: its words, with a plural, and for several words also a
    singular, of the last one."""
    folded = " ".join(spelling.split())
    found = [folded]
    last = folded.rsplit(" ", 1)[-1]
    if len(last) > 2 and last.isalpha() and not last.endswith("s"):
        y = last[-1] == "y" and last[-2] not in "aeiou"
        found.append(f"{folded[:-1]}ies" if y else f"{folded}s")
    elif last.endswith("analysis"):
        found.append(f"{folded[:-2]}es")
    elif " " in folded and last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")):
        found.append(folded[:-1])
    spaced = spelling.strip()  # "Architect - Associate" has three spaces where "-" stands
    return found if spaced == folded else [*found, spaced]


def _spellings(skill: Skill, folded: Mapping[str, str]) -> Iterator[tuple[str, _Label]]:
    """Each spelling of a skill, and how it counts. Of the ambiguous ones those of several words
    mean the skill where they are a whole item of a list, and those that are listed as such."""
    plain, ambiguous = _labels(skill, folded)
    listed = skill.context.labels if skill.context else ()
    if listed:
        items = {_joined(folded[spelling]) for spelling in skill.items}
        as_item = replace(ambiguous, item=True)
    for spelling in (skill.label, *skill.also):
        if spelling in listed:
            words = _joined(folded[spelling])
            yield spelling, as_item if " " in words or words in items else ambiguous
        else:
            yield spelling, plain
    if skill.items:
        only_item = replace(plain, item=True, item_only=True)
        for spelling in skill.items:
            yield spelling, only_item


def _joined(folded: str) -> str:
    return " ".join(folded.split())


def _labels(skill: Skill, folded: Mapping[str, str]) -> tuple[_Label, _Label]:
    """How the labels of a skill count that need no context, and how those that do."""
    meanings = _meanings(skill, folded)
    plain = _Label(
        skill.id, skill.technical, skill.category, frozenset(), None, stands_for=meanings
    )
    context = skill.context
    if context is None:
        return plain, plain
    accepted = {spelling for label in context.labels for spelling in (label, f"{label}s")}
    cues = [" ".join(folded[cue].split()) for cue in context.cues if cue != _ANY_CUE]
    return plain, _Label(
        skill.id,
        skill.technical,
        skill.category,
        frozenset(accepted) if context.exact_case else frozenset(),
        context,
        _ANY_CUE in context.cues,
        context.cues_only,
        frozenset(cue for cue in cues if " " not in cue),
        tuple(f" {cue} " for cue in cues if " " in cue),
        tuple(f" {' '.join(folded[word].split())}" for word in context.not_after),
        tuple(f"{' '.join(folded[word].split())} " for word in context.not_before),
        meanings,
    )


def _meanings(skill: Skill, folded: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """The stems of the words that each abbreviation among the labels is the initials of."""
    spellings = (skill.label, *skill.also)
    found: dict[str, frozenset[str]] = {}
    for short in {spelling.lower() for spelling in spellings if may_be_spelt_out(spelling)}:
        for spelling in spellings:
            words = folded[spelling].split()
            if len(words) > 1 and short not in words and spelt(words, short) == 0:
                found[short] = found.get(short, frozenset()) | beginnings(words)
    return found


def _of_skills(hits: list[_Hit], text: str, folded: str) -> list[_Hit]:
    """Without the abbreviations that the text says to stand for something else, and without the
    names that it means as companies."""
    strange = {
        (hit.label.skill_id, text[hit.start : hit.end])
        for hit in hits
        if hit.label.stands_for and _spelt_otherwise(hit, text)
    }
    if strange:
        hits = [
            hit for hit in hits if (hit.label.skill_id, text[hit.start : hit.end]) not in strange
        ]
    names = [
        (hit.start, hit.end) for hit in hits if hit.label.technical and text[hit.start].isupper()
    ]
    companies = Companies(text, folded, names)
    if not companies.any:
        return hits
    return [
        hit
        for hit in hits
        if not (
            hit.label.technical and text[hit.start].isupper() and companies.mean(hit.start, hit.end)
        )
    ]


def _spelt_otherwise(hit: _Hit, text: str) -> bool:
    """Whether the text gives another long form of an abbreviation than the taxonomy does."""
    known = hit.label.stands_for.get(text[hit.start : hit.end].removesuffix("s").lower())
    if known is None:
        return False
    given = long_form(text, hit.start, hit.end)
    return given is not None and given.isdisjoint(known)


def _cut(hit: _Hit, text: str, folded: str) -> bool:
    """Whether a sentence or a line ends within a label: "our operations.Leadership skills"; but
    Boost.Asio is one word."""
    start, end = hit.start, hit.end
    if not text[start].islower():
        return False
    at = text.find(".", start, end)
    if at < 0:
        at = text.find("\n", start, end)
    elif folded[at + 1] != " ":
        return False
    return start < at < end - 1 and text[at + 1].isupper()


def _is_kind(hit: _Hit, text: str) -> bool:
    """Whether a label says only what the name before it is: "Python (Programming Language)"."""
    return hit.start > 0 and _KIND.match(text, hit.start - 1) is not None


_KIND = re.compile(r"\(programming language\)", re.IGNORECASE)


def _tied(hit: _Hit, text: str) -> bool:
    """Whether a hyphen ties a label to "non" or the like, or, where the label is short or
    ambiguous, to any other word."""
    start, end, label = hit.start, hit.end, hit.label
    beside = text[max(start - 2, 0) : start]
    if (beside[-1:] == "-" or beside == "g ") and (
        text[max(start - _LONGEST_PREFIX, 0) : start].lower().endswith(_PREFIXES)
    ):
        return True
    if end - start > _SHORT_LABEL and (label.context is None or label.usual):
        return False
    if beside[-1:] == "-" and beside[:-1].isalnum():
        return True
    if text[end : end + 1] != "-":
        return False
    following = re.match(r"-(\w+)", text[end : end + 20])
    return following is not None and following.group(1).lower() not in _SUFFIXES


class _Surroundings:
    """What stands around the ambiguous labels of one text."""

    def __init__(self, text: str, folded: str, hits: list[_Hit]) -> None:
        self._text, self._folded = text, folded
        self._lists = Lists(text)
        plain = [hit for hit in hits if hit.label.technical and self._plain(hit)]
        self._technical = [hit.start for hit in plain]
        telling = [hit for hit in plain if hit.label.category not in _EVERYWHERE]
        self._telling = [hit.start for hit in telling]
        # A long text with hardly a technical skill is no technical one: one that is there, or was
        # taken for one, says nothing of the word beside it.
        self._of_another_trade = (
            len(text) >= _LONG_TEXT and len({hit.label.skill_id for hit in telling}) < _FEW
        )

    def _plain(self, hit: _Hit) -> bool:
        """Whether a label is the skill whatever else stands around it."""
        label = hit.label
        return label.free or (label.usual and not self._ruled_out(hit, *self._beside(hit)))

    def settle(self, hit: _Hit) -> bool:
        """Whether the context of an ambiguous label says that it is the skill."""
        label = hit.label
        if label.item_only:
            return self._lists.has_item(hit.start, hit.end)
        line = self._beside(hit)
        if self._ruled_out(hit, *line):
            return False
        before, after, start, end = line
        return (
            label.usual
            or (label.item and self._lists.has_item(hit.start, hit.end))
            or self._skill_in(max(start, hit.start - _NEARBY), min(end, hit.end + _NEARBY), hit)
            or self._has_cue(label, before, after)
            or (end - start <= _SHORT_LINE and self._in_a_list(hit, start, end))
        )

    def again(self, hits: list[_Hit], accepted: list[_Hit]) -> list[_Hit]:
        """The names that were settled elsewhere in the text: who lists Oracle among databases
        means it by "Oracle" in the next job, too."""
        text = self._text
        settled = {
            (hit.label.skill_id, text[hit.start : hit.end])
            for hit in accepted
            if hit.label.context and self._is_name(hit)
        }
        taken = {(hit.start, hit.end) for hit in accepted}
        return [
            hit
            for hit in hits
            if (hit.label.skill_id, text[hit.start : hit.end]) in settled
            and (hit.start, hit.end) not in taken
            and not self._ruled_out(hit, *self._beside(hit))
        ]

    def _is_name(self, hit: _Hit) -> bool:
        """Whether a label is written as an abbreviation, or as the name of a product is."""
        found = self._text[hit.start : hit.end]
        if len(found) < _SHORTEST_NAME:
            return False
        return found.isupper() or (hit.label.item and bool(hit.label.spellings))

    def _beside(self, hit: _Hit) -> tuple[str, str, int, int]:
        """What precedes a label in its line and what follows it, folded, and where what of the line
        is in reach starts and ends."""
        low, high = max(0, hit.start - _REACH), min(len(self._text), hit.end + _REACH)
        start = self._text.rfind("\n", low, hit.start) + 1 or low
        end = self._text.find("\n", hit.end, high)
        end = high if end < 0 else end
        return (
            f" {self._folded[start + 1 : hit.start + 1].strip()}",
            f"{self._folded[hit.end + 1 : end + 1].strip()} ",
            start,
            end,
        )

    def _ruled_out(self, hit: _Hit, before: str, after: str, start: int, end: int) -> bool:
        """Whether the case of a label, or the word before or after it, says that it is another
        thing."""
        label, text = hit.label, self._text
        if label.spellings and text[hit.start : hit.end] not in label.spellings:
            shouted = text[start:end].isupper() and end - start > hit.end - hit.start
            if not shouted:
                return True
        return before.endswith(label.before) or after.startswith(label.after)

    def _has_cue(self, label: _Label, before: str, after: str) -> bool:
        if not (
            label.cue_words.isdisjoint(before.split()) and label.cue_words.isdisjoint(after.split())
        ):
            return True
        return any(cue in f"{before} {after}" for cue in label.cue_phrases)

    def _in_a_list(self, hit: _Hit, start: int, end: int) -> bool:
        """Whether the line before or after is short too and has a skill: one skill a line."""
        text, low, high = self._text, max(0, start - _SHORT_LINE - 1), end + _SHORT_LINE + 1
        previous = text.rfind("\n", low, max(start - 1, 0)) + 1
        following = text.find("\n", end + 1, high)
        following = len(text) if following < 0 and len(text) < high else following
        return ((previous > 0 or low == 0) and self._skill_in(previous, start, hit)) or (
            following > 0 and self._skill_in(end, following, hit)
        )

    def _skill_in(self, low: int, high: int, hit: _Hit) -> bool:
        """Whether an unambiguous technical label, outside the hit, starts in ``[low, high)``."""
        if hit.label.cues_only:
            return False
        common = hit.label.category in _EVERYWHERE or not hit.label.technical
        if self._of_another_trade and not common:
            return False
        known = self._technical if common else self._telling
        first, last = bisect_left(known, low), bisect_left(known, high)
        return any(not hit.start <= at < hit.end for at in known[first:last])


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
