"""The commands `searches save`, `rename` and `delete`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli.desk_wording import describe_options
from archive_search.cli.excluding import ExcludingCommand, ShieldedText
from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import print_message
from archive_search.cli.narrowing import narrowing_options
from archive_search.cli.options import TypedText, any_option, index_option, sort_option, syntax_option
from archive_search.search.wording import count_things

if TYPE_CHECKING:
    from archive_search.archive.asking import QueryOptions

_name_argument = click.argument("name", metavar="NOM", type=TypedText())


@click.command("save", cls=ExcludingCommand, short_help="Enregistre une recherche.")
@_name_argument
@click.argument("words", nargs=-1, metavar="[REQUÊTE...]", type=ShieldedText())
@index_option
@narrowing_options
@syntax_option
@sort_option("Ordre dans lequel elle sera montrée.")
@any_option
def save_command(  # noqa: PLR0913 - click passes each option as an argument
    name: str,
    words: tuple[str, ...],
    index: Path,
    narrowing: "QueryOptions",
    syntax: str,
    sort: str,
    any_word: bool,
) -> None:
    """Enregistre sous NOM une recherche, écrite comme pour « query ».

    Ce qu'elle trouve alors est tenu pour vu : « alerts » dira ce qui vient ensuite.
    """
    from archive_search import Archive

    if not (words or any(narrowing.values())):
        raise Refusal("il manque REQUÊTE..., un nom, une source ou une date (voir archive-search searches save --help)")
    options: QueryOptions = {**narrowing, "syntax": syntax, "any_word": any_word}
    with Archive.open(index) as archive:
        search = archive.desk.save_search(name, " ".join(words), options, sort=sort)
        total = archive.desk.look(search.id).total
    print_message(f"recherche « {search.name} » enregistrée : {count_things(total, 'article')} pour l'instant")


@click.command("rename", cls=FrenchCommand, short_help="Renomme une recherche enregistrée.")
@_name_argument
@click.argument("new_name", metavar="NOUVEAU", type=TypedText())
@index_option
def rename_command(name: str, new_name: str, index: Path) -> None:
    """Donne à la recherche NOM le nom NOUVEAU."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        search = archive.desk.saved_search(name)
        renamed = archive.desk.rename_search(search.id, new_name)
    print_message(f"« {search.name} » s'appelle maintenant « {renamed.name} »")


@click.command("delete", cls=FrenchCommand, short_help="Supprime une recherche enregistrée.")
@_name_argument
@index_option
def delete_command(name: str, index: Path) -> None:
    """Supprime la recherche NOM, et dit ce qu'elle demandait ; les articles restent."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        search = archive.desk.delete_search(archive.desk.saved_search(name).id)
    asked = " · ".join(filter(None, (search.query, *describe_options(search))))
    print_message(f"recherche « {search.name} » supprimée : {asked}")
