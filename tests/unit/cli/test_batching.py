import csv
import errno
import io
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.cli.batching import BATCH_COLUMNS, Answer, Equation, print_answers, read_equations
from archive_search.cli.french import Refusal
from archive_search.query.bounds import MAX_CHARACTERS
from archive_search.search.results import Page
from cli.conftest import Run

TUTORIAL = Path(__file__).parents[3] / "docs" / "tutoriel.md"
LISTED = "# Brévan\ndigue\n\nport SAUF rusé\nxylophone\n"


def equations_of(data: bytes) -> list[Equation]:
    return list(read_equations(io.BytesIO(data), name="veille.txt"))


def rows_of(run: Run, text: str, *args: str) -> list[dict[str, str]]:
    printed = run("query", "--batch", "-", "--format", "csv", *args, stdin=text).stdout
    return list(csv.DictReader(io.StringIO(printed)))


@pytest.mark.parametrize(
    "data",
    [
        "été ET œuvre\nDéfense\n".encode(),
        "\ufeffété ET œuvre\nDéfense".encode(),
        "été ET œuvre\r\nDéfense\r\n".encode(),
        "été ET œuvre\r\nDéfense\r\n".encode("cp1252"),
        "été ET œuvre\r\nDéfense\r\n".encode("utf-16"),
        "  été ET œuvre \n\tDéfense\n".encode(),
    ],
    ids=["UTF-8", "byte order mark", "CRLF", "Windows-1252", "UTF-16", "blanks around"],
)
def test_a_list_is_read_as_its_program_saved_it(data: bytes) -> None:
    assert equations_of(data) == [Equation(1, "été ET œuvre"), Equation(2, "Défense")]


def test_empty_lines_and_remarks_are_left_out_but_counted() -> None:
    assert equations_of(b"# bases\n#\n\n   \n#Syrie\nIrak # Iran\n") == [
        Equation(5, "#Syrie"),
        Equation(6, "Irak # Iran"),
    ]


def test_a_line_too_long_to_be_kept_is_passed_over() -> None:
    assert equations_of(b"a" * (5 * MAX_CHARACTERS) + b"\nSyrie\n") == [Equation(1, None), Equation(2, "Syrie")]


class Endless(io.RawIOBase):
    """A list that has no end."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed: WriteableBuffer
        buffer[:] = (b"Syrie\n" * len(buffer))[: len(buffer)]
        return len(buffer)


def test_a_list_is_not_read_to_its_end_before_its_first_equation_is_given() -> None:
    assert next(read_equations(io.BufferedReader(Endless()), name="veille.txt")) == Equation(1, "Syrie")


class Lost(io.RawIOBase):
    """A list on a disk that is unplugged."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # as in Endless
        raise OSError(errno.EIO, "Input/output error")


def test_a_list_that_cannot_be_read_to_its_end_is_one_line() -> None:
    with pytest.raises(Refusal, match=r"veille\.txt : erreur de lecture du disque"):
        list(read_equations(io.BufferedReader(Lost()), name="veille.txt"))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_whose_lines_only_go_up(data: bytes) -> None:
    lines = [equation.line for equation in equations_of(data)]
    assert lines == sorted(set(lines))


def test_text_gives_a_heading_and_a_line_for_each_article(run: Run) -> None:
    result = run("query", "--batch", "-", "--sort", "newest", stdin=LISTED)
    assert result.stdout == (
        "ligne 2 : 2 articles — digue\n"
        "    1. 2017-03-02 · Le Phare · La digue sera refaite\n"
        "    2. sans date · Le port de Brévan rouvre après la tempête\n"
        "ligne 4 : 2 articles — port SAUF rusé\n"
        "    1. 2017-03-03 · Le Phare · =1+1\n"
        "    2. sans date · Le port de Brévan rouvre après la tempête\n"
        "ligne 5 : 0 article — xylophone\n"
    )
    assert result.stderr == "attention : ligne 5 : « xylophone » n'est dans aucun article\n"


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl", "csv", "tsv"])
def test_an_answer_is_printed_before_the_next_is_asked_for(
    capsys: pytest.CaptureFixture[str], output_format: str
) -> None:
    page = Page(query="digue", interpreted="digue", total=0, hits_total=0, folded=True, offset=0, took_ms=1.0, hits=())
    printed = []

    def answers() -> Iterator[Answer]:
        for line in (1, 2):
            yield Answer(line, page.query, page)
            printed.append(capsys.readouterr().out)

    print_answers(answers(), output_format)
    assert [text.count("digue") for text in printed] == [printed[0].count("digue")] * 2
    assert "digue" in printed[0]


def test_a_list_is_read_from_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "veille.txt").write_text(LISTED, encoding="utf-8")
    result = run("query", "--batch", str(tmp_path / "veille.txt"), "-n", "0")
    assert [line.partition(" — ")[0] for line in result.stdout.splitlines()] == [
        "ligne 2 : 2 articles",
        "ligne 4 : 2 articles",
        "ligne 5 : 0 article",
    ]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_table_has_one_row_a_hit_and_one_for_an_equation_without(run: Run, name: str, delimiter: str) -> None:
    printed = run("query", "--batch", "-", "--format", name, stdin=LISTED).stdout
    header, *rows = csv.reader(io.StringIO(printed), delimiter=delimiter)
    assert header == list(BATCH_COLUMNS)
    assert [(row[0], row[3], row[7]) for row in rows] == [
        *(("2", "2", rank) for rank in "12"),
        *(("4", "2", rank) for rank in "12"),
        ("5", "0", ""),
    ]


def test_a_hit_has_the_columns_of_a_single_query(run: Run) -> None:
    alone = list(csv.DictReader(io.StringIO(run("query", "digue", "-f", "csv").stdout)))
    listed = rows_of(run, "digue")
    assert [{name: row[name] for name in alone[0]} for row in listed] == alone


def test_a_limit_of_0_gives_one_row_an_equation(run: Run) -> None:
    rows = rows_of(run, LISTED, "--limit", "0")
    assert [(row["query"], row["total"], row["article"]) for row in rows] == [
        ("digue", "2", ""),
        ("port SAUF rusé", "2", ""),
        ("xylophone", "0", ""),
    ]


def test_warnings_stand_in_one_cell(run: Run) -> None:
    (row,) = rows_of(run, 'xylophone "absent')
    assert row["warnings"].startswith('« " » ouvrant sans fermant : fermé à la fin de la requête | ')
    assert row["interpreted"] == 'xylophone ET "absent"'


@pytest.mark.parametrize("equation", ["=SOMME(A1)", "-digue port", "+digue", "@port"])
def test_an_equation_that_is_a_formula_is_not_one_in_a_spreadsheet(run: Run, equation: str) -> None:
    row = rows_of(run, equation)[0]
    assert row["query"] == f"'{equation}"
    assert not row["interpreted"].startswith(("=", "+", "-", "@"))


def test_control_characters_of_an_equation_never_reach_the_terminal(run: Run) -> None:
    for name in ("text", "json", "jsonl", "csv", "tsv"):
        result = run("query", "--batch", "-", "-f", name, stdin="port\x1b[31m\nSAUF \x1b[2J\x9b\n")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.output)


def test_json_is_one_document_of_version_1(run: Run) -> None:
    document = json.loads(run("query", "--batch", "-", "-f", "json", stdin=LISTED + "SAUF port\n").stdout)
    assert document["version"] == 1
    assert [(each["line"], each.get("total")) for each in document["queries"]] == [(2, 2), (4, 2), (5, 0), (6, None)]


def test_jsonl_is_one_equation_a_line(run: Run) -> None:
    lines = run("query", "--batch", "-", "-f", "jsonl", "-n", "1", stdin="digue\nSAUF port\n").stdout.splitlines()
    found, refused = map(json.loads, lines)
    assert (found["line"], found["total"], found["error"], found["facets"]) == (1, 2, None, {})
    assert [hit["rank"] for hit in found["hits"]] == [1]
    assert refused == {
        "line": 2,
        "query": "SAUF port",
        "error": "rien à chercher : écrivez avant SAUF ce qu'il faut trouver (caractère 1)",
    }


def test_facets_are_counted_when_asked(run: Run) -> None:
    found = json.loads(run("query", "--batch", "-", "-f", "jsonl", "--facets", stdin="calcul").stdout)
    assert found["facets"]["source"] == [{"id": "Le Phare", "name": "Le Phare", "count": 1}]


def test_an_equation_that_fails_is_told_and_the_rest_goes_on(run: Run) -> None:
    result = run("query", "--batch", "-", "-f", "csv", stdin="digue\nport (SAUF\nSAUF port\ncalcul\n")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    reason = "rien à chercher : écrivez avant SAUF ce qu'il faut trouver (caractère 1)"
    assert f"échec : ligne 3 : {reason}\n" in result.stderr
    assert [row["error"] for row in rows if row["line"] == "3"] == [reason]
    assert rows[-1]["query"] == "calcul"
    assert result.exit_code == 2


@pytest.mark.parametrize("length", [MAX_CHARACTERS + 1, 5 * MAX_CHARACTERS], ids=["the parser's bound", "the reader's"])
def test_an_equation_that_is_too_long_fails_by_itself(run: Run, length: int) -> None:
    result = run("query", "--batch", "-", stdin="a" * length + "\ndigue\n")
    assert result.exit_code == 2
    assert re.match(r"échec : ligne 1 : requête de .*: raccourcissez-la.* \(caractère 100001\)\n", result.stderr)
    assert result.stdout.startswith("ligne 2 : 2 articles — digue\n")


@pytest.mark.parametrize(
    ("listed", "status"),
    [("digue\nxylophone\n", 0), ("xylophone\n", 1), ("digue\nSAUF port\n", 2), ("", 1), ("# rien\n", 1)],
    ids=["one found", "none found", "one failed", "empty list", "remarks alone"],
)
def test_the_status_tells_how_it_went(run: Run, listed: str, status: int) -> None:
    assert run("query", "--batch", "-", "-n", "0", stdin=listed).exit_code == status


def test_an_empty_list_is_told(run: Run) -> None:
    assert run("query", "--batch", "-", stdin="").stderr == "entrée standard : aucune équation (une par ligne)\n"


def test_a_list_that_is_missing_is_one_line(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "absente.txt")
    result = run("query", "--batch", path, "-f", "csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"archive-search : {path} : introuvable : vérifiez le chemin\n"


@pytest.mark.skipif(os.name == "nt", reason="opening a folder fails in another way")
def test_a_folder_is_no_list(run: Run, tmp_path: Path) -> None:
    result = run("query", "--batch", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(" : est un dossier : nommez un fichier\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_leaves_ends_the_run_quietly(command: str, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "veille.txt").write_text("digue\n" * 5_000, encoding="utf-8")
    args = [command, "query", "--batch", str(tmp_path / "veille.txt"), "--format", "csv"]
    with subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_list_of_the_tutorial_gives_what_it_shows(run_named: Run, tmp_path: Path) -> None:
    section = TUTORIAL.read_text(encoding="utf-8").partition("### Une liste d'équations\n")[2].partition("\n## ")[0]
    listed, shown = re.findall(r"^```text\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    (tmp_path / "veille.txt").write_text(listed, encoding="utf-8")
    command, _, expected = shown.partition("\n")
    assert command == "$ archive-search query --batch veille.txt --limit 1"
    assert run_named("query", "--batch", str(tmp_path / "veille.txt"), "--limit", "1").output == expected


def test_answers_are_folded_unless_all_is_asked_for(run_families: Run) -> None:
    folded = run_families("query", "--batch", "-", "--sort", "oldest", stdin="ponton\n").stdout
    assert folded.splitlines() == [
        "ligne 1 : 4 articles, 2 sans les reprises — ponton",
        "    1. 2017-03-01 · Agence Fluviale · Le bac ne passe plus (et 2 reprises)",
        "    2. 2017-03-05 · Le Phare · La foire de Brévan aura lieu",
    ]
    unfolded = run_families("query", "--batch", "-", "--all", stdin="ponton\n").stdout
    assert unfolded.startswith("ligne 1 : 4 articles — ponton\n")


def test_a_table_counts_articles_and_hits(run_families: Run) -> None:
    printed = run_families("query", "--batch", "-", "-n", "0", "-f", "csv", stdin="ponton\n").stdout
    (row,) = csv.DictReader(io.StringIO(printed))
    assert (row["total"], row["hits_total"]) == ("4", "2")
