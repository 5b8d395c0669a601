"""Run the pipeline once for each set of annotated articles: the model takes seconds to load."""

import pytest

from tests.names.material import load_seeds, load_shared
from tests.names.pipeline import find_names
from tests.names.scoring import FoundName, Gold


@pytest.fixture(scope="session")
def seeds() -> tuple[list[FoundName], Gold]:
    articles, gold = load_seeds()
    return find_names(articles), gold


@pytest.fixture(scope="session")
def shared_seeds() -> tuple[list[FoundName], Gold]:
    articles, gold = load_shared()
    return find_names(articles), gold
