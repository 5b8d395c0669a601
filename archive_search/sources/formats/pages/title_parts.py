"""Part the title of a window where it parts the title of an article from the names of its section and its site.

>>> from archive_search.sources.formats.pages.title_parts import split_title
>>> split_title("La paix est signée - Monde | Le Courrier")
['La paix est signée', 'Monde', 'Le Courrier']
>>> split_title("« La paix est signée » - Le Courrier")
['« La paix est signée »', 'Le Courrier']
"""

import re

LONGEST_TITLE = 500
_BETWEEN = re.compile(r"\s+(?:[-–—|•·»/:]|//|::)\s+|\s*\|\s*")
_BESIDE_QUOTATIONS = re.compile(r"\s+(?:[-–—|•·/:]|//|::)\s+|\s*\|\s*")


def separators_of(title: str) -> re.Pattern[str]:
    """Give what may stand between the parts of a title: a closing guillemet does where none is opened."""
    return _BESIDE_QUOTATIONS if "«" in title else _BETWEEN


def split_title(window: str) -> list[str]:
    """Give the parts of a window's title, in order."""
    window = window[:LONGEST_TITLE]
    return [part for part in map(str.strip, separators_of(window).split(window)) if part]
