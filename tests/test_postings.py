"""What a posting asks for, and what it does not."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.corpus import Corpus
from matcher.documents.job_page import posting_text
from matcher.documents.job_page import read as read_page
from matcher.matching import Matcher
from matcher.postings import read_posting
from matcher.postings.alternatives import alternatives
from matcher.postings.facts import quoted
from matcher.postings.headings import LineKind, heading_kind
from matcher.postings.lines import read_lines
from matcher.postings.names import unknown_names
from matcher.postings.shared import with_shared_noun
from matcher.postings.splitting import split_lines
from matcher.postings.verbs import is_verb
from matcher.postings.wording import Wording, partner_spans
from matcher.records import Document, JobDetails, JobPosting, Mention, Skill, Status

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
LABELS = {
    "python": "Python", "sql": "SQL", "java": "Java", "go": "Go", "rust": "Rust", "scala": "Scala",
    "c-plus-plus": "C++", "r": "R", "aws": "AWS", "gcp": "GCP", "azure": "Azure", "dbt": "dbt",
    "pytorch": "PyTorch", "tensorflow": "TensorFlow", "jax": "JAX", "docker": "Docker",
    "kubernetes": "Kubernetes", "terraform": "Terraform", "kafka": "Kafka", "kinesis": "Kinesis",
    "pub-sub": "Pub/Sub", "spark": "Spark", "flink": "Flink", "airflow": "Airflow",
    "snowflake": "Snowflake", "bigquery": "BigQuery", "redshift": "Redshift", "excel": "Excel",
    "tableau": "Tableau", "power-bi": "Power BI", "looker": "Looker", "statistics": "statistics",
    "postgresql": "PostgreSQL", "rabbitmq": "RabbitMQ", "nats": "NATS", "grpc": "gRPC",
    "graphql": "GraphQL", "qgis": "QGIS", "arcgis": "ArcGIS", "postgis": "PostGIS",
    "geopandas": "GeoPandas", "ci-cd": "CI/CD", "machine-learning": "machine learning",
    "data-engineering": "data engineering", "sap": "SAP", "software-engineering":
    "software engineering", "english": "English", "german": "German", "dutch": "Dutch",
    "multilingual": "multilingual", "teamwork": "teamwork", "cpa": "CPA", "cissp": "CISSP",
    "agile": "agile", "aws-certified": "AWS certification",
    "security-clearance": "security clearance",
}  # fmt: skip
_CATEGORIES = {
    "human-language": ["english", "german", "dutch", "multilingual"],
    "professional-credential": ["cpa", "security-clearance"],
    "certification": ["cissp", "aws-certified"],
    "soft-skill": ["teamwork"],
    "method": ["agile"],
}
NAMES = {"PowerPoint", "TensorFlow", "JavaScript"}
SKILLS = {
    skill_id: Skill(
        skill_id, label, (), next((c for c, ids in _CATEGORIES.items() if skill_id in ids), "tool"),
        True, (), (), (), None,
    )
    for skill_id, label in LABELS.items()
}  # fmt: skip
_ANY = re.compile(
    "|".join(
        rf"(?P<_{at}>(?<![\w+#&-]){re.escape(label)}(?![\w+#&]))"
        for at, label in enumerate(LABELS.values())
    )
)
_IDS = list(LABELS)


def find(text: str) -> tuple[Mention, ...]:
    """A stand-in for the skill finder: exact labels, nothing else."""
    return tuple(
        Mention(_IDS[int((found.lastgroup or "_0")[1:])], *found.span())
        for found in _ANY.finditer(text)
    )


def read(text: str) -> JobPosting:
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    return read_posting(document, SKILLS, find)


def sample(name: str) -> JobPosting:
    return read((SAMPLES / name).read_text(encoding="utf-8"))


def asked(posting: JobPosting, required: bool) -> list[str]:
    return ["|".join(one.any_of) for one in posting.requirements if one.required is required]


# ---------------------------------------------------------------- whole postings


def test_sections_part_required_from_preferred_and_leave_the_rest_out() -> None:
    posting = sample("posting-ml-engineer.txt")
    assert posting.title == "Senior Machine Learning Engineer"
    assert asked(posting, True) == [
        "software-engineering", "machine-learning", "python", "sql", "pytorch|tensorflow|jax",
        "docker", "kubernetes", "aws|gcp", "ci-cd",
    ]  # fmt: skip
    assert asked(posting, False) == ["spark|flink", "c-plus-plus", "postgis|geopandas"]
    assert (posting.years_required, posting.degree) == (5, None)
    assert [line[:34] for line in posting.knockouts] == ["You need the right to work in the "]
    assert len(posting.responsibilities) == 5
    assert posting.responsibilities[0].startswith("Design, train and ship models")


def test_labelled_title_ideally_and_an_unknown_tool() -> None:
    posting = sample("posting-data-engineer.txt")
    assert posting.title == "Data Engineer"
    assert posting.years_required == 3
    assert asked(posting, True) == [
        "data-engineering", "python", "sql", "spark", "airflow", "kafka|kinesis|pub-sub",
        "snowflake|bigquery|redshift", "aws|azure",
    ]  # fmt: skip
    assert asked(posting, False) == ["terraform", "dbt", "scala", "docker", "kubernetes"]
    assert [(one.text, one.required) for one in posting.unrecognised] == [("GridLoom", True)]
    assert posting.degree is None
    assert len(posting.knockouts) == 1 and "driving licence" in posting.knockouts[0]


def test_posting_without_headings_is_read_by_its_wording() -> None:
    posting = sample("posting-backend-go.txt")
    assert posting.title == "Backend Developer (Go)"
    assert asked(posting, True) == [
        "go|rust|java", "postgresql", "docker", "kubernetes", "rabbitmq|nats|kafka",
    ]  # fmt: skip
    assert asked(posting, False) == ["terraform", "grpc|graphql", "aws"]
    assert posting.years_required == 4
    assert len(posting.responsibilities) == 3


def test_web_page_with_structured_data() -> None:
    text = posting_text((SAMPLES / "posting-data-analyst.html").read_bytes())
    assert text is not None
    posting = read(text)
    assert posting.title == "Data Analyst"
    assert asked(posting, True) == ["sql", "tableau|power-bi|looker", "excel", "r|python"]
    assert asked(posting, False) == ["dbt", "qgis|arcgis"]
    assert (posting.years_required, posting.degree) == (2, 3)


def test_duties_weigh_half_where_something_is_asked_for() -> None:
    duties = "Data Engineer\nResponsibilities\n- Build pipelines with Airflow and Spark every day\n"
    assert asked(read(duties), True) == ["airflow", "spark"]
    both = read(duties + "Requirements\n- Python\n")
    weights = {one.any_of[0]: one.weight for one in both.requirements}
    assert weights == {"python": 1.0, "airflow": 0.5, "spark": 0.5}


def test_bare_list_still_asks_for_something() -> None:
    assert asked(read("Python developer\nPython, SQL, Docker"), True) == ["python", "sql", "docker"]


def test_desired_is_required_where_it_is_the_only_list() -> None:
    assert asked(read("Analyst\nDesired Skills and Experience\n- SQL\n- Python"), True)
    both = read("Analyst\nRequirements\n- SQL\nDesired Skills\n- Python")
    assert (asked(both, True), asked(both, False)) == (["sql"], ["python"])


@pytest.mark.parametrize("text", ["", "\n\n", "•", "Requirements:", "Analyst"])
def test_empty_postings_ask_for_nothing(text: str) -> None:
    assert read(text).requirements == ()


def test_blurb_benefits_and_legal_text_ask_for_nothing() -> None:
    posting = read(
        "Engineer\nAbout us\nOur founders wrote Java and Scala.\nRequirements\n- Python\n"
        "Benefits\n- An AWS certification of your choice\n"
        "We are an equal opportunity employer. We do not judge by race, Excel or Spark."
    )
    assert asked(posting, True) + asked(posting, False) == ["python"]


def test_a_clearance_is_shown_and_asks_for_no_skill() -> None:
    posting = read("Analyst\nRequirements\n- An active security clearance\n- Python")
    assert asked(posting, True) == ["python"]
    assert posting.knockouts == ("An active security clearance",)


def test_a_background_in_one_of_several_fields_is_no_skill() -> None:
    posting = read(
        "Analyst\nRequirements\n- A background in statistics, software engineering or another "
        "quantitative field, and SQL\n- A background in data engineering"
    )
    assert asked(posting, True) == ["sql", "data-engineering"]


def test_experience_behind_a_degree_is_no_field_of_study() -> None:
    posting = read("Analyst\nRequirements\n- Bachelor's degree, 2 years' experience in SQL")
    assert asked(posting, True) == ["sql"]


def test_field_of_study_is_no_skill() -> None:
    posting = read("Analyst\nRequirements\n- Bachelor's degree in statistics or data engineering\n"
                   "- Degree in physics and experience with Python")  # fmt: skip
    assert asked(posting, True) == ["python"]
    assert posting.degree == 3
    focus = (
        "Analyst\nRequirements\n- PhD in physics (with focus on statistics, machine learning), SQL"
    )
    assert asked(read(focus), True) == []


# ---------------------------------------------------------------- either-or


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Python and SQL", "python sql"),
        ("AWS or GCP", "aws|gcp"),
        ("AWS, Azure or GCP", "aws|azure|gcp"),
        ("AWS, Azure, or GCP", "aws|azure|gcp"),
        ("AWS/GCP/Azure", "aws|gcp|azure"),
        ("AWS and/or GCP", "aws|gcp"),
        ("Either Python or R, and SQL", "python|r sql"),
        ("Python, Java, and AWS or GCP", "python java aws|gcp"),
        ("SQL, Python/R", "sql python|r"),
        ("Python, SQL, Docker", "python sql docker"),
        ("Python, SQL and Docker", "python sql docker"),
        ("tools such as Tableau, Power BI, Looker", "tableau|power-bi|looker"),
        ("tools such as Tableau and Looker", "tableau|looker"),
        ("databases like PostgreSQL or Snowflake", "postgresql|snowflake"),
        ("a framework, e.g. PyTorch, JAX", "pytorch|jax"),
        ("one of the following languages: Go, Rust, Java", "go|rust|java"),
        ("at least two of Go, Rust, Java", "go|rust|java"),
        ("a BI tool (Tableau, Looker)", "tableau|looker"),
        ("Tableau, Looker or similar", "tableau|looker"),
        ("Tableau, Looker, etc.", "tableau|looker"),
        ("Python (pandas), or R", "python|r"),
        ("experience with AWS; Docker or Kubernetes", "aws docker|kubernetes"),
        ("AWS or experience with GCP", "aws|gcp"),
        ("Python, experience with SQL", "python sql"),
        ("CI/CD with Docker", "ci-cd docker"),
        ("AWS (Amazon Web Services) or GCP", "aws|gcp"),
        ("Python or R, Tableau or Looker, SQL", "python|r tableau|looker sql"),
        ("statistics or patterns in SQL", "statistics sql"),
        ("SQL, Tableau (or other tools such as Looker), and Docker", "sql tableau|looker docker"),
        ("big data tools (Spark, Flink and/or Kafka, Kinesis)", "spark|flink|kafka|kinesis"),
        ("one or more skills in SQL, Python, Docker", "sql|python|docker"),
        ("PyTorch (TensorFlow is fine too)", "pytorch|tensorflow"),
        ("Snowflake, but BigQuery would do as well", "snowflake|bigquery"),
        ("PyTorch (TensorFlow is a plus)", "pytorch tensorflow"),
        ("Flink, Spark, Kafka - pick one", "flink|spark|kafka"),
    ],
)
def test_alternatives(line: str, groups: str) -> None:
    found = alternatives(line, find(line))
    assert [" ".join(one.skill_id for one in group) for group in found] == [
        group.replace("|", " ") for group in groups.split()
    ]


def test_rivals_in_a_bracket_are_alternatives() -> None:
    def groups(line: str) -> list[str]:
        found = alternatives(
            line, find(line), lambda *two: set(two) <= {"kafka", "kinesis", "nats"}
        )
        return ["|".join(one.skill_id for one in group) for group in found]

    assert groups("streaming (Kafka, Kinesis, NATS)") == ["kafka|kinesis|nats"]
    assert groups("streaming (Kafka, Docker)") == ["kafka", "docker"]
    assert groups("Kafka, Kinesis") == ["kafka", "kinesis"]


SOFT = {
    "analytical skills": "analytical", "analytical and planning skills": "analytical",
    "planning skills": "planning", "writing skills": "writing", "written and oral skills": "talk",
    "written skills": "writing", "oral skills": "talk", "SQL skills": "sql",
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Strong analytical and planning skills", "analytical planning"),
        ("Analytical, planning and writing skills", "analytical planning writing"),
        ("Keen analytical, hardy planning, and SQL skills", "analytical planning sql"),
        ("Fluent written and oral skills", "talk"),  # writing is a kind of talking
        ("Bakes bread with planning or writing skills", "planning writing"),
        ("Analytical. Has writing skills", "writing"),
        ("Planning the skills of others", ""),
    ],
)
def test_a_list_shares_its_noun(line: str, skills: str) -> None:
    def find_soft(text: str) -> list[Mention]:
        found = re.finditer("|".join(sorted(SOFT, key=len, reverse=True)), text, re.IGNORECASE)
        by_label = {label.casefold(): skill for label, skill in SOFT.items()}
        return [Mention(by_label[one.group().casefold()], *one.span()) for one in found]

    taxonomy = {
        skill_id: Skill(skill_id, skill_id, (), "soft-skill", False, parents, (), (), None)
        for skill_id, parents in [
            ("analytical", ()), ("planning", ()), ("writing", ("talk",)), ("talk", ()), ("sql", ()),
        ]
    }  # fmt: skip
    found = with_shared_noun(line, find_soft(line), taxonomy, find_soft)
    assert [one.skill_id for one in found] == skills.split()


def test_a_soft_skill_stands_for_no_other_sort() -> None:
    posting = read("Clerk\nRequirements\n- Excel or teamwork\n- Docker or Kubernetes")
    assert asked(posting, True) == ["excel", "teamwork", "docker|kubernetes"]


@pytest.mark.parametrize(
    ("lines", "required", "preferred"),
    [
        (["Python", "SQL", "Python"], ["python", "sql"], []),
        # GCP will do for one line, and the other asks for AWS by itself
        (["AWS or GCP", "AWS"], ["aws|gcp", "aws"], []),
        (["AWS or GCP", "GCP", "AWS"], ["gcp", "aws"], []),
        (["Python or R", "R or SAP"], ["python|r", "r|sap"], []),
        (["Python or R", "Python, R or SAP"], ["python|r"], []),
        (["Python, R or SAP", "Python or R"], ["python|r"], []),
        (["Python or R", "Python is a plus"], ["python|r"], ["python"]),
        (["Python", "Python or R is a plus"], ["python"], []),
        (["Go, Rust or Java", "Rust or Scala", "Go"], ["go|rust|java", "rust|scala", "go"], []),
    ],
)
def test_what_says_more_is_kept_and_what_says_no_more_is_dropped(
    lines: list[str], required: list[str], preferred: list[str]
) -> None:
    posting = read("Engineer\nRequirements\n" + "".join(f"- {line}\n" for line in lines))
    assert asked(posting, True) == required
    assert asked(posting, False) == preferred


def test_a_duty_adds_nothing_to_what_is_asked_for() -> None:
    posting = read(
        "Engineer\nResponsibilities\n- Deploy services on AWS every single day\n"
        "Requirements\n- AWS or GCP\n"
    )
    assert asked(posting, True) == ["aws|gcp"]


def test_methods_of_the_duties_are_asked_for_where_nothing_else_is() -> None:
    duties = "Engineer\nResponsibilities\n- Practise agile methods, write Python every day\n"
    assert asked(read(duties), True) == ["agile", "python"]
    assert asked(read(f"{duties}Requirements\n- SQL\n"), True) == ["python", "sql"]


def test_a_small_name_after_its_cue_is_settled_by_the_rest_of_the_posting() -> None:
    def find_dbt_beside_sql(text: str) -> tuple[Mention, ...]:
        found = find(text)
        technical = {one.skill_id for one in found} & {"sql", "python"}
        return tuple(one for one in found if one.skill_id != "dbt" or technical)

    text = "Analyst\nRequirements\n- SQL\n- Some experience with dbt is expected\n"
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    assert asked(read_posting(document, SKILLS, find_dbt_beside_sql), True) == ["sql", "dbt"]


# ---------------------------------------------------------------- required or preferred


@pytest.mark.parametrize(
    ("line", "default", "wanted"),
    [
        ("Python", True, {"Python": True}),
        ("Python is a plus", True, {"Python": False}),
        ("Python helps us for the migration", True, {"Python": False}),
        ("It is an advantage when you have worked with Python", True, {"Python": False}),
        ("It would be lovely if you had done Python before", True, {"Python": False}),
        ("You'd score extra with any experience of Python", True, {"Python": False}),
        ("Some Python wouldn't go amiss", True, {"Python": False}),
        ("If you have touched Python they'll be happy", True, {"Python": False}),
        ("Some Python would make me very happy", True, {"Python": False}),
        ("We would be glad if you had scripted in Python", True, {"Python": False}),
        ("If you have met Python so much the better", True, {"Python": False}),
        ("Nice if you have met Python", True, {"Python": False}),
        ("Opportunity to expand into Python", True, {"Python": False}),
        ("Python will get you to the front of the line", True, {"Python": False}),
        ("If you have five years of Python, write to us", True, {"Python": True}),
        ("Python preferred", True, {"Python": False}),
        ("Python required, Spark a plus", False, {"Python": True, "Spark": False}),
        ("Must have Python and SQL, Spark a plus", False, {"Python": True, "Spark": False}),
        ("Infrastructure as code, Docker, ideally Terraform", True,
         {"Docker": True, "Terraform": False}),
        ("Python (required), Scala (a plus), Spark", True,
         {"Python": True, "Scala": False, "Spark": True}),
        ("SQL (R and Python a plus)", True, {"SQL": True, "R": False, "Python": False}),
        ("Deep SQL; experience with Excel a plus", True, {"SQL": True, "Excel": False}),
        ("It would be a plus if you know Terraform", True, {"Terraform": False}),
        ("Bonus points for Rust", True, {"Rust": False}),
        ("You must know Docker", False, {"Docker": True}),
        ("Experience with gRPC is desirable.", True, {"gRPC": False}),
        ("Experience with SAP is not required", False, {"SAP": None}),
        ("Spark would help, though not a must have", True, {"Spark": False}),
        ("Java experience would be valuable", True, {"Java": False}),
        ("Python minimum / Scala preferred", False, {"Python": True, "Scala": False}),
        ("Experience with Spark is a plus but not required", True, {"Spark": False}),
        ("Python: 1 year (Preferred)", True, {"Python": False}),
        ("Use Python to reach the desired outcome", True, {"Python": True}),
        ("Java (Scala is desired as well)", True, {"Java": True, "Scala": False}),
        ("Python (highly preferred)", True, {"Python": False}),
        ("SQL -Spark experience a plus", True, {"SQL": True, "Spark": False}),
        ("Experience with only Excel is insufficient.", True, {"Excel": None}),
        ("Preferred experience with Excel and R", True, {"Excel": False, "R": False}),
        ("Knowledge of SQL, with experience in Kafka a plus", True, {"SQL": True, "Kafka": False}),
        ("Use Excel as required", False, {"Excel": False}),
        ("Familiarity with Spark or Flink helps.", True, {"Spark": False, "Flink": False}),
        ("Spark is good to know, Flink even better", True, {"Spark": False, "Flink": False}),
        ("Notions of Rust are appreciated.", True, {"Rust": False}),
        ("CISSP is highly regarded", True, {"CISSP": False}),
        ("Statistical tools a plus (e.g. R, Python), and SQL", True,
         {"R": False, "Python": False, "SQL": True}),
        ("SQL is desired (preferred PostgreSQL)", True, {"SQL": False, "PostgreSQL": False}),
        ("Python; willingness to learn Rust or Go", True,
         {"Python": True, "Rust": False, "Go": False}),
    ],
)  # fmt: skip
def test_wording_decides(line: str, default: bool, wanted: dict[str, bool | None]) -> None:
    wording = Wording(line)
    assert {word: wording.wanted_at(line.index(word), default) for word in wanted} == wanted


def test_negated_and_neighbouring_mentions_are_no_requirement() -> None:
    def find_flagged(text: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(one.skill_id, one.start, one.end, negated=one.skill_id == "java",
                    adjacent=one.skill_id == "kafka", aspiring=one.skill_id in ("go", "python"))
            for one in find(text)
        )  # fmt: skip

    text = ("Engineer\nRequirements\n- No experience with Java needed\n- Talk with the Kafka team\n"
            "- Willing to learn Go\n- Able to work with Python")  # fmt: skip
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    posting = read_posting(document, SKILLS, find_flagged)
    assert (asked(posting, True), asked(posting, False)) == (["python"], ["go"])


def test_ambiguous_word_alone_in_a_list_is_settled_by_the_rest_of_the_posting() -> None:
    def find_careful(text: str) -> tuple[Mention, ...]:
        return tuple(
            one for one in find(text) if one.skill_id != "go" or "Python, Docker" in text
        )  # fmt: skip

    text = "Developer\nRequirements\n- Go\n- Python at work\n- Docker"
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    assert asked(read_posting(document, SKILLS, find_careful), True) == ["go", "python", "docker"]


def test_requirement_quotes_its_line() -> None:
    long_line = "Python " + "and patience " * 40
    posting = read(f"Engineer\nRequirements\n- {long_line}\n- SQL at work")
    assert posting.requirements[1].text == "SQL at work"
    assert long_line.startswith(posting.requirements[0].text)
    assert 180 < len(posting.requirements[0].text) <= 200
    assert all(one.weight == 1.0 for one in posting.requirements)
    assert quoted("x" * 300) == "x" * 200


# ---------------------------------------------------------------- lines and headings


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Requirements", LineKind.REQUIRED),
        ("MINIMUM QUALIFICATIONS:", LineKind.REQUIRED),
        ("What you bring", LineKind.REQUIRED),
        ("What we’re looking for", LineKind.REQUIRED),
        ("You have", LineKind.REQUIRED),
        ("Knowledge, Skills & Abilities", LineKind.REQUIRED),
        ("Would be ace", LineKind.PREFERRED),
        ("It helps if you know", LineKind.PREFERRED),
        ("Nice to have", LineKind.PREFERRED),
        ("Preferred Qualifications", LineKind.PREFERRED),
        ("Bonus points", LineKind.PREFERRED),
        ("Double bonus points", LineKind.PREFERRED),
        ("Nice if you have", LineKind.PREFERRED),
        ("We'd be thrilled if you also have", LineKind.PREFERRED),
        ("What you might also have", LineKind.PREFERRED),
        ("Desired Qualifications (preferred skills and long experience)", LineKind.PREFERRED),
        ("KNOWLEDGE, SKILL, & ABILITIES SOUGHT", LineKind.REQUIRED),
        ("Personal and professional qualifications", LineKind.REQUIRED),
        ("Qualities we value", LineKind.REQUIRED),
        ("What makes you right for the mill", LineKind.REQUIRED),
        ("What makes us right for you", LineKind.BENEFITS),
        ("A huge plus for", LineKind.PREFERRED),
        ("Even better", LineKind.PREFERRED),
        ("You will also possess these technical skills", LineKind.REQUIRED),
        ("Position summary statement", LineKind.DUTIES),
        ("Keywords", LineKind.COMPANY),
        ("What you get to do", LineKind.DUTIES),
        ("Role & Responsibilities", LineKind.DUTIES),
        ("Job Description and Duties", LineKind.DUTIES),
        ("The clerk will perform the following functions", LineKind.DUTIES),
        ("Purpose of the role", LineKind.DUTIES),
        ("Company summary", LineKind.COMPANY),
        ("Special conditions", LineKind.LEGAL),
        ("A plus", LineKind.PREFERRED),
        ("Keys to success for this position", LineKind.REQUIRED),
        ("What you should already have", LineKind.REQUIRED),
        ("A successful candidate must have", LineKind.REQUIRED),
        ("Soft and people skills:", LineKind.REQUIRED),
        ("Your mission is to:", LineKind.DUTIES),
        ("In your first 90 days, you will", LineKind.DUTIES),
        ("Education preferred", LineKind.PREFERRED),
        ("To be considered you'll have:", LineKind.REQUIRED),
        ("Person specification", LineKind.REQUIRED),
        ("Must", LineKind.REQUIRED),
        ("What you'd actually be doing", LineKind.DUTIES),
        ("Nice, not needed:", LineKind.PREFERRED),
        ("Responsibilities", LineKind.DUTIES),
        ("What You'll Do", LineKind.DUTIES),
        ("The role", LineKind.DUTIES),
        ("About us", LineKind.COMPANY),
        ("About Velmoor Maps", LineKind.COMPANY),
        ("Who we are", LineKind.COMPANY),
        ("Benefits & perks", LineKind.BENEFITS),
        ("What we offer", LineKind.BENEFITS),
        ("Equal Opportunity", LineKind.LEGAL),
        ("Docker and Kubernetes are a plus", None),
        ("Experience with Python", None),
        ("Strong communication skills and experience with large and small teams", None),
        ("", None),
    ],
)
def test_headings(heading: str, kind: LineKind | None) -> None:
    assert heading_kind(heading) is kind


def test_neutral_heading_stays_in_the_preferred_section() -> None:
    assert heading_kind("Skills", LineKind.PREFERRED) is LineKind.PREFERRED
    assert heading_kind("Skills", LineKind.DUTIES) is LineKind.REQUIRED


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("Knows C++.Experience with R.Proven", ["Knows C++.", "Experience with R.", "Proven"]),
        ("We want to grow.You will help.", ["We want to grow.", "You will help."]),
        ("with our teamsExperience with SQL", ["with our teams", "Experience with SQL"]),
        ("in PythonExperience with SQL", ["in Python", "Experience with SQL"]),
        ("knows SQLStrong writing", ["knows SQL", "Strong writing"]),
        ("QualificationsBachelor's degree", ["Qualifications:", "Bachelor's degree"]),
        ("Uses Node.js and ASP.NET, e.g. Asp.Net Core", None),
        ("Works with PowerPoint, TensorFlow, JavaScript and iPhones", None),
        ("A Ph.D. or M.Sc. in physics", None),
        ("Offices in the U.S. Offices in Rome", None),
        (
            "We grow.You help (a lot.)Finish the queueDocument it, etc.)Own the APIDesign tests",
            [
                "We grow.",
                "You help (a lot.)",
                "Finish the queue",
                "Document it, etc.)",
                "Own the API",
                "Design tests",
            ],
        ),
        (
            "It runs.You do.We pay.Tools (MADlib, CartoDB, AutoGrid) by AutoGrid",
            ["It runs.", "You do.", "We pay.", "Tools (MADlib, CartoDB, AutoGrid) by AutoGrid"],
        ),
        ("a related field)3+ years of it", ["a related field)", "3+ years of it"]),
        ("Typescripto Queueso Gito Basic maps", ["Typescript", "Queues", "Git", "Basic maps"]),
        ("Maps a plus Good words", ["Maps a plus", "Good words"]),
        ("one • two • three", ["one", "two", "three"]),
        ("First. Second.", ["First.", "Second."]),
    ],
)
def test_lost_line_breaks_come_back(glued: str, parts: list[str] | None) -> None:
    assert [text for text, _ in split_lines(glued, NAMES.__contains__)] == (parts or [glued])


def test_middle_dots_are_bullets_and_the_heading_before_one_is_a_line() -> None:
    text = "Tasks· Sweep· Bake· Audit as needed Required Skills (all of them)· SQL and Python"
    assert [part for part, _ in split_lines(text, NAMES.__contains__)] == [
        "Tasks", "Sweep", "Bake", "Audit as needed", "Required Skills:", "SQL and Python",
    ]  # fmt: skip
    assert len(split_lines("Mill · Ghent · 3 days ago", NAMES.__contains__)) == 1


def test_the_same_picture_before_several_lines_is_a_bullet_another_opens_a_heading() -> None:
    posting = read("Baker\n🎯 What we need\n✅ Python\n✅ AWS or GCP\n✨ Nice to have\n✅ Go")
    assert (asked(posting, True), asked(posting, False)) == (["python", "aws|gcp"], ["go"])


def test_stars_in_a_line_are_bullets() -> None:
    text = "Mill.ABOUT YOU:* Bakes rye* Sweeps* Sings.THE ROLE:* Keep the mill* Grind"
    assert kinds(text)["Bakes rye"] == "required"
    assert kinds(text)["Keep the mill"] == "duties"


def test_what_is_preferred_ends_with_its_clause() -> None:
    lines = split_lines(
        "Rye preferred 8-10 years of grinding. SQL a plus Bakes", NAMES.__contains__
    )
    assert [part for part, _ in lines] == ["Rye preferred", "8-10 years of grinding.", "SQL a plus",
                                           "Bakes"]  # fmt: skip


def test_names_stay_whole_where_line_breaks_were_lost() -> None:
    text = ("We bake rye.You grind.She sweeps.He sings.\nKnows PowerPointTensor\n"
            "Fix issuesScript, CartoDB, MADlib, and all issues")  # fmt: skip
    assert [part for part, _ in split_lines(text, NAMES.__contains__)][4:] == [
        "Knows PowerPoint", "Tensor", "Fix issues", "Script, CartoDB, MADlib, and all issues",
    ]  # fmt: skip


def test_paragraph_gives_responsibilities_by_sentence() -> None:
    posting = read("Analyst\nYou will write reports for the board. You will visit four sites a "
                   "year. Nice work. You must know SQL.")  # fmt: skip
    assert posting.responsibilities == (
        "You will write reports for the board.", "You will visit four sites a year.",
    )  # fmt: skip


def test_responsibilities_are_of_fitting_length() -> None:
    bullets = "\n".join(f"- Keep the register number {at} in good order" for at in range(50))
    posting = read(
        f"Clerk\nTasks\n- Write\n- Maintain registers\n- Second floor\n- {'very ' * 70}long\n"
        f"- Other duties as assigned by the board\n{bullets}"
    )
    assert len(posting.responsibilities) == 40
    assert posting.responsibilities[:2] == (
        "Maintain registers", "Keep the register number 0 in good order",
    )  # fmt: skip


def test_a_few_words_under_a_heading_of_duties_are_one_but_no_title() -> None:
    text = "Clerk\nDuties\n- Salt records daily\n- Client Services Manager\nRequirements\n- SQL"
    assert read(text).responsibilities == ("Salt records daily",)


def test_a_long_duty_is_told_part_by_part() -> None:
    parts = [f"{verb} the registers of the old mill in good order" for verb in
             ("keep", "audit", "print", "bind", "count", "move", "burn")]  # fmt: skip
    text = "Clerk\nThe role\nThis person will " + "; ".join(parts) + "."
    assert len(read(text).responsibilities) == 7
    assert read(text).responsibilities[1] == parts[1]


def test_a_posting_of_blurb_alone_asks_for_nothing() -> None:
    posting = read("Clerk\nWe bake with Python.\nIf you love SQL, let us talk.\nDocker daily.")
    assert asked(posting, True) == ["docker"]


def test_a_name_that_only_the_rest_of_the_posting_settles_is_a_requirement() -> None:
    def picky(text: str) -> tuple[Mention, ...]:
        return tuple(one for one in find(text) if one.skill_id != "sap" or "Kafka" in text)

    text = "Clerk\nRequirements\n- Kafka\n- Experience with SAP"
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    posting = read_posting(
        document,
        SKILLS,
        lambda text: tuple(
            one for one in picky(text) if one.skill_id != "sap" or not text.startswith("Kafka\n")
        ),
    )
    assert asked(posting, True) == ["kafka", "sap"]
    assert not posting.unrecognised


def test_what_rules_out_is_no_responsibility() -> None:
    out = "You will need the right to work in Belgium."
    posting = read(f"Clerk\nThe role\nYou will keep the registers of the mill.\n{out}")
    assert posting.responsibilities == ("You will keep the registers of the mill.",)
    assert posting.knockouts == (out,)


def test_sentences_about_the_reader_stand_for_duties_that_nobody_tells() -> None:
    text = "Clerk\nYou are good at keeping the books of a mill.\nRequirements\n- SQL"
    assert read(text).responsibilities == ("You are good at keeping the books of a mill.",)


def test_kinds_of_lines() -> None:
    kinds = {line.text: line.kind for line in read_lines(is_name=NAMES.__contains__, text=
        "Requirements\n- SQL\nWe offer a bike.\nBenefits\n- Lunch\nYour tasks\n- Cook\n"
        "- 3+ years of experience with soup\nApply now.")}  # fmt: skip
    assert kinds == {
        "SQL": LineKind.REQUIRED, "We offer a bike.": LineKind.BENEFITS, "Lunch": LineKind.BENEFITS,
        "Cook": LineKind.DUTIES, "3+ years of experience with soup": LineKind.REQUIRED,
        "Apply now.": LineKind.LEGAL,
    }  # fmt: skip


def test_a_sentence_about_the_employer_asks_for_nothing_under_any_heading() -> None:
    lines = read_lines("Requirements\n- SQL\nThe Velmoor Group is a firm of map makers.\n"
                       "Python is required.", NAMES.__contains__)  # fmt: skip
    assert [line.kind for line in lines] == [
        LineKind.REQUIRED, LineKind.COMPANY, LineKind.REQUIRED,
    ]  # fmt: skip


def test_the_employers_paragraph_after_the_requirements_asks_for_nothing() -> None:
    text = ("Velmoor draws maps.\nRequirements\n- SQL\nVelmoor began in a barn.\n"
            "The Velmoor team knows Java.\nWith Velmoor you grow.\n- Rust and Go\n")  # fmt: skip
    kinds = [line.kind for line in read_lines(text, NAMES.__contains__)]
    assert kinds == [LineKind.COMPANY, LineKind.REQUIRED, *[LineKind.COMPANY] * 4]


def test_benefits_that_begin_without_a_heading_end_the_requirements() -> None:
    text = ("Requirements\n- SQL\nWe offer a bike.\n- Paid leave for parents\n"
            "- Life insurance for all\n- 401(k)\n- Java at lunch")  # fmt: skip
    kinds = [line.kind for line in read_lines(text, NAMES.__contains__)]
    assert kinds[-1] is LineKind.BENEFITS
    assert kinds[0] is LineKind.REQUIRED


def test_requirements_among_the_duties_go_on_until_something_is_done_again() -> None:
    text = ("Duties\n- Keep the mill\n- Experience with flour\n- Knowledge of rye\n"
            "- A drive to learn about wheat\n- Build ovens\n- Flour in good order")  # fmt: skip
    kinds = [line.kind for line in read_lines(text, NAMES.__contains__)]
    required, duties = LineKind.REQUIRED, LineKind.DUTIES
    assert kinds == [duties, required, required, required, duties, duties]


def test_what_you_do_asks_for_it_where_no_heading_says_so() -> None:
    posting = read("Analyst\nYou use SQL to bend messy data.\nYou will see Docker at our fairs.")
    assert [(one.any_of, one.weight) for one in posting.requirements] == [
        (("sql",), 1.0),
        (("docker",), 0.5),
    ]


def test_what_is_a_plus_stays_one_though_the_duties_name_it() -> None:
    posting = read("Analyst\nDuties\n- Keep the tables in Tableau\nRequirements\n- SQL\n"
                   "- a BI tool (Tableau, Looker) is a plus")  # fmt: skip
    assert (asked(posting, True), asked(posting, False)) == (["sql"], ["tableau|looker"])


def test_a_choice_is_required_though_one_of_it_is_preferred() -> None:
    posting = read("Analyst\nRequirements\n- one of: Python (preferred), Go, Java")
    assert asked(posting, True) == ["python|go|java"]


def test_a_list_may_follow_its_heading_in_the_line() -> None:
    posting = read("Analyst\nRequirements: SQL\nNice to have: Tableau, Looker")
    assert (asked(posting, True), asked(posting, False)) == (["sql"], ["tableau", "looker"])


def kinds(text: str) -> dict[str, str]:
    return {line.text: line.kind.value for line in read_lines(text, NAMES.__contains__)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The mill team keeps the flour of nine towns dry.", "company"),
        ("The goal of the flour team is to bake more.", "company"),
        ("Join us and bake the bread of the future!", "company"),
        ("If you love bread, we would love to hear from you.", "company"),
        ("You are a self-starter who enjoys bread.", "required"),
        ("You're comfortable with rye.", "required"),
        ("You are responsible for the rye.", "duties"),
        ("This role requires patience with dough.", "required"),
        ("We are looking for a clerk with a background in rye.", "required"),
        ("The candidate must be comfortable with ovens.", "required"),
        ("He or she will sweep the mill.", "duties"),
        ("Prepare the required reports for the baker.", "duties"),
        ("Knowledge of rye is required.", "required"),
        ("Our ideal candidate is a person with strong arms.", "required"),
        ("Under direction, the Mill Clerk II sweeps.", "duties"),
        ("The Analyst I will sweep.", "duties"),
        ("The Flour (Rye) team in Ghent works with bakers.", "company"),
        ("Whether at noon or at night, the mill grinds.", "company"),
        ("Monthly happy hours and a stocked kitchen", "benefits"),
    ],
)
def test_blurb_and_demands_among_the_duties(line: str, kind: str) -> None:
    text = f"Clerk\nThe role\n- Sweep the floor of the mill\n{line}\nRequirements\n- Patience"
    assert kinds(text)[line] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The clerk audits the books of the mill.", "duties"),
        ("Clerk will audit the books.", "duties"),
        ("As a clerk for our mill, your day begins early, and you audit.", "company"),
        ("As a clerk of our mill, you audit the books.", "duties"),
        ("Participates in audits of the mill", "duties"),
        ("Clearly and calmly articulate what the mill needs", "duties"),
        ("The position offers free bread.", "company"),
        ("Able to lift sacks", "required"),
        ("Building on two hundred years, we bake bread.", "company"),
    ],
)
def test_duties_are_told_without_a_heading(line: str, kind: str) -> None:
    assert kinds(f"Clerk\n{line}")[line] == kind
    assert kinds(f"Clerk\nAbout us\nWe bake.\nLocation\nGhent\n{line}")[line] == kind


def test_orders_are_duties_in_the_companys_paragraph_too() -> None:
    found = kinds(
        "Clerk\nAbout us\nWe bake.\nServing nine towns is our joy.\nAudit the books of the mill."
    )
    assert found["Serving nine towns is our joy."] == "company"
    assert found["Audit the books of the mill."] == "duties"


def test_blurb_ends_a_list_of_duties_but_not_what_one_does() -> None:
    found = kinds(
        "Clerk\nThe role\n- Sweep the floor of the mill\nWe are bakers.\nWe love bread.\n"
        "Bold dreamers.\nAudit the books."
    )
    assert [found[text] for text in ("Bold dreamers.", "Audit the books.")] == ["company", "duties"]


def test_a_dash_parts_a_heading_from_its_list() -> None:
    found = kinds("Clerk\nYou will have- Patience with rye\nRye - a bread\nThe mill - Old")
    assert found["Patience with rye"] == "required"
    assert "Rye - a bread" in found and "The mill - Old" in found


def test_what_the_duties_begin_with_is_no_employer() -> None:
    found = kinds("Clerk\nTasks\nAssist in the mill and Assist with rye.\nAssist the baker.\n"
                  "Assist the bakers.")  # fmt: skip
    assert found["Assist the baker."] == "duties"


def test_sentences_that_begin_with_the_employers_name_are_no_duties() -> None:
    found = kinds(
        "Clerk\nThe role\nVelmoor bakes bread in nine towns.\nSweep the floor at Velmoor daily.\n"
        "Velmoor sells flour.\nVelmoor likes rye."
    )
    assert found["Velmoor sells flour."] == "company"
    assert found["Sweep the floor at Velmoor daily."] == "duties"


def test_duties_that_follow_a_sentence_with_their_name() -> None:
    found = kinds("Clerk\nAbout us\nWe bake.\nEssential duties may include, but are not limited "
                  "to, the following:\n- Rye, wheat and oats")  # fmt: skip
    assert found["Rye, wheat and oats"] == "duties"


def test_what_the_candidate_has_is_asked_for_among_the_duties_too() -> None:
    posting = read("Analyst\nDuties\n- Keep books\n- The ideal candidate will have SQL\n")
    assert [(one.any_of, one.weight) for one in posting.requirements] == [(("sql",), 1.0)]


def test_teams_that_one_works_with_and_the_employer_are_no_skills() -> None:
    posting = read("Engineer\nDuties\n- Work closely with Python, Java and SQL teams on Docker\n"
                   "- Help Kafka grow\n\nJoin Kafka now")  # fmt: skip
    assert asked(posting, True) == ["docker"]
    assert partner_spans("Experience with SQL and working with Java teams") == [(37, 42)]
    assert partner_spans("Lead Java teams") == []


# ---------------------------------------------------------------- years, degree, knockouts


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of experience", 5),
        ("3-5 years of experience in analytics", 3),
        ("3 to 5 years' experience", 3),
        ("at least four years of professional experience", 4),
        ("Five (5) years of related experience", 5),
        ("Minimum 2 yrs experience", 2),
        ("6+ years of experience, with 2+ years of Python", 6),
        ("3+ years of experience in data engineering", 3),
        ("2 years of Python", 2),
        ("Master's and 4 years of experience, or PhD and 1 year of experience", 4),
        ("8+ years of experience preferred", None),
        ("Numbers from the past 3 years", None),
        ("You must be 18 years old", None),
        ("8+ years of experience over all and 2+ years in large projects", 8),
        ("BS with 8+ years or PhD with 3+ years of experience", 8),
        ("3 years in retail or 5 years in banking", 3),
        ("Years of experience: 5", 5),
        ("Twelve years of experience with bridges", 12),
        ("Fifteen (15) years of experience", 15),
        ("Associate degree and 3 years of baking, or 6 years without degree", 3),
        ("A party after five years", None),
        ("Twenty-five years after its start the firm has 10 people", None),
        ("A firm with 40 years of experience", None),
        ("Clearance needs five years of residency", None),
        ("6+ years of experience, of those 2+ years with SQL and SAS or Python", 6),
        ("Curiosity", None),
    ],
)
def test_years(line: str, years: int | None) -> None:
    assert read(f"Analyst\nRequirements\n- {line}").years_required == years


def test_years_are_those_of_the_line_that_asks_for_most() -> None:
    posting = read("Analyst\nRequirements\n- 5+ years of experience in analytics\n- 2 years of SQL")
    assert posting.years_required == 5


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("High school diploma", 1),
        ("Associate degree in logistics", 2),
        ("BSc in physics", 3),
        ("B.S. in Computer Science", 3),
        ("BS with honours in physics", 3),
        ("PhD or Master + 2 years of experience", 4),
        ("BS/MS/PhD in Computer Science", 3),
        ("Degree in economics", 3),
        ("Master's degree in statistics", 4),
        ("PhD in physics", 5),
        ("Bachelor's degree required, Master's preferred", 3),
        ("Bachelor's degree or equivalent experience", None),
        ("Master's degree preferred", None),
        ("Tertiary qualifications in physics", 3),
        ("Graduation with a degree from a recognised institution", 3),
        ("A degree level qualification", 3),
        ("A degree level qualification or equivalent experience", None),
        ("Bachelor's degree, or in lieu of a degree, 4 additional years of work", None),
        ("Tertiary qualifications and/or substantial relevant experience", None),
        ("MS Excel and MS Office", None),
        ("Certified scrum master", None),
        ("Keeps the master data in order", None),
    ],
)
def test_degree(line: str, level: int | None) -> None:
    assert read(f"Analyst\nRequirements\n- {line}").degree == level


@pytest.mark.parametrize(
    ("line", "knockout"),
    [
        ("Must be authorized to work in the US", True),
        ("Active TS/SCI clearance", True),
        ("US citizenship required", True),
        ("A valid driver's licence", True),
        ("On-site only, no remote work", True),
        ("No visa sponsorship", True),
        ("All are welcome without regard to citizenship", False),
        ("Help with visas for you and your family", False),
        ("Present to executive sponsors", False),
        ("You must be able to obtain SC clearance", True),
        ("Security clearance: Not required", False),
        ("We can sponsor a visa", False),
        ("We do sponsor visas", False),
        ("We cannot sponsor a visa", True),
        ("You need to be based in the Netherlands", True),
        ("Legally entitled to work in Canada", True),
        ("A valid EU work permit", True),
        ("Must be 21 Yrs. or older", True),
        ("Must be at least 18 years of age", True),
    ],
)
def test_knockouts_are_shown(line: str, knockout: bool) -> None:
    assert read(f"Analyst\nRequirements\n- {line}").knockouts == ((line,) if knockout else ())


def test_a_heading_in_capitals_may_end_in_a_full_stop() -> None:
    text = "Analyst\nThe Role.\n- Count loaves\nDesired Skills and Experience.\n- SQL and Excel"
    assert [one.weight for one in read(text).requirements] == [1.0, 1.0]


def test_a_knockout_stands_below_its_label() -> None:
    posting = read("Analyst\nRequirements\n- SQL\nWork authorization:\nUnited States (Required)")
    assert posting.knockouts == ("Work authorization: United States (Required)",)


def test_how_long_a_position_lasts_is_no_experience() -> None:
    text = "Postdoctoral Fellow\nThe position is for 3 years.\nRequirements\n- 2 years of Python"
    posting = read(text)
    assert (posting.years_required, posting.details.seniority) == (2, None)


def test_an_age_is_no_experience() -> None:
    posting = read("Baker\nRequirements\n- Must be 21 Yrs. or Older\n- 2 years in a bakery")
    assert posting.years_required == 2


def test_fields_of_study_are_no_skills() -> None:
    posting = read(
        "Analyst\nRequirements\n- Economics, Math, Statistics or Engineering degree\n"
        "- Master's degree in a quantitative discipline (e.g. Statistics, Operations Research)\n"
        "- SQL or Python"
    )
    assert [one.any_of for one in posting.requirements] == [("sql", "python")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Data Analyst\nBerlin", "Data Analyst"),
        ("Acme is great.\nJob Title: Data Analyst", "Data Analyst"),
        ("We are looking for a data analyst who likes maps.", "data analyst"),
        ("Requirements\n- SQL", ""),
        ("Data Analyst (Python | SQL | dough and rye | ovens | a lot of flour)", "Data Analyst"),
        ("Hi there,\n\nA baker is looking for a Data Analyst to count loaves.", "Data Analyst"),
        ("Data Analyst || Ghent / Utrecht || 4-8 Yrs", "Data Analyst"),
        ("Data Analyst @ Acme Loaves", "Data Analyst"),
        ("Legal Data Analyst\n\nYou count wills.", "Legal Data Analyst"),
        ("Marketing Operations\n\nYou send letters.", "Marketing Operations"),
        ("Data Scientist III\nAcme\nLeeds, UK", "Data Scientist III"),
        # Lines that stand above a title in a job board's copy.
        (
            "$29,000 - $40,000 a year\nFull-time, Contract\nLoaf Analyst\n- Count loaves",
            "Loaf Analyst",
        ),
        ("Internship\nRequisition 3310\nPosition Title:\nOven Technician", "Oven Technician"),
        ("About the job\nRole: Oven Engineer Location: Leeds\nAcme bakes.", "Oven Engineer"),
        # Titles that lost their line break.
        ("Business Analyst$90,000 and a loaf a dayAcme bakes.", "Business Analyst"),
        ("Job DescriptionData EngineerIn this role, you will feed ovens.", "Data Engineer"),
        # Told in sentences.
        (
            "Acme bakes. We seek an experienced and curious Oven Data Analyst in Leeds.",
            "Oven Data Analyst",
        ),
        (
            "Acme is hiring a highly motivated, resourceful oven engineer who bakes.",
            "oven engineer",
        ),
        (
            "Acme bakes.\nAs the Lead Data Analyst at Acme, you'll count loaves.",
            "Lead Data Analyst",
        ),
        (
            "Acme bakes. The Clinical Data Analyst II supports our ovens.",
            "Clinical Data Analyst II",
        ),
        ("Acme bakes. The IT Auditor (remote) will count loaves.", "IT Auditor"),
        (
            "Acme bakes. This Senior Oven Engineer will play a critical part.",
            "Senior Oven Engineer",
        ),
        ("Acme needs a Manager, Oven Analytics who counts.", "Manager, Oven Analytics"),
        ("Join Acme as our first Data Engineer and bake.", "Data Engineer"),
        ("We have openings for Data Scientists in Leeds.", "Data Scientist"),
        ("If you are a Data Engineer with strong SQL, read on.", "Data Engineer"),
        ("The Data Analyst position is in Leeds. Our Data Analyst role pays well.", "Data Analyst"),
        ("Our bistro is looking for an experienced line cook to join us.", "line cook"),
        ("Acme seeks a gentle, caring dental hygienist.", "dental hygienist"),
        ("NOW HIRING: Forklift Operators - 2nd shift\n$19/hr", "Forklift Operator"),
        ("Journeyman Electrician wanted for ovens.", "Journeyman Electrician"),
        ("Vacancy: School Teacher (Grade 3)\nHill District", "School Teacher (Grade 3)"),
        ("Job Title - Account Executive (SMB)\nJob Location - Leeds", "Account Executive (SMB)"),
        ("Mobile @ Acme\n\nWe need a strong iOS developer for 6 months.", "iOS developer"),
        # Of several the one that is told most often.
        (
            "A Baker works beside you. The Data Analyst counts. The Data Analyst reports.",
            "Data Analyst",
        ),
        # Nobody's title.
        ("As a market leader, we bake. As industry experts, we know flour.", ""),
        ("We are looking for a data-driven individual to help us grow.", ""),
        ("Acme Partners is looking for talented people.", ""),
        ("Experience as a data analyst or software engineer.", ""),
        ("We are looking for an experienced analyst.", ""),
        ("Work with data scientists, engineers and designers.", ""),
        ("San Francisco, CA\n\nAcme bakes bread.", ""),
        ("The server is down. Our staff will help.", ""),
        ("Company Overview\nAcme bakes bread.", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert read(text).title == title


# ---------------------------------------------------------------- details: shown, never scored


def details(text: str) -> JobDetails:
    return read(text).details


@pytest.mark.parametrize(
    ("text", "seniority"),
    [
        ("Lead Analyst\nWe bake bread.", "lead"),
        ("Analyst\nSeniority: junior", "junior"),
        ("Analyst\nExperience level: Mid-level", "mid"),
        ("Analyst\nEmployment type: internship", "intern"),
        ("Analyst\nThis is an entry-level position in our bakery.", "junior"),
        ("Analyst\nFor this senior data role we ask for patience.", "senior"),
        ("Analyst\nWe are looking for a principal who has seen ovens explode.", "principal"),
        ("Analyst\nYou mentor junior analysts and report to senior management.", None),
        ("Analyst\nRoles are open at every level of seniority.", None),
        ("Analyst\nRequirements\n- 3 years in a senior baking role", None),
        ("Analyst (3 months)\nWe bake bread.", None),
    ],
)
def test_seniority_is_that_of_the_job(text: str, seniority: str | None) -> None:
    assert details(text).seniority == seniority


@pytest.mark.parametrize(
    ("line", "degree", "replaceable"),
    [
        ("Bachelor's degree in economics or equivalent experience", None, 3),
        ("Master's degree or 6 years' work experience", None, 4),
        ("Bachelor's degree; experience in a bakery may be substituted", None, 3),
        ("PhD in physics or an equivilent amount of experience", None, 5),
        ("Bachelor's degree or equivalent, with 5 years of experience", 3, None),
        ("PhD in physics or three years of research experience", None, 5),
        ("Bachelor's degree or equivalent; 2 years of experience", 3, None),
        ("Master's degree plus equivalent experience in bakeries", 4, None),
        ("Bachelor's degree in an equivalent field, 5 years of experience", 3, None),
        ("Bachelor's degree or equivalent (2+ years) experience", None, 3),
        ("Associates in baking, or minimum 2 years' experience in a bakery", None, 2),
        ("Master's degree with 1 or 2 years of experience", 4, None),
        ("Master's degree and one or two years of experience", 4, None),
        ("Bachelor's degree in economics", 3, None),
        ("Patience", None, None),
    ],
)
def test_degree_that_experience_stands_for(
    line: str, degree: int | None, replaceable: int | None
) -> None:
    posting = read(f"Analyst\nRequirements\n- {line}")
    assert (posting.degree, posting.details.degree_or_experience) == (degree, replaceable)


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("Fluent English and German at B2", [("English", "C1", True), ("German", "B2", True)]),
        ("Fluency in written and spoken English", [("English", "C1", True)]),
        ("English required, Dutch a plus", [("English", None, True), ("Dutch", None, False)]),
        ("German is not required", []),
        ("A degree in English or history", []),
        ("You are multilingual", []),
        (
            "Advanced knowledge of ovens, dough, yeast and rye, and letters to bakers in Dutch",
            [("Dutch", None, True)],
        ),
    ],
)
def test_languages_that_are_asked_for(line: str, languages: list[tuple[str, str, bool]]) -> None:
    found = details(f"Analyst\nRequirements\n- {line}").languages
    assert [(one.language.name, one.language.level, one.required) for one in found] == languages


def test_a_language_among_the_duties_counts_with_its_level_only() -> None:
    duties = "Analyst\nResponsibilities\n- {}\nRequirements\n- Patience"
    assert not details(duties.format("Label loaves in German")).languages
    assert details(duties.format("Answer the telephone in fluent German")).languages


def test_certificates_required_before_preferred_and_no_clearance() -> None:
    found = details(
        "Analyst\nRequirements\n- CPA preferred\n- CISSP\n- security clearance\n- Python"
    )
    assert [(one.skill_id, one.required) for one in found.certificates] == [
        ("cissp", True),
        ("cpa", False),
    ]


def test_licences_of_other_trades_are_certificates_and_those_of_duties_are_none() -> None:
    licences = {
        name: replace(SKILLS["python"], id=name, label=label)
        for name, label in (("rn", "Registered Nurse License"), ("bls", "Basic Life Support"))
    }

    def find_licences(text: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(name, found.start(), found.end())
            for name in licences
            for found in re.finditer(name.upper(), text)
        )

    text = "Nurse\nDuties\n- Lead the RN on the ward\nRequired\n- Current BLS\n"
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    found = read_posting(document, licences, find_licences).details.certificates
    assert [(one.skill_id, one.required) for one in found] == [("bls", True)]


def test_a_language_is_meant_by_its_name_where_something_is_asked_for() -> None:
    def find_with_cue(text: str) -> tuple[Mention, ...]:
        settled = "fluent" in text
        return tuple(
            one for one in find(text) if settled or one.skill_id not in {"german", "dutch"}
        )

    text = "Analyst\nDuties\n- Sell loaves to the Dutch\nRequired\n- Excellent German and Python"
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    posting = read_posting(document, SKILLS, find_with_cue)
    assert [one.language.name for one in posting.details.languages] == ["German"]
    assert asked(posting, True) == ["python"]  # languages are shown, and never scored


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("Analyst\nLocation: Ghent, Belgium", "Ghent, Belgium"),
        ("Analyst\nJob Location : Akron, OHDuration: 6 months", "Akron, OH"),
        ("Analyst\nWe bake.Primary Location:Akron, OH Additional Locations: none", "Akron, OH"),
        ("Analyst\nPrimary Location: US-OH-Akron-12 Mill St", "US-OH-Akron"),
        ("Analyst - Akron, OH\nWe bake bread.", "Akron, OH"),
        ("Analyst\nAcme Loaves, Utrecht (hybrid)", "Utrecht"),
        ("Analyst\nAcme Loaves · Akron, OH · 3 days ago", "Akron, OH"),
        ("Analyst\nThis position is based in our Ghent office.", "Ghent"),
        ("Analyst\nYou will be based in downtown Ghent, Belgium.", "Ghent, Belgium"),
        ("Analyst\nWe are looking for a baker in Berlin who sings.", "Berlin"),
        ("Analyst\nLocation: Akron , OhioTravel: none", "Akron, Ohio"),
        ("Analyst\nWe need a baker for our corporate office in Ghent.", "Ghent"),
        ("Analyst\nThe position is based at Acmes office in Ghent, Belgium.", "Ghent, Belgium"),
        ("Data Analyst, NSW\nWe bake bread.", ""),
        ("Analyst\nThe role is located at our Akron Office.", "Akron"),
        ("Analyst\nLocation: Required in four towns", ""),
        ("Analyst\nAcme is headquartered in Berlin.", ""),
        ("Analyst\nThe global team is located in Berlin and Rome.", ""),
        ("Analyst\nJoin us in our central kitchen. The role is based in Finance.", ""),
        ("Analyst\nLocation: We are close to the mill", ""),
        ("Analyst\nLocation: remote", ""),
        ("Analyst\nLocation: Edinburgh, UK · On-site", "Edinburgh, UK"),
        ("Analyst\nLocation: Ghent, flexible hours are possible", "Ghent"),
        ("Analyst\nBase: Leeds or Manchester", "Leeds"),
        ("Analyst\nBerlin or Remote (Germany)", "Berlin"),
        ("Analyst\nSaskatoon, SK", "Saskatoon, SK"),
        ("Analyst\nThe job is in Halifax, Nova Scotia, on site.", "Halifax, Nova Scotia"),
        ("Analyst\nLocation: Mill House, Ghent / hybrid working", "Mill House, Ghent"),
        ("Analyst | Berlin / Rome | Full-time\nWe bake bread.", "Berlin"),
        ("Analyst\nMy client, a bakery in Zurich, is looking for a cook.", "Zurich"),
        ("Analyst\nAnywhere in Canada, fully remote.", "Canada"),
        ("Analyst\nWork from our office in Akron, OH or remote from Ghent, Belgium.", "Akron, OH"),
    ],
)
def test_location_is_where_the_job_is(text: str, location: str) -> None:
    assert details(text).location == location


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("This is a fully remote role.", "remote"),
        ("Remote", "remote"),
        ("The position can be done remotely.", "remote"),
        ("Location: Ghent or remote", "remote"),
        ("Acme Loaves, Utrecht (hybrid)", "hybrid"),
        ("We work in a hybrid schedule.", "hybrid"),
        ("You are in the office two days a week and work from home 3 days.", "hybrid"),
        ("This is a full-time, on-site position.", "on-site"),
        ("No remote work, sorry.", "on-site"),
        ("Telecommuting will not be considered.", "on-site"),
        ("This is a hybrid role, part baker and part analyst.", None),
        ("Experience with hybrid cloud and remote sensing", None),
        ("You work with remote teams.", None),
        ("The role is responsible for running remote and on-site meetings.", None),
        ("We have an on-site gym and on-site meetings.", None),
        ("Hybrid Full-time Mid-Senior level", "hybrid"),
        ("You should be in the office at least two days a week.", "hybrid"),
        ("Berlin or Remote (Germany)", "remote"),
        ("The job is in Ghent, on site.", "on-site"),
        ("Home office up to three days a week", "hybrid"),
        ("Telework 2 days a week", "hybrid"),
        ("2 days of remote work per week", "hybrid"),
        ("Telework eligible: Yes", "hybrid"),
        ("Nobody works here.", None),
    ],
)
def test_workplace(line: str, workplace: str | None) -> None:
    assert details(f"Analyst\n{line}").workplace == workplace


# ---------------------------------------------------------------- unknown names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Experience with Kronolith and Python", ["Kronolith"]),
        ("Hands-on with HydraDB, OpenSplice or SQL", ["HydraDB", "OpenSplice"]),
        ("Python, Zarkon, SQL", ["Zarkon"]),
        ("Proficiency in the QRX platform", ["QRX"]),
        ("Knowledge of C++20 tooling", ["C++20"]),
        ("Experience with English and Spanish", []),
        ("Experience working in the United States", []),
        ("Degree with knowledge of Mathematics or Physics", []),
        ("Experience With Strong Analytical Reasoning And Problem Solving", []),
        ("Excellent communication", []),
        ("Familiarity with machine learning", []),
        ("Experience in HR or IT", []),
        ("Experience with Acme products", []),
        ("Experience with CA-based customers in January", []),
    ],
)
def test_unknown_names(line: str, names: list[str]) -> None:
    assert unknown_names(line, find(line), frozenset({"acme"})) == names


# ---------------------------------------------------------------- structured data


def page(data: object) -> bytes:
    return (f'<html><script type="application/ld+json">{json.dumps(data)}</script>'
            "<p>menu</p></html>").encode()  # fmt: skip


def test_posting_is_found_in_a_graph_and_escaped_markup_is_read() -> None:
    posting = {"@type": ["JobPosting"], "title": "Clerk", "hiringOrganization": "Acme",
               "description": "&lt;p&gt;Knows SQL&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Tidy&lt;/li&gt;",
               "skills": ["Python", "Docker"]}  # fmt: skip
    expected = "Clerk\nCompany: Acme\nKnows SQL\n- Tidy\nSkills:\n- Python\n- Docker"
    assert posting_text(page([{"@type": "Thing"}, posting])) == expected
    graph = {"@graph": [{"@type": "WebPage"}, {**posting, "@type": "JobPosting"}]}
    assert posting_text(page(graph)) == expected


def test_place_workplace_experience_and_education_of_structured_data_are_taken_over() -> None:
    posting = {"@type": "JobPosting", "title": "Clerk", "description": "<p>Counts loaves.</p>",
               "employmentType": ["FULL_TIME", "INTERN"], "jobLocationType": "TELECOMMUTE",
               "jobLocation": [{"@type": "Place", "address": {"addressLocality": "Ghent",
                                "addressCountry": {"@type": "Country", "name": "Belgium"}}},
                               {"@type": "Place", "address": "Berlin"}],
               "experienceRequirements": {"monthsOfExperience": 30},
               "educationRequirements": [{"credentialCategory": "bachelor degree"},
                                         {"credentialCategory": "associate degree"}],
               "experienceInPlaceOfEducation": True}  # fmt: skip
    text = posting_text(page(posting))
    assert text is not None
    read_back = read(text)
    assert (read_back.years_required, read_back.degree) == (2, None)
    assert read_back.details == JobDetails("intern", 2, (), (), "Ghent, Belgium; Berlin", "remote")
    assert not read_back.requirements


@pytest.mark.parametrize(
    "facts",
    [
        {"experienceRequirements": "no requirements", "educationRequirements": "none"},
        {"experienceRequirements": {"monthsOfExperience": "many"}, "jobLocation": {"address": 7}},
        {"experienceRequirements": {"monthsOfExperience": float("inf")}, "jobLocation": [[], {}]},
        {"experienceRequirements": {"monthsOfExperience": 0}, "educationRequirements": [None]},
        {"employmentType": {"INTERN": 1}, "jobLocationType": "OFFICE"},
    ],
)
def test_structured_data_that_says_nothing_adds_nothing(facts: dict[str, object]) -> None:
    posting = {"@type": "JobPosting", "title": "Clerk", "description": "Counts loaves."}
    assert posting_text(page({**posting, **facts})) == "Clerk\nCounts loaves."


@pytest.mark.parametrize(
    "data",
    [
        b"", b"plain text", b"%PDF-1.7 JobPosting", b"<p>JobPosting</p>",
        b'<script type="application/ld+json">{"@type": "JobPosting"</script>',
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"JobPosting</script>",
        page({"@type": "JobPosting", "title": "Clerk"}), page({"@type": "Recipe: JobPosting"}),
        page("JobPosting"), b"\xff\xfe\x00JobPosting",
    ],
)  # fmt: skip
def test_pages_without_a_posting_give_none(data: bytes) -> None:
    assert posting_text(data) is None


def test_menus_of_a_page_are_no_part_of_its_posting() -> None:
    page = (
        b"<html><body><nav><a>Home</a><a>Jobs</a></nav><h1>Baker</h1><p>Bakes rye.</p>"
        b"<footer>Imprint</footer></body></html>"
    )
    assert read_page(page).text.splitlines() == ["Baker", "Bakes rye."]


# ---------------------------------------------------------------- tables of criteria


def test_columns_of_a_table_of_criteria_are_what_is_required_and_what_is_preferred() -> None:
    posting = read(
        "Baker\nPerson specification\nCriteria | Essential | Desirable\n"
        "Skills | Terraform; Python or R | Go\nQualifications | SQL | -\n\n"
        "You must know Docker.\n"
    )
    assert asked(posting, True) == ["terraform", "python|r", "sql", "docker"]
    assert asked(posting, False) == ["go"]


def test_a_table_of_criteria_may_lack_the_cell_over_their_names_and_cells_at_the_end() -> None:
    posting = read("Baker\n\tEssential\tDesirable\nSkills\tPython\tGo\nOther\tSQL\n")
    assert (asked(posting, True), asked(posting, False)) == (["python", "sql"], ["go"])


def test_a_row_without_both_columns_is_no_table_of_criteria() -> None:
    text = "Baker | Essential | Ghent\nRequirements\n- Python | SQL"
    assert asked(read(text), True) == ["python|sql"]


# ---------------------------------------------------------------- sentences and headings


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Missions:\n- Ovens of rye\n- Flour", "duties duties"),
        ("Requirements\n- Rye\nNotice period: none\n- Wheat", "required required required"),
        ("What will I be doing?\nBaking rye bread\nWhat skills do I need?\nAn eye for rye",
         "duties required"),
        ("Duties:\nBaking rye\nWhat we'd like to see\nTwo or more years of rye\nA mill",
         "duties required required"),
        ("If you have worked with rye before, that would be a big plus.", "required"),
        ("We do not ask for a diploma, but you should have baked for two years.", "required"),
        ("Rye or wheat is expected.", "required"),
        ("Rye is nice to have.", "required"),
        ("Some exposure to rye is welcome.", "required"),
        ("Assets:\n- Rye\n- Wheat\nYou should be fluent in the language of the mill.",
         "preferred preferred required"),
        ("Required documents\nResume and rye", "legal"),
        ("Your application must explain how you meet the following (essential qualifications)\n"
         "• Rye\nIf you possess any of the following, explain it as well (other qualifications)\n"
         "• Wheat", "required preferred"),
        ("Requirements\n- Knowledge of browsers, cookies and rye", "required"),
        ("Duties\n- Bake rye What You Will Bring\nRye", "duties required"),
        ("Duties\n- Bake for the whole team.REQUIRED EXPERIENCE: 5 years of rye",
         "duties required"),
        ("Good to have: rye\nEducation: baking school", "preferred required"),
        ("Strong baking skills - Be able to knead", "required"),
        ("You manage the mill What You\u2019ll Bring 5+ years of rye", "duties required"),
    ],
)  # fmt: skip
def test_what_a_line_is_about(text: str, kinds: str) -> None:
    assert [line.kind.value for line in read_lines(text, lambda _: False)] == kinds.split()


def test_a_degree_may_be_replaced_a_sentence_later() -> None:
    found = read(
        "Analyst\nRequirements\n- Degree in physics. The degree may be one of several kinds; or a "
        "combination of education and experience."
    )
    assert (found.degree, found.details.degree_or_experience) == (None, 3)


def test_bullets_under_no_heading_that_begin_with_verbs_are_duties() -> None:
    found = read(
        "Farm Supervisor\nOur farm looks for a supervisor.\n- Plan planting and the harvest\n"
        "- Our own tractors and combines, kept running\n- Supervise the crews of the season\n"
        "- Greenhouse seedlings looked after in winter\nRequirements\n- SQL"
    )
    assert found.responsibilities == (
        "Plan planting and the harvest",
        "Supervise the crews of the season",
        "Greenhouse seedlings looked after in winter",
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Operate the ovens and keep them clean", "duties"),
        ("Plan, bake and pack what the shops order", "duties"),
        ("Make Each Other the Best", "company"),
        ("Post Date 07/18/2018", "company"),
        ("Direct reports: none", "company"),
        ("Change is what we live for", "company"),
        ("Order now:", "company"),
    ],
)
def test_an_order_under_no_heading_is_a_duty(line: str, kind: str) -> None:
    (found,) = read_lines(line, lambda _: False)
    assert found.kind.value == kind


@pytest.mark.parametrize(
    ("word", "found"),
    [("operate", True), ("Operates", True), ("planning", True), ("baking", True), ("tries", False),
     ("carries", True), ("communication", False), ("mills", False)],
)  # fmt: skip
def test_verbs_of_duties(word: str, found: bool) -> None:
    assert is_verb(word) is found


def test_a_list_in_one_line_is_as_many_requirements() -> None:
    found = read(
        "Analyst\nRequirements: degree in finance; 4 years of planning; SQL; MBA or Docker a plus"
    )
    assert (found.degree, found.years_required) == (3, 4)
    assert (asked(found, True), asked(found, False)) == (["sql"], ["docker"])


def test_what_another_is_asked_for_instead_of_is_not_asked_for() -> None:
    found = read("Analyst\nRequirements\n- At least one language other than SQL, such as Python")
    assert (asked(found, True), asked(found, False)) == (["python"], [])


@pytest.mark.parametrize("line", ["Python, but not SQL", "Python (not SQL)", "Python except SQL"])
def test_what_is_excluded_is_not_asked_for(line: str) -> None:
    assert asked(read(f"Analyst\nRequirements\n- {line}"), True) == ["python"]


# ---------------------------------------------------------------- other languages

GERMAN = """Data Engineer (m/w/d)
Deine Aufgaben:
- Aufbau von Pipelines mit Airflow
Dein Profil:
- Abgeschlossenes Studium der Informatik
- Mindestens 3 Jahre Erfahrung mit Python und SQL
- Kenntnisse in Spark von Vorteil
Wir bieten:
- 30 Tage Urlaub, SAP"""
FRENCH = """Data Engineer H/F
Vos missions
- Mettre en production avec Airflow
Profil recherché
- Bac+5 en informatique
- 3 ans d'expérience avec Python, SQL
- La connaissance de Spark est un plus
Avantages
- Formation SAP"""
SPANISH = """Data Engineer
Funciones:
- Construir pipelines con Airflow
Requisitos:
- Licenciatura en informática
- 3 años de experiencia con Python y SQL
Se valorará:
- Spark
Ofrecemos:
- Cursos de SAP"""


@pytest.mark.parametrize(
    ("text", "degree"), [(GERMAN, 3), (FRENCH, 4), (SPANISH, 3)], ids=["de", "fr", "es"]
)
def test_postings_in_other_languages(text: str, degree: int) -> None:
    posting = read(text)
    asked = {one.any_of[0]: (one.required, one.weight) for one in posting.requirements}
    assert asked == {
        "airflow": (True, 0.5), "python": (True, 1.0), "sql": (True, 1.0), "spark": (False, 1.0),
    }  # fmt: skip
    assert (posting.years_required, posting.degree) == (3, degree)
    assert len(posting.responsibilities) == 1


NOT_NEEDED = """Data Engineer
What you bring
- Python and SQL, but you don't need Spark for 20 GB
- Airflow
What you do not need
- Kafka
- dbt"""


def test_what_is_not_needed_is_not_asked_for() -> None:
    assert asked(read(NOT_NEEDED), True) == ["python", "sql", "airflow"]


def test_a_kind_and_its_examples_are_one_requirement(corpus: Corpus, matcher: Matcher) -> None:
    text = (
        "Data Engineer\nRequirements\n- One of the big cloud providers (AWS, Azure or GCP)\n"
        "- Gradient boosting libraries such as XGBoost or LightGBM\n- Python (pandas)"
        "\n- Event streaming with Kafka or Kinesis\n- Deep learning with PyTorch"
    )
    document = Document("posting.txt", "0" * 64, "text", Status.OK, "", text)
    posting = read_posting(document, corpus.skills, matcher.parts.finder.find)
    assert [set(one.any_of) for one in posting.requirements] == [
        {"aws", "azure", "gcp", "cloud-computing"},
        {"xgboost", "lightgbm", "gradient-boosting"},
        {"python"},  # pandas is no kind of Python that would do instead
        {"pandas"},
        {"apache-kafka", "amazon-kinesis", "event-streaming"},
        {"deep-learning"},
        {"pytorch"},
    ]


def test_what_nobody_will_be_asked_to_do_and_what_helps_only() -> None:
    text = (
        "Product Manager\nAbout the job\n"
        "Our server is written in Java, our jobs in Scala, and you will never be asked to write a "
        "line of either.\nWhat you bring\n- SQL\n"
        "- It helps, but isn't needed, if you know Python or if you have seen Airflow"
    )
    posting = read(text)
    assert asked(posting, True) == ["sql"]
    assert asked(posting, False) == ["python|airflow"]


def test_advantages_and_what_moves_up_the_pile_are_wishes() -> None:
    text = (
        "Data Engineer\nWhat you bring\n- Python and SQL\n- Airflow is a plus, as is Spark\n"
        "- Advantages: Kafka\n- What would move you up the pile: dbt"
    )
    posting = read(text)
    assert asked(posting, True) == ["python", "sql"]
    assert asked(posting, False) == ["airflow", "spark", "kafka", "dbt"]


TOLD_IN_SENTENCES = [
    ("The person they hire will audit the books.", "duties"),
    ("The successful candidate prepares the budget.", "duties"),
    ("The clerk has full responsibility for the closing.", "duties"),
    ("Because it is a mill, all you do counts, and you audit the books.", "duties"),
    ("We imagine that you have audited a mill.", "required"),
    ("Your Excel has to be very strong.", "required"),
    ("They'll accept Excel or Calc.", "required"),
    ("A command of Excel is indispensable.", "required"),
    ("It would be lovely if you had seen a mill.", "required"),  # of which the wish is told apart
]


@pytest.mark.parametrize(("line", "kind"), TOLD_IN_SENTENCES)
def test_a_letter_tells_in_sentences_what_it_asks_for(line: str, kind: str) -> None:
    assert kinds(f"Clerk\nGood day,\n{line}")[line] == kind


def test_a_sentence_says_the_same_of_something_else() -> None:
    found = kinds(
        "Clerk\nPython has to be strong. So does SQL. Some Rust helps as well. "
        "The same goes for Go. You would keep the books. All of this happens in Excel."
    )
    assert found["So does SQL."] == "required"
    assert found["The same goes for Go."] == "preferred"
    assert found["All of this happens in Excel."] == "duties"


def test_a_label_before_a_sentence_holds_for_that_sentence() -> None:
    found = kinds(
        "Clerk\nWhat would move you up the pile: feature stores, Terraform and models of banks.\n"
        "They are shutting down the cluster in June."
    )
    assert found["feature stores, Terraform and models of banks."] == "preferred"
    assert found["They are shutting down the cluster in June."] == "company"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Rust isn't a requirement, although we would like it.", False),
        ("Rust is not a requirement.", None),
        ("Some Rust helps as well.", False),
        ("Rust would count in your favour.", False),
        ("We plan to use Rust, and no previous knowledge of it is expected.", None),
        ("The others write Rust, which you will not touch.", None),
        ("Rust is therefore not called for.", None),
    ],
)
def test_wishes_and_denials_behind_a_name(line: str, wanted: bool | None) -> None:
    assert Wording(line).wanted_at(line.index("Rust"), True) is wanted


@pytest.mark.parametrize(
    "line",
    [
        "Firewalls are managed by the network department in Excel.",
        "The encoding lies with the media department, whose colleagues work with Excel.",
        "The backend is looked after by colleagues in Leipzig.",
        "Dashboards are not part of this job; another team builds these in Excel.",
        "Please note that this is not a bookkeeping position.",
    ],
)
def test_what_others_do_is_no_duty(line: str) -> None:
    assert kinds(f"Clerk\nAbout the job\n- Audit the books\n- Keep the ledgers\n{line}")[line] == (
        "company"
    )


def test_what_is_done_by_others_with_you_is_a_duty() -> None:
    line = "The books are prepared by the clerks team and you audit them."
    assert kinds(f"Clerk\nAbout the job\n- Keep the ledgers\n{line}")[line] == "duties"


def test_what_you_should_have_and_what_would_be_ideal() -> None:
    wording = Wording("So you should know Python and SQL, a bit of Rust would be ideal.")
    line = "So you should know Python and SQL, a bit of Rust would be ideal."
    assert [wording.wanted_at(line.index(name), True) for name in ("Python", "SQL", "Rust")] == [
        True, True, False,
    ]  # fmt: skip
    found = kinds("Clerk\nGood day,\nGit goes without saying. We expect tests for each line.")
    assert set(found.values()) >= {"required"}


def test_an_advert_of_one_line_is_read_by_its_labels() -> None:
    text = (
        "Baker wanted, Leeds. Shop with bread. Must: Python to the bone, SQL. 4 yrs min. "
        "Bonus: Docker, Kubernetes. No agencies."
    )
    posting = read(text)
    assert asked(posting, True) == ["python", "sql"]
    assert asked(posting, False) == ["docker", "kubernetes"]
    assert posting.years_required == 4


@pytest.mark.parametrize(
    "line",
    [
        "It would be a plus, no more, if you had some Docker.",
        "It'd be great, but isn't a deal-breaker, if you know Docker.",
        "If you know a bit of Docker that'd be the cherry on top, but they'll see people without.",
        "nice, not needed: Docker, experience with ovens",
    ],
)
def test_wishes_told_in_many_words(line: str) -> None:
    posting = read(f"Data Engineer\nPython is a must.\n{line}")
    assert (asked(posting, True), asked(posting, False)) == (["python"], ["docker"])


def test_we_are_convinced_if_you_have() -> None:
    line = "We are convinced it will work out if you have run a bakery and can handle Excel."
    assert kinds(f"Clerk\nGood day,\n{line}")[line] == "required"


def test_years_of_schooling_are_no_experience() -> None:
    posting = read(
        "Network Engineer\nRequirements\n- Exp: 4 - 7 yrs in BGP\n- 15 years full time education"
    )
    assert posting.years_required == 4


@pytest.mark.parametrize(
    "line", ["Database Administrator (all genders) for our tax software", "Clerk in our Leeds shop"]
)
def test_a_title_ends_where_the_employer_speaks_of_itself(line: str) -> None:
    title = read(f"{line}\nJob – Hill Data, Leeds\nWe run many databases.\n- SQL is a must").title
    assert title == line.partition(" for our")[0].partition(" in our")[0]
