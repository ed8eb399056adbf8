"""Contact data and names: found, so that they can be kept out of everything that is matched."""

from __future__ import annotations

import functools
import re

from matcher.records import Contact
from matcher.resumes.heading_lines import heading_kind
from matcher.resumes.jobwords import has_clear_head, looks_like_company, words_of
from matcher.resumes.places import US_STATES, is_town, looks_like_place
from matcher.resumes.text_lines import TextLine

EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}", re.IGNORECASE
)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]{2,200}|(?<![\w@.])(?:[a-z0-9-]{1,40}\.){0,3}(?:linkedin\.com|github"
    r"\.com|gitlab\.com|github\.io|bitbucket\.org|stackoverflow\.com|twitter\.com|x\.com|medium\.com"
    r"|kaggle\.com|behance\.net|dribbble\.com|facebook\.com|instagram\.com|xing\.com|t\.me"
    r"|orcid\.org|scholar\.google\.\w{2,3})(?:/[^\s|,;<>()]{0,200})?"
    r"|(?<![\w@./-])[a-z0-9][a-z0-9-]{1,40}\.(?:com|org|net|dev|me|info|eu|de|co\.uk|fr|es|it|nl|pl|ch"
    r"|at|ai|tech|site|page|online|xyz|us|ca|in|be|se|br|pt)/[^\s|,;<>()]{1,200}",
    re.IGNORECASE,
)
# A bare host ("jane-doe.dev") is a link only in the header: elsewhere it is "Node.js", "ASP.net".
_HOST = re.compile(
    r"(?<![\w@./-])[a-z0-9][a-z0-9-]{1,40}\.(?:com|org|dev|me|info|io|eu|de|co\.uk|fr|es|nl|pl|ch)"
    r"(?![\w.])",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w./$€£-])(?:tel:)?(?:\+|00)?\(?\d{1,4}\)?(?:[ .\-/–()]{1,3}\d{2,5}){2,5}"
    r"(?![\w%]|[.,]\d)"
    r"|(?<![\w./$€£-])(?:00\d{2}[ -]\d{2,5}|0\d{3,4})[ -](?:\d{5,6}|\d{3} \d{3})(?![\w%]|[.,-]\d)"
    r"|(?<![\w.])\(?\+\d[\d )]{7,18}\d(?!\d)|(?<![\w.$#-])\d{10,12}(?![\w.])"
)
_PHONE_DIGITS = (8, 15)
_MAX_LINKS = 100  # nobody has more
# What a line must have before the patterns above are tried: they are slow, and most lines have
# neither a link nor a number.
_MAYBE_URL = re.compile(r"://|www\.|\.[a-z]{2,4}/|\.(?:com|org|dev|me|info|io|eu|de|co\.uk|fr|es|nl|pl|ch)"
                        r"(?!\w)", re.IGNORECASE)  # fmt: skip
_DIGIT = re.compile(r"\d")
_MAYBE_PHONE = re.compile(r"\d(?:[ .\-/–()]{0,3}\d){7}")
# Labels of what must not be matched: protected attributes, ways to reach the person.
_LABELS = re.compile(
    r"^\W{0,3}(?:(?:date|place|year|month) of birth|d\.?o\.?b|birth ?(?:date|day|year|place)|born"
    r"|age|gender|sex|marital status|civil status|nationality|citizenship|religion|race|ethnicity"
    r"|caste|father(?:['’]?s)? ?(?:name)?|mother(?:['’]?s)? ?(?:name)?|spouse|husband|wife"
    r"|children|dependents|passport(?: no\.?| number)?|visa(?: status)?|work permit|photo|picture"
    r"|height|weight|blood group|military status|pronouns|disability|veteran status|orientation"
    r"|(?:city of |place of )?residence|(?:permanent |current |mailing |postal |home )?address"
    r"|location|city|country|zip|e-?mail(?: id| address)?|phone(?: no\.?| number)?|telephone|tel"
    r"|mobile(?: no\.?| number| phone)|cell|fax|contact(?: no\.?| number)?|skype|linkedin|twitter"
    r"|xtwitter|website|homepage|url|telegram|whatsapp|(?:full |first |last )?name|surname"
    r"|geburtsdatum|geburtsort|geboren(?: am)?|alter|geschlecht|familienstand|staatsangehörigkeit"
    r"|nationalität|anschrift|adresse|wohnort|telefon|handy|mobil|konfession|kinder"
    r"|date de naissance|lieu de naissance|né(?:e)? le|âge|sexe|situation familiale|nationalité"
    r"|téléphone|courriel|permis|fecha de nacimiento|lugar de nacimiento|edad|sexo|género"
    r"|estado civil|nacionalidad|dirección|teléfono|correo|data de nascimento|idade"
    r"|nacionalidade|endereço|telefone|geboortedatum|nationaliteit|adres|burgerlijke staat"
    r"|geslacht|data di nascita|luogo di nascita|nazionalità|indirizzo|telefono|sesso|stato civile"
    r"|data urodzenia|narodowość|stan cywilny|płeć)\s?(?:[:：]|\s-\s|$|(?=\s(?:\+?\d|am\b)))",
    re.IGNORECASE,
)
# Labels of contact data that also head lists of skills ("Web: HTML, CSS", "GitHub").
_SOFT_LABELS = re.compile(
    r"^\W{0,3}(?:web|mobile|mail|home|github|gitlab|portfolio)\s?[:：]\s?(?P<rest>.{0,200})$",
    re.IGNORECASE,
)
_PROTECTED = re.compile(
    r"^\W{0,3}(?:(?:un)?married|single|divorced|widowed|male|female|non-binary|verheiratet|ledig"
    r"|geschieden|\d{2}\s?(?:years? old|y\.?\s?o\.?|yrs old|jahre(?: alt)?|ans|años|anos|anni|lat"
    r"|jaar)|(?:she|he|they)\s?/\s?(?:her|him|them)(?:\s?/\s?\w{3,6})?|mr|mrs|ms)\W{0,3}$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?<![\w])\d{1,6}[a-z]?,?\s(?:[\w.'’-]{1,25}\s){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive"
    r"|dr|boulevard|blvd|court|ct|place|pl|way|square|sq|terrace|circle|cir|highway|hwy|parkway|pkwy"
    r"|suite|apt|apartment)(?![\w+#])|(?<!\w)[\w.-]{2,30}(?:straße|strasse|str\.|weg|allee|platz|gasse"
    r"|straat|laan)\s\d{1,4}[a-z]?(?!\w)|(?<!\w)(?:rue|avenue|calle|via|rua|ulica|ul\.|avenida|piazza)"
    r"\s(?:[\w.'’-]{1,25}\s){0,4},?\s?\d{1,5}(?!\w)|\d{1,5},?\s(?:bis\s)?(?:rue|avenue|boulevard)\s"
    r"|\bP\.?\s?O\.?\sBox\s\d",
    re.IGNORECASE,
)
_ZIP = re.compile(
    r"\b[A-Z][\w.' -]{1,30},?\s[A-Z]{2},?\s\d{5}(?:-\d{4})?\b|^\d{4,5}\s[A-Z][\w' -]{2,30}$"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
)
_MAX_ADDRESS_CHARS = 300
_NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?$")
_CREDENTIALS = re.compile(
    r",?\s(?:(?:ph\.?d|m\.?d|mba|msc|m\.?sc|bsc|cpa|cfa|pmp|esq|jr|sr|ii|iii|rn|rgn|rmn|lpn|bsn|msn|m\.?a|b\.?a|m\.?s|b\.?s"
    r"|ed\.?d|cissp|phr|sphr|pe)\b\.?,?\s?)+$",
    re.IGNORECASE,
)
# The same where the list above does not know them: "Jane Roe, BSN, CCRN".
_LETTERS = re.compile(r"(?:,\s?(?:[A-Z][A-Za-z]?[A-Z][A-Z.-]{1,5}|CA\s?\([A-Z]{2,4}\)))+$")
_NICKNAME = re.compile(r"\s[\"“”'‘’(][^\W\d_][\w'’-]{0,20}[\"“”'‘’)](?=\s|$)")
_STATE = re.compile(rf"(?P<town>.+) (?:{US_STATES})")
_HONORIFIC = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|sr|sra|m|mme|ing|dipl\.-ing)\.?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:(?:curriculum vitae|cv|résumé|resume|lebenslauf|name|full name)"
    r"\s?(?:of|for|[:–—|-])\s?|personal information\s)+",
    re.IGNORECASE,
)
_NAME_IS = re.compile(r"\b(?:[Mm]y )?(?:full )?name is (?:[A-Z][\w'’-]{0,30} ?){1,5}")
TITLE_PAGE = re.compile(
    r"^\W*(?:curriculum vitae|curriculum|c\.?v\.?|résumé|resume|lebenslauf|życiorys|europass)\W*"
    r"(?:page \d+.*)?$",
    re.IGNORECASE,
)
# Words of fields and places of work, which no line with a person's name carries.
_NO_NAME = frozenset(
    """technology technologies information business development management marketing finance
    financial accounting engineering software hardware computer data science digital media public
    relations human resources sales health healthcare education construction aviation agriculture
    agricultural fitness banking consulting design apparel arts services service customer support
    operations project product program quality security network systems system internal external
    research administration administrative corporate community medical clinical legal professional
    summary profile skills experience university college school company street city state remote
    available confidential portfolio machine learning cloud web full stack front end back
    senior junior lead certified registered licensed tax audit retail food beverage curriculum
    vitae resume page contact phone email and the of in for to with at or und der die das""".split()
)
# Small words inside names; a script without capitals has words that are not lower case either.
_SMALL = frozenset(
    "de da das do dos van von der den el al bin ibn la le di i e y ter ten af av zu".split()
)
# A label of contact data parts too: "Data Analyst LinkedIn: ...".
_PIECES = re.compile(
    r"\s(?=(?:[Ll]inked ?[Ii]n|[Gg]it[Hh]ub|[Ss]kype|[Tt]elegram|[Tt]witter|[Xx]ing)\s?:)"
    r"|\t+|\s?[|•·∙◆♦]\s?|\s(?:[-–—―*~]|--|::|//)\s|\s{3,}|;\s"
)


def header_pieces(line: TextLine) -> list[TextLine]:
    """The parts of a header line between bars, bullets, tabs and spaced dashes."""
    pieces = []
    at = 0
    ends = [found.span() for found in _PIECES.finditer(line.text)]
    for first, last in [*ends, (len(line.text), len(line.text))]:
        text = line.text[at:first].strip(" ,")
        if text:
            start = line.start + line.text.index(text, at)
            pieces.append(TextLine(text, start, start + len(text)))
        at = last
    return pieces


def looks_like_name(text: str) -> bool:
    """Whether a piece of a header is the name of a person: two to four capitalised words that
    do not end like a job title."""
    if looks_like_place(text) or _is_town_of_state(text):
        return False
    bare = _bare_name(text)
    text = _NICKNAME.sub("", bare)
    if text != bare and any(map(has_clear_head, re.split(r"[\s-]", text))):
        return False  # "Application Database Administrator-DBMS (Oracle)"
    words = text.split()
    if all(len(word) == 1 for word in words) and len(words) >= 5:
        return True  # J A N E  D O E
    if not 2 <= len(words) <= 4 or len(text) > 50 or not all(map(_NAME_WORD.match, words)):
        return False
    if not all(word[0].isupper() or word in _SMALL or not word[0].islower() for word in words):
        return False
    if heading_kind(text) or TITLE_PAGE.match(text) or looks_like_place(text):
        return False
    return not has_clear_head(text) and not _NO_NAME.intersection(words_of(text))


def _is_town_of_state(text: str) -> bool:
    """Whether a text is a town with its state and no comma between: "Austin TX"."""
    placed = _STATE.fullmatch(text)
    return placed is not None and is_town(placed["town"])


def _bare_name(text: str) -> str:
    """A name without what stands before and behind it: titles, degrees, licences."""
    bare = _HONORIFIC.sub("", _LEAD_IN.sub("", text))
    return _CREDENTIALS.sub("", _LETTERS.sub("", bare)).strip(" ,")


# "Name: Jane Roe", also in a cell of its line.
_NAME_LABEL = re.compile(
    r"(?:^|\t|\s{3,})(?:(?:full )?name(?:(?P<sure>\s?[:：]\s?)|\t+|\s{2,})|candidate\s?[:：]\s?)"
    r"(?P<name>[^\t]{3,60}?)(?=\t|\s{3,}|$)",
    re.IGNORECASE,
)
_WIDE_LINES = 3  # in which the words of a name may stand far apart


def find_name(lines: list[TextLine]) -> str:
    """The name in the lines of a header, "" when none looks like one.

    A labelled name counts first; else the first piece that looks like a name, in the lines
    before anything is told.
    """
    for line in lines:
        found = _NAME_LABEL.search(line.text)
        opens = found is not None and found["sure"] and not found.start()
        if found and (opens or looks_like_name(found["name"])):
            return found["name"].strip()
    for number, line in enumerate(lines[:12]):
        if len(line.text.split()) > 14:
            continue
        # "JANE   ROE   BAKER      jane@example.org"
        if number < _WIDE_LINES and looks_like_name(whole := _without_contact(line.text)):
            return _bare_name(whole)
        for piece in header_pieces(line):
            name, _, rest = piece.text.partition(", ")
            text = name if has_clear_head(rest) else piece.text  # "Jane Roe, Data Engineer"
            if looks_like_name(text):
                return _bare_name(text)
    return _in_small_letters(lines)


def _in_small_letters(lines: list[TextLine]) -> str:
    """The name that opens a text in small letters, and of which a word is in the mail address:
    "jane roe | data eng | jroe@example.org"; "" when there is none."""
    email = next(filter(None, (EMAIL.search(line.text) for line in lines)), None)
    opening = next((piece.text for line in lines[:1] for piece in header_pieces(line)), "")
    words = opening.split()
    if email is None or not opening.islower() or not 2 <= len(words) <= 3:
        return ""
    parts = [part for word in words for part in word.split("-") if len(part) > 2]
    addressed = any(part in email[0].casefold() for part in parts)
    return opening if addressed and looks_like_name(opening.title()) else ""


def _without_contact(text: str) -> str:
    """A line without its addresses, each gap one space wide."""
    for first, last in reversed(contact_spans(text)):
        text = text[:first] + text[last:]
    return " ".join(text.split())


def _name_by_mail(head: str, email: str) -> str:
    """The first words of a header that the mail address has too: a name above or before a title
    ("Jane Roe Baker", "Jane" over "Roe"), "" when there is none."""
    local = email.partition("@")[0].casefold()
    words = " ".join(head.split("\n")[:2]).split()
    named = [
        n
        for n in range(2, min(4, len(words)) + 1)
        if looks_like_name(" ".join(words[:n]))
        and not looks_like_company(" ".join(words[:n]))
        and any(len(word) > 2 and word.casefold() in local for word in words[:n])
    ]
    last = [n for n in named if words[n - 1].casefold() in local]
    return " ".join(words[: max(last, default=min(named, default=0))])


def contact_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of e-mail addresses, links and phone numbers in a line, in order."""
    spans = [found.span() for found in EMAIL.finditer(text)] if "@" in text else []
    if _MAYBE_URL.search(text):
        spans += [found.span() for found in _URL.finditer(text)]
    spans += phone_spans(text)
    return sorted(spans)


def phone_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of phone numbers; ranges of years and amounts are none."""
    if _MAYBE_PHONE.search(text) is None:
        return []
    spans = []
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        years = re.fullmatch(r"\W*(?:19|20)\d\d\W{1,3}(?:19|20)\d\d\W*", found[0])
        dated = re.search(r"(?:19|20)\d\d\W{1,3}\d\d?\W|\d\d?[./-]\d\d?[./-](?:19|20)\d\d|"
                          r"\d\d?[/.](?:19|20)\d\d", found[0])  # fmt: skip
        if _PHONE_DIGITS[0] <= len(digits) <= _PHONE_DIGITS[1] and not years and not dated:
            spans.append(found.span())
    return spans


def is_private(text: str) -> bool:
    """Whether a line or a cell of it says how to reach the person, or states a protected
    attribute: date of birth, age, gender, family, nationality, address."""
    if _LABELS.match(text) or _PROTECTED.match(text):
        return True
    if soft := _SOFT_LABELS.match(text):
        rest = soft["rest"].strip()
        if not rest or (" " not in rest and any(mark in rest for mark in "/@0123456789")):
            return True
    if len(text) > _MAX_ADDRESS_CHARS or _DIGIT.search(text) is None or len(text.split()) > 14:
        return False
    return _STREET.search(text) is not None or _ZIP.search(text) is not None


def name_spans(text: str, name: str) -> list[tuple[int, int]]:
    """Offsets of the person's full name in a line, and of "my name is ..."."""
    spans = [found.span() for found in _NAME_IS.finditer(text)] if " is " in text else []
    if name:
        spans += [found.span() for found in _named(name).finditer(text)]
    return sorted(spans)


@functools.lru_cache(maxsize=16)  # asked for each line of a resume
def _named(name: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)


def read_contact(text: str, name: str, head: str) -> Contact:
    """Contact of a resume; ``head`` is the text of its header and contact sections, where a
    phone number is looked for first."""
    links: list[str] = []
    for line in text.split("\n"):
        if _MAYBE_URL.search(line):
            _add_links(links, line, _URL)
    for line in head.split("\n"):
        _add_links(links, line, _HOST)
    found = EMAIL.search(text)
    email = found[0] if found else ""
    name = name or _name_by_mail(head, email)
    phones = [line[slice(*span)] for part in (head, text) for line in part.split("\n")
              for span in phone_spans(line)]  # fmt: skip
    phone = phones[0].removeprefix("tel:").strip() if phones else ""
    return Contact(name, email, phone, tuple(links))


def _add_links(links: list[str], line: str, pattern: re.Pattern[str]) -> None:
    for found in pattern.finditer(line):
        link = found[0].rstrip(".,")
        mail = line[max(0, found.start() - 1) : found.start()] == "@"
        if not mail and len(links) < _MAX_LINKS and not any(link in seen for seen in links):
            links.append(link)


def is_place_or_company(text: str) -> bool:
    """Whether a short piece of a header is a place or an employer rather than a skill."""
    return looks_like_place(text) or looks_like_company(text)
