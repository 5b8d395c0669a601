"""The command `alerts`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.archive.desk_json import VERSION, alert_to_dict, fetch_if_there
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.desk_wording import describe_article
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.options import format_option, index_option, limit_option
from archive_search.errors import QueryError
from archive_search.search.wording import count_things, group_digits

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.archive.saved_searches import Visit


@click.command("alerts", cls=FrenchCommand, short_help="Dit ce que les recherches enregistrées trouvent de nouveau.")
@index_option
@limit_option(5, things="articles")
@click.option("--seen", "marks_seen", is_flag=True, help="Tient ensuite tous ces articles pour vus.")
@format_option("text", "json")
def alerts_command(index: Path, limit: int, marks_seen: bool, output_format: str) -> None:
    """Dit ce que chaque recherche enregistrée trouve qu'elle ne trouvait pas la dernière fois, le plus récent d'abord.

    Regarder ne change rien : la même commande redira la même chose, jusqu'à --seen. --limit vaut pour chaque recherche.
    Termine par 0 s'il y a du nouveau, par 1 sinon, par 2 si une recherche ne peut plus être lancée ; les autres sont
    dites quand même.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        visits = archive.desk.alerts()
        _print_visits(archive, visits, limit, output_format)
        for visit in visits:
            if marks_seen and not visit.fault:
                archive.desk.mark_visited(visit.search.id)
    status = _print_outcome(visits)
    if status:
        raise SystemExit(status)


def _print_visits(archive: "Archive", visits: "Sequence[Visit]", limit: int, output_format: str) -> None:
    if output_format == "json":
        alerts = [alert_to_dict(archive, visit, limit=limit) for visit in visits]
        print_json({"version": VERSION, "alerts": alerts})
        return
    for visit in visits:
        if visit.new:
            _print_news(archive, visit, limit)


def _print_news(archive: "Archive", visit: "Visit", limit: int) -> None:
    counted = f"{count_things(len(visit.new), 'nouveau')} sur {group_digits(visit.total)}"
    print_answer(one_line(f"{visit.search.name} : {counted}"))
    for article_id in visit.new[:limit]:
        print_answer(f"  {describe_article(article_id, fetch_if_there(archive, article_id))}")
    if len(visit.new) > limit:
        print_answer(f"  … et {count_things(len(visit.new) - limit, 'autre')}")


def _print_outcome(visits: "Sequence[Visit]") -> int:
    """Say on standard error how many searches have news and which cannot be run, and give the exit status."""
    faulty = [visit for visit in visits if visit.fault]
    for visit in faulty:
        print_message(f"échec : {visit.search.name} : {visit.fault}")
    news = sum(bool(visit.new) for visit in visits)
    print_message(_describe_outcome(news, len(visits)))
    if faulty:
        return QueryError.exit_code
    return 0 if news else NOTHING_FOUND


def _describe_outcome(news: int, searches: int) -> str:
    if not searches:
        return "aucune recherche enregistrée : « archive-search searches save NOM REQUÊTE » en enregistre une"
    if not news:
        return f"rien de nouveau dans {count_things(searches, 'recherche')}"
    return f"du nouveau dans {count_things(news, 'recherche')} sur {group_digits(searches)}"
