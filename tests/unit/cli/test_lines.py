import pytest

from archive_search.analysis.characters import drop_hidden
from archive_search.cli.lines import one_line, print_json
from cli.conftest import Run

CONTROLS = "\x1b\x07\x9b\r\x08\x7f"


@pytest.mark.parametrize(
    "args",
    [
        ["query", "rusé"],
        ["query", "rusé", "-f", "json"],
        ["query", "rusé", "-f", "jsonl"],
        ["query", "rusé", "-f", "csv"],
        ["query", "rusé", "-f", "tsv"],
        ["query", "port\x1b[31m", "\x9b2J"],
        ["query", "port", "--facets"],
        ["show", "rusé-1"],
        ["show", "rusé-1", "-f", "json"],
        ["show", "\x1b[31m"],
        ["facets"],
        ["facets", "-f", "csv"],
        ["facets", "-f", "json"],
        ["entities", "list", "\x1b[31m"],
        ["entities", "show", "\x1b[31m"],
        ["entities", "merge", "\x1b[31m", "\x9b2J"],
        ["entities", "\x1b[31m"],
        ["query", "port", "--person", "a\x1b[31m"],
        ["stats"],
        ["stats", "-f", "json"],
        ["remove", "\x1b[31m"],
        ["index", "absent\x1b[31m.txt", "--no-entities"],
        ["index", "x", "--map", "\x1b[31m"],
        ["\x1b[31m"],
        ["query", "--\x1b[31m"],
        ["query", "port", "--index", "\x1b[31m"],
    ],
    ids=lambda args: " ".join(args).encode("ascii", "backslashreplace").decode(),
)
def test_nothing_that_a_terminal_would_obey_is_printed(run: Run, args: list[str]) -> None:
    printed = run(*args).output
    assert printed
    assert not any(control in printed for control in CONTROLS)


def test_json_writes_control_characters_as_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    print_json("a\x9bb\x7f\x1b", indent=None)
    assert capsys.readouterr().out == '"a\\u009bb\\u007f\\u001b"\n'


@pytest.mark.parametrize("text", ["Une ligne.", "deux\nlignes", "tab\tule", "« l’été »", "Иван", "\u202f"])
def test_ordinary_text_is_printed_as_it_is(text: str) -> None:
    assert drop_hidden(text) == text


def test_one_line_has_no_line_breaks() -> None:
    assert one_line("a\nb\tc\r\n") == "a b c "
