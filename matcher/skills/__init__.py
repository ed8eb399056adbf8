"""Finds skill mentions in a text and says how each is meant."""

from matcher.skills.finding import SkillFinder, by_skill

__all__ = ["SkillFinder", "by_skill"]
