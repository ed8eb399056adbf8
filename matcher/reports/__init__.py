"""Results as the JSON of the contract, in the modules of the commands that print it."""

from matcher.reports.base import warnings_of
from matcher.reports.knowledge import (
    check_report,
    demand_report,
    percentiles_report,
    roles_report,
)
from matcher.reports.matching import job, match_report, rank_report
from matcher.reports.plans import careers_report, compare_report, path_report, unread_report
from matcher.reports.reading import parse_report, skills_report, title_report

__all__ = [
    "careers_report",
    "check_report",
    "compare_report",
    "demand_report",
    "job",
    "match_report",
    "parse_report",
    "path_report",
    "percentiles_report",
    "rank_report",
    "roles_report",
    "skills_report",
    "title_report",
    "unread_report",
    "warnings_of",
]
