r"""Find where a second article begins in a file that holds several.

>>> from archive_search.sources.passages.text_splitting import split_passages
>>> from archive_search.sources.passages.article_splitting import split_articles
>>> text = "Fin du premier.\n\nUn titre pour le second article\n\nROME, 3 mars (AFP) - Le pape a parlé."
>>> [len(article) for article in split_articles(split_passages(text))]
[1, 2]
"""

from collections.abc import Sequence

from archive_search.records import Kind
from archive_search.sources.passages.headings import is_paragraph_like, is_title_like
from archive_search.sources.passages.junk import SEPARATOR_RULE
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.datelines import read_dateline

# A heading inside an article has a few words; a title is nearly a sentence.
SHORTEST_TITLE = 40
FEWEST_WORDS = 6
FEWEST_PARAGRAPHS = 2


def split_articles(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Cut the passages of a file before each title that begins another article.

    A title begins another article after a picture or a line of separation when several paragraphs follow it,
    and anywhere when a dateline follows it. A dateline alone begins one after a line of separation.
    """
    articles: list[list[Passage]] = [[]]
    has_paragraph = False
    for index, passage in enumerate(passages):
        if has_paragraph and _begins_article(passages, index):
            articles.append([])
            has_paragraph = False
        articles[-1].append(passage)
        has_paragraph = has_paragraph or (passage.is_body and is_paragraph_like(passage.text))
    return articles


def _begins_article(passages: Sequence[Passage], index: int) -> bool:
    passage, before = passages[index], passages[index - 1]
    if passage.is_body and before.rule == SEPARATOR_RULE and read_dateline(passage.text) is not None:
        return True
    if not passage.is_body or not passage.is_alone or not is_title_like(passage.text):
        return False
    following = _next_bodies(passages, index)
    if following and read_dateline(following[0].text) is not None:
        return True
    if len(following) < FEWEST_PARAGRAPHS or not all(is_paragraph_like(body.text) for body in following):
        return False
    if before.rule == SEPARATOR_RULE:
        return True
    is_sentence_long = len(passage.text) >= SHORTEST_TITLE and len(passage.text.split()) >= FEWEST_WORDS
    return before.kind is Kind.CAPTION and is_sentence_long


def _next_bodies(passages: Sequence[Passage], index: int) -> list[Passage]:
    # A bounded look ahead keeps files of a million short lines linear.
    nearby = passages[index + 1 : index + 8]
    return [passage for passage in nearby if passage.is_body][:FEWEST_PARAGRAPHS]
