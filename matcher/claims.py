"""What a resume claims of a skill in words: "expert in SQL", "Python (5+ years)".

A claim earns nothing: it is shown beside what the dates of the positions show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from matcher.records import Mention

ClaimedLevel = Literal["basic", "intermediate", "advanced", "expert"]

_LEVELS: dict[ClaimedLevel, str] = {
    "basic": r"basic(?:s of)?|beginner|elementary|novice|rudimentary|familiar(?:ity)?|"
    r"exposure(?=\s+to\b|\s*:)|introductory|some knowledge",
    "intermediate": r"intermediate|working knowledge|competent|moderate",
    "advanced": r"advanced|proficien(?:t|cy)|fluent|skilled|strong|solid|extensive|deep|"
    r"in[- ]depth",
    "expert": r"expert(?:ise)?|mastery|guru",
}
_LEVEL = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LEVELS.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)  # fmt: skip
_YEARS = re.compile(
    r"(?<![\w.,$])(?<!less than )"
    r"(?:(?P<years>\d{1,2}(?:\.5)?)\s*\+?\s*(?:years?|yrs?)|(?P<months>\d{1,3})\s*\+?\s*months?)\b",
    re.IGNORECASE,
)
# Between "expert" or "5 years" and the skill: "in", "of professional experience with", other skills
# of a list. Else the words are said of something else: "strong communicator, Python".
_SKILL = "\0"  # what stands for each character of a mention
_WORDS = (
    r"in|of|with|at|on|to|the|a|an|using|both|working|hands[- ]on|professional|practical|technical|"
    r"commercial|industry|proven|programming|coding|software|development|knowledge|experience|"
    r"understanding|background|command|grasp|foundations?|level|users?|languages?|tools|"
    r"technologies|such as|including|skills?(?=\s*:|\s+(?:in|with|of|using|such|including)\b)"
)
_LIST = r"and|or|as well as|in|with|of|using|such as|including|(?:skills?|experience) (?:in|with)"
_LINK = re.compile(
    rf"[’']?(?:\b(?:{_WORDS}|{'|'.join(_LEVELS.values())})\b|{_YEARS.pattern}|[\s,:(+–-])*"
    rf"(?:{_SKILL}+(?:\b(?:{_LIST})\b|[\s,:()/&+–-])+)*".replace("?P<years>", "?:").replace(
        "?P<months>", "?:"
    ),
    re.IGNORECASE,
)
# Right behind the skill: "Python (expert, 5 years)", "Python – 5 years", "SQL: advanced".
_BEHIND = re.compile(r"\s*(?:\((?P<inside>[^()]{1,40})\)|[-–—:]\s*(?P<after>[^,;.|•]{1,25}))")
_CLAUSE_END = re.compile(
    r"[.;•|\n\t]|(?:,|\sand)\s+(?:and\s+)?(?=\w+\s+(?:in|of|with|knowledge)\b)"
)
_MOST_YEARS = 40
_FARTHEST = 160  # characters before a skill that may tell of it


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of one skill; ``start`` and ``end`` are the offsets of the words that say it."""

    skill_id: str
    level: ClaimedLevel | None
    years: float | None
    start: int
    end: int


def claims_of(text: str, mentions: Sequence[Mention]) -> Mapping[str, tuple[Claim, ...]]:
    """The claims in a text, by skill id, in text order. ``mentions`` are those of the text."""
    found: dict[str, list[Claim]] = {}
    claimed = sorted((each for each in mentions if each.claimed), key=lambda each: each.start)
    text = _masked(text, claimed)
    taken = 0  # up to here the words are said of an earlier skill: "R (basic), Docker"
    for mention in claimed:
        start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _FARTHEST, taken)
        ends = [end.end() for end in _CLAUSE_END.finditer(text, start, mention.start)]
        claim = _claim(text, ends[-1] if ends else start, mention)
        if claim is not None:
            found.setdefault(mention.skill_id, []).append(claim)
            taken = max(taken, claim.end) if claim.end > mention.end else taken
    return {skill_id: tuple(each) for skill_id, each in found.items()}


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    """``text`` with the skills blotted out: "basic" is no level in "Visual Basic", nor a stop the
    end of a clause in "Node.js"."""
    parts, at = [], 0
    for mention in mentions:
        parts += [text[at : mention.start], _SKILL * (mention.end - mention.start)]
        at = mention.end
    return "".join([*parts, text[at:]])


def _claim(text: str, start: int, mention: Mention) -> Claim | None:
    behind = _BEHIND.match(text, mention.end, mention.end + 45)
    if behind is not None:
        said = behind["inside"] or behind["after"]
        level, years = _level(said), _YEARS.search(said)
        if level is not None or years is not None:
            number = _number(years) if years else None
            return Claim(mention.skill_id, level, number, mention.start, behind.end())
    before = text[start : mention.start]
    levels = [said for said in _LEVEL.finditer(before) if _LINK.fullmatch(before, said.end())]
    stated = [said for said in _YEARS.finditer(before) if _LINK.fullmatch(before, said.end())]
    level = _name(levels[-1]) if levels else None
    number = _number(stated[-1]) if stated else None
    if level is None and number is None:
        return None
    first = min(each.start() for each in (*levels[-1:], *stated[-1:]))
    return Claim(mention.skill_id, level, number, start + first, mention.end)


def _level(text: str) -> ClaimedLevel | None:
    found = _LEVEL.search(text)
    return _name(found) if found else None


def _name(found: re.Match[str]) -> ClaimedLevel:
    return next(name for name in _LEVELS if found[name])


def _number(found: re.Match[str]) -> float | None:
    years = float(found["years"]) if found["years"] else round(float(found["months"]) / 12, 1)
    return years if 0 < years <= _MOST_YEARS else None
