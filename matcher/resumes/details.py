"""Resume → Details: certificates, languages, publications, unpaid work, gaps.

Read only when somebody looks (``matcher parse``, the page), so that matching pays nothing for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest

from matcher.languages import CATEGORY, MANY, foreign_names, level_of, said_levels
from matcher.records import (
    Certificate,
    Details,
    Gap,
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
Known = Callable[..., list[Mention]]

_LEAST_GAP = 3  # months; shorter ones are holidays and notice periods
_READ = (SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES, SectionKind.PUBLICATIONS)
_KNOWN = frozenset({"certification", "professional-credential"})
_CONTEXT = "Certification: "  # under which "CKA" and "PMP" count without other words
_BULLETS = "•·*–—- \t"
# Under a language, in the new form of Europass: "LISTENING C1 READING C1 WRITING B2".
_ABILITIES = re.compile(r"listening [ABC][12]\b", re.IGNORECASE)
_EXPIRES = re.compile(
    r"(?i)(?:expir(?:es|y|ing|ation)|valid (?:until|thru|through|to)|renew(?:al|s) due|good until|"
    r"gültig bis)\W{0,3}(?:date\W{0,3}|in |on )?"
)
_ISSUED = re.compile(
    r"(?i)\b(?:issued|obtained|earned|awarded|completed|passed)\b\W{0,3}(?:on |in )?"
)
_MOTHER_TONGUE = re.compile(r"mother tongue", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_VERSION = re.compile(r"\d:\d{4}")
_HANGING = re.compile(r"(?:\b(?:of|and|in|for|the|certified)|[&:,(–-])\s*$", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s*")
_COMMA = re.compile(r"\s*,\s*(?![^()]*\))")
_EDGES = re.compile(r"^[\s,;:|()–—·•-]+|[\s,;:|(–—·•-]+$")

_KINDS = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        PositionKind.INTERNSHIP:
            r"\b(?:intern(?:ship)?|trainee|praktik\w*|stagiaire|co-?op|werkstudent\w*)\b",
        PositionKind.VOLUNTEER:  # but a volunteer coordinator is paid
            r"(?<!manager of )(?<!coordinator of )(?<!director of )\bvolunteer\w*\b(?! of america)"
            r"(?!(?:[ &/-]+(?!(?:in|at|for|with|as)\b)\w+){0,2}[ &/-]+(?:co-?ordinat|manage|"
            r"director|recruit|specialist|services|relations))|\b(?:pro bono|unpaid)\b",
        PositionKind.MILITARY:
            r"\b(?:U\.?S\.? )?(?:(?<!salvation )army|(?<!old )navy(?! federal)|air force|"
            r"marine corps|national guard|coast guard|bundeswehr|armed forces|defen[cs]e forces|"
            r"I\.?D\.?F\.?)\b|"
            r"\b(?:sergeant|corporal|lieutenant|petty officer|infantry\w*|platoon)\b",
        PositionKind.FREELANCE:
            r"\b(?:freelanc\w+|self[- ]employed|independent (?:consultant|contractor)|"
            r"freiberuf\w+|contractor)\b",
    }.items()
}  # fmt: skip


def details_of(resume: Resume, skills: Mapping[str, Skill], find: Find, *, today: date) -> Details:
    """The details of a resume; ``find`` gives the skill mentions of a text, ``skills`` are those
    of the same taxonomy, ``today`` is the day to which current jobs last."""
    certified, spoken, published = (list(_lines(resume, kind)) for kind in _READ)
    known = partial(_known, skills=skills, find=find)
    return Details(
        positions=tuple(_detail(resume, position) for position in resume.positions),
        gaps=gaps_of(resume.positions, Month(today.year, today.month)),
        volunteering=tuple(_volunteering(resume, today)),
        certificates=tuple(_certificates(certified, resume, known, today)),
        languages=tuple(_languages(resume, spoken, skills, find)),
        publications=tuple(line.text.strip(_BULLETS) for line in published),
    )


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
    if _MOTHER_TONGUE.match(heading) and len(found[0].text) > len(heading) + 1:
        return found  # what the label says is said of the language behind it
    first = found[0]
    rest = first.text.removeprefix(heading).lstrip(" :\t")
    return [TextLine(rest, first.end - len(rest), first.end), *found[1:]] if rest else found[1:]


# ---------------------------------------------------------------- positions


def _detail(resume: Resume, position: Position) -> PositionDetail:
    header = resume.document.text[slice(*position.header)]
    named = f"{position.title}\n{position.company}"
    kind = next((kind for kind, words in _KINDS.items() if words.search(named)), PositionKind.JOB)
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
            gaps.append(Gap(Month.at(first), Month.at(last), last - first + 1))
        reached = end if reached is None else max(reached, end)
    return tuple(gaps)


def _volunteering(resume: Resume, today: date) -> Iterator[Position]:
    for section in resume.sections:
        if section.kind is SectionKind.VOLUNTEER:
            lines = _body(resume.document.text, section)
            yield from find_positions(lines, section.end, today=today)


# ---------------------------------------------------------------- certificates


def _certificates(
    lines: Sequence[TextLine], resume: Resume, known: Known, today: date
) -> Iterator[Certificate]:
    """Those under their own heading, as they are written; elsewhere those that the taxonomy
    knows."""
    seen: set[tuple[str, Month | None]] = set()
    ids: set[str] = set()
    headed = partial(known, context=_CONTEXT)
    for text in _entries(lines, headed, today):
        mentions = headed(text)
        for start, end in _parts(text, mentions, today):
            mention = next((one for one in mentions if start <= one.start < end), None)
            skill_id = mention.skill_id if mention else None
            issued, expires, name = _dated(text[start:end], today)
            again = (
                skill_id in ids
                and mention is not None
                and name == text[mention.start : mention.end]
            )
            if again or (name.casefold(), issued) in seen or not _named(name):
                continue
            seen.add((name.casefold(), issued))
            ids.add(skill_id or "")
            yield Certificate(name, skill_id, issued, expires)
    elsewhere = (line for line in resume.lines if line.section is not SectionKind.CERTIFICATIONS)
    for line in elsewhere:
        for mention in known(line.text):
            if mention.skill_id not in ids and mention.claimed:
                ids.add(mention.skill_id)
                name = line.text[mention.start : mention.end]
                yield Certificate(name, mention.skill_id, None, None)


def _known(text: str, skills: Mapping[str, Skill], find: Find, context: str = "") -> list[Mention]:
    """The certificates that the taxonomy knows, in text order; ``context`` stands before."""
    found = (each for each in find(context + text) if skills[each.skill_id].category in _KNOWN)
    by = len(context)
    return [replace(each, start=max(each.start - by, 0), end=each.end - by) for each in found]


def _named(text: str) -> bool:
    return len(_LETTER.findall(text)) >= 2


def _entries(lines: Iterable[TextLine], known: Known, today: date) -> Iterator[str]:
    """The lines without their bullets, those joined that a narrow column wrapped."""
    entry = ""
    for line in lines:
        if entry and _goes_on(entry, line.text, known, today):
            entry = f"{entry} {line.text}"
            continue
        yield entry.strip(_BULLETS)
        entry = line.text
    yield entry.strip(_BULLETS)


def _goes_on(entry: str, line: str, known: Known, today: date) -> bool:
    """Whether a line continues an entry: a known certificate stands across the break, or the entry
    lacks a date and either text shows that more belongs to it."""
    if line[0] in _BULLETS:
        return False
    if any(one.start < len(entry) < one.end for one in known(f"{entry} {line}")):
        return True
    issued, expires, _ = _dated(entry, today)
    if issued or expires or any(one.start == 0 for one in known(line)):
        return False
    only_date = not _named(_dated(line, today)[2])
    return only_date or entry[0] in _BULLETS or line[0].islower() or bool(_HANGING.search(entry))


def _parts(text: str, known: Sequence[Mention], today: date) -> Iterator[tuple[int, int]]:
    """Offsets of the certificates of one entry: at semicolons, and at commas outside brackets
    where each piece names a known one or each has its own date."""
    for separator in (_SEMICOLON, _COMMA):
        pieces: list[tuple[int, int]] = []
        at = 0
        for end, following in (*(cut.span() for cut in separator.finditer(text)), (len(text), 0)):
            if pieces and not _named(_dated(text[at:end], today)[2]):
                pieces[-1] = (pieces[-1][0], end)  # "PMP, 2020" is one piece
            else:
                pieces.append((at, end))
            at = following
        named = all(any(start <= one.start < end for one in known) for start, end in pieces)
        dated = all(any(_dated(text[start:end], today)[:2]) for start, end in pieces)
        if len(pieces) > 1 and (separator is _SEMICOLON or named or dated):
            yield from pieces
            return
    yield 0, len(text)


def _dated(text: str, today: date) -> tuple[Month | None, Month | None, str]:
    """When it was issued and when it expires, and the text without these dates. A date after
    today is one of expiry."""
    issued = expires = None
    cuts: list[tuple[int, int]] = []
    for found in _dates(text, today):
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


def _dates(text: str, today: date) -> Iterator[DateRange]:
    """The dates without the years of a name: 2013 in "ISO 27001:2013", and of several dates before
    the one of expiry a bare year that neither ends them nor stands in brackets."""
    found = find_ranges(text, today=date(today.year + 30, 12, 31))  # an expiry lies ahead
    dates = [each for each in found if not _VERSION.match(text, max(each.span[0] - 2, 0))]
    until = _EXPIRES.search(text)
    ahead = [each.span[0] for each in dates if _after(each, today)]
    stop = min([*ahead, until.start() if until is not None else len(text)])
    several = sum(each.span[0] < stop for each in dates) > 1
    for each in dates:
        start, end = each.span
        doubtful = several and start < stop and text[start:end].isdigit() and text[start - 1] != "("
        if not (doubtful and any(map(str.isalnum, text[end:stop]))):
            yield each


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
    for text, below in zip_longest(texts, texts[1:], fillvalue=""):
        named = [one for one in find(text) if skills[one.skill_id].category == CATEGORY]
        if headed:  # elsewhere Frans and Russo are people, and German may be a nationality
            foreign = [one for one in foreign_names(text, named) if one.skill_id in skills]
            named = sorted([*named, *foreign], key=lambda one: one.start)
        found = said_levels(text, named)
        if len(found) == 1 and not found[0][2] and _ABILITIES.match(below):
            found = [(found[0][0], *level_of(below))]
        if not headed and len(found) < 2 and not any(said for _, _, said in found):
            continue
        for mention, level, said in found:
            if mention.skill_id not in seen and mention.skill_id != MANY:
                seen.add(mention.skill_id)
                yield SpokenLanguage(skills[mention.skill_id].label, level, said)
