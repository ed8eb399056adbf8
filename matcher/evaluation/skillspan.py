"""SkillSpan, knowledge layer: how well the finder marks what annotators marked.

Zhang et al. 2022, "SkillSpan: Hard and Soft Skill Extraction from English Job Postings". Tokens
are joined by spaces; a mention counts as the tokens that it touches. The annotators' layer is
narrower than what the finder is for: soft skills are another layer, job titles ("Java Developer")
are not marked, nor is what the employer does itself. So two rows are given: the finder as it is,
without soft skills and titles; and the same with a filter learned on the train part, which drops
the skills that its annotators mark less often than not (as the rivals' list was filtered).
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from matcher.evaluation.figures import Figure
from matcher.matching import Matcher
from matcher.titles import HEADS

Span = tuple[int, int]  # first token, token after the last

_OTHER_LAYER = frozenset({"soft-skill"})
_TITLE_WORDS = HEADS | {f"{head}s" for head in HEADS}
# A skill stays with this share of its mentions marked in the train part; a rare one is counted as
# if two more of its mentions had the share of its category.
_LEAST_MARKED, _PRIOR = 0.375, 2


def evaluate(matcher: Matcher, data: Path) -> Iterator[Figure]:
    """F1, precision and recall on the development set, TECH and HOUSE apart."""
    folder = data / "skills/skillspan"
    kept = _learned_filter(matcher, _sentences(folder / "train.json"))
    dev = _sentences(folder / "dev.json")
    for source in ("tech", "house"):
        sentences = [sentence for sentence in dev if sentence["source"] == source]
        yield from _compared(source.upper(), matcher, sentences, lambda _: True)
        yield from _compared(f"{source.upper()}, filtered", matcher, sentences, kept)


def _sentences(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _compared(
    name: str,
    matcher: Matcher,
    sentences: list[dict[str, Any]],
    kept: Callable[[str], bool],
) -> Iterator[Figure]:
    right = found = wanted = touched_found = touched_wanted = 0
    for sentence in sentences:
        gold = gold_spans(sentence["tags_knowledge"])
        marked = found_spans(matcher, sentence["tokens"])
        ours = [span for span, skill_id in marked.items() if kept(skill_id)]
        right += len(set(gold) & set(ours))
        found, wanted = found + len(ours), wanted + len(gold)
        touched_found += sum(any(_touch(span, other) for other in gold) for span in ours)
        touched_wanted += sum(any(_touch(span, other) for other in ours) for span in gold)
    yield from _figures(f"{name}: exact", right, right, found, wanted)
    yield from _figures(f"{name}: relaxed", touched_found, touched_wanted, found, wanted)


def _figures(
    name: str, right_found: int, right_wanted: int, found: int, wanted: int
) -> Iterator[Figure]:
    precision, recall = right_found / max(1, found), right_wanted / max(1, wanted)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    yield Figure(f"{name} F1", f1, wanted)
    yield Figure(f"{name} precision", precision, found)
    yield Figure(f"{name} recall", recall, wanted)


def _learned_filter(matcher: Matcher, sentences: list[dict[str, Any]]) -> Callable[[str], bool]:
    """Whether the annotators of these sentences mark a skill often enough."""
    marked, seen = Counter[str](), Counter[str]()
    for sentence in sentences:
        gold = set(gold_spans(sentence["tags_knowledge"]))
        for span, skill_id in found_spans(matcher, sentence["tokens"]).items():
            for key in (skill_id, f"*{matcher.corpus.skills[skill_id].category}"):
                seen[key] += 1
                marked[key] += span in gold

    def kept(skill_id: str) -> bool:
        category = f"*{matcher.corpus.skills[skill_id].category}"
        usual = marked[category] / max(1, seen[category])
        share = (marked[skill_id] + _PRIOR * usual) / (seen[skill_id] + _PRIOR)
        return share >= _LEAST_MARKED

    return kept


def gold_spans(tags: list[str]) -> list[Span]:
    """Spans of B and I tags."""
    spans: list[Span] = []
    for number, tag in enumerate(tags):
        if tag == "B":
            spans.append((number, number + 1))
        elif tag == "I" and spans:
            spans[-1] = (spans[-1][0], number + 1)
    return spans


def found_spans(matcher: Matcher, tokens: list[str]) -> dict[Span, str]:
    """Tokens of the mentions that the finder gives, with the skill, in text order; without soft
    skills and job titles."""
    starts, position = [], 0
    for token in tokens:
        starts.append(position)
        position += len(token) + 1
    words = [token.lower().strip(",.()/") for token in tokens]
    spans: dict[Span, str] = {}
    for mention in matcher.parts.finder.find(" ".join(tokens)):
        first = bisect_right(starts, mention.start) - 1
        end = bisect_left(starts, mention.end)
        in_title = not _TITLE_WORDS.isdisjoint(words[end - 1 : end + 1])
        if matcher.corpus.skills[mention.skill_id].category not in _OTHER_LAYER and not in_title:
            spans[first, end] = mention.skill_id
    return spans


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
