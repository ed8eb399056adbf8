"""Certificates, courses and studies without a degree, which resumes list among their degrees.

What a school certified is education without a degree; a licence or a seminar that nobody but its
organiser gave is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.resumes.education.cues import TRIM
from matcher.resumes.education.schools import find_school

_LABEL = (
    r"attended|certifi?cat(?:ions?|es?)|certified(?!.{1,40}certificat)|licen[cs](?:e|ed|ure)|credentials?|seminars?|workshops?|training"
    r"|courses?|coursework|continuing education|some college|no degree"
    r"|non[- ]degree|select one|N/A|nano-?degrees?|micro-?masters|immersive|speciali[sz]ation"
)
# A label with up to eight words before it: "Completed Nursing Assistant Certificate Program in".
_COURSE = re.compile(
    rf"(?P<lead>(?:[\w&/'’.#()+-]+,? ){{0,8}}?)(?P<label>{_LABEL})\b"
    r"(?! (?:institute|center|centre|school|academy|board|college|division|department)\b)"
    r"(?: program(?:me)?\b| courses?\b| of (?:successful )?(?:completion|attendance)\b)?"
    r"(?:\s\((?:[A-Z]{2,6}|no degree)\))?",
    re.IGNORECASE,
)
# What the label says was learnt, before a colon that tells it in short: "Certificate of Craft :".
_NAMED = re.compile(
    r"\s(?:in|of|for|as|on)\s(?P<named>[^:,;|\d]{3,60}?)(?=\s?:\s|$)", re.IGNORECASE
)
_LINK = re.compile(r"\s?(?:[,:–-]|\b(?:in|of|for|as|on|at)\b)\s?(?:the\s)?", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:completed|attended|professional|technical|graduate|post[- ]?graduate|various|additional"
    r"|level|working|towards?|college|a|an|the)(?:\s|$)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"seminars?|workshops?|certified|licensed", re.IGNORECASE)  # no school does
_PURSUED = re.compile(r"pursuing", re.IGNORECASE)
_TRAILING = re.compile(r"\s(?:under|post)?-?(?:graduate|professional)$", re.IGNORECASE)
_JOINT = re.compile(r"(?:or|and|&)\s|\d", re.IGNORECASE)
_DATED = re.compile(r"\W{0,3}(?:\w{3,9} )?\d")
_LISTED = re.compile(
    r"courses?|coursework|training|certifications|certificates|licen[cs]es|credentials",
    re.IGNORECASE,
)  # of the degree above


@dataclass(frozen=True, slots=True)
class Course:
    """The label of a course at the begin of a line; ``end`` is where its field or school begins,
    ``field`` what the label itself names, from ``field_start`` on."""

    start: int
    end: int
    field: str
    field_start: int
    is_schooling: bool  # whether it is education where a school gave it
    is_marked: bool  # whether a mark says that the field follows
    is_titled: bool  # whether a colon or a comma stands behind it, as behind a degree


def course_in(text: str, start: int = 0) -> Course | None:
    """The course or certificate that a text begins with at an offset."""
    start += len(text[start:]) - len(text[start:].lstrip(TRIM))
    found = _COURSE.match(text, start)
    if found is None or not _is_label(text, found):
        return None
    field, field_start, end = _named(text, found)
    link = _LINK.match(text, end)
    listed = _LISTED.fullmatch(found["label"]) is not None
    if listed and (not (link or field) or not find_school(text, end)):
        return None  # "Course 1", "Courses: Botany"
    if link and not (field and link[0].strip() == ","):
        end = link.end()
    schooling = _TOLD.fullmatch(found["label"]) is None
    if schooling and not link and _is_told(text[end:]):
        return None
    marked = link is not None and not link[0].strip().startswith(("at", ","))
    titled = text[:end].rstrip().endswith((":", ",")) and not listed
    return Course(start, end, field, field_start, schooling, marked, titled)


def _is_label(text: str, found: re.Match[str]) -> bool:
    """Whether a label is neither part of the name of a school nor a word of a sentence."""
    lead, label = found["lead"], found["label"].lower()
    if find_school(text, found.start(), found.start("label")):
        return False
    return not (_PURSUED.match(lead) or (lead and label == "attended"))


def _named(text: str, found: re.Match[str]) -> tuple[str, int, int]:
    """What a label itself says was learnt, its offset, and where the label ends."""
    named = _NAMED.match(text, found.end())
    if named is not None and not find_school(named["named"]):
        field, at, end = _stripped(named["named"]), named.start("named"), named.end()
    else:
        field, at, end = _stripped(found["lead"]), found.start("lead"), found.end()
    return field, text.index(field, at), end


def _is_told(behind: str) -> bool:
    """Whether a sentence goes on behind a label, and no date or school stands there."""
    return bool(behind.strip(TRIM)) and not (_DATED.match(behind) or find_school(behind))


def _stripped(lead: str) -> str:
    """What a course is about, of the words before its label."""
    while word := _LEADING.match(lead):
        lead = lead[word.end() :]
    lead = _TRAILING.sub("", lead.strip(TRIM))
    return "" if _JOINT.match(lead) else lead
