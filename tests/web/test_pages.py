"""The pages, driven without a browser."""

from __future__ import annotations

import datetime
import re
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import lxml.html
import pytest
from streamlit.testing.v1 import AppTest

from matcher.corpus.percentiles import Percentiles, reference_fits
from matcher.corpus.weights import weights_from
from matcher.matching import Matcher
from matcher.web import plan, serve, shared
from matcher.web.shared import matcher

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus/samples"
JONAS, FALCONER = "jonas-weber-backend.txt", "ilse-vandermeer-falconer.txt"
pytestmark = pytest.mark.filterwarnings("ignore")  # streamlit's own


def page(name: str) -> AppTest:
    script = f"from matcher.web import {name}\n{name}.page()"
    return AppTest.from_string(script, default_timeout=120).run()


def test_the_app_starts_on_my_fit() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception
    assert app.title[0].value == "My fit"


def tables(app: AppTest) -> dict[str, str]:
    """The HTML tables of a page by their labels."""
    found = (element.proto.body for element in app.get("html"))
    labelled = (body.split("aria-label='") for body in found)
    return {parts[1].split("'")[0]: parts[1] for parts in labelled if len(parts) > 1}


def with_sample(name: str) -> AppTest:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select(name).run()
    assert not app.exception
    return app


def headings(app: AppTest) -> list[str]:
    return [each.value for each in (*app.title, *app.header, *app.subheader)]


def test_present_is_the_day_of_the_visit_not_that_of_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = with_sample("maya-lindqvist-ml-engineer.pdf")
    before, loaded = app.text[0].value, matcher().parts

    class Later(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return datetime.date.today() + datetime.timedelta(days=1000)

    monkeypatch.setattr(shared, "datetime", SimpleNamespace(date=Later))
    app.run()
    assert not app.exception
    assert app.text[0].value != before
    assert matcher().today == Later.today() and matcher().parts is loaded


def test_the_page_takes_corpus_and_day_from_the_command_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from streamlit.web import bootstrap

    shutil.copytree(ROOT / "corpus/skills", tmp_path / "skills")
    (tmp_path / "roles").mkdir()
    role = (ROOT / "corpus/roles/chef.yaml").read_text("utf-8")
    role = re.sub("(?m)^neighbours:[^\\n]*\\n( .*\\n)*", "", role)
    (tmp_path / "roles/chef.yaml").write_text(role, "utf-8")
    monkeypatch.setattr(bootstrap, "load_config_options", lambda _: None)
    monkeypatch.setattr(bootstrap, "run", lambda *_: None)
    for name in ("CORPUS", "MODEL", "TODAY"):  # so that they are taken back
        monkeypatch.setenv(f"MATCHER_{name}", "")
    shared._loaded.clear()
    shared._of_day.clear()
    try:
        serve.serve(8501, corpus=tmp_path, today=datetime.date(2031, 5, 1))
        assert set(matcher().corpus.roles) == {"chef"}
        assert matcher().today == datetime.date(2031, 5, 1)
        matcher().reader.close()
    finally:
        shared._loaded.clear()
        shared._of_day.clear()


def test_every_setting_of_the_page_is_one_that_streamlit_knows() -> None:
    from streamlit import config

    settings = serve._settings(ROOT / ".streamlit/config.toml")
    assert {"server_address", "theme_dark_primaryColor"} <= settings.keys()
    for name in settings:
        config.get_option(name.replace("_", "."))


def test_a_sample_shows_roles_parts_and_gaps() -> None:
    app = with_sample("maya-lindqvist-ml-engineer.pdf")
    assert app.radio(key="role").options[0] == "Machine Learning Engineer"
    assert list(fits(app).values()) == sorted(fits(app).values(), reverse=True)
    shown = tables(app)
    assert f"{fits(app)['Machine Learning Engineer']:.1f} of 100" in shown["Parts of the fit"]
    assert ">+" in shown["Missing skills"]
    assert "PyTorch" in shown["Skills found"] and "“" in shown["Skills found"]
    assert "title held" in shown["Experience, titles and years"]


def test_what_was_read_names_the_resume_in_a_line() -> None:
    app = with_sample("maya-lindqvist-ml-engineer.pdf")
    line = app.text[0].value
    assert "Senior Machine Learning Engineer, 9" in line and line.endswith("in English")


def test_headings_leave_no_level_out() -> None:
    app = with_sample("maya-lindqvist-ml-engineer.pdf")
    assert len(app.title) == 1 and len(app.header) == 1
    assert [each.value for each in app.subheader] == [
        "Missing skills",
        "Skills found",
        "Experience, titles and years",
    ]


def test_another_role_can_be_opened() -> None:
    app = with_sample("tomas-okafor-data-engineer.pdf")
    second = app.radio(key="role").options[1]
    app.radio(key="role").set_value(second).run()
    assert not app.exception
    assert app.header[0].value.startswith(f"{second}: {fits(app)[second]:.1f}")


def test_any_role_can_be_looked_at() -> None:
    app = with_sample("maya-lindqvist-ml-engineer.pdf")
    other = app.selectbox(key="other-role")
    other.select("Chef").run()
    assert not app.exception
    assert app.radio(key="role").value == "Chef"
    assert any(each.startswith("Chef: ") for each in headings(app))
    near = app.radio(key="role").options[1]
    app.selectbox(key="other-role").select(near).run()
    assert app.radio(key="role").value == near
    assert len(set(app.radio(key="role").options)) == len(app.radio(key="role").options)


def test_one_resume_is_held_against_a_posting() -> None:
    app = with_sample("tomas-okafor-data-engineer.pdf")
    app.session_state["my-fit-tabs"] = "A posting"
    app.run()
    app.selectbox(key="my-posting-sample").select("posting-data-engineer.txt").run()
    assert not app.exception
    fit = next(each for each in headings(app) if each.startswith("Fit: "))
    assert "Missing skills" in headings(app) and "Skills found" in headings(app)
    what_if = next(each for each in app.multiselect if each.key.startswith("what-if"))
    what_if.select(what_if.options[0]).run()
    told = app.info[-1].value
    assert bare(told).startswith(f"Now {fit.split()[1]}; with {what_if.options[0]}")


def test_an_empty_paste_is_said() -> None:
    app = page("my_fit")
    app.button(key="resume-read").click().run()
    assert not app.exception and "no text yet" in app.warning[0].value


def test_a_role_stays_open_when_the_weights_change() -> None:
    app = with_sample("tomas-okafor-data-engineer.pdf")
    third = app.radio(key="role").options[2]
    app.radio(key="role").set_value(third).run()
    app.slider(key="weight-titles-0").set_value(0.0).run()
    assert app.header[0].value.startswith(third)


def test_what_to_learn_and_the_neighbouring_roles_are_tabs_of_a_role() -> None:
    app = with_sample("tomas-okafor-data-engineer.pdf")
    app.session_state["role-tabs"] = "What to learn"
    app.run()
    assert not app.exception
    assert any(each.label.startswith("Stage 1") for each in app.expander)
    assert any("Build" in each.value for each in app.markdown) and not tables(app)
    app.session_state["role-tabs"] = "Neighbouring roles"
    app.run()
    assert not app.exception
    assert "Analytics Engineer" in tables(app)["Neighbouring roles"]


def test_what_was_read_is_told_without_ids_and_empty_cells() -> None:
    app = with_sample("maya-lindqvist-ml-engineer.pdf")
    app.session_state["my-fit-tabs"] = "What was read"
    app.run()
    assert not app.exception
    shown = tables(app)
    assert "2022-03 to now" in shown["Positions"] and "class='bar'" in shown["Positions"]
    assert "AWS Certified Machine Learning" in shown["Other facts"]
    assert "machine learning 7" in shown["Other facts"]
    assert not any(word in "".join(shown.values()) for word in ("None", "skill_id", "-specialty"))
    assert "skill" in app.dataframe[0].value and not app.radio


def test_a_resume_without_dates_says_so() -> None:
    app = page("my_fit")
    app.text_area(key="resume-paste").input(NO_DATES).run()
    assert not app.exception
    assert "no dates found" in app.text[0].value
    app.session_state["my-fit-tabs"] = "What was read"
    app.run()
    assert "no dates" in tables(app)["Positions"] and "class='bar'" not in tables(app)["Positions"]


NO_DATES = """Robin Example
Skills: Python, Django, PostgreSQL, Docker, Git
Experience
Software Developer, Teapot Works
- Built the checkout of a web shop in Django and PostgreSQL for a small team
- Put the service into Docker containers and wrote the pipeline in GitLab CI
- Wrote unit tests for the payment module and fixed bugs that customers reported
- Moved the monthly reports from spreadsheets to a small dashboard with pandas
"""


def test_a_pasted_resume_is_matched() -> None:
    app = page("my_fit")
    text = (ROOT / "corpus/samples/jonas-weber-backend.txt").read_text("utf-8")
    app.text_area(key="resume-paste").input(text).run()
    assert not app.exception
    assert "Backend" in app.radio(key="role").options[0]


def test_what_is_given_last_is_shown_whatever_was_given_before() -> None:
    app = page("my_fit")
    app.text_area(key="resume-paste").input(NO_DATES).run()
    app.selectbox(key="resume-sample").select("leo-martin-pastry-chef.docx").run()
    assert app.text[0].value.startswith("leo-martin")
    app.button(key="resume-read").click().run()
    assert app.text[0].value.startswith("pasted text: ")


def test_a_resume_that_is_taken_away_is_gone() -> None:
    app = with_sample("jonas-weber-backend.txt")
    app.selectbox(key="resume-sample").set_value(None).run()
    assert not app.exception and not app.radio and not app.text


def test_too_little_text_is_an_error_with_a_next_step() -> None:
    app = page("my_fit")
    app.text_area(key="resume-paste").input("Data Scientist").run()
    assert not app.exception and not app.radio
    assert len(app.error) == 1


def test_out_of_scope_is_said() -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("ilse-vandermeer-falconer.txt").run()
    assert not app.exception
    assert "Out of scope" in app.warning[0].value
    assert ">+" not in tables(app)["Missing skills"] and not app.multiselect  # no idle promise


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
    monkeypatch.setattr(known.parts, "corpus", replace(known.corpus, percentiles=table))
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("jonas-weber-backend.txt").run()
    assert not app.exception
    assert any("igher than 50% of 100 reference resumes" in each.value for each in app.markdown)
    app.radio(key="role").set_value(app.radio(key="role").options[1]).run()
    assert not any("reference resumes" in each.value for each in app.markdown)


def fits(app: AppTest) -> dict[str, float]:
    radio = app.radio(key="role")
    told = (bare(caption).split(",")[0] for caption in radio.proto.captions)
    return dict(zip(map(bare, radio.options), map(float, told), strict=True))


def bare(markdown: str) -> str:
    """Text as it is shown, without the backslashes that keep Markdown away."""
    return markdown.replace("\\", "")


def test_weights_are_changed_named_and_reset(monkeypatch: pytest.MonkeyPatch) -> None:
    app = page("my_fit")
    app.selectbox(key="resume-sample").select("jonas-weber-backend.txt").run()
    usual, weights = fits(app), matcher().corpus.weights
    for name, value in weights.parts.items():
        assert app.slider(key=f"weight-{name}-0").value == value
    assert not app.info
    for again in ("read", "profile"):  # nothing is read or embedded a second time
        monkeypatch.setattr(Matcher, again, None)
    app.slider(key="weight-titles-0").set_value(0.0)
    app.slider(key="weight-preferred-0").set_value(1.0).run()
    assert not app.exception
    named = f"titles 0 instead of {weights.parts['titles']:g}"
    assert fits(app) != usual and named in app.info[0].value
    changed = replace(weights, parts={**weights.parts, "titles": 0.0}, preferred=1.0)
    other = matcher().with_weights(changed)
    profile = app.session_state["my-fit-profile"][1]
    found = other.match_profile(profile, top=10, gains=False)
    assert fits(app) == {match.role.title: match.fit.points for match in found}
    app.button(key="weights-reset").click().run()
    assert not app.exception and not app.info
    assert fits(app) == usual


def test_changed_weights_stand_in_what_is_downloaded() -> None:
    from matcher.reports import match_report
    from matcher.reports.html import html_report

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
        app.slider(key=f"weight-{name}-0").set_value(0.0)
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
    ranking = app.radio(key="candidate").options
    assert bare(ranking[0]) == "1. maya-lindqvist-ml-engineer.pdf"
    assert [int(bare(name).split(".")[0]) for name in ranking] == list(range(1, len(ranking) + 1))
    asked = tables(app)["What was read from the posting"]
    assert "PyTorch or TensorFlow or JAX" in asked and "pytorch" not in asked
    besides = [each.value for each in app.markdown if each.value.startswith("Also asked for")]
    assert len(besides) == 1 and "senior; Utrecht; hybrid; master degree or" in besides[0]


def test_a_posting_is_told_before_there_is_any_resume() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    assert not app.exception
    assert "What was read from the posting" in tables(app)
    assert any("at least one resume" in each.value for each in app.markdown)


def test_a_posting_of_which_nothing_is_read_is_not_ranked() -> None:
    app = page("screen")
    app.text_area(key="posting-paste").set_value(
        "Friendly person wanted\nWe are a small family firm and look for somebody who is punctual."
    ).run()
    app.checkbox(key="resumes-samples").check().run()
    assert not app.exception and "give its whole text" in app.error[0].value
    assert not app.radio


def test_weights_change_a_ranking_and_are_named() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    app.slider(key="weight-titles-0").set_value(0.0).run()
    assert not app.exception
    weights = matcher().corpus.weights
    told = f"titles 0 instead of {weights.parts['titles']:g}"
    assert any(told in each.value for each in app.info)
    ranking = app.session_state["screen-result"][1]
    assert ranking.engine.weights == replace(weights, parts={**weights.parts, "titles": 0.0})
    parts = ranking.candidates[0].fit.parts
    assert sum(part.max_points for part in parts if part.name == "titles") == 0


def test_a_candidate_stays_open_when_ranks_and_names_change() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    third = app.session_state["screen-result"][1].candidates[2]
    app.radio(key="candidate").set_value(app.radio(key="candidate").options[2]).run()
    app.toggle(key="blind").set_value(True).run()
    (header,) = (each.value for each in app.header if each.value.startswith("3"))
    assert f"{third.fit.points:.1f}" in header
    app.toggle(key="blind").set_value(False).run()
    app.slider(key="weight-titles-0").set_value(0.0).run()
    assert not app.exception
    name = shared.plain(third.resume.document.name)
    assert name in app.radio(key="candidate").value


def test_blind_screening_hides_file_names() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    app.toggle(key="blind").set_value(True).run()
    assert not app.exception
    assert not any("maya" in name for name in app.radio(key="candidate").options)
    assert not any("maya" in name for name in headings(app))


def test_files_that_were_not_ranked_are_told_in_one_place_and_blind_without_their_names() -> None:
    from matcher.web import screen

    known = matcher()
    broken = [known.read((name, b"")) for name in ("ann.pdf", "bob.docx")]
    ranking = known.rank_resumes(known.read_posting_text("Data Engineer"), broken)
    for shown, said in ((ranking, "ann"), (ranking.blind(), "empty")):
        script = "import streamlit as st\nst.session_state['show']()"
        app = AppTest.from_string(script)
        app.session_state["show"] = lambda shown=shown: screen._show_failures(shown.failures)
        app.run()
        (box,) = app.expander
        assert box.label == "Not ranked: 2 files" and said in box.markdown[0].value
        assert ("ann" in box.markdown[0].value) is (shown is ranking)


def test_a_wrong_setting_is_said_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHER_TODAY", "23.11.2026")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert "give a day as 2026" in app.error[0].value.replace("\\", "")


def test_candidates_are_compared_side_by_side() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    app.session_state["screen-tabs"] = "Side by side"
    app.run()
    assert not app.exception
    shown = tables(app)["Candidates side by side"]
    assert (
        "1. maya-lindqvist-ml-engineer.pdf" in shown and "PostGIS or GeoPandas (preferred)" in shown
    )
    assert "implied by MLflow" in shown and "not found" in shown
    app.toggle(key="blind").set_value(True).run()
    assert not app.exception and "maya" not in tables(app)["Candidates side by side"]


def test_all_candidates_stand_in_a_table() -> None:
    app = page("screen")
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    app.checkbox(key="resumes-samples").check().run()
    app.session_state["screen-tabs"] = "All in a table"
    app.run()
    assert not app.exception
    table = app.dataframe[0].value
    assert list(table["fit"]) == sorted(table["fit"], reverse=True) and len(table) > 3
    assert "maya" in table["candidate"][0] and "PostGIS or GeoPandas" in " ".join(
        table["missing, preferred"]
    )


def test_resumes_that_were_read_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = page("screen")
    app.checkbox(key="resumes-samples").check().run()
    app.selectbox(key="posting-sample").select("posting-ml-engineer.txt").run()
    monkeypatch.setattr(Matcher, "read", None)
    app.selectbox(key="posting-sample").select("posting-backend-go.txt").run()
    assert not app.exception and "Backend" in app.header[0].value


def test_a_table_escapes_its_cells_and_drops_columns_without_anything() -> None:
    script = """
from matcher.web.html_table import Bar, Told, show_table
rows = [{"a": "<b>", "b": "", "c": Told("x", "<i>"), "d": Bar(0, 0.5, "half")} for _ in range(2)]
show_table("It's <q>", rows, numbers=["a"])
show_table("nothing", [])
"""
    app = AppTest.from_string(script).run()
    assert not app.exception
    (body,) = (element.proto.body for element in app.get("html"))
    assert "&lt;b&gt;" in body and "&lt;i&gt;" in body and "<q>" not in body
    head = " role='columnheader'"
    assert f"<th scope='col'{head} class='number'>a</th><th scope='col'{head}>c</th>" in body
    assert "table class='matcher stacked' role='table'" in body
    assert (
        body.count("<th scope='row' role='rowheader'>x<div class='aside'>&lt;i&gt;</div></th>") == 2
    )
    assert body.count("aria-hidden='true'") == body.count("<span class='told'>half</span>") == 2
    assert app.markdown[0].value == "None."


def test_a_report_is_read_by_a_screen_reader() -> None:
    from matcher.reports.html import html_ranking, html_report

    known = matcher()
    resumes = [known.read(SAMPLES / name) for name in (JONAS, FALCONER)]
    ranking = known.rank_resumes(known.read_posting(SAMPLES / "posting-backend-go.txt"), resumes)
    reports = [
        html_ranking(ranking, known.corpus),
        *(html_report(known.match_resume(each, top=2), known.corpus) for each in resumes),
    ]
    for report in reports:
        tree = lxml.html.fromstring(report)
        labels = [table.get("aria-label") for table in tree.iter("table")]
        assert all(labels) and len(labels) == len(set(labels))
        for table in tree.iter("table"):
            assert table.getparent().get("class") == "wide"
            assert [child.tag for child in table] == ["thead", "tbody"]
            n_columns = len(table.findall("thead/tr/th[@scope='col']"))
            for row in table.findall("tbody/tr"):
                assert len(row) == n_columns and len(row.findall("th[@scope='row']")) == 1
        assert all(th.text_content().strip() for th in tree.iter("th"))
        for bar in tree.find_class("bar"):
            assert bar.get("aria-hidden") and bar.getnext().text_content().endswith("%")
    assert "would add" in reports[1] and "would add" not in reports[2]  # no idle promise


def test_a_report_stands_alone_and_escapes_what_it_quotes() -> None:
    from matcher.reports.html import html_report

    text = (ROOT / "corpus/samples/jonas-weber-backend.txt").read_text("utf-8")
    hostile = text.replace("Zahlwerk", "<script>alert(1)</script> Zahlwerk")
    hostile = hostile.replace("RabbitMQ;", "RabbitMQ <img src=x onerror=alert(1)>;")
    result = matcher().match(("<b>cv</b>.txt", hostile.encode()), top=2)
    report = html_report(result, matcher().corpus)
    assert "<script" not in report and "<img" not in report and "<b>cv" not in report
    assert "&lt;img src=x" in report
    assert "http://" not in report and "https://" not in report


def test_the_sites_of_lessons_are_links() -> None:
    assert plan._with_links("Guide (docs.example.org/a-b); notes (of May)") == (
        r"Guide \([docs\.example\.org/a\-b](https://docs.example.org/a-b)\); notes \(of May\)"
    )
