"""Whether a text is a resume at all, by the signs that resumes carry.

Lenient: a resume that is turned away costs a person a chance, an invoice that is matched costs
a row in a table.
"""

from __future__ import annotations

import re
from dataclasses import replace

from matcher.documents.language import NAMES
from matcher.documents.reading import count_words, message
from matcher.records import Document, Resume, SectionKind, Status
from matcher.resumes.jobwords import SURE, title_likeness
from matcher.resumes.telling import is_list

_KINDS = frozenset(
    {
        SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS,
        SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES, SectionKind.SUMMARY,
        SectionKind.VOLUNTEER, SectionKind.INTERESTS, SectionKind.REFERENCES,
    }
)  # fmt: skip
_MIN_WORDS = 25
_KNOWN_LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it", "pl")  # those of headings.py
_FIGURES = re.compile(r"[\d_]+|\b[a-z]\b", re.IGNORECASE)  # and letters that stand alone
_MIN_SIGNS = 3
# A text this long without a heading of work, school or projects is a book, a paper, a report.
_MAX_WORDS_UNHEADED = 1500
_MIN_POSTING_MARKS = 3
_MIN_JOBS = 2
_OPENING = re.compile(
    r"^(?:dear\b.{0,60}[,:]?|to whom it may concern.{0,3}|sehr geehrte.{0,60}"
    r"|madame, monsieur.{0,40}|estimad[oa]s?\b.{0,60}|geachte\b.{0,60}|gentile\b.{0,60}"
    r"|szanown.{0,60})$",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"^(?:sincerely|yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) regards|regards"
    r"|mit freundlichen grüßen|cordialement|atentamente|met vriendelijke groet|cordiali saluti"
    r"|z poważaniem|respectfully)\b.{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_POSTING = re.compile(
    r"equal opportunit\w+|we offer|we are looking for|you will|what you|about the (?:role|job)"
    r"|your (?:profile|tasks|role|responsibilities)|nice to have|requirements:?$|how to apply"
    r"|apply (?:now|by|with|via)|you (?:have|bring|are|need)|wir (?:bieten|suchen)|dein profil"
    r"|ihr profil|join (?:our|us)",
    re.IGNORECASE | re.MULTILINE,
)


def judge(resume: Resume) -> Document:
    """The document of a resume, or a copy with the status and message of what is none."""
    document = resume.document
    n_signs = count_signs(resume)
    few_signs = n_signs < _MIN_SIGNS
    n_words = count_words(_FIGURES.sub(" ", document.text[:4000])) if few_signs else _MIN_WORDS
    if n_words < _MIN_WORDS:
        found = f"only {n_words} words were" if n_words > 1 else "hardly a word was"
        return _refused(
            document,
            Status.TOO_LITTLE_TEXT,
            f"{found} found, too few for a resume; give the whole resume",
        )
    if not few_signs and _is_owned(resume):
        if not (_is_letter(resume) or _is_tome(resume) or _asks(resume)):
            return document
    elif document.language not in (None, *_KNOWN_LANGUAGES):
        language = NAMES.get(document.language or "", document.language)
        return _refused(
            document,
            Status.NOT_A_RESUME,
            f"no heading of a resume was recognised (the text is in {language}); "
            "give the resume in English",
        )
    return _refused(
        document,
        Status.NOT_A_RESUME,
        "this does not look like a resume (no work history, education or list of skills was "
        "found); give the resume itself, not a letter or another document",
    )


def _refused(document: Document, status: Status, cause: str) -> Document:
    return replace(document, status=status, message=message(document.name, cause))


def count_signs(resume: Resume) -> int:
    """How many signs of a resume there are; three are enough.

    A heading of a resume counts once per kind, a job with a title twice, and once each: a
    degree, an e-mail address, a phone number, a line that is a job title, a list of skills (no row
    of a table, which invoices have too).
    """
    n_signs = len({section.kind for section in resume.sections} & _KINDS)
    n_signs += 2 * sum(bool(position.title) for position in resume.positions[:3])
    n_signs += min(2, sum(bool(entry.level) for entry in resume.education))
    n_signs += bool(resume.contact.email) + bool(resume.contact.phone)
    lists = [line.text for line in resume.lines[:80] if not line.prose]
    short = [text for text in lists[:40] if text.count(" ") <= 7]
    n_signs += bool(resume.headline) or any(title_likeness(text) == SURE for text in short)
    return n_signs + any(is_list(text) for text in lists if "\t" not in text)


def _is_owned(resume: Resume) -> bool:
    """Whether the text has a resume's heading, or somebody's address, or two jobs that are jobs
    beyond doubt with sentences about work: tables of names and dates, reports and papers have
    years and something like titles alone."""
    kinds = {section.kind for section in resume.sections} & _KINDS
    if kinds or resume.contact.email or resume.contact.phone:
        return True
    dated = [position.title for position in resume.positions if position.start]
    n_jobs = sum(title_likeness(title) == SURE for title in dated)
    told = any(line.prose and line.position is not None for line in resume.lines)
    return told and n_jobs >= _MIN_JOBS


def _is_letter(resume: Resume) -> bool:
    if resume.positions or len({section.kind for section in resume.sections} & _KINDS) > 1:
        return False
    text = resume.document.text
    return _OPENING.search(text) is not None and _CLOSING.search(text) is not None


def _is_tome(resume: Resume) -> bool:
    """Whether a long text lacks what every long resume has."""
    if resume.document.text.count(" ") <= _MAX_WORDS_UNHEADED:
        return False
    kinds = {section.kind for section in resume.sections}
    if kinds & {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS}:
        return False
    return not (resume.contact.email and any(position.start for position in resume.positions))


def _asks(resume: Resume) -> bool:
    """Whether the text is a job posting: it asks for somebody, and nobody's jobs are told."""
    if any(position.start for position in resume.positions):
        return False
    marks = {found.casefold() for found in _POSTING.findall(resume.document.text[:8000])}
    return len(marks) >= _MIN_POSTING_MARKS
