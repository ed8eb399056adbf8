"""What is told in sentences, on a terminal as on a page.

A fit in three, made from its parts by rules: what it is, what earned it, what would raise it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from matcher.corpus import Corpus
from matcher.corpus.percentiles import Percentile
from matcher.corpus.weights import Weights
from matcher.records import (
    DEGREES,
    Document,
    JobDetails,
    JobPosting,
    Line,
    Reason,
    Requirement,
    Resume,
    Status,
)
from matcher.scoring.fits import (
    FAINT,
    FitScore,
    Item,
    Matched,
    Missing,
    Prospect,
    Scored,
    ScorePart,
    most_first,
)
from matcher.scoring.holdings import Holding

BAND_NAMES = {
    "strong": "strong",
    "good": "good",
    "partial": "partial",
    "weak": "weak",
    "out_of_scope": "out of scope",
}
PART_NAMES = {
    "skills": "Skills",
    "experience": "Experience",
    "titles": "Titles held",
    "years": "Years",
    "degree": "Degree",
}
_WEIGHT_NAMES = {
    "parts": "{}",
    "importance": "{} skills",
    "credit": "a skill {}",
    "bands": "the band {}",
    "posting_bands": "the band {} for postings",
    "scope": "the scope by {}",
}
_LEVELS = {
    "demonstrated": "a line about work shows it",
    "listed": "it is named, but no line about work shows it",
    "implied": "another skill that was found includes it",
    "inferred": "a line about work shows it without naming it",
}
_MARKS = {  # of the notices that make a comparison doubtful
    "hidden_text": "hidden text",
    "language": "not in English",
    "ocr": "read from a scan",
    "partial": "read in part",
    "lost_letters": "letters lost",
}
_REASONS: dict[Reason, str] = {
    "family": "same family",
    "successor": "one took the other's place",
    "superset": "one includes the other",
}
_NEAR = 0.25  # of the points for titles: below, none is near enough to be named
# Of the longest axis: cooks, nurses and teachers stay under it, whoever works with data does not.
_IN_FIELD = 0.25
_QUOTE = 200  # characters of a line that are quoted
_FEW_ASKED = 5  # requirements; fewer order candidates by little
_NAMED = 4  # skills named before "and 7 more"


def in_words(
    scored: Scored, corpus: Corpus, percentile: Percentile | None = None
) -> tuple[str, str, str]:
    """The three sentences; the first also tells the percentile, where one is known."""
    return (
        _what_it_is(scored, percentile),
        _what_earned_it(scored),
        _what_would_raise_it(scored, corpus),
    )


def name_in_words(document: Document) -> str:
    """The name of a document; of an id that stands for it, as in a blind ranking, the beginning."""
    return document.id[:12] if document.name == document.id else document.name


def piece_in_words(part: ScorePart, item: Item) -> str:
    """ "title held: Data Engineer"; the item itself in other parts."""
    return f"title held: {item.text}" if part.name == "titles" else item.text


def faint_in_words(faint: Sequence[Item]) -> str:
    """ "3 duties with under 0.5 points each, 0.7 together: their lines are doubtful" """
    n, points = len(faint), sum(item.points for item in faint)
    duties = "1 duty with under" if n == 1 else f"{n} duties with under"
    each = "" if n == 1 else f" each, {points:.1f} together"
    lines = "its line is" if n == 1 else "their lines are"
    return f"{duties} {FAINT} points{each}: {lines} doubtful"


def percentile_in_words(percent: int, n: int) -> str:
    """ "higher than 93% of 802 reference resumes" """
    share = f"{percent}%" if percent else "hardly any"
    return f"higher than {share} of {n} reference resumes"


def bands_in_words(weights: Weights, *, posting: bool = False) -> str:
    """ "strong from 65 points, good from 50, partial from 35, weak from 20; …" """
    bands = weights.posting_bands if posting else weights.bands
    steps = [f"{BAND_NAMES[name]} from {least:g}" for name, least in bands]
    steps[0] += " points"
    return (
        f"{', '.join(steps)}; out of scope below these, and with any points where neither titles "
        "nor skills speak of the trade"
    )


def weights_in_words(weights: Weights, usual: Weights) -> str:
    """ "skills 70 instead of 55, preferred skills 0.6 instead of 0.4"; "the usual ones" where
    nothing differs."""
    before, now = usual.values(), weights.values()
    changed = [
        f"{_WEIGHT_NAMES[group].format(name)} {value:g} instead of {before[group][name]:g}"
        for group, named in now.items()
        for name, value in named.items()
        if value != before[group][name]
    ]
    return ", ".join(changed) or "the usual ones"


def what_if_in_words(prospect: Prospect, fit: FitScore) -> str:
    """ "now 74.2; with Kubernetes: 81.0 points, strong"; why where nothing changes."""
    told = f"now {fit.points:.1f}; {prospect_in_words(prospect)}"
    return told if prospect.points != fit.points else f"{told}: shown already, or not asked for"


def prospect_in_words(prospect: Prospect) -> str:
    """ "with Kubernetes and Terraform: 81.0 points, strong" """
    skills = _listed([skill.label for skill in prospect.skills], len(prospect.skills))
    return f"with {skills}: {prospect.points:.1f} points, {BAND_NAMES[prospect.band]}"


def missing_in_words(scored: Scored, corpus: Corpus) -> str:
    """The largest gaps with their gains; without these out of scope, where they would be an idle
    promise."""
    shown = [
        " or ".join(corpus.label(skill_id) for skill_id in gap.requirement.any_of[:3])
        + (f" {gain}" if (gain := gain_in_words(gap, scored.fit)) else "")
        for gap in scored.missing[:_NAMED]
    ]
    more = len(scored.missing) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def same_in_words(candidates: Sequence[tuple[int, str, Sequence[str]]]) -> list[str]:
    """ "1 and 3 seem to be the same person", each group once; ``candidates`` are ranks, ids and the
    ids that seem the same, see :func:`matcher.duplicates.same_people`."""
    ranks: dict[str, list[int]] = {}
    for rank, name, _ in candidates:
        ranks.setdefault(name, []).append(rank)
    groups = {
        tuple(sorted(rank for each in {name, *others} for rank in ranks[each]))
        for _, name, others in candidates
        if others
    }
    return [
        f"{_listed([str(rank) for rank in group], len(group))} seem to be the same person"
        for group in sorted(groups)
    ]


def years_in_words(resume: Resume) -> str:
    """ "6.5 years" """
    years = resume.years_experience
    return "no dates" if years is None else f"{years:g} year{'' if years == 1 else 's'}"


def marks_in_words(resume: Resume) -> str:
    """ "hidden text, not in English": what stands beside a candidate's name, for whoever compares
    many; empty for most."""
    codes = {notice.code for notice in (*resume.document.notices, *resume.notices)}
    return ", ".join(mark for code, mark in _MARKS.items() if code in codes)


def besides_in_words(details: JobDetails) -> str:
    """ "Also asked for, but not scored: senior; Ghent; hybrid"; empty where nothing is."""
    told = job_in_words(details)
    return f"Also asked for, but not scored: {told}" if told else ""


def thin_in_words(posting: JobPosting) -> str:
    """What a person should know of a posting of which little was read; "" where enough was."""
    n_asked = len(posting.requirements) + len(posting.unrecognised)
    said = [] if posting.title else ["no title was read from the posting, so titles do not count"]
    if n_asked < _FEW_ASKED:
        said.append(
            f"only {n_asked} requirement{' was' if n_asked == 1 else 's were'} read from it"
        )
    return (told[:1].upper() + told[1:]) if (told := "; ".join(said)) else ""


def job_in_words(details: JobDetails) -> str:
    """ "senior; Ghent; hybrid; bachelor degree or equivalent experience; English (C1); Dutch
    preferred": without certificates, which are among the requirements."""
    degree = details.degree_or_experience
    languages = [
        (_aside(asked.language.name, asked.language.level or asked.language.said), asked.required)
        for asked in details.languages
    ]
    said = [
        details.seniority,
        details.location,
        details.workplace,
        f"{DEGREES[degree]} degree or equivalent experience" if degree else None,
        *(name if required else f"{name} preferred" for name, required in languages),
    ]
    return "; ".join(filter(None, said))


def _aside(text: str, aside: str) -> str:
    return f"{text} ({aside})" if aside else text


def asked_in_words(gap: Missing, corpus: Corpus) -> str:
    """ "Tableau or Power BI": the skill that is best taken, then the others that would do."""
    others = [each for each in gap.requirement.any_of if each != gap.skill.id]
    return " or ".join([gap.skill.label, *map(corpus.label, others)])


def gain_in_words(gap: Missing, fit: FitScore) -> str:
    """ "+1.9"; empty out of scope, where it would be an idle promise."""
    return f"+{gap.gain:.1f}" if fit.in_scope and gap.gain is not None else ""


def gap_in_words(gap: Missing, corpus: Corpus, role_id: str | None = None) -> str:
    """ "required; in 40% of postings (2019); AngularJS is near (same family)" """
    share = corpus.demand.get((role_id or "", gap.skill.id))
    named = f"in {share:.0%} of postings" if share else ""
    said = [
        _importance(gap.requirement),
        _aside(named, corpus.demand_period) if named else "",
        near_in_words(gap, corpus),
        "the resume says that it is being learned" if gap.aspiring else "",
        "the resume says that it is not held" if gap.denied else "",
    ]
    return "; ".join(filter(None, said))


def matched_in_words(item: Matched, corpus: Corpus) -> str:
    """ "required; implied by PySpark, 31 months, last used 2022-02" """
    return f"{_importance(item.requirement)}; {holding_in_words(item.holding, corpus)}"


def _importance(requirement: Requirement) -> str:
    return "required" if requirement.required else "preferred"


def quoted(lines: Sequence[Line], resume: Resume, at: int | None = None) -> str:
    """The first evidence line, with its page and how many more there are; empty without any. Of a
    long one the words around the offset ``at`` are quoted, or those it begins with."""
    if not lines:
        return ""
    page = resume.document.page(lines[0].start)
    place = f" (page {page})" if page else ""
    more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
    return f"“{_excerpt(lines[0], at)}”{place}{more}"


def _excerpt(line: Line, at: int | None) -> str:
    text = line.text
    if len(text) <= _QUOTE:
        return " ".join(text.split())
    offset = 0 if at is None else at - line.start
    first = max(0, min(offset - _QUOTE // 2, len(text) - _QUOTE))
    last = first + _QUOTE
    before, after = "… " if first else "", " …" if last < len(text) else ""
    if before:  # whole words
        first = text.find(" ", first, offset) + 1 or first
    if after and (space := text.rfind(" ", offset, last)) > first:
        last = space
    return f"{before}{' '.join(text[first:last].split())}{after}"


def shown_in_words(holding: Holding, resume: Resume) -> str:
    """The line that shows a skill, see :func:`quoted`."""
    return quoted(holding.lines, resume, holding.use.named_at)


def holding_in_words(holding: Holding, corpus: Corpus) -> str:
    """ "implied by PySpark, 31 months, last used 2022-02" """
    said = [
        _level(holding) + (f" by {corpus.label(holding.via)}" if holding.via else ""),
        _months(holding.months) if holding.months else None,
        f"last used {holding.last_used}" if holding.last_used else None,
    ]
    return ", ".join(filter(None, said))


def _level(holding: Holding) -> str:
    return f"listed and {holding.level}" if holding.own else holding.level


def levels_in_words(holdings: Iterable[Holding]) -> str:
    """What the levels mean at which skills are held, of those that occur."""
    levels = set(chain.from_iterable(_level(holding).split(" and ") for holding in holdings))
    told = [f"{name}: {meaning}" for name, meaning in _LEVELS.items() if name in levels]
    return f"{'; '.join(told)}." if told else ""


def _months(months: int) -> str:
    return f"{months} month{'' if months == 1 else 's'}"


def near_in_words(gap: Missing, corpus: Corpus) -> str:
    """ "AngularJS is near (one took the other's place)"; empty where no relative is held."""
    if gap.nearest is None:
        return ""
    held, _ = gap.nearest
    return f"{corpus.label(held)} is near ({_REASONS[gap.skill.reasons.get(held, 'family')]})"


def standing_in_words(software: float, statistics: float, infrastructure: float) -> str:
    """Where a person stands among the roles that fit, each axis from 0 to 1; empty where they have
    little to do with any of them."""
    if max(software, statistics, infrastructure) < _IN_FIELD:
        return ""
    return (
        "The roles that fit ask, on a scale from 0 to 1, for "
        f"software {software:.2f}, statistics {statistics:.2f} and "
        f"infrastructure {infrastructure:.2f}."
    )


def granted_in_words(labels: Sequence[str]) -> str:
    """ "Granted by others, not learned in hours: Medical License."; empty where there are none."""
    return f"Granted by others, not learned in hours: {', '.join(labels)}." if labels else ""


def unnamed_in_words(labels: Sequence[str]) -> str:
    """ "Asked for and not found, ..., rather to be named than learned: SQL."; "" for none."""
    if not labels:
        return ""
    told = "Asked for and not found, though what the resume shows is learned after them"
    return f"{told}; if you know them, name them where you used them: {', '.join(labels)}."


def hours_in_words(hours: int, weeks: int, basis: str, *, taught: bool) -> str:
    """ "120 hours, 15 weeks in all: ..."; without a lesson for any step no hours."""
    if not taught:
        return "No lessons are on record for these, so no hours are told."
    return f"{hours} hours, {weeks} weeks in all: {basis}."


def stage_in_words(number: int, hours: int, fit: float, band: str, *, taught: bool) -> str:
    """ "Stage 1: 40 hours, to 61.2 (good)" """
    time = f"{hours} hours, " if taught else ""
    return f"Stage {number}: {time}to {fit:.1f} ({BAND_NAMES[band]})"


def step_in_words(
    needed_for: str | None, gain: float, demand: float | None, hours: int | None, *, begun: bool
) -> str:
    """ "+2.1 points, in 40% of postings, 20 hours"; ``needed_for`` names the skill that this one
    comes before; ``hours`` is None where no lesson tells them; ``begun``: it is being learned."""
    why = f"needed for {needed_for}" if needed_for else f"+{gain:.1f} points"
    named = "" if demand is None else f", in {demand:.0%} of postings"
    time = "" if hours is None else f", {hours} hours"
    return f"{why}{named}{time}" + (", which the resume says you have begun" if begun else "")


def status_in_words(status: Status) -> str:
    """ "too little text" """
    return status.value.replace("_", " ")


def _what_it_is(scored: Scored, percentile: Percentile | None) -> str:
    fit = scored.fit
    parts = [
        f"{part.name} {part.points:.1f} of {part.max_points:g}"
        if part.known
        else f"{part.name} unknown (0 of {part.max_points:g})"
        for part in fit.parts
    ]
    stands = f", {percentile_in_words(percentile.percent, percentile.n)}" if percentile else ""
    return f"{fit.points:.1f} of 100 points, {BAND_NAMES[fit.band]}{stands}: {', '.join(parts)}."


def _what_earned_it(scored: Scored) -> str:
    best = most_first(scored.matched)
    found = _listed([_with_level(item) for item in best[:_NAMED]], len(best))
    titles = [
        item.text
        for part in scored.fit.parts
        for item in part.items
        if part.name == "titles" and item.points >= _NEAR * part.max_points
    ]
    title = f"the title “{titles[0]}” comes nearest" if titles else "no title held comes near"
    if not found:
        return f"None of the skills that are asked for was found, and {title}."
    asked = len(scored.matched) + len(scored.missing)
    told = (
        f"; few sentences tell of work done, so skills and titles count {scored.belief:.0%}"
        if scored.belief < 1
        else ""
    )
    return f"Found {len(best)} of {asked} skills: {found}; {title}{told}."


def _with_level(item: Matched) -> str:
    months = item.holding.months
    return f"{item.skill.label} ({_level(item.holding)}{f', {_months(months)}' if months else ''})"


def _what_would_raise_it(scored: Scored, corpus: Corpus) -> str:
    if not scored.of_the_trade:
        return (
            "Neither the titles held nor the required skills speak of this trade, so single skills "
            "would not help."
        )
    if not scored.missing:
        return "Nothing that is asked for is missing."
    named = [
        _aside(asked_in_words(gap, corpus), gain_in_words(gap, scored.fit))
        for gap in scored.missing[:_NAMED]
    ]
    missing = f"Not found: {_listed(named, len(scored.missing))}"
    if not scored.fit.in_scope:
        missing = f"Skills of this trade were found, but too few points for any band. {missing}"
    if scored.next_band:
        return f"{missing}; {prospect_in_words(scored.next_band)}."
    return f"{missing}."


def _listed(names: Sequence[str], n_all: int) -> str:
    if n_all > len(names):
        return f"{', '.join(names)} and {n_all - len(names)} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
