"""Headings of a resume and the sections they open.

A heading is a short line that says only what kind of part follows. It is found in one table,
compared by its letters alone, so that "E D U C A T I O N", "Education:" and "## education"
are the same heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from matcher.headings import (
    FILLERS,
    JOB_CAPTIONS,
    KIND_OF,
    LOUD_NOUNS,
    NOUNS,
    WEAK,
    letters,
)
from matcher.records import Section, SectionKind
from matcher.resumes.degrees import find_degree
from matcher.resumes.jobwords import looks_like_company, title_likeness

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
# Kinds that a labelled line ("Technical Skills: Python, SQL") may open, and the ones in which
# such a line stays what it is: a line of that section.
_INLINE_KINDS = frozenset(
    {
        SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.SUMMARY, SectionKind.INTERESTS,
        SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.AWARDS,
    }
)  # fmt: skip
# Kinds whose weak headings ("Presentations", "Leadership") more often are the end of a list.
_LISTED_KINDS = frozenset(
    {SectionKind.PUBLICATIONS, SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.AWARDS,
     SectionKind.SKILLS}
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
_FORM = "form"  # the style of such a line
_PARTED = re.compile(r"[,;:|~•▪✓❖*−]")  # what stands between the items of a list
# LinkedIn's "Save to PDF" draws a side column, and under its last list the name of the person.
_LINKEDIN = re.compile(r"linkedin\.com/|\(LinkedIn\)", re.IGNORECASE)
_SIDE_KINDS = frozenset(
    {SectionKind.CONTACT, SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.CERTIFICATIONS,
     SectionKind.AWARDS, SectionKind.PUBLICATIONS}
)  # fmt: skip
# How a line under "Languages" begins that is no list of programming languages.
_LANGUAGE_LEVEL = re.compile(
    r"^[A-Z]\w+ \((?:Native|Full|Limited|Professional|Elementary)\b"
    r"|^\W*(?:Bi-?lingual|Trilingual|Fluent|English|Spanish|French|German|Italian|Portuguese|Russian"
    r"|Hebrew|Arabic|Hindi|Mandarin|Chinese)\b",
    re.IGNORECASE,
)
_MAX_SIDE_LINES = 80
_MAX_TO_MAIL = 6  # lines from a name to the mail address under it
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d\b")
# The dates of a job: "May 2015 to Current", "2016 - 2018".
_RANGE = re.compile(r"(?:19|20)\d\d.{1,14}(?:(?:19|20)\d\d|present|current|now)\b", re.IGNORECASE)
_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEER})
_ENTRIES = _WORK | {SectionKind.EDUCATION}
_MAX_TO_DATES = 3  # lines from a heading to the dates of its first entry
_MAX_HEADER_WORDS = 14  # of a line with the dates of a job; a longer one is a sentence
# Headings that stand over a sentence or over a list of jobs: "Career Overview".
_OF_CAREERS = re.compile(
    r"(?!.*(?:accomplish|achieve|highlight|focus|goal|objective))"
    r".*(?:career|experience|employment|overview|synopsis|background)"
)
_LEAST_SMALL = 3  # kinds of headings in small letters that show that all are written so


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a document: ``text`` without the space around it, and its offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Heading:
    line: int
    kind: SectionKind
    weak: bool
    inline: bool
    style: str


def split_lines(text: str) -> list[TextLine]:
    """The lines that are not blank, in order."""
    lines = []
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + len(raw) - len(raw.lstrip())
            lines.append(TextLine(stripped, at, at + len(stripped)))
        start += len(raw) + 1
    return lines


def heading_kind(line: str) -> SectionKind | None:
    """The kind of section that a line opens, None when it is no heading.

    A label with its content on the same line ("Skills: Python") is not a heading here.
    """
    if len(line) > _MAX_CHARS * 2:
        return None
    bare = _DECORATION.sub("", line)
    if line[-1] == "." and _REFERENCES.fullmatch(bare):
        return SectionKind.REFERENCES
    if len(bare) > _MAX_CHARS and bare.count(" ") < 20:
        return None  # only a letter-spaced heading is long
    if not bare or line.startswith("•") or line[-1] in ".,;?":
        return None
    if (kind := KIND_OF.get(letters(bare))) is not None:
        return kind
    head = _TAIL.sub("", bare)
    if line.count("(") != line.count(")") or _FORM_LABEL.match(line):
        return None
    n_words = sum(len(word) > 1 for word in bare.split())  # not of "P R O J E C T S (selected)"
    if head != bare and (":" not in bare) and n_words <= _MAX_WORDS + 2:
        if inline_kind(line) is not None:
            return None  # "Tech Stack - Python, Kafka"
        tail = letters(bare[len(head) :])
        narrows = not any(char.isdigit() for char in tail) or "year" in tail
        if narrows and (kind := KIND_OF.get(letters(head))) is not None:
            return kind
    return _composed_kind(bare)


def _composed_kind(bare: str) -> SectionKind | None:
    """The kind of a heading made of known words, such as "Selected Awards & Publications"."""
    words = _WORD.findall(bare.casefold())
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
    """Kind and length of the label of a line such as "Technical Skills: Python, SQL"."""
    if form := _FORM_LABEL.match(line):
        return KIND_OF[letters(form[0])], form.end()
    if line.startswith("•") or (found := _LABEL.match(line)) is None:
        return None
    kind = KIND_OF.get(letters(found["label"]))
    if kind is None or kind not in _INLINE_KINDS:
        return None
    return kind, found.end()


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


def _style(line: str) -> str:
    if line.isupper():
        return "upper"
    return "colon" if line.endswith(":") else "title" if line[:1].isupper() else "lower"


def _candidates(lines: list[TextLine]) -> Iterator[_Heading]:
    in_header = True
    for number, line in enumerate(lines):
        kind = heading_kind(line.text)
        if kind is not None:
            head = _TAIL.sub("", _DECORATION.sub("", line.text))
            weak = not WEAK.isdisjoint((letters(line.text), letters(head)))
            kind = _kind_by_content(kind, letters(head), lines[number + 1 :][:_MAX_TO_DATES])
            if kind is SectionKind.LANGUAGES and number + 1 < len(lines):
                weak = weak and _LANGUAGE_LEVEL.search(lines[number + 1].text) is None
            yield _Heading(number, kind, weak, False, _style(line.text))
        elif (kind := _loud_kind(line.text)) is not None:
            yield _Heading(number, kind, True, False, "upper")
        elif (labelled := inline_kind(line.text)) is not None:
            weak = letters(line.text[: labelled[1]]) in WEAK
            style = _FORM if _FORM_LABEL.match(line.text) else ""
            yield _Heading(number, labelled[0], weak, True, style)
        elif in_header and (led := led_kind(line.text)) is not None:
            yield _Heading(number, led[0], False, True, "")
        else:
            continue
        in_header = False


def _kind_by_content(kind: SectionKind, phrase: str, below: list[TextLine]) -> SectionKind:
    """The kind of a heading that may stand over words or over entries, by the lines below it:
    "Career Overview" over jobs, "Qualifications" over degrees."""
    if kind is SectionKind.SUMMARY and _OF_CAREERS.match(phrase):
        jobs = any(_RANGE.search(line.text) and _is_short(line.text) for line in below)
        return SectionKind.EXPERIENCE if jobs else kind
    if kind is SectionKind.SKILLS and "qualification" in phrase:
        degrees = any(_YEAR.search(line.text) and find_degree(line.text) for line in below)
        return SectionKind.EDUCATION if degrees else kind
    return kind


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MAX_HEADER_WORDS


def _with_small_headings(lines: list[TextLine], found: list[_Heading]) -> list[_Heading]:
    """The candidates, in small letters weak unless most headings are written so."""
    strong = [item for item in found if not item.weak and not item.inline]
    small = {item.kind for item in strong if lines[item.line].text[0].islower()}
    if len(small) >= _LEAST_SMALL and len(small) * 2 > len({item.kind for item in strong}):
        return found
    return [
        replace(item, weak=item.weak or (not item.inline and lines[item.line].text[0].islower()))
        for item in found
    ]


def _in_a_list(lines: list[TextLine], item: _Heading, headings: set[int]) -> bool:
    """Whether the lines around are short items, as in a list of skills."""

    def is_item(at: int) -> bool:
        if not 0 <= at < len(lines) or at in headings:
            return False
        text = lines[at].text
        short = len(text.split()) <= 4 and text[-1] not in ".:"
        return short and not any(char.isdigit() for char in text)

    below = range(item.line + 1, min(len(lines), item.line + 1 + _MAX_TO_DATES))
    entry = takewhile(lambda at: at not in headings, below)
    if item.kind in _WORK and any(_RANGE.search(lines[at].text) for at in entry):
        return False
    beside = (item.line - 1, item.line + 1)
    around = [_style(lines[at].text) for at in beside if 0 <= at < len(lines)]
    if item.style == "upper" and "upper" not in around:
        return False
    if not is_item(item.line - 1):
        return False
    ends_list = item.kind in _LISTED_KINDS and is_item(item.line - 2)
    return ends_list or is_item(item.line + 1)


def _headings(lines: list[TextLine]) -> list[_Heading]:
    """The candidates that are headings; weak ones must look like the strong ones."""
    found = _with_small_headings(lines, list(_candidates(lines)))
    styles = Counter(item.style for item in found if not item.weak and not item.inline)
    if not styles:
        styles = Counter(item.style for item in found if not item.inline)
    usual = {style for style, count in styles.items() if count * 3 >= max(styles.values())}
    strong = {item.line for item in found if not item.weak}
    written = Counter(letters(lines[item.line].text) for item in found)
    kept: list[_Heading] = []
    kind: SectionKind | None = None
    for item in found:
        if item.inline and item.style != _FORM:
            since = kept[-1].line if kept else 0
            in_job = kind in _WORK and _is_repeated(lines, found, item, since)
            if in_job or _stays(lines, found, item, kind):
                continue
        if kind in _WORK and _is_caption(lines, found, item, written):
            continue
        weak = item.weak and not item.inline
        after_school = kind is SectionKind.EDUCATION and item.kind is SectionKind.PROJECTS
        listed = not after_school and _in_a_list(lines, item, strong)
        if weak and (item.style not in usual or listed):
            continue
        kept.append(item)
        kind = item.kind
    return kept


def _is_caption(
    lines: list[TextLine], found: list[_Heading], item: _Heading, written: Counter[str]
) -> bool:
    """Whether a heading stands inside a job ("Skills Used"): another job follows, the same words
    stand over a list of another job, or it alone ends in a colon. ``written`` counts the words of
    all that are found."""
    text = lines[item.line].text
    if item.inline or not _may_be_caption(text):
        return False
    others = [other for other in found if not _may_be_caption(lines[other.line].text)]
    alone = item.style == "colon" and all(other.style != "colon" for other in others)
    if alone or written[letters(text)] > 1:
        return True
    end = next((other.line for other in found if other.line > item.line), len(lines))
    return any(_RANGE.search(line.text) for line in lines[item.line + 1 : end])


def _may_be_caption(line: str) -> bool:
    """ "Highlights" and "Selected Achievements" also stand over lists inside a job."""
    *before, last = _WORD.findall(line.casefold()) or [""]
    return letters(line) in JOB_CAPTIONS or (last in JOB_CAPTIONS and FILLERS.issuperset(before))


def _is_repeated(lines: list[TextLine], found: list[_Heading], item: _Heading, since: int) -> bool:
    """Whether another labelled line of the section that begins at ``since`` has the same label:
    each job tells its "Technologies: ..."."""
    end = next((other.line for other in found if other.line > item.line and not other.inline), None)
    label = _label(lines[item.line].text)
    return any(
        other.inline and other.line != item.line and _label(lines[other.line].text) == label
        for other in found
        if since < other.line and (end is None or other.line < end)
    )


def _label(line: str) -> str:
    labelled = inline_kind(line)
    return letters(line[: labelled[1]]) if labelled else ""


def _stays(
    lines: list[TextLine], found: list[_Heading], item: _Heading, kind: SectionKind | None
) -> bool:
    """Whether a labelled line is a line of the section it stands in.

    Among jobs, projects and schools "Tools: Docker" belongs to one of them; "Skills: Python"
    opens a section only behind the last of them, where no more years follow.
    """
    if kind is SectionKind.SKILLS:
        return item.kind in (SectionKind.SKILLS, SectionKind.LANGUAGES)
    if kind not in _ENTRIES:
        return False
    if item.weak or item.kind in (SectionKind.SUMMARY, SectionKind.AWARDS):
        return True
    if kind is SectionKind.EDUCATION and item.kind is SectionKind.CERTIFICATIONS:
        return True
    end = next(
        (other.line for other in found if other.line > item.line and not other.inline), len(lines)
    )
    return any(_YEAR.search(line.text) for line in lines[item.line + 1 : end])


def read_sections(text: str) -> list[tuple[Section, list[TextLine]]]:
    """The sections, which cover the text in order, each with its lines, the line of the heading
    among them; what stands before the first heading is HEADER."""
    lines = split_lines(text)
    parts: list[tuple[Section, list[TextLine]]] = [(item, []) for item in _sections(text, lines)]
    at = 0
    for line in lines:
        while line.start >= parts[at][0].end:
            at += 1
        parts[at][1].append(line)
    return parts


def _sections(text: str, lines: list[TextLine]) -> tuple[Section, ...]:
    if not lines:
        return ()
    headings = _headings(lines)
    starts: list[tuple[int, SectionKind, str]] = []
    if not headings or headings[0].line > 0:
        starts.append((0, SectionKind.HEADER, ""))
    for item in headings:
        line = lines[item.line]
        labelled = label_of(line.text) if item.inline else None
        label = line.text[: labelled[1]].rstrip(" :-–—") if labelled else line.text
        starts.append((line.start, item.kind, label))
    name = _name_under_side_column(lines, headings)
    if name is None and headings and not headings[0].line:
        name = _name_below(lines, headings)
    if name is not None:
        starts.append((lines[name].start, SectionKind.HEADER, ""))
        starts.sort()
    ends_at = [start for start, _, _ in starts[1:]] + [len(text)]
    return tuple(
        Section(kind, heading, start, end)
        for (start, kind, heading), end in zip(starts, ends_at, strict=True)
    )


def _name_under_side_column(lines: list[TextLine], headings: list[_Heading]) -> int | None:
    """The number of the line with the name where a side column comes first in the text, as in a
    profile saved from LinkedIn; None in any other document.

    The name, the headline and the place stand between the last list of the side column and the
    first heading of the main one. Outside of LinkedIn the mail address has to show that it is one.
    """
    side: list[_Heading] = []
    for item in headings:
        if item.kind not in _SIDE_KINDS or item.inline:
            break
        side.append(item)
    if not side or side[0].line:
        return None
    end = headings[len(side)].line if len(side) < len(headings) else len(lines)
    opening = [line.text for line in lines[:end]]
    if end > _MAX_SIDE_LINES:
        return None
    from matcher.resumes.contact import looks_like_name  # which itself asks for headings

    named = [at for at in range(side[-1].line + 1, end) if looks_like_name(opening[at])]
    reached = letters(" ".join(text for text in opening if "@" in text or "linkedin.com" in text))
    addressed = [at for at in named if any(letters(w) in reached for w in _long(opening[at]))]
    if addressed:
        return addressed[-1]
    if side[0].kind is not SectionKind.CONTACT or not any(map(_LINKEDIN.search, opening)):
        return None
    # A place can look like a name ("Greater Leeds"), and stands under the headline.
    titled = [at for at in named if at + 1 < end and title_likeness(opening[at + 1]) >= 2]
    return next(iter(titled or named), None)


def _name_below(lines: list[TextLine], headings: list[_Heading]) -> int | None:
    """The number of the line with the name where nothing stands over the first heading, for the
    column with the name is the last: the first name that the mail address under it bears out."""
    from matcher.resumes.contact import looks_like_name  # which itself asks for headings

    ends = [*(item.line for item in headings[1:]), len(lines)]
    for item, end in zip(headings, ends, strict=True):
        if item.kind is SectionKind.REFERENCES:
            continue
        for at in range(item.line + 1, end):
            below = [
                line.text for line in lines[at + 1 : at + 1 + _MAX_TO_MAIL] if "@" in line.text
            ]
            reached = letters(" ".join(below))
            if not (below and looks_like_name(lines[at].text)):
                continue
            if any(letters(word) in reached for word in _long(lines[at].text)):
                return at
    return None


def _long(text: str) -> list[str]:
    return [word for word in text.split() if len(word) > 2]
