"""Document → JobPosting: what is required, preferred, either-or, and what rules a person out."""

from matcher.postings.reader import read_posting

__all__ = ["read_posting"]
