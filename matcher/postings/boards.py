"""What a job board puts around a posting, which a person copies with it.

Buttons ("Easy Apply", "Save"), how many others applied, advice, forms about the reader's own
profile, the board's own fields, other jobs: none of it is said by the employer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_BUTTON = re.compile(
    r"(?:easy )?apply(?: now| on company (?:web)?site)?|saved?(?: job)?|save .{3,80} at .{2,60}|"
    r"share|follow(?:ing)?|report (?:this )?job|show (?:more|less|all)(?: options)?|\+ show more|"
    r"see (?:more|less)|message|be an early applicant|promoted(?: by .{2,30})?(?: ·.*)?|"
    r"(?:actively )?reviewing applicants|responses managed off linkedin|"
    r"(?:over )?\d+ (?:applicants|people clicked apply)|[\d,.]+[km]? followers|\d+ on linkedin|"
    r"matches your job preferences.*|how your profile and resume fit.*|tailor my resume.*|"
    r"get ai-powered .*|am i a good fit.*|(?:try|reactivate) premium.*|see how you compare.*|"
    r"job match is (?:high|medium|low).*|meet the hiring team|job poster|.{2,60} logo|"
    r"you must create an \w+ account .*|here['’]s how .{3,40} align with .*|"
    r"pulled from the full job description|[\d.]+ out of 5 stars|set alert.*|"
    r"(?:posted )?(?:\d+\+?|an?) (?:minutes?|hours?|days?|weeks?|months?) ago",
    re.IGNORECASE,
)
# Forms about the reader, up to where the employer's text begins.
_FORM = re.compile(r"profile insights|job details", re.IGNORECASE)
_TEXT_BEGINS = re.compile(r"full job description|about the job", re.IGNORECASE)
# The board's own fields, whose values stand in the next line.
_FIELD = re.compile(
    r"seniority level|employment type|job function|industr(?:y|ies)|referrals increase your .*",
    re.IGNORECASE,
)
_OTHER_JOBS = re.compile(
    r"(?:more|similar|recommended|other) jobs(?: .{0,40})?|people also viewed|jobs you may .*|"
    r"explore (?:collaborative|top) .*",
    re.IGNORECASE,
)
_LEAST_BUTTONS = 2  # so many lines of buttons tell that a text was copied from a board's page


def without_board(text: str) -> str:
    """The text without what the page of a job board has around it, where it was copied from one."""
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    if sum(_BUTTON.fullmatch(line) is not None for line in bare) < _LEAST_BUTTONS:
        return text
    return "\n".join(lines[number] for number in _of_the_employer(bare))


def _of_the_employer(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that the board did not add."""
    text_begins = next((at for at, line in enumerate(lines) if _TEXT_BEGINS.fullmatch(line)), 0)
    in_form = is_value = False
    for number, line in enumerate(lines):
        if number > text_begins and _OTHER_JOBS.fullmatch(line):
            return
        in_form = number < text_begins and (in_form or _FORM.fullmatch(line) is not None)
        is_field = _FIELD.fullmatch(line) is not None
        if not (in_form or is_field or is_value or _BUTTON.fullmatch(line)):
            yield number
        is_value = is_field
