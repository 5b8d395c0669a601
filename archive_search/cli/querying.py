"""The command `query`."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.excluding import ExcludingCommand, ShieldedText
from archive_search.cli.french import Refusal
from archive_search.cli.narrowing import narrowing_options
from archive_search.cli.options import (
    USUAL_FACETS,
    any_option,
    by_option,
    format_option,
    index_option,
    limit_option,
    offset_option,
    sort_option,
    syntax_option,
)

if TYPE_CHECKING:
    from archive_search.archive.asking import QueryOptions
    from archive_search.cli.batching import Search

# click's own mark, a backspace, keeps the lines of the examples apart.
_HELP = """Cherche des articles (« search » est un autre nom de cette commande).

Tous les mots doivent être dans le même article, sous n'importe quelle forme. Par exemple :

\b
archive-search query "Lattaquié base aérienne"
archive-search query '"base aérienne" ET (Lattaquié OU Tartous)'
archive-search query 'ministre ADJ/3 Défense SAUF titre:Syrie'
archive-search query Syrie -Iran
archive-search query base --person Choïgou --place Syrie
archive-search query base --source "La Gazette du Rhône" --date 2015-10
archive-search query --batch equations.txt --limit 0 --format csv

Les guillemets simples gardent les guillemets de la requête. Termine par 0 si des articles sont trouvés, par 1
sinon, par 2 en cas d'erreur.
"""
_BATCH_HELP = (
    "Fichier d'équations, une par ligne, au lieu d'une requête ; « - » lit l'entrée standard. Les lignes vides et "
    "celles qui commencent par « # » et une espace sont sautées. Chaque équation donne son nombre d'articles et ses "
    "articles ; celle qui ne peut être lue est dite sur la sortie d'erreur, et les autres suivent."
)


@click.command("query", cls=ExcludingCommand, help=_HELP, short_help="Cherche des articles (ou : search).")
@click.argument("words", nargs=-1, metavar="[REQUÊTE...]", type=ShieldedText())
@index_option
@narrowing_options
@click.option("--batch", metavar="FICHIER", help=_BATCH_HELP)
@syntax_option
@limit_option(10, things="articles")
@offset_option(things="articles")
@sort_option("Ordre des articles : les plus pertinents, récents ou anciens d'abord.")
@click.option(
    "--all",
    "unfolded",
    is_flag=True,
    help="Montre chaque article ; sans cela, une dépêche reprise plusieurs fois n'est montrée qu'une fois, avec le "
    "nombre de ses reprises.",
)
@any_option
@click.option(
    "--facets",
    "with_facets",
    is_flag=True,
    help="Compte aussi par source, agence, rubrique, année, personne, lieu et organisation, ou selon --by (toujours en "
    "json ; avec --batch, à la demande, en json et en jsonl).",
)
@by_option
@format_option("text", "json", "jsonl", "csv", "tsv")
def query_command(  # noqa: PLR0913 - click passes each option as an argument
    words: tuple[str, ...],
    index: Path,
    narrowing: "QueryOptions",
    batch: str | None,
    syntax: str,
    limit: int,
    offset: int,
    sort: str,
    unfolded: bool,
    any_word: bool,
    with_facets: bool,
    by: tuple[str, ...],
    output_format: str,
) -> None:
    """Search and print a page of the answer, or those of a list of equations."""
    from archive_search import Archive

    _check_asked(words, narrowing, batch=batch)
    wants_facets = with_facets or by or (output_format == "json" and batch is None)
    options: QueryOptions = {**narrowing, "syntax": syntax, "any_word": any_word}
    with Archive.open(index) as archive:
        search = partial(
            archive.search,
            **options,
            limit=limit,
            offset=offset,
            sort=sort,
            facets=(by or USUAL_FACETS) if wants_facets else (),
            fold=not unfolded,
        )
        query = " ".join(words)
        status = _answer(search, query, output_format) if batch is None else _answer_all(search, batch, output_format)
    if status:
        raise SystemExit(status)


def _check_asked(words: Sequence[str], narrowing: "QueryOptions", *, batch: str | None) -> None:
    if words and batch is not None:
        raise Refusal(f"« {' '.join(words)} » est de trop : donnez une requête ou --batch, pas les deux")
    if not (words or any(narrowing.values()) or batch is not None):
        raise Refusal("il manque REQUÊTE..., un nom, une source ou une date (voir archive-search query --help)")


def _answer(search: "Search", query: str, output_format: str) -> int:
    from archive_search.cli.printing import print_page, print_warnings

    page = search(query)
    print_warnings(page.warnings)
    print_page(page, output_format, unfolding="--all, ou show --family")
    return 0 if page.total else NOTHING_FOUND


def _answer_all(search: "Search", path: str, output_format: str) -> int:
    # One query, which must start at once, needs no reader of files.
    from archive_search.cli.batching import run_batch

    return run_batch(search, path, output_format=output_format)
