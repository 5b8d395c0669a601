"""One archive whose texts the model has read, made once; each test works on a copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.records import Article
from engines.articles import make_article

ARTICLES: dict[str, Article] = {
    article.id: article
    for article in (
        make_article(
            "a1",
            "MOSCOU, 13 octobre (Reuters) - Le ministre russe de la Défense, Sergueï Choïgou, a reçu jeudi à Moscou "
            "son homologue turc.",
            "Choïgou a promis une réponse avant la fin du mois, selon le Kremlin.",
            "(voir ID:nL5N1234AB )",
            "(Anna Lindqvist à Moscou; Paul Garrigue pour le service français)",
        ),
        make_article("a2", "Sergei Shoigu a quitté Ankara vendredi, a annoncé la présidence turque."),
        make_article(
            "nL5N1234AB",
            "Le président Vladimir Poutine a parlé de la Syrie avec Angela Merkel, a déclaré le Kremlin à Moscou.",
        ),
        make_article("a3", "Moammar Gadhafi dirigeait alors la Libye depuis Tripoli.", "La Libye est en Afrique."),
        make_article("a4", "Mouammar Kadhafi avait pris le pouvoir en 1969 en Libye, rappelle un historien."),
        make_article("sans", "Les pommes de terre se récoltent en septembre."),
    )
}


@pytest.fixture(scope="session")
def read_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive in which the names of all `ARTICLES` are known."""
    folder = tmp_path_factory.mktemp("names") / "archive"
    with Archive.create(folder, workers=1) as archive:
        archive.add_articles(ARTICLES.values())
        archive.update_entities()
    return folder


@pytest.fixture
def named_folder(read_archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read_archive, tmp_path / "archive"))


@pytest.fixture
def named(named_folder: Path) -> Iterator[Archive]:
    """Give an archive of all articles that may be changed."""
    with Archive.open(named_folder, workers=1) as archive:
        yield archive
