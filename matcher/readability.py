"""What a simple program would lose of a resume, and how to mend it.

Our text is compared with that of a plain extractor (:mod:`matcher.documents.machine_view`): words
that it does not have are *lost*, lines whose words do not follow each other in it are *torn*.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matcher.documents.machine_view import MachineView
from matcher.records import Resume, SectionKind

_LEAST_WORDS = 4  # of a line that can be torn
_NOTABLE = 0.02  # share of words lost, or of lines torn, that is worth a finding
_EXAMPLES = 3
_SHOWN = 90  # characters of an example
_WORD = re.compile(r"\w+")
_SPACED = re.compile(r"(?<!\S)(?:\w ){4,}\w(?!\S)")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that programs lose or scramble; ``examples`` are lines of the resume."""

    code: str
    message: str
    fix: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """How well a plain extractor does. Shares are of our words and of our lines of four words or
    more; None without a view."""

    extractor: str | None
    words_lost: float | None
    lines_torn: float | None
    findings: tuple[Finding, ...]


def readability(resume: Resume, view: MachineView | None) -> Readability:
    """The findings, those that cost most first."""
    findings = list(_of_document(resume))
    if view is None or not resume.document.text:
        return Readability(None, None, None, (*findings, *_of_content(resume)))
    lines = [line for line in resume.document.text.split("\n") if line.strip()]
    words = [_words(line) for line in lines]
    theirs = _words(view.text)
    lost = Counter(word for line in words for word in line) - Counter(theirs)
    n_words = max(1, sum(map(len, words)))
    torn = _torn(lines, theirs)
    n_long = max(1, sum(len(line) >= _LEAST_WORDS for line in words))
    share_lost, share_torn = lost.total() / n_words, len(torn) / n_long
    if share_torn > _NOTABLE:
        findings.append(_torn_finding(resume, [lines[at] for at in torn], n_long))
    if share_lost > _NOTABLE:
        findings.append(_lost_finding(resume, lines, words, lost, share_lost))
    findings += _of_view(view)
    return Readability(
        view.extractor,
        round(share_lost, 3),
        round(share_torn, 3),
        (*findings, *_of_content(resume)),
    )


def _words(text: str) -> list[str]:
    """The words, whatever the capitals and ligatures."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _torn(lines: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """Numbers of the lines in which a word is followed by one that never follows it there,
    though the extractor has both. The cells of a line may stand apart."""
    known, pairs = set(theirs), set(pairwise(theirs))
    cells = [[_words(cell) for cell in line.split("\t")] for line in lines]
    return [
        number
        for number, line in enumerate(cells)
        if sum(map(len, line)) >= _LEAST_WORDS
        and any(
            (one, other) not in pairs and one in known and other in known
            for cell in line
            for one, other in pairwise(cell)
        )
    ]


def _torn_finding(resume: Resume, torn: Sequence[str], n_lines: int) -> Finding:
    columns = next((n for n in resume.document.notices if n.code == "columns"), None)
    cause = f"{columns.message}: " if columns else ""
    fix = (
        "use one column: the side column's lines end up between those of your work"
        if columns
        else "put each entry on lines of its own, without cells side by side"
    )
    message = f"{cause}{len(torn)} of {n_lines} lines are torn apart or mixed with others"
    return Finding("columns" if columns else "order", message, fix, _examples(torn))


def _lost_finding(
    resume: Resume,
    lines: Sequence[str],
    words: Sequence[Sequence[str]],
    lost: Counter[str],
    share: float,
) -> Finding:
    missing = [
        line
        for line, each in zip(lines, words, strict=True)
        if each and sum(lost[word] > 0 for word in each) > 0.5 * len(each)
    ]
    if any(notice.code == "ocr" for notice in resume.document.notices):
        cause = "the pages are pictures to a program, or their fonts have no meaning"
        fix = "send the file that the word processor exports, not a scan of it"
    elif resume.document.format == "docx":
        cause = "they stand in tables, text boxes, headers or footers"
        fix = "move them into plain paragraphs of the body"
    else:
        cause = "words run into each other, are cut by hyphens, or have characters without meaning"
        fix = "export the PDF again from the word processor (not by printing), without hyphenation"
    message = f"{share:.0%} of the words are lost: {cause}"
    return Finding("lost_words", message, fix, _examples(missing))


def _examples(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        line if len(line) <= _SHOWN else line[:_SHOWN].rsplit(" ", 1)[0] + " …"
        for line in lines[:_EXAMPLES]
    )


_FIXES = {
    "hidden_text": "delete it: it earns nothing here, and elsewhere it looks like cheating",
    "alternative_text": "remove the replacement texts, or export the PDF again",
    "partial": "send text instead of pictures, as one file of a few pages",
    "torn_words": "export it again from the program in which it was written",
    "lost_letters": "export it again with ligatures switched off, or in another font",
    "second_engine": "export the PDF again: most programs cannot open this one",
    "language": "add an English version where the posting is in English",
}


def _of_document(resume: Resume) -> Iterator[Finding]:
    """What reading itself noticed."""
    document = resume.document
    for notice in document.notices:
        if notice.code in _FIXES:
            yield Finding(notice.code, notice.message, _FIXES[notice.code])


def _of_view(view: MachineView) -> Iterator[Finding]:
    """What the plain text itself shows."""
    if view.unmapped_fonts:
        names = ", ".join(view.unmapped_fonts[:_EXAMPLES])
        yield Finding(
            "fonts",
            f"{len(view.unmapped_fonts)} fonts do not say which characters they draw ({names})",
            "use a standard font, or a program that embeds Unicode maps",
        )
    if spaced := _SPACED.findall(view.text):
        yield Finding(
            "spaced_letters",
            f"{len(spaced)} headings are single letters to a program",
            "use the font's letter-spacing instead of spaces",
            _examples(spaced),
        )


def _of_content(resume: Resume) -> Iterator[Finding]:
    """What a form has fields for and the resume does not show."""
    if not resume.document.status.readable:
        return
    kinds = {section.kind for section in resume.sections}
    if resume.positions and SectionKind.EXPERIENCE not in kinds:
        yield Finding(
            "no_heading",
            "no heading says where your work experience starts",
            'put "Work experience" above the first job',
        )
    undated = [each for each in resume.positions if each.start is None]
    if undated:
        yield Finding(
            "no_dates",
            f"positions without dates: {len(undated)} of {len(resume.positions)}",
            'write from when to when: "Mar 2021 – Present"',
            _examples([position.title or position.company for position in undated]),
        )
    contact = resume.contact
    if not (contact.email or contact.phone):
        yield Finding(
            "no_contact",
            "neither an e-mail address nor a phone number was found as text",
            "write them as text in the body, not in a picture or a page header",
        )
