"""Institutions and territories are known by their spellings, and spotted where a text names them."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from analysis.texts import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.name_keys import fold_name
from archive_search.entities import gazetteer
from archive_search.entities.gazetteer import Known, find_known, is_city, is_doubtful, known_name
from archive_search.entities.known_spellings import LISTS, Doubt, known_spellings, parse_list, read_lines
from archive_search.records import EntityType

DATA = Path(gazetteer.__file__).with_name("data")
ORG, PLACE = EntityType.ORG, EntityType.PLACE

SPELLINGS = {
    "usual name": ("États-Unis", "États-Unis", PLACE),
    "accent missing on a capital": ("Etats-Unis", "États-Unis", PLACE),
    "all capitals": ("ETATS-UNIS", "États-Unis", PLACE),
    "space for hyphen": ("Maison Blanche", "Maison-Blanche", ORG),
    "typographic apostrophe": ("Quai d’Orsay", "Quai d'Orsay", ORG),
    "no-break space": ("Nations\u00a0unies", "ONU", ORG),
    "small word capitalised": ("Nations Unies", "ONU", ORG),
    "dotted acronym": ("O.N.U.", "ONU", ORG),
    "acronym in capitals": ("OTAN", "Otan", ORG),
    "doubtful acronym": ("AP", "Associated Press", ORG),
    "doubtful word": ("Orange", "Orange", ORG),
    "sign read out": ("Canal Plus", "Canal+", ORG),
    "ampersand": ("S&P", "Standard & Poor's", ORG),
    "territory of the CLDR": ("Tunisie", "Tunisie", PLACE),
    "short form": ("RDC", "République démocratique du Congo", PLACE),
    "former name": ("Zaïre", "Zaïre", PLACE),
    "lake": ("lac Tchad", "Lac Tchad", PLACE),
}


@pytest.mark.parametrize(("surface", "name", "kind"), SPELLINGS.values(), ids=list(SPELLINGS))
def test_a_spelling_stands_for_its_usual_name(surface: str, name: str, kind: EntityType) -> None:
    assert known_name(surface) == Known(name, kind)


@pytest.mark.parametrize("surface", ["", "'", "pentagone", "otan", "Ps", "Fo", "Cités", "Durand", "\ud800", "\x00"])
def test_what_is_not_spelled_like_a_known_name_is_unknown(surface: str) -> None:
    assert known_name(surface) is None


def test_former_and_present_names_of_a_party_stay_apart() -> None:
    assert known_name("Front national") != known_name("Rassemblement national")


@pytest.mark.parametrize(("surface", "doubtful"), [("Orange", True), ("PS", True), ("Otan", False), ("Durand", False)])
def test_a_spelling_with_other_meanings_is_doubtful(surface: str, doubtful: bool) -> None:
    assert is_doubtful(surface) is doubtful


SPOTTED = {
    "elided article": ("L’Otan et l'Elysée", ["Otan", "Elysée"]),
    "small letters": ("le pentagone, l'otan et la syrie", []),
    "headline in capitals": ("LE KREMLIN RÉPOND AUX ETATS-UNIS", ["KREMLIN", "ETATS-UNIS"]),
    "the longest": ("le Conseil de sécurité de l’ONU", ["Conseil de sécurité de l’ONU"]),
    "small word before": ("près du lac Tchad, au Tchad", ["lac Tchad", "Tchad"]),
    "several small words before": ("dans la bande de Gaza", ["bande de Gaza"]),
    "whole words": ("Francette, SuperFrance, France_2 et @France", []),
    "line break inside": ("les Nations\nunies", ["Nations\nunies"]),
    "two known names joined": ("le match France-Italie", ["France", "Italie"]),
    "known names of several words joined": ("sur RTL-Le Figaro-LCI", ["RTL", "Le Figaro", "LCI"]),
    "joined to another word": ("Marie-France et Suède-Mobilier", []),
    "prefix": ("anti-Otan et pro-Russie", ["Otan", "Russie"]),
    "begins with a digit": ("lu dans 20 Minutes, en 20 minutes", ["20 Minutes"]),
    "begins with a small letter": ("a-t-il dit sur franceinfo, informations", ["franceinfo"]),
    "sign": ("sur Canal+, chez AT&T", ["Canal+", "AT&T"]),
    "soft hyphen": ("le Pen\u00adta\u00adgone", ["Pen\u00adta\u00adgone"]),
    "given name before": ("la ferme de Louis Renault", []),
    "title before": ("M. Renault et Mme Citroën", []),
    "sentence before": ("Selon Louis. Renault recrute", ["Renault"]),
    "another word by its last accent": ("Le char Tigre roule vers le Tigré", ["Tigré"]),
}


@pytest.mark.parametrize(("text", "surfaces"), SPOTTED.values(), ids=list(SPOTTED))
def test_known_names_are_spotted(text: str, surfaces: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_known(text)] == surfaces


DOUBTFUL = {
    "acronym alone": ("PS : ne pas oublier", []),
    "acronym after an article": ("le PS et l'AP", ["PS", "AP"]),
    "acronym in parentheses": ("Jeanne Morel (PS)", ["PS"]),
    "acronym after its kind": ("la députée PS", ["PS"]),
    "acronym with a number": ("sur la RN 20", []),
    "word alone": ("Orange est bloquée", []),
    "word after its kind": ("l'opérateur Orange recrute", ["Orange"]),
    "nationality between": ("le quotidien français « Libération »", ["Libération"]),
    "kind in the sentence before": ("un quotidien. Libération des otages", []),
    "word that goes on": ("le groupe Orange Verte", []),
    "article at the start of a sentence": ("Il sort. Le Monde change", []),
    "article in mid-sentence": ("lu dans Le Monde hier", ["Le Monde"]),
    "article in capitals": ("VIVE LE MONDE", []),
    "small article wanted": ("dans le Lot, un lot. Lot de dix", ["Lot"]),
    "small article, word that goes on": ("le Lot Numéro dix", []),
    "never in running text": ("la chaîne ABC, le centre de Maurice", []),
    "by its noun": ("l'île Maurice", ["île Maurice"]),
}


@pytest.mark.parametrize(("text", "surfaces"), DOUBTFUL.values(), ids=list(DOUBTFUL))
def test_a_doubtful_spelling_is_spotted_where_its_surroundings_speak_for_it(text: str, surfaces: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_known(text)] == surfaces


def known_texts() -> st.SearchStrategy[str]:
    """Draw texts in which known spellings, cut and joined anyhow, stand between awkward pieces."""
    spellings = st.sampled_from([text for name in LISTS for text, _ in parse_list(name)])
    joints = st.sampled_from([" ", "-", "’", " & ", "\u00a0", "+", ". ", "(", ")", ""])
    pieces = st.one_of(spellings, spellings.map(str.upper), joints, joints, texts())
    return st.lists(pieces, max_size=12).map("".join)


@settings(max_examples=60)
@given(text=known_texts())
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    bounds = [offset for start, end, _ in find_known(text) for offset in (start, end)]
    assert bounds == sorted(bounds)
    assert all(start < end <= len(text) for start, end, _ in find_known(text))


@settings(max_examples=60)
@given(text=known_texts())
def test_what_is_spotted_is_a_known_spelling(text: str) -> None:
    for start, end, known in find_known(text):
        assert known_name(text[start:end]) == known


@pytest.mark.parametrize("unit", ["France ", "France-", "A.", "Le ", "lac ", "é", "l'", "Conseil de ", "(PS) "])
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    text = unit * 20_000 + " Otan"
    assert [text[start:end] for start, end, _ in find_known(text)][-1:] == ["Otan"]


def test_a_usual_name_stands_for_itself() -> None:
    for spelling in known_spellings().values():
        assert known_name(spelling.name) == Known(spelling.name, spelling.type)


def test_a_certain_spelling_is_spotted_in_a_sentence() -> None:
    missed = set()
    for name in LISTS:
        for text, spelling in parse_list(name):
            # Names all in small letters, such as "présidence de la République", are for what the model finds.
            has_capital = "I" in spelling.capitals or "U" in spelling.capitals
            if spelling.doubt is Doubt.NONE and has_capital:
                found = [known.name for _, _, known in find_known(f"on parle de {text} partout")]
                missed |= {text} if spelling.name not in found else set()
    assert not missed


def test_a_name_that_begins_with_a_small_letter_is_spotted() -> None:
    for text in ("easyJet", "eBay", "franceinfo", "iTélé", "i24news"):
        assert [end - start for start, end, _ in find_known(f"chez {text} hier")] == [len(text)]


@pytest.mark.parametrize(
    ("folded", "answer"),
    [
        ("lattaquie", True),
        ("aix en provence", True),
        ("nancy", True),
        ("orange", False),
        ("martin", False),
        ("pau", False),
    ],
)
def test_a_city_is_told_by_its_folded_name(folded: str, answer: bool) -> None:
    assert is_city(folded) is answer


@pytest.mark.parametrize(
    ("words", "member"),
    [
        (gazetteer.demonyms, "americaines"),
        (gazetteer.demonyms, "lyonnais"),
        (gazetteer.given_names, "jean pierre"),
        (gazetteer.given_names, "mohammed"),
        (gazetteer.titles, "mme"),
        (gazetteer.titles, "generaux"),
        (gazetteer.function_nouns, "premiers ministres"),
        (gazetteer.function_nouns, "porte parole"),
    ],
)
def test_a_list_has_every_form_folded(words: Callable[[], frozenset[str]], member: str) -> None:
    assert member in words()
    assert all(fold_name(word) == word for word in words())


SORTED_BY_FIRST_FORM = [
    *("demonyms.txt", "given_names.txt", "homonyms.txt", "institutions.txt", "kinds.txt"),
    *("offices.txt", "places.txt", "territories.txt", "titles.txt"),
]


@pytest.mark.parametrize("name", SORTED_BY_FIRST_FORM)
def test_a_list_is_sorted_and_says_what_it_is(name: str) -> None:
    firsts = [fold_name(line.split(" | ")[0].split(" ; ")[0]) for line in read_lines(name)]
    assert firsts == sorted(firsts)
    assert (DATA / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    "name", ["demonyms.txt", "given_names.txt", "homonyms.txt", "kinds.txt", "offices.txt", "titles.txt"]
)
def test_a_list_has_no_form_twice(name: str) -> None:
    forms = [fold_name(form) for line in read_lines(name) for form in line.split(" ; ")]
    assert len(forms) == len(set(forms))


def test_no_spelling_is_claimed_twice() -> None:
    claims = {(fold_name(text), spelling.name) for name in LISTS for text, spelling in parse_list(name)}
    assert len(claims) == len({fold for fold, _ in claims})


def test_the_packed_cities_are_sorted_and_stamped_with_no_time() -> None:
    packed = (DATA / "cities.txt.gz").read_bytes()
    cities = gzip.decompress(packed).decode().splitlines()
    assert cities == sorted(set(cities))
    assert packed[4:8] == bytes(4)
