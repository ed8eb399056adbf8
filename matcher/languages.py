"""Human languages in a text, with the level that is said of each: of a resume or of a posting."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from matcher.records import LanguageLevel, Mention

CATEGORY = "human-language"  # of the taxonomy
MANY = "multilingual"  # a skill of that category that names no language
Said = tuple[Mention, LanguageLevel | None, str]

# Words for a level of a language, the CEFR's first. LinkedIn's five steps and the usual words have
# no official equivalent: these are the rows of the CEFR's self-assessment grid that they fit best.
_LEVELS: tuple[tuple[LanguageLevel, str], ...] = (
    ("A1", r"A1"), ("A2", r"A2"), ("B1", r"B1"), ("B2", r"B2"), ("C1", r"C1"), ("C2", r"C2"),
    ("native", r"native|mother[- ]tongue|first language|bilingual|muttersprach\w*|"
               r"langue maternelle|lengua materna|nativo|nativa|moedertaal|madrelingua|ojczysty"),
    ("B1", r"limited working(?: proficiency)?|intermediate|good|conversational|mittelkenntnisse|"
           r"intermédiaire"),
    ("B2", r"(?<!full )professional working(?: proficiency)?|upper[- ]intermediate|very good|"
           r"business"),
    ("C1", r"full professional|fluen(?:t\w*|cy)|advanced|proficient|fließend|courant|fluido|"
           r"fluente|vloeiend|biegły|verhandlungssicher"),
    ("A1", r"beginner|notions"),
    ("A2", r"elementary|basic\w*|grundkenntnisse|básico|limited|school level"),
)  # fmt: skip
_LEVEL = [
    (level, re.compile(rf"(?<![\w-])(?:{words})(?![\w])", re.IGNORECASE))
    for level, words in _LEVELS
]

# Count under the heading alone. German, French, Spanish, Italian, Dutch, Polish, Portuguese names.
_FOREIGN = {
    "english": "englisch anglais inglés inglese engels angielski inglês",
    "german": "deutsch allemand alemán tedesco duits niemiecki alemão",
    "french": "französisch français francés francese frans francuski francês",
    "spanish": "spanisch espagnol español spagnolo spaans hiszpański espanhol",
    "italian": "italienisch italien italiano italiaans włoski",
    "portuguese": "portugiesisch portugais portugués portoghese portugees portugalski português",
    "dutch": "niederländisch néerlandais neerlandés olandese nederlands niderlandzki holandês",
    "polish": "polnisch polonais polaco polacco pools polski polonês",
    "russian": "russisch russe ruso russo rosyjski",
    "mandarin-chinese": "chinesisch chinois chino cinese chinees chiński chinês",
    "arabic": "arabisch arabe árabe arabo arabski",
    "turkish": "türkisch turc turco turks turecki",
}
_LANGUAGE_OF = {word: id_ for id_, row in _FOREIGN.items() for word in (id_, *row.split())}
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"(?:[,;]|\s(?:and|und|et|y|e|&)\s)(?![^()]{0,200}\))")
_BOTH = frozenset({"&", "and", "und", "et", "y", "e", "/"})
_SAID_OF_BOTH = re.compile(r"\s*[:–—-]\s")
_ALL = re.compile(r"\b(?:all|both|each|alle|beide|jeweils|tous|todos|tutti)\b", re.IGNORECASE)


def names_alone(
    text: str, named: Sequence[Mention], labels: Mapping[str, str]
) -> Iterator[Mention]:
    """Languages by their names in other languages, or by a label that elsewhere more often is a
    nationality (``labels``: ids by small letters), apart from those that are found already."""
    for word in _WORD.finditer(text):
        name = word[0].casefold()
        skill_id = _LANGUAGE_OF.get(name) or labels.get(name)
        if skill_id and not any(one.start <= word.start() < one.end for one in named):
            yield Mention(skill_id, *word.span())


def said_levels(text: str, mentions: Sequence[Mention]) -> list[Said]:
    """Each language with the level in its clause, behind it or else before it, or with that of a
    clause behind which names no language. "All fluent" tells of those before, too."""
    breaks = [0, *(found.end() for found in _CLAUSE.finditer(text)), len(text)]
    found: list[Said] = []
    free = 0  # what stands before it is said of another language
    for mention, following in zip_longest(mentions, mentions[1:]):
        end = breaks[bisect_left(breaks, mention.end)]
        later = breaks[bisect_right(breaks, following.start) - 1] if following else len(text)
        end = min(end, following.start) if following else end
        start = breaks[bisect_right(breaks, mention.start) - 1]
        behind = text[mention.start : end]  # "fluent in French" is one mention
        for words in (behind, text[max(start, free) : mention.start], text[end:later]):
            level, said = level_of(words)
            if said:
                break
        free = end if said and words is behind else mention.end
        if said and _ALL.search(text, mention.end, max(end, later)):
            found = [(one, *(own if own[1] else (level, said))) for one, *own in found]
        if said and found and not found[-1][2]:
            # "Catalan & Spanish - native" is said of both
            between = text[found[-1][0].end : mention.start].strip()
            if between in _BOTH and _SAID_OF_BOTH.match(text, mention.end):
                found[-1] = (found[-1][0], level, said)
        found.append((mention, level, said))
    return found


def level_of(text: str) -> tuple[LanguageLevel | None, str]:
    """The level that the words say: a code of the CEFR, else the first wording, the longest of
    those that begin there."""
    found = [
        (match[0].upper() != level, match.start(), -len(match[0]), level, match[0])
        for level, words in _LEVEL
        if (match := words.search(text)) is not None
    ]
    return min(found)[3:] if found else (None, "")
