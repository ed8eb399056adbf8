"""The words of headings, in eight languages, and the kind of section that each opens.

The one place to add a heading that is not recognised.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

from matcher.records import SectionKind

# Headings by kind; phrases are separated by commas. English, then German, French, Spanish,
# Portuguese, Dutch, Italian, Polish.
HEADINGS: dict[SectionKind, str] = {
    SectionKind.CONTACT: """
        contact, contact info, contact information, contact details, contacts, contact me,
        personal, personal info, personal information, personal details, personal data,
        details, bio data, biodata, find me online, social, social links, contact me at, links,
        web links, online profiles, online presence, communication details,
        kontakt, kontaktdaten, persönliche daten, persönliche angaben, angaben zur person,
        zur person, coordonnées, informations personnelles, état civil, contacto, datos personales,
        datos de contacto, información personal, contato, dados pessoais, informações pessoais,
        contactgegevens, persoonlijke gegevens, personalia, contatti, dati personali,
        informazioni personali, dane kontaktowe, dane osobowe""",
    SectionKind.SUMMARY: """
        summary, professional summary, executive summary, career summary, summary statement,
        summary of qualifications, qualifications summary, qualification summary, profile,
        professional profile, executive profile, career profile, personal profile,
        profile summary, personal statement, personal summary, about, about me, overview,
        career overview, professional overview, objective, objectives, career objective,
        career objectives, professional objective, career focus, career goal, career goals,
        carrier objective, about myself,
        what i do, in short, in brief, at a glance, career snapshot, in a nutshell, key facts,
        short bio, brief profile, my story,
        job objective, introduction, who i am, professional statement, bio, biography,
        accomplishments, core accomplishments, key accomplishments, professional accomplishments,
        career accomplishments, selected accomplishments, career highlights, highlights of career,
        professional highlights, key achievements, career achievements, most proud of, statement,
        professional background summary, career synopsis, professional synopsis, synopsis,
        summary of experience, experience summary, value proposition, background summary,
        profil, kurzprofil, über mich, zusammenfassung, persönliches profil, ziel, berufsziel,
        à propos, à propos de moi, résumé professionnel, objectif, objectif professionnel,
        profil professionnel, accroche, perfil, perfil profesional, resumen, resumen profesional,
        sobre mí, objetivo, objetivo profesional, extracto, perfil profissional, resumo,
        resumo profissional, sobre mim, objetivo profissional, sobre, profiel, over mij,
        samenvatting, profilo, profilo professionale, sommario, obiettivo, chi sono,
        podsumowanie, podsumowanie zawodowe, o mnie, profil zawodowy, cel zawodowy""",
    SectionKind.EXPERIENCE: """
        experience, experiences, work experience, work experiences, professional experience,
        professional experiences, employment, employment history, employment experience,
        work history, job history, career history, professional history, career experience,
        relevant experience, related experience, relevant work experience, selected experience,
        selected work experience, additional experience, other experience, prior experience,
        previous experience, past experience, industry experience, internship experience,
        internships, internship, work and experience, military experience, military service,
        military history, teaching experience, research experience, clinical experience,
        nursing experience, leadership experience, business experience, technical experience,
        consulting experience, practical experience, management experience, career background,
        professional background, work background, employment background, employment record,
        employment details, company details, work, career, professional career, positions,
        positions held, appointments, academic appointments, professional appointments, jobs,
        where i worked, where ive worked, professional work experience, professional employment,
        work summary,
        additional work experience, other work experience, early career, earlier career,
        previous employment, experience highlights, employment summary, professional practice,
        laboral experience, roles, roles held, job experience, places i have worked, work log,
        contracts, recent contracts, selected contracts, track record, what i did,
        what i have done,
        where i have worked, where i have done it, paid work, paid employment, career so far,
        work so far, career path, professional path, work path, employment path,
        career timeline, working life, assignments, client work,
        freelance work, contract work, service record, my jobs, employers, placements,
        clinical placements, industrial training,
        current role, current roles, current position, previous roles, earlier roles, missions,
        current post, present post, present position, previous post, previous posts, previous
        positions, earlier posts, earlier positions, posts held, before freelancing, before that,
        selected clients, engagements, selected engagements, client engagements,
        selected assignments,
        organizational experience, project and work experience, work and project experience,
        berufserfahrung, beruflicher werdegang, berufspraxis, werdegang, praktische erfahrung,
        praktische erfahrungen, berufliche erfahrung, berufliche erfahrungen, arbeitserfahrung,
        praktika, berufstätigkeit, beruflicher hintergrund, expérience, expériences,
        expérience professionnelle, expériences professionnelles, parcours professionnel,
        parcours, stages, experiencia, experiencia laboral, experiencia profesional,
        experiencia de trabajo, historial laboral, trayectoria profesional, trayectoria,
        experiência, experiência profissional, experiências profissionais,
        histórico profissional, werkervaring, ervaring, relevante werkervaring, loopbaan,
        esperienza, esperienze, esperienza lavorativa, esperienze lavorative,
        esperienza professionale, esperienze professionali, doświadczenie,
        doświadczenie zawodowe, przebieg kariery, historia zatrudnienia""",
    SectionKind.PROJECTS: """
        projects, project, personal projects, side projects, key projects, selected projects,
        project experience, projects experience, academic projects, project highlights,
        projects and research,
        open source, open source projects, open source contributions, open source work,
        portfolio, notable projects, recent projects, research projects, projects undertaken,
        professional projects, university projects, course projects, school projects,
        technical projects, relevant projects, software projects, project work, project details,
        researches, research work, project examples, project history, project list,
        project portfolio, client projects, freelance projects, consulting projects,
        project references,
        projekte, ausgewählte projekte, projekterfahrung, projets, projets personnels,
        proyectos, proyectos personales, projetos, projetos pessoais, projecten, progetti,
        progetti personali, projekty""",
    SectionKind.VOLUNTEER: """
        volunteer, volunteering, volunteer experience, volunteer work, volunteer activities,
        volunteer history, volunteer service, volunteerism, community service, community,
        giving back, unpaid work, pro bono, pro bono work,
        community involvement, community engagement, community work, civic involvement,
        civic activities, charity, charity work, volunteering experience, voluntary work,
        voluntary experience, ehrenamt, ehrenamtliche tätigkeit, ehrenamtliches engagement,
        engagement, engagements associatifs, bénévolat, voluntariado, trabajo voluntario,
        vrijwilligerswerk,
        volontariato, wolontariat, committees, committee memberships, committee work,
        committee service, program committees, programme committees, professional service,
        board mandates, mandates, directorships, non executive directorships,
        academic service, university service, service activities, service to the profession,
        community activities, civic engagement, civic leadership, community leadership,
        community outreach, boards and committees, board memberships, board service,
        service, governance""",
    SectionKind.SKILLS: """
        skills, technical skills, key skills, core skills, professional skills, skill set,
        skillset, skills set, skills summary, summary of skills, skill summary, it skills,
        computer skills, software skills, hard skills, soft skills, other skills,
        additional skills, relevant skills, special skills, technical skill, skill highlights,
        skills highlights, skills and abilities, skills and competencies, skills and expertise,
        skills and tools, skills and technologies, skills and qualifications, tools and skills,
        core competencies, competencies, key competencies, competences, core competences,
        technical competencies, professional competencies, areas of expertise,
        area of expertise, expertise, technical expertise, core expertise, fields of expertise,
        areas of knowledge, areas of strength, areas of specialization, specialties, specialities,
        core qualifications, qualifications, key qualifications, technical qualifications,
        professional qualifications, highlights, strengths, core strengths, key strengths,
        technical strengths,
        technical proficiencies, technical proficiency, proficiencies, technical knowledge,
        technical summary, technical background, technical profile, technologies,
        technology, technology skills, technical stack, tech stack, tools, tools and technologies,
        technologies and tools, programming languages, programming skills, programming, software,
        computer proficiency, computer literacy, capabilities, abilities, knowledge,
        skills used, skill details, technical highlights, technical tools, software and tools,
        tech skills, professional skills and abilities, core technologies, key technologies,
        tools and tech, skills and tech, core compentencies, core competancies, my digital skills,
        stack, my stack, tech, tech i use, tech i have used, technologies i use, technology i use,
        superpowers, computers, toolbox, toolkit, systems, systems used, it systems, computer,
        systems and tools, what i use, what i know, what i work with, things i know, my tools,
        tools i use, skills and software, languages and tools, languages and frameworks,
        methods and tools, know how,
        leadership communication skills, leadership and communication skills, system experience,
        systems experience, computer experience, management and leadership skills,
        communication and interpersonal skills,
        skills matrix, skill matrix, knowledge matrix, technical skills matrix,
        competency matrix, skills grid,
        top skills, personal skills, personal skills and competences, digital skills,
        digital competence, digital competences, job related skills,
        organisational skills, managerial skills, organisational managerial skills,
        top kenntnisse, principales compétences, aptitudes principales, principais competências,
        kenntnisse, fähigkeiten, kompetenzen, edv kenntnisse, it kenntnisse, fachkenntnisse,
        technische fähigkeiten, technische kenntnisse, fachliche kompetenzen, kernkompetenzen,
        besondere kenntnisse, weitere kenntnisse, compétences, compétences techniques,
        compétences clés, compétences informatiques, informatique, savoir faire, savoir être,
        habilidades, habilidades técnicas, competencias, competencias técnicas, aptitudes,
        conocimientos, conocimientos técnicos, competências, competências técnicas,
        conhecimentos, vaardigheden, technische vaardigheden, competenties, kennis,
        competenze, competenze tecniche, capacità, conoscenze, conoscenze informatiche,
        umiejętności, umiejętności techniczne, kompetencje""",
    SectionKind.EDUCATION: """
        education, educational background, academic background, education background,
        educational qualifications, educational qualification, academic qualifications,
        academic qualification, academics, academic, academic history, education history,
        academic profile, academic credentials, educational history, academic record,
        education and training, education and certifications, education and coursework,
        education and qualifications, education and credentials, education and courses,
        education and professional development, training and education, training, trainings,
        education training,
        professional training, formal education, higher education, studies, learning, qualification,
        education details, educational details, academic details, scholastics, degrees,
        academic journey, educational journey, learning journey, what i studied, where i studied,
        educational attainment, educational attainments, schooling, school, schools,
        where i learned it, diplomas,
        schools attended, studys, my studies,
        school and college, schools and colleges, study,
        relevant coursework, coursework, courses, relevant courses, courseware,
        professional development, continuing education, training and development courses,
        academic achievements, academic experience, education and licenses,
        ausbildung, bildung, studium, bildungsweg, schulbildung, akademische ausbildung,
        akademischer werdegang, schulische ausbildung, hochschulbildung, weiterbildung,
        weiterbildungen, fortbildung, fortbildungen, ausbildung und studium,
        schule und studium, formation, formations, éducation, études, diplômes,
        formation académique, parcours académique, diplômes et formations, scolarité, educación,
        formación, formación académica, estudios, formación complementaria,
        educação, formação, formação académica, formação acadêmica, escolaridade, opleiding,
        opleidingen, opleiding en training, onderwijs, istruzione, formazione,
        istruzione e formazione, studi, titoli di studio, wykształcenie, edukacja""",
    SectionKind.CERTIFICATIONS: """
        certifications, certification, certificates, certificate, certs,
        licenses, licensure, licences,
        licenses and certifications, certifications and licenses, licenses and certificates,
        licensure and certifications, licensure and certification, certifications and licensure,
        licences and certifications, certifications and licences, licences and certificates,
        professional certifications, technical certifications, professional licenses,
        certifications and training, training and certifications, training and certificates,
        training and certs,
        credentials, professional credentials, it certifications, accreditations, license,
        courses and certifications, courses and certificates, certifications and courses,
        further training, other training, additional training, job related training,
        training courses, further education and training, continuing professional development,
        cpd, tickets, training and tickets, badges, short courses,
        professional certificates, zertifikate, zertifizierungen, zertifizierung,
        lizenzen, certificats, certificaciones, certificados, cursos, cursos y certificaciones,
        certificações, cursos e certificações, certificaten, certificeringen, cursussen,
        certificazioni, corsi, certyfikaty, kursy, kursy i certyfikaty, szkolenia""",
    SectionKind.LANGUAGES: """
        languages, language, language skills, languages known, spoken languages, foreign languages,
        languages spoken, languages i speak, language proficiency, linguistic skills,
        mother tongue, mother tongues, other languages, sprachen, sprachkenntnisse,
        fremdsprachen, langues, langues étrangères, idiomas, lenguas, línguas, talen,
        talenkennis, lingue, lingue straniere, conoscenze linguistiche, języki, języki obce,
        znajomość języków""",
    SectionKind.PUBLICATIONS: """
        publications, publication, selected publications, papers, research papers,
        publications and patents, patents, patents and publications, presentations,
        publications and presentations, presentations and publications, talks,
        conferences, conference papers, conferences and seminars,
        presentation, conference presentations, invited lectures, journal articles,
        articles, books, writing,
        talks and presentations, invited talks, journal publications, refereed publications,
        peer reviewed publications, veröffentlichungen, publikationen, vorträge, publicaciones,
        publicações, publicaties, pubblicazioni, publikacje""",
    SectionKind.AWARDS: """
        awards, awards and honors, honors and awards, honors, honours, awards and recognition,
        awards and recognitions, achievements, awards and achievements, achievements and awards,
        honors awards, honors and achievements, honors and scholarships, scholarships,
        recognition, recognitions,
        fellowships, grants, grants and awards, awards and grants, grants and fellowships,
        fellowships and grants, fellowships and awards, awards and fellowships, grants and funding,
        research grants, funding, grants and honors, activities and honors, selected honors,
        honors and activities,
        scholarships and awards, awards and scholarships, honours and awards, prizes, distinctions,
        awards and accomplishments, accomplishments and awards, notable achievements, accolades,
        auszeichnungen, preise, stipendien, erfolge, distinctions et prix, prix, premios,
        reconocimientos, logros, prémios, prêmios, conquistas, prijzen, onderscheidingen, premi,
        riconoscimenti, nagrody, osiągnięcia, wyróżnienia""",
    SectionKind.INTERESTS: """
        interests, hobbies, hobbies and interests, hobbies and interest, interests and hobbies,
        outside work, off duty, life outside work, beyond work, spare time, free time,
        personal interests,
        activities, activities and interests, interests and activities, extracurricular activities,
        extracurricular activity, extra curricular activity, extracurricular, extra curricular,
        extracurricular experience, extracurricular involvement, extracurricular engagement,
        student activities, campus activities, campus involvement, clubs, clubs and societies,
        social and political activities,
        clubs and organizations, student organizations, societies,
        extra curricular activities, extracurriculars, passions, a day of my life, leisure,
        other interests, outside interests, co curricular activities, fun facts, hobbys,
        interessen, hobbys und interessen, interessen und hobbys, freizeit, centres d intérêt,
        centres d intérêts, loisirs, intérêts, intereses, aficiones, pasatiempos, interesses,
        hobbies en interesses, passatempos, interessi, interessi e hobby, hobby, zainteresowania""",
    SectionKind.REFERENCES: """
        references, reference, referees, professional references, personal references,
        recommendations, testimonials, references available upon request,
        references available on request, referenzen, références, referencias, referências,
        referenties, referenze, referencje""",
    SectionKind.OTHER: """
        additional information, other information, miscellaneous, other, additional, misc,
        affiliations, professional affiliations, memberships, professional memberships,
        affiliations and memberships, memberships and affiliations, membership, associations,
        professional associations, professional organizations, organizations, additional info,
        housekeeping, odds and ends, small print, right to work, work authorization,
        work authorisation, notice period,
        other details, security clearance, clearance, clearances, declaration, availability,
        affiliation, professional affiliation, professional membership, society memberships,
        networks and memberships, creative works,
        driving licence, driving license, driver s license,
        memberships and committees, affiliations and committees, affiliations and activities,
        professional activities, professional involvement,
        life philosophy, my life philosophy, travel, visa status, military status, leadership,
        leadership activities, leadership and activities, strengths and weaknesses,
        sonstiges, weitere informationen, mitgliedschaften, divers, informations complémentaires,
        otros, otros datos, información adicional, outros, informações adicionais, overig,
        overige, altro, altre informazioni, ulteriori informazioni, inne, dodatkowe informacje""",
}
# Words that also stand in lists and as captions inside a job; as a heading they must be written
# in the style of the other headings, and not stand among short list items.
WEAK = frozenset(
    """training trainings languages language technologies technology tools projects project
    programming software knowledge leadership community engagement work career software study
    school schools mandates tickets badges certs
    responsibilities courses coursework presentations research writing books social recognition
    achievements strengths expertise activities travel license licenses certificate
    statement overview introduction qualification other additional
    details personal key achievements
    programming languages specialties capabilities abilities hobby charity conferences positions
    funding availability internship internships articles talks papers degrees
    studies learning academic parcours stages formation kennis sobre studi altro divers inne otros
    outros logros erfolge ziel bildung prix premi corsi cursos portfolio organization
    organizations associations credentials environment patents jobs
    studium praktika engagements recommendations reference keyachievements
    currentrole currentposition currentpost presentpost presentposition previousposts
    previousposition previouspositions beforethat computers studys missions
    roles service governance presentation committees clubs societies affiliation extracurricular
    programminglanguages computerproficiency computerliteracy computerskills softskills
    organisationalskills managerialskills
    drivinglicence drivinglicense driverslicense links researches researchwork
    communicationandinterpersonalskills
    keyprojects projectdetails skillsused technologyskills toolsandtechnologies
    technologiesandtools techstack technicalstack
    assignments employers placements diplomas stack tech toolbox toolkit systems computer
    systemsused itsystems industrialtraining housekeeping knowhow noticeperiod""".split()
)
# Captions of lists inside a job, which open a section only where no job follows; fillers may stand
# before them.
JOB_CAPTIONS = frozenset(
    """highlights achievements accomplishments
    skillsused skillsapplied technologies technologiesused technologyused tools toolsused
    toolsandtechnologies technologiesandtools techstack technicalstack""".split()
)
# Words that may stand before or between the nouns of a heading without changing its kind.
FILLERS = frozenset(
    """and my the of in und et y e en i a an selected relevant related professional additional
    other key core recent previous past prior current further notable main general major select
    brief career technical industry full time part working participated academic detailed overall
    continued cont contd accounting business clinical consulting engineering teaching research
    laboral legal nursing sales software management international local earlier hands on
    contract freelance permanent temporary military civilian vocational tickets ratings computer
    present to date so far detail details completed attended undertaken attained held awarded
    obtained peer reviewed school
    practical programming data science analytics web dev""".split()
)
NOUNS: dict[str, SectionKind] = {
    "experience": SectionKind.EXPERIENCE, "expirience": SectionKind.EXPERIENCE,
    "experiance": SectionKind.EXPERIENCE, "employment": SectionKind.EXPERIENCE,
    "education": SectionKind.EDUCATION, "skills": SectionKind.SKILLS,
    "competencies": SectionKind.SKILLS, "technologies": SectionKind.SKILLS,
    "tools": SectionKind.SKILLS, "strengths": SectionKind.SKILLS,
    "expertise": SectionKind.SKILLS, "qualifications": SectionKind.SKILLS,
    "projects": SectionKind.PROJECTS, "certifications": SectionKind.CERTIFICATIONS,
    "certificates": SectionKind.CERTIFICATIONS, "licenses": SectionKind.CERTIFICATIONS,
    "licensure": SectionKind.CERTIFICATIONS, "licences": SectionKind.CERTIFICATIONS,
    "publications": SectionKind.PUBLICATIONS, "patents": SectionKind.PUBLICATIONS,
    "awards": SectionKind.AWARDS, "honors": SectionKind.AWARDS, "honours": SectionKind.AWARDS,
    "languages": SectionKind.LANGUAGES, "interests": SectionKind.INTERESTS,
    "hobbies": SectionKind.INTERESTS, "activities": SectionKind.INTERESTS,
    "references": SectionKind.REFERENCES, "affiliations": SectionKind.OTHER,
    "memberships": SectionKind.OTHER, "achievements": SectionKind.AWARDS,
    "accomplishments": SectionKind.SUMMARY, "training": SectionKind.EDUCATION,
    "coursework": SectionKind.EDUCATION, "internships": SectionKind.EXPERIENCE,
    "volunteering": SectionKind.VOLUNTEER, "history": SectionKind.EXPERIENCE,
    "research": SectionKind.EXPERIENCE, "work": SectionKind.EXPERIENCE,
    "positions": SectionKind.EXPERIENCE,
    "roles": SectionKind.EXPERIENCE, "contracts": SectionKind.EXPERIENCE,
    "career": SectionKind.EXPERIENCE,
    "trainings": SectionKind.EDUCATION,
    "schooling": SectionKind.EDUCATION, "attainment": SectionKind.EDUCATION,
    "diplomas": SectionKind.EDUCATION, "degrees": SectionKind.EDUCATION,
    "journey": SectionKind.EXPERIENCE, "papers": SectionKind.PUBLICATIONS,
    "articles": SectionKind.PUBLICATIONS, "grants": SectionKind.AWARDS,
    "funding": SectionKind.AWARDS, "scholarships": SectionKind.AWARDS,
    "information": SectionKind.OTHER, "knowledge": SectionKind.SKILLS,
    "courses": SectionKind.EDUCATION, "summary": SectionKind.SUMMARY,
    "profile": SectionKind.SUMMARY, "contact": SectionKind.CONTACT,
}  # fmt: skip
# Nouns by which a line in capitals is a heading among others in capitals, whatever the other words:
# none that also stands in names of employers or over lists inside a job.
LOUD_NOUNS = frozenset(
    """experience employment education skills competencies qualifications certifications
    certificates licenses licences licensure publications awards honors honours languages
    interests hobbies references memberships affiliations training trainings courses
    internships""".split()
)

_NO_LETTERS = re.compile(r"[\W_]+")
_MAX_PHRASE = 64  # characters of the longest heading of the table, set with room to spare


def letters(text: str) -> str:
    """Letters and digits alone, small: what two spellings of a heading share."""
    return _NO_LETTERS.sub("", text.casefold().replace("&", "and"))


def _bare(text: str) -> str:
    """A text without its accents, which French capitals leave out."""
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFD", text)))


KIND_OF = {
    letters(spelled): kind
    for kind, table in HEADINGS.items()
    for phrase in table.split(",")
    for spelled in (phrase, _bare(phrase))
}


def opens_section(line: str, before: str) -> bool:
    """Whether a line is a heading by its words alone, and no end of the sentence ``before`` it:
    a phrase of the table that is no word of lists, with a capital, and none that the last word
    before makes a longer one ("Computer" over "Skills")."""
    if len(line) > _MAX_PHRASE or not line[0].isupper() or line[-1] in ".,;?":
        return False
    phrase = letters(line)
    if phrase not in KIND_OF or phrase in WEAK:
        return False
    word = letters(before.rpartition(" ")[2])
    return not word or word + phrase not in KIND_OF


def heads_row(cell: str, beside: str) -> bool:
    """Whether the first cell of a row is a heading in the margin of what stands ``beside`` it, and
    not one of two headings over columns."""
    return is_heading(cell) and not is_heading(beside)


def may_head_row(cell: str) -> bool:
    """Whether the first cell of a row may be a heading in the margin if it looks like one: a
    phrase of the table, or a word of lists."""
    return cell[0].isupper() and letters(cell) in KIND_OF


def is_phrase(cell: str) -> bool:
    """Whether a cell is a phrase of the table, in letters of any size."""
    return letters(cell) in KIND_OF


def is_heading(cell: str) -> bool:
    """Whether a cell is a heading by its words: a phrase of the table, a word of lists in
    capitals."""
    return opens_section(cell, "") or (cell.isupper() and letters(cell) in KIND_OF)
