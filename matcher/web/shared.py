"""What both pages use: the matcher, the samples, inputs, and what is kept for a visitor.

Text of a resume is somebody else's: it is shown in tables and plain text, never as Markdown or
HTML, where a link or an image in it would come alive.
"""

from __future__ import annotations

import datetime
import hashlib
import mimetypes
import os
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import wraps
from pathlib import Path
from typing import TypeVar

import streamlit as st

from matcher.corpus import shared_folder
from matcher.errors import MatcherError
from matcher.matching import Matcher
from matcher.records import Resume
from matcher.reports import warnings_of
from matcher.web.html_table import STYLE

_T = TypeVar("_T")
Upload = tuple[str, bytes]
READERS = min(4, os.cpu_count() or 1)  # processes that read documents
_LONG_LIST, _LIST_HEIGHT = 12, 700  # a list with more entries scrolls; its height in pixels
UPLOAD_TYPES = ["pdf", "docx", "txt", "md", "tex", "html", "htm", "json"]
SAMPLES = shared_folder() / "corpus" / "samples"


def matcher() -> Matcher:
    """One matcher for all visitors, which counts to the present day, or to ``MATCHER_TODAY``."""
    return _of_day(_today(os.environ.get("MATCHER_TODAY")))


def _today(fixed: str | None) -> datetime.date:
    if not fixed:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(fixed)
    except ValueError as error:
        cause = f"MATCHER_TODAY is {fixed}; give a day as 2026-11-20"
        raise MatcherError(cause) from error


def guarded(page: Callable[[], None]) -> Callable[[], None]:
    """A page that says what is wrong with a setting, and the next step, where it cannot begin."""

    @wraps(page)
    def shown() -> None:
        try:
            page()
        except MatcherError as error:
            st.error(plain(str(error)))

    return shown


@st.cache_resource(max_entries=1, show_spinner=False)
def _of_day(today: datetime.date) -> Matcher:
    return _loaded().with_today(today)


@st.cache_resource(show_spinner="Loading the role profiles …")
def _loaded() -> Matcher:
    """The matcher that all days share; its reading processes are its own."""
    found = Matcher(
        corpus=os.environ.get("MATCHER_CORPUS") or None,
        model=os.environ.get("MATCHER_MODEL") or None,
        n_readers=READERS,
    )
    found.match(next(iter(sample_files(postings=False))), top=1)  # so that a visitor need not wait
    return found


def sample_files(*, postings: bool) -> list[Path]:
    """The invented samples that come with the package."""
    return sorted(
        path
        for path in SAMPLES.iterdir()
        if path.is_file() and path.suffix != ".md" and path.name.startswith("posting-") is postings
    )


def show_notices(resume: Resume) -> None:
    """What a person should know about how the document was read, in one box."""
    if notices := warnings_of(resume):
        st.info("  \n".join(f"Note: {plain(notice['message'])}" for notice in notices))


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    special = set("\\`*_{}[]<>()#+-.!|~:$^")
    return "".join(f"\\{char}" if char in special else char for char in text)


def begin(title: str, about: str) -> None:
    """The head of a page."""
    st.html(STYLE)
    st.title(title)
    st.write(about)


def one_document(label: str, key: str, *, postings: bool) -> Upload | None:
    """Name and bytes of what was uploaded, pasted or chosen; of several the one given last."""
    upload, paste, sample = st.tabs(["Upload", "Paste", "Try a sample"], key=f"{key}-tabs")
    with upload:
        file = st.file_uploader(
            f"{label} as a file",
            type=UPLOAD_TYPES,
            key=f"{key}-upload",
            on_change=was_given,
            args=(key, "upload"),
        )
    with paste:
        text = st.text_area(
            f"{label} as text",
            height=200,
            key=f"{key}-paste",
            on_change=was_given,
            args=(key, "paste"),
        )
        st.button("Read this text", key=f"{key}-read", on_click=was_given, args=(key, "paste"))
    with sample:
        samples = {path.name: path for path in sample_files(postings=postings)}
        chosen = st.selectbox(
            f"{label}, invented",
            list(samples),
            index=None,
            placeholder="Choose one",
            key=f"{key}-sample",
            on_change=was_given,
            args=(key, "sample"),
        )
    given: dict[str, Upload] = {}
    if file is not None:
        given["upload"] = file.name, file.getvalue()
    if text.strip():
        given["paste"] = "pasted text", text.encode()
    if chosen:
        given["sample"] = chosen, samples[chosen].read_bytes()
    last: str = st.session_state.get(f"{key}-given", "")
    if last == "paste" and not text.strip() and st.session_state.get(f"{key}-read"):
        st.warning("There is no text yet: paste it into the field, then read it.")
    return kept(key, given.get(last) or next(iter(given.values()), None))


def kept(key: str, found: _T | None) -> _T | None:
    """What is given; else what was given before a visit to the other page, which empties the
    inputs of this one."""
    if found:
        st.session_state[f"{key}-kept"] = found
    before: _T | None = st.session_state.get(f"{key}-kept")
    return before


def digest(upload: Upload) -> str:
    """The same only for an upload of the same name and bytes on the same day: a resume that says
    "present" is read anew the day after."""
    name, data = upload
    return f"{matcher().today}:{name}:{hashlib.sha256(data).hexdigest()}"


def remembered(name: str, key: object, made: Callable[[], _T], doing: str = "") -> _T:
    """What was made for this visitor, kept while ``key`` stays equal; ``doing`` is said while it is
    made."""
    before: tuple[object, _T] | None = st.session_state.get(name)
    if before is None or before[0] != key:
        with st.spinner(doing) if doing else nullcontext():
            before = st.session_state[name] = key, made()
    return before[1]


def was_given(key: str, source: str = "") -> None:
    """Notes that something was given to an input, or taken away."""
    st.session_state[f"{key}-given"] = source
    st.session_state.pop(f"{key}-kept", None)


def keep_choice(key: str, ids: Mapping[str, str]) -> None:
    """What was chosen stays chosen where its name changes, as with a rank in it: ``ids`` tells for
    each name of now what stands behind it."""
    before: dict[str, str] = st.session_state.get(f"{key}-ids", {})
    names = {each: name for name, each in ids.items()}
    chosen: str | list[str] | None = st.session_state.get(key)
    if isinstance(chosen, list):
        now = [name if name in ids else names.get(before.get(name, ""), "") for name in chosen]
        st.session_state[key] = [name for name in now if name]
    elif chosen and chosen not in ids and before.get(chosen) in names:
        st.session_state[key] = names[before[chosen]]
    st.session_state[f"{key}-ids"] = dict(ids)


def choose_one(
    label: str, options: Mapping[str, str], key: str, ids: Mapping[str, str] | None = None
) -> str:
    """One of several, all in sight; ``options`` are names, each with what is said under it. The
    choice stays while its name is there, whatever is said; with ``ids`` of the names also where
    they change."""
    names = {plain(name): name for name in options}
    if ids is not None:
        keep_choice(key, {shown: ids[name] for shown, name in names.items()})
    with st.container(height=_LIST_HEIGHT if len(names) > _LONG_LIST else "content"):
        return names[
            st.radio(
                label, list(names), captions=[plain(told) for told in options.values()], key=key
            )
        ]


def offer(label: str, made: Callable[[], str], file_name: str) -> None:
    """A button that downloads a text, which is made when somebody wants it."""
    st.download_button(
        label,
        made,
        file_name=file_name,
        mime=mimetypes.guess_type(file_name)[0],
        on_click="ignore",
        width="stretch",
    )
