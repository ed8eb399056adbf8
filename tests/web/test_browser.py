"""The page in a real browser: upload, read the answer, download the report, screen candidates."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as NotInTime
from servers import running_app

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "corpus/samples"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

if CHROMIUM is None and os.environ.get("CI") != "true":
    pytest.skip("no chromium: apt-get install chromium", allow_module_level=True)

# Nothing but the page: the browser must not look for anything outside this machine.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    # Away from the checkout: the page's settings must be found all the same.
    with running_app(ROOT, ROOT.parent) as url:
        yield url


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield browser.new_page(viewport={"width": 1280, "height": 1600})
        finally:
            browser.close()


def give(page: Page, *names: str, to: int = 0) -> None:
    """Uploads samples, again while the browser shows none of them: where a run begins just then,
    Streamlit drops its answer to the browser, and the upload with it."""
    files = [SAMPLES / name for name in names]
    entry = page.locator("input[type=file]").nth(to)
    shown = page.get_by_role("button", name=f"Remove {names[-1]}")
    for _ in range(5):
        entry.evaluate("input => { input.value = '' }")  # as its button does: no change, no event
        entry.set_input_files(files)
        try:
            shown.wait_for(timeout=10_000)
        except NotInTime:
            continue
        return
    raise AssertionError(f"{names[-1]} was not taken")


def test_a_person_uploads_a_resume_and_downloads_the_report(
    page: Page, address: str, tmp_path: Path
) -> None:
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url))
    page.goto(address)
    expect(page.get_by_role("heading", name="My fit")).to_be_visible(timeout=60_000)
    give(page, "maya-lindqvist-ml-engineer.pdf")
    expect(page.get_by_role("heading", name="Machine Learning Engineer")).to_be_visible(
        timeout=60_000
    )
    page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the report (HTML)").click()
    report = tmp_path / "report.html"
    download.value.save_as(report)
    assert "Machine Learning Engineer" in report.read_text("utf-8")
    local = ("http://127.0.0.1", "data:", "blob:")
    assert [url for url in outside if not url.startswith(local)] == []


def test_further_lines_of_the_evidence_open_with_a_click(page: Page, address: str) -> None:
    page.goto(address)
    give(page, "maya-lindqvist-ml-engineer.pdf")
    row = page.get_by_role("row", name="PyTorch").first
    summary = row.get_by_text("and 1 more").or_(row.get_by_text("and 2 more")).first
    expect(summary).to_be_visible(timeout=60_000)
    further = row.locator("details div").first
    expect(further).to_be_hidden()
    summary.click()
    expect(further).to_be_visible()


def test_roles_are_walked_with_the_arrow_keys_alone(page: Page, address: str) -> None:
    page.goto(address)
    give(page, "tomas-okafor-data-engineer.pdf")
    roles = page.get_by_role("radiogroup").get_by_role("radio")
    expect(roles.first).to_be_attached(timeout=60_000)
    roles.first.focus()
    for number in (1, 2):
        page.keyboard.press("ArrowDown")
        expect(roles.nth(number)).to_be_checked()
        expect(roles.nth(number)).to_be_focused()


def test_a_visit_to_the_other_page_loses_nothing(page: Page, address: str) -> None:
    page.goto(address)
    give(page, "jonas-weber-backend.txt")
    heading = page.get_by_role("heading", name="Backend Engineer")
    expect(heading).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Screen candidates").click()
    expect(page.get_by_role("heading", name="Screen candidates")).to_be_visible()
    page.get_by_role("link", name="My fit").click()
    expect(heading).to_be_visible(timeout=60_000)


def test_another_resume_leaves_the_weights_alone(page: Page, address: str) -> None:
    page.goto(address)
    for name in ("jonas-weber-backend.txt", "tomas-okafor-data-engineer.pdf") * 4:
        give(page, name)
        page.wait_for_timeout(200)  # the run before is cut short now and then
    title = page.get_by_role("heading", name="Data Engineer")
    expect(title).to_be_visible(timeout=60_000)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=60_000)
    expect(page.get_by_role("button", name="Weights")).to_be_visible()
    assert page.get_by_test_id("stAlert").filter(has_text="weight").count() == 0


def test_a_narrow_window_needs_no_sideways_scroll(page: Page, address: str) -> None:
    usual = page.viewport_size
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(address)
    give(page, "jonas-weber-backend.txt")
    expect(page.get_by_role("heading", name="Skills found")).to_be_visible(timeout=60_000)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    if usual:
        page.set_viewport_size(usual)


def test_a_recruiter_screens_candidates(page: Page, address: str) -> None:
    page.goto(f"{address}/screen")
    give(page, "posting-ml-engineer.txt")
    expect(page.get_by_text("What was read from the posting")).to_be_visible(timeout=60_000)
    give(page, "maya-lindqvist-ml-engineer.pdf", "leo-martin-pastry-chef.docx", to=1)
    expect(page.get_by_role("heading", name="Ranking")).to_be_visible(timeout=60_000)
    # The files arrive one by one, and each is ranked when it is there.
    expect(page.get_by_role("radio", name="2. leo-martin")).to_be_attached(timeout=60_000)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=60_000)
    page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the ranking (CSV)").click()
    with page.expect_download() as report:
        page.get_by_role("button", name="Download the report (HTML)").click()
    assert "1. maya-lindqvist" in Path(report.value.path()).read_text("utf-8")
    first = Path(download.value.path()).read_text("utf-8").splitlines()[1]
    assert first.startswith("maya-lindqvist-ml-engineer.pdf")
