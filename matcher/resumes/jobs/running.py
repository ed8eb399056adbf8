"""Titles and employers that open a sentence: "Night Shift Manager Supervised nine cooks"."""

from __future__ import annotations

import re

from matcher.resumes.degrees import find_degree
from matcher.resumes.jobs.pieces import TRIM, Entry, Piece
from matcher.resumes.jobwords import is_clear_head, looks_like_company, title_likeness
from matcher.resumes.text_lines import TextLine

_MAX_TITLE_TOKENS = 10
_MAX_EMPLOYER_TOKENS = 4
_TOKEN = re.compile(r"\S+")
_SMALL = frozenset("of and & the for in to - – / + de für und et y".split())
# A bracket behind a title, as in "Designer (Team Lead)".
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
# The first word of what was done: a capitalised verb, or an adverb before one.
_OPENS = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|ing|ly)|Responsible|Responsibilities|Duties|Led|Ran|Built|Wrote|Made"
    r"|Held|Won|Taught|Sold|Oversaw|Grew|Kept|Was|I|My|In|As|This|Provides?|Manages?|Assists?"
    r"|Develops?|Maintains?|Performs?|Supports?|Works?|Leads?)\b(?!-)"
)
_TOWN_AHEAD = re.compile(r"\s[-–—]\s(?=[A-Z][a-z]+[ ,])|,\s(?=[A-Z][a-z]+,)")
_MAX_EMPLOYER_CHARS = 60
_SITED = re.compile(
    r"(?P<name>[A-Z][^,|•(]{1,40}?),?\s?(?:https?://|www\.)?(?<![\w.])[\w-]+(?:\.[\w-]+)*"
    r"\.(?:com|org|net|io|co|ai|eu|dev|info|de|fr|uk|nl|it|es|pl|ru|il|in)\b"
)
_LINKED = re.compile(r"(?:in|at|for) (?P<name>[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3})")
_LISTED = re.compile(r"\s?[:;]\s|\s[–-]\s|(?<=[a-z]{2})\.\s(?=[A-Z])")
# Words in -ing and -ed that belong to a title or an employer, so that no sentence begins there.
_NO_SENTENCE = re.compile(
    r"(?:Marketing|Accounting|Engineering|Purchasing|Consulting|Nursing|Manufacturing|Training"
    r"|Recruiting|Advertising|Leasing|Staffing|Merchandising|Catering|Banking|Trading|Testing"
    r"|Certified|Licensed|Registered|Billing|Branding|Shipping|Sourcing|Learning|United|Family"
    r"|Assembly|Supply|Limited|Holding|Computing|Networking|Building|Clothing|Publishing)\b"
)


def run_on(entries: list[Entry], lines: list[TextLine]) -> None:
    """Find the missing titles and employers that open the sentence behind the header."""
    for at, entry in enumerate(entries):
        if entry.company is not None and _is_degree(entry.company.text):
            entry.company = None
        limit = entries[at + 1].lines[0] if at + 1 < len(entries) else len(lines)
        if entry.title is None:
            _take_title(entry, lines, limit)
        elif entry.company is None:
            _take_employer_below(entry, lines)


def _is_degree(text: str) -> bool:
    """Whether what was taken for an employer is a degree of the column beside."""
    degree = find_degree(text)
    return degree is not None and degree.span == (0, len(text)) and " " in text


def _take_title(entry: Entry, lines: list[TextLine], limit: int) -> None:
    """Take the title that opens what follows the header, and the employer behind it."""
    last = entry.lines[-1]
    for number in range(last, min(last + 2, limit)):
        line = lines[number]
        behind = line.text[max(0, entry.end - line.start) :].lstrip(f"{TRIM}•")
        if (found := leading_title(behind)) is None:
            continue
        start = line.end - len(behind)
        length, employer = found
        entry.title = Piece(behind[:length], start)
        entry.end = entry.title.end
        if entry.company is None and employer is not None:
            entry.company = Piece(behind[slice(*employer)], start + employer[0])
            entry.end = entry.company.end
        if number > last:
            entry.lines.append(number)
        return


def _take_employer_below(entry: Entry, lines: list[TextLine]) -> None:
    """Take the employer that opens the sentence below the header."""
    below = entry.lines[-1] + 1
    if below < len(lines) and (span := leading_employer(lines[below].text)) is not None:
        entry.company = Piece(lines[below].text[slice(*span)], lines[below].start + span[0])
        entry.end = entry.company.end
        entry.lines.append(below)


def leading_employer(text: str) -> tuple[int, int] | None:
    """The span of the employer that opens a line under a title: before its town, as in "Hill
    Insurance - Oslo Sold policies to families", before its site ("Acme, acme.com, a chain of
    bakeries"), or behind a word that links it ("in Acme"). None when nothing gives one away."""
    if named := _SITED.match(text) or _LINKED.fullmatch(text):
        return named.span("name")
    end = _before_town(text)
    return (0, end) if end is not None else None


def _before_town(text: str) -> int | None:
    mark = _TOWN_AHEAD.search(text, 0, _MAX_EMPLOYER_CHARS)
    if mark is None:
        return None
    words = text[: mark.start()].split()
    if not words or not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    named = looks_like_company(words[-1]) and not _OPENS.match(text)
    return mark.start() if named and len(words) > 1 else None


def leading_title(text: str) -> tuple[int, tuple[int, int] | None] | None:
    """Length of the job title that opens a sentence, and the span of the employer behind it.

    The title is the leading run of capitalised words up to a title's noun, when a sentence
    begins behind it, or behind a short employer; or what stands before a colon or a stop.
    """
    if (mark := _LISTED.search(text[:60])) is not None:
        head = text[: mark.start()]
        if len(head.split()) <= 5 and title_likeness(head) == 3:
            return len(head), None
    tokens = list(_TOKEN.finditer(text[:200]))[: _MAX_TITLE_TOKENS + _MAX_EMPLOYER_TOKENS + 1]
    if not tokens or (_OPENS.match(text) and not _NO_SENTENCE.match(text)):
        return None
    ends = _noun_ends(tokens)
    for at in reversed(ends):
        end = tokens[at].end()
        if bracket := _BRACKET.match(text, end):
            end = bracket.end()
        employer = _employer_span(text, end)
        if employer is None or title_likeness(text[:end]) < 2:
            continue
        return end, employer if employer[1] > employer[0] else None
    return None


def _noun_ends(tokens: list[re.Match[str]]) -> list[int]:
    """The places, behind the first, of nouns of titles in the leading run of capitals."""
    ends = []
    for at, token in enumerate(tokens[:_MAX_TITLE_TOKENS]):
        word = token[0]
        if not (word[0].isupper() or word.isdigit() or word in _SMALL):
            break
        if at and is_clear_head(word.casefold()):
            ends.append(at)
    return ends


def _employer_span(text: str, end: int) -> tuple[int, int] | None:
    """The capitalised words between a title and the sentence; None when no sentence follows."""
    last = end
    first = end
    for number, token in enumerate(_TOKEN.finditer(text, end, min(len(text), end + 80))):
        if _OPENS.match(token[0]) and not _NO_SENTENCE.match(token[0]):
            return first, last
        if number >= _MAX_EMPLOYER_TOKENS or not token[0][0].isupper():
            return None
        first = first if number else token.start()
        last = token.end()
    return None
