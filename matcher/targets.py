"""What a person is scored against: a role profile or a posting, in the same form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.embedding import Encoder, Vectors, on_grid
from matcher.records import JobPosting, LiteralRequirement, Requirement, Role
from matcher.titles import TitleVectors, title_key, title_vectors


@dataclass(frozen=True, slots=True)
class Target:
    """Requirements and texts of one role or posting. ``years`` is at least 1: where none are
    asked for, one year is taken, so that asking for more never raises a fit."""

    id: str
    title: str
    family: str | None
    is_posting: bool
    requirements: tuple[Requirement, ...]
    literals: tuple[LiteralRequirement, ...]
    years: int
    degree: int  # level asked for, as Education.level; 0: none
    responsibilities: tuple[str, ...]
    responsibility_vectors: Vectors  # (n_responsibilities, dim), on the grid
    titles: tuple[str, ...]
    title_vectors: TitleVectors
    title_worths: Vectors  # (n_titles,): 1 for its own titles, less for those of a neighbour
    title_keys: frozenset[str]  # of its own titles: see titles.title_key
    # Of the titles of those roles that it is a kind of: "Software Engineer" of a game developer.
    plain_keys: frozenset[str] = frozenset()
    special_keys: frozenset[str] = frozenset()  # ... and of the roles that are kinds of it


def role_targets(
    roles: Sequence[Role], encoder: Encoder, known: Mapping[str, Role]
) -> list[Target]:
    """Role profiles; everything is encoded in few calls, which matters to a transformer. ``known``
    are the roles by id that they may be kinds of, or that may be kinds of them.

    The years asked for are those at which the second level starts: who has them does the job
    without a hand to hold.
    """
    if not roles:
        return []
    names = [_titles_of(role) for role in roles]
    plain = [[_titles_of(known[kind]) for kind in role.kind_of if kind in known] for role in roles]
    special: dict[str, set[str]] = {role.id: set() for role in roles}
    for role in known.values():
        for kind in special.keys() & set(role.kind_of):
            special[kind] |= _keys(_titles_of(role))
    duties = on_grid(encoder.encode([text for role in roles for text in role.responsibilities]))
    titles = title_vectors([title for group in names for title in group], encoder)
    duty_ends = np.cumsum([len(role.responsibilities) for role in roles])
    title_ends = np.cumsum([len(group) for group in names])
    return [
        Target(
            id=role.id,
            title=role.title,
            family=role.family,
            is_posting=False,
            requirements=role.requirements,
            literals=(),
            years=max(1, role.levels[1].years[0] if len(role.levels) > 1 else 1),
            degree=role.degree,
            responsibilities=role.responsibilities,
            responsibility_vectors=duties[duty_end - len(role.responsibilities) : duty_end],
            titles=group,
            title_vectors=titles.rows(title_end - len(group), title_end),
            title_worths=np.ones(len(group), dtype=np.float32),
            title_keys=_keys(group),
            plain_keys=frozenset().union(*map(_keys, kinds)) - _keys(group),
            special_keys=frozenset(special[role.id]) - _keys(group),
        )
        for role, group, kinds, duty_end, title_end in zip(
            roles, names, plain, duty_ends, title_ends, strict=True
        )
    ]


def _titles_of(role: Role) -> tuple[str, ...]:
    return role.title, *role.also


def _keys(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(map(title_key, titles)) - {""}


_TELLING = 5  # words; shorter duties ("Maintain databases") are near to anybody's work


def posting_target(
    posting: JobPosting, encoder: Encoder, others: Mapping[str, float] | None = None
) -> Target:
    """A posting; its id is that of its document. ``others``: titles that count as the posting's
    own, or in part, with what each is worth."""
    worths = {**(others or {}), posting.title: 1.0} if posting.title else {}
    titles = tuple(worths)
    duties = tuple(text for text in posting.responsibilities if len(text.split()) >= _TELLING)
    return Target(
        id=posting.document.id,
        title=posting.title,
        family=None,
        is_posting=True,
        requirements=posting.requirements,
        literals=posting.unrecognised,
        years=max(1, posting.years_required or 1),
        degree=posting.degree or 0,
        responsibilities=duties,
        responsibility_vectors=on_grid(encoder.encode(duties)),
        titles=titles,
        title_vectors=title_vectors(titles, encoder),
        title_worths=np.array(list(worths.values()), dtype=np.float32),
        title_keys=_keys(title for title in titles if worths[title] == 1),
    )
