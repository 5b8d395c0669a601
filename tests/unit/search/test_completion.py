"""How a query that is being typed may go on."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws.named_archives import open_named

from archive_search.query.bounds import MAX_CHARACTERS
from archive_search.records import Role, Span
from archive_search.search.completion import Completer, CompletionKind
from search.samples import article, mention, opened

TEXTS = (
    "La base aérienne de Lattaquié, et l'armée. Hémicycle.",
    "La base aérienne ; l'armée de terre. Hémicycle.",
    "La base navale, un aérodrome ; le vice-président en titre, le vice et la présidente. Hemicycle.",
    "Un aérodrome, des aérodromes, un aéronef. Le texte d'un arrêté.",
)
SOURCES = ("Le Phare", "Le Phare", "La Côte d'Iris", "L'Écho")
POPE = "person:anna-orlov"
PLACE = "place:port-armand"
MENTIONS = {
    "a0": [mention(POPE, "Anna Orlov", "La"), mention(PLACE, "Port-Armand", "La")],
    "a1": [mention(POPE, "Anna Orlov", "La"), mention("person:basile", "Basile", "La")],
    "a3": [mention("person:aela", "Aéla", "Un")],
    "a2": [
        mention("org:baltique", 'La "Baltique"', "La"),
        mention("person:gone", "Basile Parti", "La", role=Role.BYLINE),
        mention("person:et", "ET", "La", span=Span(0, 2)),
    ],
}


@pytest.fixture(scope="module")
def completer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Completer]:
    articles = [
        article(f"a{number}", text, source=source, agency="AFP" if number else None, section="Mer")
        for number, (text, source) in enumerate(zip(TEXTS, SOURCES, strict=True))
    ]
    with opened(tmp_path_factory.mktemp("completion") / "archive", articles) as parts:
        parts.archive.add_articles([article("gone", "Un aéroport.", source="Le Phare")])
        parts.archive.remove(["gone"])
        with open_named(parts.archive.path, MENTIONS) as named:
            yield Completer(named.index, named.corpus, named.connection, named.names)


COMPLETED: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "word, the most frequent first": (
        "aér",
        [("aérienne", 2), ("aérodrome", 2), ("aérodromes", 1), ("aéronef", 1)],
    ),
    "accents ignored": ("aero", [("aérodrome", 2), ("aérodromes", 1), ("aéronef", 1)]),
    "last word of several": ("syrie aéron", [("syrie aéronef", 1)]),
    "capitals as typed": ("Latt", [("Lattaquié", 1)]),
    "all capitals": ("LATT", [("LATTAQUIÉ", 1)]),
    "whole word": ("lattaquié", [("lattaquié", 1)]),
    "without its accents, less frequent": ("hém", [("hémicycle", 2)]),
    "without its accents, exactly": ("=hém", [("=hémicycle", 2), ("=hemicycle", 1)]),
    "without its accents, exactly in a zone": ("titre=hém", [("titre=hémicycle", 2)]),
    "elided article": ("l'arm", [("l'armée", 2)]),
    "after a zone": ("titre:arm", [("titre:armée", 2)]),
    "after a zone, in parentheses": ("texte:(base OU arm", [("texte:(base OU armée", 2)]),
    "exact form": ("=arm", [("=armée", 2)]),
    "excluded word": ("base -arm", [("base -armée", 2), ('base -lieu:"Port-Armand"', 1)]),
    "phrase": ('"base aé', [('"base aérienne', 2)]),
    "phrase in French guillemets": ("« base aé", [("« base aérienne", 2)]),
    "phrase whose words never stand so": ('"armée aé', []),
    "closed phrase before": ('"base navale" aéron', [('"base navale" aéronef', 1)]),
    "endless phrase": ('"' + "base " * 19_000 + "aé", []),
    "compound": ("vice-prés", [("vice-président", 1)]),
    "field after the words": ("tex", [("texte", 1), ("texte:", None)]),
    "field in other capitals": ("Per", [("personne:", None)]),
    "no field inside a field": ("titre:tex", [("titre:texte", 1)]),
    "names beside words": (
        "arm",
        [("armée", 2), ('lieu:"Port-Armand"', 1)],
    ),
    "person of one word": ("personne:bas", [("personne:Basile", 1)]),
    "person by any word": ("personne:orl", [('personne:"Anna Orlov"', 2)]),
    "person by the beginning of several words": ('personne:"anna o', [('personne:"Anna Orlov"', 2)]),
    "person after a space": ("personne: anna", [('personne: "Anna Orlov"', 2)]),
    "person in parentheses": ("personne:(Basile OU ann", [('personne:(Basile OU "Anna Orlov"', 2)]),
    "person by another name of the field": ("per=ann", [('per="Anna Orlov"', 2)]),
    "place": ("lieu:port", [('lieu:"Port-Armand"', 1)]),
    "guillemets in a name": ("organisation:balt", [('organisation:"La  Baltique "', 1)]),
    "name that is an operator": ("personne:et", [('personne:"ET"', 1)]),
    "one letter of a name": ("personne:a", []),
    "source": ("source:ph", [('source:"Le Phare"', 2)]),
    "source by several words": ('source:"la cote d', [('source:"La Côte d\'Iris"', 1)]),
    "whole value of one word": ("agence:=a", [('agence:="AFP"', 3)]),
    "whole value of several words": ('source:= "le ph', [('source:= "Le Phare"', 2)]),
    "every source": ("source:", [('source:"Le Phare"', 2), ('source:"L\'Écho"', 1), ('source:"La Côte d\'Iris"', 1)]),
    "agency": ("agence:a", [("agence:AFP", 3)]),
    "section": ("rubrique: m", [("rubrique: Mer", 4)]),
    "author": ("auteur:an", []),
    "date": ("date:20", []),
    "unknown field": ("truc:arm", [("truc:armée", 2)]),
    "form of deleted articles": ("aérop", []),
    "stop words": ("de", [("depuis:", None)]),
    "one letter": ("a", []),
    "number": ("20", []),
    "truncation": ("aér*", []),
    "space at the end": ("aér ", []),
    "parenthesis at the end": ("(aér)", []),
    "punctuation at the end": ("aér.", []),
    "closed guillemets": ('"aér"', []),
    "nothing": ("", []),
    "lone guillemet": ('base "', []),
    "control character": ("base\x00aéron", [("base\x00aéronef", 1)]),
    "half a surrogate pair": ("\ud800aéron", [("\ud800aéronef", 1)]),
    "too long": ("a" * (MAX_CHARACTERS + 1), []),
}


@pytest.mark.parametrize(("text", "completed"), COMPLETED.values(), ids=list(COMPLETED))
def test_the_end_of_a_query_is_completed(
    completer: Completer, text: str, completed: list[tuple[str, int | None]]
) -> None:
    assert [(each.text, each.articles) for each in completer.complete(text, limit=10)] == completed


def test_a_completion_tells_what_it_adds(completer: Completer) -> None:
    (word, place) = completer.complete("base arm", limit=10)
    assert (word.completed, word.kind) == ("armée", CompletionKind.WORD)
    assert place.to_dict() == {
        "text": 'base lieu:"Port-Armand"',
        "completed": "Port-Armand",
        "kind": "place",
        "articles": 1,
    }


@pytest.mark.parametrize(
    ("limit", "kinds"),
    [
        (0, []),
        (1, ["word"]),
        (2, ["word", "word"]),
        (3, ["word", "word", "person"]),
        (4, ["word", "word", "word", "person"]),
        (5, ["word", "word", "word", "word", "person"]),
    ],
)
def test_names_leave_most_places_to_words(completer: Completer, limit: int, kinds: list[str]) -> None:
    assert sorted((each.kind for each in completer.complete("aé", limit=limit)), reverse=True) == kinds


@settings(max_examples=80)
@given(text=st.text(st.sampled_from('aré"«»( ):=-*~\x00\ud800personne'), max_size=30), limit=st.integers(0, 12))
def test_anything_typed_is_completed_or_not_without_fail(completer: Completer, text: str, limit: int) -> None:
    found = completer.complete(text, limit=limit)
    assert len(found) <= limit
    assert len({each.text for each in found}) == len(found)
