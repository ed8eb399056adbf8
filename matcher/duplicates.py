"""The same person sent twice: one file, two formats of one resume, or two versions of it.

Two resumes are taken for one person's when their files are equal, when they share an e-mail
address, or a full name and the start of a job, or, where the names are taken out, three jobs or
more with title and months. Only shown, for a person to look at: nobody is left out, and no fit
changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from matcher.records import Resume

_JOBS = 3  # with title and start, that nobody else shares in the same months


def same_people(resumes: Sequence[Resume]) -> dict[str, tuple[str, ...]]:
    """For each document id the other ids that seem to be the same person's, sorted, and the id
    itself where two files have it; ids without any are left out. The order of the resumes does not
    matter."""
    owners: dict[object, set[str]] = {}
    for resume in resumes:
        for key in _keys(resume):
            owners.setdefault(key, set()).add(resume.document.id)
    found: dict[str, set[str]] = {}
    for ids in owners.values():
        for each in ids:
            found.setdefault(each, set()).update(ids - {each})
    for each, count in Counter(resume.document.id for resume in resumes).items():
        if count > 1:
            found.setdefault(each, set()).add(each)
    return {each: tuple(sorted(others)) for each, others in found.items() if others}


def _keys(resume: Resume) -> Iterator[object]:
    contact = resume.contact
    if contact.email:
        yield "email", contact.email.casefold()
    starts = sorted(str(position.start) for position in resume.positions if position.start)
    name = " ".join(contact.name.casefold().split())
    if " " in name:
        for start in starts:
            yield "name", name, start
    jobs = sorted(
        {
            (" ".join(position.title.casefold().split()), str(position.start), str(position.end))
            for position in resume.positions
            if position.title and position.start
        }
    )
    if len(jobs) >= _JOBS:
        yield "jobs", *jobs
