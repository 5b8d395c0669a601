r"""Run a list of equations on one archive, and print each answer as soon as it is there.

A list is a file of one equation a line, in any encoding that the sources are read in. Empty lines, and lines that begin
by "# ", are left out. An equation that cannot be run is told with its line, and the rest goes on.

>>> import io
>>> from archive_search.cli.batching import read_equations
>>> list(read_equations(io.BytesIO(b"# bases\n\nSyrie ET Irak\n"), name="veille.txt"))
[Equation(line=3, text='Syrie ET Irak')]
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from archive_search.cli import NOTHING_FOUND
from archive_search.cli.french import Refusal
from archive_search.cli.lines import one_line, print_answer, print_json, print_message
from archive_search.cli.printing import count_articles, print_table, print_warnings, tell_others
from archive_search.errors import QueryError
from archive_search.query.bounds import MAX_CHARACTERS
from archive_search.search.hit_rows import HIT_COLUMNS, hit_row
from archive_search.search.results import Hit, Page
from archive_search.sources.files import describe_os_error
from archive_search.sources.formats.tables.decoded_lines import read_lines

STANDARD_INPUT = "-"
BATCH_COLUMNS = ("line", "query", "interpreted", "total", "hits_total", "warnings", "error", *HIT_COLUMNS)

# No character takes more than four bytes: whatever is longer, line end included, has too many characters.
_LINE_BYTES = 4 * MAX_CHARACTERS + 3
_TOO_LONG = f"requête de plus de {MAX_CHARACTERS} caractères : raccourcissez-la"

Search: TypeAlias = Callable[[str], Page]


class Equation(NamedTuple):
    """Hold one equation of a list, without the blanks around it.

    Attributes:
        line: Number of its line, from 1.
        text: The equation; None for a line too long to be kept.
    """

    line: int
    text: str | None


class Answer(NamedTuple):
    """Hold what came of an equation: a page, or else why there is none.

    Attributes:
        line: Number of its line, from 1.
        query: The equation; empty where the line was too long to be kept.
        outcome: Its answer, or in French why it cannot be run, and where.
    """

    line: int
    query: str
    outcome: Page | str


class Batch:
    """Answer equations one after the other, and remember how that went."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._asked = self._found = self._failed = False

    def answer(self, equation: Equation) -> Answer:
        """Run an equation; what is wrong with it is told on standard error too."""
        self._asked = True
        try:
            page = self._run(equation.text)
        except QueryError as error:
            self._failed = True
            reason = f"{error} (caractère {error.position + 1})"
            print_message(f"échec : ligne {equation.line} : {reason}")
            return Answer(equation.line, equation.text or "", reason)
        self._found = self._found or page.total > 0
        return Answer(equation.line, page.query, page)

    def _run(self, text: str | None) -> Page:
        if text is None:
            raise QueryError(_TOO_LONG, position=MAX_CHARACTERS)
        return self._search(text)

    @property
    def was_empty(self) -> bool:
        """Tell whether there was no equation at all."""
        return not self._asked

    @property
    def exit_status(self) -> int:
        """Give 2 when an equation failed, else 1 when none found anything, else 0."""
        if self._failed:
            return QueryError.exit_code
        return 0 if self._found else NOTHING_FOUND


def run_batch(search: Search, path: str, *, output_format: str) -> int:
    """Run the equations of a list, print their answers, and give the exit status.

    Args:
        search: What answers one equation, and raises `QueryError` where it cannot be run.
        path: The file, or "-" for standard input.
        output_format: One of the formats of ``query``.

    Raises:
        Refusal: The list cannot be read.
    """
    name = "entrée standard" if path == STANDARD_INPUT else path
    batch = Batch(search)
    with _open_list(path) as stream:
        print_answers(map(batch.answer, read_equations(stream, name=name)), output_format)
    if batch.was_empty:
        print_message(f"{name} : aucune équation (une par ligne)")
    return batch.exit_status


def _open_list(path: str) -> AbstractContextManager[BinaryIO]:
    if path != STANDARD_INPUT:
        try:
            return Path(path).open("rb")
        except (OSError, ValueError) as error:
            raise Refusal(f"{path} : {describe_os_error(error)}") from error
    if sys.stdin is None:
        raise Refusal("l'entrée standard est fermée : envoyez-y les équations, ou nommez un fichier")
    return nullcontext(sys.stdin.buffer)


def read_equations(stream: BinaryIO, *, name: str) -> Iterator[Equation]:
    """Yield the equations of a list as they are read.

    Args:
        stream: The list.
        name: What to call it where it cannot be read to its end.

    Raises:
        Refusal: The disk refuses.
    """
    try:
        for number, line in enumerate(read_lines(stream, limit=_LINE_BYTES), start=1):
            text = None if line is None else line.strip()
            if text is None or not _is_remark(text):
                yield Equation(number, text)
    except OSError as error:
        raise Refusal(f"{name} : {describe_os_error(error)}") from error


def _is_remark(text: str) -> bool:
    return text in ("", "#") or text.startswith("# ")


def print_answers(answers: Iterable[Answer], output_format: str) -> None:
    """Print answers in one of the formats of ``query``, each before the next is asked for."""
    if output_format == "json":
        _print_document(answers)
    elif output_format == "jsonl":
        for answer in answers:
            print_json(answer_to_dict(answer), indent=None)
    elif output_format in ("csv", "tsv"):
        rows = (row for answer in answers for row in _rows(answer))
        print_table(BATCH_COLUMNS, rows, output_format=output_format)
    else:
        for answer in answers:
            _print_text(answer)


def answer_to_dict(answer: Answer) -> dict[str, Any]:
    """Give what came of an equation as JSON version 1 has it."""
    if isinstance(answer.outcome, Page):
        return {"line": answer.line, **answer.outcome.to_dict(), "error": None}
    return {"line": answer.line, "query": answer.query, "error": answer.outcome}


def _print_document(answers: Iterable[Answer]) -> None:
    # The document is written piece by piece: the answers to a long list need not fit in memory together.
    print_answer('{"version": 1, "queries": [')
    for place, answer in enumerate(answers):
        if place:
            print_answer(",")
        print_json(answer_to_dict(answer), indent=None)
    print_answer("]}")


def _rows(answer: Answer) -> Iterator[list[object]]:
    """Yield a row for each hit, or one with empty cells when there is none."""
    no_hit: list[object] = [None] * len(HIT_COLUMNS)
    match answer.outcome:
        case str() as reason:
            yield [answer.line, answer.query, None, None, None, None, reason, *no_hit]
        case page:
            counts = page.total, page.hits_total
            about = [answer.line, answer.query, page.interpreted, *counts, " | ".join(page.warnings), None]
            for cells in map(hit_row, page) if page.hits else (no_hit,):
                yield [*about, *cells]


def _print_text(answer: Answer) -> None:
    page = answer.outcome
    if isinstance(page, str):
        return  # told on standard error
    print_warnings(f"ligne {answer.line} : {warning}" for warning in page.warnings)
    print_answer(one_line(f"ligne {answer.line} : {count_articles(page)} — {page.interpreted}"))
    for hit in page:
        print_answer(one_line(_brief(hit, folded=page.folded)))


def _brief(hit: Hit, *, folded: bool) -> str:
    date = hit.date.isoformat() if hit.date else "sans date"
    facts = " · ".join(filter(None, (date, hit.article.source or hit.article.agency, hit.title)))
    others = tell_others(hit) if folded else ""
    return f"{hit.rank:>5}. {facts}" + (f" ({others})" if others else "")
