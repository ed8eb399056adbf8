"""How strongly a line of a posting asks for what it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.records import Mention


@dataclass(frozen=True, slots=True)
class _Marker:
    """Words that say how strongly something is asked for, and the stretch that they govern."""

    wanted: bool | None  # True: required, False: preferred, None: not asked for
    start: int
    end: int  # with a bracket of examples behind it
    forward: bool  # governs what follows; else what precedes
    scope: int  # where the stretch begins that it governs


# (wanted, governs what follows, words). The first that matches at a place counts.
_WORDING: tuple[tuple[bool | None, bool, str], ...] = (
    (
        False,
        False,
        r"not (?:strictly |absolutely )?(?:required|needed|necessary|mandatory|a must)"
        r"(?=,? but)|"
        r"(?:\bnot|n['’]t) an? (?:requirement|prerequisite|condition)"
        r"(?=,? (?:but|although|though))",
    ),
    (
        None,
        False,
        r"not (?:be )?(?:(?:therefore|thus|strictly) )?"
        r"(?:required|needed|necessary|expected|mandatory|sufficient|enough|called for)|"
        r"(?:\bnot|n['’]t) an? (?:requirement|prerequisite|condition)\b|"
        r"\bno (?:(?:prior|previous) )?(?:experience|knowledge) (?:of|with|in) "
        r"(?:it|this|that|these|those|them|either)\b|"
        r"\bwhich you (?:will (?:not|never)|won['’]t) \w+",
    ),
    (None, False, r"\binsufficient"),
    (False, False, r"(?:\bnot|n['’]t)(?: \w+)? a must(?:[- ]have)?\b|\bwould help\b"),
    (None, True, r"no (?:(?:prior|previous|formal|particular) )?(?:experience|knowledge)\b"),
    (
        None,
        True,
        r"\b(?:(?:do|does|will|wo)(?:n['’]?t| not)|need not|never) "
        r"(?:need|require|expect|have to (?:know|have|bring))\b(?! more| to be afraid)|"
        r"\bno need (?:for|to know|of)\b|"
        r"\bneed not (?:know|have|bring)\b(?! (?:either|any|them|these)\b)|"
        r"\byou (?:will (?:not|never)|won['’]t) (?:have to )?"
        r"(?:touch|use|learn|work (?:with|on|in)|do anything with)\b",
    ),
    (
        None,
        False,
        r"\byou(?: will|['’]ll| would) (?:never|not) be (?:asked|expected) to\b|"
        r"\bneed not (?:know|have|bring) (?:either|any|them|these)\b",
    ),
    (
        False,
        True,
        r"(?:preferred|desired|desirable|preferably)(?: (?:skills|qualifications|"
        r"experience))?(?: include\w*)? ?:",
    ),
    # "Preferred experience with X", "Required bachelor's degree": before what they are said of
    (
        False,
        True,
        r"(?<![a-z,] )(?<!\w)(?:preferred|desired|desirable)"
        r"(?= (?:\w+ )?(?:experience|knowledge|familiarity|background)\b(?! ?:))",
    ),
    (True, True, r"(?<![a-z,)] )(?<!\w)required(?= [A-Z(])"),
    (
        False,
        True,
        r"\b(?:willing(?:ness)?|desire|eager(?:ness)?|keen|open) to learn(?=(?-i: [A-Z]))|"
        r"(?<=\()(?:preferred|desired)(?=(?-i: [A-Z]))",
    ),
    (
        False,
        True,
        r"(?:a |an )?(?:plus|bonus|advantage)(?: points)?(?:, [^,;:]{2,30},)?"
        r"(?= (?:if|when|to|for)\b| ?:)"
        r"|\badvantages ?:|\bmove you up [^:]{1,20}:|(?<=plus), as (?:is|are)\b",
    ),
    (
        False,
        True,
        r"(?:\bbe |^\W*)(?:lovely|great|nice|fantastic|brilliant|good|pleased|happy|glad|thrilled|"
        r"delighted|handy)(?:, [^,;:]{2,40},)? if\b|^\W*(?:an? |the )?(?:opportunity|chance) to "
        r"(?:learn|expand|grow|explore|move|get into)\b|"
        r"\bit (?:really )?helps"
        r"(?:, but (?:it )?(?:is not|isn['’]t) (?:needed|required|necessary),)? (?:if|when)\b|"
        r"\bscore extra\b|"
        r"\bif you(?:['’]ve| have) (?:ever\b|touched\b|played\b|dabbled\b|tinkered\b)",
    ),
    (
        False,
        True,
        r"\b(?:ideally|preferably|idealerweise|idéalement|idealmente|se valorará|bonus points|"
        r"extra points|nice[- ]to[- ]haves? ?:|"
        r"prefer(?:ence)?(?= (?:is |will be )?(?:given|candidates|someone|for)\b))",
    ),
    (
        False,
        False,
        r"\b(?:preferred|good to know|even better|(?:so )?much the better|"
        r"an? (?:nice|lovely|welcome|useful) extra|"
        r"(?:the )?(?:cherry on (?:top|the cake)|icing on the cake)|"
        r"would (?:make (?:me|us) (?:\w+ )?happy|please)\b|"
        r"(?:to|at) the front of the (?:line|queue)|"
        r"helps(?: us\b|(?: as well| too| a lot)?(?=\W*$|[.,;)]))|(?:go|come) amiss|"
        r"in your favou?r\b|"
        r"desirable|desired(?! (?:outcome|result|state))|preferable|"
        r"optional|advantageous|(?:nice|good)[- ]to[- ]have|(?:highly |strongly )?recommended|"
        r"(?:an? )?(?:(?:huge|big|definite|added|strong|major|real|distinct) )?"
        r"(?<!401k )(?:(?:plus(?:es)?|(?<=a )pre)(?=\W*$|[.,;)]| \(| but| and| though)|"
        r"bonus(?=\W*$|[.,;)])|"
        r"asset(?=\W*$|[.,;)])|advantage(?=\W*$|[.,;)]))|"
        r"(?:be|is|are|but|also) (?:(?:very|also|highly|especially) )?(?:helpful|beneficial|"
        r"useful|valuable|welcomed?|ideal|great|nice|lovely|handy|appreciated|regarded|valued|"
        r"favou?red|of (?:interest|benefit|value))"
        r"|\b(?:von vorteil|wünschenswert|un (?:vrai )?plus|souhaitée?s?|appréciée?s?|valorables?|"
        r"deseables?|een pré|preferibil[ei]|gradit[aoei]|diferencial|desejáve(?:l|is)|"
        r"mile widzian\w+))",
    ),
    (
        True,
        False,
        r"(?<!as )(?<!if )\b(?:required|mandatory|a must|must[- ]haves?(?=\W*$|[.,;)]))"
        r"(?! to\b)",
    ),
    (True, False, r"\bminimum(?=\s*/)"),  # "MS minimum / PhD preferred"
    (True, True, r"\bmust\b|\byou should (?:also )?(?:have|be|know|bring)\b"),
)
_MARKER = re.compile("|".join(f"({words})" for _, _, words in _WORDING), re.IGNORECASE)
# "... in SQL -Data architecting experience a plus" and "Domo a plus Job duties" are two clauses.
_SEGMENT_END = re.compile(
    r";|(?<!e\.g)(?<!i\.e)[.!?]\s+(?=[A-Z])|"
    r"\s[–—]\s(?=[A-Z])|\s-(?=[A-Z][a-z])|\ba plus (?=[A-Z][a-z])"
)


class Wording:
    """How strongly one line asks for what it names."""

    def __init__(self, line: str) -> None:
        self._line = line
        cuts = [cut.end() for cut in _SEGMENT_END.finditer(line)]
        self._starts = [0, *cuts]  # of the clauses
        self._markers: list[list[_Marker]] = [
            _markers(line, start, end)
            for start, end in zip(self._starts, [*cuts, len(line)], strict=True)
        ]

    @property
    def prefers(self) -> bool:
        """Whether the line ends with what is only preferred."""
        return bool(self._markers[-1]) and self._markers[-1][-1].wanted is False

    def wanted_at(self, offset: int, default: bool) -> bool | None:
        """Whether the words at an offset are required (True), preferred (False) or not asked for.

        "Python required, Spark a plus": a marker governs what precedes it, back to the marker or
        clause before, or what follows it ("ideally Terraform"). In brackets it governs one item.
        """
        clause = bisect_right(self._starts, offset) - 1
        markers = self._markers[clause]
        for marker in markers:
            if not marker.forward and offset < marker.end:
                if offset >= marker.scope:
                    return marker.wanted
                break
        before = [marker for marker in markers if marker.forward and marker.end <= offset]
        return before[-1].wanted if before else default


# "Statistical tools a plus (e.g. SAS, R)": the bracket belongs to what stands before the marker.
_EXAMPLES = re.compile(
    r"\s*\((?:e\.? ?g\b\.?|i\.? ?e\b\.?|such as|like|including|for example)[^()]*\)?",
    re.IGNORECASE,
)


def _markers(line: str, start: int, end: int) -> list[_Marker]:
    """The markers of a clause, in text order."""
    markers: list[_Marker] = []
    for found in _MARKER.finditer(line, start, end):
        wanted, forward, _ = _WORDING[(found.lastindex or 1) - 1]
        scope = found.end() if forward else _backward_scope(line, found.start(), markers, start)
        examples = None if forward else _EXAMPLES.match(line, found.end(), end)
        reach = examples.end() if examples else found.end()
        markers.append(_Marker(wanted, found.start(), reach, forward, scope))
    return markers


_NEW_THOUGHT = re.compile(
    r", (?:with |and )?(?=(?:\w+ )?(?:experience|knowledge|familiarity|exposure|background)\b)",
    re.I,
)
_COPULA = re.compile(
    r"\W*(?:(?:is|are|be|would|will|strongly|highly|very|much|not|but|an?|definitely)\W+)*", re.I
)
_ITEM_END = re.compile(r"[,;/(]|\b(?:and|or)\b")


def _backward_scope(line: str, at: int, earlier: Sequence[_Marker], start: int) -> int:
    """Where the stretch begins that a marker at an offset governs, if it governs what precedes."""
    scope = max((marker.end for marker in earlier), default=start)
    # "Knowledge of X, with experience in Y a plus": the new thought alone.
    scope = max([scope, *(found.end() for found in _NEW_THOUGHT.finditer(line, scope, at))])
    bracket = line.rfind("(", scope, at)
    if bracket >= 0 and ")" not in line[bracket:at]:
        if not _COPULA.fullmatch(line, bracket + 1, at):
            return bracket  # "Java (Scala is desired)"
        cuts = [cut.end() for cut in _ITEM_END.finditer(line, scope, bracket)]
        return cuts[-1] if cuts else scope  # "(a plus)", nothing else in the bracket
    if any(marker.forward for marker in earlier):
        # "Must have Python and SQL, Spark a plus": the last comma parts the two.
        return max(scope, line.rfind(",", scope, at) + 1)
    return scope


# "Work closely with product, marketing and engineering teams": these are people, not skills.
_PARTNERS = re.compile(
    r"\b(?:with|alongside|across|between|among|from|to|supports?|supporting|help|the|our|other|of)\s"
    r"((?:(?!\b(?:with|in|of|using|on|by|through|via|to|for|that|is|are)\b)[\w ,/&'’-]){2,90}?)"
    r"\b(?:teams?|departments?|stakeholders|partners|groups?|leaders?|leadership|managers?|"
    r"colleagues|units|counterparts|staff|scientists|engineers|analysts|developers|specialists)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:work\w*|partner\w*|collaborat\w*|liais\w*|interact\w*|coordinat\w*|interfac\w*|"
    r"communicat\w*|clos\w+|together|alongside|engag\w*|help\w*|support\w*|join|across|"
    r"cross-functional\w*)\b",
    re.IGNORECASE,
)


def partner_spans(line: str) -> list[tuple[int, int]]:
    """Where a line names the teams and people that one works with."""
    return [
        found.span(1)
        for found in _PARTNERS.finditer(line)
        if _TOGETHER.search(line, 0, found.end())
    ]


@dataclass(frozen=True, slots=True)
class AskingLine:
    """A line that may ask for something, and its mentions with offsets into its text."""

    text: str
    mentions: tuple[Mention, ...]
    wording: Wording
    required: bool  # what its wording leaves open is required, else preferred
    duty: bool
    weight: float = 1.0

    def wanted(self, offset: int) -> bool | None:
        """Whether what stands at an offset is required, preferred (False) or neither (None)."""
        return self.wording.wanted_at(offset, self.required)
