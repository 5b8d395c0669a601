from hypothesis import given
from hypothesis import strategies as st

from archive_search.records import Article, Kind, Paragraph, RemovedText
from archive_search.sources.passages.cleaning import restore_removed
from archive_search.sources.passages.repeatable import Place, digest_passage, find_passages
from archive_search.sources.passages.repetition import take_out_repeated

NOTICE = "Recevez chaque matin nos meilleurs articles par courriel."
MOTTO = "Le Courrier, premier journal de la vallée depuis plus de cent ans."
NEWS = "Le pont rouvre lundi après trois semaines de travaux sur les deux rives."


def article_of(*texts, title=None, removed=()):
    parts = [(Kind.TITLE, title)] if title else []
    parts += [text if isinstance(text, tuple) else (Kind.BODY, text) for text in texts]
    paragraphs = tuple(Paragraph(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(parts, 1))
    return Article(id="a1", title=title, paragraphs=paragraphs, removed=removed)


def digests_of(*texts):
    """Digests of whole paragraphs."""
    return {digest_passage(text, Place.PARAGRAPH) for text in texts}


def ending(sentence):
    """Digest of a sentence where it ends a paragraph, and nowhere else."""
    return {digest_passage(sentence, Place.ENDING)}


def texts_of(article):
    return [paragraph.text for paragraph in article.paragraphs]


def taken_from(article):
    return [(removed.after, removed.rule, removed.text) for removed in article.removed]


def test_a_repeated_paragraph_is_taken_out_and_kept():
    cleaned = take_out_repeated(article_of(NEWS, NOTICE, NEWS + " Fin.", title="Le pont"), digests_of(NOTICE))
    assert texts_of(cleaned) == ["Le pont", NEWS, NEWS + " Fin."]
    assert [paragraph.number for paragraph in cleaned.paragraphs] == [1, 2, 3]
    assert taken_from(cleaned) == [(2, "repetition", NOTICE)]


def test_sentences_that_end_the_last_paragraph_are_taken_out():
    cleaned = take_out_repeated(article_of(NEWS, f"{NEWS} {MOTTO}"), ending(MOTTO))
    assert texts_of(cleaned) == [NEWS, NEWS]
    assert taken_from(cleaned) == [(2, "repetition", MOTTO)]


def test_sentences_that_open_the_first_paragraph_are_taken_out():
    opening = digest_passage(MOTTO, Place.OPENING)
    cleaned = take_out_repeated(article_of(f"{MOTTO} {NEWS}", NEWS), {opening})
    assert texts_of(cleaned) == [NEWS, NEWS]
    assert taken_from(cleaned) == [(0, "repetition", MOTTO)]


def test_sentences_in_the_middle_stay():
    article = article_of(NEWS, f"{NEWS} {MOTTO}", NEWS)
    assert take_out_repeated(article, ending(MOTTO)) is article


def test_what_is_left_without_its_last_sentence_may_be_repeated_too():
    cleaned = take_out_repeated(article_of(NEWS, f"{NOTICE} {MOTTO}"), ending(MOTTO) | digests_of(NOTICE))
    assert texts_of(cleaned) == [NEWS]
    assert taken_from(cleaned) == [(1, "repetition", f"{NOTICE} {MOTTO}")]


def test_an_article_is_never_left_without_a_text():
    article = article_of(NOTICE, MOTTO, title="Le pont")
    assert take_out_repeated(article, digests_of(NOTICE, MOTTO)) is article


def test_a_standfirst_is_a_text():
    cleaned = take_out_repeated(article_of((Kind.LEAD, NEWS), NOTICE), digests_of(NOTICE))
    assert texts_of(cleaned) == [NEWS]


def test_a_title_and_a_heading_are_not_taken_for_paragraphs():
    article = article_of((Kind.HEADING, NOTICE), NEWS, title=NOTICE)
    assert take_out_repeated(article, digests_of(NOTICE)) is article


def test_what_was_taken_out_before_keeps_its_place():
    earlier = (RemovedText(after=0, rule="partage", text="A"), RemovedText(after=2, rule="partage", text="B"))
    cleaned = take_out_repeated(article_of(NEWS, NOTICE, NEWS, removed=earlier), digests_of(NOTICE))
    assert taken_from(cleaned) == [(0, "partage", "A"), (1, "repetition", NOTICE), (1, "partage", "B")]


def test_endless_repetition_of_a_sentence_is_taken_out_in_linear_time():
    article = article_of(NEWS, f"{NEWS} " + f"{MOTTO} " * 3000)
    cleaned = take_out_repeated(article, ending(MOTTO))
    assert texts_of(cleaned)[1] == NEWS


SENTENCES = st.lists(st.sampled_from([NOTICE, MOTTO, NEWS, "Oui.", "Il a plu."]), min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(SENTENCES | SENTENCES.map(lambda text: (Kind.LEAD, text)), min_size=1, max_size=6).map(
    lambda texts: article_of(*texts)
)


@given(ARTICLES, st.data())
def test_cleaning_twice_is_cleaning_once(article, data):
    passages = [passage.digest for passage in find_passages(article)]
    repeated = data.draw(st.sets(st.sampled_from(passages))) if passages else set()
    repeated |= data.draw(st.sampled_from([set(), digests_of(NOTICE), ending(MOTTO)]))
    cleaned = take_out_repeated(article, repeated)
    assert take_out_repeated(cleaned, repeated) is cleaned


@given(ARTICLES)
def test_cleaning_can_be_undone(article):
    cleaned = take_out_repeated(article, digests_of(NOTICE, MOTTO))
    assert texts_of(restore_removed(cleaned)) == texts_of(article)


@given(ARTICLES, st.data())
def test_cleaning_loses_no_word(article, data):
    repeated = data.draw(st.sets(st.sampled_from([passage.digest for passage in find_passages(article)] or [0])))
    cleaned = restore_removed(take_out_repeated(article, repeated))
    assert " ".join(texts_of(cleaned)) == " ".join(texts_of(article))
