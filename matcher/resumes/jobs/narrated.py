"""A career told in sentences, several in a paragraph: "Since 2018 I have been Head of Data at Acme;
before that I spent three years (2015 to 2018) at Hill Ltd as an Analyst"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from matcher.records import Month, Position
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.jobwords import SURE, title_likeness
from matcher.resumes.places import looks_like_place
from matcher.resumes.text_lines import TextLine

_SEAM = re.compile(r"(?<=[\w)”\"’][.!?])\s+(?=[\"“(]?[A-ZÀ-Ý])")
_SHORTENED = re.compile(  # before a stop that ends no sentence: "Hill Ltd. Leeds", "J. Doe"
    r"(?:\b[A-Z]|\b(?:Inc|Ltd|Corp|Co|Dr|Mr|Mrs|Ms|St|Prof|No|approx|ca|e\.g|i\.e|vs|Jr|Sr))\.$"
)
_MAX_SHORT = 8  # characters of such a word, and of what stands before it
_MAX_SENTENCE = 600  # characters
# Of whom a sentence tells, or that it tells of work.
_OF_WORK = re.compile(
    r"\b(?:I|[Mm]y|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]as been|[Ww]orked|[Ss]erved|[Jj]oined|[Ss]pent"
    r"|[Ee]mployed)\b"
)
_DATE = "\0"  # stands for each character of a date and of the words that link it
_ENDS = (  # what ends a title
    r"(?=\s*(?:[,.;:(\0]|$)|\s(?:at|with|for|in|from|since|until|where|who|then|but|before|after|on"
    r"|by|while|under|and (?:then|stayed|left|remained|later))\b)"
)
_TITLE = re.compile(
    r"\b(?:as|was|am|is|been|became|being)\s(?:an?\s|the\s|their\s|its\s|first\s)*"
    rf"(?P<title>[A-Za-z][^,.;:(\0]{{2,60}}?){_ENDS}"
)
_BESIDE = re.compile(
    r",\s(?:as\s)?(?:an?\s|the\s)?(?P<title>[A-Z][^,.;:(\0]{2,50}?)\s?(?=[,.;:(\0]|$)"
)
_NAME = (
    r"(?:the\s)?(?P<company>[A-Z0-9][\w&'’+-]*"
    r"(?:\s(?:(?:of|and|&|de|for|du|da|van|the)\s){0,2}[A-Z0-9&][\w&'’+-]*|\.(?:com|io|ai|org)\b)*)"
)
_LINKS = (
    "at",
    "[Jj]oined",
    "(?:moved|went|came|returned|switched)(?: on)? to",
    "for",
    "with",
    "by",
)
_COMPANIES = [re.compile(rf"\b{link}\s{_NAME}") for link in _LINKS]
_LEAD = re.compile(  # what links dates to a sentence
    r"(?:\b(?:from|since|between|during|in|until|for)\s|\()\s*$", re.IGNORECASE
)
_THEN = re.compile(
    rf"\s?,?\s?(?:on\s)?as\s(?:an?\s|the\s)?(?P<title>[A-Z][^,.;:(\0]{{2,60}}?){_ENDS}"
)


def sentences_of(line: TextLine) -> Iterator[TextLine]:
    """The sentences of a line."""
    start = 0
    for seam in _SEAM.finditer(line.text):
        if not _SHORTENED.search(line.text, max(start, seam.start() - _MAX_SHORT), seam.start()):
            yield TextLine(
                line.text[start : seam.start()], line.start + start, line.start + seam.start()
            )
            start = seam.end()
    yield TextLine(line.text[start:], line.start + start, line.end)


def narrated_jobs(lines: Sequence[TextLine], end: int, *, today: date) -> list[Position]:
    """The jobs that sentences tell with title, employer and dates; what follows up to the next one,
    or to ``end``, is told of each."""
    found = [job for line in lines for job in _jobs_of(line, today)]
    ends = [job.span[0] for job in found[1:]] + [end]
    return [
        replace(job, span=(job.span[0], max(last, job.header[1])))
        for job, last in zip(found, ends, strict=False)
    ]


def _jobs_of(line: TextLine, today: date) -> Iterator[Position]:
    """The job of a sentence; two where it tells from when on another title was held."""
    if len(line.text) > _MAX_SENTENCE:
        return
    ranges = find_ranges(line.text, today=today)
    if not ranges or _OF_WORK.search(line.text) is None:
        return
    dates = _dates_of(ranges)
    text = _without(line.text, ranges)
    company = next(filter(None, (_company(text, pattern) for pattern in _COMPANIES)), None)
    if company is None or dates.start is None or (title := _title(text, company[1])) is None:
        return
    last = max(title[1], company[1], dates.span[1])
    behind = line.text[last:].lstrip(" ).,;:")
    header = (line.start, line.end - len(behind))
    job = Position(
        title=line.text[slice(*title)],
        company=line.text[slice(*company)],
        start=dates.start,
        end=dates.end,
        current=dates.current,
        header=header,
        span=header,
    )
    if (then := _next_title(line.text, ranges, dates)) is None:
        yield job
    else:
        later, since = then
        rest = (header[1], line.end)
        yield replace(job, end=since, current=False)
        yield replace(job, title=later, start=since, header=rest, span=rest)


def _dates_of(ranges: Sequence[DateRange]) -> DateRange:
    """The months of a job: a range, or a first date and the last one told behind it ("joined in
    2012 and stayed until 2016")."""
    first = next((each for each in ranges if each.ranged and each.start), ranges[0])
    until = next((each for each in ranges if each.ranged and each.start is None), first)
    if first.ranged or first.start is None or until.end is None or until.end < first.start:
        return first
    return replace(first, end=until.end, ranged=True)


def _without(text: str, ranges: Sequence[DateRange]) -> str:
    """A sentence with marks in place of its dates and of the words that link them."""
    for dates in ranges:
        first, last = dates.span
        lead = _LEAD.search(text, 0, first)
        first = lead.start() if lead else first
        text = text[:first] + _DATE * (last - first) + text[last:]
    return text


def _title(text: str, behind: int) -> tuple[int, int] | None:
    """Where a title stands: behind a verb or "as", or behind the employer that ends at an offset
    ("at Hill Council, IT Officer")."""
    beside = _BESIDE.match(text, behind)
    for found in (*_TITLE.finditer(text), *([beside] if beside else [])):
        if title_likeness(found["title"]) == SURE:
            return found.span("title")
    return None


def _company(text: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    for found in pattern.finditer(text):
        name = found["company"]
        if not looks_like_place(name) and title_likeness(name) < SURE and name != "I":
            return found.span("company")
    return None


def _next_title(
    text: str, ranges: Sequence[DateRange], dates: DateRange
) -> tuple[str, Month] | None:
    """The later title and its first month: "..., then from mid 2014 as SQL Developer"."""
    for other in ranges:
        if other.span[0] < dates.span[1] or other.start is None or dates.start is None:
            continue
        then = _THEN.match(text, other.span[1])
        inside = dates.start < other.start and (dates.end is None or other.start <= dates.end)
        if then is not None and inside and title_likeness(then["title"]) == SURE:
            return then["title"], other.start
    return None
