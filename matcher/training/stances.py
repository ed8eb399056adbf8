"""The weights of :mod:`matcher.skills.learned_stance`, from lines of resumes.

``corpus/stances/lines.tsv`` has lines in which one skill is marked, ``Backend in [[Go]]``, and how
each speaks of it; ``plain.txt`` has ordinary lines, in which all that is named is held, as in the
duties of the role profiles and the tasks of O*NET. Multinomial logistic regression with an L2
penalty.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from matcher.corpus import Corpus, corpus_file
from matcher.errors import CorpusError
from matcher.skills import SkillFinder
from matcher.skills.learned_stance import BIAS, KINDS, REACH, features, words_of
from matcher.training.pairs import onet_tasks

Example = tuple[tuple[str, ...], str]  # the features, and a kind or HELD
HELD = "held"
LABELS = {"denied": "negated", "wished": "aspiring", "others": "adjacent", HELD: HELD}
_MARKED = re.compile(r"\[\[(.+?)\]\]")
_PENALTY = 0.15  # scikit-learn's C
_LEAST_EXAMPLES = 2  # that have a feature
_LEAST_WEIGHT = 0.05  # log-odds; less changes no answer


def train_stances(
    corpus: Corpus, taxonomies: Path, output: Path, *, say: Callable[[str], None]
) -> Path:
    """Writes the weights to a file; returns it. Raises :class:`CorpusError` for a line without a
    label or a mark."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    examples = [*_marked(corpus), *_plain(corpus, taxonomies)]
    times = Counter(feature for found, _ in examples for feature in found)
    kept = sorted(feature for feature, n in times.items() if n >= _LEAST_EXAMPLES)
    column = {feature: at for at, feature in enumerate(kept)}
    rows = [[column[each] for each in found if each in column] for found, _ in examples]
    ends = np.cumsum([0, *map(len, rows)])
    cells = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    matrix = csr_matrix((np.ones(len(cells)), cells, ends), shape=(len(rows), len(kept)))
    kinds = [kind for _, kind in examples]
    for kind, n in sorted(Counter(kinds).items()):
        say(f"{n:,} mentions {kind}")
    model = LogisticRegression(C=_PENALTY, max_iter=5_000).fit(matrix, kinds)
    at = {kind: number for number, kind in enumerate(model.classes_)}
    against = model.coef_ - model.coef_[at[HELD]]
    bias = model.intercept_ - model.intercept_[at[HELD]]
    order = [at[kind] for kind in KINDS]
    with output.open("w", encoding="utf-8", newline="") as file:
        rows_out = csv.writer(
            file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
        rows_out.writerow(["feature", *KINDS])
        rows_out.writerow([BIAS, *(f"{bias[each]:.2f}" for each in order)])
        for feature, weights in zip(kept, against[order].T, strict=True):
            if np.abs(weights).max() >= _LEAST_WEIGHT:
                rows_out.writerow([feature, *(f"{weight:.2f}" for weight in weights)])
    return output


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line, the offsets of its skill, and the label of how it speaks of it."""

    text: str
    start: int
    end: int
    label: str


def marked_lines(path: Path) -> Iterator[MarkedLine]:
    """The lines of a file with a label and a marked skill each. Raises :class:`CorpusError`."""
    for number, row in enumerate(path.read_text("utf-8").splitlines(), start=1):
        label, _, line = row.partition("\t")
        marked = _MARKED.search(line)
        if label not in LABELS or marked is None:
            raise CorpusError(f"{path}:{number}: needed: a label, a tab, a line with a [[skill]]")
        text = f"{line[: marked.start()]}{marked[1]}{line[marked.end() :]}"
        yield MarkedLine(text, marked.start(), marked.start() + len(marked[1]), label)


def _marked(corpus: Corpus) -> Iterator[Example]:
    for line in marked_lines(corpus_file(corpus.folder, "stances/lines.tsv")):
        yield _found(line.text, line.start, line.end), LABELS[line.label]


def _plain(corpus: Corpus, taxonomies: Path) -> Iterator[Example]:
    """All skills of ordinary lines."""
    finder = SkillFinder(corpus.skills.values())
    lines = corpus_file(corpus.folder, "stances/plain.txt").read_text("utf-8").splitlines()
    lines += [duty for role in corpus.roles.values() for duty in role.responsibilities]
    lines += onet_tasks(taxonomies)
    for line in lines:
        for mention in finder.find(line):
            yield _found(line, mention.start, mention.end), HELD


def _found(text: str, start: int, end: int) -> tuple[str, ...]:
    words, starts = words_of(text)
    first = sum(at < start for at in starts)
    last = sum(at < end for at in starts)
    return tuple(features(words[max(0, first - REACH) : first], words[last : last + REACH]))
