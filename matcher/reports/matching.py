"""match, rank: fits and what explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from matcher import contract as c
from matcher.records import (
    DEGREES,
    AskedCertificate,
    AskedLanguage,
    JobDetails,
    JobPosting,
    Line,
    LiteralRequirement,
    Requirement,
    Resume,
)
from matcher.reports.base import (
    any_of_refs,
    engine_json,
    failure_json,
    requirement_refs,
    role_ref,
    skill_ref,
    warnings_of,
)
from matcher.resumes import titles
from matcher.wording import in_words

if TYPE_CHECKING:
    from matcher.corpus import Corpus
    from matcher.corpus.percentiles import Percentile
    from matcher.results import Candidate, Match, MatchResult, Ranking
    from matcher.scoring.fits import LiteralMatch, Matched, Missing, Prospect, Scored, ScorePart


def match_report(result: MatchResult, corpus: Corpus) -> c.MatchReport:
    """``matcher match``: one resume."""
    return {
        "schema": "matcher.match/1",
        **engine_json(result.engine),
        "resume": _resume(result.resume),
        "matches": [_match(match, result.resume, corpus) for match in result],
    }


def rank_report(ranking: Ranking, corpus: Corpus) -> c.RankReport:
    """``matcher rank``."""
    return {
        "schema": "matcher.rank/1",
        **engine_json(ranking.engine),
        "job": job(ranking.posting, corpus),
        "candidates": [
            _candidate(candidate, ranking.posting, corpus) for candidate in ranking.candidates
        ],
        "failures": [failure_json(document) for document in ranking.failures],
    }


def job(posting: JobPosting, corpus: Corpus) -> c.JobJson:
    """What was read from a posting."""
    return {
        "title": posting.title,
        "required": requirement_refs(posting.requirements, corpus, required=True),
        "preferred": requirement_refs(posting.requirements, corpus, required=False),
        "unrecognised": [
            {"text": item.text, "importance": _importance(item)} for item in posting.unrecognised
        ],
        "years_required": posting.years_required,
        "degree": DEGREES[posting.degree] if posting.degree else None,
        "responsibilities": list(posting.responsibilities),
        "knockouts": list(posting.knockouts),
        "details": _job_details(posting.details, corpus),
    }


def _job_details(details: JobDetails, corpus: Corpus) -> c.JobDetailsJson:
    degree = details.degree_or_experience
    return {
        "seniority": details.seniority,
        "degree_or_experience": DEGREES[degree] if degree else None,
        "languages": [
            {
                "name": asked.language.name,
                "level": asked.language.level,
                "said": asked.language.said,
                "importance": _importance(asked),
            }
            for asked in details.languages
        ],
        "certificates": [
            {**skill_ref(asked.skill_id, corpus), "importance": _importance(asked)}
            for asked in details.certificates
        ],
        "location": details.location,
        "workplace": details.workplace,
    }


def _importance(
    asked: Requirement | LiteralRequirement | AskedLanguage | AskedCertificate,
) -> c.Importance:
    return "required" if asked.required else "preferred"


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


def _match(match: Match, resume: Resume, corpus: Corpus) -> c.MatchJson:
    return {
        "role": role_ref(match.role),
        "cosine": match.cosine,
        "percentile": _percentile(match.percentile),
        **_fit(match.scored, resume, corpus, match.role.id, match.percentile),
        "what_if": _prospect(match.scored.what_if),
    }


def _candidate(candidate: Candidate, posting: JobPosting, corpus: Corpus) -> c.CandidateJson:
    resume, scored = candidate.resume, candidate.scored
    return {
        "rank": candidate.rank,
        "id": resume.document.id,
        "path": resume.document.name,
        "status": resume.document.status.value,
        "warnings": warnings_of(resume),
        "years_experience": resume.years_experience,
        "knockouts": list(posting.knockouts),
        "same_as": list(candidate.same_as),
        **_fit(scored, resume, corpus, None),
    }


def _percentile(percentile: Percentile | None) -> c.PercentileJson | None:
    return None if percentile is None else {"percent": percentile.percent, "n": percentile.n}


def _fit(
    scored: Scored,
    resume: Resume,
    corpus: Corpus,
    role_id: str | None,
    percentile: Percentile | None = None,
) -> c.FitJson:
    return {
        "fit": scored.fit.points,
        "band": cast(c.Band, scored.fit.band),
        "parts": [_part(part, resume) for part in scored.fit.parts],
        "matched": [_matched(item, resume, corpus) for item in scored.matched],
        "missing": [_missing(item, corpus, role_id) for item in scored.missing],
        "unrecognised": [_unrecognised(item, resume) for item in scored.literals],
        "next_band": _prospect(scored.next_band),
        "in_words": list(in_words(scored, corpus, percentile)),
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
        "importance": _importance(item.requirement),
        "any_of": any_of_refs(item.requirement, corpus),
        "level": holding.level,
        "via": corpus.label(holding.via) if holding.via else None,
        "via_id": holding.via,
        "credit": holding.credit,
        "points": item.points,
        "months": holding.months,
        "last_used": str(holding.last_used) if holding.last_used else None,
        "evidence": [_evidence(line, resume) for line in holding.lines],
    }


def _gain(item: Missing) -> float:
    if item.gain is None:
        raise ValueError("a report tells gains: match with gains=True")
    return item.gain


def _missing(item: Missing, corpus: Corpus, role_id: str | None) -> c.MissingJson:
    return {
        "skill": item.skill.label,
        "skill_id": item.skill.id,
        "importance": _importance(item.requirement),
        "any_of": any_of_refs(item.requirement, corpus),
        "points": item.points,
        "gain": _gain(item),
        "demand": corpus.demand.get((role_id, item.skill.id)) if role_id else None,
        "nearest": item.nearest
        and {
            **skill_ref(item.nearest[0], corpus),
            "credit": item.nearest[1],
            "reason": item.skill.reasons.get(item.nearest[0], "family"),
        },
        "aspiring": item.aspiring,
        "denied": item.denied,
    }


def _unrecognised(item: LiteralMatch, resume: Resume) -> c.UnrecognisedJson:
    return {
        "text": item.requirement.text,
        "importance": _importance(item.requirement),
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
