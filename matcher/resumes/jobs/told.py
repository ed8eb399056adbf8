"""Jobs told in a sentence: "Worked as Developer at Acme from Jan 2018 to Mar 2021"."""

from __future__ import annotations

import re

from matcher.resumes.dates import DateRange
from matcher.resumes.jobs.pieces import Entry, Piece, split_header
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.text_lines import TextLine

_TITLE = r"(?:an? |the )?(?P<{}>[A-Z][^,;:]{{1,60}}?)"
_COMPANY = r"(?:M/[sS]\.? ?)?(?P<{}>[A-Z0-9][^;:]{{1,80}}?)"
_TO_DATES = r"[ ,]*(?:\b(?:from|since|during|between|for the period(?: of)?|in) ?)?\W*"
_TOLD = re.compile(
    r"(?:• )?(?:I (?:am|was|have|have been) )?(?:(?:[Cc]urrently|[Pp]resently|[Pp]reviously|[Nn]ow)"
    r" )?"
    r"(?:[Ww]ork(?:ing|ed)|[Ee]mployed|[Ss]erv(?:ing|ed)|[Aa]ssociated|[Ee]ngaged) (?:"
    rf"as {_TITLE.format('title')} (?:at|with|in|for) {_COMPANY.format('company')}"
    rf"|(?:at|with|in|for) {_COMPANY.format('employer')},? as {_TITLE.format('post')})"
    rf"{_TO_DATES}"
)
# "Completed a two-month internship on Data Science at Acme (Dec 2024 - Jan 2025)"
_TRAINED = re.compile(
    r"(?:• )?(?:I )?(?:[Hh]a(?:ve|s) )?"
    r"(?:[Cc]ompleted|[Uu]nderwent|[Uu]ndergone|[Dd]id|[Pp]ursued|[Aa]ttended) "
    r"(?:an? |the |my )?(?:\w+[- ](?:months?|weeks?|days?)['’]?s? )?"
    r"(?P<title>(?:[\w-]+ ){0,3}(?:[Ii]nternship|[Tt]raining|[Aa]pprenticeship)(?: program(?:me)?)?"
    r"(?: (?:on|in) [^,;:]{2,50}?)?) "
    rf"(?:at|with|from|in) {_COMPANY.format('company')}"
    rf"{_TO_DATES}"
)
# "Currently working at Acme since May 2018 as a Civil Engineer."
_AT = re.compile(
    r"(?:• )?(?:\d+[.)] )?(?:I (?:am|was) )?(?:(?:[Cc]urrently|[Pp]resently) )?"
    r"(?:[Ww]ork(?:ing|ed)|[Ee]mployed|[Ss]erv(?:ing|ed)) (?:at|with|in|for) "
    rf"{_COMPANY.format('company')}[ ,]*(?:\b(?:[Ff]rom|[Ss]ince|[Dd]uring) ?)?\W*"
)
_AS = re.compile(r"\W*as (?:an? |the )?(?P<title>[A-Z][^,;:.]{1,60})\.?")
_MAX_BEHIND = 2  # words behind the dates


def told_job(text: str, dates: DateRange) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where title and employer stand in a sentence around the dates, if it tells of a job."""
    before, after = text[: dates.span[0]], text[dates.span[1] :]
    at, post = _AT.fullmatch(before), _AS.fullmatch(after)
    if at and post and title_likeness(post["title"]) >= 2:
        start, end = post.span("title")
        return (dates.span[1] + start, dates.span[1] + end), at.span("company")
    if len(after.split()) > _MAX_BEHIND:
        return None
    if trained := _TRAINED.fullmatch(before):
        return trained.span("title"), trained.span("company")
    found = _TOLD.fullmatch(before)
    if found is None or title_likeness(found["title"] or found["post"]) < 2:
        return None
    names = ("title", "company") if found["title"] else ("post", "employer")
    return found.span(names[0]), found.span(names[1])


def take_told(entry: Entry, lines: list[TextLine]) -> None:
    """Read title and employer of a job that a sentence tells."""
    line = lines[entry.anchor]
    found = told_job(line.text, entry.dates)
    if found is None:
        return
    (start, end), (first, last) = found
    names = split_header(line.text[first:last], line.start + first)
    entry.lines = [entry.anchor]
    entry.pieces = [Piece(line.text[start:end], line.start + start, "title")]
    entry.pieces += [Piece(name.text, name.start, "company") for name in names[:1]]
    entry.end = line.end
