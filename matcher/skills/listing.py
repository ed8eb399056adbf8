"""Which words of a text are whole items of a list: "accounting, payroll, logistics, SAP"."""

from __future__ import annotations

import re

_SEPARATORS = ",;|•·▪●◦*\t"
_PARTED = re.compile(rf"[{re.escape(_SEPARATORS)}]")
# What a list may be headed by: "Tools: Jira, Remedy".
_LABEL = re.compile(r"[^:,;|•·\t]{1,40}:\s")
# Words that a sentence or a degree has and a list has not: "a degree in marketing, or economics".
_RUNNING = re.compile(
    r"\b(?:in|with|to|for|the|an?|our|your|their|is|are|was|were|from|by|on|at|or|that|who|we|i|"
    r"degree|bachelor'?s?|master'?s?)\b",
    re.IGNORECASE,
)
_FEWEST = 4  # items of a list within a line
_MOST_WORDS = 2.6  # of an item, on the mean
_MOST_RUNNING = 0.15  # share of the items with such a word
_SHORT_LINE = 50  # characters; one item a line makes a list of lines
_REACH = 1200  # characters; of a long line the block of a label and those beside it are looked at
_AROUND = " .\u00a0"
_BEFORE = frozenset(f"{_SEPARATORS}:\n")
_BEHIND = frozenset(f"{_SEPARATORS}(-–—\n")
# What may be said of an item behind it: "English - advanced", "Payroll (10 years)".
_SAID = re.compile(rf"(?:[-–—]\s|\()[^{re.escape(_SEPARATORS)}]{{0,40}}")


class Lists:
    """The lists of one text; each line is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[int, int], bool] = {}

    def has_item(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is all of an item of a list, in a line or one a line."""
        text = self._text
        if not self._may_be_item(start, end):
            return False
        block = start // _REACH  # the same for neighbours, so that a long line is not read for each
        low, high = max(0, (block - 1) * _REACH), min(len(text), (block + 2) * _REACH)
        first = text.rfind("\n", low, start) + 1 or low
        last = text.find("\n", end, high)
        last = high if last < 0 else last
        before, after = text[first:start].rstrip(_AROUND), text[end:last].lstrip(_AROUND)
        if said := _SAID.match(after):
            after = after[said.end() :]
        if before[-1:] not in ("", ":", *_SEPARATORS) or after[:1] not in ("", *_SEPARATORS):
            return False
        if before.strip(_SEPARATORS) or after.strip(_SEPARATORS):
            return self._is_list(first, last)
        return self._is_short(first - 1, -1) and self._is_short(last, 1)

    def _may_be_item(self, start: int, end: int) -> bool:
        """Whether the characters on either side may part items: in a sentence they do not."""
        text, last = self._text, len(self._text)
        while start and text[start - 1] in _AROUND:
            start -= 1
        while end < last and text[end] in _AROUND:
            end += 1
        return (not start or text[start - 1] in _BEFORE) and (end == last or text[end] in _BEHIND)

    def _is_list(self, start: int, end: int) -> bool:
        known = self._known.get((start, end))
        if known is None:
            line = self._text[start:end]
            if label := _LABEL.match(line):
                line = line[label.end() :]
            items = [item for item in _PARTED.split(line) if item.strip()]
            known = (
                len(items) >= _FEWEST
                and len(" ".join(items).split()) <= _MOST_WORDS * len(items)
                and sum(map(bool, map(_RUNNING.search, items))) <= _MOST_RUNNING * len(items)
            )
            self._known[start, end] = known
        return known

    def _is_short(self, edge: int, step: int) -> bool:
        """Whether the line before or after, at whose line break ``edge`` is, is short."""
        text = self._text
        if not 0 <= edge < len(text):
            return False
        if step < 0:
            start = text.rfind("\n", max(0, edge - _SHORT_LINE - 2), edge) + 1
            return (start > 0 or edge <= _SHORT_LINE) and edge - start <= _SHORT_LINE
        following = text.find("\n", edge + 1, edge + _SHORT_LINE + 2)
        return following > 0 or len(text) - edge <= _SHORT_LINE
