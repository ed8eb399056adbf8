"""What the job of a posting is called: a label says it, the first line, or a sentence.

"Position: Data Analyst", "Senior Data Engineer (Remote)", "We are looking for an experienced data
engineer who ...", "As a Data Scientist, you will ...", "The Clinical Data Analyst supports ...".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from matcher.postings.boards import without_board
from matcher.postings.headings import heading_kind
from matcher.postings.splitting import split_lines
from matcher.postings.told_title import says_no_job, told_title
from matcher.resumes.jobwords import (
    LIKELY,
    SURE,
    has_clear_head,
    is_clear_head,
    is_department,
    looks_like_company,
    title_likeness,
)
from matcher.resumes.places import is_town, looks_like_place
from matcher.titles import is_rank_only, normal_title

_LOOKED_AT = 3000  # characters of a posting in which the title is looked for
_MOST_WORDS, _LONGEST = 12, 100  # words, characters of a line that is a title
_MOST_UNKNOWN = 6  # words of a first line that is taken for a title though nothing says so
_FIRST_LINES = 8  # among which the title stands, where a line is it
_LABELLED = 15  # lines in which a label is looked for


def read_title(text: str, is_name: Callable[[str], bool]) -> str:
    """The title of the job that a posting tells in its first 3,000 characters, "" where it tells
    none; ``is_name`` as in :func:`split_lines`."""
    lines = [line for line, _ in split_lines(without_board(text)[:_LOOKED_AT], is_name)]
    parts = (_bare(part) for line in lines for part in _unglued(line))
    head = [part for part in parts if part and not _NO_TITLE.match(part)]
    return (
        next(_first_of_parts(head[:1]), "")
        or next(_alone(head[:1], SURE), "")
        or next(_labelled(head[:_LABELLED]), "")
        or next(_in_cells(head[:1]), "")
        or next(_before_names(head[:1]), "")
        or next(_alone(head[:1], LIKELY), "")  # "Senior Software Engineer, Growth Tools"
        or next(itertools.filterfalse(says_no_job, _alone(head[:_FIRST_LINES], SURE)), "")
        or told_title(head)
        or next(_unknown(head[:1]), "")
    )


def _bare(line: str) -> str:
    return _OF_A_BOARD.sub("", _HIRING.sub("", line.strip(" \t•*#-–_|")))


_OF_A_BOARD = re.compile(r"\s+[-–] job post$")
_HIRING = re.compile(
    r"^(?:(?:urgent(?:ly)?|now|we(?:['’]| a)re) )*(?:hiring|job alert|vacancy)\s*!+\s*",
    re.IGNORECASE,
)


def _unglued(line: str) -> list[str]:
    """The line, taken apart behind nouns of titles, and of headings, that lost the line break
    behind them: "Data AnalystThe", "Job DescriptionData Analyst"."""

    def parted(word: re.Match[str]) -> str:
        ends = word[0] in _ENDS_GLUED or is_clear_head(word[0].casefold())
        return word[0] + ("\n" if ends else "")

    return _GLUED.sub(parted, line).split("\n")


_GLUED = re.compile(r"\b(?:[A-Z][a-z]+(?=[A-Z][A-Za-z]|\$)|(?:I{1,3}|IV|V)(?=[A-Z][a-z]))")
_ENDS_GLUED = frozenset("Description Summary Overview Title Position Role I II III IV V".split())
# A greeting, a kind of employment, a pay, a number.
_NO_TITLE = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|day))\b|[$€£]|[^A-Za-z]*$|"
    r"(?:(?:(?:full|part)[- ]time|temporary|contract|internship|permanent|commission|seasonal|"
    r"remote|hybrid|on-?site|professional|exempt)(?:[,/ ]+(?:and |or )?|$))+$",
    re.IGNORECASE,
)


_LABEL = re.compile(
    r"^(?:the )?(?:(?:working|official|business|functional|posting|vacancy|internal|external) )?"
    r"(?:job |position |role )?(?:title|designation|position|role|description|vacancy|opening|job)"
    r"\s*[:–-]\s*"
    r"(?P<title>\S.*)$",
    re.IGNORECASE,
)
_NAMES_TITLE = re.compile(r"title|designation", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"(?:job|position|role|posting) title:?|title:", re.IGNORECASE)
# The next field of the same form: "Data Analyst Location: Boston"; the pay; the firm.
_NEXT_FIELD = re.compile(
    r"\s*(?:(?:\b|(?<=[a-z]))(?:Job |Work |Primary |Position )?(?:Location|Company|Client|Duration|"
    r"Department|Salary|Pay|Rate|Type|Reports? [Tt]o|Code|ID|Id|Req\w*|Grade|FLSA|Date|Duties|"
    r"Status|Category|Description|Overview|Summary)\b\s*[:#–-]|\$|\|\||\s@\s).*"
)


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    """The titles behind a label ("Job title: Nurse"), or below it."""
    for number, line in enumerate(lines):
        label = _LABEL.match(line)
        below = lines[number + 1 : number + 2] if _LABEL_ALONE.fullmatch(line) else []
        for said in [label["title"]] if label else below:
            title = _NEXT_FIELD.sub("", said).strip(" -–|,(")
            named = label is None or _NAMES_TITLE.search(line, 0, label.start("title"))
            if 0 < len(title) <= _LONGEST and (named or title_likeness(title) >= LIKELY):
                yield title


_CELL = re.compile(r"\s*(?:[|·•]|//)\s*")
_LEAST_CELLS = 3


def _in_cells(lines: Sequence[str]) -> Iterator[str]:
    """The cells of a first line that are titles: "Acme | Data Engineer | Remote | Full-time"."""
    for line in lines:
        cells = _CELL.split(line)
        if len(cells) >= _LEAST_CELLS:
            yield from _alone(cells, SURE)


# A title before the names of employer and town: "Subject: Data Engineer, Leeds", "Sous chef,
# Harbour Kitchen, Leeds. 60 covers".
_BEFORE_NAMES = re.compile(
    r"(?P<subject>(?:subject|re)\s*:\s*(?:(?:fwd?|re)\s*:\s*)*)?(?P<title>[A-Z][^,.:;!?]{2,50})"
    r"(?P<names>(?:, [A-Z][\w&'’. -]{1,40}?)+)(?=\. |\.?$|, (?=[$€£\d]|remote|hybrid))",
    re.IGNORECASE,
)


def _before_names(lines: Sequence[str]) -> Iterator[str]:
    """The title that opens a first line, before the employer or a place."""
    for line in lines:
        found = _BEFORE_NAMES.match(line)
        if found is None:
            continue
        names = [name.strip() for name in found["names"].split(",") if name.strip()]
        placed = found["subject"] or looks_like_place(names[-1]) or is_town(names[-1])
        if placed and all(name[0].isupper() for name in names):
            yield from _alone([found["title"]], SURE)


# Dashes between title, place and terms: "Rust Developer - Storage Engine - Zurich or remote".
_DASH = re.compile(r"\s+(?:[-–—|]\s+)+")
_TERMS = re.compile(
    r"(?:remote|hybrid|on-?site|full[- ]time|part[- ]time|contract|permanent|immediate)\b",
    re.IGNORECASE,
)


def _first_of_parts(lines: Sequence[str]) -> Iterator[str]:
    """The title that a place, terms or more than one part follow in a first line."""
    for line in lines:
        title, *rest = _DASH.split(line)
        place = _TOOLS.sub("", rest[0]) if rest else ""
        whole = title.count("(") == title.count(")")
        if whole and (len(rest) > 1 or _TERMS.match(place) or looks_like_place(place)):
            yield from (
                said for said in _alone([title], SURE) if not is_rank_only(normal_title(said))
            )


def _alone(lines: Sequence[str], likeness: int) -> Iterator[str]:
    """The lines that are titles of at least some likeness, and nothing else."""
    for line in itertools.filterfalse(_LABEL.match, lines):
        # A long one may carry its tools: "Algorithms Scientist (C# | MATLAB | image processing)".
        named = _OURS.sub("", line)
        for said in (_NEXT_FIELD.sub("", named), _TOOLS.sub("", named)):
            title = said.strip(" -–|,(")
            if _is_short(title) and title_likeness(title) >= likeness and not _is_told(title):
                yield title
                break


_OURS = re.compile(r"\s+(?:for|in|at) our\s.*$")  # "Clerk for our tax team"
_TOOLS = re.compile(r"\s*(?:\([^)]*\)?|\[[^\]]*\]?)$")


def _is_short(line: str) -> bool:
    return (
        0 < len(line) <= _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and not line.endswith((".", "!", "?", ":", ","))
        and (heading_kind(line) is None or has_clear_head(line))  # "Legal Data Analyst"
    )


# Of a sentence, or of a field that is no title ("Reports to: Head of Data").
_SAYS = re.compile(
    r"\b(?:is|are|was|has|have|will|we|you|your|our|us|seeking|seeks|looking|hiring|join|joining|"
    r"needs?|wanted|about|report(?:s|ing)? to|experience (?:in|with|as|of)|apply|this|these|who|"
    r"that)\b|\d{5}|[:$€£]",
    re.IGNORECASE,
)


def _is_told(line: str) -> bool:
    """Whether a line is a sentence, or a part of one."""
    words = re.findall(r"[A-Za-z][a-z]{3,}", line)
    n_small = sum(word[0].islower() for word in words)
    return _SAYS.search(line) is not None or (len(words) > _NAMES and 2 * n_small > len(words))


_NAMES = 3  # long words; more of them, and most in small letters, are a sentence


def _unknown(lines: Sequence[str]) -> Iterator[str]:
    """A first line that nothing gives away, and that may be a title: "Marketing Operations"."""
    for line in lines:
        words = re.findall(r"[A-Za-z]{3,}", line)
        named = len(line.split()) <= _MOST_UNKNOWN and all(word[0].isupper() for word in words)
        no_other = not (looks_like_company(line) or looks_like_place(line) or _is_told(line))
        likely = (named and no_other) or is_department(line)
        if words and likely and _is_short(line) and not _OF_A_SECTION.search(line):
            yield line


_OF_A_SECTION = re.compile(
    r"\b(?:overview|summary|description|purpose|other|required?|requirements|qualifications|id|"
    r"responsibilities|duties|team|department|united states|global)\b",
    re.IGNORECASE,
)
