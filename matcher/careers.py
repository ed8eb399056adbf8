"""Where a person stands among the roles, and where the next steps lead.

The triangle: every role profile has axes (software, statistics, infrastructure, 0 to 1); a person
stands at the mean of the roles that fit, each weighted by the square of its fit. The line on which
data flows (``corpus/data-flow.yaml``) is read in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.corpus import Corpus, asked_weights, corpus_file
from matcher.corpus.syntax import read_yaml
from matcher.errors import CorpusError
from matcher.records import Role, Skill
from matcher.scoring.fits import FitScore, Scored, most_first
from matcher.scoring.holdings import Holdings


@dataclass(frozen=True, slots=True)
class FlowPoint:
    """A point on the line on which data flows."""

    name: str
    about: str
    roles: tuple[str, ...]  # role ids


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands. ``flow`` are shares that add up to 1, or nothing where no role on the
    line fits."""

    axes: tuple[float, float, float]  # as Role.axes
    flow: tuple[tuple[FlowPoint, float], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two roles side by side. ``distance`` is 0 where both ask for the same, 1 where nothing is
    common: 1 - weighted share of requirements in common (Ruzicka)."""

    distance: float
    shared: tuple[Skill, ...]  # asked for by both, the most important first
    only_there: tuple[Skill, ...]  # asked for by the second alone
    bridge: tuple[Skill, ...]  # what the first's profile names as the way to the second


@dataclass(frozen=True, slots=True)
class Move:
    """A neighbouring role, as seen from here."""

    role: Role
    fit: FitScore
    difference: Difference
    bridge_missing: tuple[Skill, ...]  # of the bridge, what the resume does not show
    held: tuple[Skill, ...]  # of what the role asks for, most points first
    missing: tuple[Skill, ...]  # ... and what was not found, the most important first


@dataclass(frozen=True, slots=True)
class CareerView:
    """Where a person stands and the roles next to ``role``, best fit first."""

    role: Role
    fit: FitScore
    standing: Standing | None  # None where no role fits
    moves: tuple[Move, ...]


def career_view(
    here: Role,
    found: Sequence[tuple[Role, FitScore]],
    around: Sequence[tuple[Role, Scored]],
    holdings: Holdings,
    corpus: Corpus,
) -> CareerView:
    """A person seen from the role ``here``: ``found`` are the roles that tell where the person
    stands, ``around`` are ``here`` and its neighbours, ``holdings`` what the resume shows."""
    moves = []
    for other, there in around:
        if other.id == here.id:
            continue
        difference = role_difference(here, other, corpus)
        lacking = tuple(each for each in difference.bridge if holdings.held(each.id) is None)
        held = tuple(item.skill for item in most_first(there.matched))
        missing = tuple(gap.skill for gap in there.missing)
        moves.append(Move(other, there.fit, difference, lacking, held, missing))
    moves.sort(key=lambda move: (-move.fit.points, move.role.id))
    fit = next(scored.fit for role, scored in around if role.id == here.id)
    return CareerView(here, fit, standing_of(found, flow_of(corpus)), tuple(moves))


def role_difference(one: Role, other: Role, corpus: Corpus) -> Difference:
    """What parts two roles."""
    here, there = asked_weights(one), asked_weights(other)
    shared, whole = here & there, here | there
    distance = 1 - sum(shared.values()) / max(1e-9, sum(whole.values()))
    bridge = one.bridges.get(other.id, ())
    return Difference(
        round(distance, 3),
        tuple(corpus.skills[each] for each, _ in _ranked(shared)),
        tuple(corpus.skills[each] for each, _ in _ranked(there) if each not in here),
        tuple(corpus.skills[each] for each in bridge),
    )


def _ranked(weights: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))


def standing_of(
    fits: Sequence[tuple[Role, FitScore]], flow: Sequence[FlowPoint]
) -> Standing | None:
    """The standing of a person whose roles have these fits; out of scope ones do not count."""
    weighted = [(role, fit.points**2) for role, fit in fits if fit.in_scope and fit.points]
    whole = sum(weight for _, weight in weighted)
    if not whole:
        return None
    axes = [sum(role.axes[n] * weight for role, weight in weighted) / whole for n in range(3)]
    shares = [
        sum(weight / _times(role, flow) for role, weight in weighted if role.id in point.roles)
        for point in flow
    ]
    on_line = sum(shares)
    return Standing(
        (round(axes[0], 2), round(axes[1], 2), round(axes[2], 2)),
        tuple(
            (point, round(share / on_line, 2))
            for point, share in zip(flow, shares, strict=True)
            if on_line
        ),
    )


def _times(role: Role, flow: Sequence[FlowPoint]) -> int:
    return sum(role.id in point.roles for point in flow)


def flow_of(corpus: Corpus) -> tuple[FlowPoint, ...]:
    """The line of a corpus: its ``data-flow.yaml``, or the package's own as far as the corpus has
    its roles. Raises :class:`CorpusError`."""
    path = corpus_file(corpus.folder, "data-flow.yaml")
    try:
        entries = read_yaml(path, path.read_bytes())
        points = [
            FlowPoint(str(entry["point"]), str(entry["about"]), tuple(map(str, entry["roles"])))
            for entry in entries
        ]
    except (OSError, KeyError, TypeError) as error:
        raise CorpusError(f"{path}: a list of point, about and roles is needed: {error}") from error
    if path.parent == corpus.folder:
        _check(points, corpus, path)
    return tuple(points)


def _check(points: Sequence[FlowPoint], corpus: Corpus, path: Path) -> None:
    for point in points:
        for role_id in point.roles:
            if role_id not in corpus.roles:
                raise CorpusError(f"{path}: {point.name}: no role {role_id!r}")
