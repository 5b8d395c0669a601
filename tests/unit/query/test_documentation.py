"""What the two pages on the query language say is so: every example is read as meant, and finds as many as is said."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.query.parsing import parse_query
from archive_search.query.tree import (
    Among,
    And,
    AtLeast,
    ExactForm,
    Field,
    FirstWords,
    Fuzzy,
    InZone,
    Length,
    Matching,
    Named,
    Near,
    Node,
    NotNear,
    Or,
    ParagraphWithout,
    Parsed,
    Pattern,
    Phrase,
    Published,
    SameParagraph,
    SameSentence,
    SentenceWithout,
    Without,
    Word,
    Zone,
)
from archive_search.records import EntityType

ROOT = Path(__file__).parents[3]
PAGES = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("langage", "query-language")}
_TODAY = date(2015, 9, 18)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_COMMANDS = ("archive-search ", "--")
_PATHS = ("seeds/",)

LATTAQUIE, BASE, SYRIE = Word(text="Lattaquié"), Word(text="base"), Word(text="Syrie")
TRUCE, DOCKERS, COURT = Word(text="trêve"), Word(text="dockers"), Word(text="tribunal")
MINISTER, DEFENCE = Word(text="ministre"), Word(text="Défense")
TITLE_OR_ATTACK = (InZone(zone=Zone.TITLE, child=BASE), InZone(zone=Zone.ATTACK, child=BASE))

MEANT: dict[str, Node] = {
    "Lattaquié base aérienne": And(children=(LATTAQUIE, BASE, Word(text="aérienne"))),
    "trêve ET Lattaquié": And(children=(TRUCE, LATTAQUIE)),
    "trêve OU Lattaquié": Or(children=(TRUCE, LATTAQUIE)),
    "Lattaquié SAUF base": Without(keep=LATTAQUIE, drop=BASE),
    '"tour de contrôle"': Phrase(words=("tour", "de", "contrôle")),
    "école": Word(text="école"),
    "=marché": ExactForm(text="marché"),
    "syri*": Pattern(text="syri*"),
    "Ch?ïgou": Pattern(text="Ch?ïgou"),
    "Choïgou~2": Fuzzy(text="Choïgou", distance=2),
    "ministre PRES/3 Défense": Near(left=MINISTER, right=DEFENCE, distance=3, ordered=False),
    "ministre ADJ/3 Défense": Near(left=MINISTER, right=DEFENCE, distance=3, ordered=True),
    "dockers PARA tribunal": SameParagraph(children=(DOCKERS, COURT)),
    "dockers PHRASE cartes": SameSentence(children=(DOCKERS, Word(text="cartes"))),
    "dockers SAUF/P préfet": ParagraphWithout(keep=DOCKERS, drop=Word(text="préfet")),
    "tribunal SAUF/S dockers": SentenceWithout(keep=COURT, drop=DOCKERS),
    "base SAUF PRES/3 Lattaquié": NotNear(keep=BASE, drop=LATTAQUIE, distance=3, ordered=False),
    "base SAUF ADJ/3 Lattaquié": NotNear(keep=BASE, drop=LATTAQUIE, distance=3, ordered=True),
    "AUMOINS3(Lattaquié)": AtLeast(count=3, child=LATTAQUIE),
    "2 PARMI (Assad, Poutine, Choïgou)": Among(
        count=2, children=(Word(text="Assad"), Word(text="Poutine"), Word(text="Choïgou"))
    ),
    "titre:Lattaquié": InZone(zone=Zone.TITLE, child=LATTAQUIE),
    "chapo:fichier": InZone(zone=Zone.LEAD, child=Word(text="fichier")),
    "attaque:base": InZone(zone=Zone.ATTACK, child=BASE),
    "titre:base OU attaque:base": Or(children=TITLE_OR_ATTACK),
    "texte:Syrie": InZone(zone=Zone.TEXT, child=SYRIE),
    "Syrie debut/8": FirstWords(count=8, child=SYRIE),
    "auteur:Vasseur": Matching(field=Field.AUTHOR, value="Vasseur"),
    'source:"Gazette du Rhône"': Matching(field=Field.SOURCE, value="Gazette du Rhône"),
    'source:="La Gazette du Rhône"': Matching(field=Field.SOURCE, value="La Gazette du Rhône", whole=True),
    "agence:AFP": Matching(field=Field.AGENCY, value="AFP"),
    "rubrique:Culture": Matching(field=Field.SECTION, value="Culture"),
    "langue:fr": Matching(field=Field.LANGUAGE, value="fr"),
    "personne:Choïgou": Named(type=EntityType.PERSON, text="Choïgou"),
    "lieu:Syrie": Named(type=EntityType.PLACE, text="Syrie"),
    "organisation:ONU": Named(type=EntityType.ORG, text="ONU"),
    "mots>200": Length(least=201, most=None),
    "mots:64..78": Length(least=64, most=78),
    "date:2015": Published(first=date(2015, 1, 1), last=date(2015, 12, 31)),
    "date:10/2015": Published(first=date(2015, 10, 1), last=date(2015, 10, 31)),
    "date:13/10/2015": Published(first=date(2015, 10, 13), last=date(2015, 10, 13)),
    "date:02/10/2015..13/10/2015": Published(first=date(2015, 10, 2), last=date(2015, 10, 13)),
    "depuis:2018": Published(first=date(2018, 1, 1), last=None),
    "avant:2016": Published(first=None, last=date(2015, 12, 31)),
    "apres:2019": Published(first=date(2020, 1, 1), last=None),
}


def parse(query: str) -> Parsed:
    return parse_query(query, today=_TODAY)


def rows_of(page: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows with an example in their first cell, of the tables of a page that have so many columns."""
    for line in PAGES[page].splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == columns and cells[0].startswith("`"):
            yield cells


def examples_in(text: str) -> list[str]:
    return _EXAMPLE.findall(text)


def table_of(page: str) -> list[tuple[str, list[str], str]]:
    """List each row of the table: what to write, what is understood as well, how many articles that finds."""
    return [(examples_in(first)[0], examples_in(others), found) for first, others, _meaning, found in rows_of(page, 4)]


TABLE = table_of("langage")
WAYS = [(canonical, way) for canonical, others, _found in TABLE for way in others]
COUNTS = [(canonical, int(found)) for canonical, _others, found in TABLE if found]
REMARKS = [(examples_in(typed)[0], examples_in(read)[0], remark) for typed, read, remark in rows_of("langage", 3)]


def queries_of(page: str) -> list[str]:
    """List the examples of a page that are queries, but for those in the table of remarks."""
    examples = [each.replace("\\|", "|") for each in examples_in(_FENCE.sub("", PAGES[page]))]
    shown_with_remark = {query for typed, read, _remark in REMARKS for query in (typed, read)}
    return [each for each in examples if not each.startswith((*_COMMANDS, *_PATHS)) and each not in shown_with_remark]


def test_each_row_of_the_table_is_known_here() -> None:
    assert [canonical for canonical, _others, _found in TABLE] == list(MEANT)


def test_the_two_pages_have_the_same_examples() -> None:
    assert table_of("query-language") == TABLE
    assert list(rows_of("query-language", 3)) == list(rows_of("langage", 3))
    assert queries_of("query-language") == queries_of("langage")


@pytest.mark.parametrize("example", sorted(set(queries_of("langage"))))
def test_an_example_runs_without_warnings(example: str) -> None:
    assert parse(example).warnings == ()


@pytest.mark.parametrize("canonical", MEANT)
def test_what_the_table_says_to_write_is_read_as_meant(canonical: str) -> None:
    assert parse(canonical).tree == MEANT[canonical]


@pytest.mark.parametrize(("canonical", "way"), WAYS, ids=[way for _canonical, way in WAYS])
def test_what_is_also_understood_is_understood_alike(canonical: str, way: str) -> None:
    assert parse(way).tree == MEANT[canonical]


@pytest.mark.parametrize(("typed", "read", "remark"), REMARKS, ids=[typed for typed, _read, _remark in REMARKS])
def test_a_remark_is_made_as_the_page_shows_it(typed: str, read: str, remark: str) -> None:
    parsed = parse(typed)
    assert (parsed.interpreted, parsed.warnings) == (read, (remark,))


@pytest.mark.parametrize(("typed", "read", "remark"), REMARKS, ids=[typed for typed, _read, _remark in REMARKS])
def test_what_was_understood_reads_alike_when_it_is_typed_in_turn(typed: str, read: str, remark: str) -> None:
    parsed = parse(read)
    assert parsed.tree == parse(typed).tree
    assert len(parsed.warnings) <= 1, remark


@pytest.fixture(scope="module")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("samples") / "index") as archive:
        assert not archive.add([ROOT / "seeds"]).failures
        yield archive


@pytest.mark.parametrize(("canonical", "found"), COUNTS, ids=[canonical for canonical, _found in COUNTS])
def test_an_example_finds_as_many_articles_as_the_table_says(
    sample_archive: Archive, canonical: str, found: int
) -> None:
    assert sample_archive.search(canonical, limit=0).total == found
