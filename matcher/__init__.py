"""Role Matcher: resumes against roles and postings, with a fit score that explains itself.

>>> from matcher import Matcher                                     # doctest: +SKIP
>>> for match in Matcher().match("resume.pdf", top=5):              # doctest: +SKIP
...     print(match.role.title, match.fit.points, [gap.skill.label for gap in match.missing])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["MatchResult", "Matcher", "MatcherError", "Ranking", "UnreadableDocument"]

if TYPE_CHECKING:
    from matcher.errors import MatcherError, UnreadableDocument
    from matcher.matching import Matcher
    from matcher.results import MatchResult, Ranking


def __getattr__(name: str) -> Any:
    # Loaded when asked for: a worker that only reads documents imports this package too.
    if name in __all__:
        from matcher import errors, matching, results

        for module in (errors, results, matching):
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module 'matcher' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
