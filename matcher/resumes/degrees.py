"""Names of degrees in a text, each with its level."""

from __future__ import annotations

import re

# Degrees by level, highest first. Words in any case; abbreviations as they are written, because
# "ms", "ba" and "as" are words.
_WORDS: tuple[tuple[int, str], ...] = (
    (5, r"doctor(?:ate)?(?: of [\w]+(?: \w+)?)?|doctoral(?: degree)?|doctorat|doctorado|doutorado"
        r"|dottorato|promotion zum|juris doctor|doktor(?:at)?"),
    (4, r"master(?:['’]?s)?(?: degree| diploma)?(?: of (?:science|arts|business administration"
        r"|engineering|education|laws|philosophy|fine arts|public administration|public health"
        r"|social work|technology|computer applications|commerce|accountancy|architecture"
        r"|mathematics))?|mestrado|maestr[ií]a|máster|mastère|magister|laurea magistrale|diplom"
        r"|diplom-\w+|diplôme d['’]ingénieur|staatsexamen|post[- ]?graduate(?: \w+)?"),
    (3, r"bachelor(?:['’]?s)?(?: degree)?(?: of (?:science|arts|business administration|engineering"
        r"|education|laws|fine arts|technology|commerce|computer applications|architecture"
        r"|business|music|applied science|social work))?|licence|licenciatura|licenciad[oa]"
        r"|bacharel(?:ado)?|grado en|laurea(?: triennale)?|undergraduate degree|licencjat"
        r"|inżynier|baccalaureate degree"),
    (2, r"associates?(?:['’]s?)?(?: degree)?(?: of (?:science|arts|applied science"
        r"|occupational studies))?(?= ?(?:degree|in |of |:|,|-|$))|foundation degree"
        r"|higher national diploma"
        r"|(?:advanced |national |graduate )?diploma(?! ?(?:high|secondary))"
        r"|técnico superior|vocational degree"),
    (1, r"high school(?: diploma)?|secondary school|g\.?e\.?d\b\.?|abitur|baccalauréat|a[- ]levels?"
        r"|gcses?|bachillerato|maturità|matura|higher secondary|senior secondary|fachabitur"
        r"|mittlere reife|ensino médio"),
)  # fmt: skip
_ABBREVIATIONS: tuple[tuple[int, str], ...] = (
    (5, r"Ph\.? ?D\.?|PHD|PhD|D\.?Phil\.?|Dr\. ?(?:rer|phil|med|ing)\b[\w. ]{0,8}|M\.?D\.|J\.?D\.?"
        r"|Ed\.?D\.?|D\.?B\.?A\.?|Pharm\.?D\.?|DNP|DVM"),
    (4, r"M\. ?Sc?\.?|MSc|M\.?S\.?Ed|M\. ?A\.?|M\.?B\.?A\.?|EMBA|M\. ?Eng\.?|MEng|M\. ?Tech\.?"
        r"|MTech|M\. ?Ed\.?|MEd|MPhil|M\.?Phil\.?|LL\.?M\.?|M\.?P\.?H\.?|M\.?P\.?A\.?"
        r"|M\.?F\.?A\.?|MSW|MCA"
        r"|M\. ?Com\.?|MSN|Dipl\.?-?\s?\w{3,6}\.?|MS|MA|ME|MS[A-Z]\b"),
    (3, r"B\. ?Sc?\.?|BSc|BSC|B\. ?A\.?|B\.?B\.?A\.?|B\. ?Eng\.?|BEng|B\. ?Tech\.?|BTech|B\. ?E\.?"
        r"|B\. ?Ed\.?|LL\.?B\.?|B\. ?Com\.?|BCom|B\.?F\.?A\.?|BCA|BSN|BSBA|B\.?Arch\.?|BS|BA|BE"
        r"|BTECH"),
    (2, r"A\. ?A\. ?S\.?|A\. ?A\.|A\. ?S\.|A\. ?O\. ?S\.?|AAS|AOS|HND|BTS|DUT|AA|AS"),
    (1, r"GED|HSC|SSC"),
)  # fmt: skip
_MICROSOFT = re.compile(r"[ -]?(?:Excel|Office|Word|Access|Project|SQL|Windows|Power|Outlook|Visio"
                        r"|Dynamics|Teams|Azure|Exchange|SharePoint|Visual|Certified)")  # fmt: skip
_BARE = frozenset("MS MA ME BS BA BE AA AS JD MD".split())
_WORD_DEGREES = [
    (level, re.compile(rf"(?<![\w-])(?:{table})(?![\w])", re.IGNORECASE)) for level, table in _WORDS
]
_SHORT_DEGREES = [
    (level, re.compile(rf"(?<![\w.-])(?:{table})(?![\w])")) for level, table in _ABBREVIATIONS
]
_MAYBE = re.compile(
    r"doc?k?t|mast|mest|maes|mást|magis|laurea|dipl|exam|graduate|bach|licen|bacharel|grado|inżyn"
    r"|assoc|found|higher|high|second|ged|abitur|levels?|gcse|matur|reife|médio|técnico|vocation"
    r"|\b[A-Z]{1,4}\.? ?[A-Za-z]{0,4}\b",
    re.IGNORECASE,
)
_TRIM = " \t,;:|-–—―•·()[]\u00ad*_/."


def find_degree(text: str) -> tuple[int, int, int] | None:
    """Level, start and end of the first degree named in a text, None when there is none."""
    if not _MAYBE.search(text):
        return None
    found = [
        (match.start(), -match.end(), level)
        for tables in (_WORD_DEGREES, _SHORT_DEGREES)
        for level, table in tables
        for match in [table.search(text)]
        if match is not None and not _is_other_word(text, match)
    ]
    if not found:
        return None
    start, negative_end, level = min(found)
    return level, start, -negative_end


def _is_other_word(text: str, match: re.Match[str]) -> bool:
    """ "MA" and "MS" are states after a town, "AS" a word in capitals, "Scrum Master" no degree."""
    before, after = text[: match.start()], text[match.end() :]
    if match[0].lower().startswith("master") and before.lower().rstrip().endswith(
        ("scrum", "web", "post", "head", "quarter", "station")
    ):
        return True
    if match[0].lower() == "licence" and before.lower().rstrip().endswith("driving"):
        return True
    if match[0].lower() == "diplom" and after[:1].isalpha():
        return True
    if match[0] not in _BARE:
        return False
    if match[0] == "MS" and _MICROSOFT.match(after):
        return True
    opens = not before.strip(_TRIM) or before.endswith(("\t", "| ", "– ", "- ", "("))
    return not opens and not re.match(r"\s?(?:in|of|:|,\s[A-Z][a-z])", after)
