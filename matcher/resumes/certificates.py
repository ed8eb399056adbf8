"""Certificates and licences of a resume, with the dates of issue and expiry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from matcher.records import Certificate, Line, Mention, Month, Resume, SectionKind, Skill
from matcher.resumes.dates import DateRange, find_ranges
from matcher.resumes.jobwords import ends_as_company, is_legal_form
from matcher.resumes.text_lines import TextLine

Find = Callable[[str], tuple[Mention, ...]]
Known = Callable[..., list[Mention]]

_KNOWN = frozenset({"certification", "professional-credential"})
_CONTEXT = "Certification: "  # under which "CKA" and "PMP" count without other words
_BULLETS = "•·*–—- \t"
_EXPIRES = re.compile(
    r"(?i)(?:expir(?:es|y|ing|ation)|exp\.?(?=\W{0,2}\d)|valid (?:until|thru|through|to)"
    r"|renew(?:al|s) due|good until|gültig bis)\W{0,3}(?:date\W{0,3}|in |on )?"
)
_ISSUED = re.compile(
    r"(?i)\b(?:issued|obtained|earned|awarded|completed|passed)\b(?:\W{0,3}(?:on|in)\b)?\W{0,3}"
)
_LETTER = re.compile(r"[^\W\d_]")
_VERSION = re.compile(r"\d:\d{4}")
_HANGING = re.compile(r"(?:\b(?:of|and|in|for|the|certified)|[&:,(–-])\s*$", re.IGNORECASE)
_LAPSED = re.compile(r"[\s,;(–-]*\b(?:lapsed|expired)\b", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s*")
_DOT = re.compile(r"\s+[·•]\s+")
_COMMA = re.compile(r"\s*,\s*(?![^()]*\))")
_EDGES = re.compile(r"^[\s,;:|()–—·•-]+|[\s,;:|(–—·•-]+$")
# Words of what is issued, which no issuer's line has.
_ISSUABLE = re.compile(
    r"certifi|licen[cs]|diploma|credential|accredit|registered|course|training|exam|badge|specialt"
    r"|specializ|associate\b|professional\b|practitioner|expert\b|administrator|developer|engineer"
    r"|architect|analyst|bootcamp|nanodegree|level\b|zertifi|permit\b|workshop|seminar",
    re.IGNORECASE,
)
# Makers and sites that name no certificate by themselves; others show by their last word.
_ISSUERS = frozenset(
    """coursera|udemy|udacity|edx|linkedin|linkedin learning|codecademy|datacamp|pluralsight
    |freecodecamp|hackerrank|kaggle|skillshare|futurelearn|google|google cloud|microsoft|aws|amazon
    |amazon web services|amazon web services (aws)|ibm|oracle|cisco|comptia|red hat
    |the linux foundation|linux foundation|cncf|hashicorp|salesforce|meta|nvidia|isc2|(isc)2|isaca
    |pmi|scrum alliance|axelos|peoplecert|istqb|mongodb|databricks|snowflake|hubspot|ec-council
    |offensive security|giac|red cross|cfa institute|aacn|aicpa|shrm""".replace("\n    ", "").split(
        "|"
    )
)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|edu|co|de|fr|uk|eu)", re.IGNORECASE)
# Before an issuer, in a line of its own.
_ISSUED_BY = re.compile(r"(?i)(?:(?:issued|awarded|granted|provided) by|issuer:|provider:)\s*")
# What an issuer is, without its name: "Chamber of Engineers", "Nursing Board of Hill County".
_INSTITUTION = re.compile(
    r"(?i)\b(?:institut[eo]?|institution|board|council|chamber|academy|university|college|ministry"
    r"|association|society|authority|federation|bureau|agency|department|school)(?: (?:of|for)\b|$)"
)
_INITIALS = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,4})?")
_MAX_ISSUER_WORDS = 7
_REPEATED = 2  # entries that show in which order name, issuer and date stand


def certificates_of(
    lines: Sequence[TextLine],
    resume: Resume,
    skills: Mapping[str, Skill],
    find: Find,
    *,
    today: date,
) -> Iterator[Certificate]:
    """Those of the ``lines`` under their own heading, as they are written, with an issuer that
    stands in a line of its own behind a comma; elsewhere those that the taxonomy knows."""
    known = partial(_known, skills=skills, find=find)
    ids: set[str] = set()
    yield from _headed(lines, partial(known, context=_CONTEXT), ids, today)
    yield from _elsewhere(resume.lines, known, ids, today)


def _headed(
    lines: Sequence[TextLine], known: Known, ids: set[str], today: date
) -> Iterator[Certificate]:
    """The certificates under their own heading; ``ids`` takes those that the taxonomy knows."""
    seen: set[tuple[str, str | None]] = set()
    for entry in _entries(lines, known, today):
        for found, is_bare in _certificates(entry, known, today):
            key = found.name.casefold(), found.issued
            if key in seen or not _named(found.name) or (is_bare and found.skill_id in ids):
                continue
            seen.add(key)
            ids.add(found.skill_id or "")
            yield found


def _certificates(entry: _Entry, known: Known, today: date) -> Iterator[tuple[Certificate, bool]]:
    """The certificates of an entry, and of each whether its text is a name that the taxonomy knows
    and nothing else."""
    text = entry.text
    mentions = known(text)
    parts = list(_parts(text, mentions, today))
    first, last, issuer = _dated(entry.issuer, today) if entry.issuer else (None, None, "")
    for start, end in parts:
        mention = next((one for one in mentions if start <= one.start < end), None)
        issued, expires, name = _dated(text[start:end], today)
        is_bare = mention is not None and name == text[mention.start : mention.end]
        if entry.issuer and len(parts) == 1:
            name = f"{name}, {issuer}"
        skill_id = mention.skill_id if mention else None
        lapsed = _LAPSED.search(text, start, end) is not None
        yield Certificate(name, skill_id, issued or first, expires or last, lapsed), is_bare


def _elsewhere(
    lines: Sequence[Line], known: Known, ids: set[str], today: date
) -> Iterator[Certificate]:
    """The certificates that the taxonomy knows in other sections, each once; with the dates of a
    line of its own."""
    for line in lines:
        if line.section is SectionKind.CERTIFICATIONS:
            continue
        mentions = known(line.text)
        dated = line.position is None and not line.prose
        dated = dated and len({one.skill_id for one in mentions}) == 1
        for mention in mentions:
            if mention.skill_id in ids or not mention.claimed:
                continue
            ids.add(mention.skill_id)
            issued, expires, _ = _dated(line.text, today) if dated else (None, None, "")
            name = line.text[mention.start : mention.end]
            yield Certificate(name, mention.skill_id, issued, expires, lapsed=False)


def _known(text: str, skills: Mapping[str, Skill], find: Find, context: str = "") -> list[Mention]:
    """The certificates that the taxonomy knows, in text order; ``context`` stands before."""
    found = (each for each in find(context + text) if skills[each.skill_id].category in _KNOWN)
    by = len(context)
    return [replace(each, start=max(each.start - by, 0), end=each.end - by) for each in found]


def _named(text: str) -> bool:
    return len(_LETTER.findall(text)) >= 2


# ---------------------------------------------------------------- lines and entries


@dataclass(slots=True)
class _Entry:
    """The text of a certificate, put together, and the line of its issuer with its dates."""

    text: str
    issuer: str = ""


def _entries(lines: Sequence[TextLine], known: Known, today: date) -> Iterator[_Entry]:
    """The lines without their bullets, those joined that a narrow column wrapped, and those that
    name the issuer apart."""
    issuers = _issuers(lines, known, today)
    entry: _Entry | None = None
    for number, line in enumerate(lines):
        if entry is None:
            entry = _Entry(line.text)
        elif number in issuers:
            entry.issuer = _ISSUED_BY.sub("", line.text)
        elif entry.issuer and _is_date(line.text, today):
            entry.issuer = f"{entry.issuer} {line.text}"
        elif not entry.issuer and _goes_on(entry.text, line.text, known, today):
            entry.text = f"{entry.text} {line.text}"
        else:
            yield replace(entry, text=entry.text.strip(_BULLETS))
            entry = _Entry(line.text)
    if entry is not None:
        yield replace(entry, text=entry.text.strip(_BULLETS))


def _goes_on(entry: str, line: str, known: Known, today: date) -> bool:
    """Whether a line continues an entry: a known certificate stands across the break, or the entry
    lacks a date and either text shows that more belongs to it."""
    if line[0] in _BULLETS:
        return False
    if any(one.start < len(entry) < one.end for one in known(f"{entry} {line}")):
        return True
    if entry.count("(") > entry.count(")"):
        return True
    issued, expires, _ = _dated(entry, today)
    if issued or expires or any(one.start == 0 for one in known(line)):
        return False
    only_date = _is_date(line, today)
    return only_date or entry[0] in _BULLETS or line[0].islower() or bool(_HANGING.search(entry))


def _is_date(text: str, today: date) -> bool:
    return not _named(_dated(text, today)[2])


@dataclass(frozen=True, slots=True)
class _Row:
    """A line under the heading, with what it may be."""

    text: str
    kind: str  # "N" a name, "D" dates alone, "B" both
    may_issue: bool
    is_issuer: bool  # by its words


# The lines of an entry: N a name, D dates alone, B both; and the place of the issuer among them.
_SHAPES = (("NND", 1), ("NDN", 2), ("BN", 1), ("NB", 1))


def _issuers(lines: Sequence[TextLine], known: Known, today: date) -> frozenset[int]:
    """The numbers of lines that name the issuer of the certificate above.

    A line that is an issuer by its words, below a name; and where two entries or more have the
    same lines (name, issuer, date), whatever stands in the issuer's place; where only one of two
    lines has a date, an issuer or a certificate has to show by its words.
    """
    rows = [_row(line.text, known, today, is_first=not at) for at, line in enumerate(lines)]
    return _issuers_by_shape(rows, known) or _issuers_by_words(rows)


def _row(text: str, known: Known, today: date, *, is_first: bool) -> _Row:
    issued, expires, name = _dated(text, today)
    kind = ("B" if issued or expires else "N") if _named(name) else "D"
    may_issue = not is_first and _may_issue(text, name, known)
    return _Row(text, kind, may_issue, may_issue and _is_issuer(name))


def _issuers_by_shape(rows: Sequence[_Row], known: Known) -> frozenset[int]:
    """The issuers' places where all entries have the same lines; empty where they have not."""
    kinds = "".join(row.kind for row in rows)
    for shape, at in _SHAPES:
        n_times, rest = divmod(len(kinds), len(shape))
        if n_times < _REPEATED or rest or kinds != shape * n_times:
            continue
        names, issuers = rows[:: len(shape)], rows[at :: len(shape)]
        told = "D" in shape or any(_ISSUABLE.search(row.text) or known(row.text) for row in names)
        told = told or any(row.is_issuer for row in issuers)
        if told and all(row.may_issue for row in issuers):
            return frozenset(range(at, len(rows), len(shape)))
    return frozenset()


def _issuers_by_words(rows: Sequence[_Row]) -> frozenset[int]:
    """The lines that are issuers by their words, below a name or below its date."""
    found: set[int] = set()
    for number, row in enumerate(rows):
        above = number - 1 if number and rows[number - 1].kind != "D" else number - 2
        if row.is_issuer and above >= 0 and above not in found and _may_be_issued(rows[above]):
            found.add(number)
    return frozenset(found)


def _may_be_issued(row: _Row) -> bool:
    """Whether a line is a name that ends with it, and not that of an issuer."""
    if row.kind == "D" or row.text.count("(") > row.text.count(")"):
        return False
    return not _is_issuer(row.text)


def _may_issue(text: str, name: str, known: Known) -> bool:
    """Whether nothing in a line says that it is a certificate itself; ``name`` is the line without
    its dates."""
    if _ISSUED_BY.match(text):
        return True
    if text[0] in _BULLETS or not _named(name) or len(name.split()) > _MAX_ISSUER_WORDS:
        return False
    if name.casefold() in _ISSUERS:
        return True
    return _ISSUABLE.search(name) is None and not name[0].islower() and not known(name)


def _is_issuer(name: str) -> bool:
    """Whether a text is an issuer by its words: "Coursera", "Scrum.org", "Hill Association"."""
    bare = name.casefold().strip(_BULLETS)
    last = bare.rpartition(" ")[2]
    return (
        bare in _ISSUERS
        or _ISSUED_BY.match(name) is not None
        or ("," not in bare and _INSTITUTION.search(bare) is not None)
        or _SITE.fullmatch(bare) is not None
        or ("," not in bare and (ends_as_company(bare) or is_legal_form(last)))
    )


def _parts(text: str, known: Sequence[Mention], today: date) -> Iterator[tuple[int, int]]:
    """Offsets of the certificates of one entry: at semicolons, and at dots between words and commas
    outside brackets where each piece names a known one, or initials, or each has its own date."""
    for separator in (_SEMICOLON, _DOT, _COMMA):
        pieces = _pieces(text, separator, today)
        named = all(
            any(start <= one.start < end for one in known)
            or _INITIALS.fullmatch(_dated(text[start:end], today)[2])
            for start, end in pieces
        )
        dated = all(any(_dated(text[start:end], today)[:2]) for start, end in pieces)
        if len(pieces) > 1 and (separator is _SEMICOLON or named or dated):
            yield from pieces
            return
    yield 0, len(text)


def _pieces(text: str, separator: re.Pattern[str], today: date) -> list[tuple[int, int]]:
    """Offsets of what a separator parts; "PMP, 2020" is one piece."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for end, following in (*(cut.span() for cut in separator.finditer(text)), (len(text), 0)):
        if pieces and _is_date(text[at:end], today):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((at, end))
        at = following
    return pieces


def _dated(text: str, today: date) -> tuple[str | None, Month | None, str]:
    """When it was issued and when it expires, and the text without these dates. A date after
    today is one of expiry."""
    issued: str | None = None
    expires: Month | None = None
    cuts = [found.span() for found in _LAPSED.finditer(text)]
    for found in _dates(text, today):
        start, end = found.span
        until = _EXPIRES.search(text, 0, end)
        if until is not None and until.end() >= start:  # "until" may be part of the date
            expires, start = found.end or found.start, until.start()
        elif found.ranged:
            issued, expires = str(found.start) if found.start else None, found.end
        elif _after(found, today):
            expires = found.end
        else:
            issued = _said(found)
            said = _ISSUED.search(text, 0, start)
            start = said.start() if said is not None and said.end() == start else start
        cuts.append((start, end))
    for start, end in sorted(cuts, reverse=True):
        text = f"{text[:start].rstrip(' (,|–—-')} {text[end:].lstrip(' ),|')}"
    name = _EDGES.sub("", " ".join(text.split()))
    return issued, expires, f"{name})" if name.count("(") > name.count(")") else name


def _dates(text: str, today: date) -> Iterator[DateRange]:
    """The dates without the years of a name: 2013 in "ISO 27001:2013", and of several dates before
    the one of expiry a bare year that neither ends them nor stands in brackets."""
    found = find_ranges(text, today=date(today.year + 30, 12, 31))  # an expiry lies ahead
    dates = [each for each in found if not _VERSION.match(text, max(each.span[0] - 2, 0))]
    until = _EXPIRES.search(text)
    ahead = [each.span[0] for each in dates if _after(each, today)]
    stop = min([*ahead, until.start() if until is not None else len(text)])
    several = sum(each.span[0] < stop for each in dates) > 1
    for each in dates:
        start, end = each.span
        doubtful = several and start < stop and text[start:end].isdigit() and text[start - 1] != "("
        if not (doubtful and any(map(str.isalnum, text[end:stop]))):
            yield each


def _said(date_: DateRange) -> str:
    """A single date as far as it is told: "2023-05", "2023"."""
    start, end = date_.start, date_.end
    return str(start) if start is None or start == end else str(start.year)


def _after(found: DateRange, today: date) -> bool:
    return found.start is not None and found.start > Month(today.year, today.month)
