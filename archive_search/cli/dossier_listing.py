"""The commands `dossiers list` and `dossiers show`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.archive.desk_json import (
    DOSSIER_COLUMNS,
    KEPT_COLUMNS,
    VERSION,
    dossier_to_dict,
    fetch_if_there,
    kept_to_dict,
)
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.desk_wording import describe_article, describe_day
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.options import TypedText, format_option, index_option
from archive_search.errors import UnknownDossierError
from archive_search.records import Article
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search.store.desk.dossiers import Dossier, DossierArticle


@click.command("list", cls=FrenchCommand, short_help="Liste les dossiers.")
@index_option
@format_option("text", "json", "csv", "tsv")
def list_command(index: Path, output_format: str) -> None:
    """Liste les dossiers par nom, avec le nombre de leurs articles. Termine par 1 s'il n'y en a aucun."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        dossiers = archive.desk.dossiers()
    _print_dossiers(dossiers, output_format)
    if not dossiers:
        raise SystemExit(NOTHING_FOUND)


def _print_dossiers(dossiers: "Sequence[Dossier]", output_format: str) -> None:
    from archive_search.cli.printing import print_table

    rows = [dossier_to_dict(dossier) for dossier in dossiers]
    if output_format == "json":
        print_json({"version": VERSION, "dossiers": rows})
    elif output_format in ("csv", "tsv"):
        print_table(
            DOSSIER_COLUMNS, ([row[name] for name in DOSSIER_COLUMNS] for row in rows), output_format=output_format
        )
    else:
        for dossier in dossiers:
            changed = f"modifié le {describe_day(dossier.changed)}"
            print_answer(f"{group_digits(dossier.articles):>9}  {one_line(dossier.name)} · {changed}")
        print_message(count_things(len(rows), "dossier"))


@click.command("show", cls=FrenchCommand, short_help="Montre les articles d'un dossier.")
@click.argument("words", nargs=-1, required=True, metavar="NOM...", type=TypedText())
@index_option
@format_option("text", "json", "csv", "tsv")
def show_command(words: tuple[str, ...], index: Path, output_format: str) -> None:
    """Montre les articles d'un dossier et leurs notes, dans l'ordre où ils y ont été mis.

    Un article qui a quitté l'archive reste dans le dossier, et c'est dit. Termine par 1 si le dossier est vide, ou
    n'existe pas.
    """
    from archive_search import Archive

    try:
        with Archive.open(index) as archive:
            dossier = archive.desk.dossier(" ".join(words))
            kept = archive.desk.articles_in(dossier.id)
            articles = [fetch_if_there(archive, each.article_id) for each in kept]
    except UnknownDossierError as error:
        print_message(f"archive-search : {error}")
        raise SystemExit(NOTHING_FOUND) from error
    _print_dossier(dossier, list(zip(kept, articles, strict=True)), output_format)
    if not kept:
        raise SystemExit(NOTHING_FOUND)


def _print_dossier(
    dossier: "Dossier", articles: "Sequence[tuple[DossierArticle, Article | None]]", output_format: str
) -> None:
    from archive_search.cli.printing import print_table

    rows = [kept_to_dict(kept, article) for kept, article in articles]
    if output_format == "json":
        print_json({"version": VERSION, "dossier": dossier_to_dict(dossier), "articles": rows})
    elif output_format in ("csv", "tsv"):
        cells = ([row[name] for name in KEPT_COLUMNS] for row in rows)
        print_table(KEPT_COLUMNS, cells, output_format=output_format)
    else:
        for place, (kept, article) in enumerate(articles, 1):
            print_answer(f"{place}. {describe_article(kept.article_id, article)}")
            for line in kept.note.splitlines():
                print_answer(f"   {line}")
        print_message(f"{dossier.name} : {count_things(len(rows), 'article')}")
