"""*My fit*: one resume, the roles it fits, why, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from matcher import contract as c
from matcher.corpus.weights import Weights
from matcher.documents.language import NAMES
from matcher.matching import Matcher
from matcher.profiles import Profile
from matcher.records import Resume
from matcher.reports import match_report, parse_report, skills_report
from matcher.reports.html import html_ranking, html_report
from matcher.results import Match, MatchResult
from matcher.resumes import titles
from matcher.scoring.fits import Scored
from matcher.web import asked, explanation, plan, reading, shared, weighing
from matcher.wording import bands_in_words, what_if_in_words, years_in_words

_TOP = 10


def page() -> None:
    """The page."""
    shared.begin(
        "My fit",
        "Give a resume to see which roles it fits, or how far it meets a posting: which lines earn "
        "the points, and which skills are missing. It is read on this machine; nothing is kept or "
        "sent.",
    )
    source = shared.one_document("Resume", "resume", postings=False)
    if source is None:
        shared.matcher()
        return
    resume = _resume(source)
    if not resume.document.status.readable:
        st.error(shared.plain(resume.document.message))
        return
    _show_resume(resume)
    fit, job, read = st.tabs(
        ["Roles", "A posting", "What was read"], key="my-fit-tabs", on_change="rerun"
    )
    if read.open:
        with read:
            reading.show(*_read(resume, source))
    elif job.open:
        with job:
            _show_posting(resume)
    else:
        with fit:
            _show_fit(resume)


def _resume(source: shared.Upload) -> Resume:
    """The resume, kept for this visitor while the input stays the same."""
    return shared.remembered(
        "my-fit-resume",
        shared.digest(source),
        lambda: shared.matcher().read(source),
        "Reading …",
    )


def _profile(resume: Resume) -> Profile:
    """What the resume shows, whatever the weights; kept like the resume."""
    matcher = shared.matcher()
    return shared.remembered(
        "my-fit-profile", (resume, matcher.today), lambda: matcher.profile(resume)
    )


def _match(resume: Resume, matcher: Matcher) -> MatchResult:
    """The result, kept while resume and weights stay the same."""
    return shared.remembered(
        "my-fit-result",
        (resume, matcher.engine),
        lambda: matcher.match_profile(_profile(resume), top=_TOP),
        "Matching …",
    )


def _read(resume: Resume, source: tuple[str, bytes]) -> tuple[c.ParseReport, c.SkillsReport]:
    """What was read from the source, kept like the resume."""
    matcher = shared.matcher()
    return shared.remembered(
        "my-fit-read",
        (resume, matcher.engine),
        lambda: (
            parse_report(matcher.inspect_resume(resume, source), matcher.engine),
            skills_report(resume, _profile(resume), matcher.engine, matcher.corpus),
        ),
        "Reading …",
    )


def _show_resume(resume: Resume) -> None:
    """What the page takes the resume for, in a line."""
    held = titles(resume)
    no_dates = resume.years_experience is None
    said = [
        held[0] if held else "no job title found",
        "no dates found" if no_dates else f"{years_in_words(resume)} of experience",
        f"in {NAMES.get(resume.document.language or '', 'a language that was not recognised')}",
    ]
    st.text(f"{resume.document.name}: {', '.join(said)}")
    shared.show_notices(resume)


def _show_posting(resume: Resume) -> None:
    """The resume against one posting: what it asks for, what is missing, what if."""
    source = shared.one_document("Posting", "my-posting", postings=True)
    if source is None:
        st.write("Give a posting to see how far this resume meets it.")
        return
    posting = asked.read(source)
    if posting is None:
        return
    asked.show(posting)
    matcher = shared.matcher()
    profile, target = _profile(resume), matcher.posting_target(posting)
    scored = shared.remembered(
        "my-fit-posting",
        (resume, posting, matcher.engine),
        lambda: matcher.score_profile(profile, target),
        "Matching …",
    )
    st.header(f"Fit: {scored.fit.points:.1f} ({explanation.band(scored.fit)})")
    bands = bands_in_words(matcher.weights, posting=True)
    st.caption(shared.plain(f"{bands.capitalize()}."))
    explanation.show_fit(scored)
    explanation.show_missing(scored, matcher.corpus)
    if scored.fit.in_scope:
        _show_what_if(
            scored,
            posting.document.id,
            lambda skills: matcher.score_profile(profile, target, gains=False, assume=skills),
        )
    explanation.show_found(scored, resume, matcher.corpus)
    shared.offer(
        "Download the report (HTML)",
        lambda: html_ranking(matcher.rank_resumes(posting, [resume]), matcher.corpus),
        "posting-fit.html",
    )


def _show_fit(resume: Resume) -> None:
    """The roles on the left, the chosen one on the right."""
    usual = shared.matcher()
    left, right = st.columns([2, 5], gap="large")
    with left:
        roles, other, more = st.container(), st.container(), st.container(horizontal=True)
        with more:
            matcher = usual.with_weights(weighing.choose(usual.corpus.weights))
        result = _match(resume, matcher)
        if not result.matches:
            return
        with other:
            result = _with_other(result, matcher)
        with roles:
            chosen = _choose_role(result, matcher.weights)
        with more, st.popover("Download"):
            _show_downloads(result, matcher)
    with right:
        _show_match(chosen, result.resume, matcher)


def _with_other(result: MatchResult, matcher: Matcher) -> MatchResult:
    """The nearest roles and another one, where the visitor asks for it."""
    nearest = {match.role.title for match in result}
    others = {role.title: role.id for role in matcher.corpus.roles.values()}
    title = st.selectbox(
        "Look at another role",
        sorted(others),
        index=None,
        placeholder=f"Any of {len(others)}",
        key="other-role",
        on_change=_open_other,
    )
    if title is None or title in nearest:
        return result
    extra = shared.remembered(
        "my-fit-other",
        (result, title),
        lambda: matcher.match_profile(_profile(result.resume), roles=[others[title]]),
    )
    return replace(result, matches=(*result.matches, *extra.matches))


def _open_other() -> None:
    """Opens the role that was chosen from all."""
    if title := st.session_state["other-role"]:
        st.session_state["role"] = shared.plain(title)


def _choose_role(result: MatchResult, weights: Weights) -> Match:
    if all(not match.fit.in_scope for match in result):
        st.warning(
            "Out of scope: none of the known roles fits this resume. If that surprises you, see "
            "*What was read*."
        )
    by_title = {match.role.title: match for match in result}
    told = {
        title: f"{match.fit.points:.1f}, {explanation.band(match.fit)}"
        for title, match in by_title.items()
    }
    chosen = shared.choose_one("Nearest roles, and the fit out of 100", told, "role")
    st.caption(shared.plain(f"{bands_in_words(weights).capitalize()}."))
    return by_title[chosen]


def _show_downloads(result: MatchResult, matcher: Matcher) -> None:
    def as_json() -> str:
        return json.dumps([match_report(result, matcher.corpus)], ensure_ascii=False, indent=2)

    shared.offer(
        "Download the report (HTML)", lambda: html_report(result, matcher.corpus), "role-fit.html"
    )
    shared.offer("Download the data (JSON)", as_json, "role-fit.json")


def _show_match(match: Match, resume: Resume, matcher: Matcher) -> None:
    st.header(f"{match.role.title}: {match.fit.points:.1f} ({explanation.band(match.fit)})")
    st.caption(match.role.summary)
    why, learn, near = st.tabs(
        ["Why this fit", "What to learn", "Neighbouring roles"],
        key="role-tabs",
        on_change="rerun",
    )
    if learn.open:
        with learn:
            plan.show_path(matcher.path(resume, match.role))
    elif near.open:
        with near:
            plan.show_moves(matcher.careers(resume, match.role))
    else:
        with why:
            _show_why(match, resume, matcher)


def _show_why(match: Match, resume: Resume, matcher: Matcher) -> None:
    scored, corpus = match.scored, matcher.corpus
    explanation.show_fit(scored, match.percentile)
    explanation.show_missing(scored, corpus, match.role.id)
    if match.fit.in_scope:

        def assumed(skills: Sequence[str]) -> Scored:
            found = matcher.match_profile(
                _profile(resume), roles=[match.role.id], assume=skills, gains=False
            )
            return found[0].scored

        _show_what_if(scored, match.role.id, assumed)
    explanation.show_found(scored, resume, corpus)


def _show_what_if(scored: Scored, key: str, assumed: Callable[[Sequence[str]], Scored]) -> None:
    """What the fit would be with more skills; ``assumed`` gives it for the ids of some."""
    skills = shared.matcher().corpus.skills
    ids = {each: None for gap in scored.missing for each in gap.requirement.any_of}
    names = {skills[each].label: each for each in ids}
    if not names:
        return
    answer = st.empty()  # over the list, which would cover it while it is open
    chosen = st.multiselect(
        "What if the resume showed these, too?",
        list(names),
        placeholder="Choose skills",
        key=f"what-if-{key}",
    )
    if chosen and (prospect := assumed([names[name] for name in chosen]).what_if):
        told = what_if_in_words(prospect, scored.fit)
        answer.info(shared.plain(f"{told[0].upper()}{told[1:]}."))
