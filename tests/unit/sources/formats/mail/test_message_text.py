from archive_search.sources.formats.mail.message_text import mark_mail, passages_of_mail
from archive_search.sources.passages.passage import Passage


def ruled(text, *, is_reply=False):
    return [(p.text, p.rule) for p in passages_of_mail(text, is_flowed=False, is_reply=is_reply)]


def test_a_message_that_is_nothing_but_a_quotation_keeps_it():
    assert ruled("> Un.\n>\n> Deux.", is_reply=True) == [("Un.", None), ("Deux.", None)]


def test_passages_of_a_page_are_ruled_like_lines():
    passages = [Passage(text=text) for text in ("D'accord.", "Le 2 mars 2015 à 18:00, Léa a écrit :", "Le port ?")]
    rules = [passage.rule for passage in mark_mail(passages, is_reply=True)]
    assert rules == [None, "citation-de-courriel", "citation-de-courriel"]
