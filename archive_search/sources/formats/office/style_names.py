"""Tell the part that a paragraph plays from the name of its style, in French or English.

>>> from archive_search.sources.formats.office.style_names import kind_of_style
>>> kind_of_style("Titre 2").value, kind_of_style("Chapô").value, kind_of_style("Normal").value
('heading', 'lead', 'body')
"""

import re
from functools import lru_cache

from archive_search.records import Kind
from archive_search.sources.letters import fold_name

_KINDS = {
    Kind.TITLE: r"title|titre(?: (?:principal|article|de l.article))?|headline|gros titre|manchette",
    Kind.LEAD: r"subtitle|sous titre|chap(?:o|eau)\b.*|standfirst|lead|accroche|introduction|abstract|resume",
    Kind.HEADING: r"(?:heading|titre|sous titre) ?\d.*|inter(?:titre)?\b.*|heading|subhead.*",
    Kind.CAPTION: r"caption|legende\b.*|credits?\b.*|figure|illustration|photo\b.*",
    Kind.BYLINE: r"signature|auteurs?|authors?|byline|journaliste",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
_CONTENTS = re.compile(r"(?:toc|tm|table des matieres|contents|index|table of figures|user index)\b.*")


@lru_cache(maxsize=1024)
def kind_of_style(name: str) -> Kind:
    """Give the part played by the paragraphs of a style; the body for a style of any other name."""
    folded = fold_name(name[:100])
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(folded)), Kind.BODY)


def is_style_of_contents(name: str) -> bool:
    """Tell whether a style is that of the lines of a table of contents."""
    return _CONTENTS.fullmatch(fold_name(name[:100])) is not None
