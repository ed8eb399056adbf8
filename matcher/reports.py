"""Results as the JSON of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from matcher import contract as c
from matcher.inspection import months_of, skill_times
from matcher.records import (
    DEGREES,
    JobPosting,
    Line,
    Month,
    Notice,
    Position,
    PositionDetail,
    PositionKind,
    Requirement,
    Resume,
    Role,
)
from matcher.resumes import titles
from matcher.skills import by_skill
from matcher.wording import in_words

if TYPE_CHECKING:
    from matcher.careers import CareerView
    from matcher.corpus import Corpus
    from matcher.fits import LiteralMatch, Matched, Missing, Prospect, Scored, ScorePart
    from matcher.inspection import Inspection, SkillTime
    from matcher.learning import LearningPath, Step
    from matcher.matching import Matcher
    from matcher.profiles import Profile
    from matcher.readability import Readability
    from matcher.results import Candidate, Engine, Match, MatchResult, Ranking
    from matcher.title_reading import TitleReading

# ---------------------------------------------------------------- JSON


def match_report(result: MatchResult, corpus: Corpus) -> c.MatchReport:
    """``matcher match``: one resume."""
    return {
        "schema": "matcher.match/1",
        **_engine(result.engine),
        "resume": _resume(result.resume),
        "matches": [_match(match, result.resume, corpus) for match in result],
    }


def rank_report(ranking: Ranking, corpus: Corpus, *, blind: bool = False) -> c.RankReport:
    """``matcher rank``. ``blind`` puts the document id where the path stands."""
    return {
        "schema": "matcher.rank/1",
        **_engine(ranking.engine),
        "job": job(ranking.posting, corpus),
        "candidates": [
            _candidate(candidate, ranking.posting, corpus, blind)
            for candidate in ranking.candidates
        ],
        "failures": [
            {
                "path": document.id if blind else document.name,
                "code": document.status.value,
                "message": "" if blind else document.message,
            }
            for document in ranking.failures
        ],
    }


def skills_report(resume: Resume, profile: Profile | None, corpus: Corpus) -> c.SkillsReport:
    """``matcher skills``. An unreadable document has no profile, and no skills."""
    document = resume.document
    found = by_skill(profile.mentions) if profile else {}
    times = skill_times(profile) if profile else {}
    return {
        "schema": "matcher.skills/1",
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
                        "section": _section_at(resume, mention.start),
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
        "first_used": _month(time.first_used) if time else None,
        "last_used": _month(time.last_used) if time else None,
        "positions": time.n_positions if time else 0,
        "claims": [
            {"level": claim.level, "years": claim.years, "text": text[claim.start : claim.end]}
            for claim in (time.claims if time else ())
        ],
    }


def parse_report(inspection: Inspection) -> c.ParseReport:
    """``matcher parse``: what was read."""
    resume, details, now = inspection.resume, inspection.details, inspection.now
    document = resume.document
    text = document.text
    return {
        "schema": "matcher.parse/1",
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
                "issued": _month(each.issued),
                "expires": _month(each.expires),
                "expired": each.expires is not None and each.expires < now,
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
        "start": _month(position.start),
        "end": _month(position.end),
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


def _month(month: Month | None) -> str | None:
    return None if month is None else str(month)


def path_report(path: LearningPath, resume: Resume, engine: Engine, corpus: Corpus) -> c.PathReport:
    """``matcher path``."""
    return {
        "schema": "matcher.path/1",
        **_engine(engine),
        "path": resume.document.name,
        "id": resume.document.id,
        "role": _role_ref(path.role),
        "fit": path.fit,
        "band": cast(c.Band, path.band),
        "hours": path.hours,
        "weeks": path.weeks,
        "basis": path.basis,
        "stages": [
            {
                "band": cast(c.Band, stage.band),
                "hours": stage.hours,
                "steps": [_step(step, corpus) for step in stage.steps],
            }
            for stage in path.stages
        ],
    }


def _step(step: Step, corpus: Corpus) -> c.StepJson:
    lesson = step.lesson
    return {
        "skill": step.skill.label,
        "skill_id": step.skill.id,
        "needed_for": _skill_ref(step.needed_for.id, corpus) if step.needed_for else None,
        "gain": step.gain,
        "fit": step.fit,
        "demand": step.demand,
        "hours": step.hours,
        "build": lesson.build if lesson else "",
        "docs": lesson.docs if lesson else "",
        "book": lesson.book if lesson else "",
        "course": lesson.course if lesson else "",
        "certificates": _skill_refs(lesson.certificates if lesson else (), corpus),
    }


def careers_report(
    view: CareerView, resume: Resume, engine: Engine, corpus: Corpus
) -> c.CareersReport:
    """``matcher careers``."""
    return {
        "schema": "matcher.careers/1",
        **_engine(engine),
        "path": resume.document.name,
        "id": resume.document.id,
        "role": _role_ref(view.role),
        "fit": view.fit.points,
        "band": cast(c.Band, view.fit.band),
        "axes": _axes(view.standing.axes) if view.standing else None,
        "flow": [
            {"point": point.name, "about": point.about, "share": share}
            for point, share in (view.standing.flow if view.standing else ())
        ],
        "moves": [
            {
                "role": _role_ref(move.role),
                "fit": move.fit.points,
                "band": cast(c.Band, move.fit.band),
                "axes": _axes(move.role.axes),
                "distance": move.difference.distance,
                "shared": _skill_refs((each.id for each in move.difference.shared), corpus),
                "only_there": _skill_refs((each.id for each in move.difference.only_there), corpus),
                "bridge": _skill_refs((each.id for each in move.difference.bridge), corpus),
                "bridge_missing": _skill_refs((each.id for each in move.bridge_missing), corpus),
            }
            for move in view.moves
        ],
    }


def compare_report(results: tuple[MatchResult, MatchResult], corpus: Corpus) -> c.CompareReport:
    """``matcher compare``: each result has one match, both of the same role."""
    first, second = (result[0] for result in results)
    ours, theirs = (
        {item.requirement.any_of: item for item in match.matched} for match in (first, second)
    )
    asked = [item.any_of for item in first.role.requirements]

    def refs(
        wanted: Callable[[tuple[str, ...]], bool], *, of: Mapping[tuple[str, ...], Matched]
    ) -> list[c.SkillRefJson]:
        chosen = [group for group in asked if wanted(group)]
        named = (of[group].skill.id if group in of else group[0] for group in chosen)
        return _skill_refs(named, corpus)

    def credit(found: Mapping[tuple[str, ...], Matched], group: tuple[str, ...]) -> float:
        return found[group].holding.credit if group in found else 0.0

    return {
        "schema": "matcher.compare/1",
        **_engine(results[0].engine),
        "role": _role_ref(first.role),
        "first": _compared(results[0]),
        "second": _compared(results[1]),
        "parts": [
            {
                "name": one.name,
                "max_points": one.max_points,
                "first": one.points,
                "second": other.points,
            }
            for one, other in zip(first.fit.parts, second.fit.parts, strict=True)
        ],
        "only_first": refs(lambda group: group in ours and group not in theirs, of=ours),
        "only_second": refs(lambda group: group in theirs and group not in ours, of=theirs),
        "stronger_first": refs(
            lambda group: group in theirs and credit(ours, group) > credit(theirs, group), of=ours
        ),
        "stronger_second": refs(
            lambda group: group in ours and credit(theirs, group) > credit(ours, group), of=theirs
        ),
        "both": refs(lambda group: group in ours and group in theirs, of=ours),
        "neither": refs(lambda group: group not in ours and group not in theirs, of={}),
    }


def _compared(result: MatchResult) -> c.ComparedResumeJson:
    return {
        "path": result.document.name,
        "id": result.document.id,
        "fit": result[0].fit.points,
        "band": cast(c.Band, result[0].fit.band),
    }


def _axes(axes: tuple[float, float, float]) -> c.AxesJson:
    return {"software": axes[0], "statistics": axes[1], "infrastructure": axes[2]}


def _engine(engine: Engine) -> c.EngineJson:
    return {
        "engine": engine.version,
        "corpus": engine.corpus,
        "model": engine.model,
        "today": engine.today.isoformat(),
    }


def roles_report(roles: Iterable[Role], corpus: Corpus) -> c.RolesReport:
    """``matcher roles``."""
    return {
        "schema": "matcher.roles/1",
        "corpus": corpus.fingerprint,
        "roles": [
            {
                **_role_ref(role),
                "also": list(role.also),
                "summary": role.summary,
                "responsibilities": list(role.responsibilities),
                "required": _requirements(role.requirements, corpus, required=True),
                "preferred": _requirements(role.requirements, corpus, required=False),
                "levels": [
                    {"name": level.name, "years": level.years, "signs": level.signs}
                    for level in role.levels
                ],
                "axes": _axes(role.axes),
                "neighbours": list(role.neighbours),
                "degree": DEGREES[role.degree] if role.degree else None,
                "tools": [_skill_refs(tools, corpus) for tools in role.tools],
                "bridges": {
                    neighbour: _skill_refs(bridge, corpus)
                    for neighbour, bridge in role.bridges.items()
                },
                "education": role.education,
                "certifications": _skill_refs(role.certifications, corpus),
            }
            for role in roles
        ],
    }


def title_report(readings: Iterable[TitleReading], matcher: Matcher) -> c.TitleReport:
    """``matcher title``."""
    corpus = matcher.corpus
    return {
        "schema": "matcher.title/1",
        "corpus": corpus.fingerprint,
        "model": matcher.encoder.name,
        "titles": [
            {
                "text": reading.title,
                "parts": {
                    "seniority": reading.parts.seniority,
                    "function": reading.parts.function,
                    "domain": reading.parts.domain,
                    "technologies": _skill_refs(reading.parts.technologies, corpus),
                },
                "roles": [
                    {
                        **_role_ref(corpus.roles[found.role_id]),
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


def job(posting: JobPosting, corpus: Corpus) -> c.JobJson:
    """What was read from a posting."""
    return {
        "title": posting.title,
        "required": _requirements(posting.requirements, corpus, required=True),
        "preferred": _requirements(posting.requirements, corpus, required=False),
        "unrecognised": [
            {"text": item.text, "importance": "required" if item.required else "preferred"}
            for item in posting.unrecognised
        ],
        "years_required": posting.years_required,
        "degree": DEGREES[posting.degree] if posting.degree else None,
        "responsibilities": list(posting.responsibilities),
        "knockouts": list(posting.knockouts),
    }


def _resume(resume: Resume) -> c.ResumeJson:
    document = resume.document
    return {
        "path": document.name,
        "id": document.id,
        "status": document.status.value,
        "message": document.message,
        "language": document.language,
        "years_experience": resume.years_experience,
        "titles": list(titles(resume)),
        "warnings": warnings_of(resume),
    }


def warnings_of(resume: Resume) -> list[c.NoticeJson]:
    """Everything a person should know about how a resume was read, each once."""
    notices: dict[Notice, None] = dict.fromkeys((*resume.document.notices, *resume.notices))
    return [{"code": notice.code, "message": notice.message} for notice in notices]


def _match(match: Match, resume: Resume, corpus: Corpus) -> c.MatchJson:
    return {
        "role": _role_ref(match.role),
        "cosine": match.cosine,
        **_fit(match.scored, resume, corpus, match.role.id),
        "what_if": _prospect(match.scored.what_if),
    }


def _candidate(
    candidate: Candidate, posting: JobPosting, corpus: Corpus, blind: bool
) -> c.CandidateJson:
    resume, scored = candidate.resume, candidate.scored
    return {
        "rank": candidate.rank,
        "id": resume.document.id,
        "path": resume.document.id if blind else resume.document.name,
        "status": resume.document.status.value,
        "warnings": warnings_of(resume),
        "years_experience": resume.years_experience,
        "knockouts": list(posting.knockouts),
        "same_as": list(candidate.same_as),
        **_fit(scored, resume, corpus, None),
    }


def _fit(scored: Scored, resume: Resume, corpus: Corpus, role_id: str | None) -> c.FitJson:
    return {
        "fit": scored.fit.points,
        "band": cast(c.Band, scored.fit.band),
        "parts": [_part(part, resume) for part in scored.fit.parts],
        "matched": [_matched(item, resume, corpus) for item in scored.matched],
        "missing": [_missing(item, corpus, role_id) for item in scored.missing],
        "unrecognised": [_unrecognised(item, resume) for item in scored.literals],
        "next_band": _prospect(scored.next_band),
        "in_words": list(in_words(scored)),
    }


def _prospect(prospect: Prospect | None) -> c.ProspectJson | None:
    if prospect is None:
        return None
    return {
        "skills": [{"skill": skill.label, "skill_id": skill.id} for skill in prospect.skills],
        "fit": prospect.points,
        "band": cast(c.Band, prospect.band),
    }


def _part(part: ScorePart, resume: Resume) -> c.PartJson:
    lines = {line.start: line for item in part.items for line in item.lines}
    return {
        "name": part.name,
        "points": part.points,
        "max_points": part.max_points,
        "known": part.known,
        "evidence": [_evidence(lines[start], resume) for start in sorted(lines)],
        "items": [
            {
                "text": item.text,
                "points": item.points,
                "evidence": [_evidence(line, resume) for line in item.lines],
            }
            for item in part.items
        ],
    }


def _matched(item: Matched, resume: Resume, corpus: Corpus) -> c.MatchedJson:
    holding = item.holding
    return {
        "skill": item.skill.label,
        "skill_id": item.skill.id,
        "importance": "required" if item.requirement.required else "preferred",
        "any_of": _any_of(item.requirement, corpus),
        "level": holding.level,
        "via": corpus.label(holding.via) if holding.via else None,
        "credit": holding.credit,
        "points": item.points,
        "months": holding.use.months,
        "last_used": str(holding.use.last_used) if holding.use.last_used else None,
        "evidence": [_evidence(line, resume) for line in holding.use.lines],
    }


def _missing(item: Missing, corpus: Corpus, role_id: str | None) -> c.MissingJson:
    return {
        "skill": item.skill.label,
        "skill_id": item.skill.id,
        "importance": "required" if item.requirement.required else "preferred",
        "any_of": _any_of(item.requirement, corpus),
        "points": item.points,
        "gain": item.gain,
        "demand": corpus.demand.get((role_id, item.skill.id)) if role_id else None,
        "nearest": item.nearest
        and {
            "skill": corpus.label(item.nearest[0]),
            "credit": item.nearest[1],
            "reason": item.skill.reasons.get(item.nearest[0], "family"),
        },
        "aspiring": item.aspiring,
    }


def _unrecognised(item: LiteralMatch, resume: Resume) -> c.UnrecognisedJson:
    return {
        "text": item.requirement.text,
        "importance": "required" if item.requirement.required else "preferred",
        "found": bool(item.lines),
        "points": item.points,
        "evidence": [_evidence(line, resume) for line in item.lines],
    }


def _evidence(line: Line, resume: Resume) -> c.EvidenceJson:
    return {
        "text": line.text,
        "page": resume.document.page(line.start),
        "section": line.section.value,
        "start": line.start,
        "end": line.end,
    }


def _section_at(resume: Resume, offset: int) -> str:
    for section in resume.sections:
        if section.start <= offset < section.end:
            return section.kind.value
    return "other"


def _role_ref(role: Role) -> c.RoleRefJson:
    return {"id": role.id, "title": role.title, "family": role.family}


def _any_of(requirement: Requirement, corpus: Corpus) -> list[c.SkillRefJson] | None:
    if len(requirement.any_of) == 1:
        return None
    return [_skill_ref(skill_id, corpus) for skill_id in requirement.any_of]


def _skill_refs(skill_ids: Iterable[str], corpus: Corpus) -> list[c.SkillRefJson]:
    return [_skill_ref(skill_id, corpus) for skill_id in skill_ids]


def _skill_ref(skill_id: str, corpus: Corpus) -> c.SkillRefJson:
    return {"skill": corpus.label(skill_id), "skill_id": skill_id}


def _requirements(
    requirements: Sequence[Requirement], corpus: Corpus, *, required: bool
) -> list[c.SkillRefJson | c.AnyOfJson]:
    found: list[c.SkillRefJson | c.AnyOfJson] = []
    for requirement in requirements:
        if requirement.required is required:
            group = _any_of(requirement, corpus)
            found.append({"any_of": group} if group else _skill_ref(requirement.any_of[0], corpus))
    return found
