"""Is a skill missing once its words are gone, and nothing else?

500 trials, drawn by a fixed seed from the resumes of LiveCareer, the vanetik set and the judged
ones: a skill that the resume matches for its best role is deleted from every line. It has to be
missing then, unless another skill implies it, and every other requirement has to be met as before,
unless it was met through the deleted one.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from matcher.documents import read_bytes
from matcher.evaluation.figures import Figure
from matcher.evaluation.reading import ANNOTATIONS
from matcher.matching import Matcher
from matcher.profiles import Profile
from matcher.records import Resume, Status
from matcher.results import Match

_TRIALS, _SEED = 500, 7
_NAMED = ("demonstrated", "listed")  # the resume has the very words


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Share of the trials that end as they should, and the ways in which the others go wrong."""
    count = Counter[str]()
    for resume, skill_id in _drawn(matcher, data):
        count[_outcome(matcher, resume, skill_id)] += 1
    n = count.total()
    yield Figure("right", count["right"] / n, n)
    for name in ("still matched", "another lost", "another found"):
        yield Figure(name, count[name] / n, n)


def _drawn(matcher: Matcher, data: Path) -> Iterator[tuple[Resume, str]]:
    """Resumes as plain text, each with a skill that it matches."""
    rng = random.Random(_SEED)
    paths = sorted((data / "resumes/livecareer").rglob("*.pdf"))
    paths += sorted((data / "resumes/vanetik_docx").glob("*.docx"))
    paths += sorted((ANNOTATIONS / "resumes").glob("*.txt"))
    drawn = 0
    while drawn < _TRIALS:
        path = rng.choice(paths)
        text = read_bytes(path.read_bytes(), path.name).text
        resume = _read(matcher, text)
        held = sorted(
            item.skill.id for item in _best(matcher, resume).matched if item.holding.level in _NAMED
        )
        if held:
            drawn += 1
            yield resume, rng.choice(held)


def _read(matcher: Matcher, text: str) -> Resume:
    document = read_bytes(text.encode("utf-8", "replace"), "resume.txt")
    return matcher.resume(replace(document, text=text, status=Status.OK))


def _best(matcher: Matcher, resume: Resume) -> Match:
    return matcher.match_resume(resume, top=1, gains=False)[0]


def _without(text: str, profile: Profile, skill_id: str) -> str:
    """The text without the mentions of a skill. Several words go wherever they stand: a job that is
    told twice is read once, and its second telling would be read then."""
    said = [(one.start, one.end) for one in profile.mentions if one.skill_id == skill_id]
    names = {text[start:end] for start, end in said if " " in text[start:end]}
    for start, end in sorted(said, reverse=True):
        text = text[:start] + text[end:]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def _outcome(matcher: Matcher, resume: Resume, skill_id: str) -> str:
    before = _best(matcher, resume)
    text = _without(resume.document.text, matcher.profile(resume), skill_id)
    (after,) = matcher.match_resume(_read(matcher, text), roles=[before.role], gains=False)
    met = {item.skill.id: item for item in after.matched}
    if skill_id in met and met[skill_id].holding.via is None:
        return "still matched"
    through = {
        item.requirement.any_of
        for item in before.matched
        if skill_id in (item.skill.id, item.holding.via)
    }
    was = {item.requirement.any_of for item in before.matched} - through
    now = {item.requirement.any_of for item in after.matched}
    if was - now:
        return "another lost"
    return "another found" if now - was - through else "right"
