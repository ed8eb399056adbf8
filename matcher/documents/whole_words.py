"""Words that a file has in pieces, or without some of their letters, made whole."""

from __future__ import annotations

from itertools import chain

from matcher.documents.ligatures import lost_ligatures, with_words
from matcher.documents.torn import is_torn, mended
from matcher.records import Notice


def with_whole_words(pages: list[list[str]]) -> tuple[list[list[str]], list[Notice]]:
    """The pages with the words whole that a file has in pieces, and what is to be said of it."""
    notices: list[Notice] = []
    if is_torn(chain.from_iterable(pages)):
        pages = [list(map(mended, lines)) for lines in pages]
        said = "the first letters of words stand apart; they were put together: check the text"
        notices.append(Notice("torn_words", said))
    if words := lost_ligatures(chain.from_iterable(pages)):
        pages = [with_words(lines, words) for lines in pages]
        wrong, right = min(words.items())
        said = (
            f"{len(words)} words lack letters that their font draws as one, such as "
            f'"{wrong}" for "{right}"; they were put back: check the text'
        )
        notices.append(Notice("lost_letters", said))
    return pages, notices
