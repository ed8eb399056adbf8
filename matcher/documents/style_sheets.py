"""Where the style sheets of a page part its text: elements that stand beside or under each other
though nothing but a tag is between them in the file.

Only what parts text is read, and of selectors only tags, classes and ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_CHARS = 400_000  # of style sheets; frameworks have 200,000
_MAX_RULES = 4_000  # that part something
_MAX_ALIKE = 50  # of them that end in the same tag, class or id: the last ones hold
_comment = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_compound = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<names>(?:[.#][\w-]+)*)", re.IGNORECASE)
_combinator = re.compile(r"\s*[>+~]\s*|\s+")
_flex = re.compile(r"display\s*:\s*(?:flex|grid)\b", re.IGNORECASE)
_column = re.compile(r"flex-direction\s*:\s*column", re.IGNORECASE)
_under = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_beside = re.compile(
    r"display\s*:\s*(?:inline-block|inline-flex|inline-grid|table-cell)|float\s*:\s*(?:left|right)"
    r"|position\s*:\s*(?:absolute|fixed)"
    r"|(?:margin|padding)(?:-left|-right)\s*:[^;]*[1-9]"
    r"|(?:margin|padding)\s*:\s*(?:[^\s;]+\s+)?+(?!0\b)[\d.]*[1-9]",
    re.IGNORECASE,
)


class Parting(Enum):
    """How an element is parted from what stands before and behind it."""

    BESIDE = "beside"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What one selector parts; ``above`` are the compounds that its ancestors must match."""

    tag: str
    names: frozenset[str]  # classes with a dot, ids with a hash
    above: tuple[tuple[str, frozenset[str]], ...]
    parting: Parting | None
    children: Parting | None


class StyleSheets:
    """The style sheets of one page."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._by_key: dict[str, list[_Rule]] = {}
        for number, (key, rule) in enumerate(_rules("\n".join(sheets)[:_MAX_CHARS])):
            if number >= _MAX_RULES:
                break
            self._by_key.setdefault(key, []).append(rule)
        for key, alike in self._by_key.items():
            self._by_key[key] = alike[-_MAX_ALIKE:]

    def parting(self, element: _Element) -> Parting | None:
        """How an element is parted from what stands beside it in the file, if it is."""
        own = self._told(element)[0]
        above = element.getparent()
        return own or (self._told(above)[1] if above is not None else None)

    def _told(self, element: _Element) -> tuple[Parting | None, Parting | None]:
        """How an element is parted from others, and its children from each other."""
        parting, children = _declared(element.get("style") or "")
        if not self._by_key:
            return parting, children
        tag, names = _identity(element)
        for key in (tag, *names):
            for rule in self._by_key.get(key, ()):
                if _fits(rule.tag, rule.names, tag, names) and _has_above(rule, element):
                    parting, children = rule.parting or parting, rule.children or children
        return parting, children


def _rules(sheet: str) -> Iterator[tuple[str, _Rule]]:
    """The rules that part something, each with a tag, a class or an id to find it by."""
    for piece in _comment.sub(" ", sheet).split("}"):
        before, brace, declarations = piece.rpartition("{")
        if not brace:
            continue
        parting, children = _declared(declarations)
        if parting is None and children is None:
            continue
        for selector in before.rpartition("{")[2].split(","):
            compounds = [_parsed(each) for each in _combinator.split(selector.strip())]
            known = [each for each in compounds if each is not None]
            if len(known) < len(compounds):
                continue  # ":hover", "[type=text]"
            *above, (tag, names) = known
            yield min(names, default=tag), _Rule(tag, names, tuple(above), parting, children)


def _parsed(compound: str) -> tuple[str, frozenset[str]] | None:
    found = _compound.fullmatch(compound)
    if found is None or not found[0]:
        return None
    return (found["tag"] or "").lower(), frozenset(re.findall(r"[.#][\w-]+", found["names"]))


def _declared(declarations: str) -> tuple[Parting | None, Parting | None]:
    """What declarations say of an element, and of its children."""
    if not declarations:
        return None, None
    parting = children = None
    if _under.search(declarations):
        parting = Parting.UNDER
    elif _beside.search(declarations):
        parting = Parting.BESIDE
    if _flex.search(declarations):
        children = Parting.UNDER if _column.search(declarations) else Parting.BESIDE
    return parting, children


def _identity(element: _Element) -> tuple[str, frozenset[str]]:
    attributes: Mapping[str, str] = {name: element.get(name) or "" for name in ("class", "id")}
    names = {f".{name}" for name in attributes["class"].split()}
    if attributes["id"]:
        names.add(f"#{attributes['id']}")
    return str(element.tag), frozenset(names)


def _fits(tag: str, names: frozenset[str], its_tag: str, its_names: frozenset[str]) -> bool:
    return tag in ("", its_tag) and names <= its_names


def _has_above(rule: _Rule, element: _Element) -> bool:
    """Whether the ancestors of an element match the other compounds of a rule, in order."""
    above = list(rule.above)
    parent = element.getparent()
    while above and parent is not None:
        if _fits(*above[-1], *_identity(parent)):
            above.pop()
        parent = parent.getparent()
    return not above
