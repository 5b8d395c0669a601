from datetime import date

import pytest

from archive_search.records import Kind
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.drafts import complete_draft, is_standfirst, tidy_draft
from archive_search.sources.passages.passage import Passage

TEXT = "Les cargos reviennent dans le vieux port de Brest, dix ans après leur départ."


def tidied(*passages, title=None):
    return [(one.kind.value, one.text) for one in tidy_draft(Draft(title=title, passages=passages)).passages]


def lead(text):
    return Passage(text=text, kind=Kind.LEAD)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dix ans d'attente prennent fin", True),
        ("Enfin !", True),
        ("Politique", False),
        ("PORT DE BREST : LES CARGOS REVIENNENT", False),
        ("France - Économie", False),
    ],
)
def test_a_standfirst_says_something(text, expected):
    assert is_standfirst(text) is expected


def test_a_draft_keeps_what_it_states_itself():
    stated = Draft(title="Port", date=date(2015, 3, 3), passages=[Passage(text="Un")])
    other = Draft(title="Brest", time="18:36", language="fr", passages=[Passage(text="Deux")])
    draft = complete_draft(stated, by=other)
    assert (draft.title, draft.time, draft.language) == ("Port", None, "fr")
    assert [passage.text for passage in draft.passages] == ["Un", "Deux"]


@pytest.mark.parametrize(
    ("standfirst", "body"),
    [
        (TEXT, TEXT),
        (TEXT[:40], TEXT),
        (TEXT, f"BREST, 3 mars (AFP) - {TEXT}"),
        (TEXT.replace(", ", " : "), TEXT),
    ],
    ids=["same", "cut", "after a dateline", "other signs"],
)
def test_a_standfirst_that_repeats_the_text_is_dropped(standfirst, body):
    assert tidied(lead(standfirst), Passage(text=body)) == [("body", body)]


def test_a_standfirst_of_its_own_is_kept_once():
    own = "Le maire se réjouit."
    assert tidied(lead(own), lead(own), Passage(text=TEXT)) == [("lead", own), ("body", TEXT)]


def test_a_title_set_off_by_dashes_is_a_heading():
    assert tidied(Passage(text="- Une longue attente -"), Passage(text="- Oui, dit-il.")) == [
        ("heading", "Une longue attente"),
        ("body", "- Oui, dit-il."),
    ]


def test_references_escaped_twice_are_read():
    draft = tidy_draft(Draft(title="L&#39;été", passages=[Passage(text="&quot;Oui&quot; & non")]))
    assert (draft.title, draft.passages[0].text) == ("L'été", '"Oui" & non')
