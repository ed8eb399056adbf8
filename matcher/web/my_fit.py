"""*My fit*: one resume, the roles it fits, why, and what is missing."""

from __future__ import annotations

import hashlib
import json

import streamlit as st

from matcher import contract as c
from matcher.documents.language import NAMES
from matcher.matching import Matcher
from matcher.profiles import Profile
from matcher.records import Resume
from matcher.reports import match_report, parse_report, skills_report
from matcher.reports_html import html_report
from matcher.results import Match, MatchResult
from matcher.resumes import titles
from matcher.web import plan, reading, shared, weighing
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
    resume = _resume(*source)
    if not resume.document.status.readable:
        st.error(shared.plain(resume.document.message))
        return
    fit, read = st.tabs(["Fit", "What was read"])
    with fit:
        _show_resume(resume)
        usual = shared.matcher()
        matcher = usual.with_weights(weighing.choose(usual.corpus.weights))
        _show_roles(_match(resume, matcher), matcher)
    with read:
        reading.show(*_read(resume, source))


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


def _resume(name: str, data: bytes) -> Resume:
    """The resume, kept for this visitor while the input stays the same."""
    key = f"{name}:{hashlib.sha256(data).hexdigest()}"
    if st.session_state.get("my-fit-key") != key:
        with st.spinner("Reading …"):
            st.session_state["my-fit-resume"] = shared.matcher().read((name, data))
        st.session_state["my-fit-key"] = key
    found: Resume = st.session_state["my-fit-resume"]
    return found


def _profile(resume: Resume) -> Profile:
    """What the resume shows, whatever the weights; kept like the resume."""
    kept: Profile | None = st.session_state.get("my-fit-profile")
    if kept is None or kept.resume is not resume:
        kept = st.session_state["my-fit-profile"] = shared.matcher().profile(resume)
    return kept


def _match(resume: Resume, matcher: Matcher) -> MatchResult:
    """The result, kept while resume and weights stay the same."""
    kept: MatchResult | None = st.session_state.get("my-fit-result")
    if kept is None or kept.resume is not resume or kept.engine != matcher.engine:
        with st.spinner("Matching …"):
            kept = matcher.match_profile(_profile(resume), top=_TOP)
        st.session_state["my-fit-result"] = kept
    return kept


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
    years, newest, language = st.columns([1, 2, 1])
    known = resume.years_experience
    years.metric("Years of experience", "no dates found" if known is None else f"{known:g}")
    newest.metric("Newest title", held[0] if held else "none found")
    language.metric("Language", NAMES.get(resume.document.language or "", "unknown"))


def _show_roles(result: MatchResult, matcher: Matcher) -> None:
    corpus = matcher.corpus
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
    _show_match(by_title[chosen], result, matcher)
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


def _show_match(match: Match, result: MatchResult, matcher: Matcher) -> None:
    corpus = matcher.corpus
    st.subheader(f"{match.role.title}: {match.fit.points:.1f} ({shared.band(match.fit)})")
    st.write(match.role.summary)
    shared.show_in_words(match.scored, match.percentile)
    shared.show_parts(match.fit)
    st.markdown("**Missing skills**: not found in the resume, and what showing each would add")
    shared.show_missing(match.missing, corpus, match.role.id)
    _show_what_if(match, result.resume, matcher)
    if st.toggle(
        "Plan what to learn, and see the roles next to this one", key=f"plan-{match.role.id}"
    ):
        plan.show(match.role, result.resume, matcher)
    st.markdown("**Skills found**, with the line that shows them")
    shared.show_matched(match.matched, result.resume, corpus)
    shared.show_literals(match.scored.literals, result.resume)
    st.markdown("**Experience, titles and years**, with the lines they rest on")
    shared.show_evidence(match.fit, result.resume)


def _show_what_if(match: Match, resume: Resume, matcher: Matcher) -> None:
    names = {gap.skill.label: gap.skill.id for gap in match.missing}
    chosen = st.multiselect("What if I showed …", list(names), key=f"what-if-{match.role.id}")
    if not chosen:
        return
    assume = [names[name] for name in chosen]
    profile = _profile(resume)
    result = matcher.match_profile(profile, roles=[match.role.id], assume=assume, gains=False)
    if prospect := result[0].scored.what_if:
        st.info(shared.plain(f"Now {match.fit.points:.1f}; {prospect_in_words(prospect)}."))
