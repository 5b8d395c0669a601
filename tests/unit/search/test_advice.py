"""What to do when nothing is found."""

from collections.abc import Iterator

import pytest
from laws.named_archives import open_named

from archive_search.query.printing import print_query
from archive_search.query.tree import And, Named, Node, Or, Phrase, SameParagraph, Word
from archive_search.records import EntityType
from archive_search.search.advice import advise
from archive_search.search.evaluation import Evaluator
from search.samples import Opened, article, mention, opened

ROME, MILAN, TURIN, NOWHERE = (Word(text=text) for text in ("Rome", "Milan", "Turin", "Palerme"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    texts = ("Rome et Milan.", "Milan expose.", "Rome, Milan.", "Turin.")
    articles = [article(f"a{number}", text) for number, text in enumerate(texts)]
    with opened(tmp_path_factory.mktemp("advice") / "archive", articles) as parts:
        yield parts


ADVICE: dict[str, tuple[Node, list[str]]] = {
    "word that is nowhere": (NOWHERE, ["« Palerme » n'est dans aucun article"]),
    "word that is nowhere beside others": (
        And(children=(ROME, NOWHERE, MILAN)),
        [
            "« Palerme » n'est dans aucun article",
            "aucun article n'a tous les mots ; 2 articles avec : Rome ET Milan",
        ],
    ),
    "words that never meet": (
        And(children=(ROME, MILAN, TURIN)),
        ["aucun article n'a tous les mots ; 2 articles avec : Rome ET Milan"],
    ),
    "one article is left": (
        And(children=(TURIN, NOWHERE)),
        ["« Palerme » n'est dans aucun article", "aucun article n'a tous les mots ; 1 article avec : Turin"],
    ),
    "no word is anywhere": (
        And(children=(NOWHERE, Word(text="Naples"))),
        ["« Palerme » n'est dans aucun article", "« Naples » n'est dans aucun article"],
    ),
    "phrase that is nowhere": (Phrase(words=("Milan", "Rome")), ['« "Milan Rome" » n\'est dans aucun article']),
    "alternative": (Or(children=(NOWHERE, Word(text="Naples"))), []),
    "paragraph": (SameParagraph(children=(ROME, TURIN)), []),
}


@pytest.mark.parametrize(("tree", "advice"), ADVICE.values(), ids=list(ADVICE))
def test_an_empty_answer_is_explained(archive: Opened, tree: Node, advice: list[str]) -> None:
    evaluator = Evaluator(archive.corpus, archive.resolve(tree).terms)
    assert advise(evaluator, tree, print_query) == advice


def test_what_is_offered_finds_as_many_articles_as_it_says(archive: Opened) -> None:
    page = archive.archive.search(And(children=(ROME, MILAN, NOWHERE)))
    offered = page.warnings[-1].rpartition(" : ")[2]
    assert "2 articles" in page.warnings[-1]
    assert archive.archive.search(offered).total == 2


MAYOR = Named(type=EntityType.PERSON, text="Anna Orlov")
NOBODY = Named(type=EntityType.PERSON, text="Zébulon")
NAMED_ADVICE: dict[str, tuple[Node, list[str]]] = {
    "name that nothing has is told once": (NOBODY, ["aucune personne « Zébulon » dans l'archive"]),
    "name that nothing has beside a word": (
        And(children=(ROME, NOBODY)),
        [
            "aucune personne « Zébulon » dans l'archive",
            "aucun article n'a tous les mots et tous les noms ; 2 articles avec : Rome",
        ],
    ),
    "name and word that never meet": (
        And(children=(TURIN, MAYOR)),
        ['aucun article n\'a tous les mots et tous les noms ; 1 article avec : personne:"Anna Orlov"'],
    ),
}


@pytest.mark.parametrize(("tree", "advice"), NAMED_ADVICE.values(), ids=list(NAMED_ADVICE))
def test_an_empty_answer_is_explained_where_names_are_asked_for(archive: Opened, tree: Node, advice: list[str]) -> None:
    mentions = {"a0": [mention("person:anna-orlov", "Anna Orlov", "Rome")]}
    with open_named(archive.archive.path, mentions) as named:
        assert named.warn(tree) == advice


def test_a_name_of_which_no_article_is_left_is_nowhere(archive: Opened) -> None:
    mentions = {"gone": [mention("person:anna-orlov", "Anna Orlov", "Rome")]}
    with open_named(archive.archive.path, mentions) as named:
        assert named.warn(MAYOR) == ['« personne:"Anna Orlov" » n\'est dans aucun article']


def test_an_answer_has_no_advice(archive: Opened) -> None:
    assert archive.archive.search(ROME).warnings == ()
