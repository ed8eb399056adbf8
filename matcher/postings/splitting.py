"""The text of a posting → its bullets and sentences.

Postings come as tidy lists, as one paragraph, and as lists whose line breaks were lost on the way
("...to grow.You will" or "...of our teamsExperience with").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

_BULLET = re.compile(r"(?:[•◦▪●○■□‣⁃∙·»›❖✓✔➢]|[*–—-](?=\s|[A-Z])|\d{1,2}[.)](?=\s)|o(?=\s))\s*")
# A question mark before a capital is a bullet sign that lost its encoding.
_INNER_BULLET = re.compile(r"[•●▪◦‣■❖✓✔➢]|Ø(?=\s?[A-Z])|\s\?(?=[A-Z])")
# They also part the cells of a line ("Ghent · 3 days ago") and mark notes ("*see below").
_SIGNS = (re.compile(r"·\s"), re.compile(r"\*[^\S\n](?=[A-Z])"))
_MANY_SIGNS = 4  # so many in a posting are bullets
_INNER_HEADING = re.compile(r"#{2,6} ?(?=[A-Z])")  # of Markdown that lost its line breaks
# A full stop glued to the next sentence. Left alone: names such as Node.js, Asp.Net and
# Booking.Com, degrees (B.Tech), initials, "e.g.Tableau".
_GLUED_STOP = re.compile(
    r"(?:(?<=[a-z0-9)\]%’'\"+#])|(?<=[A-Z]{2})|(?<=\b[RC]))(?<!e\.g)(?<!i\.e)(?<!\bPh)[.!?;:]"
    r"(?=[A-Z][a-z’']|[A-Z] [a-z])(?!(?:Net|Js|Com|Org|Io|Ai|Tech|Sc|Eng)\b)"
)
# A word in small letters glued to a capitalised one: "teamsExperience". Four letters and more,
# so that iPhone and webMethods stay whole.
_GLUED_WORD = re.compile(
    r"\b([a-z]{4,})(?=[A-Z][a-z]{2})(?!Script|Shell|Flow|Query|Point|Spark|Learn|Base\b)"
    r"|\b([a-z]{4,})(?=[A-Z]{5})"
)
# After a capitalised word or an acronym only words that begin a bullet are taken for glued, or
# PowerPoint and TensorFlow would fall apart.
_STARTERS = (
    "Ability|Able|About|Additional|Advanced|Analy[sz]e|Analytical|Apply|Assist|Bachelor|Basic|"
    "Build|Collaborate|Collaborat\\w+|Communicat\\w+|Comfortable|Conduct|Create|Define|Degree|"
    "Deliver|Demonstrated?|Design|Desired?|Develop|Drive|Education|Effective|Ensure|Excellent|"
    "Exceptional|Experienced?|Expert|Expertise|Extensive|Familiarity|Familiar|Fluency|Fluent|"
    "Good|Great|Hands|Help|Identify|Implement|In-depth|Knowledge|Knowledgeable|Contributor|"
    "Lead|Maintain|Manage|Master|Minimum|Must|Partner|Perform|Preferred|Prepare|Previous|Prior|"
    "Proactive|Proficiency|Proficient|Proven|Provide|Qualifications|Required|Requirements|"
    "Responsibilities|Responsible|Self|Skilled|Solid|Strong|Support|Superior|Track|Translate|"
    "Understand|Understanding|Use|Utilize|Willingness|Work|Working|Write|You|Your|We|What|"
    "Benefits|Nice|Duties|Skills"
)
_GLUED_STARTER = re.compile(
    rf"(?:(?<=[a-z]{{3}})|(?<=[A-Z]{{2}})|(?<=\b[RC])|(?<=[)\]+]))(?=(?:{_STARTERS})\b)"
)
# Where a list was run into one line with its spaces kept, such a word with a capital still shows
# where a bullet began: "... bash commands Experience working in ...". Not after these words:
_NO_BREAK_AFTER = frozenset(
    "the a an our your their this that of in as to and or for with on at by from new senior is are "
    "be you we who will can not & junior".split()
)
_RUN_ON = re.compile(
    rf"(?<![\w+#’'-])([\w+#’'-]{{1,40}}[)\]]?) (?=(?:{_STARTERS})\b (?:[a-z(]|[A-Z]+\b)"
    # No team is called so: "... many techniques Build Deep Learning models"
    r"|(?:Build|Develop|Create|Implement|Identify|Analy[sz]e|Collaborate|Communicate|Conduct|"
    r"Define|Deliver|Ensure|Maintain|Prepare|Provide|Translate|Perform|Participate|Establish|"
    r"Evaluate) [A-Z])"
)
_RUN_ON_LENGTH = 120  # characters; shorter lines are left as they are
_GLUED_YEARS = re.compile(
    r"(?:(?<=[A-Za-z]{3})\.?|(?<=[A-Z]{2})|(?<=\b[RC])|(?<=[)\]?!]))"
    r"(?=\d{1,2} ?\+?(?: ?(?:-|–|to) ?\d{1,2})? ?\+? (?:years|yrs))"
)
# Headings that ran into the line: "QualificationsBachelor's degree", "Responsibilities Design ...".
_RUN_IN_HEADING = re.compile(
    r"(?:(?<![\w,&/] )(?<![\w,&/(-]))"
    r"((?:(?:Minimum|Basic|Preferred|Required|Desired|Desirable|Bonus|Key|"
    r"Primary|Essential|Additional|Technical|Functions|Principal|Job|Role|Position|Core|Main|Your|Specific|General|Other|Education|Professional|Functional|"
    r"Experience|Skills?|Knowledge|and|And|&)[ ,/]+){0,4}"
    r"(?:Requirements|Qualifications|Responsibilities|Duties|Skills?|Accountabilities)"
    r"(?: (?:[Aa]nd|&) (?:Experience|Background|Qualifications|Requirements|Abilities|Education|"
    r"Skills|Competencies|Knowledge|Responsibilities|Expertise|Traits))?"
    r"|(?:Preferred|Desired|Desirable) Experience"
    r"|(?:Essential|Key|Primary|Main|Principal|Core) (?:Job )?Functions"
    r"(?: [Oo]f [Tt]he (?:Job|Position|Role))?"
    r"|(?:Job|Position|Role|Company) (?:Description|Summary|Overview|Purpose)"
    r"(?: (?:[Aa]nd|&) (?:Duties|Responsibilities))?"
    r"|What (?:[Ii]t [Tt]akes [Tt]o [Bb]e [Ss]uccessful|We Need You To Do|To Bring)"
    r"|What You(?:['’]ll| Will) (?:Do|Bring|Need|Be Doing)|What We(?:['’]re| Are) Looking For"
    r"|What (?:[Tt]he|[Tt]his) (?:[Jj]ob|[Rr]ole) [Ee]ntails|You Must Have|Your Day"
    r"|(?:Our|The|Your) [Ii]deal [Cc]andidate(?=[A-Z])"
    r"|Who You Are|(?:A Lot )?About (?:You|Us|[Tt]he (?:Role|Team|Job))|The Role"
    r"|(?:What We|Our) Offer"
    r"|Nice [Tt]o Haves?|Must Haves?|(?:Double )?Bonus Points(?: [Ff]or)?"
    r"|(?:Benefits|Perks)(?: (?:[Aa]nd|&) (?:Benefits|Perks))?)"
    r"(?: ?[:–-] ?(?=\S)|(?=[A-Z][a-z.’']|[A-Z]{1,3}[ /,.]|\d)"
    r"|\s+(?=(?!(?:Required|Preferred|Desired),|And )[A-Z][A-Za-z]+[ ,/.’'](?!and [A-Z]|And\b|&)"
    r"|\d+ ?(?:(?:-|to) ?\d+)? ?\+? ?(?:years|yrs)))"
)
# In capitals from word to word, such a phrase is a heading whatever stands before it.
_RUN_ON_TITLE = re.compile(
    r"(?<=[a-z.)\]] )(What You(?:['’]ll| Will) (?:Do|Bring|Need|Be Doing)|What You Bring|"
    r"What We(?:['’]re| Are) Looking For|Who You Are|About You|More About Us|Nice To Haves?|"
    r"Bonus Points|Why You['’]ll Love (?:[A-Z]\w+ ){1,3}[A-Z]\w+|Why Join Us|What We Offer|"
    r"(?:Minimum|Basic|Preferred|Required|Desired) Qualifications)(?: (?=[A-Z\d])|(?=\n))"
)
# "... both written and verbal Desirable Cassandra, Neo4J": the heading of a list that was run on.
_RUN_ON_DESIRED = re.compile(r"(?<=[a-z)\]] )(Desirable|Preferred|Desired) (?=[A-Z][a-z]+\b)")
# The same in capitals, glued to what stands before and behind: "(CBE)PHYSICAL DEMANDSNature of".
_CAPITALS_HEADING = re.compile(
    r"(?<![A-Z] )((?:[A-Z]{3,} (?:AND |& )?){0,2}(?:DEMANDS|CONDITIONS|ENVIRONMENT"
    r"|ABOUT (?:US|YOU)|THE ROLE|RESPONSIBILIT[A-Z]{2,3}(?:/DUTIES)?"
    r"|(?:REQUIRED|PREFERRED|DESIRED|MINIMUM) (?:EXPERIENCE|KNOWLEDGE|EDUCATION)(?=:)"
    r"|(?:COMPANY|POSITION|JOB|ROLE) (?:OVERVIEW|SUMMARY|DESCRIPTION)(?: STATEMENT)?(?=:)"
    r"|REQUIREMENTS|QUALIFICATIONS|BENEFITS|SKILLS|DUTIES))"
    r"(?:\s*:|(?=\s?[A-Z][a-z]|\s(?:B\.?[AS]|M\.?S|\d)))"
)
_KIND = (
    "(?:Minimum|Basic|Preferred|Required|Desired|Desirable|Key|Essential|Additional|Technical|"
    "Professional|Skills|Job|Other|and|&)"
)
# "... as needed Requirements (Education, Skills) • BS degree": the heading of the bullets below.
_HEADING_ABOVE = re.compile(
    r"(?<![\w-])(?!(?:and|or|of|the|our|your|for|with|to|in)\s)([a-z][\w-]{0,30}[.)]?|\w{1,30}[.)])"
    rf"[^\S\n]+((?:{_KIND} ){{0,4}}(?:Requirements|Qualifications|Responsibilities)"
    rf"|(?:{_KIND} ){{1,4}}(?:Skills|Experience|Expertise|Duties|Knowledge)"
    r"|Benefits(?=:))(?: ?\([^()\n]{0,60}\))?(?: ?:(?=[^\S\n]*\n)|(?=[^\S\n]*\n• ))"
)
# Glued to the next word, such a noun is a heading whatever stands before it.
_GLUED_HEADING = re.compile(r"(?<=\s)(Requirements|Qualifications|Responsibilities)(?=[A-Z])")
# "... operations functions Requirements Bachelor's degree ...": a heading without its line breaks.
_SPACED_HEADING = re.compile(
    r"(?<![\w-])([a-z]{3,}) (Requirements|Qualifications|Responsibilities) (?=[A-Z][a-z])"
)
# "Experience with Domo a plus Job duties: ..."
_AFTER_A_PLUS = re.compile(
    r"(?:(?<=\ba plus)|(?<=[a-z)] preferred)) (?=[A-Z][a-z]|\d+ ?(?:-|to|\+)? ?\d* ?(?:years|yrs))"
)
# Any place in a posting that lost its line breaks where one may have been: a capitalised word or an
# acronym glued to what stands before it.
_SEAM = re.compile(
    r"(?:(?<=[a-z]{2})|(?<=[A-Z]{2})|(?<=[a-z]\))|(?<=[\])\d%]))"
    r"(?=[A-Z][a-z]{2}|PhD\b)|(?<=[a-z]{3})(?=(?:A|In|On|To|By|As|At|We|If|An|My|Is|It|[A-Z]{2,})\b)"
)
_WORD = re.compile(r"[\w+#-]+")
_IN_A_LIST = (",", ")", "/")  # what follows a name in a list of names (CartoDB, MADlib)
# "Angular with Typescripto Data Visualizationo NodeJS": bullets that became the letter o.
_GLUED_O = re.compile(r"\b(?!(?:int|ont|als|vide|audi|studi|portfoli)o\b)([A-Za-z]{3,})o (?=[A-Z])")
# Names that no skill has, but many a posting's end.
_SITES = frozenset(
    {"LinkedIn", "YouTube", "PayPal", "DoorDash", "WhatsApp", "TikTok", "LexisNexis"}
)
_SURE_SEAMS = 3  # a posting with so many lost line breaks has lost all of them
_SENTENCE_END = re.compile(r"[.!?][\"')\]”’]*\s+(?=[\"'(“‘]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|incl|approx|no|inc|ltd|co|corp|st|dr|prof|mr|ms|mrs|jr|sr|dept|min|max|"
    r"yrs|exp|ph\.?d|u\.s|u\.k|m\.sc|b\.sc)|\b[A-Za-z](?:\.[A-Za-z])*)\.$",
    re.IGNORECASE,
)
_LONGEST_LINE = 1000  # characters
_LONG_BULLET = 240  # characters; a longer "bullet" is a paragraph with a dash before it


# Pictures that open a line: the same before several lines is their bullet, another opens a heading.
_PICTURE = re.compile(
    "^[^\\S\\n]*([\U0001f000-\U0001faff\u2600-\u26ff\u2705-\u27bf\u2b00-\u2bff])\ufe0f?[^\\S\\n]*",
    re.MULTILINE,
)


def split_lines(text: str, is_name: Callable[[str], bool]) -> list[tuple[str, bool]]:
    """The bullets and sentences of a posting in order, each with whether it had a bullet sign.

    ``is_name`` tells whether a word with a capital inside is a name (PowerPoint) and no two words
    that lost the line break between them.
    """
    lines: list[tuple[str, bool]] = []
    for raw in _unglued(text, is_name).split("\n"):
        line = re.sub(r"\s+", " ", raw).strip()
        sign = _BULLET.match(line)
        body = line[sign.end() :] if sign else line
        if not body:
            continue
        if sign and len(body) <= _LONG_BULLET:
            lines.append((body, True))
        else:
            lines.extend((sentence, bool(sign)) for sentence in _sentences(body))
    return lines


def _unglued(text: str, is_name: Callable[[str], bool]) -> str:
    """The text with line breaks where they were lost."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pictures = Counter(_PICTURE.findall(text))
    text = _PICTURE.sub(lambda sign: "• " if pictures[sign[1]] > 1 else "", text)
    text = _INNER_BULLET.sub("\n• ", text)
    text = _INNER_HEADING.sub("\n", text)
    for sign in _SIGNS:
        if len(sign.findall(text)) >= _MANY_SIGNS:
            text = sign.sub("\n• ", text)
    # Words, not places such as San Francisco, which come again.
    if sum(times == 1 for times in Counter(_GLUED_O.findall(text)).values()) >= _SURE_SEAMS:
        text = _GLUED_O.sub(r"\1\n• ", text)
    whole = text
    text, n_stops = _GLUED_STOP.subn(lambda stop: stop.group() + "\n", text)
    text, n_words = _GLUED_WORD.subn(lambda word: word.group() + "\n", text)
    text, n_starters = _GLUED_STARTER.subn("\n", text)
    text = _GLUED_YEARS.sub("\n", text)
    text = _RUN_IN_HEADING.sub(r"\n\1:\n", text)
    text = _GLUED_HEADING.sub(r"\n\1:\n", text)
    text = _HEADING_ABOVE.sub(r"\1\n\2:", text)
    text = _CAPITALS_HEADING.sub(r"\n\1:\n", text)
    text = _RUN_ON_TITLE.sub(r"\n\1:\n", text)
    text = _RUN_ON_DESIRED.sub(r"\n\1:\n", text)
    text = _AFTER_A_PLUS.sub("\n", text)
    if n_stops + n_words + n_starters >= _SURE_SEAMS:
        text = _SPACED_HEADING.sub(r"\1\n\2:\n", text)
        text = _open_seams(text, Counter(re.findall(r"[\w+#-]+", whole)), is_name)
        text = _RUN_IN_HEADING.sub(r"\n\1:\n", text)
    return "\n".join(
        _RUN_ON.sub(_broken, line) if len(line) > _RUN_ON_LENGTH else line
        for line in text.split("\n")
    )


def _open_seams(text: str, words: Counter[str], is_name: Callable[[str], bool]) -> str:
    """Line breaks wherever one may have been, save in names: what ``is_name`` knows, and what the
    posting (``words``) has more than once. In a list only behind a word that it has elsewhere."""

    def opened(found: re.Match[str]) -> str:
        word = found.group()
        parts = _SEAM.split(word)
        if len(parts) == 1 or words[word] > 1 or word in _SITES or is_name(word):
            return word
        if found.string.startswith(_IN_A_LIST, found.end()) and not (
            parts[0].islower() and words[parts[0]]
        ):
            return word
        return "\n".join(_names_whole(parts, is_name))

    return re.sub(r"(?<=[)\]])\n?(?=[A-Z][a-z]{2})", "\n", _WORD.sub(opened, text))


def _names_whole(parts: list[str], is_name: Callable[[str], bool]) -> Iterator[str]:
    """The parts of a word, two together where they are a name: "Red", "Hat", "Hadoop"."""
    at = 0
    while at < len(parts):
        pair = "".join(parts[at : at + 2])
        whole = at + 1 < len(parts) and is_name(pair)
        yield pair if whole else parts[at]
        at += 2 if whole else 1


def _broken(words: re.Match[str]) -> str:
    """A line break after the word, unless it belongs to what follows."""
    word = words[1]
    ends = word.endswith((")", "]")) or word.isupper() or word[0].islower()
    return word + ("\n" if ends and word not in _NO_BREAK_AFTER else " ")


def _sentences(line: str) -> list[str]:
    """The sentences of a paragraph; abbreviations do not end one."""
    sentences, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        if _ABBREVIATION.search(line, max(start, end.start() - 12), end.start() + 1):
            continue
        sentences.append(line[start : end.end()].strip())
        start = end.end()
    sentences.append(line[start:].strip())
    return [part for sentence in sentences for part in _cut(sentence)]


def _cut(sentence: str) -> Iterator[str]:
    """A sentence in stretches of bounded length: what follows looks at every pair in a line."""
    while len(sentence) > _LONGEST_LINE:
        end = sentence.rfind(" ", 1, _LONGEST_LINE) + 1 or _LONGEST_LINE
        yield sentence[:end].strip()
        sentence = sentence[end:].strip()
    if sentence:
        yield sentence
