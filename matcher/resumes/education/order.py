"""What the entries of a section of education begin with: a date, a degree or a school."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matcher.resumes.education.cues import NOTE
from matcher.resumes.education.entry import Part
from matcher.resumes.education.fields import tells_field
from matcher.resumes.education.institution import is_part_of_university
from matcher.resumes.places import looks_like_place


def lead_of(texts: Sequence[str], said: Sequence[Part]) -> str:
    """What the first of several lines of an entry is: "date", "degree" or "school"; else "".
    ``said`` is what each line says first."""
    if _dates_lead(said):
        return "date"
    heads = [part for text, part in zip(texts, said, strict=True) if _is_head(text, part)]
    for part, below in pairwise(heads):
        if part.entry.kind and below.entry.kind:
            return part.entry.kind if part.entry.kind != below.entry.kind else ""
    return ""


def _is_head(text: str, part: Part) -> bool:
    """Whether a line is no date, place, field, note or item, which stand below or beside others."""
    if part.is_date or looks_like_place(text):
        return False
    return part.is_entry or not (text.startswith("•") or tells_field(text) or NOTE.match(text))


def _dates_lead(said: Sequence[Part]) -> bool:
    """Whether dates stand in lines of their own over the entries that they belong to: over the
    first line, or over a school at the end, below an entry that has its school."""
    dates = [at for at, part in enumerate(said) if part.is_date]
    if not dates or dates[0] + 1 == len(said):
        return False
    if not any(part.is_entry for part in said[: dates[0]]):
        below = said[dates[0] + 1]
        return below.entry.year in (None, below.late)
    if dates[-1] + 1 == len(said):
        return False
    above, below = said[dates[-1] - 1], said[dates[-1] + 1]
    school = below.entry.institution
    if not school or below.entry.year is not None or is_part_of_university(school):
        return False
    return bool(above.entry.institution) or not above.is_entry
