"""The lines of a resume that may be matched.

What a line is worth is decided from the line alone: whether it reads as prose never depends on
its heading or its neighbours, so that taking one away cannot turn a list into prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from matcher.records import Line, Position, Section, SectionKind
from matcher.resumes.contact import (
    contact_spans,
    header_pieces,
    is_place_or_company,
    is_private,
    looks_like_name,
    name_spans,
)
from matcher.resumes.heading_lines import label_of
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.text_lines import TextLine

_MIN_PROSE_WORDS = 5
_VERBS = frozenset(
    """achieve act administer advise aid allocate analyze analyse answer apply approve arrange
    assess assign assist attend audit author automate balance bring build calculate call care
    carry check clean close coach code collaborate collect communicate compile complete compose
    compute conduct configure consult contribute control convert cook coordinate counsel create
    cut debug decrease define deliver demonstrate deploy design determine develop devise direct
    discuss distribute document draft drive earn edit educate enable enforce engineer ensure
    enter establish estimate evaluate examine execute expand explain facilitate file find fix
    follow forecast format forward found gain gather generate give greet grow guide handle head
    help hire identify implement improve increase influence inform initiate inspect inspire
    install instruct integrate interact interview introduce investigate join keep lead learn
    led liaise listen log maintain make manage market measure meet mentor migrate model modify
    monitor motivate negotiate obtain offer operate optimize orchestrate order organize oversee
    own participate partner perform persuade pick pilot place plan prepare present process
    produce program promote propose protect prove provide publish purchase receive recommend
    reconcile record recruit redesign reduce refactor refer release remove report represent
    research resolve respond restore review revise run save scale schedule secure select sell
    send serve set ship simplify solve source specify standardize start stock strengthen submit
    succeed suggest supervise supply support take teach test track train transform translate
    troubleshoot tune turn update upgrade use utilize validate verify win work write
    ran built wrote made took taught sold won grew held kept met oversaw spoke drove brought
    began became gave got went saw chose dealt dug drew fed found fought hit left lent lost paid
    put read rose sent shot shut sat stood spent swept threw understood was were am is are been
    has have had do did does""".split()
)
_FUNCTION_WORDS = frozenset(
    """a an the of to for with in on by from at as into and or that which who while using via
    through across within over under between during per our my their its this these all
    der die das den dem des ein eine einen einer und mit für von zur zum im am auf bei aus durch
    le la les des du de un une et avec pour dans par sur au aux en
    el los las del con para por y un una
    o os as do da dos das com em no na e
    het een van met voor bij naar op
    il lo gli di della delle dei con per nel nella che
    w z na do oraz dla przez i""".split()
)
_PRONOUNS = frozenset("i we my our ich wir je nous yo".split())
# A line that begins so lists what somebody has or is, and tells nothing that was done.
_CLAIMS = frozenset(
    """proficient experience knowledge knowledgeable familiar familiarity skilled expert expertise
    strong excellent good great basic advanced intermediate fluent ability able understanding
    proven certified interested interests competent comfortable exposure solid deep working
    outstanding exceptional extensive hands-on in-depth well-versed detail-oriented
    kenntnisse erfahrung connaissance connaissances conocimiento conocimientos""".split()
)
_NOMINAL = re.compile(
    r"^\w+(?:tion|ment|sion|ung|ción|ção|zione|mento|sis|tions|ments)$", re.IGNORECASE
)
# Nouns that look like verbs and head lists of skills.
_NO_VERBS = frozenset(
    """spring string engineering marketing accounting manufacturing programming computing learning
    mining banking nursing networking thing during evening morning nothing something everything
    embedded advanced unified applied related shared distributed""".split()
)
_OF = frozenset("of and von der des de du des di del della do da und et y e".split())
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ITEMS = re.compile(r"[,;|•·\t/]|\s[–—-]\s")
_BARS = re.compile(r"[|•·∙]")
_MAX_BARRED_WORDS = 4  # on the mean
_LABEL = re.compile(r"^[^:,.]{1,40}:\s")
_PAGE = re.compile(
    r"^\W*(?:(?:page|seite|página|pagina|strona)\s)?\d{1,4}\s?(?:(?:/|of|von|de|sur|di)\s?\d{1,4})?\W*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[•●▪◦‣∙○■□➢➤►✓✔❖*·–—-]\s*)+")
_COUNTED = re.compile(r"\d")
_STRICT = frozenset({SectionKind.HEADER, SectionKind.CONTACT})


# What somebody looks for. Duties begin alike ("Looking after guests", "To manage the stock"), so
# the openings that are not clear by themselves ask for the name of what is sought.
_SOUGHT = (
    r"(?:position|role|job|career|employment|opportunit\w+|internship|traineeship|placement|team"
    r"|compan\w+|organi[sz]ation|firm|environment|challenge|work|projects?|growth)\b"
)
_OBJECTIVE = re.compile(
    rf"""(?:(?:(?:career|professional|job|my)\s)?(?:objectives?|goals?)\s?(?::|[–—-]\s|is\s)
    |(?:(?:i|i\sam|i['’]?m|am|currently|now|actively|presently|also|and)\s){{0,4}}
      (?:looking|searching|hoping|aiming|aspiring|eager|hope|aim|aspire|wish|want)\s
      (?:for\s(?!ways\b)|to\s|forward\sto)
    |(?:(?:i|i\sam|i['’]?m|am|currently|now|actively|presently)\s){{0,4}}(?:seeking|(?<=i\s)seek)\s
      (?!out\b|ways\b).{{0,160}}?{_SOUGHT}
    |to\s(?:obtain|secure|gain|find|acquire|get|land|attain)\s(?:an?\s|the\s|my\s|employment|work|experience
      |entry|full|part)
    |to\s(?:pursue|work|join|become|be|utili[sz]e|use|apply|contribute|build|start|begin|further
      |advance|enhance|seek|achieve|leverage|continue|grow|make)\s.{{0,160}}?{_SOUGHT}
    |in\ssearch\sof\s|(?:i\s)?(?:would|['’]d)\s(?:like|love)\sto\s|interested\sin\s(?:an?|obtaining|pursuing|joining)\s
    |auf\sder\ssuche\snach\s|ich\ssuche\s|(?:je\s)?(?:suis\s)?à\sla\srecherche\sd|busco\s|en\sbusca\sde\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_MARKS = " \t\"'“”„•·*–—-"
# How what the pattern matches begins; most lines are settled by this.
_OPENINGS = tuple(
    """career,professional,job,my,objective,goal,i ,i'm,i’m,im ,am ,currently,now,actively,presently
    ,also ,and ,look,search,hop,aim,aspir,eager,wish,want,seek,to ,in search,would,interested
    ,auf der,ich,je ,suis,à la,busco,en busca""".replace("\n    ", "").split(",")
)
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Ý]")


def is_objective(text: str) -> bool:
    """Whether a sentence says what its writer is looking for, and so is no account of work."""
    opening = text.lstrip(_MARKS)[:300]
    return opening[:12].casefold().startswith(_OPENINGS) and _OBJECTIVE.match(opening) is not None


# Behind which stands what was done, in sentences or not: "Tasks: Flink jobs in Scala, Terraform".
_OF_WORK = re.compile(
    r"(?:• )?(?:(?:main|key|my|core) )?(?:tasks?|duties|responsibilit(?:y|ies)|"
    r"contributions?|deliverables|aufgaben|tätigkeiten|missions?|tareas|funciones|taken)\s*:",
    re.IGNORECASE,
)


def is_prose(text: str) -> bool:
    """Whether a line says what was done: a sentence or a bullet, not a list, label or title.

    What is only sought is not done; of several sentences in a line the others may tell more.
    """
    if is_objective(text) and not _NEXT_SENTENCE.search(text):
        return False
    if label := _LABEL.match(text):
        text = text[label.end() :]
        if _OF_WORK.match(label[0]):
            return len(_WORD.findall(text[:600])) >= _MIN_PROSE_WORDS
    written = _WORD.findall(text[:600])
    words = [word.casefold() for word in written]
    if len(words) < _MIN_PROSE_WORDS or (is_list(text) and words[0] not in _PRONOUNS):
        return False
    n_function = sum(map(_FUNCTION_WORDS.__contains__, words))
    adverb_or_person = words[0].endswith("ly") or words[0] in _PRONOUNS
    opener = words[1] if adverb_or_person else words[0]
    if opener in _CLAIMS:
        return bool(_PRONOUNS.intersection(words)) and n_function >= 2
    if _names_act(opener, words, n_function):
        return not _is_title(text)
    return n_function >= 2 and any(_is_verb(word) for word in written if word.islower())


def _names_act(opener: str, words: list[str], n_function: int) -> bool:
    """Whether a line opens with a verb ("Managed the stock") or its noun ("Management of ...")."""
    if (n_function >= 1 or len(words) > _MIN_PROSE_WORDS) and _is_verb(opener):
        return True
    return _NOMINAL.match(opener) is not None and not _OF.isdisjoint(words[1:3])


def is_list(text: str) -> bool:
    """Whether a line is mostly short items between commas or other separators."""
    items = [item.split() for item in _ITEMS.split(text[:600]) if item.strip()]
    if len(items) < 3:
        return False
    if _BARS.search(text) and _is_barred(text):
        return True
    n_first = len(items[0])
    if _is_verb(items[0][0].casefold()) and (n_first >= 5 or (n_first >= 3 and len(items) < 8)):
        return False
    short = sum(len(item) <= 3 for item in items)
    return short * 10 >= len(items) * 7


def _is_title(text: str) -> bool:
    """Whether a line is a job title in capitals, though it opens with a verb ("LEAD BUYER")."""
    words = _WORD.findall(text[:200])
    if any(word.islower() and word not in _FUNCTION_WORDS for word in words):
        return False
    if text[-1] in ".;!" or (words[0].endswith(("ed", "ing")) and not words[0].isupper()):
        return False
    return title_likeness(text) == 3


def _is_barred(text: str) -> bool:
    """Whether bars or dots part a line into short items, which no sentence has."""
    items = [item.split() for item in _BARS.split(text[:600]) if item.strip()]
    n_words = sum(len(item) for item in items)
    return len(items) >= 3 and n_words <= _MAX_BARRED_WORDS * len(items) and text[-1] not in ".!"


def _is_verb(word: str) -> bool:
    if word in _VERBS or word in _NO_VERBS:
        return word in _VERBS
    if len(word) > 4 and word.endswith(("ed", "ing")):
        return True
    stem = word.removesuffix("s")
    return stem in _VERBS or (word.endswith("es") and word[:-2] in _VERBS)


def read_lines(
    parts: Sequence[tuple[Section, Sequence[TextLine]]],
    positions: Sequence[Position],
    degrees: Mapping[int, tuple[tuple[int, int], ...]],
    name: str,
) -> list[Line]:
    """The lines of sections, in text order.

    ``degrees`` maps the offset of a line of education to the offsets of degree and field in it.
    Of the lines over a job only the title is kept, of those of a degree only the degree.
    """
    lines: list[Line] = []
    for section, text_lines in parts:
        if section.kind is SectionKind.REFERENCES:
            continue
        for line in _content(section, text_lines):
            index = _position_at(positions, line.start)
            for start, end in _kept(line, section.kind, positions, index, degrees, name):
                kept = line.text[start - line.start : end - line.start]
                at_job = index is not None and start < positions[index].header[1]
                prose = not at_job and line.start not in degrees and is_prose(kept)
                lines.append(Line(kept, start, end, section.kind, index, prose))
    return lines


def _content(section: Section, lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Lines of a section without its heading; of a labelled line, what follows the label."""
    for number, line in enumerate(lines):
        start, end, content = line.start, line.end, line.text
        if number == 0 and section.heading:
            labelled = label_of(line.text)
            if labelled is None:
                continue
            content = line.text[labelled[1] :].strip()
            start = end - len(content)
        if bullet := _BULLET.match(content):
            content, start = content[bullet.end() :], start + bullet.end()
        if content:
            yield TextLine(content, start, end)


def _position_at(positions: Sequence[Position], offset: int) -> int | None:
    index = bisect_right(positions, offset, key=_start) - 1
    return index if index >= 0 and offset < positions[index].span[1] else None


def _start(position: Position) -> int:
    return position.span[0]


def _kept(
    line: TextLine,
    kind: SectionKind,
    positions: Sequence[Position],
    index: int | None,
    degrees: Mapping[int, tuple[tuple[int, int], ...]],
    name: str,
) -> list[tuple[int, int]]:
    """The offsets in the document of what may be matched of a line."""
    if index is not None and line.start < positions[index].header[1]:
        return _kept_of_job(line, positions[index], name)
    if line.start in degrees:
        return list(degrees[line.start])
    if _PAGE.match(line.text) or _is_caption(line.text):
        return []
    spans = _without_private(line, name)
    if kind is SectionKind.PUBLICATIONS and spans != [(line.start, line.end)]:
        return spans if is_prose(line.text) else []  # a list of authors
    if kind in _STRICT and index is None:
        return [span for first, last in spans for span in _of_header(line, first, last)]
    return spans


def _kept_of_job(line: TextLine, position: Position, name: str) -> list[tuple[int, int]]:
    """Of the lines over a job the title, and the first sentence that runs on in the last of
    them."""
    kept = _title_of(line, position)
    ends = position.header[1]
    if line.end > ends:
        kept += _without_private(TextLine(line.text[ends - line.start :], ends, line.end), name)
    return kept


def _is_caption(text: str) -> bool:
    """A label with nothing behind it, such as "Responsibilities:"."""
    return text.endswith(":") and text.count(" ") <= 3


def _title_of(line: TextLine, position: Position) -> list[tuple[int, int]]:
    at = line.text.find(position.title) if position.title else -1
    if at < 0:
        return []
    return [(line.start + at, line.start + at + len(position.title))]


def _without_private(line: TextLine, name: str) -> list[tuple[int, int]]:
    """A line without the cells, addresses, links and names that must not be matched."""
    if is_private(line.text):
        return []
    cuts = [*contact_spans(line.text), *name_spans(line.text, name), *_private_cells(line.text)]
    if not cuts:
        shift = len(line.text) - len(line.text.lstrip(" \t,;:–—-"))
        return [(line.start + shift, line.end)] if shift < len(line.text) else []
    kept: list[tuple[int, int]] = []
    at = 0
    for first, last in [*sorted(cuts), (len(line.text), len(line.text))]:
        piece = line.text[at:first] if first > at else ""
        stripped = piece.strip(" \t,;:|()[]<>–—-•·@/")
        if len(_WORD.findall(stripped)) >= 3 and not is_private(stripped):
            start = line.start + at + piece.index(stripped)
            kept.append((start, start + len(stripped)))
        at = max(at, last)
    return kept


def _private_cells(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the cells of a row that must not be matched."""
    if "\t" not in text:
        return
    at = 0
    for cell in text.split("\t"):
        if is_private(cell.strip()):
            yield at, at + len(cell)
        at += len(cell) + 1


def _of_header(line: TextLine, start: int, end: int) -> list[tuple[int, int]]:
    """Of a header only job titles, sentences and lists of skills."""
    text = line.text[start - line.start : end - line.start]
    if is_prose(text) or _is_skill_list(text):
        return [(start, end)]
    return [
        (piece.start, piece.end)
        for piece in header_pieces(TextLine(text, start, end))
        if title_likeness(piece.text) >= 2
        and not looks_like_name(piece.text)
        and not _COUNTED.search(piece.text)
        and not is_private(piece.text)
    ]


def _is_skill_list(text: str) -> bool:
    """Whether a header line is a list of skills and not an address ("12 Elm St, Leeds, UK")."""
    if label := _LABEL.match(text):
        text = text[label.end() :]
    items = [item.strip(" .") for item in re.split(r"[,;|•·\t]", text) if item.strip(" .")]
    if len(items) < (2 if label else 4) or not is_list(f"{text}, ,"):
        return False
    return not any(is_place_or_company(item) or re.match(r"\d", item) for item in items)
