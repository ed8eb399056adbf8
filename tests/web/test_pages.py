"""The pages, driven without a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from matcher.matching import Matcher
from matcher.percentiles import Percentiles, reference_fits
from matcher.web.shared import matcher
from matcher.weights import weights_from

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.filterwarnings("ignore")  # streamlit's own


def page(name: str) -> AppTest:
    script = f"from matcher.web import {name}\n{name}.page()"
    return AppTest.from_string(script, default_timeout=120).run()


def test_the_app_starts_on_my_fit() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception
    assert app.title[0].value == "My fit"


def test_a_sample_shows_roles_parts_and_gaps() -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("maya-lindqvist-ml-engineer.pdf").run()
    assert not app.exception
    roles = app.dataframe[0].value
    assert roles["role"].iloc[0] == "Machine Learning Engineer"
    assert roles["fit"].is_monotonic_decreasing
    assert (app.dataframe[1].value["would add"] >= 0).all()
    matched, evidence = (table.proto.body for table in app.get("html"))
    assert "PyTorch" in matched and "“" in matched and "Experience" in evidence


def test_another_role_can_be_opened() -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("tomas-okafor-data-engineer.pdf").run()
    second = app.selectbox(key="role").options[1]
    app.selectbox(key="role").select(second).run()
    assert not app.exception
    assert any(header.value.startswith(second) for header in app.subheader)


def test_a_pasted_resume_is_matched() -> None:
    app = page("my_fit")
    text = (ROOT / "corpus/samples/jonas-weber-backend.txt").read_text("utf-8")
    app.text_area(key="resume-paste").input(text).run()
    assert not app.exception
    assert "Backend" in app.dataframe[0].value["role"].iloc[0]


def test_too_little_text_is_an_error_with_a_next_step() -> None:
    app = page("my_fit")
    app.text_area(key="resume-paste").input("Data Scientist").run()
    assert not app.exception and not app.dataframe
    assert len(app.error) == 1


def test_out_of_scope_is_said() -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("ilse-vandermeer-falconer.txt").run()
    assert not app.exception
    assert "Out of scope" in app.warning[0].value


def test_what_if_a_missing_skill_were_shown() -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("jonas-weber-backend.txt").run()
    what_if = next(each for each in app.multiselect if each.key.startswith("what-if"))
    what_if.select(what_if.options[0]).run()
    assert not app.exception
    assert what_if.options[0] in app.info[-1].value


def test_the_page_tells_where_a_fit_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    known = matcher()
    half = reference_fits([0.0] * 50 + [100.0] * 50)
    table = Percentiles(known.encoder.name, {"backend-engineer": half})
    monkeypatch.setattr(known, "corpus", replace(known.corpus, percentiles=table))
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("jonas-weber-backend.txt").run()
    assert not app.exception
    roles = app.dataframe[0].value
    told = dict(zip(roles["role"], roles["higher than"], strict=True))
    assert told.pop("Backend Engineer") == 50
    assert all(pd.isna(each) for each in told.values())
    assert any("higher than 50% of 100 reference resumes" in text.value for text in app.markdown)


def fits(app: AppTest) -> dict[str, float]:
    roles = app.dataframe[0].value
    return dict(zip(roles["role"], roles["fit"], strict=True))


def test_weights_are_changed_named_and_reset(monkeypatch: pytest.MonkeyPatch) -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("jonas-weber-backend.txt").run()
    usual, weights = fits(app), matcher().corpus.weights
    for name, value in weights.parts.items():
        assert app.slider(key=f"weight-{name}").value == value
    assert not app.info
    for again in ("read", "profile"):  # nothing is read or embedded a second time
        monkeypatch.setattr(Matcher, again, None)
    app.slider(key="weight-titles").set_value(0.0)
    app.slider(key="weight-preferred").set_value(1.0).run()
    assert not app.exception
    named = f"titles 0 instead of {weights.parts['titles']:g}"
    assert fits(app) != usual and named in app.info[0].value
    changed = replace(weights, parts={**weights.parts, "titles": 0.0}, preferred=1.0)
    other = matcher().with_weights(changed)
    profile = app.session_state["my-fit-profile"]
    found = other.match_profile(profile, top=10, gains=False)
    assert fits(app) == {match.role.title: match.fit.points for match in found}
    app.button(key="weights-reset").click().run()
    assert not app.exception and not app.info
    assert fits(app) == usual


def test_changed_weights_stand_in_what_is_downloaded() -> None:
    from matcher.reports import match_report
    from matcher.reports_html import html_report

    usual = matcher()
    weights = replace(usual.weights, parts={**usual.weights.parts, "skills": 70.0})
    other = usual.with_weights(weights)
    source = ROOT / "corpus/samples/jonas-weber-backend.txt"
    told = f"skills 70 instead of {usual.weights.parts['skills']:g}"
    plain, changed = (each.match(source, top=2) for each in (usual, other))
    assert match_report(plain, usual.corpus)["weights"] is None
    assert "usual weights" not in html_report(plain, usual.corpus)
    report = match_report(changed, usual.corpus)
    assert weights_from(report["weights"], "report") == weights
    assert f"Not the usual weights: {told}." in html_report(changed, usual.corpus)
    assert all(match["percentile"] is None for match in report["matches"])


def test_weights_that_are_all_0_are_not_used() -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("jonas-weber-backend.txt").run()
    usual = fits(app)
    for name in ("skills", "experience", "titles", "years"):
        app.slider(key=f"weight-{name}").set_value(0.0)
    app.run()
    assert not app.exception
    assert "at least one part" in app.warning[0].value and fits(app) == usual


def test_text_of_a_resume_is_never_markdown() -> None:
    from matcher.web.shared import plain

    assert plain("![x](http://a.b) <b> $y$") == (
        r"\!\[x\]\(http\:\/\/a\.b\) \<b\> \$y\$".replace(r"\/", "/")
    )


def test_candidates_are_ranked_for_a_posting() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    assert not app.exception
    ranking = app.dataframe[0].value
    assert ranking["candidate"].iloc[0] == "maya-lindqvist-ml-engineer.pdf"
    assert ranking["rank"].tolist() == list(range(1, len(ranking) + 1))
    besides = [each.value for each in app.caption if each.value.startswith("Asked besides")]
    assert len(besides) == 1 and "senior; Utrecht; hybrid; master degree or" in besides[0]


def test_blind_screening_hides_file_names() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    app.toggle(key="blind").set_value(True).run()
    assert not app.exception
    assert not app.dataframe[0].value["candidate"].str.contains("maya").any()
    assert "maya" not in app.selectbox(key="candidate").options[0]


def test_a_report_stands_alone_and_escapes_what_it_quotes() -> None:
    from matcher.reports_html import html_report

    text = (ROOT / "corpus/samples/jonas-weber-backend.txt").read_text("utf-8")
    hostile = text.replace("Zahlwerk", "<script>alert(1)</script> Zahlwerk")
    hostile = hostile.replace("RabbitMQ;", "RabbitMQ <img src=x onerror=alert(1)>;")
    result = matcher().match(("<b>cv</b>.txt", hostile.encode()), top=2)
    report = html_report(result, matcher().corpus)
    assert "<script" not in report and "<img" not in report and "<b>cv" not in report
    assert "&lt;img src=x" in report
    assert "http://" not in report and "https://" not in report
