"""The commands `searches list` and `searches show`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.archive.desk_json import VERSION, search_to_dict, visit_to_dict
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.desk_wording import describe_day, describe_options
from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.options import TypedText, format_option, index_option
from archive_search.errors import UnknownSearchError
from archive_search.search.wording import count_things

if TYPE_CHECKING:
    from archive_search.archive.saved_searches import SavedSearch, Visit

_SORTS = {
    "relevance": "les plus pertinents d'abord",
    "newest": "les plus récents d'abord",
    "oldest": "les plus anciens d'abord",
}


@click.command("list", cls=FrenchCommand, short_help="Liste les recherches enregistrées.")
@index_option
@format_option("text", "json")
def list_command(index: Path, output_format: str) -> None:
    """Liste les recherches enregistrées, par nom. Termine par 1 s'il n'y en a aucune."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        searches = archive.desk.saved_searches()
    _print_searches(searches, output_format)
    if not searches:
        raise SystemExit(NOTHING_FOUND)


def _print_searches(searches: "Sequence[SavedSearch]", output_format: str) -> None:
    if output_format == "json":
        print_json({"version": VERSION, "searches": [search_to_dict(search) for search in searches]})
        return
    for search in searches:
        print_answer(one_line(" · ".join(filter(None, (search.name, search.query, *describe_options(search))))))
    print_message(count_things(len(searches), "recherche"))


@click.command("show", cls=FrenchCommand, short_help="Montre une recherche enregistrée.")
@click.argument("words", nargs=-1, required=True, metavar="NOM...", type=TypedText())
@index_option
@format_option("text", "json")
def show_command(words: tuple[str, ...], index: Path, output_format: str) -> None:
    """Montre ce que demande une recherche enregistrée, et combien d'articles elle trouve, dont combien de nouveaux.

    Termine par 1 si elle n'existe pas, par 2 si elle ne peut plus être lancée.
    """
    from archive_search import Archive

    try:
        with Archive.open(index) as archive:
            visit = archive.desk.look(archive.desk.saved_search(" ".join(words)).id)
    except UnknownSearchError as error:
        print_message(f"archive-search : {error}")
        raise SystemExit(NOTHING_FOUND) from error
    if output_format == "json":
        print_json({"version": VERSION, **visit_to_dict(visit)})
    else:
        _print_visit(visit)
    if visit.fault:
        raise Refusal(f"{visit.search.name} : {visit.fault}")


def _print_visit(visit: "Visit") -> None:
    search = visit.search
    visited = f"vue le {describe_day(search.visited)}" if search.visited else "jamais revue"
    lines = [
        search.name,
        f"Requête : {search.query}" if search.query else "",
        *(described.capitalize() for described in describe_options(search)),
        f"Ordre : {_SORTS[search.sort]}",
        f"Enregistrée le {describe_day(search.created)}, {visited}",
        "" if visit.fault else f"{count_things(visit.total, 'article')}, {count_things(len(visit.new), 'nouveau')}",
    ]
    for line in filter(None, lines):
        print_answer(one_line(line))
