"""The lines over the dates of a job that are of its header."""

from __future__ import annotations

from matcher.resumes.jobs.header_lines import (
    ANONYMOUS,
    SEPARATOR,
    continues,
    ends_sentence,
    holds_title,
    is_anonymous,
    is_capitalised,
    is_head_of,
    is_header,
    opens_body,
    tells,
    without_town,
)
from matcher.resumes.jobs.layout import MAX_LINES_ABOVE, Layout, is_marked_title, start_of
from matcher.resumes.jobs.pieces import TRIM, Entry, has_title
from matcher.resumes.jobwords import is_department, looks_like_company, title_likeness
from matcher.resumes.places import looks_like_place
from matcher.resumes.text_lines import TextLine

_BULLET = "• "
_MAX_EMPLOYER_WORDS = 6  # of one that stands over its titles
_MAX_SMALL_WORDS = 10  # of a title in small letters


def lines_above(entry: Entry, lines: list[TextLine], layout: Layout) -> list[int]:
    """As many lines over the dates as in other jobs, or one that only looks less like a header."""
    above: list[int] = []
    at = start_of(entry, lines) - 1
    if layout.employers_marked:
        return [at]
    while len(above) < layout.n_above and at > layout.taken and is_head_of(lines, at):
        above.insert(0, at)
        at -= 1
    if titled := _titles_over(entry, lines, above, layout):
        return titled
    if above or not layout.n_above or at <= layout.taken:
        return above
    marked = not entry.pieces and is_marked_title(lines, at)
    small = _names_nothing(entry, lines) and _may_be_small_title(lines, at)
    return [at] if marked or small else []


def _titles_over(
    entry: Entry, lines: list[TextLine], above: list[int], layout: Layout
) -> list[int]:
    """The lines over dates that stand alone, or beside a place or an employer, down from the title,
    where another layout than that of the other jobs left it out: "Clerk", "Beta Ltd", "2012"."""
    below = entry.anchor + 1
    if below < len(lines) and not opens_body(lines[below].text):
        return []
    if has_title(entry) or not all(_is_place_or_employer(piece.text) for piece in entry.pieces):
        return []
    if any(holds_title(lines[at].text) for at in above):
        return []
    for at in range(entry.lines[0] - 1, layout.taken, -1):
        if entry.lines[0] - at > MAX_LINES_ABOVE or not is_head_of(lines, at):
            return []
        if holds_title(lines[at].text):
            return list(range(at, entry.lines[0]))
    return []


def _is_place_or_employer(text: str) -> bool:
    return looks_like_place(text) or looks_like_company(text)


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


def anonymous_above(entry: Entry, lines: list[TextLine], layout: Layout) -> list[int]:
    """The line over the dates when it is an employer without its name and no other job's."""
    at = entry.lines[0] - 1
    if at <= layout.taken or not is_anonymous(lines[at].text):
        return []
    below = range(entry.anchor + 1, min(entry.anchor + 2, len(lines)))
    named = any(ANONYMOUS.search(lines[number].text) for number in (*entry.lines, *below))
    return [] if named else [at]


def is_employer_over(lines: list[TextLine], at: int) -> bool:
    """Whether a line is a name, with a place at most, between the body of the job before and a
    title: "Lakeside Freight, Oslo"; behind a bullet a place or a mark has to show it."""
    text = lines[at].text
    if text.startswith(_BULLET):
        return _is_employer_in_bullet(text.removeprefix(_BULLET))
    name, _, place = text.partition(",")
    if not is_head_of(lines, at) or not is_capitalised(text):
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
