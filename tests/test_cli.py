"""The command line over files and standard input."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotex.__main__ import main
from quotex.attributions import Attribution
from quotex.extract import extract_quotes

ROOT = Path(__file__).resolve().parent.parent
TEXT = "“We won,” said Ana Ruiz.\r\n\r\n“It was close,” she added.\r\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def lines(captured: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in captured.splitlines()]


def with_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_table(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article]) == 0
    captured = capsys.readouterr()
    header, first, second = captured.out.splitlines()
    assert header.split() == ["SPEAKER", "CUE", "KIND", "QUOTATION"]
    assert first.split() == ["Ana", "Ruiz", "said", "direct", "We", "won,"]
    assert second.split()[-3:] == ["It", "was", "close,"]
    assert captured.err == ""


def test_table_wraps_and_never_cuts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    words = "It was a very long day and the boats came in one after another until nobody could count them"
    with_standard_input(monkeypatch, f"“{words},” said Ana Ruiz.".encode())
    assert main([]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 70
    assert words in " ".join(line[-45:].strip() for line in out.splitlines()[1:]) or all(
        w in out for w in words.split()
    )


def test_table_of_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with_standard_input(monkeypatch, b"")
    assert main([]) == 0
    assert capsys.readouterr().out == "no quotations found\n"


def test_table_shows_no_control_characters(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with_standard_input(monkeypatch, "“We \x1b[31mwon,” said Ana Ruiz.".encode())
    assert main(["-"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_several_files_have_their_names(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article, article, "--workers", "2"]) == 0
    assert capsys.readouterr().out.count(f"== {article} ==") == 2


def test_json_is_the_record_with_its_file(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", article]) == 0
    found = lines(capsys.readouterr().out)
    assert [record.pop("file") for record in found] == [article, article]
    assert [Attribution.from_dict(record) for record in found] == list(extract_quotes(TEXT))


def test_offsets_count_the_decoded_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line ends stay, and a byte order mark is the first character."""
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert main(["--json", str(path)]) == 0
    text = "\ufeff" + TEXT
    found = lines(capsys.readouterr().out)
    assert [text[slice(*record["spans"][0])] for record in found] == ["We won,", "It was close,"]


def test_files_that_cannot_be_read_do_not_stop_the_others(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("“Café,” said Ana Ruiz.".encode("cp1252"))
    missing = str(tmp_path / "missing.txt")
    assert main(["--json", missing, str(latin), str(tmp_path), article]) == 2
    captured = capsys.readouterr()
    assert {record["file"] for record in lines(captured.out)} == {article}
    complaints = captured.err.splitlines()
    assert len(complaints) == 3
    assert complaints[0] == f"quotex: {missing}: No such file or directory"
    assert complaints[1].startswith(f"quotex: {latin}: not UTF-8 at byte 0")
    assert complaints[2].startswith(f"quotex: {tmp_path}: Is a directory")


def test_kinds(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--kinds", "indirect", article]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kinds", "spoken"], "unknown kind 'spoken'; the kinds are direct, mixed, indirect"),
        (["--workers", "0"], "needs a whole number, 1 or more, not '0'"),
        (["--json", "--jsonl"], "not allowed with"),
        (["--jsonl", "a", "b"], "one archive at a time"),
        (["-o", "out", "a"], "belong to --jsonl"),
    ],
)
def test_misuse(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert message in capsys.readouterr().err


def test_as_a_command_in_any_locale(article: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    command = [sys.executable, "-m", "quotex", "--json"]
    ran = subprocess.run(command, input=TEXT.encode(), capture_output=True, env=environment)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert [record["text"] for record in lines(ran.stdout.decode())] == ["We won,", "It was close,"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("“We won,” said Ana Ruiz.\n\n" * 3000, encoding="utf-8")
    command = f"{sys.executable} -m quotex --json {path} | head -n 1"
    ran = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT)
    assert ran.stderr == b"" and len(ran.stdout.splitlines()) == 1
