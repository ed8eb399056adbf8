"""Characters: what a reader's eye takes for the same is made the same, what it cannot see goes.

NFC and not NFKC: compatibility forms turn one character into eighteen (U+FDFA) and x² into x2.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BULLET = "• "

# Glyphs that open a list item, whatever follows. The private ones are Symbol's and Wingdings'.
_BULLETS = (
    "•●○◦∙⁃‣▪▫■□▸►▶▹➢➤➔❖◆◇✓✔✦✧✱★☆⚫⚬⬤·–—―*»›¤"
    "\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc\uf06c\uf06e\uf06f\uf071\uf0e0\uf02d\uf095\uf0a1\uf0b2"
    "\uf0a4\uf0ad\uf0d0\uf09f\u2756\u27a2\u2666\u25cf\uf111\uf10c\uf0da\uf105\uf138"
)
# These open a list item only before a space: "-5 degrees", "o2", "+49 170".
_SPACED_BULLETS = "-+o§ØüðÿvqØ→⇒>˗‐"
_GLYPHS = frozenset(_BULLETS)
_numbered = re.compile(r"\(?\d{1,2}[.)]\s")
_bullet = re.compile(
    rf"[{re.escape(_BULLETS)}]+[ \t]*(?=\S)|[{re.escape(_SPACED_BULLETS)}][ \t]+(?=\S)"
)
_dashed_words = re.compile(r"[–—―]\s*\d|[*]{2,}")  # "– 2019" closes a range, "**" is markup
_MAX_MARKS = 2  # combining marks on one letter; Vietnamese needs two, Zalgo uses twenty
_zalgo = re.compile(
    rf"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{_MAX_MARKS}}})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_spaces = re.compile(r" {2,}")
_tabs = re.compile(r" *\t[ \t]*")

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st", "\u2010": "-", "\u2011": "-", "\u2002": " ",
}  # fmt: skip
# The characters that Windows-1252 has for the bytes 80 to 9F.
_CP1252 = {
    bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
# The same where the last byte has no character in Windows-1252 and became a zero-width space; a
# lone "Â" is what is left of a no-break space.
_LOST_BYTES = {"Â": " ", "â€\u200b": "”", "ï¼\u200b": "-", "Ã\u200b": "í"}
_tail = "\x80-\xbf" + "".join(map(re.escape, _CP1252))
# "â€™", "Ã©", "ðŸ˜€".
_mojibake = re.compile(
    f"[\xc2-\xdf][{_tail}]|[\xe0-\xef][{_tail}]{{2}}|[\xf0-\xf4][{_tail}]{{3}}"
    "|Â(?=\\s|$|[,.;:)])|(?:â€|ï¼|Ã)\u200b"
)
# A line of these stays as it is; none of them is the first letter of what was read wrongly.
_plain = re.compile(r"[ -~\t•–—‘’“”]*")
_LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"


def clean(line: str) -> str:
    """One line, without the characters that nobody sees.

    Ligatures are spelled out, odd spaces become a space, runs of spaces one space; control,
    format (zero-width, bidirectional, tags, soft hyphens), private-use and unassigned characters
    and lone surrogates go; tabs stay.
    """
    if not _plain.fullmatch(line):
        if _mojibake.search(line):
            line = _mojibake.sub(_repaired, line)
        line = "".join(map(_seen, line))
        line = _zalgo.sub(r"\1", unicodedata.normalize("NFC", line))
    if "  " in line:
        line = _spaces.sub(" ", line)
    if "\t" in line:
        line = _tabs.sub("\t", line)
    return line.strip()


def _repaired(match: re.Match[str]) -> str:
    """UTF-8 that was read as Windows-1252, read again as what it is."""
    wrong = match[0]
    if wrong in _LOST_BYTES:
        return _LOST_BYTES[wrong]
    codes = bytes(_CP1252.get(c, ord(c) & 0xFF) for c in wrong)
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return wrong


@lru_cache(maxsize=4096)
def _seen(character: str) -> str:
    """What one character becomes: itself, its spelling, a space or nothing."""
    if character in _LIGATURES:
        return _LIGATURES[character]
    if character == "\t":
        return character
    if character in _LINE_BREAKS:
        return " "
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf", "Cs", "Co", "Cn") else character


def opens_item(line: str) -> re.Match[str] | None:
    """The glyph and space that open a list item at the start of a line, before cleaning. A line
    that closes with the same glyph is adorned: "– Skills –"."""
    match = _bullet.match(line)
    if match and (_dashed_words.match(line) or line.rstrip()[-1] == line[0] != "*"):
        return None
    return match


def opens_numbered(line: str) -> bool:
    """Whether a number opens an item of a list: "2. ", "(3) "."""
    return _numbered.match(line) is not None


def with_bullet(line: str) -> str:
    """The line with its list glyph, if it opens with one, made "• "; another picture before a
    line ("📅 2019 – 2021") is left out."""
    match = opens_item(line)
    if match is None and (picture := _picture.match(line)):
        rest = line[picture.end() :]
        return BULLET + rest if picture[1] in _MARKS else rest
    return BULLET + line[match.end() :].lstrip() if match else line


# Pictures with which people mark items, and any others, flags among them, before the words of a
# line.
_MARKS = frozenset("✅☑➡👉🔹🔸🔷🔶🔺🔻⭐🌟✨🚀🎯💡🔥⚡🟢🔵🟠🟡🔴🟣⚪🔘💥👍➕🏆🥇")
_picture = re.compile(
    "([\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23ff\u231a\u231b])"
    "[\U0001f000-\U0001faff\u200d\ufe0f]*\\s+(?=\\S)"
)


def clean_item(line: str) -> str:
    """:func:`clean`, with a leading list glyph made "• "; "" for a glyph with nothing after it."""
    marked = with_bullet(line.strip())
    cleaned = clean(marked)
    return "" if cleaned in _GLYPHS else cleaned


def is_garbled(text: str) -> bool:
    """Whether a text is not readable: characters without meaning, or codes in their place.

    Judged on characters as they were extracted, before :func:`clean`.
    """
    if text.isascii() and text.isprintable():
        return False
    n_solid = len(text) - sum(map(text.count, " \n\r\t"))
    if n_solid < _MIN_JUDGED:
        return False
    n_odd = sum(map(len, _odd.findall(text)))
    return n_odd > _MAX_ODD_SHARE * n_solid


_MIN_JUDGED = 40  # characters; fewer say nothing
_MAX_ODD_SHARE = 0.3  # icons stay under .1 in every readable file measured
# Controls, U+FFFD, private use, surrogates: not what a font with a Unicode map gives. Phonetic
# letters are what Cyrillic becomes by a wrong one.
_odd = re.compile(
    "[\u0250-\u02af\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]+"
)
