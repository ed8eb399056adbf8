"""Headings in a posting's own words ("What your days look like", "It won't hurt if you"): told by
where they stand, by a word of theirs, and by the list below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.postings import cues
from matcher.postings.headings import LineKind

Body = tuple[str, bool]  # a line of a posting, and whether it had a bullet sign

_MAX_WORDS, _MAX_CHARS = 10, 80  # more is a sentence
_MAX_PLAIN_WORDS = 5  # of a heading that no bullet, colon or capitals give away
_MAX_ITEM_WORDS = 16  # of a list without bullets
LOOKED_AT = 8  # items of the list below
_LEAST_ITEMS = 2
_SHARE = 0.6  # of them that are alike
_YOU_DO = r"you(?:'ll| will)(?! (?:need|have|bring|get|love|like|enjoy|receive|be an?\b))"

# In this order: the first that is found in a heading counts.
_WORDS: tuple[tuple[LineKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (
            LineKind.PREFERRED,
            r"(?:n't|not) hurt|\b(?:extras?|bonus|plus(?:s?es)?|nice to|helpful|advantages?|"
            r"advantageous|desirable|desired|preferred|preferably|optional|wish ?list|stand out|"
            r"even better|icing|cherry|would be (?:great|nice|lovely|cool|good|ideal)|"
            r"(?:great|nice|lovely|good) if|(?:might|may|could) (?:also|have)|also (?:bring|have)|"
            r"not essential|ideally|impress|sets? you apart|(?:treat|love it|happy|smile|glad) if|"
            r"would love|on top|(?:up|to the top of|ahead of) the (?:pile|list|queue)|"
            r"you (?:may|might|could) (?:also )?know)\b",
        ),
        (
            LineKind.LEGAL,
            r"\b(?:apply\b(?! if)|application (?:process|form|deadline)|next steps|"
            r"(?:hiring|interview|recruitment) process|equal|diversity|deadline|closing date)\b",
        ),
        (
            LineKind.BENEFITS,
            r"\b(?:we(?:'ll| will)? (?:offer|give|provide)|offer you|in it for you|perks?|benefits|"
            r"you(?:'ll| will)? (?:get|receive)|in return|"
            r"why(?! (?:this|the) (?:job|role|position))|compensation|salary|package|"
            r"look after you|for you$|pick up|learn|can you expect)",
        ),
        (
            LineKind.REQUIRED,
            r"^(?:(?:our|the) )?(?:tech )?(?:skills|tools|technologies|stack)\b|"
            r"\b(?:do (?:we|i|you) (?:expect|need|want|look|have to)|"
            r"we(?:'d| would) (?:like|love|want) to see|must|requir\w+|criteria|"
            r"non[- ]negotiables?|tool(?:box|kit|belt)|profile|"
            r"qualif\w+|you(?:'ll|'d| will| would)? (?:need|bring)|what (?:it takes|we ask)|"
            r"(?:apply|talk|fit|hear from you|for you|well|thrive|succeed|right|match) if)\b",
        ),
        (
            LineKind.DUTIES,
            rf"\b(?:tasks?|duties|functions|responsib\w+|"
            rf"(?:your|the|a|typical) (?:\w+ )?(?:days?|weeks?|"
            rf"mission|impact|job|role|work|challenges?|contribution|part)|looks? like|mission|"
            rf"first (?:\w+ )?(?:days|weeks|months|year)|{_YOU_DO}|"
            rf"you(?:'d| would)? (?:do|be doing|own|work|build|help)|"
            rf"plate|desk|busy|work(?:ing)? on|day[- ]to[- ]day|in this (?:job|role|position|seat)|"
            rf"entails|involves|will (?:you|i)|"
            rf"(?:first|next) projects?|(?:job|role|position) exists)\b|, you$",
        ),
        (
            LineKind.REQUIRED,
            r"\b(?:essentials|you (?:are|have|know|offer|come|can|should|speak|write|love|enjoy|"
            r"think|care|already)|you'(?:re|ve)|looking for|(?:right|good|great|perfect|strong|our|"
            r"ideal) (?:fit|match|person|candidate)|(?:of|from) you|what (?:we|it) (?:need|takes?|"
            r"want|expect|look)\w*|who (?:are you|we)|bring)\b",
        ),
    )
)
_ASKING = (LineKind.PREFERRED, LineKind.REQUIRED, LineKind.DUTIES)
_OPENS_PLAIN = re.compile(r"(?:your|what|who|why|how|helpful|bonus|extra|you)\b")
_OPENS_LABEL = re.compile(
    r"(?:(?:and |here(?:'s| is) )?what|who|how|your|it'd|it would|would|(?:tech )?stack|"
    r"you (?:must|may|might|should|need|could)|(?:nice|great|good|lovely|handy) (?:on top|extras?)"
    r"|to do (?:this|that|it)|for (?:this|that))\b"
)
_NEGATED = re.compile(r"\b(?:not|don't|won't|no)\b(?! hurt)")
_MAX_LABEL_WORDS = 7  # of a label before its list in one line
_HERE = re.compile(r"Here(?:['’]s| is) (?P<told>(?:what|how|who) [^.:!?]{3,60})[.:]")
_NAMES_COMPANY = re.compile(r"\babout (?!you\b|the (?:role|job|position))|\bwho we are\b")


def own_heading_kind(line: str, below: Sequence[Body]) -> LineKind | None:
    """What a line without a bullet sign announces that stands like a heading over ``below``, the
    lines that follow it; None where it stands like none, or nothing tells."""
    plain = re.sub(r"\s+", " ", line.replace("’", "'").lower()).strip(" :*#_–-.?!…=")
    if not plain or len(plain) > _MAX_CHARS or plain.count(" ") >= _MAX_WORDS:
        return None
    if here := _HERE.fullmatch(line):
        return _told(here["told"].lower().replace("’", "'"))
    opens = line[0].isupper() or (below and below[0][1] and plain.endswith((" you've", " you")))
    if not below or line.rstrip()[-1] in ".,;)" or not opens:
        return None
    ends = line.rstrip()[-1] in ":?"
    marked = below[0][1] or line.isupper() or (ends and _is_item(below[0][0]))
    if not marked and not _is_over_plain_list(plain, below):
        return None
    if _NAMES_COMPANY.search(plain):
        return None
    if kind := _told(plain):
        return kind
    return _kind_of_list(below) if below[0][1] and not cues.DOES.match(line) else None


def own_label_kind(label: str) -> LineKind | None:
    """What a label before its list in the same line announces: "What you'd bring: ..."; company
    where it says what is not asked for."""
    plain = label.strip().lower().replace("’", "'")
    if not _OPENS_LABEL.match(plain) or plain.count(" ") >= _MAX_LABEL_WORDS or "," in plain:
        return None
    return LineKind.COMPANY if _NEGATED.search(plain) else _told(plain)


def _told(plain: str) -> LineKind | None:
    """What the words of a heading in small letters tell."""
    for kind, words in _WORDS:
        if words.search(plain) and (kind in _ASKING or plain.count(" ") < _MAX_PLAIN_WORDS):
            return kind
    return None


def _is_item(line: str) -> bool:
    """Whether a line without a bullet sign may be the first of a list, and is no sentence."""
    listed = cues.ASKS_AT_START.match(line) or cues.DOES.match(line) or cues.YOU_DO.match(line)
    return listed is not None or not (line[-1] == "." or cues.speaks_of_the_employer(line))


def _is_over_plain_list(plain: str, below: Sequence[Body]) -> bool:
    """Whether a line is a few words of which the first often opens a heading, over short lines
    that are no sentences."""
    if plain.count(" ") >= _MAX_PLAIN_WORDS or "," in plain or not _OPENS_PLAIN.match(plain):
        return False
    items = [text for text, _ in below[:_LEAST_ITEMS]]
    return len(items) == _LEAST_ITEMS and all(
        len(text.split()) <= _MAX_ITEM_WORDS and text[-1] not in ".:?!" for text in items
    )


def _kind_of_list(below: Sequence[Body]) -> LineKind | None:
    """What the bullets below a heading that says nothing are about."""
    items: list[str] = []
    for text, bulleted in below[:LOOKED_AT]:
        if not bulleted:
            break
        items.append(text)
    if len(items) < _LEAST_ITEMS:
        return None
    asks = sum(cues.ASKS_AT_START.match(text) is not None for text in items)
    does = sum(cues.DOES.match(text) is not None for text in items) - asks
    if asks >= _SHARE * len(items):
        return LineKind.REQUIRED
    return LineKind.DUTIES if does >= _SHARE * len(items) else None
