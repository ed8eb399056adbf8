"""Words of job titles in German, French, Spanish, Italian, Portuguese and Dutch, in English."""

from __future__ import annotations

import re

# English: the words for it, both genders.
_WORDS = """
developer: entwickler entwicklerin développeur développeuse desarrollador desarrolladora
    sviluppatore sviluppatrice desenvolvedor desenvolvedora ontwikkelaar programador programadora
    programmierer programmiererin programmeur programmeuse programmatore programmatrice
software developer: softwareentwickler softwareentwicklerin softwareontwikkelaar
web developer: webentwickler webentwicklerin
application developer: anwendungsentwickler anwendungsentwicklerin
engineer: ingenieur ingenieurin ingénieur ingénieure ingeniero ingeniera ingegnere engenheiro
    engenheira
software engineer: softwareingenieur softwareingenieurin
data engineer: dateningenieur dateningenieurin
data analyst: datenanalyst datenanalystin
data scientist: datenwissenschaftler datenwissenschaftlerin
analyst: analystin analyste analista
scientist: wissenschaftler wissenschaftlerin scientifique científico científica scienziato
    scienziata cientista
architect: architekt architektin architecte arquitecto arquitecta architetto arquiteto arquiteta
administrator: administratorin administrateur administratrice administrador administradora
    amministratore beheerder
system administrator: systemadministrator systemadministratorin systembeheerder
project manager: projektleiter projektleiterin projektmanager projektmanagerin projectleider
product manager: produktmanager produktmanagerin
manager: leiter leiterin gerente gestor gestora responsable responsabile
director: direktor direktorin directeur directrice directora direttore direttrice diretor diretora
consultant: berater beraterin consultante consultor consultora consulente adviseur
technician: techniker technikerin technicien technicienne técnico técnica tecnico
researcher: forscher forscherin chercheur chercheuse investigador investigadora ricercatore
    ricercatrice pesquisador pesquisadora onderzoeker
designer: diseñador diseñadora
teacher: lehrer lehrerin enseignant enseignante profesor profesora insegnante leraar docent
nurse: krankenschwester krankenpfleger krankenpflegerin infirmier infirmière enfermero enfermera
    infermiere infermiera enfermeiro enfermeira verpleegkundige
accountant: buchhalter buchhalterin comptable contable contador contadora boekhouder
cook: koch köchin cuisinier cuisinière cocinero cocinera cuoco cuoca kok
data: daten données datos dati dados
networks: netzwerk netzwerke réseaux redes reti
systems: systeme systèmes sistemas sistemi
security: sicherheit sécurité seguridad sicurezza segurança
quality: qualität qualité calidad qualità qualidade kwaliteit
project: projekt projet proyecto progetto projeto
product: produkt produit producto prodotto produto
software: logiciel logiciels
it: informatique informática informatica informatik
network: réseau
development: entwicklung développement desarrollo sviluppo desenvolvimento ontwikkeling
software development: softwareentwicklung
sales: vertrieb vertriebs ventas vendite vendas verkoop
"""
_ENGLISH = {
    word: english.strip()
    for english, _, words in (
        entry.partition(":") for entry in re.sub(r"\n {4}", " ", _WORDS).strip().split("\n")
    )
    for word in words.split()
}
_FIELDS = frozenset(
    """data networks network systems security quality project product sales software it
    development""".split()
)
_NOUNS = frozenset(english.split()[-1] for english in _ENGLISH.values()) - _FIELDS
_LEADERS = re.compile(
    r"\b(?:chef(?:fe)? de projets?|jef[ea] de proyectos?|capo progetto|chefe de projeto)\b",
    re.IGNORECASE,
)
LEARNERS = (
    "praktikant(?:in)?|praktikum|stagiaire|stagiair|becari[oa]|alternante?|tirocinante|"
    "estagiári[oa]|auszubildende[rn]?"
)
_LINKS = frozenset(
    "de des du d la le les del della dei di do da dos en für von der die das".split()
)
# "Entwickler:in", "Entwickler*in", "H/F", "m/w/d" outside of brackets.
_GENDERS = re.compile(
    r"[:*/_]-?in(?:nen)?\b|\b(?:h/f|f/h|m/w/d|w/m/d|d/m/w|m/f/d|m/v)\b", re.IGNORECASE
)


def without_genders(title: str) -> str:
    """A title without the marks that say it is for anybody: "Entwickler:in (m/w/d)"."""
    return _GENDERS.sub("", title)


def with_english_phrases(title: str) -> str:
    """A title with those in English that no word gives away: "Chef de projet"."""
    return _LEADERS.sub("project manager", title)


def in_english(words: list[str]) -> list[str]:
    """The words of a title, in small letters, those that are known in English, in the order that
    they have there: "ingeniero de datos" is a data engineer."""
    found = [_ENGLISH.get(word, word) for word in words]
    if found == words:
        return words
    found = [word for word in found if word not in _LINKS]
    noun_first = len(found) > 1 and found[0] in _NOUNS and found[-1] not in _NOUNS
    return [*found[1:], found[0]] if noun_first else found
