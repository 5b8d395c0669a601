"""Tests of what addresses tell, and of what is remembered to be put back."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from archive_search.store.desk.dossiers import Dossier
from archive_search.web.desk_news import NAMES, Told, silence, tell
from archive_search.web.removals import MOST_KEPT, Removals, Removed

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PAIRS = st.lists(st.tuples(st.sampled_from(["q", "person", "sort", *NAMES]), TEXT))


def make_removed(number: int) -> Removed:
    dossier = Dossier(id=number, name=f"Dossier {number}", articles=0, created=NOW, changed=NOW)
    return Removed(dossier, (), is_whole=True)


@given(PAIRS, st.sampled_from(Told), st.integers(0, 10**9))
def test_what_an_address_tells_replaces_what_it_told_and_nothing_else(
    pairs: list[tuple[str, str]], told: Told, count: int
) -> None:
    parts = urlsplit(tell(f"/search?{urlencode(pairs)}#keeping", told, count=count))
    kept = [(name, value) for name, value in pairs if name not in NAMES]
    assert parse_qsl(parts.query, keep_blank_values=True) == [*kept, ("told", told), ("count", str(count))]
    assert silence(parts.query) == kept
    assert (parts.path, parts.fragment) == ("/search", "keeping")


def test_the_last_removals_are_remembered() -> None:
    removals = Removals()
    keys = [removals.keep(make_removed(number)) for number in range(MOST_KEPT + 3)]
    found = [removals.find(key) for key in keys]
    assert [each.dossier.id if each else None for each in found] == [None] * 3 + list(range(3, MOST_KEPT + 3))


def test_what_was_put_back_is_forgotten() -> None:
    removals = Removals()
    key = removals.keep(make_removed(1))
    removals.forget(key)
    removals.forget(key)
    assert removals.find(key) is None
