"""Resumes as people write their sources: Markdown and LaTeX."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from matcher.documents import read_bytes
from matcher.documents.latex import looks_like_latex, plain
from matcher.documents.markdown import looks_like_markdown
from matcher.records import Resume, SectionKind, Status
from matcher.resumes import read_resume

TODAY = datetime.date(2026, 11, 20)
MARKDOWN = """# Jane Roe

**Data Engineer** · jane@example.com · [GitHub](https://github.com/janeroe)

## Experience

### Senior Data Engineer — *Acme GmbH*
_Mar 2019 – Present, Berlin_

- Built **Spark** pipelines for thirty analysts, and
  cut their cost by 40%
- Moved `cron` jobs to Airflow

**Data Analyst**, Foo Ltd
2016 – 2019

* Wrote SQL reports for the sales team and the board

## Skills

| Area | Tools |
|------|-------|
| Languages | Python, SQL, Scala |

## Education

BSc Computer Science, University of Leeds, 2016
"""
LATEX = r"""\documentclass[11pt]{moderncv} % the class
\usepackage[utf8]{inputenc}
\name{Jane}{Roe}
\title{Data Engineer}
\email{jane@example.com}
\begin{document}
\makecvtitle \vspace{2mm}
\section{Experience}
\cventry{Mar 2019 -- Present}{Senior Data Engineer}{Acme GmbH}{Berlin}{}{%
\begin{itemize}
\item Built \textbf{Spark} pipelines for thirty analysts, and
cut their cost by 40\%
\item Moved \texttt{cron} jobs to Airflow
\end{itemize}}
\cventry{2016 -- 2019}{Data Analyst}{Foo Ltd}{Leeds}{}{Wrote SQL reports for the sales team \& the
board}
\section{Skills}
\cvitem{Languages}{Python, SQL, Scala, \href{https://example.com}{C++}}
\section{Education}
\cventry{2016}{BSc Computer Science}{University of Leeds}{}{}{}
\end{document}
"""
JOBS = [
    ("Senior Data Engineer", "Acme GmbH", "2019-03", None),
    ("Data Analyst", "Foo Ltd", "2016-01", "2019-12"),
]


def read(source: str, name: str) -> Resume:
    return read_resume(read_bytes(source.encode(), name), today=TODAY)


@pytest.mark.parametrize(
    ("source", "name"),
    [(MARKDOWN, "cv.md"), (MARKDOWN, "pasted text"), (LATEX, "cv.tex"), (LATEX, "pasted text")],
)
def test_a_source_is_read_as_its_page(source: str, name: str) -> None:
    resume = read(source, name)
    assert resume.document.status is Status.OK
    found = [
        (job.title, job.company, str(job.start), None if job.current else str(job.end))
        for job in resume.positions
    ]
    assert found == JOBS
    assert (resume.contact.name, resume.contact.email) == ("Jane Roe", "jane@example.com")
    assert resume.headline == "Data Engineer"
    kinds = [section.kind for section in resume.sections]
    assert kinds[1:] == [SectionKind.EXPERIENCE, SectionKind.SKILLS, SectionKind.EDUCATION]
    lines = [line.text for line in resume.lines]
    assert "Moved cron jobs to Airflow" in lines
    assert any("thirty analysts, and cut their cost by 40%" in line for line in lines)
    assert not any(mark in resume.document.text for mark in ("**", "\\", "{", "|-"))


def test_the_links_of_the_head_are_kept() -> None:
    assert read(MARKDOWN, "cv.md").contact.links == ("https://github.com/janeroe",)


def test_plain_text_is_neither() -> None:
    text = "Jane Roe\n# 1 in sales, 2019\n- Sold C# books\nuses \\LaTeX daily"
    assert not looks_like_markdown(text)
    assert not looks_like_latex(text)


def test_measures_comments_and_unknown_commands_leave_nothing() -> None:
    body = r"\begin{document}\foo{1mm}{0.9cm} % gone" + "\n"
    body += r"\bar A \textbf{B} \unknown{C}{D}\end{document}"
    assert plain(r"\documentclass{x}" + body).split() == ["A", "B", "C", "D"]


def test_braces_that_never_close_end_somewhere() -> None:
    deep = r"\textbf{" * 5_000
    source = r"\documentclass{x}\begin{document}" + deep + "word" + r"\end{document}"
    assert "word" in plain(source)


def test_latex_of_the_wild_keeps_its_columns(tmp_path: Path) -> None:
    source = LATEX.replace("\\section{Skills}", "\\section*{Skills}")
    assert [each.kind for each in read(source, str(tmp_path / "cv.tex")).sections][2] is (
        SectionKind.SKILLS
    )
