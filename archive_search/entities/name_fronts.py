"""Decide which small words at the front of a place or organisation belong to its name.

"La Haye", "Le Monde" and "université de Nantes" keep theirs; "la France", "l'Élysée", "la société Dufour" do not.

>>> from archive_search.entities.name_fronts import cut_article, cut_generic_head
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> text = "la société Dufour"
>>> span = cut_generic_head(text, RecognisedSpan(0, len(text), EntityType.ORG))
>>> text[span.start:span.end]
'Dufour'
"""

import re

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import is_city, known_name
from archive_search.entities.spans import RecognisedSpan
from archive_search.entities.word_lists import read_words
from archive_search.entities.word_shapes import UPPER, opens_sentence
from archive_search.records import EntityType

_ARTICLE = re.compile(
    r"(?:[Ll]es?|[Ll]a|LES?|LA|[Dd]u|[Dd]es|[Dd]e(?: la| l')?|[Aa]ux?|[Uu]ne?|[Ee]n|[Dd]ans|[Ss]elon) |[LlDd]' ?"
)
_SMALL_WORD = re.compile(r"[a-zà-öø-ÿœ][\w-]*")
# What follows these directly is a person: l'administration Obama, les frères Dardenne.
_OF_PERSONS = re.compile(rf"(?:administration|gouvernement|clan|famille|frères|sœurs|époux|couple) (?=[{UPPER}])")
_TITLE_ARTICLES = {
    "le": "Le ",
    "la": "La ",
    "les": "Les ",
    "l'": "L'",
    "du": "Le ",
    "au": "Le ",
    "des": "Les ",
    "aux": "Les ",
}
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:(?i:les?|la|du|au|des|aux) |[Ll]')\Z")
_LONGEST_ARTICLE = 5
_ENDS_OF_ARTICLES = frozenset({" ", "'"})
_FIRST_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")


def cut_generic_head(text: str, span: RecognisedSpan) -> RecognisedSpan:
    """Cut the small words before the first capital, unless they are the head of a name such as "mer Noire"."""
    # Cities keep their article though it is written small: la Haye.
    if text[span.start].isupper() or is_city(fold_name(text[span.start : span.end])):
        return span
    article = _ARTICLE.match(text, span.start, span.end)
    start = article.end() if article else span.start
    head = _SMALL_WORD.match(text, start, span.end)
    if head is None or fold_name(head[0]) in read_words("name_heads.txt"):
        return RecognisedSpan(start, span.end, span.type)
    capital = _FIRST_CAPITAL.search(text, start, span.end)
    kind = EntityType.PERSON if _OF_PERSONS.match(text, start, span.end) else span.type
    return RecognisedSpan(capital.start() if capital else start, span.end, kind)


def cut_article(text: str, span: RecognisedSpan) -> RecognisedSpan:
    """Cut an article that does not belong to the name; its capital tells, save where a sentence opens."""
    article = _ARTICLE.match(text, span.start, span.end)
    if article is None or article.end() >= span.end or _keeps_article(text, span):
        return span
    return RecognisedSpan(article.end(), span.end, span.type)


def article_before(text: str, start: int) -> str:
    """Give the article before a name as its title would have it ("du" Parisien: "Le "), or an empty string."""
    if text[max(0, start - 1) : start] not in _ENDS_OF_ARTICLES:
        return ""
    found = _ARTICLE_BEFORE.search(text[max(0, start - _LONGEST_ARTICLE) : start])
    return _TITLE_ARTICLES[found[0].strip().lower()] if found else ""


def take_article(text: str, span: RecognisedSpan) -> RecognisedSpan:
    """Widen a span to the article that it lacks, where the name is known with it: le Parisien, l'Express."""
    surface = text[span.start : span.end]
    article = article_before(text, span.start)
    start = span.start - len(article)
    known = known_name(article + surface) if article and known_name(surface) is None else None
    if known is None or text[start : span.start].lower() != article.lower():
        return span
    return RecognisedSpan(start, span.end, known.type)


def _keeps_article(text: str, span: RecognisedSpan) -> bool:
    whole = text[span.start : span.end]
    if is_city(fold_name(whole)) or known_name(whole) is not None:
        return True
    is_meant = whole[0].isupper() and not opens_sentence(text, span.start) and not text.isupper()
    bare = _ARTICLE.sub("", whole, count=1)
    return is_meant and whole[0] in "L" and known_name(bare) is None
