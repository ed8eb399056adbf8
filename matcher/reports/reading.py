"""parse, skills, title: what was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from matcher import contract as c
from matcher.inspection import months_of, skill_times
from matcher.records import Month, Position, PositionDetail, PositionKind, Resume
from matcher.reports.base import engine_json, month_json, role_ref, skill_refs, warnings_of
from matcher.skills import by_skill

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.inspection import Inspection, SkillTime
    from matcher.matching import Matcher
    from matcher.profiles import Profile
    from matcher.readability import Readability
    from matcher.results import Engine
    from matcher.title_reading import TitleReading


def skills_report(
    resume: Resume, profile: Profile | None, engine: Engine, corpus: Corpus
) -> c.SkillsReport:
    """``matcher skills``. An unreadable document has no profile, and no skills."""
    document = resume.document
    found = by_skill(profile.mentions) if profile else {}
    times = skill_times(profile) if profile else {}
    return {
        "schema": "matcher.skills/1",
        **engine_json(engine),
        "path": document.name,
        "status": document.status.value,
        "message": document.message,
        "skills": [
            {
                "skill": corpus.label(skill_id),
                "skill_id": skill_id,
                "category": corpus.skills[skill_id].category,
                **_skill_time(times.get(skill_id), document.text),
                "mentions": [
                    {
                        "text": document.text[mention.start : mention.end],
                        "start": mention.start,
                        "end": mention.end,
                        "section": resume.section_at(mention.start).value,
                        "page": document.page(mention.start),
                        "negated": mention.negated,
                        "aspiring": mention.aspiring,
                        "adjacent": mention.adjacent,
                    }
                    for mention in mentions
                ],
            }
            for skill_id, mentions in sorted(found.items(), key=lambda pair: pair[1][0].start)
        ],
    }


def _skill_time(time: SkillTime | None, text: str) -> c.SkillTimeJson:
    return {
        "level": time.level if time else None,
        "months": time.months if time else None,
        "first_used": month_json(time.first_used) if time else None,
        "last_used": month_json(time.last_used) if time else None,
        "positions": time.n_positions if time else 0,
        "claims": [
            {"level": claim.level, "years": claim.years, "text": text[claim.start : claim.end]}
            for claim in (time.claims if time else ())
        ],
    }


def parse_report(inspection: Inspection, engine: Engine) -> c.ParseReport:
    """``matcher parse``: what was read."""
    resume, details, now = inspection.resume, inspection.details, inspection.now
    document = resume.document
    text = document.text
    return {
        "schema": "matcher.parse/1",
        **engine_json(engine),
        "path": document.name,
        "id": document.id,
        "format": document.format,
        "language": document.language,
        "text": text,
        "status": document.status.value,
        "message": document.message,
        "sections": [
            {
                "kind": section.kind.value,
                "heading": section.heading,
                "text": text[section.start : section.end],
            }
            for section in resume.sections
        ],
        "experience": [
            _position(position, detail, text, now)
            for position, detail in zip(resume.positions, details.positions, strict=True)
        ],
        "volunteering": [
            _position(position, PositionDetail(PositionKind.VOLUNTEER, ""), text, now)
            for position in details.volunteering
        ],
        "gaps": [
            {"start": str(gap.start), "end": str(gap.end), "months": gap.months}
            for gap in details.gaps
        ],
        "years_by_family": [
            {"family": each.family, "years": each.years} for each in inspection.families
        ],
        "education": [
            {
                "degree": entry.degree,
                "field": entry.field,
                "institution": entry.institution,
                "year": entry.year,
            }
            for entry in resume.education
        ],
        "certificates": [
            {
                "name": each.name,
                "skill_id": each.skill_id,
                "issued": each.issued,
                "expires": month_json(each.expires),
                "expired": each.lapsed or (each.expires is not None and each.expires < now),
            }
            for each in details.certificates
        ],
        "languages": [
            {"name": each.name, "level": each.level, "said": each.said}
            for each in details.languages
        ],
        "publications": list(details.publications),
        "contact": {
            "name": resume.contact.name,
            "email": resume.contact.email,
            "phone": resume.contact.phone,
            "links": list(resume.contact.links),
        },
        "years_experience": resume.years_experience,
        "readability": _readability(inspection.readability),
        "warnings": warnings_of(resume),
    }


def _position(position: Position, detail: PositionDetail, text: str, now: Month) -> c.PositionJson:
    return {
        "title": position.title,
        "company": position.company,
        "start": month_json(position.start),
        "end": month_json(position.end),
        "current": position.current,
        "kind": detail.kind.value,
        "place": detail.place,
        "months": months_of(position, now),
        "text": text[position.span[0] : position.span[1]],
    }


def _readability(found: Readability) -> c.ReadabilityJson:
    return {
        "extractor": found.extractor,
        "words_lost": found.words_lost,
        "lines_torn": found.lines_torn,
        "findings": [
            {
                "code": each.code,
                "message": each.message,
                "fix": each.fix,
                "examples": list(each.examples),
            }
            for each in found.findings
        ],
    }


def title_report(readings: Iterable[TitleReading], matcher: Matcher) -> c.TitleReport:
    """``matcher title``."""
    corpus = matcher.corpus
    return {
        "schema": "matcher.title/1",
        **engine_json(matcher.engine),
        "titles": [
            {
                "text": reading.title,
                "parts": {
                    "seniority": reading.parts.seniority,
                    "function": reading.parts.function,
                    "domain": reading.parts.domain,
                    "technologies": skill_refs(reading.parts.technologies, corpus),
                },
                "roles": [
                    {
                        **role_ref(corpus.roles[found.role_id]),
                        "score": found.score,
                        "via": found.via,
                        "known_as": found.known_as,
                    }
                    for found in reading.roles
                ],
            }
            for reading in readings
        ],
    }
