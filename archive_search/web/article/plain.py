"""Write an article as plain text, to be kept as a file.

>>> from archive_search.records import Kind, Paragraph
>>> article = Article(id="presse/digue 1", title="La digue", source="Le Phare", paragraphs=(
...     Paragraph(number=1, kind=Kind.TITLE, text="La digue"), Paragraph(number=2, kind=Kind.BODY, text="Elle cède.")))
>>> print(write_plain(article).replace("\u00a0", " "))
La digue
<BLANKLINE>
Elle cède.
<BLANKLINE>
« La digue ». Le Phare. [s. d.].
<BLANKLINE>
>>> file_name(article.id)
'presse-digue-1'
"""

import re

from archive_search.exports.citations.iso690 import cite_as_text
from archive_search.records import Article

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_NAME = 80


def write_plain(article: Article) -> str:
    """Write the paragraphs of an article, then its reference."""
    texts = [paragraph.text for paragraph in article.paragraphs]
    return "\n\n".join([*texts, cite_as_text(article)]) + "\n"


def file_name(article_id: str) -> str:
    """Make of an id the name of a file, without its suffix, that every system takes."""
    return _NOT_IN_NAMES.sub("-", article_id[-_LONGEST_NAME:]).strip("-") or "article"
