"""Words that stand apart from their first letter: "S oftware E ngineer w ith t he t eam".

Files that were made from a PDF come so when the first letter of each word was placed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

# "S oftware", "2 019": one sign, and the rest of its word. "A team" and "I work" are no such pair.
_TORN = re.compile(r"(?<![^\s(])[B-HJ-Zb-hj-z0-9] (?=[a-z0-9]{2})")
_LEAST, _LEAST_SHARE = 20, 0.1  # of the words; under .02 in every file where words are whole
_LEAST_SIGNS = 8  # different ones; "C and R" are names
_OF_TWO = frozenset(
    "am an as at be by do go he if in is it me my no of on or pm so to up us we".split()
)


def is_torn(lines: Iterable[str]) -> bool:
    """Whether the words of these lines stand apart from their first letters."""
    text = "\n".join(lines)
    torn = _TORN.findall(text)
    many = len(torn) >= _LEAST and len(set(torn)) >= _LEAST_SIGNS
    return many and len(torn) >= _LEAST_SHARE * len(text.split())


def mended(line: str) -> str:
    """A torn line with its words whole, as far as that can be known: the last of single signs in a
    row opens the word that follows them."""
    words: list[str] = []
    signs: list[str] = []
    for token in line.split(" "):
        if len(token) == 1 and token.isalnum():
            signs.append(token)
            continue
        opening = signs.pop() if signs and _follows_a_sign(token) else ""
        words += [*_whole(signs), opening + token]
        signs = []
    return " ".join([*words, *_whole(signs)])


def _follows_a_sign(rest: str) -> bool:
    """Whether this may be the rest of a word that lost its first sign: "QL", not "Engineer"."""
    first = rest[:1]
    return first.islower() or first.isdigit() or first in "+#.,;:)'’" or rest[:2].isupper()


def _whole(signs: Sequence[str]) -> Iterator[str]:
    """The words of single signs in a row: "u", "p", "a" is "up a"."""
    at = 0
    while at < len(signs):
        pair = "".join(signs[at : at + 2])
        whole = len(pair) == 2 and (pair.lower() in _OF_TWO or pair.isupper() or pair.isdigit())
        yield pair if whole else signs[at]
        at += 2 if whole else 1
