"""The archives on which the laws are tried, made once."""

from collections.abc import Iterator

import pytest

from laws.archives import HISTORIES, Pair, make_pair

SEEDS = range(12)


@pytest.fixture(scope="package", params=SEEDS, ids=lambda seed: f"{HISTORIES[seed % len(HISTORIES)].__name__}-{seed}")
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    pair = make_pair(tmp_path_factory.mktemp("law"), seed=request.param)
    yield pair
    pair.close()
