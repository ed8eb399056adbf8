"""Title and employer among the parts of a header.

Titles have to be recognised by their words, because titles are matched; what stays unknown beside
them is the employer.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from matcher.resumes.jobs.header_lines import CAPTIONS, ends_sentence, tells
from matcher.resumes.jobs.pieces import (
    Entry,
    Piece,
    between,
    clean,
    comma_parts,
    likeness,
    names_employer_after_comma,
    without_terms,
)
from matcher.resumes.jobwords import (
    LIKELY,
    SURE,
    end_of_title,
    ends_as_company,
    is_department,
    is_unit_of,
    looks_like_company,
    title_likeness,
    words_of,
)
from matcher.resumes.places import looks_like_place
from matcher.resumes.text_lines import TextLine

_SITE = re.compile(r"\s*\((?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\)?$")
# What an employer is, behind its name: "Acme (outsourcing, 300 people)", "Acme (via Roe Staffing)".
_REMARK = re.compile(r"\s*\((?=[a-z\d])[^()]*\)?$")
# Between a title and an employer: "Cook in Hill Bank", "Tester (part time) in project Acme Ltd.".
_LINKED = re.compile(r"\s(?:\([^()]{1,30}\)\s)?(?:in|with|for)\s(?:the\s|project\s)?(?=[A-Z0-9])")
_LINK_WORD = re.compile(r"(?:in|at|with|for|bei|chez)\s+(?=[A-Z])")
_SLASH = re.compile(r"\s/\s")
_UNIT = re.compile(r"\b(?:department|dept\.?|unit|team|division|ward)$", re.IGNORECASE)
_DATE_LIKE = re.compile(r"[A-Za-z]{3,9}\.?,? ?(?:19|20)\d\d")
# What goes on behind the noun of a title: "Buyer of Acme Group", "Buyer and Agency Lead".
_GOES_ON = re.compile(r"\s(?:of|for|in|and|&|to)\b|\s?/")
_MAX_NAME_WORDS = 4  # of an employer behind "with"
_MAX_EMPLOYER_WORDS = 9  # of an employer that nothing gives away; more are a sentence
_MAX_TITLE_WORDS = 8  # of a title that nothing gives away
_MAX_BETWEEN = 4  # characters between the two parts of one title


def assign(entry: Entry, lines: list[TextLine]) -> None:
    """Pick title and employer among the pieces; what is not clear is left open."""
    free = [piece for piece in entry.pieces if not piece.role]
    entry.title = _labelled(entry, "title") or _take_title(free, lines)
    entry.company = _labelled(entry, "company") or _take_employer(entry, free)
    labelled = entry.company is not None and entry.company.role
    if entry.title is not None:
        if labelled:
            entry.title = _with_behind(entry.title, free, lines, _is_no_title)
        if not entry.title.role:
            _split_title(entry, entry.title, lines)
    elif labelled:
        entry.title = next((piece for piece in free if may_be_title(piece.text)), None)
    if entry.title is not None:
        entry.title = _without_stop(entry.title)
    if entry.company is not None:
        entry.company = _without_stop(employer_of(entry.company))
    entry.pieces = free


def _without_stop(piece: Piece) -> Piece:
    return replace(piece, text=piece.text.rstrip(".")) if ends_sentence(piece.text) else piece


def _labelled(entry: Entry, role: str) -> Piece | None:
    return next((piece for piece in entry.pieces if piece.role == role), None)


def _take_title(free: list[Piece], lines: list[TextLine]) -> Piece | None:
    """The likeliest title, taken out of the free pieces, with its department."""
    whole = [piece for piece in free if not _ends_line_in_stop(piece, lines)]
    best = max(whole, key=_title_rank, default=None)
    if best is None or likeness(best) < 2:
        return None
    title = _with_behind(best, free, lines, is_department)
    free.remove(best)
    return title


def _title_rank(piece: Piece) -> tuple[int, bool, int]:
    """The better title is the likelier one, the one without an employer in it, the first."""
    return likeness(piece), not looks_like_company(piece.text), -piece.start


def _take_employer(entry: Entry, free: list[Piece]) -> Piece | None:
    """The first piece with the mark of an employer, taken out of the free ones; beside a title the
    first that nothing else claims."""
    named = [piece for piece in free if not tells(piece.text)]
    employer = next((piece for piece in named if looks_like_company(piece.text)), None)
    if employer is None and entry.title is not None:
        title = entry.title
        inside = names_employer_after_comma(entry)  # then only what stands before may be another
        employer = next(
            (
                piece
                for piece in named
                if _may_be_employer(piece.text)
                and not (inside and piece.start >= title.start and not _is_placed_name(piece))
            ),
            None,
        )
    if employer is not None:
        free.remove(employer)
    return employer


def _is_placed_name(piece: Piece) -> bool:
    """Whether a piece is a name of some words before a place: "Garden View, Elizabeth, NJ"."""
    return piece.placed and " " in piece.text


def _may_be_employer(text: str) -> bool:
    known = text.casefold() in CAPTIONS or is_department(text)
    return not known and title_likeness(without_terms(text)) < SURE


def may_be_title(text: str, *, employer: bool = True) -> bool:
    """Whether words that nothing gives away may be a title: a few, no sentence, and no employer
    where ``employer`` says that there may be one."""
    text = text.partition(" (")[0]
    if len(text.split()) > _MAX_TITLE_WORDS or text.casefold().strip(" :") in CAPTIONS:
        return False
    if employer and ends_as_company(text):
        return False
    if not any(char.isalpha() for char in text) or _DATE_LIKE.fullmatch(text):
        return False
    return not tells(text)


def _line_of(piece: Piece, lines: list[TextLine]) -> TextLine:
    return lines[bisect_right(lines, piece.start, key=operator.attrgetter("start")) - 1]


def _ends_line_in_stop(piece: Piece, lines: list[TextLine]) -> bool:
    line = _line_of(piece, lines)
    return ends_sentence(line.text) and piece.end >= line.end - 1


def _with_behind(
    title: Piece, free: list[Piece], lines: list[TextLine], is_part: Callable[[str], bool]
) -> Piece:
    """ "Director – IT Operations" is one title, although a dash stands in it, and so is "Site
    Leader - Summer Adventures" where the employer is named elsewhere."""
    line = _line_of(title, lines)
    after = next((piece for piece in free if title.end < piece.start < line.end), None)
    if after is None or after.start - title.end > _MAX_BETWEEN or not is_part(after.text):
        return title
    text = line.text[title.start - line.start : after.end - line.start]
    return title if "\t" in text else Piece(text, title.start)


def _is_no_title(text: str) -> bool:
    return title_likeness(text) < 2


# ---------------------------------------------------------------- titles with employers in them


def _split_title(entry: Entry, whole: Piece, lines: list[TextLine]) -> None:
    """ "Title, Employer, Town" and "Employer, Town, Title" in one piece."""
    parts = comma_parts(whole)
    at = next((n for n, part in enumerate(parts) if title_likeness(part.text) >= 2), None)
    if at is None:
        return
    title = parts[at]
    if entry.company is None and _split_at_slash(entry, whole):
        return
    if at and title.town:
        _split_at_town(entry, parts[0], title)
    elif entry.company is not None:
        entry.title = _without_places(whole, parts, at)
    elif at:
        end = parts[-1].end if _names_unit(parts[at + 1 :], title, lines) else title.end
        entry.title, entry.company = between(whole, title.start, end), parts[0]
    elif len(parts) == 1:
        _split_after_noun(entry, title)
    else:
        _split_behind(entry, whole, parts)


def _split_at_slash(entry: Entry, whole: Piece) -> bool:
    """ "Acme, Oslo / Technical Specialist"; "Driver / Warehouse Worker" is one title."""
    slash = _SLASH.search(whole.text)
    employer = clean(whole.text[: slash.start()], whole.start) if slash else None
    if slash is None or employer is None or likeness(employer) >= LIKELY:
        return False
    if title_likeness(whole.text[slash.end() :]) < SURE:
        return False
    entry.title = between(whole, whole.start + slash.end(), whole.end)
    entry.company = employer
    return True


def _without_places(whole: Piece, parts: list[Piece], at: int) -> Piece:
    """The title without the town before or behind it; the employer is known."""
    before = whole.text[: parts[at].start - whole.start]
    first = at if looks_like_place(before) else 0
    last = -2 if len(parts) > 1 and looks_like_place(parts[-1].text) else -1
    return between(whole, parts[first].start, parts[last].end)


def _split_behind(entry: Entry, whole: Piece, parts: list[Piece]) -> None:
    """What stands behind the comma of a title is more of the title, a place, a unit of the
    employer that follows, or the employer."""
    title, second = parts[:2]
    third = parts[2] if len(parts) > 2 else None
    third_marked = third is not None and looks_like_company(third.text)
    second_marked = looks_like_company(second.text)
    if third is None and is_department(second.text):
        return
    if not second_marked and title_likeness(second.text) >= 2:
        entry.title = between(whole, title.start, second.end)
        entry.company = third if third_marked else None
    elif looks_like_place(second.text):
        entry.title = title
        _split_after_noun(entry, title)
    elif third is not None and is_department(second.text) and not looks_like_place(third.text):
        entry.title, entry.company = between(whole, title.start, second.end), third
    elif third is not None and is_unit_of(second.text, third.text):
        entry.title, entry.company = title, third
    elif third_marked and not second_marked:
        entry.title, entry.company = between(whole, title.start, second.end), third
    else:
        entry.title, entry.company = title, second
        _split_after_noun(entry, title)


def _names_unit(parts: list[Piece], title: Piece, lines: list[TextLine]) -> bool:
    """Whether what stands behind "Employer, Title" is the unit and no place: "Telemetry" where the
    place has a cell of its own."""
    if not parts or any(looks_like_company(p.text) or looks_like_place(p.text) for p in parts):
        return False
    line = _line_of(title, lines)
    return all(is_department(p.text) or _UNIT.search(p.text) for p in parts) or any(
        map(looks_like_place, line.text.split("\t"))
    )


def _split_at_town(entry: Entry, employer: Piece, title: Piece) -> None:
    """ "Employer, Town Title": what stands behind the title's noun is of another column."""
    noun_end = end_of_title(title.text) or len(title.text)
    if entry.company is None or not (entry.company.role or looks_like_company(entry.company.text)):
        entry.company = employer
    entry.title = Piece(title.text[:noun_end], title.start)


def _split_after_noun(entry: Entry, title: Piece) -> None:
    """ "DATA ANALYST ACME LTD" has no separator: the title ends with its noun."""
    noun_end = end_of_title(title.text)
    if noun_end is None:
        return
    rest = title.text[noun_end:]
    link = _LINKED.match(rest)
    if link and _is_linked_employer(link[0], rest[link.end() :]):
        employer_at = noun_end + link.end()
    elif looks_like_company(rest) and not _GOES_ON.match(rest):
        employer_at = noun_end
    else:
        return
    entry.title = between(title, title.start, title.start + noun_end)
    if piece := clean(title.text[employer_at:], title.start + employer_at):
        entry.company = piece


def _is_linked_employer(link: str, text: str) -> bool:
    if looks_like_company(text) or looks_like_place(text):
        return True
    return " with " in link and _is_name(text)


def _is_name(text: str) -> bool:
    """Whether a few words are all written with capitals: "Uber Eats"."""
    words = text.split()
    return len(words) <= _MAX_NAME_WORDS and all(word[0].isupper() for word in words)


# ---------------------------------------------------------------- employers


def employer_of(piece: Piece) -> Piece:
    """The name without the town after it ("Acme, Berlin"), its site ("Acme (acme.com)") and a word
    that links it ("in Acme"), but with its legal form."""
    parts = comma_parts(piece)
    if len(parts) > 1 and is_unit_of(parts[0].text, parts[1].text):
        piece = between(piece, parts[1].start, parts[1].end)
    elif len(parts) > 1:
        # "Acme, Inc."; "Physics Department, Optics Lab" is named by both of its parts
        marked = looks_like_company(parts[1].text)
        short = len(words_of(parts[1].text)) == 1 or not looks_like_company(parts[0].text)
        keep = 2 if marked and short else 1
        piece = between(piece, parts[0].start, parts[keep - 1].end)
    link = _LINK_WORD.match(piece.text)
    site = _SITE.search(piece.text) or _REMARK.search(piece.text)
    first, last = link.end() if link else 0, site.start() if site else len(piece.text)
    return between(piece, piece.start + first, piece.start + last) if first < last else piece


def settle_unknown(entries: list[Entry]) -> None:
    """Give open pieces the role that their place has in the other jobs of the section.

    Alone, an unknown name is the employer: a title has to be recognised, because titles count.
    """
    known = [(entry.title, entry.company) for entry in entries if entry.title and entry.company]
    n_title_first = sum(title.start < company.start for title, company in known)
    for entry in entries:
        if entry.title is None and entry.pieces:
            _settle(entry, title_first=n_title_first * 2 >= len(known))


def _settle(entry: Entry, *, title_first: bool) -> None:
    first = entry.pieces[0]
    if entry.company is not None:
        # Over the line of an employer without its name even "Call center" is no employer.
        alone = len(entry.pieces) == 1 and len(entry.lines) > 1
        over = alone and entry.company.role == "company" and first.end < entry.company.start - 1
        entry.title = first if may_be_title(first.text, employer=not over) else None
    elif len(entry.pieces) > 1:
        second = entry.pieces[1]
        title, company = (first, second) if title_first else (second, first)
        entry.title = title if may_be_title(title.text) else None
        entry.company = employer_of(company)
    elif len(first.text.split()) <= _MAX_EMPLOYER_WORDS:
        entry.company = employer_of(first)
