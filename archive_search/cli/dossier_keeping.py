"""The commands `dossiers create`, `add`, `remove`, `note`, `rename` and `delete`."""

from pathlib import Path

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_message
from archive_search.cli.options import TypedText, index_option
from archive_search.search.wording import count_things

_name_argument = click.argument("name", metavar="NOM", type=TypedText())
_articles_argument = click.argument("article_ids", nargs=-1, required=True, metavar="ARTICLE...", type=TypedText())


@click.command("create", cls=FrenchCommand, short_help="Crée un dossier.")
@click.argument("words", nargs=-1, required=True, metavar="NOM...", type=TypedText())
@index_option
def create_command(words: tuple[str, ...], index: Path) -> None:
    """Crée un dossier vide. Son nom a 200 caractères au plus."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        dossier = archive.desk.create_dossier(" ".join(words))
    print_message(f"dossier « {dossier.name} » créé")


@click.command("add", cls=FrenchCommand, short_help="Met des articles dans un dossier.")
@_name_argument
@_articles_argument
@index_option
def add_command(name: str, article_ids: tuple[str, ...], index: Path) -> None:
    """Met dans le dossier NOM des articles, par leur identifiant, que « query » donne.

    Si l'archive n'a pas l'un d'eux, aucun n'est mis.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        dossier = archive.desk.dossier(name)
        count = archive.desk.add_to_dossier(dossier.id, article_ids)
    there = len(set(article_ids)) - count
    told = f" ({there} y {'étaient' if there > 1 else 'était'} déjà)" if there else ""
    print_message(f"{count_things(count, 'article ajouté')} à « {dossier.name} »{told}")


@click.command("remove", cls=FrenchCommand, short_help="Retire des articles d'un dossier.")
@_name_argument
@_articles_argument
@index_option
def remove_command(name: str, article_ids: tuple[str, ...], index: Path) -> None:
    """Retire du dossier NOM des articles, avec leurs notes ; ils restent dans l'archive.

    Termine par 1 si aucun n'était dans le dossier.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        dossier = archive.desk.dossier(name)
        count = archive.desk.remove_from_dossier(dossier.id, article_ids)
    print_message(f"{count_things(count, 'article retiré')} de « {dossier.name} », sur {len(article_ids)}")
    if not count:
        raise SystemExit(NOTHING_FOUND)


@click.command("note", cls=FrenchCommand, short_help="Note quelque chose d'un article d'un dossier.")
@_name_argument
@click.argument("article_id", metavar="ARTICLE", type=TypedText())
@click.argument("words", nargs=-1, metavar="[TEXTE...]", type=TypedText())
@index_option
def note_command(name: str, article_id: str, words: tuple[str, ...], index: Path) -> None:
    """Écrit TEXTE à côté d'un article du dossier NOM, à la place de ce qui y était ; sans TEXTE, l'efface."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        dossier = archive.desk.dossier(name)
        archive.desk.set_note(dossier.id, article_id, " ".join(words))
    print_message(f"note {'écrite' if words else 'effacée'} : « {dossier.name} », {article_id}")


@click.command("rename", cls=FrenchCommand, short_help="Renomme un dossier.")
@_name_argument
@click.argument("new_name", metavar="NOUVEAU", type=TypedText())
@index_option
def rename_command(name: str, new_name: str, index: Path) -> None:
    """Donne au dossier NOM le nom NOUVEAU."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        dossier = archive.desk.dossier(name)
        renamed = archive.desk.rename_dossier(dossier.id, new_name)
    print_message(f"« {dossier.name} » s'appelle maintenant « {renamed.name} »")


@click.command("delete", cls=FrenchCommand, short_help="Supprime un dossier.")
@_name_argument
@index_option
def delete_command(name: str, index: Path) -> None:
    """Supprime le dossier NOM ; ses articles restent dans l'archive.

    Leurs identifiants sont donnés, un par ligne, chacun suivi de sa note après une tabulation : « dossiers create »,
    « dossiers add » et « dossiers note » refont le dossier.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        removed = archive.desk.delete_dossier(archive.desk.dossier(name).id)
    for kept in removed.articles:
        print_answer("\t".join(map(one_line, filter(None, (kept.article_id, kept.note)))))
    counted = count_things(len(removed.articles), "article")
    print_message(f"dossier « {removed.dossier.name} » supprimé, qui avait {counted}")
