import re
import subprocess
import sys
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis import stemming
from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import data_digest, overridden_forms, stem_form

APART = """
    base/bas marché/marche parti/partie partie/partir collectivité/collection armée/arme côte/côté
    cote/côté cote/côte pêche/péché mur/mûr sur/sûr tache/tâche jeune/jeûne cure/curé congrès/congre
    foret/forêt retraite/retraité retraite/retrait interne/interné policier/police général/génération
    générosité/génération général/générosité organisation/organe organisation/organiser
    présence/présenter présence/président présent/président politique/police police/poli politique/poli
    nation/natal nation/nature université/univers univers/universel commission/commis
    commission/commettre communication/commun commun/commune commune/communiste commun/communauté
    action/acte acte/actuel actuel/actualité justice/juste ministre/ministère sénat/sénile
    mission/missile portable/port porte/port port/porter vol/voler livre/livrer tour/tourner tour/tournoi
    pays/payer mort/mors maire/mairie été/être étés/êtes été/étais été/état son/sonner fil/fils
    fils/filer héros/héron cours/cour course/cours courir/cours droit/droite grève/grave grave/graver
    force/forcer force/forçat état/étai élu/élite prix/prier lieu/lieue soldat/solde étranger/étrangler
    peine/peiner peine/pénal victoire/victime secret/secrétaire direct/direction direction/directeur
    loi/loyer foi/foyer prof/profit place/placer parc/parce mère/mer père/périr ferme/fermer
    journaliste/journal ville/villa médecin/médecine gouvernement/gouverner amende/amendement
    colonne/colon main/maintenir montagne/montant mais/maïs lit/lire vent/vente conseil/conseiller
    france/français iran/irak marin/marine nicole/nicolas nouvelle/novelliste mars/mari fin/finir
    vite/vivre devant/devoir notamment/noter amiante/ami droite/adroit recueil/recueillir revue/revoir
    gare/garer départ/département châssis/chasse social/socialiste écrou/écrire président/présider
    content/conter serpent/serper souvent/souver
"""

TOGETHER = """
    travail/travaux oeil/yeux ciel/cieux vitrail/vitraux bail/baux mal/maux journal/journaux
    cheval/chevaux tuyau/tuyaux lieu/lieux jeu/jeux ami/amis photo/photos vidéo/vidéos loi/lois
    maison/maisons loyer/loyers crédit/crédits étranger/étrangers danger/dangers individu/individus
    directeur/directrice sénateur/sénatrice sénateur/sénatrices acteur/actrice électeur/électrices
    chanteur/chanteuse chercheur/chercheuses chef/cheffe turc/turque grec/grecque public/publique
    blanc/blanche sec/sèche neuf/neuve veuf/veuve vieux/vieil vieux/vieille beau/bel beau/belle
    nouveau/nouvel nouveau/nouvelle fou/folle copain/copine écrivain/écrivaine policier/policière
    premier/première étranger/étrangère actif/active sportif/sportive massif/massives européen/européenne
    bon/bonne gros/grosse heureux/heureuse gentil/gentille époux/épouse roux/rousse jaloux/jalouse
    long/longue doux/douce faux/fausse frais/fraîche bref/brève juif/juive inédit/inédite être/étaient
    avoir/aura aller/va aller/ira faire/fait faire/font faire/fera dire/dit dire/disait pouvoir/peut
    pouvoir/pourrait vouloir/veut devoir/doit devoir/dû savoir/sait savoir/saura venir/vient
    venir/viendra venir/vint devenir/deviennent tenir/tient obtenir/obtenu maintenir/maintient
    prendre/pris prendre/prenait comprendre/compris mettre/mis mettre/mettra permettre/permet
    soumettre/soumis voir/vu voir/verra prévoir/prévu recevoir/reçu mourir/meurt élire/élu
    craindre/craint atteindre/atteint rejoindre/rejoint conduire/conduit conduire/conduisait
    réduire/réduit produire/produisent détruire/détruit écrire/écrivent inscrire/inscrit lire/lu
    suivre/suit vivre/vécu battre/battu connaître/connu naître/né paraître/paru apparaître/apparu
    disparaître/disparu croire/croit boire/bu valoir/vaut ouvrir/ouvert offrir/offre souffrir/souffre
    servir/sert dormir/dort sentir/sent partir/part sortir/sort conclure/conclu exclure/exclu
    rompre/rompu vaincre/vaincu convaincre/convainc fuir/fuit acquérir/acquis résoudre/résolu
    envoyer/envoie envoyer/enverra agir/agit finir/fini choisir/choisit attendre/attendu rendre/rend
    perdre/perdu répondre/répondra vendre/vendent appuyer/appuie essayer/essaie essayer/essaye payer/paie
    payer/paye appeler/appelle jeter/jette accélérer/accélère espérer/espère manger/mangeait
    commencer/commençait publier/publie justifier/justifient étudier/étudie porter/portent
    demander/demandent dénoncer/dénoncent trouver/trouvent créer/créent tuer/tuent affirmer/affirment
    parler/parlèrent parler/parla
"""

# Overrides that join words already in a family; every other override key must be free of ordinary words.
ORDINARY_WORDS = """
    abri action ami amour arbre argent article avis avocat banque blé bord bras café camp carte chaise
    champ chance chemin cheval chose ciel coeur colline corps côtelette couleur course crise cuisine
    culture danse dent dessin devise doute douleur drapeau eau école écran effet église enfant erreur
    espoir étage étoile exemple façade famille femme fenêtre fer feuille fille fleur fleuve forêt frère
    fruit gagner glace goutte guerre habitude herbe heure histoire homme île image impôt industrie jambe
    jardin jeu joie jour justice lac lait langue larme lettre lumière lune machine marchand meuble milieu
    minute modèle moulin mouton mur musée musique navire neige nuage nuit oiseau ombre ouvrier page pain
    papier parole pêcheur peintre pensée peuple peur pied pierre plage plaine plan pluie poche poisson
    pomme pont potage poudre preuve prière prison prix question racine raison repos rêve rivière robe
    route sable sang science semaine siècle sommeil sort soupe sucre table tableau temps terrain tête
    théâtre toit tort toucher trésor tribu usine vache valise vallée vapeur végétal vendre vérité
    victoire vieillard vin visage voile voisin voiture vote adoption charpente commerce fortune franchise
    justifier marinade portail recul devise déniaiser course louise minier
"""


@pytest.mark.parametrize("pair", APART.split())
def test_words_that_a_reader_keeps_apart_have_keys_of_their_own(pair):
    one, other = pair.split("/")
    assert stem_form(one) != stem_form(other)


@pytest.mark.parametrize("pair", TOGETHER.split())
def test_inflections_of_one_word_share_their_key(pair):
    headword, inflection = pair.split("/")
    assert stem_form(headword) == stem_form(inflection)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        pytest.param("s300", "s300", id="digit"),
        pytest.param("aujourd'hui", "aujourd'hui", id="apostrophe"),
        pytest.param("é" * 65, "e" * 65, id="too-long"),
        pytest.param("", "", id="empty"),
        pytest.param("путин", "putin", id="other-script"),
    ],
)
def test_a_form_that_is_not_a_plain_word_is_only_folded(form, key):
    assert stem_form(form) == key


@pytest.mark.parametrize("name", ["laurent", "vincent", "florent", "clément", "trent", "miss", "béatrice", "meuse"])
def test_a_name_that_looks_like_an_inflection_is_left_alone(name):
    assert stem_form(name) not in {stem_form(name[:-2]), stem_form(name[:-3] + "er"), stem_form("mis")}


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_any_text_gets_an_ascii_key(form):
    assert stem_form(form).isascii()


@given(st.text(alphabet="abcdefghijlmnoprstuvéèêàçîô", min_size=1, max_size=20))
@settings(max_examples=200)
def test_a_key_is_already_folded(form):
    key = stem_form(form)
    assert fold_form(key) == key


def test_override_keys_are_lower_case_ascii_letters_and_apostrophes():
    assert [key for key in overridden_forms().values() if not re.fullmatch(r"[a-z']+", key)] == []


def override_lines():
    text = (resources.files("archive_search.analysis") / "data" / "overrides.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_the_override_file_has_three_filled_columns():
    assert all(len(columns) == 3 and all(columns) for columns in override_lines())


def test_the_override_file_is_sorted_without_duplicates():
    forms = [columns[0] for columns in override_lines()]
    assert forms == sorted(set(forms))


def test_overridden_forms_are_lower_case_words_with_ligatures_expanded():
    assert [form for form in overridden_forms() if not re.fullmatch(r"[a-zà-öø-ÿ']+", form) or "æ" in form] == []


def test_an_override_has_another_key_than_each_word_it_is_said_to_be_apart_from():
    together = []
    for form, key, reason in override_lines():
        named = reason.partition("apart from ")[2].lower()
        words = re.split(r" and | or ", named) if named and " " not in re.sub(r" and | or ", "", named) else []
        together += [(form, word) for word in words if stem_form(word) == key]
    assert together == []


def test_an_override_key_made_for_one_family_takes_in_no_ordinary_word():
    own_keys = {key for _form, key, reason in override_lines() if "apart from" in reason}
    strays = [word for word in ORDINARY_WORDS.split() if stem_form(word) in own_keys]
    assert [word for word in strays if word not in overridden_forms()] == []


def test_every_override_says_something_that_the_rules_do_not(monkeypatch):
    lines = override_lines()
    monkeypatch.setattr(stemming, "overridden_forms", dict)
    idle = [(form, reason) for form, key, reason in lines if stem_form.__wrapped__(form) == key]
    # A word that is listed with the key it has anyway is one that must not be taken for another without its accents.
    assert [form for form, reason in idle if not reason.startswith("a word of its own, apart from ")] == []


def test_importing_the_module_reads_no_data():
    script = "from archive_search.analysis import stemming\nprint(stemming.overridden_forms.cache_info().currsize)\n"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_overrides_cannot_be_changed_by_a_caller():
    with pytest.raises(TypeError):
        overridden_forms()["marché"] = "march"


def test_the_digest_is_that_of_the_installed_data():
    assert re.fullmatch(r"[0-9a-f]{64}", data_digest())


def test_the_digest_changes_with_the_algorithm_of_the_stemmer(monkeypatch, tmp_path):
    before = data_digest()
    data_digest.cache_clear()
    (tmp_path / "french_stemmer.py").write_text("another algorithm", encoding="utf-8")
    monkeypatch.setattr("archive_search.analysis.stemming.package_folder", lambda _name: tmp_path)
    assert data_digest() != before
    data_digest.cache_clear()
