"""Text without what tells gender, age or family, for use right before embedding.

The words of a resume are never changed for the reader; only what an encoder sees passes through
:func:`neutral`, so that two resumes that differ in these words alone have the same vectors.
"""

from __future__ import annotations

import re

# From → to. Each pair or group of words that differ in gender goes to one and the same word.
# A verb may follow: agreement ("they leads") does not matter to an encoder.
_PRONOUNS = {
    "he": "they", "she": "they", "s/he": "they", "he/she": "they", "she/he": "they",
    "(s)he": "they", "he's": "they", "she's": "they", "he’s": "they", "she’s": "they",
    "his": "their", "her": "their", "hers": "their", "him": "their", "his/her": "their",
    "her/his": "their", "him/her": "their", "her/him": "their", "himself": "themself",
    "herself": "themself", "himself/herself": "themself", "them": "their", "theirs": "their",
    "themselves": "themself",
}  # fmt: skip
_WORDS = {
    "chairman": "chair", "chairwoman": "chair", "chairlady": "chair", "chairperson": "chair",
    "chairmen": "chairs", "chairwomen": "chairs", "waitress": "waiter", "waitresses": "waiters",
    "actress": "actor", "actresses": "actors", "hostess": "host", "hostesses": "hosts",
    "stewardess": "steward", "stewardesses": "stewards", "salesman": "salesperson",
    "saleswoman": "salesperson", "saleslady": "salesperson", "salesmen": "salespeople",
    "saleswomen": "salespeople", "businessman": "businessperson",
    "businesswoman": "businessperson", "spokesman": "spokesperson",
    "spokeswoman": "spokesperson", "congressman": "representative",
    "congresswoman": "representative", "councilman": "councillor", "councilwoman": "councillor",
    "forewoman": "foreman", "fireman": "firefighter", "firewoman": "firefighter",
    "policeman": "police officer", "policewoman": "police officer",
    "mailman": "mail carrier", "mailwoman": "mail carrier", "postman": "mail carrier",
    "postwoman": "mail carrier", "cameraman": "camera operator",
    "camerawoman": "camera operator", "craftsman": "craftsperson",
    "craftswoman": "craftsperson", "craftsmanship": "workmanship",
    "handyman": "handyperson", "handywoman": "handyperson", "headmaster": "head teacher",
    "headmistress": "head teacher", "housewife": "homemaker", "househusband": "homemaker",
    "barmaid": "bartender", "barman": "bartender", "barwoman": "bartender",
    "masseuse": "massage therapist", "masseur": "massage therapist", "seamstress": "tailor",
    "ballerina": "ballet dancer", "landlady": "landlord", "heroine": "hero",
    "draftswoman": "draftsman", "repairwoman": "repairman", "servicewoman": "service member",
    "serviceman": "service member", "servicemen": "service members",
    "servicewomen": "service members", "ombudswoman": "ombudsman", "anchorwoman": "anchor",
    "anchorman": "anchor", "alumna": "alumni", "alumnus": "alumni", "alumnae": "alumni",
    "authoress": "author", "poetess": "poet", "manageress": "manager",
    "man": "person", "woman": "person", "men": "people", "women": "people", "lady": "person",
    "ladies": "people", "gentleman": "person", "gentlemen": "people", "guy": "person",
    "guys": "people", "girl": "child", "girls": "children", "boy": "child", "boys": "children",
    "mother": "parent", "father": "parent", "mom": "parent", "dad": "parent", "mum": "parent",
    "mothers": "parents", "fathers": "parents", "moms": "parents", "dads": "parents",
    "daughter": "child", "son": "child", "daughters": "children", "sons": "children",
    "wife": "spouse", "husband": "spouse", "sister": "sibling", "brother": "sibling",
    "sisters": "siblings", "brothers": "siblings", "sisterhood": "association",
    "brotherhood": "association", "sorority": "student association",
    "fraternity": "student association", "sororities": "student associations",
    "fraternities": "student associations", "motherhood": "parenthood",
    "fatherhood": "parenthood",
}  # fmt: skip
# Titles of other languages, feminine → the form of dictionaries.
_FEMININE = {
    "ingénieure": "ingénieur", "développeuse": "développeur", "directrice": "directeur",
    "technicienne": "technicien", "consultante": "consultant", "assistante": "assistant",
    "conseillère": "conseiller", "infirmière": "infirmier", "vendeuse": "vendeur",
    "chargée": "chargé", "formatrice": "formateur", "chercheuse": "chercheur",
    "rédactrice": "rédacteur", "administratrice": "administrateur", "étudiante": "étudiant",
    "ingeniera": "ingeniero", "desarrolladora": "desarrollador", "directora": "director",
    "consultora": "consultor", "técnica": "técnico", "programadora": "programador",
    "diseñadora": "diseñador", "profesora": "profesor", "maestra": "maestro",
    "enfermera": "enfermero", "investigadora": "investigador", "coordinadora": "coordinador",
    "administradora": "administrador", "científica": "científico", "arquitecta": "arquitecto",
    "abogada": "abogado", "contadora": "contador", "jefa": "jefe",
    "engenheira": "engenheiro", "desenvolvedora": "desenvolvedor", "gestora": "gestor",
    "coordenadora": "coordenador", "diretora": "diretor", "estagiária": "estagiário",
    "sviluppatrice": "sviluppatore", "ricercatrice": "ricercatore", "direttrice": "direttore",
    "impiegata": "impiegato", "programistka": "programista", "krankenschwester": "krankenpfleger",
    "kauffrau": "kaufmann", "bürokauffrau": "bürokaufmann",
}  # fmt: skip
# German feminines by ending: "Softwareentwicklerin", "Entwickler:innen".
_GERMAN_TRADES = (
    "entwickler", "ingenieur", "leiter", "berater", "manager", "techniker", "lehrer", "assistent",
    "informatiker", "wissenschaftler", "analyst", "architekt", "student", "doktorand",
    "mitarbeiter", "arbeiter", "führer", "verkäufer", "pfleger", "koordinator", "administrator",
    "designer", "trainer", "redakteur", "sekretär", "praktikant", "absolvent", "partner",
    "direktor", "professor", "dozent", "forscher", "tester", "planer",
)  # fmt: skip
_GERMAN = re.compile(
    rf"(?<!\w)(\w{{0,30}}(?:{'|'.join(_GERMAN_TRADES)}))(?:[*:_/]?-?in(?:nen)?|\(in\))(?!\w)",
    re.IGNORECASE,
)
# Dropped: (pattern, replacement). In order; the longer phrases first.
_PHRASES: tuple[tuple[str, str], ...] = (
    # pronouns and gender stated; the all-gender marks of postings
    (r"\((?:she|he|they|her|him|m|f|w|d|x|h)(?:\s?/\s?(?:she|he|they|her|hers|him|his|them|theirs"
     r"|m|f|w|d|x|h|div)){1,3}\)", " "),
    (r"\b(?:she\s?/\s?hers?|he\s?/\s?him|they\s?/\s?them)(?:\s?/\s?(?:hers|his|theirs))?\b", " "),
    (r"\b(?:male|female|non-binary|cisgender|transgender)\b", " "),
    # ages
    (r"\b(?:aged?|at the age of)\s?:?\s?\d{1,2}\b"
     r"(?!\s?(?:to|-|–|years of exp|and (?:up|over|older|above|under)))", " "),
    (r"\b\d{1,2}[ -]?(?:years?|yrs?)[ -](?:old|of age)s?\b", " "),
    (r"\b\d{1,2}\s?y\.?\s?/?o\b\.?", " "),
    (r"\b\d{1,2}\s(?:jahre alt|ans\b(?!\sd['’]exp)|años de edad|anni di età)", " "),
    (r"\bborn (?:on |in )?(?:\w{3,9}\.? ){0,2}\d{0,2},? ?(?:19|20)\d\d\b", " "),
    (r"\bborn (?:on |in )\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b", " "),
    # family
    (r"\b(?:(?:proud|single|devoted|busy|working|stay[ -]at[ -]home|full[ -]time)\s){0,2}"
     r"(?:mother|father|mom|mum|dad|parent)\s(?:of|to)\s(?:\w{1,8}\s)?(?:\w{1,9})?\s?"
     r"(?:children|kids|sons?|daughters?|boys?|girls?|twins?|child)\b", " "),
    (r"\b(?:(?:proud|single|devoted|busy|working|stay[ -]at[ -]home|full[ -]time)\s){0,2}"
     r"(?:mother|father|mom|mum|dad|parent)\s(?:of|to)\s(?:one|two|three|four|five|six|\d)\b", " "),
    (r"\b(?:happily )?(?:married|divorced|widowed)(?: (?:with|to|and)(?: \w{1,9}){1,2} "
     r"(?:children|kids|child))?\b", " "),
    (r"\b(?:maternity|paternity|parental|pregnancy|childcare|child[ -]care) (?:leave|break)\b",
     "leave"),
    (r"\b(?:elternzeit|mutterschutz|congé (?:de )?(?:maternité|paternité|parental)"
     r"|baja (?:de |por )?(?:maternidad|paternidad))\b", "leave"),
    (r"\bcleaning lady\b", "cleaner"),
    (r"\b(?:girl|boy) (?=scouts?\b)", ""),
    (r"\b(?:women|men|girls|boys)['’]s?\s", ""),
    (r"\b(?:first |second |third )?freshman\b", "first-year student"),
)  # fmt: skip
# "Ms Excel" is software; the others stand before a name.
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Mme|Señora?|Sra|Signora)(?:\.\s?|\s)(?=[A-Z])"
    r"(?!(?:Office|Excel|Word|Access|Project|SQL|Windows|PowerPoint|Outlook|Teams|Visio|Dynamics|Azure"
    r"|Power|Visual|Exchange|SharePoint|CRM|DOS|Paint|Publisher|Suite|Server|Build|Test)\b)"
)
_SWAPS = {**_PRONOUNS, **_WORDS, **_FEMININE}
# SHE and HE in capitals are also Safety-Health-Environment and Higher Education; MAN is a firm.
_KEPT_CAPITALS = frozenset({"HE", "SHE", "MAN", "DAD", "MOM", "HER", "SON", "HIS", "MEN"})
_WORD = re.compile(
    "(?<![\\w-])(?:" + "|".join(map(re.escape, sorted(_SWAPS, key=len, reverse=True))) + ")(?!\\w)",
    re.IGNORECASE,
)
_ANY_PHRASE = [(re.compile(pattern, re.IGNORECASE), to) for pattern, to in _PHRASES]
_LETTERS = re.compile(r"[^\W\d_]+")
_ONLY_LETTERS = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)).ljust(256)
_FEMININE_END = re.compile(r"in(?:nen)?(?<=\S{7})(?!\S)")
_SWAP_CUES = frozenset(part for word in _SWAPS for part in _LETTERS.findall(word) if len(part) > 1)
# A line without one of these words is left as it is without further search: most lines are.
_CUES = _SWAP_CUES | frozenset(
    """male female binary cisgender transgender she he they m f w d x h div age aged old yo y born
    jahre ans años anni mother father mom mum dad parent married divorced widowed maternity
    paternity parental pregnancy childcare child elternzeit mutterschutz congé baja cleaning
    girl boy women men girls boys freshman mr mrs ms miss mx herr frau mme señor señora sra
    signora year years yrs yr""".split()
)
_SPACE = re.compile(r"[ \t]{2,}")
_BEFORE_MARK = re.compile(r"\s{1,2}([,.;:)])")


def neutral(text: str) -> str:
    """The text with words of gender, age and family made neutral or dropped.

    Swapping "she" for "he", "chairwoman" for "chairman", "Ms" for "Mr" in the input changes
    nothing in the output, and neither does applying the function twice.
    """
    letters = _letters_of(text.lower())
    words = letters.split()
    made = text
    if not _CUES.isdisjoint(words):
        made = _HONORIFIC.sub("", text)
        for pattern, replacement in _ANY_PHRASE:
            made = pattern.sub(replacement, made)
    elif not _FEMININE_END.search(letters):
        return text
    lowered = made.lower()
    if any(trade in lowered for trade in _GERMAN_TRADES):
        made = _GERMAN.sub(r"\1", made)
    if not _SWAP_CUES.isdisjoint(_letters_of(made.lower()).split()):
        made = _WORD.sub(_swapped, made)
    if made == text:
        return text
    return _BEFORE_MARK.sub(r"\1", _SPACE.sub(" ", made)).strip()


def neutral_word(word: str) -> str:
    """A word in small letters, neutral: "she" and "he" are the same."""
    return _SWAPS.get(word, word)


def _letters_of(lowered: str) -> str:
    """The words of a text, with spaces for everything that is no letter."""
    if lowered.isascii():
        return lowered.encode("ascii").translate(_ONLY_LETTERS).decode("ascii")
    return " ".join(_LETTERS.findall(lowered))


def _swapped(found: re.Match[str]) -> str:
    word = found[0]
    if word in _KEPT_CAPITALS:
        return word
    swapped = _SWAPS[word.casefold()]
    return swapped.capitalize() if word[0].isupper() else swapped
