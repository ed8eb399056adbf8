"""Template resumes against what they were rendered from, and one person in several layouts.

``layouts/`` holds resumes with their source (Reactive Resume, RenderCV, LaTeX, HackMyResume) and
three resumes as PDF and DOCX (soupboss).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import combinations, pairwise
from pathlib import Path

from matcher.documents import read_bytes
from matcher.evaluation.figures import Figure
from matcher.evaluation.layout_sources import LayoutSource, Passage, SourceEducation, layout_sources
from matcher.evaluation.reading import compare
from matcher.matching import Matcher
from matcher.records import Education, Resume, SectionKind

# What stands before the first heading may be read as a summary, or as contact; what stands under a
# heading that says nothing ("Welcome") belongs to no section, and is read as what stands before.
_ALIKE = {
    SectionKind.OTHER: {SectionKind.OTHER, SectionKind.HEADER},
    SectionKind.HEADER: {SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.CONTACT},
    SectionKind.SUMMARY: {SectionKind.SUMMARY, SectionKind.HEADER},
}
_LETTERS = re.compile(r"[\W_]+")
_SAME_PERSON = ("reactive-resume", "rendercv")
_LEAST_LETTERS = 12  # of a passage: a shorter one stands anywhere


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """Sections, order, contact, education and positions of the sources; then how much one person
    differs from layout to layout."""
    sources = layout_sources(data)
    read = [(source, _read(matcher, source.file)) for source in sources]
    yield from _sections_and_order(read)
    yield from _facts(read)
    for folder in _SAME_PERSON:
        resumes = [resume for source, resume in read if source.person == folder]
        yield from _same(folder, matcher, list(combinations(resumes, 2)))
    pairs = [
        (_read(matcher, path), _read(matcher, path.with_suffix(".docx")))
        for path in sorted((data / "layouts/soupboss").glob("*.pdf"))
    ]
    yield from _same("soupboss, PDF and DOCX", matcher, pairs)


def _read(matcher: Matcher, path: Path) -> Resume:
    return matcher.resume(read_bytes(path.read_bytes(), path.name))


# ---------------------------------------------------------------- against the source


def _sections_and_order(read: Sequence[tuple[LayoutSource, Resume]]) -> Iterator[Figure]:
    count = Counter[str]()
    for source, resume in read:
        text = resume.document.text
        letters, offsets = _letters_with_offsets(text)
        pairs = set(pairwise(_words(text)))
        for passage in source.passages:
            words = _words(passage.text)
            wanted = _plain(passage.text)
            at = letters.find(wanted)
            count["pairs"] += max(0, len(words) - 1)
            if at < 0:
                count["broken"] += sum(pair not in pairs for pair in pairwise(words))
            if len(wanted) < _LEAST_LETTERS:
                continue
            count["passages"] += 1
            count["in section"] += _in_section(resume, passage, letters, offsets, wanted)
    yield Figure(
        "passages in their section", count["in section"] / count["passages"], count["passages"]
    )
    yield Figure("word pairs out of order", count["broken"] / count["pairs"], count["pairs"])


def _in_section(
    resume: Resume, passage: Passage, letters: str, offsets: Sequence[int], wanted: str
) -> bool:
    """Whether the passage, or its begin where it was read in pieces, stands in its section."""
    allowed = _ALIKE.get(passage.section, {passage.section})
    for part in (wanted, wanted[: 2 * _LEAST_LETTERS]):
        at = letters.find(part)
        while at >= 0:
            if _kind_at(resume, offsets[at]) in allowed:
                return True
            at = letters.find(part, at + 1)
    return False


def _kind_at(resume: Resume, offset: int) -> SectionKind | None:
    return next((each.kind for each in resume.sections if each.start <= offset < each.end), None)


def _letters_with_offsets(text: str) -> tuple[str, list[int]]:
    """Letters and digits alone, small, and the offset of each."""
    kept = [(char, at) for at, char in enumerate(text) if char.isalnum()]
    small = [(low, at) for char, at in kept for low in char.lower()]
    return "".join(char for char, _ in small), [at for _, at in small]


def _plain(text: str) -> str:
    return "".join(low for char in text if char.isalnum() for low in char.lower())


def _words(text: str) -> list[str]:
    return [word for word in _LETTERS.split(text.lower()) if word]


def _facts(read: Sequence[tuple[LayoutSource, Resume]]) -> Iterator[Figure]:
    count = Counter[str]()
    for source, resume in read:
        contact = resume.contact
        for name in ("name", "email", "phone"):
            truth = getattr(source.contact, name)
            if truth and _plain(truth) in _plain(resume.document.text):
                count["contact"] += 1
                count["contact right"] += _plain(getattr(contact, name)) == _plain(truth)
        for entry in source.education:
            count["education"] += 1
            count["education right"] += any(_agrees(entry, each) for each in resume.education)
        wanted = [
            {**asdict(job), "start": job.start or None, "end": job.end or None}
            for job in source.positions
        ]
        found = compare(wanted, resume.positions)
        count["positions"] += found.n_wanted + found.n_found
        count["positions right"] += 2 * found.n_right
    yield Figure("contact right", count["contact right"] / count["contact"], count["contact"])
    yield Figure(
        "education right", count["education right"] / count["education"], count["education"]
    )
    yield Figure("positions F1", count["positions right"] / count["positions"], count["positions"])


def _agrees(truth: SourceEducation, found: Education) -> bool:
    """The same institution and year."""
    one, other = set(_words(truth.institution)), set(_words(found.institution))
    same = one == other or (bool(one and other) and (one <= other or other <= one))
    return same and (truth.year is None or truth.year == found.year)


# ---------------------------------------------------------------- one person, several layouts


def _same(name: str, matcher: Matcher, pairs: Sequence[tuple[Resume, Resume]]) -> Iterator[Figure]:
    """Skills and positions in common, and the largest difference of fit among the first five roles
    of either."""
    skills = Counter[str]()
    jobs = largest = 0.0
    for one, other in pairs:
        ours, theirs = (set(matcher.profile(each).uses) for each in (one, other))
        skills["common"] += len(ours & theirs)
        skills["any"] += len(ours | theirs)
        jobs += _jobs(one) == _jobs(other)
        roles = {match.role.id for each in (one, other) for match in matcher.match_resume(each)}
        fits = [
            {
                match.role.id: match.fit.points
                for match in matcher.match_resume(each, roles=sorted(roles), top=len(roles))
            }
            for each in (one, other)
        ]
        largest = max(largest, *(abs(fits[0][role] - fits[1][role]) for role in roles))
    yield Figure(f"{name}: skills in common", skills["common"] / skills["any"], len(pairs))
    yield Figure(f"{name}: same positions", jobs / len(pairs), len(pairs))
    yield Figure(f"{name}: largest difference of fit", largest, len(pairs))


def _jobs(resume: Resume) -> list[tuple[object, ...]]:
    return sorted(
        (str(job.start), _plain(job.title), _plain(job.company), str(job.end))
        for job in resume.positions
    )
