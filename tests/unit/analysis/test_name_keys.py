"""Spellings of one name share a key; names of two people do not share the key of the whole name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import texts
from archive_search.analysis.name_keys import (
    drop_article,
    fold_name,
    is_full_name,
    surname_key,
    transliteration_key,
)

FOLDED = {
    "accents": ("Élodie Brûlé", "elodie brule"),
    "decomposed accent": ("Ele\u0301onore", "eleonore"),
    "hyphen": ("Jean-Loup Mahé", "jean loup mahe"),
    "typographic apostrophe": ("Côte d’Opale", "cote d opale"),
    "ligature": ("Œuvres du Cœur", "oeuvres du coeur"),
    "Polish letters": ("Łódź", "lodz"),
    "Cyrillic letters": ("Москва", "moskva"),
    "acronym with full stops": ("O.N.U.", "onu"),
    "acronym without the last one": ("U.S.A", "usa"),
    "initials with a hyphen": ("J.-C. Mahé", "jc mahe"),
    "initials with a space": ("J. C. Mahé", "jc mahe"),
    "one initial": ("Paul W. Mahé", "paul w mahe"),
    "site": ("Quotidien.fr", "quotidien fr"),
    "plus sign": ("Canal+", "canal plus"),
    "blanks": ("  Le\u00a0 Havre\n", "le havre"),
    "invisible characters": ("Ha\u00advre\u200b", "havre"),
    "half of a pair": ("Caen\ud800", "caen"),
    "control characters": ("Caen\x00\x1b[31m", "caen 31m"),
    "no letters": ("« … »", ""),
    "nothing": ("", ""),
}

SAME_SOUND = {
    "ch and sh": ("Choïgou", "Shoigu"),
    "accent": ("Choïgou", "Choigou"),
    "ou and u, ine and in": ("Poutine", "Putin"),
    "chtch and shch": ("Nikita Khrouchtchev", "Nikita Khrushchev"),
    "tch and ch": ("Mikhaïl Gorbatchev", "Mikhail Gorbachev"),
    "j and zh": ("Evgueni Prigojine", "Yevgeny Prigozhin"),
    "ie and ye at the beginning": ("Ievgueni Sokolov", "Yevgeny Sokolov"),
    "e and ye inside": ("Dmitri Medvedev", "Dmitriy Medvedyev"),
    "x and ks": ("Alexeï Sokolov", "Aleksei Sokolov"),
    "gu and g": ("Sergueï Sokolov", "Sergei Sokolov"),
    "y and i": ("Ramzan Kadyrov", "Ramzan Kadirov"),
    "ff and v": ("Grichka Sokoloff", "Grichka Sokolov"),
    "dj and j": ("Hadji Mourad", "Haji Murad"),
    "oua and wa": ("Marouane Chamakh", "Marwane Shamakh"),
    "ee and i": ("Waleed Hamdi", "Walid Hamdi"),
    "q and k": ("Rafiq Hamdi", "Rafik Hamdi"),
    "single and double letters": ("Hassan Sissi", "Hasan Sisi"),
    "h at the end": ("Hamzah Hamdi", "Hamza Hamdi"),
    "al and el": ("Nouri al-Hamdi", "Nuri el Hamdi"),
    "article likened to the next letter": ("Nouri as-Sabah", "Nouri Al Sabah"),
    "ben and bin": ("Walid ben Hamdi", "Walid bin Hamdi"),
    "abdel and abdul": ("Abdelaziz Hamdi", "Abdul Aziz Hamdi"),
    "abd with an article": ("Abd al-Karim Hamdi", "Abdelkarim Hamdi"),
    "doubled letter after abd": ("Abderrahmane Hamdi", "Abdul Rahman Hamdi"),
    "forms of one given name": ("Mohammad Hamdi", "Mohamed Hamdi"),
    "Hebrew": ("Benyamin Netanyahou", "Benjamin Netanyahu"),
    "Chinese given name": ("Li Xiaoming", "Li Xiao-ming"),
    "Korean given name": ("Kim Jong-un", "Kim Jong Un"),
}

OTHER_SOUND = {
    "a vowel": ("Ali Khamenei", "Ali Khomeini"),
    "silent endings": ("Michel Mahé", "Michèle Mahé"),
    "doubled consonant and e": ("Daniel Mahé", "Danielle Mahé"),
    "ending of the given name": ("Frédéric Mahé", "Frédérique Mahé"),
    "ending of the surname": ("Philippe Martin", "Philippe Martinez"),
    "French ou is no u": ("Jean Boulard", "Jean Bulard"),
    "French ine is no in": ("Paul Martine", "Paul Martin"),
    "Louis is not Luis": ("Louis Mahé", "Luis Mahé"),
    "Chinese ch is no sh": ("Steve Chen", "Steve Shen"),
    "Chinese zh is no j": ("Zhang Wei", "Jang Wei"),
    "parts of Chinese names": ("Li Nan", "Lin An"),
    "brothers": ("Kim Jong-un", "Kim Jong-il"),
    "an initial": ("George Mahé", "George W. Mahé"),
}

SURNAMES = {
    "last word": ("Claire Morvan", "Morvan"),
    "romanised": ("Sergueï Choïgou", "Shoigu"),
    "article of a surname": ("Marine Le Pen", "Le Pen"),
    "particle that stays": ("Charles de Gaulle", "de Gaulle"),
    "particle left out": ("Charles de Gaulle", "Gaulle"),
    "elided particle": ("Jean d'Ormesson", "Ormesson"),
    "two particles": ("Ursula von der Leyen", "Leyen"),
    "Arabic article": ("Bachar al-Assad", "Assad"),
    "Arabic article typed": ("Bachar al-Assad", "el-Assad"),
    "son of": ("Oussama ben Laden", "bin Laden"),
    "compound": ("Antoine de Saint-Exupéry", "Saint-Exupéry"),
    "compound in two words": ("Antoine de Saint-Exupéry", "Saint Exupéry"),
    "generation": ("Robert Kennedy Jr", "Kennedy"),
    "Chinese": ("Xi Jinping", "Xi"),
    "Korean": ("Moon Jae-in", "Moon"),
    "Korean with any family name": ("Seol Ki-hyeon", "Seol"),
    "pope": ("Benoît XVI", "Benoit XVI"),
}

FULL = ("Claire Morvan", "Marine Le Pen", "Bachar al-Assad", "Xi Jinping", "Benoît XVI", "Jean Paul II", "J. Morvan")
NOT_FULL = ("Morvan", "Le Pen", "de Gaulle", "al-Assad", "Al Assad", "ben Laden", "Jean-Marc", "Saint-Exupéry", "", "—")


@pytest.mark.parametrize(("name", "folded"), FOLDED.values(), ids=list(FOLDED))
def test_a_name_folds_so(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(name=texts())
def test_folding_a_name_twice_is_folding_it_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(name=texts())
def test_case_and_blanks_do_not_change_a_folded_name(name: str) -> None:
    assert fold_name(f"\u00a0{name} ") == fold_name(name)


@given(name=st.text(alphabet=st.characters(), max_size=30))
def test_any_characters_have_keys(name: str) -> None:
    for key in (fold_name(name), transliteration_key(name), surname_key(name)):
        assert key.isascii()
        assert key == " ".join(key.split())
    assert isinstance(is_full_name(name), bool)


@pytest.mark.parametrize(("name", "other"), SAME_SOUND.values(), ids=list(SAME_SOUND))
def test_romanisations_of_a_name_share_its_key(name: str, other: str) -> None:
    assert transliteration_key(name) == transliteration_key(other)


@pytest.mark.parametrize(("name", "other"), OTHER_SOUND.values(), ids=list(OTHER_SOUND))
def test_names_of_two_people_have_two_keys(name: str, other: str) -> None:
    assert transliteration_key(name) != transliteration_key(other)


@given(name=texts())
def test_names_that_fold_alike_in_words_share_the_key(name: str) -> None:
    assert transliteration_key(fold_name(name)) == transliteration_key(fold_name(name).upper())


@pytest.mark.parametrize(("full", "surname"), SURNAMES.values(), ids=list(SURNAMES))
def test_a_surname_has_the_key_of_the_full_name_that_it_ends(full: str, surname: str) -> None:
    assert surname_key(full) == surname_key(surname)


def test_a_surname_with_its_article_is_not_the_one_without() -> None:
    assert surname_key("Marine Le Pen") != surname_key("Pen")


def test_a_pope_is_not_found_by_his_first_name() -> None:
    assert surname_key("Benoît XVI") != surname_key("Benoît")


@pytest.mark.parametrize("name", FULL)
def test_a_full_name_is_known_as_one(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize("name", NOT_FULL)
def test_a_surname_or_compound_given_name_is_no_full_name(name: str) -> None:
    assert not is_full_name(name)


def test_the_arabic_article_is_dropped_wherever_it_stands() -> None:
    assert drop_article("al hamdi") == "hamdi"
    assert drop_article("nouri el hamdi") == "nouri hamdi"
    assert drop_article("alain hamdi al") == "alain hamdi al"
