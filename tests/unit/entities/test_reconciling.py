from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.reconciling import reconcile
from archive_search.entities.rule_spans import RuleSpan, keep_longest
from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType
from tests.unit.entities.marked_spans import read_marked, shown


@pytest.mark.parametrize(
    ("model", "rules", "kept"),
    [
        pytest.param("[ORG Bourse de Paris]", "Bourse de [LOC Paris]", "ORG Bourse de Paris", id="longer-name"),
        pytest.param("[LOC Kremlin]", "[ORG Kremlin]", "ORG Kremlin", id="rule-knows-the-type"),
        pytest.param("[ORG Conseil] du port", "[ORG Conseil du port]", "ORG Conseil du port", id="rule-knows-the-end"),
        pytest.param("[PER France Gall]", "[LOC France] Gall", "PER France Gall", id="person-named-like-a-place"),
        pytest.param(
            "[PER Kremlin Odile Pasquier]",
            "[ORG Kremlin] Odile Pasquier",
            "ORG Kremlin, PER Odile Pasquier",
            id="institution-then-person",
        ),
        pytest.param(
            "[LOC Rhône Odile Pasquier]",
            "[LOC Rhône] Odile Pasquier",
            "LOC Rhône, PER Odile Pasquier",
            id="place-then-person",
        ),
        pytest.param("[ORG RMC-BFMTV]", "[ORG RMC]-[ORG BFMTV]", "ORG RMC, ORG BFMTV", id="joined-by-a-hyphen"),
        pytest.param("[ORG Sénat Kremlin club]", "[ORG Sénat] [ORG Kremlin] club", "ORG Sénat Kremlin club", id="more"),
        pytest.param("[ORG AFP France]", "[ORG AFP] [LOC France]", "ORG AFP France", id="branch-of-an-organisation"),
        pytest.param("[LOC Poitou-Aunis]", "[LOC Poitou]-[LOC Aunis]", "LOC Poitou-Aunis", id="joined-places"),
        pytest.param("[ORG AFP] et [PER Roy]", "AFP et Roy", "ORG AFP, PER Roy", id="no-rules"),
    ],
)
def test_rules_and_model_are_brought_together(model, rules, kept):
    text, recognised = read_marked(model)
    _, marked = read_marked(rules)
    left_rules, left_model = reconcile(text, [RuleSpan(*span) for span in marked], recognised)
    assert ", ".join(shown(text, sorted([*left_rules, *left_model]))) == kept


_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15), st.sampled_from(EntityType)), max_size=6)


@settings(max_examples=200)
@given(_SPANS, _SPANS)
def test_nothing_that_is_left_overlaps(rules, recognised):
    text = "Odile Pasquier du Kremlin et de la Bourse de Paris dit Roy"
    kept_rules = keep_longest(RuleSpan(start, start + length, kind) for start, length, kind in rules)
    spans = sorted(RecognisedSpan(start, start + length, kind) for start, length, kind in recognised)
    left = sorted(span[:2] for part in reconcile(text, kept_rules, spans) for span in part)
    assert all(first[1] <= second[0] for first, second in pairwise(left))
