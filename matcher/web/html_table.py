"""Tables as HTML: their cells wrap, they fit a narrow window, and a screen reader reads them.

Every cell is escaped: text of a resume must not come alive.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch from ``start`` to ``end``, shares of a bar that is ``whole`` of the cell wide;
    ``told`` says the same to whoever does not see it."""

    start: float
    end: float
    told: str
    whole: float = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """A text with quieter words under it."""

    text: str
    aside: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A text, and more that a click opens under it."""

    text: str
    more: Sequence[str]


_BESIDE = 2  # columns that a phone has room for
Cell = str | Told | Bar | Opened | Sequence[str]  # a sequence: a line each


def show_table(label: str, rows: Sequence[Mapping[str, Cell]], numbers: Sequence[str] = ()) -> None:
    """A table; ``label`` names it for a screen reader, the columns ``numbers`` are aligned as such,
    and the first of the others names the row. Columns in which no row has anything are left out.
    """
    if not rows:
        st.write("None.")
        return
    columns = [name for name in rows[0] if any(row[name] for row in rows)]
    kinds = {name: " class='number'" if name in numbers else "" for name in columns}
    head = "".join(
        f"<th scope='col' role='columnheader'{kinds[name]}>{escape(name)}</th>" for name in columns
    )
    first = next(name for name in columns if name not in numbers)
    tags = {name: "th" if name == first else "td" for name in columns}
    kinds = {
        name: f" role='cell' data-label='{escape(name)}'{kind}" for name, kind in kinds.items()
    }
    kinds[first] = " scope='row' role='rowheader'"
    body = "".join(
        "<tr role='row'>"
        + "".join(
            f"<{tags[name]}{kinds[name]}>{_cell(row[name])}</{tags[name]}>" for name in columns
        )
        + "</tr>"
        for row in rows
    )
    # Roles are said, because a table that is laid out as a grid loses its own for some readers.
    stacks = len(columns) > _BESIDE and columns[0] in numbers
    labelled = stacks and len(columns) > _BESIDE + 1
    kind = f"matcher{' stacked' if stacks else ''}{' labelled' if labelled else ''}"
    st.html(
        f"<div class='wide'><table class='{kind}' role='table' "
        f"aria-label='{escape(label)}'><thead role='rowgroup'><tr role='row'>{head}</tr></thead>"
        f"<tbody role='rowgroup'>{body}</tbody></table></div>"
    )


def show_facts(label: str, facts: Mapping[str, Sequence[str]]) -> None:
    """A label to a row, with what stands under it; labels without anything are left out."""
    show_table(
        label, [{"kind": name, "read as": entries} for name, entries in facts.items() if entries]
    )


def _cell(cell: Cell) -> str:
    if isinstance(cell, Told):
        aside = f"<div class='aside'>{escape(cell.aside)}</div>" if cell.aside else ""
        return f"{escape(cell.text)}{aside}"
    if isinstance(cell, Opened):
        lines = "".join(f"<div>{escape(line)}</div>" for line in cell.more)
        summary = f"<summary>and {len(cell.more)} more</summary>"
        opened = f"<details>{summary}{lines}</details>" if lines else ""
        return f"{escape(cell.text)}{opened}"
    if isinstance(cell, Bar):
        start, width = f"{cell.start:.1%}", f"{cell.end - cell.start:.1%}"
        filled = f"<div style='margin-left:{start};width:{width}'></div>" if cell.end else ""
        bar = f"<div class='bar' style='width:{cell.whole:.1%}' aria-hidden='true'>{filled}</div>"
        return f"{bar}<span class='told'>{escape(cell.told)}</span>"
    if isinstance(cell, str):
        return escape(cell)
    return "".join(f"<div>{escape(line)}</div>" for line in cell)


# Of every page. Quiet text keeps a contrast of 4.5 to 1, on a light page as on a dark one.
STYLE = """<style>
[data-testid="stCaptionContainer"] { opacity: 0.8; }
.wide { overflow-x: auto; }
table.matcher { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
table.matcher th { text-align: left; font-weight: 600; }
table.matcher thead th { opacity: 0.8; }
table.matcher tbody th { font-weight: 400; }
table.matcher th, table.matcher td { padding: 0.35rem 0.8rem 0.35rem 0; vertical-align: top;
  border-bottom: 1px solid rgba(128, 128, 128, 0.25); }
table.matcher td, table.matcher tbody th { min-width: 6.5rem; overflow-wrap: anywhere; }
table.matcher .number { text-align: right; white-space: nowrap; width: 1%; min-width: 0;
  font-variant-numeric: tabular-nums; }
table.matcher .aside, table.matcher summary { opacity: 0.8; }
table.matcher summary { cursor: pointer; }
table.matcher details div { padding-top: 0.3rem; }
table.matcher td:has(.bar) { width: 50%; position: relative; }
table.matcher .told { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
table.matcher .bar { background: rgba(128, 128, 128, 0.25); height: 0.75rem; margin-top: 0.3rem; }
table.matcher .bar div { background: #2563eb; height: 0.75rem; min-width: 1px; }
@media (min-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-top: 4rem; }
  table.matcher tbody :has(> .aside) { width: 36%; }
  table.matcher tbody th:first-child:not(:has(div)) { width: 25%; }
}
/* On a phone the third cell of a row and those behind it stand under the second, of several each
   with its name; and what is said of an entry of a list stands beside it. */
@media (max-width: 639px) {
  [data-testid="stMainBlockContainer"] { padding-top: 3.5rem; }
  table.matcher.stacked tr { display: grid; grid-template-columns: 3.2rem 1fr; }
  table.matcher.stacked thead .number { white-space: normal; }
  table.matcher.stacked :is(th, td) { border-bottom: none; width: auto; }
  table.matcher.stacked :is(th, td):nth-child(n + 3) { grid-column: 2; padding-top: 0; }
  table.matcher.labelled thead tr > :nth-child(n + 3) { display: none; }
  table.matcher.labelled td:nth-child(n + 3)::before { content: attr(data-label) ": ";
    opacity: 0.8; }
  table.matcher.stacked tr { border-bottom: 1px solid rgba(128, 128, 128, 0.25); }
  [data-testid="stRadio"] [role="radiogroup"] > div:has([data-testid="stRadioCaption"]) {
    flex-direction: row; align-items: baseline; justify-content: space-between; width: 100%; }
  [data-testid="stRadio"] [role="radiogroup"] { width: 100%; gap: 0.3rem; }
}
</style>"""
