"""The facts of a posting besides skills: years, degree, and what rules a person out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matcher.numbers import NUMBER_WORDS, SPELLED
from matcher.postings.headings import LineKind
from matcher.postings.lines import PostingLine
from matcher.postings.wording import AskingLine

_TEXT_LENGTH = 200  # characters of a line that are quoted


def quoted(line: str) -> str:
    """The line's first words, up to 200 characters, no word cut."""
    if len(line) <= _TEXT_LENGTH:
        return line
    return line[: _TEXT_LENGTH + 1].rsplit(" ", 1)[0][:_TEXT_LENGTH].rstrip()


# ---------------------------------------------------------------- years, degree

_YEARS = re.compile(
    rf"(?<![\d.,$£€])\b(\d{{1,2}}|{SPELLED})(?:\s*\(\d{{1,2}}\))?\s*(?:\+|plus|or more)?"
    rf"\s*(?:(?:-|–|—|to)\s*(?:\d{{1,2}}|{SPELLED})\s*\+?)?\s*\+?\s*"
    r"(?:years?|yrs?|jahren?|ans|ann[ée]es|años|jaar|anni|anos|lat)\b['’]?"
    r"(?!\.? (?:of )?(?:full[- ]time |formal |regular )*(?:education|schooling|study|studies)\b)"
    r"(?!\.? (?:old|of age|ago|after|later|in a row|of residen\w+|(?:or|and) (?:older|over)))",
    re.IGNORECASE,
)
_LABELLED_YEARS = re.compile(r"\byears of (?:\w+ )?experience ?: ?(\d{1,2})\b", re.IGNORECASE)
_NO_EXPERIENCE = re.compile(
    r"(?:past|last|next|every|first|after|within|for over|of which\D{0,12}"
    r"|(?:position|contract|appointment|funding|project|term) (?:is |lasts |runs )?"
    r"(?:for|of|over))\s*$",
    re.I,
)
_MOST_YEARS = 25  # more is a company's age or a slip


def read_years(asked: Iterable[AskingLine]) -> int | None:
    """The years of experience asked for: the largest number of all lines.

    "8+ years, 2+ of them in X" asks for 8, and so does "BS with 8+ or PhD with 3+ years", as the
    lowest degree is the one that is asked for. "3 years in A or 5 in B" asks for 3.
    """
    numbers: list[int] = []
    for line in asked:
        of_line = [
            (found.start(), years)
            for found in (*_YEARS.finditer(line.text), *_LABELLED_YEARS.finditer(line.text))
            if (years := int(NUMBER_WORDS.get(found[1].lower(), found[1]))) <= _MOST_YEARS
            and not _NO_EXPERIENCE.search(line.text[max(0, found.start() - 25) : found.start()])
            and line.wanted(found.start())
        ]
        without = _WITHOUT_DEGREE.search(line.text)
        if of_line and (without or not _A_DEGREE.search(line.text)):
            of_line = sorted(of_line)
            if _OR.search(line.text, of_line[0][0], of_line[-1][0]):
                of_line = [min(of_line, key=lambda one: one[1])]
        numbers.extend(years for _, years in of_line)
    return max(numbers, default=None)


_WITHOUT_DEGREE = re.compile(r"\b(?:without|no) (?:an? )?degree\b", re.IGNORECASE)
_OR = re.compile(r"\bor\b(?! (?:more|above|higher|greater|equivalent))", re.IGNORECASE)


_DEGREES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (5, re.compile(r"\b(?:ph\.? ?d|doctora(?:te|l)|d\.?phil)\b", re.I)),
    (
        4,
        re.compile(
            r"\bmaster(?:['’]?s\b(?! of)|s? degree|s? of (?:science|arts|business)|"
            r"(?= ?(?:or|and|\+|/) ?(?:\d|ph\.?d|doctor)))|\bor master\b|"
            r"\b(?:advanced|graduate|post-?graduate) degree|\bMBA\b|\bM\.?Sc\b|\bM\.S\b|"
            r"\bMS(?=[/,)]| in\b| or\b| with\b| degree| minimum\b| required| preferred)|"
            r"(?<=[/(])M[SA]\b|\bM\.?Eng\b|\bbac ?\+ ?5\b|\bdiplôme d['’]ingénieur",
            re.I,
        ),
    ),
    (
        3,
        re.compile(
            r"\bbachelor|\bB\.?Sc\b|\bB\.[AS]\b|\bB[SA](?=[/,)]| in\b| or\b| with\b| degree|\Z)|"
            r"(?<=/)BS\b|\bB\.?Eng\b|\bB\.?Tech\b|\bundergraduate degree|\b(?:university|college|"
            r"four[- ]year|4[- ]year|relevant|quantitative|technical) degree|\btertiary (?:degree|"
            r"qualifications?|education)|\bdegree[- ](?:level|qualified)|\bHBO\b|"
            r"\babgeschlossenes (?:\w+ )?(?:studium|\w+studium)|\bhochschulabschluss|"
            r"\blicenciatura|\blaurea\b|\bbac ?\+ ?[34]\b",
            re.I,
        ),
    ),
    (2, re.compile(r"\bassociate(?:['’]?s)? degree|\bassociate['’]s\b|\bassociates in\b", re.I)),
    (1, re.compile(r"\bhigh[- ]school|\bG\.?E\.?D\b|\bsecondary school|\bA-levels?\b", re.I)),
)
_A_DEGREE = re.compile("|".join(pattern.pattern for _, pattern in _DEGREES), re.IGNORECASE)
_SOME_DEGREE = re.compile(r"\bdegree (?:in|from)\b", re.IGNORECASE)  # taken for a bachelor's
# "Or equivalent, with 5 years of experience" speaks of an equivalent degree, "a master's plus
# equivalent experience" asks for both.
_EQUIVALENT = re.compile(
    r"(?<!plus )\bequiv[ia]lent\b(?:(?!\b(?:with|plus|and (?:at least|an? )|minimum|degree|field|"
    r"discipline|required|preferred|desired)\b|(?<!\()\d)[^:;]){0,40}"
    r"\bexperience|"
    r"\bexperience in lieu|\bin lieu of (?:an? |the )?degree|"
    r"\bor (?:relevant |comparable |related |practical |work |industry |professional |research |"
    r"job |substantial |significant |extensive |similar )+experience|"
    r"combination of education and|"
    r"degree or (?:[\w+]+ ){1,6}years of |"
    r"(?<!\d )(?<!one )(?<!two )(?<!three )(?<!four )(?<!five )\bor "
    rf"(?:at least |a minimum of |minimum )?(?:\d+|\w+ \(\d+\)|{SPELLED})"
    r"(?: ?(?:-|–|to|\+) ?\d*)? ?years?['’]? (?:of )?(?:[\w-]+ ){0,3}experience|"
    r"\bexperience\b.{0,30}\bequivalent(?! to)|\bexperience\b.{0,40}\bsubstitut|"
    r"\bsubstitut.{0,30}\bexperience",
    re.IGNORECASE,
)


# What one studied is no skill that is asked for: "a degree in statistics or data science".
FIELDS_OF_STUDY = re.compile(
    r"\b(?:degrees?|diploma|bachelor['’]?s?|master['’]?s?|ph\.?d\.?|doctorate|[bm]\.?s\.?c?\.?|b\.?a\.?|"
    r"graduate|majors?|majoring|graduation)(?=[\s,/(])(?:\s*\(?or [BM]\.?[AS]\.?\)?)?"
    r"(?:(?!\b(?:experience|years?|yrs)\b)[^.;:]){0,60}?\b(?:in|of)\b"
    r"(?:(?!\b(?:experience|years|plus|and strong|skills|proficien|knowledge|using"
    r"|with(?! (?:an? )?(?:focus|emphasis|concentration|speciali[sz]ation|major|minor)))\b)"
    r"(?:[^.;]|(?<=\be)\.(?=g\b)|(?<=\be\.g)\.))*"
    # "Economics, Math, Business or Engineering degree"
    r"|(?-i:(?:\b[A-Z][A-Za-z&]+(?: [A-Z][a-z]+)?(?:,? (?:or|and) |, |/)){1,7}"
    r"[A-Z][A-Za-z]+(?: [A-Z][a-z]+)? degree)\b"
    r"|\b(?:completed|university|technical|vocational|academic|HBO|WO) education\b[^.;]{0,40}?"
    r"\bin\b[^.;]*"
    # "a background in physics, economics or another quantitative field"
    r"|\bbackground in\b[^.;]{0,160}?\b(?:or|and) (?:an?(?:other)?|other) (?:\w+ ){0,3}(?:field|"
    r"discipline)s?\b",
    re.IGNORECASE,
)


# "The degree must be in statistics; or a combination of education and experience."
_SAME_DEGREE = re.compile(r"\b(?:degree|education)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DegreeAsked:
    """The lowest degree that is accepted, as ``Education.level`` (None: none is required), and
    whether "equivalent experience" does instead."""

    level: int | None
    replaceable: bool


def read_degree(asked: Iterable[AskingLine]) -> DegreeAsked:
    """The degree that is required; the first that experience may stand for settles it."""
    levels: list[int] = []
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
        if levels and not stated and _SAME_DEGREE.search(line.text):
            found = levels  # a sentence later
        if found and _EQUIVALENT.search(line.text):
            return DegreeAsked(min(found), replaceable=True)
        levels.extend(found)
    return DegreeAsked(min(levels, default=None), replaceable=False)


# ---------------------------------------------------------------- knockouts

_KNOCKOUT = re.compile(
    r"\b(?:authori[sz](?:ed|ation)|entitled|eligible|eligibility|permitted) to work|"
    r"\bwork (?:authori[sz]ation|permit)s?\b|\bright to work|\bvisas?\b|"
    r"\bsponsorship|\bgreen card|\bcitizen(?:s|ship)?\b|\bsecurity clearance|\bTS/SCI\b|"
    r"\b(?:secret|active|government|SC|DV|NV[12]|baseline) clearance|"
    r"\bclearance (?:is )?required|\bpublic trust\b|"
    r"\bpermanent resident|\bdriv(?:er['’]?s?|ing) licen[cs]e|\b(?:100% )?on[- ]?site only|"
    r"\bmust (?:be|work) on[- ]?site|\bno remote\b|\bremote (?:work )?(?:is )?not\b|"
    r"\bin[- ]person only|\blocal (?:candidates|applicants)|"
    r"\b(?:18|19|20|21) ?\+? ?(?:years?|yrs?)?\.? ?(?:of age|old|(?:or|and) (?:older|over))\b|"
    r"\b(?:must|need to|have to) (?:live|reside|be (?:located|based|local))\b|"
    r"\bW2 (?:only|candidates)|\bno (?:c2c|third part)",
    re.IGNORECASE,
)
RULE_OUT = frozenset({"security-clearance", "driver-s-license"})  # of the taxonomy
_RULES_OUT = re.compile(r"\b(?:must|required?|only|not|no|unable|cannot|need)\b", re.IGNORECASE)
_NOT_KNOCKOUT = re.compile(
    r"without regard|practices regarding|regardless|discriminat|veteran|"
    r"\bresumes?\b|good citizen|citizen (?:science|data)|corporate citizen|"
    r"(?:support|offer|provide|help with)\w* .{0,20}visa|clearance\W{1,3}(?:is )?(?:not|none|no)\b|"
    r"\b(?:we|can|will|do) sponsor\b|\bsponsorship (?:is )?(?:available|possible|offered)|"
    r"\bvisa (?:inc|card|network)",
    re.IGNORECASE,
)


def read_knockouts(lines: Iterable[PostingLine]) -> tuple[str, ...]:
    """Lines about work authorisation, clearance, citizenship, age, driving licence, presence on
    site: a person has to look at these, they are never scored."""
    found = (
        quoted(text)
        for text, kind in _with_labels(lines)
        if _KNOCKOUT.search(text)
        and (kind is not LineKind.BENEFITS or _RULES_OUT.search(text))
        and not text.endswith((":", "(Preferred)"))
        and not _NOT_KNOCKOUT.search(text)
    )
    return tuple(dict.fromkeys(found))


def _with_labels(lines: Iterable[PostingLine]) -> Iterator[tuple[str, LineKind]]:
    """The texts of lines and what they are about; those that a form says to be required together
    with the label above them: "Work authorization:", "United States (Required)"."""
    label = ""
    for line in lines:
        asked = label and line.text.endswith("(Required)")
        yield f"{label} {line.text}" if asked else line.text, line.kind
        label = line.text if line.text.endswith(":") else ""
