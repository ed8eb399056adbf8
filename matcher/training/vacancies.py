"""Titles as vacancies write them: a rank before, a place, a contract or a plea behind.

Training pairs such a title with the plain one, so that the words around a trade come to weigh
little: "URGENT Senior Welder (Night Shift) - Leeds" is a welder.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator

from matcher.training.pairs import Concept

_SOURCES = ("onet-title", "esco-title", "role")
_P_RANK, _P_SECOND, _P_TERMS, _P_PLACE, _P_SHOUTED = 0.55, 0.12, 0.5, 0.3, 0.15
_PLACED = ("{} - {}", "{} ({})", "{}, {}", "{} in {}", "{} {}")

_RANKS = (
    "senior; sr.; junior; jr; lead; head; chief; principal; staff; associate; assistant; deputy; "
    "graduate; trainee; apprentice; intern; internship; student; entry level; mid level; "
    "experienced; skilled; qualified; registered; certified; freelance; part time; part-time; "
    "full time; full-time; temporary; temp; permanent; contract; seasonal; casual; relief; "
    "night shift; weekend; day shift; remote; hybrid; urgent; urgently required; hiring; "
    "now hiring; wanted; regional; area; national; global; international; group; field; mobile; "
    "travelling; bilingual; in-house; new; 2x; (senior); (junior)"
).split("; ")
_TERMS = (
    "(m/f/d); (f/m/x); m/w/d; (remote); - remote; (hybrid); (part time); part time; - full time; "
    "full-time; (permanent); permanent; (contract); 6 month contract; 12 months; fixed term; "
    "maternity cover; temporary; - immediate start; immediate start; start asap; asap; needed; "
    "wanted; required; position; vacancy; job; jobs; opportunity; role; opening; i; ii; iii; "
    "level 2; (level 3); grade 5; trainee; apprenticeship; apprentice; intern; internship; "
    "(intern); graduate; fresh graduate; fresh graduates welcome; no experience required; "
    "entry level; - night shift; (nights); day shift; weekends; shift work; 5 days week; "
    "- up to 45k; $20/hr; $18 per hour; competitive salary; + bonus; with benefits; up to $3000; "
    "2500-3500; (ref 10423); ref: 5521; job id 88301; #1123; urgent; (urgent); - hiring now; team; "
    "department; dept; division; services; group; staff; executive; officer; specialist; "
    "professional; personnel; crew; member; level; for growing company; for leading company; "
    "- international company; well known company; in start-up; mnc; sme; pte ltd; ltd; inc; gmbh"
).split("; ")
_PLACES = (
    "london; manchester; birmingham; leeds; new york; texas; california; chicago; boston; atlanta; "
    "seattle; toronto; vancouver; sydney; melbourne; dublin; singapore; hong kong; kuala lumpur; "
    "mumbai; bangalore; delhi; manila; jakarta; bangkok; dubai; berlin; munich; paris; amsterdam; "
    "madrid; lisbon; milan; warsaw; zurich; vienna; stockholm; north; south; east; west; central; "
    "city; downtown; airport; island; uk; usa; us; europe; emea; apac; asia; middle east; "
    "nationwide; head office; hq"
).split("; ")


def vacancies(concepts: Iterable[Concept]) -> Iterator[Concept]:
    """For each occupation its names, each once as a vacancy might write it; the same names give
    the same titles."""
    for concept in concepts:
        if concept.source in _SOURCES:
            draw = random.Random(hashlib.sha256(concept.names[0].encode()).digest())
            written = dict.fromkeys(_written(name, draw) for name in concept.names)
            texts = tuple(text for text in written if text not in concept.names)
            yield Concept("vacancy", (concept.names[0],), texts)


def _written(name: str, draw: random.Random) -> str:
    text = name
    if draw.random() < _P_RANK:
        text = f"{draw.choice(_RANKS)} {text}"
    if draw.random() < _P_SECOND:
        text = f"{draw.choice(_RANKS)} {text}"
    if draw.random() < _P_TERMS:
        text = f"{text} {draw.choice(_TERMS)}"
    if draw.random() < _P_PLACE:
        text = draw.choice(_PLACED).format(text, draw.choice(_PLACES))
    return text.upper() if draw.random() < _P_SHOUTED else text
