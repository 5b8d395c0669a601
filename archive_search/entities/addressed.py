"""Find the persons who are named after a form of address: M. Petit, Mme de La Tour, Me Roy.

>>> from archive_search.entities.addressed import find_addressed
>>> text = "selon Mme Le Bihan, MM. Roy et Petit, Me X."
>>> [text[span.start:span.end] for span in find_addressed(text)]
['Le Bihan', 'Roy', 'Petit']
"""

import re
from collections.abc import Iterator

from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.word_shapes import ADDRESSED_NAME
from archive_search.records import EntityType

_ADDRESS = re.compile(
    # The letter comes first and what stands before it second, so that the scan for it is fast.
    r"(?:M(?<![\w.#@].)(?:(?P<several>M\.|mes|lles|es)|\.|me|lle|e|gr)|[DP](?<![\w.#@].)r) ?(?!\w(?:[\s.,;)]|\Z))(?=\w)"
)
_AND = re.compile(r"(?:, | et )(?!M\.|Mme|Mlle|(?:Me|Mgr|Dr|Pr) )")


def find_addressed(text: str) -> Iterator[RuleSpan]:
    """Yield the surnames or full names that follow an abbreviated form of address in a prepared text."""
    for address in _ADDRESS.finditer(text):
        name = ADDRESSED_NAME.match(text, address.end())
        while name is not None:
            yield RuleSpan(*name.span(), EntityType.PERSON)
            following = _AND.match(text, name.end()) if address["several"] else None
            name = ADDRESSED_NAME.match(text, following.end()) if following else None
