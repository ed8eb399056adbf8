"""The text of a posting → lines, each with what it is about.

Postings come as tidy lists, as one paragraph, and as lists whose line breaks were lost on the way
("...to grow.You will" or "...of our teamsExperience with"). All become lines of one sentence or
bullet; headings and wording then say which of them ask for something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matcher.postings.headings import LineKind, heading_kind


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One bullet or sentence, without its bullet sign. Headings do not become lines."""

    text: str
    kind: LineKind
    headed: bool  # the kind comes from a heading, not from the line's own wording


# ---------------------------------------------------------------- splitting

_BULLET = re.compile(r"(?:[•◦▪●○■□‣⁃∙·»›❖✓✔➢]|[*–—-](?=\s|[A-Z])|\d{1,2}[.)](?=\s)|o(?=\s))\s*")
# A question mark before a capital is a bullet sign that lost its encoding.
_INNER_BULLET = re.compile(r"[•●▪◦‣■❖✓✔➢]|\s\?(?=[A-Z])")
# A full stop glued to the next sentence. Left alone: names such as Node.js, Asp.Net and
# Booking.Com, degrees (B.Tech), initials, "e.g.Tableau".
_GLUED_STOP = re.compile(
    r"(?:(?<=[a-z0-9)\]%’'\"+#])|(?<=[A-Z]{2})|(?<=\b[RC]))(?<!e\.g)(?<!i\.e)(?<!\bPh)[.!?;:]"
    r"(?=[A-Z][a-z’']|[A-Z] [a-z])(?!(?:Net|Js|Com|Org|Io|Ai|Tech|Sc|Eng)\b)"
)
# A word in small letters glued to a capitalised one: "teamsExperience". Four letters and more,
# so that iPhone and webMethods stay whole.
_GLUED_WORD = re.compile(
    r"\b([a-z]{4,})(?=[A-Z][a-z]{2})(?!Script|Shell|Flow|Query|Point|Spark|Learn|Base\b)"
    r"|\b([a-z]{4,})(?=[A-Z]{5})"
)
# After a capitalised word or an acronym only words that begin a bullet are taken for glued, or
# PowerPoint and TensorFlow would fall apart.
_STARTERS = (
    "Ability|Able|About|Additional|Advanced|Analy[sz]e|Analytical|Apply|Assist|Bachelor|Basic|Build|"
    "Collaborate|Collaborat\\w+|Communicat\\w+|Comfortable|Conduct|Create|Define|Degree|Deliver|"
    "Demonstrated?|Design|Desired?|Develop|Drive|Education|Effective|Ensure|Excellent|Experienced?|"
    "Expert|Expertise|Extensive|Familiarity|Familiar|Good|Great|Hands|Help|Identify|Implement|"
    "In-depth|Knowledge|Knowledgeable|Contributor|Lead|Maintain|Manage|Master|Minimum|Must|"
    "Partner|Perform|Preferred|Prepare|"
    "Previous|Prior|Proactive|Proficiency|Proficient|Proven|Provide|Qualifications|Requirements|"
    "Responsibilities|Responsible|Self|Skilled|Solid|Strong|Support|Superior|Track|Translate|"
    "Understand|Understanding|Use|Utilize|Willingness|Work|Working|Write|You|Your|We|What|"
    "Benefits|Nice|Duties|Skills"
)
_GLUED_STARTER = re.compile(
    rf"(?:(?<=[a-z]{{3}})|(?<=[A-Z]{{2}})|(?<=\b[RC])|(?<=[)\]+]))(?=(?:{_STARTERS})\b)"
)
# Where a list was run into one line with its spaces kept, such a word with a capital still shows
# where a bullet began: "... bash commands Experience working in ...". Not after these words:
_NO_BREAK_AFTER = frozenset(
    "the a an our your their this that of in as to and or for with on at by from new senior is are "
    "be you we who will can not & junior".split()
)
_RUN_ON = re.compile(
    rf"(?<![\w+#’'-])([\w+#’'-]{{1,40}}[)\]]?) (?=(?:{_STARTERS})\b (?:[a-z(]|[A-Z]+\b))"
)
_RUN_ON_LENGTH = 120  # characters; shorter lines are left as they are
_GLUED_YEARS = re.compile(
    r"(?<=[A-Za-z]{3})\.?(?=\d{1,2} ?\+?(?: ?(?:-|to) ?\d{1,2})? ?\+? (?:years|yrs))"
)
# Headings that ran into the line: "QualificationsBachelor's degree", "Responsibilities Design ...".
_RUN_IN_HEADING = re.compile(
    r"(?:(?<![\w,&/] )(?<![\w,&/(-]))"
    r"((?:(?:Minimum|Basic|Preferred|Required|Desired|Key|Primary|Essential|Additional|Technical|"
    r"Job|Role|Position|Core|Main|Your|Specific|General|Other|Education|Professional|Functional|"
    r"Experience|Skills?|Knowledge|and|And|&)[ ,/]+){0,4}"
    r"(?:Requirements|Qualifications|Responsibilities|Duties|Skills?|Accountabilities)"
    r"(?: (?:[Aa]nd|&) (?:Experience|Background|Qualifications|Requirements|Abilities|Education|"
    r"Skills|Competencies|Knowledge|Responsibilities|Expertise|Traits))?"
    r"|(?:Preferred|Desired|Desirable) Experience"
    r"|What You(?:['’]ll| Will) (?:Do|Bring|Need|Be Doing)|What We(?:['’]re| Are) Looking For"
    r"|What (?:[Tt]he|[Tt]his) (?:[Jj]ob|[Rr]ole) [Ee]ntails|You Must Have|Your Day"
    r"|(?:Our|The|Your) [Ii]deal [Cc]andidate(?=[A-Z])"
    r"|Who You Are|(?:A Lot )?About (?:You|Us|[Tt]he (?:Role|Team|Job))|The Role"
    r"|(?:What We|Our) Offer"
    r"|Nice [Tt]o Haves?|Must Haves?|Bonus Points|Benefits|Perks)"
    r"(?: ?[:–-] ?(?=\S)|(?=[A-Z][a-z.’']|[A-Z]{1,3}[ /,.])"
    r"|\s+(?=[A-Z][A-Za-z]+[ /.’'](?!and\b|&)|\d+ ?(?:(?:-|to) ?\d+)? ?\+? ?(?:years|yrs)))"
)
# "... both written and verbal Desirable Cassandra, Neo4J": the heading of a list that was run on.
_RUN_ON_DESIRED = re.compile(r"(?<=[a-z)\]] )(Desirable|Preferred|Desired) (?=[A-Z][a-z]+\b)")
# The same in capitals, glued to what stands before and behind: "(CBE)PHYSICAL DEMANDSNature of".
_CAPITALS_HEADING = re.compile(
    r"(?<![A-Z] )((?:[A-Z]{3,} (?:AND |& )?){0,2}(?:DEMANDS|CONDITIONS|ENVIRONMENT"
    r"|RESPONSIBILIT[A-Z]{2,3}|REQUIREMENTS|QUALIFICATIONS|BENEFITS|SKILLS|DUTIES))(?=\s*:|\s?[A-Z][a-z])"
)
# Glued to the next word, such a noun is a heading whatever stands before it.
_GLUED_HEADING = re.compile(r"(?<=\s)(Requirements|Qualifications|Responsibilities)(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?][\"')\]”’]*\s+(?=[\"'(“‘]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|incl|approx|no|inc|ltd|co|corp|st|dr|mr|ms|mrs|jr|sr|dept|min|max|"
    r"yrs|exp|ph\.?d|u\.s|u\.k|m\.sc|b\.sc)|\b[A-Za-z](?:\.[A-Za-z])*)\.$",
    re.IGNORECASE,
)
_LONGEST_LINE = 1000  # characters
_LONG_BULLET = 240  # characters; a longer "bullet" is a paragraph with a dash before it


def split_lines(text: str) -> list[tuple[str, bool]]:
    """The bullets and sentences of a posting in order, each with whether it had a bullet sign."""
    lines: list[tuple[str, bool]] = []
    for raw in _unglued(text).split("\n"):
        line = re.sub(r"\s+", " ", raw).strip()
        sign = _BULLET.match(line)
        body = line[sign.end() :] if sign else line
        if not body:
            continue
        if sign and len(body) <= _LONG_BULLET:
            lines.append((body, True))
        else:
            lines.extend((sentence, bool(sign)) for sentence in _sentences(body))
    return lines


def _unglued(text: str) -> str:
    """The text with line breaks where they were lost."""
    text = _INNER_BULLET.sub("\n• ", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _GLUED_STOP.sub(lambda stop: stop.group() + "\n", text)
    text = _GLUED_WORD.sub(lambda word: word.group() + "\n", text)
    text = _GLUED_STARTER.sub("\n", text)
    text = _GLUED_YEARS.sub("\n", text)
    text = _RUN_IN_HEADING.sub(r"\n\1:\n", text)
    text = _GLUED_HEADING.sub(r"\n\1:\n", text)
    text = _CAPITALS_HEADING.sub(r"\n\1:\n", text)
    text = _RUN_ON_DESIRED.sub(r"\n\1:\n", text)
    return "\n".join(
        _RUN_ON.sub(_broken, line) if len(line) > _RUN_ON_LENGTH else line
        for line in text.split("\n")
    )


def _broken(words: re.Match[str]) -> str:
    """A line break after the word, unless it belongs to what follows."""
    word = words[1]
    ends = word.endswith((")", "]")) or word.isupper() or word[0].islower()
    return word + ("\n" if ends and word not in _NO_BREAK_AFTER else " ")


def _sentences(line: str) -> list[str]:
    """The sentences of a paragraph; abbreviations do not end one."""
    sentences, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        if _ABBREVIATION.search(line, max(start, end.start() - 12), end.start() + 1):
            continue
        sentences.append(line[start : end.end()].strip())
        start = end.end()
    sentences.append(line[start:].strip())
    return [part for sentence in sentences for part in _cut(sentence)]


def _cut(sentence: str) -> Iterator[str]:
    """A sentence in stretches of bounded length: what follows looks at every pair in a line."""
    while len(sentence) > _LONGEST_LINE:
        end = sentence.rfind(" ", 1, _LONGEST_LINE) + 1 or _LONGEST_LINE
        yield sentence[:end].strip()
        sentence = sentence[end:].strip()
    if sentence:
        yield sentence


# ---------------------------------------------------------------- wording

# Labels of a form: they say something about their own line only.
_FIELD = re.compile(
    r"(?:(?:job )?(?:title|type|location|category|id|code)|company|employer|location|salary|pay|"
    r"(?:pay )?rate|date(?: posted)?|department|employment type|schedule|hours|duration|start date|"
    r"contact|reports to|travel|job|position|role|industry|workplace|seniority)\s*:\s*\S.*",
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
    r"training budget|life insurance|flexible (?:hours|working hours)|gym membership",
    re.IGNORECASE,
)
_FROM_COMPANY = re.compile(
    r"(?i:we|our|the company|founded|since)\b(?! (?i:ideal|candidate))"
    r"|(?:At|Join) [A-Z][\w.&]+(?: [A-Z][\w.&]+){0,3},? "
)
_WE_ASK = re.compile(
    r"\bwe(?:['’]re| are)? (?:require|need|expect|look|seek|want|prefer|ask)", re.I
)
_ASKS = re.compile(
    r"\b(?:you(?:'ve|’ve)? (?:have|know|bring|can|must|should|need|understand|are (?:able|"
    r"comfortable|proficient|experienced|familiar)|hold|possess|love)|(?:candidates?|applicants?|"
    r"incumbent) (?:must|should|will have|has|have|with|needs?)|must (?:have|be|possess)|"
    r"(?:is|are) (?:required|a must|mandatory|essential|preferred|desired|desirable|a plus)|"
    r"required\b|a plus\b|preferred\b|nice[- ]to[- ]have|ideally|preferably|"
    r"\brequires?\b|(?:\d+|one|two|three|four|five|seven|eight|ten)(?: ?\+| plus| or more)?"
    r"(?: ?(?:-|–|to) ?\d+)? ?\+? ?(?:years?|yrs?)['’]? .{0,60}(?:experience|\b(?:in|with|as)\b)|"
    r"(?:experience|expertise|proficien\w+|familiarity|knowledge|skilled|fluen\w+|background|"
    r"competen\w+|track record) (?:with|in|of|using|working)|degree in|bachelor['’]?s|"
    r"master['’]s|ph\.?d\b)",
    re.IGNORECASE,
)
_ASKS_AT_START = re.compile(
    r"(?:(?:strong|solid|excellent|proven|deep|good|advanced|demonstrated|extensive|prior|previous|"
    r"relevant|working|hands[- ]on|in-depth|exceptional|outstanding|significant|expert|basic|"
    r"minimum|at least|practical|thorough|some)\b[\w ,/&-]{0,80}?)?"
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
    rf"\b(?:must|require[ds]?|preferred|desired|a plus|nice to have|ideally)\b|"
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


def read_lines(text: str) -> list[PostingLine]:
    """The lines of a posting with their kinds, headings left out.

    A heading holds until the next one. Wording overrules it where it is plain: an equal
    opportunity statement under "Requirements", "5+ years of ..." under "The role".
    """
    lines: list[PostingLine] = []
    section: LineKind | None = None
    desired = False
    for body, bulleted in split_lines(text):
        heading, rest = _heading_and_rest(body, bulleted, section)
        if heading:
            section = heading
            desired = desired or body.lower().startswith("desired")
        if not rest:
            continue
        if _LEGAL_SECTION.search(rest):
            section = LineKind.LEGAL
        kind = _kind_by_wording(rest, section)
        lines.append(PostingLine(rest, kind, headed=kind is section))
    return _settled(lines, desired)


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
        replace(line, kind=LineKind.DUTIES)
        if line.kind is LineKind.REQUIRED and not line.headed and not _DEMANDS.search(line.text)
        else line
        for line in lines
    ]


def _heading_and_rest(
    line: str, bulleted: bool, section: LineKind | None
) -> tuple[LineKind | None, str]:
    """A heading's kind and what follows it in the same line."""
    before, colon, after = line.partition(":")
    if _FIELD.fullmatch(line):
        return None, line
    if not bulleted or (colon and not after.strip()):
        kind = heading_kind(line, section)
        if kind and not (line.endswith(".") and " " in line.strip()):
            return kind, ""
    if colon and after.strip() and (kind := heading_kind(before, section)):
        # Inside a section "Experience: ..." or "Benefits: ..." opens a bullet, not a section.
        return (None if bulleted and section else kind), after.strip() if not bulleted else line
    return None, line


def _kind_by_wording(line: str, section: LineKind | None) -> LineKind:
    """What a line is about, given the section that it stands in (None: before any heading)."""
    if section is LineKind.LEGAL or _LEGAL_LINE.search(line):
        return LineKind.LEGAL
    if _BENEFIT.search(line) or _FIELD.fullmatch(line):
        return LineKind.BENEFITS
    if section is LineKind.BENEFITS:
        return LineKind.REQUIRED if _ASKS_AMONG_BENEFITS.match(line) else section
    if section in (LineKind.REQUIRED, LineKind.PREFERRED):
        about_company = _FROM_COMPANY.match(line) and not _WE_ASK.search(line)
        return LineKind.COMPANY if about_company else section
    if _ASKS_AT_START.match(line):
        return LineKind.REQUIRED
    if _TELLS.search(line):
        return LineKind.DUTIES
    if section is LineKind.DUTIES and _FROM_COMPANY.match(line):
        return LineKind.COMPANY
    if section is LineKind.DUTIES:
        return LineKind.REQUIRED if _ASKS_AMONG_DUTIES.search(line) else section
    if _ASKS.search(line) and (not _FROM_COMPANY.match(line) or _WE_ASK.search(line)):
        return LineKind.REQUIRED
    return LineKind.DUTIES if section is None and _DOES.match(line) else LineKind.COMPANY
