"""Which language a text is in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Names of the languages that are told apart: those that resumes sent to English-speaking and
# European employers come in.
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_MIN_WORDS = 20  # fewer, and names and places decide
_MAX_CHARS = 6_000  # enough to tell; reading on changes nothing
# English function words that are not words of another language of the list (so no "in", "a",
# "as", "on", "for", "at").
_ENGLISH = frozenset("the and of to with by from using that this which were was is are our".split())
_ENGLISH_SHARE = 0.035  # of all words; loading the model costs a second, which few texts need
_words = re.compile(r"[^\W\d_]+")
_MIN_CONFIDENCE = 0.5


def language_of(text: str) -> str | None:
    """ISO 639-1 code of a text's language; None when there is too little text to tell."""
    sample = text[:_MAX_CHARS]
    words = _words.findall(sample.lower())
    if len(words) < _MIN_WORDS and sum(map(len, words)) < 5 * _MIN_WORDS:
        return None
    if sum(map(_ENGLISH.__contains__, words)) >= _ENGLISH_SHARE * len(words):
        return "en"
    code, confidence = _identifier().classify(" ".join(words))
    return str(code) if confidence >= _MIN_CONFIDENCE else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The model, loaded when the first text comes that is not plainly English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(NAMES))
    return identifier
