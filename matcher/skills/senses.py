"""What a whole text says of a name in it: that an abbreviation stands for something else there, or
that a product is meant as the company that makes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

# Words that an abbreviation leaves out: "health insurance portability and accountability act".
_SMALL = frozenset("a and for in of on or the to with".split())
_STEM = 4  # letters by which two words are the same: "modeling" and "model"
_LONGEST = 6  # letters of an abbreviation
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SPELT_OUT = 110  # characters in which its words are looked for
_BRACKETED = 80


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """By what the words of a long form are recognised."""
    return frozenset(word[:_STEM] for word in words if word not in _SMALL)


def spelt(words: Sequence[str], short: str) -> int | None:
    """Which of the small-lettered words is the first of those at the end that ``short`` is the
    initials of; None when it is not."""
    left, first = len(short), len(words)
    while left and first:
        word = words[first - 1]
        if word[0] == short[left - 1]:
            left -= 1
        elif word not in _SMALL:
            return None
        first -= 1
    return None if left else first


def may_be_spelt_out(name: str) -> bool:
    """Whether a name is written like an abbreviation."""
    return 2 <= len(name) <= _LONGEST and name.isupper() and name.isalpha()


def long_form(text: str, start: int, end: int) -> frozenset[str] | None:
    """What the abbreviation ``text[start:end]`` is said to stand for: "Veritas Cluster Server
    (VCS)" or "VCS (Veritas Cluster Server)"; None when nothing is said."""
    short = text[start:end].removesuffix("s").lower()
    if text[start - 1 : start] == "(":
        words = _WORDS.findall(text[max(0, start - _SPELT_OUT) : start - 1].lower())
    elif text[end : end + 2] == " (":
        inside, bracket, _ = text[end + 2 : end + _BRACKETED].partition(")")
        words = _WORDS.findall(inside.lower()) if bracket else []
    else:
        return None
    first = spelt(words, short)
    if first is None or short in words[first:]:
        return None
    return beginnings(words[first:])


_COMPANY_AFTER = re.compile(
    r",? (?:(?:Inc|Corp|Corporation|LLC|Ltd|GmbH)\b|"
    r"is (?:an? )?(?:proud to be an? )?(?:[Ee]qual|EQUAL|[Aa]ffirmative)\b)"
)
_COMPANY_BEFORE = re.compile(
    r"(?:(?:^|[.!?\n]\s*)(?:[Hh]ere at|At|About|Life at|Why)|\b[Jj]oin(?:ing|ed)?) $"
)
# Each of these is also said of tools; two of them make a company.
_COMPANY_PERHAPS = re.compile(
    r",? (?:(?:is|was|are) (?:an? (?:registered|global|leader|leading|fast|privately|publicly)|"
    r"the (?:leader|leading|world)|proud|committed to|headquartered|looking|seeking|hiring|"
    r"transforming|building)|"
    r"employees|careers|headquarters|offers|provides|believes|seeks)\b"
)
_ENOUGH = 2
_ITEM_ENDS = ("", *",;:|/()•\n")
_OWNS = re.compile(r"['’]s [a-z]")
# What the words above can begin and end with: most names in a list are not looked at any closer.
_MAY_FOLLOW = frozenset(
    (" I", " C", " L", " G", " i", " w", " a", " e", " c", " h", " o", " p", " b", " s", ", ", "'s",
     "’s")
)  # fmt: skip
_MAY_FOLLOW_COMMA = frozenset("ICLGi")
_MAY_PRECEDE = frozenset(("t ", "y ", "n ", "g ", "d "))
_PART_OF_A_NAME = re.compile(r"\b[A-Z]\w* $")
# What is asked for is the product, whoever asks.
_ASKED = re.compile(
    r"\b(?:experience|knowledge|proficien\w+|familiar\w*|skills?|skilled|expert\w*|certifi\w+|"
    r"using|used?|tools?|fluen\w+|understanding|trained)\b[^.;]*$",
    re.IGNORECASE,
)
_ASKED_REACH = 60  # characters before a name
_BEFORE_REACH = 12

_SERVED = ("clients", "customers", "companies", "investors", "backed by", "founders of")
_LIST_OF_COMPANIES = re.compile(
    r"\b(?:(?:clients|customers|companies|investors)(?:[\w ]{0,16}(?:,? such as|,? like|"
    r",? including)| include:?|:)|backed by|founders of) (?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_LIST_REACH = 200  # characters after it, within its sentence
# A list of names ends with its sentence or where two words in a row are no names.
_LIST_END = re.compile(
    r"[.!?](?:\s|$|(?=[A-Z]))|\n|(?:\s(?!(?:and|of|the|or|as|well|among|others)\b)[a-z]+){2}"
)


class Companies:
    """The names of products in a text that are companies there: employers, and clients in lists.

    ``names`` has the spans of the names that may be; ``folded`` is the text in small letters.
    """

    def __init__(self, text: str, folded: str, names: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._lists = _lists(text, folded)
        signs, owned = Counter[str](), set[str]()
        for start, end in names:
            if count := self._signs(start, end):
                signs[text[start:end]] += count
            elif _OWNS.match(text, end):
                owned.add(text[start:end])
        self._employers = {
            name for name, count in signs.items() if count + (name in owned) >= _ENOUGH
        }
        self.any = bool(self._lists or self._employers)

    def mean(self, start: int, end: int) -> bool:
        """Whether the name ``text[start:end]`` is a company."""
        if any(low <= start < high for low, high in self._lists):
            return True
        if self._text[start:end] not in self._employers or self._is_item(start, end):
            return False
        before = self._text[max(0, start - _ASKED_REACH) : start].rpartition("\n")[2]
        return _ASKED.search(before) is None

    def _is_item(self, start: int, end: int) -> bool:
        """Whether a name stands by itself in a list: who works at Oracle may list Oracle."""
        text = self._text
        before = text[max(0, start - _BEFORE_REACH) : start].rstrip(" ")[-1:]
        after = text[end : end + _BEFORE_REACH].lstrip(" ")[:1]
        return before in _ITEM_ENDS and after in _ITEM_ENDS and not _COMPANY_AFTER.match(text, end)

    def _signs(self, start: int, end: int) -> int:
        text = self._text
        if text[start - 2 : start] in _MAY_PRECEDE and _COMPANY_BEFORE.search(
            text[max(0, start - _BEFORE_REACH) : start]
        ):
            return _ENOUGH
        following = text[end : end + 2]
        if following not in _MAY_FOLLOW or (
            following == ", " and text[end + 2 : end + 3] not in _MAY_FOLLOW_COMMA
        ):
            return 0
        certain = _COMPANY_AFTER.match(text, end)
        if not certain and not _COMPANY_PERHAPS.match(text, end):
            return 0
        if _PART_OF_A_NAME.search(text[max(0, start - _BEFORE_REACH) : start]):
            return 0
        return _ENOUGH if certain else 1


def _lists(text: str, folded: str) -> list[tuple[int, int]]:
    """Where companies are listed: "clients such as ..."."""
    found = []
    for word in _SERVED:
        at = folded.find(word)
        while at >= 0:
            # The folded text has one space more at its start.
            if cue := _LIST_OF_COMPANIES.match(text, at - 1):
                end = _LIST_END.search(text, cue.end(), cue.end() + _LIST_REACH)
                found.append((cue.end(), end.start() if end else cue.end() + _LIST_REACH))
            at = folded.find(word, at + 1)
    return found
