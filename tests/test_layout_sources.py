from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from matcher.evaluation.layout_sources import LayoutSource, layout_sources
from matcher.records import Contact

TEX = r"""\newcommand{\cvsection}[1]{none of \textbf{this here}}
\begin{document} \textsc{Cy Mast} \textcolor{sectcol}{\rule[-1mm]{1mm}{0.9cm}} \textsc{Resume}\\
\metasection{cy@example.org}{\textbf{Likes:} masts, oak \& pine}
\cvsection{Status} Builds masts of any size.\\ % but no boats
\vspace{6pt}
\cvsection{Experience} %\cvevent{1990}{Old Job}{Nowhere}{Left out of the page}
\cvevent{2016/09 - now}{Master}{Yard}{Cut the masts{,} all of them, Taught two young people}
\cvevent{2011 / 11}{Helper}{Mill}{{Sawed, planed and sanded}, {Etc.}}
\cvsection{Education} \cvevent{2008 - 2010}{Forestry}{Wood School}{Wrote about the oak}
\begin{metasection}{Contact} \iconhref{Bird}{12}{@cy}{https://example.org/cy}{white}
\end{metasection}
\begin{metasection}{Tools} \textcolor{white}{ \icontext{Saw}{12}{Saws}{white} \\[6pt] }
\end{metasection} \end{document}"""

YAML = """
cv:
  name: Bo Sail
  website: https://example.org/
  social_networks: [{network: GitHub, username: bosail}]
  sections:
    hello: ["This is **very bold**, *so is* [this](https://example.org)."]
    education: [{institution: Sea School, area: Knots, degree: BS, end_date: 2011-06}]
    experience:
      - {company: Harbour, position: Rigger, start_date: 2012, end_date: 2014-02}
      - company: Yard
        position: Sailmaker
        start_date: 2014-03
        end_date: present
        highlights:
          - Sewed the harbour's biggest sails
            - One of them in four days
    publications: [{title: Sails and Strong Wind, authors: ['*Bo Sail*', Cy Mast], journal: Sea}]
    selected_honors: [{bullet: Sailmaker of the Year}]
    skills: [{label: Cloth, details: 'canvas, nylon'}]
"""


def loaded(data: Path, name: str, source: str | dict[str, Any]) -> LayoutSource:
    """The source, written beside an empty PDF; another PDF has no source."""
    path = data / "layouts" / name
    path.parent.mkdir(parents=True)
    path.write_text(source if isinstance(source, str) else json.dumps(source), "utf-8")
    path.with_suffix(".pdf").touch()
    (path.parent / "without_source.pdf").touch()
    (found,) = layout_sources(data)
    assert found.file == path.with_suffix(".pdf") and found.person == path.parent.name
    return found


def lines(source: LayoutSource) -> list[str]:
    """Everything but the contact, briefly."""
    jobs = [f"{i.title} | {i.company} | {i.start} | {i.end or i.current}" for i in source.positions]
    studies = [f"{i.degree} | {i.field} | {i.institution} | {i.year}" for i in source.education]
    return [*jobs, *studies, *(f"{each.section}: {each.text}" for each in source.passages)]


def section(*items: dict[str, Any], visible: bool = True) -> dict[str, Any]:
    return {"visible": visible, "items": [{"visible": True, "summary": "", **i} for i in items]}


def test_reactive_resume_gives_visible_blocks_without_tags(tmp_path: Path) -> None:
    bullets = "<ul><li><p>Baked <b>600 loaves</b> a day.</p></li><li><p>Etc.</p></li></ul>"
    job = {"position": "Baker", "company": "Crumb", "date": "March 2019 to Present"}
    study = {"studyType": "Diploma in Baking", "area": "Ghent, BE", "date": "2014 to May 2016"}
    sections = {
        "summary": {"visible": True, "content": "<p>Bakes bread &amp; cakes.</p>"},
        "experience": section({**job, "summary": bullets}, {**job, "visible": False}),
        "education": section({**study, "institution": "Oven School"}),
        "skills": section({"name": "Doughs", "keywords": ["rye", "spelt"]}),
        "references": section({"name": "My neighbour knows me well"}, visible=False),
        "profiles": section({"url": {"href": "https://example.org/ann"}}),
    }
    basics = {"name": "Ann", "email": "ann@example.org", "phone": "", "url": {"href": ""}}
    source = loaded(tmp_path, "reactive-resume/a.json", {"basics": basics, "sections": sections})
    assert lines(source) == [
        "Baker | Crumb | 2019-03 | True", "Diploma | Baking | Oven School | 2016",
        "summary: Bakes bread & cakes.", "experience: Baked 600 loaves a day.",
        "skills: rye, spelt",
    ]  # fmt: skip
    assert source.contact == Contact("Ann", "ann@example.org", "", ("https://example.org/ann",))


def test_rendercv_gives_entries_of_every_type_without_markdown(tmp_path: Path) -> None:
    source = loaded(tmp_path, "rendercv/b.yaml", YAML)
    assert lines(source) == [
        "Rigger | Harbour | 2012 | 2014-02", "Sailmaker | Yard | 2014-03 | True",
        "BS | Knots | Sea School | 2011", "other: This is very bold, so is this.",
        "experience: Sewed the harbour’s biggest sails", "experience: One of them in four days",
        "publications: Sails and Strong Wind", "publications: Bo Sail, Cy Mast",
        "awards: Sailmaker of the Year", "skills: Cloth: canvas, nylon",
    ]  # fmt: skip
    assert source.contact.links == ("https://example.org/", "https://github.com/bosail")


def test_latexcv_gives_what_its_commands_print(tmp_path: Path) -> None:
    source = loaded(tmp_path, "latexcv/c.tex", TEX)
    assert lines(source) == [
        "Master | Yard | 2016-09 | True", "Helper | Mill | 2011-11 | 2011-11",
        "Forestry |  | Wood School | 2010", "header: Likes: masts, oak & pine",
        "summary: Builds masts of any size.", "experience: Cut the masts, all of them",
        "experience: Taught two young people", "experience: Sawed, planed and sanded",
        "education: Wrote about the oak", "skills: Saws",
    ]  # fmt: skip
    assert source.contact == Contact("Cy Mast", "cy@example.org", "", ("https://example.org/cy",))


def test_hackmyresume_leaves_out_what_its_theme_does_not_show(tmp_path: Path) -> None:
    source = {
        "basics": {"name": "Di", "email": "d@example.org", "summary": "Flies [big](x) old *jets*"},
        "work": [{"position": "Pilot", "company": "Air Di", "startDate": "2015-01", "summary": "",
                  "highlights": ["**Landed** in the fog"]}],
        "education": [{"institution": "Air School", "endDate": "2009-05", "courses": ["Wind"]}],
        "skills": [{"name": "Planes", "level": "master", "keywords": ["jets", "gliders"]}],
        "projects": [{"name": "Kites", "description": "A book of many kites."}],
        "awards": [{"title": "Best Landing", "awarder": "Tower Club"}],
        "interests": [{"name": "yoga"}],
        "languages": [{"language": "English", "level": "Native"}],
    }  # fmt: skip
    found = loaded(tmp_path, "hackmyresume/d.json", source)
    assert lines(found) == [
        "Pilot | Air Di | 2015-01 | True", " |  | Air School | 2009",
        "summary: Flies big old jets", "experience: Landed in the fog", "skills: jets gliders",
        "awards: Best Landing, Tower Club", "interests: yoga",
    ]  # fmt: skip
    assert found.contact == Contact("Di")
