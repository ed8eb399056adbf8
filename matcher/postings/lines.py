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
# A label whose value stands in the next line.
_FIELD_NAME = re.compile(
    r"(?:(?:primary|other|additional|work) )?locations?|travel|"
    r"(?:job|position|employment) (?:type|category)(?: ?/ ?\w+)?",
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
    r"fair chance|(?:list|description) is not exhaustive|duties .{0,20}may vary|"
    r"interview process|interviewing with [A-Z]|"
    r"background (?:check|investigation|screening)|drug (?:screen|test)|"
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
    r"flexible (?:hours|working hours)|(?:unlimited|generous|flexible) (?:vacation|time off)|"
    r"(?:free|catered|complimentary|stocked|weekly) (?:\w+ ){0,2}(?:lunch(?:es)?|snacks|food|meals|"
    r"kitchens?|drinks|dinners?)\b|happy hours?\b|dog[- ]friendly|parental leave|"
    r"commuter (?:benefits|checks)|health(?:care)? benefits",
    re.IGNORECASE,
)
_FROM_COMPANY = re.compile(
    r"(?i:we|our|the company|founded|headquartered|since)\b(?! (?i:ideal|candidate))"
    r"|Join (?:us|our|the|an?)\b"
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
# "Python is required", not "prepares the required reports" nor "every 2 years".
_REQUIRED = (
    r"(?<!\bas )(?<!\bif )(?<!\bwhen )(?<!\bthe )(?<!\ball )(?<!equipment )\brequired\b"
    r"(?! (?:to|data|information|documentation|reports?)\b)"
)
_ASKS = re.compile(
    r"\b(?:you(?:'ve|’ve)? (?:have|know|bring|can|must|should|need|understand|are (?:able|"
    r"comfortable|proficient|experienced|familiar)|hold|possess|love)|(?:candidates?|applicants?|"
    r"incumbent) (?:must|should|will have|has|have|with|needs?)|must (?:have|be|possess)|"
    r"(?:is|are) (?:required|a must|mandatory|essential|preferred|desired|desirable|a plus)|"
    rf"{_REQUIRED}|a plus\b|preferred\b|nice[- ]to[- ]have|ideally|preferably|"
    r"\brequires?\b|"
    r"(?<!every )\b(?:\d+|one|two|three|four|five|seven|eight|ten)(?: ?\+| plus| or more)?"
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
    r"team player|self[- ](?:motivated|starter|directed|driven)|track record|demonstrated use|"
    r"able to|willing(?:ness)? to|passion(?:ate)? (?:for|about)|detail[- ]oriented|"
    r"attention to detail|highly (?:motivated|organi[sz]ed|analytical|self)|"
    r"must (?:also )?(?:have|be|possess)|"
    r"(?!(?:develop|leverag|build|us|keep|appl|improv|shar|utili[sz])(?:e|es|y|ing|s)?\b)"
    r"(?:\w+ ){1,3}skills\b|ha(?:s|ve) (?:an? )?(?:strong|good|great|solid|proven|deep)|"
    r"(?:strong|solid|excellent|outstanding|exceptional)(?! (?:company|team|culture|benefit|"
    r"compensation|salary|growth|work|pay|package|opportunit))|"
    r"\d+ ?\+? ?(?:-|–|to)? ?\d* ?\+? year(?:s|['’]s)?)\b",
    re.IGNORECASE,
)
# "Our team is looking for an analyst with a background in ..."
_SEEKS = (
    r"\b(?:looking for|seeking|seeks|in search of)\b.{3,80}?\b(?:who (?:has|have|is|are|can)|"
    r"with (?:an? )?(?:(?:strong|deep|solid|proven|excellent|extensive|good|great) )?(?:background|"
    r"experience|expertise|knowledge|understanding|track record|passion|\w+ skills))\b"
)
_ASKS_AMONG_BENEFITS = re.compile(
    r"(?:(?:strong|solid|excellent|proven|deep|prior|previous|relevant|working|hands[- ]on)\b"
    r"[\w ,/&-]{0,30})?(?:experience (?:with|in|using)|expertise|proficien\w+|knowledge of|"
    r"bachelor|\d+ ?\+? (?:- ?\d+ )?years (?:of|experience))",
    re.IGNORECASE,
)
_YOU_HAVE = (
    r"you(?:(?:'ve|’ve)? (?:have(?! (?:the|an?) (?:opportunity|chance))|must|bring|know|possess|"
    r"should (?:be|have)|exercise|thrive|enjoy|love)\b"
    r"|(?: are|['’]re) (?!(?:also )?(?:responsible|part|in charge|joining|the|expected|going|"
    r"looking|working)\b))"
)
_ASKS_AMONG_DUTIES = re.compile(
    rf"^(?:{_YOU_HAVE}|must have|candidates?\b)|"
    r"\b(?:they|candidates?|person|individual|applicants?) (?:must|should) (?:be|have)\b|"
    r"^(?:this|the) (?:(?:[\w-]+ ){0,3}(?:position|role|job) )?(?:at \w+ |also )?requires\b|"
    rf"{_SEEKS}|"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten) ?\+? years?\b.{0,60}experience|"
    r"college or university|\bdegree in\b|\bbachelor|\bph\.?d\b|"
    r"\b(?:is|are|an?) (?:plus|preferred|desired|desirable)\b|"
    r"nice[- ]to[- ]have",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    rf"{_SEEKS}|\b(?:s?he|she/he|they|candidates?|applicants?|incumbent) should (?:be|have)\b|"
    rf"{_REQUIRED}|\b(?:must|requires?|preferred|a plus|"
    rf"desired(?! (?:reports?|outcomes?|results?))|nice to have|ideally)\b|"
    rf"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|ten)) ?\+? (?:years|yrs)|"
    rf"\bdegree\b|bachelor|^{_YOU_HAVE}|^{_ASKS_AT_START.pattern}",
    re.IGNORECASE,
)
_HOLDER = (
    r"(?:role|position|job|analyst|engineer|scientist|developer|manager|architect|specialist|"
    r"coordinator|administrator|consultant|director|associate|assistant|officer|programmer|"
    r"technician|auditor|clerk|agent|intern|lead|leader|incumbent|individual|person)"
)
_TELLS = re.compile(
    rf"\b(?:you(?:'ll|’ll| will|(?:['’]d| would)(?! (?:have|like|love)\b))|who will|"
    rf"will be responsible|responsible for|in this role|"
    rf"the (?:[\w/-]+ ){{0,3}}(?:\w+/)?(?:candidate|{_HOLDER})(?: I{{1,3}})? "
    rf"(?:will|would|is)|"
    rf"(?:s?he|she/he|they) will|"
    rf"this (?:candidate|team member|{_HOLDER}) (?:will|is)|you and (?:\w+ ){{1,6}}will|"
    rf"your (?:\w+ )?(?:role|focus|responsibilit\w+|job|task) (?:will|is|are))\b|^this includes\b"
    # "The analyst audits ...", "Developer is expected to ..."
    rf"|(?:^|, )(?:the|an?|this) (?:[\w&/-]+ ){{0,5}}?{_HOLDER}(?: I{{1,3}})? "
    rf"(?!(?:is|has|was|offers|needs|requires|pays|reports|starts|begins|comes|sits|allows|"
    rf"helps you|provides (?:an?|the) (?:\w+ )?(?:opportunity|chance))\b)\w+s\b"
    rf"|^{_HOLDER} (?:will|is expected)\b|^incumbent \w+s\b|^other duties will\b"
    rf"|^as an? [^,.]{{3,80}},? you\b",
    re.IGNORECASE,
)


# What one does, told without a subject and under no heading: "Create dashboards for ...".
_DOES = re.compile(
    r"(?!\w+ing\b.*, we\b)(?:[A-Z][a-z]+ly (?:and \w+ly )?)?(?i:"
    r"Administer|Advis|Advocat|Aggregat|Analy[sz]|Answer|Appl|Architect|Articulat|Assess|Assist|Assur|Attend|"
    r"Audit|Automat|Build|Calculat|Champion|Clean|Coach|Collaborat|Collect|Communicat|Compil|"
    r"Conceptuali[sz]|Conduct|Configur|Connect|Consult|Contribut|Coordinat|Craft|Creat|Cultivat|"
    r"Defin|Deliver|Deploy|Design|Determin|Develop|Document|"
    r"Draft|Driv|Educat|Enhanc|Ensur|Establish|Evaluat|Examin|Execut|Exercis|Explor|Extract|"
    r"Facilitat|Forecast|Formulat|Fram|Gather|Generat|Guid|Handl|Identif|Implement|Improv|Influenc|"
    r"Integrat|Interpret|Introduc|Investigat|Launch|Lead|Leverag|Maintain|Manag|Measur|Mentor|Min|Monitor|"
    r"Negotiat|Obtain|Optimi[sz]|Organi[sz]|Oversee|Own|Participat|Partner|Perform|Prepar|Present|Produc|Provid|Quer|"
    r"Promot|Propos|Recommend|Research|Resolv|Respond|Review|Serv|Shar|Solv|Streamlin|Support|Synthesi[sz]|Test|Track|"
    r"Train|Transform|Translat|Troubleshoot|Understand|Utili[sz]|Validat|Verif|Work|Writ)"
    r"(?:e|y|es|ies|s|ing|ying)?\b(?! (?:for|at) us\b| (?:authori[sz]ation|environment|from|"
    r"locations?|schedule)\b|[-:])",
)


def begins_with_a_verb(line: str) -> bool:
    """Whether a line tells what one does, without a subject: "Maintain databases"."""
    return _DOES.match(line) is not None


def speaks_of_the_employer(line: str) -> bool:
    """Whether a line without a heading is the employer's talk of itself, or an invitation."""
    return bool(_FROM_COMPANY.match(line) or _INVITES.match(line)) or line.startswith("As the ")


# "Build models" and "Building models", where a blurb says "Building on this, we grow".
_ORDERS = re.compile(r"(?!\w+s\b)(?!\w+ing\b.*\b(?:we|our|us|is|are|will)\b)")
_INVITES = re.compile(
    r"(?:Whether|If (?:you|so|this|that)|Are you|Do you|Want to|Ready to|Join|Come|Please|"
    r"Learn more|Let['’]s|Click|Check out|To learn more|Take a look|Work with purpose|"
    r"Apply (?:now|today|for|to be|if|below|online))\b"
)
# "The data platform team keeps ...": a sentence about those whom one joins.
_OF_A_TEAM = re.compile(
    r"(?:The|Our|This) (?:[\w&/’'()-]+,? ){0,8}?(?:team|organi[sz]ation|group|department|division|"
    r"company|firm|mission|goal|vision)s?(?: members)?(?: \([^)]*\))?"
    r"(?: (?:of|at|in) [\w& -]{2,60}?)?"
    r" (?:is|are|was|has|have|exists?|\w+s)\b(?!.*\b(?:you|candidate|role|position)\b)"
    r"|Team members\b"
)


# "The ideal candidate will have a track record", whatever the section.
_CANDIDATE_HAS = re.compile(
    r"\b(?:candidates?|applicants?) (?:is|are)\b.{1,60}\bwith (?:an? )?(?:strong|excellent|solid|"
    r"proven|deep|great|good)\b|"
    r"(?<!-qualified )\b(?:candidates?|applicants?)(?: who| that)?(?: (?:must|should|will|would))?"
    r" (?:have|has|possess(?:es)?|(?:need to )?be (?:proficient|experienced|fluent|familiar|able|"
    r"well[- ]versed|comfortable|knowledgeable|extremely|highly|self|passionate))\b",
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
        in_the_end = section in (LineKind.LEGAL, LineKind.BENEFITS)
        if _FIELD_NAME.fullmatch(body.rstrip(" :")) and not in_the_end:
            section = None
        heading, rest = _heading_and_rest(body, bulleted, section)
        if heading:
            section = heading
            astray = 0
            desired = desired or body.lower().startswith("desired")
        if not rest:
            continue
        if _LEGAL_SECTION.search(rest):
            section = LineKind.LEGAL
        kind = _kind_by_wording(rest, section, employer)
        lines.append(PostingLine(rest, kind, headed=kind is section))
        strays = kind in (LineKind.COMPANY, LineKind.BENEFITS)
        astray = astray + 1 if strays else max(0, astray - 0.5)
        if astray >= _ASTRAY and section in (LineKind.REQUIRED, LineKind.PREFERRED):
            section = kind
        elif astray >= _ASTRAY and section is LineKind.DUTIES:
            section = None  # the wording of each line tells from here on
    return _settled(_continued(lines), desired)


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
        and not begins_with_a_verb(word)
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
        if line.kind is LineKind.REQUIRED
        and not line.headed
        and not (_DEMANDS.search(line.text) or _CANDIDATE_HAS.search(line.text))
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
    dash = _DASHED.match(line)
    if dash and not bulleted and (kind := heading_kind(f"{dash[1]}:", section)):
        return kind, line[dash.end() :] if heading_kind(line[dash.end() :]) is None else ""
    if not after.strip() and (colon or not bulleted):
        kind = heading_kind(line, section)
        if kind and not (line.endswith(".") and " " in line.strip()):
            return kind, ""
    if _DUTIES_FOLLOW.match(line):
        return LineKind.DUTIES, after.strip()
    if colon and after.strip() and (kind := heading_kind(before, section)):
        # Inside a section "Experience: ..." or "Benefits: ..." opens a bullet, not a section.
        return (None if bulleted and section else kind), after.strip() if not bulleted else line
    return None, line


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
    if _INVITES.match(line) and not _DEMANDS.search(line):
        return LineKind.COMPANY
    if _TELLS.search(line):
        return LineKind.DUTIES
    if section is LineKind.DUTIES:
        return _kind_among_duties(line, employer)
    if section is None and _YOU_DO.match(line):
        return LineKind.REQUIRED
    does = bool(_DOES.match(line))
    if section is None and does and not _DEMANDS.search(line):
        return LineKind.DUTIES
    if _ASKS.search(line) and (not _FROM_COMPANY.match(line) or _WE_ASK.search(line)):
        return LineKind.REQUIRED
    return LineKind.DUTIES if does and _ORDERS.match(line) else LineKind.COMPANY


def _kind_among_duties(line: str, employer: re.Pattern[str] | None) -> LineKind:
    """What a line is about that stands under a heading of duties, which blurb may follow too."""
    if _ASKS_AMONG_DUTIES.search(line):
        return LineKind.REQUIRED
    ours = _FROM_COMPANY.match(line) or _OF_A_TEAM.match(line)
    return LineKind.COMPANY if ours or (employer and employer.match(line)) else LineKind.DUTIES
