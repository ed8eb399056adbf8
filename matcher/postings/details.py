"""What a posting says besides skills, years and degree: shown to who checks, never scored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from matcher.languages import CATEGORY, MANY, level_of, said_levels
from matcher.postings.facts import FIELDS_OF_STUDY, RULE_OUT, DegreeAsked
from matcher.postings.lines import PostingLine
from matcher.postings.places import read_location, read_workplace
from matcher.postings.wording import AskingLine
from matcher.records import (
    AskedCertificate,
    AskedLanguage,
    JobDetails,
    Seniority,
    Skill,
    SpokenLanguage,
)
from matcher.titles import seniority_of

_CERTIFICATES = frozenset({"certification", "professional-credential"})  # of the taxonomy
# Licences of other trades stand in the taxonomy beside what they allow.
_LICENCE = re.compile(r"\b(?:licen[cs]e|certifi\w+|registered|life support)\b", re.IGNORECASE)


def read_details(
    text: str,
    title: str,
    lines: Sequence[PostingLine],
    asked: Sequence[AskingLine],
    degree: DegreeAsked,
    skills: Mapping[str, Skill],
) -> JobDetails:
    """The details of a posting; ``lines`` are those of its text, ``asked`` those of them that may
    ask for something, ``skills`` the taxonomy that their mentions are of."""
    return JobDetails(
        seniority=seniority_of(title) or _said_seniority(lines),
        degree_or_experience=degree.level if degree.replaceable else None,
        languages=_languages(asked, skills),
        certificates=_certificates(asked, skills),
        location=read_location(text, title, lines),
        workplace=read_workplace(title, lines),
    )


# ---------------------------------------------------------------- seniority

_LABELLED = re.compile(
    r"^(?:(?:seniority|experience|career|job|position|role)(?: level)?|level|employment type|"
    r"job type)\s*:\s*(.{1,40})$",
    re.IGNORECASE,
)
_RANKS = (
    r"(entry[- ]level|junior|mid[- ]level|senior(?:[- ]level)?|lead|principal|graduate|"
    r"intern(?:ship)?)"
)
# Said of the job itself; "mentor junior analysts" and "report to senior management" are not.
_SAID = re.compile(
    rf"\b(?:this|is|for this|us as|the)(?: (?:new|full[- ]time|part[- ]time|paid|exciting|"
    rf"an?|contract|permanent|our|professional))*"
    rf" {_RANKS},?(?: [\w/&-]+){{0,4}}? (?:position|role|opportunity|job)\b"
    rf"|\b(?:looking for|seeking|seeks|hiring|to hire|search of|recruiting)"
    rf"(?: for)?(?: an?| our(?: next| first)?| talented| experienced| new)* {_RANKS}\b"
    rf"|^{_RANKS}(?: (?:position|role)\b| or \d)",
    re.IGNORECASE,
)


def _said_seniority(lines: Iterable[PostingLine]) -> Seniority | None:
    """The rank of a field such as "Seniority: junior", else the first that is said of the job."""
    said: Seniority | None = None
    for line in lines:
        if (field := _LABELLED.match(line.text)) and (rank := seniority_of(field[1])):
            return rank
        if said is None and (found := _SAID.search(line.text)):
            said = seniority_of(found[found.lastindex or 0])
    return said


# ---------------------------------------------------------------- languages, certificates


_NEAR = 40  # characters from a language to the words for its level: a sentence has many others


# "Fluency in written and spoken English": the level stands before the "and", which parts a list.
_FLUENT = re.compile(
    rf"\b(fluen(?:t|cy)|native|bilingual|[ABC][12])\b[^,;.]{{0,{_NEAR}}}$", re.IGNORECASE
)


def _languages(
    asked: Iterable[AskingLine], skills: Mapping[str, Skill]
) -> tuple[AskedLanguage, ...]:
    """Each language once, required before preferred, with the first level that is said of it.
    Among the duties one counts only with its level: what one translates from is no demand."""
    found: dict[str, AskedLanguage] = {}
    for line in asked:
        named = [
            mention
            for mention in line.mentions
            if skills[mention.skill_id].category == CATEGORY
            and not mention.negated
            and not _studied(line.text, mention.start)
        ]
        for mention, level, said in said_levels(line.text, named):
            wanted = line.wanted(mention.start)
            near = line.text[max(0, mention.start - _NEAR) : mention.end + _NEAR]
            if said not in near:
                level, said = None, ""
            if not said and (far := _FLUENT.search(line.text, 0, mention.start)):
                level, said = level_of(far[1])
            if mention.skill_id == MANY or wanted is None or (line.duty and not said):
                continue
            known = found.get(mention.skill_id)
            if known is None or wanted > known.required:
                name = skills[mention.skill_id].label
                found[mention.skill_id] = AskedLanguage(SpokenLanguage(name, level, said), wanted)
    return tuple(sorted(found.values(), key=lambda one: not one.required))


def _studied(line: str, offset: int) -> bool:
    """Whether what stands at an offset is what one studied: "a degree in English"."""
    return any(one.start() <= offset < one.end() for one in FIELDS_OF_STUDY.finditer(line))


def _certificates(
    asked: Iterable[AskingLine], skills: Mapping[str, Skill]
) -> tuple[AskedCertificate, ...]:
    """Each certificate of the taxonomy once, required before preferred."""
    found: dict[str, bool] = {}
    for line in asked:
        for mention in line.mentions:
            skill = skills[mention.skill_id]
            licence = not line.duty and bool(_LICENCE.search(skill.label))
            certificate = licence or skill.category in _CERTIFICATES
            wanted = line.wanted(mention.start)
            if mention.negated or wanted is None or mention.skill_id in RULE_OUT:
                continue
            if certificate:
                found[mention.skill_id] = wanted or found.get(mention.skill_id, False)
    certificates = [AskedCertificate(skill_id, wanted) for skill_id, wanted in found.items()]
    return tuple(sorted(certificates, key=lambda one: not one.required))
