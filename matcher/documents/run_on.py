"""Texts that lost their line breaks: copied out of a form, a table of a database, a web page.

What is left of the lines are the signs for a break in a programming language or on a web page,
bullets or bars in a row, runs of spaces, or the headings alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from matcher.headings import KIND_OF, WEAK, letters

# Breaks as a program writes them, and as web pages do: more of them than of real ones.
_ESCAPE = re.compile(r"(?:\\r)?\\n|<br\s*/?>", re.IGNORECASE)
_BYTES = re.compile(
    r"b(?P<quote>['\"])(?P<bytes>.*)(?P=quote)", re.DOTALL
)  # of Python, as in copied tables
_MIN_ESCAPES = 5
# Lists run on in long lines only: short ones with bullets are headers, "Acme • Leeds • 2019".
_LONG, _MIN_BULLETS = 200, 3
_BAR, _MIN_BARS = re.compile(r"\s\|\s"), 10
_BULLET = re.compile(r"(?=[•●➢✶❖►➤▪■◆✓✔]|â\x80¢|â€¢)")
# Runs of spaces where lines ended; two spaces stand between the items of a list, or between a word
# and the next in a sentence that was typed so.
_MIN_GAPS = 5
_GAP = re.compile(r"[ \t\xa0]{4,}")
_ITEM = re.compile(r"(?<=[a-z)])[ \t\xa0]{2}(?=[A-Z])")
# A text with nothing left but its headings, and how many kinds of them must be there.
_VERY_LONG, _MIN_KINDS = 1000, 3
_WORD = re.compile(r"\S+")
_MAX_WORDS = 3  # of such a heading
_SMALL = frozenset("a an and as at by for from in of on or our the their to with your & my".split())
_SENTENCE = re.compile(r"(?<=[a-z)][.!?]) (?=[A-Z])")


def restored(text: str) -> str:
    """The text with breaks where its long lines run on."""
    if len(_ESCAPE.findall(text)) > max(_MIN_ESCAPES, text.count("\n")):
        text = _ESCAPE.sub("\n", _decoded(text))
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line))


def _decoded(text: str) -> str:
    """What a literal of bytes stands for; any other text as it is."""
    if (literal := _BYTES.fullmatch(text.strip())) is None:
        return text
    written = literal["bytes"].encode("latin-1", "replace").decode("unicode_escape", "replace")
    return written.encode("latin-1", "replace").decode("utf-8", "replace")


def _pieces(line: str) -> list[str]:
    if len(line) <= _LONG:
        return [line]
    if len(_GAP.findall(line)) >= _MIN_GAPS:
        return [item for part in _GAP.split(line) for item in _ITEM.split(part)]
    if len(line) > _VERY_LONG and len(_BAR.findall(line)) >= _MIN_BARS:
        return _BAR.split(line)
    if len(_BULLET.findall(line)) >= _MIN_BULLETS:
        return _BULLET.split(line)
    if len(line) > _VERY_LONG and (headings := _headings(line)):
        cuts = [0, *(at for span in headings for at in span), len(line)]
        parts = [line[start:end].strip() for start, end in pairwise(cuts)]
        return [sentence for part in parts if part for sentence in _SENTENCE.split(part)]
    return [line]


def _headings(line: str) -> list[tuple[int, int]]:
    """Offsets of what must be headings in a text without breaks: phrases of the table with
    capitals, between a word that asks for no more and one that begins anew; none where they are of
    few kinds."""
    words = [found.span() for found in _WORD.finditer(line)]
    found: list[tuple[int, int]] = []
    kinds = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(_MAX_WORDS, 0, -1) if _is_heading(line, words, at, n)), 0)
        if length:
            start, end = words[at][0], words[at + length - 1][1]
            found.append((start, end))
            kinds.add(KIND_OF[letters(line[start:end])])
        at += length or 1
    return found if len(kinds) >= _MIN_KINDS else []


def _is_heading(line: str, words: list[tuple[int, int]], at: int, length: int) -> bool:
    if at + length >= len(words):
        return False
    texts = [line[start:end] for start, end in words[at : at + length]]
    if not all(text[0].isupper() or text in _SMALL for text in texts):
        return False
    phrase = letters("".join(texts))
    if phrase not in KIND_OF or phrase in WEAK:
        return False
    before = line[slice(*words[at - 1])] if at else "."
    after = line[words[at + length][0]]
    begins = before.casefold() not in _SMALL and before[-1] not in ",-–/("
    return begins and texts[-1][-1] not in ".,;)" and (after.isupper() or not after.isalpha())
