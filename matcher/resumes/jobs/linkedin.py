"""Jobs of a profile saved from LinkedIn: employer, title and dates in lines of their own."""

from __future__ import annotations

import re

from matcher.resumes.dates import months_in
from matcher.resumes.jobs.header_lines import is_head_of, label_kind
from matcher.resumes.jobs.pieces import Entry, Piece
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.places import looks_like_place
from matcher.resumes.sections import TextLine

_PAGE = re.compile(r"page \d{1,2} of \d{1,2}", re.IGNORECASE)
_AREA = re.compile(r"Greater [A-Z].{2,40}|[A-Z].{2,40} (?:Metropolitan )?Area")
_ROUNDED = 1  # month by which the lengths of titles miss that of their group


def read_profile(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Fill the entries of a profile saved from LinkedIn; False, and nothing done, for others.

    There the employer stands over the title, the title over the dates, and behind the dates how
    long it was. Under an employer with several titles stands how long they were together, and the
    titles follow, newest first.
    """
    jobs = [entry for entry in entries if _closing_length(entry, lines) is not None]
    others = len(entries) - len(jobs)  # a year in what was done
    if not jobs or others * 3 > len(jobs) or sum(e.dates.ranged for e in entries) > len(jobs):
        return False
    rows = [number for number, line in enumerate(lines) if not _PAGE.fullmatch(line.text)]
    row_of = {number: row for row, number in enumerate(rows)}
    if row_of[jobs[0].anchor] < len(("employer", "title")):
        return False
    heads = [
        [lines[number].text for number in rows[row_of[job.anchor] - 2 : row_of[job.anchor]]]
        for job in jobs
    ]
    if any(label_kind(text) for head in heads for text in head):
        return False
    titled = sum(title_likeness(below) >= 2 for _, below in heads)
    turned = sum(title_likeness(above) > title_likeness(below) for above, below in heads)
    if not titled or turned >= titled:
        return False
    employer: Piece | None = None
    begin: int | None = None  # the month in which the first title of an open group began
    grouped = False  # whether the employer before had several titles
    reached = -1
    for job in jobs:
        above = [number for number in rows[: row_of[job.anchor]][-3:] if number > reached]
        total = months_in(lines[above[-2]].text) if len(above) > 2 else None
        start = job.dates.start.index if job.dates.start else 0
        head = above[-1:]
        if total is not None:
            begin = start + (_closing_length(job, lines) or 0) - total
            head = above[-3:]
        elif len(above) > 1 and begin is None and (not grouped or is_head_of(lines, above[-2])):
            head = above[-2:]
        if len(head) > 1:
            employer, grouped = _whole(lines[head[0]]), total is not None
        if begin is not None and start <= begin + _ROUNDED:
            begin = None
        job.company = employer
        job.title = _whole(lines[head[-1]]) if head else None
        job.lines = [*head, job.anchor]
        below = row_of[job.anchor] + 1
        if below < len(rows) and _is_profile_place(lines[rows[below]].text):
            job.lines.append(rows[below])
        reached = job.lines[-1]
        job.end = lines[reached].end
    entries[:] = jobs
    return True


def _closing_length(entry: Entry, lines: list[TextLine]) -> int | None:
    """The months written behind dates that stand alone in their line: "(3 years 4 months)"."""
    text = lines[entry.anchor].text
    first, last = entry.cuts.get(entry.anchor, (0, 0))
    behind = text[last:].strip(" ·")
    if first or not entry.dates.ranged or not behind.startswith(("(", *"0123456789")):
        return None
    return months_in(behind)


def _whole(line: TextLine) -> Piece:
    return Piece(line.text, line.start)


def _is_profile_place(text: str) -> bool:
    return looks_like_place(text) or _AREA.fullmatch(text) is not None
