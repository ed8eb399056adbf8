"""The words that fields of study are made of, and how far one reaches in a text."""

from __future__ import annotations

import re

# Words that a field of study may end with.
_FIELDS = frozenset(
    """accountancy accounting accounts admin administration administrations advertising aerospace
    affairs agribusiness agriculture agronomy analysis animation anthropology apparel
    applications architecture art arts assistance assistant assisting astronomy auditing
    automation automotive aviation ballet banking biochemistry biology biotechnology
    broadcasting buisness business bussiness carpentry chemistry cinema coaching commerce
    communication communications computer computers computing concentration construction
    contracting cosmetology counseling counselling criminology cuisine cybersecurity dance
    dentistry design development drafting drama drawing ecology editing education electricity
    emphasis endorsement eng engg engineering english entrepreneurship environment ethics
    fashion film finance finances fitness forestry french gastronomy geography geology german
    gerontology government guidance health healthcare history horticulture hospitality
    humanities hvac hygiene illustration immunology informatics informatik instruction insurance
    intelligence investment investments journalism justice k-12 kinesiology language languages
    law laws leadership leisure linguistics literacy literature logistics machining maintenance
    management managment manufacturing marketing massage math mathematics maths mechanics
    mechatronics media medicine merchandising meteorology mgmt microbiology minor music
    networking networks neuroscience nursing nutrition occupations oceanography operations
    option painting paralegal pathology pedagogy pharmacology pharmacy philosophy photography
    physiology planning plumbing policy politics practice pre-law pre-med pre-medicine
    printmaking procurement production program programming psychiatry psychology publishing
    purchasing radiography radiology recreation refrigeration rehabilitation relations religion
    resource resources restaurant retail retailing rhetoric safety sales science sciences
    sculpture secretarial security service services sociology software spanish specialist
    specialization speech sport sports statistics strategy studies supervision surgery surveying
    sustainability system systems taxation teaching technician technologies technology
    telecommunication telecommunications television testing textile textiles theater theatre
    theology therapy tourism toxicology training translation transportation welding wellness
    wildlife work
    writing zoology""".split()
)
_FIELD_END = re.compile(r"\w{2,}(?:ology|onomy|istry|ometry|ography|ics)$", re.IGNORECASE)
# Words that a field may begin with, and none ends with.
_ADJECTIVES = frozenset(
    """actuarial administrative aeronautical allied applied behavioral biological biomedical
    chemical child childhood civil clinical cognitive commercial comparative computational
    corporate creative criminal culinary cultural curriculum cyber data dental digital early
    electrical electronic elementary emergency environmental exercise family fine fire food
    foreign forensic general graphic hotel human industrial information instructional
    interdisciplinary interior international liberal mass mechanical medical mental molecular
    natural nuclear occupational office organization organizational parks performing personnel
    petroleum physical political professional project public real religious secondary social
    special structural supply technical urban veterinary visual web""".split()
)
LINKS = frozenset("and & of in for the with to / - – und y et de".split())
WORD = re.compile(r"[^\s,:;()|]+")


def is_field_word(word: str) -> bool:
    """Whether a field of study may end with the word, or with a part of "Art/Design"."""
    parts = re.split(r"[/,&]", word.casefold().strip(".'’\"*"))
    return any(part in _FIELDS or _FIELD_END.match(part) is not None for part in parts if part)


def opens_field(word: str) -> bool:
    """Whether a field of study may begin with the word."""
    return is_field_word(word) or word.casefold().partition("/")[0] in _ADJECTIVES


def field_length(text: str) -> int:
    """Length of the field of study that a text begins with, 0 when it begins with none."""
    end = 0
    for number, found in enumerate(WORD.finditer(text)):
        word = found[0]
        if not number and not opens_field(word):
            return 0
        if not (opens_field(word) or word.casefold() in LINKS):
            break
        if text[: found.start()].rstrip().endswith((":", ";", "(", "|")):
            break
        if is_field_word(word):
            end = found.end()
    return end


def is_field(text: str) -> bool:
    """Whether the whole text names a field of study: its first and last words are known, and of
    the words between those in small letters."""
    words = text.rstrip(" .,").split()
    if not words or not opens_field(words[0]) or not is_field_word(words[-1]):
        return False
    return all(
        word[0].isupper() or word.casefold() in LINKS or opens_field(word) for word in words[1:]
    )


def field_end(text: str) -> int:
    """Offset after the last word of a field in a text that begins with one, known or not."""
    ends = [found.end() for found in WORD.finditer(text) if is_field_word(found[0])]
    return ends[-1] if ends else 0
