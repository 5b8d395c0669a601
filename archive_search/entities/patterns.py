"""Find organisations by the way they are called: ministries, public bodies, sites of the press.

>>> from archive_search.entities.patterns import find_organisations
>>> text = "Le ministère russe de la Défense et le parquet de Lyon, selon Mediacap.fr."
>>> [text[span.start:span.end] for span in find_organisations(text)]
['ministère russe de la Défense', 'parquet de Lyon', 'Mediacap.fr']
"""

import re
from collections.abc import Iterator

from archive_search.entities.ministries import find_ministries
from archive_search.entities.public_bodies import find_public_bodies
from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.word_shapes import UPPER
from archive_search.records import EntityType

# Neither an address of mail nor of the web: those have something before or behind.
_ENDING = r"\.(?:fr|com|ru|org|net|info|be|ch|ca|eu|tv|uk|de|it|es|ma|dz|tn|sn|news)(?![\w/@-]|\.\w)"
_HAS_ENDING = re.compile(_ENDING)
_SITE = re.compile(rf"(?<![\w./@-])[{UPPER}][\w-]{{1,40}}{_ENDING}")


def find_organisations(text: str) -> Iterator[RuleSpan]:
    """Yield the organisations of a prepared text that are recognised by their form; they may overlap."""
    for start, end in (*find_ministries(text), *find_public_bodies(text)):
        yield RuleSpan(start, end, EntityType.ORG)
    for site in _SITE.finditer(text) if _HAS_ENDING.search(text) else ():
        yield RuleSpan(*site.span(), EntityType.ORG)
