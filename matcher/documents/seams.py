"""What becomes of words where two lines of a text meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

HYPHENS = "-\x02\ufffe\u00ad\u2010"
# A mail address that a narrow column broke, with a bar for the break: "roe@exam|ple.org",
# "roe@example.o|rg", and with a hyphen that was put there "jane-|roe@example.org".
_broken_mail = re.compile(
    r"(?<![\w.+-])(?:[\w.+-]+@(?:[\w-]*\|[\w-]*\.[a-z]{2,4}|(?:[\w-]+\.)+(?:\|(?:com|org|net|edu"
    r"|[a-z]{2})|[a-z]\|[a-z]|c\|om|co\|m|o\|rg|or\|g|n\|et|ne\|t|e\|du|ed\|u))"
    r"|[a-z0-9.]{2,20}-\|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$",
    re.IGNORECASE,
)
_first_word = re.compile(r"\S+")
# First parts that keep their hyphen at the end of a line.
_COMPOUND = frozenset(
    "self cross full front back end high low well real long short multi non co pre post ex on off "
    "up cost data time results result team client customer user large small third first second "
    "decision problem business industry domain event state object test mission open multi end-to "
    "up-to day-to step-by hands best value detail goal deadline quality cloud award in out two "
    "one three four five six part mid role follow on-the world user-friendly e".split()
)
# Second parts that keep it.
_COMPOUND_TAILS = frozenset(
    "related based oriented driven level time end friendly quality edge wide free term day "
    "solving making building facing specific focused effective efficient functional depth site "
    "house".split()
)

# Names and terms of the trade that have a hyphen, and that no part of them gives away.
_HYPHENATED = frozenset(
    """cert-manager scikit-learn scikit-image scikit-optimize auto-sklearn imbalanced-learn
    pre-commit pytest-bdd dm-haiku wasm-bindgen styled-components semantic-release react-intl
    golangci-lint clang-format think-cell bare-metal api-led ai-assisted anti-cheat atac-seq
    rna-seq command-line cloud-native behaviour-driven behavior-driven test-driven domain-driven
    event-driven property-based dual-track fine-tuning fine-tuned fixed-point full-stack in-app
    lock-free low-code no-code low-latency low-power multi-tenancy object-oriented offline-first
    on-premises on-prem open-source post-silicon re-frame scale-out self-hosted server-side
    client-side service-oriented shift-left single-page software-defined white-box black-box
    zero-knowledge zero-trust blue-green two-factor near-real e-commerce k-means
    t-test x-ray""".split()
)


def joined(before: str, after: str, known: Callable[[str], bool]) -> str:
    """Two lines as one. ``known`` tells whether a lower-case word stands elsewhere in the document;
    it settles what happens to a hyphen at the end of a line."""
    if _breaks_mail(before, after):
        return before.rstrip("-") + after
    if before[-1] not in HYPHENS or len(before) < 2 or not before[-2].isalpha():
        # A hyphen set by a renderer may stand after a space of its own.
        trimmed = before.rstrip(" ")
        if not (trimmed[-1:] in "\x02\ufffe\u00ad" and trimmed):
            return f"{before} {after}"
    stem = before.rstrip(" " + HYPHENS).rstrip()
    first = _first_word.match(after)
    if first is None or not after[0].islower():
        return f"{stem}-{after}"
    tail = re.split(r"[\s,.;:)/]", after, maxsplit=1)[0].lower()
    part = re.split(r"[\s(/,]", stem)[-1].lower()
    if known(part + tail):
        return stem + after
    compound = part.rpartition("-")[2] in _COMPOUND or tail in _COMPOUND_TAILS or "-" in part
    adverb = part.endswith("ly")  # whole words both: "exactly-once"
    whole = f"{part}-{tail}"
    keeps = compound or adverb or whole in _HYPHENATED or known(whole)
    return f"{stem}-{after}" if keeps else stem + after


def with_whole_mails(lines: Iterable[str]) -> list[str]:
    """The lines of a page, two as one where a mail address is broken between them."""
    found: list[str] = []
    for line in lines:
        if found and _breaks_mail(found[-1], line):
            found[-1] = found[-1].rstrip("-") + line
        else:
            found.append(line)
    return found


def _breaks_mail(before: str, after: str) -> bool:
    if "@" not in before and "@" not in after:
        return False
    last, first = before.split()[-1:], after.split()[:1]
    seam = "|".join(last + first)
    return bool(last and first) and _broken_mail.search(seam) is not None
