"""The command `alerts`: what saved searches find that they did not find before."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import pytest

from cli.conftest import Run

Arrive: TypeAlias = Callable[..., None]


@pytest.fixture
def arrive(run_copy: Run, tmp_path: Path) -> Arrive:
    """Have articles on the port come in, one a day."""

    def index(*ids: str) -> None:
        records = [
            {"id": each, "title": f"Le port, jour {day}", "date": f"2018-06-{day:02}", "text": "Le port."}
            for day, each in enumerate(ids, 1)
        ]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{ids[0]}.jsonl").write_text(lines, encoding="utf-8")
        assert run_copy("index", "--no-entities", str(tmp_path / f"{ids[0]}.jsonl")).exit_code == 0

    return index


def test_without_saved_searches_the_reader_is_told_how_to_save_one(run_copy: Run) -> None:
    told = run_copy("alerts")
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr.startswith("aucune recherche enregistrée : « archive-search searches save NOM REQUÊTE »")


def test_nothing_new_ends_with_1(run_copy: Run) -> None:
    run_copy("searches", "save", "Port", "port")
    told = run_copy("alerts")
    assert (told.exit_code, told.stdout, told.stderr) == (1, "", "rien de nouveau dans 1 recherche\n")


def test_what_is_new_is_told_the_newest_first_until_it_is_seen(run_copy: Run, arrive: Arrive) -> None:
    run_copy("searches", "save", "Port", "titre:port")
    run_copy("searches", "save", "Opéra", "opéra")
    arrive("p1", "p2", "p3")
    for options in ([], ["--seen"]):
        told = run_copy("alerts", "--limit", "2", *options)
        assert told.stdout == (
            "Port : 3 nouveaux sur 4\n"
            "  2018-06-03 · Le port, jour 3 · p3\n"
            "  2018-06-02 · Le port, jour 2 · p2\n"
            "  … et 1 autre\n"
        )
        assert (told.exit_code, told.stderr) == (0, "du nouveau dans 1 recherche sur 2\n")
    assert run_copy("alerts").exit_code == 1


def test_a_search_that_can_no_longer_be_run_ends_with_2_and_stops_no_other(
    run_copy: Run, arrive: Arrive, copy: Path
) -> None:
    for name in ("Bac", "Port"):
        run_copy("searches", "save", name, "port")
    with closing(sqlite3.connect(copy / "desk.sqlite")) as connection, connection:
        connection.execute("update searches set query = '-bac' where name = 'Bac'")
    arrive("p1")
    told = run_copy("alerts", "--seen")
    assert told.exit_code == 2
    assert told.stdout.startswith("Port : 1 nouveau sur ")
    assert told.stderr.startswith("échec : Bac : rien à chercher")
    assert run_copy("searches", "show", "Bac").exit_code == 2
    assert run_copy("searches", "show", "Port").stdout.endswith(" articles, 0 nouveau\n")


def test_alerts_as_json_tell_of_every_search(run_copy: Run, arrive: Arrive) -> None:
    run_copy("searches", "save", "Port", "titre:port")
    run_copy("searches", "save", "Opéra", "opéra")
    arrive("p1", "p2")
    told = json.loads(run_copy("alerts", "-n", "1", "-f", "json").stdout)
    assert [(alert["search"]["name"], alert["total"], alert["new"], alert["fault"]) for alert in told["alerts"]] == [
        ("Opéra", 0, 0, None),
        ("Port", 3, 2, None),
    ]
    assert told["alerts"][1]["articles"] == [
        {
            "article": "p2",
            "in_archive": True,
            "title": "Le port, jour 2",
            "date": "2018-06-02",
            "source": None,
            "agency": None,
        }
    ]


def test_no_control_character_of_an_article_reaches_the_terminal(run_copy: Run, tmp_path: Path) -> None:
    run_copy("searches", "save", "Bac", "bac")
    record = {"id": "b1", "title": "Bac \x1b[2J", "source": "Gazette \x9b31m", "text": "Un bac \x1b]0;x\x07."}
    (tmp_path / "ruse.json").write_text(json.dumps(record), encoding="utf-8")
    run_copy("index", "--no-entities", str(tmp_path / "ruse.json"))
    for options in ([], ["-f", "json"]):
        told = run_copy("alerts", *options)
        assert told.exit_code == 0
        assert not set("\x1b\x9b\x07") & set(told.output)
