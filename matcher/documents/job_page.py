"""The posting that a web page carries as structured data (schema.org JobPosting in JSON-LD).

Read before the page itself: job boards fill it for search engines, without menus and adverts.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from matcher.documents import html as html_page
from matcher.documents import text
from matcher.documents.content import Content

# Further texts of a JobPosting, with the heading that they get in the text.
_PARTS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
)
_MOST_PLACES = 3  # of a JobPosting; some name every town of a country
_BLOCKS = frozenset("p div br ul ol li h1 h2 h3 h4 h5 h6 tr table section article header".split())


def read(data: bytes) -> Content:
    """The posting of a page; the page itself, without its menus, where it carries none."""
    found = posting_text(data)
    return html_page.read(data, menus=False) if found is None else text.read(found.encode())


def posting_text(data: bytes) -> str | None:
    """Title, employer and description of the first JobPosting of an HTML page, as text with one
    paragraph or bullet a line; None where the page has none or is no HTML."""
    if b"JobPosting" not in data:
        return None
    page = _parse(data)
    if page is None:
        return None
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for posting in _postings(_json(script.text or "")):
                text = _as_text(posting)
                if text:
                    return text
    return None


def _parse(data: bytes | str) -> lxml.html.HtmlElement | None:
    """The root of an HTML text; bytes count as UTF-8 where they are valid UTF-8."""
    encoding = None
    if isinstance(data, bytes):
        try:
            data.decode("utf-8")
            encoding = "utf-8"
        except UnicodeDecodeError:
            pass  # the page's own declaration decides
    try:
        parser = lxml.html.HTMLParser(encoding=encoding)
        return lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def _json(text: str) -> Any:
    """The value of a JSON text, None where it is none. Line breaks inside strings are let pass."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _postings(value: Any) -> Iterator[dict[str, Any]]:
    """The JobPosting objects of a value, at its top, in a list or in a ``@graph``."""
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, dict):
            continue
        kinds = entry.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield entry
        graph = entry.get("@graph")
        if isinstance(graph, list):
            yield from (
                part
                for part in graph
                if isinstance(part, dict) and part.get("@type") == "JobPosting"
            )


def _as_text(posting: dict[str, Any]) -> str:
    """Title, employer and texts of a JobPosting; "" without a description."""
    description = _plain(posting.get("description"))
    parts = [(heading, _plain(posting.get(name))) for name, heading in _PARTS]
    parts += [("Experience", _experience(posting)), ("Education", _education(posting))]
    texts = [f"{heading}:\n{text}" for heading, text in parts if text and text not in description]
    if not description and not texts:
        return ""
    employer = posting.get("hiringOrganization")
    name = employer.get("name") if isinstance(employer, dict) else employer
    head = [_plain(posting.get("title")).replace("\n", " ")]
    if isinstance(name, str) and name.strip():
        head.append(f"Company: {name.strip()}")
    head.extend(_fields(posting))
    return "\n".join(part for part in (*head, description, *texts) if part)


def _fields(posting: dict[str, Any]) -> Iterator[str]:
    """Place, workplace and rank, as the labelled lines that a text would have."""
    places = _places(posting.get("jobLocation"))
    remote = posting.get("jobLocationType") == "TELECOMMUTE"
    if remote and not places:
        places = _places(posting.get("applicantLocationRequirements"))
    if places:
        yield f"Location: {'; '.join(list(dict.fromkeys(places))[:_MOST_PLACES])}"
    if remote:
        yield "Workplace: remote"
    if "INTERN" in _listed(posting.get("employmentType")):
        yield "Employment type: internship"


def _places(value: Any) -> list[str]:
    """The places of a Place or AdministrativeArea, or of several: "Ghent, Flanders, BE"."""
    found = []
    for place in _listed(value):
        address = place.get("address", place) if isinstance(place, dict) else place
        if isinstance(address, dict):
            parts = [
                _name(address.get(part))
                for part in ("addressLocality", "addressRegion", "addressCountry", "name")
            ]
            address = ", ".join(filter(None, parts[:3])) or parts[3]
        if isinstance(address, str) and address.strip():
            found.append(_plain(address).replace("\n", ", "))
    return found


def _name(value: Any) -> str:
    """A text, or the name of an object that stands for one."""
    name = value.get("name") if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) else ""


def _experience(posting: dict[str, Any]) -> str:
    """Years in words; whole years, for a requirement is not rounded up. Shorter ones in months."""
    value = posting.get("experienceRequirements")
    if not isinstance(value, dict):
        return _demand(_plain(value))
    text = _plain(value.get("description"))
    try:
        months = int(value["monthsOfExperience"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return text
    if months <= 0:
        return text
    years = months // 12
    asked = f"{years} years of experience" if years else f"{months} months of experience"
    return "\n".join(filter(None, (asked, text)))


def _education(posting: dict[str, Any]) -> str:
    """The degrees, any of which will do; "or equivalent experience" where the page says so."""
    degrees = []
    for value in _listed(posting.get("educationRequirements")):
        named = value.get("credentialCategory") if isinstance(value, dict) else value
        if degree := _demand(_plain(named)):
            degrees.append(degree)
    if degrees and posting.get("experienceInPlaceOfEducation") in (True, "true", "True"):
        degrees.append("equivalent experience")
    return " or ".join(degrees)


def _demand(text: str) -> str:
    """A text, unless it says that nothing is required, as Google's "no requirements" does."""
    return "" if text.lower().strip(" .") in ("no requirements", "none") else text


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _plain(value: Any) -> str:
    """A text property without its markup, one block a line; lists become bullets."""
    if isinstance(value, list):
        return "\n".join(f"- {text}" for text in map(_plain, value) if text)
    if not isinstance(value, str) or not value.strip():
        return ""
    if "&lt;" in value and "</" not in value:
        value = html.unescape(value)  # markup that was escaped once more than it should
    root = _parse(f"<div>{value}</div>")
    if root is None:
        return ""
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        if element.tag in _BLOCKS:
            pieces.append("\n- " if event == "start" and element.tag == "li" else "\n")
        text = element.text if event == "start" else element.tail
        if element.tag not in ("script", "style") or event == "end":
            pieces.append(text or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line.strip("- "))
