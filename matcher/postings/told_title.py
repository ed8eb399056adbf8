"""The title of the job that a posting's sentences speak of.

"We are looking for an experienced data engineer who ...", "As a Data Scientist, you will ...", "The
Clinical Data Analyst supports ...".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.resumes.jobwords import is_head
from matcher.titles import is_rank_only, normal_title, title_key


def told_title(lines: Sequence[str]) -> str:
    """The title that the sentences tell most often, of those the first; "" where they tell none."""
    votes = Counter[str]()
    found: dict[str, str] = {}  # key of a title: the title as it is told first
    for line in lines:
        for title, n_votes in _in_sentence(line):
            key = title_key(title)
            found.setdefault(key, title)
            votes[key] += n_votes
    return found[max(found, key=votes.__getitem__)] if found else ""


def says_no_job(title: str) -> bool:
    """Whether the noun of a title may as well say what somebody, or something, is like: "Tableau
    Server", "Employee"."""
    noun = title.split()[-1].casefold()
    return noun in _NO_JOB or noun in _SELDOM


# ---------------------------------------------------------------- where a title stands

_DETERMINER = r"(?:an?|our(?: (?:next|first|new))?|one|the|another|multiple|several|two|three|\d+)"
_SOME = rf"(?:{_DETERMINER} )?"
_DOES = r"(?:[a-z]+ly )?(?:will|is|are|[a-z]{2,}s)\b"
_POST = r"(?:role|position|job|opportunity|opening|vacancy|internship|post)s?\b"
_WHERE = r"(?: ?\([^)]{1,40}\))?,?(?: (?:in|at|for|on|within|of|based in) [^.;,]{3,50}?,?)?"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a title may stand in a sentence: what is before it and what behind."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    votes: int  # two where it is the reader's title; what "the analyst" does may be another's work
    sought: bool  # whether somebody is sought by it: "a worker" is a job there
    small: bool  # whether a title in small letters is believed
    single: bool  # whether one of a single word is


def _place(
    before: str,
    behind: str = "",
    *,
    votes: int = 1,
    sought: bool = False,
    small: bool = True,
    single: bool = False,
) -> _Place:
    flags = re.IGNORECASE
    return _Place(
        re.compile(before, flags), re.compile(behind, flags), votes, sought, small, single
    )


_SOUGHT = tuple(
    _place(words, votes=2, sought=True, single=True)
    for words in (
        r"\b(?:looking|searching|hunt|search) (?:to (?:hire|add|recruit|find|bring on)|for)"
        rf" {_SOME}",
        rf"\b(?:seek(?:ing|s)?|hiring|hire|recruiting|need(?:s| of| for)?|wanted):? {_SOME}",
        r"\bjoin\b[^.;]{0,60}? as (?:an?|our|the) ",
    )
)
_OF_THE_READER = (
    _place(rf"\bneed [^.;]{{3,40}} for {_SOME}", votes=2),
    _place(r"\bas (?:an?|our|the) |^as ", rf"{_WHERE},? ?(?:you|your|the|this|we)\b", votes=2),
    _place(r"^(?:are you|(?:if )?you(?: are|['’]re)) (?:an?|the|our next) ", votes=2),
    _place(r"^(?=[A-Z])", r",? (?:wanted|needed)\b", votes=2, single=True),
)
_OF_SOMEBODY = (
    _place(r"(?:(?:^|, )(?:the|our|an?)|(?-i:\bThe)) ", rf"{_WHERE} {_DOES}"),
    _place(rf"\b{_POST} (?:of|for|as|is for|available for)(?: (?:an?|our|the))? ", small=False),
    _place(r"\bwill (?:be |serve |work |act |function |start )as (?:an?|our|the) ", small=False),
    _place(r"\b(?:the|this|an?|our|of|for) ", rf" ?{_POST}", small=False),
    _place(r"\bit(?:['’]s| is) (?:for )?an? ", r",", small=False),
    _place(r"^this (?:is )?(?:an? )?", rf"{_WHERE} {_DOES}", small=False),
    _place(r"^(?=[A-Z])(?!(?:the|an?|our|this)\b)", rf"{_WHERE} {_DOES}|s? ?{_POST}", small=False),
)
_PLACES = (*_SOUGHT, *_OF_THE_READER, *_OF_SOMEBODY)


def _in_sentence(line: str) -> Iterator[tuple[str, int]]:
    """The titles of a sentence in which somebody is sought, or does the job, each once with its
    votes."""
    seen: set[int] = set()
    for place in _PLACES:
        for before in place.before.finditer(line):
            title, end = _title_at(line, before.end())
            if not title or end in seen or not _is_believed(title, place):
                continue
            if place.behind.match(line, end):
                seen.add(end)
                yield title, place.votes


def _is_believed(title: str, place: _Place) -> bool:
    words = title.split(" ")
    if words[-1].casefold() in _SELDOM and not place.sought:
        return False
    return (place.small or not any(map(_is_small, words))) and (place.single or len(words) > 1)


# ---------------------------------------------------------------- the title

_MOST_WORDS = 15  # that are looked at, those of praise with them
_WORD = re.compile(r"(?:(?:Sr|Jr|Asst|Assoc)\.|[\w&+#’'.-]*[\w+#])", re.IGNORECASE)
_GAP = re.compile(r" ?/ ?| & |, (?:and )?| - (?=[A-Z])| ")
# Where the name of a job ends, and what does not stand in it before its noun.
_ENDS = frozenset(
    "who to with that at will is are be was has have can you your we our us responsible based "
    "located whose which from within this please as it its their by if so including using".split()
)
_NOT_BEFORE = frozenset("of for in on the a an under not all both each any".split())
_LINKS = frozenset(["and", "of", "for", "or"])
_GRADES = frozenset("i ii iii iv v 1 2 3 4 5".split())
# Ranks that are nouns of titles, too: "Lead Data Analyst".
_RANKS = frozenset("principal lead head chief associate assistant staff senior".split())
# Nouns of titles that say in a sentence what somebody is like: "a thought leader", "our partners".
_NO_JOB = frozenset(
    """leader leaders member members partner partners employee employees contributor contributors
    expert experts liaison provider providers investor investors reader advocate owner owners
    staff-member staff crew major king freelancer freelancers founder founders mentor internship
    internships intern interns co-op""".split()
)
# The same of others, where they are not what is sought: "our workers", "the server".
_SELDOM = frozenset(
    """server host model student students worker workers volunteer volunteers advisor practitioner
    curator agent guard operator president""".split()
)
# What people wish for in those whom they seek, in small letters.
_PRAISE = re.compile(
    r"an?|the|our|new|next|first|another|additional|several|multiple|full[- ]?time|part[- ]?time|"
    r"contract|temporary|permanent|experienced?|seasoned|talented|motivated|passionate|creative|"
    r"driven|skilled|enthusiastic|exceptional|outstanding|strong|dynamic|energetic|bright|smart|"
    r"curious|ambitious|dedicated|savvy|great|amazing|brilliant|top|local|innovative|qualified|"
    r"collaborative|proven|versatile|thoughtful|accomplished|good|excellent|stellar|rockstar|"
    r"superstar|inquisitive|organi[sz]ed|proactive|dependable|reliable|successful|ideal|"
    r"hard[- ]?working|resourceful|entrepreneurial|independent|fast|quick|mid|detail|most|rock|"
    r"star|[a-z]+est|world[’']s|highly|very|extremely|truly|self|fantastic|awesome|world|class|"
    r"fellow|true|real|key|critical|exciting|current|immediate|urgent|and|or|[a-z]+ly|"
    r"\w+-(?:driven|oriented|minded|motivated|starting|starter|thinking|focused|class|savvy|"
    r"caliber|calibre|performing|level|talented|skilled|solving|working|paced)"
)
_OWNER = re.compile(r"[A-Z][\w.-]*[’']s ")  # "Acme's Data Analyst"
# "Manager, Data Analytics", "Director of Growth Marketing"
_FIELD = re.compile(r"(?:,? of|,| [-–]) (?:[A-Z][\w&/-]*(?:,? (?:and |& |of )?(?=[A-Z])|\b))+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def small(self) -> str:
        return self.text.casefold()


def _title_at(line: str, start: int) -> tuple[str, int]:
    """The title that stands at an offset, behind words of praise, and where it ends; "" where none
    does."""
    words = list(_words_from(line, start))
    last = _noun_of(line, words)
    if last is None or any(word.small in _NOT_BEFORE for word in words[:last]):
        return "", start
    begin, end = words[_first_of(line, words[: last + 1])].start, words[last].end
    title = _OWNER.sub("", _singular(line[begin:end]), count=1)
    if is_rank_only(normal_title(title)):
        field = _FIELD.match(line, end)
        return (f"{title}{field[0]}", field.end()) if field else ("", end)
    return title, end


def _words_from(line: str, start: int) -> Iterator[_Word]:
    """The words up to where the name of a job must end."""
    for _ in range(_MOST_WORDS):
        found = _WORD.match(line, start)
        if found is None or (found[0].casefold() in _ENDS and not found[0].isupper()):
            return
        yield _Word(found[0], start)
        gap = _GAP.match(line, found.end())
        if gap is None:
            return
        start = gap.end()


def _noun_of(line: str, words: Sequence[_Word]) -> int | None:
    """Which word is the last of a title: its noun, or a grade behind it."""
    nouns = [at for at, word in enumerate(words) if _is_noun(word.small)]
    if not nouns:
        return None
    last = next((at for at in nouns if words[at].small not in _RANKS), nouns[0])
    while last + 1 < len(words) and _goes_on(line, words[last], words[last + 1]):
        last += 1
    noun = words[last]
    # "HR Business Partner" is a job, "Triumph Partners" are none.
    named = last > 0 and not (_is_small(noun.text) or _is_small(words[last - 1].text))
    is_job = noun.small not in _NO_JOB or (named and not noun.small.endswith("s"))
    return last if is_job else None


def _is_noun(word: str) -> bool:
    word = word.rstrip(".")
    return is_head(word) or _is_plural(word)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and is_head(word[:-1])


def _goes_on(line: str, word: _Word, after: _Word) -> bool:
    """Whether a title goes on behind a noun: "Analyst II", "Scientist Lead", but not "analyst
    partners", "scientists, engineers"."""
    if after.small in _GRADES:
        return True
    listed = _is_comma_between(line, word, after)
    return not listed and _is_noun(after.small) and _is_small(word.text) == _is_small(after.text)


def _first_of(line: str, words: Sequence[_Word]) -> int:
    """Which word is the first of a title whose noun is the last one, praise left out."""
    last = len(words) - 1
    first = next((at for at, word in enumerate(words) if not _praises(word.text)), last)
    first = _behind_commas(line, words, first)
    if not _is_small(words[last].text):  # "outgoing and confident Data Analyst"
        behind = (at for at in range(last, first, -1) if _is_small(words[at - 1].text))
        first = next(behind, first)
    return next(at for at in range(first, last + 1) if at == last or words[at].text not in _LINKS)


def _behind_commas(line: str, words: Sequence[_Word], first: int) -> int:
    """Which word follows a list of adjectives: "gentle, caring dental hygienist"."""
    behind = next(
        (
            at
            for at in range(len(words) - 1, first, -1)
            if _is_comma_between(line, words[at - 1], words[at])
        ),
        first,
    )
    if behind > first and behind + 1 < len(words) - 1 and _ADJECTIVE.match(words[behind].text):
        behind += 1
    return behind


def _is_comma_between(line: str, word: _Word, after: _Word) -> bool:
    return "," in line[word.end : after.start]


_ADJECTIVE = re.compile(r"[a-z]+(?:ing|ed|ful|ous|[ai]ble|ive)$")


def _praises(word: str) -> bool:
    return word[0].islower() and _PRAISE.fullmatch(word) is not None


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter, and is none that stands inside of names: "of"."""
    return word[0].islower() and word not in _LINKS


def _singular(title: str) -> str:
    return title[:-1] if _is_plural(title.rpartition(" ")[2].casefold()) else title
