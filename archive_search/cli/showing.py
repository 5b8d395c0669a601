"""The command `show`."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.archive.shown_article_json import shown_article_to_dict
from archive_search.cli.french import FrenchCommand, Refusal
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.listing import NOT_YET_NAMED
from archive_search.cli.options import TypedText, format_option, index_option
from archive_search.family_records import Family
from archive_search.records import Article, EntityType, Kind
from archive_search.search.wording import count_things

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.engines.naming.reading import ArticleNames

_KIND_NAMES = {
    Kind.TITLE: "titre",
    Kind.LEAD: "chapo",
    Kind.HEADING: "intertitre",
    Kind.BODY: "texte",
    Kind.CAPTION: "légende",
    Kind.BYLINE: "signature",
}
_TYPE_TITLES = {EntityType.PERSON: "Personnes", EntityType.PLACE: "Lieux", EntityType.ORG: "Organisations"}


@click.command("show", cls=FrenchCommand, short_help="Montre un article entier et ses noms, ou sa famille.")
@click.argument("article_id", metavar="ARTICLE", type=TypedText())
@index_option
@click.option("--removed", "with_removed", is_flag=True, help="Montre aussi ce que le nettoyage a retiré.")
@click.option(
    "--family",
    "with_family",
    is_flag=True,
    help="Montre à la place les articles qui donnent le même texte, et ce que chacun y change.",
)
@click.option(
    "--compare",
    "other_id",
    metavar="ARTICLE",
    type=TypedText(),
    help="Avec --family, l'article à comparer mot à mot à la première publication ; sans cela, le dernier paru.",
)
@format_option("text", "json")
def show_command(
    article_id: str, index: Path, with_removed: bool, with_family: bool, other_id: str | None, output_format: str
) -> None:
    """Montre un article entier, avec ses paragraphes numérotés, et les noms qui s'y trouvent ; ou bien sa famille.

    ARTICLE est l'identifiant que « query » donne à la fin de la deuxième ligne de chaque résultat. Avec --family,
    termine par 1 si aucun autre article ne donne son texte.
    """
    from archive_search import Archive
    from archive_search.cli.comparing import show_family

    if other_id is not None and not with_family:
        raise Refusal("--compare va avec --family : ajoutez-le")
    with Archive.open(index) as archive:
        if with_family:
            show_family(archive, article_id, other_id, output_format=output_format)
        else:
            _show_article(archive, article_id, with_removed=with_removed, output_format=output_format)


def _show_article(archive: "Archive", article_id: str, *, with_removed: bool, output_format: str) -> None:
    article, names, family = archive.fetch(article_id), archive.names(article_id), archive.family(article_id)
    if output_format == "json":
        print_json(shown_article_to_dict(article, names=names, family=family))
    else:
        _print_article(article, family, with_removed=with_removed)
        _print_names(names)


def _print_article(article: Article, family: Family | None, *, with_removed: bool) -> None:
    for name, value in _facts(article):
        print_answer(f"{name} : {one_line(value)}")
    if family:
        print_answer(f"Famille : {count_things(len(family.members), 'article')} (voir --family)")
    print_answer("")
    _print_removed(article, 0, wanted=with_removed)
    for paragraph in article.paragraphs:
        print_answer(f"§ {paragraph.number} ({_KIND_NAMES[paragraph.kind]})")
        print_answer(f"{paragraph.text}\n")
        _print_removed(article, paragraph.number, wanted=with_removed)


def _print_names(names: "ArticleNames") -> None:
    if not names.is_settled:
        print_message(f"les noms de cet article {NOT_YET_NAMED}")
    for entity_type, title in _TYPE_TITLES.items():
        found = Counter(
            mention.name for mention in names.mentions if mention.type is entity_type and not mention.role.is_signature
        )
        if found:
            print_answer(f"{title} : {one_line(', '.join(map(_say_count, found.items())))}")
    for other in dict.fromkeys(reference.article for reference in names.references if reference.article):
        print_answer(f"voir : {one_line(other)}")


def _say_count(counted: tuple[str, int]) -> str:
    name, count = counted
    return f"{name} ({count})" if count > 1 else name


def _print_removed(article: Article, after: int, *, wanted: bool) -> None:
    for passage in article.removed:
        if wanted and passage.after == after:
            print_answer(f"— retiré ({passage.rule}) : {passage.text}\n")


def _facts(article: Article) -> list[tuple[str, str]]:
    date = article.date.isoformat() if article.date else "inconnue"
    if article.date_reason:
        date += f" (déduite : {article.date_reason})"
    facts = [
        ("Article", article.id),
        ("Titre", article.title),
        ("Date", date),
        ("Heure", article.time),
        ("Source", article.source),
        ("Agence", article.agency),
        ("Rubrique", article.section),
        ("Auteurs", ", ".join(article.authors)),
        ("Page", article.page),
        ("Langue", article.language),
        ("Sujets", ", ".join(article.keywords)),
        ("Droits", article.rights),
        ("Adresse", article.url),
        ("Autres identifiants", ", ".join(article.identifiers)),
        ("Fichier", article.path),
        ("Retiré", f"{count_things(len(article.removed), 'passage')} (voir --removed)" if article.removed else None),
    ]
    return [(name, value) for name, value in facts if value]
