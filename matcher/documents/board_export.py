"""Resumes as an Indian job board exports them, the form of a much copied collection.

What the person wrote runs on in one line, up to the heading "Education Details". Then come the
degrees, the title that is sought, the title that is held with its employer, and under "Skill
Details" and "Company Details" lines such as "PYTHON- Exprience - 24 months", "company - Acme" and
"description - ...". A heading may stand at the end of the line above it.
"""

from __future__ import annotations

import re
from itertools import pairwise

_HEADINGS = tuple(
    re.compile(rf"{name} Details[ \t]*\n") for name in ("Education", "Skill", "Company")
)
# In a line of a degree the place stands before the school, with no mark; two spaces stand where it
# is missing.
_STATES = (
    "Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Delhi|Goa|Gujarat|Haryana"
    "|Himachal Pradesh|Jammu and Kashmir|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra"
    "|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Orissa|Puducherry|Punjab|Rajasthan|Sikkim"
    "|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|West Bengal"
)
_PLACE = re.compile(rf"[ \t](?P<place>\S+, (?i:{_STATES})(?:, IN)?)[ \t]+(?P<school>\S[^\n]*)")
_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_MONTHS = re.compile(
    r"[ \t]*-[ \t]*Exprience[ \t]*-[ \t]*(?P<how_long>[^\n]*?)[ \t]*$", re.MULTILINE
)
_COMPANY = re.compile(r"^company - ?(?P<name>[^\n]*?)[ \t]*$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^description - ?", re.MULTILINE)


def looks_like_export(text: str) -> bool:
    """Whether a text has the three headings of such an export, and a company under the last."""
    parts = _parts(text)
    return parts is not None and _COMPANY.search(parts[-1]) is not None


def plain(text: str) -> str:
    """The text of an export as people write resumes: the title that is sought on top, and that
    which is held beside its employer, each heading and each skill in a line of its own."""
    if (parts := _parts(text)) is None:
        return text
    written, education, skills, jobs = parts
    education, sought, held = _without_titles(education)
    education = _GAP.sub(", ", _PLACE.sub(r", \g<school>, \g<place>", education))
    skills = _MONTHS.sub(_in_brackets, skills)
    first = _COMPANY.search(jobs)
    jobs = _DESCRIPTION.sub("", _COMPANY.sub(r"Company: \g<name>", jobs))
    if first is not None:
        employer = first["name"]
        title = held.removesuffix(f" - {employer}") if employer else held
        if title:
            header = f"{title} - {employer}" if employer else title
            jobs = jobs.replace(f"Company: {employer}", header, 1)
    return "\n".join(part.strip() for part in (sought, written, education, jobs, skills))


def _parts(text: str) -> list[str] | None:
    """What stands before the first heading, and what each of the three opens."""
    cuts = [0]
    for heading in _HEADINGS:
        if (found := heading.search(text, cuts[-1])) is None:
            return None
        cuts.append(found.start())
    return [text[start:end] for start, end in pairwise([*cuts, len(text)])]


def _without_titles(education: str) -> tuple[str, str, str]:
    """The part with the degrees without the two titles at its end, the one that is sought and the
    one that is held. A blank line stands between them; the second may be missing."""
    lines = education.split("\n")
    told = [number for number, line in enumerate(lines) if line.strip()]
    if len(lines) - told[-1] > 2 and len(told) > 1:
        return "\n".join(lines[: told[-1]]), lines[told[-1]].strip(), ""
    if len(told) > 2 and told[-1] - told[-2] > 1:
        return "\n".join(lines[: told[-2]]), lines[told[-2]].strip(), lines[told[-1]].strip()
    return education, "", ""


def _in_brackets(found: re.Match[str]) -> str:
    months = found["how_long"].replace("year months", "year")
    return f" ({months})"
