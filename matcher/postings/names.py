"""Names of products and technologies that a posting asks for and the taxonomy does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.records import Mention

_CUE = re.compile(
    r"\b(?:experienced?|expertise|expert|proficien(?:cy|t)|familiar(?:ity)?|knowledge|skill(?:s|ed)?|"
    r"fluen(?:cy|t)|understanding|competen(?:ce|cy|t)|background|command|exposure|certified|"
    r"certifications?|hands[- ]on|well[- ]versed|comfortable|adept|comfort)"
    r"(?: \w+){0,2}? (?:with|in|of|using|on)\b|\b(?:using|such as|e\.g\.|like|including|i\.e\.|"
    r"knowledge|know|use of|hands[- ]on)\b",
    re.IGNORECASE,
)
_PIECE_END = re.compile(r"\s*(?:[,;:()/|•]|\s[–—-]\s|[.!?](?=\s|$)|\b(?:and/or|and|or)\b|\s&\s)\s*")
_NAME = re.compile(
    r"(?<![\w+#@.'’-])(?:[A-Z]|[a-z0-9]{1,12}(?=[A-Z])|\d{0,3}(?=[A-Z]))[\w+#.-]*"
    r"(?: (?:[A-Z][\w+#.-]*|\d+(?:\.\d+)*)){0,3}"
)
_STRONG = re.compile(r"[A-Za-z][a-z]+[A-Z]|[A-Z]{2}|[+#]|[A-Za-z]\d|\d[A-Za-z]|\w\.\w")
# Capitalised words and short forms that are no product: degrees, places, units of organisations,
# what postings like to capitalise.
_ORDINARY = frozenset(
    """
    a an the i we you your our their this that these those he she they it its is are be as at by for
    from in of on or to with and not no all any more most other such who what when where how why if
    aa as ba bs bsc ba/bs bachelor bachelors bachelor's master masters master's ms msc ma mba phd
    ph.d ph.d. m.s m.s. b.s b.s. b.a b.a. m.a. degree degrees diploma doctorate gpa ged
    associate associates undergraduate graduate college university school education educational
    accredited accounting actuarial analytics arts biology biological biostatistics business
    chemistry communications computer computing data decision econometrics economics engineer
    engineering english finance financial geography healthcare health industrial informatics
    information law life management marketing math mathematical mathematics maths medical medicine
    operations operational physics psychology public quantitative research science sciences
    scientific scientist scientists social sociology statistical statistics statistician stem
    technical technologies technology
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday
    us usa u.s u.s. u.s.a uk eu united states america american canada europe european asia apac emea
    north south east west city new york nyc san francisco diego jose los angeles california boston
    seattle chicago texas austin dallas atlanta washington dc d.c. london india china japan bay
    area silicon valley mexico germany france spanish french german chinese mandarin japanese korean
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md mi mn mo mt ne nv nh nj nm ny nc nd
    oh ok pa ri sc sd tn tx ut vt va wa wv wi wy
    ability able about advanced analysis analyst analysts analytical applicant applicants apply
    award awards basic benefits board candidate candidates certificate certification certified
    clinical communication company compensation complex corporate corporation customer customers
    demonstrated department design desired detail development digital director division eeo
    employee employees employer enterprise entry equal essential excellent executive experience
    expert expertise familiarity federal fortune full general global good government great group
    hands high highly human ideal inc intermediate internal international internet it job join
    knowledge language languages lead leader leadership level llc ltd machine learning manager
    managers member minimum must nice office officer opportunity organization organizational plus
    position preferred presentation previous prior process product products professional
    proficiency proficient program programming project projects proven qualifications quality
    reporting reports required requirements requires resources responsibilities role sales security
    self senior service services skill skills software solid solution solutions staff state strong
    summary support system systems team teams time title tool tools training understanding verbal
    vice president willingness work working workplace world writing written year years yrs
    and/or b2b b2c ceo cfo cio cmo coo cto evp fte gaap hr ii iii iv vi kpi kpis okr okrs n/a pc poc
    pto roi sla slas sme smes svp tbd tv vp ok am pm asap id ip pi rfp rfi phi pii faq ad hoc usd
    coast guard rewards text study biotech additional contact please license licenses modelling
    modeling database databases resume resumes letter location interest employment application form
    forms curriculum vitae council note notes substantial understand well insights formulas
    inpatient multivariate command culture video webinars podcasts former amazon
    description facebook instagram twitter linkedin google practical past excellence speech
    shrinkage readme evolutionary significant clear number numbers competency competencies consumer
    trustworthy mindset warranty mortgage storage mobile web exam organized cloud check thanks
    nature physical demands months contract quick response youtube pinterest twitch microsoft nda
    sec forrester idc gartner will deep focus passion have has
    thorough growth revenue desktop server reduce
    etc e.g i.e vs versus plus jr sr eg ie
    """.split()
)
# Lines about degrees and about the employer's brands are full of names of other kinds.
_OTHER_TALK = re.compile(
    r"\b(?:brands|subsidiar|family of companies|degree|bachelor|master['’]?s|ph\.?d|b\.?s\.?|"
    r"diploma|university|college|majors?)\b",
    re.IGNORECASE,
)
# "CA-based"; words that lost the space between them, and numbers of postings.
_GLUED = re.compile(
    r"-[a-z]|^[a-z]{4,}[A-Z]|\d{4}|^(?:Location|Skills|Title|Description|Requirements|Qualifications|"
    r"Experience)|[A-Za-z]{3}\d\+$|\.\d+$|[A-Z]{2}\.[A-Z]{2}|^\d|\w{21}"
)
# A capitalised word alone is taken for a name only when its form is no ordinary noun's, adverb's
# or adjective's, and when nothing follows it in its stretch but a word such as "software".
_ORDINARY_FORM = re.compile(
    r"(?:ly|tions?|sions?|ments?|ings?|it(?:y|ies)|ics|[ae]nce|ness|ive|[ai]ble|ical|ional|ysis|"
    r"[iunr]al|[^oius]s|ers|ors|ists?|ships?|ology|ment|ful|ous)$|-[a-z]"
)
_MAY_FOLLOW = re.compile(
    r"\s*(?:(?:software|tools?|platforms?|frameworks?|librar(?:y|ies)|databases?|systems?|packages?|"
    r"suite|api|apis|products?|environment|cloud|is|are|a plus|preferred|required|etc|experience|"
    r"or|and|skills?)\b.*)?[\W]*",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST_NAME = 3  # characters; two are mostly states, units, parts of organisations
_ACRONYM_LIST = 4  # so many unknown acronyms in a line are codes of places or units
_LONGEST_NAME = 4  # words


def unknown_names(line: str, known: Sequence[Mention], skip: frozenset[str]) -> list[str]:
    """Names in a line that look like products or technologies and that no mention covers.

    A name counts after a cue ("experience with ...") or as an item of a list that holds a known
    skill. Precision goes first: a capitalised word alone is taken only in the middle of a line
    that is otherwise in small letters. ``skip`` has words that never count, in small letters: those
    of the employer's name, and those that the posting elsewhere writes without a capital.
    """
    if _OTHER_TALK.search(line) or _is_title_case(line):
        return []
    pieces = _pieces(line)
    holds = [any(start <= mention.start < end for mention in known) for start, end in pieces]
    cue = _CUE.search(line)
    cue_end = cue.end() if cue else len(line)
    names = []
    for number, piece in enumerate(pieces):
        in_list = any(holds[max(0, number - 1) : number + 2])
        if not in_list and piece[1] <= cue_end:
            continue
        for found in _NAME.finditer(line, *piece):
            overlaps = any(m.start < found.end() and found.start() < m.end for m in known)
            if not overlaps and _is_name(line, found, piece, skip):
                names.append(found.group().rstrip(".-'"))
    acronyms = sum(name.isupper() for name in names)
    return [name for name in names if acronyms < _ACRONYM_LIST or not name.isupper()]


def _pieces(line: str) -> list[tuple[int, int]]:
    """The stretches between commas, brackets, "and", "or" and the like."""
    pieces, start = [], 0
    for cut in _PIECE_END.finditer(line):
        if cut.start() > start:
            pieces.append((start, cut.start()))
        start = cut.end()
    return [*pieces, (start, len(line))] if start < len(line) else pieces


def _is_title_case(line: str) -> bool:
    """Whether most long words begin with a capital, as in headings: a capital says nothing then."""
    words = re.findall(r"[^\W\d_]{4,}", line)
    capitalised = sum(word[0].isupper() for word in words)
    if len(words) < 4 or capitalised <= 0.6 * len(words):
        return False
    return len(words) >= _HEADLINE_WORDS or bool(_CAPITAL_LINK.search(line, 1))


_HEADLINE_WORDS = 6  # long words; so many capitals are no list of names
_CAPITAL_LINK = re.compile(r"\b(?:With|And|Or|In|Of|The|For|To|On)\b")


def _is_name(line: str, found: re.Match[str], piece: tuple[int, int], skip: frozenset[str]) -> bool:
    """Whether a capitalised stretch is taken for the name of a product or technology."""
    name = found.group().rstrip(".-'")
    words = name.lower().split()
    if len(words) > _LONGEST_NAME or len(name) < _SHORTEST_NAME:
        return False
    if any(word in _ORDINARY or word in skip for word in words):
        return False
    if any(_GLUED.search(word) or _last_part(word) in _ORDINARY for word in name.split()):
        return False
    if len(name) == _SHORTEST_NAME and not name.isalpha():
        return False  # W2, F2P, 3D
    if _STRONG.search(name):
        return True
    if found.start() == 0 or any(map(_ORDINARY_FORM.search, name.split())):
        return False
    lead = line[piece[0] : found.start()].split()
    alone = _MAY_FOLLOW.fullmatch(line, found.end(), piece[1])
    return bool(alone) and len(lead) <= 3 and line[found.start() - 2 : found.start()] not in _STARTS


def humps(name: str) -> str:
    """A name with its CamelCase words taken apart: "PythonWill" becomes "Python Will"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)


def _last_part(word: str) -> str:
    """The last hump of a CamelCase word, in small letters: "AgenciesPlease" is no name."""
    *before, last = humps(word).split(" ")
    return last.lower() if before else ""


_STARTS = (". ", ": ")  # a capital after these says nothing
