"""Print the answer to a query as text, JSON, CSV or TSV."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import click

from archive_search.analysis.cells import write_row
from archive_search.cli.lines import one_line, print_answer, print_json, print_message, print_rendered
from archive_search.cli.wording import describe_window
from archive_search.records import EntityType, Span
from archive_search.search.facets import NAMES_COUNTED, FacetCount
from archive_search.search.hit_rows import HIT_COLUMNS, hit_row
from archive_search.search.rendering import add_ellipses, render_plain, render_terminal
from archive_search.search.results import Hit, Page
from archive_search.search.wording import count_things, group_digits

FACET_NAMES = {
    "source": "Source",
    "agency": "Agence",
    "section": "Rubrique",
    "year": "Année",
    "month": "Mois",
    "day": "Jour",
    "person": "Personne",
    "place": "Lieu",
    "org": "Organisation",
}
_VALUES_SHOWN = 20
_NAMES_SHOWN = 10
_NAME_FACETS = {entity_type.value for entity_type in EntityType}
_DATE_FACETS = ("year", "month", "day")


def colours_wanted() -> bool:
    """Tell whether marks may be coloured: on a terminal, and never under NO_COLOR (https://no-color.org)."""
    # There is no standard output at all when the caller closed it.
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_warnings(warnings: Iterable[str]) -> None:
    """Print what the reader should know on standard error."""
    for warning in warnings:
        print_message(f"attention : {warning}")


def print_page(page: Page, output_format: str, *, unfolding: str = "show --family") -> None:
    """Print a page of an answer in one of the formats of ``query``.

    Args:
        page: The page.
        output_format: "text", "json", "jsonl", "csv" or "tsv".
        unfolding: Which options show what is folded; the last of them is followed by the id of an article.
    """
    if output_format == "json":
        print_json(page.to_dict())
    elif output_format == "jsonl":
        for hit in page:
            print_json(hit.to_dict(), indent=None)
    elif output_format in ("csv", "tsv"):
        print_table(HIT_COLUMNS, map(hit_row, page), output_format=output_format)
    else:
        _print_text(page, unfolding)


def _print_text(page: Page, unfolding: str) -> None:
    print_message(f"Interprété : {page.interpreted}")
    for hit in page:
        _print_hit(hit)
        if page.folded and (others := tell_others(hit)):
            print_answer(one_line(f"   {others} (voir {unfolding} {hit.article.id})"))
        print_answer("")
    print_facets(page.facets)
    window = describe_window(count_articles(page), total=page.hits_total, offset=page.offset, shown=len(page))
    print_message(f"{window} ({page.took_ms:.0f} ms)")


def count_articles(page: Page) -> str:
    """Count the articles of an answer in French, and its hits where these are fewer."""
    folded = f", {group_digits(page.hits_total)} sans les reprises" if page.hits_total < page.total else ""
    return count_things(page.total, "article") + folded


def tell_others(hit: Hit) -> str:
    """Count in French the other members found of the family of a hit; nothing where there are none."""
    others = hit.family.others if hit.family else 0
    return f"et {count_things(others, 'reprise')}" if others else ""


def _print_hit(hit: Hit) -> None:
    print_rendered(f"{hit.rank}. {_marked(hit.title, hit.title_marks)}")
    print_answer(f"   {one_line(' · '.join(_facts(hit)))}")
    for snippet in hit.snippets:
        if snippet.paragraph == 1 and hit.article.title is not None:
            continue  # the title, already shown above
        print_rendered(f"   § {snippet.paragraph}  {add_ellipses(_marked(snippet.text, snippet.marks), snippet)}")


def _facts(hit: Hit) -> list[str]:
    article = hit.article
    date = f"{article.date.isoformat()}{' (déduite)' if article.date_reason else ''}" if article.date else "sans date"
    return [str(fact) for fact in (date, article.source, article.agency, article.id) if fact]


def _marked(text: str, marks: Sequence[Span]) -> str:
    # An article may hold line breaks of its own; a hit is one line a passage.
    unbroken = text.replace("\n", " ")
    return render_terminal(unbroken, marks) if colours_wanted() else render_plain(unbroken, marks)


def print_facets(facets: Mapping[str, Sequence[FacetCount]], *, limit: int | None = None) -> None:
    """Print counts as text, the largest of each property.

    Args:
        facets: Counts by property, the largest first, dates in order of time.
        limit: Most values shown of each property; None means what suits a screen.
    """
    for facet, values in facets.items():
        print_answer(FACET_NAMES[facet])
        shown = first_values(facet, values, limit or (_NAMES_SHOWN if facet in _NAME_FACETS else _VALUES_SHOWN))
        for value in shown:
            print_answer(f"{group_digits(value.count):>9}  {one_line(value.name)}")
        if len(values) > len(shown):
            more = " ou plus" if facet in _NAME_FACETS and len(values) == NAMES_COUNTED else ""
            print_answer(f"{'…':>9}  {count_things(len(values) - len(shown), 'autre')}{more}")
        if not values:
            print_answer(f"{'—':>9}")


def first_values(facet: str, values: Sequence[FacetCount], limit: int | None) -> Sequence[FacetCount]:
    """Give the largest values of a property; all dates, whose first ones are not the largest."""
    return values if facet in _DATE_FACETS else values[:limit]


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, output_format: str) -> None:
    """Print rows as CSV or TSV under a line of column names, each before the next is asked for."""
    delimiter = "," if output_format == "csv" else "\t"
    for row in chain((columns,), rows):
        click.echo(write_row(row, delimiter=delimiter), nl=False)
