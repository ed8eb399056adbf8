"""Headings of postings in German, French, Spanish, Dutch, Italian, Portuguese and Polish.

The skills below them are found by their English names.
"""

from __future__ import annotations

# By the value of :class:`matcher.postings.headings.LineKind`.
_PHRASES: dict[str, str] = {
    "duties": """aufgaben, deine aufgaben, ihre aufgaben, aufgabenbereich, aufgabengebiet,
        das erwartet dich, das erwartet sie, was dich erwartet, was sie erwartet, das machst du,
        tätigkeiten, deine rolle, ihre rolle, stellenbeschreibung,
        missions, vos missions, tes missions, vos missions principales, missions principales,
        responsabilités, vos responsabilités, description du poste, le poste, votre rôle,
        funciones, tus funciones, responsabilidades, descripción del puesto, qué harás,
        taken, jouw taken, wat ga je doen, dit ga je doen, werkzaamheden, functieomschrijving,
        mansioni, responsabilità, attività, cosa farai,
        atividades, principais atividades, suas responsabilidades, o que você vai fazer,
        obowiązki, zakres obowiązków, twoje zadania, twój zakres obowiązków""",
    "required": """profil, dein profil, ihr profil, anforderungen, deine anforderungen,
        anforderungsprofil, das bringst du mit, das bringen sie mit, was du mitbringst,
        was sie mitbringen, qualifikation, qualifikationen, deine qualifikationen, voraussetzungen,
        das solltest du mitbringen, damit überzeugst du uns,
        votre profil, ton profil, profil recherché, compétences, compétences requises,
        compétences attendues, ce que nous recherchons,
        requisitos, requisitos mínimos, perfil, tu perfil, perfil requerido, qué buscamos,
        lo que buscamos, qué necesitas,
        wie ben jij, functie-eisen, jouw profiel, profiel, wat vragen wij, wij vragen,
        wat breng je mee,
        requisiti, profilo, competenze richieste, requisiti richiesti,
        requisitos obrigatórios, qualificações, o que esperamos de você,
        wymagania, nasze wymagania, twój profil, oczekujemy, nasze oczekiwania""",
    "preferred": """von vorteil, wünschenswert, das wäre ein plus, les plus, un plus, atouts,
        serait un plus, se valorará, se valora, valorable, deseable, requisitos deseables,
        pré, titolo preferenziale, requisiti preferenziali, diferenciais, desejável,
        requisitos desejáveis, será um diferencial, mile widziane""",
    "benefits": """wir bieten, das bieten wir, das bieten wir dir, das bieten wir ihnen,
        was wir bieten, was wir dir bieten, unser angebot, deine vorteile, ihre vorteile,
        avantages, nous offrons, ce que nous offrons, nous vous proposons, pourquoi nous rejoindre,
        ofrecemos, qué ofrecemos, te ofrecemos, beneficios, wij bieden, wat bieden wij,
        arbeidsvoorwaarden, offriamo, cosa offriamo, benefícios, oferecemos, o que oferecemos,
        oferujemy, co oferujemy, to oferujemy""",
    "company": """über uns, wer wir sind, das sind wir, das unternehmen, qui sommes-nous,
        à propos de nous, l'entreprise, sobre nosotros, quiénes somos, over ons, wie zijn wij,
        chi siamo, sobre nós, quem somos, o nas, o firmie""",
}
KINDS = {
    phrase: kind
    for kind, phrases in _PHRASES.items()
    for phrase in " ".join(phrases.split()).split(", ")
}
