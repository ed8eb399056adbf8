"""Document → Resume: what a text says of a person's work, and where it says it.

Names and contact data are found here so that nothing after this stage can meet them: they are
in ``Resume.contact`` and in no ``Line``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from matcher.records import (
    Contact,
    Document,
    Education,
    Month,
    Position,
    Resume,
    Section,
    SectionKind,
)
from matcher.resumes.contact import (
    EMAIL,
    TITLE_PAGE,
    find_name,
    header_pieces,
    is_private,
    looks_like_name,
    read_contact,
)
from matcher.resumes.dates import find_ranges, union_months
from matcher.resumes.degrees import find_degree
from matcher.resumes.education import read_education
from matcher.resumes.jobs.employers import with_same_employers
from matcher.resumes.jobs.header_lines import ANONYMOUS, MAX_HEADER_CHARS
from matcher.resumes.jobs.narrated import narrated_jobs, sentences_of
from matcher.resumes.jobs.positions import find_positions
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.lines import read_lines
from matcher.resumes.sections import read_sections
from matcher.resumes.signs import judge
from matcher.resumes.telling import is_list, is_prose
from matcher.resumes.text_lines import TextLine

Part = tuple[Section, list[TextLine]]  # a section and its lines

_HEAD_KINDS = (SectionKind.HEADER, SectionKind.CONTACT)
# Where a degree is looked for when no part of the text is headed as education.
_UNHEADED = frozenset(
    {SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.OTHER, SectionKind.CONTACT}
)
# Where jobs are never looked for, not even when no work history is found.
_NO_JOBS = frozenset(
    {
        SectionKind.PROJECTS, SectionKind.VOLUNTEER, SectionKind.PUBLICATIONS, SectionKind.AWARDS,
        SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.CERTIFICATIONS,
    }
)  # fmt: skip

_RANGE = re.compile(
    r"(?:19|20)\d\d.{0,20}(?:(?:19|20)\d\d|[Pp]resent|[Cc]urrent|[Nn]ow)|^.{0,10}(?:19|20)\d\d$"
)
# Headings of a second column, which can fall between two jobs of the first and cut the work
# history off; whole jobs below them are read.
_COLUMNS = frozenset({SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.LANGUAGES})
_MAX_HEAD_LINES = 12  # among which the headline stands
_MAX_HEADLINE_WORDS = 10
_LEAST_NARRATED = 2  # jobs; an article may tell of one of its author
_MAX_BESIDE_NARRATED = 3  # jobs with headers, where more may be told in sentences
_MAX_COMPARED = 50  # jobs of the same months with which each is compared; nobody has more


def read_resume(document: Document, *, today: date) -> Resume:
    """Read a document as a resume.

    ``today`` is the day to which current jobs last and after which dates are ignored. A readable
    document that is no resume, or too little text for one, comes back with its status and
    message replaced and with no lines; a document that is not readable comes back empty.
    """
    if not document.status.readable:
        return _empty(document)
    text = document.text
    parts = read_sections(text)
    sections = tuple(section for section, _ in parts)
    positions = _positions(parts, today)
    if len(positions) <= _MAX_BESIDE_NARRATED:
        told, narrated = _narrated(parts, today)
        dated = sum(bool(position.start or position.end) for position in positions)
        if len(narrated) >= max(dated + 1, _LEAST_NARRATED):
            parts, positions = told, _beside_narrated(narrated, positions)
    education, degrees = _education(parts, positions, today)
    head = _head_lines(parts)
    contact = read_contact(text, find_name(head), "\n".join(line.text for line in head))
    resume = Resume(
        document=document,
        sections=sections,
        lines=tuple(read_lines(parts, positions, degrees, contact.name)),
        positions=tuple(positions),
        education=tuple(education),
        contact=contact,
        headline=_headline(head, positions, contact.name),
        years_experience=years_of(positions, today=today),
    )
    judged = judge(resume)
    return resume if judged is document else _empty(judged)


def titles(resume: Resume) -> tuple[str, ...]:
    """Job titles, newest first, then the headline; each once, whatever its capitals."""
    newest = sorted(
        (position for position in resume.positions if position.title),
        key=_recency,
        reverse=True,
    )
    seen: dict[str, str] = {}
    for title in (*(position.title for position in newest), resume.headline):
        if title:
            seen.setdefault(" ".join(title.casefold().split()), title)
    return tuple(seen.values())


def _recency(position: Position) -> tuple[bool, int, int]:
    last = position.end or position.start
    start = position.start
    return position.current, last.index if last else 0, start.index if start else 0


def years_of(positions: Iterable[Position], *, today: date) -> float | None:
    """Years covered by dated positions, overlaps counted once, with one decimal; None when no
    position has a start and an end."""
    now = Month(today.year, today.month)
    spans = [
        (position.start, now if position.current else position.end)
        for position in positions
        if position.start is not None
    ]
    closed = [(first.index, last.index) for first, last in spans if last and first <= last]
    return round(union_months(closed) / 12, 1) if closed else None


def _empty(document: Document) -> Resume:
    return Resume(document, (), (), (), (), Contact(), "", None)


def _body(part: Part) -> list[TextLine]:
    """Lines of a section without its heading; what stands behind it in its line is one."""
    section, lines = part
    if not section.heading:
        return lines
    first = lines[0]
    content = first.text[len(section.heading) :].lstrip(" :-–—")
    if not content or not first.text.startswith(section.heading):
        return lines[1:]
    return [TextLine(content, first.end - len(content), first.end), *lines[1:]]


def _positions(parts: Sequence[Part], today: date) -> list[Position]:
    """Jobs under the headings of work history; where those have no dates, jobs that are dated
    and named anywhere else. The first line of a text and its addresses name nobody's employer."""
    found = _jobs([part for part in parts if part[0].kind is SectionKind.EXPERIENCE], today)
    if any(position.start or position.end for position in found):
        elsewhere = _whole_jobs([part for part in parts if _may_hold_jobs(part)], today)
    else:
        others = [_without_person(part) for part in parts if part[0].kind not in _NO_JOBS]
        elsewhere = _jobs(others, today, strict=True)
    kept = [item for item in found if not _overlap(item, elsewhere)]
    if not kept and not elsewhere:
        # Some list nothing but projects, each with its employer, its months and a role.
        kept = _whole_jobs([part for part in parts if part[0].kind is SectionKind.PROJECTS], today)
    once = _each_once(_dated_from_lists([*kept, *elsewhere]))
    told = _told_best(once, [part[0].start for part in parts])
    return with_same_employers(sorted(told, key=lambda position: position.span))


def _jobs(parts: Iterable[Part], today: date, *, strict: bool = False) -> list[Position]:
    return [
        position
        for part in parts
        for position in find_positions(_body(part), part[0].end, today=today, strict=strict)
    ]


def _narrated(parts: Sequence[Part], today: date) -> tuple[list[Part], list[Position]]:
    """The jobs of a career that is told in sentences, and the parts with those in lines of their
    own."""
    told: list[Part] = []
    positions: list[Position] = []
    for part in parts:
        section, lines = part
        sentences = [sentence for line in lines for sentence in sentences_of(line)]
        found = narrated_jobs(sentences, section.end, today=today)
        told.append((section, sentences) if found else part)
        positions += found
    return told, positions


def _beside_narrated(narrated: list[Position], headed: Sequence[Position]) -> list[Position]:
    """The jobs that sentences tell, and those with a header that no such sentence is; each ends
    where the next begins."""
    others = [
        job
        for job in headed
        if _is_whole(job)
        and not any(
            job.header[0] < told.header[1] and told.header[0] < job.header[1] for told in narrated
        )
    ]
    jobs = sorted([*narrated, *others], key=lambda job: job.span)
    ends = [after.span[0] for after in jobs[1:]]
    return [
        replace(job, span=(job.span[0], min(job.span[1], end)))
        for job, end in zip(jobs, [*ends, jobs[-1].span[1]], strict=True)
    ]


def _without_person(part: Part) -> Part:
    section, lines = part
    if section.kind is not SectionKind.HEADER:
        return part
    return section, [
        line
        for line in lines
        if _RANGE.search(line.text) or (line.start > 0 and not EMAIL.search(line.text))
    ]


def _whole_jobs(parts: Iterable[Part], today: date) -> list[Position]:
    return [position for position in _jobs(parts, today, strict=True) if _is_whole(position)]


def _told_best(positions: Sequence[Position], starts: Sequence[int]) -> list[Position]:
    """The jobs without those of which another section tells more; sections begin at ``starts``."""
    rivals: dict[tuple[Month | None, Month | None], list[Position]] = {}
    for item in positions:
        rivals.setdefault((item.start, item.end), []).append(item)
    return [
        item
        for item in positions
        if not _is_told_better(item, rivals[item.start, item.end][:_MAX_COMPARED], starts)
    ]


def _is_told_better(position: Position, others: Sequence[Position], starts: Sequence[int]) -> bool:
    """Whether another section tells the same job with more: with a title or an employer that is
    missing here, or with the whole of a title that is cut short here. ``others`` have the same
    months."""
    if position.start is None or position.end is None or position.end == position.start:
        return False
    home = bisect_right(starts, position.span[0])
    return any(
        bisect_right(starts, other.span[0]) != home and _says_more(other, position)
        for other in others
    )


def _says_more(one: Position, other: Position) -> bool:
    """Whether a job of the same months has the title and the employer of another, and more."""
    titles = one.title.casefold(), other.title.casefold()
    employers = one.company.casefold(), other.company.casefold()
    if not (titles[0].startswith(titles[1]) and employers[0].startswith(employers[1])):
        return False
    return titles[0] != titles[1] or employers[0] != employers[1]


def _dated_from_lists(positions: Sequence[Position]) -> list[Position]:
    """The jobs, those told at length without dates with the months that a list gives to the same
    title and employer, which is told once."""
    dated: dict[tuple[str, str], list[int]] = {}
    for at, position in enumerate(positions):
        named = position.title and position.company and not ANONYMOUS.search(position.company)
        if named and position.start is not None:
            dated.setdefault(_named(position), []).append(at)
    dropped: set[int] = set()
    found: list[Position] = []
    for position in positions:
        listed = dated.get(_named(position), []) if position.start is None else []
        if len(listed) == 1 and _length(position) > _length(positions[listed[0]]):
            dates = positions[listed[0]]
            dropped.add(listed[0])
            position = replace(position, start=dates.start, end=dates.end, current=dates.current)
        found.append(position)
    return [position for at, position in enumerate(found) if at not in dropped]


def _named(position: Position) -> tuple[str, str]:
    return position.title.casefold(), position.company.casefold()


def _each_once(positions: Iterable[Position]) -> list[Position]:
    """Jobs that are told twice, in a short list and again at length, told at length only."""
    longest: dict[object, Position] = {}
    for position in positions:
        key: object = (*_named(position), position.start, position.end)
        if not position.title or position.start is None:
            key = position.span
        known = longest.get(key)
        if known is None or _length(position) > _length(known):
            longest[key] = position
    return list(longest.values())


def _length(position: Position) -> int:
    return position.span[1] - position.span[0]


def _may_hold_jobs(part: Part) -> bool:
    """Whether a line under the heading of another column begins with a range of dates."""
    return part[0].kind in _COLUMNS and any(
        _RANGE.search(line.text, 0, MAX_HEADER_CHARS) for line in part[1]
    )


def _is_whole(position: Position) -> bool:
    """Whether a job has a title, an employer and a range of dates."""
    start, end = position.start, position.end
    if not (position.title and position.company and start and (end or position.current)):
        return False
    # A single date, of a month or of a whole year, is that of an award or a course.
    one_date = end is not None and start.year == end.year and end.month - start.month in (0, 11)
    return not one_date


def _overlap(position: Position, others: Sequence[Position]) -> bool:
    """Whether a position shares text with another; ``others`` share none, and are in text order."""
    at = bisect_left(others, position.span[1], key=lambda other: other.span[0])
    return at > 0 and position.span[0] < others[at - 1].span[1]


def _education(
    parts: Sequence[Part], positions: Sequence[Position], today: date
) -> tuple[list[Education], dict[int, tuple[tuple[int, int], ...]]]:
    """Entries, and for each of their lines the offsets of degree and field in it."""
    entries: list[Education] = []
    degrees: dict[int, tuple[tuple[int, int], ...]] = {}
    headed = any(section.kind is SectionKind.EDUCATION for section, _ in parts)
    for part in parts:
        section, lines = part[0], _body(part)
        if section.kind is not SectionKind.EDUCATION:
            if headed or section.kind not in _UNHEADED:
                continue
            lines = [line for line in lines if _tells_degree(line, positions, today)]
        found, marked = read_education(lines, today=today)
        entries += found
        for mark in marked:
            degrees[_content_start(lines[mark.number])] = mark.kept
    return entries, degrees


def _content_start(line: TextLine) -> int:
    return line.start + (len(line.text) - len(line.text.lstrip("•·- ")))


def _tells_degree(line: TextLine, positions: Sequence[Position], today: date) -> bool:
    """Whether a line outside a section of education still is an entry of one."""
    if len(line.text.split()) > 16 or is_prose(line.text) or find_degree(line.text) is None:
        return False
    at = bisect_right(positions, line.start, key=lambda position: position.header[0])
    if at and line.start < positions[at - 1].header[1]:
        return False
    return bool(find_ranges(line.text, today=today)) or "," in line.text or "\t" in line.text


# ---------------------------------------------------------------- header


def _head_lines(parts: Sequence[Part]) -> list[TextLine]:
    """Lines of the header and then of the contact sections."""
    return [
        line
        for kind in _HEAD_KINDS
        for part in parts
        if part[0].kind is kind
        for line in _body(part)
    ]


def _headline(head: Sequence[TextLine], positions: Sequence[Position], name: str) -> str:
    """The job title over the resume: the first piece of the header that is one."""
    for line in head[:_MAX_HEAD_LINES]:
        if any(item.span[0] <= line.start < item.span[1] for item in positions):
            break
        if TITLE_PAGE.match(line.text) or is_prose(line.text):
            continue
        if is_list(line.text) and line.text.count(",") > 2:
            continue
        title = next((text for text in _public_pieces(line) if _is_headline(text, name)), "")
        if title:
            return title
    return ""


def _public_pieces(line: TextLine) -> Iterator[str]:
    """The pieces of a line without contact data; after a label stands nothing else."""
    for piece in header_pieces(line):
        if not is_private(piece.text):
            yield piece.text
        elif ":" in piece.text:
            return


def _is_headline(text: str, name: str) -> bool:
    short = len(text.split()) <= _MAX_HEADLINE_WORDS
    return short and title_likeness(text) >= 2 and not _is_name(text, name)


def _is_name(text: str, name: str) -> bool:
    return text.casefold() == name.casefold() or looks_like_name(text)
