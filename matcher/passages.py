"""The lines of a resume in pieces: sentences, and passages about work done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from matcher.numbers import SPELLED
from matcher.records import Line
from matcher.resumes.telling import is_objective
from matcher.skills.stance import denies_or_wishes

# A long line is compared in pieces: one vector for a paragraph is near everything. It is cut where
# the text itself has a seam, the stronger seams first, never at a fixed number of words.
_LONG = 25  # words
_FEW = 4  # words; what has fewer is no piece by itself
_SEAMS = (
    re.compile(r"(?<=[a-z0-9)%][.!?;])\s+(?=[A-Z•(])"),
    re.compile(r"\s+[-–—•*·]\s+|(?<=[a-z0-9)]);\s+"),
    re.compile(r"(?<=[a-z0-9),%])\s+(?=[A-Z][a-z]+(?:ed|ing|es|ts|ns|ds)\s)"),  # "… Managed …"
    re.compile(r"(?<=,)\s+"),
)
_EXPOSURE_SIGNS = (
    "exposure", "awareness", "familiari", "stay", "kept up", "webinar", "video course",
    "participated in", "attended", "sat in on",
)  # fmt: skip
_EXPOSURE = re.compile(
    r"\b(?:exposure to|(?:gained |general )?awareness of|familiari[sz]ed with|"
    r"stay(?:ed|ing)? (?:current|up[ -]to[ -]date)|kept up(?: to date)? with|webinar|video course|"
    r"(?:participated in|attended|sat in on)\s+(?:\w+\s+){0,2}(?:meetings?|webinars?|talks?|"
    r"conferences?|trainings?))\b",
    re.IGNORECASE,
)

# What a sentence says of its writer rather than of work. Most sentences are settled by the signs.
_CLAIM_OPENS = re.compile(
    r"^\W*(?:(?:an?|i am|i['’]m|am|i have|have|has|also|very|highly|extremely|technically|results?|"
    r"detail|self|customer|goal)[\s-]+){0,3}"
    r"(?:strong|solid|good|great|excellent|extensive|exceptional|outstanding|superior|deep|broad|"
    r"proficien\w+|skilled|knowledge\w*|familiar\w*|expert\w*|fluen\w+|(?:well[- ])?versed|"
    r"experienced?|hands[- ]on|working\s+knowledge|understanding|ability|able|capable|competent|"
    r"knows?|advanced|intermediate|basic|seasoned|dedicated|driven|oriented|accomplished|"
    r"(?:comfortable|confident|at\s+home|at\s+ease)\s+(?:with|in|on)|"
    r"motivated(?!\s+(?:an?|the|them|my|our|their|staff|teams?|employees)\b)|versatile|dynamic|"
    r"innovative|passionate|hard[- ]?working|reliable|energetic|enthusiastic|talented|proven|"
    r"professional)\b",
    re.IGNORECASE,
)
_CLAIM_SIGNS = (
    "year", " with", " who", "record", "proven", "ability", "experience", "expertise",
    "background", "skill", "proficient", "passion", "adept", "known",
)  # fmt: skip
_NUMBER = rf"(?:\d+|{SPELLED}|thirty|several|many|few)"
_CLAIM_TELLS = re.compile(
    rf"\b{_NUMBER}\+?(?:\s*(?:-|–|to)\s*{_NUMBER}\+?)?\s*(?:\(\d+\)\s*)?(?:plus\s+)?years?['’]?\s+"
    r"(?:(?:of\s+)?(?:[\w/&,-]+\s+){0,5}?(?:experience|expertise)\b|"
    r"(?:in|as)\b|[a-z]+ing\b)|"
    r"\b(?:professional|manager|engineer|specialist|leader|analyst|developer|designer|scientist|"
    r"executive|associate|consultant|individual|person|player|teacher|nurse|chef|accountant)\s+"
    r"(?:who|skilled|experienced|with\s+(?:\S+\s+){0,2}?(?:an?|the|\d+\S*|years|extensive|strong|"
    r"solid|broad|deep|diverse|proven|excellent|great|experiences?|expertise))(?!\w)|"
    r"\b(?:track\s+record|proven\s+(?:ability|success|record)|ability\s+to|experienced?\s+in|"
    r"expertise\s+in|background\s+in|skilled\s+(?:in|at)|"
    r"proficient\s+(?:in|with|at)|passion(?:ate)?\s+(?:for|about)|adept\s+(?:at|in)|"
    r"known\s+for|(?:communication|interpersonal)\s+skills)\b",
    re.IGNORECASE,
)


def passages_of(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The pieces of the lines that say what was done; not what is denied, wished or sought."""
    found = []
    for line in lines:
        if not line.prose:
            continue
        for start, end in _whole(_pieces(line.text, 0, len(line.text), _SEAMS), line.text):
            piece = line.text[start:end]
            if not (denies_or_wishes(piece) or is_objective(piece) or tells_no_work(piece)):
                found.append(_part(line, start, end))
    return tuple(found)


def sentences_of(line: Line) -> list[tuple[int, int, Line]]:
    """The sentences of a line, each with where it starts and ends there."""
    ends = [gap.span() for gap in _SEAMS[0].finditer(line.text)]
    starts = [0, *(end for _, end in ends)]
    pieces = zip(starts, [*(start for start, _ in ends), len(line.text)], strict=True)
    return [(start, end, _part(line, start, end)) for start, end in _whole(pieces, line.text)]


def tells_no_work(sentence: str) -> bool:
    """Whether a sentence tells what somebody was near to, heard of or read about, or what they are
    or can ("seasoned analyst with ten years of experience"): nothing that was done, and no skill
    shown by it."""
    lowered = sentence.lower()
    return (
        _CLAIM_OPENS.match(sentence) is not None
        or (_has(lowered, _EXPOSURE_SIGNS) and _EXPOSURE.search(sentence) is not None)
        or (_has(lowered, _CLAIM_SIGNS) and _CLAIM_TELLS.search(sentence) is not None)
    )


def _has(lowered: str, signs: Sequence[str]) -> bool:
    return any(sign in lowered for sign in signs)


def _pieces(
    text: str, start: int, end: int, seams: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, int]]:
    """Offsets of the pieces of ``text[start:end]``, cut at the first kind of seam, and again at
    the next where a piece is still long."""
    if not seams or len(text[start:end].split()) <= _LONG:
        if text[start:end].strip():
            yield start, end
        return
    for gap_start, gap_end in [
        *(gap.span() for gap in seams[0].finditer(text, start, end)),
        (end, end),
    ]:
        yield from _pieces(text, start, gap_start, seams[1:])
        start = gap_end


def _whole(pieces: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The pieces, those of a few words joined to the one before or else after them: a list inside
    a sentence says nothing by its items. What is only claimed ("Strong in Python") is not joined to
    what was done."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found and (_is_few(text[start:end]) or _is_few(text[slice(*found[-1])])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_few(piece: str) -> bool:
    return len(piece.split()) < _FEW and _CLAIM_OPENS.match(piece) is None


def _part(line: Line, start: int, end: int) -> Line:
    """``line.text[start:end]`` as a line: the same one where that is all of it, as it mostly is."""
    if end - start == len(line.text):
        return line
    return replace(line, text=line.text[start:end], start=line.start + start, end=line.start + end)
