"""Lines of education as they were written: those joined that a narrow column wrapped in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.resumes.degrees import degrees_in
from matcher.resumes.education.cues import SENTENCE
from matcher.resumes.education.schools import find_school
from matcher.resumes.education.vocabulary import is_field, is_field_word, opens_field
from matcher.resumes.text_lines import TextLine

# Behind these words, and before those, a name goes on.
_HANGING = re.compile(
    r"\b(?:of|and|in|for|the|de|di)$|&$"
    r"|\b(?:of|University) (?:West|North|South|East|New|Saint|St\.?|San|Upper|Lower)(?:ern)?$"
)
# The kind of a school without its name, and words of fields that seldom close one.
_KIND_ONLY = re.compile(
    r"(?:State|Community|Technical|City|National|International|High|Business|Medical|Law|Graduate) "
    r"(?:University|College|Institute|School|Academy),?"
)
_KINDS = frozenset("University College Institute School Academy Polytechnic".split())
_HALF_FIELDS = frozenset("computer business information data software resource".split())
_GOES_ON = re.compile(r"(?:of|and|for|in) [A-Za-z]|& ")
_LONE_YEAR = re.compile(r"(?:[^\W\d]{3,9}\.? )?(?P<year>(?:19|20)\d\d)")
_MAX_WRAPPED_NAME = 3  # words that a narrow column parts from the others of their name
_MAX_LONE_NAME = 4  # words of a name over the kind of its school
_MAX_WRAPPED_WORDS = 14  # of a line that is no prose
_MAX_NAME_CHARS = 40  # of a degree that opens a line

WrittenLine = tuple[int, tuple[int, int]]  # the number of a line, and its offsets


def unwrapped(lines: Sequence[TextLine]) -> tuple[list[list[WrittenLine]], list[TextLine]]:
    """The lines with those joined that were wrapped in a name ("University of", "Fern"), and before
    them the lines of which each was made."""
    written: list[list[WrittenLine]] = []
    whole: list[TextLine] = []
    for number, line in enumerate(lines):
        above = whole[-1] if whole else None
        if above is not None and _is_wrapped(above, line):
            gap = " " * (line.start - above.end)
            whole[-1] = TextLine(above.text + gap + line.text, above.start, line.end)
            written[-1].append((number, (line.start, line.end)))
        else:
            whole.append(line)
            written.append([(number, (line.start, line.end))])
    return written, whole


def _is_wrapped(above: TextLine, line: TextLine) -> bool:
    """Whether a line goes on with a name that the line above it begins."""
    if len(above.text) != above.end - above.start or not 0 < line.start - above.end <= 2:
        return False
    if (first := _LONE_YEAR.fullmatch(above.text)) and (last := _LONE_YEAR.fullmatch(line.text)):
        return first["year"] <= last["year"]  # dates in a narrow margin
    if line.text[0] in "•-–" or len(above.text.split()) > _MAX_WRAPPED_WORDS:
        return False
    if SENTENCE.match(above.text) or degrees_in(line.text[:_MAX_NAME_CHARS]):
        return False
    if _HANGING.search(above.text) is not None or _GOES_ON.match(line.text) is not None:
        return True
    return _parts_name(above.text.split(), line.text.split())


def _parts_name(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a name of a few words is parted between two lines of a narrow column: "Applied" over
    "Linguistics", "Fern" over "State University"."""
    if len(below) > _MAX_WRAPPED_NAME or not below[0][0].isupper():
        return False
    last = above[-1]
    if is_field(" ".join(below)):
        half = last.casefold() in _HALF_FIELDS or not is_field_word(last)
        return len(above) > 1 and half and opens_field(last)
    if below[0] in _KINDS and len(below) == 1:
        whole = 1 < len(above) <= _MAX_LONE_NAME and all(word[0].isupper() for word in above)
        return whole and not any(map(is_field_word, above)) and find_school(" ".join(above)) is None
    name = len(below) > 1 and _KIND_ONLY.fullmatch(" ".join(below)) is not None
    return name and last[0].isupper() and last.isalpha() and not is_field_word(last)
