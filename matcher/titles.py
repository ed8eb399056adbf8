"""Job titles: a normal form, and vectors in which the trade outweighs the rank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.embedding import Encoder, Vectors, on_grid, unit

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SENIORITY = re.compile(
    r"\b(?:senior|sr|junior|jr|lead|principal|staff|head|chief|associate|(?:entry|mid)[ -]level|"
    r"intern|trainee|graduate|working student|freelance|contract|consultant|remote|hybrid|"
    r"i{1,3}|iv|[1-5])\b\.?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\w+#.]+")
_SHORT = {
    "ml": "machine learning",
    "ai": "artificial intelligence",
    "bi": "business intelligence",
    "qa": "quality assurance",
    "eng": "engineer",
    "engg": "engineer",
    "dev": "developer",
    "mgr": "manager",
    "admin": "administrator",
    "swe": "software engineer",
    "sde": "software development engineer",
    "sre": "site reliability engineer",
    "dba": "database administrator",
    "programmer": "developer",
}


def normal_title(title: str) -> str:
    """A title without seniority, asides and punctuation, abbreviations spelled out:
    "Sr. ML Engineer (Remote)" → "machine learning engineer". Empty when nothing is left."""
    plain = _SENIORITY.sub(" ", _ASIDE.sub(" ", title))
    words = [word.strip(".") for word in _WORDS.split(plain.lower())]
    return " ".join(_SHORT.get(word, word) for word in words if word)


def trade_of(title: str) -> str:
    """The normal form of what stands before a comma, dash or bar, where that is a title by itself:
    "Backend Developer, Payments" → "backend developer". Else empty."""
    first = normal_title(_SEGMENT_END.split(title, maxsplit=1)[0])
    return first if first.rpartition(" ")[2] in _HEADS and " " in first else ""


_SEGMENT_END = re.compile(r"\s*[,|/;:]\s*|\s+[-–—]\s+|\s+(?:at|for)\s+")

# What half of all titles end in. "Sales Manager" is no neighbour of "Engineering Manager".
_HEADS = frozenset(
    "manager engineer developer analyst specialist consultant administrator architect scientist "
    "director officer coordinator technician designer assistant representative supervisor expert "
    "executive professional team".split()
)


def title_vectors(titles: Sequence[str], encoder: Encoder) -> Vectors:
    """Grid vectors of titles, shape ``(n_titles, dim)``: the mean of the vector of the whole title
    and of the title without its head noun, seniority left out of both."""
    whole = [normal_title(title) or title for title in titles]
    trade = [" ".join(word for word in title.split() if word not in _HEADS) for title in whole]
    vectors = encoder.encode(
        [*whole, *(short or full for short, full in zip(trade, whole, strict=True))]
    )
    return on_grid(unit(vectors[: len(whole)] + vectors[len(whole) :]))
