import pytest

from archive_search.sources.formats.feeds.entry_text import MOST_SUMMARY_PASSAGES, choose_text
from archive_search.sources.passages.passage import Passage

BODY = "Le port a rouvert mardi, dit la mairie d'Isola, après trois jours."


def chosen(*texts, title="Le port"):
    found = choose_text([[Passage(text=line) for line in text] for text in texts], title=title, source="La Gazette")
    return [(passage.kind.value, passage.text) for passage in found]


@pytest.mark.parametrize(
    "summary",
    [
        "Le port a rouvert mardi, dit…",
        "LE PORT A ROUVERT MARDI [...]",
        "Le port a rouvert… Lire la suite sur le site",
        "Le port",
    ],
    ids=["cut", "in capitals", "with an invitation", "the title"],
)
def test_a_summary_that_repeats_is_no_standfirst(summary):
    assert chosen([BODY], [summary]) == [("body", BODY)]


def test_the_longest_is_the_text_wherever_it_stands():
    assert chosen(["Bref."], [BODY]) == [("lead", "Bref."), ("body", BODY)]


def test_an_invitation_at_the_end_of_a_text_is_a_passage_of_its_own():
    assert chosen([BODY + " [Lire la suite]"]) == [("body", BODY), ("body", "Lire la suite")]


def test_the_last_words_of_a_sentence_are_no_invitation():
    assert chosen(["Pour comprendre ce port, il faut lire plus."]) == [
        ("body", "Pour comprendre ce port, il faut lire plus.")
    ]


def test_a_text_that_only_repeats_title_and_publication_is_none():
    assert chosen(["Le port La Gazette"]) == []


def test_another_version_of_the_text_is_no_heap_of_standfirsts():
    assert len(chosen([BODY * 40], [f"Passage {n}." for n in range(100)])) == MOST_SUMMARY_PASSAGES + 1
