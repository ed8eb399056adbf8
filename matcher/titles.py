"""Job titles: a normal form, and vectors in which the trade outweighs the rank."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.embedding import Encoder, Vectors, cosines, on_grid
from matcher.records import Seniority
from matcher.titles_abroad import LEARNERS, in_english, with_english_phrases, without_genders

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_IN_TRAINING = (
    r"intern(?:ship)?|trainee|apprentice|co-?op|(?:industrial|year) placement|"
    r"placement (?:year|student)|(?:working|werk) ?student(?:in)?|" + LEARNERS
)
_SENIORITY = re.compile(
    r"\b(?:senior|sr|junior|jr|lead|principal(?!\s+investigator)|staff|head|"
    r"chief(?!(?:\s+\w+){1,2}\s+officer)|associate|(?:entry|mid)[ -]level|"
    rf"graduate|{_IN_TRAINING}|freelance|contract|"
    r"consultant|remote|hybrid|"
    r"i{1,3}|iv|[1-5])\b\.?",
    re.IGNORECASE,
)
# A number that counts something else is no rank: "Analyst - 3 months", "2 openings", "R&D".
_STEP = (
    r"(?<![\d.,/&])(?:{})(?!\W?\d|[+%./&]|"
    r"\s*(?:days?|weeks?|months?|years?|yrs?|positions?|openings?)\b)"
)
# The rank that a title states; what is said first in this list wins.
_RANKS: tuple[tuple[Seniority, str], ...] = (
    ("intern", _IN_TRAINING),
    (
        "executive",
        r"chief|c[etfiodm]o|cdao|v\.?p|vice president|head(?! ?(?:office|quarter|count))",
    ),
    ("director", r"director"),
    ("principal", r"principal|distinguished|(?<!doctoral )(?<!doc )(?<!arch )(?<!ing )fellow"),
    ("staff", r"staff"),
    ("lead", r"lead(?!\s+gen)"),
    ("senior", rf"senior|sr|iii|iv|{_STEP.format('v|[345]')}"),
    ("mid", rf"mid(?:[ -]level)?|intermediate|ii|{_STEP.format('2')}"),
    ("junior", rf"junior|jr|entry[ -]level|graduate|associate|{_STEP.format('i|1')}"),
)
_RANK = [(name, re.compile(rf"\b(?:{words})\b\.?", re.IGNORECASE)) for name, words in _RANKS]
# What people say of themselves before their title: "Highly motivated data analyst".
_PRAISE = re.compile(
    r"^\W*(?:(?:an?|highly|very|extremely|accomplished|experienced|seasoned|dedicated|motivated|"
    r"self[- ]motivated|skilled|talented|passionate|enthusiastic|ambitious|diligent|versatile|"
    r"(?:results?|goal|detail|customer|data)[- ](?:driven|oriented|focused)|hard[- ]?working)"
    r"[\s,]+(?:and\s+)?)+",
    re.IGNORECASE,
)
# "VP of Marketing" and "Head of Marketing" direct what "Director of Marketing" does.
_DIRECTOR = re.compile(
    r"\b(?:(?:senior|executive|assistant|associate|regional|corporate)\s+)?"
    r"(?:[aes]?\.?v\.?p\b\.?|vice[ -]president)|\bhead(?= of\b)",
    re.IGNORECASE,
)
# "Asst.Professor" is two words, "ASP.Net" and "Node.Js" are one.
_WORDS = re.compile(r"[^\w+#.]+|(?<=[a-z])\.(?=[A-Z][a-z])(?!(?:Net|Js)\b)")
_SHORT = {
    "ml": "machine learning",
    "ai": "artificial intelligence",
    "bi": "business intelligence",
    "qa": "quality assurance",
    "eng": "engineer",
    "engg": "engineer",
    "engr": "engineer",
    "mech": "mechanical",
    "dev": "developer",
    "mgr": "manager",
    "asst": "assistant",
    "exec": "executive",
    "coord": "coordinator",
    "supv": "supervisor",
    "mktg": "marketing",
    "mfg": "manufacturing",
    "prof": "professor",
    "admin": "administrator",
    "swe": "software engineer",
    "sde": "software development engineer",
    "sre": "site reliability engineer",
    "dba": "database administrator",
    "programmer": "developer",
}


@functools.lru_cache(maxsize=256)  # of one title the key, the parts and the vectors are asked for
def normal_title(title: str) -> str:
    """A title without praise, seniority, asides and punctuation, abbreviations spelled out:
    "Sr. ML Engineer (Remote)" → "machine learning engineer". Empty when nothing is left."""
    plain = _PRAISE.sub("", with_english_phrases(without_genders(title)))
    plain = _DIRECTOR.sub("director", _ASIDE.sub(" ", plain))
    plain = _SENIORITY.sub(" ", plain)
    words = [word.strip(".").lower() for word in _WORDS.split(plain)]
    return " ".join(_SHORT.get(word, word) for word in in_english([w for w in words if w]))


def title_key(title: str) -> str:
    """The same for titles that differ in number or turn only: "Director of Marketing" and
    "Marketing Director", "Systems Engineer" and "System Engineer". Empty for no title."""
    head, _, subject = normal_title(title).partition(" of ")
    return " ".join(_PLURAL.sub("", word) for word in f"{subject} {head}".split())


def is_rank_only(normal: str) -> bool:
    """Whether a title in normal form says a rank and no trade: "assistant manager"."""
    return _RANK_ONLY.issuperset(normal.split())


_TEACHES = re.compile(
    r"(?:\w+ )?(?:teaching (?:assistant|fellow)|tutor|lecturer|instructor|teacher|professor)\b",
    re.IGNORECASE,
)


def segments(title: str) -> list[tuple[int, int]]:
    """Offsets of the whole title and of its parts that are titles by themselves, whole first:
    "Backend Developer, Payments" is a backend developer too, a "Teaching Assistant, Payments" no
    more than that."""
    found = [(0, len(title))]
    if _TEACHES.match(title):
        return found
    start = 0
    for gap in [*_GAP.finditer(title), None]:
        end = gap.start() if gap else len(title)
        if len(normal_title(title[start:end]).split()) > 1:
            found.append((start, end))
        start = gap.end() if gap else end
    return list(dict.fromkeys(found))


def work_of(title: str) -> str:
    """A title with the work in place of who does it, word for word: "Senior Web Developer" →
    "Senior Web development". The title itself where no word of it is known."""
    return WORD.sub(lambda found: _WORK.get(found[0].lower(), found[0]), title)


def seniority_of(title: str) -> Seniority | None:
    """The rank that a title states."""
    return next((name for name, words in _RANK if words.search(title)), None)


def is_learner(title: str) -> bool:
    """Whether the title is one of somebody who learns the trade: an intern, a trainee."""
    return _LEARNER.search(title) is not None


def is_vague(title: str) -> bool:
    """Whether the title ends in a noun that says no function: "Big Data Associate" is no
    engineer."""
    return title.casefold().rpartition(" ")[2] in _VAGUE


WORD = re.compile(r"[^\W\d_]+")
# Who does a work, and the work. Coordinators and specialists may do any part of one.
_WORK: dict[str, str] = dict(
    pair.split("/")
    for pair in """
    accountant/accounting administrator/administration analyst/analysis animator/animation
    architect/architecture auditor/auditing bartender/bartending bookkeeper/bookkeeping
    carpenter/carpentry cook/cooking copywriter/copywriting designer/design developer/development
    editor/editing engineer/engineering estimator/estimating fundraiser/fundraising
    illustrator/illustration machinist/machining manager/management marketer/marketing
    photographer/photography planner/planning plumber/plumbing programmer/programming
    recruiter/recruiting researcher/research scientist/science teacher/teaching tester/testing
    trainer/training translator/translation tutor/tutoring underwriter/underwriting welder/welding
    writer/writing
    """.split()
)
_GAP = re.compile(r"\s*[,|/;:(&]\s*|\s*\)\s*|\s+[-–—]\s+|\s+(?:at|for|and)\s+")
_LEARNER = re.compile(rf"\b(?:{_IN_TRAINING}|aspiring)\b", re.IGNORECASE)
_VAGUE = frozenset({"associate", "assistant", "contributor", "member", "staff"})
_PLURAL = re.compile(r"(?<=[a-z]{3}[^su])s$")
# Words for a rank or a place in a team. A title of nothing else names no trade.
_RANK_ONLY = frozenset(
    "acting analyst assistant associate co cofounder colleague contractor coordinator crew "
    "department deputy director employed employee expert founder helper interim leader lead "
    "manager member officer operator owner partner professional representative self shift "
    "specialist staff student supervisor team temp temporary trainee volunteer worker".split()
)

# What half of all titles end in. "Sales Manager" is no neighbour of "Engineering Manager".
HEADS = frozenset(
    "manager engineer developer analyst specialist consultant administrator architect scientist "
    "director officer coordinator technician designer assistant representative supervisor expert "
    "executive professional associate lead team".split()
)


@dataclass(frozen=True, slots=True)
class TitleVectors:
    """Grid vectors of titles, seniority left out: of the whole title and of its trade, the title
    without its head noun; shapes ``(n_titles, dim)``."""

    whole: Vectors
    trade: Vectors

    def __len__(self) -> int:
        return len(self.whole)

    def rows(self, start: int, end: int) -> TitleVectors:
        """The titles ``[start, end)``."""
        return TitleVectors(self.whole[start:end], self.trade[start:end])


def title_vectors(titles: Sequence[str], encoder: Encoder) -> TitleVectors:
    """The vectors of titles. A title that is only a head noun is its own trade; one that says no
    more than a rank is near to nothing."""
    normal = [normal_title(title) or title for title in titles]
    whole = ["" if is_rank_only(title) else title for title in normal]
    trade = [
        " ".join(word for word in title.split() if word not in HEADS) or title for title in whole
    ]
    return TitleVectors(on_grid(encoder.encode(whole)), on_grid(encoder.encode(trade)))


def title_cosines(left: TitleVectors, right: TitleVectors) -> Vectors:
    """Shape ``(n_left, n_right)``: the lesser of the cosines of the whole titles and of their
    trades, for two titles are near only when both are."""
    return np.minimum(cosines(left.whole, right.whole), cosines(left.trade, right.trade))


def join_titles(parts: Sequence[TitleVectors]) -> TitleVectors:
    """All rows of several title vectors, in order; there must be at least one part."""
    return TitleVectors(
        np.concatenate([part.whole for part in parts]),
        np.concatenate([part.trade for part in parts]),
    )
