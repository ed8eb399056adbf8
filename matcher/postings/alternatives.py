"""Which skills of a line may stand for each other: "AWS or GCP", "such as A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from matcher.records import Mention

_EXAMPLES = re.compile(
    r"(?:\bsuch as|\be\.? ?g\b\.?|\bfor (?:example|instance)|(?<!would )\blike|\bin any of|"
    r"\b(?:any|either|one(?: or more)?|some|at least \w+)(?: \w+)? of|"
    r"\b(?:one|two|three) or more (?:\w+ )?in|\beither|\bsimilar to)"
    r"(?: (?:the|these) following)?[\s:,(]*(?:[\w+#/-]+,\s+){0,2}(?:[\w+#-]+[\s:;]+){0,3}"
    r"[(:;]?\s*$",
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
# "PyTorch (TensorFlow is fine too)", "GitLab, but Jenkins would do as well"
_WILL_DO = re.compile(
    r"\s*(?:(?:is|are|would be|will be)(?: also)? (?:fine|ok|okay|acceptable|good enough|enough)|"
    r"works?|(?:will|would) (?:do|work))(?: (?:too|as well|instead|also))?\s*(?=[).;,]|$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[,;(–-]\s*(?:(?:but|and|or|though) )?")
_ANY_WILL_DO = re.compile(
    r"\s*[,;:(–—-]*\s*(?:(?:pick|choose|any) (?:one|of (?:them|these))|either (?:one )?(?:is|will)|"
    r"one (?:of (?:them|these) )?is enough)\b",
    re.IGNORECASE,
)
_OR_IN_BRACKET = re.compile(r"\s*\(\s*(?:and/)?or(?: \w+){0,5}\s*")  # "Tableau (or other BI tools)"
_BRACKETED = re.compile(r"\([^()]{0,40}\)")
_WORD = re.compile(r"[\w+#'’&-]+")
_LEAD = 80  # characters before a list in which its lead-in stands
_OF = frozenset("in of for on".split())
_PHRASE_WORDS = 4  # more words between two skills are a new thought
_NEW_THOUGHT = frozenset(
    "ability able experience experienced expertise familiarity knowledge proficiency proficient "
    "skill skills strong understanding using working with in of for to as on from "
    "get set use build write run own know wire deploy make pick keep ship bring maintain".split()
)


Rivals = Callable[[str, str], bool]  # whether one skill may be taken for another


def alternatives(
    line: str,
    mentions: Sequence[Mention],
    rivals: Rivals = lambda *_: False,
) -> list[tuple[Mention, ...]]:
    """The mentions of one line, grouped: the members of a group stand for each other.

    "Python and SQL" are two groups, "AWS, Azure or GCP" is one. Examples ("such as A, B and C",
    "one of A, B, C", "a BI tool (A, B)") are alternatives too, and so are ``rivals`` in a bracket:
    "streaming (Kafka, Pulsar)", but not "AWS (EC2, S3)". "At least two of A, B, C" counts as
    "one of": the form of a requirement has no number, and too little is asked rather than too much.
    """
    groups: list[tuple[Mention, ...]] = []
    run: list[Mention] = []
    links: list[str] = []
    for mention in mentions:
        gap = line[run[-1].end : mention.start] if run else ""
        also = _ASIDE.fullmatch(gap) and _WILL_DO.match(line, mention.end)
        link = "slash" if also else _link(gap) if run else "break"
        if link == "break":
            groups.extend(_split_run(line, run, links, groups, rivals))
            run, links = [mention], []
        else:
            run.append(mention)
            links.append(link)
    groups.extend(_split_run(line, run, links, groups, rivals))
    return groups


def _link(gap: str) -> str:
    """How the text between two skills joins them: "slash", "comma", "or", "and" or "break"."""
    gap = _BRACKETED.sub(" ", gap)
    if gap.strip() in ("/", "|", "\\") or _OR_IN_BRACKET.fullmatch(gap):
        return "slash"
    if re.search(r"[;:.!?()\[\]–—]|\s-\s", gap) or _EXAMPLES.search(gap):
        return "break"
    words = [word.lower() for word in _WORD.findall(gap.replace("and/or", "or"))]
    joins = [word for word in words if word in ("or", "and", "&", "plus")]
    if len(words) - len(joins) > _PHRASE_WORDS:
        return "break"
    if joins and set(joins) == {"or"}:
        # "Trends or patterns in data sets": what follows belongs to the other noun.
        other = set(words) - _NEW_THOUGHT - {"or"}
        return "break" if other and _OF & set(words) else "or"
    if joins:
        return "and"
    return "comma" if "," in gap and not _NEW_THOUGHT & set(words) else "break"


def _split_run(
    line: str,
    run: list[Mention],
    links: list[str],
    before: list[tuple[Mention, ...]],
    rivals: Rivals,
) -> list[tuple[Mention, ...]]:
    """A list of skills parted into groups by its links, its lead-in and its end."""
    if not run:
        return []
    start = run[0].start
    after = max(before[-1][-1].end if before else 0, start - _LEAD)
    exemplary = bool(_EXAMPLES.search(line[after:start]))
    if exemplary and "or" not in links:
        return [tuple(run)]
    in_bracket = bool(_KIND_BEFORE_BRACKET.search(line[max(0, start - _LEAD) : start])) or (
        line.startswith("(", start - 1) and _are_rivals([one.skill_id for one in run], rivals)
    )
    end = run[-1].end
    open_end = bool(_OR_SIMILAR.match(line, end) or _ANY_WILL_DO.match(line, end))
    one_or = links.count("or") < 2 and "and" not in links
    if (in_bracket and one_or) or (open_end and not {"or", "and"} & set(links)):
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


def _are_rivals(ids: Sequence[str], rivals: Rivals) -> bool:
    """Whether each of several skills may stand for another of them."""
    return len(ids) > 1 and all(
        any(rivals(one, other) for other in ids if other != one) for one in ids
    )


def _split_part(part: list[Mention], links: list[str]) -> list[tuple[Mention, ...]]:
    """A stretch without "and": up to its last "or" one group, then item by item; a slash binds
    its two neighbours only. In "Python or R, SAS or SPSS" the comma parts two choices."""
    ors = [number for number, link in enumerate(links) if link == "or"]
    last_or = max(ors, default=-1)
    if links[: last_or + 1] == (["or", "comma"] * len(ors))[: last_or + 1] and len(ors) > 1:
        last_or = -1
        links = ["slash" if link == "or" else link for link in links]
    groups = [[part[0]]]
    for number, (mention, link) in enumerate(zip(part[1:], links, strict=True)):
        if number <= last_or or link == "slash":
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [tuple(group) for group in groups]
