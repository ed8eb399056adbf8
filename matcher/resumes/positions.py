"""Jobs of a work history: title, employer and months, read from the lines that carry dates.

Resumes repeat one layout from job to job. The first job of a section shows how many lines stand
above its date; the others are read the same way.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from matcher.records import Position
from matcher.resumes.dates import DateRange, find_ranges, months_in, writes_day_first
from matcher.resumes.header_lines import (
    ANONYMOUS,
    CAPTIONS,
    LABEL,
    MAX_HEADER_CHARS,
    MAX_HEADER_WORDS,
    is_head_of,
    is_header,
    names_a_job,
)
from matcher.resumes.job_headers import (
    TRIM,
    Entry,
    Piece,
    assign,
    likeness,
    names_employer_after_comma,
    settle_unknown,
    split_header,
)
from matcher.resumes.jobwords import is_department, looks_like_company, title_likeness
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.running import leading_title
from matcher.resumes.sections import TextLine
from matcher.resumes.stacks import stacked_dates
from matcher.resumes.undated import undated_positions, with_undated

# A town after an anonymised employer, with the mojibake of a dash between.
_TOWN = re.compile(r"\W{0,4}(?:ï¼\S?|â€\S)?\W{0,3}City\s?,\s?State\b")
# What somebody is in a club or a committee; it is no job.
_MEMBER = re.compile(
    r"(?:[\w-]+ ){0,2}(?:(?<!team )(?<!staff )(?<!crew )(?<!faculty )members?|volunteers?|student)",
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
_PAGE = re.compile(r"page \d{1,2} of \d{1,2}", re.IGNORECASE)
_AREA = re.compile(r"Greater [A-Z].{2,40}|[A-Z].{2,40} (?:Metropolitan )?Area")
_ROUNDED = 1  # month by which the lengths of titles miss that of their group
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
    entries = _anchors(lines, today=today)
    if not _read_profile(entries, lines):
        _spread(entries, lines)
        for entry in entries:
            assign(entry, lines)
        settle_unknown(entries)
        _run_on(entries, lines)
    entries = [
        entry
        for entry in _merge_bare(entries)
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
        ]
    if not entries:
        return undated_positions(lines, end) if not strict else []
    _inherit_company(entries)
    return _positions(entries, lines, end)


# ---------------------------------------------------------------- lines with dates


def _anchors(lines: list[TextLine], *, today: date) -> list[Entry]:
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
        if _is_header_with_date(line.text, dates):
            kind = bulleted if line.text.startswith("•") else found
            kind.append(Entry(number, dates, [number], {number: dates.span}))
    if found or not bulleted:
        return found
    return [entry for entry in bulleted if entry.dates.ranged]


def _is_header_with_date(text: str, dates: DateRange) -> bool:
    before = ANONYMOUS.sub("", text[: dates.span[0]]).strip(f"{TRIM}.")
    if LABEL.match(before):
        before = ""  # "Period: 2019 – 2021"
    after = ANONYMOUS.sub("", text[dates.span[1] :]).strip(TRIM)
    n_before, n_after = len(before.split()), len(after.split())
    if not dates.ranged:
        if not n_before and ANONYMOUS.match(text[dates.span[1] :].strip(TRIM)):
            return True
        if n_before and n_after and "\t" not in text:
            return False
        rest = before or after
        return not rest or (n_before + n_after <= 9 and names_a_job(rest) and is_header(rest))
    if n_before + n_after <= MAX_HEADER_WORDS:
        return not before or is_header(before)
    if n_before > 10 or (before and not names_a_job(text[: dates.span[0]])):
        return False
    # A job whose first sentence runs on in the line of its dates.
    return bool(before) or names_a_job(text[dates.span[1] :][:60])


# ---------------------------------------------------------------- profiles of LinkedIn


def _read_profile(entries: list[Entry], lines: list[TextLine]) -> bool:
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
    for at, entry in enumerate(entries):
        limit = entries[at + 1].anchor if at + 1 < len(entries) else len(lines)
        dated = entry.lines  # the line with the dates, or the three lines of stacked ones
        entry.lines = [*_above(entry, lines, n_above, taken), *dated]
        entry.pieces = _pieces_of(entry, lines)
        _extend_below(entry, lines, limit, n_above)
        taken = entry.lines[-1]


def _titles_stand_above(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether most dates without a title on their line have one on the line before."""
    bare = [
        entry for entry in entries
        if not any(title_likeness(piece.text) >= 2 for piece in _pieces_of(entry, lines))
    ]  # fmt: skip
    above = [entry.lines[0] - 1 for entry in bare if entry.lines[0] > 0]
    titled = sum(title_likeness(lines[at].text) >= 2 and is_head_of(lines, at) for at in above)
    return titled * 2 >= max(1, len(bare))


def _above(entry: Entry, lines: list[TextLine], n_above: int, taken: int) -> list[int]:
    above: list[int] = []
    at = entry.lines[0] - 1
    while len(above) < n_above and at > taken and is_head_of(lines, at):
        above.insert(0, at)
        at -= 1
    return above


def _extend_below(entry: Entry, lines: list[TextLine], limit: int, n_above: int) -> None:
    """Take the lines below the dates that give a missing title or employer."""
    for number in range(entry.anchor + 1, min(limit, entry.anchor + 1 + _MAX_LINES_BELOW)):
        text = lines[number].text
        has_title = any(likeness(piece) >= 2 for piece in entry.pieces)
        if names_employer_after_comma(entry):
            return
        others = [
            piece for piece in entry.pieces
            if likeness(piece) < 2 and not is_department(piece.text)
        ]  # fmt: skip
        # "Site Leader - Summer camp, 2012" over "Company Name": the employer is the line below.
        named_below = ANONYMOUS.match(text) and not any(piece.role for piece in entry.pieces)
        if (has_title and others and not named_below) or not is_head_of(lines, number):
            return
        if number + 1 == limit < len(lines) and n_above and has_title:
            return  # the line above the next dates belongs to them
        parts = split_header(text[:MAX_HEADER_CHARS], 0)
        is_title = any(title_likeness(part.text) >= 2 for part in parts)
        names = (
            looks_like_company(text)
            or ANONYMOUS.search(text)
            or PLACE_AT_END.search(text)
            or _is_in_bracketed_country(text)
        )
        alone = has_title and _stands_alone(lines, number, limit)
        if not (is_title and not has_title) and not (names or alone or not entry.pieces):
            return
        entry.lines.append(number)
        entry.pieces = _pieces_of(entry, lines)


def _is_in_bracketed_country(text: str) -> bool:
    """Whether a line is an employer and its place as Europass writes it: "ISTAT, Rome (Italy)"."""
    found = _BRACKETED_COUNTRY.fullmatch(text)
    return found is not None and looks_like_place(f"{found['town']}, {found['country']}")


def _stands_alone(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a short capitalised line stands between the dates and what was done: an employer
    that no mark gives away ("Oracle")."""
    text = lines[number].text
    if number + 1 >= limit or len(text.split()) > 5 or text[-1] in ":.":
        return False
    if text.casefold() in CAPTIONS or not all(
        word[0].isupper() or len(word) <= 3 for word in text.split()
    ):
        return False
    after = lines[number + 1].text
    if after.partition(":")[0].casefold() in CAPTIONS:
        return True
    return after.startswith("•") or (len(after.split()) >= 8 and not is_header(after))


def _pieces_of(entry: Entry, lines: list[TextLine]) -> list[Piece]:
    pieces: list[Piece] = []
    for number in entry.lines:
        line = lines[number]
        first, last = entry.cuts.get(number, (0, 0))
        stop = _header_end(line.text, last)
        pieces += split_header(line.text[:first], line.start)
        pieces += split_header(line.text[last:stop], line.start + last)
        entry.end = line.start + stop
    return pieces


def _header_end(text: str, start: int) -> int:
    """Where a header ends in a line that runs on into what was done: after employer and town."""
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
        if entry.title is not None:
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


def _is_certificate(entry: Entry) -> bool:
    """Whether a dated title is an exam: "Acme Certified Network Associate, 2019"."""
    if entry.title is None or entry.dates.ranged:
        return False
    return _CERTIFICATE.match(entry.title.text) is not None


def _is_break(entry: Entry, lines: list[TextLine]) -> bool:
    """Whether the header tells of months without a job: "Stay at Home Parent", "Career break"."""
    return any(_BREAK.match(lines[number].text) for number in entry.lines[:2])


def _merge_bare(entries: list[Entry]) -> list[Entry]:
    """Fold "Acme 2015 – 2020" into the first of the titles that follow directly below it."""
    kept: list[Entry] = []
    for at, entry in enumerate(entries):
        after = entries[at + 1] if at + 1 < len(entries) else None
        bare = entry.title is None and entry.company is not None
        if bare and after and after.title and after.lines[0] == entry.lines[-1] + 1:
            after.company = after.company or entry.company
            after.lines = entry.lines + after.lines
        else:
            kept.append(entry)
    return [entry for entry in kept if entry.title or entry.company or entry.dates.ranged]


def _inherit_company(entries: list[Entry]) -> None:
    """A title without employer, and without lines above it, belongs to the employer before."""
    for before, entry in pairwise(entries):
        alone = entry.company is None and entry.title is not None and not entry.pieces
        if alone and before.company is not None and len(before.lines) > len(entry.lines):
            entry.company = before.company


def _positions(entries: list[Entry], lines: list[TextLine], end: int) -> list[Position]:
    starts = [lines[entry.lines[0]].start for entry in entries]
    return [
        Position(
            title=entry.title.text if entry.title else "",
            company=entry.company.text if entry.company else "",
            start=entry.dates.start,
            end=entry.dates.end,
            current=entry.dates.current,
            header=(start, entry.end),
            span=(start, after),
        )
        for entry, start, after in zip(entries, starts, [*starts[1:], end], strict=True)
    ]
