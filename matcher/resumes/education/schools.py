"""Where a field of study ends and the name of a school begins.

Resumes write both with nothing between ("Accounting Harbour State University"), so the words
decide: those that fields are made of, and those that names of schools begin with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.resumes.degrees import degrees_in
from matcher.resumes.education.vocabulary import (
    LINKS,
    WORD,
    field_length,
    is_field_word,
    opens_field,
)

# Schools whose names say no kind, as they are written; none that is a town as well.
_KNOWN = (
    r"II?IT|IIM|NIT|BITS|MIT|Caltech|ETH|EPFL|KTH|RWTH|LMU|UCL|LSE|NYU|USC|UNC"
    r"|UNAM|INSEAD|NUS|NTU|HKUST|CMU|UIUC|UCSD|UCSB|UPenn|U[Mm]ass|Technion|Harvard|Yale|Cornell|Purdue"
    r"|NTNU|DTU|TUM|RIT|RPI|WPI|NJIT|SJSU|UMBC|UTSA|UTD|UCF|FIU|LSU|BYU|VCU|ASU|WGU|SNHU|UBC|McGill"
    r"|UNSW|RMIT|QUT|ANU|IISc|BITS Pilani|NITK?|VIT|VTU|JNTU[AHK]?|IGNOU|GTU|AKTU|UPTU|RGPV|WBUT"
    r"|MAKAUT|BPUT|LUMS|NUST|BUET|HEC Paris|ESSEC|ESCP|EDHEC|Sciences Po|CentraleSupélec|ENSAE"
    r"|T[ée]l[ée]com Paris|ESADE|IESE|Bocconi|WU Wien|VU Amsterdam|UvA|UGent|ULB|Aalto|Chalmers"
    r"|UCD|UCC|TCD"
    r"|SUTD|KAIST|POSTECH|HKU|CUHK|Tsinghua|PUC-Rio|UFRJ|UNICAMP|ITESM|U[TW](?=[ –-][A-Z][a-z])"
    r"|General Assembly|Le Wagon|Ironhack|Hack Reactor|Codecademy|DataCamp|Pluralsight|FutureLearn"
    r"|LinkedIn Learning|freeCodeCamp|Thinkful|CareerFoundry|HTL|INSA|IUT"
    r"|Carnegie Mellon|Stanford(?!, CA)|(?:TU|UC|KU)(?= [A-Z][a-zü])"
)
_SCHOOL = re.compile(
    r"(?<!\w)(?:(?:rijks|fern|bundes)?univers(?!al|e\b)\w{2,7}|univ\.?|colleges?|collège|schools?|institut\w{0,4}|academy"
    r"|académie|akademie|\w{0,12}hochschule|schule|\w{0,20}gymnasium|école|ecole|escuela|escola|instituto"
    r"|universidad\w?|universidade|politecnico|polytechnic|politechnika|uniwersytet|lycée|liceo"
    r"|faculty|fakultät|facultad|seminary|conservatory|bootcamp|coursera|udemy|udacity|edx"
    r"|(?:training|educational|career|learning|technical) center|ausbildungszentrum|berufsschule"
    r"|academia|tech|SUNY|CUNY|UCLA|DeVry(?! Univ)|Le Cordon Bleu"
    r"|col[eé]gio|hogeschool|liceum|lyceum|gymnázium|bundesgymnasium|szkoła|h[öø]gskol(?:a|an|en)|coleg|ysgol"
    r"|istituto|scuola|instytut|univerzi\w{2,7}|üniversitesi|egyetem|yliopisto"
    r"|ammattikorkeakoulu"
    r"|polytechnique|politehnica|politeknik|(?:maha|vishwa)?vidyalaya|vidya mandir|niketan"
    r"|technikum|lehranstalt|realschule|gesamtschule|berufskolleg|conservatoi?r[eio]|cégep|sekolah"
    rf"|(?-i:{_KNOWN})(?!\s?\([A-Z])"
    r"|(?<=[A-Z][a-z]{3} )high(?=\s*(?:$|[-–,]|\d{4}))"
    r"|(?<=[a-z]{4} )high(?=\s*(?:$|[-–,]|\d{4})))(?!\w)",
    re.IGNORECASE,
)
_UNIVERSITY = re.compile(r"univ", re.IGNORECASE)
# Schools that give a diploma of level 1.
SECONDARY = re.compile(
    r"\b(?:high(?: school)?|secondary school|senior secondary|gymnasium|lycée|liceo)\b",
    re.IGNORECASE,
)

# Small words in names of schools, and before them.
_JOINTS = frozenset("of at for für de del della di da do dei du and & the in from a an".split())
# What stands before the name of a school and is none of its words: "Attended Hill College".
_BEFORE_NAME = frozenset("attended graduated completed courses coursework by".split())
# Words of a field that stand before "Institute of" and "College of" in names of schools.
_BEFORE_OF = frozenset("art arts culinary fashion law medical technical business film".split())
# Words that names of schools begin with: "Tennessee", "Southern", "San", "The".
_OPENERS = frozenset(
    """the saint st. st mount mt. north south east west northern southern eastern western northwest
    northeast southeast southwest northwestern southeastern northeastern southwestern central new
    san santa los las el fort ft. la le royal american national federal united
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania rhode
    tennessee texas utah vermont virginia washington wisconsin wyoming""".split()
)
# Words that stand between the name of a school and its kind, and are no name by themselves.
_KINDS = frozenset(
    """state community technical technological city county junior senior christian catholic
    methodist baptist national international american polytechnic valley high career medical
    graduate aeronautical area regional central vocational online global open public business law
    women's a&m agricultural""".split()
)
_BEFORE_KIND = _KINDS | _JOINTS | LINKS
_WITHIN = re.compile(r"-[a-z]|['’]s?\s")  # "school-sponsored", "the college's"
_NO_SCHOOL = re.compile(r"\s(?:courses?|students?)\b", re.IGNORECASE)  # "University Course"
_CAMPUS = re.compile(r"-[A-Z]\w+")  # "University-Newark"
_OF = re.compile(r"\s+(?:of|at|für|de|del|for)\b", re.IGNORECASE)
# What ends the name of a school behind its kind.
_AFTER = re.compile(
    r"[,;:(|\t*•]|\s[–—-]\s|\s-(?=[A-Z])|ï¼|â€|(?<!\bSt)(?<!\bMt)(?<!\b[A-Z])\.\s(?=[A-Z])"
    r"|\s(?:City(?! (?:Univ|Coll|School))|State(?=\s*(?:$|,))|India|USA|G\.?P\.?A|Cum|Magna|Summa"
    r"|Dean['’]?s|Graduated|Minor|Major|Emphasis|Honou?rs|Relevant|Coursework|Expected|Earned|Completed"
    r"|Certificate|Diploma|Degree|Thesis|Present|Current|Assisted)\b",
    re.IGNORECASE,
)
_MAX_NAME_WORDS = 7  # of a school before its kind, and behind it


def find_school(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first word that is the kind of a school ("University") in a name, not in a sentence."""
    for found in _SCHOOL.finditer(text, start, len(text) if end is None else end):
        before = text[: found.start()].split()
        if _WITHIN.match(text, found.end()) or _NO_SCHOOL.match(text, found.end()):
            continue
        if text[: found.start()].endswith("(") and not _OF.match(text, found.end()):
            continue
        if found[0][0].isupper() or (before and before[-1][0].isupper() and len(before[-1]) > 1):
            return found
    return None


def may_end_name(word: str) -> bool:
    """Whether a word stands between a name and its kind: "State", "Community", "of"."""
    return word.casefold() in _BEFORE_KIND


def school_start(text: str, kind: re.Match[str], *, after_degree: bool) -> int:
    """Where the name of the school begins whose kind ("University") stands in a text.

    ``after_degree`` says that the text begins behind "Degree :" or "Degree in", with a field.
    """
    words, is_clause = _words_before(text, kind)
    if not words:
        return kind.start()
    of = _OF.match(text, kind.end()) is not None
    fields = [at for at, word in enumerate(words) if is_field_word(word[0])]
    if fields and (after_degree or is_clause or _tells_field(words, fields)):
        return _behind_field(words, fields, kind, of=of, after_degree=after_degree)
    if after_degree and not is_clause:
        return _start_by_name(words, kind, of=of)
    return words[-1 if words[-1][0] == "The" else -_MAX_NAME_WORDS :][0].start()


def _words_before(text: str, kind: re.Match[str]) -> tuple[list[re.Match[str]], bool]:
    """The words that may belong to the name of a school before its kind, and whether something is
    told before them."""
    clause = max(text.rfind(mark, 0, kind.start()) for mark in (",", ": ", ") ")) + 1
    words = list(WORD.finditer(text, clause, kind.start()))
    small = [at for at, word in enumerate(words) if _is_small(word[0])]  # of a sentence
    words = words[small[-1] + 1 if small else 0 :]
    while words and (words[0][0] in _JOINTS or words[0][0].casefold() in _BEFORE_NAME):
        words = words[1:]  # but not "The"
    return words, bool(clause or small)


def _is_small(word: str) -> bool:
    return word[0].islower() and len(word) > 3 and not is_field_word(word)


def _tells_field(words: list[re.Match[str]], fields: list[int]) -> bool:
    """Whether words begin with a field, or the begin of a name follows a field."""
    if opens_field(words[0][0]):
        return True
    return any(words[at + 1][0].casefold() in _OPENERS for at in fields if at + 1 < len(words))


def _behind_field(
    words: list[re.Match[str]],
    fields: list[int],
    kind: re.Match[str],
    *,
    of: bool,
    after_degree: bool,
) -> int:
    """The begin of a school behind the last word of a field before it."""
    is_university = _UNIVERSITY.match(kind[0]) is not None
    if fields[-1] == len(words) - 1:  # beside the kind
        beside = words[-1][0].casefold().rpartition("/")[2]
        if of and (is_university or beside not in _BEFORE_OF):
            return kind.start()
        if len(words) == 1:
            return kind.start() if after_degree and is_university else words[0].start()
        fields = fields[:-1]  # "Barnes Business College"
        if not fields:
            return words[0].start()
    at = fields[-1] + 1
    while at < len(words) - 1 and words[at][0].casefold() in LINKS - {"the"}:
        at += 2
    if at >= len(words) and all(
        opens_field(word[0]) or word[0].casefold() in LINKS for word in words
    ):
        return words[0].start()  # "Humanities and Science Institute"
    return words[min(at, len(words) - 1)].start()


def _start_by_name(words: list[re.Match[str]], kind: re.Match[str], *, of: bool) -> int:
    """The begin of a school behind a field of which no word is known."""
    if openers := [word for word in words if word[0].casefold() in _OPENERS]:
        return openers[0].start()
    at = len(words)
    while at > 0 and words[at - 1][0].casefold() in _KINDS:
        at -= 1
    if of:
        return words[at].start() if at < len(words) else kind.start()
    return words[max(0, at - 1)].start()


@dataclass(slots=True)
class _Name:
    """The name of a school while the words behind its kind are read."""

    end: int
    is_university: bool
    linked: str = ""  # the word before when it wants another one: "of", "and"
    has_subject: bool = False  # whether words of a field belong to it: "School of Business"


def school_end(text: str, kind: re.Match[str], field: str) -> int:
    """Where the name of a school ends whose kind stands in a text; ``field`` is what was studied,
    which resumes repeat behind the name."""
    campus = _CAMPUS.match(text, kind.end())
    start = campus.end() if campus else kind.end()
    limit = _limit(text, start, field)
    name = _Name(start, _UNIVERSITY.match(kind[0]) is not None)
    for number, found in enumerate(WORD.finditer(text, start, limit)):
        word = found[0]
        if _SCHOOL.fullmatch(word):
            name = _Name(found.end(), _UNIVERSITY.match(word) is not None)
        elif word.casefold() in _JOINTS:
            name.linked = word.casefold()
        elif number < _MAX_NAME_WORDS and word[0].isupper() and _goes_on(name, found, limit):
            _take(name, found)
        else:
            break
    return name.end


def _goes_on(name: _Name, word: re.Match[str], limit: int) -> bool:
    """Whether a capitalised word belongs to the name, and is no field told behind it."""
    if name.linked:
        return True
    opens = opens_field(word[0])
    if name.has_subject or not opens:
        return opens or not name.has_subject
    if not name.is_university and _closes_subject(word, name.end, limit):
        return True
    return _names_school(word.string[word.start() : limit])


def _take(name: _Name, word: re.Match[str]) -> None:
    """Let the name go on to the end of a word."""
    name.end = word.end()
    if name.linked:
        opens = opens_field(word[0])
        # "Institute for Home Science": after "for" any word may open the subject
        name.has_subject |= (opens or name.linked == "for") and not name.is_university
        if not opens or is_field_word(word[0]):  # "of Visual" wants another word
            name.linked = ""


def _closes_subject(word: re.Match[str], end: int, limit: int) -> bool:
    """Whether a word of a field ends the name of a school whose subject began with an unknown one:
    "School of Animal Health"."""
    text = word.string
    before = text[:end].split()
    alone = len(before) > 1 and before[-2].casefold() == "of"
    return alone and not text[word.end() : limit].strip()


def _limit(text: str, start: int, field: str) -> int:
    """Where at the latest the name of a school ends that goes on at an offset."""
    stops = [found.start() for found in [_AFTER.search(text, start)] if found]
    stops += [start + degree.start for degree in degrees_in(text[start:])[:1]]
    limit = min([len(text), *stops])
    again = text.casefold().find(f" {field.casefold()}", start, limit) if field else -1
    if again < 0 or text[start:again].casefold().rstrip().endswith((" of", " and", " &")):
        return limit
    return again if not text[again + 1 + len(field) :][:1].isalnum() else limit


def _names_school(text: str) -> bool:
    """Whether a text goes on with the name of a part: "Graduate School", "Business School"."""
    kind = find_school(text)
    return kind is not None and len(text[: kind.start()].split()) <= 3


def repeated_field(text: str, kind_start: int, after: str) -> int:
    """Length of the field that opens a text and that ``after``, what follows the school, repeats.

    Only the words before the kind of the school are looked at. 0 when nothing is repeated.
    """
    later = " ".join(after.casefold().split())
    for last in reversed(list(WORD.finditer(text, 0, kind_start))):
        phrase = " ".join(text[: last.end()].casefold().split())
        if len(phrase) < 3 or phrase in _OPENERS or not _is_told_again(phrase, later):
            continue
        more = last.end() + field_length(text[last.end() : kind_start])
        return more if text[more:kind_start].strip(" ,&") else last.end()
    return 0


def _is_told_again(phrase: str, later: str) -> bool:
    """Whether what stands later has a phrase by itself, not in a longer one, nor in a name."""
    at = later.find(phrase)
    while at >= 0:
        lead, tail = later[:at], later[at + len(phrase) :]
        alone = not (lead[-1:].isalnum() or lead[-1:] in ("&", "/") or tail[:1].isalnum())
        listed = lead.rstrip().endswith((" of", " and", " &", " in", " for", ",", ":"))
        if alone and not listed and not _SCHOOL.match(tail.lstrip()):
            return True
        at = later.find(phrase, at + 1)
    return False
