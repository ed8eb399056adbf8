"""The weights of a fit score: data, read from corpus/weights.yaml or a file of the user's."""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.corpus.syntax import read_yaml
from matcher.errors import CorpusError

PARTS = ("skills", "experience", "titles", "years", "degree")
ALWAYS = PARTS[:-1]  # at least one of them must have a weight, for few ask for a degree
BANDS = ("strong", "good", "partial", "weak")
Bands = tuple[tuple[str, float], ...]  # (name, least fit), highest first
_NAMES = {
    "parts": PARTS,
    "importance": ("required", "preferred", "unrecognised", "soft"),
    "credit": ("demonstrated", "listed", "implied", "inferred", "related", "untold"),
    "bands": BANDS,
    "posting_bands": BANDS,
    "scope": ("titles", "skills"),
}
_FLAT = ("importance", "credit")  # groups whose names are those of the fields


@dataclass(frozen=True, slots=True)
class Weights:
    """See the comments in corpus/weights.yaml."""

    parts: Mapping[str, float]
    required: float
    preferred: float
    unrecognised: float
    soft: float
    demonstrated: float
    listed: float
    implied: float
    inferred: float
    related: float
    untold: float
    bands: Bands
    posting_bands: Bands
    scope_titles: float
    scope_skills: float

    def importance(self, required: bool) -> float:
        """The weight of a required or preferred skill."""
        return self.required if required else self.preferred

    def maxima(self, asked: Collection[str] = PARTS) -> Mapping[str, int]:
        """The most that each part can give, in tenths of a point: 1000 in all. Parts that are not
        asked for are left out, unless only they have weights."""
        return self._shared_out(asked) or self._shared_out(ALWAYS)

    def _shared_out(self, names: Collection[str]) -> Mapping[str, int]:
        return _maxima(tuple((name, self.parts[name]) for name in PARTS if name in names))

    def values(self) -> dict[str, dict[str, float]]:
        """The same as :func:`weights_from` reads it: group, name, number."""
        return {
            "parts": dict(self.parts),
            **{group: {name: getattr(self, name) for name in _NAMES[group]} for group in _FLAT},
            "bands": dict(self.bands),
            "posting_bands": dict(self.posting_bands),
            "scope": {"titles": self.scope_titles, "skills": self.scope_skills},
        }


@functools.lru_cache(maxsize=64)  # asked for every role of every resume
def _maxima(parts: tuple[tuple[str, float], ...]) -> Mapping[str, int]:
    """1000 in whole numbers in proportion to the weights, by Webster's method: unlike that of the
    largest remainders it never gives a part more where another joins, so that asking for a degree
    takes points from the other parts and adds to none (Balinski and Young 1982, Fair
    Representation). Empty where nothing has a weight."""
    weights = dict(parts)
    if not (whole := sum(weights.values())):
        return {}
    shares = {name: round(1000 * weight / whole) for name, weight in weights.items()}
    while (left := 1000 - sum(shares.values())) > 0:
        shares[max(weights, key=lambda name: weights[name] / (shares[name] + 0.5))] += 1
    while left < 0:
        held = [name for name in reversed(list(weights)) if shares[name]]
        shares[min(held, key=lambda name: weights[name] / (shares[name] - 0.5))] -= 1
        left += 1
    return shares


def weights_from(values: Any, source: str) -> Weights:
    """Weights from the parsed file ``source``; raises :class:`CorpusError` naming the field."""
    parts, importance, credit, bands, posting_bands, scope = (
        _numbers(values, source, group, names) for group, names in _NAMES.items()
    )
    if not any(parts[name] for name in ALWAYS):
        raise CorpusError(
            f"{source}: parts: all but the degree are 0, and few ask for one; "
            "give at least one of them a weight"
        )
    # The laws of the score rest on this order: evidence of a skill is worth more than a mention,
    # a mention more than a relative (whose credit in the taxonomy is at most a half).
    order = [
        credit["demonstrated"],
        credit["listed"],
        credit["listed"] * credit["implied"],
        credit["inferred"],
        credit["demonstrated"] * credit["related"] * 0.5,
    ]
    if max(credit.values()) > 1 or order != sorted(order, reverse=True):
        raise CorpusError(
            f"{source}: credit: must be at most 1, and fall from demonstrated to listed to "
            "implied (of a listed skill) to inferred to related (half of a demonstrated one)"
        )
    return Weights(
        parts=parts,
        **importance,
        **credit,
        bands=_falling(bands, f"{source}: bands"),
        posting_bands=_falling(posting_bands, f"{source}: posting_bands"),
        scope_titles=scope["titles"],
        scope_skills=scope["skills"],
    )


def _falling(least: Mapping[str, float], where: str) -> Bands:
    values = [least[name] for name in BANDS]
    if values != sorted(values, reverse=True):
        raise CorpusError(f"{where}: must fall from strong to weak")
    return tuple(zip(BANDS, values, strict=True))


def load_weights(path: Path) -> Weights:
    """Weights from a YAML file; raises :class:`CorpusError`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(
            f"{path}: {error.strerror}; give a copy of corpus/weights.yaml"
        ) from error
    return weights_from(read_yaml(path, content), str(path))


def _numbers(values: Any, source: str, group: str, names: tuple[str, ...]) -> dict[str, float]:
    found = values.get(group) if isinstance(values, dict) else None
    if not isinstance(found, dict) or set(found) != set(names):
        raise CorpusError(f"{source}: {group}: must have exactly {', '.join(names)}")
    for name, value in found.items():
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 <= value < math.inf:
            raise CorpusError(f"{source}: {group}.{name}: must be a number, at least 0")
    return {name: float(found[name]) for name in names}
