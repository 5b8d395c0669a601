"""The command `more-like`."""

from pathlib import Path

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_json, print_message
from archive_search.cli.options import TypedText, format_option, index_option, limit_option


@click.command("more-like", cls=FrenchCommand, short_help="Cherche les articles semblables à un article.")
@click.argument("article_id", metavar="ARTICLE", type=TypedText())
@index_option
@limit_option(10, things="articles")
@format_option("text", "json", "jsonl", "csv", "tsv")
def more_like_command(article_id: str, index: Path, limit: int, output_format: str) -> None:
    """Cherche les articles qui parlent de la même chose qu'un article, sans ses reprises ni ses autres versions.

    Ils ont un cinquième au moins des trente mots qui disent le plus de l'article : ceux qu'il a souvent, et l'archive
    rarement. La requête qui les cherche est montrée, et se corrige dans « query ». ARTICLE est l'identifiant que
    « query » donne à la fin de la deuxième ligne de chaque résultat. Termine par 1 si aucun article n'est semblable.
    """
    from archive_search import Archive
    from archive_search.cli.printing import print_page, print_warnings

    with Archive.open(index) as archive:
        page = archive.more_like(article_id, limit=limit)
    print_warnings(page.warnings)
    if output_format == "json":
        print_json({"article": article_id, **page.to_dict()})
    elif page.total:
        print_page(page, output_format)
    if not page.total:
        print_message(f"pas d'article semblable à « {article_id} » dans l'archive")
        raise SystemExit(NOTHING_FOUND)
