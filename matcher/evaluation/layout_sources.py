"""What the template resumes of ``layouts`` were rendered from: the truth to read their pages by.

Four builders, a folder each: Reactive Resume (JSON), RenderCV (YAML), two LaTeX templates, and
HackMyResume (JSON). Each loader knows what its builder's pages show and leaves out the rest. The
order of the passages is that of the source, which is not always that of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from matcher.records import Contact, SectionKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words of the source that stands together on the page, without markup, and the
    section that it belongs to: a paragraph, a bullet, a list of skills."""

    section: SectionKind  # HEADER: before the first heading
    text: str


@dataclass(frozen=True, slots=True)
class SourcePosition:
    """A job; volunteering is none. Dates are "YYYY-MM", "YYYY" without a month, or ""."""

    title: str
    company: str
    start: str
    end: str  # "" when current
    current: bool


@dataclass(frozen=True, slots=True)
class SourceEducation:
    """An entry of education; what the source does not say is "" or None. In the LaTeX templates
    ``degree`` is the whole title of the entry ("Semester Abroad")."""

    degree: str
    field: str
    institution: str
    year: int | None  # the last one named


@dataclass(frozen=True, slots=True)
class LayoutSource:
    """What a resume was rendered from. ``contact.links`` has whole addresses, also where the page
    shows a user name beside an icon."""

    file: Path  # the PDF
    person: str  # folder name: the same person in all themes of a folder
    contact: Contact
    positions: tuple[SourcePosition, ...]
    education: tuple[SourceEducation, ...]
    passages: tuple[Passage, ...]


_Texts = list[tuple[str, str]]  # name of the section in the source, words
_Parts = tuple[Contact, list[SourcePosition], list[SourceEducation], _Texts]

# Names of sections in the sources that are not those of the kinds.
_KINDS = {kind.value: kind for kind in SectionKind} | {
    "work": SectionKind.EXPERIENCE, "status": SectionKind.SUMMARY,
    "fields": SectionKind.SKILLS, "technologies": SectionKind.SKILLS, "tools": SectionKind.SKILLS,
    "selected_honors": SectionKind.AWARDS,
    "patents": SectionKind.PUBLICATIONS, "invited_talks": SectionKind.PUBLICATIONS,
}  # fmt: skip
_FEWEST_WORDS = 4  # of a passage: shorter ones ("Etc.") are found anywhere
_OF_ANY_LENGTH = {SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS}


def layout_sources(data: Path) -> list[LayoutSource]:
    """The resumes under ``data / "layouts"`` that have both a PDF and a source, by folder."""
    loaders = {
        "reactive-resume": (".json", _reactive_resume),
        "rendercv": (".yaml", _rendercv),
        "latexcv": (".tex", _latexcv),
        "hackmyresume": (".json", _hackmyresume),
    }
    return [
        _source(pdf, load(pdf.with_suffix(suffix).read_text("utf-8")))
        for folder, (suffix, load) in loaders.items()
        for pdf in sorted((data / "layouts" / folder).glob("*.pdf"))
        if pdf.with_suffix(suffix).exists()
    ]


def _source(pdf: Path, parts: _Parts) -> LayoutSource:
    contact, jobs, studies, texts = parts
    passages = []
    for section, text in texts:
        kind, words = _KINDS.get(section.lower(), SectionKind.OTHER), text.split()
        if len(words) >= (1 if kind in _OF_ANY_LENGTH else _FEWEST_WORDS):
            passages.append(Passage(kind, " ".join(words)))
    entries = tuple(jobs), tuple(studies)
    return LayoutSource(pdf, pdf.parent.name, contact, *entries, tuple(passages))


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# "January 2019", "2013-09", "2016/09", "2011 / 11"; in "2012 - 2013" the second is a year.
_DATE = re.compile(
    r"(?:(?P<name>[A-Z][a-z]+) )?(?P<year>(?:19|20)\d\d)(?: ?[-/] ?(?P<month>\d\d)(?!\d))?"
)


def _position(title: str, company: str, dates: str) -> SourcePosition:
    """A position and its dates; a single date is both start and end."""
    found = []
    for date in _DATE.finditer(dates):
        month = date["month"]
        if date["name"]:
            month = f"{_MONTHS.index(date['name'][:3].lower()) + 1:02d}"
        found.append(f"{date['year']}-{month}" if month else date["year"])
    current = bool(re.search(r"\b(?:present|now)\b", dates, re.IGNORECASE))
    end = found[-1] if found and not current else ""
    return SourcePosition(title, company, found[0] if found else "", end, current)


def _education(degree: str, field: str, institution: str, dates: str) -> SourceEducation:
    years = [int(date["year"]) for date in _DATE.finditer(dates)]
    return SourceEducation(degree, field, institution, max(years, default=None))


def _reactive_resume(text: str) -> _Parts:
    """Sections and items may be hidden. Names of skills, projects and jobs are headings."""
    source = json.loads(text)
    basics, sections = source["basics"], source["sections"]

    def shown(name: str) -> list[dict[str, Any]]:
        section = sections.get(name, {"visible": False})
        return [item for item in section["items"] if item["visible"]] if section["visible"] else []

    summary = sections["summary"]
    texts = [("summary", block) for block in _blocks(summary["content"]) if summary["visible"]]
    for name in ("experience", "projects", "volunteer", "education", "publications", "awards"):
        texts += [(name, block) for item in shown(name) for block in _blocks(item["summary"])]
    for name in ("skills", "interests"):
        texts += [(name, ", ".join(item["keywords"]) or item["name"]) for item in shown(name)]
    for name, second in (("certifications", "issuer"), ("languages", "description")):
        texts += [(name, f"{item['name']} {item[second]}") for item in shown(name)]
    for item in shown("references"):
        texts += [("references", block) for block in (item["name"], *_blocks(item["summary"]))]
    links = [basics["url"]["href"], *(profile["url"]["href"] for profile in shown("profiles"))]
    contact = Contact(basics["name"], basics["email"], basics["phone"], tuple(filter(None, links)))
    jobs = [_position(i["position"], i["company"], i["date"]) for i in shown("experience")]
    studies = []
    for item in shown("education"):
        # "Bachelor's in Computer Science" has the field; the area is then used for the place.
        degree, _, field = item["studyType"].partition(" in ")
        where, dates = item["institution"], item["date"]
        studies.append(_education(degree, field or item["area"], where, dates))
    return contact, jobs, studies, texts


def _blocks(markup: str) -> list[str]:
    """Texts of the paragraphs and bullets of a piece of HTML."""
    root = html.fromstring(f"<div>{markup}</div>")
    blocks = [node for node in root.iter("p", "li") if node.tag == "p" or node.find(".//p") is None]
    return ["".join(map(str, node.itertext())) for node in blocks or [root]]


_HOSTS = {"LinkedIn": "linkedin.com/in", "GitHub": "github.com"}


def _rendercv(text: str) -> _Parts:
    cv = yaml.safe_load(text)["cv"]
    texts = []
    for name, entries in cv["sections"].items():
        shown = [_unmarked(each) for entry in entries for each in _rendercv_texts(entry)]
        texts += [(name, each.replace("'", "’")) for each in shown]  # Typst sets the apostrophe
    profiles = cv.get("social_networks") or ()
    links = [f"https://{_HOSTS[each['network']]}/{each['username']}" for each in profiles]
    links = [cv["website"], *links] if cv.get("website") else links
    contact = Contact(cv["name"], cv.get("email") or "", cv.get("phone") or "", tuple(links))
    jobs, studies = [], []
    for i in (*cv["sections"].get("experience", ()), *cv["sections"].get("education", ())):
        dates = str(i.get("date") or f"{i.get('start_date')} to {i.get('end_date')}")
        if "company" in i:
            jobs.append(_position(i["position"], i["company"], dates))
        else:
            studies.append(_education(i.get("degree") or "", i["area"], i["institution"], dates))
    return contact, jobs, studies, texts


def _rendercv_texts(entry: str | dict[str, Any]) -> list[str]:
    """What the page shows of an entry of any type, but for its heading."""
    if isinstance(entry, str):
        return [entry]
    if "label" in entry:
        return [f"{entry['label']}: {entry['details']}"]
    texts = [entry.get(name) or "" for name in ("bullet", "number", "reversed_number", "summary")]
    for highlight in entry.get("highlights") or ():
        texts += highlight.split(" - ")  # YAML folds a nested list into the text of its bullet
    if "authors" in entry:
        published = f"{entry.get('doi') or ''} ({entry['journal']})"
        texts += [entry["title"], ", ".join(entry["authors"]), published]
    return texts


def _unmarked(markdown: str) -> str:
    """The text without links and emphasis."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return re.sub(r"(\*{1,2})(\S(?:.*?\S)?)\1", r"\2", text)


# Commands with text that shows: \cvsection{heading}, \cvevent{dates}{title}{place}{bullets},
# \metasection{contact}{text} or \begin{metasection}{heading}, \icontext{icon}{size}{text}{colour}
# (and its kin with an address after the text), \textcolor{colour}{text}; the name comes first.
_COMMAND = re.compile(
    r"\\(?:begin\{)?"
    r"(cvsection|cvevent|metasection|icontext|iconemail|iconhref|textcolor|textsc|uppercase)\b\}?"
)
_ARGUMENT = re.compile(r"\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_ITEM = re.compile(r"(?:[^{},]|\{[^{}]*\})+")  # of a list: a comma in braces parts nothing


def _latexcv(text: str) -> _Parts:
    """Their telephone numbers are masked, so they count as none."""
    body = re.sub(r"(?<!\\)%.*", "", text).partition(r"\begin{document}")[2]
    section = "header"
    names, jobs, studies, around, texts = [], [], [], [], []
    for command, values, after in _commands(body):
        shown = [_plain(value) for value in values]
        if command == "cvevent":
            dates, title, place, _ = shown
            texts += [(section, _plain(item)) for item in _ITEM.findall(values[3])]
            if section == "Experience":
                jobs.append(_position(title, place, dates))
            else:
                studies.append(_education(title, "", place, dates))
        elif command == "cvsection" or (command == "metasection" and len(values) == 1):
            section = values[0]
            texts += [(section, _plain(after))] if command == "cvsection" else []
        elif command in ("textsc", "uppercase"):
            names += shown
        else:
            around += shown
            if section == "header":
                texts.append((section, shown[1]))
            elif section != "Contact" and command == "icontext":
                texts.append((section, shown[2]))
    emails = [each for each in around if re.fullmatch(r"[\w.-]+@[\w-]+\.\w+", each)]
    links = [each for each in dict.fromkeys(around) if re.match(r"http|www\.|github\.com", each)]
    return Contact(names[0], "".join(emails[:1]), "", tuple(links)), jobs, studies, texts


def _commands(body: str) -> Iterator[tuple[str, list[str], str]]:
    """Each command that shows text, its arguments, and what stands between it and the next."""
    found = list(_COMMAND.finditer(body))
    ends = [*(command.start() for command in found[1:]), len(body)]
    for command, end in zip(found, ends, strict=True):
        values, at = [], command.end()
        while value := _ARGUMENT.match(body, at):
            values.append(value[1])
            at = value.end()
        yield command[1], values, body[at:end]


def _plain(tex: str) -> str:
    """The words of a piece of TeX, without spacing commands."""
    tex = re.sub(r"\\\\(?:\[[^]]*\])?|\\[vh]space\*?\{[^}]*\}", " ", tex)
    tex = re.sub(r"\\[a-zA-Z]+\*?|[{}]", "", re.sub(r"\\([_%&#$])", r"\1", tex))
    return " ".join(tex.split())


def _hackmyresume(text: str) -> _Parts:
    """The theme shows neither contact data, languages, descriptions of projects nor levels."""
    source = json.loads(text)
    texts = [("summary", source["basics"]["summary"])]
    for name in ("work", "volunteer"):
        for i in source.get(name, ()):
            texts += [(name, each) for each in (i["summary"], *i.get("highlights", ()))]
    for name, words in (("skills", "keywords"), ("projects", "keywords"), ("education", "courses")):
        texts += [(name, " ".join(i.get(words, ()))) for i in source.get(name, ())]
    for name, heading in (
        ("awards", "{title}, {awarder}"), ("publications", "{name}, {publisher}"),
        ("interests", "{name}"), ("references", "{reference}"),
    ):  # fmt: skip
        for i in source.get(name, ()):
            texts += [(name, each) for each in (heading.format(**i), i.get("summary", ""))]
    jobs, studies = [], []
    for i in source.get("work", ()):
        dates = f"{i['startDate']} to {i.get('endDate', 'present')}"
        jobs.append(_position(i["position"], i["company"], dates))
    for i in source.get("education", ()):
        studied = i.get("studyType", ""), i.get("area", "")
        studies.append(_education(*studied, i["institution"], i.get("endDate", "")))
    contact = Contact(source["basics"]["name"])
    return contact, jobs, studies, [(name, _unmarked(each)) for name, each in texts]
