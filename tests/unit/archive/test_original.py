from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.archive.original import find_original
from archive_search.errors import SourceError, UnknownArticleError
from archive_search.records import Article, Kind, Paragraph


def make_file(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("La digue cède.", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["digue.txt", "DIGUE.PDF", "-rf.html", "dépêche 3 mars.eml", "digue.jsonl.xz"])
def test_a_file_of_a_kind_that_is_read_is_found(tmp_path: Path, name: str) -> None:
    made = make_file(tmp_path / name)
    assert find_original(str(made), folders=[Path("/")]) == made.resolve()


@pytest.mark.parametrize("inside", ["2015/digue.txt", "boite.mbox/3.eml", "programme.exe"])
def test_of_a_file_inside_another_the_outer_one_is_found(tmp_path: Path, inside: str) -> None:
    made = make_file(tmp_path / "presse.zip")
    assert find_original(f"{made}/{inside}", folders=[Path("/")]) == made.resolve()


def test_a_relative_path_starts_from_the_first_folder_that_has_it(tmp_path: Path) -> None:
    made = make_file(tmp_path / "deux/presse/digue.txt")
    make_file(tmp_path / "trois/presse/digue.txt")
    folders = [tmp_path / name for name in ("un", "deux", "trois")]
    assert find_original("presse/digue.txt", folders=folders) == made.resolve()


@pytest.mark.parametrize(
    "name", ["virus.exe", "lien.desktop", "a.bat", "a.sh", "a.js", "a.lnk", "a.app", "sans-suffixe", "digue.txt.exe"]
)
def test_what_an_application_would_run_is_refused(tmp_path: Path, name: str) -> None:
    made = make_file(tmp_path / name)
    with pytest.raises(SourceError, match="ne sont pas ouverts d'ici") as caught:
        find_original(str(made), folders=[tmp_path])
    assert str(made) in str(caught.value)


def test_a_link_to_a_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "digue.txt").symlink_to(make_file(tmp_path / "virus.desktop"))
    with pytest.raises(SourceError, match=r"\.desktop"):
        find_original(str(tmp_path / "digue.txt"), folders=[tmp_path])


@pytest.mark.parametrize(
    "path",
    ["absent.txt", "dossier", "dossier/absent.txt", "nul\0.txt", "long" * 100 + ".txt", "a/" * 100_000 + "b.txt", ""],
    ids=["absent", "folder", "in a folder", "null", "long name", "long path", "empty"],
)
def test_what_is_no_file_is_said_to_be_gone(tmp_path: Path, path: str) -> None:
    (tmp_path / "dossier").mkdir()
    with pytest.raises(SourceError, match="introuvable") as caught:
        find_original(path, folders=[tmp_path])
    assert len(str(caught.value)) < 500


def test_an_article_that_comes_from_no_file_has_no_original() -> None:
    with pytest.raises(SourceError, match="ne vient pas d'un fichier"):
        find_original(None, folders=[])


def test_the_archive_finds_the_file_of_an_article(tmp_path: Path) -> None:
    made = make_file(tmp_path / "digue.txt")
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        archive.add([made])
        assert archive.original("digue.txt") == made.resolve()
        with pytest.raises(UnknownArticleError):
            archive.original("absent")


def test_a_relative_path_may_start_beside_the_archive(tmp_path: Path) -> None:
    made = make_file(tmp_path / "presse/digue.txt")
    text = Paragraph(number=1, kind=Kind.BODY, text="La digue cède.")
    with Archive.create(tmp_path / "archive", workers=1) as archive:
        archive.add_articles([Article(id="a1", path="presse/digue.txt", paragraphs=(text,))])
        assert archive.original("a1") == made.resolve()
