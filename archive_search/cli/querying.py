"""The command `query`."""

from collections.abc import Callable
from pathlib import Path

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.excluding import ExcludingCommand, ShieldedText
from archive_search.cli.french import Refusal
from archive_search.cli.options import Command, TypedText, format_option, index_option, limit_option, offset_option

# click's own mark, a backspace, keeps the lines of the examples apart.
_HELP = """Cherche des articles (« search » est un autre nom de cette commande).

Tous les mots doivent être dans le même article, sous n'importe quelle forme. Par exemple :

\b
archive-search query "Lattaquié base aérienne"
archive-search query '"base aérienne" ET (Lattaquié OU Tartous)'
archive-search query 'ministre ADJ/3 Défense SAUF titre:Syrie'
archive-search query Syrie -Iran
archive-search query base --person Choïgou --place Syrie

Les guillemets simples gardent les guillemets de la requête. Termine par 0 si des articles sont trouvés, par 1
sinon, par 2 en cas d'erreur.
"""


def _name_option(*names: str, thing: str) -> Callable[[Command], Command]:
    described = f"Seulement les articles qui nomment {thing}, quelle que soit l'écriture ; plusieurs fois si besoin."
    return click.option(*names, metavar="NOM", multiple=True, type=TypedText(), help=described)


@click.command("query", cls=ExcludingCommand, help=_HELP, short_help="Cherche des articles (ou : search).")
@click.argument("words", nargs=-1, metavar="[REQUÊTE...]", type=ShieldedText())
@index_option
@_name_option("--person", "-p", "persons", thing="cette personne")
@_name_option("--place", "places", thing="ce lieu")
@_name_option("--org", "orgs", thing="cette organisation")
@limit_option(10, things="articles")
@offset_option(things="articles")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="Ordre des articles : les plus pertinents, récents ou anciens d'abord.",
)
@click.option("--any", "any_word", is_flag=True, help="Un seul des mots suffit (l'espace veut dire OU).")
@click.option(
    "--facets",
    "with_facets",
    is_flag=True,
    help="Compte aussi par source, agence, rubrique, année, personne, lieu et organisation (toujours en json).",
)
@format_option("text", "json", "jsonl", "csv", "tsv")
def query_command(  # noqa: PLR0913 - click passes each option as an argument
    words: tuple[str, ...],
    index: Path,
    persons: tuple[str, ...],
    places: tuple[str, ...],
    orgs: tuple[str, ...],
    limit: int,
    offset: int,
    sort: str,
    any_word: bool,
    with_facets: bool,
    output_format: str,
) -> None:
    """Search and print a page of the answer."""
    from archive_search import Archive
    from archive_search.cli.printing import print_page, print_warnings
    from archive_search.search.facets import Facet

    if not (words or persons or places or orgs):
        raise Refusal("il manque REQUÊTE... ou un nom (voir archive-search query --help)")
    with Archive.open(index) as archive:
        page = archive.search(
            " ".join(words),
            persons=persons,
            places=places,
            orgs=orgs,
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
