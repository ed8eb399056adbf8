"""Lines of a work history whose dates are those of a job, not dates told in a sentence."""

from __future__ import annotations

import re
from datetime import date

from matcher.numbers import SPELLED
from matcher.resumes.dates import DateRange, find_ranges, writes_day_first
from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    LABEL,
    MAX_HEADER_CHARS,
    MAX_HEADER_WORDS,
    is_anonymous,
    is_head_of,
    is_header,
    names_a_job,
    tells,
    without_town,
)
from matcher.resumes.jobs.pieces import TRIM, Entry, likeness, split_header
from matcher.resumes.jobs.promotions import without_promotions
from matcher.resumes.jobs.stacked import stacked_dates
from matcher.resumes.jobs.told import told_job
from matcher.resumes.jobwords import looks_like_company, title_likeness
from matcher.resumes.places import looks_like_place
from matcher.resumes.telling import is_note
from matcher.resumes.text_lines import TextLine

# Before a date that is none of a job: "Updated: 20/06/2022", "Promoted to Buyer in May 2014".
_NO_JOB_DATE = re.compile(
    r"(?:\b(?:in|on|by|of|until|updated)|^as of|\(promoted\b[^()]*)\W*$", re.IGNORECASE
)
# The line under a year and an employer that names the title: "Role: Production manager".
_TITLE_LABEL = re.compile(
    r"(?:job title|title|position|role|designation|post)\s?:\s?\S", re.IGNORECASE
)
_LENGTH = re.compile(  # "2019 (8 months)", "2019, six weeks"
    rf"^(?:\d+|{SPELLED}) (?:months?|mos?|weeks?)\b\W*"
)
_SINCE_YEAR = re.compile(r"(?:since|from|seit|depuis|desde)\s+\d{4}", re.IGNORECASE)
_BULLET = "• "
_MAX_UNKNOWN_WORDS = 6  # of a title that no word gives away
_MAX_SMALL_WORDS = 10  # beside an employer without its name
_MAX_BESIDE_ONE_DATE = 9  # words beside a month or a year alone
_MAX_CELL_WORDS = 22  # of title and employer beside dates in a cell of their own
_MAX_BEFORE_SENTENCE = 10  # words before dates behind which a sentence runs on
_OPENING_CHARS = 60  # of such a sentence, in which the title stands


def dated_entries(
    lines: list[TextLine], rows: dict[int, tuple[str, ...]], *, today: date
) -> list[Entry]:
    """A job for each line with its dates, in text order; ``rows`` are rows of tables of jobs.

    Ranges behind bullets are jobs only where no other line has dates of one.
    """
    found: list[Entry] = []
    bulleted: list[Entry] = []
    reached = -1  # the last line of dates that stand over one another
    day_first = writes_day_first(line.text for line in lines)
    for number, line in enumerate(lines):
        if number <= reached:
            continue
        # Dates further on are told in a sentence, and cost time to look for.
        opening = line.text[: 2 * MAX_HEADER_CHARS]
        ranges = find_ranges(opening, today=today, day_first=day_first)
        ranges = without_promotions(opening, ranges)
        if not ranges:
            continue
        dates = next((item for item in ranges if item.ranged), ranges[0])
        if (stacked := stacked_dates(lines, number, ranges[0], today)) is not None:
            joined, cuts = stacked
            reached = max(cuts)
            found.append(Entry(reached, joined, list(cuts), cuts))
        elif (header := _header_over_bullet(lines, number, dates, found)) is not None:
            cut = (0, dates.span[1])
            found.append(Entry(number, dates, [header, number], {number: cut}, runs_on=True))
        elif told_job(line.text, dates):
            found.append(Entry(number, dates, [number], {number: dates.span}))
        elif number in rows or (
            _is_dated_job(lines, number, dates) and not _is_dated_note(line.text, dates)
        ):
            kind = bulleted if line.text.startswith("•") else found
            kind.append(Entry(number, dates, [number], {number: dates.span}))
    return found or [entry for entry in bulleted if entry.dates.ranged]


def _is_dated_job(lines: list[TextLine], number: int, dates: DateRange) -> bool:
    return (
        _is_header_with_date(lines[number].text, dates)
        or _names_title_below(lines, number, dates)
        or _is_under_employer(lines, number, dates)
    )


def _is_dated_note(text: str, dates: DateRange) -> bool:
    """Whether a year stands inside a note of what was done, or opens its next sentence: "Power BI
    since 2019: 65 datasets", "Backups. From 2016 also firewalls"."""
    first, last = dates.span
    before, behind = text[:first].strip(TRIM), text[last:].strip(TRIM)
    if not (before and behind and _SINCE_YEAR.fullmatch(text, first, last)):
        return False
    goes_on = before[-1] == "." and behind[0].islower()
    return goes_on or (is_note(text) and not names_a_job(text))


def _is_header_with_date(text: str, dates: DateRange) -> bool:
    if "©" in text:  # the foot of a page
        return False
    before = ANONYMOUS.sub("", text[: dates.span[0]]).strip(f"{TRIM}.")
    if LABEL.match(before):
        before = ""  # "Period: 2019 – 2021"
    after = without_town(ANONYMOUS.sub("", text[dates.span[1] :])).strip(TRIM)
    if dates.ranged:
        return _is_header_with_range(text, dates, before, after)
    return _is_header_with_one_date(text, dates, before, after)


def _is_header_with_one_date(text: str, dates: DateRange, before: str, after: str) -> bool:
    """Whether a month or a year alone is that of a job: little stands beside it, on one side."""
    if _NO_JOB_DATE.search(text[: dates.span[0]]):
        return False
    after = _LENGTH.sub("", after)
    n_before, n_after = _n_words(before), _n_words(after)
    if not n_before and ANONYMOUS.match(text[dates.span[1] :].strip(TRIM)):
        return True
    if n_before and n_after and "\t" not in text:
        return False
    if ANONYMOUS.search(text) and n_before + n_after <= _MAX_SMALL_WORDS:
        return is_header(text)
    rest = before or after
    short = n_before + n_after <= _MAX_BESIDE_ONE_DATE
    return not rest or (short and names_a_job(rest) and is_header(rest))


def _n_words(text: str) -> int:
    """How many words a text has, separators not counted."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _is_header_with_range(text: str, dates: DateRange, before: str, after: str) -> bool:
    n_before, n_after = len(before.split()), len(after.split())
    if n_before + n_after <= MAX_HEADER_WORDS:
        return not before or is_header(before) or _is_small_title(before)
    if text[: dates.span[0]].endswith("\t") and n_before <= _MAX_CELL_WORDS and not n_after:
        return names_a_job(before) and is_header(before, _MAX_CELL_WORDS)
    # A job whose first sentence runs on in the line of its dates.
    if before:
        return n_before <= _MAX_BEFORE_SENTENCE and names_a_job(text[: dates.span[0]])
    return names_a_job(text[dates.span[1] :][:_OPENING_CHARS])


def _is_small_title(text: str) -> bool:
    """Whether a text is a title in small letters: "Supply chain planner and quality control"."""
    if not text[0].isupper() or title_likeness(text) < 2:
        return False
    return not (tells(text) or text.split()[0].endswith("ed"))


def _header_over_bullet(
    lines: list[TextLine], number: int, dates: DateRange, found: list[Entry]
) -> int | None:
    """The line that names the job whose dates open a bullet below it, or below its place: "Acme
    Ltd, Buyer" over "• Leeds, UK" over "• May 2003 thru June 2007 Bought coffee"."""
    if not dates.ranged or lines[number].text[: dates.span[0]] != _BULLET:
        return None
    at = number - 1
    if at > 0 and looks_like_place(lines[at].text.removeprefix(_BULLET)):
        at -= 1
    if at < 0 or (found and at <= found[-1].lines[-1]) or not is_head_of(lines, at):
        return None
    return at if _names_whole_job(lines[at].text) else None


def _names_whole_job(text: str) -> bool:
    """Whether a title stands in a line with its employer, beside it or before it."""
    pieces = split_header(text, 0)
    titled = any(likeness(piece) >= 2 for piece in pieces)
    return titled and (len(pieces) > 1 or "," in text or looks_like_company(text))


def _is_under_employer(lines: list[TextLine], number: int, dates: DateRange) -> bool:
    """Whether a few capitalised words before dates stand under an employer without its name, and
    what was done behind them: "Equity Sales Dec 2014 - Present Sold to banks"."""
    words = lines[number].text[: dates.span[0]].split()
    if not (dates.ranged and number and 0 < len(words) <= _MAX_UNKNOWN_WORDS):
        return False
    above = lines[number - 1].text
    return (
        ANONYMOUS.match(above) is not None
        and is_anonymous(above)
        and (all(word[0].isupper() or len(word) <= 3 for word in words))
    )


def _names_title_below(lines: list[TextLine], number: int, dates: DateRange) -> bool:
    """Whether a date opens a line whose job the next one names: "2018 Acme" over "Role: Baker"."""
    if dates.span[0] or number + 1 >= len(lines):
        return False
    return is_header(lines[number].text) and _TITLE_LABEL.match(lines[number + 1].text) is not None
