"""Archives in JSON lines: streamed, continued after an interruption, and tolerant of broken lines."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from quotex.__main__ import main
from quotex.extract import extract_quotes

BODIES = [f"“We won {number} times,” said Ana Ruiz.\r\n" for number in range(1, 8)]


def archive_lines() -> list[bytes]:
    return [json.dumps({"url": f"u{n}", "body": body}).encode() for n, body in enumerate(BODIES, 1)]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n".join(archive_lines()) + b"\n"))
    return path


def run(archive: Path | str, *more: str) -> int:
    return main(["--jsonl", "--text-field", "body", "--id-field", "url", str(archive), *more])


def read(path: Path) -> list[dict[str, Any]]:
    content = path.read_text(encoding="utf-8")
    assert content == "" or content.endswith("\n")
    return [json.loads(line) for line in content.splitlines()]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_one_line_an_article(archive: Path, tmp_path: Path, workers: str) -> None:
    out = tmp_path / "quotes.jsonl"
    assert run(archive, "-o", str(out), "--workers", workers) == 0
    assert read(out) == [
        {"line": n, "id": f"u{n}", "quotes": extract_quotes(body).to_dicts()} for n, body in enumerate(BODIES, 1)
    ]


def test_plain_archive_to_standard_output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n\r\n".join(archive_lines()))
    assert run(path, "--kinds", "indirect") == 0
    found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [record["line"] for record in found] == [1, 3, 5, 7, 9, 11, 13]
    assert all(record["quotes"] == [] for record in found)


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, archive: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(archive.read_bytes()))))
    out = tmp_path / "quotes.jsonl"
    assert run("-", "-o", str(out)) == 0
    assert len(read(out)) == len(BODIES)


@pytest.mark.parametrize("cut", [0, 1, 40, -1, -40, -400])
def test_interrupted_run_goes_on_where_it_stopped(archive: Path, tmp_path: Path, cut: int) -> None:
    """Wherever the output was cut, a half line included, the second run completes it."""
    out = tmp_path / "quotes.jsonl"
    run(archive, "-o", str(out))
    whole = out.read_bytes()
    out.write_bytes(whole[:cut])
    assert run(archive, "-o", str(out)) == 0
    assert out.read_bytes() == whole


def test_finished_run_adds_nothing(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "quotes.jsonl"
    run(archive, "-o", str(out))
    before = out.read_bytes()
    assert run(archive, "-o", str(out)) == 0
    assert out.read_bytes() == before


def test_broken_lines_are_reported_and_do_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = [
        b"{",
        b"[]",
        b'{"url": "x"}',
        b'{"body": 3}',
        b'{"body": "\xff"}',
        b'{"body": "' + b"[" * 9,
        b"[" * 100_000,
    ]
    good = archive_lines()
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"\n".join([good[0], *broken, b"", good[1]]))
    out = tmp_path / "quotes.jsonl"
    assert run(path, "-o", str(out)) == 2
    assert [record["line"] for record in read(out)] == [1, 10]
    complaints = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1] for line in complaints] == [f"{path}:{number}" for number in range(2, 9)]
    assert "not JSON" in complaints[0]
    assert "not a JSON object but list" in complaints[1]
    assert "no field 'body'; the fields are 'url'" in complaints[2]
    assert "must be a string, not int" in complaints[3]
    assert "not UTF-8 at byte 10" in complaints[4]


def test_a_text_is_no_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One complaint for each line of a long text would fill the screen."""
    path = tmp_path / "novel.txt"
    path.write_text("It rained.\n" * 1000, encoding="utf-8")
    assert main(["--jsonl", str(path)]) == 2
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == 6 and "to read a text, leave out --jsonl" in complaints[-1]


def test_truncated_gzip_keeps_what_could_be_read(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.write_bytes(archive.read_bytes()[:-12])
    out = tmp_path / "quotes.jsonl"
    assert run(archive, "-o", str(out)) == 2
    assert "cannot read any further" in capsys.readouterr().err
    read(out)


def test_missing_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.jsonl"
    assert run(missing, "-o", str(tmp_path / "out.jsonl")) == 2
    assert capsys.readouterr().err == f"quotex: {missing}: No such file or directory\n"
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("content", [b"a novel\n", b'{"line": "1", "id": 2}\n', b"{}\n"])
def test_other_file_is_left_alone(
    archive: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "notes.txt"
    out.write_bytes(content)
    assert run(archive, "-o", str(out)) == 2
    assert out.read_bytes() == content
    assert "was not written by this command" in capsys.readouterr().err


def test_output_of_another_archive_is_left_alone(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "quotes.jsonl"
    out.write_bytes(b'{"line": 2, "id": "elsewhere", "quotes": []}\n')
    before = out.read_bytes()
    assert run(archive, "-o", str(out)) == 2
    assert out.read_bytes() == before
    assert "another archive" in capsys.readouterr().err


def test_lone_surrogates_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b'{"url": "\\ud800", "body": "\\u201cWe \\udfff won,\\u201d said Ana Ruiz."}\n')
    out = tmp_path / "quotes.jsonl"
    assert run(path, "-o", str(out)) == 0
    assert read(out)[0]["id"] == "\ud800"


def test_progress(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    assert run(archive, "-o", str(tmp_path / "out.jsonl"), "--progress") == 0
    assert "100%" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--text", "--text-field", "--id", "--id-field"])
def test_a_wrong_field_stops_at_once_and_lists_those_there_are(
    option: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = {"--text": "body"} if "id" in option else {"--id": "url"}
    options = [word for pair in {**right, option: "nothing"}.items() for word in pair]
    assert main(["--jsonl", str(archive), *options]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "no field 'nothing'; name one of these with --" in captured.err and "'url', 'body'" in captured.err


def test_a_cast_for_an_archive(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "quotes.jsonl"
    assert run(archive, "-o", str(out), "--speakers", "Anastasia Ruiz") == 0
    assert len(read(out)) == len(BODIES)
