"""Verbs with which a duty begins: "Operate and maintain tractors", "Teaches grade 4"."""

from __future__ import annotations

from collections.abc import Iterator

# In the base form, as the duties of the corpus have them. Left out is what as often begins another
# line: market, open, project; learn more, see what it is like, get to know us.
_BASE = frozenset(
    """accelerate accept accompany acquire adapt add address adjust administer admit advise
    advocate allocate analyse analyze answer anticipate apply approve arrange articulate ask
    assemble assess assign assist assure attend attract audit augment author automate bake brief
    bring build buy calculate calibrate call capture carry champion change chair check choose
    classify clean clear coach code collaborate collect combine command communicate compare
    compile complete comply compose compute conduct configure connect construct consult contact
    contribute control convert cook coordinate correct counsel craft create cultivate curate
    customise customize cut debug decide decorate define delegate deliver demonstrate deploy
    describe design detect determine develop devise diagnose direct discover dispatch dispense
    distribute document draft draw drive edit educate elicit embed enable encourage enforce
    engage engineer enhance enrich enrol enroll ensure enter erect escalate escort establish
    estimate evaluate examine execute expand experiment explain explore extend extract fabricate
    facilitate feed file fill film find fit fix follow forecast formulate foster fulfil fulfill
    gather generate give govern grade greet grow guard guide handle harvest help hire hold hunt
    identify illustrate implement import improve incorporate increase influence inform initiate
    innovate inspect install instruct integrate interact interpret interview introduce
    investigate involve issue join judge justify keep label launch lay lead lift liaise listen
    load locate log look maintain make manage map mark measure mediate meet mend mentor merge
    migrate mitigate mix model moderate modernise modernize modify monitor motivate move
    negotiate obtain observe offer onboard operate optimise optimize order orchestrate organise
    organize originate overhaul oversee own pack paint participate partner patrol perform
    persuade pick pilot pitch plan post prepare prescribe present prioritise prioritize process
    procure produce promote proofread propose prospect protect prototype provide publish pull
    purchase push put qualify query raise reach receive recommend reconcile record recruit
    redesign reduce refactor refer refine register release remove renew repair replace replenish
    reply report represent research resolve respond restock restore retain retrieve review
    rewrite roll rotate run safeguard schedule scope scout screen search secure select sell send
    separate serve service set shape share ship shoot show simulate sketch solve sort source
    spearhead specify split stabilise stabilize stack standardise standardize start steer stock
    store streamline strengthen structure submit suggest summarise summarize supervise supply
    support survey synthesise synthesize tackle tailor take talk teach tell test track trade
    train transcribe transfer transform translate transport travel treat triage troubleshoot
    tune tutor undertake unload update upgrade upsell use utilise utilize validate verify
    visualise visualize walk wash watch weigh welcome weld write""".split()
)


def is_verb(word: str) -> bool:
    """Whether a word is such a verb: "operate", "operates" or "operating", in any case."""
    return not _BASE.isdisjoint(_bases(word.casefold()))


def is_order(word: str) -> bool:
    """Whether a word is such a verb in the base form: "operate"."""
    return word.casefold() in _BASE


def _bases(word: str) -> Iterator[str]:
    yield word
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("ing"):
        stem = word[:-3]
        yield stem
        yield f"{stem}e"
        if stem[-1:] == stem[-2:-1]:
            yield stem[:-1]  # planning
