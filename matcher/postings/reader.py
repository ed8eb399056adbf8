"""Reads a job posting: what is required, what is preferred, what may stand for what.

Company blurb, benefits and legal text are left out, so that "we use Java in our other office" and
"an AWS course if you want one" ask for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from matcher.languages import CATEGORY
from matcher.postings.alternatives import alternatives
from matcher.postings.cues import begins_with_a_verb, speaks_of_the_employer
from matcher.postings.details import read_details
from matcher.postings.facts import (
    FIELDS_OF_STUDY,
    RULE_OUT,
    quoted,
    read_degree,
    read_knockouts,
    read_years,
)
from matcher.postings.headings import LineKind
from matcher.postings.lines import PostingLine, read_lines
from matcher.postings.names import humps, unknown_names
from matcher.postings.shared import with_shared_noun
from matcher.postings.title import read_title
from matcher.postings.wording import AskingLine, Wording, partner_spans
from matcher.records import Document, JobPosting, LiteralRequirement, Mention, Requirement, Skill

Find = Callable[[str], tuple[Mention, ...]]

_MAX_UNRECOGNISED = 20
_MAX_RESPONSIBILITIES = 40
_RESPONSIBILITY_WORDS = (5, 60)
_LEAST_LISTED = 3  # of a line under a heading of duties that begins with no known verb


def read_posting(document: Document, skills: Mapping[str, Skill], find: Find) -> JobPosting:
    """The posting that a document holds; ``find`` gives the skill mentions of a text, ``skills``
    are those of the same taxonomy.

    Skills that only the duties name are required, with half the weight where the posting also
    lists requirements: whoever does the job uses them, but nobody asks for them in so many words.
    There methods are not taken from the duties: they are the words in which any work is told
    ("work with stakeholders, gather requirements").
    """

    def is_name(word: str) -> bool:
        return is_label(word, find)

    title = read_title(document.text, is_name)
    whole = read_lines(document.text, is_name)
    # What the job is called is not what it asks for.
    lines = [line for line in whole if line.text != title]
    if not any(line.kind in _ASKING for line in lines):
        lines = [
            PostingLine(line.text, LineKind.DUTIES, False)
            if line.kind is LineKind.COMPANY and not speaks_of_the_employer(line.text)
            else line
            for line in lines
        ]
    no_names = _no_names(document.text, lines)
    asked = _asked(lines, skills, find, _employer(document.text), no_names)
    degree = read_degree(asked)
    knockouts = read_knockouts(lines)
    return JobPosting(
        document=document,
        title=title,
        requirements=_requirements(asked, skills),
        unrecognised=_unrecognised(asked, no_names, find),
        responsibilities=_responsibilities(lines, knockouts),
        years_required=read_years(asked),
        degree=None if degree.replaceable else degree.level,
        knockouts=knockouts,
        details=read_details(document.text, title, whole, asked, degree, skills),
    )


def is_label(word: str, find: Find) -> bool:
    """Whether a whole word is a skill's label."""
    return any((one.start, one.end) == (0, len(word)) for one in find(word))


_ASKING = (LineKind.REQUIRED, LineKind.PREFERRED, LineKind.DUTIES)


# ---------------------------------------------------------------- requirements


def _asked(
    lines: Sequence[PostingLine],
    skills: Mapping[str, Skill],
    find: Find,
    employer: frozenset[str],
    no_names: frozenset[str],
) -> list[AskingLine]:
    """The lines that may ask for something, with the mentions found in all of them at once, as
    the line before may settle what an ambiguous word means. In a duty the name of the ``employer``
    and the teams that one works with are no skills."""
    asking = [line for line in lines if line.kind in _ASKING]
    has_requirements = any(line.kind is LineKind.REQUIRED for line in asking)
    text = "\n".join(line.text for line in asking)
    mentions = sorted(find(text), key=lambda mention: mention.start)
    context = ", ".join(dict.fromkeys(text[one.start : one.end] for one in mentions[:_CONTEXT]))
    asked = []
    for line, inside in zip(asking, _by_line(asking, mentions), strict=True):
        duty = line.kind is LineKind.DUTIES
        found = with_shared_noun(line.text, inside, skills, find)
        if duty:
            found = _of_duty(line.text, found, employer)
            if has_requirements:
                found = [one for one in found if skills[one.skill_id].category != _METHOD]
        else:
            found = _with_languages(line.text, found, skills, find)
            found = found or _alone(line.text, context, find)
            found += _settled_elsewhere(line.text, found, context, find, no_names)
        required = line.kind is not LineKind.PREFERRED
        weight = _DUTY_WEIGHT if duty and has_requirements else 1.0
        wording = Wording(line.text)
        asked.append(AskingLine(line.text, tuple(found), wording, required, duty, weight))
    return asked


def _by_line(lines: Iterable[PostingLine], mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """For each line the mentions in it, of those in the text of all, in text order."""
    start = number = 0
    for line in lines:
        end = start + len(line.text)
        inside = []
        while number < len(mentions) and mentions[number].start <= end:
            if mentions[number].end <= end:  # one that crosses a line end is an accident
                inside.append(mentions[number].moved(-start))
            number += 1
        yield inside
        start = end + 1


def _of_duty(line: str, mentions: Iterable[Mention], employer: frozenset[str]) -> list[Mention]:
    """The mentions without the employer's name and the teams that one works with."""
    partners = partner_spans(line)
    return [
        one
        for one in mentions
        if line[one.start : one.end].casefold() not in employer
        and not any(start <= one.start and one.end <= end for start, end in partners)
    ]


def _with_languages(
    line: str, mentions: Sequence[Mention], skills: Mapping[str, Skill], find: Find
) -> list[Mention]:
    """The mentions of a line that asks, and the languages that it names: elsewhere "German and
    English" may be customers or a market."""
    if not _PROPER_NAME.search(line):
        return list(mentions)
    found = [
        one
        for one in find(f"{line} {_SPEAKING}")
        if skills[one.skill_id].category == CATEGORY
        and one.end <= len(line)
        and not any(each.start < one.end and one.start < each.end for each in mentions)
    ]
    return sorted([*mentions, *found], key=lambda mention: mention.start)


_SPEAKING = "(fluent)"  # a cue that settles what a language's name means
# As most names of languages end: only lines with such a word are looked at again.
_PROPER_NAME = re.compile(r"\b[A-Z][a-z]+(?:ish|an|ch|ese|ic|i|ew|ek|ai|in|un)\b")
_DUTY_WEIGHT = 0.5
_METHOD = "method"  # category of the taxonomy
_CONTEXT = 5  # mentions that stand for what the posting is about
_ALONE_WORDS = 3  # a longer line is no bare name


def _alone(line: str, context: str, find: Find) -> list[Mention]:
    """The skill that makes up a whole line of a requirement list, where its label is also an
    ordinary word ("Go", "dbt", "R"): other skills of the same posting settle it."""
    name = line.rstrip(" .,;")
    if not context or name.count(" ") >= _ALONE_WORDS:
        return []
    found = find(f"{name}, {context}")
    return [one for one in found if (one.start, one.end) == (0, len(name))]


_SMALL_NAME = re.compile(
    r"(?i:\b(?:experience|knowledge|familiarity|proficiency|expertise|fluency) (?:with|of|in)) "
    r"([a-z]\w{2,})(?=\s*(?:[,.;:)]|$|(?:is|are|and|or|would|preferred|required|desired)\b))"
)  # "some experience with dbt is expected"


def _settled_elsewhere(
    line: str,
    mentions: Sequence[Mention],
    context: str,
    find: Find,
    no_names: frozenset[str],
) -> list[Mention]:
    """The names of a line ("experience in NLP") whose labels count beside other skills of the same
    posting, though not beside their own neighbours."""
    found = []
    starts = [(line.find(name), name) for name in unknown_names(line, mentions, no_names)]
    starts += [
        (small.start(1), small[1])
        for small in _SMALL_NAME.finditer(line)
        if not any(one.start <= small.start(1) < one.end for one in mentions)
    ]
    for start, name in starts:
        found += [one.moved(start) for one in _alone(name, context, find)]
    return found


def _requirements(
    asked: Iterable[AskingLine], taxonomy: Mapping[str, Skill]
) -> tuple[Requirement, ...]:
    """Everything that is asked for once, the required first, else in text order: required goes
    before preferred, that before what is only among the duties, alone before in a group."""
    found = [requirement for line in asked for requirement in _line_requirements(line, taxonomy)]
    order = sorted(
        range(len(found)),
        key=lambda at: (-found[at].weight, not found[at].required, len(found[at].any_of)),
    )
    kept: dict[int, Requirement] = {}
    for at in order:
        if not _says_no_more(found[at], kept.values()):
            kept[at] = found[at]
    return tuple(sorted((kept[at] for at in sorted(kept)), key=lambda one: not one.required))


def _says_no_more(one: Requirement, others: Iterable[Requirement]) -> bool:
    """Whether others, which are asked for no less, say all that a requirement says.

    "AWS or GCP" still tells that GCP will do where another line asks for AWS alone; it tells
    nothing where both are asked for alone, where AWS is a must and the group a wish, or where
    other duties or lists name one of its members already.
    """
    members = set(one.any_of)
    alone: set[str] = set()
    for other in others:
        shared = members.intersection(other.any_of)
        if not shared:
            continue
        if other.weight > one.weight or (len(other.any_of) > 1 and shared == set(other.any_of)):
            return True
        if len(other.any_of) == 1:
            if other.required and not one.required:
                return True
            alone |= shared
    return alone == members


def _line_requirements(line: AskingLine, taxonomy: Mapping[str, Skill]) -> Iterator[Requirement]:
    """What one line asks for, in text order."""
    studies = [found.span() for found in FIELDS_OF_STUDY.finditer(line.text)]
    mentions = [
        mention
        for mention in line.mentions
        if _asks_for(line.text, mention, studies)
        # Languages are shown beside the requirements (details.py).
        and taxonomy[mention.skill_id].category != CATEGORY
    ]
    groups = alternatives(line.text, mentions, lambda one, other: _rivals(one, other, taxonomy))
    for group in _of_one_sort(_with_their_kinds(line.text, groups, taxonomy), taxonomy):
        # "At least one of Python (preferred), PHP, Java" is required.
        ways = {line.wanted(mention.start) for mention in group} - {None}
        if not ways:
            continue
        wanted = True in ways
        skills = tuple(dict.fromkeys(mention.skill_id for mention in group))
        hoped = all(mention.aspiring for mention in group) and _HOPED.search(line.text)
        yield Requirement(skills, wanted and not hoped, line.weight, quoted(line.text))


def _with_their_kinds(
    line: str, groups: Iterable[tuple[Mention, ...]], skills: Mapping[str, Skill]
) -> list[tuple[Mention, ...]]:
    """The groups, each with what only says of what kind it is: "a cloud provider (AWS, Azure)" asks
    for one thing, not for cloud computing and for one of both besides."""
    found: list[tuple[Mention, ...]] = []
    for group in groups:
        if found and _is_kind_of(found[-1], group, line, skills):
            found[-1] = (*group, *found[-1])
        else:
            found.append(group)
    return found


def _is_kind_of(
    kind: Sequence[Mention], examples: Sequence[Mention], line: str, skills: Mapping[str, Skill]
) -> bool:
    """Whether one mention says of what kind the examples are that a line names behind it."""
    between = line[kind[-1].end : examples[0].start]
    n_kinds = sum(kind[0].skill_id in _broader(one.skill_id, skills) for one in examples)
    if len(kind) > 1:
        return False
    if _NAMES_EXAMPLES.fullmatch(between):
        return n_kinds == len(examples)
    return n_kinds >= _LEAST_CHOICE and _NAMES_CHOICE.fullmatch(between) is not None


_LEAST_CHOICE = 2
_NAMES_CHOICE = re.compile(
    r",? (?:with|using|via|through|on) "
)  # "streaming with Kafka or Kinesis"
_NAMES_EXAMPLES = re.compile(
    r"[\w/ -]{0,30}(?:\(|,? (?:such as|like|including|especially|for example)|,? e\.? ?g\b\.?|:)"
    r"[\s,:]*(?:(?:e\.? ?g\b\.?|such as|like|including|preferably)[\s,:]*)?",
    re.IGNORECASE,
)


def _broader(skill: str, skills: Mapping[str, Skill]) -> set[str]:
    """What a skill is a kind of."""
    found: set[str] = set()
    left = [skill]
    while left:
        new = set(skills[left.pop()].parents) - found
        found |= new
        left += new
    return found


def _asks_for(line: str, mention: Mention, studies: Iterable[tuple[int, int]]) -> bool:
    """Whether a mention may be what a line asks for, not what it denies or what one studied."""
    if mention.negated or mention.adjacent or mention.skill_id in RULE_OUT:
        return False
    if any(start <= mention.start < end for start, end in studies):
        return False
    return _APART_FROM.search(line, 0, mention.start) is None


def _rivals(one: str, other: str, skills: Mapping[str, Skill]) -> bool:
    """Whether two skills are near enough for one to be taken for the other."""
    return other in dict(skills[one].related) or one in dict(skills[other].related)


# "A language other than SQL" does not ask for SQL.
_APART_FROM = re.compile(
    r"\b(?:other than|instead of|rather than|anything but|except(?: for)?|excluding|not) "
    r"(?:an? |the )?\Z",
    re.IGNORECASE,
)


def _of_one_sort(
    groups: Iterable[tuple[Mention, ...]], skills: Mapping[str, Skill]
) -> Iterator[tuple[Mention, ...]]:
    """The groups, soft skills apart from other sorts: nobody lets a fast learner do instead of a
    spreadsheet."""
    for group in groups:
        soft = tuple(one for one in group if skills[one.skill_id].category == _SOFT)
        other = tuple(one for one in group if one not in soft)
        yield from filter(None, (other, soft))


_SOFT = "soft-skill"  # category of the taxonomy


# "Able to work with SQL" asks for SQL; a wish to learn does not.
_HOPED = re.compile(
    r"\b(?:learn|interest|curio|passion|grow|eager|keen|desire|fascinat|explor)", re.IGNORECASE
)


def _unrecognised(
    asked: Iterable[AskingLine], no_names: frozenset[str], find: Find
) -> tuple[LiteralRequirement, ...]:
    """Names that the taxonomy does not know, each once; duties are not looked at."""
    found: dict[str, LiteralRequirement] = {}
    for line in asked:
        if line.duty:
            continue
        for name in unknown_names(line.text, line.mentions, no_names):
            wanted = line.wanted(line.text.find(name))
            known = found.get(name.lower())
            if wanted is not None and (known is None or wanted > known.required):
                found[name.lower()] = LiteralRequirement(known.text if known else name, wanted)
    # "PythonWill" is a known skill that lost its space.
    return tuple(
        one
        for one in list(found.values())[:_MAX_UNRECOGNISED]
        if humps(one.text) == one.text or not find(humps(one.text))
    )


_EMPLOYER = re.compile(
    r"(?:^Company\s*:\s*|(?<![A-Z])(?:About|At|Join) )([A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3})"
    r"|^([A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}) (?:is|has|provides|offers|was|"
    r"enables|helps|empowers|builds|makes|delivers|develops|believes)\b",
    re.MULTILINE,
)


# "Velmoor Maps is the leading provider of ..."
_INTRODUCED = re.compile(
    r"^([A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}) is (?:an?|the|one of) [^.]{0,80}\b(?:company|"
    r"leader|provider|platform|firm|start-?up|agency|organi[sz]ation|manufacturer|retailer|bank)\b",
    re.MULTILINE,
)


def _employer(text: str) -> frozenset[str]:
    """Names by which a posting introduces its employer, in small letters: "Join X", "X is a ...
    company"."""
    found = [named for named, _ in _EMPLOYER.findall(text[:20_000]) if named]
    found += _INTRODUCED.findall(text[:20_000])
    return frozenset(name.casefold().rstrip(".,") for name in found)


def _no_names(text: str, lines: Iterable[PostingLine]) -> frozenset[str]:
    """Words that are no tool's name: of the employer's name, acronyms of the lines that ask for
    nothing, and whatever is also written in small letters."""
    names = [name for pair in _EMPLOYER.findall(text[:20_000]) for name in pair]
    other = " ".join(line.text for line in lines if line.kind not in _ASKING)
    names.extend(re.findall(r"\b[A-Z]{3,6}\b", other))
    often = Counter(re.findall(r"\b[A-Z][\w&-]+", other))
    names.extend(name for name, times in often.items() if times > 1)
    small = re.findall(r"(?<![\w.])[a-z]{3,}(?![\w@])", text)
    return frozenset(word.lower() for name in names for word in name.split()) | frozenset(small)


def _responsibilities(lines: Iterable[PostingLine], knockouts: Sequence[str]) -> tuple[str, ...]:
    """What one does in the job: the first 40 lines of 5 to 60 words that rule nobody out, and
    shorter ones that begin with a verb; longer ones part by part. Where no line tells it, the
    sentences about the reader ("You are good at ...") stand for them.
    """
    duties: list[str] = []
    about_you: list[str] = []
    for line in lines:
        for text in _clauses(line.text):
            if not _is_told(text, line.headed) or quoted(text) in knockouts:
                continue
            if line.kind is LineKind.DUTIES:
                duties.append(text)
            elif line.kind is LineKind.REQUIRED and not line.headed and text.startswith("You are"):
                about_you.append(text)
    return tuple(dict.fromkeys(duties or about_you))[:_MAX_RESPONSIBILITIES]


def _clauses(line: str) -> list[str]:
    """A line, when it is long in its parts."""
    is_long = len(line.split()) > _RESPONSIBILITY_WORDS[1]
    return [part.strip(" ;,") for part in (line.split("; ") if is_long else [line])]


def _is_told(text: str, headed: bool) -> bool:
    """Whether a text can say what one does: of some length, or short and clearly a duty."""
    fewest, most = _RESPONSIBILITY_WORDS
    n_words = len(text.split())
    if n_words < 2 or n_words > most or text[-1] in "?:" or _ANY_OTHER.match(text):
        return False
    if n_words >= fewest or begins_with_a_verb(text):
        return True
    return headed and n_words >= _LEAST_LISTED and _says_what_one_does(text)


def _says_what_one_does(text: str) -> bool:
    """Whether a few words may say what one does, and are no title: "Keep records in Epic"."""
    return text[0].isupper() and not text.isupper() and any(map(str.islower, text.split()[1:]))


# "Other duties as assigned": these are in every job.
_ANY_OTHER = re.compile(
    r"(?:\w+ ){0,2}(?:other|additional) (?:\w+ ){0,2}(?:duties|tasks|projects|responsibilities|"
    r"functions)(?: and \w+)?,? (?:may (?:also )?be |as )",
    re.IGNORECASE,
)
