"""JSON Resume (jsonresume.org, schema 1.0.0): a text under the usual headings.

Values of a wrong type are skipped, never fatal: exports of other tools bend the schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from matcher.documents.characters import BULLET, clean, clean_item
from matcher.documents.content import MAX_CHARS, Content, Unreadable, content_of
from matcher.documents.text import decode
from matcher.documents.text import read as read_text
from matcher.records import Status

_SECTIONS = frozenset(
    "basics work education skills projects volunteer awards certificates publications languages "
    "interests references".split()
)
_list_items = re.compile(r"<li>(.{0,2000}?)</li>", re.S)
_tags = re.compile(r"<[^<>]{1,200}>")


def read(content: bytes) -> Content:
    """The text of a JSON Resume; of a text that only looks like JSON, the text. Raises
    :class:`Unreadable`."""
    try:
        values = json.loads(decode(content), strict=False)
    except (ValueError, RecursionError):
        return read_text(content)
    if isinstance(values, list) and len(values) == 1:
        values = values[0]
    if isinstance(values, dict) and isinstance(values.get("resume"), dict):
        values = values["resume"]
    if isinstance(values, dict) and isinstance(values.get("sections"), dict):
        values = _from_reactive(values)
    if not isinstance(values, dict) or not _SECTIONS & values.keys():
        cause = "it is JSON, but no JSON Resume; save it as PDF or DOCX"
        raise Unreadable(Status.UNSUPPORTED, cause)
    return content_of([list(_capped(_lines(values)))], [], paged=False)


# Sections of Reactive Resume (rxresu.me) and their names in JSON Resume.
_REACTIVE = {
    "experience": "work", "education": "education", "skills": "skills", "projects": "projects",
    "volunteer": "volunteer", "awards": "awards", "certifications": "certificates",
    "publications": "publications", "languages": "languages", "interests": "interests",
}  # fmt: skip


def _from_reactive(values: dict[str, Any]) -> dict[str, Any]:
    """A Reactive Resume export as a JSON Resume: the same facts under other names."""
    basics, sections = _dict(values.get("basics")), _dict(values.get("sections"))
    links = [_dict(item.get("url")).get("href") for item in _items(sections, "profiles")]
    summary = _dict(sections.get("summary")).get("content")
    website = _dict(basics.get("url")).get("href")
    place = {"city": basics.get("location")}
    found: dict[str, Any] = {
        "basics": basics
        | {"summary": summary, "location": place, "url": website}
        | {"profiles": [{"url": link} for link in links]}
    }
    for name, ours in _REACTIVE.items():
        found[ours] = [_reactive_entry(item) for item in _items(sections, name)]
    return found


def _items(sections: dict[str, Any], name: str) -> list[dict[str, Any]]:
    section = _dict(sections.get(name))
    shown = section.get("visible", True) is not False
    items = _dicts(section.get("items")) if shown else []
    return [item for item in items if item.get("visible", True) is not False]


def _reactive_entry(item: dict[str, Any]) -> dict[str, Any]:
    """One entry; its dates are one free text, which stands where a start would."""
    entry = item | {"span": item.get("date")}
    entry["highlights"] = _list_items.findall(_raw_markup(item.get("summary")))
    entry["summary"] = _list_items.sub("", _raw_markup(item.get("summary")))
    entry["level"] = item.get("description")
    entry["fluency"] = item.get("description")
    return entry


def _raw_markup(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _capped(lines: Iterable[str]) -> Iterable[str]:
    length = 0
    for line in lines:
        if length > MAX_CHARS:
            return
        if cleaned := clean_item(line):
            length += len(cleaned)
            yield cleaned


def _lines(resume: dict[str, Any]) -> Iterable[str]:
    yield from _basics(_dict(resume.get("basics")))
    for key, heading in (
        ("work", "Experience"),
        ("volunteer", "Volunteering"),
        ("projects", "Projects"),
    ):
        entries = _dicts(resume.get(key))
        if entries:
            yield heading
        for entry in entries:
            yield from _engagement(entry)
    yield from _education(_dicts(resume.get("education")))
    yield from _named(resume.get("skills"), "Skills", "keywords")
    yield from _titled(resume.get("certificates"), "Certifications", "name", "issuer")
    yield from _titled(resume.get("awards"), "Awards", "title", "awarder")
    yield from _titled(resume.get("publications"), "Publications", "name", "publisher")
    languages = [
        _comma(_text(entry.get("language") or entry.get("name")), _text(entry.get("fluency")))
        for entry in _dicts(resume.get("languages"))
    ]
    if any(languages):
        yield "Languages"
        yield from languages
    yield from _named(resume.get("interests"), "Interests", "keywords")


def _basics(basics: dict[str, Any]) -> Iterable[str]:
    yield _text(basics.get("name"))
    yield _text(basics.get("label") or basics.get("headline"))
    place = _dict(basics.get("location"))
    address = _comma(*(_text(place.get(key)) for key in ("city", "region", "countryCode")))
    links = [
        _text(profile.get("url") or profile.get("username"))
        for profile in _dicts(basics.get("profiles"))
    ]
    contact = [_text(basics.get(key)) for key in ("email", "phone", "url", "website")]
    yield "\t".join(part for part in (*contact, address, *links) if part)
    summary = _paragraphs(basics.get("summary"))
    if summary:
        yield "Summary"
        yield from summary


def _engagement(entry: dict[str, Any]) -> Iterable[str]:
    title = _text(entry.get("position"))
    name = _text(entry.get("company") or entry.get("organization") or entry.get("name"))
    yield _with_dates(title or name, entry)
    if title:
        yield _comma(name, _text(entry.get("location")))
    yield from _paragraphs(entry.get("summary") or entry.get("description"))
    for text in (*_texts(entry.get("highlights")), *_texts(entry.get("roles"))):
        yield BULLET + text
    keywords = _texts(entry.get("keywords"))
    if keywords:
        yield BULLET + ", ".join(keywords)


def _education(entries: list[dict[str, Any]]) -> Iterable[str]:
    if entries:
        yield "Education"
    for entry in entries:
        degree = _comma(_text(entry.get("studyType")), _text(entry.get("area")))
        institution = _text(entry.get("institution"))
        yield _with_dates(degree or institution, entry)
        if degree:
            yield institution
        if score := _text(entry.get("score") or entry.get("gpa")):
            yield f"GPA: {score}"
        for course in _texts(entry.get("courses")):
            yield BULLET + course


def _named(value: Any, heading: str, list_key: str) -> Iterable[str]:
    """Groups such as "Web: HTML, CSS"."""
    lines = (
        [_text(item) for item in value if isinstance(item, str)] if isinstance(value, list) else []
    )
    for entry in _dicts(value):
        name = _comma(_text(entry.get("name")), _text(entry.get("level")))
        words = ", ".join(_texts(entry.get(list_key)))
        lines.append(f"{name}: {words}" if name and words else name or words)
    if any(lines):
        yield heading
        yield from lines


def _titled(value: Any, heading: str, title_key: str, by_key: str) -> Iterable[str]:
    entries = _dicts(value)
    if entries:
        yield heading
    for entry in entries:
        title = _comma(_text(entry.get(title_key)), _text(entry.get(by_key)))
        date = _text(entry.get("date") or entry.get("releaseDate"))[:7]
        yield f"{title}\t{date}" if date else title
        yield from _paragraphs(entry.get("summary"))


def _with_dates(title: str, entry: dict[str, Any]) -> str:
    """ "Title<tab>2019-01 – 2021-06", "Present" where an entry with a start has no end."""
    if span := _text(entry.get("span")):
        return f"{title}\t{span}" if title else span
    start = _text(entry.get("startDate"))[:7]
    end = _text(entry.get("endDate"))[:7]
    if not start and not end:
        return title
    span = f"{start} – {end or 'Present'}" if start else end
    return f"{title}\t{span}" if title else span


def _paragraphs(value: Any) -> list[str]:
    return [line for line in _raw(value).splitlines() if line.strip()]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [_text(value)]
    return [text for item in value if (text := _text(item))] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return clean(_raw(value))


def _raw(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _tags.sub(" ", str(value)) if isinstance(value, str) else str(value)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
