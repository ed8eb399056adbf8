"""Resumes as an Indian job board exports them, the form of a much copied collection.

What the person wrote runs on in one line, up to the heading "Education Details". Then come the
degrees, the title that is sought, the title that is held with its employer, and under "Skill
Details" and "Company Details" lines such as "PYTHON- Exprience - 24 months", "company - Acme" and
"description - ...". A heading may stand at the end of the line above it.
"""

from __future__ import annotations

import re

_PARTS = re.compile(
    r"(?P<written>.*?)(?P<education>Education Details[ \t]*\n.*?)"
    r"(?P<skills>Skill Details[ \t]*\n.*?)(?P<jobs>Company Details[ \t]*\n.*)",
    re.DOTALL,
)
# The end of the part with the degrees: two titles with a blank line between, the second of which
# may be missing.
_TITLES = re.compile(r"\n(?P<sought>[^\n]*\S)[ \t]*\n[ \t]*\n(?P<held>[^\n]*)\s*\Z")
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
    parts = _PARTS.fullmatch(text)
    return parts is not None and _COMPANY.search(parts["jobs"]) is not None


def plain(text: str) -> str:
    """The text of an export as people write resumes: the title that is sought on top, and that
    which is held beside its employer, each heading and each skill in a line of its own."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return text
    education, sought, held = parts["education"], "", ""
    if titles := _TITLES.search(education):
        education, sought, held = education[: titles.start()], titles["sought"], titles["held"]
    education = _GAP.sub(", ", _PLACE.sub(r", \g<school>, \g<place>", education))
    skills = _MONTHS.sub(_in_brackets, parts["skills"])
    jobs = _DESCRIPTION.sub("", _COMPANY.sub(r"Company: \g<name>", parts["jobs"]))
    if first := _COMPANY.search(parts["jobs"]):
        employer = first["name"]
        title = held.removesuffix(f" - {employer}") if employer else held
        if title:
            header = f"{title} - {employer}" if employer else title
            jobs = jobs.replace(f"Company: {employer}", header, 1)
    return "\n".join(part.strip() for part in (sought, parts["written"], education, jobs, skills))


def _in_brackets(found: re.Match[str]) -> str:
    months = found["how_long"].replace("year months", "year")
    return f" ({months})"
