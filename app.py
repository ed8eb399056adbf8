"""The web page: navigation and page settings, nothing else (see matcher/web/)."""

import streamlit as st

from matcher.web import my_fit, screen, shared

st.set_page_config(page_title="Role Matcher", layout="wide")
st.navigation(
    [
        st.Page(shared.guarded(my_fit.page), title="My fit", url_path="my-fit", default=True),
        st.Page(shared.guarded(screen.page), title="Screen candidates", url_path="screen"),
    ],
    position="top",
).run()
