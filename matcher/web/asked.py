"""A posting on the page: read, and what it asks for."""

from __future__ import annotations

import streamlit as st

from matcher.errors import UnreadableDocument
from matcher.facts import asked_of_posting
from matcher.records import JobPosting
from matcher.reports import job
from matcher.web import shared
from matcher.web.html_table import show_facts
from matcher.wording import besides_in_words, thin_in_words


def read(source: shared.Upload) -> JobPosting | None:
    """The posting, kept for this visitor while the input stays the same; None where there is none,
    which is said."""
    try:
        return shared.remembered(
            "posting",
            shared.digest(source),
            lambda: shared.matcher().read_posting(source),
            "Reading the posting …",
        )
    except UnreadableDocument as error:
        st.error(shared.plain(str(error)))
        return None


def show(posting: JobPosting) -> None:
    """What a posting asks for, what has to be checked by hand, and how much of it was read."""
    st.header(shared.plain(posting.title or posting.document.name))
    if posting.knockouts:
        st.info("  \n".join(f"To be checked by hand: {shared.plain(k)}" for k in posting.knockouts))
    if besides := besides_in_words(posting.details):
        st.write(f"{shared.plain(besides)}.")
    if thin := thin_in_words(posting):
        st.warning(f"{shared.plain(thin)}.")
    with st.expander("What was read from the posting"):
        told = asked_of_posting(job(posting, shared.matcher().corpus))
        show_facts("What was read from the posting", told)
