"""Names of degrees in a text, each with its level."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

# Degrees by level, highest first. Words in any case; abbreviations as they are written, because
# "ms", "ba" and "as" are words.
_WORDS: tuple[tuple[int, str], ...] = (
    (5, r"doctor(?:ate)?(?: of (?:philosophy|education|medicine|pharmacy|science|psychology"
        r"|theology|ministry|engineering|laws?|jurisprudence|business administration"
        r"|public health|dental (?:surgery|medicine)|veterinary medicine|physical therapy"
        r"|nursing practice|chiropractic|osteopathic medicine|musical arts))?(?: degree)?"
        r"|doctoral(?: degree)?|doctorat|doctorado|doutorado|dottorato|promotion zum|juris doctor"
        r"|doktor(?:at)?|phd"),
    (4, r"master(?:['’]?s)?(?: degree| diploma)?(?: ?of (?:sciences?|arts|business administration"
        r"|engineering|education|laws|philosophy|fine arts|public administration|public health"
        r"|social work|technology|computer applications|commerce|accountancy|architecture"
        r"|mathematics|professional studies))?(?: degree)?|mestrado|maestr[ií]a"
        r"|m[aá]ster universitario|máster|mastère"
        r"|magister|laurea (?:magistrale|specialistica)|diplom-\w+|diplom"
        r"|diplôme d['’]ingénieur|ingénieur(?! \w+ing)|civilingenjör|staatsexamen"
        r"|post[- ]?graduate(?: \w+)?"
        r"|(?:educational? )?specialist(?:['’]s)?(?: degree| diploma| of science)"
        r"|executive mba|msc|mba|mtech|mcom|mphil|mca|m\.c\.a\.?"),
    (3, r"(?:bat?ch?[eoi]?l+[oeau]?r)(?:['’]?s)?(?: degree)?(?: ?of (?:sciences?|arts"
        r"|business administration|engineering|education|laws|fine arts|technology|commerce"
        r"|computer applications|architecture|business(?!-)|music|applied sciences?|social work"
        r"|professional studies)(?: and sciences?)?)?(?: degree)?"
        r"|licence(?= (?:en|ès|de|professionnelle)\b| d['’]|,|\s?[:–-]\s?[A-Z]"
        r"|(?-i: [A-ZÉ]\w*(?:iques?|ie|gie|roit|mie|ences|ettres|angues)\b))"
        r"|licenciatura|licenciad[oa]|diplomatura|bacharel(?:ado)?|grado(?= en)"
        r"|laurea(?: triennale)?"
        r"|(?:university |college |undergraduate )?degree(?= in (?-i:[A-Z]))"
        r"|undergraduate degree|engineer(?:['’]?s|ing)? degree|licencjat|inżynier"
        r"|baccalaureate (?:degree|of (?:science|arts))"
        r"|bakalář|graduação|bsc|bba|btech|bcomm?|b\.?comp\.?|bca|b\.c\.a\.?"),
    (2, r"ass?oc?s?i?c?i?ates?(?:['’]s?)?(?: degree)?"
        r" of (?:(?:arts?|sciences?)(?: (?:and|&) (?:sciences?|arts?))?"
        r"|applied (?:sciences?|business|arts)|occupational studies|general studies)(?: degree)?"
        r"|ass?oc?s?i?c?i?ates?(?:['’]s?)?(?: degree|(?= ?(?:in |of |:|,|-|\(|$))"
        r"|(?= (?:[\w'’.-]+ ){0,4}(?:college|university|institute)))"
        r"|foundation degree|higher national diploma"
        r"|(?:advanced? |national |graduate )?diploma(?! ?(?:high|secondary))"
        r"|técnico superior|tecn[óo]logo|vocational degree|higher certificate"),
    (1, r"high school(?: (?:diploma|graduate|equivalency|degree))?|h\.? ?s\.? diploma"
        r"|secondary school(?: certificate)?|g\.?e\.?d\b\.?"
        r"|general(?: education(?:al)?)? (?:equivalency|development)(?: diploma| degree)?"
        r"|(?:high school )?equivalency (?:diploma|certificate)|ged (?:diploma|certificate)"
        r"|leaving cert(?:ificate)?|plus two"
        r"|abitur|baccalauréat(?: (?:[A-Z]|[A-Z]{2,4}\b))?|[ao][- ]levels?"
        r"|gce [ao]/?l\b(?: levels?)?"
        r"|(?:ordinary|advanced) level|gcses?|bachillerato"
        r"|maturit[àay]|matura|matric(?:ulation)?(?! \w+ing)"
        r"|(?:higher|senior) secondary(?: (?:school )?certificate)?|fachabitur"
        r"|[hs]\.s\.c\.?|mittlere reife|ensino médio|(?:grade|class|std\.?) (?:1[02](?:th)?|xii?|x)"
        r"|(?:10|12)th|10 ?\+ ?2|xii(?:th)?(?= (?:\(|std|standard|from|cbse|science|commerce))"),
)  # fmt: skip
# Behind the Latin letters of some old schools, which are initials and times of the day, too.
_OLD = r"(?=,|\s?$|\s(?:in|degree)\b|\s[A-Z][a-z]+(?: [A-Z][a-z]+)?,)"
_ABBREVIATIONS: tuple[tuple[int, str], ...] = (
    (5, r"Ph\.? ?D\.?|PHD|PhD|D\.?Phil\.?|Dr\. ?(?:rer|phil|med|ing)\b[\w. ]{0,8}|M\.D\.?|MD\."
        r"|J\.?D\.?"
        r"|Ed\.?D\.?|D\.B\.A\.?"
        # beside a school or a field; elsewhere it is the administrator of databases
        r"|DBA(?= (?:in|of)\b| ?:|,? (?:[\w.’'&-]+ ){0,5}(?:School|University|College|Institute))"
        r"|Pharm\.?D\.?|DNP|DVM"),
    (4, rf"(?<!\d)(?<!\d )[AS]\.M\.{_OLD}|Sc\.M\."
        r"|M\.? ?Sc\.? ?\(?Eng\)?(?!\w)\.?"
        r"|M\.?S\.?(?:N|W|Ed|I\.?T|C\.?S|E\.?E|F)\.?|M\. ?Sc?\.?|MSc|M\. ?A\.?|M\.?B\.?A\.?|EMBA"
        r"|M\. ?Eng\.?|MEng|M\. ?Tech\.?|MTech|M\. ?Ed\.?|MEd|MPhil|M\.?Phil\.?|LL\.?M\.?"
        r"|M\.?P\.?H\.?|M\.?P\.?A\.?|M\.?F\.?A\.?|MCA|M\. ?C(?:om|OM)\.?|M\. ?Pharm\.?"
        r"|P[Gg] ?Dip\.?|P[Gg] ?Cert\.?"
        r"|PGDB?M|PGDCA|PGCE|MHA|MPP|M\. ?Arch\.?|[Mm]gr\.?(?: inż\.?)?"
        r"|M(?:Chem|Phys|Math|Maths|Sci|Biol|Bio|Res|Ling|Mus|Des|Geol|Arch)\b"
        r"|Dipl(?:\.|-|\.-)\s?\w{3,6}\.?|MS|MA|ME|MS[A-Z]\b"),
    (3, r"B\.?A\.?Sc\b\.?|B\.? ?Sc\.? ?\(?Eng\)?(?!\w)\.?|B(?:Mus|Des|Nurs|Soc ?Sc)\b"
        rf"|S\.B\.|A\.B\.{_OLD}|Sc\.B\.|H\.?Dip\.?|"
        r"B\.?S\.?(?:N|B\.?A|I\.?T|E\.?E|M\.?E|C\.?S|W)\.?|B\. ?Sc?\.?|BSc|BSC|B\. ?A\.?"
        r"|B\.?B\.?A\.?|B\. ?Eng\.?|BEng|B\. ?Tech\.?|BTech|BTECH|B\. ?E\.?|B\. ?Ed\.?|LL\.?B\.?"
        r"|B[. ] ?[Cc](?:om|OM)\.?|BCom|B\.?F\.?A\.?|BCA|B\.?Arch\.?|B\. ?Pharm\.?|BDS|MBBS"
        r"|B\.?P\.?S\.?|Bc\.|BS|BA|BE|BS[A-Z]{1,2}\b"),
    (2, r"A\. ?A\. ?[SB]\.?|A\. ?A\.?|A\. ?S\.?(?: ?N\.)?|A\. ?O\. ?S\.?|AAS|AOS|AGS|ADN|ASN|HND"
        r"|BTS|DUT|AA|AS"),
    (1, r"GED|HSC|SSC|SSLC|SLC|HS(?=\s?:)|[NS]VQ(?: [Ll]evel [1-3])?|BTEC(?: [A-Z]\w+){0,3}"
        r"(?: [Ll]evel [1-3])?|National 5s?|(?:Scottish |Advanced )?Highers"),
)  # fmt: skip
_MICROSOFT = re.compile(r"[ -]?(?:Excel|Office|Word|Access|Project|SQL|Windows|Power|Outlook|Visio"
                        r"|Dynamics|Teams|Azure|Exchange|SharePoint|Visual|Certified)")  # fmt: skip
_SHORT = re.compile("MS[A-Z]|BS[A-Z]{1,2}")  # which may be anything
_BARE = frozenset("MS MA ME BS BA BE AA AS JD MD".split())
_WORD_DEGREES = [
    (level, re.compile(rf"(?<![\w-])(?:{table})(?![\w])", re.IGNORECASE)) for level, table in _WORDS
]
_SHORT_DEGREES = [
    (level, re.compile(rf"(?<![\w.-])(?:{table})(?![\w])")) for level, table in _ABBREVIATIONS
]
_MAYBE = re.compile(
    r"doc?k?t|mast|b(?:at?)?ch?[eoi]?l|ass?oc?s?i?|grade|graduação|1[02]th|matric|mest|maes|mást|magis|laurea|dipl|exam|graduate|bach|licen|bacharel|grado|inżyn"
    r"|assoc|special|equival|ing[eé]n|found|higher|high|second|ged|abitur|levels?|gcse|matur|reife|médio"
    r"|técnico|vocation"
    r"|\b[A-Z]{1,4}\.? ?[A-Za-z]{0,4}\b",
    re.IGNORECASE,
)
# Before a degree that is not held: "no diploma", "towards my bachelor".
_NOT_HELD = re.compile(
    r"\b(?:no|without|half(?: of)?|of (?:my|an?)|(?:for|towards?)(?: my| an?)?)$"
)
# Behind "high school" where it is no school that somebody went to.
_PUPILS = re.compile(
    r" (?:programs?|students?|teachers?|courses?|level)\b| (?:no\.?|number|#) ?\d", re.IGNORECASE
)
# Between a degree and what was studied: "degree in", ":", "of".
CONNECTOR = re.compile(
    r"\s?(?:(?:joint |dual )?(?:degree|diploma|studies|candidate|student)(?: program(?:me)?)?\b)?"
    r"\s?"
    r"(?:analogue\)|\))?\s?(?:\(hons?\.?\)\s?)?(?P<mark>,|:|\bin\b|\bof\b|\bfrom\b|\bat\b|\ben\b|\bim\b|\bfür\b|\bw\b|-|–)?\s?",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:city ?, ?state|(?:19|20)\d\d|(?:university|college|tech|technology),?)$")
_OF_SCHOOL = re.compile(r"\b(?:University|College|School|Institute|Academy)(?: of [^,]+)?,\s?$")
_ANY_DEGREE = frozenset("degree university college".split())
# The grade of a certificate: "Acme Certified Developer – Associate".
_CERTIFIED = re.compile(r"\bcertified\b[^,;\t|]{0,60}$")
# Behind "Associate": what an associate degree is in, and the letters of a certificate.
_OF_SUBJECT = re.compile(r"\s?(?:in|of|:)")
_OTHER_LETTERS = re.compile(r"[\w ]+ \((?!A\.?[AS])[A-Z]{2,5}\)$")
# Behind two or three capitals that are a degree.
_BEFORE_FIELD = re.compile(r"\s?(?:in|of|:|,\s[A-Z][a-z]|[Dd]egree|\([Hh]ons)")
_NAME = re.compile(r"\s[A-Z][a-z]")
_TWO_NAMES = re.compile(r"\s[A-Z][a-z]+ [A-Z]")
_NO_STATE = frozenset("BS BA BE".split())  # of the bare ones
# What makes of a master no degree, before it and behind it.
_OTHER_MASTERS = ("scrum", "web", "post", "head", "quarter", "station")
_NO_MASTER = re.compile(r"[- ](?:certificate|thesis|project|class|plan|chef|black)", re.IGNORECASE)
# Behind a degree that names a post: "Doctoral Researcher".
_POST = re.compile(r"\s(?:Research(?:er)?|Fellow|Associate|Assistant|Scientist)\b", re.IGNORECASE)
_TRIM = " \t,;:|-–—―•·()[]\u00ad*_/."


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree named in a text; ``level`` indexes ``matcher.records.DEGREES``."""

    start: int
    end: int
    level: int

    @property
    def span(self) -> tuple[int, int]:
        """The offsets in the text."""
        return self.start, self.end


def find_degree(text: str) -> Degree | None:
    """The first degree named in a text, None when there is none."""
    return next(iter(degrees_in(text)), None)


@functools.lru_cache(maxsize=256)  # several rules ask it of the same piece
def degrees_in(text: str) -> tuple[Degree, ...]:
    """The degrees named in a text, left to right. Of two that overlap it is the first, and the
    longer of two that begin together."""
    if not _MAYBE.search(text):
        return ()
    found = sorted(
        (match.start(), -match.end(), level)
        for tables in (_WORD_DEGREES, _SHORT_DEGREES)
        for level, table in tables
        for match in table.finditer(text)
        if not _is_other_word(text, match)
    )
    kept: list[Degree] = []
    for start, negative_end, level in found:
        if not kept or start >= kept[-1].end:
            kept.append(Degree(start, -negative_end, level))
    return tuple(kept)


def _is_other_word(text: str, match: re.Match[str]) -> bool:
    """ "MA" and "MS" are states after a town, "AS" a word in capitals, "Scrum Master" no degree."""
    before, after = text[: match.start()], text[match.end() :]
    if _is_in_phrase(match[0].lower(), before, after):
        return True
    may_be_other = match[0] in _BARE or _SHORT.fullmatch(match[0]) is not None
    return may_be_other and not _is_short_degree(match[0], before, after)


def _is_in_phrase(name: str, before: str, after: str) -> bool:
    """Whether the words around the name of a degree make something else of it."""
    lead = before.casefold().rstrip()
    if lead.endswith("certified") or _NOT_HELD.search(lead):
        return True
    if name.startswith(("doctor", "phd", "ph.d")) and _POST.match(after):
        return True
    if name.startswith("master") and lead.endswith(_OTHER_MASTERS):
        return True
    if name in ("master", "masters"):
        return _NO_MASTER.match(after) is not None
    if name in ("associate", "associates"):
        return _is_grade(before, after)
    if name == "licence":
        return lead.endswith("driving")
    if name == "high school":
        return _PUPILS.match(after) is not None
    return name.endswith("degree") and name.split()[0] in _ANY_DEGREE and not _opens(before)


def _is_grade(before: str, after: str) -> bool:
    """Whether "Associate" is a grade of an employee or of a certificate: "Associate of Loss Control
    (ALC)"."""
    if _CERTIFIED.search(before.casefold().rstrip()) or _OTHER_LETTERS.match(after):
        return True
    return not (_opens(before) or _OF_SUBJECT.match(after))


def _is_short_degree(name: str, before: str, after: str) -> bool:
    """Whether two or three capitals are a degree where they stand."""
    lead = before.casefold().rstrip()
    if name == "MS" and _MICROSOFT.match(after):
        return False
    if _opens(before) or _BEFORE_FIELD.match(after):
        return True
    if lead and after.strip().casefold() == lead:  # "Biology BS Biology"
        return True
    if _OF_SCHOOL.search(before) and _TWO_NAMES.match(after):
        return True  # "Hill School of Arts, MA Fine Arts", where no town stands before a state
    # "Hill University - City , State BA History", "2010 BS Physics", "Quillfield, BS Physics"
    ended = _ENDED.search(lead) or (name in _NO_STATE and lead.endswith(","))
    return bool(ended) and _NAME.match(after) is not None


def _opens(before: str) -> bool:
    """Whether nothing stands before a word, or what ends the part of a line."""
    return not before.strip(_TRIM) or before.endswith(("\t", "| ", "– ", "- ", ": ", "("))
