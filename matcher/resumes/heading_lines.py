"""Lines that may be headings of a resume.

A heading is a short line that says only what kind of part follows. It is found in one table,
compared by its letters alone, so that "E D U C A T I O N", "Education:" and "## education"
are the same heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.headings import FILLERS, KIND_OF, LOUD_NOUNS, NOUNS, WEAK, letters
from matcher.records import SectionKind
from matcher.resumes.degrees import find_degree
from matcher.resumes.jobwords import looks_like_company, title_likeness
from matcher.resumes.text_lines import TextLine

_DECORATION = re.compile(r"^[\W\d_]+|[\W_]+$")
# What stands for a section of references, with its full stop.
_REFERENCES = re.compile(
    r"(?:references?|referees)(?: are| will be)? (?:available|provided|furnished)"
    r" (?:up)?on request\.?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"\s*(?:[|:(\[/]|\s[-–—]\s).*$", re.DOTALL)
_LOUD = re.compile(r"[^\W\d_][^\d_,.;:|\t]*[^\W\d_]")
_MAX_WORDS = 6
_MAX_CHARS = 64
_MAX_TAIL_WORDS = 8  # of a heading with the years or the kind of what follows behind it
_LEAST_SPACES = 20  # in a heading whose letters stand apart
# Kinds that a labelled line ("Technical Skills: Python, SQL") may open.
_INLINE_KINDS = frozenset(
    {
        SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.SUMMARY, SectionKind.INTERESTS,
        SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.AWARDS,
    }
)  # fmt: skip
# Labels of a form whose content stands on the same line with nothing between, as Europass has them:
# "Mother tongue(s) Italian", "Driving licence B".
_FORM_LABEL = re.compile(
    r"(?:Mother tongue(?:\(s\)|s)?|Other language\(s\)|Driving licen[cs]e(?:\(s\)|s)?"
    r"|Digital competences?|Job-related skills|Organisational / managerial skills)"
    r"(?=\s+[A-Z•▪\d])"
)
# "Technical Skills: Python", and with a dash a list: "Tech Stack - Python, SQL".
_LABEL = re.compile(
    rf"(?P<label>[^:,]{{1,{_MAX_CHARS}}}?)(?::(?=\s*\S)|\s[-–—]\s(?=[^,]+,\s?[^,]))"
)
_CAPITALS = re.compile(
    r"(?:EDUCATION|QUALIFICATIONS|CERTS|CERTIFICATIONS|CERTIFICATES|LANGUAGES"
    r"|(?:TECHNICAL |KEY )?SKILLS"
    r"|TOOLS|TECHNOLOGIES|TECH STACK|SUMMARY|PROFILE|INTERESTS|HOBBIES)\s+(?=[A-Z\d][^:]*$)"
)
_LISTED = re.compile(r",|\d| [▪•|/] ")
FORM = "form"  # the style of a labelled line of a form
_PARTED = re.compile(r"[,;:|~•▪✓❖*−]")  # what stands between the items of a list
# How a line under "Languages" begins that is no list of programming languages.
_LANGUAGE_LEVEL = re.compile(
    r"^[A-Z]\w+ \((?:Native|Full|Limited|Professional|Elementary)\b"
    r"|^\W*(?:Bi-?lingual|Trilingual|Fluent|English|Spanish|French|German|Italian|Portuguese|Russian"
    r"|Hebrew|Arabic|Hindi|Mandarin|Cantonese|Chinese|Japanese|Korean|Vietnamese|Tagalog|Urdu"
    r"|Punjabi|Bengali|Tamil|Telugu|Marathi|Gujarati|Farsi|Persian|Turkish|Greek|Dutch|Swedish"
    r"|Norwegian|Danish|Finnish|Polish|Czech|Ukrainian|Romanian|Hungarian|Catalan)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d\b")
# The dates of a job: "May 2015 to Current", "2016 - 2018".
RANGE = re.compile(r"(?:19|20)\d\d.{1,14}(?:(?:19|20)\d\d|present|current|now)\b", re.IGNORECASE)
MAX_TO_DATES = 3  # lines from a heading to the dates of its first entry
_MAX_HEADER_WORDS = 14  # of a line with the dates of a job; a longer one is a sentence
# Headings that stand over a sentence or over a list of jobs: "Career Overview".
_OF_CAREERS = re.compile(
    r"(?!.*(?:accomplish|achieve|highlight|focus|goal|objective))"
    r".*(?:career|experience|employment|overview|synopsis|background)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may be a heading: by its number; ``weak`` when its words often are none,
    ``inline`` when the first content of its section stands behind it."""

    line: int
    kind: SectionKind
    weak: bool
    inline: bool
    style: str


def heading_kind(line: str) -> SectionKind | None:
    """The kind of section that a line opens, None when it is no heading.

    A label with its content on the same line ("Skills: Python") is not a heading here.
    """
    if len(line) > _MAX_CHARS * 2:
        return None
    bare = _DECORATION.sub("", line)
    if bare and YEAR.search(line.partition(bare)[0]):
        return None  # "2017 – 2018  Military service"
    if line[-1] == "." and _REFERENCES.fullmatch(bare):
        return SectionKind.REFERENCES
    if len(bare) > _MAX_CHARS and bare.count(" ") < _LEAST_SPACES:
        return None
    if not bare or line.startswith("•") or line[-1] in ".,;?":
        return None
    if (kind := KIND_OF.get(letters(bare))) is not None:
        return kind
    if line.count("(") != line.count(")") or _FORM_LABEL.match(line):
        return None
    return _kind_before_tail(line, bare) or _composed_kind(bare)


def _kind_before_tail(line: str, bare: str) -> SectionKind | None:
    """The kind of a heading that is narrowed behind a dash, a bar or in brackets: "Experience
    (selected)", "Projects | last 3 years"."""
    head = _TAIL.sub("", bare)
    if head == bare or ":" in bare:
        return None
    n_words = sum(len(word) > 1 for word in bare.split())  # not of "P R O J E C T S (selected)"
    if n_words > _MAX_TAIL_WORDS or inline_kind(line) is not None:
        return None  # "Tech Stack - Python, Kafka"
    tail = letters(bare[len(head) :])
    narrows = not any(char.isdigit() for char in tail) or "year" in tail
    return KIND_OF.get(letters(head)) if narrows else None


def words_in(line: str) -> list[str]:
    """The words of a line in small letters."""
    return _WORD.findall(line.casefold())


def _composed_kind(bare: str) -> SectionKind | None:
    """The kind of a heading made of known words, such as "Selected Awards & Publications"."""
    words = words_in(bare)
    if not 2 <= len(words) <= _MAX_WORDS or not bare[0].isupper() or "," in bare:
        return None
    nouns = [word for word in words if word in NOUNS]
    if not nouns or any(word not in NOUNS and word not in FILLERS for word in words):
        return None
    kinds = [NOUNS[noun] for noun in nouns]
    # Headings of columns that stand side by side: jobs are the ones that must not be lost.
    side_by_side = len(kinds) > 1 and not re.search(r"&|/|\b(?:and|und|et|y|e)\b", bare, re.I)
    if side_by_side and SectionKind.EXPERIENCE in kinds:
        return SectionKind.EXPERIENCE
    return kinds[0]


def _loud_kind(line: str) -> SectionKind | None:
    """The kind of a line in capitals that ends or begins with the noun of one, or has it before or
    behind "and": "FLYING EXPERIENCE", "LICENCES AND LOG BOOKS"."""
    if not line.isupper() or len(line) > _MAX_CHARS or not _LOUD.fullmatch(line):
        return None
    words = line.casefold().split()
    if not 2 <= len(words) <= _MAX_WORDS or title_likeness(line) >= 2 or looks_like_company(line):
        return None
    at = next((n for n, word in enumerate(words) if word in LOUD_NOUNS), None)
    if at is None or find_degree(line) is not None:
        return None
    joined = {"and", "&"} & set(words)
    return NOUNS[words[at]] if joined or at == len(words) - 1 else None


def inline_kind(line: str) -> tuple[SectionKind, int] | None:
    """Kind and length of the label of a line such as "Technical Skills: Python, SQL", or "CERTS
    Azure Administrator (2022), CKA"."""
    if form := _FORM_LABEL.match(line):
        return KIND_OF[letters(form[0])], form.end()
    if capitals := _capitals_before_list(line):
        return capitals
    if line.startswith("•") or (found := _LABEL.match(line)) is None:
        return None
    kind = KIND_OF.get(letters(found["label"]))
    if kind is None or kind not in _INLINE_KINDS:
        return None
    return kind, found.end()


def _capitals_before_list(line: str) -> tuple[SectionKind, int] | None:
    """Kind and length of a heading in capitals with the first content behind it, which is a list or
    dated and has small letters."""
    found = _CAPITALS.match(line)
    rest = line[found.end() :] if found else ""
    if found is None or rest.upper() == rest or not _LISTED.search(rest):
        return None
    kind = KIND_OF.get(letters(found[0]))
    return (kind, found.end()) if kind in _INLINE_KINDS else None


def led_kind(line: str) -> tuple[SectionKind, int] | None:
    """Kind and length of the heading that opens a list of skills with nothing between, as in a
    text that lost line breaks: "TECHNICAL SKILLS Languages: C, Java Databases: Oracle"."""
    words = [word.end() for word in re.finditer(r"\S+", line[:_MAX_CHARS])][:_MAX_WORDS]
    for end in reversed(words):
        phrase, rest = letters(line[:end]), line[end:].lstrip()
        if KIND_OF.get(phrase) is SectionKind.SKILLS and phrase not in WEAK:
            led = line[0].isupper() and not rest[:1].islower()
            return (SectionKind.SKILLS, end) if led and len(_PARTED.findall(rest)) > 2 else None
    return None


def label_of(line: str) -> tuple[SectionKind, int] | None:
    """Kind and length of what heads a line that holds the first content of a section, too."""
    return inline_kind(line) or led_kind(line)


def style_of(line: str) -> str:
    """How a line is written: headings of one resume are written alike."""
    if line.isupper():
        return "upper"
    return "colon" if line.endswith(":") else "title" if line[:1].isupper() else "lower"


def candidates(lines: list[TextLine]) -> Iterator[Heading]:
    """The lines that may be headings, in order."""
    in_header = True
    for number, line in enumerate(lines):
        kind = heading_kind(line.text)
        if kind is not None:
            head = _TAIL.sub("", _DECORATION.sub("", line.text))
            weak = not WEAK.isdisjoint((letters(line.text), letters(head)))
            kind = _kind_by_content(kind, letters(head), lines[number + 1 :][:MAX_TO_DATES])
            if kind is SectionKind.LANGUAGES and number + 1 < len(lines):
                weak = weak and _LANGUAGE_LEVEL.search(lines[number + 1].text) is None
            yield Heading(number, kind, weak, False, style_of(line.text))
        elif (kind := _loud_kind(line.text)) is not None:
            yield Heading(number, kind, True, False, "upper")
        elif (labelled := inline_kind(line.text)) is not None:
            weak = letters(line.text[: labelled[1]]) in WEAK
            style = FORM if _FORM_LABEL.match(line.text) else ""
            yield Heading(number, labelled[0], weak, True, style)
        elif in_header and (led := led_kind(line.text)) is not None:
            yield Heading(number, led[0], False, True, "")
        else:
            continue
        in_header = False


def _kind_by_content(kind: SectionKind, phrase: str, below: list[TextLine]) -> SectionKind:
    """The kind of a heading that may stand over words or over entries, by the lines below it:
    "Career Overview" over jobs, "Qualifications" over degrees."""
    if kind is SectionKind.SUMMARY and _OF_CAREERS.match(phrase):
        jobs = any(RANGE.search(line.text) and _is_short(line.text) for line in below)
        return SectionKind.EXPERIENCE if jobs else kind
    if kind is SectionKind.SKILLS and "qualification" in phrase:
        degrees = any(YEAR.search(line.text) and find_degree(line.text) for line in below)
        return SectionKind.EDUCATION if degrees else kind
    return kind


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MAX_HEADER_WORDS
