"""Lines of education to entries: what was studied, where, until when, and at which level."""

from matcher.resumes.education.reading import read_education

__all__ = ["read_education"]
