"""Trains the adapter of the accurate gear: thin matrices beside the linear maps of
all-MiniLM-L6-v2, moved by the same contrasts between concepts as the static encoder.

The loss looks at the cosine that is used later, the mean of the transformer's and the static
encoder's, so the adapter learns what the static table does not know. A batch holds texts of one
kind: titles are contrasts to titles, short texts are not padded to the length of long ones, and
there are more of them in a batch, so that each has more contrasts.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from matcher.corpus import Corpus, load_corpus
from matcher.embedding import EMBEDDED, StaticEncoder, minilm
from matcher.embedding.accurate import SHARE
from matcher.errors import TrainingError
from matcher.training.contrast import Ids, Pairs, no_contrast
from matcher.training.encoder import sha256_of, write_card, write_manifest
from matcher.training.pairs import Concept, source_files, training_concepts
from matcher.training.vacancies import vacancies

if TYPE_CHECKING:
    import torch

# Sources whose texts stand in the same batches, and how often they are seen in one pass.
_KINDS = {
    "title": ("onet-title", "esco-title", "esco-group"),
    "vacancy": ("vacancy",),
    "skill": ("esco-skill", "skill", "github-topic"),
    "description": ("esco-description", "esco-occupation", "onet-description"),
    "task": ("onet-task",),
    "activity": ("onet-activity",),
    "role": ("role",),
    "phrase": ("phrase",),
    "sentence": ("skillspan",),
}
_TIMES = {
    "onet-task": 0.5,
    "onet-activity": 0.3,
    "esco-description": 1.5,
    "phrase": 2.0,
    "skillspan": 3.0,
    "role": 3.0,
}
_AT_ONCE = 64  # texts in the transformer
_LAYERS = 6
_MOST_BYTES = 3_000_000


@dataclass(frozen=True, slots=True)
class AdapterSettings:
    """Measured choices; the card shows them."""

    steps: int = 450  # some three seconds each on two cores
    tokens: int = 4096  # of one side of a batch: short texts come in larger batches
    rank: int = 32  # of the matrices
    first_layer: int = 2  # of six, counted from 0; those below stay as they are
    learning_rate: float = 1.5e-3  # of AdamW; falls linearly to 2% of it
    scale: float = 20.0  # inverse temperature of the cosines
    max_tokens: int = 32  # what is longer is cut, in training only
    preferred: float = 0.5  # how often a text is paired with the preferred name; else with any
    seed: int = 1


def train_adapter(
    taxonomies: Path,
    output: Path,
    *,
    skillspan: Path | None = None,
    corpus: Corpus | None = None,
    settings: AdapterSettings | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """From the sources to a folder at ``output`` with the adapter, its card and its manifest.

    Raises :class:`TrainingError` when a source is missing or ``output`` is there already, and
    :class:`EncoderError` without the official weights.
    """
    if output.exists():
        raise TrainingError(f"{output}: is there already; give a new folder with -o")
    from safetensors.torch import save_file

    settings, corpus = settings or AdapterSettings(), corpus or load_corpus()
    concepts = training_concepts(taxonomies, skillspan, corpus)
    concepts += vacancies(concepts)
    layers = _fit(concepts, settings, say)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        folder = Path(scratch) / "adapter"
        folder.mkdir()
        weights = folder / "adapter.safetensors"
        save_file(
            {
                f"{name}.{part}": getattr(layer, part).detach().half().contiguous()
                for name, layer in layers.items()
                for part in ("A", "B")
            },
            weights,
        )
        weights.chmod(0o644)
        write_card(
            folder,
            "adapter_card.md",
            concepts,
            _TIMES,
            settings,
            source_files(taxonomies, skillspan),
            corpus.fingerprint,
            static=sha256_of(EMBEDDED / "model.safetensors"),
        )
        write_manifest(folder, _MOST_BYTES)
        folder.rename(output)
    return output


def _fit(
    concepts: Sequence[Concept], settings: AdapterSettings, say: Callable[[str], None]
) -> dict[str, Any]:
    """The adapted linear maps by name."""
    import torch
    import torch.nn.functional as F  # noqa: N812
    from tokenizers import Tokenizer

    torch.manual_seed(settings.seed)
    transformer = minilm.load_minilm()[0].auto_model.eval()
    layers = _adapt(transformer, settings)
    tokenizer = Tokenizer.from_file(str(minilm.minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(settings.max_tokens)
    static = StaticEncoder(EMBEDDED, verify=True)
    kinds = [
        _Kind([each for each in concepts if each.source in sources], tokenizer, static)
        for sources in _KINDS.values()
        if any(each.source in sources for each in concepts)
    ]
    weights = [getattr(layer, part) for layer in layers.values() for part in ("A", "B")]
    adam = torch.optim.AdamW(weights, lr=settings.learning_rate, weight_decay=0.01)
    draw = np.random.default_rng(settings.seed)
    losses: list[float] = []
    start = time.monotonic()
    for step, (kind, left, right, owners) in enumerate(_batches(kinds, draw, settings)):
        for group in adam.param_groups:
            rest = max(0.02, 1 - step / settings.steps)
            group["lr"] = settings.learning_rate * min(1.0, (step + 1) / 40) * rest
        cosines = SHARE * (kind.states(transformer, left) @ kind.states(transformer, right).T)
        cosines = cosines + (1 - SHARE) * (kind.static[left] @ kind.static[right].T)
        excluded = torch.from_numpy(no_contrast(left, right, owners))
        logits = (settings.scale * cosines).masked_fill(excluded, -1e9)
        truth = torch.arange(len(left))
        loss = (F.cross_entropy(logits, truth) + F.cross_entropy(logits.T, truth)) / 2
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        adam.step()
        losses.append(loss.item())
        if (step + 1) % 50 == 0 or step + 1 == settings.steps:
            loss_now, took = np.mean(losses[-50:]), time.monotonic() - start
            say(f"step {step + 1} of {settings.steps}: loss {loss_now:.3f}, {took:.0f} s")
    return layers


class _Kind:
    """Texts of one kind: their pairs, their tokens, and their static vectors."""

    def __init__(self, concepts: Sequence[Concept], tokenizer: Any, static: StaticEncoder) -> None:
        import torch

        def tokenize(texts: Sequence[str]) -> list[list[int]]:
            return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]

        self.pairs = Pairs(concepts, tokenize, _TIMES)
        self.static = torch.from_numpy(static.encode(self.pairs.texts))
        self.mean_length = self.pairs.mean_length()

    def states(self, transformer: Any, rows: Ids) -> torch.Tensor:
        """Unit vectors of texts by the transformer: means over the tokens, ``(n, dim)``. Few texts
        of like length at a time: little is padded, and large buffers cost more than they save."""
        import torch

        unique, place = np.unique(rows, return_inverse=True)
        order = np.argsort(self.pairs.tokens.lengths[unique], kind="stable")
        parts = np.split(unique[order], range(_AT_ONCE, len(order), _AT_ONCE))
        states = torch.cat([self._states(transformer, part) for part in parts])
        return states[torch.from_numpy(np.argsort(order)[place])]

    def _states(self, transformer: Any, rows: Ids) -> torch.Tensor:
        import torch
        import torch.nn.functional as F  # noqa: N812

        tokens = [self.pairs.tokens.row(row) for row in rows.tolist()]
        ids = np.zeros((len(tokens), max(map(len, tokens))), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, found in enumerate(tokens):
            ids[row, : len(found)] = found
            mask[row, : len(found)] = 1
        seen = torch.from_numpy(mask)
        states = transformer(torch.from_numpy(ids), seen).last_hidden_state
        sums = (states * seen.unsqueeze(-1)).sum(dim=1)
        return F.normalize(sums, dim=1)


def _batches(
    kinds: Sequence[_Kind], draw: np.random.Generator, settings: AdapterSettings
) -> Iterator[tuple[_Kind, Ids, Ids, Ids]]:
    """``settings.steps`` batches, those of one pass in random order."""
    done = 0
    while True:
        batches = [
            (kind, *batch)
            for kind in kinds
            for batch in kind.pairs.batches(
                draw, int(settings.tokens / kind.mean_length), settings.preferred
            )
        ]
        for number in draw.permutation(len(batches)):
            if done == settings.steps:
                return
            done += 1
            yield batches[number]


def _adapt(transformer: Any, settings: AdapterSettings) -> dict[str, Any]:
    """Puts two trainable matrices beside each linear map of the upper layers; all else stays."""
    import torch

    rank = settings.rank
    upper = tuple(f"encoder.layer.{number}." for number in range(settings.first_layer, _LAYERS))

    class _Adapted(torch.nn.Module):
        def __init__(self, inner: Any) -> None:
            super().__init__()
            self.inner = inner
            thin = torch.randn(rank, inner.in_features) / math.sqrt(inner.in_features)
            self.A = torch.nn.Parameter(thin)
            self.B = torch.nn.Parameter(torch.zeros(inner.out_features, rank))

        def forward(self, states: torch.Tensor) -> torch.Tensor:
            linear = torch.nn.functional.linear
            found: torch.Tensor = self.inner(states) + linear(linear(states, self.A), self.B)
            return found

    for weight in transformer.parameters():
        weight.requires_grad_(False)
    layers = {}
    for name, module in list(transformer.named_modules()):
        if isinstance(module, torch.nn.Linear) and name.startswith(upper):
            parent, _, child = name.rpartition(".")
            layers[name] = _Adapted(module)
            setattr(transformer.get_submodule(parent), child, layers[name])
    return layers
