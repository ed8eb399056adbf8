"""Where the work is done: the place, and whether at home, on site or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matcher.postings.headings import LineKind
from matcher.postings.lines import PostingLine
from matcher.records import Workplace
from matcher.resumes.places import COUNTRIES, STATE_NAMES, US_STATES, is_town, looks_like_place

# ---------------------------------------------------------------- location

_LABEL = re.compile(
    r"(?:(?i:\b(?:(?:primary|job|work|office|position) )?locations?)|(?<=[A-Za-z\d)])Locations?|"
    r"^Base|^Place of work)"
    r"\s*[:–-]\s*(?P<place>[A-Z\d].*)"
)
# What follows a place in the same line: a glued word, the next label of a form, a bracket.
_PLACE_END = re.compile(
    r"(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=[a-z])(?<!Mc)(?=[A-Z])|\s*[*|\t(\[·•]|\s[–—-]+\s|\s-{2,}|"
    r",\s+(?=[a-z])|\s/\s(?=[a-z])|"
    r"\s+\.|(?<!\bSt)\.(?=\s|$)|"
    r"\s+(?:(?:Job|Position|Pay|Start|Employment|Work|Tax|Travel|Additional|Other) )?"
    r"(?:[A-Z][a-z]+|[A-Z]{3,})\s*:|"
    r"(?<=, [A-Z]{2})\s+(?=[A-Z]{4}|[A-Z][a-z])|(?<=\d{5})\s*(?=[A-Z])|"
    r",?\s+(?:or|in|on|at|for|with|and)\b|"
    r"(?i:,?\s+(?:please|must|on[- ]?site|remote|hybrid|zip|duration|long term|type)\b)"
)
_CODED = re.compile(r"[A-Z][\w ]+-[A-Z]\w+-[A-Z][A-Za-z]+(?: [A-Z][a-z]+)*")  # US-CA-Long Beach-195
_NO_PLACE = re.compile(r"(?:address|city|various|multiple|required|see|tbd|n/a)\b", re.IGNORECASE)
_REGION = rf"(?:(?:{US_STATES})\b|{STATE_NAMES}|{COUNTRIES})"
_NAME = r"[A-Z][\w.'’-]+(?: (?:de |of |la )?[A-Z][\w.'’-]+){0,3}"
_PLACE = rf"(?P<place>{_NAME}(?:,? {_REGION}){{0,2}})"
# A place alone in its cell: with its state or country, or one of these.
_STRICT = re.compile(rf"(?:{_NAME}, ?)?{_REGION}(?:,? {_REGION})?(?:,? \d{{5}})?")
_OFFICES = "(?i:offices?|headquarters|HQ|campus)"
_OFFICE_END = re.compile(rf" {_OFFICES}$")
_ASIDE = (
    r"(?:(?:the|our|beautiful|downtown|sunny|lovely|vibrant|historic|either|central|heart of|"
    rf"(?:new |main |corporate |global |[A-Z]\w+['’]?s? )?{_OFFICES} (?:in|at)|"
    rf"(?:new |main |corporate |global )?{_OFFICES})[ ,]+)*"
)
_JOB = r"(?i:position|role|job|opportunity|internship|opening|assignment|(?<!global )team)"
_AT = r"(?:based|located|situated)(?: out of| in| at)"
_NO_TOWN = re.compile(
    r"(?:Central|Corporate|Main|Head|New|IT|Executive|Global|Regional|Home|Branch|Finance|Data|"
    r"Business|Flagship|World|Sales|Company|Client|Engineering|Research|Group|US|Law)\b(?! York)"
)
# (any name will do, words): elsewhere only a known place counts.
_SAID = tuple(
    (any_name, re.compile(words))
    for any_name, words in (
        (True, rf"\b{_JOB}\b(?:,? [\w-]+){{0,4}}? {_AT} {_ASIDE}{_PLACE}"),
        (True, rf"\b[Yy]ou(?:['’]ll| will| would)? be {_AT} {_ASIDE}{_PLACE}"),
        (True, rf"\b(?:in|at|from|out of|for|join) our {_PLACE} (?:{_OFFICES}|location)\b"),
        (
            True,
            rf"\b(?:in|at|from|out of|for|join) our (?:\w+ ){{0,2}}{_OFFICES} in {_ASIDE}{_PLACE}",
        ),
        (False, rf"\b{_JOB} (?:is |will be )?(?:in|at) {_ASIDE}{_PLACE}"),
        (
            False,
            rf"\b(?i:looking for|seeking|hiring|recruiting|need) an? [^.;:]{{3,60}}? (?:based )?in "
            rf"{_ASIDE}{_PLACE}",
        ),
        (False, rf"\bin {_PLACE},? (?:is|are) (?:looking|seeking|hiring|recruiting)\b"),
        (
            False,
            rf"\bmust (?:live|reside|be (?:located|based)) (?:in|near|within) {_ASIDE}{_PLACE}",
        ),
        (
            False,
            rf"\b(?:[Rr]emote[ ,(]+(?:within|in|from|across)|[Aa]nywhere in) (?:the )?{_PLACE}",
        ),
    )
)
_CELL = re.compile(r"[\t|•·()\[\]]| [-–—/] | or (?![A-Z]{2}\b)|(?<=\w)[-–] ")
_HEAD_LINES = 8  # of a posting, in which its place may stand without a label
_LONGEST = 60  # characters of a place
# Words of a name: "We are located near the river" is a sentence.
_PROPER = re.compile(
    r"(?:(?:[A-Z\d(][\w.,;/&'’()-]*|of|de|la|the|am|an|der|im|bei|ob|upon|sur|les|del|do|dos|da|den"
    r"|&|-|area)(?:\s+|$)){1,8}"
)


def read_location(text: str, title: str, lines: Sequence[PostingLine]) -> str:
    """The place of work as written, "" when unknown: a labelled one, one in the title or the first
    lines, or one that is said of the job. Where the employer has its seat does not count."""
    for label_line, following in pairwise([*(line.text for line in lines), ""]):
        # "Location:Bonn" was taken for two lines that are glued.
        value = f"{label_line} {following}" if label_line.endswith(":") else label_line
        for label in _LABEL.finditer(value):
            if place := _tidied(label["place"]):
                return place
    head = [line for line in text.splitlines() if line.strip()][:_HEAD_LINES]
    for cell in _cells([*title.split(" in "), *head]):
        if _STRICT.fullmatch(cell) and looks_like_place(cell):
            return cell
        if is_town(last := cell.rpartition(",")[2].strip()):  # "Acme Maps, Utrecht"
            return last
    for line in lines:
        if line.kind is not LineKind.LEGAL and (place := _said_place(line.text)):
            return place
    return ""


def _tidied(value: str) -> str:
    """The place that a label's value begins with; "" where it is none."""
    end = _PLACE_END.search(value)
    place = (value[: end.start()] if end else value).strip(" .,;:-").replace(" ,", ",")
    if coded := _CODED.match(place):
        place = coded[0]
    if len(place) > _LONGEST or _WAY.fullmatch(place) or _NO_PLACE.match(place):
        return ""
    return place if _PROPER.fullmatch(place) else ""


def _cells(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= 2 * _LONGEST:
            yield from (cell.strip(" ,;*.") for cell in _CELL.split(line))


def _said_place(line: str) -> str:
    """The place that a line says the job is at."""
    for any_name, words in _SAID:
        for found in words.finditer(line):
            place = _OFFICE_END.sub("", found["place"].rstrip(".,'’"))
            if not _NO_TOWN.match(place) and (any_name or _is_known(place)):
                return place
    return ""


def _is_known(name: str) -> bool:
    """Whether a name is a big town, or has its state or country with it."""
    return is_town(name.split(",")[0]) or looks_like_place(name)


# ---------------------------------------------------------------- workplace

_WAY = re.compile(
    r"(?:fully |100% )?(?:remote(?:ly)?|hybrid|on[- ]?site|in[- ]office|virtual)(?: (?:only|work|"
    r"position|role|job))?(?: (?:full|part)[- ]time.*)?"
    r"(?:[ ,(–-]+(?:within |in )?(?:the )?(?:EU|EMEA|US|USA|UK|Europe|Americas|APAC|Canada|India|"
    r"worldwide|global(?:ly)?|anywhere)\)?)?",
    re.IGNORECASE,
)
_MODE = (
    r"(?:workplace|work (?:type|mode|model|style|arrangement|location)|location(?: type)?|remote)"
)
_CUE = re.compile(
    r"remote|hybrid|site|office|house|in[- ]person|home|telecom|telework|virtual|wfh|anywhere",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[Workplace, str], ...] = (
    (
        "on-site",
        r"\bno remote\b|\bnot (?:be )?(?:an? )?(?:remote|virtual|telecommut\w+)\b|"
        r"\b(?:remote(?: work(?:ing)?)?|telecommuting|telework|work(?:ing)? from home) (?:is |are |"
        r"will )?(?:not|be not)\b|"
        r"\b(?:work(?:ing)? from home|remote(?: work)?|telecommut\w+)\s*[:?]\s*no\b",
    ),
    (
        "hybrid",
        r"\btelework eligible\W+yes\b",
    ),
    (
        "hybrid",
        r"\bhybrid[- ](?:work(?:ing|place)?\b(?!flow)|schedule|arrangement|remote|office|policy|"
        r"set-?up)|"
        r"\bhybrid (?:role|position|job|opportunity)\b(?!.{0,40}\b(?:blend|combin|mix|of|between|"
        r"focus|part)\w*)|\bhybrid\s*[(,:-]*\s*\(?(?:\d|one|two|three|four)\b|"
        rf"\b{_MODE}\s*:.{{0,30}}\bhybrid|"
        r"\b(?:\d|one|two|three|four)(?: ?(?:-|to) ?\d)? days?(?: (?:a|per|each|every) week|/week)?"
        r" (?:in (?:the |our )?(?:\w+ )?office|on[- ]?site|from home|at home|remote(?:ly)?|wfh)\b|"
        r"\b(?:from home|home office|telework(?:ing)?|remote(?:ly)?|in (?:the |our )?office|"
        r"on[- ]?site|wfh) (?:at least |up to )?(?:\d|one|two|three|four)(?: ?(?:-|to) ?\d)? days|"
        r"\bweekly wfh days|\bdays? of (?:remote work|telework|home office)\b|"
        r"\bpart(?:ly|ially)[- ]remote",
    ),
    (
        "remote",
        r"\b(?:fully|100%|completely|entirely|permanently|all)[- ]remote\b|"
        r"\bremote[- ](?:first|position|role|job|opportunity|eligible)\b|"
        r"\bremote (?:candidates|applicants) |\bopen to remote|"
        r"\bremote,? (?:within|in|from|anywhere in|across) (?:the )?[A-Z]|"
        rf"\b{_MODE}\s*:.{{0,40}}\b(?:remote|telecommut|virtual|work from home|anywhere)|"
        r"\b(?:position|role|job|opportunity|work|location) (?:is|can be|may be|will be)"
        r"(?: (?:also|fully|100%|completely|primarily|currently|done|performed|considered|open|"
        r"eligible|working|for|to|as|in|an?))* (?:remote(?:ly)?\b(?! (?:team|site|locat))|"
        r"virtual\b(?! team)|telecommut\w+)|"
        r"\b(?:remote|home)[\w/ -]{0,20} (?:will be|is|are) (?:considered|welcome|possible|"
        r"an option|available|okay|ok|fine)\b|"
        r"\b(?:telecommut\w+|work(?:ing)?(?: remotely)?) from anywhere\b|"
        r"\bwork[- ]from[- ]home (?:position|role|job|opportunity)\b|"
        r"\bremote\b.{0,20}\b(?:or|/) ?on[- ]?site\b(?! (?:meet|support|train|visit))|"
        r"\bwork (?:fully |100% )?remotely (?:from|in|within|anywhere)\b|^remote\W*$",
    ),
    (
        "on-site",
        r"\b(?:an?|complete|full[- ]time,?|fully|100%) on[- ]?site (?:role|position|job)\b|"
        r"\bon[- ]?site (?:only|required)\b|"
        r"\b(?:position|role|job) (?:is|will be) (?:\w+ ){0,2}(?:on[- ]?site|in[- ]office|"
        r"in[- ]person)\b(?! (?:gym|and))|\bmust (?:be|work) on[- ]?site|"
        r"\bwork on[- ]?site (?:at|for) (?:our|a|the) client|\bin[- ]house position\b|"
        r"\bfull[- ]time,? on[- ]?site\b|, on[- ]site\W*$|"
        r"\b(?:100%|fully) (?:on[- ]?site|in[- ]office)|"
        rf"\b{_MODE}\s*:.{{0,40}}\b(?:on[- ]?site|in[- ]office|in[- ]person)",
    ),
)
_WORKPLACES = [(way, re.compile(words, re.IGNORECASE)) for way, words in _WORDS]


def read_workplace(title: str, lines: Sequence[PostingLine]) -> Workplace | None:
    """Whether the work is done at home (or may be), on site, or both; None where nothing is said.
    What is ruled out comes first: "no remote" is on site."""
    texts = [line.text for line in lines if line.kind is not LineKind.LEGAL]
    texts = [text for text in (title, *texts) if _CUE.search(text)]
    for way, words in _WORKPLACES:
        if any(words.search(text) for text in texts):
            return way
    head = (cell for cell in _cells([line.text for line in lines[:_HEAD_LINES]]))
    alone = next(filter(_WAY.fullmatch, head), "")
    found = _IN_TITLE.search(title) or _IN_TITLE.search(alone)
    return _NAMED_WAYS[re.sub("[- ]", "", found[1].lower())] if found else None


_IN_TITLE = re.compile(r"\b(remote|hybrid|on[- ]?site)(?:ly)?\b(?! sensing| cloud| monitor)", re.I)
_NAMED_WAYS: dict[str, Workplace] = {"remote": "remote", "hybrid": "hybrid", "onsite": "on-site"}
