"""Reads a job posting: what is required, what is preferred, what may stand for what.

Company blurb, benefits and legal text are left out, so that "we use Java in our other office" and
"an AWS course if you want one" ask for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.posting_headings import LineKind, heading_kind
from matcher.posting_html import posting_text
from matcher.posting_lines import PostingLine, read_lines
from matcher.posting_names import unknown_names
from matcher.posting_terms import alternatives, wanted_at
from matcher.records import Document, JobPosting, LiteralRequirement, Mention, Requirement

__all__ = ["posting_text", "quoted", "read_posting"]

Find = Callable[[str], tuple[Mention, ...]]

_TEXT_LENGTH = 200  # characters of a line that a requirement quotes
_MAX_UNRECOGNISED = 20
_MAX_RESPONSIBILITIES = 20
_RESPONSIBILITY_WORDS = (5, 40)


def read_posting(document: Document, find: Find) -> JobPosting:
    """The posting that a document holds; ``find`` gives the skill mentions of a text.

    Where nothing in the posting is worded as a requirement, the skills of its duties count as
    required; else skills named among the duties only are preferred.
    """
    title = _title(document.text)
    lines = _without_title(read_lines(document.text), title)
    if not any(line.kind in _ASKING for line in lines):
        lines = [
            PostingLine(line.text, LineKind.DUTIES, False)
            if line.kind is LineKind.COMPANY
            else line
            for line in lines
        ]
    asked = list(_asked(lines, find))
    return JobPosting(
        document=document,
        title=title,
        requirements=_requirements(asked),
        unrecognised=_unrecognised(asked, _employer_words(document.text, lines)),
        responsibilities=_responsibilities(lines),
        years_required=_years(asked),
        degree=_degree(asked),
        knockouts=_knockouts(lines),
    )


_ASKING = (LineKind.REQUIRED, LineKind.PREFERRED, LineKind.DUTIES)


@dataclass(frozen=True, slots=True)
class _AskingLine:
    """A line that may ask for something, and its mentions with offsets into its text."""

    text: str
    mentions: tuple[Mention, ...]
    required: bool
    duty: bool

    def wanted(self, offset: int) -> bool | None:
        """Whether what stands at an offset is required, preferred (False) or neither (None)."""
        return wanted_at(self.text, offset, self.required)


# ---------------------------------------------------------------- title

_TITLE_LABEL = re.compile(r"^(?:job |position )?(?:title|position|role)\s*:\s*(.+)$", re.I | re.M)
_SEEKING = re.compile(
    r"\b(?:looking for|seeking|seeks|hiring|searching for|in search of|need of|recruiting)"
    r"(?: for)?(?: an?| our(?: next| first)?)? ([A-Za-z][\w ,/&+#-]{3,60}?)"
    r"(?=[.,;:!(]| (?:who|to|with|for|that|in|at|on|and you|based|located|responsible|position|"
    r"whose)\b|$)"
)
_TITLE_WORDS, _TITLE_LENGTH = 12, 100  # a longer first line is a sentence


def _title(text: str) -> str:
    """The job title: a labelled one, the first line, or what the text says to look for."""
    head = [line.strip(" \t•*#-–") for line in text[:3000].splitlines() if line.strip()]
    if not head:
        return ""
    labelled = _TITLE_LABEL.search("\n".join(head[:15]))
    if labelled and len(labelled[1]) <= _TITLE_LENGTH:
        return labelled[1].strip()
    first = head[0]
    short = len(first) <= _TITLE_LENGTH and len(first.split()) <= _TITLE_WORDS
    if short and not first.endswith((".", "!", "?", ":")) and heading_kind(first) is None:
        return first
    seeking = _SEEKING.search(text[:3000])
    return seeking[1].strip() if seeking else ""


def _without_title(lines: Sequence[PostingLine], title: str) -> list[PostingLine]:
    """The lines without the title: what the job is called is not what it asks for."""
    return [line for line in lines if line.text != title]


_EMPLOYER = re.compile(
    r"(?:^Company\s*:\s*|\bAbout |\bAt |\bJoin )([A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3})"
    r"|^([A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}) (?:is|has|provides|offers|was)\b",
    re.MULTILINE,
)


def _employer_words(text: str, lines: Iterable[PostingLine]) -> frozenset[str]:
    """Words of the employer's name, and the acronyms of the lines that ask for nothing."""
    names = [name for pair in _EMPLOYER.findall(text[:20_000]) for name in pair]
    other = " ".join(line.text for line in lines if line.kind not in _ASKING)
    names.extend(re.findall(r"\b[A-Z]{3,6}\b", other))
    return frozenset(word.lower() for name in names for word in name.split())


# ---------------------------------------------------------------- requirements


def _asked(lines: Sequence[PostingLine], find: Find) -> Iterator[_AskingLine]:
    """The lines that may ask for something, with the mentions found in all of them at once, as
    the line before may settle what an ambiguous word means."""
    asking = [line for line in lines if line.kind in _ASKING]
    has_requirements = any(line.kind is LineKind.REQUIRED for line in asking)
    mentions = sorted(find("\n".join(line.text for line in asking)), key=lambda m: m.start)
    start = number = 0
    for line in asking:
        end = start + len(line.text)
        inside = []
        while number < len(mentions) and mentions[number].start <= end:
            if mentions[number].end <= end:  # one that crosses a line end is an accident
                inside.append(_moved(mentions[number], -start))
            number += 1
        duty = line.kind is LineKind.DUTIES
        required = line.kind is LineKind.REQUIRED or (duty and not has_requirements)
        yield _AskingLine(line.text, tuple(inside), required, duty)
        start = end + 1


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(
        mention.skill_id,
        mention.start + by,
        mention.end + by,
        mention.negated,
        mention.aspiring,
        mention.adjacent,
    )


def _requirements(asked: Iterable[_AskingLine]) -> tuple[Requirement, ...]:
    """Every skill once, the required ones first, else in text order: required goes before
    preferred, alone before in a group.

    A group is dropped when a skill of it is asked for by itself, as whoever has that one has the
    group; a later group loses the members that an earlier one has, and is dropped below two.
    """
    found = [requirement for line in asked for requirement in _line_requirements(line)]
    order = sorted(
        range(len(found)), key=lambda at: (not found[at].required, len(found[at].any_of) > 1)
    )
    taken: set[str] = set()
    alone: set[str] = set()
    kept: dict[int, Requirement] = {}
    for at in order:
        one = found[at]
        members = tuple(skill for skill in one.any_of if skill not in taken)
        if alone & set(one.any_of) or not members or len(members) == 1 < len(one.any_of):
            continue
        taken.update(members)
        if len(members) == 1:
            alone.update(members)
        kept[at] = Requirement(members, one.required, one.weight, one.text)
    return tuple(sorted((kept[at] for at in sorted(kept)), key=lambda one: not one.required))


def _line_requirements(line: _AskingLine) -> Iterator[Requirement]:
    """What one line asks for, in text order."""
    studies = [found.span() for found in _FIELDS_OF_STUDY.finditer(line.text)]
    mentions = [
        mention
        for mention in line.mentions
        if not mention.negated
        and not mention.adjacent
        and not any(start <= mention.start < end for start, end in studies)
    ]
    for group in alternatives(line.text, mentions):
        wanted = line.wanted(group[0].start)
        if wanted is None:
            continue
        skills = tuple(dict.fromkeys(mention.skill_id for mention in group))
        hoped = all(mention.aspiring for mention in group) and _HOPED.search(line.text)
        yield Requirement(skills, wanted and not hoped, text=quoted(line.text))


# What one studied is no skill that is asked for: "a degree in statistics or data science".
_FIELDS_OF_STUDY = re.compile(
    r"\b(?:degrees?|diploma|bachelor['’]?s?|master['’]?s?|ph\.?d\.?|doctorate|[bm]\.?s\.?c?\.?|b\.?a\.?|"
    r"graduate|majors?|majoring|graduation)(?=[\s,/(])[^.;:]{0,60}?\b(?:in|of)\b"
    r"(?:(?!\b(?:experience|years|with|plus|and strong|skills|proficien|knowledge|using)\b)[^.;])*",
    re.IGNORECASE,
)
# "Able to work with SQL" asks for SQL; a wish to learn does not.
_HOPED = re.compile(
    r"\b(?:learn|interest|curio|passion|grow|eager|keen|desire|fascinat|explor)", re.IGNORECASE
)


def quoted(line: str) -> str:
    """The line's first words, up to 200 characters, no word cut."""
    if len(line) <= _TEXT_LENGTH:
        return line
    return line[: _TEXT_LENGTH + 1].rsplit(" ", 1)[0][:_TEXT_LENGTH].rstrip()


def _unrecognised(
    asked: Iterable[_AskingLine], employer: frozenset[str]
) -> tuple[LiteralRequirement, ...]:
    """Names that the taxonomy does not know, each once; duties are not looked at."""
    found: dict[str, LiteralRequirement] = {}
    for line in asked:
        if line.duty:
            continue
        for name in unknown_names(line.text, line.mentions, employer):
            wanted = line.wanted(line.text.find(name))
            known = found.get(name.lower())
            if wanted is not None and (known is None or wanted > known.required):
                found[name.lower()] = LiteralRequirement(known.text if known else name, wanted)
    return tuple(found.values())[:_MAX_UNRECOGNISED]


# ---------------------------------------------------------------- years, degree

_NUMBERS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
_YEARS = re.compile(
    rf"(?<![\d.,$£€])\b(\d{{1,2}}|{'|'.join(_NUMBERS)})(?:\s*\(\d{{1,2}}\))?\s*(?:\+|plus|or more)?"
    rf"\s*(?:(?:-|–|—|to)\s*(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\s*\+?)?\s*\+?\s*"
    r"(?:years?|yrs?)\b['’]?(?! (?:old|of age|ago|in a row))",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"(?:past|last|next|every|first|within|for over|of which\D{0,12})\s*$", re.I
)
# "5 years in analytics, with 3 years as a lead": the second number is a part of the first.
_PART_OF = re.compile(
    r"(?:\bwith|including|of which|of those)(?: at least| a minimum of)? *$", re.IGNORECASE
)
_MOST_YEARS = 25  # more is a company's age or a slip
# What makes the years those of a field rather than of one tool: "3 years in data engineering".
_FIELD_WORD = re.compile(
    r"\b(?:engineering|science|development|analysis|analytics|administration|architecture|research|"
    r"management|operations|consulting|design|industry|field|role|position|environment|capacity)\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"(?:\W+[\w/-]+){0,6}?\W+experience\b", re.IGNORECASE)
_WITH_TOOL = re.compile(r"\s*(?:\w+ing\s+)?(?:with|using|in|of|on)?\s*", re.IGNORECASE)


def _years(asked: Iterable[_AskingLine]) -> int | None:
    """The smallest number of years asked for over all; of single tools only where none is."""
    overall: list[int] = []
    of_tools: list[int] = []
    for line in asked:
        for found in _YEARS.finditer(line.text):
            years = int(_NUMBERS.get(found[1].lower(), found[1]))
            before = line.text[max(0, found.start() - 25) : found.start()]
            if years > _MOST_YEARS or _NO_EXPERIENCE.search(before):
                continue
            if _PART_OF.search(before) and _YEARS.search(line.text[: found.start()]):
                continue
            if line.wanted(found.start()):
                (of_tools if _of_one_tool(line, found.end()) else overall).append(years)
    return min(overall or of_tools, default=None)


def _of_one_tool(line: _AskingLine, end: int) -> bool:
    """Whether years that end at an offset count a single tool: "3 years of Python"."""
    experience = _EXPERIENCE.match(line.text, end)
    after = experience.end() if experience else end
    if _FIELD_WORD.search(line.text[end : after + 40]):
        return False
    link = _WITH_TOOL.match(line.text, after)
    tool = link.end() if link else after
    return any(mention.start <= tool + 10 and mention.end > end for mention in line.mentions)


_DEGREES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (5, re.compile(r"\b(?:ph\.? ?d|doctora(?:te|l)|d\.?phil)\b", re.I)),
    (
        4,
        re.compile(
            r"\bmaster(?:['’]?s\b(?! of)|s? degree|s? of (?:science|arts|business))|"
            r"\b(?:advanced|graduate|post-?graduate) degree|\bMBA\b|\bM\.?Sc\b|\bM\.S\b|"
            r"\bMS(?=[/,)]| in\b| or\b| degree)|(?<=[/(])M[SA]\b|\bM\.?Eng\b",
            re.I,
        ),
    ),
    (
        3,
        re.compile(
            r"\bbachelor|\bB\.?Sc\b|\bB\.[AS]\b|\bB[SA](?=[/,)]| in\b| or\b| degree|\Z)|"
            r"(?<=/)BS\b|\bB\.?Eng\b|\bB\.?Tech\b|\bundergraduate degree|\b(?:university|college|"
            r"four[- ]year|4[- ]year|relevant|quantitative|technical) degree",
            re.I,
        ),
    ),
    (2, re.compile(r"\bassociate(?:['’]?s)? degree|\bassociate['’]s\b", re.I)),
    (1, re.compile(r"\bhigh[- ]school|\bG\.?E\.?D\b|\bsecondary school|\bA-levels?\b", re.I)),
)
_SOME_DEGREE = re.compile(r"\bdegree in\b", re.IGNORECASE)  # taken for a bachelor's
_EQUIVALENT = re.compile(
    r"\bequivalent\b.{0,40}\bexperience|\bexperience in lieu|\bor (?:relevant |comparable |"
    r"related |practical |work )+experience|combination of education and|"
    r"degree or (?:[\w+]+ ){1,6}years of |"
    r"\bexperience\b.{0,30}\bequivalent",
    re.IGNORECASE,
)


def _degree(asked: Iterable[_AskingLine]) -> int | None:
    """The lowest degree level that is accepted, as ``Education.level``; None when no degree is
    required, or when "equivalent experience" does instead."""
    levels = []
    for line in asked:
        stated = [
            (level, line.wanted(match.start()))
            for level, pattern in _DEGREES
            for match in pattern.finditer(line.text)
        ]
        some = _SOME_DEGREE.search(line.text)
        if some and not stated:
            stated.append((3, line.wanted(some.start())))
        found = [level for level, wanted in stated if wanted]
        if found and _EQUIVALENT.search(line.text):
            return None
        levels.extend(found)
    return min(levels, default=None)


# ---------------------------------------------------------------- knockouts, responsibilities

_KNOCKOUT = re.compile(
    r"\bauthori[sz](?:ed|ation) to work|\bwork authori[sz]ation|\bright to work|\bvisas?\b|"
    r"\bsponsorship|\bgreen card|\bcitizen(?:s|ship)?\b|\bsecurity clearance|\bTS/SCI\b|"
    r"\b(?:secret|active|government) clearance|\bclearance (?:is )?required|\bpublic trust\b|"
    r"\bpermanent resident|\bdriv(?:er['’]?s?|ing) licen[cs]e|\b(?:100% )?on[- ]?site only|"
    r"\bmust (?:be|work) on[- ]?site|\bno remote\b|\bremote (?:work )?(?:is )?not\b|"
    r"\bin[- ]person only|\blocal candidates|\bmust (?:live|reside|be (?:located|based|local))\b|"
    r"\bW2 (?:only|candidates)|\bno (?:c2c|third part)",
    re.IGNORECASE,
)
_RULES_OUT = re.compile(r"\b(?:must|required?|only|not|no|unable|cannot|need)\b", re.IGNORECASE)
_NOT_KNOCKOUT = re.compile(
    r"without regard|practices regarding|regardless|discriminat|veteran|"
    r"good citizen|citizen (?:science|data)|corporate citizen|(?:support|offer|provide|help with)\w* .{0,20}visa|"
    r"\bvisa (?:inc|card|network)",
    re.IGNORECASE,
)


def _knockouts(lines: Iterable[PostingLine]) -> tuple[str, ...]:
    """Lines about work authorisation, clearance, citizenship, driving licence, presence on site:
    a person has to look at these, they are never scored."""
    found = (
        quoted(line.text)
        for line in lines
        if _KNOCKOUT.search(line.text)
        and (line.kind is not LineKind.BENEFITS or _RULES_OUT.search(line.text))
        and not line.text.endswith(":")
        and not _NOT_KNOCKOUT.search(line.text)
    )
    return tuple(dict.fromkeys(found))


def _responsibilities(lines: Iterable[PostingLine]) -> tuple[str, ...]:
    """What one does in the job: the first 20 lines of 5 to 40 words."""
    fewest, most = _RESPONSIBILITY_WORDS
    duties = (line.text.strip(" ;,") for line in lines if line.kind is LineKind.DUTIES)
    fitting = (
        text for text in duties if fewest <= len(text.split()) <= most and text[-1] not in "?:"
    )
    return tuple(dict.fromkeys(fitting))[:_MAX_RESPONSIBILITIES]
