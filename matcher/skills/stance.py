"""How a text speaks of a skill: claims it, denies it, hopes for it, or only stood beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from typing import TypedDict

from ahocorasick_rs import AhoCorasick, Implementation

from matcher.skills.learned_stance import Kind, LearnedStances


class Stance(TypedDict, total=False):
    """The flags of :class:`matcher.records.Mention` that are set."""

    negated: bool
    aspiring: bool
    adjacent: bool


_STANCES: dict[Kind, Stance] = {
    "negated": {"negated": True},
    "aspiring": {"aspiring": True},
    "adjacent": {"adjacent": True},
}
_REACH = 90  # characters before a mention in which a cue still speaks of it
_LEAD = 30  # characters of a cue before its letters: "currently learning"
_AFTER = 130  # characters after it, in its sentence, in which one may follow

_SENTENCE_END = re.compile(r"\n|[.!?](?=\s+\S)")
# One set of characters first, so that what cannot end a clause is passed over quickly.
_CLAUSE_END = re.compile(
    r"[\s•●▪◦‣.;!?](?:(?<=[\n\t•●▪◦‣])|(?<=[.;!?])(?=\s|$)|(?<=[a-z)][.!?])(?=[A-Z][a-z])"
    r"|(?<=\s)(?<!\b(?i:not),\s)(?<!\b(?i:not)\s)(?i:but|however|although|though|whereas|yet|while)\b)"
)
# The patterns from here on are for small letters: to ignore case takes several times as long.
_KNOWLEDGE = (
    r"(?:experiences?|knowledge|exposure|background|familiarity|training|skills?|expertise)"
)
_KIND = (
    r"(?:any|prior|previous|real|direct|hands[- ]on|professional|commercial|formal|working|"
    r"practical|production|much|significant|specific|actual|relevant|industry)"
)
# "not" in a verb, also without its apostrophe: "didn't", "havent".
_NOT = r"(?:\s+not|n['’]?t)"
_NEGATED = re.compile(
    rf"\b(?:no|zero|without|lack(?:s|ed|ing)?(?:\s+of)?|never\s+had|little\s+to\s+no)\s+"
    rf"(?!formal\s+(?:training|education)\b)(?:{_KIND}[\s,]+)*{_KNOWLEDGE}\b"
    r"(?!\s+(?:(?:is|was|are)\s+)?(?:needed|required|necessary))"
    r"|(?:\b(?:not|cannot|never|hardly|didnt|dont|havent)|(?<!who do)(?<!who did)n['’]t)\s+"
    r"(?:yet\s+|been\s+|really\s+|have\s+|had\s+|ever\s+|very\s+)*"
    r"(?:use[ds]?|using|work(?:ed|ing)?\s+(?:with|in|on)|familiar|experienced?|proficient|know[ns]?|"
    r"touch(?:ed)?|learn(?:ed|t)?|comfortable|skilled|exposed|trained|written(?!\s+by)|"
    r"programmed|coded|done|say\s+(?:that\s+)?i\s+know|"
    rf"(?:any\s+)?(?:{_KIND}\s+)*{_KNOWLEDGE})\b"
    r"|\bnot(?:,?\s+however,?)?\s+looking\s+for\b"
    r"|\b(?:keine?(?:rlei|n)?|ohne|aucune|sans|sin|sem|senza|geen|zonder|brak)\s+(?:\w+\s+)?"
    r"(?:erfahrung(?:en)?|kenntnisse|expérience|connaissances?|experiencia|conocimientos?|"
    r"experiência|esperienza|ervaring|kennis|doświadczenia)\b"
    r"|\bunfamiliar\s+with\b|\bno\s+longer\s+(?:use|work\s+with)\b"
    # A label or a word that denies what follows: "Never done: SCADA", "no React, no Angular".
    r"|^\W*(?:not\s+(?:(?:for\s+)?me|mine|done|known|used|my\s+\w+)|never\s+(?:done|used|touched)|(?:i\s+)?(?:do\s+not|"
    r"don['’]t)\s+(?:do|use|know)|what\s+i\s+(?:(?:do|have)\s+not|(?:do|have)n['’]?t|cannot|can['’]?t)\s+(?:do|done|use|used|know))\s*[:=–—-]"
    r"|(?:^\W*|[,;:(–—-]\s*|\b(?:and|but|or)\s+)no\s+$"
    r"|\bnot\s+(?:by|from)\s+me\b|\bnothing\s+to\s+do\s+with\b|\bnot\s+(?:the\s+)?author\b"
    r"|\bzero\s+(?:hands[\s-]on\b|practice\b)|\bi\s+have\s+yet\s+to\b"
    r"|(?:\bi\s+|^\W*)(?:have\s+)?forgot(?:ten)?\b"
    r"|^\W*(?:my\s+)?skills?\s+gaps?(?:\s+i['’]m\s+aware\s+of)?\s*:"
    r"|\bi\s+(?:have\s+)?never\s+(?:did|had|built|ran|wrote|tried|owned|shipped|operated)\s+$"
    r"|\b(?:am|['’]m)\s+(?:not\s+an?|no)\s+$|\bnot\s+my\s+(?:field|area|trade|domain)\b"
    r"|\bi(?:['’]ve|\s+have)?\s+(?:only\s+|just\s+)?(?:read|heard)\s+about\b"
    r"|\b(?:cannot|can\s+not|can['’]?t)\s+(?:code|program|write|develop)\s+(?:in\s+)?$"
    # The second of a list: "no Kubernetes or Terraform".
    r"|(?:^\W*|[,;:(–—-]\s*|\b(?:and|but|or|have)\s+)no\s+[\w+#.-]+(?:\s+[\w+#.-]+)?\s+(?:or|nor)\s+$"
    # What somebody does not do, right before its name: "I do not run Kubernetes".
    r"|(?:\bi\s+|^\W*(?:and\s+)?)(?:do|did|have|could|would)(?:\s+not|n['’]t)\s+"
    r"(?:(?:yet|really|ever)\s+)?(?:run|write|code|do|done|develop(?:ed)?|configured?|own(?:ed)?|"
    r"administer(?:ed)?|managed?|built|build|train(?:ed)?|claim\s+to\s+know)\s+"
    r"(?:(?!so\b|only\b|just\b)[\w-]+\s+){0,3}$"
)
_NEGATED_AFTER = re.compile(
    # What is said of it further on: "SAS; I read their output but have never written a line of it".
    rf"^[^.!?]{{0,80}}?\b(?:i|but|and|have|['’]ve)\s+(?:have\s+)?(?:never|(?:have|had|did|do|could|can){_NOT})\s+"
    r"(?:yet\s+|really\s+|actually\s+|ever\s+)?(?:used?|written|wrote|worked|touch(?:ed)?|done|do|did|taken?\s+part|"
    r"learn(?:ed|t)?|built|run|tried|shipped|coded|operated?|owned?|administered)\b[^.!?]{0,25}?\b(?:it|them|that|this|those)\b"
    rf"|^[^.!?]{{0,40}}?\bi\s+(?:have\s+no|never\s+had\s+any)\s+{_KNOWLEDGE}\s+(?:with|of|in)\b(?!\s+\w)"
    r"|^[^.!?]{0,60}?\b(?:but|then|and)\s+(?:i\s+)?(?:dropped|abandoned|quit|gave\s+up|never\s+finished|"
    rf"did{_NOT}\s+finish)\s+(?:it|the\s+(?:course|class|training))?\b"
    r"|^\s*(?:experience|knowledge|skills?|certification)?\s*"
    r"(?:(?:is|are|was)\s+)?(?::\s*none\b|(?:not|n['’]t)\s+(?:yet\s+)?"
    r"(?:strictly\s+|absolutely\s+)?(?:required|needed|necessary|a\s+requirement|used|essential))"
    r"|^[^.;()]{0,20}[\s(](?:only|just)\s+(?:read|heard)\s+about\b"
    r"|^\s*\((?:only|just)\s+(?:saw|seen|watched|read|heard|demos)\b"
    r"|^[^.;]{0,40}[\s(,:](?:not\s+my\s+(?:tool|code|scope|area|job|part|task|station|field|thing|"
    r"domain|trade|duty|role|business|responsibility)\b|not\s+(?:(?:by\s+)?me|us|mine|ours)\b(?!\s+(?:only|alone))|"
    r"no\s+(?:work|real\s+work|projects?|practice)\s+with\s+(?:it|them)\b|"
    r"(?:did\s+not|didn['’]t|never)\s+finish(?:ed)?\b|dropped\s+(?:out|the\s+(?:course|class|training))\b|"
    r"a\s+foreign\s+\w+\s+to\s+me\b|not\s+used\s+(?:live|in\s+anger)\b|only\s+an?\s+(?:free[\s-]tier|trial|demo)\b|"
    r"i\s+(?:only|just)\s+read\b|only\s+read\s+by\s+me\b|i\s+know\s+only\b|"
    r"never\s+used\s+(?:it\s+)?(?:at\s+work|in\s+production|for\s+real|professionally)\b)"
    r"|^\s*[(–—:-]\s*(?:for\s+)?read(?:ing)?[\s-]only\b"
    r"|^\s+(?:course|class)\b[^.;]{0,25}\bno\s+(?:projects?|practice|use)\b"
    rf"|^[\s:(–—-]*0?\s*\(?no\s+{_KNOWLEDGE}\b(?!\s+(?:is\s+)?(?:required|needed|necessary))"
    r"|^[^.!?]{0,30}?\s(?:is|are|be|still)\s+(?:a\s+black\s+box|new|foreign\s+(?:\w+\s+)?\w+)\s+"
    r"(?:to|for)\s+me\b"
    r"|^\s+(?:is\s+not|isn['’]?t)\s+my\s+(?:thing|field|cup)\b|^[^.!?]{0,25}\bpredates?\s+me\b"
    r"|^[^.!?]{0,40}?\bi(?:['’]ve|\s+have)\s+never\s+(?:opened|used|touched|worked\s+with|tried)(?=\s*(?:$|[.,;!]))"
    r"|^[^.!?]{0,20}\btheoretical\s+at\s+best\b|^[^.!?]{0,30}\bhave\s+to\s+start\s+from\s+scratch\b"
    r"|^[^.]{0,20}[;,]\s*i\s+was\s+not\s+part\s+of\b"
    r"|^\W{0,4}(?:an?\s+)?(?:demo|trial|sandbox|theory)\s+only\b"
    r"|^[\s:(–—-]+only\s+(?:an?\s+)?(?:free[\s-]tier|trial|demo)s?\b"
    # "Terraform only from a tutorial", "a Rust course once", "Perl: I can read it".
    r"|^\s*\(?(?:only|just)\s+from\s+an?\s+(?:[\w-]+\s+){0,2}(?:tutorial|demo|course|video|talk|book|"
    r"workshop|webinar|seminar)\b|^\s+(?:course|class)\s+once\b|^\s*:\s*i\s+can\s+(?:only\s+)?read\b"
    r"|^[^.!?]{0,30}?\bi(?:['’]ve|\s+have)\s+only\s+(?:watched|seen|read|heard)\b"
    r"|^[^.!?]{0,20}?\bi(?:['’]ve|\s+have)\s+(?:read|heard)\s+about\b"
    r"|^\s*:\s*i\s+have(?:\s+not|n['’]t)\s+(?:yet\s+)?(?:been\s+)?(?:trained|taught|certified)\b"
    r"|^\s+i\s+only\s+(?:follow|watch)(?:ed)?\b|^[^.;]{0,40}\bnot\s+yet\s+(?:certified|passed)\b"
)
# In a list of ratings, right behind its name: "Docker 0", "Laravel = 0 yrs", "Angular no".
_RATED_NONE = re.compile(
    r"[ \t]*[:=–—-]?[ \t]*(?:0(?!\s?[%.,]\d|\d)(?:[ \t]*(?:yrs?|years?)\b|[ \t]*/[ \t]*\d+)?"
    r"|none|nil|no)[ \t]*(?:[,;|](?=\s|$)|\.?(?:\n|$))"
)
# Before a skill of which knowledge is denied behind it: "no Kubernetes experience", "I don't have
# Java skills".
_NONE_OF = re.compile(
    rf"(?<!teams )(?<!people )(?<!users )(?<!customers )(?<!clients )(?<!colleagues )(?<!those )"
    rf"(?<!developers )(?<!students )\b(?:no|without|zero|lack(?:s|ed|ing)?(?:\s+of)?|"
    rf"(?:do|did|does)(?:\s+not|n['’]?t)\s+have)\s+(?:any\s+)?(?:{_KIND}[\s,]+)*$"
)
_KNOWN_BEHIND = re.compile(
    rf"^(?:\s*(?:,|/|\bor\b|\band\b)\s*[\w+#.-]+){{0,3}}\s+(?:{_KIND}\s+)?{_KNOWLEDGE}\b"
    r"(?!\s+(?:(?:is|was|are)\s+)?(?:needed|required|necessary|gaps?))"
)
# "Keen to learn and to grow" names nothing that is wished.
_OF_SOMETHING = r"(?!\s*,|\s+(?:and|quickly|fast|effectively|through)\b)"
# "machine learning with Python" is no wish: learning counts after an adverb or at the start.
_ASPIRING = re.compile(
    r"(?:^\W*|\b(?:currently|now|presently|actively|still|started|began|begun|am|i['’]m|self)[\s-]+)"
    r"(?:learning|studying|exploring|pursuing|picking\s+up|teaching\s+myself|working\s+towards?|"
    r"getting\s+into|preparing\s+for)\b(?!\s*(?:,|/|and\s+development|management|platform))"
    r"|\b(?:want|wants|wanting|wish|hopes?|hoping|plan|plans|planning|eager|keen|excited|aims?|"
    r"aiming|goals?|intends?|intending|aspires?|desires?|"
    r"would\s+like|(?:would|i['’]d)\s+love|looking(?:\s+forward)?)\s+to\s+"
    r"(?:\w+\s+)?(?:learn|study|sit\s+for|pass|explore|work\s+with|go\s+deeper|grow|deepen|gain|get\s+into|move\s+into|try|"
    rf"use|become|pick\s+up|get\s+better\s+at|get\s+my\s+hands\s+on)\b{_OF_SOMETHING}"
    # "able to use" is a claim; "able to learn" is none.
    r"|\b(?:willing|able|ready)\s+to\s+(?:\w+\s+)?(?:learn|study|get\s+into|pick\s+up)\b"
    rf"{_OF_SOMETHING}"
    r"|\bgoals?\s+(?:for|of)\s+(?:this|the|next)\s+(?:coming\s+)?year\b|\bhad\s+hoped\s+to\b"
    r"|\blooking\s+forward\s+to\s+(?:exploring|learning|trying)\b"
    r"|\baspiring(?=\s+(?:\w+\s+){0,2}$)"
    r"|\b(?:interest(?:s|ed)?\s+in|curious\s+about|fascinated\s+by|"
    r"(?:next|future)\s+(?:goal|step)s?|to\s+learn\s+next|on\s+my\s+list)\b"
    r"|\b(?:on|off)\s+my\s+(?:wish\s*)?list\b|^\W*(?:wish\s*list|to\s+learn|want)\s*:"
    r"|\bin\s+progress\s*[:–—-]"
    r"|\b(?:currently|now|presently)\s+(?:following|taking|attending|doing)\s+"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:course|class|bootcamp|tutorial)s?\s+(?:on|in|for|about|of)\b"
)
_ASPIRING_AFTER = re.compile(
    r"^\s*[(:–—-]\s*(?:\w+,?\s+)?(?:(?:currently|still|now)\s+(?:learning|studying)|in\s+progress)\b"
    r"|^\s*:\s*(?:learning|studying)\b"
    r"|^\s*:?\s+(?:(?:is|are)\s+)?(?:still\s+|next\s+)?on\s+(?:the|my)\s+(?:wish\s*)?list\b(?!\s+of\b)"
    r"|^[^.;]{0,20}\s(?:trial|course|training|exam)\s+(?:(?:is|was)\s+)?(?:planned|booked|approved|scheduled)\b"
    r"|^\s*[:–—-]\s+(?:would|i['’]d)\s+be\s+willing\s+to\s+learn\b"
    r"|^\s*:\s*(?:would|i['’]d)\s+love\s+to\s+learn\b"
    r"|^\s*\((?:learning|studying)(?:\)|\s+(?:at|in|by|via|through|with|on|it|now|online)\b)"
)
_BESIDE = re.compile(
    r"\b(?:alongside|beside|next\s+to|near|around|that(?:\s+is|['’]s)(?=\s+(?:the|our)\s)|"
    r"(?:work(?:ed|ing|s)?|collaborat\w+|partner\w*|coordinat\w+|liais\w+|"
    r"interfac\w+|co-?operat\w+|paired|together|met)\s+(?:\w+ly\s+)?with|"
    r"support(?:ed|ing|s)?(?!\s+and\b)|assist(?:ed|ing|s)?|help(?:ed|ing)|handed\s+\w+\s+to|"
    r"report(?:ed|ing|s)?\s+(?:directly\s+)?to|s(?:old|ell|elling)\s+(?:\w+\s+){0,3}to|call(?:ed|ing)?\s+on|"
    r"contact(?:ed|ing|s)?|meetings?\s+with|relationships?\s+with|interact\w*\s+with|"
    r"communicat\w+\s+with|consult\w*\s+with|negotiat\w+\s+with)\s+"
    r"(?:the\s+|a\s+|an\s+|our\s+|their\s+|other\s+|several\s+)?(?:\w+\s+){0,2}$"
)
_GROUP = re.compile(
    r"^(?:\s*(?:,|and|or|/|&)\s*[\w+#.]+){0,2}\s+(?:(?!of\b|in\b|on\b|by\b)\w+\s+)?"
    r"(?:teams?|engineers?|developers?|admins?|administrators?|specialists?|groups?|squads?|"
    r"experts?|consultants?|departments?|programmers?|dbas?|folks|managers|agents|agenc(?:y|ies)|"
    r"officers|buyers|representatives|reps|directors|executives|staff|personnel|firms?|vendors|"
    r"companies|contractors|therapists|attorneys|analysts|designers|people)\b"
)
# Somebody else, by name: "the DBA team", "our embedded group", "my colleague", "the bank's people".
_NAMED_GROUP = (
    r"(?:(?:(?:the|our|their|an?)\s+(?!same\b|whole\b|entire\b)(?:[\w'’-]+\s+){1,3}|another\s+|an\s+outside\s+)"
    r"(?:team|group|squad|department|people|staff|office|vendor|agency|unit|company|firm|colleagues|partners|"
    r"scientists)\b|my\s+(?:colleagues?|team\s?mates?|co-?workers?)\b|separate\s+(?:team|group|department)\b)"
)
# Others who do it: "our colleagues use Murex", "beside the kernel team, who write OpenCL".
_OTHERS = re.compile(
    r"^\W*(?:[\w-]+\s+){0,4}(?:colleagues|collaborators)\s+"
    r"(?:use[sd]?|did|does?|handle[sd]?|runs?|ran|owns?|owned|wrote|writes?)\s+(?:[\w-]+\s+){0,2}$"
    # "Our data scientists run the scoring in SAS", "the client's own team built the reports".
    r"|^\W*(?:(?:the|our|their)\s+(?:[\w'’-]+\s+){0,2}(?:scientists|engineers|developers|analysts|admins|dbas)|"
    r"(?:the|their)\s+[\w-]+['’]s?\s+(?:own\s+)?(?:team|people|staff|engineers|developers))\s+"
    r"(?:runs?|does?|did|built|builds?|owns?|wrote|writes?|handles?|uses?|made|makes?|maintains?)\s+(?:[\w-]+\s+){0,4}$"
    # "My teammate Priya did the Streamlit front end".
    r"|\bour\s+(?:[\w-]+\s+)?(?:guys?|designers?)\s+(?:does|runs?|uses?|handles?|writes?|owns?)\s+"
    r"(?:[\w-]+\s+){0,2}$"
    r"|\bmy\s+(?:team\s?mate|colleague|co-?worker|partner|friend|intern)(?:\s+[\w-]+)?\s+"
    r"(?:did|built|made|wrote|ran|set\s+up|owns?|owned|handles?|handled|does)\s+(?:[\w-]+\s+){0,3}$"
    r"|\b(?:vendor|supplier|contractor|hosting\s+provider|consultancy)\s+"
    r"(?:ran|runs?|looks\s+after|looked\s+after|use[sd]?|did|does|built|operate[sd]?)\s+(?:\w+\s+){0,2}$"
    # In brackets behind those who do it: "belongs to the telecom squad (BGP, MPLS)".
    rf"|\b(?:belongs?\s+to|(?:done|run|handled|owned|made)\s+by)\s+{_NAMED_GROUP}[^.;()]{{0,15}}\([^()]*$"
    rf"|\((?:the\s+)?(?:[\w-]+\s+){{1,2}}(?:team|group|department|squad)\s+uses?\s+$"
    r"|\b(?:alongside|beside|next\s+to)\s+(?:[\w-]+\s+){1,4}?"
    r"(?:teams?|engineers|developers|scientists|people|group|colleagues),?\s+"
    r"(?:on|who|whose|(?:and|to)\s+read)\s+(?:[\w-]+\s+){0,4}(?:(?:and|or|,)\s+)?$"
    # "Worked with the platform team, who run our Kubernetes cluster".
    r"|\bwith\s+(?:the|our|their|an?)\s+(?:[\w-]+\s+){0,3}?(?:teams?|engineers|developers|people|"
    r"group|colleagues|vendor|department),?\s+(?:who|which)\s+(?:runs?|ran|owns?|owned|use[sd]?|"
    r"operates?|operated|builds?|built|maintains?|maintained|looks?\s+after)\s+(?:[\w-]+\s+){0,3}$"
    # "Mentored two juniors moving into analytics engineering".
    r"|\b(?:mentor(?:ed|ing)?|coach(?:ed|ing)?|advis(?:ed|ing))\s+(?:[\w-]+\s+){1,5}"
    r"(?:moving|switching|transitioning|changing)\s+(?:in)?to\s+(?:[\w-]+\s+){0,2}$"
)
_OF_OTHERS = re.compile(
    # "was handled end to end by an outside consultancy", "was outsourced to Cebu".
    r"^[^.!?]{0,45}?\s(?:\w+ed|run|built|made|set\s+up|done|written)\s+(?:end\s+to\s+end\s+)?by\s+"
    r"(?:an?|our|outside|external)\s+(?:outside\s+|external\s+|former\s+)?(?:consultancy|"
    r"consultant|contractor|freelancer|vendor|supplier|agency|headquarters|bureau)\b|^[^.!?]{0,20}\s(?:was\s+|is\s+|were\s+|are\s+)?outsourced\s+to\b|"
    # "is by our embedded group", "was administered by the bank's own people".
    rf"^\)?(?:\s+[\w-]+){{0,5}}?\s+(?:is|are|was|were)\s+(?:[\w-]+\s+){{0,2}}by\s+{_NAMED_GROUP}"
    rf"|^[^.!?()]{{0,25}}?\s(?:is|are|was|were|lies?|stays?|sits?)\s+(?:in\s+the\s+hands\s+of|with|"
    rf"the\s+(?:business|job|task|work|domain|responsibility)\s+of)\s+{_NAMED_GROUP}"
    rf"|^\s+(?:goes|go|went)\s+to\s+(?:{_NAMED_GROUP}|an?\s+(?:colleague|specialist|partner)\b)"
    rf"|^\s*=\s*(?:the\s+|our\s+)?(?:[\w-]+\s+){{1,2}}(?:team|group|squad)['’]s\b"
    r"|^\)?(?:\s+\w+){0,3}\)?\s+(?:(?:was|were|is|are)\s+(?:owned|run|handled|managed|maintained)\s+by|"
    r"(?:(?:was|were|is|are)\s+)?(?:made|done|operated)\s+by(?!\s+(?:the|our)\s+team\b)|"
    r"(?:was|were|is|are)\s+with(?=\s+(?:an)?other\b)|by\s+an?(?=\s+colleague)|"
    r"belong(?:s|ed)?\s+to|i\s+(?:leave|left)\s+to|"
    r"(?:is|are)(?=\s+the\s+[\w ]+['’]s?(?:\s+(?:job|work|task|part))?(?:[.,;)]|$)))"
    r"\s+(?:an?\s|(?:the|our|another|other|others|colleagues?)\b)"
)
# What turns a denied or wished list into a claim again: "no Java, strong Python".
_TURN = re.compile(
    r"\b(?:strong|proficient|expert|experienced|solid|skilled|fluent|years|built|developed|using|"
    r"used|led|wrote|designed|because|so|since|which|thanks)\b"
)


# Letters without which nothing denies, nothing wishes and no group of people follows: where none
# are near, a skill is claimed.
_DENYING = (
    "no ", "not ", "not,", "n't", "n’t", "zero ", "without", "lack", "never", "hardly",
    "little to", "none", "unfamiliar", "only read", "only heard", "only saw", "only seen",
    "only watched", "only demos", "just read", "just heard", "just saw", "just seen",
    "just watched", "read only", "read-only", "reading only", "know only", "demo only",
    "only from", "just from", "course once", "class once", "can read", "can only", "only follow",
    "only watch",
    "trial only", "sandbox only", "theory only", "only a", "only demo", "only trial", "only free",
    "dropped", "foreign", "a black box", "= 0", ": 0", "- 0", "– 0", "yet to", "forgot",
    "read about", "heard about", "nothing", "isnt ", "cant ", "just demos", "gave up",
    "abandoned", "quit", "gap",
    "new to me", "new for me", "predate", "theoretical",
    "from scratch", "didnt", "dont ", "havent", "kein", "ohne ", "aucune", "sans ", "sin ",
    "sem ", "senza", "geen", "zonder", "brak",
)  # fmt: skip
_WISHING = (
    "learn", "want:", "want :", "goal for", "goal of", "goals for",
    "goals of", "studying", "study ", "exploring", "explore ", "pursuing", "picking",
    "pick up", "teaching m", "working toward", "getting in", "preparing for", "want to",
    "wants to", "wanting to", "wish to", "hope to", "hopes to", "hoping to", "plan to",
    "plans to", "planning to", "eager to", "keen to", "excited to", "aim to", "aims to",
    "aiming to", "goal to", "goals to", "intend to", "intends to", "intending to", "aspire to",
    "aspires to", "desire to", "desires to", "willing to", "able to", "ready to", "would l",
    "i'd l", "i’d l", "looking to", "looking forward", "interest in", "interests in",
    "interested in", "curious", "fascinated", "aspiring", "next goal", "next step", "future goal",
    "future step", "my list", "the list", "had hoped", "approved", "scheduled", "willing to",
    "wish list", "wishlist", "planned", "booked", "in progress", "following", "taking",
    "attending", "doing",
)  # fmt: skip
_OTHER_PEOPLE = (
    "separate ", "the domain of", "the responsibility of",
    "my team", "my coll", "my co", "my partner", "my friend", "my intern", "by separate",
    "alongside", "beside", "next to", "by the", "by our", "by other", "by another", "by a ",
    "by my", "goes to", "go to", "went to", "with other", "with another", "belong", "i leave",
    "i left", "in the hands", "the business of", "the job of", "the task of", "the work of",
    "with the ", "with our ", "with their ", "with a ", "with an ", "mentor", "coach", "advis",
    "is with", "are with", "was with", "were with", "lie with", "lies with", "stay with",
    "stays with", "sit with", "sits with", "by colleague", "outsourced", "is the", "are the",
    "by an ", "by outside", "by external",
)  # fmt: skip
_GROUPING = (
    "colleagues", "collaborators", "scientists", "vendor", "supplier", "contractor", "provider",
    "consultancy", "consultant", "freelancer", "headquarters", "bureau", "team", "engineer",
    "developer", "admin", "specialist", "group", "squad", "expert", "department", "programmer",
    "dba", "folks", "managers", "agent", "agenc", "officers", "buyers", "representatives", "reps",
    "directors", "executives", "staff", "personnel", "firm", "companies", "therapists",
    "attorneys", "analysts", "designer", "people", "guy",
)  # fmt: skip
_CUES = (_DENYING, _WISHING, _OTHER_PEOPLE, _GROUPING)
_LETTERS = tuple(chain(*_CUES))
_CUE_OF = tuple(number for number, letters in enumerate(_CUES) for _ in letters)  # of each of them
_letters = AhoCorasick(_LETTERS, implementation=Implementation.DFA)
# Where words may be wide apart, their first words are looked for, and behind them the others.
_wide = re.compile("[\u00a0\u2002\u2003\u2009\u202f]")
_first_words = AhoCorasick(
    [letters.split(" ")[0] for letters in _LETTERS], implementation=Implementation.DFA
)
_apart = [re.compile(r"\s+".join(map(re.escape, letters.split(" ")))) for letters in _LETTERS]
# Before "learn" no wish, but the name of a field or a library.
_KNOWN_FIELDS = ("machine ", "machine-", "deep ", "reinforcement ", "supervised ", "kit-", "scikit")


# People and what they do, or have.
_DOES = re.compile(
    r"\w+(?:['’]s\b|\s+(?:runs?|does?|did|ran|built|builds?|owns?|owned|wrote|writes?|handle[sd]?|"
    r"use[sd]?|made|makes?|maintains?|looks\s+after|looked\s+after|operate[sd]?)\b)"
)


class _Places:
    """Where in a text the letters stand without which nothing is denied, wished or a group."""

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters grow in small case
            lowered = "".join(small if len(small := char.lower()) == 1 else char for char in text)
        self.lowered = lowered
        self.all: tuple[list[int], ...] = ([], [], [], [])
        self.denying, self.wishing, self.others, self.grouping = self.all
        wide = "  " in lowered or not (lowered.isascii() or _wide.search(lowered) is None)
        letters = _first_words if wide else _letters
        for number, start, _ in letters.find_matches_as_indexes(lowered, overlapping=wide):
            if wide and not _apart[number].match(lowered, start):
                continue
            places = self.all[_CUE_OF[number]]
            if places is self.grouping and _DOES.match(lowered, start):
                self.others.append(start)  # "the developers run ..."
            if places is not self.wishing or not lowered.endswith(_KNOWN_FIELDS, 0, start):
                places.append(start)


def _any_in(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


class Stances:
    """The stances of one text towards the mentions in it; with ``told`` what no rule foresees is
    left to :class:`LearnedStances`."""

    def __init__(self, text: str, *, told: bool = False) -> None:
        self._text = text
        self._learned = LearnedStances(text) if told else None
        self._places = places = _Places(text)
        self._any = sorted(chain(*places.all))

    def of(self, start: int, end: int) -> Stance:
        """The stance towards the mention ``text[start:end]``."""
        if (found := self._by_rules(start, end)) or self._learned is None:
            return found
        kind = self._learned.of(start, end)
        return _STANCES[kind] if kind else {}

    def _by_rules(self, start: int, end: int) -> Stance:
        """The stance by what the clause of a mention says, and its sentence further on."""
        low, high, places = start - _REACH, end + _AFTER, self._places
        if _RATED_NONE.match(places.lowered, end):
            return {"negated": True}
        if not _any_in(self._any, low, high):
            return {}
        after = self._after(end) if _any_in(self._any, end, high) else ""
        # Work with "cross-functional teams" is the skill; work with "the Java team" is not Java.
        own = places.lowered[start:end].endswith(("team", "teams"))
        grouped = (
            not own and _any_in(places.grouping, end, high) and _GROUP.match(after) is not None
        )
        before = ""
        cues = (places.denying, places.wishing, places.others)
        if grouped or any(_any_in(each, low, start) for each in cues):
            before = self._clause_before(start)
        low, high = start - len(before), end + len(after)
        if (
            _reaches(_NEGATED, before, places.denying, low)
            or (_any_in(places.denying, end, high) and _NEGATED_AFTER.match(after))
            or (_NONE_OF.search(before) and _KNOWN_BEHIND.match(after or self._after(end)))
        ):
            return {"negated": True}
        if _reaches(_ASPIRING, before, places.wishing, low) or (
            _any_in(places.wishing, end, high) and _ASPIRING_AFTER.match(after)
        ):
            return {"aspiring": True}
        if (
            (grouped and _BESIDE.search(before))
            or (_any_in(places.others, low, start) and _OTHERS.search(before))
            or (_any_in(places.others, end, high) and _OF_OTHERS.match(after))
        ):
            return {"adjacent": True}
        return {}

    def _after(self, end: int) -> str:
        """What stands behind a mention in its sentence, as far as a cue may, in small letters."""
        return _SENTENCE_END.split(self._places.lowered[end : end + _AFTER], 1)[0]

    def _clause_before(self, start: int) -> str:
        """What stands before ``start`` in its clause, as far as a cue reaches, in small letters."""
        line_start = self._text.rfind("\n", 0, start) + 1
        low = max(line_start, start - _REACH)
        before, lowered = self._text[low:start], self._places.lowered[low:start]
        if line_start < low:  # what is cut off here does not start there
            before, lowered = f"_{before}", f"_{lowered}"
        *_, clause_start = (0, *(boundary.end() for boundary in _CLAUSE_END.finditer(before)))
        return lowered[clause_start:]


def _reaches(cue: re.Pattern[str], before: str, places: list[int], low: int) -> bool:
    """Whether the last such cue still holds at the end of ``before``, which starts at ``low`` of
    the text; ``places`` are those of its letters."""
    first = bisect_left(places, low)
    if first == len(places) or places[first] >= low + len(before):
        return False
    start = max(0, places[first] - low - _LEAD)
    *_, last = (-1, *(found.end() for found in cue.finditer(before, start)))
    return last >= 0 and not _TURN.search(before, last)


def denies_or_wishes(sentence: str) -> bool:
    """Whether a sentence says what its writer cannot do yet, and so is no account of work."""
    places = _Places(sentence)
    return bool(places.denying and _NEGATED.search(places.lowered)) or bool(
        places.wishing and _ASPIRING.search(places.lowered)
    )
