"""Document → JobPosting: what is required, preferred, either-or, and what rules a person out."""

from matcher.postings.page import posting_text
from matcher.postings.reader import read_posting

__all__ = ["posting_text", "read_posting"]
