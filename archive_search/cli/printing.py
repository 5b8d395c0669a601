"""Print answers as text, JSON, CSV or TSV."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from archive_search.records import Span
from archive_search.search.rendering import add_ellipses, render_plain, render_terminal
from archive_search.search.results import Hit, Page

COLUMNS = (
    "rank",
    "score",
    "article",
    "title",
    "date",
    "date_deduced",
    "source",
    "agency",
    "path",
    "paragraph",
    "snippet",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def colours_wanted() -> bool:
    """Tell whether marks may be coloured: on a terminal, and never under NO_COLOR (https://no-color.org)."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def print_json(value: Any) -> None:
    """Print a value as indented JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_warnings(warnings: Iterable[str]) -> None:
    """Print what the reader should know on standard error."""
    for warning in warnings:
        click.echo(f"attention : {warning}", err=True)


def print_page(page: Page, output_format: str) -> None:
    """Print a page of an answer in one of the formats of ``query``."""
    if output_format == "json":
        print_json(page.to_dict())
    elif output_format == "jsonl":
        for hit in page:
            click.echo(json.dumps(hit.to_dict(), ensure_ascii=False))
    elif output_format in ("csv", "tsv"):
        _print_table(page, delimiter="," if output_format == "csv" else "\t")
    else:
        _print_text(page)


def _print_text(page: Page) -> None:
    plural = "s" if page.total > 1 else ""
    click.echo(f"Interprété : {page.interpreted}", err=True)
    for hit in page:
        _print_hit(hit)
    click.echo(f"{page.total} article{plural} ({page.took_ms:.0f} ms)", err=True)


def _print_hit(hit: Hit) -> None:
    click.echo(f"{hit.rank}. {_marked(hit.title, hit.title_marks)}")
    click.echo(f"   {' · '.join(_facts(hit))}")
    for snippet in hit.snippets:
        if snippet.paragraph == 1 and hit.article.title is not None:
            continue  # the title, already shown above
        click.echo(f"   § {snippet.paragraph}  {add_ellipses(_marked(snippet.text, snippet.marks), snippet)}")
    click.echo()


def _facts(hit: Hit) -> list[str]:
    article = hit.article
    date = f"{article.date.isoformat()}{' (déduite)' if article.date_reason else ''}" if article.date else "sans date"
    return [str(fact) for fact in (date, article.source, article.agency, article.id) if fact]


def _marked(text: str, marks: Sequence[Span]) -> str:
    # An article may hold line breaks of its own; a hit is one line a passage.
    unbroken = text.replace("\n", " ")
    return render_terminal(unbroken, marks) if colours_wanted() else render_plain(unbroken, marks)


def _print_table(page: Page, *, delimiter: str) -> None:
    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for hit in page:
        row = hit.to_dict()
        best = hit.snippets[0] if hit.snippets else None
        row["paragraph"] = best.paragraph if best else None
        row["snippet"] = render_plain(best.text, best.marks).replace("\n", " ") if best else None
        row["date_deduced"] = int(row["date_deduced"])
        writer.writerow([_cell(row[column]) for column in COLUMNS])


def _cell(value: object) -> object:
    """Keep a spreadsheet from running text that an article begins with as a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
