"""*Screen candidates*: one posting, many resumes, a ranking that explains itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import streamlit as st

from matcher.corpus import Corpus
from matcher.corpus.weights import Weights
from matcher.matching import Matcher
from matcher.records import Document, JobPosting, Requirement, Resume
from matcher.reports.html import html_ranking
from matcher.reports.rows import csv_text, rank_rows
from matcher.results import Candidate, Ranking
from matcher.scoring.fits import Scored
from matcher.web import asked, explanation, shared, weighing
from matcher.web.html_table import Cell, show_table
from matcher.web.shared import Upload
from matcher.wording import (
    PART_NAMES,
    asked_in_words,
    bands_in_words,
    holding_in_words,
    marks_in_words,
    name_in_words,
    years_in_words,
)

_FEW = 3  # files that were not ranked: as many are told without a click
_MOST, _FIRST = 4, 2  # candidates side by side: at most, and to begin with


def page() -> None:
    """The page."""
    shared.begin(
        "Screen candidates",
        "A posting and the resumes for it. Names, contact lines, age and gender are never scored; "
        "the ranking is a reading aid, not a decision.",
    )
    left, right = st.columns(2, gap="large")
    with left:
        posting = shared.one_document("Posting", "posting", postings=True)
    with right:
        resumes = _resumes()
    blind = st.toggle("Hide file names in the ranking", key="blind")
    read = asked.read(posting) if posting else None
    if read:
        asked.show(read)
    if not read or not resumes:
        if read or not posting:  # else it is said what is wrong with the posting
            st.write("Give a posting and at least one resume; the ranking appears here.")
        shared.matcher()
        return
    usual = shared.matcher()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        heading, more = st.container(), st.container(horizontal=True, width="content")
    with more:
        matcher = usual.with_weights(weighing.choose(usual.corpus.weights))
    ranking = _rank(read, resumes, matcher)
    ranking = ranking.blind() if blind else ranking
    if ranking.candidates:
        heading.header("Ranking")
        with more, st.popover("Download"):
            _offer_downloads(ranking, usual.corpus)
    _show_ranking(ranking)


def _resumes() -> list[Upload]:
    files = st.file_uploader(
        "Resumes as files",
        type=shared.UPLOAD_TYPES,
        accept_multiple_files=True,
        key="resumes-upload",
        on_change=shared.was_given,
        args=("resumes",),
    )
    given = [(file.name, file.getvalue()) for file in files or []]
    found = shared.kept("resumes", given) or []
    if st.checkbox("Add the invented samples", key="resumes-samples", persist_state="session"):
        samples = shared.sample_files(postings=False)
        found = [*found, *((path.name, path.read_bytes()) for path in samples)]
    return found


def _rank(posting: JobPosting, resumes: list[Upload], matcher: Matcher) -> Ranking:
    """The ranking, kept for this visitor while input and weights stay the same."""
    return shared.remembered(
        "screen-result",
        (matcher.engine, posting, *map(shared.digest, resumes)),
        lambda: matcher.rank_resumes(posting, _read(resumes)),
        "Reading and ranking …",
    )


def _read(resumes: list[Upload]) -> list[Resume]:
    """The resumes; those that were read before are not read again."""
    before: dict[str, Resume] = st.session_state.get("screen-read", {})
    uploads = {shared.digest(upload): upload for upload in resumes}
    read = {key: before[key] for key in uploads if key in before}
    new = {key: upload for key, upload in uploads.items() if key not in before}
    bar = st.progress(0.0)
    with ThreadPoolExecutor(shared.READERS) as pool:  # they wait for the reading processes
        found = pool.map(shared.matcher().read, new.values())
        for number, (key, resume) in enumerate(zip(new, found, strict=True), start=1):
            read[key] = resume
            bar.progress(number / len(new))
    bar.empty()
    st.session_state["screen-read"] = read
    return [read[shared.digest(upload)] for upload in resumes]


def _offer_downloads(ranking: Ranking, corpus: Corpus) -> None:
    shared.offer(
        "Download the report (HTML)", lambda: html_ranking(ranking, corpus), "ranking.html"
    )
    shared.offer("Download the ranking (CSV)", lambda: csv_text(rank_rows(ranking)), "ranking.csv")


def _show_ranking(ranking: Ranking) -> None:
    _show_failures(ranking.failures)
    if not ranking.candidates:
        return
    if twice := ranking.same_people:
        st.warning("  \n".join(f"{each}." for each in twice))
    corpus = shared.matcher().corpus
    names = {
        f"{candidate.rank}. {name_in_words(candidate.resume.document)}": candidate
        for candidate in ranking.candidates
    }
    one, several, everybody = st.tabs(
        ["One by one", "Side by side", "All in a table"], key="screen-tabs", on_change="rerun"
    )
    if everybody.open:
        with everybody:
            st.dataframe(overview(names, corpus), hide_index=True)
            st.caption("A click on the head of a column sorts the table.")
    elif several.open:
        with several:
            _show_several(names)
    else:
        with one:
            _show_one_by_one(names, ranking.engine.weights or corpus.weights)


def _show_failures(failures: Sequence[Document]) -> None:
    """Files and reasons."""
    if not failures:
        return
    label = f"Not ranked: {len(failures)} file{'' if len(failures) == 1 else 's'}"
    with st.expander(label, expanded=len(failures) <= _FEW, icon=":material/error:"):
        st.markdown("\n".join(f"- {shared.plain(each.message)}" for each in failures))


def _show_one_by_one(names: Mapping[str, Candidate], weights: Weights) -> None:
    """All candidates on the left, the chosen one on the right."""
    told = {
        name: "; ".join(
            filter(
                None,
                (
                    f"{each.fit.points:.1f}, {explanation.band(each.fit)}",
                    years_in_words(each.resume),
                    marks_in_words(each.resume),
                ),
            )
        )
        for name, each in names.items()
    }
    left, right = st.columns([2, 5], gap="large")
    with left:
        ids = {name: each.resume.document.id for name, each in names.items()}
        chosen = shared.choose_one("Candidates, and the fit out of 100", told, "candidate", ids)
        st.caption(shared.plain(f"{bands_in_words(weights, posting=True).capitalize()}."))
    with right:
        _show_candidate(chosen, names[chosen])


def _show_candidate(name: str, candidate: Candidate) -> None:
    corpus = shared.matcher().corpus
    scored, resume = candidate.scored, candidate.resume
    st.header(f"{shared.plain(name)}: {scored.fit.points:.1f} ({explanation.band(scored.fit)})")
    shared.show_notices(resume)
    explanation.show_fit(scored)
    explanation.show_missing(scored, corpus)
    explanation.show_found(scored, resume, corpus)


def _show_several(names: Mapping[str, Candidate]) -> None:
    shared.keep_choice(
        "side-by-side", {name: each.resume.document.id for name, each in names.items()}
    )
    chosen = st.multiselect(
        "Candidates side by side",
        list(names),
        default=list(names)[:_FIRST],
        placeholder="Choose candidates",
        max_selections=_MOST,
        key="side-by-side",
    )
    if chosen:
        candidates = {name: names[name].scored for name in chosen}
        show_table("Candidates side by side", side_by_side(candidates, shared.matcher().corpus))


def overview(names: Mapping[str, Candidate], corpus: Corpus) -> pd.DataFrame:
    """A row for each candidate: fit, band, years, what was found, what is missing, what is
    doubtful."""
    rows = [
        {
            "candidate": name,
            "fit": each.fit.points,
            "band": explanation.band(each.fit),
            "years": each.resume.years_experience,
            "skills found": len(each.scored.matched),
            "shown in work": sum(one.holding.use.demonstrated for one in each.scored.matched),
            "missing, required": _missing(each.scored, corpus, required=True),
            "missing, preferred": _missing(each.scored, corpus, required=False),
            "notes": marks_in_words(each.resume),
        }
        for name, each in names.items()
    ]
    return pd.DataFrame(rows)


def _missing(scored: Scored, corpus: Corpus, *, required: bool) -> str:
    gaps = [gap for gap in scored.missing if gap.requirement.required is required]
    return ", ".join(asked_in_words(gap, corpus) for gap in gaps)


def side_by_side(candidates: Mapping[str, Scored], corpus: Corpus) -> list[dict[str, Cell]]:
    """Rows for the fit, its parts and each skill that is asked for; a column for each candidate."""
    fits = {name: scored.fit for name, scored in candidates.items()}
    parts = [(part.name, part.max_points) for part in next(iter(fits.values())).parts]
    found = {
        name: {item.requirement: holding_in_words(item.holding, corpus) for item in scored.matched}
        for name, scored in candidates.items()
    }
    rows: list[dict[str, Cell]] = [
        {
            "asked for": "Fit, of 100",
            **{name: f"{fit.points:.1f}, {explanation.band(fit)}" for name, fit in fits.items()},
        }
    ]
    for part, most in parts:
        points = {name: f"{fit.part(part).points:.1f}" for name, fit in fits.items()}
        rows.append({"asked for": f"{PART_NAMES[part]}, of {most:g}", **points})
    for each in _asked(candidates.values()):
        labels = " or ".join(map(corpus.label, each.any_of))
        held = {name: found[name].get(each, "not found") for name in candidates}
        rows.append({"asked for": labels + ("" if each.required else " (preferred)"), **held})
    return rows


def _asked(candidates: Iterable[Scored]) -> list[Requirement]:
    """What the posting asks for, the most important first."""
    found: set[Requirement] = set()
    for scored in candidates:
        found.update(item.requirement for item in scored.matched)
        found.update(item.requirement for item in scored.missing)
    return sorted(found, key=lambda each: (not each.required, -each.weight, each.any_of))
