"""Jobs of a profile saved from LinkedIn: employer, title and dates in lines of their own."""

from __future__ import annotations

import re

from matcher.resumes.dates import months_in
from matcher.resumes.jobs.header_lines import is_head_of, label_kind
from matcher.resumes.jobs.pieces import Entry, Piece
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.places import looks_like_place
from matcher.resumes.text_lines import TextLine

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
    profile = _Profile(lines)
    if not profile.has_titles_over(jobs):
        return False
    for job in jobs:
        profile.read_job(job)
    entries[:] = jobs
    return True


class _Profile:
    """The lines of a profile, and how far its jobs are read."""

    def __init__(self, lines: list[TextLine]) -> None:
        self.lines = lines
        self.rows = [number for number, line in enumerate(lines) if not _PAGE.fullmatch(line.text)]
        self.row_of = {number: row for row, number in enumerate(self.rows)}
        self.employer: Piece | None = None
        self.grouped = False  # whether that employer has several titles
        self.begin: int | None = None  # the month in which the first title of an open group began
        self.reached = -1  # the last line of the job before

    def has_titles_over(self, jobs: list[Entry]) -> bool:
        """Whether the two lines over the dates are an employer and a title, no form's fields."""
        if self.row_of[jobs[0].anchor] < len(("employer", "title")):
            return False
        heads = [[self.lines[at].text for at in self._over(job)[-2:]] for job in jobs]
        if any(label_kind(text) for head in heads for text in head):
            return False
        titled = sum(title_likeness(below) >= 2 for _, below in heads)
        turned = sum(title_likeness(above) > title_likeness(below) for above, below in heads)
        return turned < titled

    def read_job(self, job: Entry) -> None:
        """Set title, employer and lines of the next job."""
        head = self._head_of(job)
        job.company = self.employer
        job.title = _whole(self.lines[head[-1]]) if head else None
        job.lines = [*head, job.anchor]
        below = self.rows[self.row_of[job.anchor] + 1 :][:1]
        job.lines += [at for at in below if _is_profile_place(self.lines[at].text)]
        self.reached = job.lines[-1]
        job.end = self.lines[self.reached].end

    def _head_of(self, job: Entry) -> list[int]:
        """The lines of employer and title over the dates; of the title alone inside a group."""
        above = [number for number in self._over(job) if number > self.reached]
        start = job.dates.start.index if job.dates.start else 0
        total = months_in(self.lines[above[-2]].text) if len(above) > 2 else None
        if total is not None:
            head = above
            self.begin = start + (_closing_length(job, self.lines) or 0) - total
        elif self.begin is None and self._names_employer(above):
            head = above[-2:]
        else:
            head = above[-1:]
        if len(head) > 1:
            self.employer, self.grouped = _whole(self.lines[head[0]]), total is not None
        if self.begin is not None and start <= self.begin + _ROUNDED:
            self.begin = None
        return head

    def _names_employer(self, above: list[int]) -> bool:
        """Whether an employer stands over the title; behind a group it has to look like one."""
        return len(above) > 1 and (not self.grouped or is_head_of(self.lines, above[-2]))

    def _over(self, job: Entry) -> list[int]:
        """The three lines over the dates."""
        row = self.row_of[job.anchor]
        return self.rows[max(0, row - 3) : row]


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
