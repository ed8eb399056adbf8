"""What a line tells, from the line alone."""

from __future__ import annotations

import datetime

import pytest

from matcher.records import Document, Status
from matcher.resumes import read_resume
from matcher.resumes.telling import is_note, is_objective, is_prose

PROSE = [
    "Built pipelines with Python, SQL, Spark, Airflow, and dbt for the finance team",
    "I was responsible for the payroll of ninety people",
    "Responsible for managing a team of six analysts",
    "Development of microservices with Java and Spring",
    "Provisioned a monitoring system with Kafka, Telegraf, InfluxDB, Grafana, Chronograf, Nagios",
    "Project: developed a parser for the invoices of three banks",
    "Entwicklung von Microservices mit Java und Spring Boot",
    "Tasks: Kafka topics and schemas, Flink jobs in Scala, Terraform",
]
LISTS = [
    "Python, SQL, Docker",
    "Languages: Java, C++",
    "Tools: Kafka, Flink, Scala, Terraform, Airflow, dbt",
    "Tasks: Kafka, Flink",
    "Environment: Python, Kafka, Terraform, AWS, Docker",
    "Machine Learning, Data Mining, Processing, Testing",
    "Spring Framework (Spring Boot, Spring Web), Hibernate, Maven, Gradle",
    "Proficient in Java, Spring and Hibernate",
    "Microsoft Office (Word, Excel, Outlook), SAP, Visio",
    "Senior Data Engineer",
    "Attention to detail",
    "Python | SQL | Spark | Airflow | dbt",
    "2019\tFinalist, National Coding Contest\tSeoul",
    "Process design and control | Testing of embedded systems | Data",
    "Teaching and mentoring of staff · Budget planning · Sales",
    "LEAD CONSTRUCTION MANAGER / REGIONAL QUALITY MANAGER",
]
OBJECTIVES = [
    "Looking for a role in data engineering",
    "Currently seeking a full time position in a bakery.",
    "I am looking for my first job",
    "To obtain a position in a growing company that uses my skills",
    "To join a team that writes compilers",
    "My goal is to work as a nurse in a large hospital",
    "Objective: to secure a role as a nurse",
    "Auf der Suche nach einer Stelle als Koch",
]
NO_OBJECTIVES = [
    "Looking after ninety patients on the ward",
    "Looking for ways to save water in the laundry",
    "Seeking out new clients for the sales team of the north",
    "To ensure compliance with the rules of the trade",
    "Objective-C developer who builds apps for phones",
    "Worked to obtain a certificate of safety for the plant",
]


@pytest.mark.parametrize("text", PROSE)
def test_what_was_done_is_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_no_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize("text", OBJECTIVES)
def test_what_is_sought_was_not_done(text: str) -> None:
    assert is_objective(text)
    assert not is_prose(text)


@pytest.mark.parametrize("text", NO_OBJECTIVES)
def test_a_duty_is_no_objective(text: str) -> None:
    assert not is_objective(text)
    assert is_prose(text)


def test_a_line_of_several_sentences_stays_prose() -> None:
    assert is_prose("Looking for a new role. For six years I wrote parsers for a bank.")


NOTES = [
    "On Kubernetes with the Flink operator, metrics in Grafana",
    "Spark jobs on EMR, 4 TB a day, Airflow",
    "Nightly imports: Oozie -> Airflow, pandas to Spark",
    "Java service w/ 25 ms at the median, gRPC",
    "Database cloning using RMAN",
    "Replaced nightly batches",
    "Taught the Spark workshop",
    "Churn model: gradient boosting for four countries",
    "Deep learning on medical images",
    "Model training on 64 GPUs, query understanding for the shop",
    "Detection rules, Splunk, 300 use cases",
    "COBOL, DB2. Reports for the actuaries.",
    "Migration von Oracle nach PostgreSQL mit kleinem Team",
    "Harvester cameras. Trained YOLOv8 and Mask R-CNN",
    "Lift-and-shift of 300 VMs",
    "CI/CD in Jenkins, later GitLab CI",
    "Annotation guidelines and agreement studies in Prodigy.",
    "WordPress themes, jQuery sliders",
    "Google Analytics funnels",
]
NO_NOTES = [
    "Business Studies in Leeds",
    "Excel dashboards, Power BI reports, SQL queries, Python scripts",
    "various dashboards",
    "Python, C++, PyTorch, ONNX. AWS for training, spot instances",
    "Python, SQL, Docker",
    "Tools: Spark on EMR, dashboards in Grafana",
    "Also: Kafka on Kubernetes, some operators in Go",
    "Tools that I have used in the last time: Excel, SQL, Visier, dashboards in Tableau",
    "Experience in Spark for batch jobs",
    "Proficient in Java with the usual libraries",
    "Two years at a school, courses in Spark",
    "Machine Learning for Trading",
    "Senior Data Engineer",
    "Attention to detail in all things",
    "Seasoned in conflict resolution",
    "Maven build and Jenkins pipeline",
    "Python, SQL, statistics, a project with a jury",
    "Windows 10 desktops, ICD-9 coding",
]


@pytest.mark.parametrize("text", NOTES)
def test_words_that_are_joined_note_what_was_done(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", NO_NOTES)
def test_names_and_claims_are_no_note(text: str) -> None:
    assert not is_note(text)


def test_a_note_tells_work_inside_a_job_only() -> None:
    note = "Spark jobs on EMR, nightly"
    job = "Data Engineer\nHarbour Bank\nJan 2017 - Feb 2020\n"
    resume = f"Nora Falk\nnora.falk@example.com\nSkills\n{note}\nExperience\n{job}{note}\n"
    today = datetime.date(2026, 11, 20)
    document = Document("cv.txt", "0" * 64, "text", Status.OK, "", resume)
    lines = read_resume(document, today=today).lines
    assert [line.prose for line in lines if line.text == note] == [False, True]
