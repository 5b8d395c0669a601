"""Write a press review as one page of HTML: no script, no file beside it, fit for print and for phones.

All text is escaped by the templates; only addresses of the web become links.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from archive_search.exports.citations.iso690 import parts_as_html
from archive_search.exports.exported import USUAL_TITLE, ExportedArticle, Heading
from archive_search.exports.french_dates import spell_day
from archive_search.exports.review.gathering import gather
from archive_search.exports.review.setting import SetArticle, count_articles

_TEMPLATES = Path(__file__).with_name("templates")


def write_html(articles: Iterable[ExportedArticle], *, heading: Heading) -> Iterator[str]:
    """Yield the page, piece by piece.

    Args:
        articles: What to show, in order.
        heading: What stands above.

    Raises:
        OSError: The disk has no room for what waits to be written.
    """
    templates = _load_templates()
    with gather(articles, write_article=_write_article, write_reference=_write_reference) as gathered:
        yield from templates.get_template("review.html").generate(
            heading=heading,
            usual_title=USUAL_TITLE,
            made=spell_day(heading.made),
            count=count_articles(len(gathered.entries)),
            period=gathered.period,
            entries=gathered.entries,
            # These were escaped when they were written.
            body=map(Markup, gathered.read_body()),
            references=(Markup(entry.reference) for entry in gathered.entries),
        )


def _write_article(shown: SetArticle) -> str:
    reference = Markup(_write_reference(shown))
    return _load_templates().get_template("article.html").render(article=shown, reference=reference)


def _write_reference(shown: SetArticle) -> str:
    return parts_as_html(shown.reference)


@cache
def _load_templates() -> Environment:
    """Give the templates, each read once; what they name must be there."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
