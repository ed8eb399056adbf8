"""What was studied, in a text that may say more."""

from __future__ import annotations

import re

from matcher.resumes.degrees import CONNECTOR, degrees_in, find_degree
from matcher.resumes.education.cues import SENTENCE, TRIM, doubled
from matcher.resumes.education.schools import SECONDARY
from matcher.resumes.education.vocabulary import is_field, is_field_word
from matcher.resumes.places import COUNTRY_AT_END, looks_like_place

# Before what was studied, in a line of its own.
_LABEL = re.compile(
    r"(?:majors?|concentration|speciali[sz]ation|field of study)\s?(?::|in\b)\s*", re.IGNORECASE
)
_MINOR = re.compile(r";|[,/]?\s?\bMinors?\b\s?:", re.IGNORECASE)
# What is told beside a field.
_STOP = re.compile(
    r"[(\[]|\bincl(?:uding)?\b|\bG\.?P\.?A|,?\s?\bGrade\s?:|,\s?(?:grade|mention|voto|nota|note)\s|\s(?:with|at)\s|(?<!\bSt)\.\s(?=[A-Z])|[,/]?\s?\bMinor(?:ed)?\b|\bEQF\b"
    r"|\bCum Laude|\bMagna|\bSumma|\bhonou?rs\b|\b(?:Relevant )?Coursework|\bDean['’]?s"
    r"|\bNational Honor|\bThesis|\b\d{2,3}\s?%|\d\.\d\d?\b|\b(?:First|Second|Third)[- ]Class\b"
    r"|(?:,|\s[-–—])\s(?:Speciali[sz]ation|Concentration) in\b"
    r"|\bDistinction\b|\b\d:\d\b|\s\d+\s(?:credit|semester|quarter)|\s(?:City|State)\s?,",
    re.IGNORECASE,
)
_SUBJECTS = re.compile(r"\W*incl(?:uding)?\b", re.IGNORECASE)  # "5 Highers incl. Maths"
_REACHED = re.compile(
    r"(?:grades?|mention|(?:first|second|third)[- ]class)\b", re.IGNORECASE
)  # and nothing that was studied
_MAX_FIELD_CHARS = 120
_MAX_TRIMMED = 3  # characters before a degree that are no field
_MAX_UNKNOWN_WORDS = 3  # of a field of which only the last word is known
# Words that go on with what was cut off behind a field.
_ENDING = re.compile(
    r"(?:^|[\s,:]+)(?:degree|diploma|and|&|\d{1,2}|from(?: the)?)\s*$", re.IGNORECASE
)


def field_in(text: str, level: int) -> tuple[int, str]:
    """What was studied for a degree of the level, behind its offset in the text; "" when the text
    says nothing of it."""
    told = _before_stop(text)
    start = told.rfind(" : ") + 1
    told = _without_end(told[start:])
    if again := doubled(told):
        start, told = start + again + 1, told[again + 1 :]
    told = _before_repetition(told, level)
    lead = _degree_length(told)
    studied = told[lead:].strip(TRIM)
    return (text.index(studied, start + lead), studied) if _may_be_studied(studied) else (0, "")


def _before_stop(text: str) -> str:
    """The text before what is told beside a field; "with" may join two fields."""
    if _SUBJECTS.match(text):
        return ""
    for stop in _STOP.finditer(text, 1):
        if stop[0].strip() != "with" or not is_field(text[stop.end() :].strip(TRIM)):
            return text[: stop.start()]
    return text


def _without_end(text: str) -> str:
    country = COUNTRY_AT_END.search(text)
    return _ENDING.sub("", text[: country.start()] if country else text)


def _before_repetition(text: str, level: int) -> str:
    """The text before its last words told again, and before the degree told again."""
    if again := doubled(" ".join(reversed(text.split()))):
        text = text.rstrip()[: -again - 1]
    degrees = [degree.start for degree in degrees_in(text) if degree.level == level]
    if degrees and degrees[-1] > _MAX_TRIMMED and text[: degrees[-1]].strip(TRIM):
        return text[: degrees[-1]]
    return text


def _degree_length(text: str) -> int:
    """Length of the degree that opens a text, and of what links it with the field behind it: "MBA :
    Master Business Administration"."""
    degree = find_degree(text)
    if degree is None or text[: degree.start].strip(TRIM) or not text[degree.end :].strip(TRIM):
        return 0
    connector = CONNECTOR.match(text, degree.end)
    return connector.end() if connector else degree.end


def _may_be_studied(text: str) -> bool:
    """Whether a text is neither a degree again nor something that was reached or done."""
    if [degree.span for degree in degrees_in(text)] == [(0, len(text))]:
        return False
    if SECONDARY.fullmatch(text) or SENTENCE.match(text) or _REACHED.match(text):
        return False
    return sum(map(str.isalpha, text)) >= 2 and len(text) <= _MAX_FIELD_CHARS


# ---------------------------------------------------------------- in a line of its own


def tells_field(line: str) -> bool:
    """Whether a line says what was studied, with a label or without."""
    return labels_field(line) or (line[0].isupper() and is_field(line))


def labels_field(line: str) -> bool:
    """Whether a line says with a label what was studied: "Major: Economics"."""
    return _LABEL.match(line) is not None


def may_tell_field(line: str) -> bool:
    """Whether a line below a school may say what was studied there: a few words of which only the
    last is known, "Marine Ecology"."""
    words = line.split()
    short = len(words) <= _MAX_UNKNOWN_WORDS and line[0].isupper() and line.istitle()
    return short and is_field_word(words[-1]) and not looks_like_place(line)


def field_of_line(line: str) -> str:
    """What such a line says was studied, a minor left out."""
    return _MINOR.split(_LABEL.sub("", line, count=1))[0].strip(TRIM)
