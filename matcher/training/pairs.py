"""What the encoder is trained on: concepts with their names and what is said about them.

Every source is one whose licence allows training with attribution; the card that
:mod:`matcher.training.encoder` writes gives it. A source yields :class:`Concept` objects; two texts
of one concept are a pair that belongs together, and a pair from another concept is a contrast.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.corpus import Corpus
from matcher.errors import TrainingError

_ONET = "Occupation Data.txt"  # these two files tell where each taxonomy lies
_ESCO = "occupations_en.csv"
_TOPICS = "github_topics_aliases.tsv"
_SKILLSPAN = "train.json"  # dev.json is measured on
_ANONYMISED = re.compile(r"<[A-Z_]+>")  # SkillSpan's marks for names: <ORGANIZATION>
_FEW_NAMES = 3  # of a skill beside its phrases: the first are the usual ones
_MIN_WORDS = 4  # a sentence of SkillSpan with fewer is a heading or the span itself


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing with names, the preferred one first, and texts that speak of it."""

    source: str
    names: tuple[str, ...]
    texts: tuple[str, ...] = ()


def training_concepts(taxonomies: Path, skillspan: Path | None, corpus: Corpus) -> list[Concept]:
    """Everything that training may see: the sources without what is held out."""
    concepts = read_taxonomies(taxonomies) + corpus_concepts(corpus)
    if skillspan:
        concepts += read_skillspan(skillspan)
    return [concept for concept in concepts if not is_held_out(concept)]


def read_taxonomies(folder: Path) -> list[Concept]:
    """Concepts of the O*NET text files, the ESCO CSV files (English) and the GitHub topic aliases
    below ``folder``; O*NET and ESCO must be there.

    Raises :class:`TrainingError` for a missing file or column.
    """
    concepts = [*_onet(_folder_of(folder, _ONET)), *_esco(_folder_of(folder, _ESCO))]
    for path in sorted(folder.rglob(_TOPICS)):
        concepts += _topics(path)
    return concepts


def read_skillspan(folder: Path) -> list[Concept]:
    """Sentences of the train part of SkillSpan, each with its skill and knowledge spans."""
    path = folder / _SKILLSPAN
    concepts = []
    for number, line in enumerate(_text(path).splitlines(), start=1):
        try:
            row = json.loads(line)
            tokens, layers = row["tokens"], (row["tags_skill"], row["tags_knowledge"])
        except (ValueError, KeyError) as error:
            raise TrainingError(f"{path}:{number}: not a row of SkillSpan: {error}") from error
        spans = dict.fromkeys(span for tags in layers for span in _spans(tokens, tags))
        words = [token for token in tokens if not _ANONYMISED.fullmatch(token)]
        if spans and len(words) >= _MIN_WORDS:
            concepts.append(Concept("skillspan", tuple(spans), (" ".join(words),)))
    return concepts


def corpus_concepts(corpus: Corpus) -> list[Concept]:
    """Roles and skills of the package's own corpus."""
    concepts = []
    for role in corpus.roles.values():
        names = (role.title, *role.also)
        signs = tuple(level.signs for level in role.levels)
        said = (*role.responsibilities, role.summary, *signs)
        concepts.append(Concept("role", names, said))
        asked = dict.fromkeys(
            corpus.label(skill_id)
            for requirement in role.requirements
            for skill_id in requirement.any_of
        )
        concepts.append(Concept("role-skill", (role.title,), tuple(asked)))
    for skill in corpus.skills.values():
        concepts.append(Concept("skill", (skill.label, *skill.also)))
        if skill.parents:
            parents = tuple(corpus.label(parent) for parent in skill.parents)
            concepts.append(Concept("skill-parent", parents, (skill.label,)))
    for skill_id, phrases in corpus.phrases.items():
        skill = corpus.skills[skill_id]
        concepts.append(Concept("phrase", (skill.label, *skill.also[:_FEW_NAMES]), phrases))
    return concepts


def is_held_out(concept: Concept) -> bool:
    """One in 32 concepts of O*NET and ESCO, by the hash of the preferred name, so that a thing is
    left out of training under all its sources: what is measured on it was never seen."""
    digest = hashlib.sha256(concept.names[0].casefold().encode()).digest()
    return concept.source.startswith(("onet-", "esco-")) and digest[0] < 8


def source_files(taxonomies: Path, skillspan: Path | None) -> list[Path]:
    """The files that training may read, sorted: for the hashes on the card."""
    onet, esco = _folder_of(taxonomies, _ONET), _folder_of(taxonomies, _ESCO)
    found = {*onet.glob("*.txt"), *esco.glob("*_en.csv"), *esco.glob("skills_*")}
    found.update(taxonomies.rglob(_TOPICS))
    if skillspan:
        found.add(skillspan / _SKILLSPAN)
    return sorted(found)


# ---------------------------------------------------------------- O*NET


def onet_tasks(taxonomies: Path) -> list[str]:
    """The tasks of all occupations, each once."""
    path = _folder_of(taxonomies, _ONET) / "Task Statements.txt"
    return list(dict.fromkeys(row["Task"] for row in _rows(path, "Task")))


def _onet(folder: Path) -> Iterator[Concept]:
    code = "O*NET-SOC Code"
    occupations = {row[code]: row for row in _rows(folder / _ONET, code, "Title", "Description")}
    titles = {key: [row["Title"]] for key, row in occupations.items()}
    for name, column in (
        ("Alternate Titles.txt", "Alternate Title"),
        ("Sample of Reported Titles.txt", "Reported Job Title"),
    ):
        for row in _rows(folder / name, code, column):
            titles[row[code]].append(row[column])
    tasks = _grouped(_rows(folder / "Task Statements.txt", code, "Task"), code, "Task")
    for key, row in occupations.items():
        yield Concept("onet-title", _unique(titles[key]))
        yield Concept("onet-description", (row["Title"],), (row["Description"],))
        yield Concept("onet-task", (row["Title"],), tasks.get(key, ()))
    yield from _onet_activities(folder)
    yield from _onet_technology(folder, {key: row["Title"] for key, row in occupations.items()})


def _onet_activities(folder: Path) -> Iterator[Concept]:
    """Detailed work activities with the tasks of all occupations that do them."""
    statements = {
        (row["O*NET-SOC Code"], row["Task ID"]): row["Task"]
        for row in _rows(folder / "Task Statements.txt", "O*NET-SOC Code", "Task ID", "Task")
    }
    tasks: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder / "Tasks to DWAs.txt", "O*NET-SOC Code", "Task ID", "DWA ID"):
        task = statements.get((row["O*NET-SOC Code"], row["Task ID"]))
        if task:
            tasks[row["DWA ID"]].append(task)
    for row in _rows(folder / "DWA Reference.txt", "DWA ID", "DWA Title"):
        yield Concept("onet-activity", (row["DWA Title"],), _unique(tasks[row["DWA ID"]]))


def _onet_technology(folder: Path, titles: Mapping[str, str]) -> Iterator[Concept]:
    code = "O*NET-SOC Code"
    path = folder / "Technology Skills.txt"
    rows = list(_rows(path, code, "Example", "Commodity Title"))
    for key, examples in _grouped(rows, code, "Example").items():
        yield Concept("onet-technology", (titles[key],), examples)
    for kind, examples in _grouped(rows, "Commodity Title", "Example").items():
        yield Concept("onet-commodity", (kind,), examples)


# ---------------------------------------------------------------- ESCO


def _esco(folder: Path) -> Iterator[Concept]:
    for row in _rows(folder / _ESCO, "preferredLabel", "altLabels", "description"):
        label = row["preferredLabel"]
        yield Concept("esco-title", _labels(row))
        yield Concept("esco-occupation", (label,), _unique([row["description"]]))
    yield from _esco_groups(folder)
    described: dict[str, str] = {}
    skills = [*sorted(folder.glob("*SkillsCollection_en.csv")), folder / "skills_en.csv"]
    for path in skills:
        if path.is_file():
            for row in _rows(path, "preferredLabel", "altLabels", "description"):
                if row["preferredLabel"] not in described:
                    described[row["preferredLabel"]] = row["description"]
                    yield Concept("esco-skill", _labels(row))
    extract = folder / "skills_labels_descriptions.csv"
    if extract.is_file():
        for row in _rows(extract, "skill_label", "description"):
            described.setdefault(row["skill_label"], row["description"])
    for label, description in described.items():
        yield Concept("esco-description", (label,), _unique([description]))


def _esco_groups(folder: Path) -> Iterator[Concept]:
    """Groups with their descriptions, and the occupations of each ISCO group."""
    members = _grouped(
        _rows(folder / _ESCO, "iscoGroup", "preferredLabel"), "iscoGroup", "preferredLabel"
    )
    for name in ("ISCOGroups_en.csv", "skillGroups_en.csv"):
        if not (folder / name).is_file():
            continue
        for row in _rows(folder / name, "code", "preferredLabel", "description"):
            label = (row["preferredLabel"],)
            yield Concept("esco-group", label, _unique([row["description"]]))
            if name.startswith("ISCO"):
                yield Concept("isco-member", label, members.get(row["code"], ()))


def _labels(row: Mapping[str, str]) -> tuple[str, ...]:
    # The big files separate labels by line ends, the collections by bars.
    return _unique([row["preferredLabel"], *re.split(r"\n| \| ", row["altLabels"])])


# ---------------------------------------------------------------- topics, spans, files


def _topics(path: Path) -> Iterator[Concept]:
    rows = [line.split("\t") for line in _text(path).splitlines()[1:]]
    spelled = [
        {"topic": row[0].replace("-", " "), "alias": row[1].replace("-", " ")}
        for row in rows
        if len(row) > 1
    ]
    for topic, aliases in _grouped(spelled, "topic", "alias").items():
        yield Concept("github-topic", _unique([topic, *aliases]))


def _spans(tokens: list[str], tags: list[str]) -> Iterator[str]:
    """The texts of the BIO spans, without marks for names."""
    span: list[str] = []
    for token, tag in zip([*tokens, ""], [*tags, "O"], strict=True):
        if span and tag != "I":
            yield " ".join(span)
            span = []
        if tag != "O" and not _ANONYMISED.fullmatch(token):
            span.append(token)


def _folder_of(folder: Path, name: str) -> Path:
    found = sorted(folder.rglob(name))
    if not found:
        raise TrainingError(
            f"{folder}: no file {name!r} below it; unpack the O*NET text files and the ESCO CSV "
            "files (English) there"
        )
    return found[0].parent


def _rows(path: Path, *columns: str) -> Iterator[dict[str, str]]:
    """Rows of a CSV or (``.txt``) tab-separated file that must have these columns."""
    lines = io.StringIO(_text(path), newline="")
    if path.suffix == ".txt":  # O*NET's files, in which quotes are plain characters
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.DictReader(lines)
    missing = set(columns) - set(reader.fieldnames or ())
    if missing:
        raise TrainingError(f"{path}: no column {sorted(missing)[0]!r}; is it the English file?")
    for row in reader:
        yield {column: (row[column] or "").strip() for column in columns}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path}: cannot be read: {error}") from error


def _grouped(rows: Iterable[Mapping[str, str]], key: str, value: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row[value])
    return {name: _unique(values) for name, values in groups.items()}


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (text.strip() for text in texts))))
