"""Read the signatures of press databases: names in either order, roles, places, agencies.

>>> from archive_search.sources.formats.press.authors import read_press_authors
>>> read_press_authors("Dupont, Jeanne; MARTIN Paul")
('Jeanne Dupont', 'MARTIN Paul')
>>> read_press_authors("Par Jeanne Dupont et Paul Martin, envoyés spéciaux, avec AFP")
('Jeanne Dupont', 'Paul Martin')
"""

import re

from archive_search.sources.signatures.agencies import is_agency
from archive_search.sources.signatures.bylines import read_byline, unique_authors
from archive_search.sources.signatures.person_names import PARTICLES, is_person_name

LONGEST_SIGNATURE = 300
LONGEST_BYLINE = 120

_LABEL = re.compile(
    r"(?:(?:(?:propos )?recueillis?|textes?|reportages?|photos?|enquête)\s)?(?:par|by|avec|with)\s+"
    r"|(?:texte|reportage)s? de\s+",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"\s*[;|(]\s*|\s+(?:et|and|avec|with|&)\s+", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+")
_AGENCY_FIRST = re.compile(r"(?P<name>France[ -]Presse|Presse), (?P<article>Agence|L['’]?)", re.IGNORECASE)


def read_press_authors(value: str) -> tuple[str, ...]:
    """Give the names in a field of authors, in order, without roles, places and agencies."""
    value = " ".join(_MAIL.sub(" ", value[:LONGEST_SIGNATURE]).split())
    groups = [_LABEL.sub("", group, count=1).strip(" .,:()") for group in _GROUPS.split(value)]
    people = [person for group in groups for person in _people_of(group)]
    # A field that holds no name of a person may hold a pseudonym or a desk: it stays as it is.
    names = people or [group for group in groups if _AGENCY_FIRST.fullmatch(group) is None]
    return unique_authors(names)


def is_signature_line(text: str) -> bool:
    """Tell whether a short line above a text does nothing but sign."""
    if len(text) > LONGEST_BYLINE or text.endswith((".", "!", "?", "…", "»")):
        return False
    if read_byline(text) is not None:
        return True
    names = read_press_authors(text)
    return bool(names) and all(map(is_person_name, names))


def _people_of(group: str) -> list[str]:
    """Split at commas, unless the comma stands between a last name and a first name."""
    chunks = [chunk.strip() for chunk in group.split(",")]
    if len(chunks) == 2 and _is_inverted(*chunks):
        return [f"{chunks[1]} {chunks[0]}"]
    return [chunk for chunk in chunks if is_person_name(chunk) and not is_agency(chunk)]


def _is_inverted(last: str, first: str) -> bool:
    lasts, firsts = last.split(), first.split()
    if not lasts or not firsts or is_agency(last):
        return False
    if _AGENCY_FIRST.fullmatch(f"{last}, {first}") is not None:
        return False
    is_one_name = len(lasts) == 1 or lasts[0].lower() in PARTICLES
    is_first_name = len(firsts) <= 2 and all(word[0].isupper() or word in PARTICLES for word in firsts)
    return is_one_name and last[-1].isalpha() and is_first_name and not is_agency(first)
