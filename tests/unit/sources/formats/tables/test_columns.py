from archive_search.sources.formats.tables.columns import KNOWN_NAMES, column_fault, match_columns


def test_usual_names_are_found_under_any_case_accent_and_separator():
    names = ["Titre", "CHAPÔ", "Date_de_publication", "Rubrique", "Texte"]
    assert match_columns(names, chosen={}) == {
        "title": "Titre",
        "lead": "CHAPÔ",
        "date": "Date_de_publication",
        "section": "Rubrique",
        "text": "Texte",
    }


def test_a_chosen_column_wins_and_serves_once():
    assert match_columns(["text", "contenu"], chosen={"text": "contenu"}) == {"text": "contenu"}
    assert match_columns(["titre", "corps"], chosen={"text": "titre"}) == {"text": "titre"}


def test_every_known_name_belongs_to_one_property():
    names = [name for known in KNOWN_NAMES.values() for name in known]
    assert len(names) == len(set(names))


def test_a_missing_text_column_is_named_with_those_found_and_the_remedy():
    fault = column_fault(["titre", "blabla"], chosen={})
    assert fault == "colonne « text » absente (colonnes : titre, blabla) : indiquez-la par --map text=colonne"


def test_a_chosen_column_that_does_not_exist_is_named():
    assert "« corpus » absente" in (column_fault(["texte"], chosen={"text": "corpus"}) or "")


def test_a_property_that_does_not_exist_is_named():
    assert "« texte » inconnue" in (column_fault(["text", "corps"], chosen={"texte": "corps"}) or "")
