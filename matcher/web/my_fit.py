"""*My fit*: one resume, the roles it fits, why, and what is missing."""

from __future__ import annotations

import hashlib
import json

import streamlit as st

from matcher import contract as c
from matcher.records import Resume
from matcher.reports import match_report, parse_report, skills_report
from matcher.reports_html import html_report
from matcher.results import Match, MatchResult
from matcher.resumes import titles
from matcher.web import plan, reading, shared
from matcher.wording import missing_in_words, prospect_in_words

_TOP = 10


def page() -> None:
    """The page."""
    st.title("My fit")
    st.write(
        "Upload a resume: it is read and compared on this machine, and nothing is kept or sent."
    )
    source = _source()
    if source is None:
        return
    result = _match(*source)
    if not result.document.status.readable:
        st.error(shared.plain(result.document.message))
        return
    fit, read = st.tabs(["Fit", "What was read"])
    with fit:
        _show_resume(result.resume)
        _show_roles(result)
    with read:
        reading.show(*_read(result.resume, source))


def _source() -> tuple[str, bytes] | None:
    """Name and bytes of what was uploaded, pasted or chosen."""
    upload, paste, sample = st.tabs(["Upload", "Paste", "Try a sample"])
    with upload:
        file = st.file_uploader("Resume", type=shared.UPLOAD_TYPES, key="resume-upload")
    with paste:
        text = st.text_area("Text of a resume or profile", height=200, key="resume-paste")
    with sample:
        samples = {path.name: path for path in shared.sample_files(postings=False)}
        chosen = st.selectbox("Invented resume", [None, *samples], key="resume-sample")
    if file is not None:
        return file.name, file.getvalue()
    if text.strip():
        return "pasted text", text.encode()
    if chosen:
        return chosen, samples[chosen].read_bytes()
    return None


def _match(name: str, data: bytes) -> MatchResult:
    """The result, kept for this visitor while the input stays the same."""
    key = f"{name}:{hashlib.sha256(data).hexdigest()}"
    if st.session_state.get("my-fit-key") != key:
        with st.spinner("Reading and matching …"):
            matcher = shared.matcher()
            result = matcher.match_resume(matcher.read((name, data)), top=_TOP)
        st.session_state["my-fit-key"] = key
        st.session_state["my-fit-result"] = result
    found: MatchResult = st.session_state["my-fit-result"]
    return found


def _read(resume: Resume, source: tuple[str, bytes]) -> tuple[c.ParseReport, c.SkillsReport]:
    """What was read from the source, kept for this visitor while the resume stays the same."""
    key = resume.document.id
    if st.session_state.get("my-fit-read-key") != key:
        matcher = shared.matcher()
        st.session_state["my-fit-read"] = (
            parse_report(matcher.inspect_resume(resume, source)),
            skills_report(resume, matcher.profile(resume), matcher.corpus),
        )
        st.session_state["my-fit-read-key"] = key
    found: tuple[c.ParseReport, c.SkillsReport] = st.session_state["my-fit-read"]
    return found


def _show_resume(resume: Resume) -> None:
    shared.show_notices(resume)
    held = titles(resume)
    years, newest, language = st.columns(3)
    known = resume.years_experience
    years.metric("Years of experience", "no dates found" if known is None else f"{known:g}")
    newest.metric("Newest title", held[0] if held else "none found")
    language.metric("Language", resume.document.language or "unknown")


def _show_roles(result: MatchResult) -> None:
    corpus = shared.matcher().corpus
    if all(match.fit.band == "out_of_scope" for match in result):
        st.warning(
            "Out of scope: none of the roles of this corpus fits this resume. "
            "The nearest are listed all the same."
        )
    if not result.matches:
        return
    known = [match.percentile for match in result if match.percentile]
    st.subheader("Nearest roles")
    st.dataframe(
        [
            {
                "role": match.role.title,
                "fit": match.fit.points,
                "band": shared.band(match.fit),
                **({"higher than": match.percentile and match.percentile.percent} if known else {}),
                "missing skills": missing_in_words(match.scored, corpus),
            }
            for match in result
        ],
        hide_index=True,
        width="stretch",
        column_config={
            "fit": st.column_config.ProgressColumn(format="%.1f", min_value=0, max_value=100),
            "higher than": st.column_config.NumberColumn(format="%d%%"),
        },
    )
    if known:
        st.caption(f"Higher than: so many of {known[0].n} reference resumes have a lower fit.")
    by_title = {match.role.title: match for match in result}
    chosen = st.selectbox("Look into a role", list(by_title), key="role")
    _show_match(by_title[chosen], result)
    report, data = st.columns(2)
    report.download_button(
        "Download the report (HTML)",
        html_report(result, corpus),
        file_name="role-fit.html",
        mime="text/html",
    )
    data.download_button(
        "Download the data (JSON)",
        json.dumps([match_report(result, corpus)], ensure_ascii=False, indent=2),
        file_name="role-fit.json",
        mime="application/json",
    )


def _show_match(match: Match, result: MatchResult) -> None:
    corpus = shared.matcher().corpus
    st.subheader(f"{match.role.title}: {match.fit.points:.1f} ({shared.band(match.fit)})")
    st.write(match.role.summary)
    shared.show_in_words(match.scored, match.percentile)
    shared.show_parts(match.fit)
    st.markdown("**Missing skills**: not found in the resume, and what showing each would add")
    shared.show_missing(match.missing, corpus, match.role.id)
    _show_what_if(match, result.resume)
    if st.toggle(
        "Plan what to learn, and see the roles next to this one", key=f"plan-{match.role.id}"
    ):
        plan.show(match.role, result.resume)
    st.markdown("**Skills found**, with the line that shows them")
    shared.show_matched(match.matched, result.resume, corpus)
    shared.show_literals(match.scored.literals, result.resume)
    st.markdown("**Experience, titles and years**, with the lines they rest on")
    shared.show_evidence(match.fit, result.resume)


def _show_what_if(match: Match, resume: Resume) -> None:
    names = {gap.skill.label: gap.skill.id for gap in match.missing}
    chosen = st.multiselect("What if I showed …", list(names), key=f"what-if-{match.role.id}")
    if not chosen:
        return
    result = shared.matcher().match_resume(
        resume, roles=[match.role.id], assume=[names[name] for name in chosen], gains=False
    )
    if prospect := result[0].scored.what_if:
        st.info(shared.plain(f"Now {match.fit.points:.1f}; {prospect_in_words(prospect)}."))
