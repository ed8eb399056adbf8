"""What one format's reader hands to the room's front desk."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.documents.seams import with_whole_mails
from matcher.documents.whole_words import with_whole_words
from matcher.records import Notice, Status

MAX_BYTES = 25 << 20  # a resume with photographs is 10 MB; no resume needs more than 25 MiB
MAX_CHARS = 1_000_000  # some 150,000 words; the longest resume of our corpora has 40,000 characters
MAX_PAGES = 100
LOCKED = "password-protected; give an unlocked copy"
DAMAGED = "damaged or cut off; give another copy"


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one file, in reading order, and what is to be said of it.

    ``cause`` is "cause; next step" without the file's name, "" when all is well.
    """

    text: str = ""
    page_starts: tuple[int, ...] = ()
    status: Status = Status.OK
    cause: str = ""
    notices: tuple[Notice, ...] = ()


class Unreadable(Exception):
    """Raised inside a format's reader to end the reading with a status; never leaves the room."""

    def __init__(self, status: Status, cause: str) -> None:
        super().__init__(cause)
        self.status = status
        self.cause = cause


def content_of(pages: list[list[str]], notices: list[Notice], *, paged: bool) -> Content:
    """The content of pages, whose words are made whole first, see :func:`joined`."""
    pages, found = with_whole_words(pages)
    return joined(pages, [*notices, *found], paged=paged)


def joined(pages: list[list[str]], notices: list[Notice], *, paged: bool) -> Content:
    """Join the lines of pages, noting where each page starts; cut at ``MAX_CHARS``."""
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for lines in pages:
        starts.append(length)
        for line in with_whole_mails(lines):
            parts.append(line)
            length += len(line) + 1
    text = "\n".join(parts)
    status, cause = Status.OK, ""
    if len(text) > MAX_CHARS:
        cut = text.rfind("\n", 0, MAX_CHARS)
        text = text[: cut if cut > 0 else MAX_CHARS]
        status = Status.PARTIAL
        cause = f"only the first {MAX_CHARS:,} characters were read; send the resume alone"
        notices = [*notices, Notice("partial", cause)]
    page_starts = tuple(min(start, len(text)) for start in starts) if paged else ()
    return Content(text, page_starts, status, cause, tuple(notices))
