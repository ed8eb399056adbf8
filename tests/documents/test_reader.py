"""The reader: workers that may be lost, files that may be missing, order that holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.documents import Limits, Reader, read_bytes
from matcher.documents.task import from_dict, to_dict
from matcher.records import Status
from matcher.workers import WorkerFailure
from tests.documents.builders import PROSE, pdf, raw_pdf, wrapped


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(limits=Limits(seconds=10, memory_bytes=512 << 20)) as made:
        yield made


def test_a_worker_reads_what_this_process_reads(reader: Reader, tmp_path: Path) -> None:
    content = pdf(lambda canvas: wrapped(canvas, PROSE, 60, 120, 300) and None)
    path = tmp_path / "resume.pdf"
    path.write_bytes(content)
    assert reader.read(path) == read_bytes(content, str(path))
    assert reader.read_bytes(content, "upload.pdf").text == PROSE


def test_documents_come_in_the_order_of_the_paths(reader: Reader, tmp_path: Path) -> None:
    paths = []
    for i in range(12):
        path = tmp_path / f"{i}.txt"
        path.write_text(f"{i} {PROSE}")
        paths.append(path)
    paths.insert(4, tmp_path / "missing.txt")
    documents = list(reader.read_many(paths))
    assert [document.name for document in documents] == [str(path) for path in paths]
    assert documents[4].message == "missing.txt: no such file or directory; check the path."


def test_a_file_that_is_none_is_a_document_all_the_same(reader: Reader, tmp_path: Path) -> None:
    assert "it is an empty folder" in reader.read(tmp_path).message
    (tmp_path / "a.txt").write_text(PROSE)
    assert "it is a folder" in reader.read(tmp_path).message
    assert reader.read("a\0b.pdf").status is Status.CORRUPT
    os.mkfifo(tmp_path / "pipe.pdf")
    assert "not a regular file" in reader.read(tmp_path / "pipe.pdf").message


def test_a_file_over_the_limit_is_not_loaded(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate(26 << 20)
    document = reader.read(path)
    assert document.status is Status.TOO_LARGE
    assert "26.0 MiB, the limit is 25" in document.message


def test_a_bomb_ends_without_harm_and_the_next_file_is_read(reader: Reader) -> None:
    content = b"BT /F1 9 Tf 60 600 Td (" + b"a" * 1000 + b") Tj ET\n"
    bomb = raw_pdf(content * 150_000)  # 150 MB of page in 150 kB of file
    assert len(bomb) < 1 << 20
    document = reader.read_bytes(bomb, "bomb.pdf")
    assert document.status in (Status.TOO_LARGE, Status.TIMED_OUT)
    assert reader.read_bytes(PROSE.encode(), "a.txt").status is Status.OK


def test_what_failed_in_another_pool_is_not_tried_again_at_length(tmp_path: Path) -> None:
    honest, bomb = tmp_path / "a.pdf", tmp_path / "bomb.pdf"
    honest.write_bytes(pdf(lambda canvas: wrapped(canvas, PROSE, 60, 120, 300) and None))
    bomb.write_bytes(b"%PDF-1.7 " + bytes(100))
    with Reader(limits=Limits(seconds=6)) as reader:
        out_of_memory = WorkerFailure("stopped", reason="out_of_memory")
        assert "mainframe" in reader.read_after(honest, out_of_memory).text
        assert reader.read_after(bomb, out_of_memory).status is Status.TOO_LARGE
        timed_out = WorkerFailure("stopped after 15 seconds", reason="timed_out")
        assert reader.read_after(honest, timed_out).status is Status.TIMED_OUT


def test_a_broken_installation_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.documents.task.NAME", "matcher.documents.no_such_module:read")
    with Reader() as broken, pytest.raises(WorkerFailure, match="no_such_module"):
        broken.read_bytes(PROSE.encode(), "a.txt")


def test_a_document_survives_the_way_through_json() -> None:
    document = read_bytes(pdf(lambda canvas: canvas.text(10, 80, PROSE)), "a.pdf")
    assert from_dict(to_dict(document)) == document
    with pytest.raises(ValueError, match="not a document"):
        from_dict({"name": "a.pdf"})
