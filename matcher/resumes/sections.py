"""Which of the lines that may be headings are, and the sections they open."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import takewhile

from matcher.headings import FILLERS, JOB_CAPTIONS, letters
from matcher.records import Section, SectionKind
from matcher.resumes.degrees import find_degree
from matcher.resumes.heading_lines import (
    FORM,
    MAX_TO_DATES,
    RANGE,
    YEAR,
    Heading,
    candidates,
    inline_kind,
    label_of,
    style_of,
    words_in,
)
from matcher.resumes.side_columns import line_of_name
from matcher.resumes.text_lines import TextLine, split_lines

# Kinds whose weak headings ("Presentations", "Leadership") more often are the end of a list.
_LISTED_KINDS = frozenset(
    {SectionKind.PUBLICATIONS, SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.AWARDS,
     SectionKind.SKILLS}
)  # fmt: skip
_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEER})
_ENTRIES = _WORK | {SectionKind.EDUCATION}
_LEAST_SMALL = 3  # kinds of headings in small letters that show that all are written so
_MAX_ITEM_WORDS = 4  # of an item of a list


def read_sections(text: str) -> list[tuple[Section, list[TextLine]]]:
    """The sections, which cover the text in order, each with its lines, the line of the heading
    among them; what stands before the first heading is HEADER."""
    lines = split_lines(text)
    parts: list[tuple[Section, list[TextLine]]] = [(item, []) for item in _sections(text, lines)]
    at = 0
    for line in lines:
        while line.start >= parts[at][0].end:
            at += 1
        parts[at][1].append(line)
    return parts


def _sections(text: str, lines: list[TextLine]) -> tuple[Section, ...]:
    if not lines:
        return ()
    headings = _headings(lines)
    starts = [(lines[item.line].start, item.kind, _label(lines, item)) for item in headings]
    if not headings or headings[0].line > 0:
        starts.insert(0, (0, SectionKind.HEADER, ""))
    name = line_of_name(lines, headings)
    if name is not None:
        starts.append((lines[name].start, SectionKind.HEADER, ""))
        starts.sort()
    ends_at = [start for start, _, _ in starts[1:]] + [len(text)]
    return tuple(
        Section(kind, heading, start, end)
        for (start, kind, heading), end in zip(starts, ends_at, strict=True)
    )


def _label(lines: list[TextLine], item: Heading) -> str:
    """The words of a heading, without the content of its line."""
    text = lines[item.line].text
    labelled = label_of(text) if item.inline else None
    return text[: labelled[1]].rstrip(" :-–—") if labelled else text


# ---------------------------------------------------------------- headings among the candidates


def _headings(lines: list[TextLine]) -> list[Heading]:
    """The candidates that are headings; weak ones must look like the strong ones."""
    found = _Candidates(lines, _with_small_headings(lines, list(candidates(lines))))
    kept: list[Heading] = []
    for item in found.items:
        if found.opens_section(item, kept[-1] if kept else None):
            kept.append(item)
    return kept


def _with_small_headings(lines: list[TextLine], found: list[Heading]) -> list[Heading]:
    """The candidates, in small letters weak unless most headings are written so."""
    strong = [item for item in found if not item.weak and not item.inline]
    small = {item.kind for item in strong if lines[item.line].text[0].islower()}
    if len(small) >= _LEAST_SMALL and len(small) * 2 > len({item.kind for item in strong}):
        return found
    return [
        replace(item, weak=item.weak or (not item.inline and lines[item.line].text[0].islower()))
        for item in found
    ]


def _usual_styles(found: list[Heading]) -> set[str]:
    """How the headings are written that are sure, or all where none is."""
    styles = Counter(item.style for item in found if not item.weak and not item.inline)
    if not styles:
        styles = Counter(item.style for item in found if not item.inline)
    return {style for style, count in styles.items() if count * 3 >= max(styles.values())}


class _Candidates:
    """The candidates of a document, each judged by the others and by the lines around it."""

    def __init__(self, lines: list[TextLine], items: list[Heading]) -> None:
        self.lines = lines
        self.items = items
        self.usual = _usual_styles(items)
        self.strong = {item.line for item in items if not item.weak}
        self.written = Counter(letters(lines[item.line].text) for item in items)

    def opens_section(self, item: Heading, before: Heading | None) -> bool:
        """Whether a candidate opens a section, and is no line of the one that ``before`` opened."""
        kind = before.kind if before else None
        if item.inline and item.style != FORM and self._stays(item, before):
            return False
        if kind in _WORK and self._is_caption(item):
            return False
        if item.inline or not item.weak:
            return True
        after_school = kind is SectionKind.EDUCATION and item.kind is SectionKind.PROJECTS
        return item.style in self.usual and (after_school or not self._in_a_list(item))

    def _stays(self, item: Heading, before: Heading | None) -> bool:
        """Whether a labelled line is a line of the section it stands in.

        Among jobs, projects and schools "Tools: Docker" belongs to one of them; "Skills: Python"
        opens a section only behind the last of them, where no more years follow.
        """
        kind = before.kind if before else None
        if kind is SectionKind.SKILLS:
            # "Learning: Rust" is a skill, "Training: Prosci (2015)" is not
            if item.weak and item.kind is SectionKind.EDUCATION:
                return YEAR.search(self.lines[item.line].text) is None
            return item.kind in (SectionKind.SKILLS, SectionKind.LANGUAGES)
        if before is None or kind not in _ENTRIES:
            return False
        studies = item.kind is SectionKind.EDUCATION and (kind in _WORK or not item.weak)
        if studies and find_degree(self.lines[item.line].text):
            return False
        if item.weak or item.kind in (SectionKind.SUMMARY, SectionKind.AWARDS):
            return True
        if kind is SectionKind.EDUCATION and item.kind is SectionKind.CERTIFICATIONS:
            return True
        if kind in _WORK and self._is_repeated(item, before):
            return True
        labelled = {other.line for other in self.items if other.inline}
        below = range(item.line + 1, self._next_alone(item))
        return any(YEAR.search(self.lines[at].text) for at in below if at not in labelled)

    def _is_repeated(self, item: Heading, before: Heading) -> bool:
        """Whether another labelled line of the section has the same label: each job tells its
        "Technologies: ..."."""
        end = self._next_alone(item)
        label = self._inline_label(item)
        return any(
            other.inline and other.line != item.line and self._inline_label(other) == label
            for other in self.items
            if before.line < other.line < end
        )

    def _inline_label(self, item: Heading) -> str:
        text = self.lines[item.line].text
        labelled = inline_kind(text)
        return letters(text[: labelled[1]]) if labelled else ""

    def _next_alone(self, item: Heading) -> int:
        """The line of the next heading without content in its line; behind the last line, if none
        follows."""
        behind = (one.line for one in self.items if one.line > item.line and not one.inline)
        return next(behind, len(self.lines))

    def _is_caption(self, item: Heading) -> bool:
        """Whether a heading stands inside a job ("Skills Used"): another job follows, the same
        words stand over a list of another job, or it alone ends in a colon."""
        text = self.lines[item.line].text
        if item.inline:
            return False
        if not _may_be_caption(text):
            # "Project examples:" over a list of a job's, where no other heading ends so
            projects = item.kind is SectionKind.PROJECTS and item.style == "colon"
            return projects and self._no_other_like(text) and self._jobs_follow(item)
        if self.written[letters(text)] > 1:
            return True
        if item.style == "colon" and self._no_other_like(text):
            return True
        return self._jobs_follow(item)

    def _jobs_follow(self, item: Heading) -> bool:
        """Whether dates stand between a heading and the next one."""
        end = next((one.line for one in self.items if one.line > item.line), len(self.lines))
        return any(RANGE.search(line.text) for line in self.lines[item.line + 1 : end])

    def _no_other_like(self, text: str) -> bool:
        """Whether no other heading ends in a colon, but for captions and the same words."""
        others = (self.lines[one.line].text for one in self.items if one.style == "colon")
        return all(other == text or _may_be_caption(other) for other in others)

    def _in_a_list(self, item: Heading) -> bool:
        """Whether the lines around are short items, as in a list of skills."""
        at = item.line
        if item.kind in _WORK and self._dates_follow(at):
            return False
        beside = [number for number in (at - 1, at + 1) if 0 <= number < len(self.lines)]
        styles = {style_of(self.lines[number].text) for number in beside}
        if item.style == "upper" and "upper" not in styles:
            return False
        if not self._is_item(at - 1):
            return False
        ends_list = item.kind in _LISTED_KINDS and self._is_item(at - 2)
        return ends_list or self._is_item(at + 1)

    def _dates_follow(self, at: int) -> bool:
        """Whether an entry with dates begins right below a line."""
        below = range(at + 1, min(len(self.lines), at + 1 + MAX_TO_DATES))
        entry = takewhile(lambda number: number not in self.strong, below)
        return any(RANGE.search(self.lines[number].text) for number in entry)

    def _is_item(self, at: int) -> bool:
        if not 0 <= at < len(self.lines) or at in self.strong:
            return False
        text = self.lines[at].text
        short = len(text.split()) <= _MAX_ITEM_WORDS and text[-1] not in ".:"
        return short and not any(char.isdigit() for char in text)


def _may_be_caption(line: str) -> bool:
    """ "Highlights" and "Selected Achievements" also stand over lists inside a job."""
    *before, last = words_in(line) or [""]
    return letters(line) in JOB_CAPTIONS or (last in JOB_CAPTIONS and FILLERS.issuperset(before))
