"""Names that stand behind a column: its headings come first in the text, then the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from matcher.headings import letters
from matcher.records import SectionKind
from matcher.resumes.contact import looks_like_name
from matcher.resumes.heading_lines import Heading
from matcher.resumes.jobwords import title_likeness
from matcher.resumes.text_lines import TextLine

# LinkedIn's "Save to PDF" draws a side column, and under its last list the name of the person.
_LINKEDIN = re.compile(r"linkedin\.com/|\(LinkedIn\)", re.IGNORECASE)
_SIDE_KINDS = frozenset(
    {SectionKind.CONTACT, SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.CERTIFICATIONS,
     SectionKind.AWARDS, SectionKind.PUBLICATIONS}
)  # fmt: skip
_MAX_SIDE_LINES = 80
_MAX_TO_MAIL = 6  # lines from a name to the mail address under it


def line_of_name(lines: list[TextLine], headings: list[Heading]) -> int | None:
    """The number of the line with the name where headings come before it, None in any other
    document."""
    if not headings or headings[0].line:
        return None
    found = _name_under_side_column(lines, headings)
    return found if found is not None else _name_below(lines, headings)


def _name_under_side_column(lines: list[TextLine], headings: list[Heading]) -> int | None:
    """The name where a side column comes first in the text, as in a profile saved from LinkedIn.

    The name, the headline and the place stand between the last list of the side column and the
    first heading of the main one. Outside of LinkedIn the mail address has to show that it is one.
    """
    side = list(takewhile(lambda item: item.kind in _SIDE_KINDS and not item.inline, headings))
    end = headings[len(side)].line if len(side) < len(headings) else len(lines)
    if not side or end > _MAX_SIDE_LINES:
        return None
    opening = [line.text for line in lines[:end]]
    named = [at for at in range(side[-1].line + 1, end) if looks_like_name(opening[at])]
    addresses = [text for text in opening if "@" in text or "linkedin.com" in text]
    addressed = [at for at in named if _bear_out(opening[at], addresses)]
    if addressed:
        return addressed[-1]
    if side[0].kind is SectionKind.CONTACT and any(map(_LINKEDIN.search, opening)):
        return _first_over_title(named, opening)
    return None


def _first_over_title(named: list[int], texts: Sequence[str]) -> int | None:
    """The first name that a headline stands under, for a place can look like a name ("Greater
    Leeds"), and stands under the headline; else the first."""
    titled = [at for at in named if at + 1 < len(texts) and title_likeness(texts[at + 1]) >= 2]
    return next(iter(titled or named), None)


def _name_below(lines: list[TextLine], headings: list[Heading]) -> int | None:
    """The name where nothing stands over the first heading, for the column with the name is the
    last: the first one that the mail address under it bears out."""
    ends = [*(item.line for item in headings[1:]), len(lines)]
    for item, end in zip(headings, ends, strict=True):
        if item.kind is SectionKind.REFERENCES:
            continue
        for at in range(item.line + 1, end):
            text = lines[at].text
            below = [line.text for line in lines[at + 1 : at + 1 + _MAX_TO_MAIL]]
            addresses = [other for other in below if "@" in other]
            if addresses and looks_like_name(text) and _bear_out(text, addresses):
                return at
    return None


def _bear_out(name: str, addresses: Sequence[str]) -> bool:
    """Whether a longer word of a name stands in an address."""
    reached = letters(" ".join(addresses))
    return any(letters(word) in reached for word in name.split() if len(word) > 2)
