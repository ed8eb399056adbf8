from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from tokenizers import Tokenizer

from matcher.cli import main
from matcher.corpus import Corpus
from matcher.embedding import EMBEDDED, StaticEncoder, load_encoder
from matcher.errors import TrainingError
from matcher.training.contrast import Settings, nearer_than_pairs
from matcher.training.encoder import train
from matcher.training.pairs import Concept, corpus_concepts, read_skillspan, read_taxonomies
from matcher.training.vacancies import vacancies
from matcher.training.vocabulary import common_bigrams, revise


def named(concepts: list[Concept], source: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(concept.names, concept.texts) for concept in concepts if concept.source == source]


def test_official_formats_are_read_as_concepts(taxonomies: Path) -> None:
    concepts = read_taxonomies(taxonomies)
    assert named(concepts, "onet-title") == [
        (("Tide Modellers", "Ebb Forecaster", "Harbour Level Analyst"), ()),
        (("Waffle Bakers", "Waffle Cook"), ()),
    ]
    assert named(concepts, "onet-description")[0][1] == ('Predict "spring" tides for harbours.',)
    assert named(concepts, "onet-activity") == [
        (("Adjust measuring instruments.",), ("Calibrate gauges against the lunar calendar.",))
    ]
    assert named(concepts, "esco-title") == [
        (("oceanographer", "sea scientist", "ocean researcher"), ())
    ]
    assert named(concepts, "esco-skill") == [
        (("read tide tables", "interpret tide tables", "use tide tables"), ())
    ]
    assert named(concepts, "github-topic") == [(("node js", "node"), ())]


def test_spans_are_the_names_of_their_sentence(skillspan: Path) -> None:
    assert named(read_skillspan(skillspan), "skillspan") == [
        (("write code", "Fortran"), ("You write code in Fortran daily",))
    ]


def test_roles_and_skills_of_the_corpus_are_trained_on(corpus: Corpus) -> None:
    roles = named(corpus_concepts(corpus), "role")
    assert len(roles) == len(corpus.roles)
    assert all(texts for _, texts in roles)


def test_a_missing_file_is_named(taxonomies: Path) -> None:
    (taxonomies / "onet" / "Task Statements.txt").unlink()
    with pytest.raises(TrainingError, match=r"Task Statements\.txt"):
        read_taxonomies(taxonomies)
    with pytest.raises(TrainingError, match="no file 'Occupation Data"):
        read_taxonomies(taxonomies / "esco")


def test_a_missing_column_is_named(taxonomies: Path) -> None:
    (taxonomies / "esco" / "occupations_en.csv").write_text("preferredLabel\nx\n", "utf-8")
    with pytest.raises(TrainingError, match="no column 'altLabels'"):
        read_taxonomies(taxonomies)


def test_training_moves_names_of_one_concept_together_and_repeats_to_the_byte(
    taxonomies: Path, skillspan: Path, corpus: Corpus, tmp_path: Path
) -> None:
    empty = Corpus({}, {}, corpus.weights, corpus.fingerprint)
    settings = Settings(epochs=5, batch=8, token_dropout=0.1)
    folders = [
        train(
            taxonomies,
            tmp_path / name,
            skillspan=skillspan,
            base=EMBEDDED,
            corpus=empty,
            settings=settings,
        )
        for name in ("one", "two")
    ]
    for path in folders[0].rglob("*"):
        if path.is_file():
            again = folders[1] / path.relative_to(folders[0])
            assert path.read_bytes() == again.read_bytes(), path.name

    manifest = json.loads((folders[0] / "manifest.json").read_text("utf-8"))
    for name, digest in manifest.items():
        assert hashlib.sha256((folders[0] / name).read_bytes()).hexdigest() == digest
    card = (folders[0] / "README.md").read_text("utf-8")
    assert "O*NET 27.0" in card and "onet/Task Statements.txt" in card

    trained, before = StaticEncoder(folders[0], verify=True), load_encoder(EMBEDDED)
    pair = ["Ebb Forecaster", "Harbour Level Analyst"]
    near, far = (float(np.prod(it.encode(pair), axis=0).sum()) for it in (trained, before))
    assert near > far


def test_what_is_nearer_than_a_pair_is_no_contrast_to_it() -> None:
    # Of three pairs the first lies apart: the second of the second is nearer to its first.
    cosines = np.array([[0.5, 0.7, 0.1], [0.2, 0.9, 0.3], [0.4, 0.6, 0.6]], dtype=np.float32)
    excluded = [[False, True, False], [False, False, False], [False, False, False]]
    assert nearer_than_pairs(cosines).tolist() == excluded


def test_an_existing_folder_is_not_overwritten(taxonomies: Path, tmp_path: Path) -> None:
    arguments = ["train", "--taxonomies", str(taxonomies), "-o", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "is there already" in result.stderr


def test_a_base_that_is_no_static_folder_is_refused(taxonomies: Path, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no static sentence-transformers folder"):
        train(taxonomies, tmp_path / "out", base=taxonomies)


def test_vacancies_write_a_title_with_words_around_it() -> None:
    titles = Concept("esco-title", ("baker", "pastry cook", "bread maker"))
    skills = Concept("esco-skill", ("knead dough", "work dough"))
    (made,) = vacancies([titles, skills])
    assert [made] == list(vacancies([titles]))  # the same every time
    assert made.source == "vacancy" and made.names == ("baker",)
    assert made.texts and all(text not in titles.names for text in made.texts)
    for text in made.texts:
        assert any(name in text.casefold() for name in titles.names)


# Words that no bigram is made of, for a bigram is measured against all words.
OTHERS = ", ".join(f"{first}{second}um" for first in "bdfgklmnpr" for second in "aeiou")


def test_bigrams_are_words_that_stand_together_beyond_chance() -> None:
    texts = {OTHERS: 1.0, "tide gauge": 4.0, "of tide gauge": 1.0, "tide. gauge": 1.0}
    assert common_bigrams(texts, 10) == ["tide gauge"]
    assert common_bigrams(texts | {"of tide gauge": 0.5}, 10) == []  # too rare
    assert common_bigrams({"tide gauge": 9.0, "gauge, tide": 9.0}, 10) == []  # as chance has it


def test_new_words_and_bigrams_start_as_their_pieces_and_take_the_place_of_unused_tokens(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(EMBEDDED, folder)
    before = load_encoder(EMBEDDED)
    n_before = len(Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab(False))
    texts = {"tide gauge": 9.0, "zymurgist": 99.0, OTHERS: 1.0}
    revise(folder, texts, n_tokens=n_before - 100, n_words=1, n_bigrams=1)

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokens = tokenizer.encode("Zymurgist, tide gauge", add_special_tokens=False).tokens
    assert tokens == ["zymurgist", ",", "tide gauge"]
    assert len(tokenizer.get_vocab()) == n_before - 100
    after = StaticEncoder(folder)
    for text in ("zymurgist", "tide gauge", "a tide gauge"):
        assert before.encode([text])[0] @ after.encode([text])[0] > 0.999, text
