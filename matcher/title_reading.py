"""Any job title → its parts, the titles that it says, and the roles that they name.

"Sr. Data / Machine Learning Engineer (Remote)" says two titles, Data Engineer and Machine Learning
Engineer; both are looked up, and each role has the score of the title that comes nearest to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.embedding import Encoder, Vectors
from matcher.records import Role, Seniority
from matcher.redaction import neutral
from matcher.targets import Target
from matcher.titles import (
    HEADS,
    join_titles,
    normal_title,
    seniority_of,
    title_cosines,
    title_key,
    title_vectors,
)

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_GAP = re.compile(r"\s*[,|/;:&()\[\]]\s*|\s+[-–—]\s*|\s+(?:at|for|and|or|with)\s+", re.IGNORECASE)
# "SDE II - Data Infra": what follows names the field, by its short form.
_FIELDS = {
    "infra": "infrastructure",
    "ops": "operations",
    "machine intelligence": "machine learning",
}
_PUT_TOGETHER = 0.95  # what a title is worth that was put together from the parts of one
_CUT_OUT = 0.9  # ... that stands inside a longer one: "Midwest Regional Systems Administrator"
_INSIDE = (2, 3)  # words of such a title, its head noun with them
_ALIKE = 0.94  # what a likeness is worth beside a title that a role really has
_LEAST = 0.35  # affinity below which a role is not named
# A posting's title that scores so much names a role: who held another title of that role did the
# same, who held one of a neighbouring role something like it.
_NAMED, _NEIGHBOURING = 0.8, 0.6


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What a title says besides the role."""

    seniority: Seniority | None
    function: str | None  # the head noun: engineer, analyst
    domain: str | None  # what the function is about: data, machine learning
    technologies: tuple[str, ...]  # skill ids


@dataclass(frozen=True, slots=True)
class TitleRole:
    """A role that a title names, with a score from 0 to 1 and the words that decided."""

    role_id: str
    score: float
    via: str  # the title, as said or as put together, that comes nearest
    known_as: str  # the title of the role that it comes nearest to


@dataclass(frozen=True, slots=True)
class TitleReading:
    """A title, read."""

    title: str
    parts: TitleParts
    roles: tuple[TitleRole, ...]  # best first, ties by what is said first, then by role id


def parts_of(title: str, technologies: Iterable[str] = ()) -> TitleParts:
    """Seniority, function and domain of a title; ``technologies`` are ids found in it."""
    words = normal_title(neutral(title)).split()
    heads = [word for word in words if word in HEADS]
    domain = " ".join(word for word in words if word not in HEADS)
    return TitleParts(
        seniority_of(title),
        heads[-1] if heads else None,
        domain or None,
        tuple(dict.fromkeys(technologies)),
    )


def said_titles(title: str) -> dict[str, float]:
    """The titles that a title says, in normal form, and what each is worth: the whole, its parts,
    and parts without a head noun (or with nothing else) put together with their neighbours."""
    plain = neutral(title)
    found = {normal_title(plain): 1.0}
    pieces = [normal for piece in _GAP.split(plain) if (normal := _spelled(normal_title(piece)))]
    for number, piece in enumerate(pieces):
        neighbours = (*pieces[number + 1 :], *reversed(pieces[:number]))
        for name, worth in (*_inside(piece.split()), *_whole(piece, neighbours)):
            found.setdefault(name, worth)
    return {normal: worth for normal, worth in found.items() if normal}


def _inside(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Shorter titles that end in a head noun of a longer one."""
    for end, word in enumerate(words, start=1):
        for length in _INSIDE:
            if word in HEADS and length <= end and length < len(words):
                yield " ".join(words[end - length : end]), _CUT_OUT


def _whole(piece: str, neighbours: Iterable[str]) -> Iterator[tuple[str, float]]:
    """A piece that is a title, or what it is with the trade or the head noun of a neighbour."""
    words = piece.split()
    has_head, all_head = words[-1] in HEADS, all(word in HEADS for word in words)
    if has_head and not all_head:
        yield piece, 1.0
        return
    for other in neighbours:
        *trade, head = other.split()
        if all_head and head not in HEADS:
            yield f"{other} {piece}", _PUT_TOGETHER
        elif all_head and trade:
            yield " ".join([*trade, piece]), _PUT_TOGETHER
        elif not has_head and head in HEADS:
            yield f"{piece} {head}", _PUT_TOGETHER
            return


def _spelled(piece: str) -> str:
    for short, field in _FIELDS.items():
        piece = re.sub(rf"\b{short}\b", field, piece)
    return piece


class TitleLookup:
    """The titles of all roles, ready to be compared with."""

    def __init__(
        self,
        targets: Sequence[Target],
        encoder: Encoder,
        affinity: Callable[[Vectors], Vectors],
    ) -> None:
        # With the role that each belongs to.
        self._titles = [(title, target.id) for target in targets for title in target.titles]
        self._exact = {title_key(title): (title, owner) for title, owner in self._titles} | {
            normal_title(title): (title, owner) for title, owner in self._titles
        }
        self._vectors = join_titles([target.title_vectors for target in targets])
        self._encoder, self._affinity = encoder, affinity

    def roles(self, title: str, *, top: int = 5) -> tuple[TitleRole, ...]:
        """The roles that a title names, best first; none for a title of another world."""
        said = said_titles(title)
        if not said:
            return ()
        names = list(said)
        near = self._affinity(
            title_cosines(title_vectors(names, self._encoder), self._vectors)
        ) * np.asarray(list(said.values()), dtype=np.float32).reshape(-1, 1)
        best: dict[str, TitleRole] = {}
        for row, name in enumerate(names):
            if exact := self._exact.get(name) or self._exact.get(title_key(name)):
                known_as, owner = exact
                _keep(best, TitleRole(owner, said[name], name, known_as))
            for column in np.flatnonzero(near[row] >= _LEAST).tolist():
                known_as, owner = self._titles[column]
                score = round(_ALIKE * float(near[row, column]), 3)
                _keep(best, TitleRole(owner, score, name, known_as))
        said_first = {name: place for place, name in enumerate(names)}
        return tuple(
            sorted(
                best.values(), key=lambda role: (-role.score, said_first[role.via], role.role_id)
            )[:top]
        )


def _keep(best: dict[str, TitleRole], found: TitleRole) -> None:
    known = best.get(found.role_id)
    if known is None or found.score > known.score:
        best[found.role_id] = found


def related_titles(named: Sequence[TitleRole], roles: Mapping[str, Role]) -> dict[str, float]:
    """The other titles of the role that a title names first, and those of the role's neighbours,
    with what each is worth of the title itself; none where the title names no role clearly."""
    if not named or named[0].score < _NAMED:
        return {}
    role = roles[named[0].role_id]
    near = [roles[each] for each in role.neighbours if each in roles]
    worths = {title: _NEIGHBOURING for other in near for title in (other.title, *other.also)}
    return worths | dict.fromkeys((role.title, *role.also), 1.0)
