"""Tell whether the end of an address belongs to an id.

The id of an article may end with ".json" or ".csv", as the names of files do: an address leads to the article whose id
is the whole of it, and only where there is none to the twin of another.
"""

from archive_search.archive.facade import Archive
from archive_search.errors import UnknownArticleError


def is_article(archive: Archive, article_id: str) -> bool:
    """Tell whether an archive has an article of an id."""
    try:
        archive.fetch(article_id)
    except UnknownArticleError:
        return False
    return True
