from archive_search.records import Article, Kind, Paragraph
from archive_search.sources.passages.repeatable import LONGEST_PARAGRAPH, find_passages

MOTTO = "Le Courrier, premier journal de la vallée depuis plus de cent ans."
NEWS = "Le pont rouvre lundi après trois semaines de travaux sur les deux rives."


def article_of(*texts, kind=Kind.BODY):
    return Article(
        id="a1", paragraphs=tuple(Paragraph(number=n, kind=kind, text=text) for n, text in enumerate(texts, 1))
    )


def test_only_paragraphs_of_the_body_are_counted():
    assert find_passages(article_of(NEWS, kind=Kind.LEAD)) == []


def test_a_passage_is_counted_once_an_article():
    assert len(find_passages(article_of(NEWS, NEWS))) == 1


def test_short_passages_and_datelines_are_not_counted():
    assert find_passages(article_of("Le pont rouvre.", "Saint-Denis de la Réunion (AFP) -")) == []


def test_a_short_last_sentence_is_not_counted():
    with_sentence = find_passages(article_of(f"{NEWS} Une enquête a été ouverte."))
    assert [passage.words for passage in with_sentence] == [18, 13]


def test_the_same_words_at_another_place_are_another_passage():
    assert len(find_passages(article_of(f"{MOTTO} {MOTTO}", MOTTO))) == 3


def test_a_paragraph_longer_than_any_notice_is_not_counted():
    assert all(passage.words < 20 for passage in find_passages(article_of(NEWS, "mot " * LONGEST_PARAGRAPH)))
