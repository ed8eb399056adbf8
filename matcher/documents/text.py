"""Plain text, also of Markdown and LaTeX: any encoding, hard-wrapped lines joined again."""

from __future__ import annotations

import codecs
import re

from matcher.documents import board_export, latex, markdown, profile_page, run_on
from matcher.documents.characters import clean_item, is_garbled, opens_item, opens_numbered
from matcher.documents.content import MAX_CHARS, Content, Unreadable, joined
from matcher.documents.whole_words import with_whole_words
from matcher.records import Notice, Status

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = 64 << 10  # bytes shown to the encoding detector; it takes a second per megabyte
_WIDE = (
    "utf_16",
    "utf_16_le",
    "utf_16_be",
    "utf_32",
    "utf_32_le",
    "utf_32_be",
    "utf_7",
)  # told by zeros
_WRAP = range(55, 132)  # columns at which programs wrap text
_item = re.compile(r"\s*[*+•▪◦‣–-]\s+(?=\S)")
_MIN_HANGING = 55  # characters of a line that goes on right under its own text
_MIN_WRAPPED = 2  # lines near the same column before a column is believed
_GOES_ON = 0.2  # of them are sentences that go on in the next line
_SMALL = 0.75  # of the words of a sentence begin with a small letter
_breaks = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_markup = re.compile(r"^#{1,6}\s+|^>\s?|\*\*|__(?=\S)|(?<=\S)__|^(?:[-=_*~]\s*){3,}$|^```.*$")
_framed = re.compile(r"([=*~#+_–—-])\1+\s*(\w.*?)\s*\1{2,}")  # "=== Engineer, Acme ==="
# A sign or a number and a tab: an indented item. After a word the tab parts the cells of a row.
_hanging = re.compile(r" *(?=[^\t]{0,7}\t)[^\tA-Za-z]*\t")
_columns = re.compile(r" ?(?:\.{4,}|…{2,}) ?| {3,}|\t+")  # dots lead from cell to cell
_row = re.compile(r"\|[^|]*(?:\|[^|]*){2,}\|")  # of a table drawn with bars
_ends_dated = re.compile(r"(?:(?:19|20)\d\d|\b(?:present|current|now|today))\)?$", re.IGNORECASE)
# A line of one to three capitalised words after a full stop is a heading or the next employer;
# the commonest headings are none of a sentence, full stop or not.
_titled = re.compile(r"[A-Z][\w&+.'’/-]*(?: (?:[A-Z&][\w&+.'’/-]*|and|of)){0,2}(?<![.,;:!?])")
_labelled = re.compile(r"[A-Z][a-z]+(?: (?:[&/] )?\w+){0,2}:\s\S")  # "Tools used: Docker"
_HEADINGS = frozenset(
    """experience, education, skills, summary, work experience, professional experience,
    employment history, technical skills, top skills, personal skills, certifications, languages,
    honors-awards, publications, projects, education and training, digital competence,
    digital skills""".replace("\n    ", " ").split(", ")
)
_page = re.compile(r"page \d{1,2} of \d{1,2}", re.IGNORECASE)


def read(content: bytes) -> Content:
    """The text of a plain text file. Raises :class:`Unreadable`."""
    decoded = decode(content)
    if is_garbled(decoded[:20_000]):
        cause = "its bytes are no text of a known encoding; save it as UTF-8"
        raise Unreadable(Status.GARBLED, cause)
    of_page: list[Notice] = []
    if latex.looks_like_latex(decoded):
        decoded = latex.plain(decoded[: 2 * MAX_CHARS])
    elif board_export.looks_like_export(decoded):
        decoded = board_export.plain(decoded)
    elif profile_page.looks_like_profile(decoded):
        decoded = profile_page.plain(decoded)
        of_page.append(Notice("profile_page", profile_page.SAID))
    elif markdown.looks_like_markdown(decoded):
        return markdown.read(decoded)
    # Before lines are joined: a heading has to be known as one.
    (lines,), notices = with_whole_words([decoded.split("\n")])
    whole = lines_of(run_on.restored("\n".join(lines)))
    return joined([whole], [*of_page, *notices], paged=False)


def decode(content: bytes) -> str:
    """The characters of a text file: by its mark, as UTF-8, else by the likeliest encoding."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    half = max(1, len(content) // 2)
    if content[0::2].count(0) > 0.7 * half:
        return content.decode("utf-16-be", "replace")
    if content[1::2].count(0) > 0.7 * half:
        return content.decode("utf-16-le", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # One bad byte in a UTF-8 text is damage, many are another encoding.
        repaired = content.decode("utf-8", "replace")
        n_multi = sum(ord(c) > 127 for c in repaired)
        if repaired.count("\ufffd") < 0.1 * n_multi and error.start > 0:
            return repaired
    return content.decode(_guess(content[:_GUESSED]), "replace")


def _guess(sample: bytes) -> str:
    # Windows' Western encoding is right for nearly every single-byte resume; the detector takes
    # short ones for Cyrillic or Greek, so it is asked only where cp1252 gives odd letters.
    western = sample.decode("cp1252", "replace")
    odd = sum(ord(c) > 127 and not c.isalpha() for c in western) + western.count("\ufffd")
    high = sum(byte > 127 for byte in sample)
    if high < 0.05 * len(sample) and odd <= 0.5 * high:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=list(_WIDE)).best()
    return best.encoding if best is not None else "cp1252"


def lines_of(decoded: str) -> list[str]:
    """Paragraphs, headings and list items of a text, one line each."""
    raw = _breaks.split(decoded[: 2 * MAX_CHARS])
    width = _wrap_column(raw)
    joined: list[str] = []
    previous = ""
    column = 0  # at which the text of an item that is open begins; 0: none is
    for line in raw:
        line = line.expandtabs(8).rstrip() if _hanging.match(line) else line.rstrip()
        if joined and (_wraps(previous, line, width) or _hangs(previous, line, column)):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
            opened = _item.match(line)
            column = opened.end() if opened else 0
        previous = line
    return [cleaned for line in joined if (cleaned := _plain(line))]


def _plain(line: str) -> str:
    line = line.strip()
    if framed := _framed.fullmatch(line):
        line = framed[2]
    line = _markup.sub("", line)
    if _row.fullmatch(line):
        line = "\t".join(cell.strip() for cell in line[1:-1].split("|"))
    return clean_item(_columns.sub("\t", line.strip()))


def _wrap_column(lines: list[str]) -> int | None:
    """The column at which the text was wrapped by a program, None if it was not."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    if not lengths:
        return None
    longest = max(lengths)
    if longest not in _WRAP:
        return None
    near = [at for at, line in enumerate(lines) if len(line.rstrip()) > longest - 12]
    goes_on = sum(_goes_on(lines[at], lines[at + 1]) for at in near if at + 1 < len(lines))
    wrapped = len(near) >= max(_MIN_WRAPPED, 0.08 * len(lengths))
    return longest if wrapped and goes_on >= max(1, _GOES_ON * len(near)) else None


def _goes_on(line: str, below: str) -> bool:
    """Whether the line below goes on with a sentence: in small letters, or behind many."""
    words = line.split()
    small = sum(word[0].islower() for word in words) >= _SMALL * len(words)
    ended = line.rstrip()[-1:] in ".!?:;"
    return below.lstrip()[:1].islower() or (small and not ended and bool(below.strip()))


def _wraps(previous: str, line: str, width: int | None) -> bool:
    """Whether ``line`` goes on with the line above."""
    text = line.strip()
    above = previous.strip()
    if width is None or not text or not above or "   " in above or "   " in text:
        return False
    if opens_item(text) or opens_numbered(text) or text.startswith("#"):
        return False
    if _page.fullmatch(text) or (text[0].isupper() and text.casefold() in _HEADINGS):
        return False
    if above[-1] in ".!?" and (_titled.fullmatch(text) or _labelled.match(text)):
        return False
    if text[0].isupper() and _ends_dated.search(text):
        return False  # the header of the next job
    first = text.split(None, 1)[0]
    if len(previous.rstrip()) + 1 + len(first) <= width - 4:
        return False
    indent, above_indent = _indent(line), _indent(previous)
    item = opens_item(above)
    if item is not None:
        return indent >= above_indent
    # What stands further right than a line that is no item is another block below it.
    return 0 <= above_indent - indent <= 4 and len(above) > 0.6 * width


def _hangs(previous: str, line: str, column: int) -> bool:
    """Whether ``line`` begins right under the text of an item that the line above left open."""
    text = line.strip()
    if not column or _indent(line) != column or len(previous) < _MIN_HANGING:
        return False
    if opens_item(text) or opens_numbered(text) or "   " in text or _labelled.match(text):
        return False
    return previous[-1] not in ".!?:;"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
