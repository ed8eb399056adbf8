"""The words by which a job title, an employer and a place are told apart in a line."""

from __future__ import annotations

import functools
import re

# Nouns that a job title is built on. The first table cannot be taken for a surname; a name
# such as "Chase Baker" ends in a word of the second.
_CLEAR_HEADS = frozenset(
    """engineer engineers developer developers scientist analyst analysts manager managers mgr
    director consultant consultants
    specialist administrator admin architect designer programmer technician technologist officer
    coordinator co-ordinator associate assistant executive accountant auditor controller
    comptroller bookkeeper nurse teacher lecturer reader professor instructor tutor trainer educator
    principal researcher fellow intern trainee apprentice student graduate freelancer contractor
    supervisor lead leader head chief president vice-president vp ceo cto cfo coo cio ciso cmo cpo
    founder co-founder cofounder owner partner chairman chairwoman chairperson chair secretary
    receptionist clerk cashier teller representative rep agent broker advisor adviser counselor
    counsellor therapist psychologist psychiatrist pharmacist dentist physician surgeon
    veterinarian paramedic optometrist dietitian nutritionist hygienist phlebotomist midwife
    caregiver nanny babysitter lawyer attorney paralegal advocate solicitor barrister magistrate
    legal-counsel counsel notary chef sous-chef waiter waitress bartender barista host hostess
    dishwasher server housekeeper janitor custodian concierge operator machinist mechanic
    electrician plumber welder installer fabricator assembler foreman superintendent inspector
    surveyor estimator planner scheduler dispatcher courier pilot flight-attendant stewardess
    steward navigator sailor soldier sergeant lieutenant captain colonel corporal commander
    specialist-e4 police detective investigator firefighter lifeguard photographer videographer
    editor writer copywriter author journalist reporter publicist producer animator illustrator
    artist musician actor actress dancer choreographer stylist cosmetologist hairdresser
    esthetician beautician merchandiser buyer purchaser salesperson salesman saleswoman seller
    marketer strategist recruiter sourcer generalist facilitator mentor evangelist advocate
    ambassador liaison interpreter translator librarian archivist curator economist statistician
    mathematician physicist chemist biologist geologist ecologist biochemist microbiologist
    actuary underwriter adjuster appraiser assessor processor examiner treasurer banker trader
    investor quant dba sysadmin devops sre sdet sdr bdr csm tpm tester qa scrum-master product-owner
    webmaster web-master head-master station-master harbour-master harbor-master
    builder merchant helper interviewer dealer selector caseworker underwriter trainmaster
    caretaker employee staff-member advocate rigger driller sculptor drafter draftsman draftsperson
    patternmaker cutter-and-sewer sewer tailor crewmember crewman deckhand bellman valet florist
    sommelier brewmaster groomer arborist horticulturist agronomist farmhand foreperson
    storeman storewoman handyman lineman craftsman postman
    hacker pentester responder helpdesk volunteer aide orderly attendant worker laborer labourer
    handler loader stocker packer picker roofer landscaper groundskeeper ranger superintendent
    registrar provost superintendent-of-schools paraprofessional paraeducator coach choreographer
    demonstrator telemarketer collector messenger copyeditor proofreader typist stenographer
    transcriptionist biller coder hostler logistician expediter storekeeper warehouseman
    quartermaster ncoic nco oic
    yeoman seaman airman missionary chaplain minister pastor evangelist homemaker entrepreneur
    teamlead teamleader ordnanceman organizer organiser correspondent columnist deejay dj detailer
    forecaster reviewer implementer evaluator mediator preparer psychotherapist
    interventionist expert telerecruiter guardsman cna csr lpn rn attaché attache shopper provider
    salespeople canvasser solicitor dispatcher sonographer radiographer audiologist hostler
    operative operatives rider carer carers practitioner warden invigilator postdoc bricklayer
    plasterer joiner glazier scaffolder tiler upholsterer fitter toolmaker physiotherapist
    chiropractor osteopath anaesthetist podiatrist paediatrician pediatrician obstetrician
    contributor maintainer member co-op internship residency apprenticeship praktikant praktikum
    entwickler entwicklerin ingenieur ingenieurin softwareentwickler softwareentwicklerin
    softwareingenieur leiter leiterin teamleiter teamleiterin projektleiter projektleiterin
    berater beraterin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin werkstudent
    werkstudentin wissenschaftler wissenschaftlerin informatiker informatikerin
    fachinformatiker administratorin analystin lehrer lehrerin krankenschwester kaufmann kauffrau
    buchhalter buchhalterin geschäftsführer geschäftsführerin datenwissenschaftler
    datenanalyst doktorand doktorandin verkäufer verkäuferin assistentin referent referentin
    auszubildende auszubildender koch köchin techniker technikerin architektin
    ingénieur ingénieure développeur développeuse analyste chef-de-projet responsable directeur
    directrice gérant gérante stagiaire alternant alternante consultante technicien technicienne
    administrateur chercheur enseignant enseignante professeur professeure infirmier infirmière
    comptable vendeur vendeuse assistante conseiller conseillère chargé chargée scientifique
    apprenti doctorant doctorante formateur formatrice cuisinier
    ingeniero ingeniera desarrollador desarrolladora analista gerente jefe jefa becario becaria
    consultor consultora técnico técnica administrador administradora investigador
    investigadora profesor profesora maestro maestra enfermero enfermera contador contadora
    contable vendedor vendedora asistente científico científica director-a directora
    coordinador coordinadora programador programadora diseñador diseñadora encargado
    abogado abogada arquitecto arquitecta auxiliar
    engenheiro engenheira desenvolvedor desenvolvedora estagiário estagiária coordenador
    coordenadora cientista pesquisador gestor gestora diretor diretora
    ontwikkelaar stagiair medewerker adviseur onderzoeker docent beheerder projectleider
    ingegnere sviluppatore sviluppatrice analista-programmatore responsabile tirocinante
    stagista consulente ricercatore ricercatrice insegnante impiegato
    inżynier programista programistka analityk kierownik stażysta specjalista nauczyciel
    dyrektor konsultant""".split()
)
_SURNAME_HEADS = frozenset(
    """baker cook butcher carpenter mason butler driver painter barber farmer judge bishop major
    dean marshal sheriff singer piper tailor gardener weaver brewer porter usher guard
    hunter fisher miller smith potter carter cooper turner sawyer roper shepherd king abbott
    abbot fuller chandler archer cutter glover model bailey cleaner keeper crew staff""".split()
)
# Ends of German and Dutch compounds: "Vertriebsleiter", "Softwareentwicklerin".
_HEAD_ENDS = tuple(
    """entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin techniker
    technikerin lehrer lehrerin assistent assistentin kaufmann kauffrau arbeiter arbeiterin
    verkäufer verkäuferin pfleger pflegerin ontwikkelaar medewerker informatiker informatikerin
    wissenschaftler wissenschaftlerin analyst analystin manager managerin architekt
    architektin ologist ologists ician icians ographer strategist""".split()
)
# Words that a title may carry without a noun of the tables ("Marketing Operations").
_SENIORITY = frozenset("senior sr junior jr lead principal staff head chief deputy trainee".split())

# Departments and fields that stand beside a title: "Director, Product Management".
_DEPARTMENTS = frozenset(
    """marketing sales operations operation product products engineering finance financial
    development it information technology technologies human resources hr management managing
    research quality assurance control business data analytics analysis analytical intelligence
    design communications communication services service support security infrastructure strategy
    strategic accounting controlling accounts legal compliance risk supply chain logistics
    procurement purchasing customer client success retail wholesale pharmacy nursing clinical
    medical
    healthcare hospitality education training learning teaching science sciences software hardware
    web mobile cloud platform backend frontend back-end front-end full stack devops machine
    deep ai ml computer vision nlp digital media social content creative brand branding public
    relations affairs advertising events production manufacturing maintenance facilities
    construction electrical mechanical civil chemical industrial environmental safety health
    and of the for in global regional national international corporate enterprise systems system
    network networks database applications application programs program programming project
    projects planning scheduling administration administrative inventory warehouse distribution
    transportation fleet automotive aviation agriculture insurance claims underwriting lending
    mortgage loan credit tax audit treasury payroll benefits compensation talent recruiting
    recruitment acquisition organizational english math mathematics history biology chemistry
    physics music art arts special elementary secondary early childhood infant adult pediatric
    emergency surgical intensive care internal external pricing merchandise merchandising apparel
    fashion food beverage kitchen banquet culinary grocery electronics testing automation qa
    payments platforms search checkout messaging identity hybrid
    consumer commercial residential private community outreach fundraising donor
    government policy growth performance insights reporting process processes excellence
    forensic forensics litigation valuation valuations restructuring cyber cybersecurity deals
    advisory actuarial wealth trading investment investments banking portfolio fraud onboarding
    partnerships ecommerce e-commerce crm seo lifecycle monetization monetisation modelling modeling
    robotics firmware embedded ios android infra observability personalization personalisation
    recommendations forecasting
    associate assistant senior junior west east north south central americas emea
    apac level""".split()
)

_COMPANY_MARKS = re.compile(
    r"(?<![\w])(?:inc|llc|llp|ltd|limited|corp|corporation|co|company|companies|plc|gmbh|mbh|ag|kg"
    r"|ohg|e\.?v|se|s\.?a|sa|sas|sarl|s\.?r\.?l|s\.?l|spa|s\.?p\.?a|bv|b\.v|nv|n\.v|oy|ab|aps|pty"
    r"|pvt|sp\. z o\.o|z o\.o|lda|ltda|o?jsc|pjsc|kft|zrt|nyrt|d\.\s?o\.\s?o|s\.\s?r\.\s?o"
    r"|sdn\.? bhd|tbk"
    r"|universit\w{1,5}|university|college|school|schools|academy"
    r"|institute|institut|institution|hochschule|universidad|universidade|université|politecnico"
    r"|hospital|clinic|klinikum|medical center|health|healthcare|bank|group|gruppe|grupo|groupe"
    r"|holdings?|technologies|solutions|systems|services|labs?|laboratories|laboratory|studios?"
    r"|consulting|partners|associates|agency|bureau|ministry|department of|foundation|stiftung"
    r"|association|society|center|centre|church|hotel|resort|restaurant|cafe|bistro|grill"
    r"|stores?|market|industries|enterprises|international|worldwide|global|airlines|airways"
    r"|insurance|financial|capital|ventures|media|networks?|software|army|navy|air force|marines"
    r"|army reserve|national guard|district|county|city of|state of|council|commission"
    r"|authority|startup|start-up|e\.k)(?![\w])",
    re.IGNORECASE,
)
# The same that no title ends in, unlike "Retail Systems" or "Customer Services".
_ORGANISATIONS = frozenset(
    """inc llc llp ltd limited corp corporation company companies gmbh plc group gruppe grupo
    groupe university college school academy institute hospital clinic bank holdings foundation
    association society agency church hotel restaurant stores industries enterprises airlines
    airways ministry center centre schools foundation laboratory""".split()
)
_LEGAL_FORM = re.compile(
    r"(?:inc|llc|l\.l\.c|pllc|p\.c|llp|ltd|limited|corp|co|plc|gmbh|mbh|ag|kg|s\.?a|s\.?a\.?s|sarl|s\.?r\.?l|s\.?l"
    r"|s\.?l\.?u|s\.?p\.?a|b\.?v|n\.?v|oy|ab|aps|pty|pvt|lda|ltda)\.?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:department|dept\.?|faculty|school|institute|chair|division|cent(?:re|er)|lab(?:oratory)?"
    r"|section|unit|group) (?:of|for)\b",
    re.IGNORECASE,
)
# Behind what a title is built on: "Director of Sales", "Cook (part time)".
_MAIN_END = re.compile(r"\s(?:of|for|de|für|in|at|to|the)\s|[,(|/–-]")
_GRADES = frozenset({"i", "ii", "iii", "iv", "v"})
# A title of two words with no noun of its own is one word: "scrum master" as "scrum-master".
_WORD = re.compile(
    r"(?<!\w)(?:scrum|station|harbou?r|web|head) master(?!\w)|[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?",
    re.IGNORECASE,
)


def words_of(text: str) -> list[str]:
    """Words in small letters, without a final full stop; hyphens stay inside words."""
    return [word.rstrip(".").casefold().replace(" ", "-") for word in _WORD.findall(text)]


def is_clear_head(word: str) -> bool:
    """Whether a word in small letters is the noun of a job title, and no family name."""
    if word in _CLEAR_HEADS or word.endswith(_HEAD_ENDS):
        return True
    return "-" in word and word.rpartition("-")[2] in _CLEAR_HEADS


def is_head(word: str) -> bool:
    """Whether a word in small letters is the noun of a job title; it may be a family name, too."""
    return word in _SURNAME_HEADS or is_clear_head(word)


def has_clear_head(text: str) -> bool:
    """Whether the words end like a job title that nobody bears as a name ("... Engineer")."""
    words = words_of(re.split(r"\s(?:of|for|de|für|–|-)\s|[,(|/]", text, maxsplit=1)[0])
    return bool(words) and is_clear_head(words[-1])


LIKELY, SURE = 2, 3  # likeness of words with the noun of a title; of those that end in it


@functools.lru_cache(maxsize=1024)  # the same piece is looked at by several rules
def title_likeness(text: str) -> int:
    """How much a short piece of text looks like a job title: 0 not at all, 3 surely."""
    words = _without_grade(words_of(text))
    if not words or len(words) > 12:
        return 0
    if words[-1] == "co-op" and len(words) > 1 and not _is_trade(words[-2]):
        return 0  # "Farmland Co-op" is a shop
    heads = [at for at, word in enumerate(words) if is_head(word)]
    if not heads:
        return int(words[0] in _SENIORITY and len(words) <= 5)
    return _likeness_of_nouns(text, words, heads)


def _likeness_of_nouns(text: str, words: list[str], heads: list[int]) -> int:
    """The likeness of a text with nouns of titles, at ``heads`` among its words: more where a
    clear one ends it, less where an organisation stands before the noun."""
    main = _without_grade(words_of(_MAIN_END.split(text, maxsplit=1)[0]))
    ends_main = bool(main) and is_head(main[-1])
    clear = any(is_clear_head(words[at]) for at in heads)
    likeness = 3 if clear and (ends_main or heads[-1] == len(words) - 1) else 2
    if ends_main or (clear and heads[0] == 0):
        return likeness
    before = words_of(text[: end_of_title(text)] if clear else text)
    return likeness if _ORGANISATIONS.isdisjoint(before) else likeness - 1


def _is_trade(word: str) -> bool:
    """Whether a word names a trade: a department or a noun of titles."""
    return word in _DEPARTMENTS or is_head(word)


def _without_grade(words: list[str]) -> list[str]:
    """The words without the grade at their end: "Technician II"."""
    return words[:-1] if words and words[-1] in _GRADES else words


def end_of_title(text: str) -> int | None:
    """Offset after the last job-title noun of a text, None when there is none."""
    ends = [found.end() for found in _WORD.finditer(text) if is_head(*words_of(found[0]))]
    return ends[-1] if ends else None


def looks_like_company(text: str) -> bool:
    """Whether the text carries a mark of an employer: a legal form, "University", "Bank"."""
    return _COMPANY_MARKS.search(text) is not None


def ends_as_company(text: str) -> bool:
    """Whether the last word is the noun of an organisation: "Hill Media Group"."""
    words = words_of(text)
    return bool(words) and words[-1] in _ORGANISATIONS


def is_legal_form(text: str) -> bool:
    """Whether the whole text is the legal form of a company: "Inc.", "S.A."."""
    return _LEGAL_FORM.fullmatch(text) is not None


def is_unit_of(text: str, whole: str) -> bool:
    """Whether a text names a unit of the organisation that follows it: "Department of Physics" of
    "Hill University"."""
    return (
        _UNIT.match(text) is not None
        and looks_like_company(whole)
        and _UNIT.match(whole) is None
        and title_likeness(whole) < 2
    )


def is_department(text: str) -> bool:
    """Whether all the words name a department or a field, not an employer."""
    words = words_of(text)
    return bool(words) and len(words) <= 7 and all(word in _DEPARTMENTS for word in words)
