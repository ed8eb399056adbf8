"""Document to :class:`matcher.records.Resume`: sections, positions, education, contact, and the
lines that may be matched."""

from matcher.resumes.reading import read_resume, titles, years_of

__all__ = ["read_resume", "titles", "years_of"]
