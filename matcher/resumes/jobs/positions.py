"""Jobs of a work history: title, employer and months, read from the lines that carry dates.

Resumes repeat one layout from job to job. The first job of a section shows how many lines stand
above its date; the others are read the same way.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from matcher.records import Position
from matcher.resumes.dates import DateRange, find_ranges, writes_day_first
from matcher.resumes.degrees import find_degree
from matcher.resumes.jobs.employers import inherit_company, merge_bare
from matcher.resumes.jobs.forms import rows_of_tables, take_forms, take_row
from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    CAPTIONS,
    LABEL,
    MAX_HEADER_CHARS,
    MAX_HEADER_WORDS,
    SEPARATOR,
    continues,
    ends_sentence,
    is_anonymous,
    is_aside,
    is_head_of,
    is_header,
    names_a_job,
    tells,
)
from matcher.resumes.jobs.linkedin import read_profile
from matcher.resumes.jobs.naming import (
    TRIM,
    Entry,
    Piece,
    assign,
    likeness,
    names_employer_after_comma,
    settle_unknown,
    split_header,
)
from matcher.resumes.jobs.running import leading_employer, leading_title
from matcher.resumes.jobs.stacked import stacked_dates
from matcher.resumes.jobs.undated import undated_positions, with_undated
from matcher.resumes.jobwords import (
    end_of_title,
    is_department,
    looks_like_company,
    title_likeness,
)
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.sections import TextLine

# A town after an anonymised employer, with the mojibake of a dash between.
_TOWN = re.compile(r"\W{0,4}(?:ï¼\S?|â€\S)?\W{0,3}City\s?,\s?State\b")
# What somebody is in a club or a committee; it is no job.
_MEMBER = re.compile(
    r"(?:[\w-]+ ){0,2}(?:(?<!team )(?<!staff )(?<!crew )(?<!faculty )members?|volunteers?|student"
    r"|student (?:at|of|in|\().*)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:stay[- ]at[- ]home|full[- ]time (?:parent|mother|mom|father|dad|caregiver)|career break|"
    r"sabbatical|(?:maternity|paternity|parental|family|medical) leave|gap year)\b"
    r"(?!\W*(?:cover|replacement|substitute|specialist|coordinator|administrator|manager|analyst))",
    re.IGNORECASE,
)
# An exam of a maker or a board; "Certified Nurse" is a job.
_CERTIFICATE = re.compile(r"(?!Board |State )[\w+.&-]+ Certified\b")
_BRACKETED_COUNTRY = re.compile(
    r"[^,()]{2,60},(?: [^,()]{2,40},)? (?P<town>[^,()]{2,40}) \((?P<country>[^()]{2,30})\)"
)
_BULLET = "• "
# Before a date that is none of a job: "Updated: 20/06/2022", "Promoted to Buyer in May 2014".
_NO_JOB_DATE = re.compile(r"(?:\b(?:in|on|by|of|until|updated)|^as of)\W*$", re.IGNORECASE)
# The line under a year and an employer that names the title: "Role: Production manager".
_TITLE_LABEL = re.compile(
    r"(?:job title|title|position|role|designation|post)\s?:\s?\S", re.IGNORECASE
)
# What the new form of Europass has under an employer: "City: Roma | Country: Italy".
_PLACE_LABEL = re.compile(r"(?:city|country|location|place): \w", re.IGNORECASE)
# Behind dates where a sentence follows: "2015 to 2019. Handled cash".
_SENTENCE_BEHIND = re.compile(r"\.\s+[A-Z]")
_MAX_EMPLOYER_WORDS = 6  # of one that stands over its titles
_MAX_UNKNOWN_WORDS = 6  # of a title that no word gives away
_MAX_SMALL_WORDS = 10  # of a title in small letters
_MAX_CELL_WORDS = 22  # of title and employer beside dates in a cell of their own
_MAX_LINES_ABOVE = 3
_MAX_LINES_BELOW = 2


def find_positions(
    lines: list[TextLine], end: int, *, today: date, strict: bool = False
) -> list[Position]:
    """Positions in the lines of one section (without its heading), in text order.

    ``end`` is the offset where the section ends. ``strict`` asks for a job title or a mark of an
    employer beside the dates: for text that stands under no heading of a work history.
    Lines without any date still give positions when they are clearly job titles and no line of
    the section has dates.
    """
    rows = rows_of_tables(lines)
    entries = _anchors(lines, rows, today=today)
    if not read_profile(entries, lines):
        _spread(entries, lines)
        for entry in entries:
            if entry.anchor in rows:
                take_row(entry, lines, rows[entry.anchor])
        take_forms(entries, lines)
        for entry in entries:
            assign(entry, lines)
        settle_unknown(entries)
        _run_on(entries, lines)
    entries = [
        entry
        for entry in merge_bare(entries)
        if not (_is_certificate(entry) or _is_break(entry, lines))
    ]
    entries = with_undated(entries, lines)
    if strict:
        entries = [
            entry
            for entry in entries
            if entry.title
            and title_likeness(entry.title.text) >= 2
            and not _MEMBER.fullmatch(entry.title.text)
            and find_degree(lines[entry.anchor].text) is None
        ]
    if not entries:
        return undated_positions(lines, end) if not strict else []
    inherit_company(entries)
    return _positions(entries, lines, end)


# ---------------------------------------------------------------- lines with dates


def _anchors(
    lines: list[TextLine], rows: dict[int, tuple[str, ...]], *, today: date
) -> list[Entry]:
    """The lines whose dates are those of a job, not dates told in a sentence."""
    found: list[Entry] = []
    bulleted: list[Entry] = []
    skip = -1
    day_first = writes_day_first(line.text for line in lines)
    for number, line in enumerate(lines):
        # Dates further on are told in a sentence, and cost time to look for.
        opening = line.text[: 2 * MAX_HEADER_CHARS]
        ranges = []
        if number > skip:
            ranges = find_ranges(opening, today=today, day_first=day_first)
        if not ranges:
            continue
        if (stacked := stacked_dates(lines, number, ranges[0], today)) is not None:
            dates, cuts = stacked
            skip = max(cuts)
            found.append(Entry(skip, dates, list(cuts), cuts))
            continue
        dates = next((item for item in ranges if item.ranged), ranges[0])
        if (header := _header_over_bullet(lines, number, dates, found)) is not None:
            cut = (0, dates.span[1])
            found.append(Entry(number, dates, [header, number], {number: cut}, runs_on=True))
            continue
        if (
            number in rows
            or _is_header_with_date(line.text, dates)
            or _names_title_below(lines, number, dates)
            or _is_under_employer(lines, number, dates)
        ):
            kind = bulleted if line.text.startswith("•") else found
            kind.append(Entry(number, dates, [number], {number: dates.span}))
    if found or not bulleted:
        return found
    return [entry for entry in bulleted if entry.dates.ranged]


def _is_header_with_date(text: str, dates: DateRange) -> bool:
    if "©" in text:  # the foot of a page
        return False
    if not dates.ranged and _NO_JOB_DATE.search(text[: dates.span[0]]):
        return False
    before = ANONYMOUS.sub("", text[: dates.span[0]]).strip(f"{TRIM}.")
    if LABEL.match(before):
        before = ""  # "Period: 2019 – 2021"
    after = _TOWN.sub("", ANONYMOUS.sub("", text[dates.span[1] :])).strip(TRIM)
    n_before, n_after = len(before.split()), len(after.split())
    if not dates.ranged:
        if not n_before and ANONYMOUS.match(text[dates.span[1] :].strip(TRIM)):
            return True
        if n_before and n_after and "\t" not in text:
            return False
        rest = before or after
        if ANONYMOUS.search(text) and n_before + n_after <= _MAX_SMALL_WORDS:
            return is_header(text)
        return not rest or (n_before + n_after <= 9 and names_a_job(rest) and is_header(rest))
    if n_before + n_after <= MAX_HEADER_WORDS:
        if not before or is_header(before):
            return True
        # A title in small letters: "Supply chain planner and quality control May 2015 - now".
        small = before[0].isupper() and title_likeness(before) >= 2
        return small and not (tells(before) or before.split()[0].endswith("ed"))
    if text[: dates.span[0]].endswith("\t") and n_before <= _MAX_CELL_WORDS and not n_after:
        return names_a_job(before) and is_header(before, _MAX_CELL_WORDS)
    if n_before > 10 or (before and not names_a_job(text[: dates.span[0]])):
        return False
    # A job whose first sentence runs on in the line of its dates.
    return bool(before) or names_a_job(text[dates.span[1] :][:60])


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


# ---------------------------------------------------------------- header lines


def _spread(entries: list[Entry], lines: list[TextLine]) -> None:
    """Give each entry the header lines above and below its dates."""
    if not entries:
        return
    n_above = 0
    first = entries[0].lines[0]
    while n_above < min(first, _MAX_LINES_ABOVE) and is_head_of(lines, first - n_above - 1):
        n_above += 1
    if n_above < first and n_above == _MAX_LINES_ABOVE:
        n_above = 0
    if n_above == 0 and _titles_stand_above(entries, lines):
        n_above = 1
    taken = -1
    has_below = False  # whether a job before has its employer alone in the line below its dates
    for at, entry in enumerate(entries):
        limit = entries[at + 1].anchor if at + 1 < len(entries) else len(lines)
        dated = entry.lines  # the line with the dates, or the three lines of stacked ones
        entry.pieces = _pieces_of(entry, lines)
        above = _above(entry, lines, n_above, taken) or _anonymous_above(entry, lines, taken)
        entry.lines = [*above, *dated]
        entry.pieces = _pieces_of(entry, lines)
        _extend_below(entry, lines, limit, n_above, usual=has_below)
        first = entry.lines[0]
        if _lacks_employer(entry) and first - 1 > taken and _is_employer_over(lines, first - 1):
            entry.lines.insert(0, first - 1)
            entry.pieces = _pieces_of(entry, lines)
        taken = entry.lines[-1]
        has_below = has_below or (not n_above and taken == entry.anchor + 1)


def _titles_stand_above(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether most dates without a title on their line have one on the line before."""
    bare = [
        entry for entry in entries
        if not any(title_likeness(piece.text) >= 2 for piece in _pieces_of(entry, lines))
    ]  # fmt: skip
    above = [entry.lines[0] - 1 for entry in bare if entry.lines[0] > 0]
    titled = sum(
        (title_likeness(lines[at].text) >= 2 and is_head_of(lines, at))
        or _is_marked_title(lines, at)
        for at in above
    )
    return titled * 2 >= max(1, len(bare))


def _above(entry: Entry, lines: list[TextLine], n_above: int, taken: int) -> list[int]:
    above: list[int] = []
    at = entry.lines[0] - 1
    while len(above) < n_above and at > taken and is_head_of(lines, at):
        above.insert(0, at)
        at -= 1
    if n_above and not above and at > taken and not entry.pieces and _is_marked_title(lines, at):
        return [at]
    if n_above and not above and at > taken and _names_nothing(entry, lines):
        return [at] if _is_short(lines, at) else []
    return above


def _lacks_employer(entry: Entry) -> bool:
    """Whether an entry has pieces, and all of them are titles or departments alone."""
    return bool(entry.pieces) and all(
        is_department(piece.text)
        or (
            piece.role != "company"
            and likeness(piece) >= 2
            and not names_employer_after_comma(entry)
            and not looks_like_company(piece.text)
        )
        for piece in entry.pieces
    )


def _is_employer_over(lines: list[TextLine], at: int) -> bool:
    """Whether a line is a name, with a place at most, between the body of the job before and a
    title: "Lakeside Freight, Oslo"; behind a bullet a place or a mark has to show it."""
    text = lines[at].text.removeprefix(_BULLET)
    name, _, place = text.partition(",")
    if text != lines[at].text:
        last = SEPARATOR.split(text)[-1]
        known = looks_like_place(last) or looks_like_company(name)
        return known and is_header(text) and title_likeness(name) < 2
    if not is_head_of(lines, at) or not _is_capitalised(text):
        return False
    if title_likeness(name) >= 2 or is_department(name) or len(name.split()) > _MAX_EMPLOYER_WORDS:
        return False
    if place and not looks_like_place(place.strip()) and len(place.split()) > 1:
        return False
    above = lines[at - 1].text if at else ""
    return not at or above.startswith("•") or ends_sentence(above) or not is_header(above)


def _is_marked_title(lines: list[TextLine], at: int) -> bool:
    """Whether a line is a title with a mark before it, as on a time line: "• Baker, Acme Ltd"."""
    text = lines[at].text.removeprefix("• ")
    if text == lines[at].text or not is_header(text):
        return False
    return any(title_likeness(part) == 3 for part in text.split(", "))


def _names_nothing(entry: Entry, lines: list[TextLine]) -> bool:
    """Whether dates and an employer without its name are all that stands in a line."""
    first, last = entry.cuts[entry.anchor]
    text = lines[entry.anchor].text
    rest = _TOWN.sub("", ANONYMOUS.sub("", f"{text[:first]} {text[last:]}"))
    return ANONYMOUS.search(text) is not None and not rest.strip(TRIM)


def _is_short(lines: list[TextLine], at: int) -> bool:
    """Whether a line may be a title in small letters: "Cook in kitchens and canteens"."""
    text = lines[at].text
    if not text[0].isupper() or text[-1] in ".,:;" or len(text.split()) > _MAX_SMALL_WORDS:
        return False
    return not tells(text) and (at == 0 or not continues(lines[at - 1].text, text))


def _anonymous_above(entry: Entry, lines: list[TextLine], taken: int) -> list[int]:
    """The line over the dates when it is an employer without its name and no other job's."""
    at = entry.lines[0] - 1
    if at <= taken or not is_anonymous(lines[at].text):
        return []
    beside = [lines[number].text for number in entry.lines] + [
        line.text for line in lines[entry.anchor + 1 : entry.anchor + 2]
    ]
    return [] if any(map(ANONYMOUS.search, beside)) else [at]


def _extend_below(
    entry: Entry, lines: list[TextLine], limit: int, n_above: int, *, usual: bool
) -> None:
    """Take the lines below the dates that give a missing title or employer. ``usual`` says that
    other jobs of the section have their employer there."""
    below = (at for at in range(entry.anchor + 1, limit) if not is_aside(lines[at].text))
    for number in islice(below, _MAX_LINES_BELOW):
        text = lines[number].text
        has_title = any(likeness(piece) >= 2 for piece in entry.pieces)
        if names_employer_after_comma(entry) and not _names_employer(lines, number):
            return
        others = [
            piece for piece in entry.pieces
            if likeness(piece) < 2 and not is_department(piece.text)
        ]  # fmt: skip
        # "Site Leader - Summer camp, 2012" over "Company Name": the employer is the line below.
        named_below = ANONYMOUS.match(text) and not any(piece.role for piece in entry.pieces)
        if (has_title and others and not named_below) or not is_head_of(lines, number):
            return
        if (
            number + 1 == limit < len(lines)
            and n_above
            and (has_title or entry.lines[0] < entry.anchor)
        ):
            return  # the line above the next dates belongs to them
        parts = split_header(text[:MAX_HEADER_CHARS], 0)
        is_title = any(title_likeness(part.text) >= 2 for part in parts)
        names = (
            looks_like_company(text)
            or ANONYMOUS.search(text)
            or PLACE_AT_END.search(text)
            or _is_in_bracketed_country(text)
        )
        told = [piece.text.partition(",")[0] for piece in entry.pieces]
        # "Healthcare Assistant" ends in its title, "Developer Acme Ltd" in an employer.
        marked = any(looks_like_company(name) and end_of_title(name) != len(name) for name in told)
        alone = has_title and not marked and _stands_alone(lines, number, limit)
        if usual and not alone and not marked and number == entry.anchor + 1:
            alone = _is_last_of_job(lines, number, limit)
        if not (is_title and not has_title) and not (names or alone or not entry.pieces):
            return
        entry.lines.append(number)
        entry.pieces = _pieces_of(entry, lines)


def _names_employer(lines: list[TextLine], number: int) -> bool:
    """Whether a line is an employer with its mark and else a place at most."""
    text = lines[number].text
    marked = looks_like_company(text.partition(",")[0]) and title_likeness(text) < 2
    return marked and "\t" not in text and is_head_of(lines, number)


def _is_in_bracketed_country(text: str) -> bool:
    """Whether a line is an employer and its place as Europass writes it: "ISTAT, Rome (Italy)"."""
    found = _BRACKETED_COUNTRY.fullmatch(text)
    return found is not None and looks_like_place(f"{found['town']}, {found['country']}")


def _stands_alone(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a short capitalised line stands between the dates and what was done: an employer
    that no mark gives away ("Oracle")."""
    text = lines[number].text
    name, _, rest = text.partition(",")
    if number + 1 >= limit or len(name.split()) > 5 or len(rest.split()) > 5:
        return False
    if not _is_capitalised(text):
        return False
    after = lines[number + 1].text
    if _PLACE_LABEL.match(after):
        return True
    if after.partition(":")[0].casefold() in CAPTIONS:
        return True
    n_words = len(after.split())
    sentence = (n_words >= 4 and after.endswith(".")) or (n_words >= 8 and not is_header(after))
    return after.startswith("•") or sentence


def _is_last_of_job(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a capitalised line is all that stands between the dates and the next job, or what
    was done: "Lakeside Freight, Oslo"."""
    text = lines[number].text
    if not _is_capitalised(text) or len(text.split()) > _MAX_SMALL_WORDS:
        return False
    return number + 1 == limit or lines[number + 1].text.startswith("•")


def _is_capitalised(text: str) -> bool:
    """Whether a line is words with capitals, and no caption: "Bank of Hill and Dale"."""
    if text[-1] in ":." or text.casefold() in CAPTIONS:
        return False
    return all(word[0].isupper() or len(word) <= 3 for word in text.split())


def _pieces_of(entry: Entry, lines: list[TextLine]) -> list[Piece]:
    pieces: list[Piece] = []
    for number in entry.lines:
        line = lines[number]
        first, last = entry.cuts.get(number, (0, 0))
        # Of a bullet that tells what was done the dates alone are of the header.
        stop = last if entry.runs_on and last else _header_end(line.text, last)
        pieces += split_header(line.text[:first], line.start)
        pieces += split_header(line.text[last:stop], line.start + last)
        entry.end = line.start + stop
    return pieces


def _header_end(text: str, start: int) -> int:
    """Where a header ends in a line that runs on into what was done: after employer and town."""
    if start and _SENTENCE_BEHIND.match(text, start):
        return start
    if len(text) - start <= MAX_HEADER_CHARS:
        return len(text)
    named = ANONYMOUS.search(text, start, start + MAX_HEADER_CHARS)
    if named is None:
        return start if start else len(text)
    place = _TOWN.match(text, named.end())
    return place.end() if place else named.end()


def _run_on(entries: list[Entry], lines: list[TextLine]) -> None:
    """Find the missing titles that open the sentence behind the header."""
    for at, entry in enumerate(entries):
        if entry.company is not None and _is_degree(entry.company.text):
            entry.company = None
        if entry.title is not None:
            if entry.company is None:
                _employer_below(entry, lines)
            continue
        last = entry.lines[-1]
        limit = entries[at + 1].lines[0] if at + 1 < len(entries) else len(lines)
        for number in range(last, min(last + 2, limit)):
            line = lines[number]
            shift = max(0, entry.end - line.start)
            shift += len(line.text[shift:]) - len(line.text[shift:].lstrip(f"{TRIM}•"))
            if (found := leading_title(line.text[shift:])) is None:
                continue
            length, employer = found
            entry.title = Piece(line.text[shift : shift + length], line.start + shift)
            entry.end = entry.title.end
            if entry.company is None and employer is not None:
                first, end = shift + employer[0], shift + employer[1]
                entry.company = Piece(line.text[first:end], line.start + first)
                entry.end = entry.company.end
            if number > last:
                entry.lines.append(number)
            break


def _is_degree(text: str) -> bool:
    """Whether what was taken for an employer is a degree of the column beside."""
    degree = find_degree(text)
    return degree is not None and degree.span == (0, len(text)) and " " in text


def _employer_below(entry: Entry, lines: list[TextLine]) -> None:
    """Take the employer that opens the sentence below the header."""
    below = entry.lines[-1] + 1
    if below < len(lines) and (span := leading_employer(lines[below].text)) is not None:
        entry.company = Piece(lines[below].text[slice(*span)], lines[below].start + span[0])
        entry.end = entry.company.end
        entry.lines.append(below)


def _is_certificate(entry: Entry) -> bool:
    """Whether a dated title is an exam: "Acme Certified Network Associate, 2019"."""
    if entry.title is None or entry.dates.ranged:
        return False
    return _CERTIFICATE.match(entry.title.text) is not None


def _is_break(entry: Entry, lines: list[TextLine]) -> bool:
    """Whether the header tells of months without a job: "Stay at Home Parent", "Career break"."""
    return any(_BREAK.match(lines[number].text) for number in entry.lines[:2])


def _begun(entries: list[Entry]) -> Entry | None:
    """The newest job when a month stands alone beside it ("March 2015") and none is current: it
    began then, and nobody says when it ended. Of another job such a month is all it lasted."""
    newest = max(entries, key=lambda entry: _first(entry.dates))
    dates = newest.dates
    alone = dates.start is not None and dates.start == dates.end and not dates.ranged
    return newest if alone and not any(entry.dates.current for entry in entries) else None


def _first(dates: DateRange) -> int:
    return dates.start.index if dates.start else 0


def _positions(entries: list[Entry], lines: list[TextLine], end: int) -> list[Position]:
    begun = _begun(entries)
    starts = [lines[entry.lines[0]].start for entry in entries]
    return [
        Position(
            title=entry.title.text if entry.title else "",
            company=entry.company.text if entry.company else "",
            start=entry.dates.start,
            end=None if entry is begun else entry.dates.end,
            current=entry.dates.current,
            header=(start, entry.end),
            span=(start, after),
        )
        for entry, start, after in zip(entries, starts, [*starts[1:], end], strict=True)
    ]
