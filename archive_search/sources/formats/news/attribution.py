"""Read who sends and who signs an article in news formats, where codes, addresses and initials stand for names.

>>> from archive_search.sources.formats.news.attribution import provider_name, read_authors
>>> provider_name("nprov:REUTERS"), provider_name("ansa.it"), provider_name("Le Courrier du Sud")
('Reuters', 'ANSA', 'Le Courrier du Sud')
>>> read_authors("Par Jeanne Dupont et Marc Petit"), read_authors("asl/tib")
(('Jeanne Dupont', 'Marc Petit'), ())
"""

import re
from collections.abc import Iterable

from archive_search.sources.signatures.agencies import find_agency, is_agency
from archive_search.sources.signatures.bylines import read_byline, split_authors, unique_authors
from archive_search.sources.signatures.person_names import is_person_name

_CODE = re.compile(r"[\w.-]{1,30}:(?!//)(?P<name>\S.*)", re.DOTALL)
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]{1,60}\.){0,3}?(?P<stem>[\w-]{2,60})\.[a-z]{2,10}/?", re.IGNORECASE)
_PARTS = re.compile(r"[/|;•]")
_PLACE = re.compile(r"\s(?:à|in|en|depuis)\s.*|,.*", re.DOTALL)


def provider_name(text: str | None) -> str | None:
    """Give the name of a provider stated by name, by code or by address; agencies by their usual names.

    Args:
        text: ``Agence France-Presse``, ``nprov:AFP``, ``afp.com``.
    """
    name = " ".join(text.split()) if text else ""
    code = _CODE.fullmatch(name)
    name = code["name"] if code is not None else name
    return _agency_alone(name) or _agency_of_address(name) or name or None


def agency_of(names: Iterable[str | None]) -> str | None:
    """Name the first agency that fields made for names mention; capitals do not matter in these."""
    found = (find_agency(name) or find_agency(name.upper()) for name in names if name)
    return next((agency for agency in found if agency is not None), None)


def read_authors(text: str) -> tuple[str, ...]:
    """Read the people who sign in a field made for signatures; initials, agencies and desks are left out."""
    byline = read_byline(text)
    if byline is not None and byline.authors:
        return byline.authors
    names = (
        name for part in _PARTS.split(text) for name in (*split_authors(part), *split_authors(_PLACE.sub("", part)))
    )
    return unique_authors(name for name in names if is_person_name(name))


def _agency_alone(name: str) -> str | None:
    return next((find_agency(form) for form in (name, name.upper()) if is_agency(form)), None)


def _agency_of_address(name: str) -> str | None:
    domain = _DOMAIN.fullmatch(name)
    return _agency_alone(domain["stem"]) if domain is not None else None
