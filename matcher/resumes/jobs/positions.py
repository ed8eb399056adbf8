"""Jobs of a work history: title, employer and months, read from the lines that carry dates."""

from __future__ import annotations

import re
from datetime import date

from matcher.records import Position
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.degrees import find_degree
from matcher.resumes.jobs.dated_lines import dated_entries
from matcher.resumes.jobs.employers import inherit_company, merge_bare
from matcher.resumes.jobs.extent import spread
from matcher.resumes.jobs.forms import rows_of_tables, take_fields_below, take_forms, take_row
from matcher.resumes.jobs.linkedin import read_profile
from matcher.resumes.jobs.naming import assign, settle_unknown
from matcher.resumes.jobs.pieces import Entry, Piece
from matcher.resumes.jobs.promotions import part_promotions, with_promotions
from matcher.resumes.jobs.running import run_on
from matcher.resumes.jobs.told import take_told
from matcher.resumes.jobs.undated import undated_entries, with_undated
from matcher.resumes.jobwords import SURE, title_likeness
from matcher.resumes.text_lines import TextLine

# What somebody is in a club or a committee; it is no job.
_MEMBER = re.compile(
    r"(?:[\w-]+ ){0,2}(?:(?<!team )(?<!staff )(?<!crew )(?<!faculty )members?|volunteers?|student"
    r"|student (?:at|of|in|\().*)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:stay[- ]at[- ]home|full[- ]time (?:parent|mother|mom|father|dad|caregiver)|career break|"
    r"sabbatical|(?:maternity|paternity|parental|family|medical) leave|gap year|"
    r"elternzeit|mutterschutz|congé parental)\b"
    r"(?!\W*(?:cover|replacement|substitute|specialist|coordinator|administrator|manager|analyst))",
    re.IGNORECASE,
)
_COURSE = re.compile(r"\b(?:bootcamp|boot camp|course|summer school|certificate)\b", re.IGNORECASE)
# An exam of a maker or a board, "CFE (Certified Fraud Examiner)"; "Certified Nurse" is a job.
_CERTIFICATE = re.compile(r"(?!Board |State )[\w+.&-]+ \(?Certified\b")


def find_positions(
    lines: list[TextLine], end: int, *, today: date, strict: bool = False
) -> list[Position]:
    """Positions in the lines of one section (without its heading), in text order.

    ``end`` is the offset where the section ends. ``strict`` asks for a job title or a mark of an
    employer beside the dates: for text that stands under no heading of a work history.
    Lines without any date still give positions when they are clearly job titles and no line of
    the section has dates.
    """
    lines, further = part_promotions(lines, today=today)
    entries = _dated_jobs(lines, further, today)
    if strict:
        entries = [entry for entry in entries if _is_surely_job(entry, lines)]
    if entries:
        inherit_company(entries)
    elif not strict:
        entries = undated_entries(lines)
    return _positions(with_promotions(entries, today=today), lines, end)


def _dated_jobs(lines: list[TextLine], further: set[int], today: date) -> list[Entry]:
    """The jobs with dates, and those beside them that have none. ``further`` are lines whose
    employer stands in the line before."""
    rows = rows_of_tables(lines)
    entries = dated_entries(lines, rows, today=today)
    for entry in entries:
        entry.further = entry.anchor in further
    if not read_profile(entries, lines):
        spread(entries, lines)
        for entry in entries:
            if entry.anchor in rows:
                take_row(entry, lines, rows[entry.anchor])
        take_forms(entries, lines)
        take_fields_below(entries, lines)
        for entry in entries:
            take_told(entry, lines)
            assign(entry, lines)
        settle_unknown(entries)
        run_on(entries, lines)
    jobs = [
        entry
        for entry in merge_bare(entries, lines)
        if not (_is_certificate(entry) or _is_study(entry) or _is_break(entry, lines))
    ]
    return with_undated(jobs, lines)


def _is_surely_job(entry: Entry, lines: list[TextLine]) -> bool:
    return (
        entry.title is not None
        and title_likeness(entry.title.text) >= 2
        and not _MEMBER.fullmatch(entry.title.text)
        and find_degree(lines[entry.anchor].text) is None
    )


def _is_study(entry: Entry) -> bool:
    """Whether a title is what was studied, as below a lost heading: "Master's degree in Physics",
    "Data Science Bootcamp"; "Bachelor thesis student" is a post."""
    title = entry.title.text if entry.title else ""
    if not title or title_likeness(title) == SURE:
        return False
    degree = find_degree(title)
    return (degree is not None and not degree.start) or _COURSE.search(title) is not None


def _is_certificate(entry: Entry) -> bool:
    """Whether a dated title is an exam: "Acme Certified Network Associate, 2019"."""
    named = entry.title or entry.company
    if named is None or entry.dates.ranged:
        return False
    return _CERTIFICATE.match(named.text) is not None


def find_breaks(lines: list[TextLine], *, today: date) -> list[DateRange]:
    """The months that a line says to be without a job, "Career break, 2019 - 2021", with the dates
    in it or in one beside it."""
    found = []
    for at, line in enumerate(lines):
        if _BREAK.match(line.text.lstrip("•-– ")) is None:
            continue
        beside = (line, *lines[at + 1 : at + 2], *lines[max(0, at - 1) : at])
        dated = (find_ranges(each.text, today=today) for each in beside)
        ranged = ([one for one in ranges if one.ranged and one.start] for ranges in dated)
        found += next(filter(None, ranged), [])[:1]
    return found


def _is_break(entry: Entry, lines: list[TextLine]) -> bool:
    """Whether the header tells of months without a job: "Stay at Home Parent", "Career break"."""
    named = entry.title or entry.company
    texts = [lines[number].text for number in entry.lines[:2]]
    if named is None and entry.lines[0]:  # "Position: (career break)" over its dates
        texts.append(lines[entry.lines[0] - 1].text.partition(":")[2].strip(" \t("))
    return any(map(_BREAK.match, [*texts, named.text] if named else texts))


def _begun(entries: list[Entry]) -> Entry | None:
    """The newest job when a month stands alone beside it ("March 2015") and none is current: it
    began then, and nobody says when it ended. Of another job such a month is all it lasted."""
    newest = max(entries, key=lambda entry: _first(entry.dates), default=None)
    if newest is None or newest.dates.ranged or any(entry.dates.current for entry in entries):
        return None
    start = newest.dates.start
    return newest if start is not None and start == newest.dates.end else None


def _first(dates: DateRange) -> int:
    return dates.start.index if dates.start else 0


def _positions(entries: list[Entry], lines: list[TextLine], end: int) -> list[Position]:
    begun = _begun(entries)
    starts = [lines[entry.lines[0]].start for entry in entries]
    ends = _ends(entries, lines, starts, end)
    return [
        Position(
            title=_name(entry.title),
            company=_name(entry.company),
            start=entry.dates.start,
            end=None if entry is begun else entry.dates.end,
            current=entry.dates.current,
            header=(start, entry.end),
            span=(start, after),
        )
        for entry, start, after in zip(entries, starts, ends, strict=True)
    ]


def _name(piece: Piece | None) -> str:
    """The text of a title or an employer; of a name in a lost alphabet only quotes are left."""
    return piece.text if piece and any(map(str.isalnum, piece.text)) else ""


def _ends(entries: list[Entry], lines: list[TextLine], starts: list[int], end: int) -> list[int]:
    """Where each job ends: a further one of a line with that line, so that what was done is told
    of the first of them, and the others where the next one begins."""
    ends: list[int] = []
    for entry, start in zip(reversed(entries), reversed(starts), strict=True):
        ends.append(lines[entry.anchor].end if entry.further else end)
        end = end if entry.further else start
    return ends[::-1]
