"""The text of a posting → lines, each with what it is about.

Postings come as tidy lists, as one paragraph, and as lists whose line breaks were lost on the way
("...to grow.You will" or "...of our teamsExperience with"). All become lines of one sentence or
bullet; headings and wording then say which of them ask for something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from matcher.postings import cues
from matcher.postings.boards import without_board
from matcher.postings.criteria import without_criteria_tables
from matcher.postings.headings import LineKind, heading_kind
from matcher.postings.own_headings import LOOKED_AT, own_heading_kind, own_label_kind
from matcher.postings.splitting import split_lines
from matcher.postings.verbs import is_order, is_verb
from matcher.postings.wording import Wording


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One bullet or sentence, without its bullet sign. Headings do not become lines."""

    text: str
    kind: LineKind
    headed: bool  # the kind comes from a heading, not from the line's own wording


def read_lines(text: str, is_name: Callable[[str], bool]) -> list[PostingLine]:
    """The lines of a posting with their kinds, headings left out; ``is_name`` as in
    :func:`split_lines`.

    A heading holds until the next one. Wording overrules it where it is plain: an equal
    opportunity statement under "Requirements", "5+ years of ..." under "The role".
    """
    bodies = split_lines(without_criteria_tables(without_board(text)), is_name)
    reading = _Reading(_employer_opens(text, is_name))
    for number, (body, bulleted) in enumerate(bodies):
        reading.take(body, bulleted, bodies[number + 1 : number + 1 + LOOKED_AT])
    lines = _told_in_lists(reading.lines, reading.in_list)
    return _settled(_continued(lines), reading.desired)


@dataclass(slots=True)
class _Reading:
    """The lines read so far, and the section that the next one stands in."""

    employer: re.Pattern[str] | None  # lines that begin with the employer's name
    lines: list[PostingLine] = field(default_factory=list)
    in_list: list[bool] = field(default_factory=list)  # which lines are bullets under no heading
    section: LineKind | None = None
    labelled: bool = False  # whether the section was opened by a label before its content
    listed: int = 0  # bullets below the last heading
    astray: float = 0  # how many of the last lines under a heading that asks do not ask
    desired: bool = False  # whether a heading began "Desired ..."

    def take(self, body: str, bulleted: bool, below: Sequence[tuple[str, bool]]) -> None:
        """Read the next line; ``below`` are some that follow."""
        if self._is_field_name(body):
            self.section = None
        heading, rest = self._read_heading(body, bulleted, below)
        self.listed = 0 if heading else self.listed + bulleted
        if heading:
            self._open(heading, body, rest)
        elif self._ends_section(body, bulleted, rest):
            self.section = None
        if not rest:
            return
        if cues.LEGAL_SECTION.search(rest):
            self.section = LineKind.LEGAL
        kind = self._kind(rest)
        for clause in _items(rest) if kind in _ASKED and kind is self.section else [rest]:
            self.lines.append(PostingLine(clause, kind, headed=kind is self.section))
            self.in_list.append(bulleted and self.section is None)
        self._stray(kind)

    def _is_field_name(self, body: str) -> bool:
        in_the_end = self.section in (LineKind.LEGAL, LineKind.BENEFITS)
        return not in_the_end and cues.FIELD_NAME.fullmatch(body.rstrip(" :")) is not None

    def _read_heading(
        self, body: str, bulleted: bool, below: Sequence[tuple[str, bool]]
    ) -> tuple[LineKind | None, str]:
        """A heading's kind and what follows it, by the words that all use or by its own."""
        # "Good to have: Kafka", "Education: ...": the first label says nothing of the second.
        holds = None if self.labelled and not bulleted else self.section
        heading, rest = _heading_and_rest(body, bulleted, holds)
        if heading or rest != body or bulleted or self.section is LineKind.LEGAL:
            return heading, rest
        heading = own_heading_kind(body, below)
        # "Required 1+ years of experience in the following:" asks as well.
        asks = cues.ASKS_AT_START.match(body) or any(map(str.isdigit, body))
        return heading, body if heading is None or (asks and body[-1] != "?") else ""

    def _open(self, heading: LineKind, body: str, rest: str) -> None:
        """Begin the section of a heading."""
        self.section = heading
        self.labelled = bool(rest)
        self.astray = 0
        self.desired = self.desired or body.lower().startswith("desired")

    def _ends_section(self, body: str, bulleted: bool, rest: str) -> bool:
        """Whether a line that is no heading is none of the section above it."""
        wishes = self.section is LineKind.PREFERRED
        if wishes and (self.labelled or self.listed >= _A_LIST) and _is_sentence(body, bulleted):
            return True
        one_line = self.labelled and not bulleted and self.section is not LineKind.DUTIES
        return one_line and _ends_label(rest)

    def _kind(self, text: str) -> LineKind:
        if self.lines and self.section is None and cues.LIKEWISE.match(text):
            return _as_said(self.lines[-1])
        kind = _kind_by_wording(text, self.section, self.employer)
        after_duties = bool(self.lines) and self.lines[-1].kind is LineKind.DUTIES
        if kind is LineKind.COMPANY and after_duties and cues.THEY_ACT.search(text):
            return LineKind.DUTIES
        return kind

    def _stray(self, kind: LineKind) -> None:
        """Leave the section when its lines are of something else."""
        strays = kind in (LineKind.COMPANY, LineKind.BENEFITS)
        self.astray = self.astray + 1 if strays else max(0, self.astray - 0.5)
        if self.astray >= _ASTRAY and self.section in _ASKED:
            self.section = kind
        elif self.astray >= _ASTRAY and self.section is LineKind.DUTIES:
            self.section = None  # the wording of each line tells from here on


def _as_said(line: PostingLine) -> LineKind:
    """What the line after one is about that says the same of something else."""
    asks = line.kind is LineKind.REQUIRED
    return LineKind.PREFERRED if asks and Wording(line.text).prefers else line.kind


_A_LIST = 2  # bullets
_SENTENCE_WORDS = 5


def _is_sentence(line: str, bulleted: bool) -> bool:
    return not bulleted and line.endswith(".") and len(line.split()) >= _SENTENCE_WORDS


_ASKED = (LineKind.REQUIRED, LineKind.PREFERRED)


def _items(line: str) -> list[str]:
    """The items of a list in one line: "Degree in finance; 4 years in planning; MBA a plus"."""
    items = _CLAUSE.split(line)
    return items if len(items) > _A_LIST else [line]


_CLAUSE = re.compile(r";\s+(?:and\s+)?(?!(?:or|but|with|in|as|preferred|required|ideally)\b)(?=\w)")


def _ends_label(line: str) -> bool:
    """Whether a line says something else than the list in one line above it: "Location: ..."."""
    told = cues.TELLS.search(line) or cues.YOU_ACT.search(line)
    return bool(told or cues.FIELD.fullmatch(line))


# So many, and the company's own paragraph, or the benefits, have begun without a heading.
_ASTRAY = 2


def _employer_opens(text: str, is_name: Callable[[str], bool]) -> re.Pattern[str] | None:
    """Lines that begin with the employer's name: a word that the posting has often, always with a
    capital, and that is the name of no skill."""
    often = Counter(re.findall(r"\b[A-Z][a-z]{2,}\w*", text))
    small = set(re.findall(r"(?<![\w.@])[a-z]{3,}(?![\w@]|\.\w)", text))  # no site or address
    inside = set(
        re.findall(r"(?<=[a-z,&] )[A-Z][a-z]{2,}\w*", text)
    )  # not only where a line begins
    names = [
        re.escape(word)
        for word, times in often.items()
        if times >= _OFTEN
        and word in inside
        and word.lower() not in small
        and not is_name(word)
        and not cues.begins_with_a_verb(word)
    ]
    return re.compile(rf"(?:The )?(?:{'|'.join(names)})\b(?!.*:$)") if names else None


_OFTEN = 4


def _told_in_lists(lines: list[PostingLine], in_list: list[bool]) -> list[PostingLine]:
    """The lines again: of bullets in a row under no heading, half of which begin with a verb, those
    that only seem to be about the company tell what one does, too."""
    found = list(lines)
    for is_list, row in groupby(range(len(lines)), in_list.__getitem__):
        numbers = list(row) if is_list else []
        verbs = sum(is_verb(_FIRST_WORD.split(lines[at].text, 1)[0]) for at in numbers)
        if 2 * verbs < len(numbers):
            continue
        for at, line in ((at, lines[at]) for at in numbers):
            if line.kind is LineKind.COMPANY and not cues.speaks_of_the_employer(line.text):
                found[at] = replace(line, kind=LineKind.DUTIES)
    return found


_FIRST_WORD = re.compile(r"[^\w-]")


def _continued(lines: list[PostingLine]) -> list[PostingLine]:
    """The lines again: where two in a row among the duties ask for something, a list of
    requirements has begun whose heading was not known, and goes on until a line tells what one
    does."""
    found: list[PostingLine] = []
    asking = 0
    for line in lines:
        if line.kind is LineKind.REQUIRED and not line.headed:
            asking += 1
        elif line.kind is LineKind.DUTIES and line.headed and asking >= _IN_A_ROW:
            if cues.DOES.match(line.text) or cues.TELLS.search(line.text):
                asking = 0
            else:
                line = replace(line, kind=LineKind.REQUIRED)
        else:
            asking = 0
        found.append(line)
    return found


_IN_A_ROW = 2


def _settled(lines: list[PostingLine], desired: bool) -> list[PostingLine]:
    """The lines again, with what only the whole posting tells.

    "Desired skills and experience" is what is required where nothing else is. Where a section
    lists the requirements, a sentence elsewhere that only sounds like one ("you have seen how we
    work with data") speaks of the duties.
    """
    if any(line.headed and line.kind is LineKind.REQUIRED for line in lines):
        return [
            replace(line, kind=_told(line.text)) if _only_sounds_required(line) else line
            for line in lines
        ]
    if not desired:
        return lines
    return [
        replace(line, kind=LineKind.REQUIRED)
        if line.headed and line.kind is LineKind.PREFERRED
        else line
        for line in lines
    ]


def _only_sounds_required(line: PostingLine) -> bool:
    if line.kind is not LineKind.REQUIRED or line.headed:
        return False
    return not (cues.DEMANDS.search(line.text) or cues.CANDIDATE_HAS.search(line.text))


def _told(text: str) -> LineKind:
    """What a sentence is about that asks for nothing: the job where it speaks of the reader or of
    the position, else the company."""
    return LineKind.DUTIES if _OF_THE_JOB.search(text) else LineKind.COMPANY


_OF_THE_JOB = re.compile(
    r"\b(?:you|your|role|position|job|candidate|responsib\w+|duties|will|must|should|"
    r"(?:engineer|scientist|analyst|developer|manager|architect|incumbent)s?)\b|^[A-Z][a-z]+(?:e|ing)\b",
    re.IGNORECASE,
)


def _heading_and_rest(
    line: str, bulleted: bool, section: LineKind | None
) -> tuple[LineKind | None, str]:
    """A heading's kind and what follows it in the same line."""
    if cues.FIELD.fullmatch(line):
        return None, line
    if not bulleted and (dashed := _dashed_heading(line, section)) is not None:
        return dashed
    before, colon, after = line.partition(":")
    after = after.strip()
    if not after and (colon or not bulleted):
        kind = heading_kind(line, section)
        if kind and not (line.endswith(".") and " " in line.strip() and not _in_capitals(line)):
            return kind, ""
    if _DUTIES_FOLLOW.match(line):
        return LineKind.DUTIES, after
    if not after:
        return None, line
    kind = heading_kind(before, section)
    if bulleted:
        # Inside a section "Experience: ..." or "Benefits: ..." opens a bullet, not a section.
        return (None if section else kind), line
    kind = kind or own_label_kind(before)
    return kind, line if kind is None or _QUALIFIED.match(line) else after


def _in_capitals(line: str) -> bool:
    """Whether words are written as a heading's are: "Desired Skills and Experience."."""
    return all(word[0].isupper() or word in _SMALL for word in line.split())


_SMALL = frozenset("and or of the for to a you we in".split())


def _dashed_heading(line: str, section: LineKind | None) -> tuple[LineKind, str] | None:
    """As above, of a heading before a dash."""
    dash = _DASHED.match(line)
    kind = heading_kind(f"{dash[1]}:", section) if dash else None
    if dash is None or kind is None:
        return None
    if _QUALIFIED.match(line):
        return kind, line
    rest = line[dash.end() :]
    return kind, rest if heading_kind(rest) is None else ""


# "Strong communication skills: you can ..." opens the list that it is the first item of.
_QUALIFIED = re.compile(
    r"(?:strong|solid|excellent|proven|deep|good|great|advanced|exceptional|outstanding|expert|"
    r"superior)\b",
    re.IGNORECASE,
)
# "You will have- Bachelor's degree": a heading that its list follows in the line.
_DASHED = re.compile(r"([A-Z][^:–-]{3,60}?) ?[–-] (?=[A-Z\d])")
# "Essential duties may include, but are not limited to, the following:"
_DUTIES_FOLLOW = re.compile(
    r"(?:\w+ ){0,4}(?:duties|responsibilities|functions)(?: may| will)? include\b[^:]{0,40}"
    r"\b(?:limited to|following)\b",
    re.IGNORECASE,
)


def _kind_by_wording(
    line: str, section: LineKind | None, employer: re.Pattern[str] | None
) -> LineKind:
    """What a line is about, given the section that it stands in (None: before any heading)."""
    if section is LineKind.LEGAL or cues.LEGAL_LINE.search(line):
        return LineKind.LEGAL
    if cues.BENEFIT.search(line) or cues.FIELD.fullmatch(line):
        return LineKind.BENEFITS
    if section not in _ASKED and cues.is_done_by_others(line):
        return LineKind.COMPANY
    if section is LineKind.BENEFITS:
        return LineKind.REQUIRED if cues.ASKS_AMONG_BENEFITS.match(line) else section
    if section in _ASKED:
        return _kind_among_demands(line, employer) or section
    if cues.ASKS_AT_START.match(line) or cues.CANDIDATE_HAS.search(line):
        return LineKind.REQUIRED
    if cues.INVITES.match(line) and not cues.DEMANDS.search(line):
        return LineKind.COMPANY
    if cues.TELLS.search(line) or cues.YOU_ACT.search(line):
        return LineKind.DUTIES
    if section is LineKind.DUTIES:
        return _kind_among_duties(line, employer)
    return _kind_of_plain(line, headed=section is not None)


def _is_ours(line: str) -> bool:
    """Whether the company speaks of itself, and asks for nothing."""
    return cues.FROM_COMPANY.match(line) is not None and not cues.WE_ASK.search(line)


def _kind_among_demands(line: str, employer: re.Pattern[str] | None) -> LineKind | None:
    """What a line is about under a heading that asks, None where that is what is asked for."""
    if cues.YOU_WILL_ACT.match(line):
        return LineKind.DUTIES
    named = employer and employer.match(line) and not cues.DEMANDS.search(line)
    return LineKind.COMPANY if named or _is_ours(line) else None


def _kind_of_plain(line: str, *, headed: bool) -> LineKind:
    """What a line is about that nothing gives away surely, before any heading or under one of the
    company."""
    if not headed and cues.YOU_DO.match(line):
        return LineKind.REQUIRED
    does = bool(cues.DOES.match(line)) or _orders(line)
    if does and not headed and not cues.DEMANDS.search(line):
        return LineKind.DUTIES
    if cues.ASKS.search(line) and not _is_ours(line):
        return LineKind.REQUIRED
    return LineKind.DUTIES if does and cues.ORDERS.match(line) else LineKind.COMPANY


def _orders(line: str) -> bool:
    """Whether a line begins with a verb in the base form, and speaks of nobody: "Plan menus"."""
    first, _, rest = line.partition(" ")
    return first[0].isupper() and is_order(first.rstrip(",")) and not _SPEAKS.search(rest)


# Of somebody, in a sentence; or a label, a title ("Make Each Other"), a field ("Post Date 07/18").
_SPEAKS = re.compile(
    r"\b(?i:we|our|us|you|your|is|are|was|will|has|have|can)\b|www\.|:$|^\w+:"
    r"|^[A-Z][a-z-]+(?:$| [A-Z][a-z]| \d)"
)


def _kind_among_duties(line: str, employer: re.Pattern[str] | None) -> LineKind:
    """What a line is about that stands under a heading of duties, which blurb may follow too."""
    if cues.ASKS_AMONG_DUTIES.search(line):
        return LineKind.REQUIRED
    ours = cues.FROM_COMPANY.match(line) or cues.OF_A_TEAM.match(line)
    return LineKind.COMPANY if ours or (employer and employer.match(line)) else LineKind.DUTIES
