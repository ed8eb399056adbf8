"""Words by which a line of a posting says what it is about, whatever heading it stands under."""

from __future__ import annotations

import re

from matcher.numbers import SPELLED

# Labels of a form: they say something about their own line only.
FIELD = re.compile(
    r"(?:(?:(?:job|position|role) )?(?:title|type|location|category|id|code|number|level|family|"
    r"grade|status|posting)|company|employer|(?:primary |other |additional |work )?locations?|"
    r"salary|pay|(?:pay )?rate|(?:date )?posted|date|department|employment type|schedule|"
    r"(?:weekly )?hours|duration|start date|contact|reports to|(?:expected )?travel|job|position|"
    r"role|industry|workplace|seniority|requisition(?: id| number)?|shift|career status|"
    r"experience level|employee (?:type|status))\s*:\s*\S.*",
    re.IGNORECASE,
)
# A label whose value stands in the next line.
FIELD_NAME = re.compile(
    r"(?:(?:primary|other|additional|work) )?locations?|travel|"
    r"(?:job|position|employment) (?:type|category)(?: ?/ ?\w+)?",
    re.IGNORECASE,
)
LEGAL_SECTION = re.compile(
    r"equal[- ](?:employment )?opportunit|\bEEO|without regard to|regardless of .{0,30}(?:race|age|"
    r"gender|background|sex)|all qualified applicants|protected veteran|"
    r"affirmative action|e-verify",
    re.IGNORECASE,
)
LEGAL_LINE = re.compile(
    r"reasonable accommodation|applicants? with disabilit|not (?:intended|designed) to (?:be an? )?"
    r"(?:exhaustive|complete|cover|contain)|reserves? the right|recruitment agenc|not discriminate|"
    r"fair chance|(?:list|description) is not exhaustive|duties .{0,20}may vary|"
    r"interview process|interviewing with [A-Z]|"
    r"background (?:check|investigation|screening)|drug (?:screen|test)|"
    r"third[- ]part(?:y|ies) (?:recruiters?|resumes)|privacy (?:policy|notice)|"
    r"\buses? cookies\b|\bcookie (?:policy|notice|settings)|click (?:here|apply|the)|"
    r"apply (?:now|online|today)|send (?:your|us your) (?:cv|resume)|"
    r"^(?:\d[.)] ?)?(?:please )?(?:send|submit|e-?mail) (?:us )?(?:an?|your) (?:[\w-]+ ){0,3}"
    r"(?:e-?mail|resume|cv|letter|application)\b",
    re.IGNORECASE,
)
BENEFIT = re.compile(
    r"\bwe (?:offer|provide|pay) |competitive (?:salar|compensation|benefit|pay)|\b401 ?\(?k|"
    r"medical, dental|dental(?:,| and) vision|paid (?:time off|vacation|holidays)|\bPTO\b|"
    r"stock options|tuition (?:reimbursement|assistance)|days of (?:holiday|leave|vacation)|"
    r"training budget|life insurance|wellness programs?|fitness classes|gym membership|"
    r"flexible (?:hours|working hours)|(?:unlimited|generous|flexible) (?:vacation|time off)|"
    r"(?:free|catered|complimentary|stocked|weekly) (?:\w+ ){0,2}(?:lunch(?:es)?|snacks|food|meals|"
    r"kitchens?|drinks|dinners?)\b|happy hours?\b|dog[- ]friendly|parental leave|"
    r"commuter (?:benefits|checks)|health(?:care)? benefits",
    re.IGNORECASE,
)
FROM_COMPANY = re.compile(
    r"(?i:we|our|the company|founded|headquartered|since|the firm['’]s)\b"
    r"(?! (?i:ideal|candidate))"
    r"|Join (?:us|our|the|an?)\b"
    r"|(?:At|Join) [A-Z][\w.&]+(?: [A-Z][\w.&]+){0,3},? "
    # "The Velmoor Group is a consulting firm"; "Python is required" speaks of no company
    r"|(?:The )?(?!Some |Any |Basic )[A-Z][\w.&]+(?: [A-Z][\w.&]+){0,3} "
    r"(?:is|was|has been|offers|employs|provides|helps|enables|believes|serves|connects) "
    r"(?!.*\b(?:required|preferred|desired|plus|must|needed|good to know|even better|"
    r"essential|responsible|role|position|candidate|skills?|experience|you|nice|welcome|expected|"
    r"mandatory|helpful|desirable|useful)\b)"
)
WE_ASK = re.compile(
    r"\bwe(?:['’]re| are|['’]d| would)? (?:require|need|expect|look|seek|want|prefer|ask|"
    r"(?:imagine|assume|hope|suppose|trust|like)(?: that)? you)|"
    r"\byou (?:should|must) (?:have|be|know|bring)\b|"
    r"^we(?:['’]re| are) (?:convinced|sure|certain|confident)\b.{3,60}\bif you\b",
    re.I,
)
# "Python is required", not "prepares the required reports" nor "every 2 years".
_REQUIRED = (
    r"(?<!\bas )(?<!\bif )(?<!\bwhen )(?<!\bthe )(?<!\ball )(?<!equipment )\brequired\b"
    r"(?! (?:to|data|information|documentation|reports?)\b)"
)
_A_PLUS = (
    r"\b(?:a (?:(?:big|huge|definite|strong|major|real|nice) )?plus"
    r"|the cherry on (?:top|the cake)|icing on the cake)\b"
)
ASKS = re.compile(
    r"\b(?:(?:someone|somebody|a (?:person|colleague)) who|"
    r"you(?:'ll|’ll| will) need(?! to\b)|you(?:'ve|’ve)? (?:have|know|bring|can|must|"
    r"should|need|understand|are (?:able|comfortable|proficient|experienced|familiar)|hold|possess|"
    r"love)|(?:candidates?|applicants?|incumbent) (?:must|should|will have|has|have|with|needs?)|"
    r"must (?:have|be|possess)|(?:is|are) (?:required|a must|mandatory|essential|preferred|"
    r"desired|desirable|expected(?! to\b))|"
    rf"{_REQUIRED}|{_A_PLUS}|preferred\b|nice[- ]to[- ]have|ideally|preferably|"
    r"\brequires?\b|"
    rf"(?<!every )\b(?:\d+|{SPELLED})(?: ?\+| plus| or more)?"
    r"(?: ?(?:-|–|to) ?\d+)? ?\+? ?(?:years?|yrs?)['’]? .{0,60}(?:experience|\b(?:in|with|as)\b)|"
    r"(?:experience|expertise|proficien\w+|familiarity|knowledge|skilled|fluen\w+|background|"
    r"competen\w+|track record) (?:with|in|of|using|working)|exposure to\b|degree in|"
    r"bachelor['’]?s|"
    r"ha(?:s|ve) to be (?:\w+ )?(?:strong|solid|fluent|good|excellent)\b|"
    r"\b(?:we|they)(?:['’]ll| will| would) (?:also )?accept\b|"
    r"\b(?:is|are) (?:indispensable|a given)\b|\bgo(?:es)? without saying\b|"
    r"^we expect (?!you\b|to\b|an?\b)|"
    r"\b(?:lovely|great|nice|fantastic|brilliant|wonderful|handy|helpful|good) if you\b|"
    r"\bin your favou?r\b|^(?:some|a (?:bit|touch|little) of|any|basic) [^,.;]{1,60} helps?\b|"
    r"(?:experience|expertise|familiarity|knowledge|background|exposure) (?:would be|is) (?:great|"
    r"nice|helpful|welcome|ideal|useful|beneficial|valuable|advantageous|expected|assumed)|"
    r"master['’]s|ph\.?d\b)",
    re.IGNORECASE,
)
ASKS_AT_START = re.compile(
    r"(?:(?:strong|solid|excellent|proven|deep|good|great|superior|sound|keen|advanced|"
    r"demonstrated|extensive|prior|previous|relevant|working|hands[- ]on|in-depth|exceptional|"
    r"outstanding|significant|expert|basic|minimum|at least|practical|thorough|some)\b"
    r"[\w ,/&-]{0,80}?)?"
    r"(?:experienced?|expertise|proficien\w+|familiar(?:ity)?|knowledge|understanding|ability|"
    r"skills?|degree|bachelor|master['’]s|b\.?[as]\.?/|ph\.?d|fluen\w+|command|comfortable|"
    r"team player|self[- ](?:motivated|starter|directed|driven)|track record|demonstrated use|"
    r"adept|an? (?:\w+ ){0,2}(?:understanding|knowledge|background|command|grasp|passion|"
    r"familiarity|ability|flair|eye) (?:of|in|for|with|to)|"
    r"able to|willing(?:ness)? to|passion(?:ate)? (?:for|about)|detail[- ]oriented|"
    r"attention to detail|highly (?:motivated|organi[sz]ed|analytical|self)|"
    r"must (?:also )?(?:have|be|possess)|"
    r"(?!(?:develop|leverag|build|us|keep|appl|improv|shar|utili[sz])(?:e|es|y|ing|s)?\b)"
    r"(?:\w+ ){1,3}skills\b|ha(?:s|ve) (?:an? )?(?:strong|good|great|solid|proven|deep)|"
    r"(?:strong|solid|excellent|outstanding|exceptional)(?! (?:company|team|culture|benefit|"
    r"compensation|salary|growth|work|pay|package|opportunit))|"
    r"(?:of )?\d+ ?\+? ?(?:-|–|to)? ?\d* ?\+? (?:year(?:s|['’]s)?|yrs?)|exp\.?(?= ?: ?\d))\b",
    re.IGNORECASE,
)
# "Our team is looking for an analyst with a background in ..."
_SEEKS = (
    r"\b(?:looking for|seeking|seeks|in search of)\b.{3,80}?\b(?:who (?:has|have|is|are|can)|"
    r"with (?:an? )?(?:(?:strong|deep|solid|proven|excellent|extensive|good|great) )?(?:background|"
    r"experience|expertise|knowledge|understanding|track record|passion|\w+ skills))\b"
)
ASKS_AMONG_BENEFITS = re.compile(
    r"(?:(?:strong|solid|excellent|proven|deep|prior|previous|relevant|working|hands[- ]on)\b"
    r"[\w ,/&-]{0,30})?(?:experience (?:with|in|using)|expertise|proficien\w+|knowledge of|"
    r"bachelor|\d+ ?\+? (?:- ?\d+ )?years (?:of|experience))",
    re.IGNORECASE,
)
_YOU_HAVE = (
    r"you(?:(?:'ve|’ve)? (?:have(?! (?:the|an?) (?:opportunity|chance))|must|bring|know|possess|"
    r"should (?:be|have)|exercise|thrive|enjoy|love)\b"
    r"|(?: are|['’]re) (?!(?:also )?(?:responsible|part|in charge|joining|the|expected|going|"
    r"looking|working)\b))"
)
ASKS_AMONG_DUTIES = re.compile(
    rf"^(?:{_YOU_HAVE}|must have|candidates?\b)|"
    r"\b(?:they|candidates?|person|individual|applicants?) (?:must|should) (?:be|have)\b|"
    r"^we (?:need|want|seek|look for) (?:someone|somebody|a (?:person|colleague))\b|"
    r"^(?:this|the) (?:(?:[\w-]+ ){0,3}(?:position|role|job) )?(?:at \w+ |also )?requires\b|"
    rf"{_SEEKS}|"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten) ?\+? years?\b.{0,60}experience|"
    r"college or university|\bdegree in\b|\bbachelor|\bph\.?d\b|"
    r"\b(?:is|are|an?) (?:plus|preferred|desired|desirable)\b|"
    r"nice[- ]to[- ]have",
    re.IGNORECASE,
)
DEMANDS = re.compile(
    rf"{_SEEKS}|\b(?:s?he|she/he|they|candidates?|applicants?|incumbent) should (?:be|have)\b|"
    rf"{_REQUIRED}|{_A_PLUS}|\b(?:must|requires?|preferred|"
    rf"desired(?! (?:reports?|outcomes?|results?))|nice to have|ideally)\b|"
    rf"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|ten)) ?\+? (?:years|yrs)|"
    rf"\bdegree\b|bachelor|^{_YOU_HAVE}|^{ASKS_AT_START.pattern}",
    re.IGNORECASE,
)
_HOLDER = (
    r"(?:role|position|job|analyst|engineer|scientist|developer|manager|architect|specialist|"
    r"coordinator|administrator|consultant|director|associate|assistant|officer|programmer|"
    r"technician|auditor|clerk|agent|intern|lead|leader|incumbent|individual|person|controller|"
    r"accountant|nurse|chef|teacher|planner|buyer|driver|operator|supervisor|representative|"
    r"designer|tester|candidate)"
)
TELLS = re.compile(
    rf"\b(?:you(?:(?:'ll|’ll| will| are going to|['’]re going to)(?! (?:also )?need\b(?! to\b))"
    rf"|(?:['’]d| would)(?! (?:have|like|love)\b))|who will|"
    rf"will be responsible|(?<!not )responsible for|in this role|"
    rf"responsibilities (?:would |will |may )?include|"
    rf"in this (?:job|position|post|seat),? you|"
    rf"the (?:[\w/-]+ ){{0,3}}(?:\w+/)?(?:candidate|{_HOLDER})(?: I{{1,3}})? "
    rf"(?:will|would|is)|"
    rf"(?:s?he|she/he|they) will|the person (?:\w+ ){{1,4}}will|"
    rf"has (?:(?:full|overall|sole|end-to-end) )?responsibility for|"
    rf"this (?:candidate|team member|{_HOLDER}) (?:will(?! have)|is)|you and (?:\w+ ){{1,6}}will|"
    rf"your (?:\w+ )?(?:role|focus|responsibilit\w+|job|task) (?:will|is|are))\b|^this includes\b"
    # "The analyst audits ...", "Developer is expected to ..."
    rf"|(?:^|, )(?:the|an?|this) (?:[\w&/-]+ ){{0,5}}?{_HOLDER}(?: I{{1,3}})? "
    rf"(?:in (?:this|the|our) \w+ )?(?!(?:is|has|was|offers|needs|requires|pays|reports|starts|"
    rf"begins|comes|sits|allows|"
    rf"helps you|provides (?:an?|the) (?:\w+ )?(?:opportunity|chance))\b)\w+s\b"
    rf"|^{_HOLDER} (?:will|is expected)\b|^incumbent \w+s\b|^other duties will\b"
    rf"|^as an? [^,.]{{3,80}},? you\b",
    re.IGNORECASE,
)


_ACTS = (
    r"Administer|Advis|Advocat|Aggregat|Analy[sz]|Answer|Appl|Architect|Articulat|Assess|Assist|Assur|Attend|"
    r"Audit|Automat|Build|Calculat|Champion|Clean|Coach|Collaborat|Collect|Communicat|Compil|"
    r"Conceptuali[sz]|Conduct|Configur|Connect|Consult|Contribut|Coordinat|Craft|Creat|Cultivat|"
    r"Defin|Deliver|Deploy|Design|Determin|Develop|Document|"
    r"Draft|Driv|Educat|Enhanc|Ensur|Establish|Evaluat|Examin|Execut|Exercis|Explor|Extract|"
    r"Facilitat|Forecast|Formulat|Fram|Gather|Generat|Guid|Handl|Identif|Implement|Improv|Influenc|"
    r"Integrat|Interpret|Introduc|Investigat|Launch|Lead|Leverag|Maintain|Manag|Measur|Mentor|Min|Monitor|"
    r"Negotiat|Obtain|Optimi[sz]|Organi[sz]|Oversee|Own|Participat|Partner|Perform|Prepar|Present|Produc|Provid|Quer|"
    r"Promot|Propos|Recommend|Research|Resolv|Respond|Review|Serv|Shar|Solv|Streamlin|Support|Synthesi[sz]|Test|Track|"
    r"Train|Transform|Translat|Troubleshoot|Understand|Utili[sz]|Validat|Verif|Work|Writ"
)
# What one does, told without a subject and under no heading: "Create dashboards for ...".
DOES = re.compile(
    rf"(?!\w+ing\b.*, we\b)(?:[A-Z][a-z]+ly (?:and \w+ly )?)?(?i:{_ACTS})"
    r"(?:e|y|es|ies|s|ing|ying)?\b(?! (?:for|at) us\b| (?:authori[sz]ation|environment|from|"
    r"locations?|schedule)\b|[-:])",
)


def is_done_by_others(line: str) -> bool:
    """Whether a sentence tells what others do, or that something is no part of the job, and speaks
    of nothing that the reader does."""
    return OTHERS_DO.search(line) is not None and _TO_THE_READER.search(line) is None


def begins_with_a_verb(line: str) -> bool:
    """Whether a line tells what one does, without a subject: "Maintain databases"."""
    return DOES.match(line) is not None


def speaks_of_the_employer(line: str) -> bool:
    """Whether a line without a heading is the employer's talk of itself, or an invitation."""
    return bool(FROM_COMPANY.match(line) or INVITES.match(line)) or line.startswith("As the ")


# "Build models" and "Building models", where a blurb says "Building on this, we grow".
ORDERS = re.compile(r"(?!\w+s\b)(?!\w+ing\b.*\b(?:we|our|us|is|are|will)\b)")
INVITES = re.compile(
    r"(?:Whether|If (?:you|so|this|that)|Are you|Do you|Want to|Ready to|Join|Come|Please|"
    r"Learn more|Let['’]s|Click|Check out|To learn more|Take a look|Work with purpose|"
    r"Apply (?:now|today|for|to be|if|below|online))\b"
)
_NO_TRAIT = (
    r"(?!(?:have|has|are|need|must|can|should|may|might|will|would|could|do|know|want|love|like|"
    r"enjoy|bring|come|speak|get|find|receive|meet|benefit|join|believe|think|feel|see|hold|become|grow|"
    r"learn|to|and|or|a|an|the|in|at|with|for|on)\b)"
)
# "In this seat you write the tests", and what the same person does in the next sentence.
YOU_ACT = re.compile(
    rf"(?:^|\b(?:here|seat|day|week|role|job) )you (?:{_ACTS})(?:e|y)?\b"
    # "In spring you replace the ovens", "You split the dough, you weigh it"
    rf"|^(?:In|By|On|At|Within|After|During|Every|Each|From|Over|Until|Then) [^,.;:]{{2,40}},? "
    rf"you {_NO_TRAIT}\w+|^you {_NO_TRAIT}\w+[^.]*, (?:and )?you {_NO_TRAIT}\w+"
    rf"|^you and (?:\w+ ){{1,4}}(?:{_ACTS}|ship)(?:e|y)?\b"
    rf"|, (?:and |so |then )you (?:{_ACTS})(?:e|y)?\b(?! ?[.,;])",
    re.IGNORECASE,
)
_GROUP = (
    r"(?:departments?|teams?|colleagues|partners|firms?|agenc(?:y|ies)|groups?|offices?|vendors?|"
    r"suppliers?|consultanc(?:y|ies)|contractors?|advis[eo]rs?|squads?|bureau|house)\b"
)
_BY_OTHERS = (
    r"(?:managed|built|developed|handled|looked after|maintained|bought|collected|run|owned|made|"
    r"done|written|operated|delivered|supplied|administered|prepared|outsourced)"
)
# What others do, and the reader does not: "Firewalls are managed by the network department".
OTHERS_DO = re.compile(
    rf"\b(?:is|are|was|were|gets?) (?:\w+ ){{0,2}}?{_BY_OTHERS} (?:\w+ ){{0,4}}?(?:by|from|to) "
    rf"(?:(?:the|our|an?|another|other|outside|external|its|their) )?(?:[\w&/-]+ ){{0,3}}?{_GROUP}"
    rf"|\b(?:lies?|sits?|rests?|stays?) with (?:the|our|an?|another) (?:[\w&/-]+ ){{1,3}}?{_GROUP}"
    r"|\bnot part of (?:this|the|your) (?:job|role|position|post)\b"
    r"|\bthis is not an? [\w /-]{3,50} (?:job|role|position|post)\b",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(
    r"\byou(?:r|['’](?:ll|re|ve|d))?\b(?! (?:won|would never|will not))", re.I
)
# A sentence that says the same of something else: "Python has to be strong. So does CI/CD."
LIKEWISE = re.compile(
    r"So (?:do|does|is|are|has|have|will|would)\b|(?:The )?[Ss]ame (?:goes|holds|applies|for)\b"
    r"|Likewise\b|Ditto\b|All (?:of )?(?:this|that|it) (?:happens|runs|is (?:done|built|written))\b"
)
THEY_ACT = re.compile(
    r"(?:^|, (?:and )?|\b(?:with|from|for) (?:\w+ ){1,4})(?:they|s?he|he or she) (?:also )?"
    r"(?!(?:are|is|have|has|had|must|should|need|bring|will need|can)\b)\w+",
    re.IGNORECASE,
)
# "You will keep the ledgers" among the requirements; "you will need" asks.
YOU_WILL_ACT = re.compile(
    r"You(?:['’]ll| will)(?: also)? (?!(?:also|have|need|bring|be|possess|get|know|receive|love|"
    r"enjoy|demonstrate|hold|require|fit|thrive|come|understand|likely|ideally|preferably)\b)\w+"
)
# "The data platform team keeps ...": a sentence about those whom one joins.
OF_A_TEAM = re.compile(
    r"(?:The|Our|This) (?:[\w&/’'()-]+,? ){0,8}?(?:team|organi[sz]ation|group|department|division|"
    r"company|firm|mission|goal|vision)s?(?: members)?(?: \([^)]*\))?"
    r"(?: (?:of|at|in) [\w& -]{2,60}?)?"
    r" (?:is|are|was|has|have|exists?|\w+s)\b(?!.*\b(?:you|candidate|role|position)\b)"
    r"|Team members\b"
    r"|(?:More than|Over) (?:an? )?[\w.,]+ (?:\w+ ){0,2}(?:people|users|customers|clients)\b"
    r"|That includes\b"
)


# "The ideal candidate will have a track record", whatever the section.
CANDIDATE_HAS = re.compile(
    r"\b(?:candidates?|applicants?) (?:is|are)\b.{1,60}\bwith (?:an? )?(?:strong|excellent|solid|"
    r"proven|deep|great|good)\b|"
    r"(?<!-qualified )\b(?:candidates?|applicants?)(?: who| that)?(?: (?:must|should|will|would))?"
    r" (?:have|has|possess(?:es)?|(?:need to )?be (?:proficient|experienced|fluent|familiar|able|"
    r"well[- ]versed|comfortable|knowledgeable|extremely|highly|self|passionate))\b",
    re.IGNORECASE,
)
# "You use the command line", where no heading says what follows.
YOU_DO = re.compile(
    r"You(?:['’]re|['’]ve)?\b"
    r"(?! (?:will|may|might|can expect|get|receive|want|join|would|could|see)\b)"
)
