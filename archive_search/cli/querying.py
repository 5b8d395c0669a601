"""The command `query`."""

from pathlib import Path

import click

from archive_search.cli.options import format_option, index_option
from archive_search.cli.printing import print_page, print_warnings

NOTHING_FOUND = 1


@click.command("query", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="REQUÊTE")
@index_option
@click.option(
    "--limit", "-n", type=click.IntRange(0, 10_000), default=10, show_default=True, help="Articles à montrer."
)
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True, help="Articles à sauter.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="Ordre des articles.",
)
@click.option("--any", "any_word", is_flag=True, help="Un seul des mots suffit (l'espace veut dire OU).")
@click.option(
    "--facets", "with_facets", is_flag=True, help="Compte aussi par source, agence, rubrique et année (json)."
)
@format_option("text", "json", "jsonl", "csv", "tsv")
def query_command(  # noqa: PLR0913 - click passes each option as an argument
    words: tuple[str, ...],
    index: Path,
    limit: int,
    offset: int,
    sort: str,
    any_word: bool,
    with_facets: bool,
    output_format: str,
) -> None:
    r"""Cherche des articles (« search » est un autre nom de cette commande).

    Tous les mots doivent être dans le même article, sous n'importe quelle forme. Par exemple :

    \b
    archive-search query "Lattaquié base aérienne"
    archive-search query '"base aérienne" ET (Lattaquié OU Tartous)'
    archive-search query 'ministre ADJ/3 Défense SAUF titre:Syrie'

    Termine par 0 si des articles sont trouvés, 1 sinon, 2 en cas d'erreur.
    """
    from archive_search import Archive
    from archive_search.search.facets import Facet

    with Archive.open(index) as archive:
        page = archive.search(
            " ".join(words),
            limit=limit,
            offset=offset,
            sort=sort,
            facets=tuple(Facet) if with_facets or output_format == "json" else (),
            any_word=any_word,
        )
    print_warnings(page.warnings)
    print_page(page, output_format)
    if not page.total:
        raise SystemExit(NOTHING_FOUND)
