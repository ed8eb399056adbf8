"""Which lines around its dates are the header of a job.

Resumes repeat one layout from job to job. The first job of a section shows how many lines stand
above its date; the others are read the same way.
"""

from __future__ import annotations

from matcher.resumes.jobs.above import anonymous_above, is_employer_over, lines_above
from matcher.resumes.jobs.below import extend_below
from matcher.resumes.jobs.header_lines import holds_title
from matcher.resumes.jobs.layout import layout_of, lines_below
from matcher.resumes.jobs.pieces import Entry, lacks_employer, set_pieces
from matcher.resumes.text_lines import TextLine


def spread(entries: list[Entry], lines: list[TextLine]) -> None:
    """Give each entry the header lines above and below its dates, and split them."""
    if not entries:
        return
    for entry in entries:
        set_pieces(entry, lines)
    layout = layout_of(entries, lines)
    for at, entry in enumerate(entries):
        if entry.further:
            layout.taken = entry.anchor
            continue
        limit = entries[at + 1].anchor if at + 1 < len(entries) else len(lines)
        above = lines_above(entry, lines, layout) or anonymous_above(entry, lines, layout)
        entry.lines = [*above, *entry.lines]
        set_pieces(entry, lines)
        extend_below(entry, lines, limit, layout)
        over = entry.lines[0] - 1
        if over > layout.taken and lacks_employer(entry) and is_employer_over(lines, over):
            entry.lines.insert(0, over)
            set_pieces(entry, lines)
        layout.taken = entry.lines[-1]
        if not layout.n_above and layout.taken == entry.anchor + 1:
            layout.employer_below = True
        below = next(lines_below(entry, lines, limit), -1)
        if below in entry.lines and holds_title(lines[below].text):
            layout.titles_below = True
