"""A profile copied from its page on LinkedIn: the page's own words left out, its jobs in the order
in which resumes tell them.

Every text may stand there twice, once for screen readers. The title stands over the employer, or
several titles under one employer and the time of all; buttons, logos, endorsements, posts and
interests stand between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

_LENGTH = r"(?:less than a year|(?:\d+ yrs?)?(?: ?\d+ mos?)?)"
_MONTH = r"(?:[A-Z][a-z]{2} )?(?:19|20)\d\d"
_DATES = re.compile(rf"(?P<dates>{_MONTH} (?:-|–|to) (?:{_MONTH}|Present)) · (?P<length>{_LENGTH})")
_LENGTH_ALONE = re.compile(r"\d+ (?:yrs?|mos?)(?: \d+ mos?)?")
_EMPLOYMENT = (
    r"(?:Full-time|Part-time|Self-employed|Freelance|Contract|Internship|Apprenticeship|Seasonal|"
    r"Temporary|Permanent)(?: · .*)?"
)
_EMPLOYMENT_ALONE = re.compile(_EMPLOYMENT)
_WITH_EMPLOYMENT = re.compile(rf"(?P<employer>.+?) · {_EMPLOYMENT}")
_LOGO = re.compile(r".{1,80} logo")
_SIGNS = (
    _LOGO,
    _WITH_EMPLOYMENT,
    re.compile(r"(?:500\+|\d+) connections?"),
    re.compile(r"Show all \d+ \w+.*"),
    re.compile(r"Endorsed by .*"),
)
_SECTIONS = frozenset(
    """about, activity, featured, experience, education, licenses & certifications, skills,
    languages, recommendations, courses, honors & awards, projects, publications, volunteering,
    volunteer experience, organizations, interests, test scores, patents, causes""".replace(
        "\n    ", " "
    ).split(", ")
)
_NOT_OF_THE_PERSON = frozenset({"activity", "featured", "recommendations", "interests", "causes"})
_ENDS = re.compile(r"(?:people (?:also viewed|you may know)|more profiles for you)\b.*", re.I)
_OF_THE_PAGE = re.compile(
    r".{1,80} logo|contact info|(?:500\+|[\d,]+) (?:connections?|followers?)|message|more|"
    r"connect|follow(?:ing)?|pending|open to|add profile section|enhance profile|resources|"
    r"visit my website|"
    r"(?:she|he|they)/(?:her|him|them)(?:/\w+)?|(?:· )?(?:1st|2nd|3rd)(?: degree connection)?|"
    r"show (?:all|credential|publication|project|patent|less|more)\b.*|(?:…|\.\.\.) ?see more|"
    r"see (?:more|less|credential)|"
    r"endorsed by .*|[\d,]+ endorsements?|passed linkedin skill assessment|"
    r"\d+ experiences? (?:across|at) .*|credential id .*|grade: .*|activities and societies: .*",
    re.IGNORECASE,
)
_SKILLS_USED = re.compile(r"(?:Skills: )?(?P<skills>.+?)(?:,? and|,| ·)? \+\d+ skills?")
_WHERE_USED = re.compile(r".{3,80} at .{2,80}")
_LEVEL = " proficiency"
_LONGEST = 100_000  # characters; no page is longer

SAID = "copied from a profile's page: its buttons, posts and interests were left out"


def looks_like_profile(text: str) -> bool:
    """Whether a text was copied from a profile's page: dates with how long that was, in lines of
    their own, under "Experience", and a sign of the page."""
    if "·" not in text or len(text) > _LONGEST:
        return False
    lines = _once(text)
    dated = any(_DATES.fullmatch(line) for line in lines)
    return dated and "Experience" in lines and any(_is_sign(line) for line in lines)


def _is_sign(line: str) -> bool:
    return any(sign.fullmatch(line) for sign in _SIGNS)


def plain(text: str) -> str:
    """The text of a page as a resume: the person's own words, employers over titles over dates."""
    section = ""
    body: list[str] = []
    found: list[str] = []
    for line in takewhile(lambda line: not _ENDS.fullmatch(line), _once(text)):
        if line.casefold() in _SECTIONS:
            found += _read(section, body)
            section, body = line.casefold(), []
            if section not in _NOT_OF_THE_PERSON:
                found += ["", line.upper()]  # none of the short items above and below it
        elif _LOGO.fullmatch(line) or not _OF_THE_PAGE.fullmatch(line):
            body.append(line)
    return "\n".join([*found, *_read(section, body)])


def _once(text: str) -> list[str]:
    """The lines of a text without those and the parts of lines that stand there a second time."""
    found: list[str] = []
    for raw in text.splitlines():
        line = raw.strip().replace("\xa0", " ")
        half = len(line) // 2
        if half > 1 and line[:half] == line[half:]:
            line = line[:half]
        spoken = line.replace(" to ", " - ")  # as a screen reader says a range
        if line and found[-1:] not in ([line], [spoken]):
            found.append(line)
    return found


def _read(section: str, lines: Sequence[str]) -> Iterator[str]:
    if section in _NOT_OF_THE_PERSON:
        return iter(())
    if section in ("experience", "volunteering", "volunteer experience"):
        return _jobs(lines)
    bare = [line for line in lines if not _LOGO.fullmatch(line)]
    if section == "licenses & certifications":
        return _certificates(bare)
    if section == "languages":
        return _languages(bare)
    if section == "skills":
        return (line for line in bare if not _WHERE_USED.fullmatch(line))
    return iter(bare)


def _jobs(lines: Sequence[str]) -> Iterator[str]:
    """The lines of the jobs, employer, title and dates over each other."""
    employer = ""
    at = 0
    for start, end, dates in _heads(lines):
        yield from _told(lines[at:start])
        head = [
            line
            for line in lines[start:end]
            if not (_LOGO.fullmatch(line) or _EMPLOYMENT_ALONE.fullmatch(line))
        ]
        if any(map(_LENGTH_ALONE.fullmatch, head)):  # several titles under one employer
            employer, title = head[0], head[-1]
        elif len(head) > 1:
            named = _WITH_EMPLOYMENT.fullmatch(head[-1])
            title, employer = head[-2], named["employer"] if named else head[-1]
        else:
            title = head[-1] if head else ""
        yield from ("", employer, title, f"{dates['dates']} ({dates['length']})")
        at = end + 1
    yield from _told(lines[at:])


def _heads(lines: Sequence[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Where the head of each job begins, the number of its line of dates, and these."""
    after = 0
    grouped = False
    for number, line in enumerate(lines):
        if dates := _DATES.fullmatch(line):
            start, grouped = _head_start(lines, after, number, grouped=grouped)
            yield start, number, dates
            after = number + 1


def _head_start(lines: Sequence[str], after: int, dates: int, *, grouped: bool) -> tuple[int, bool]:
    """Where a head begins, and whether it stands in a group of titles under one employer: at a
    logo, over the time of all titles, else at the title."""
    above = range(dates - 1, max(after, dates - 5) - 1, -1)
    for number in above:
        if _LENGTH_ALONE.fullmatch(lines[number]):
            return max(after, number - 1), True
        if _LOGO.fullmatch(lines[number]):
            return number, False
    beside = dates - 1
    if _EMPLOYMENT_ALONE.fullmatch(lines[beside]):
        return max(after, beside - 1), grouped
    if _WITH_EMPLOYMENT.fullmatch(lines[beside]):
        return max(after, beside - 1), False
    return max(after, beside if grouped else beside - 1), grouped


def _told(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if not _LOGO.fullmatch(line):
            skills = _SKILLS_USED.fullmatch(line)
            yield f"Skills: {skills['skills']}" if skills else line


def _languages(lines: Sequence[str]) -> Iterator[str]:
    """Each language in one line with its level."""
    for line, below in pairwise([*lines, ""]):
        if not line.endswith(_LEVEL):
            yield f"{line} ({below})" if below.endswith(_LEVEL) else line


def _certificates(lines: Sequence[str]) -> Iterator[str]:
    """Each certificate in one line: name, issuer, when it was issued."""
    name: list[str] = []
    for line in lines:
        if line.startswith("Issued "):
            yield ", ".join([*name, line])
            name = []
        elif not line.startswith("Skills: "):
            if len(name) == len(("name", "issuer")):
                yield ", ".join(name)
                name = []
            name.append(line)
    if name:
        yield ", ".join(name)
