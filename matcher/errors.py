"""One tree of errors: everything the package raises on purpose is a :class:`MatcherError`.

Messages name the file, the cause and the next step. Text of a resume never enters a message.
"""

from __future__ import annotations


class MatcherError(Exception):
    """Base of every error that this package raises on purpose."""


class UnreadableDocument(MatcherError):
    """A document that gives no text to work with.

    ``code`` is the document status (``encrypted``, ``corrupt`` ...), see ``records.Status``.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class CorpusError(MatcherError):
    """A corpus file that breaks the format; the message names file, line and field."""


class UnknownRole(MatcherError):
    """A role id that the corpus does not have."""


class UnknownSkill(MatcherError):
    """A skill that the corpus does not have, neither by id nor by label."""


class EncoderError(MatcherError):
    """A model that cannot be loaded, or vectors of the wrong shape."""


class NoInput(MatcherError):
    """A folder in which there is nothing to read."""


class TrainingError(MatcherError):
    """Training data that is missing or breaks its format, or a model to start from that is none."""
