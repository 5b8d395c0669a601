"""Set apart what stands around the text of an article: junk of web pages, lines of publication, signatures.

>>> from archive_search.sources.passages.cleaning import mark_removed
>>> from archive_search.sources.passages.passage import Passage
>>> passages = [Passage(text="Publié le 3 mars 2015"), Passage(text="Il a plu.")]
>>> [passage.rule for passage in mark_removed(passages)]
['publication', None]
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from archive_search.records import Article, Kind, Paragraph
from archive_search.sources.days.publication import find_publication
from archive_search.sources.passages.captions import is_credit
from archive_search.sources.passages.headings import is_paragraph_like
from archive_search.sources.passages.junk import junk_rule
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.bylines import read_byline
from archive_search.sources.signatures.datelines import read_dateline
from archive_search.sources.signatures.person_names import is_person_name

PUBLICATION_RULE = "publication"
SHORTEST_PARAGRAPH_WITH_STOP = 60

# Newspapers, towns and credits have capitals too; what holds one of these words is no person.
_WORDS_OF_NO_NAME = """
    photo photos image vidéo crédit crédits légende source sources fin suite page agence presse journal dépêche
    courrier gazette écho tribune libre libération matin soir info infos actu news radio télévision télé web site
    internet ouest sud nord est midi centre nice paris france français new york saint san los états unis afp ap
    reuters document copyright tous droits service rédaction
"""
_NEVER_IN_NAMES = frozenset(_WORDS_OF_NO_NAME.split())


def mark_removed(passages: Sequence[Passage]) -> list[Passage]:
    """Give a rule to every passage that does not belong to the article; a title always does, and a rule stays."""
    long = [index for index, passage in enumerate(passages) if _is_surely_text(passage.text)]
    first, last = (long[0], long[-1]) if long else (len(passages), -1)
    return [
        passage
        if passage.kind is Kind.TITLE or passage.rule is not None
        else replace(passage, rule=_rule_of(passage.text, at_edge=not first < index < last))
        for index, passage in enumerate(passages)
    ]


def restore_removed(article: Article) -> Article:
    """Put back every passage that was taken out, as a paragraph at its place."""
    if not article.removed:
        return article
    parts = [(paragraph.number, paragraph.kind, paragraph.text) for paragraph in article.paragraphs]
    parts += [(passage.after, Kind.BODY, passage.text) for passage in article.removed]
    # The sort is stable, and puts what was taken out after the paragraph that it followed.
    parts.sort(key=itemgetter(0))
    paragraphs = [Paragraph(number=number, kind=kind, text=text) for number, (_, kind, text) in enumerate(parts, 1)]
    return replace(article, paragraphs=tuple(paragraphs), removed=())


def mark_bylines(passages: Sequence[Passage]) -> list[Passage]:
    """Give their kind to the lines that do nothing but sign, and to a name that stands alone under the text."""
    bodies = [index for index, passage in enumerate(passages) if passage.is_body]
    under = bodies[-1:] if len(bodies) > 1 and is_paragraph_like(passages[bodies[-2]].text) else []
    names = [index for index in under if _is_name_alone(passages[index].text)]
    return [
        replace(passage, kind=Kind.BYLINE)
        if passage.is_body and (index in names or _is_byline(passage.text))
        else passage
        for index, passage in enumerate(passages)
    ]


def _is_name_alone(text: str) -> bool:
    words = text.replace("-", " ").casefold().split()
    return is_person_name(text) and not is_credit(text) and _NEVER_IN_NAMES.isdisjoint(words)


def _is_byline(text: str) -> bool:
    return read_byline(text) is not None and read_dateline(text) is None


def _is_surely_text(text: str) -> bool:
    return (
        len(text) >= SHORTEST_PARAGRAPH_WITH_STOP and is_paragraph_like(text) and junk_rule(text, at_edge=False) is None
    )


def _rule_of(text: str, *, at_edge: bool) -> str | None:
    publication = find_publication(text)
    if publication is not None and (at_edge or publication.is_explicit):
        return PUBLICATION_RULE
    return junk_rule(text, at_edge=at_edge)
