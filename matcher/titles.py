"""Job titles in a normal form."""

from __future__ import annotations

import re

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
