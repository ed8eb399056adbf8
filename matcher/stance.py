"""How a text speaks of a skill: claims it, denies it, hopes for it, or only stood beside it."""

from __future__ import annotations

import re
from typing import TypedDict

from ahocorasick_rs import AhoCorasick


class Stance(TypedDict, total=False):
    """The flags of :class:`matcher.records.Mention` that are set."""

    negated: bool
    aspiring: bool
    adjacent: bool


_REACH = 90  # characters before a mention in which a cue still speaks of it
_AFTER = 50  # characters after it in which one may follow

_CLAUSE_END = re.compile(
    r"[.;!?\n\t](?=\s|$)|\n|\t|[•●▪◦‣]|(?-i:(?<=[a-z)])[.!?](?=[A-Z][a-z]))"
    r"|[,–—-]?\s\b(?:but|however|although|though|whereas|yet|while)\b",
    re.IGNORECASE,
)
_KNOWLEDGE = (
    r"(?:experiences?|knowledge|exposure|background|familiarity|training|skills?|expertise)"
)
_KIND = (
    r"(?:any|prior|previous|real|direct|hands[- ]on|professional|commercial|formal|working|"
    r"practical|production|much|significant|specific|actual|relevant|industry)"
)
_NEGATED = re.compile(
    rf"\b(?:no|zero|without|lack(?:s|ed|ing)?(?:\s+of)?|never\s+had|little\s+to\s+no)\s+"
    rf"(?:{_KIND}[\s,]+)*{_KNOWLEDGE}\b"
    r"|(?:\b(?:not|never|hardly)|(?<!who do)(?<!who did)n['’]t)\s+"
    r"(?:yet\s+|been\s+|really\s+|have\s+|had\s+|ever\s+|very\s+)*"
    r"(?:use[ds]?|using|work(?:ed|ing)?\s+(?:with|in|on)|familiar|experienced?|proficient|know[ns]?|"
    r"touch(?:ed)?|learn(?:ed|t)?|comfortable|skilled|exposed|trained|written(?!\s+by)|"
    r"programmed|coded|"
    rf"(?:any\s+)?(?:{_KIND}\s+)*{_KNOWLEDGE})\b"
    r"|\bunfamiliar\s+with\b|\bno\s+longer\s+(?:use|work\s+with)\b",
    re.IGNORECASE,
)
_NEGATED_AFTER = re.compile(
    r"^\s*(?:experience|knowledge|skills?|certification)?\s*"
    r"(?:(?:is|are|was)\s+)?(?::\s*none\b|(?:not|n['’]t)\s+(?:yet\s+)?"
    r"(?:strictly\s+|absolutely\s+)?(?:required|needed|necessary|a\s+requirement|used|essential))",
    re.IGNORECASE,
)
# "machine learning with Python" is no wish: learning counts after an adverb or at the start.
_ASPIRING = re.compile(
    r"(?:^\W*|\b(?:currently|now|presently|actively|still|started|began|begun|am|i['’]m|self)[\s-]+)"
    r"(?:learning|studying|exploring|pursuing|picking\s+up|teaching\s+myself|working\s+towards?|"
    r"getting\s+into|preparing\s+for)\b(?!\s*(?:,|/|and\s+development|management|platform))"
    r"|\b(?:want|wants|wanting|wish|hope|hoping|plan|plans|planning|eager|keen|excited|aim|aiming|"
    r"would\s+like|(?:would|i['’]d)\s+love|looking(?:\s+forward)?)\s+to\s+"
    r"(?:\w+\s+)?(?:learn|study|explore|work\s+with|grow|deepen|gain|get\s+into|move\s+into|try|"
    r"use|become|pick\s+up)\b(?!\s*,|\s+(?:and|quickly|fast|effectively|through)\b)"
    # "able to use" is a claim; "able to learn" is none.
    r"|\b(?:willing|able|ready)\s+to\s+(?:\w+\s+)?(?:learn|study|get\s+into|pick\s+up)\b"
    r"(?!\s*,|\s+(?:and|quickly|fast|effectively|through)\b)"
    r"|\baspiring(?=\s+(?:\w+\s+){0,2}$)"
    r"|\b(?:interest(?:s|ed)?\s+in|curious\s+about|fascinated\s+by|"
    r"(?:next|future)\s+(?:goal|step)s?|to\s+learn\s+next|on\s+my\s+list)\b"
    r"|\bin\s+progress\s*[:–—-]",
    re.IGNORECASE,
)
_ASPIRING_AFTER = re.compile(
    r"^\s*[(:–—-]\s*(?:\w+,?\s+)?(?:(?:currently|still|now)\s+(?:learning|studying)|in\s+progress)\b"
    r"|^\s*\((?:learning|studying)\)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:alongside|(?:work(?:ed|ing|s)?|collaborat\w+|partner\w*|coordinat\w+|liais\w+|"
    r"interfac\w+|co-?operat\w+|paired|together|met)\s+(?:\w+ly\s+)?with|"
    r"support(?:ed|ing|s)?|assist(?:ed|ing|s)?|help(?:ed|ing)|handed\s+\w+\s+to)\s+"
    r"(?:the\s+|a\s+|an\s+|our\s+|their\s+|other\s+|several\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^(?:\s*(?:,|and|or|/|&)\s*[\w+#.]+){0,2}\s+(?:(?!of\b|in\b|on\b|by\b)\w+\s+)?"
    r"(?:teams?|engineers?|developers?|admins?|administrators?|specialists?|groups?|squads?|"
    r"experts?|consultants?|departments?|programmers?|dbas?|folks)\b",
    re.IGNORECASE,
)
# What turns a denied or wished list into a claim again: "no Java, strong Python".
_TURN = re.compile(
    r"\b(?:strong|proficient|expert|experienced|solid|skilled|fluent|years|built|developed|using|"
    r"used|led|wrote|designed|because|so|since|which|thanks)\b",
    re.IGNORECASE,
)


# Letters without which no cue above can stand: a line without them claims all that it names.
_CUE_LETTERS = (
    "no ", "not", "n't", "n’t", "zero", "without", "lack", "never", "hardly", "little", "none",
    "unfamiliar", "learn", "study", "explor", "pursu", "pick", "teach", "toward", "getting",
    "prepar", "want", "wish", "hop", "plan", "eager", "keen", "excited", "aim", "willing", "able",
    "ready", "would", "'d ", "’d ", "looking", "interest", "curious", "fascinat", "aspir", "next",
    "progress",
    "future", "list", "alongside", "with ", "support", "assist", "help", "handed",
)  # fmt: skip
_cue_letters = AhoCorasick(_CUE_LETTERS)


def _may_tell(text: str) -> bool:
    return bool(_cue_letters.find_matches_as_indexes(text.lower()))


class Stances:
    """The stances of one text towards the mentions in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._telling: dict[int, bool] = {}  # by start of line: whether it has any cue

    def of(self, start: int, end: int) -> Stance:
        """The stance towards the mention ``text[start:end]``, judged within its own clause."""
        text = self._text
        line_start = text.rfind("\n", 0, start) + 1
        if line_start not in self._telling:
            line_end = text.find("\n", start)
            line = text[line_start : line_end if line_end >= 0 else len(text)]
            self._telling[line_start] = _may_tell(line)
        if not self._telling[line_start]:
            return {}
        before = text[max(line_start, start - _REACH) : start]
        if line_start < start - _REACH:
            before = f"_{before}"  # what is cut off here does not start there
        *_, clause_start = (0, *(boundary.end() for boundary in _CLAUSE_END.finditer(before)))
        after = text[end : end + _AFTER].split("\n", 1)[0]
        return _stance(before[clause_start:], text[start:end], after)


def _stance(before: str, mention: str, after: str) -> Stance:
    if _reaches(_NEGATED, before) or _NEGATED_AFTER.search(after):
        return {"negated": True}
    if _reaches(_ASPIRING, before) or _ASPIRING_AFTER.search(after):
        return {"aspiring": True}
    # Work with "cross-functional teams" is the skill; work with "the Java team" is not Java.
    if not mention.lower().endswith(("team", "teams")) and (
        _BESIDE.search(before) and _GROUP.search(after)
    ):
        return {"adjacent": True}
    return {}


def _reaches(cue: re.Pattern[str], before: str) -> bool:
    """Whether the last such cue still holds at the end of ``before``."""
    *_, last = (-1, *(found.end() for found in cue.finditer(before)))
    return last >= 0 and not _TURN.search(before, last)


def denies_or_wishes(sentence: str) -> bool:
    """Whether a sentence says what its writer cannot do yet, and so is no account of work."""
    return _may_tell(sentence) and (
        _NEGATED.search(sentence) is not None or _ASPIRING.search(sentence) is not None
    )
