"""Words that lost a ligature: "EducaOon", "soware", "pla[orm", "Microsoe".

Fonts such as Calibri, in which most resumes are written, draw "ti", "ft", "tf" and "tt" as one
glyph each, for which Unicode has no character: files of some programs give another character for
it, or none. Which one stands for which letters differs from font to font, so it is found in the
text itself: what, put in its place, makes words of several words that are none.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

_LIGATURES = ("ti", "tt", "ft", "tf", "fi", "ff", "fl", "tti", "ffi", "fft", "fj", "ffl")
# "applicaon", "EducaOon", "Educa on": no English word has one of these, save a few names, nor has
# one of another language ("façon").
_CUE = re.compile(r"[A-Za-z]{2}a(?:[^a-z\u00df-\u00ff\n])?on(?:s|al|ally|ed|ing)?(?![\w@])")
_LEAST_CUES, _LEAST_WORDS = 3, 2
_LONG = 7  # letters; a shorter word may be one by chance
_EDGES = "\"'“”‘’()[]{}<>.,:;!?/•|"
_WHOLE = "-/'’.,"  # stand in words that are whole
_SHORTEST = 3  # letters of a word in which one is looked for
_LONGEST = 24
_SHORTEST_OF_TWO = 5  # letters that are left of a word which lost two ligatures
_USUAL = 3  # ligatures that such a word may have lost: those that most words lack
_MOST = 3_000  # words that are looked at; a long resume has some hundreds that are none
Reading = tuple[str, str, str]  # a sign, the letters that it may stand for, the word they make


def lost_ligatures(lines: Iterable[str]) -> dict[str, str]:
    """The words of a text that lost letters which it draws as one glyph, each with the word that it
    is; none where no word seems to have lost any."""
    text = "\n".join(lines)
    if len({cue[0].lower() for cue in _CUE.finditer(text)}) < _LEAST_CUES:
        return {}
    unknown = _unknown_words(text)
    votes = _votes(unknown)
    mended = {word: _mended(word, readings, votes) for word, readings in unknown.items()}
    return {word: whole for word, whole in mended.items() if whole != word}


def with_words(lines: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """The lines with these words in place of those that stand for them."""
    longest_first = sorted(words, key=len, reverse=True)
    places = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return [places.sub(lambda found: words[found[0]], line) for line in lines]


def _unknown_words(text: str) -> dict[str, list[Reading]]:
    """The words that are none, two of a line together where a space may stand for letters; each
    with the words that it may be."""
    known = _known_words()
    found: dict[str, list[Reading]] = {}
    for line in text.split("\n"):
        tokens = [token.strip(_EDGES) for token in line.split(" ")]
        strange = [bool(token) and token.lower() not in known for token in tokens]
        pairs = (
            f"{one} {other}"
            for one, other, odd in zip(tokens, tokens[1:], strange, strict=False)
            if odd and other[:1].islower()
        )
        words = (token for token, odd in zip(tokens, strange, strict=True) if odd)
        for word in (*words, *pairs):
            if word not in found and _SHORTEST <= len(word) <= _LONGEST:
                found[word] = list(_readings(word, known))
        if len(found) > _MOST:
            break
    return found


def _readings(word: str, known: frozenset[str]) -> Iterator[Reading]:
    """What may stand for letters in a word, and the words that they make; no ligature is in
    capitals."""
    parted = " " in word
    for at in range(len(word) + 1 if not word.isupper() else 0):
        here = word[at : at + 1]
        signs = [" "] if parted and here == " " else [] if parted else ["", *here.strip(_WHOLE)]
        for sign in signs:
            before, after = word[:at], word[at + len(sign) :]
            for letters in _LIGATURES:
                whole = before + letters + after
                if whole.lower() in known and len(whole) > len(letters) + 1:
                    yield sign, letters, whole


def _votes(unknown: Mapping[str, Iterable[Reading]]) -> dict[str, Counter[str]]:
    """By what stands in the text, for each letters that it may stand for, how many words it makes
    words. One will do for a sign or a capital inside a word; a letter that is usual there must make
    several long ones of the same letters; and of nothing and a space the more usual one counts."""
    made: dict[tuple[str, str], set[str]] = defaultdict(set)
    for readings in unknown.values():
        for sign, letters, whole in readings:
            made[sign, letters].add(whole.lower())
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (sign, letters), words in made.items():
        if not sign.islower() or sum(len(word) >= _LONG for word in words) >= _LEAST_WORDS:
            votes[sign][letters] = len(words)
    nothing, space = votes.pop("", Counter()), votes.pop(" ", Counter())
    blank, found = ("", nothing) if nothing.total() >= space.total() else (" ", space)
    return {**votes, blank: found} if found.total() >= _LEAST_WORDS else dict(votes)


def _mended(word: str, readings: Iterable[Reading], votes: Mapping[str, Counter[str]]) -> str:
    """The word that it is; itself where it may be several, or none."""
    found = {whole for sign, letters, whole in readings if letters in votes.get(sign, ())}
    if len(found) == 1:
        return found.pop()
    if not found and " " not in word:  # one that is not known, or has two of them: "acOviOes"
        usual = [letters for letters, _ in votes.get("", Counter()).most_common(_USUAL)]
        if len(twice := set(_lacking_two(word, usual))) == 1:
            return twice.pop()
        for sign, counts in votes.items():
            letters, n_words = counts.most_common(1)[0]
            if sign.strip() and not sign.islower() and n_words >= _LEAST_WORDS:
                word = re.sub(rf"(?<=[a-z]){re.escape(sign)}(?![A-Z])", letters, word)
    return word


def _lacking_two(word: str, letters: Sequence[str]) -> Iterator[str]:
    """The words that a word is which lost two ligatures: "acvies"."""
    known = _known_words()
    for at in range(len(word) if len(word) >= _SHORTEST_OF_TWO and not word.isupper() else 0):
        for one in letters:
            first = word[:at] + one
            for later in range(at + 1, len(word)):
                for other in letters:
                    whole = first + word[at:later] + other + word[later:]
                    if whole.lower() in known:
                        yield whole


@cache
def _known_words() -> frozenset[str]:
    """English words, and names of tools: the whole words among the tokens of the embedded
    encoder."""
    path = Path(__file__).parent.parent / "encoder" / "tokenizer.json"
    tokens = json.loads(path.read_text("utf-8"))["model"]["vocab"]
    return frozenset(token for token in tokens if not token.startswith("##"))
