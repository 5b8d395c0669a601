"""Articles of any text, for laws that hold whatever an archive contains."""

from datetime import date as Date

from hypothesis import strategies as st

from archive_search.records import Article, Kind, Paragraph

# Everything that means something in one of the formats comes often.
TEXTS = st.text(st.characters() | st.sampled_from('&%$#_{}~^\\"<>;,=+-@«»\u00a0\n\r\t[]()/'), max_size=40)
SOME_TEXT = st.none() | TEXTS


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article, its texts of any characters."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=4))
    return Article(
        id=draw(TEXTS),
        title=draw(SOME_TEXT),
        paragraphs=tuple(
            Paragraph(number=place, kind=draw(st.sampled_from(Kind)), text=text) for place, text in enumerate(texts, 1)
        ),
        date=draw(st.none() | st.dates()),
        date_reason=draw(SOME_TEXT),
        source=draw(SOME_TEXT),
        agency=draw(SOME_TEXT),
        authors=tuple(draw(st.lists(TEXTS, max_size=3))),
        language=draw(SOME_TEXT),
        url=draw(SOME_TEXT | TEXTS.map("http://a{}".format)),
        page=draw(SOME_TEXT),
        rights=draw(SOME_TEXT),
        keywords=tuple(draw(st.lists(TEXTS, max_size=3))),
        identifiers=tuple(draw(st.lists(TEXTS, max_size=2))),
    )


HEADINGS = st.builds(dict, title=TEXTS, subject=SOME_TEXT, made=st.dates(min_value=Date(1980, 1, 1)))
