"""What a line tells, from the line alone: what was done, in a sentence or in a note, what is
sought, or names alone."""

from __future__ import annotations

import re

from matcher.resumes.jobwords import SURE, title_likeness

_MIN_PROSE_WORDS = 5
_DID = frozenset(  # the past of verbs that do not take -ed
    """ran built wrote made took taught sold won grew held kept met oversaw spoke drove brought
    began became gave got went saw chose dealt dug drew fed found fought hit left lent lost paid
    put read rose sent shot shut sat stood spent swept threw understood was were been had
    did""".split()
)
_VERBS = _DID | frozenset(
    """achieve act administer advise aid allocate analyze analyse answer apply approve arrange
    assess assign assist attend audit author automate balance bring build calculate call care
    carry check clean close coach code collaborate collect communicate compile complete compose
    compute conduct configure consult contribute control convert cook coordinate counsel create
    cut debug decrease define deliver demonstrate deploy design determine develop devise direct
    discuss distribute document draft drive earn edit educate enable enforce engineer ensure
    enter establish estimate evaluate examine execute expand explain facilitate file find fix
    follow forecast format forward found gain gather generate give greet grow guide handle head
    help hire identify implement improve increase influence inform initiate inspect inspire
    install instruct integrate interact interview introduce investigate join keep lead learn
    led liaise listen log maintain make manage market measure meet mentor migrate model modify
    monitor motivate negotiate obtain offer operate optimize orchestrate order organize oversee
    own participate partner perform persuade pick pilot place plan prepare present process
    produce program promote propose protect prove provide publish purchase receive recommend
    reconcile record recruit redesign reduce refactor refer release remove report represent
    research resolve respond restore review revise run save scale schedule secure select sell
    send serve set ship simplify solve source specify standardize start stock strengthen submit
    succeed suggest supervise supply support take teach test track train transform translate
    troubleshoot tune turn update upgrade use utilize validate verify win work write
    is are am have has do does""".split()
)
_FUNCTION_WORDS = frozenset(
    """a an the of to for with in on by from at as into and or that which who while using via
    through across within over under between during per our my their its this these all
    der die das den dem des ein eine einen einer und mit für von zur zum im am auf bei aus durch
    le la les des du de un une et avec pour dans par sur au aux en
    el los las del con para por y un una
    o os as do da dos das com em no na e
    het een van met voor bij naar op
    il lo gli di della delle dei con per nel nella che
    w z na do oraz dla przez i""".split()
)
_PRONOUNS = frozenset("i we my our ich wir je nous yo".split())
# A line that begins so lists what somebody has or is, and tells nothing that was done.
_CLAIMS = frozenset(
    """proficient experience knowledge knowledgeable familiar familiarity skilled expert expertise
    strong excellent good great basic advanced intermediate fluent ability able understanding
    proven certified interested interests competent comfortable exposure solid deep working
    outstanding exceptional extensive hands-on in-depth well-versed detail-oriented
    kenntnisse erfahrung connaissance connaissances conocimiento conocimientos""".split()
)
_NOMINAL = re.compile(
    r"^\w+(?:tion|ment|sion|ung|ción|ção|zione|mento|sis|tions|ments)$", re.IGNORECASE
)
# Nouns that look like verbs and head lists of skills.
_NO_VERBS = frozenset(
    """spring string engineering marketing accounting manufacturing programming computing learning
    mining banking nursing networking thing during evening morning nothing something everything
    embedded advanced unified applied related shared distributed""".split()
)
_OF = frozenset("of and von der des de du des di del della do da und et y e".split())
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ITEMS = re.compile(r"[,;|•·\t/]|\s[–—-]\s")
_BARS = re.compile(r"[|•·∙]")
_MAX_BARRED_WORDS = 4  # on the mean
LABEL = re.compile(r"^[^:,.]{1,40}:\s")


# What somebody looks for. Duties begin alike ("Looking after guests", "To manage the stock"), so
# the openings that are not clear by themselves ask for the name of what is sought.
_SOUGHT = (
    r"(?:position|role|job|career|employment|opportunit\w+|internship|traineeship|placement|team"
    r"|compan\w+|organi[sz]ation|firm|environment|challenge|work|projects?|growth)\b"
)
_OBJECTIVE = re.compile(
    rf"""(?:(?:(?:career|professional|job|my)\s)?(?:objectives?|goals?)\s?(?::|[–—-]\s|is\s)
    |(?:(?:i|i\sam|i['’]?m|am|currently|now|actively|presently|also|and)\s){{0,4}}
      (?:looking|searching|hoping|aiming|aspiring|eager|hope|aim|aspire|wish|want)\s
      (?:for\s(?!ways\b)|to\s|forward\sto)
    |(?:(?:i|i\sam|i['’]?m|am|currently|now|actively|presently)\s){{0,4}}(?:seeking|(?<=i\s)seek)\s
      (?!out\b|ways\b).{{0,160}}?{_SOUGHT}
    |to\s(?:obtain|secure|gain|find|acquire|get|land|attain)\s(?:an?\s|the\s|my\s|employment|work|experience
      |entry|full|part)
    |to\s(?:pursue|work|join|become|be|utili[sz]e|use|apply|contribute|build|start|begin|further
      |advance|enhance|seek|achieve|leverage|continue|grow|make)\s.{{0,160}}?{_SOUGHT}
    |in\ssearch\sof\s|(?:i\s)?(?:would|['’]d)\s(?:like|love)\sto\s|interested\sin\s(?:an?|obtaining|pursuing|joining)\s
    |auf\sder\ssuche\snach\s|ich\ssuche\s|(?:je\s)?(?:suis\s)?à\sla\srecherche\sd|busco\s|en\sbusca\sde\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_MARKS = " \t\"'“”„•·*–—-"
# How what the pattern matches begins; most lines are settled by this.
_OPENINGS = tuple(
    """career,professional,job,my,objective,goal,i ,i'm,i’m,im ,am ,currently,now,actively,presently
    ,also ,and ,look,search,hop,aim,aspir,eager,wish,want,seek,to ,in search,would,interested
    ,auf der,ich,je ,suis,à la,busco,en busca""".replace("\n    ", "").split(",")
)
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Ý]")


def is_objective(text: str) -> bool:
    """Whether a sentence says what its writer is looking for, and so is no account of work."""
    opening = text.lstrip(_MARKS)[:300]
    return opening[:12].casefold().startswith(_OPENINGS) and _OBJECTIVE.match(opening) is not None


# Behind which stands what was done, in sentences or not: "Tasks: Flink jobs in Scala, Terraform".
_OF_WORK = re.compile(
    r"(?:• )?(?:(?:main|key|my|core) )?(?:tasks?|duties|responsibilit(?:y|ies)|"
    r"contributions?|deliverables|aufgaben|tätigkeiten|missions?|tareas|funciones|taken)\s*:",
    re.IGNORECASE,
)


def is_prose(text: str) -> bool:
    """Whether a line says what was done: a sentence or a bullet, not a list, label or title.

    What is only sought is not done; of several sentences in a line the others may tell more.
    """
    if is_objective(text) and not _NEXT_SENTENCE.search(text):
        return False
    if label := LABEL.match(text):
        text = text[label.end() :]
        if _OF_WORK.match(label[0]):
            return len(WORD.findall(text[:600])) >= _MIN_PROSE_WORDS
    written = WORD.findall(text[:600])
    words = [word.casefold() for word in written]
    if len(words) < _MIN_PROSE_WORDS or (is_list(text) and words[0] not in _PRONOUNS):
        return False
    n_function = sum(map(_FUNCTION_WORDS.__contains__, words))
    adverb_or_person = words[0].endswith("ly") or words[0] in _PRONOUNS
    opener = words[1] if adverb_or_person else words[0]
    if opener in _CLAIMS:
        return bool(_PRONOUNS.intersection(words)) and n_function >= 2
    if _names_act(opener, words, n_function):
        return not _is_title(text)
    return n_function >= 2 and any(_is_verb(word) for word in written if word.islower())


# What joins the words of a note: "Spark jobs on EMR, nightly", "Oozie -> Airflow".
_LINKS = frozenset(
    """in on with for to from by via using through per into over across between under behind
    against without within towards at inside onto off after before since until around
    mit für auf bei aus durch avec pour dans par sur en con para por met voor""".split()
)
_ARROW = re.compile(r"[→➔]|->|=>")
_WITH = re.compile(r"\bw/ ?")
# What is said of somebody, not of what was done.
_OF_PERSON = re.compile(
    r"^(?:trained|training)\b|"
    r"\b(?:experience (?:in|with|of|as|on)|experienced|years? (?:at|of|as|in)|"
    r"knowledge (?:of|in)|knowledgeable|understanding of|skills|skilled|proficien\w+|familiar\w*|"
    r"expert(?:ise)? (?:in|with)|competent|competenc\w+|strengths? in|certifi(?:ed|cations?)|"
    r"courses?|coursework|degree|diploma|gpa|thesis|awards?|interest(?:s|ed)|hobb\w+|able|abilit\w+|"
    r"knows?|known|fluent|literate|seasoned|talented|(?:attention|attentive) to|attitude|"
    r"(?:team|fast|quick) (?:player|learner)|under pressure|(?:security|secret) clearance|"
    r"references|studied|(?-i:Studies)|studying|school|university|universität|college)\b",
    re.IGNORECASE,
)
# Behind which names stand, not what was done with them.
_OF_NAMES = (
    r"\b(?:tools?|tooling|tech|technolog\w+|technical|skills?|languages?|sprachen|environment|stack|"
    r"platforms?|software|also|others?|known?|toolbox|methods|databases?|frameworks|cloud|"
    r"keywords?|area|projects?|clients?|kenntnisse)\b"
)
_NAMES_FOLLOW = re.compile(rf"[^:.]{{0,60}}{_OF_NAMES}[^:.]{{0,60}}:\s", re.IGNORECASE)
_NO_CLAIMS = frozenset({"deep", "great"})  # "Deep learning on ...", "Great Expectations in ..."
# What was counted: ", 300 use cases", "~40 a year". "Windows 10 desktops" counts nothing.
_COUNT = re.compile(
    r"(?:^|[,;:(~+–→>] ?|(?-i:\b[a-z]+ ))\d+(?:[.,]\d+)*\+? ?"
    r"(?:(?:k|m|mn|bn|million|billion|[kmgtp]b)\+? )?"
    r"(?!(?:years?|yrs?|months?|weeks?|wks?|days?|hours?|keys?|and|or|the|wpm|words)\b)"
    r"(?-i:[a-z]{3}|[A-Z]{2,4}s\b)",
    re.IGNORECASE,
)
_NOTE_ENDS = re.compile(r"(?<=[a-z0-9)])[.;:]\s+")
_MIN_NOTE_WORDS = 3
_MAX_MADE_WORDS = 5
_MOST_MADE = 3  # items of a note that names what was made; more are a list of skills
# What one makes with a tool: "Terraform modules", "Airflow DAGs for the warehouse".
_MADE = frozenset(
    """dags pipelines modules charts dashboards reports scripts jobs queries models tests suites
    templates themes playbooks funnels traces alerts migrations upgrades rollouts integrations
    endpoints services apps sites shops bots workshops trainings audits backups clusters farm
    policies procedures macros workflows notebooks experiments forecasts campaigns deployments
    installs repairs prototypes wireframes mockups schemas plugins sliders""".split()
)
_PAIRS = re.compile(r"\b(?:CI/CD|A/B|TCP/IP|I/O|UI/UX|UX/UI|R/3|S/4|24/7|b/w)\b")


def is_note(text: str) -> bool:
    """Whether a line inside a job or a project notes what was done without saying it in a
    sentence: "On Kubernetes with the Flink operator". Of any other line this says nothing. A list
    is a note where its first item is one: "Loads from SAP to Hive, Airflow, dbt"."""
    text = _WITH.sub("with ", text[:600])
    if is_objective(text) or _OF_PERSON.search(text) or _NAMES_FOLLOW.match(text):
        return False
    if _COUNT.search(text):
        return True
    parts = _NOTE_ENDS.split(text)
    if is_list(text):
        parts = parts[:1]  # "Python, C++, ONNX. AWS for training" is one still
    if any(_is_noted(_ITEMS.split(part)[0] if is_list(part) else part) for part in parts):
        return True
    items = [item for item in _ITEMS.split(text) if item.strip()]
    return len(items) <= _MOST_MADE and any(map(_is_made, items))


def _is_made(item: str) -> bool:
    """Whether an item is something made with a tool that is named before it."""
    words = WORD.findall(item)
    if not 2 <= len(words) <= _MAX_MADE_WORDS or words[-1] not in _MADE:
        return False
    return any(word[0].isupper() for word in words[:-1])


def _is_noted(item: str) -> bool:
    """Whether words of which one is no name are joined or were done, as in no list of names."""
    words = WORD.findall(item)
    if len(words) < _MIN_NOTE_WORDS:
        return False
    opener = words[0].casefold()
    if opener in _CLAIMS and opener not in _NO_CLAIMS:
        return False
    done = opener in _DID or (opener.endswith("ed") and _is_verb(opener))
    if done and "and" in words[2:]:
        return True  # "Trained YOLOv8 and Mask R-CNN"
    joined = not _LINKS.isdisjoint(words[1:]) or _ARROW.search(item) is not None
    told = (word for word in words if word.islower() and len(word) > 2)
    return (done or joined) and any(
        word not in _FUNCTION_WORDS and word not in _LINKS for word in told
    )


def _names_act(opener: str, words: list[str], n_function: int) -> bool:
    """Whether a line opens with a verb ("Managed the stock") or its noun ("Management of ...")."""
    if (n_function >= 1 or len(words) > _MIN_PROSE_WORDS) and _is_verb(opener):
        return True
    return _NOMINAL.match(opener) is not None and not _OF.isdisjoint(words[1:3])


def is_list(text: str) -> bool:
    """Whether a line is mostly short items between commas or other separators."""
    text = _PAIRS.sub("-", text[:600])
    items = [item.split() for item in _ITEMS.split(text) if item.strip()]
    if len(items) < 3:
        return False
    if _BARS.search(text) and _is_barred(text):
        return True
    n_first = len(items[0])
    if _is_verb(items[0][0].casefold()) and (n_first >= 5 or (n_first >= 3 and len(items) < 8)):
        return False
    short = sum(len(item) <= 3 for item in items)
    return short * 10 >= len(items) * 7


def _is_title(text: str) -> bool:
    """Whether a line is a job title in capitals, though it opens with a verb ("LEAD BUYER")."""
    words = WORD.findall(text[:200])
    if any(word.islower() and word not in _FUNCTION_WORDS for word in words):
        return False
    if text[-1] in ".;!" or (words[0].endswith(("ed", "ing")) and not words[0].isupper()):
        return False
    return title_likeness(text) == SURE


def _is_barred(text: str) -> bool:
    """Whether bars or dots part a line into short items, which no sentence has."""
    items = [item.split() for item in _BARS.split(text[:600]) if item.strip()]
    n_words = sum(len(item) for item in items)
    return len(items) >= 3 and n_words <= _MAX_BARRED_WORDS * len(items) and text[-1] not in ".!"


def _is_verb(word: str) -> bool:
    if word in _VERBS or word in _NO_VERBS:
        return word in _VERBS
    if len(word) > 4 and word.endswith(("ed", "ing")):
        return True
    stem = word.removesuffix("s")
    return stem in _VERBS or (word.endswith("es") and word[:-2] in _VERBS)
