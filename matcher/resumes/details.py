"""Resume → Details: languages, publications, unpaid work, gaps, and the certificates.

Read only when somebody looks (``matcher parse``, the page), so that matching pays nothing for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from matcher.languages import CATEGORY, MANY, Said, level_of, names_alone, said_levels
from matcher.records import (
    Details,
    Education,
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
from matcher.resumes.certificates import certificates_of
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.degrees import find_degree
from matcher.resumes.jobs.positions import find_breaks, find_positions
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.text_lines import TextLine, split_lines

Find = Callable[[str], tuple[Mention, ...]]

_LEAST_GAP = 3  # months; shorter ones are holidays and notice periods
_YEARS_OF_STUDY = (0, 4, 2, 4, 2, 5)  # up to a degree, by Education.level
_READ = (SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES, SectionKind.PUBLICATIONS)
_BULLETS = "•·*–—- \t"
# Under a language, in the new form of Europass: "LISTENING C1 READING C1 WRITING B2".
_ABILITIES = re.compile(r"listening [ABC][12]\b", re.IGNORECASE)
_MAX_LEVEL_WORDS = 5  # of a line that is a level and nothing else
# Headings of what is no degree.
_COURSES = re.compile(
    r"^(?!.*\b(?:education|academic|school|degree|universit|qualification|relevant))"
    r".*\b(?:trainings?|courses?|development|weiterbildung|fortbildung|formations|cursos)"
)
_CLAUSES = re.compile(r"[,;|•·\t/]|\s(?:and|und|&)\s")
_NAME_AND_LEVEL = re.compile(r"(?P<name>[A-Z][^\W\d_]{2,20})(?:\s?[-–—:(]\s?(?P<said>.{1,40}))?")
_WORD = re.compile(r"[^\W\d_]+")
_NO_LANGUAGE = frozenset(
    """reading writing speaking listening understanding spoken written oral verbal comprehension
    conversation level levels languages language interaction production also""".split()
)
_MOTHER_TONGUE = re.compile(r"mother tongue", re.IGNORECASE)

_KINDS = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        PositionKind.INTERNSHIP:
            r"\b(?:intern(?:ship)?|trainee|praktik\w*|stagiaire|co-?op|werkstudent\w*"
            r"|working student)\b",
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
    certified += _courses(resume, today)
    return Details(
        positions=tuple(_detail(resume, position) for position in resume.positions),
        gaps=gaps_of(
            resume.positions,
            resume.education,
            find_breaks(split_lines(resume.document.text), today=today),
            Month(today.year, today.month),
        ),
        volunteering=tuple(_volunteering(resume, today)),
        certificates=tuple(certificates_of(certified, resume, skills, find, today=today)),
        languages=tuple(_languages(resume, spoken, skills, find)),
        publications=tuple(line.text.strip(_BULLETS) for line in published),
    )


def _lines(resume: Resume, kind: SectionKind) -> Iterator[TextLine]:
    """The lines of the sections of a kind, without their headings."""
    for section in resume.sections:
        if section.kind is kind:
            yield from _body(resume.document.text, section)


def _courses(resume: Resume, today: date) -> Iterator[TextLine]:
    """The dated lines under headings of trainings and courses that name no degree."""
    for section in resume.sections:
        heading = section.heading.casefold()
        if section.kind is not SectionKind.EDUCATION or not _COURSES.search(heading):
            continue
        for line in _body(resume.document.text, section):
            if find_ranges(line.text, today=today) and find_degree(line.text) is None:
                yield line


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
    if _MOTHER_TONGUE.match(heading) and len(found) > 1:  # ... or below it
        text = f"{first.text.rstrip(' :')}: {found[1].text}"
        return [TextLine(text, first.start, found[1].end), *found[2:]]
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


def gaps_of(
    positions: Iterable[Position],
    education: Iterable[Education],
    breaks: Iterable[DateRange],
    now: Month,
) -> tuple[Gap, ...]:
    """Three months or more between one dated position and the next, oldest first; without those in
    which a degree was studied for, by its year and by how long such studies last, and without the
    ``breaks`` that the resume tells."""
    months = [(each.start, each.end, each.current) for each in positions]
    months += [(each.start, each.end, each.current) for each in breaks]
    spans = sorted(
        (start.index, (now if current else end or start).index)
        for start, end, current in months
        if start is not None
    )
    studies = [
        (Month(entry.year - _YEARS_OF_STUDY[entry.level], 1).index, Month(entry.year, 12).index)
        for entry in education
        if entry.year and entry.level
    ]
    gaps = []
    reached: int | None = None
    for start, end in spans:
        if reached is not None and start - reached - 1 >= _LEAST_GAP:
            first, last = reached + 1, start - 1
            if not any(begun <= first and last <= ended for begun, ended in studies):
                gaps.append(Gap(Month.at(first), Month.at(last), last - first + 1))
        reached = end if reached is None else max(reached, end)
    return tuple(gaps)


def _volunteering(resume: Resume, today: date) -> Iterator[Position]:
    for section in resume.sections:
        if section.kind is SectionKind.VOLUNTEER:
            lines = _body(resume.document.text, section)
            yield from find_positions(lines, section.end, today=today)


# ---------------------------------------------------------------- languages


def _languages(
    resume: Resume, headed: Sequence[TextLine], skills: Mapping[str, Skill], find: Find
) -> Iterator[SpokenLanguage]:
    """Each language once, with the first level that is said of it: under their heading, else in
    a line that names two of them or one with its level."""
    if headed:
        yield from _headed_languages([line.text for line in headed], skills, find)
        return
    known = ((line.text, _known_in(line.text, skills, find)) for line in resume.lines)
    levels = (said_levels(text, named) for text, named in known)
    told = (found for found in levels if len(found) > 1 or any(said for _, _, said in found))
    yield from _each_once(told, skills)


def _headed_languages(
    texts: Sequence[str], skills: Mapping[str, Skill], find: Find
) -> Iterator[SpokenLanguage]:
    """The languages under their heading: those that the taxonomy knows, then the others."""
    labels = {
        each.label.casefold(): each.id for each in skills.values() if each.category == CATEGORY
    }
    all_named = []
    for text in texts:
        named = _known_in(text, skills, find)
        # Elsewhere Frans and Russo are people, and German may be a nationality.
        alone = [one for one in names_alone(text, named, labels) if one.skill_id in skills]
        all_named.append(sorted([*named, *alone], key=lambda one: one.start))
    below = [*texts[1:], ""]
    for at, named in enumerate(all_named[1:]):
        if any(one.skill_id != MANY for one in named):
            below[at] = ""  # which is told of other languages
    yield from _each_once(map(_levels, texts, all_named, below), skills)
    for text, named in zip(texts, all_named, strict=True):
        yield from _unlisted(text, named, find)


def _levels(text: str, named: Sequence[Mention], below: str) -> list[Said]:
    """The languages of a line with their levels, which the line below may say."""
    found = said_levels(text, named)
    if any(said for _, _, said in found):
        return found
    return _with_levels_below(found, text, below)


def _known_in(text: str, skills: Mapping[str, Skill], find: Find) -> list[Mention]:
    return [one for one in find(text) if skills[one.skill_id].category == CATEGORY]


def _each_once(
    told: Iterable[Sequence[Said]], skills: Mapping[str, Skill]
) -> Iterator[SpokenLanguage]:
    """The first of each language."""
    seen = {MANY}
    for mention, level, said in chain.from_iterable(told):
        if mention.skill_id not in seen:
            seen.add(mention.skill_id)
            yield SpokenLanguage(skills[mention.skill_id].label, level, said)


def _unlisted(text: str, named: Sequence[Mention], find: Find) -> Iterator[SpokenLanguage]:
    """The languages of a line that the taxonomy does not know: single names with a level
    ("Bemba: native"), or beside those that are ``named`` and known."""
    known = {word.casefold() for one in named for word in _WORD.findall(text[one.start : one.end])}
    for clause in _CLAUSES.split(text):
        found = _NAME_AND_LEVEL.fullmatch(clause.strip(_BULLETS))
        if found is None or find(clause) or found["name"].casefold() in _NO_LANGUAGE | known:
            continue
        level, said = level_of(found["said"] or "")
        if not level_of(found["name"])[1] and (said or (named and not found["said"])):
            yield SpokenLanguage(found["name"], level, said)


def _with_levels_below(found: list[Said], text: str, below: str) -> list[Said]:
    """The languages of a line, cell by cell, with the levels that the line below has in as many
    cells: "English" over "Native speaker"."""
    if len(found) == 1 and _ABILITIES.match(below):
        return [(found[0][0], *level_of(below))]
    cells = below.split("\t")
    said = [level_of(cell) for cell in cells]
    short = all(len(cell.split()) <= _MAX_LEVEL_WORDS for cell in cells)
    places = [text.count("\t", 0, mention.start) for mention, _, _ in found]
    one_each = len(set(places)) == len(found) and len(cells) == text.count("\t") + 1
    if not (one_each and short and all(words for _, words in said)):
        return found
    return [(mention, *said[place]) for (mention, _, _), place in zip(found, places, strict=True)]
