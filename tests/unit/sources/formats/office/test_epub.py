import io
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream
from tests.unit.sources.formats.making_zip import make_zip

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/livre.opf"/></rootfiles></container>'
LONG = "Le conseil municipal a voté mardi la rénovation du port, malgré les réserves de l'opposition et des riverains."
METADATA = """<dc:title>Le Courrier du Port [mar. 3 mars 2015]</dc:title><dc:language>fr</dc:language>
<dc:creator>Jeanne Dupont</dc:creator><dc:rights>Tous droits réservés</dc:rights><dc:subject>port</dc:subject>
<dc:date opf:event="creation">2019-01-01</dc:date><dc:date opf:event="publication">2015-03-03</dc:date>"""


def page(title, *paragraphs):
    heading = f"<h1>{title}</h1>" if title else ""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head><title>x</title></head><body>{heading}{body}</body></html>"


def make_epub(*pages, items="", metadata=METADATA, guide="", **parts):
    named = {f"page {number}.xhtml": content for number, content in enumerate(pages, 1)}
    manifest = "".join(
        f'<item id="i{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(named, 1)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(1, len(named) + 1))
    package = (
        f'<package xmlns:dc="urn:dc" xmlns:opf="urn:opf"><metadata>{metadata}</metadata>'
        f"<manifest>{manifest}{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    return make_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/livre.opf": package,
            **{f"OEBPS/{name}": content for name, content in named.items()},
            **parts,
        }
    )


def read(data):
    return list(read_stream(io.BytesIO(data), name="a.epub", options=ReadOptions()))


def test_each_chapter_is_an_article_of_the_book():
    first, second = read(make_epub(page("Le port rouvre", LONG, "Fin."), page("La ville attend", LONG)))
    assert [(first.id, first.title), (second.id, second.title)] == [
        ("a.epub", "Le port rouvre"),
        ("a.epub#2", "La ville attend"),
    ]
    assert [paragraph.kind for paragraph in first.paragraphs] == [Kind.TITLE, Kind.BODY, Kind.BODY]
    assert (first.source, first.date, first.language) == ("Le Courrier du Port", date(2015, 3, 3), "fr")
    assert (first.authors, first.rights, first.keywords) == (("Jeanne Dupont",), "Tous droits réservés", ("port",))


NCX = """<ncx><navMap><navPoint><navLabel><text>Le port rouvre</text></navLabel><content src="page%201.xhtml#a"/>
</navPoint></navMap></ncx>"""
NAV = """<html><body><nav epub:type="toc"><a href="page%201.xhtml">Le port rouvre</a></nav></body></html>"""


@pytest.mark.parametrize(
    ("item", "part"),
    [
        pytest.param('<item id="t" href="t" media-type="application/x-dtbncx+xml"/>', NCX, id="version 2"),
        pytest.param('<item id="t" href="t" properties="nav" media-type="text/html"/>', NAV, id="version 3"),
    ],
)
def test_the_contents_give_the_titles_that_chapters_lack_and_what_goes_on(item, part):
    data = make_epub(page("", LONG), page("", "La suite du chapitre."), items=item, **{"OEBPS/t": part})
    (article,) = read(data)
    assert article.title == "Le port rouvre"
    assert [paragraph.text for paragraph in article.paragraphs[1:]] == [LONG, "La suite du chapitre."]


def test_covers_and_contents_are_left_aside():
    guide = '<reference type="copyright-page" href="page%203.xhtml"/>'
    found = read(
        make_epub(page("Sommaire", "Le port", "La ville"), page("Le port", LONG), page("Droits", LONG), guide=guide)
    )
    assert [type(result) for result in found] == [Skipped, Article, Skipped]


def test_the_links_around_an_article_are_set_apart():
    links = "| Suivant | Menu de section | Menu principal | Précédent |"
    (article,) = read(make_epub(page("Le port rouvre", links, LONG, "This article was downloaded by calibre from x")))
    assert [removed.rule for removed in article.removed] == ["navigation", "navigation"]


def test_a_missing_chapter_leaves_the_others():
    items = '<item id="i9" href="rien.xhtml" media-type="application/xhtml+xml"/>'
    found = read(make_epub_with_spine('<itemref idref="i9"/>', items))
    assert [type(result) for result in found] == [Failure, Article]
    assert "rien.xhtml" in found[0].reason


def make_epub_with_spine(spine, items):
    content = (
        f'<package><metadata/><manifest>{items}<item id="i1" href="a.xhtml" media-type="application/xhtml+xml"/>'
        f'</manifest><spine>{spine}<itemref idref="i1"/></spine></package>'
    )
    parts = {"META-INF/container.xml": CONTAINER, "OEBPS/livre.opf": content, "OEBPS/a.xhtml": page("Le port", LONG)}
    return make_zip({"mimetype": "application/epub+zip", **parts})


def encryption(algorithm):
    method = f'<EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData>'
    return {"META-INF/encryption.xml": f"<encryption>{method}</encryption>"}


def test_scrambled_fonts_do_not_keep_a_book_from_being_read():
    parts = encryption("http://www.idpf.org/2008/embedding")
    assert isinstance(read(make_epub(page("Le port", LONG), **parts))[0], Article)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(make_epub(page("x", LONG), **encryption("urn:aes128-cbc")), "drm", id="drm"),
        pytest.param(make_epub(), "epub sans texte", id="no chapter"),
        pytest.param(make_zip({"mimetype": "application/epub+zip"}), "opf", id="no package"),
        pytest.param(
            make_zip({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a>"}), "epub : xml", id="cut"
        ),
    ],
)
def test_a_book_that_cannot_be_read_says_why(data, words):
    failure = read(data)[-1]
    assert isinstance(failure, Failure)
    assert words in failure.reason


@pytest.mark.parametrize("day", [" du 3 mars 2015", ", mardi 3 mars 2015", " - 3 mars 2015", " [mar. 3 mars 2015]"])
def test_the_title_of_an_issue_names_its_paper_without_its_day(day):
    metadata = METADATA.replace(" [mar. 3 mars 2015]", day)
    (article,) = read(make_epub(page("Le port rouvre", LONG), metadata=metadata))
    assert article.source == "Le Courrier du Port"
