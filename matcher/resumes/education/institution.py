"""Names of schools in a line of education: the university of a faculty, and foreign names."""

from __future__ import annotations

import re
from itertools import pairwise

from matcher.resumes.education.schools import SECONDARY, find_school, school_end, school_start
from matcher.resumes.education.vocabulary import (
    field_length,
    is_field,
    is_field_word,
    opens_field,
)
from matcher.resumes.places import COUNTRIES, STATE_NAMES, US_STATES

_UNIVERSITY = re.compile(r"\b(?:univ|polytechnic|politec)", re.IGNORECASE)
_PART = re.compile(
    r"\b(?P<kind>faculty|fakultät|facultad|department|dept\.?|school|college|division)"
    r" (?:of|for|für|de) (?P<subject>\w+)",
    re.IGNORECASE,
)
# "Hill Sr. High", which lacks its last word.
_HIGH = re.compile(r"(?<=\b[JS]r\. )High\b(?! School)", re.IGNORECASE)
# "College of Arts, Commerce & Science"
_SUBJECTS = re.compile(r"(?:\s?,\s?[A-Z][a-z]+)*\s(?:&|and)\s[A-Za-z]+(?:\sStudies)?")
_FACULTY = re.compile(r"(?:faculty|department|school) of\s", re.IGNORECASE)
_OF_SUBJECT = re.compile(r"\sof\s\w+$", re.IGNORECASE)
# Before "School" in the name of a field: "Secondary School Teaching".
_GRADES = frozenset("elementary primary middle secondary high public pre early & and".split())
_CENTRE = re.compile(r"\s(?:Health Sciences?|Medical) Cent(?:er|re)\b")
# How names go on that open with their kind in a Romance language: "Institut Supérieur d'Optique".
_ROMANCE = re.compile(
    r"(?:\s(?:(?:dell|de l)['’]|(?:de la|de las|de los|des|del|della|dello|degli|delle|de|du|di|da"
    r"|do|dos|e|et|y|la)(?!\w))"
    r"|\s?\b[dl]['’](?=[A-ZÀ-Ž])|\s[A-Z]\.(?=\s)|\s?[A-ZÀ-Ž][\w-]+)+(?<=\w)"
)
_ROMANCE_KIND = re.compile(
    r"institut(?:o)?|istituto|école|ecole|escuela|escola|université|universidade?|università|lycée|liceo"
    r"|col[eé]gio|collège|iut",
    re.IGNORECASE,
)
# With which a foreign name goes on: "Università degli Studi di", "Gymnasium am".
_FOREIGN = re.compile(
    r"(?:\s(?:(?:degli|delle|della|dello|de la|de las|de los|del|do|da|dos|di|am|an der|zu|für"
    r"|van)\s|dell['’]\s?)[A-ZÀ-Ž][\w-]+(?:\s[A-ZÀ-Ž][\w-]+)*)+"
)
# Which open names and close none.
_OPENING = re.compile(
    r"universi(?:dad\w?|dade|té|tà|tat)|instituto|escuela|escola|école|ecole|politecnico|lycée|liceo",
    re.IGNORECASE,
)
# "Sorbonne Université", "Aix-Marseille Université", where nothing follows.
_NAME_BEFORE = re.compile(r"[A-ZÀ-Ž][\w'’-]+(?: (?:de |des |la )?[A-ZÀ-Ž][\w'’-]+){0,2} $")
# What high schools are said to teach, before their names.
_TRACK = re.compile(
    r"(?:general|academic|college prep\w*|standard|regents|honou?rs|high school)\s", re.IGNORECASE
)
_JOINED = re.compile(r"\b(?:of|at|for|in|and|de|di)\b|[-–&]", re.IGNORECASE)
_DASH = re.compile(r"\w-\s")
_NUMBER = re.compile(r"\s(?:no\.?|nr\.?|#|№)\s?\d{1,4}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s\d{1,2}(?=\s*(?:$|[,;(|–-]))")  # "Université Lumière Lyon 2"
# "Institute of Technology Fernhill", with nothing behind it.
_TOWN_BEHIND = re.compile(r"\s(?P<town>[A-Z][a-z]{3,})$")
_STATE = re.compile(rf"\s?,\s?(?:{US_STATES}|{STATE_NAMES}|{COUNTRIES})\b")
# Universities that are named by their town too.
_CAMPUSED = re.compile(
    rf"(?:University of (?:{STATE_NAMES})|(?:{STATE_NAMES}) State University"
    r"|State University of New York)$",
    re.IGNORECASE,
)
_CAMPUS = re.compile(
    r"(?:,\s|\s?[-–]\s)(?P<town>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?=\s*(?:$|[-–,(|]|ï¼))"
)


def institution_in(text: str) -> re.Match[str] | None:
    """The kind of the school that a text names: of a faculty and its university the latter, and
    none in the name of a field ("School Administration")."""
    kind = find_school(text)
    high = _HIGH.search(text)
    if high is not None and (kind is None or high.start() < kind.start()):
        return high
    while kind is not None and _is_subject(text, kind):
        kind = find_school(text, kind.end())
    above = find_school(text, kind.end()) if kind else None
    while above is not None and kind is not None:
        between = text[kind.end() : above.start()]
        parted = kind[0].casefold().startswith("fa") or re.search(r",|\s[-–]\s", between)
        if parted and is_above(above, text[: kind.end()] + between):
            return above
        above = find_school(text, above.end())
    return kind


def is_high(kind: re.Match[str]) -> bool:
    """Whether the kind of a school is that of one that gives no degrees."""
    return SECONDARY.match(kind[0]) is not None


def part_start(text: str, school: int) -> int:
    """Where the part of a university begins that stands before the name of the latter at an
    offset, and behind a field; that offset when there is none."""
    part = _PART.search(text, 0, school)
    if part is None:
        return school
    if comma := text.rfind(",", 0, part.start()) + 1:
        return comma
    kind = find_school(text, 0, school)
    return name_start(text, kind, after_degree=True) if kind else part.start()


def name_start(text: str, kind: re.Match[str], level: int = 0, *, after_degree: bool) -> int:
    """Where the name of a school begins, see :func:`school_start`;
    ``level`` is that of the degree before it."""
    if _OPENING.fullmatch(kind[0]):
        named = _NAME_BEFORE.search(text, 0, kind.start())
        closes = named and not text[kind.end() :].strip() and not is_field(named[0].strip())
        return named.start() if named and closes else kind.start()
    if level == 1 and (track := _TRACK.match(text, 0, kind.start())):
        return track.end()
    if _FACULTY.match(text) and is_university(kind[0]):
        return school_start(text, kind, after_degree=True)
    level = 1 if is_high(kind) else level
    if level == 1 and not opens_field(text.split()[0]) and "," not in text[: kind.start()]:
        return text.rfind(")", 0, kind.start()) + 1
    return school_start(text, kind, after_degree=after_degree and level != 1)


def has_track(text: str) -> bool:
    """Whether a text behind a diploma of a high school tells what was taught there."""
    return field_length(text) > 0 or _TRACK.match(f"{text} ") is not None


def _subject_end(text: str, kind: re.Match[str], end: int) -> int:
    """The end of a name that a field told behind it cut short: "Institute of Modern"."""
    words = text[kind.end() : end].split()
    if len(words) < 2 or words[0] != "of" or is_field_word(words[-1]):
        return end
    whole = school_end(text, kind, "")
    return whole if whole > end and is_field_word(text[:whole].split()[-1]) else end


def campus_end(text: str, end: int, *, stop: int | None = None) -> int:
    """Where the town of a university ends whose name ends at an offset; 0 when there is none.
    ``stop`` is where a degree begins."""
    campus = _CAMPUS.match(text[:stop] if stop and stop > end else text, end)
    if not campus or not _CAMPUSED.search(text, 0, end) or is_place_or_field(campus["town"]):
        return 0
    return campus.end()


def is_place_or_field(text: str) -> bool:
    """Whether a text is a state, a country or what may be studied."""
    first = text.split()[0]
    return (
        opens_field(first)
        or first in ("City", "State")
        or _STATE.fullmatch(f", {text}") is not None
    )


def name_end(text: str, kind: re.Match[str], field: str) -> int:
    """Where the name of a school ends, see :func:`school_end`."""
    end = _name_end(text, kind, field)
    french = kind[0].casefold() == "université"
    numbered = _NUMBERED.match(text, end) if french else None
    return numbered.end() if numbered else end


def _name_end(text: str, kind: re.Match[str], field: str) -> int:
    if number := _NUMBER.match(text, kind.end()):
        return number.end()
    if _ROMANCE_KIND.fullmatch(kind[0]) and (rest := _ROMANCE.match(text, kind.end())):
        stop = text.find(f" {field}", kind.end(), rest.end()) if field else -1
        return stop if stop > 0 else _before_field(text, kind.end(), rest.end())
    end = _subject_end(text, kind, school_end(text, kind, field))
    if dash := _DASH.search(text, kind.end(), end):
        return dash.start() + 1
    told_twice = f" of {field} {field}"
    if field and (at := text.find(told_twice, kind.end() - 1, end + len(field))) >= 0:
        return at + len(f" of {field}")
    if _STATE.match(text, end) and not _JOINED.search(text, kind.end(), end):
        return kind.end()  # "Hill University Boston, MA"
    return campus_end(text, end) or _whole_end(text, kind, end)


def _before_field(text: str, start: int, end: int) -> int:
    """The end of a foreign name without the field behind it: "Universidade de Aveiro Physics"."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for before, word in pairwise(words):
        if before[0][0].isupper() and is_field(text[start + word.start() : end]):
            return start + before.end()
    return end


def _whole_end(text: str, kind: re.Match[str], end: int) -> int:
    """The end of a name that goes on with a town, more subjects, or foreign words."""
    if _OF_SUBJECT.search(text, kind.end(), end):
        town = _TOWN_BEHIND.match(text, end)
        if town and not is_place_or_field(town["town"]):
            return town.end()
        subjects = _SUBJECTS.match(text, end)
        if subjects and is_field_word(text[kind.end() : end].split()[-1]):
            return subjects.end() if is_field_word(subjects[0].split()[-1]) else end
    more = _FOREIGN.match(text, end) or _CENTRE.match(text, end)
    return more.end() if more else end


def is_part_of_university(name: str) -> bool:
    """Whether the name of a school is that of a part of a university: "Hill College of Law"."""
    part = _PART.search(name)
    if part is None or _UNIVERSITY.search(name) is not None:
        return False
    return part["kind"].casefold().startswith(("fa", "dep")) or opens_field(part["subject"])


def is_university(name: str) -> bool:
    """Whether a name is that of a university."""
    return _UNIVERSITY.search(name) is not None


def is_above(kind: re.Match[str], name: str) -> bool:
    """Whether the kind of a school is that of the university of which a name is a part."""
    if not is_part_of_university(name):
        return False
    college = kind[0].casefold() == "college" and "college" not in name.casefold()
    return college or _UNIVERSITY.match(kind[0]) is not None


def _is_subject(text: str, kind: re.Match[str]) -> bool:
    """Whether "School" opens or goes on the name of a field: "Middle School Mathematics"."""
    before, after = text[: kind.start()].split(), text[kind.end() :].split()
    if text[: kind.end()].casefold() == "high school" and find_school(text, kind.end()):
        return True
    if after and after[0] in ("Diploma", "Equivalency", "Degree", "Success"):
        return True
    return (
        kind[0].casefold() in ("school", "college")
        and bool(after)
        and (
            is_field_word(after[0])
            or (not before and after[0] in ("and", "&"))
            or after[0].startswith(("Certificate", "Prep"))
        )
        and all(opens_field(word) or word.casefold() in _GRADES for word in before)
    )
