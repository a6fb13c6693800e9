"""The command line over files and standard input."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import quotex
from quotex.__main__ import main
from quotex.attributions import Attribution, Attributions
from quotex.command.output import TableWriter
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
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["--json", missing, str(latin), str(empty), article]) == 2
    captured = capsys.readouterr()
    assert {record["file"] for record in lines(captured.out)} == {article}
    complaints = captured.err.splitlines()
    assert len(complaints) == 3
    assert complaints[0] == f"quotex: {empty}: no text, HTML or EPUB files in this folder"
    assert complaints[1] == f"quotex: {missing}: No such file or directory"
    assert complaints[2].startswith(f"quotex: {latin}: not UTF-8 at byte 0")
    assert "--encoding cp1252" in complaints[2]


NESTED = "“They said, ‘Sleep well, Rosa,’ and we slept,” said Rosa Lindqvist.\n"


def test_folders_and_patterns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "sub/b.md", "sub/c.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("==")] == [
        f"== {tmp_path / 'a.txt'} ==",
        f"== {tmp_path / 'sub' / 'b.md'} ==",
    ]
    assert main([str(tmp_path / "**" / "*.md"), str(tmp_path / "*.xyz")]) == 2
    captured = capsys.readouterr()
    assert "b.md" in captured.out and "no files match this pattern" in captured.err


def test_csv_has_a_row_for_every_attribution(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nested.txt"
    path.write_text(NESTED, encoding="utf-8")
    assert main(["--csv", str(path)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    found = extract_quotes(NESTED)
    assert [row["text"] for row in rows] == [record.quote.text for record in found.walk()]
    assert rows[0]["file"] == str(path) and rows[0]["spans"] == f"{found[0].quote.start}-{found[0].quote.end}"


def test_nested_quotations_are_indented(article_by_hand: Attributions) -> None:
    out = io.StringIO()
    TableWriter(out, several=False)("name", article_by_hand)
    rows = out.getvalue().splitlines()
    outer = next(number for number, row in enumerate(rows) if row.startswith("Samuel Adeyemi"))
    inner = next(row for row in rows[outer:] if row.startswith("  Helen"))
    assert "told" in inner and "“wait until spring,”" in inner


def test_pages_and_texts_are_saved(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, text, rows = tmp_path / "page.html", tmp_path / "text.txt", tmp_path / "rows.jsonl"
    assert main([article, "--html", str(page), "--text-out", str(text)]) == 0
    assert "Ana Ruiz" in page.read_text(encoding="utf-8") and text.read_bytes() == TEXT.encode()
    assert main([article, article, "--html", str(tmp_path / "pages"), "--json", "-o", str(rows)]) == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["article-2.html", "article.html"]
    assert len(lines(rows.read_text(encoding="utf-8"))) == 4
    assert capsys.readouterr().out == ""
    assert main([article, "--html", str(tmp_path / "no" / "where.html")]) == 2
    assert "No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("report.pdf", b"%PDF-1.7 ...", "this is a PDF file; save it as plain text"),
        ("report.docx", b"PK\3\4", "this is a Word document; save it as plain text"),
        ("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a Word document"),
        ("utf16.txt", "hä".encode("utf-16"), "--encoding utf-16"),
        ("utf16.txt", "Tea is served.".encode("utf-16-le"), "--encoding utf-16-le"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is not a text file"),
        ("latin.txt", "café".encode("cp1252"), "--encoding cp1252"),
        ("news.jsonl", b'{"text": ""}', "add --jsonl"),
        ("news.txt.gz", b"\x1f\x8b\x08", "this is a gzip file"),
    ],
)
def test_other_files_get_a_line_that_says_so(
    name: str, data: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main([str(tmp_path / name)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("option", ["-o", "--html", "--text-out"])
def test_a_file_is_never_overwritten_by_its_own_output(
    option: str, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(article).read_bytes()
    assert main([article, option, article]) == 2
    assert "this is the file that is read; choose another name" in capsys.readouterr().err
    assert Path(article).read_bytes() == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_a_full_disk_gets_one_line(form: list[str], article: str) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "quotex", *form, article], cwd=ROOT, stdout=full, stderr=subprocess.PIPE
        )
    assert (ran.returncode, ran.stderr) == (2, b"quotex: cannot write the output: No space left on device\n")


def test_another_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("“Café,” said Ana Ruiz.".encode("cp1252"))
    assert main(["--json", "--encoding", "cp1252", str(path)]) == 0
    assert lines(capsys.readouterr().out)[0]["text"] == "Café,"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (None, "Ana Ruiz, Bo Lund"),
        ("cast.txt", "# the cast\nAna Ruiz = Annie, the goalkeeper\nBo Lund\n"),
        ("cast.json", '{"Ana Ruiz": ["Annie"]}'),
    ],
)
def test_a_cast(file: str | None, content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text("“We won,” said Ruiz.", encoding="utf-8")
    if file:
        (tmp_path / file).write_text(content, encoding="utf-8")
        content = str(tmp_path / file)
    assert main(["--json", str(path), "--speakers", content]) == 0
    assert lines(capsys.readouterr().out)[0]["speaker"]["name"] == "Ana Ruiz"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"quotex {quotex.__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("after", [0, 0.1, 0.3, 0.8, 2])
def test_ctrl_c_prints_no_traceback(after: float, workers: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("“We won,” said Ana Ruiz.\n\n" * 30_000, encoding="utf-8")
    # Python itself answers until `main` runs, which on a busy machine takes a while.
    code = (
        # A job in the background is started without a handler.
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from quotex.__main__ import main as run; print(flush=True); sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "--workers", workers, "-o", os.devnull, str(path), str(path)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert child.stdout is not None and child.stdout.readline()
    time.sleep(after + 0.02)
    os.killpg(child.pid, signal.SIGINT)
    complaints = child.communicate(timeout=60)[1]
    assert (child.returncode, complaints) == (130, b"")


def test_kinds(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--kinds", "indirect", article]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kinds", "spoken"], "unknown kind 'spoken'; the kinds are direct, mixed, indirect"),
        (["--workers", "0"], "must be a whole number, 1 or more, not '0'"),
        (["--json", "--jsonl"], "not allowed with"),
        (["--jsonl", "a", "b"], "one archive at a time"),
        (["--id", "url", "a"], "belong to --jsonl"),
        (["--jsonl", "--html", "out", "a"], "--html cannot be combined with --jsonl"),
        (["--threshold", "2"], "must be a number from 0 to 1, not '2'"),
        (["--encoding", "latin-99"], "unknown encoding 'latin-99'"),
        (["--speakers", "nobody.txt"], "there is no file 'nobody.txt'"),
        (["--speakers", " , "], "no names in"),
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
    path.write_text("“We won,” said Ana Ruiz.\n\n" * 600, encoding="utf-8")
    command = f"{sys.executable} -m quotex --json {path} | head -n 1"
    ran = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT)
    assert ran.stderr == b"" and len(ran.stdout.splitlines()) == 1
