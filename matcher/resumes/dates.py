"""Date ranges written in a line of text, in the ways resumes write them.

Only the line itself is looked at. Every pattern is bounded, so time is linear in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.records import Month


@dataclass(frozen=True, slots=True)
class DateRange:
    """A stretch of months named in a line; ``span`` are offsets in that line.

    ``end`` is inclusive, and None when ``current`` or when only a start is written.
    ``ranged`` is False for a single date ("May 2019"): then start and end are that date.
    """

    start: Month | None
    end: Month | None
    current: bool
    span: tuple[int, int]
    ranged: bool


# Month names and abbreviations: English, German, French, Spanish, Portuguese, Dutch, Italian,
# Polish. One row per month.
_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene janeiro januari gennaio gen styczeń stycznia",
    "february feb febr februar février fevrier févr fév fev febrero fevereiro februari febbraio "
    "luty lutego",
    "march mar märz maerz mrz mars marzo março marco maart mrt marzec marca",
    "april apr avril avr abril abr aprile kwiecień kwietnia",
    "may mai mayo maio mei maggio mag maj maja",
    "june jun juni juin junio junho giugno giu czerwiec czerwca",
    "july jul juli juillet juil julio julho luglio lug lipiec lipca",
    "august aug août aout agosto ago augustus sierpień sierpnia",
    "september sept sep septembre septiembre setembro set settembre wrzesień września",
    "october oct oktober okt octobre octubre outubro out ottobre ott październik października",
    "november nov novembre noviembre novembro listopad listopada",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre grudzień "
    "grudnia",
)
_MONTH_OF = {name: n for n, row in enumerate(_MONTH_NAMES, 1) for name in row.split()}
# Names of months that are words too, so that one without a year is no month.
_WORDS_TOO = frozenset("may march mar mars mai set out mag maj luty dic".split())
# Seasons, quarters and parts of a year stand for their first and last month; winter is named after
# its January.
_SEASONS = {
    "spring": (3, 5), "frühjahr": (3, 5), "frühling": (3, 5), "printemps": (3, 5),
    "primavera": (3, 5), "summer": (6, 8), "sommer": (6, 8), "été": (6, 8), "verano": (6, 8),
    "estate": (6, 8), "fall": (9, 11), "autumn": (9, 11), "herbst": (9, 11), "automne": (9, 11),
    "otoño": (9, 11), "winter": (1, 2), "hiver": (1, 2), "invierno": (1, 2),
    "early": (1, 3), "beginning": (1, 3), "anfang": (1, 3), "début": (1, 3),
    "mid": (6, 7), "mitte": (6, 7), "late": (10, 12), "end": (10, 12), "ende": (10, 12),
}  # fmt: skip
_PRESENT = (
    "(?:the )?present(?: day)?|currently|current|now|today|(?:up )?to (?:date|now)|"
    "till (?:date|now)|date|ongoing|on-going|continuing|continued?|contd?|onwards?|"
    "(?:the )?actuality|"
    "heute|aktuell|jetzt|laufend|présent|aujourd['’]hui|actuel|ce jour|en cours|"
    "la actualidad|actualidad|el presente|presente|hoy|atualmente|o momento|momento|atual|heden|"
    "nu|oggi|attuale|in corso|obecnie|nadal|teraz"
)
_SINCE = r"since|seit|depuis(?: le)?|desde|dal|od|sinds|ab|from|von|de|du|starting|started"
_UNTIL = r"until|till|bis|jusqu['’](?:à|en)|hasta|até|fino al|tot"
# Dashes of every kind, the private-use dashes of symbol fonts, arrows, and two mojibake forms of
# a dash (UTF-8 read as Latin-1) that real files carry.
_DASH = "[-\u00ad\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\uff5e~\u2192\uf02d\uf0e0\uf0be]"
_BETWEEN = re.compile(
    rf"[\s.,)]{{0,4}}(?:(?:{_DASH}|â€[“”\x93\x94]|ï¼\S?){{1,3}}>?(?:\s?to\b)?|\.{{2,3}}|>|to:?|t o"
    r"|through|thru|end(?:ed|ing)?(?: date)? ?:|until|till|up to|bis zum|bis|jusqu['’]à|au|à|hasta"
    r"|(?P<and>and)\b|al|a|até|ao|tot|t/m|fino al|do|/)"
    r"[\s(]{0,3}(?:(?:exp(?:ected)?|est|approx|ca|the|la|el)\.?\s)?",
    re.IGNORECASE,
)

_BETWEEN_BEFORE = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
# Two cells of a table, or a dash that the file's font lost: "2019   2021".
_GAP = re.compile(r"[\s.,]{1,3}")

_NAMES = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_SEASON_NAMES = "|".join(_SEASONS)
_YEAR = r"(?:19[5-9]\d|20\d\d)"
# The month behind a year whose dash was lost: "Apr 2020Jun 2020", "Apr 2020Jun Developer".
_GLUED = rf"(?=(?-i:[A-Z]))(?:{_NAMES})\b(?:\.?\s?['’]?\d|\s+(?-i:[A-Z]))"
# The month of a date that a word runs into: "HospitalJul 2019".
_AFTER_WORD = rf"(?-i:[A-Z])[a-z]{{2,8}}\s{_YEAR}(?!\d)"
_POINT = re.compile(
    rf"""(?:(?<![\w/$€£#])(?:(?<!\.)|(?<=\.\.))(?<!\D\d\d\d-)|(?<={_YEAR})(?={_GLUED})|(?<=(?-i:[a-z]))(?={_AFTER_WORD}))(?:
      (?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s)?                      # 3rd March 2019, 3. März 2019
      (?P<name>{_NAMES})(?:\b|(?={_YEAR}(?!\d)))\.?(?:\s?\d{{1,2}}(?:st|nd|rd|th)?(?=,?\s\d{{4}}))?
        (?:,?\s{{0,2}}(?:of\s|de\s|del\s|/\s?|-)?(?:(?P<name_year>{_YEAR})|['’`](?P<name_yy>\d\d)
          |(?P<bare_yy>\d\d)(?![\d:,])))?
    | (?P<season>{_SEASON_NAMES})\b,?[\s-](?:of\s)?(?P<season_year>{_YEAR})
    | Q(?P<q_first>[1-4])[\s/'’-]{{0,2}}(?P<q_first_year>{_YEAR})
    | (?P<q_year>{_YEAR})[\s/-]{{0,2}}Q(?P<quarter>[1-4])
    | (?P<first_year>{_YEAR})(?:(?:\s?,\s{{0,2}}|-)(?P<month_after>{_NAMES})\b(?!\.?,?\s?['’]?\d)
        |\s(?P<month_named>{_NAMES})\b(?=\.?\s?(?:{_DASH}|to\s|un?til\s|[:,;)]|$)))
    | (?P<iso_year>{_YEAR})(?:[-/.]|\s/\s)(?P<iso_month>0?[1-9]|1[0-2])(?:[-/.](?:[0-2]?\d|3[01]))?
    | (?P<d1>\d{{1,2}})(?P<d_sep>[./-])(?P<d2>\d{{1,2}})[./-](?P<d_year>{_YEAR})
    | (?P<num_month>0?[1-9]|1[0-2])\s?[./-]\s?(?P<num_year>{_YEAR})
    | (?P<short_month>0?[1-9]|1[0-2])/(?P<short_yy>\d\d)
    | (?P<year>{_YEAR})(?:[/-](?P<year_to>(?:1[3-9]|[2-9]\d))|/(?P<year_last>{_YEAR})
        |(?:\s?[–—]\s?|\s-\s)(?P<dash_to>\d\d)(?![\d–./-]|\s?(?-i:[a-z])|\s(?:{_NAMES})\b))?
    )(?!(?!{_GLUED})[\w%]|[./]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_PRESENT_AFTER = re.compile(rf"(?:{_PRESENT})(?![\w-])", re.IGNORECASE)
_SINCE_BEFORE = re.compile(rf"(?<!\w)(?:{_SINCE})\s{{1,2}}$", re.IGNORECASE)
_UNTIL_BEFORE = re.compile(rf"(?<!\w)(?:{_UNTIL})\s{{1,2}}$", re.IGNORECASE)
_OPEN_END = re.compile(
    rf"\s{{0,2}}/?(?:{_DASH}{{1,3}}>?|\.{{2,3}})\s{{0,2}}(?:$|[)\]\t|:])|\son(?:$|[)\]\t|,])"
)
_TWO_DIGITS = re.compile(r"\d\d")  # most lines have none, and this is quickly seen
_MAYBE = re.compile(rf"{_YEAR}|['’`]\d\d|\d/\d\d|[a-z]{{3}}[ .-]{{1,2}}\d\d", re.IGNORECASE)
_CAPITAL_BEHIND = re.compile(r"\.?\s+[A-Z]")
_LEADING_MONTH = re.compile(rf"({_NAMES})\.?\s+(?=(?-i:[A-Z]))", re.IGNORECASE)
# How far after today an end still means "running": a contract or a planned leaving date.
_PLANNED_MONTHS = 24
_MAX_YEARS = 50  # between the years of "1999–03"


@dataclass(frozen=True, slots=True)
class _Point:
    """One date; ``first`` to ``last`` are the months it covers. ``year`` None: month name only."""

    start: int
    end: int
    year: int | None
    first: int
    last: int
    last_year: int | None = None
    weak: bool = False  # counts only as one end of a range: "May", "03/19", "May 19"


# A length of time that stands alone or in brackets: "6 years 3 months", "(8 mos)".
_LENGTH = re.compile(
    r"\(?(?:less than a year|(?:(?P<years>\d{1,2}) (?:years?|yrs?|jahre?|ans?|años?|anos?|ann[io])"
    r"(?:,? (?=\d)|(?=\)?$)))?(?:(?P<months>\d{1,2}) (?:months?|mos?|monate?|mois|mes(?:es)?|mesi"
    r"|mese))?)\)?",
    re.IGNORECASE,
)
# Before years that are versions: "Windows Server 2003/2008".
_VERSIONED = re.compile(
    r"(?:server|windows|win|office|studio|\.net|excel|word|access|sql|exchange|sharepoint|project"
    r"|outlook|visio|ms|vs)\W{0,2}$",
    re.IGNORECASE,
)
# Before a year alone that can be no date of a job: "SQL Server 2000 through 2008 R2".
_RELEASED = re.compile(
    r"(?:(?:sql|windows|exchange|sharepoint|project|biztalk)\s+server|visual\s+studio|"
    r"(?:ms|microsoft)\s+(?:office|windows|sql|exchange|access|excel))\s+$",
    re.IGNORECASE,
)
# The order of days and months is told by a number that can be no month.
_DAY_FIRST = re.compile(rf"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/{_YEAR}(?!\d)")
_MONTH_FIRST = re.compile(rf"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/{_YEAR}(?!\d)")


def months_in(text: str) -> int | None:
    """The months of a text that is a length of time and nothing else ("5 years 2 months"), None
    when it is something else. "Less than a year" is 0."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(char.isalpha() for char in text):
        return None
    return 12 * int(found["years"] or 0) + int(found["months"] or 0)


def writes_day_first(lines: Iterable[str]) -> bool:
    """Whether a date among the lines shows that "01/03/2019" is the first of March: one has a
    first number over 12, and none a second one."""
    texts = [line for line in lines if line.count("/") >= 2]
    return any(map(_DAY_FIRST.search, texts)) and not any(map(_MONTH_FIRST.search, texts))


def find_ranges(text: str, *, today: date, day_first: bool = False) -> list[DateRange]:
    """Date ranges of one line, left to right.

    ``day_first`` reads "01/03/2019" as the first of March; without it the month comes first,
    unless the number cannot be one.
    Dates after today are no dates: a start in the future drops the range, an end in the future
    means current when it is at most two years ahead and is ignored otherwise. A range that ends
    before it starts is dropped.
    """
    if not (_TWO_DIGITS.search(text) and _MAYBE.search(text)):
        return []
    points = [point for match in _POINT.finditer(text) if (point := _point(match, day_first))]
    ranges: list[DateRange] = []
    at = 0
    while at < len(points):
        found, used = _range_at(text, points, at)
        at += used
        if found is not None and (checked := _checked(found, today)) is not None:
            ranges.append(checked)
    return ranges


def is_month(text: str) -> bool:
    """Whether the text is the name of a month alone."""
    return text.casefold() in _MONTH_OF


def leading_month(text: str) -> int | None:
    """Length of the month without a year that a line begins with, before a capitalised word."""
    found = _LEADING_MONTH.match(text)
    if found is None or found[1].casefold() in _WORDS_TOO:
        return None
    return found.end(1)


def _full_year(two_digits: str) -> int:
    """Years 50 to 99 are of the last century."""
    number = int(two_digits)
    return number + (1900 if number >= 50 else 2000)


_Groups = dict[str, str]  # of a match, by name; those of other ways to write a date are None


def _point(match: re.Match[str], day_first: bool) -> _Point | None:
    """The months a matched date covers; None for an impossible one and for a version."""
    start, end = match.span()
    got = match.groupdict()
    if got["year_last"] and _VERSIONED.search(match.string, max(0, start - 20), start):
        return None
    if match[0].isdigit() and _RELEASED.search(match.string, max(0, start - 24), start):
        return None
    if got["name"]:
        month = _MONTH_OF[got["name"].lower()]
        if got["name_year"]:
            return _Point(start, end, int(got["name_year"]), month, month)
        yy = got["name_yy"] or got["bare_yy"]
        weak = not got["name_yy"]
        return _Point(start, end, _full_year(yy) if yy else None, month, month, weak=weak)
    if got["season"]:
        first, last = _SEASONS[got["season"].lower()]
        return _Point(start, end, int(got["season_year"]), first, last)
    if quarter := got["q_first"] or got["quarter"]:
        year = int(got["q_first_year"] or got["q_year"])
        return _Point(start, end, year, int(quarter) * 3 - 2, int(quarter) * 3)
    return _numeric_point(got, start, end, day_first)


def _numeric_point(got: _Groups, start: int, end: int, day_first: bool) -> _Point | None:
    """A date written in figures, but for the name of a month behind its year."""
    if got["year"]:
        return _years(got, start, end)
    if got["iso_year"]:
        month = int(got["iso_month"])
        return _Point(start, end, int(got["iso_year"]), month, month)
    if got["d_year"]:
        month = _month_of_day(got, day_first)
        return _Point(start, end, int(got["d_year"]), month, month) if 1 <= month <= 12 else None
    if got["num_month"]:
        month = int(got["num_month"])
        return _Point(start, end, int(got["num_year"]), month, month)
    if got["short_month"]:
        month = int(got["short_month"])
        return _Point(start, end, _full_year(got["short_yy"]), month, month, weak=True)
    month = _MONTH_OF[(got["month_after"] or got["month_named"]).lower()]
    return _Point(start, end, int(got["first_year"]), month, month)


def _month_of_day(got: _Groups, day_first: bool) -> int:
    """ "03/04/2019" is read in US order unless that is impossible or the order is known; with dots
    it is day first."""
    first, second = int(got["d1"]), int(got["d2"])
    if first > 12:
        return second
    us_order = got["d_sep"] == "/" and not day_first
    return first if us_order or second > 12 else second


def _years(got: _Groups, start: int, end: int) -> _Point | None:
    """A year, or several: "2019/20", "2018/2019", "2009–12", which are three years, where "2009-12"
    is a month."""
    year = int(got["year"])
    century = year // 100 * 100
    last: int | None = None
    if got["year_last"]:
        last = int(got["year_last"])
    elif got["year_to"]:
        last = century + int(got["year_to"])
    elif got["dash_to"]:
        number = int(got["dash_to"])
        last = century + number + (100 if century + number < year - _MAX_YEARS else 0)
        if last <= year:
            return _Point(start, end, year, number, number) if 1 <= number <= 12 else None
    if last is not None and not year < last <= year + _MAX_YEARS:
        return None
    return _Point(start, end, year, 1, 12, last_year=last)


def _range_at(text: str, points: list[_Point], at: int) -> tuple[DateRange | None, int]:
    """The range that begins at a point, and how many points it uses."""
    first = points[at]
    later = points[at + 1] if at + 1 < len(points) else None
    if (joined := _joined(text, first, later) or _beside(text, first, later)) is not None:
        return joined
    if later is not None and (broken := _broken(text, first, later)) is not None:
        return broken, 2
    if first.year is None or first.weak:
        return None, 1
    return _half_open(text, first) or _single(first), 1


def _joined(text: str, first: _Point, later: _Point | None) -> tuple[DateRange, int] | None:
    """A range with a dash or a word between its dates, or between a date and "now"."""
    gap = _BETWEEN.match(text, first.end)
    if gap is None or (gap["and"] and not _BETWEEN_BEFORE.search(text, 0, first.start)):
        return None
    if later is not None and later.start == gap.end() and later.year is not None:
        return _span_of(first, later), 2
    present = _PRESENT_AFTER.match(text, gap.end())
    if present is not None and first.year is not None:
        return _current(first, first.start, present.end()), 1
    return None


def _half_open(text: str, point: _Point) -> DateRange | None:
    """A range of which one end is written: "since 2019", "2019 –", "until 2019"."""
    assert point.year is not None
    lead = text[max(0, point.start - 16) : point.start]
    begin = point.start - len(lead)
    if since := _SINCE_BEFORE.search(lead):
        return _current(point, begin + since.start(), point.end)
    if closing := _OPEN_END.match(text, point.end):
        return _current(point, point.start, min(closing.end(), len(text.rstrip())))
    if until := _UNTIL_BEFORE.search(lead):
        end = Month(point.year, point.last)
        return DateRange(None, end, False, (begin + until.start(), point.end), True)
    return None


def _beside(text: str, first: _Point, later: _Point | None) -> tuple[DateRange, int] | None:
    """A range whose dash is missing: two dates of one kind, or a date and "now" that stand
    alone at the begin or the end of the line."""
    if first.year is None:
        return None
    if later is not None and later.year is None:
        later = None
    gap = _GAP.match(text, first.end)
    if gap is None:
        if later is not None and later.start == first.end:
            return _span_of(first, later), 2
        return None
    if (current := _now_beside(text, first, gap)) is not None:
        return current, 1
    if later is None or later.start != gap.end() or not gap.group().isspace():
        return None
    return (_span_of(first, later), 2) if _are_alike(first, later) else None


def _now_beside(text: str, point: _Point, gap: re.Match[str]) -> DateRange | None:
    """A date and "now" in cells of their own, or at the begin or the end of the line."""
    present = _PRESENT_AFTER.match(text, gap.end())
    if present is None:
        return None
    wide = gap.group().isspace() and (len(gap.group()) > 1 or "\t" in gap.group())
    if wide or _begins_line(text, point) or not text[present.end() :].strip(" \t).,"):
        return _current(point, point.start, present.end())
    return None


def _begins_line(text: str, point: _Point) -> bool:
    """Whether a line begins with a date."""
    return not text[: point.start].strip(" \t(•")


def _are_alike(first: _Point, later: _Point) -> bool:
    """Whether two dates in order are both months, or both years."""
    alike = (first.first == first.last) == (later.first == later.last) and not later.weak
    return alike and (first.year or 0) <= (later.year or 0)


def _broken(text: str, first: _Point, later: _Point) -> DateRange | None:
    """A range at the begin of a line whose last year is lost: "Jun 2019 Oct Developer"."""
    if later.year is not None or first.year is None or first.first != first.last:
        return None
    between = text[first.end : later.start]
    if not _begins_line(text, first) or between.strip() or len(between) > 3:
        return None
    if text[later.start : later.end].casefold() in _WORDS_TOO:
        return None
    if not _CAPITAL_BEHIND.match(text, later.end):
        return None
    return DateRange(Month(first.year, first.first), None, False, (first.start, later.end), True)


def _span_of(first: _Point, later: _Point) -> DateRange:
    """ "Jan – Mar 2019" takes the year of its end."""
    assert later.year is not None
    year = later.year if first.year is None else first.year
    if first.year is None and first.first > later.last:
        year -= 1
    start = Month(year, first.first)
    end = Month(later.last_year or later.year, later.last)
    return DateRange(start, end, False, (first.start, later.end), True)


def _current(point: _Point, start: int, end: int) -> DateRange:
    assert point.year is not None
    return DateRange(Month(point.year, point.first), None, True, (start, end), True)


def _single(point: _Point) -> DateRange:
    assert point.year is not None
    end = Month(point.last_year or point.year, point.last)
    return DateRange(
        Month(point.year, point.first), end, False, (point.start, point.end),
        ranged=point.last_year is not None,
    )  # fmt: skip


def _checked(found: DateRange, today: date) -> DateRange | None:
    """The range without what lies after today, or None when nothing sensible is left."""
    now = Month(today.year, today.month)
    if found.start is not None and found.start > now:
        return None
    if found.end is None:
        return found
    if found.start is not None and found.end < found.start:
        return None
    if found.end <= now:
        return found
    if found.end.year == now.year and found.end.month == 12 and found.start != now:
        return replace(found, end=now)  # "2019 – 2026" in the course of 2026
    if not found.ranged or found.start is None:
        return None if found.start is None else replace(found, end=now)
    planned = found.end.index - now.index <= _PLANNED_MONTHS
    return replace(found, end=None, current=planned)


def union_months(intervals: Sequence[tuple[int, int]]) -> int:
    """Months covered by intervals of month numbers, both ends included, overlaps counted once."""
    total, reached = 0, -1
    for start, end in sorted(intervals):
        total += max(0, end - max(start, reached + 1) + 1)
        reached = max(reached, end)
    return total
