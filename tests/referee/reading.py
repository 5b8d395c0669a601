"""Read articles into words: what the referee looks at."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive_search.analysis.folding import fold_form
from archive_search.analysis.sentences import find_sentence_starts
from archive_search.analysis.tokenizing import tokenize
from archive_search.query.tree import Zone
from archive_search.records import Article, Kind, Mention, Paragraph


@dataclass(frozen=True)
class ReadWord:
    """Hold a word of a paragraph; the joined form of a compound takes the places of all its parts."""

    form: str
    folded: str
    first: int
    last: int
    sentence: int


@dataclass(frozen=True)
class ReadName:
    """Hold a mention, and the words that it covers."""

    mention: Mention
    first: int
    last: int
    sentences: frozenset[int]


@dataclass(frozen=True)
class ReadParagraph:
    """Hold a paragraph as its words and names, the zones it belongs to, and its number of sentences."""

    number: int
    zones: frozenset[Zone]
    words: tuple[ReadWord, ...]
    names: tuple[ReadName, ...]
    sentences: int

    @property
    def length(self) -> int:
        """Number of words; the joined form of a compound is no further one."""
        return sum(word.first == word.last for word in self.words)


@dataclass(frozen=True)
class ReadArticle:
    """Hold an article as its paragraphs."""

    article: Article
    paragraphs: tuple[ReadParagraph, ...]

    @property
    def length(self) -> int:
        """Number of words, title included."""
        return sum(paragraph.length for paragraph in self.paragraphs)

    def words_before(self, number: int) -> int:
        """Count the words of the paragraphs before the one of a number."""
        return sum(paragraph.length for paragraph in self.paragraphs if paragraph.number < number)


def read_article(article: Article, mentions: Sequence[Mention] = ()) -> ReadArticle:
    """Read an article and the mentions in it."""
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    return ReadArticle(
        article,
        tuple(
            _read_paragraph(
                paragraph, _zones_at(place, kinds), [each for each in mentions if each.paragraph == paragraph.number]
            )
            for place, paragraph in enumerate(article.paragraphs)
        ),
    )


def _zones_at(place: int, kinds: Sequence[Kind]) -> frozenset[Zone]:
    if kinds[place] is Kind.TITLE:
        return frozenset({Zone.TITLE})
    if kinds[place] is Kind.LEAD:
        return frozenset({Zone.LEAD, Zone.ATTACK, Zone.TEXT})
    opens = kinds[place] is Kind.BODY and Kind.LEAD not in kinds and Kind.BODY not in kinds[:place]
    return frozenset({Zone.TEXT, Zone.ATTACK}) if opens else frozenset({Zone.TEXT})


def _read_paragraph(paragraph: Paragraph, zones: frozenset[Zone], mentions: Sequence[Mention]) -> ReadParagraph:
    text = paragraph.text
    starts = list(find_sentence_starts(text))
    names = tuple(name for mention in mentions if (name := _read_name(text, starts, mention)))
    words = tuple(
        ReadWord(
            form=token.form,
            folded=fold_form(token.form),
            first=token.position,
            last=token.last,
            sentence=sum(start <= token.start for start in starts),
        )
        for token in tokenize(text)
    )
    return ReadParagraph(paragraph.number, zones, words, names, sentences=len(starts))


def _read_name(text: str, starts: Sequence[int], mention: Mention) -> ReadName | None:
    touched = [
        token
        for token in tokenize(text)
        if token.position == token.last and token.start < mention.span.end and mention.span.start < token.end
    ]
    if not touched:
        return None
    sentences = frozenset(sum(start <= token.start for start in starts) for token in (touched[0], touched[-1]))
    return ReadName(mention, touched[0].position, touched[-1].position, sentences)
