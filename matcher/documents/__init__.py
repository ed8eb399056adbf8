"""Bytes to :class:`matcher.records.Document`: PDF, DOCX, HTML, text and JSON Resume.

``Reader`` reads in worker processes and is what a program should use; ``read_bytes`` reads in
this process and is what a worker uses.
"""

from matcher.documents.reader import Reader
from matcher.documents.reading import read_bytes
from matcher.workers import Limits

__all__ = ["Limits", "Reader", "read_bytes"]
