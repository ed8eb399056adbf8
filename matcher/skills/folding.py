"""A copy of a text of the same length in which labels are searched: small letters, a space for
whatever stands between tokens, no full stops at the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

# Between tokens. The characters that are missing here belong to tokens: + # & . _ % $ and digits,
# as in C++, F#, R&D, Node.js.
_BETWEEN = "\t\n\r\v\f\u00a0,;:()[]{}<>\"'`´‘’“”„«»|/\\*•·●▪◦‣–—−‐‑-=~^!?@…§©®™"


def _fold_table() -> npt.NDArray[np.uint32]:
    """For each character up to U+2FFF the one that it folds to."""
    small = (char if len(char) == 1 else None for char in (chr(c).lower() for c in range(0x3000)))
    table = np.array([ord(char) if char else c for c, char in enumerate(small)], dtype=np.uint32)
    table[[ord(mark) for mark in _BETWEEN]] = ord(" ")
    return table


_TABLE = _fold_table()
_ASCII = bytes(_TABLE[:128].tolist()).ljust(256)

# A full stop ends a sentence unless a letter or digit follows at once; the glued sentences of
# scraped postings ("grow.You") end too, but Node.Js and ASP.Net do not.
_STOP = re.compile(
    r"\.(?:(?!(?![\u3000-\U0010ffff])\w|[\u3005-\ud7af])"
    r"|(?<=[a-z)]\.)(?=[A-Z][a-z]+\b)(?!(?:Js|Net|Io|Ai)\b))"
)
# Addresses are no text: the domain of an e-mail is not a skill. Lengths are bounded, or a long
# run without spaces would be looked through again from each of its characters; and a search that
# is slow is made only where its signs are.
_ADDRESSES = (
    (("@",), re.compile(r"(?<![^\s@])[^\s@]{1,64}@[^\s@]{1,255}\.\w{2,}")),
    (("://", "www."), re.compile(r"\b(?:https?://|www\.)\S+")),
    (
        (".com/", ".org/", ".io/", ".dev/", ".me/"),
        re.compile(r"\b[\w-]{1,63}\.(?:com|org|io|dev|me)/\S*"),
    ),
)


def fold(text: str) -> str:
    """``text`` as the automaton reads it: small letters, a space for everything between tokens,
    and one more space at either end. Character ``i`` of ``text`` is character ``i + 1`` here."""
    for signs, address in _ADDRESSES:
        if any(sign in text for sign in signs):
            text = address.sub(lambda found: " " * len(found.group()), text)
    return f" {fold_characters(text)} "


def fold_each(texts: Sequence[str]) -> list[str]:
    """:func:`fold` of each text, in one pass: what a line break parts does not change it."""
    whole = fold("\n".join(texts))
    ends = accumulate(len(text) + 1 for text in texts)
    return [whole[end - len(text) - 1 : end + 1] for text, end in zip(texts, ends, strict=True)]


def fold_characters(text: str) -> str:
    """:func:`fold` without the spaces at the ends and with addresses."""
    text = _STOP.sub(" ", text)
    if text.isascii():
        return text.encode("ascii").translate(_ASCII).decode("ascii")
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if codes.max() < len(_TABLE):
        small = _TABLE[codes]
    else:  # what lies beyond stays as it is
        small = np.where(codes < len(_TABLE), _TABLE[np.minimum(codes, len(_TABLE) - 1)], codes)
    return small.tobytes().decode("utf-32-le", "surrogatepass")
