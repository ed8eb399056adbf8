"""Resume → Details: certificates, languages, publications, unpaid work, gaps.

Read only when somebody looks (``matcher parse``, the page), so that matching pays nothing for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from matcher.records import (
    Certificate,
    Details,
    Gap,
    LanguageLevel,
    Mention,
    Month,
    Position,
    PositionDetail,
    PositionKind,
    Resume,
    Section,
    SectionKind,
    Skill,
    SpokenLanguage,
)
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.positions import find_positions
from matcher.resumes.sections import TextLine, split_lines

Find = Callable[[str], tuple[Mention, ...]]

_LEAST_CITATION = 4  # words; fewer are a heading, a year or a publisher
_LEAST_GAP = 3  # months; shorter ones are holidays and notice periods
_CERTIFICATES = frozenset({"certification", "professional-credential"})
_BULLETS = "•·*–—- \t"
_EXPIRES = re.compile(
    r"(?:expir(?:es|y|ing|ation)|valid (?:until|thru|through|to)|renew(?:al|s) due|good until|"
    r"gültig bis)\W{0,3}(?:date\W{0,3}|in |on )?",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:issued|obtained|earned|awarded|completed|passed)\b\W{0,3}(?:on |in )?", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_SEMICOLON = re.compile(r"\s*;\s*")
_COMMA = re.compile(r"\s*,\s*(?![^()]*\))")
_EDGES = re.compile(r"^[\s,;:|()–—·•-]+|[\s,;:|(–—·•-]+$")

# Words for a level of a language, the CEFR's first. LinkedIn's five steps and the usual words have
# no official equivalent: these are the rows of the CEFR's self-assessment grid that they fit best.
_LEVELS: tuple[tuple[LanguageLevel, str], ...] = (
    ("A1", r"A1"), ("A2", r"A2"), ("B1", r"B1"), ("B2", r"B2"), ("C1", r"C1"), ("C2", r"C2"),
    ("native", r"native|mother[- ]tongue|first language|bilingual|muttersprach\w*|"
               r"langue maternelle|lengua materna|nativo|nativa|moedertaal|madrelingua|ojczysty"),
    ("B1", r"limited working(?: proficiency)?|intermediate|good|conversational|mittelkenntnisse|"
           r"intermédiaire"),
    ("B2", r"(?<!full )professional working(?: proficiency)?|upper[- ]intermediate|very good|"
           r"business"),
    ("C1", r"full professional|fluent\w*|advanced|proficient|fließend|courant|fluido|fluente|"
           r"vloeiend|biegły|verhandlungssicher"),
    ("A1", r"beginner|notions"),
    ("A2", r"elementary|basic\w*|grundkenntnisse|básico|limited|school level"),
)  # fmt: skip
_LEVEL = [
    (level, re.compile(rf"(?<![\w-])(?:{words})(?![\w])", re.IGNORECASE))
    for level, words in _LEVELS
]

_KINDS: tuple[tuple[PositionKind, re.Pattern[str]], ...] = (
    (
        PositionKind.INTERNSHIP,
        re.compile(
            r"\b(?:intern(?:ship)?|trainee|praktik\w*|stagiaire|co-?op|werkstudent\w*)\b", re.I
        ),
    ),
    (PositionKind.VOLUNTEER, re.compile(r"\bvolunteer\w*\b|\bpro bono\b|\bunpaid\b", re.I)),
    (
        PositionKind.MILITARY,
        re.compile(
            r"\b(?:U\.?S\.? )?(?:army|navy|air force|marine corps|national guard|coast guard|"
            r"bundeswehr|armed forces|defen[cs]e forces|I\.?D\.?F\.?)\b|"
            r"\b(?:sergeant|corporal|lieutenant|petty officer|infantry\w*|platoon)\b",
            re.I,
        ),
    ),
    (
        PositionKind.FREELANCE,
        re.compile(r"\b(?:freelanc\w+|self[- ]employed|independent (?:consultant|contractor)|"
                   r"freiberuf\w+|contractor)\b", re.I),
    ),
)  # fmt: skip


def details_of(resume: Resume, skills: Mapping[str, Skill], find: Find, *, today: date) -> Details:
    """The details of a resume; ``find`` gives the skill mentions of a text, ``skills`` are those
    of the same taxonomy, ``today`` is the day to which current jobs last."""
    by_kind = {kind: list(_lines(resume, kind)) for kind in _READ}
    return Details(
        positions=tuple(_detail(resume, position) for position in resume.positions),
        gaps=gaps_of(resume.positions, Month(today.year, today.month)),
        volunteering=tuple(_volunteering(resume, today)),
        certificates=tuple(
            _certificates(by_kind[SectionKind.CERTIFICATIONS], resume, skills, find, today)
        ),
        languages=tuple(_languages(resume, by_kind[SectionKind.LANGUAGES], skills, find)),
        publications=tuple(line.text.strip(_BULLETS) for line in by_kind[SectionKind.PUBLICATIONS]),
    )


_READ = (SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES, SectionKind.PUBLICATIONS)


def _lines(resume: Resume, kind: SectionKind) -> Iterator[TextLine]:
    """The lines of the sections of a kind, without their headings."""
    for section in resume.sections:
        if section.kind is kind:
            yield from _body(resume.document.text, section)


def _body(text: str, section: Section) -> list[TextLine]:
    found = [
        TextLine(line.text, line.start + section.start, line.end + section.start)
        for line in split_lines(text[section.start : section.end])
    ]
    heading = section.heading.strip()
    if not heading or not found:
        return found
    first = found[0]
    if first.text == heading:
        return found[1:]
    rest = first.text[len(heading) :] if first.text.startswith(heading) else first.text
    rest = rest.lstrip(" :\t")
    return [TextLine(rest, first.end - len(rest), first.end), *found[1:]] if rest else found[1:]


# ---------------------------------------------------------------- positions


def _detail(resume: Resume, position: Position) -> PositionDetail:
    header = resume.document.text[slice(*position.header)]
    named = f"{position.title}\n{position.company}"
    kind = next((kind for kind, words in _KINDS if words.search(named)), PositionKind.JOB)
    return PositionDetail(kind, _place(header, position))


def _place(header: str, position: Position) -> str:
    """The place in the lines of a header: a cell of its own, or the end of one."""
    for cell in re.split(r"[\n\t|•]| [-–—] |\(|\)", header):
        text = cell.strip(" ,;")
        if text in (position.title, position.company):
            continue
        if looks_like_place(text):
            return text
        if (found := PLACE_AT_END.search(text)) is not None:
            return found[0].strip(" ,(")
    return ""


def gaps_of(positions: Iterable[Position], now: Month) -> tuple[Gap, ...]:
    """Three months or more between one dated position and the next, oldest first."""
    spans = sorted(
        (position.start.index, (now if position.current else position.end or position.start).index)
        for position in positions
        if position.start is not None
    )
    gaps = []
    reached: int | None = None
    for start, end in spans:
        if reached is not None and start - reached - 1 >= _LEAST_GAP:
            first, last = reached + 1, start - 1
            gaps.append(Gap(_month(first), _month(last), last - first + 1))
        reached = end if reached is None else max(reached, end)
    return tuple(gaps)


def _month(index: int) -> Month:
    return Month(index // 12, index % 12 + 1)


def _volunteering(resume: Resume, today: date) -> Iterator[Position]:
    for section in resume.sections:
        if section.kind is SectionKind.VOLUNTEER:
            lines = _body(resume.document.text, section)
            yield from find_positions(lines, section.end, today=today)


# ---------------------------------------------------------------- certificates


def _certificates(
    lines: Sequence[TextLine],
    resume: Resume,
    skills: Mapping[str, Skill],
    find: Find,
    today: date,
) -> Iterator[Certificate]:
    """Those under their own heading, as they are written; elsewhere those that the taxonomy
    knows."""
    seen: set[str] = set()
    for line in lines:
        text = line.text.strip(_BULLETS)
        known = _known(text, skills, find)
        for start, end in _parts(text, known):
            skill_id = next((one.skill_id for one in known if start <= one.start < end), None)
            issued, expires, name = _dated(text[start:end], today)
            if name.casefold() in seen or len(_LETTER.findall(name)) < 2:
                continue
            seen.update((name.casefold(), skill_id or ""))
            yield Certificate(name, skill_id, issued, expires)
    for known_line in resume.lines:
        for mention in _known(known_line.text, skills, find):
            if mention.skill_id not in seen and mention.claimed:
                seen.add(mention.skill_id)
                name = known_line.text[mention.start : mention.end]
                yield Certificate(name, mention.skill_id, None, None)


def _known(text: str, skills: Mapping[str, Skill], find: Find) -> list[Mention]:
    found = (one for one in find(text) if skills[one.skill_id].category in _CERTIFICATES)
    return sorted(found, key=lambda one: one.start)


def _parts(text: str, known: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Offsets of the certificates of one line: at semicolons, and at commas outside brackets
    where each piece names a known one."""
    for separator in (_SEMICOLON, _COMMA):
        cuts = [found.span() for found in separator.finditer(text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(text)]
        pieces = list(zip(starts, ends, strict=True))
        named = sum(any(start <= one.start < end for one in known) for start, end in pieces)
        if len(pieces) > 1 and (separator is _SEMICOLON or named == len(pieces)):
            yield from pieces
            return
    yield 0, len(text)


def _dated(text: str, today: date) -> tuple[Month | None, Month | None, str]:
    """When it was issued and when it expires, and the text without these dates. A date after
    today is one of expiry."""
    far = date(today.year + 30, 12, 31)  # an expiry lies ahead
    issued = expires = None
    cuts: list[tuple[int, int]] = []
    for found in find_ranges(text, today=far):
        start, end = found.span
        until = _EXPIRES.search(text, 0, end)
        if until is not None and until.end() >= start:  # "until" may be part of the date
            expires, start = found.end or found.start, until.start()
        elif found.ranged:
            issued, expires = found.start, found.end
        elif _after(found, today):
            expires = found.end
        else:
            issued = found.start
            said = _ISSUED.search(text, 0, start)
            start = said.start() if said is not None and said.end() == start else start
        cuts.append((start, end))
    for start, end in reversed(cuts):
        text = f"{text[:start].rstrip(' (,|–—-')} {text[end:].lstrip(' ),|')}"
    return issued, expires, _EDGES.sub("", " ".join(text.split()))


def _after(found: DateRange, today: date) -> bool:
    return found.start is not None and found.start > Month(today.year, today.month)


# ---------------------------------------------------------------- languages


def _languages(
    resume: Resume, headed: Sequence[TextLine], skills: Mapping[str, Skill], find: Find
) -> Iterator[SpokenLanguage]:
    """Each language once, with the first level that is said of it: under their heading, else in
    a line that names two of them or one with its level."""
    texts = [line.text for line in headed] or [line.text for line in resume.lines]
    seen: set[str] = set()
    for text in texts:
        named = [one for one in find(text) if skills[one.skill_id].category == "human-language"]
        found = list(_levels(text, named))
        if not headed and len(found) < 2 and not any(said for _, _, said in found):
            continue
        for mention, level, said in found:
            if mention.skill_id not in seen and mention.skill_id != "multilingual":
                seen.add(mention.skill_id)
                yield SpokenLanguage(skills[mention.skill_id].label, level, said)


def _levels(
    text: str, mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, LanguageLevel | None, str]]:
    """Each language with the level behind it, up to the next one; else with the one before."""
    ends = [*(mention.start for mention in mentions), len(text)][1:]
    free = 0  # words before it tell nothing of the next language
    for mention, end in zip(mentions, ends, strict=True):
        level, said = _level(text[mention.start : end])  # "fluent in French" is one mention
        if said:
            free = end
        else:
            level, said = _level(text[free : mention.start])
            free = mention.end
        yield mention, level, said


def _level(text: str) -> tuple[LanguageLevel | None, str]:
    """The level that the words say, the longest wording first."""
    found = [
        (len(match[0]), level, match[0])
        for level, words in _LEVEL
        if (match := words.search(text)) is not None
    ]
    if not found:
        return None, ""
    _, level, said = max(found, key=lambda item: item[0])
    return level, said
