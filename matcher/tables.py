"""Results as tables for a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from matcher.records import Month
from matcher.wording import (
    BAND_NAMES,
    NOTHING_LOST,
    finding_in_words,
    in_words,
    missing_in_words,
    near_in_words,
    prospect_in_words,
    readability_in_words,
    same_in_words,
    step_in_words,
)

if TYPE_CHECKING:
    from matcher import contract as c
    from matcher.corpus import Corpus
    from matcher.fits import Matched
    from matcher.records import Line, Resume
    from matcher.results import Match, MatchResult, Ranking

_WIDTH_ELSEWHERE = 120  # columns, when the output is no terminal
_QUOTE = 160  # characters of a line that are quoted
_NAMED = 4  # skills of a list in a cell
_BAR = 30  # characters of a time line
_SMALL = 0.5  # points; smaller pieces of the experience are shown as one

_BAND_STYLES = {"strong": "bold green", "good": "green", "partial": "yellow", "weak": "red"}


def _console() -> Console:
    terminal = sys.stdout.isatty()
    return Console(width=None if terminal else _WIDTH_ELSEWHERE, highlight=False, soft_wrap=False)


def print_match(result: MatchResult, corpus: Corpus, *, explain: bool = False) -> None:
    """The roles of one resume."""
    console = _console()
    document = result.document
    console.print(Text(_resume_line(result.resume), style="bold"))
    for notice in (*document.notices, *result.resume.notices):
        console.print(Text(f"  note: {notice.message}", style="yellow"))
    if not document.status.readable:
        console.print(Text(f"  {document.message}\n", style="red"))
        return
    if all(match.fit.band == "out_of_scope" for match in result):
        nearest = " The nearest:" if result.matches else "\n"
        console.print(f"  Out of scope: none of the roles of this corpus fits.{nearest}")
    if not result.matches:
        return
    table = Table("", "role", "fit", "band", "missing skills (points each would add)")
    for column in table.columns[:3]:
        column.no_wrap = True
    table.columns[2].justify = "right"
    for rank, match in enumerate(result, start=1):
        table.add_row(
            str(rank),
            escape(match.role.title),
            f"{match.fit.points:.1f}",
            _band(match.fit.band),
            escape(missing_in_words(match.scored, corpus)),
        )
    console.print(table)
    for match in result:
        if prospect := match.scored.what_if:
            told = f"{match.role.title}, now {match.fit.points:.1f}, {prospect_in_words(prospect)}"
            console.print(f"  {escape(told)}")
    if explain:
        for match in result:
            _print_explanation(console, match, result.resume, corpus)
    console.print()


def _print_explanation(console: Console, match: Match, resume: Resume, corpus: Corpus) -> None:
    console.print(f"\n[bold]{escape(match.role.title)}[/bold]")
    for sentence in in_words(match.scored):
        console.print(escape(sentence))
    table = Table("points", "for", "shown by", show_lines=False)
    table.columns[0].justify = "right"
    for item in sorted(match.matched, key=lambda item: (-item.points, item.skill.id)):
        table.add_row(
            f"{item.points:.1f}",
            escape(f"{item.skill.label} ({_how(item, corpus)})"),
            _quote(item.holding.use.lines, resume),
        )
    small = 0.0
    for part in match.fit.parts[1:]:
        for piece in part.items:
            if piece.points < _SMALL and part.name == "experience":
                small += piece.points
                continue
            shown = _quote(piece.lines, resume)
            table.add_row(f"{piece.points:.1f}", escape(piece.text), shown)
    if small:
        table.add_row(f"{small:.1f}", f"experience: items under {_SMALL} points together", "")
    for gap in match.missing:
        near = f"; {near_in_words(gap, corpus)}" if gap.nearest else ""
        gain = "" if match.fit.band == "out_of_scope" else f"+{gap.gain:.1f} if shown"
        if share := corpus.demand.get((match.role.id, gap.skill.id)):
            gain += f"; {share:.0%} of postings name it"
        table.add_row(f"{gap.points:.1f}", escape(f"{gap.skill.label}: not found{near}"), gain)
    console.print(table)


def _how(item: Matched, corpus: Corpus) -> str:
    via = f" via {corpus.label(item.holding.via)}" if item.holding.via else ""
    months = f", {item.holding.use.months} months" if item.holding.use.months else ""
    return f"{item.holding.level}{via}{months}"


def _quote(lines: Sequence[Line], resume: Resume) -> str:
    if not lines:
        return ""
    page = resume.document.page(lines[0].start)
    text = lines[0].text.replace("\t", " ")
    if len(text) > _QUOTE:
        text = f"{text[:_QUOTE].rsplit(' ', 1)[0]} …"
    return escape(f"“{text}”" + (f" (p. {page})" if page else ""))


def print_ranking(ranking: Ranking, corpus: Corpus, *, blind: bool = False) -> None:
    """The candidates of one posting."""
    console = _console()
    posting = ranking.posting
    console.print(Text(posting.title or posting.document.name, style="bold"))
    for knockout in posting.knockouts:
        console.print(Text(f"  to be checked by hand: {knockout}", style="yellow"))
    table = Table("", "candidate", "fit", "band", "years", "missing skills (points)")
    for candidate in ranking.candidates:
        resume = candidate.resume
        years = resume.years_experience
        table.add_row(
            str(candidate.rank),
            escape(resume.document.id[:12] if blind else resume.document.name),
            f"{candidate.fit.points:.1f}",
            _band(candidate.fit.band),
            "?" if years is None else f"{years:g}",
            escape(missing_in_words(candidate.scored, corpus)),
        )
    console.print(table)
    named = [(each.rank, each.resume.document.id, each.same_as) for each in ranking.candidates]
    for twice in same_in_words(named):
        console.print(Text(f"  {twice}", style="yellow"))
    for document in ranking.failures:
        reason = f"{document.id[:12]}: {document.status.value}" if blind else document.message
        console.print(Text(f"  not ranked: {reason}", style="red"))


def print_rows(rows: Sequence[c.ScoreRow]) -> None:
    """The rows of ``matcher score``."""
    table = Table("file", "target", "fit", "band", "missing (required)")
    for row in rows:
        if row["fit"] is None:
            table.add_row(escape(row["path"]), "", "", row["status"], escape(row["message"]))
        else:
            table.add_row(
                escape(row["path"]),
                escape(row["target_title"] or ""),
                f"{row['fit']:.1f}",
                _band(row["band"] or ""),
                escape(row["missing_required"].replace(";", ", ")),
            )
    _console().print(table)


def print_path(report: c.PathReport) -> None:
    """What to learn for a role, stage by stage."""
    console = _console()
    title = f"{report['role']['title']}: {report['fit']:.1f} ({BAND_NAMES[report['band']]}) now"
    console.print(Text(f"{report['path']} to {title}", style="bold"))
    if not report["stages"]:
        console.print("Nothing that is asked for and missing would raise this fit.")
        return
    for number, stage in enumerate(report["stages"], start=1):
        fit = stage["steps"][-1]["fit"]
        console.rule(
            f"stage {number}: {stage['hours']} hours, to {fit:.1f} ({BAND_NAMES[stage['band']]})",
            align="left",
        )
        for step in stage["steps"]:
            _print_step(console, step)
    console.print(
        f"{report['hours']} hours, {report['weeks']} weeks in all ({report['basis']}).",
        soft_wrap=True,
    )


def _print_step(console: Console, step: c.StepJson) -> None:
    needed = step["needed_for"]
    goal = needed["skill"] if needed else None
    told = step_in_words(goal, step["gain"], step["demand"], step["hours"])
    console.print(Text(f"{step['skill']} ({told})", style="bold"))
    if not step["build"]:
        console.print("    no lesson on record; the hours are a guess")
        return
    console.print(Text(f"    Build: {step['build']}"), soft_wrap=True)
    for name in ("docs", "book", "course"):
        if text := {"docs": step["docs"], "book": step["book"], "course": step["course"]}[name]:
            console.print(Text(f"    {name.capitalize()}: {text}"), soft_wrap=True)
    if step["certificates"]:
        names = ", ".join(each["skill"] for each in step["certificates"])
        console.print(Text(f"    Certificates: {names}"), soft_wrap=True)


def print_careers(report: c.CareersReport) -> None:
    """Where a person stands, and the neighbouring roles."""
    console = _console()
    title = f"{report['role']['title']}: {report['fit']:.1f} ({BAND_NAMES[report['band']]})"
    console.print(Text(f"{report['path']} from {title}", style="bold"))
    if axes := report["axes"]:
        console.print(
            f"Stands at software {axes['software']:.2f}, statistics {axes['statistics']:.2f}, "
            f"infrastructure {axes['infrastructure']:.2f}."
        )
    if report["flow"]:
        line = " > ".join(f"{each['point']} {each['share']:.0%}" for each in report["flow"])
        console.print(Text(f"Where data flows: {line}"))
    table = Table("role", "fit", "band", "distance", "in common", "leads there", "still missing")
    for move in report["moves"]:
        table.add_row(
            escape(move["role"]["title"]),
            f"{move['fit']:.1f}",
            BAND_NAMES[move["band"]],
            f"{move['distance']:.2f}",
            escape(_names(move["shared"])),
            escape(_names(move["bridge"])),
            escape(_names(move["bridge_missing"])),
        )
    console.print(table)


def print_compare(report: c.CompareReport) -> None:
    """Two resumes for one role."""
    console = _console()
    first, second = report["first"], report["second"]
    console.print(Text(report["role"]["title"], style="bold"))
    for number, each in enumerate((first, second), start=1):
        fit = f"{each['fit']:.1f} ({BAND_NAMES[each['band']]})"
        console.print(Text(f"  {number}: {each['path']}: {fit}"))
    table = Table("part", "first", "second", "second - first", "of")
    for part in report["parts"]:
        table.add_row(
            part["name"],
            f"{part['first']:.1f}",
            f"{part['second']:.1f}",
            f"{part['second'] - part['first']:+.1f}",
            f"{part['max_points']:g}",
        )
    console.print(table)
    for label, skills in (
        ("Only in the first", report["only_first"]),
        ("Only in the second", report["only_second"]),
        ("Shown better in the first", report["stronger_first"]),
        ("Shown better in the second", report["stronger_second"]),
        ("In neither", report["neither"]),
    ):
        if skills:
            console.print(Text(f"{label}: {', '.join(each['skill'] for each in skills)}"))


def _names(skills: Sequence[c.SkillRefJson]) -> str:
    """The first four."""
    more = len(skills) - _NAMED
    return ", ".join(each["skill"] for each in skills[:_NAMED]) + (f" +{more}" if more > 0 else "")


def print_parse(report: c.ParseReport) -> None:
    """What was read from a resume."""
    console = _console()
    console.print(Text(f"{report['path']}: {report['status']} {report['message']}", style="bold"))
    for warning in report["warnings"]:
        console.print(Text(f"  note: {warning['message']}", style="yellow"))
    if not report["sections"]:
        return
    _print_time_line(console, report)
    for label, entries in _facts(report).items():
        if entries:
            console.print(Text(f"{label}: {'; '.join(entries)}"))
    _print_readability(console, report["readability"])
    for section in report["sections"]:
        console.rule(f"{section['kind']}", align="left")
        console.print(Text(section["text"].strip()))


def _print_time_line(console: Console, report: c.ParseReport) -> None:
    """Positions, each with its stretch of the years that all of them cover."""
    jobs = [*report["experience"], *report["volunteering"]]
    span = years_spanned(jobs)
    table = Table("position", "company", "from", "to", "", title="Experience")
    if span:
        table.columns[4].header = f"{span[0]}{str(span[1]).rjust(_BAR - 4)}"
    for entry in jobs:
        until = "now" if entry["current"] else entry["end"] or "?"
        kind = "" if entry["kind"] == "job" else f" ({entry['kind']})"
        bar = "".join("█" if on else "·" for on in years_marked(entry, span, _BAR)) if span else ""
        table.add_row(
            escape(entry["title"] + kind),
            escape(entry["company"]),
            entry["start"] or "?",
            until,
            bar,
        )
    table.columns[4].no_wrap = True
    console.print(table)


def _facts(report: c.ParseReport) -> dict[str, list[str]]:
    """Everything else in a line each."""
    return {
        "Years by family of roles": [
            f"{each['family']} {each['years']:g}" for each in report["years_by_family"]
        ],
        "Gaps": [
            f"{gap['start']} to {gap['end']} ({gap['months']} months)" for gap in report["gaps"]
        ],
        "Education": [
            ", ".join(
                str(part)
                for part in (each["degree"], each["field"], each["institution"], each["year"])
                if part
            )
            for each in report["education"]
        ],
        "Certificates": [
            each["name"]
            + (f" ({each['issued']})" if each["issued"] else "")
            + (" EXPIRED" if each["expired"] else "")
            for each in report["certificates"]
        ],
        "Languages": [
            f"{each['name']} {each['level'] or '(no level)'}" for each in report["languages"]
        ],
        "Contact": [
            part
            for part in (
                report["contact"]["name"],
                report["contact"]["email"],
                report["contact"]["phone"],
                *report["contact"]["links"],
            )
            if part
        ],
    }


def _print_readability(console: Console, found: c.ReadabilityJson) -> None:
    console.rule("what simple programs see", align="left")
    if told := readability_in_words(found):
        console.print(told)
    for each in found["findings"]:
        console.print(Text(f"- {finding_in_words(each)}"))
        for example in each["examples"]:
            console.print(Text(f"    {example}", style="dim"))
    if not found["findings"]:
        console.print(NOTHING_LOST)


def years_spanned(positions: Sequence[c.PositionJson]) -> tuple[int, int] | None:
    """First and last year of all dated positions; None without dates."""
    years = [int(each["start"][:4]) for each in positions if each["start"]]
    years += [int(each["end"][:4]) for each in positions if each["end"]]
    if any(each["current"] and each["start"] for each in positions):
        years += [_end_year(each) for each in positions if each["current"]]
    return (min(years), max(years)) if years else None


def _end_year(entry: c.PositionJson) -> int:
    """The year in which a current position stands, from its start and its months."""
    if not entry["start"]:
        return 0
    return Month.at(Month.parse(entry["start"]).index + (entry["months"] or 1) - 1).year


def years_marked(entry: c.PositionJson, span: tuple[int, int], width: int) -> list[bool]:
    """Which of ``width`` equal steps from the first to the last year a position covers."""
    if not entry["start"] or not entry["months"]:
        return [False] * width
    first = Month.parse(entry["start"]).index - Month(span[0], 1).index
    scale = width / (12 * (span[1] - span[0] + 1))
    start, end = int(first * scale), int((first + entry["months"] - 1) * scale)
    return [start <= step <= end for step in range(width)]


def print_skills(report: c.SkillsReport) -> None:
    """The skill mentions of a resume."""
    table = Table("skill", "level", "months", "used", "claimed", "mentions", "where", "not claimed")
    for skill in report["skills"]:
        mentions = skill["mentions"]
        apart = [
            name
            for name in ("negated", "aspiring", "adjacent")
            if any(mention[name] for mention in mentions)
        ]
        claims = [
            " ".join(
                filter(
                    None, (claim["level"], f"{claim['years']:g} years" if claim["years"] else "")
                )
            )
            for claim in skill["claims"]
        ]
        used = f"{skill['first_used']} to {skill['last_used']}" if skill["first_used"] else ""
        table.add_row(
            escape(skill["skill"]),
            skill["level"] or "",
            "" if skill["months"] is None else str(skill["months"]),
            used,
            ", ".join(dict.fromkeys(claims)),
            str(len(mentions)),
            ", ".join(sorted({mention["section"] for mention in mentions})),
            ", ".join(apart),
        )
    _console().print(table)


def print_titles(report: c.TitleReport) -> None:
    """The roles of job titles."""
    console = _console()
    for title in report["titles"]:
        parts = title["parts"]
        said = {
            "seniority": parts["seniority"],
            "function": parts["function"],
            "domain": parts["domain"],
            "technologies": ", ".join(map(_asked, parts["technologies"])),
        }
        shown = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
        console.print(Text(f"{title['text']}  ({shown})", style="bold"))
        table = Table("role", "score", "by the title", "is near to")
        for role in title["roles"]:
            table.add_row(role["id"], f"{role['score']:.2f}", role["via"], role["known_as"])
        console.print(table if title["roles"] else Text("no role of the corpus"))


def print_roles(report: c.RolesReport, *, in_full: bool) -> None:
    """The role profiles."""
    console = _console()
    if not in_full:
        table = Table("id", "title", "family", "required skills")
        for role in report["roles"]:
            table.add_row(
                role["id"],
                escape(role["title"]),
                role["family"],
                escape(", ".join(map(_asked, role["required"]))),
            )
        console.print(table)
        return
    for role in report["roles"]:
        console.print(Text(f"{role['title']} ({role['id']}, {role['family']})", style="bold"))
        console.print(Text(f"also: {', '.join(role['also'])}"))
        console.print(Text(f"\n{role['summary']}\n"))
        for line, tools in zip(role["responsibilities"], role["tools"], strict=True):
            console.print(Text(f"• {line}{_in_brackets(tools)}"))
        console.print(Text(f"\nrequired: {', '.join(map(_asked, role['required']))}"))
        console.print(Text(f"preferred: {', '.join(map(_asked, role['preferred']))}"))
        for level in role["levels"]:
            low, high = level["years"]
            years = f"{low}+" if high is None else f"{low}-{high}"
            console.print(Text(f"{level['name']} ({years} years): {level['signs']}"))
        if role["education"]:
            console.print(Text(f"education: {role['education']}"))
        if role["certifications"]:
            console.print(Text(f"certifications: {', '.join(map(_asked, role['certifications']))}"))
        for neighbour in role["neighbours"]:
            bridge = _in_brackets(role["bridges"][neighbour])
            console.print(Text(f"near: {neighbour}{bridge}"))


def print_demand(rows: Sequence[dict[str, Any]]) -> None:
    """Shares of postings, one table for each role."""
    console = _console()
    for role_id in dict.fromkeys(row["role_id"] for row in rows):
        of_role = [row for row in rows if row["role_id"] == role_id]
        console.print(Text(f"{role_id}: {of_role[0]['n']} postings", style="bold"))
        table = Table("skill", "named by", "95%", "required", "preferred", "change")
        kinds = {(row["skill_id"], row["importance"]): row for row in of_role}
        for row in of_role:
            if row["importance"] == "any":
                required, preferred = (
                    kinds.get((row["skill_id"], kind), {}).get("share")
                    for kind in ("required", "preferred")
                )
                table.add_row(
                    escape(row["skill"]),
                    _percent(row["share"]) or f"{row['count']} (too few)",
                    f"{_percent(row['low'])}-{_percent(row['high'])}" if row["low"] else "",
                    _percent(required),
                    _percent(preferred),
                    "" if row["change"] is None else f"{100 * row['change']:+.0f}",
                )
        console.print(table)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f}%"


def _in_brackets(skills: Sequence[Any]) -> str:
    return f" [{', '.join(map(_asked, skills))}]" if skills else ""


def _asked(requirement: Any) -> str:
    group = requirement.get("any_of")
    return " or ".join(skill["skill"] for skill in group) if group else requirement["skill"]


def _resume_line(resume: Resume) -> str:
    from matcher.resumes import titles

    held = ", ".join(titles(resume)[:3]) or "no title found"
    years = resume.years_experience
    time = "no dated position" if years is None else f"{years:g} years"
    if not resume.document.status.readable:
        return f"{resume.document.name}: {resume.document.status.value}"
    return f"{resume.document.name}  ({held}; {time})"


def _band(band: str) -> str:
    style = _BAND_STYLES.get(band)
    name = BAND_NAMES.get(band, band)
    return f"[{style}]{name}[/{style}]" if style else name
