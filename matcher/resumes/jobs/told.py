"""Jobs told in a sentence: "Worked as Developer at Acme from Jan 2018 to Mar 2021"."""

from __future__ import annotations

import re

from matcher.resumes.dates import DateRange
from matcher.resumes.jobs.pieces import Entry, Piece, split_header
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.text_lines import TextLine

_TITLE = r"(?:an? |the )?(?P<{}>[A-Z][^,;:]{{1,60}}?)"
_COMPANY = r"(?:M/[sS]\.? ?)?(?P<{}>[A-Z0-9][^;:]{{1,80}}?)"
_TOLD = re.compile(
    r"(?:• )?(?:I (?:am|was|have|have been) )?(?:(?:[Cc]urrently|[Pp]resently|[Pp]reviously|[Nn]ow)"
    r" )?"
    r"(?:[Ww]ork(?:ing|ed)|[Ee]mployed|[Ss]erv(?:ing|ed)|[Aa]ssociated|[Ee]ngaged) (?:"
    rf"as {_TITLE.format('title')} (?:at|with|in|for) {_COMPANY.format('company')}"
    rf"|(?:at|with|in|for) {_COMPANY.format('employer')},? as {_TITLE.format('post')})"
    r"[ ,]*(?:\b(?:from|since|during|between|for the period(?: of)?|in) ?)?\W*"
)
# "Completed a two-month internship on Data Science at Acme (Dec 2024 - Jan 2025)"
_TRAINED = re.compile(
    r"(?:• )?(?:I )?(?:[Hh]a(?:ve|s) )?"
    r"(?:[Cc]ompleted|[Uu]nderwent|[Uu]ndergone|[Dd]id|[Pp]ursued|[Aa]ttended) "
    r"(?:an? |the |my )?(?:\w+[- ](?:months?|weeks?|days?)['’]?s? )?"
    r"(?P<title>(?:[\w-]+ ){0,3}(?:[Ii]nternship|[Tt]raining|[Aa]pprenticeship)(?: program(?:me)?)?"
    r"(?: (?:on|in) [^,;:]{2,50}?)?) "
    rf"(?:at|with|from|in) {_COMPANY.format('company')}"
    r"[ ,]*(?:\b(?:from|since|during|between|for the period(?: of)?|in) ?)?\W*"
)
_MAX_BEHIND = 2  # words behind the dates


def told_job(text: str, dates: DateRange) -> re.Match[str] | None:
    """The sentence before the dates with which it ends, if it tells of a job."""
    before = text[: dates.span[0]]
    if len(text[dates.span[1] :].split()) > _MAX_BEHIND:
        return None
    if trained := _TRAINED.fullmatch(before):
        return trained
    found = _TOLD.fullmatch(before)
    return found if found and title_likeness(found["title"] or found["post"]) >= 2 else None


def take_told(entry: Entry, lines: list[TextLine]) -> None:
    """Read title and employer of a job that a sentence tells."""
    line = lines[entry.anchor]
    found = told_job(line.text, entry.dates)
    if found is None:
        return
    title, company = ("title", "company") if found["title"] else ("post", "employer")
    names = split_header(found[company], line.start + found.start(company))
    entry.lines = [entry.anchor]
    entry.pieces = [Piece(found[title], line.start + found.start(title), "title")]
    entry.pieces += [Piece(name.text, name.start, "company") for name in names[:1]]
    entry.end = line.end
