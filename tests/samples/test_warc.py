"""A real WARC file is read as far as it goes."""

from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.relevance.material import SHARED, needs_material

pytestmark = needs_material
PATH = SHARED / "formats" / "warc" / "example-iana.org-chunked.warc"


def test_the_recorded_page_is_read_through_its_chunks():
    (article,) = read_articles(PATH, root=PATH, options=ReadOptions())
    assert (article.title, article.url) == ("Internet Assigned Numbers Authority", "http://www.iana.org/")
    assert (article.source, article.date) == ("iana.org", None)
    assert article.paragraphs[1].text.startswith("The global coordination")
    assert len(article.paragraphs) == 7
