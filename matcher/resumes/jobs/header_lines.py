"""Which lines of a resume can carry the title and the employer of a job."""

from __future__ import annotations

import re

from matcher.resumes.jobwords import LIKELY, looks_like_company, title_likeness
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.text_lines import TextLine, number_end

# What separates title, employer and place in a line: tabs, bars, bullets, spaced dashes and the
# mojibake of a dash, "at". "Company Name" is what anonymised resumes put for every employer.
SEPARATOR = re.compile(
    r"(?<=\w)(?<!(?:19|20)\d\d)[ \t]*:\s|\s?::\s?|\t+|\s{3,}|\s?[|•·∙◆♦]\s?|\s[-–—―~]{1,2}\s"
    r"|\s?(?:â€[“”\x93\x94]|ï¼\S?)\s?|;\s|\s@\s|(?<=[a-zà-ÿ]{4})\.\s(?=[A-Z][a-zA-Z])"
    r"|(?:,\s|\s\()(?=(?:at )?(?:the )?same\s\w)"  # "Clerk (same company)"
    r"|\s(?:at|bei|chez)\s(?=[A-ZÀ-ÖØ-Þ0-9]|[a-z][A-Z])|(?<!\w)City\s?,\s?State\b"
)
ANONYMOUS = re.compile(
    r"\bcompany ?name\b(?: city\s?,\s?state\b| state\b(?! (?:univ|coll|school)))?", re.IGNORECASE
)
# A town after an anonymised employer, with the mojibake of a dash between.
_TOWN = re.compile(r"\W{0,4}(?:ï¼\S?|â€\S)?\W{0,3}City\s?,\s?State\b")
LABEL = re.compile(
    r"^(?P<title>title|job title|position|role|designation|post|funktion|poste|puesto|cargo"
    r"|position held|job role|rank|post held)$|"
    r"^(?P<company>company|employer|organi[sz]ation|client|(?:client|company) ?/ ?employer"
    r"|employer ?/ ?(?:client|company)|firma|arbeitgeber|entreprise|empresa"
    r"|name of (?:the )?(?:employer|organi[sz]ation|company|firm|hospital|school|institution)"
    r"|institution|hospital|school)$|"
    r"^(?P<none>(?:inclusive )?dates?|(?:start(?:ing)?|begin(?:ning)?|end(?:ing)?)(?: date)?"
    r"|date (?:from|to|started|ended|left|of (?:joining|leaving))|joined|left|period|duration"
    r"|location|place|tenure|from|to|zeitraum|ort"
    r"|hours(?: per week)?|salary|pay|grade|series/grade|pay grade|supervisor|report(?:ing|s) to"
    r"|employment type|type of employment)$",
    re.IGNORECASE,
)
# A line of its own with an employer without its name: "Company Name – City , State", and with a
# place alone.
_ANONYMOUS_LINE = re.compile(
    r"(?:company ?name)?(?:\W{0,4}ï¼\S?)?\W{0,4}(?:city(?:\s?,\s?state)?)?\W*", re.IGNORECASE
)
MAX_HEADER_CHARS = 140
MAX_HEADER_WORDS = 14
_MAX_ANONYMOUS = 40  # characters of "Company Name – City , State" with room to spare
_FIELD = re.compile(r"[A-Z][\w/&' -]{1,30}\s?:\s*[^\s:]")
# How long a job lasted: "5 years, 8 months", "5 ans 8 mois".
_MONTHS = r"(?:months?|mos?|mois|monate?|mes(?:es|i)?|maand(?:en)?|mies\w*)"
_YEARS = r"(?:years?|yrs?|ans?|jahre?|años?|anos?|jaar|ann[io]|lata?)"
DURATION = rf"\d+ (?:{_YEARS}|{_MONTHS})(?:,? \d+ {_MONTHS})?"
_DURATION = re.compile(DURATION, re.IGNORECASE)
_SITE = re.compile(r"(?:https?://|www\.)\S+")
_LEAST_CAPTIONS = 3  # columns of a table of jobs
# Captions of columns that name neither a title nor an employer.
_COLUMN = re.compile(
    r"(?:s\.?(?:[rl]\.?)? ?)?no\.?|s[rl]\.?|#|years?"
    r"|(?:main |key )?(?:duties|responsibilities|tasks|activities)"
    r"|country|city|town|industry|sector|department|description|remarks"
    r"|reason for leaving|(?:start|end)(?: date)?",
    re.IGNORECASE,
)
_MAX_SHORT_FORM = 4  # letters of a shortened word, such as "Dept."

_SENTENCE_START = re.compile(
    r"(?:[A-Z][a-z]{2,}ed|[A-Z][a-z]{2,}ing|I|We|The|This|Led|Built|Ran|Wrote|Made|Set|Was|Held"
    r"|In|As|From|During|Responsible|Responsibilities|Duties|Achievements?|Provide|Maintain|Manage|Perform"
    r"|Assist|Prepare|Develop|Create|Process|Review|Conduct|Ensure|Coordinate|Work|Oversee|Train"
    r"|Answer|Handle|Monitor|Help|Support|Report|Plan|Teach|Serve|Clients (?:include|are|were)"
    r"|(?:Environment|Technologies|Tools|Projects?|Skills|Technology Stack|Stack)(?=:))\b"
)
# A line that begins so tells what somebody knows.
_CLAIM = re.compile(r"(?:Experience|Knowledge|Understanding|Ability) (?:with|of|in|to)\b")
# Captions inside a job, which are no titles and no employers.
CAPTIONS = frozenset(
    """responsibilities duties achievements accomplishments highlights projects results
    description summary tasks role overview details skills tools technologies environment
    before earlier previously now
    """.split()
) | {"key achievements", "key responsibilities", "key results", "main tasks", "job duties",
     "technologies used", "tools used", "major achievements", "tech stack",
     "role and responsibilities", "roles and responsibilities"}  # fmt: skip
# Words in -ing and -ed that begin titles and employers.
_TITLE_FIRST = re.compile(
    r"(?:Marketing|Accounting|Engineering|Purchasing|Consulting|Nursing|Managing|Teaching"
    r"|Working(?= [Ss]tudent)"
    r"|Manufacturing|Training|Recruiting|Acting|Advertising|Leasing|Staffing|Merchandising"
    r"|Catering|Visiting|Banking|Trading|Testing|Founding|Supporting|Contributing|Certified"
    r"|Licensed|Registered|Retired|Billing|Branding|Housekeeping|Receiving|Shipping|Sourcing"
    r"|Learning|Outsourcing|United|Advanced|Applied|Associated|Allied|Operating)\b"
)
_REMARK = re.compile(r"(?<=\w) \([^()]{3,60}\)$")  # "Hill Inn (110 seats, dinner only)"
_SUM = re.compile(r"[$€£]\s?\d")  # which is told of what was done: "Average deal $48K"
# What the new form of Europass has under an employer: "City: Roma | Country: Italy".
_PLACE_LABEL = re.compile(r"(?:city|country|location|place): \w", re.IGNORECASE)
_MIN_WRAPPED_WORDS = 6  # a shorter line has room for the next word
# Words that no line of a header ends in.
_UNFINISHED = frozenset(
    """a an the of and or with for to in as by from on at into using our their its und mit für von
    der die das de du des la le les et avec y con para del""".split()
)


def names_a_job(text: str) -> bool:
    """Whether a job title or the mark of an employer stands in a line."""
    return (
        title_likeness(text) >= 2
        or looks_like_company(text)
        or ANONYMOUS.search(text) is not None
        or any(title_likeness(piece) >= 2 for piece in SEPARATOR.split(text) if piece)
    )


def is_anonymous(text: str) -> bool:
    """Whether a line is an employer without its name, or its place alone, and nothing else."""
    return len(text) <= _MAX_ANONYMOUS and _ANONYMOUS_LINE.fullmatch(text) is not None


def without_town(text: str) -> str:
    """The text without the anonymised towns of employers."""
    return _TOWN.sub("", text)


def town_behind(text: str, start: int) -> int:
    """Where the anonymised town that stands at an offset ends; the offset where none does."""
    town = _TOWN.match(text, start)
    return town.end() if town else start


def is_header(text: str, most: int = MAX_HEADER_WORDS) -> bool:
    """Whether a line could carry a title or an employer: ``most`` words, capitalised, no
    sentence."""
    if text.startswith("•"):
        return False
    text = text[number_end(text) :]
    if anonymous := ANONYMOUS.search(text, 0, MAX_HEADER_CHARS):
        text = text[: anonymous.start()].rstrip()
    if (
        len(text) > MAX_HEADER_CHARS
        or len(text.split()) > most
        or text.count(")") > text.count("(")
    ):
        return False
    if _CLAIM.match(text) or _SUM.search(text) or _is_labelled_list(text) or columns_of(text):
        return False
    return _is_named(text)


def _is_named(text: str) -> bool:
    """Whether words are written as names are, and not as a sentence."""
    bare = _REMARK.sub("", text)
    if all(has_capital(word) or len(word) <= _MAX_SHORT_FORM for word in bare.split()):
        text = bare
    name, tab, place = text.rpartition("\t")
    if tab and looks_like_place(place):
        text = name  # "Hosting Hill  Leeds" is no sentence
    words = text.split()
    if text.endswith((".", ";")) and len(words) > 4 and not _is_shortened(words[-1]):
        return False
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    n_capitals = sum(has_capital(word) for word in long_words)
    if len(words) > 2 and _begins_as_sentence(text):
        named = text.startswith("The ") or names_a_job(text) or PLACE_AT_END.search(text)
        return bool(named) and n_capitals == len(long_words) and not text.endswith(".")
    if len(words) <= 6 and title_likeness(text) == 3:
        return True
    return n_capitals * 2 >= len(long_words)


def _is_shortened(word: str) -> bool:
    """Whether the last full stop of a word ends no sentence: "Inc.", "o.o."."""
    return looks_like_company(word) or "." in word[:-1]


def has_capital(word: str) -> bool:
    """Whether a word begins as a name: "Oslo", "eBay"."""
    return any(char.isupper() for char in word[:2])


def _begins_as_sentence(text: str) -> bool:
    return _SENTENCE_START.match(text) is not None and _TITLE_FIRST.match(text) is None


def _is_labelled_list(text: str) -> bool:
    """Whether a line is a list under a label that is none of a job: "Front-end: HTML, CSS,"."""
    label, colon, items = text.partition(":")
    if not colon or LABEL.match(label.strip()):
        return False
    return items.count(",") >= 2 and title_likeness(label) < 2


def columns_of(text: str) -> tuple[str, ...]:
    """What the columns of a table of jobs hold below the row of their captions ("Period",
    "Employer", "Position"), each "title", "company" or "none"; () below any other line."""
    cells = text.split("\t")
    found = [LABEL.match(cell.strip(" :")) for cell in cells]
    others = [cell for cell, one in zip(cells, found, strict=True) if one is None]
    kinds = tuple((one.lastgroup if one else None) or "none" for one in found)
    if len(cells) < _LEAST_CAPTIONS or not {"title", "company"} & set(kinds):
        return ()
    return kinds if all(_COLUMN.fullmatch(cell.strip(" :")) for cell in others) else ()


def is_labelled(text: str) -> bool:
    """Whether a line is a field of a form: a label of a few words and what it says."""
    return _FIELD.match(text) is not None


def label_kind(text: str) -> str:
    """What the label of a line says of a job, "title", "company" or "none"; "" without one."""
    found = LABEL.match(text.partition(":")[0].strip())
    return (found.lastgroup or "") if found else ""


def is_duration(text: str) -> bool:
    """Whether a text says how long something lasted, and nothing else."""
    return _DURATION.fullmatch(text) is not None


def is_aside(text: str) -> bool:
    """Whether a line says of a job neither its title nor its employer: "Salary: ...", a site, a
    duration."""
    if _SITE.fullmatch(text) or is_duration(text):
        return True
    return ":" in text and label_kind(text) == "none"


def tells(text: str) -> bool:
    """Whether words say what was done, and so name no employer."""
    lower = sum(word[0].islower() and len(word) > 3 for word in text.split())
    return lower > 1 and _SENTENCE_START.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line is the end of a sentence: its full stop is not that of "Inc." or "d.o.o.",
    and it has no label ("Role: Data analyst.") and no header before the sentence."""
    if not text.endswith(".") or ": " in text or ANONYMOUS.search(text):
        return False
    last = text.split()[-1].rstrip(".")
    return len(last) > _MAX_SHORT_FORM and "." not in last and not looks_like_company(last)


def is_head_of(lines: list[TextLine], at: int) -> bool:
    """Whether a line could be one of a header, and does not continue the line before."""
    text = lines[at].text
    if not is_header(text) or ends_sentence(text):
        return False
    return at == 0 or not continues(lines[at - 1].text, text)


def continues(before: str, text: str) -> bool:
    """Whether a line goes on with a sentence that the line before left unfinished."""
    if len(before.split()) < _MIN_WRAPPED_WORDS or before[-1] in ".!?:;":
        return False
    if before[-1] in ",-–&" or before.split()[-1] in _UNFINISHED:
        return True
    return text[0].islower() and text[-1] in ".;,"


def holds_title(text: str) -> bool:
    """Whether a part of a line is likely a title."""
    return any(title_likeness(part) >= LIKELY for part in parts_of(text))


def parts_of(text: str) -> list[str]:
    """What stands between the separators and the commas of a line."""
    return [part for piece in SEPARATOR.split(text) if piece for part in piece.split(", ") if part]


def is_capitalised(text: str) -> bool:
    """Whether a line is words with capitals, and no caption: "Bank of Hill and Dale"."""
    if text[-1] == ":" or ends_sentence(text) or text.casefold() in CAPTIONS:
        return False
    return all(has_capital(word) or len(word) <= 3 for word in text.split())


def opens_body(text: str) -> bool:
    """Whether a line is a place, a caption, a bullet or a sentence: none of a header."""
    if _PLACE_LABEL.match(text) or text.partition(":")[0].casefold() in CAPTIONS:
        return True
    n_words = len(text.split())
    sentence = (n_words >= 4 and text.endswith(".")) or (n_words >= 8 and not is_header(text))
    return sentence or text.startswith("•")
