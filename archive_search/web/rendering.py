"""Make pages of templates, in the language of the reader."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request

from archive_search.web.addresses import Addresses
from archive_search.web.languages import LANGUAGES, choose_language, translations_of
from archive_search.web.marked_text import mark_text
from archive_search.web.sentences import as_sentence, bind_signs
from archive_search.web.site import site_of
from archive_search.web.wording import say_day, say_number, say_period


def language_of(request: Request) -> str:
    """Give the language of the page that answers a request."""
    return choose_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))


def addresses_of(request: Request) -> Addresses:
    """Give what writes the addresses of the page that answers a request."""
    asked = request.query_params.get("lang")
    return Addresses(language=asked if asked in LANGUAGES else None)


def render(
    request: Request,
    template: str,
    values: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """Make the page of a template.

    Beside its own values a template has ``lang``, ``addresses`` (`Addresses`), ``token`` for its forms, ``here`` (the
    path asked for), ``typed`` (the query in the address) and ``other_language`` (the same page in the other language).

    Args:
        request: What is answered.
        template: Name of the template, such as "search.html".
        values: What it shows.
        status: HTTP status.
        headers: Headers beside those that every answer gets.
    """
    language = language_of(request)
    page = environment_of(language).get_template(template)
    other = next(each for each in LANGUAGES if each != language)
    shared = {
        "lang": language,
        "addresses": addresses_of(request),
        "token": site_of(request).token,
        "here": request.url.path,
        "typed": request.query_params.get("q", ""),
        "other_language": str(request.url.include_query_params(lang=other).replace(scheme="", netloc="")),
    }
    return HTMLResponse(page.render(shared | dict(values)), status_code=status, headers=dict(headers or {}))


@cache
def environment_of(language: str) -> Environment:
    """Give what reads templates in one language; whatever they print is escaped, and unknown names are errors."""
    environment = Environment(
        loader=PackageLoader("archive_search.web"),
        autoescape=True,
        # They do not change while the program runs: no need to look at some thirty files for each page.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    translations = translations_of(language)
    environment.install_gettext_callables(translations.gettext, translations.ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    environment.filters |= {
        "day": partial(say_day, language=language),
        "period": partial(say_period, language=language),
        "number": partial(say_number, language=language),
        "marked": mark_text,
        "bound": bind_signs,
        "sentence": _say_sentence,
    }
    return environment


def _say_sentence(message: str) -> str:
    return bind_signs(as_sentence(message))
