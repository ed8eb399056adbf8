"""Which lines around its dates are the header of a job.

Resumes repeat one layout from job to job. The first job of a section shows how many lines stand
above its date; the others are read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    CAPTIONS,
    MAX_HEADER_CHARS,
    SEPARATOR,
    continues,
    ends_sentence,
    has_capital,
    is_anonymous,
    is_aside,
    is_head_of,
    is_header,
    is_labelled,
    label_kind,
    tells,
    town_behind,
    without_town,
)
from matcher.resumes.jobs.pieces import (
    TRIM,
    Entry,
    Piece,
    likeness,
    names_employer_after_comma,
    split_header,
)
from matcher.resumes.jobwords import (
    LIKELY,
    SURE,
    end_of_title,
    is_department,
    looks_like_company,
    title_likeness,
)
from matcher.resumes.places import PLACE_AT_END, looks_like_place
from matcher.resumes.telling import is_note
from matcher.resumes.text_lines import TextLine

_BRACKETED_COUNTRY = re.compile(
    r"[^,()]{2,60},(?: [^,()]{2,40},)? (?P<town>[^,()]{2,40}) \((?P<country>[^()]{2,30})\)"
)
_BULLET = "• "
# What the new form of Europass has under an employer: "City: Roma | Country: Italy".
_PLACE_LABEL = re.compile(r"(?:city|country|location|place): \w", re.IGNORECASE)
# Behind dates where a sentence follows: "2015 to 2019. Handled cash".
_SENTENCE_BEHIND = re.compile(r"\.\s+[A-Z]")
# Behind title, employer and dates: "Analyst, Acme (2019 to 2021): Built dashboards".
_SENTENCE_BEHIND_COLON = re.compile(r"\)?:\s+[A-Z]")
_MAX_EMPLOYER_WORDS = 6  # of one that stands over its titles
_MAX_ALONE_WORDS = 5  # of one that no mark gives away, and of its place
_MAX_SMALL_WORDS = 10  # of a title in small letters
_LEAST_ALIKE = 2  # jobs, which show how all are laid out
_MAX_LINES_ABOVE = 3
_MAX_LINES_BELOW = 2


@dataclass(slots=True)
class _Layout:
    """How the jobs of a section are laid out, as far as they were read."""

    n_above: int  # lines of a header over its dates
    employer_below: bool = False  # whether a job had its employer alone in the line below its dates
    employers_below: bool = False  # whether all jobs have a name there
    employers_marked: bool = False  # whether all have one with a mark in the line over their dates
    titles_below: bool = False  # whether a job had its title in the line below its dates
    taken: int = -1  # the last line of the job before


def spread(entries: list[Entry], lines: list[TextLine]) -> None:
    """Give each entry the header lines above and below its dates, and split them."""
    if not entries:
        return
    for entry in entries:
        _split(entry, lines)
    layout = _Layout(_n_lines_above(entries, lines))
    layout.employers_marked = _employers_are_marked(entries, lines)
    layout.employers_below = not layout.n_above and _employers_stand_below(entries, lines)
    for at, entry in enumerate(entries):
        if entry.further:
            layout.taken = entry.anchor
            continue
        limit = entries[at + 1].anchor if at + 1 < len(entries) else len(lines)
        above = _above(entry, lines, layout) or _anonymous_above(entry, lines, layout)
        entry.lines = [*above, *entry.lines]
        _split(entry, lines)
        _extend_below(entry, lines, limit, layout)
        over = entry.lines[0] - 1
        if over > layout.taken and _lacks_employer(entry) and _is_employer_over(lines, over):
            entry.lines.insert(0, over)
            _split(entry, lines)
        layout.taken = entry.lines[-1]
        if not layout.n_above and layout.taken == entry.anchor + 1:
            layout.employer_below = True
        below = next(_lines_below(entry, lines, limit), -1)
        if below in entry.lines and _holds_title(lines[below].text):
            layout.titles_below = True


# ---------------------------------------------------------------- above the dates


def _n_lines_above(entries: list[Entry], lines: list[TextLine]) -> int:
    """How many lines of the first job stand over its dates; more than two are of something else."""
    n_above = 0
    first = _start_of(entries[0], lines)
    while n_above < min(first, _MAX_LINES_ABOVE) and is_head_of(lines, first - n_above - 1):
        n_above += 1
    if n_above < first and n_above == _MAX_LINES_ABOVE:
        n_above = 0
    if n_above == 0 and _titles_stand_above(entries, lines):
        return 1
    return n_above


def _start_of(entry: Entry, lines: list[TextLine]) -> int:
    """The first line of an entry, or of the site of the employer that stands over it."""
    first = entry.lines[0]
    while first and is_aside(lines[first - 1].text):
        first -= 1
    return first


def _titles_stand_above(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether most dates without a title on their line have one on the line before."""
    bare = [
        entry for entry in entries
        if not any(title_likeness(piece.text) >= 2 for piece in entry.pieces)
    ]  # fmt: skip
    above = [entry.lines[0] - 1 for entry in bare if entry.lines[0] > 0]
    titled = sum(
        (title_likeness(lines[at].text) >= 2 and is_head_of(lines, at))
        or _is_marked_title(lines, at)
        for at in above
    )
    return titled * 2 >= max(1, len(bare))


def _employers_stand_below(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether each of several jobs has its title beside its dates and a name in the next line."""
    if len(entries) < _LEAST_ALIKE or any(entry.further for entry in entries):
        return False
    if 2 * sum(map(_lacks_employer, entries)) < len(entries):
        return False
    limits = [entry.anchor for entry in entries[1:]] + [len(lines)]
    return all(
        (_lacks_employer(entry) or _may_be_title(entry))
        and any(_may_be_name(lines, at) for at in islice(_lines_below(entry, lines, limit), 1))
        for entry, limit in zip(entries, limits, strict=True)
    )


def _may_be_title(entry: Entry) -> bool:
    """Whether all that stands beside dates may be a title that its words do not show."""
    return len(entry.pieces) == 1 and not looks_like_company(entry.pieces[0].text)


def _lines_below(entry: Entry, lines: list[TextLine], limit: int) -> Iterator[int]:
    """The lines between the dates of a job and the next one that may be of its header."""
    return (at for at in range(entry.anchor + 1, limit) if not is_aside(lines[at].text))


def _employers_are_marked(entries: list[Entry], lines: list[TextLine]) -> bool:
    """Whether several jobs are items of a list, each a name over a line of dates alone."""
    over = [entry.lines[0] - 1 for entry in entries]
    return (
        len(entries) >= _LEAST_ALIKE
        and not any(entry.pieces for entry in entries)
        and all(at >= 0 and lines[at].text.startswith(_BULLET) for at in over)
        and all(_is_short_name(lines[at].text.removeprefix(_BULLET)) for at in over)
    )


def _may_be_name(lines: list[TextLine], at: int) -> bool:
    """Whether a line of a header is a short name, with a place at most."""
    return is_head_of(lines, at) and _is_short_name(lines[at].text)


def _is_short_name(text: str) -> bool:
    name, _, place = text.partition(",")
    return (
        _is_capitalised(text)
        and max(len(name.split()), len(place.split())) <= _MAX_ALONE_WORDS
        and not _holds_title(text)
        and not is_department(text)
    )


def _above(entry: Entry, lines: list[TextLine], layout: _Layout) -> list[int]:
    """As many lines over the dates as in other jobs, or one that only looks less like a header."""
    above: list[int] = []
    at = _start_of(entry, lines) - 1
    if layout.employers_marked:
        return [at]
    while len(above) < layout.n_above and at > layout.taken and is_head_of(lines, at):
        above.insert(0, at)
        at -= 1
    if titled := _titles_over(entry, lines, above, layout):
        return titled
    if above or not layout.n_above or at <= layout.taken:
        return above
    marked = not entry.pieces and _is_marked_title(lines, at)
    small = _names_nothing(entry, lines) and _may_be_small_title(lines, at)
    return [at] if marked or small else []


def _titles_over(
    entry: Entry, lines: list[TextLine], above: list[int], layout: _Layout
) -> list[int]:
    """The lines over dates that stand alone, or beside a place, down from the title, where another
    layout than that of the other jobs left it out: "Clerk", "Beta Ltd", "2012"."""
    below = entry.anchor + 1
    if below < len(lines) and not _opens_body(lines[below].text):
        return []
    if not all(looks_like_place(piece.text) for piece in entry.pieces):
        return []
    if any(_holds_title(lines[at].text) for at in above):
        return []
    for at in range(entry.lines[0] - 1, layout.taken, -1):
        if entry.lines[0] - at > _MAX_LINES_ABOVE or not is_head_of(lines, at):
            return []
        if _holds_title(lines[at].text):
            return list(range(at, entry.lines[0]))
    return []


def _holds_title(text: str) -> bool:
    return any(title_likeness(part) >= LIKELY for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part for piece in SEPARATOR.split(text) if piece for part in piece.split(", ") if part]


def _is_marked_title(lines: list[TextLine], at: int) -> bool:
    """Whether a line is a title with a mark before it, as on a time line: "• Baker, Acme Ltd"."""
    text = lines[at].text.removeprefix("• ")
    if text == lines[at].text or not is_header(text):
        return False
    return any(title_likeness(part) == SURE for part in _parts(text))


def _names_nothing(entry: Entry, lines: list[TextLine]) -> bool:
    """Whether dates and an employer without its name are all that stands in a line."""
    first, last = entry.cuts[entry.anchor]
    text = lines[entry.anchor].text
    rest = without_town(ANONYMOUS.sub("", f"{text[:first]} {text[last:]}"))
    return ANONYMOUS.search(text) is not None and not rest.strip(TRIM)


def _may_be_small_title(lines: list[TextLine], at: int) -> bool:
    """Whether a line may be a title in small letters: "Cook in kitchens and canteens"."""
    text = lines[at].text
    if not text[0].isupper() or text[-1] in ".,:;" or len(text.split()) > _MAX_SMALL_WORDS:
        return False
    return not tells(text) and (at == 0 or not continues(lines[at - 1].text, text))


def _anonymous_above(entry: Entry, lines: list[TextLine], layout: _Layout) -> list[int]:
    """The line over the dates when it is an employer without its name and no other job's."""
    at = entry.lines[0] - 1
    if at <= layout.taken or not is_anonymous(lines[at].text):
        return []
    below = range(entry.anchor + 1, min(entry.anchor + 2, len(lines)))
    named = any(ANONYMOUS.search(lines[number].text) for number in (*entry.lines, *below))
    return [] if named else [at]


def _lacks_employer(entry: Entry) -> bool:
    """Whether an entry has pieces, and all of them are titles or departments alone."""
    return bool(entry.pieces) and all(
        is_department(piece.text)
        or (
            piece.role != "company"
            and likeness(piece) >= 2
            and not names_employer_after_comma(entry)
            and not _holds_employer(piece.text)
        )
        for piece in entry.pieces
    )


def _holds_employer(title: str) -> bool:
    """Whether an employer stands in a title: "Healthcare Assistant" ends in its title, "Developer
    Acme Ltd" in an employer."""
    return looks_like_company(title) and end_of_title(title) != len(title)


def _is_employer_over(lines: list[TextLine], at: int) -> bool:
    """Whether a line is a name, with a place at most, between the body of the job before and a
    title: "Lakeside Freight, Oslo"; behind a bullet a place or a mark has to show it."""
    text = lines[at].text
    if text.startswith(_BULLET):
        return _is_employer_in_bullet(text.removeprefix(_BULLET))
    name, _, place = text.partition(",")
    if not is_head_of(lines, at) or not _is_capitalised(text):
        return False
    if title_likeness(name) >= 2 or is_department(name) or len(name.split()) > _MAX_EMPLOYER_WORDS:
        return False
    if len(place.split()) > 1 and not looks_like_place(place.strip()):
        return False
    above = lines[at - 1].text if at else "•"
    return above.startswith("•") or ends_sentence(above) or not is_header(above)


def _is_employer_in_bullet(text: str) -> bool:
    name = text.partition(",")[0]
    known = looks_like_place(SEPARATOR.split(text)[-1]) or looks_like_company(name)
    return known and " " in text and is_header(text) and title_likeness(name) < 2


# ---------------------------------------------------------------- below the dates


def _extend_below(entry: Entry, lines: list[TextLine], limit: int, layout: _Layout) -> None:
    """Take the lines below the dates that give a missing title or employer."""
    around = lines[max(0, entry.anchor - 1) : entry.anchor + 1]
    in_form = len(around) > 1 and all(is_labelled(line.text) for line in around)
    for number in islice(_lines_below(entry, lines, limit), _MAX_LINES_BELOW):
        if (
            (in_form and label_kind(lines[number].text))
            or _is_complete(entry, lines[number].text)
            or not is_head_of(lines, number)
            or _is_noted(lines[number].text)
            or (layout.n_above and _is_of_next(entry, lines, number, limit))
            or not _is_missing(entry, lines, number, limit, layout)
        ):
            return
        entry.lines.append(number)
        _split(entry, lines)


def _is_noted(text: str) -> bool:
    """Whether a line notes what was done and names no title: "Metrics for 1,100 services"."""
    parts = [part for part in (text, *SEPARATOR.split(text)) if part]
    named = ANONYMOUS.search(text) or any(title_likeness(part) >= LIKELY for part in parts)
    return not named and is_note(text)


def _has_title(entry: Entry) -> bool:
    return any(likeness(piece) >= 2 for piece in entry.pieces)


def _is_complete(entry: Entry, below: str) -> bool:
    """Whether title and employer are known without the next line."""
    if names_employer_after_comma(entry) and not _names_employer(below):
        return True
    if all(likeness(piece) >= 2 or is_department(piece.text) for piece in entry.pieces):
        return False
    # "Site Leader - Summer camp, 2012" over "Company Name": the employer is the line below.
    named_below = ANONYMOUS.match(below) and not any(p.role for p in entry.pieces)
    return _has_title(entry) and not named_below


def _is_of_next(entry: Entry, lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a line stands right above the dates of the next job, and this one has a title or a
    line above its own dates."""
    last = number + 1 == limit < len(lines)
    return last and (_has_title(entry) or entry.lines[0] < entry.anchor)


def _is_missing(
    entry: Entry, lines: list[TextLine], number: int, limit: int, layout: _Layout
) -> bool:
    """Whether a line gives what the lines before it lack."""
    text = lines[number].text
    if not entry.pieces or _is_marked_employer(text):
        return True
    titled = _has_title(entry)
    parts = [] if titled else split_header(text[:MAX_HEADER_CHARS], 0)
    if any(title_likeness(part.text) >= 2 for part in parts):
        return True
    first = number == next(_lines_below(entry, lines, limit))
    few = len(text.split()) <= _MAX_ALONE_WORDS
    if first and layout.titles_below and not titled and few and _is_capitalised(text):
        return True  # a title that its words do not show
    if any(_holds_employer(piece.text.partition(",")[0]) for piece in entry.pieces):
        return False
    if titled and _stands_alone(lines, number, limit):
        return True
    if first and layout.employers_below:
        return True
    usual = layout.employer_below and first
    return usual and _is_last_of_job(lines, number, limit)


def _is_marked_employer(text: str) -> bool:
    """Whether a line has the mark of an employer, or ends in its place."""
    return (
        looks_like_company(text)
        or ANONYMOUS.search(text) is not None
        or PLACE_AT_END.search(text) is not None
        or _is_in_bracketed_country(text)
    )


def _names_employer(text: str) -> bool:
    """Whether a line is an employer with its mark and else a place at most."""
    name = text.partition(",")[0]
    marked = looks_like_company(name) and _is_capitalised(name) and title_likeness(text) < 2
    return marked and "\t" not in text


def _is_in_bracketed_country(text: str) -> bool:
    """Whether a line is an employer and its place as Europass writes it: "ISTAT, Rome (Italy)"."""
    found = _BRACKETED_COUNTRY.fullmatch(text)
    return found is not None and looks_like_place(f"{found['town']}, {found['country']}")


def _stands_alone(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a short capitalised line stands between the dates and what was done: an employer
    that no mark gives away ("Oracle")."""
    text = lines[number].text
    if number + 1 >= limit or not _is_capitalised(text):
        return False
    name, _, place = text.partition(",")
    if max(len(name.split()), len(place.split())) > _MAX_ALONE_WORDS:
        return False
    return _opens_body(lines[number + 1].text)


def _opens_body(text: str) -> bool:
    """Whether a line is a place, a caption, a bullet or a sentence: none of a header."""
    if _PLACE_LABEL.match(text) or text.partition(":")[0].casefold() in CAPTIONS:
        return True
    n_words = len(text.split())
    sentence = (n_words >= 4 and text.endswith(".")) or (n_words >= 8 and not is_header(text))
    return sentence or text.startswith("•")


def _is_last_of_job(lines: list[TextLine], number: int, limit: int) -> bool:
    """Whether a capitalised line is all that stands between the dates and the next job, or what
    was done: "Lakeside Freight, Oslo"."""
    text = lines[number].text
    if not _is_capitalised(text) or len(text.split()) > _MAX_SMALL_WORDS:
        return False
    return number + 1 == limit or lines[number + 1].text.startswith("•")


def _is_capitalised(text: str) -> bool:
    """Whether a line is words with capitals, and no caption: "Bank of Hill and Dale"."""
    if text[-1] == ":" or ends_sentence(text) or text.casefold() in CAPTIONS:
        return False
    return all(has_capital(word) or len(word) <= 3 for word in text.split())


# ---------------------------------------------------------------- parts of the lines


def _split(entry: Entry, lines: list[TextLine]) -> None:
    """Set the pieces of the lines of a header, and where it ends."""
    pieces: list[Piece] = []
    for number in entry.lines:
        line = lines[number]
        first, last = entry.cuts.get(number, (0, 0))
        # Of a bullet that tells what was done the dates alone are of the header.
        told = entry.runs_on or (first and _SENTENCE_BEHIND_COLON.match(line.text, last))
        stop = last if told and last else _header_end(line.text, last)
        pieces += split_header(line.text[:first], line.start)
        pieces += split_header(line.text[last:stop], line.start + last)
        entry.end = line.start + stop
    entry.pieces = pieces


def _header_end(text: str, start: int) -> int:
    """Where a header ends in a line that runs on into what was done: after employer and town."""
    if start and (told := _SENTENCE_BEHIND.match(text, start)):
        # "2015 to 2019. Handled cash", but "Nov. 2024 – today. Consultant for Acme"
        return start if title_likeness(text[told.end() - 1 :]) < SURE else len(text)
    if len(text) - start <= MAX_HEADER_CHARS:
        return len(text)
    named = ANONYMOUS.search(text, start, start + MAX_HEADER_CHARS)
    if named is None:
        return start if start else len(text)
    return town_behind(text, named.end())
