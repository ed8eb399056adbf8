"""LaTeX sources of resumes: what the commands show, not the commands.

Knows what resume templates have in common: sections, items, entries whose arguments are title,
dates, employer and place (moderncv's ``\\cventry``, awesome-cv, AltaCV, ``\\resumeSubheading``),
and formatting. An unknown command with several arguments is such an entry: its arguments stand side
by side. Nothing is executed, no file is included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PREAMBLE_SHOWN = (
    "name", "firstname", "familyname", "title", "position", "email", "phone", "mobile", "homepage",
    "github", "linkedin", "address", "tagline",
)  # fmt: skip
_SECTIONS = re.compile(r"\\(?:cv|r)?(?:sub)*section\*?|\\(?:Section|cvsect|sectionTitle|roottitle)")
# Commands whose arguments are measures, colours and names of files: nothing of them is seen.
_UNSEEN = frozenset(
    "begin end usepackage documentclass vspace hspace color definecolor colorlet input include "
    "includegraphics setlength addtolength geometry pagestyle thispagestyle fontsize selectfont "
    "label ref bibliography bibliographystyle newcommand renewcommand setcounter cvcolor "
    "photo quote makecvheader makecvfooter setmainfont hypersetup textcolorshade".split()
)
_LAST_SHOWN = frozenset("href textcolor colorbox makebox parbox raisebox".split())  # their last one
_ESCAPED = {
    "%": "%", "&": "&", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "-": "", ",": " ",
    " ": " ", "/": "", "@": "",
}  # fmt: skip
_NAMED = {
    "textbackslash": "\\", "textasciitilde": "~", "LaTeX": "LaTeX", "TeX": "TeX", "ldots": "...",
    "textbar": "|", "textbullet": "\n- ", "bullet": "\n- ", "quad": " ", "qquad": " ",
    "hfill": "\t", "newline": "\n", "par": "\n", "linebreak": "\n",
}  # fmt: skip
_MEASURE = re.compile(r"-?[\d.]+\s*(?:mm|cm|pt|em|ex|in|sp|bp|\\\w+)")
_COMMENT = re.compile(r"(?<!\\)%.*")
_MAX_DEPTH = 40  # of commands in commands
_SHORT = 100  # characters; a longer argument is a line of its own


def looks_like_latex(source: str) -> bool:
    """Whether a text is a LaTeX document."""
    start = _COMMENT.sub("", source[:20_000])
    return "\\begin{document}" in source and "\\documentclass" in start


def plain(source: str) -> str:
    """The text that a LaTeX source shows, a line for each item and entry."""
    source = _COMMENT.sub("", source)
    preamble, _, body = source.partition("\\begin{document}")
    body = body.partition("\\end{document}")[0]
    shown = [" ".join(filter(None, _arguments_of(preamble, name))) for name in _PREAMBLE_SHOWN]
    head = "\n".join(_shown(text, _MAX_DEPTH) for text in shown if text)
    text = f"{head}\n{_shown(body, _MAX_DEPTH)}"
    text = re.sub(r"\s*\t\s*(?:\t\s*)*", "\t", text.replace("---", "–").replace("--", "–"))
    lines = (re.sub(r"[ ~]+", " ", line).strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _arguments_of(source: str, name: str) -> list[str]:
    """The arguments of the first use of a command."""
    found = re.search(rf"\\{name}\b\s*(?=[\[{{])", source)
    return _arguments(source, found.end())[0] if found else []


def _arguments(source: str, at: int) -> tuple[list[str], int]:
    """The arguments in braces that follow an offset, without optional ones, and where they end."""
    found: list[str] = []
    while True:
        start = at
        while start < len(source) and source[start].isspace():
            start += 1
        opens = source[start : start + 1]
        if opens not in ("{", "["):
            return found, at
        end = _closing(source, start, "}" if opens == "{" else "]")
        if end is None:
            return found, at
        if opens == "{":
            found.append(source[start + 1 : end])
        at = end + 1


def _closing(source: str, start: int, closes: str) -> int | None:
    depth = 0
    at = start
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 2
            continue
        depth += char in "{[" if closes == "]" else char == "{"
        depth -= char in "}]" if closes == "]" else char == "}"
        if depth == 0:
            return at
        at += 1
    return None


_NEXT = re.compile(r"\\([A-Za-z]+\*?|.)|[{}$&]", re.DOTALL)


def _shown(source: str, depth: int) -> str:
    return "".join(_pieces(source, depth)) if depth else ""


def _pieces(source: str, depth: int) -> Iterator[str]:
    at = 0
    while (found := _NEXT.search(source, at)) is not None:
        yield _paragraphs(source[at : found.start()])
        name, at = found[1], found.end()
        if name is None:
            yield "\t" if found[0] == "&" else ""
        elif name == "\\":
            yield "\n"
        elif name in _ESCAPED:
            yield _ESCAPED[name]
        elif name.rstrip("*") == "item":
            yield "\n- "
        elif name in _NAMED:
            yield _NAMED[name]
        else:
            arguments, at = _arguments(source, at)
            yield _command(found[0], name.rstrip("*"), arguments, depth)
    yield _paragraphs(source[at:])


def _paragraphs(text: str) -> str:
    """A line break of the source is a space, an empty line is a paragraph."""
    return re.sub(r"[ \t]*\n[ \t]*", " ", re.sub(r"\n[ \t]*\n\s*", "\0", text)).replace("\0", "\n")


def _command(written: str, name: str, arguments: list[str], depth: int) -> str:
    if name in _UNSEEN or not arguments:
        return ""
    if _SECTIONS.fullmatch(written):
        return f"\n\n{_shown(arguments[-1], depth - 1)}\n\n"
    if name in _LAST_SHOWN:
        return _shown(arguments[-1], depth - 1)
    texts = [_shown(argument, depth - 1).strip() for argument in arguments]
    if len(texts) == 1:
        return texts[0]
    texts = [text for text in texts if text and not _MEASURE.fullmatch(text)]
    short = [text for text in texts if "\n" not in text and len(text) <= _SHORT]
    long = [text for text in texts if text not in short]
    return "\n" + "\t".join(short) + "\n" + "\n".join(long) + "\n"
