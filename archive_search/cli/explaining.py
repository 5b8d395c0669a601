"""The command `explain`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.excluding import ExcludingCommand, ShieldedText
from archive_search.cli.french import Refusal
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.narrowing import narrowing_options
from archive_search.cli.options import SYNTAXES, TypedText, format_option, index_option, syntax_option
from archive_search.query.syntax import Syntax

if TYPE_CHECKING:
    from archive_search.archive.asking import QueryOptions

_SERVICES = tuple(syntax for syntax in SYNTAXES if syntax != Syntax.STANDARD)

# click's own mark, a backspace, keeps the lines of the examples apart.
_HELP = """Explique une requête : ce que trouve chacune de ses parties, et les formes de chaque mot dans l'archive.

Les formes venues par la famille du mot sont mises à part, avec de quoi les écarter. Avec --article, montre ce qui fait
le score de cet article, ou ce qui lui manque. Avec --as, écrit la même requête pour un autre service, sans archive. Par
exemple :

\b
archive-search explain "base aérienne"
archive-search explain marché --article depeches/halles.txt
archive-search explain --as factiva 'titre:(Syrie OU Irak)'

Termine par 1 si la requête ne trouve rien.
"""


@click.command("explain", cls=ExcludingCommand, help=_HELP, short_help="Explique ce qu'une requête trouve.")
@click.argument("words", nargs=-1, required=True, metavar="REQUÊTE...", type=ShieldedText())
@index_option
@click.option(
    "--article",
    metavar="ARTICLE",
    type=TypedText(),
    help="Identifiant d'un article dont le score est à expliquer, tel que « query » le donne.",
)
@click.option(
    "--as",
    "service",
    type=click.Choice(_SERVICES),
    help="Écrit la requête dans le langage de ce service ; ce qu'il ne sait pas dire est signalé.",
)
@narrowing_options
@syntax_option
@format_option("text", "json")
def explain_command(  # noqa: PLR0913 - click passes each option as an argument
    words: tuple[str, ...],
    index: Path,
    article: str | None,
    service: str | None,
    narrowing: "QueryOptions",
    syntax: str,
    output_format: str,
) -> None:
    """Explain a query, or translate it."""
    query = " ".join(words)
    options: QueryOptions = {**narrowing, "syntax": syntax}
    if service is None:
        _explain(query, options, index, article=article, output_format=output_format)
    elif article is None:
        _translate(query, options, service, output_format=output_format)
    else:
        raise Refusal("--article et --as ne vont pas ensemble : choisissez")


def _explain(query: str, options: "QueryOptions", index: Path, *, article: str | None, output_format: str) -> None:
    from archive_search import Archive
    from archive_search.cli.explanation_text import describe_explanation
    from archive_search.cli.printing import print_warnings

    with Archive.open(index) as archive:
        found = archive.explain(query, article=article, **options)
    print_warnings(found.warnings)
    if output_format == "json":
        print_json(found.to_dict())
    else:
        for line in describe_explanation(found):
            print_answer(one_line(line))
    if not found.total:
        raise SystemExit(NOTHING_FOUND)


def _translate(query: str, options: "QueryOptions", service: str, *, output_format: str) -> None:
    from archive_search.archive.asking import read_query
    from archive_search.cli.printing import print_warnings
    from archive_search.query.translation.translating import translate

    parsed = read_query(query, options)
    translation = translate(parsed.tree, Syntax(service))
    print_warnings(parsed.warnings)
    if output_format == "json":
        written = {"service": service, "text": translation.text, "notes": list(translation.notes)}
        warnings = list(parsed.warnings)
        print_json({"version": 1, "query": query, "interpreted": parsed.interpreted, "warnings": warnings, **written})
        return
    for note in translation.notes:
        print_message(f"attention : {note}")
    print_answer(one_line(translation.text))
