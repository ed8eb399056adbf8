"""Moves a table of token vectors by contrasts between concepts, and towards a teacher."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from matcher.embedding import Vectors
from matcher.errors import TrainingError
from matcher.training.pairs import Concept

if TYPE_CHECKING:
    import torch

Ids = npt.NDArray[np.int64]

# How often the texts of a source are seen in one pass: less for long lists that say little about
# each name, more for what is nearest to resumes. Sources that are not named: once.
TIMES = {
    "onet-technology": 0.15,
    "onet-commodity": 0.5,
    "isco-member": 0.3,
    "role-skill": 0.5,
    "skill-parent": 0.5,
    "skillspan": 2.0,
    "role": 3.0,
    "phrase": 0.5,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Measured choices; the card shows them."""

    epochs: int = 8
    batch: int = 1024  # pairs, so each has 2 * 1023 contrasts
    learning_rate: float = 6e-3  # of Adam; falls linearly to 1% of it
    scale: float = 16.0  # inverse temperature of the cosines
    token_dropout: float = 0.15  # share of the tokens that a step does not see
    preferred: float = 0.5  # how often a text is paired with the preferred name; else with any
    teaching: float = 0.5  # weight of the teacher's part of the loss
    teacher_scale: float = 20.0  # inverse temperature of the cosines in that part
    seed: int = 1


Teacher = Callable[[Sequence[str]], Vectors]  # unit vectors of texts, (n_texts, any)


def fit(
    table: Vectors,
    tokenize: Callable[[Sequence[str]], Sequence[Sequence[int]]],
    concepts: Sequence[Concept],
    settings: Settings,
    say: Callable[[str], None] = lambda _: None,
    teacher: Teacher | None = None,
) -> Vectors:
    """The moved table, shape ``(n_tokens, dim)``. Same input: same bytes, on the same processor.

    The loss is InfoNCE in both directions (van den Oord et al. 2018, arXiv:1807.03748) over the
    pairs of a batch; two pairs that share a concept or a text are no contrast to each other. With
    a ``teacher`` neither are texts that it finds nearer than the pair itself, for these are other
    names of the same thing more often than not (Solatorio 2024, arXiv:2402.16829), and the
    divergence of the batch's similarities from the teacher's is added: which texts lie how near,
    beyond which belong together (Hinton et al. 2015, arXiv:1503.02531).
    """
    import torch

    data = Pairs(concepts, tokenize, TIMES)
    taught = torch.from_numpy(teacher(data.texts)).half() if teacher else None
    draw = np.random.default_rng(settings.seed)
    with one_thread():
        weights = torch.nn.Parameter(torch.tensor(table, dtype=torch.float32))
        adam = torch.optim.Adam([weights], lr=settings.learning_rate, betas=(0.9, 0.99), fused=True)
        n_steps = max(1, settings.epochs * int(data.times.sum() / settings.batch))
        step = 0
        for epoch in range(1, settings.epochs + 1):
            losses = []
            for left, right, owners in data.batches(draw, settings.batch, settings.preferred):
                _set_rate(adam, settings.learning_rate, step, n_steps)
                one = _bag(weights, data, left, draw, settings.token_dropout)
                other = _bag(weights, data, right, draw, settings.token_dropout)
                excluded = no_contrast(left, right, owners)
                if taught is None:
                    loss = _contrast(one, other, excluded, settings.scale)
                else:
                    wanted = taught[left].float() @ taught[right].float().T
                    excluded |= nearer_than_pairs(wanted.numpy())
                    loss = _contrast(one, other, excluded, settings.scale)
                    apart = _divergence(one @ other.T, wanted, settings.teacher_scale)
                    loss = loss + settings.teaching * apart
                adam.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                adam.step()
                losses.append(loss.item())
                step += 1
            say(f"epoch {epoch} of {settings.epochs}: loss {np.mean(losses):.3f}")
        moved: Vectors = weights.detach().numpy().copy()
    return moved


class Pairs:
    """All texts of the concepts as token ids, and the pairs that are drawn from them. ``often``
    says how often the texts of a source are seen in one pass."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        tokenize: Callable[[Sequence[str]], Sequence[Sequence[int]]],
        often: Mapping[str, float],
    ) -> None:
        numbers: dict[str, int] = {}
        names: list[list[int]] = []
        said: list[tuple[int, int]] = []
        times: list[float] = []
        for owner, concept in enumerate(concepts):
            names.append([numbers.setdefault(name, len(numbers)) for name in concept.names])
            texts = [numbers.setdefault(text, len(numbers)) for text in concept.texts]
            anchors = [*names[-1][1:], *texts]
            said += [(anchor, owner) for anchor in anchors]
            times += [often.get(concept.source, 1.0)] * len(anchors)
        if not said:
            raise TrainingError("the sources hold no pair of texts; is one of the files empty?")
        self.anchors: Ids = np.array(said, dtype=np.int64)
        self.times = np.array(times)
        self._names = _Ragged(names)
        self.texts = list(numbers)
        self.tokens = _Ragged([list(ids) or [0] for ids in tokenize(self.texts)])

    def mean_length(self) -> float:
        """Tokens of a text, the mean of one pass."""
        lengths = self.tokens.lengths[self.anchors[:, 0]]
        return float(np.average(lengths, weights=self.times))

    def batches(
        self, draw: np.random.Generator, batch: int, preferred: float
    ) -> Iterator[tuple[Ids, Ids, Ids]]:
        """One pass: text numbers of both sides, and concept numbers, ``batch`` of each. The rest
        that does not fill a batch is left for another pass, unless it is all there is. A text is
        paired with the preferred name so often as ``preferred`` says, else with any."""
        repeats = np.floor(self.times + draw.random(len(self.times))).astype(np.int64)
        order = draw.permutation(np.repeat(np.arange(len(repeats)), repeats))
        size = min(batch, max(1, len(order)))
        for start in range(0, len(order) - size + 1, size):
            left, owners = self.anchors[order[start : start + size]].T
            n_names = self._names.lengths[owners]
            chosen = (draw.random(size) * n_names).astype(np.int64)
            chosen[draw.random(size) < preferred] = 0
            right = self._names.flat[self._names.starts[owners] + chosen]
            itself = right == left
            right[itself] = self._names.flat[self._names.starts[owners[itself]]]
            yield left, right, owners


class _Ragged:
    """Rows of different length in one array."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self.lengths: Ids = np.array([len(row) for row in rows], dtype=np.int64)
        self.starts: Ids = np.cumsum(self.lengths) - self.lengths
        self.flat: Ids = np.fromiter((item for row in rows for item in row), dtype=np.int64)

    def row(self, number: int) -> Ids:
        """The items of one row."""
        start = self.starts[number]
        return self.flat[start : start + self.lengths[number]]

    def take(self, rows: Ids) -> tuple[Ids, Ids]:
        """The items of these rows one after the other, and where each row starts."""
        lengths = self.lengths[rows]
        starts = np.cumsum(lengths) - lengths
        positions = np.arange(lengths.sum()) + np.repeat(self.starts[rows] - starts, lengths)
        return self.flat[positions], starts


def _bag(
    weights: torch.Tensor, data: Pairs, texts: Ids, draw: np.random.Generator, dropout: float
) -> torch.Tensor:
    """Unit vectors of texts, shape ``(n, dim)``: sums of token vectors, some left out."""
    import torch
    import torch.nn.functional as F  # noqa: N812

    ids, starts = data.tokens.take(texts)
    kept = None
    if dropout:
        # A thousandth is kept of a dropped token, so that no text becomes nothing.
        kept = torch.from_numpy(np.where(draw.random(len(ids)) < dropout, 1e-3, 1.0)).float()
    sums = F.embedding_bag(
        torch.from_numpy(ids),
        weights,
        torch.from_numpy(starts),
        mode="sum",
        per_sample_weights=kept,
    )
    return F.normalize(sums, dim=1)


def _contrast(
    left: torch.Tensor, right: torch.Tensor, excluded: npt.NDArray[np.bool_], scale: float
) -> torch.Tensor:
    """Mean of the cross entropies of both directions."""
    import torch

    cosines = left @ right.T
    # No cosine exceeds 1, so nothing overflows, and one exponential serves both directions.
    terms = torch.exp(scale * (cosines - 1)).masked_fill(torch.from_numpy(excluded), 0.0)
    both = torch.log(terms.sum(dim=0)) + torch.log(terms.sum(dim=1))
    loss: torch.Tensor = both.mean() / 2 - scale * (cosines.diagonal().mean() - 1)
    return loss


def _divergence(cosines: torch.Tensor, wanted: torch.Tensor, scale: float) -> torch.Tensor:
    """Mean Kullback-Leibler divergence, over rows and columns, of the softmax of the cosines from
    that of the teacher's."""
    import torch.nn.functional as F  # noqa: N812

    parts = [
        F.kl_div(
            F.log_softmax(scale * cosines, axis),
            F.log_softmax(scale * wanted, axis),
            reduction="sum",
            log_target=True,
        )
        for axis in (0, 1)
    ]
    mean: torch.Tensor = (parts[0] + parts[1]) / (2 * len(cosines))
    return mean


def no_contrast(left: Ids, right: Ids, owners: Ids) -> npt.NDArray[np.bool_]:
    """Which pairs of a batch share a concept or a text, shape ``(n, n)``; never the diagonal."""
    shared: npt.NDArray[np.bool_] = owners[:, None] == owners[None]
    shared |= left[:, None] == left[None]
    shared |= right[:, None] == right[None]
    shared |= left[:, None] == right[None]
    np.fill_diagonal(shared, False)
    return shared


def nearer_than_pairs(cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """Where a text lies nearer to one of a pair than the two of that pair, which are on the
    diagonal, do to each other, shape ``(n, n)``."""
    pairs = cosines.diagonal()
    nearer: npt.NDArray[np.bool_] = (cosines > pairs[:, None]) | (cosines > pairs[None])
    return nearer


def _set_rate(adam: torch.optim.Adam, highest: float, step: int, n_steps: int) -> None:
    warm = min(1.0, (step + 1) / min(50, n_steps))
    for group in adam.param_groups:
        group["lr"] = highest * warm * max(0.01, 1 - step / n_steps)


@contextmanager
def one_thread() -> Iterator[None]:
    """One thread adds in one order: the same bytes in every run."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
