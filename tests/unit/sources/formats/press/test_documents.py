import re

import pytest

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.press.documents import cut_documents, passages_of_lines, read_documents
from archive_search.sources.html.markup_lines import MarkedLine
from archive_search.sources.html.parsing import MarkupError
from archive_search.sources.passages.passage import Passage

ORIGIN = Origin(path="export.html", name="export.html")
PARAGRAPH = "Les quais du port sont pleins de monde depuis ce matin, et tous attendent le retour des bateaux."


def kinds(*lines):
    return [passage.kind for passage in passages_of_lines(lines)]


def test_what_stands_before_the_first_document_is_left_out():
    assert list(cut_documents("tête#un#deux", opening=re.compile("#"))) == ["#un", "#deux"]


def test_a_text_without_document_gives_none():
    assert list(cut_documents("tête", opening=re.compile("#"))) == []


def test_a_document_too_deep_fails_alone():
    def read(document):
        if document == "deep":
            raise MarkupError
        return Draft(passages=[Passage(text="La mer monte.")])

    first, second = read_documents(["deep", "flat"], read=read, origin=ORIGIN)
    assert isinstance(first, Failure)
    assert isinstance(second, Article)


def test_a_short_line_above_a_paragraph_is_a_heading():
    heading = MarkedLine(text="Un phare neuf")
    assert kinds(MarkedLine(text=PARAGRAPH), heading, MarkedLine(text=PARAGRAPH)) == [
        Kind.BODY,
        Kind.HEADING,
        Kind.BODY,
    ]


@pytest.mark.parametrize("text", ["Photo Jeanne Dupont", "Par Jeanne Dupont", "Partager sur Facebook"])
def test_what_cleaning_knows_better_is_no_heading(text):
    assert kinds(MarkedLine(text=PARAGRAPH), MarkedLine(text=text), MarkedLine(text=PARAGRAPH))[1] is Kind.BODY


def test_a_bold_first_paragraph_is_a_standfirst_only_above_a_plain_one():
    bold, plain = MarkedLine(text=PARAGRAPH, is_bold=True), MarkedLine(text=PARAGRAPH)
    assert kinds(bold, plain) == [Kind.LEAD, Kind.BODY]
    assert kinds(bold, bold) == [Kind.BODY, Kind.BODY]


def test_words_that_a_database_adds_are_left_out():
    assert kinds(MarkedLine(text=PARAGRAPH), MarkedLine(text="[Additional Text]:")) == [Kind.BODY]
