"""What the parts of a posting are about, as their headings tell."""

from __future__ import annotations

import re
from enum import StrEnum

from matcher.postings.headings_abroad import KINDS


class LineKind(StrEnum):
    """What a line of a posting is about."""

    COMPANY = "company"  # who offers the job; also everything that fits nowhere else
    DUTIES = "duties"
    REQUIRED = "required"
    PREFERRED = "preferred"
    BENEFITS = "benefits"
    LEGAL = "legal"


_ADJECTIVES = (
    r"(?:(?:minimum|basic|required|essential|key|primary|main|core|general|specific|other|job|role|"
    r"position|candidate|technical|professional|functional|personal|soft|hard|your|the|our|work|"
    r"special|mandatory|relevant|necessary|academic|formal|day-to-day|daily|major|principal|"
    r"department|computer|supervisory|expected|additional(?= (?:responsibilities|duties)))"
    r"(?:[ ,/]+| and ))*"
)
_NEUTRAL_NOUN = (
    r"(?:skills?(?: set)?|experiences?|education|competenc(?:ies|e)|knowledge|expertise|abilities|"
    r"certifications?|tools|technologies|software|infrastructure|tech(?:nology)? stack|background|"
    r"training|characteristics|attributes|behaviou?rs|traits|languages)"
)
_NEUTRAL = rf"{_ADJECTIVES}{_NEUTRAL_NOUN}(?:(?:,| and| or| ?/)+ ?{_ADJECTIVES}{_NEUTRAL_NOUN})*"
_TAIL = r"(?:\W.{0,40})?"

# In this order: "preferred qualifications" is read before "qualifications".
_HEADINGS: tuple[tuple[LineKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            LineKind.LEGAL,
            rf"(?:equal (?:employment )?opportunity|eeo|disclaimers?|legal|privacy|"
            rf"(?:physical|work) (?:demands|environment|standards|requirements)|working conditions|"
            rf"conditions of employment|"
            rf"special conditions|application (?:instructions|process)|who may apply|"
            rf"accommodations?|diversity|(?:required|supporting) documents|"
            rf"(?:how )?to apply|contact(?! with\b)|notice(?! period)|"
            rf"(?:additional|other|more) information|"
            rf"(?:what )?(?:you|we) (?:do not|don't|will not|won't) (?:need|require|use|ask for)|"
            rf"(?:tools|technologies|things) (?:that )?(?:you|we) (?:do not|don't) (?:need|use)|"
            rf"not (?:needed|required|necessary|expected)){_TAIL}",
        ),
        (
            LineKind.BENEFITS,
            rf"(?:(?:our |the |your |employee |company )?(?:benefits|perks)|"
            rf"what (?:we offer|you (?:get|can expect))(?! to)|we offer|our offer|"
            rf"what we(?:'ll| will) (?:offer|give)|what [\w ]{{2,30}} offers|compensation|salary|"
            rf"what makes us .{{2,30}}|rewards|"
            rf"why (?!(?:this|the) (?:job|role|position))(?:.{{2,20}}|join|work|us|you|we)|"
            rf"what's in it for you|"
            rf"what you(?:'ll| will) (?:get|love)){_TAIL}|.{{1,40}} benefits",
        ),
        (
            LineKind.PREFERRED,
            rf"(?:(?:it's |the )?(?:nice|good|great)[- ]to[- ]haves?|nice if you have|preferred|"
            rf"even better|plusses|preferences?|(?:what )?you (?:may|might)(?: also)? have|"
            rf"(?:we'd|we would|it'd|it would) .{{0,30}}if you (?:have|had|'ve|also).{{0,20}}|"
            rf"secondary skills|(?:shoulds|coulds)\b|"
            rf"nice,? (?:but |though )?not (?:needed|required|necessary|essential)|"
            rf"(?:it'd|it would) be (?:great|nice|lovely|good|ideal)|"
            rf"double bonus|(?:(?:a|the|big|huge|major|definite) )*plus(?:es)?\b|desired|"
            rf"desirable|bonus|extra (?:credit|points)|"
            rf"(?:other |additional )(?:desired|desirable|preferred).{{0,30}}|"
            rf"additional (?:qualifications|skills|experience)|optional|ideally|"
            rf"pluses|assets?|brownie points|"
            rf"would be (?:nice|great|ace|cool|awesome|brilliant|handy|lovely|a plus|a bonus)|"
            rf"it (?:would help|helps)(?: if you (?:know|have|bring))?){_TAIL}"
            rf"|{_NEUTRAL} (?:preferred|a plus|nice to have|desired|desirable)",
        ),
        (
            LineKind.REQUIRED,
            rf"{_ADJECTIVES}(?:requirements?|qualifications?|criteria|must[- ]haves?){_TAIL}"
            rf"|(?:education|experience|skills?|knowledge)\W.{{0,30}}"
            rf"(?:requirements?|qualifications?)"
            rf"|required|musts?|essential|person specification|you(?: are)?"
            rf"|to be considered,?(?: you(?:'ll| will| should| must)? (?:have|need|bring))?"
            rf"|(?:minimum|required|essential|you)(?:\s(?:qualifications|skills|"
            rf"experience|have|bring|must have|should have|will have|need)){_TAIL}"
            rf"|what (?:you|we)(?:'ll| will|'re| are| must| should)?(?: already| also)? "
            rf"(?:bring|need|have|require|look(?:ing)? for|expect|seek){_TAIL}"
            rf"|keys? to success.{{0,30}}|what (?:to bring|it takes.{{0,20}})"
            rf"|who (?:you are|(?:we're|we are) looking for|are you){_TAIL}"
            rf"|(?:a (?:lot|little|bit) )?about you"
            rf"|your (?:profile|background|skills|experience|strengths)"
            rf"|(?:the |our |an? |your )?(?:ideal|successful|right|qualified) "
            rf"(?:candidate|applicant)s?{_TAIL}"
            rf"|(?:to (?:be successful|succeed|qualify)|what it takes|"
            rf"you (?:might|may|will) be a){_TAIL}"
            rf"|knowledge,? skills?,?(?: and)? abilities{_TAIL}|minimum required"
            rf"|what will you bring|what makes you .{{2,40}}"
            rf"|(?:qualities|skills|attributes) we (?:value|look for|seek)"
            rf"|you (?:will|must|should)(?: \w+)? (?:possess|have) .{{1,40}}"
            r"|(?:we|you)(?:'re| are) (?:looking for|seeking)(?: someone.{0,30})?",
        ),
        (
            LineKind.DUTIES,
            rf"{_ADJECTIVES}(?:responsibilit(?:y|ies)|duties|tasks|accountabilit\w+|"
            rf"functions|deliverables|activities){_TAIL}"
            rf"|(?:(?:your|the|key|job|position) )?(?:roles?|jobs?|positions?|descriptions?|"
            rf"summary|duties)(?:[,/]|,? and| |/)+(?:responsibilities|duties|description){_TAIL}"
            rf"|.{{0,40}}\bfollowing (?:duties|tasks|responsibilities|functions)"
            rf"|(?:key |detailed )?(?:role|purpose|description)|jd|example projects|"
            rf"(?:the )?purpose of (?:the|this) (?:role|job|position)"
            rf"|what you (?:get to )?do|a typical (?:day|week|month)"
            rf"|what you(?:'d|'ll| would| will)(?: actually| really)?(?: be)? do\w*"
            rf"|(?:what )?you(?:'ll| will)(?: be)?(?: do\w*| work\w* on| contribute)?"
            rf"|(?:your mission|mission) is(?: to)?|(?:your |main )?missions|what we need you to do"
            rf"|in your first .{{1,12}},? you(?:'ll| will)"
            rf"|as an? .{{3,60}},? you(?:'ll| will)(?: be)?|(?:key )?areas of responsibility"
            rf"|(?:in|about|for) th(?:e|is) (?:role|job|position|opportunity){_TAIL}"
            rf"|(?:the|your|this) (?:role|job|position|opportunity|mission|impact|"
            rf"challenge|day|work)"
            rf"|what (?:the|this) (?:job|role|position) (?:entails|involves|is about)"
            rf"|(?:job|position|role|general)? ?(?:description|summary|overview|purpose|"
            rf"scope|objective)(?: statement)?"
            rf"|performance objectives|.{{0,30}}view of (?:your|the|this) (?:role|job|position)"
            rf"|(?:a |your )?(?:typical )?(?:day[- ]to[- ]day|day in the life){_TAIL}"
            rf"|how you(?:'ll| will) (?:make|contribute|have){_TAIL}",
        ),
        (
            LineKind.COMPANY,
            r"about (?:us|the (?:company|team|department)|our .{1,30}|.{1,30})"
            r"|who we are|our (?:company|mission|story|values|culture|team|vision)"
            r"|(?:the )?(?:company|team)(?: (?:description|overview|profile|summary))?"
            r"|what we do|keywords"
            r"|(?:department|company and team) (?:description|overview|profile|summary)",
        ),
    )
)
_NEUTRAL_HEADING = re.compile(_NEUTRAL + r"(?: (?:needed|required|requirements))?")
# Whatever stands before it: "Soft and people skills:".
_ENDS_AS_HEADING = re.compile(r"\b(?:skills|qualifications|requirements|experience|competencies)$")
_HEADING_WORDS, _HEADING_LENGTH = 9, 80  # more words or characters are a sentence


# "Explain how you meet the following (essential qualifications)", "If you have any of the
# following, explain it as well (other qualifications)": a sentence that tells its list's name.
_IN_BRACKETS = re.compile(r"[A-Z][^()]*\bfollowing\b[^()]*\(([^()]{1,40})\):?")


def heading_kind(line: str, current: LineKind | None = None) -> LineKind | None:
    """What a heading announces, None where the line is no heading that is known.

    "Skills" or "Education" under "Preferred qualifications" stays preferred: ``current`` is the
    kind that holds so far.
    """
    if named := _IN_BRACKETS.fullmatch(line):
        kind = heading_kind(named[1])
        wish = kind is LineKind.REQUIRED and line.startswith("If you ")
        return LineKind.PREFERRED if wish else kind
    plain = re.sub(r"\s+", " ", line.replace("’", "'").replace("&", "and").lower())
    plain = re.sub(r" ?\([^()]*\)$", "", plain.strip(" :*#_–-.?!…="))
    if not plain or len(plain) > _HEADING_LENGTH or plain.count(" ") >= _HEADING_WORDS:
        return None
    if line.rstrip().endswith((",", ";")):
        return None
    if abroad := KINDS.get(plain):
        return LineKind(abroad)
    if _NEUTRAL_HEADING.fullmatch(plain):
        return LineKind.PREFERRED if current is LineKind.PREFERRED else LineKind.REQUIRED
    for kind, pattern in _HEADINGS:
        if pattern.fullmatch(plain):
            return kind
    if line.rstrip().endswith(":") and _ENDS_AS_HEADING.search(plain):
        return LineKind.PREFERRED if current is LineKind.PREFERRED else LineKind.REQUIRED
    return None
