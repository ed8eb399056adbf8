"""Words and forms that several rules of education look for."""

from __future__ import annotations

import re

from matcher.resumes.degrees import degrees_in
from matcher.resumes.education.vocabulary import is_field

TRIM = " \t,;:|-–—―•·()[]\u00ad*_/."
DIPLOMA = re.compile(r"diploma", re.IGNORECASE)
# Words of a line that tells what was reached beside a degree, and of one that tells of a course.
_HONOURS = (
    r"recipient|scholarships?|members?|president|captain|society|dean['’]?s|lists?|honou?rs|clubs?"
    r"|team|fraternity|sorority|awards?|awarded(?! (?:in )?(?:19|20)\d)|advis[oe]r|reader|thesis"
    r"|dissertation|editor|magazine|leagues?|coursework|founder|secretary|treasurer"
)
HONOUR = re.compile(rf"\b(?:{_HONOURS})\b", re.IGNORECASE)
NOTE = re.compile(
    rf"\b(?:{_HONOURS}|grades?|mention|certified|certification|licensed?|seminars?|workshops?|volunteer"
    r"|training|pursuing|participated|participant|credits|hours|gpa|degree|currently|permanent|previously"
    r"|address)\b",
    re.IGNORECASE,
)
# Of a sentence that tells of the studies: "I ...", "Completed internship at Hill College".
SENTENCE = re.compile(
    r"(?:I|I['’]m|My|We)\s|Master(?:['’]?s)? (?:thesis|project)\b|(?:Emphasis|Minor) in\s"
    r"|including\s"
    r"|Graduated (?:with|from high)\s"
    r"|(?!Certified|Licensed|Expected|Graduated|Advanced|Applied|Allied)[A-Z][a-z]+ed\s(?=[a-z]{3}|The\s)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Which stands for the school of the entry before: "M.S. Statistics, same place, 2017".
SAME_SCHOOL = re.compile(
    r"(?:at )?(?:the )?same (?:place|school|university|college|institution)", re.IGNORECASE
)
_MAX_NAME_WORDS = 6  # of a school that only its place tells


def may_be_name(text: str) -> bool:
    """Whether a few capitalised words may name a school that no word gives away."""
    words = text.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or NOTE.search(text) or is_field(text):
        return False
    if ":" in text or degrees_in(text):
        return False
    return all(word[0].isupper() or len(word) <= 3 for word in words)


def doubled(text: str) -> int:
    """Length of the words that a text begins with twice: "Finance Finance"."""
    spaces = [found.start() for found in re.finditer(r"\s", text)]
    for at in reversed(spaces):
        again = text[at + 1 :]
        if again.startswith(text[:at]) and not again[at : at + 1].isalnum():
            return at
    return 0
