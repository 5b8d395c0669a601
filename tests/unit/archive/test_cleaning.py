"""Articles made by a program come in as those of files do, or are refused for a reason."""

from dataclasses import replace
from pathlib import Path

import pytest
from engines.articles import make_article
from hypothesis import given
from hypothesis import strategies as st

from archive_search import Archive
from archive_search.archive.cleaning import clean_article
from archive_search.errors import SourceError
from archive_search.records import Article, Kind, Paragraph, RemovedText

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("Un\0 nul", "Un nul"), ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b"), ("a\r\nb", "a\nb"), ("e\u0301té", "été")],
    ids=["nul", "lone surrogate", "line end", "combining accent"],
)
def test_texts_are_cleaned_as_those_of_files(text: str, kept: str) -> None:
    article = clean_article(
        make_article("a", text, title=text, authors=(text,), removed=(RemovedText(after=0, rule="r", text=text),))
    )
    assert (article.paragraphs[0].text, article.title, article.authors) == (kept, kept, (kept,))
    assert article.removed[0].text == kept


def test_an_article_that_is_clean_is_unchanged() -> None:
    article = make_article("a", "Le pont.", "La gare.", title="Le pont", authors=("Ève Mauduit",))
    assert clean_article(article) == article


def number(*numbers: int) -> Article:
    return replace(
        make_article("a"), paragraphs=tuple(Paragraph(number=each, kind=Kind.BODY, text="x") for each in numbers)
    )


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (make_article(""), "identifiant"),
        (make_article("\0"), "identifiant"),
        (make_article("a\nb"), "identifiant"),
        (number(), "pas de paragraphe"),
        (number(1, 1), "numérotés"),
        (number(0, 1), "numérotés"),
        (number(1, 3), "numérotés"),
        (make_article("a", "Le pont.", " \0"), "vide"),
    ],
)
def test_an_article_that_cannot_be_mended_is_refused(article: Article, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        clean_article(article)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_no_text_ends_in_a_foreign_error(
    tmp_path_factory: pytest.TempPathFactory, article_id: str, title: str, text: str, source: str
) -> None:
    folder: Path = tmp_path_factory.getbasetemp() / "any"
    article = make_article(article_id, text, title=title, source=source, url=source, section=title, language=text)
    with Archive.open(folder) if folder.exists() else Archive.create(folder) as archive:
        try:
            archive.add_articles([article])
        except SourceError:
            return
        assert archive.fetch(clean_article(article).id) == clean_article(article)
