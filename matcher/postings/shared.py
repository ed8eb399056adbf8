"""Skills whose noun stands once for a list: "analytical, organizational and planning skills"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from matcher.records import Mention, Skill

_NOUN = re.compile(r"\b(?:skills|abilities)\b", re.IGNORECASE)
_REACH = 160  # characters before the noun in which its list stands
_THOUGHT_END = re.compile(r"[.;:()\[\]]|\b(?:with|in|of|has|have|using|for|to)\b", re.IGNORECASE)
_ITEM = re.compile(r"(?!(?:and|or)\b)[^\s,/&]+(?:\s+(?!(?:and|or)\b)[^\s,/&]+)*", re.IGNORECASE)
_LONGEST = 3  # words of an item; of a longer one, which opens the list, the last two may be it


def with_shared_noun(
    line: str,
    mentions: Sequence[Mention],
    skills: Mapping[str, Skill],
    find: Callable[[str], Sequence[Mention]],
) -> list[Mention]:
    """The mentions of a line with those that a list shares its noun with, in text order.

    A label that names two skills at once ("analytical and problem solving skills") becomes both,
    unless one is a kind of the other ("written and verbal communication skills").
    """
    found = list(mentions)
    for noun in _NOUN.finditer(line):
        items = _items(line, noun.start(), find)
        for whole in [one for one in found if one.end >= noun.start() > one.start]:
            parts = [one for one in items if one.start < whole.end and whole.start < one.end]
            if _differ(parts, skills):
                found.remove(whole)
        found.extend(
            item
            for item in items
            if not any(one.start < item.end and item.start < one.end for one in found)
        )
    return sorted(found, key=lambda mention: mention.start)


def _items(line: str, noun: int, find: Callable[[str], Sequence[Mention]]) -> list[Mention]:
    """The items of the list before a noun that are skills together with it, from the last on."""
    start = max(0, noun - _REACH)
    ends = [cut.end() for cut in _THOUGHT_END.finditer(line, start, noun)]
    spans = [item.span() for item in _ITEM.finditer(line, ends[-1] if ends else start, noun)]
    items: list[Mention] = []
    if len(spans) < 2:
        return items
    for first, last in reversed(spans):
        words = list(re.finditer(r"\S+", line[first:last]))
        for n_words in range(min(len(words), _LONGEST), 0, -1):
            begin = first + words[-n_words].start()
            named = f"{line[begin:last]} skills"
            whole = [one for one in find(named) if (one.start, one.end) == (0, len(named))]
            if whole:
                items.append(Mention(whole[0].skill_id, begin, last))
                break
        if len(words) > _LONGEST:
            break
    return items


def _differ(parts: Sequence[Mention], skills: Mapping[str, Skill]) -> bool:
    """Whether these are several skills of which none is a kind of another."""
    ids = {one.skill_id for one in parts}
    return len(ids) > 1 and not any(ids & set(skills[skill_id].parents) for skill_id in ids)
