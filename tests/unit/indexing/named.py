"""Names of an index, made of plain places."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from archive_search.indexing.names_file import FieldNames


class NamePlace(NamedTuple):
    """Hold one place that names an entity: article, paragraph, first position, further positions."""

    article: int
    paragraph: int
    position: int
    extra: int = 0


def make_names(places: Mapping[str, Iterable[NamePlace]]) -> FieldNames:
    """Lay out the places of each id; those in no place at all are left out."""
    listed = {name: sorted(each) for name, each in sorted(places.items()) if each}
    counts = np.array([len(each) for each in listed.values()], np.int64)
    entries = np.array([place for each in listed.values() for place in each], np.int64).reshape(-1, 4)
    return FieldNames(list(listed), counts, *entries.T)
