"""Completion of the words of a query by the shell."""

from pathlib import Path

import pytest
from engines.articles import make_article

from archive_search import Archive
from archive_search.cli.completing import complete_query
from cli.conftest import RunProcess

TEXTS = (
    ("Port-Louis", "La digue du port, côté jetée, en personne. La digue et le bac."),
    ("Le Phare d'Iris", "La digue ; les digues de la côte."),
    ("Le Phare d'Iris", "La cote de l'étiage. Un étier."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completing") / "archive"
    with Archive.create(path) as archive:
        archive.add_articles(
            make_article(f"a{number}", text, source=source) for number, (source, text) in enumerate(TEXTS)
        )
    return path


OFFERED: dict[str, tuple[list[str], str, list[str]]] = {
    "word": ([], "dig", ["digue", "digues"]),
    "word after others": (["bac", "port"], "jet", ["jetée"]),
    "word of one quoted argument": ([], "bac jet", ["bac jetée"]),
    "those that go on letter by letter": ([], "cot", ["cote"]),
    "the first one where none does": ([], "etia", ["étiage"]),
    "field": (["bac"], "sour", ["source:"]),
    "value of several words, which the shell would part": (["bac"], "source:ph", ["source:Le-Phare-d’Iris"]),
    "value in guillemets that the shell hands over": ([], 'source:"le ph', ['source:"Le Phare d\'Iris"']),
    "word cut at the sign, as bash does": (["bac", "source", ":"], "po", ["Port-Louis"]),
    "sign alone, as bash cuts it": (["bac", "source"], ":", ["Le-Phare-d’Iris", "Port-Louis"]),
    "value after a space": (["source:"], "po", ["Port-Louis"]),
    "phrase": (['"la'], "dig", ["digue"]),
    "value whose guillemets an earlier word opened": (['source:"le'], "ph", []),
    "control characters": ([], "\x1bdig", ["digue"]),
    "nothing": ([], "", []),
}


@pytest.mark.parametrize(("words", "incomplete", "offered"), OFFERED.values(), ids=list(OFFERED))
def test_the_word_being_typed_is_completed(index: Path, words: list[str], incomplete: str, offered: list[str]) -> None:
    assert [item.value for item in complete_query(words, incomplete, index=index)] == offered


def test_the_number_of_articles_is_told(index: Path) -> None:
    assert [item.help for item in complete_query([], "dig", index=index)] == ["2 articles", "1 article"]


def test_what_is_offered_for_a_value_of_several_words_finds_it(index: Path) -> None:
    (item,) = complete_query([], "source:ph", index=index)
    with Archive.open(index) as archive:
        assert archive.search(item.value).total == 2


def test_without_an_archive_nothing_is_offered(tmp_path: Path) -> None:
    assert complete_query([], "dig", index=tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("archive-search query jet", ["jetée"]),
        ("archive-search facets jet", ["jetée"]),
        ("archive-search query -n 3 bac jet", ["jetée"]),
        ("archive-search query --index /nowhere jet", []),
    ],
    ids=["query", "facets", "after options", "no archive"],
)
def test_a_shell_completes_from_the_archive_of_the_command(
    run_process: RunProcess, index: Path, line: str, offered: list[str]
) -> None:
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" ")), "_ARCHIVE_SEARCH_COMPLETE": "bash_complete"}
    done = run_process(env={**asked, "ARCHIVE_SEARCH_INDEX": str(index)})
    assert (done.stdout.split(), done.stderr) == ([f"plain,{each}" for each in offered], "")
