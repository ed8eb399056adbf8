"""What a line of a posting asks for: how strongly, and which skills stand for each other.

Only wording is looked at here; skills come as mentions that somebody else found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.records import Mention

# ---------------------------------------------------------------- required, preferred, not at all


@dataclass(frozen=True, slots=True)
class _Marker:
    """Words that say how strongly something is asked for, and the stretch that they govern."""

    wanted: bool | None  # True: required, False: preferred, None: not asked for
    start: int
    end: int
    forward: bool  # governs what follows; else what precedes


# (wanted, governs what follows, words). The first that matches at a place counts.
_WORDING: tuple[tuple[bool | None, bool, str], ...] = (
    (
        False,
        False,
        r"not (?:strictly |absolutely )?(?:required|needed|necessary|mandatory|a must)"
        r"(?=,? but)",
    ),
    (None, False, r"not (?:be )?(?:required|needed|necessary|expected|mandatory)"),
    (None, True, r"no (?:(?:prior|previous|formal|particular) )?(?:experience|knowledge)\b"),
    (
        False,
        True,
        r"(?:preferred|desired|desirable|preferably)(?: (?:skills|qualifications|"
        r"experience))?(?: include\w*)? ?:",
    ),
    (False, True, r"(?:a |an )?(?:plus|bonus|advantage)(?: points)?(?= (?:if|to|for)\b| ?:)"),
    (
        False,
        True,
        r"\b(?:ideally|preferably|bonus points|extra points|nice[- ]to[- ]haves? ?:|"
        r"prefer(?:ence)?(?= (?:is |will be )?(?:given|candidates|someone|for)\b))",
    ),
    (
        False,
        False,
        r"\b(?:preferred|desirable|desired(?! (?:outcome|result|state))|preferable|"
        r"optional|advantageous|nice[- ]to[- ]have|"
        r"(?:an? )?(?:(?:huge|big|definite|added|strong|major|real|distinct) )?"
        r"(?<!401k )(?:plus(?:es)?(?=\W*$|[.,;)]| but| and| though)|bonus(?=\W*$|[.,;)])|"
        r"asset(?=\W*$|[.,;)])|advantage(?=\W*$|[.,;)]))|"
        r"(?:be|is|are|but|also) (?:(?:very|also|highly|especially) )?(?:helpful|beneficial|"
        r"useful|welcome|ideal|great|nice))",
    ),
    (
        True,
        False,
        r"(?<!as )(?<!if )\b(?:required|mandatory|a must|must[- ]haves?(?=\W*$|[.,;)]))"
        r"(?! to\b)",
    ),
    (True, True, r"\bmust\b"),
)
_MARKER = re.compile("|".join(f"({words})" for _, _, words in _WORDING), re.IGNORECASE)
_SEGMENT_END = re.compile(r";|[.!?]\s+(?=[A-Z])|\s[–—]\s(?=[A-Z])")


def wanted_at(line: str, offset: int, default: bool) -> bool | None:
    """Whether the words at an offset are required (True), preferred (False) or not asked for.

    "Python required, Spark a plus": a marker governs what precedes it, back to the marker or
    segment before, or what follows it ("ideally Terraform"). In brackets it governs one list item.
    """
    start, end = _segment(line, offset)
    markers = _markers(line, start, end)
    for number, marker in enumerate(markers):
        if not marker.forward and offset < marker.start:
            scope = _backward_scope(line, marker, markers[:number], start)
            if offset >= scope:
                return marker.wanted
            break
    before = [marker for marker in markers if marker.forward and marker.end <= offset]
    return before[-1].wanted if before else default


def _segment(line: str, offset: int) -> tuple[int, int]:
    """The clause around an offset."""
    start, end = 0, len(line)
    for cut in _SEGMENT_END.finditer(line):
        if cut.end() <= offset:
            start = cut.end()
        elif cut.start() >= offset:
            end = cut.end()
            break
    return start, end


def _markers(line: str, start: int, end: int) -> list[_Marker]:
    """The markers between two offsets, in text order."""
    markers = []
    for found in _MARKER.finditer(line, start, end):
        wanted, forward, _ = _WORDING[(found.lastindex or 1) - 1]
        markers.append(_Marker(wanted, found.start(), found.end(), forward))
    return markers


def _backward_scope(line: str, marker: _Marker, earlier: Sequence[_Marker], start: int) -> int:
    """Where the stretch that a backward marker governs begins."""
    scope = max((other.end for other in earlier), default=start)
    bracket = line.rfind("(", scope, marker.start)
    if bracket >= 0 and ")" not in line[bracket : marker.start]:
        item = re.compile(r"[,;/(]|\b(?:and|or)\b")
        if not item.search(line, bracket + 1, marker.start):  # "(a plus)", nothing else in it
            cuts = [cut.end() for cut in item.finditer(line, scope, bracket)]
            return cuts[-1] if cuts else scope
        return bracket
    if any(other.forward for other in earlier):
        # "Must have Python and SQL, Spark a plus": the last comma parts the two.
        return max(scope, line.rfind(",", scope, marker.start) + 1)
    return scope


# ---------------------------------------------------------------- either-or

_EXAMPLES = re.compile(
    r"(?:\bsuch as|\be\.? ?g\b\.?|\bfor (?:example|instance)|(?<!would )\blike|\bin any of|"
    r"\b(?:any|either|one(?: or more)?|some|at least \w+)(?: \w+)? of|\beither|\bsimilar to)"
    r"(?: (?:the|these) following)?[\s:,(]*(?:[\w+#-]+[\s:;]+){0,3}[(:;]?\s*$",
    re.IGNORECASE,
)
# "a BI tool (Tableau, Looker)": what stands in brackets after such a noun are alternatives.
_KIND_BEFORE_BRACKET = re.compile(
    r"\b(?:tools?|platforms?|languages?|frameworks?|databases?|software|systems?|clouds?|providers?|"
    r"technolog(?:y|ies)|solutions?|suites?|environments?|packages?|applications?|programs?|rdbms|"
    r"vendors?|warehouses?|services?|products?|libraries|library|engines?|stores?|gis|bi)"
    r"\s*\(\s*(?:i\.?e\.?|ex)?[:.,]?\s*$",
    re.IGNORECASE,
)
_OR_SIMILAR = re.compile(
    r"\s*\)?,?\s*(?:and/or|or)(?: an?)? (?:similar|equivalent|other|another|comparable|related|"
    r"alternative|any)|\s*,?\s*(?:etc\b|\.\.\.|…)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()]{0,40}\)")
_WORD = re.compile(r"[\w+#'’&-]+")
_LEAD = 80  # characters before a list in which its lead-in stands
_PHRASE_WORDS = 4  # more words between two skills are a new thought
_NEW_THOUGHT = frozenset(
    "ability able experience experienced expertise familiarity knowledge proficiency proficient "
    "skill skills strong understanding using working with in of for to as on from".split()
)


def alternatives(line: str, mentions: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The mentions of one line, grouped: the members of a group stand for each other.

    "Python and SQL" are two groups, "AWS, Azure or GCP" is one. Examples ("such as A, B and C",
    "one of A, B, C", "a BI tool (A, B)") are alternatives too. "At least two of A, B, C" counts as
    "one of": the form of a requirement has no number, and too little is asked rather than too much.
    """
    groups: list[tuple[Mention, ...]] = []
    run: list[Mention] = []
    links: list[str] = []
    for mention in mentions:
        link = _link(line[run[-1].end : mention.start]) if run else "break"
        if link == "break":
            groups.extend(_split_run(line, run, links, groups))
            run, links = [mention], []
        else:
            run.append(mention)
            links.append(link)
    groups.extend(_split_run(line, run, links, groups))
    return groups


def _link(gap: str) -> str:
    """How the text between two skills joins them: "slash", "comma", "or", "and" or "break"."""
    gap = _BRACKETED.sub(" ", gap)
    if gap.strip() in ("/", "|", "\\"):
        return "slash"
    if re.search(r"[;:.!?()\[\]–—]|\s-\s", gap) or _EXAMPLES.search(gap):
        return "break"
    words = [word.lower() for word in _WORD.findall(gap.replace("and/or", "or"))]
    joins = [word for word in words if word in ("or", "and", "&", "plus")]
    if len(words) - len(joins) > _PHRASE_WORDS:
        return "break"
    if joins and set(joins) == {"or"}:
        return "or"
    if joins:
        return "and"
    return "comma" if "," in gap and not _NEW_THOUGHT & set(words) else "break"


def _split_run(
    line: str, run: list[Mention], links: list[str], before: list[tuple[Mention, ...]]
) -> list[tuple[Mention, ...]]:
    """A list of skills parted into groups by its links, its lead-in and its end."""
    if not run:
        return []
    start = run[0].start
    after = max(before[-1][-1].end if before else 0, start - _LEAD)
    exemplary = bool(_EXAMPLES.search(line[after:start]))
    if exemplary and "or" not in links:
        return [tuple(run)]
    in_bracket = bool(_KIND_BEFORE_BRACKET.search(line[max(0, start - _LEAD) : start]))
    open_end = bool(_OR_SIMILAR.match(line, run[-1].end))
    if (in_bracket or open_end) and not {"or", "and"} & set(links):
        return [tuple(run)]
    groups: list[tuple[Mention, ...]] = []
    part = [run[0]]
    part_links: list[str] = []
    for mention, link in zip(run[1:], links, strict=True):
        if link == "and":
            groups.extend(_split_part(part, part_links))
            part, part_links = [mention], []
        else:
            part.append(mention)
            part_links.append(link)
    groups.extend(_split_part(part, part_links))
    return groups


def _split_part(part: list[Mention], links: list[str]) -> list[tuple[Mention, ...]]:
    """A stretch without "and": up to its last "or" one group, then item by item; a slash binds
    its two neighbours only."""
    last_or = max((number for number, link in enumerate(links) if link == "or"), default=-1)
    groups = [[part[0]]]
    for number, (mention, link) in enumerate(zip(part[1:], links, strict=True)):
        if number <= last_or or link == "slash":
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [tuple(group) for group in groups]
