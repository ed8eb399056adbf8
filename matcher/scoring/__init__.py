"""Profile and target in, fit out: how near, by vectors and by words; what is held; the sum."""

from matcher.scoring.score import apportion, fit, prospects, score, skill_share

__all__ = ["apportion", "fit", "prospects", "score", "skill_share"]
