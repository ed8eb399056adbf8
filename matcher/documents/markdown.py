"""Markdown: through HTML, by markdown-it (CommonMark and tables)."""

from __future__ import annotations

import re

from matcher.documents.content import MAX_CHARS, Content

_HEADING = re.compile(r"^ {0,3}#{1,4} +\S", re.MULTILINE)
_MARKUP = re.compile(r"\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|^ {0,3}[-*+] +\S", re.MULTILINE)
_SHORT = 60  # characters; a shorter line of a paragraph was not wrapped, and ends where it ends
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")
_HEAD = 12  # lines; links above the text are how to reach the person, and are kept
_LABEL = re.compile(r"\*\*[^*\n]{1,60}(?::\*\*|\*\*:)")  # "**Tools:** Docker", a line of its own
_BLOCK = re.compile(r"^\s*(?:#{1,6} |[-*+] |\d+[.)] |>|\||```)")


def looks_like_markdown(source: str) -> bool:
    """Whether a text has Markdown's headings, and other marks of it."""
    return len(_HEADING.findall(source)) >= 2 and _MARKUP.search(source) is not None


def read(source: str) -> Content:
    """What a Markdown source shows. Raises :class:`Unreadable`."""
    from markdown_it import MarkdownIt

    from matcher.documents import html

    writer = MarkdownIt("commonmark", {"html": False}).enable("table")
    page = writer.render(_with_breaks(source[:MAX_CHARS]))
    return html.read(f'<meta charset="utf-8"><body>{page}</body>'.encode("utf-8", "replace"))


def _with_breaks(source: str) -> str:
    """The source with hard breaks behind the short lines of its paragraphs and before their labels,
    for a title over its dates is two lines on the page that people mean; and with the addresses of
    its first links."""
    lines = source.splitlines()
    lines[:_HEAD] = [_LINK.sub(r"\1 <\2>", line) for line in lines[:_HEAD]]
    found = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        inside = line[:1].isspace() or after[:1].isspace() or _BLOCK.match(line)  # of a list
        ends = len(line) < _SHORT or _LABEL.match(after)
        breaks = line.strip() and after.strip() and ends
        found.append(f"{line}  " if breaks and not (inside or _BLOCK.match(after)) else line)
    return "\n".join(found)
