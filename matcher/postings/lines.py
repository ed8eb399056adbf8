"""The text of a posting → lines, each with what it is about.

Postings come as tidy lists, as one paragraph, and as lists whose line breaks were lost on the way
("...to grow.You will" or "...of our teamsExperience with"). All become lines of one sentence or
bullet; headings and wording then say which of them ask for something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from matcher.postings.headings import LineKind, heading_kind
from matcher.postings.splitting import split_lines


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One bullet or sentence, without its bullet sign. Headings do not become lines."""

    text: str
    kind: LineKind
    headed: bool  # the kind comes from a heading, not from the line's own wording


# Labels of a form: they say something about their own line only.
_FIELD = re.compile(
    r"(?:(?:(?:job|position|role) )?(?:title|type|location|category|id|code|number|level|family|"
    r"grade|status|posting)|company|employer|(?:primary |other |additional |work )?locations?|"
    r"salary|pay|(?:pay )?rate|(?:date )?posted|date|department|employment type|schedule|"
    r"(?:weekly )?hours|duration|start date|contact|reports to|(?:expected )?travel|job|position|"
    r"role|industry|workplace|seniority|requisition(?: id| number)?|shift|career status|"
    r"experience level|employee (?:type|status))\s*:\s*\S.*",
    re.IGNORECASE,
)
_LEGAL_SECTION = re.compile(
    r"equal[- ](?:employment )?opportunit|\bEEO|without regard to|regardless of .{0,30}(?:race|age|"
    r"gender|background|sex)|all qualified applicants|protected veteran|"
    r"affirmative action|e-verify",
    re.IGNORECASE,
)
_LEGAL_LINE = re.compile(
    r"reasonable accommodation|applicants? with disabilit|not (?:intended|designed) to (?:be an? )?"
    r"(?:exhaustive|complete|cover|contain)|reserves? the right|recruitment agenc|not discriminate|"
    r"fair chance|"
    r"third[- ]part(?:y|ies) (?:recruiters?|resumes)|privacy (?:policy|notice)|"
    r"\bcookies\b|click (?:here|apply|the)|"
    r"apply (?:now|online|today)|send (?:your|us your) (?:cv|resume)",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"\bwe (?:offer|provide|pay) |competitive (?:salar|compensation|benefit|pay)|\b401 ?\(?k|"
    r"medical, dental|dental(?:,| and) vision|paid (?:time off|vacation|holidays)|\bPTO\b|"
    r"stock options|tuition (?:reimbursement|assistance)|days of (?:holiday|leave|vacation)|"
    r"training budget|life insurance|wellness programs?|fitness classes|gym membership|"
    r"flexible (?:hours|working hours)",
    re.IGNORECASE,
)
_FROM_COMPANY = re.compile(
    r"(?i:we|our|the company|founded|headquartered|since)\b(?! (?i:ideal|candidate))"
    r"|(?:At|Join) [A-Z][\w.&]+(?: [A-Z][\w.&]+){0,3},? "
    # "The Velmoor Group is a consulting firm"; "Python is required" speaks of no company
    r"|(?:The )?[A-Z][\w.&]+(?: [A-Z][\w.&]+){0,3} (?:is|was|has been|offers|employs|provides|"
    r"helps|enables|believes|serves|connects) "
    r"(?!.*\b(?:required|preferred|desired|plus|must|needed|"
    r"essential|responsible|role|position|candidate|skills?|experience|you)\b)"
)
_WE_ASK = re.compile(
    r"\bwe(?:['’]re| are)? (?:require|need|expect|look|seek|want|prefer|ask)", re.I
)
_ASKS = re.compile(
    r"\b(?:you(?:'ve|’ve)? (?:have|know|bring|can|must|should|need|understand|are (?:able|"
    r"comfortable|proficient|experienced|familiar)|hold|possess|love)|(?:candidates?|applicants?|"
    r"incumbent) (?:must|should|will have|has|have|with|needs?)|must (?:have|be|possess)|"
    r"(?:is|are) (?:required|a must|mandatory|essential|preferred|desired|desirable|a plus)|"
    r"required\b(?! to\b)|a plus\b|preferred\b|nice[- ]to[- ]have|ideally|preferably|"
    r"\brequires?\b|(?:\d+|one|two|three|four|five|seven|eight|ten)(?: ?\+| plus| or more)?"
    r"(?: ?(?:-|–|to) ?\d+)? ?\+? ?(?:years?|yrs?)['’]? .{0,60}(?:experience|\b(?:in|with|as)\b)|"
    r"(?:experience|expertise|proficien\w+|familiarity|knowledge|skilled|fluen\w+|background|"
    r"competen\w+|track record) (?:with|in|of|using|working)|degree in|bachelor['’]?s|"
    r"master['’]s|ph\.?d\b)",
    re.IGNORECASE,
)
_ASKS_AT_START = re.compile(
    r"(?:(?:strong|solid|excellent|proven|deep|good|great|superior|sound|keen|advanced|"
    r"demonstrated|extensive|prior|previous|relevant|working|hands[- ]on|in-depth|exceptional|"
    r"outstanding|significant|expert|basic|minimum|at least|practical|thorough|some)\b"
    r"[\w ,/&-]{0,80}?)?"
    r"(?:experienced?|expertise|proficien\w+|familiar(?:ity)?|knowledge|understanding|ability|"
    r"skills?|degree|bachelor|master['’]s|b\.?[as]\.?/|ph\.?d|fluen\w+|command|comfortable|"
    r"team player|self[- ]motivated|track record|demonstrated use|"
    r"\d+ ?\+? ?(?:-|–|to)? ?\d* ?\+? year(?:s|['’]s)?)\b",
    re.IGNORECASE,
)
_ASKS_AMONG_BENEFITS = re.compile(
    r"(?:(?:strong|solid|excellent|proven|deep|prior|previous|relevant|working|hands[- ]on)\b"
    r"[\w ,/&-]{0,30})?(?:experience (?:with|in|using)|expertise|proficien\w+|knowledge of|"
    r"bachelor|\d+ ?\+? (?:- ?\d+ )?years (?:of|experience))",
    re.IGNORECASE,
)
_YOU_HAVE = (
    r"you(?:'ve|’ve)? (?:have|must|bring|know|possess|are (?:fluent|comfortable|proficient|skilled|"
    r"experienced|familiar|able))\b"
)
_ASKS_AMONG_DUTIES = re.compile(
    rf"^(?:{_YOU_HAVE}|must have|candidates?\b)|"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten) ?\+? years?\b.{0,60}experience|"
    r"college or university|\bdegree in\b|\bbachelor|\bph\.?d\b|"
    r"\b(?:is|are|an?) (?:plus|preferred|desired|desirable)\b|"
    r"nice[- ]to[- ]have",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    rf"\b(?:must|requires?|required(?! to\b)|preferred|desired|a plus|nice to have|ideally)\b|"
    rf"\d ?\+? (?:years|yrs)|\bdegree\b|bachelor|^{_YOU_HAVE}|^{_ASKS_AT_START.pattern}",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:you(?:'ll|’ll| will)|will be responsible|responsible for|in this role|"
    r"the (?:\w+ ){0,3}(?:role|position|analyst|engineer|scientist|candidate|developer|incumbent|"
    r"manager|individual|person) (?:will|is)|(?:s?he|she/he) will|"
    r"this (?:role|position) (?:will|is))\b",
    re.IGNORECASE,
)


# What one does, told without a subject and under no heading: "Create dashboards for ...".
_DOES = re.compile(
    r"(?:Analy[sz]|Architect|Assess|Assist|Automat|Build|Collaborat|Communicat|Conduct|Coordinat|"
    r"Creat|Defin|Deliver|Design|Develop|Driv|Ensur|Establish|Evaluat|Execut|Explor|Facilitat|Fram|"
    r"Gather|Generat|Guid|Identif|Implement|Improv|Integrat|Investigat|Launch|Lead|Leverag|Maintain|"
    r"Manag|Mentor|Min|Monitor|Optimi[sz]|Oversee|Own|Partner|Perform|Prepar|Present|Produc|Provid|"
    r"Recommend|Research|Review|Support|Synthesi[sz]|Test|Track|Translat|Understand|Validat|Work|"
    r"Writ)(?:e|y|es|ies|s|ing|ying)?\b(?! (?:for|at) us\b)",
)


# "The ideal candidate will have a track record", whatever the section.
_CANDIDATE_HAS = re.compile(
    r"\b(?:candidates?|applicants?)(?: who| that)?(?: (?:must|should|will|would))?"
    r" (?:have|has|possess(?:es)?|be (?:proficient|experienced|fluent|familiar))\b",
    re.IGNORECASE,
)
# "You use the command line", where no heading says what follows.
_YOU_DO = re.compile(
    r"You(?:['’]re|['’]ve)?\b"
    r"(?! (?:will|may|might|can expect|get|receive|want|join|would|could|see)\b)"
)


def read_lines(text: str, is_name: Callable[[str], bool]) -> list[PostingLine]:
    """The lines of a posting with their kinds, headings left out; ``is_name`` as in
    :func:`split_lines`.

    A heading holds until the next one. Wording overrules it where it is plain: an equal
    opportunity statement under "Requirements", "5+ years of ..." under "The role".
    """
    lines: list[PostingLine] = []
    section: LineKind | None = None
    desired = False
    astray = 0.0  # how many of the last lines under a heading that asks do not ask
    employer = _employer_opens(text, is_name)
    for body, bulleted in split_lines(text, is_name):
        heading, rest = _heading_and_rest(body, bulleted, section)
        if heading:
            section = heading
            desired = desired or body.lower().startswith("desired")
        if not rest:
            continue
        if _LEGAL_SECTION.search(rest):
            section = LineKind.LEGAL
        kind = _kind_by_wording(rest, section, employer)
        lines.append(PostingLine(rest, kind, headed=kind is section))
        if heading:
            astray = 0
        strays = kind in (LineKind.COMPANY, LineKind.BENEFITS)
        astray = astray + 1 if strays else max(0, astray - 0.5)
        if astray >= _ASTRAY and section in (LineKind.REQUIRED, LineKind.PREFERRED):
            section = kind
    return _settled(_continued(lines), desired)


# So many, and the company's own paragraph, or the benefits, have begun without a heading.
_ASTRAY = 2


def _employer_opens(text: str, is_name: Callable[[str], bool]) -> re.Pattern[str] | None:
    """Lines that begin with the employer's name: a word that the posting has often, always with a
    capital, and that is the name of no skill."""
    often = Counter(re.findall(r"\b[A-Z][a-z]{2,}\w*", text))
    small = set(re.findall(r"\b[a-z]{3,}", text))
    names = [
        re.escape(word)
        for word, times in often.items()
        if times >= _OFTEN and word.lower() not in small and not is_name(word)
    ]
    return re.compile(rf"(?:The )?(?:{'|'.join(names)})\b(?!.*:$)") if names else None


_OFTEN = 4


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
            if _DOES.match(line.text) or _TELLS.search(line.text):
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
    if not any(line.headed and line.kind is LineKind.REQUIRED for line in lines):
        if not desired:
            return lines
        return [
            replace(line, kind=LineKind.REQUIRED)
            if line.headed and line.kind is LineKind.PREFERRED
            else line
            for line in lines
        ]
    return [
        replace(line, kind=_told(line.text))
        if line.kind is LineKind.REQUIRED and not line.headed and not _DEMANDS.search(line.text)
        else line
        for line in lines
    ]


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
    before, colon, after = line.partition(":")
    if _FIELD.fullmatch(line):
        return None, line
    if not after.strip() and (colon or not bulleted):
        kind = heading_kind(line, section)
        if kind and not (line.endswith(".") and " " in line.strip()):
            return kind, ""
    if colon and after.strip() and (kind := heading_kind(before, section)):
        # Inside a section "Experience: ..." or "Benefits: ..." opens a bullet, not a section.
        return (None if bulleted and section else kind), after.strip() if not bulleted else line
    return None, line


def _kind_by_wording(
    line: str, section: LineKind | None, employer: re.Pattern[str] | None
) -> LineKind:
    """What a line is about, given the section that it stands in (None: before any heading)."""
    if section is LineKind.LEGAL or _LEGAL_LINE.search(line):
        return LineKind.LEGAL
    if _BENEFIT.search(line) or _FIELD.fullmatch(line):
        return LineKind.BENEFITS
    if section is LineKind.BENEFITS:
        return LineKind.REQUIRED if _ASKS_AMONG_BENEFITS.match(line) else section
    if section in (LineKind.REQUIRED, LineKind.PREFERRED):
        ours = _FROM_COMPANY.match(line) and not _WE_ASK.search(line)
        named = employer and employer.match(line) and not _DEMANDS.search(line)
        return LineKind.COMPANY if ours or named else section
    if _ASKS_AT_START.match(line) or _CANDIDATE_HAS.search(line):
        return LineKind.REQUIRED
    if _TELLS.search(line):
        return LineKind.DUTIES
    if section is LineKind.DUTIES and _FROM_COMPANY.match(line):
        return LineKind.COMPANY
    if section is LineKind.DUTIES:
        return LineKind.REQUIRED if _ASKS_AMONG_DUTIES.search(line) else section
    if section is None and _YOU_DO.match(line):
        return LineKind.REQUIRED
    if section is None and _DOES.match(line) and not _DEMANDS.search(line):
        return LineKind.DUTIES
    if _ASKS.search(line) and (not _FROM_COMPANY.match(line) or _WE_ASK.search(line)):
        return LineKind.REQUIRED
    return LineKind.DUTIES if section is None and _DOES.match(line) else LineKind.COMPANY
