"""*Screen candidates*: one posting, many resumes, a ranking that explains itself."""

from __future__ import annotations

import hashlib

import streamlit as st

from matcher.errors import UnreadableDocument
from matcher.reports import job
from matcher.results import Candidate, Ranking
from matcher.rows import csv_text, rank_rows
from matcher.web import shared
from matcher.wording import job_in_words, missing_in_words, same_in_words

Upload = tuple[str, bytes]


def page() -> None:
    """The page."""
    st.title("Screen candidates")
    st.write(
        "A posting and the resumes for it. Names, contact lines, age and gender are never scored; "
        "the ranking is a reading aid, not a decision."
    )
    posting, resumes = _posting(), _resumes()
    blind = st.toggle("Hide file names", key="blind")
    if posting is None or not resumes:
        st.caption("Give a posting and at least one resume.")
        return
    try:
        ranking = _rank(posting, resumes)
    except UnreadableDocument as error:
        st.error(shared.plain(str(error)))
        return
    _show_posting(ranking)
    _show_ranking(ranking, blind)


def _posting() -> Upload | None:
    st.subheader("Posting")
    upload, paste, sample = st.tabs(["Upload", "Paste", "Try a sample"])
    with upload:
        file = st.file_uploader("Posting", type=shared.UPLOAD_TYPES, key="posting-upload")
    with paste:
        text = st.text_area("Text of the posting", height=200, key="posting-paste")
    with sample:
        samples = {path.name: path for path in shared.sample_files(postings=True)}
        chosen = st.selectbox("Invented posting", [None, *samples], key="posting-sample")
    if file is not None:
        return file.name, file.getvalue()
    if text.strip():
        return "pasted posting", text.encode()
    if chosen:
        return chosen, samples[chosen].read_bytes()
    return None


def _resumes() -> list[Upload]:
    st.subheader("Resumes")
    files = st.file_uploader(
        "Resumes", type=shared.UPLOAD_TYPES, accept_multiple_files=True, key="resumes-upload"
    )
    found = [(file.name, file.getvalue()) for file in files or []]
    if st.checkbox("Add the invented samples", key="resumes-samples"):
        found += [(path.name, path.read_bytes()) for path in shared.sample_files(postings=False)]
    return found


def _rank(posting: Upload, resumes: list[Upload]) -> Ranking:
    """The ranking, kept for this visitor while the input stays the same."""
    digest = hashlib.sha256()
    for name, data in (posting, *resumes):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    if st.session_state.get("screen-key") != digest.hexdigest():
        matcher = shared.matcher()
        read = []
        with st.spinner("Reading and ranking …"):
            bar = st.progress(0.0)
            for number, resume in enumerate(resumes, start=1):
                read.append(matcher.read(resume))
                bar.progress(number / len(resumes))
            bar.empty()
            ranking = matcher.rank_resumes(matcher.read_posting(posting), read)
        st.session_state["screen-key"] = digest.hexdigest()
        st.session_state["screen-result"] = ranking
    found: Ranking = st.session_state["screen-result"]
    return found


def _show_posting(ranking: Ranking) -> None:
    corpus = shared.matcher().corpus
    posting = job(ranking.posting, corpus)
    with st.expander(f"What was read from the posting: {shared.plain(posting['title'])}"):
        st.json(posting)
    if details := job_in_words(ranking.posting.details, corpus):
        st.caption(f"Asked besides, not scored: {shared.plain(details)}")
    for knockout in ranking.posting.knockouts:
        st.info(f"To be checked by hand: {shared.plain(knockout)}")


def _show_ranking(ranking: Ranking, blind: bool) -> None:
    for document in ranking.failures:
        name = document.id[:12] if blind else document.name
        st.error(f"{shared.plain(name)} was not ranked: {shared.plain(document.message)}")
    if not ranking.candidates:
        return
    names = {
        f"{candidate.rank}. {_name(candidate, blind)}": candidate
        for candidate in ranking.candidates
    }
    corpus = shared.matcher().corpus
    named = [(each.rank, each.resume.document.id, each.same_as) for each in ranking.candidates]
    for twice in same_in_words(named):
        st.warning(f"{twice}.")
    st.subheader("Ranking")
    st.dataframe(
        [
            {
                "rank": candidate.rank,
                "candidate": _name(candidate, blind),
                "fit": candidate.fit.points,
                "band": shared.band(candidate.fit),
                "years": candidate.resume.years_experience,
                "missing skills": missing_in_words(candidate.scored, corpus),
            }
            for candidate in ranking.candidates
        ],
        hide_index=True,
        width="stretch",
        column_config={
            "fit": st.column_config.ProgressColumn(format="%.1f", min_value=0, max_value=100)
        },
    )
    st.download_button(
        "Download the ranking (CSV)",
        csv_text(rank_rows(ranking, blind=blind)),
        file_name="ranking.csv",
        mime="text/csv",
    )
    chosen = st.selectbox("Open a candidate", list(names), key="candidate")
    _show_candidate(names[chosen], blind)


def _show_candidate(candidate: Candidate, blind: bool) -> None:
    corpus = shared.matcher().corpus
    name = shared.plain(_name(candidate, blind))
    st.subheader(f"{name}: {candidate.fit.points:.1f} ({shared.band(candidate.fit)})")
    shared.show_notices(candidate.resume)
    shared.show_in_words(candidate.scored)
    shared.show_parts(candidate.fit)
    st.markdown("**Missing skills**: not found in the resume, and what showing each would add")
    shared.show_missing(candidate.scored.missing, corpus)
    st.markdown("**Skills found**, with the line that shows them")
    shared.show_matched(candidate.scored.matched, candidate.resume, corpus)
    shared.show_literals(candidate.scored.literals, candidate.resume)
    st.markdown("**Experience, titles and years**, with the lines they rest on")
    shared.show_evidence(candidate.fit, candidate.resume)


def _name(candidate: Candidate, blind: bool) -> str:
    document = candidate.resume.document
    return document.id[:12] if blind else document.name
