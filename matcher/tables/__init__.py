"""Results as tables for a terminal, in the modules of the commands that print them."""

from matcher.tables.knowledge import print_demand, print_percentiles, print_roles
from matcher.tables.matching import print_match, print_ranking, print_rows
from matcher.tables.plans import print_careers, print_compare, print_path
from matcher.tables.reading import print_parse, print_skills, print_titles

__all__ = [
    "print_careers",
    "print_compare",
    "print_demand",
    "print_match",
    "print_parse",
    "print_path",
    "print_percentiles",
    "print_ranking",
    "print_roles",
    "print_rows",
    "print_skills",
    "print_titles",
]
