"""Bringing files in again costs little, and follows what became of them."""

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.archive.adding import AddOptions
from archive_search.archive.report import AddReport, Progress
from archive_search.records import Failure
from archive_search.sources.readers import Cleaning, ReadOptions

REMOVE = AddOptions(remove_missing=True)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    press = tmp_path / "presse"
    press.mkdir()
    return press


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as archive:
        yield archive


def write_lines(path: Path, **texts: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"id": name, "texte": text}) for name, text in texts.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_text(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def counts(report: AddReport) -> tuple[int, int, int, int]:
    return report.added, report.replaced, report.unchanged, report.removed


def ids(archive: Archive, query: str) -> set[str]:
    return {hit.article.id for hit in archive.search(query, limit=1000)}


def test_an_article_whose_line_became_unreadable_stays(archive: Archive, press: Path) -> None:
    lines = write_lines(press / "a.jsonl", a="Le pont.", b="La mairie.")
    archive.add([press])
    write_text(lines, lines.read_text(encoding="utf-8").replace('"texte": "La mairie."}', '"texte": "La'))
    report = archive.add([press])
    assert [failure.line for failure in report.failures] == [2]
    assert ids(archive, "mairie") == {"b"}


def test_an_unchanged_file_is_not_read_again(archive: Archive, press: Path) -> None:
    write_lines(press / "a.jsonl", a="Le pont.", b="La mairie.")
    archive.add([press])
    report = archive.add([press])
    assert (report.files_read, report.files_unchanged, report.articles) == (0, 1, 0)


def test_only_the_changed_articles_of_a_file_are_replaced(archive: Archive, press: Path) -> None:
    write_lines(press / "a.jsonl", a="Le pont.", b="La mairie.", c="La gare.")
    archive.add([press])
    write_lines(press / "a.jsonl", a="Le pont.", b="La mairie rouvre.", c="La gare.")
    assert counts(archive.add([press])) == (0, 1, 2, 0)
    assert ids(archive, "rouvre") == {"b"}


def test_an_article_that_left_its_file_leaves_the_archive(archive: Archive, press: Path) -> None:
    write_lines(press / "a.jsonl", a="Le pont.", b="La mairie.")
    archive.add([press])
    write_lines(press / "a.jsonl", b="La mairie.")
    assert counts(archive.add([press])) == (0, 0, 1, 1)
    assert ids(archive, "pont") == set()


def test_a_file_that_vanished_is_reported_and_kept(archive: Archive, press: Path) -> None:
    path = write_lines(press / "a.jsonl", a="Le pont.")
    archive.add([press])
    path.unlink()
    report = archive.add([press])
    assert report.missing == [str(path)]
    assert ids(archive, "pont") == {"a"}


def test_a_file_that_vanished_is_removed_when_asked(archive: Archive, press: Path) -> None:
    path = write_lines(press / "a.jsonl", a="Le pont.")
    archive.add([press])
    path.unlink()
    assert archive.add([press], options=REMOVE).removed == 1
    assert archive.add([press]).missing == []
    assert archive.stats().articles == 0


def test_a_file_that_vanished_elsewhere_is_left_alone(archive: Archive, press: Path, tmp_path: Path) -> None:
    elsewhere = write_lines(tmp_path / "ailleurs" / "a.jsonl", a="Le pont.")
    archive.add([elsewhere])
    elsewhere.unlink()
    report = archive.add([press], options=REMOVE)
    assert (report.missing, report.removed) == ([], 0)


def test_an_id_taken_by_another_file_is_refused_naming_both(archive: Archive, press: Path) -> None:
    first = write_lines(press / "a.jsonl", x="Le pont.")
    second = write_lines(press / "b.jsonl", x="La mairie.", y="La gare.")
    report = archive.add([press])
    (failure,) = report.failures
    assert failure.path == str(second)
    assert str(first) in failure.reason
    assert "x" in failure.reason
    assert ids(archive, "pont OU mairie OU gare") == {"x", "y"}
    assert ids(archive, "mairie") == set()


def test_files_of_one_name_in_two_folders_are_both_kept(archive: Archive, tmp_path: Path) -> None:
    first = write_text(tmp_path / "un" / "presse" / "a.txt", "Le pont de Doriac rouvre enfin ce matin.")
    second = write_text(tmp_path / "deux" / "presse" / "a.txt", "La gare de Doriac ferme enfin ce soir.")
    for path in (first, second):
        archive.add([path.parent])
    assert archive.stats().articles == 2
    write_text(second, "La gare de Doriac ferme enfin ce soir, sans retour.")
    assert counts(archive.add([second.parent])) == (0, 1, 0, 0)
    assert archive.stats().articles == 2


def test_the_second_article_of_one_id_in_a_file_is_refused(archive: Archive, press: Path) -> None:
    path = press / "a.jsonl"
    lines = [{"id": "x", "texte": "Le pont."}, {"id": "x", "texte": "La mairie."}, {"id": "y", "texte": "La gare."}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    for _ in range(2):
        (failure,) = archive.add([press]).failures
        assert "donné deux fois" in failure.reason
        assert ids(archive, "pont OU mairie OU gare") == {"x", "y"}
        assert ids(archive, "mairie") == set()


def test_an_article_that_left_a_file_with_doubles_leaves_the_archive(archive: Archive, press: Path) -> None:
    path = write_lines(press / "a.jsonl", x="Le pont.", y="La gare.")
    archive.add([press])
    path.write_text('{"id": "x", "texte": "Le pont."}\n' * 2, encoding="utf-8")
    assert counts(archive.add([press])) == (0, 0, 1, 1)


def test_a_file_that_moved_takes_its_ids_along(archive: Archive, press: Path) -> None:
    before = write_lines(press / "a.jsonl", a="Le pont.", b="La mairie.")
    archive.add([press])
    before.rename(press / "z.jsonl")
    report = archive.add([press])
    assert (report.failures, report.missing) == ([], [])
    assert archive.fetch("a").path == str(press / "z.jsonl")
    assert archive.stats().files == 1


def test_a_file_that_can_no_longer_be_read_keeps_its_articles(archive: Archive, press: Path) -> None:
    path = write_lines(press / "a.jsonl", a="Le pont.")
    archive.add([press])
    path.write_bytes(b"\x1f\x8b coupe")
    report = archive.add([press])
    assert len(report.failures) == 1
    assert report.removed == 0
    assert ids(archive, "pont") == {"a"}


def test_a_file_with_failures_is_read_again_and_tells_them_again(archive: Archive, press: Path) -> None:
    (press / "a.jsonl").write_text('{"id": "a", "texte": "Le pont."}\n{"id": \n', encoding="utf-8")
    for _ in range(2):
        report = archive.add([press])
        assert [failure.line for failure in report.failures] == [2]
    assert archive.stats().articles == 1


def test_a_run_that_was_interrupted_is_finished_by_the_next(
    archive: Archive, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive_search.engines.local_writing.COMMIT_CHARACTERS", 300)
    for name in "abcdef":
        write_text(press / f"{name}.txt", f"Le pont {name} rouvre. " * 10)

    def interrupt(progress: Progress) -> None:
        if progress.files == 4:
            raise KeyboardInterrupt

    report = archive.add([press], options=AddOptions(on_progress=interrupt))
    assert report.interrupted
    assert 0 < report.committed == archive.stats().articles < 6
    assert archive.check() == []
    assert not archive.add([press]).interrupted
    assert archive.stats().articles == 6


def test_commits_come_as_often_as_asked(archive: Archive, press: Path) -> None:
    for name in "abcdef":
        write_text(press / f"{name}.txt", f"Le pont {name} rouvre. " * 10)
    seen: list[int] = []

    def look(progress: Progress) -> None:
        with Archive.open(archive.path) as other:
            seen.append(other.stats().articles)

    archive.add([press], options=AddOptions(on_progress=look, commit_characters=400))
    assert set(seen) == {0, 3, 6}
    assert archive.stats().articles == 6


def test_the_archive_inside_the_folder_is_left_out(press: Path) -> None:
    write_text(press / "a.txt", "Le pont de Doriac rouvre enfin.")
    with Archive.create(press / "index") as archive:
        for _ in range(2):
            report = archive.add([press])
        assert report.failures == []
        assert archive.stats().files == 1


def test_the_archive_is_left_out_however_it_is_named(
    press: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_text(press / "a.txt", "Le pont de Doriac rouvre enfin.")
    (tmp_path / "lien").symlink_to(press)
    monkeypatch.chdir(press)
    with Archive.create("index") as archive:
        for root in ("..", tmp_path / "lien", "."):
            assert archive.add([root]).failures == []
        assert archive.stats().articles == 1


def test_a_file_is_one_file_however_it_is_named(archive: Archive, press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text(press / "sous" / "a.txt", "Le pont de Doriac rouvre enfin.")
    archive.add([press])
    monkeypatch.chdir(press / "sous")
    for path in ("../sous", "a.txt", "./a.txt", press / ".." / "presse"):
        assert archive.add([path]).files_unchanged == 1
    assert archive.stats().articles == 1


def test_a_stream_brings_articles_in(archive: Archive) -> None:
    stream = io.BytesIO(b'{"id": "a", "texte": "Le pont."}\n{"id": "b", "texte": "Un pont."}\nrien\n')
    report = archive.add_stream(stream)
    assert (report.added, [failure.line for failure in report.failures]) == (2, [3])
    assert ids(archive, "pont") == {"a", "b"}


def test_a_stream_replaces_articles_of_the_same_id(archive: Archive) -> None:
    archive.add_stream(io.BytesIO(b'{"id": "a", "texte": "Le pont."}'))
    report = archive.add_stream(io.BytesIO(b'{"id": "a", "texte": "La gare."}'))
    assert counts(report) == (0, 1, 0, 0)
    assert ids(archive, "gare") == {"a"}


@pytest.mark.skipif(os.name == "nt", reason="names of files are bytes only where the system is a Unix")
def test_a_name_that_is_no_text_is_remembered(archive: Archive, press: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(press) + b"/d\xe9p\xeache.txt"))
    path.write_text("Le pont de Doriac rouvre enfin.", encoding="utf-8")
    assert archive.add([press]).added == 1
    assert archive.add([press]).files_unchanged == 1
    path.unlink()
    report = archive.add([press])
    assert report.missing == [f"{press}/d\N{REPLACEMENT CHARACTER}p\N{REPLACEMENT CHARACTER}che.txt"]
    assert json.dumps(report.to_dict(), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("path", ["absent", "absent/plus loin", "nul\0", "n" * 5000, ""])
def test_a_path_that_cannot_be_is_a_failure(archive: Archive, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.path)
    report = archive.add([path] if path else [])
    assert len(report.failures) == bool(path)
    assert all(isinstance(failure, Failure) for failure in report.failures)


def test_what_was_not_changed_is_not_committed(archive: Archive, press: Path) -> None:
    write_lines(press / "a.jsonl", a="Le pont.")
    archive.add([press])
    label = (archive.path / "archive.json").read_bytes()
    archive.add([press])
    assert (archive.path / "archive.json").read_bytes() == label


def test_links_that_turn_in_circles_are_a_failure(archive: Archive, press: Path) -> None:
    (press / "un").symlink_to(press / "deux")
    (press / "deux").symlink_to(press / "un")
    assert len(archive.add([press, press / "un" / "dedans"]).failures) == 3


def test_the_same_article_in_two_files_is_kept_once_and_is_no_failure(archive: Archive, press: Path) -> None:
    write_lines(press / "a.jsonl", x="Le pont.", y="La gare.")
    write_lines(press / "b.jsonl", x="Le pont.", z="La mairie.")
    report = archive.add([press])
    assert (report.added, report.doubles, report.failures) == (3, 1, [])
    assert archive.add([press]).files_unchanged == 2


def test_an_article_that_leaves_one_file_is_found_again_in_the_other(archive: Archive, press: Path) -> None:
    first = write_lines(press / "a.jsonl", x="Le pont.")
    write_lines(press / "b.jsonl", x="Le pont.")
    archive.add([press])
    first.unlink()
    assert archive.add([press], options=REMOVE).removed == 1
    assert archive.add([press]).added == 1
    assert ids(archive, "pont") == {"x"}


def test_other_columns_or_another_cleaning_read_a_file_again(archive: Archive, press: Path) -> None:
    write_text(press / "a.txt", "Un titre\n\nLe pont rouvre ce matin après des mois de travaux.\n\nPartager")
    archive.add([press])
    assert [passage.text for passage in archive.fetch("presse/a.txt").removed] == ["Partager"]
    archive.add([press], options=AddOptions(reading=ReadOptions(cleaning=Cleaning.NONE)))
    kept = archive.fetch("presse/a.txt")
    assert (kept.paragraphs[-1].text, kept.removed) == ("Partager", ())
    archive.add([press])
    assert len(archive.fetch("presse/a.txt").removed) == 1


def test_pictures_are_left_aside_in_a_folder_and_refused_when_named(archive: Archive, press: Path) -> None:
    (press / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    report = archive.add([press])
    assert ([skipped.reason for skipped in report.skipped], report.failures) == (["image"], [])
    report = archive.add([press / "a.png"], options=AddOptions(reading=ReadOptions(cleaning=Cleaning.NONE)))
    assert [failure.reason for failure in report.failures] == ["image : ce fichier ne contient pas d'article"]
