"""The command line. It calls public names only; what it prints is stated in ``contract``."""

from __future__ import annotations

import gc
import os

import click

from matcher.cli import knowledge, matching, reading, tools
from matcher.cli.base import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="role-matcher", prog_name="matcher")
def main() -> None:
    """Match resumes to roles and job postings.

    \b
    matcher match cv.pdf                     which roles fit, what is missing
    matcher match cv.pdf --role data-engineer --explain
    matcher rank posting.txt resumes/        candidates for a posting, best first
    matcher score resumes/ -o scores.csv     many resumes, several processes
    matcher path cv.pdf --role data-engineer what to learn next, in which order
    matcher app                              the same in the browser

    Exit codes: 0 everything was read; 1 some input failed (named on stderr, the rest is
    delivered); 2 wrong use.
    """
    # Hardly anything of what is loaded becomes garbage, and looking for it takes 7% of a short run.
    gc.set_threshold(500_000, 10, 10)
    # Small products gain nothing from more threads, and lose much beside other work. Heard by
    # numpy alone, which nothing has imported yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


for _command in (
    matching.match,
    matching.rank,
    matching.score,
    matching.path,
    matching.careers,
    matching.compare,
    reading.parse,
    reading.skills,
    reading.title,
    knowledge.roles,
    knowledge.demand,
    knowledge.percentiles,
    knowledge.corpus_group,
    tools.schema,
    tools.train,
    tools.export,
    tools.evaluate,
    tools.app,
):
    main.add_command(_command)
