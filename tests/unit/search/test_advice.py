"""What to do when nothing is found."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from laws.named_archives import open_named

from archive_search.query.building import choose, exclude
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    Field,
    InZone,
    Matching,
    Named,
    Near,
    Node,
    Or,
    ParagraphWithout,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    Without,
    Word,
    Zone,
)
from archive_search.records import EntityType
from archive_search.search.absent_words import MOST_TOLD
from archive_search.search.resolving import MOST_SUGGESTIONS
from search.samples import Opened, article, mention, opened

ROME, MILAN, TURIN, NOWHERE = (Word(text=text) for text in ("Rome", "Milan", "Turin", "Palerme"))
OF_2015 = Published(first=date(2015, 1, 1), last=date(2015, 12, 31))
OF_2031 = Published(first=date(2031, 1, 1), last=date(2031, 12, 31))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    texts = ("Rome et Milan.", "Milan expose.", "Rome, Milan.", "Turin.")
    articles = [article(f"a{number}", text, date=date(2016, 1, 1)) for number, text in enumerate(texts)]
    articles.append(article("port", "Un bac-école. Le bac sert.", "La rade.", title="Le quai", date=date(2015, 6, 1)))
    with opened(tmp_path_factory.mktemp("advice") / "archive", articles) as parts:
        yield parts


def both(*children: Node) -> Node:
    return And(children=children)


def near(left: str, right: str) -> Node:
    return Near(left=Word(text=left), right=Word(text=right), distance=1, ordered=True)


ABSENT = "« Palerme » n'est dans aucun article"
ADVICE: dict[str, tuple[Node, list[str]]] = {
    "word that is nowhere": (NOWHERE, [ABSENT]),
    "word that is nowhere beside others": (
        both(ROME, NOWHERE, MILAN),
        [ABSENT, "aucun article n'a tous les mots ; 2 articles avec : Rome ET Milan"],
    ),
    "words that never meet": (
        both(ROME, MILAN, TURIN),
        ["aucun article n'a tous les mots ; 2 articles avec : 2 PARMI (Rome, Milan, Turin)"],
    ),
    "no two words meet": (
        both(ROME, TURIN, Word(text="rade")),
        ["aucun article n'a tous les mots ; 4 articles avec : Rome OU Turin OU rade"],
    ),
    "one article is left": (
        both(TURIN, NOWHERE),
        [ABSENT, "aucun article n'a tous les mots ; 1 article avec : Turin"],
    ),
    "no word is anywhere": (
        both(NOWHERE, Word(text="Naples")),
        [ABSENT, "« Naples » n'est dans aucun article"],
    ),
    "word that is nowhere, twice": (
        both(NOWHERE, InZone(zone=Zone.TITLE, child=NOWHERE)),
        [ABSENT],
    ),
    "word that is almost spelled so": (
        Word(text="Millan"),
        ["« Millan » n'est dans aucun article ; vouliez-vous dire « Milan » ?"],
    ),
    "form whose accents are others": (
        ExactForm(text="récole"),
        ["« =récole » n'est dans aucun article ; vouliez-vous dire « école » ?"],
    ),
    "phrase whose words never stand so": (
        Phrase(words=("Milan", "Turin")),
        [
            '« "Milan Turin" » n\'est dans aucun article : ces mots ne se suivent jamais',
            "aucun article n'a tous les mots ; 4 articles avec : Milan OU Turin",
        ],
    ),
    "phrase whose words stand apart": (
        Phrase(words=("bac", "rade")),
        [
            '« "bac rade" » n\'est dans aucun article : ces mots ne se suivent jamais',
            "1 article si les mots sont n'importe où : bac ET rade",
        ],
    ),
    "phrase of which a word is nowhere": (
        Phrase(words=("le", "qai")),
        [
            "« qai » n'est dans aucun article ; vouliez-vous dire « quai » ?",
        ],
    ),
    "compound whose parts stand apart": (
        Word(text="école-bac"),
        ["« école-bac » n'est dans aucun article : ces mots ne se suivent jamais"],
    ),
    "alternative": (
        Or(children=(NOWHERE, Word(text="Naples"))),
        [ABSENT, "« Naples » n'est dans aucun article"],
    ),
    "what is excluded is not to blame": (
        exclude(both(ROME, TURIN), NOWHERE),
        ["aucun article n'a tous les mots ; 3 articles avec : (Rome OU Turin) SAUF Palerme"],
    ),
    "paragraph": (
        SameParagraph(children=(ROME, TURIN)),
        ["aucun article n'a tous les mots ; 3 articles avec : Rome OU Turin"],
    ),
    "paragraph whose words stand in two": (
        SameParagraph(children=(Word(text="bac"), Word(text="rade"))),
        ["1 article si les mots sont n'importe où : bac ET rade"],
    ),
    "sentence whose words stand in two": (
        SameSentence(children=(Word(text="école"), Word(text="sert"))),
        ["1 article si les mots sont n'importe où : école ET sert"],
    ),
    "distance, beside another word": (
        both(near("bac", "rade"), Word(text="quai")),
        ["1 article si les mots sont n'importe où : bac ET rade ET quai"],
    ),
    "distance, in one paragraph": (
        near("école", "sert"),
        [
            "1 article à 10 mots au plus : école ADJ/10 sert",
            "1 article si les mots sont n'importe où : école ET sert",
        ],
    ),
    "all demands dropped": (
        ParagraphWithout(keep=InZone(zone=Zone.TITLE, child=Word(text="bac")), drop=ROME),
        ["1 article en demandant moins : bac"],
    ),
    "alternative beside a word, part of it nowhere": (
        both(TURIN, Or(children=(ROME, NOWHERE))),
        [ABSENT, "aucun article n'a tout ce qui est demandé ; 3 articles avec : Turin OU Rome"],
    ),
    "zone": (
        InZone(zone=Zone.TITLE, child=Word(text="bac")),
        ["1 article si les mots sont n'importe où : bac"],
    ),
    "distance whose words never meet": (
        near("Rome", "Turin"),
        ["aucun article n'a tous les mots ; 3 articles avec : Rome OU Turin"],
    ),
    "times": (AtLeast(count=3, child=Word(text="bac")), ["1 article si une fois suffit : bac"]),
    "exclusion of all": (Without(keep=ROME, drop=MILAN), ["2 articles si rien n'est exclu : Rome"]),
    "exclusion of all paragraphs": (
        ParagraphWithout(keep=both(ROME, MILAN), drop=ROME),
        ["2 articles si rien n'est exclu : Rome PARA Milan"],
    ),
    "distance whose words never meet, with an exclusion": (
        ParagraphWithout(keep=near("Rome", "Turin"), drop=Word(text="bac")),
        ["aucun article n'a tous les mots ; 3 articles avec : Rome OU Turin"],
    ),
    "times of a stop word": (
        both(AtLeast(count=9, child=Word(text="le")), Word(text="bac")),
        ["1 article si une fois suffit : bac"],
    ),
    "filter inside a paragraph": (
        SameParagraph(children=(ROME, OF_2031)),
        ["aucun article ne répond à date:2031"],
    ),
    "list": (
        Among(count=2, children=(ROME, TURIN, Word(text="rade"))),
        ["aucun article n'a 2 de ces mots ; 4 articles avec : Rome OU Turin OU rade"],
    ),
    "dates without an article": (
        both(ROME, OF_2031),
        ["aucun article ne répond à date:2031", "2 articles sans date:2031 : Rome"],
    ),
    "dates in which some of the words are": (
        both(Word(text="bac"), MILAN, OF_2015),
        ["aucun article avec date:2015 n'a tous les mots ; 1 article avec : (bac OU Milan) ET date:2015"],
    ),
    "dates in which fewer words are than elsewhere": (
        both(ROME, MILAN, Word(text="bac"), OF_2015),
        [
            "aucun article avec date:2015 n'a tous les mots ; 1 article avec : (Rome OU Milan OU bac) ET date:2015",
            "2 articles sans date:2015 : 2 PARMI (Rome, Milan, bac)",
        ],
    ),
    "two filters, of which one has no article": (
        both(ROME, OF_2015, OF_2031),
        ["aucun article ne répond à date:2031", "2 articles sans date:2015 ET date:2031 : Rome"],
    ),
    "source without an article": (
        both(ROME, Matching(field=Field.SOURCE, value="Le Phare")),
        ['aucun article ne répond à source:"Le Phare"', '2 articles sans source:"Le Phare" : Rome'],
    ),
}


@pytest.mark.parametrize(("tree", "advice"), ADVICE.values(), ids=list(ADVICE))
def test_an_empty_answer_is_explained(archive: Opened, tree: Node, advice: list[str]) -> None:
    page = archive.archive.search(tree)
    assert (page.total, list(page.warnings)) == (0, advice)


OFFERS: dict[str, Node] = {
    "words that occur": both(ROME, MILAN, NOWHERE),
    "some of the words": both(ROME, MILAN, TURIN),
    "one of the words": both(TURIN, Word(text="rade")),
    "one of the words, with a filter": both(Word(text="bac"), MILAN, OF_2015),
    "without the filter": both(ROME, OF_2031),
    "anywhere": near("bac", "rade"),
    "once": AtLeast(count=3, child=Word(text="bac")),
    "without exclusion": ParagraphWithout(keep=both(ROME, MILAN), drop=ROME),
}


@pytest.mark.parametrize("tree", OFFERS.values(), ids=list(OFFERS))
def test_what_is_offered_finds_as_many_articles_as_it_says(archive: Opened, tree: Node) -> None:
    offer = archive.archive.search(tree).warnings[-1]
    said, _, query = offer.rpartition(" : ")
    *_others, counted = re.findall(r"(\d+) articles? ", f"{said} ")
    assert archive.archive.search(query).total == int(counted) > 0


def test_spellings_are_sought_for_a_few_words_only(archive: Opened) -> None:
    misspelled = [Word(text=text) for text in ("Millan", "Turrin", "Romme", "Quaii", "Exposse")]
    warnings = archive.archive.search(choose(9, misspelled)).warnings
    assert sum("vouliez-vous dire" in warning for warning in warnings) == MOST_SUGGESTIONS


def test_of_very_many_absent_words_only_some_are_named(archive: Opened) -> None:
    words = [Word(text=f"mot{number}") for number in range(40)]
    warnings = archive.archive.search(choose(40, words)).warnings
    assert len(warnings) == MOST_TOLD + 1
    assert warnings[-1] == f"mots qui ne sont non plus dans aucun article : {40 - MOST_TOLD}"


MAYOR = Named(type=EntityType.PERSON, text="Anna Orlov")
NOBODY = Named(type=EntityType.PERSON, text="Zébulon")
NAMED_ADVICE: dict[str, tuple[Node, list[str]]] = {
    "name that nothing has is told once": (NOBODY, ["aucune personne « Zébulon » dans l'archive"]),
    "name that nothing has beside a word": (
        both(ROME, NOBODY),
        [
            "aucune personne « Zébulon » dans l'archive",
            "aucun article n'a tous les mots et tous les noms ; 2 articles avec : Rome",
        ],
    ),
    "name and word that never meet": (
        both(TURIN, MAYOR),
        ['aucun article n\'a tous les mots et tous les noms ; 3 articles avec : Turin OU personne:"Anna Orlov"'],
    ),
    "name and word of two paragraphs": (
        SameParagraph(children=(MAYOR, Word(text="rade"))),
        ['1 article si les mots sont n\'importe où : personne:"Anna Orlov" ET rade'],
    ),
    "list of names": (
        Among(count=2, children=(TURIN, MAYOR, NOBODY)),
        [
            "aucune personne « Zébulon » dans l'archive",
            'aucun article n\'a 2 de ces mots ou ces noms ; 3 articles avec : Turin OU personne:"Anna Orlov"',
        ],
    ),
}


@pytest.mark.parametrize(("tree", "advice"), NAMED_ADVICE.values(), ids=list(NAMED_ADVICE))
def test_an_empty_answer_is_explained_where_names_are_asked_for(archive: Opened, tree: Node, advice: list[str]) -> None:
    mentions = {
        "a0": [mention("person:anna-orlov", "Anna Orlov", "Rome")],
        "port": [mention("person:anna-orlov", "Anna Orlov", "Le")],
    }
    with open_named(archive.archive.path, mentions) as named:
        assert named.warn(tree) == advice


def test_a_name_of_which_no_article_is_left_is_nowhere(archive: Opened) -> None:
    mentions = {"gone": [mention("person:anna-orlov", "Anna Orlov", "Rome")]}
    with open_named(archive.archive.path, mentions) as named:
        assert named.warn(MAYOR) == ['« personne:"Anna Orlov" » n\'est dans aucun article']


def test_an_answer_has_no_advice(archive: Opened) -> None:
    assert archive.archive.search(ROME).warnings == ()


SOURCES = ("Le Phare de Gênes", "Le Phare", "Le Quotidien de Trieste", "La Dépêche")
VALUES: dict[str, tuple[Field, str, str]] = {
    "close": (Field.SOURCE, "Quotidien de Triest", " ; vouliez-vous dire « Le Quotidien de Trieste » ?"),
    "several close": (Field.SOURCE, "Le Phar", " ; vouliez-vous dire « Le Phare » ou « Le Phare de Gênes » ?"),
    "none close": (
        Field.SOURCE,
        "Gazette",
        " ; sources de l'archive : « Le Phare », « La Dépêche », « Le Phare de Gênes », …",
    ),
    "only one": (Field.SECTION, "Sports", " ; rubriques de l'archive : « Opéra »"),
    "none at all": (Field.AGENCY, "AFP", ""),
    "not counted": (Field.AUTHOR, "Orlov", ""),
}


@pytest.mark.parametrize(("field", "value", "told"), VALUES.values(), ids=list(VALUES))
def test_values_are_told_where_no_article_has_the_one_asked_for(
    tmp_path: Path, field: Field, value: str, told: str
) -> None:
    articles = [article(f"a{number}", "Rome.", source=source) for number, source in enumerate((*SOURCES, "Le Phare"))]
    articles.append(article("opera", "Rome.", section="Opéra"))
    tree = Matching(field=field, value=value)
    with opened(tmp_path / "archive", articles) as parts:
        assert parts.archive.search(tree).warnings == (f'aucun article ne répond à {field.value}:"{value}"{told}',)
