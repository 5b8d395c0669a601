"""Archives of invented articles, and browsers without a screen that read their desktops."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import pytest
from starlette.testclient import TestClient

from archive_search import Archive
from archive_search.web.application import create_application

SEEDS = Path(__file__).parents[3] / "seeds"
HOME = "http://127.0.0.1:8000"
Browse: TypeAlias = Callable[[Path], TestClient]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample archive with its names; for reading only."""
    path = tmp_path_factory.mktemp("desktop") / "archive"
    with Archive.create(path, workers=1) as archive:
        archive.add([SEEDS])
        archive.update_entities()
    return path


def make_client(path: Path) -> TestClient:
    """Make a browser that prefers French, for the desktop of an archive."""
    return TestClient(create_application(path), base_url=HOME, headers={"accept-language": "fr"})


@pytest.fixture
def browse() -> Iterator[Browse]:
    """Open desktops of archives."""
    with ExitStack() as opened:
        yield lambda path: opened.enter_context(make_client(path))


@pytest.fixture(scope="session")
def browser(sample: Path) -> Iterator[TestClient]:
    """Open the desktop of the sample archive, once: the routes of a desktop are read at its first page."""
    with make_client(sample) as client:
        yield client


def token_of(client: TestClient) -> str:
    """Give the secret that forms of a desktop carry."""
    token: str = client.app.state.site.token  # type: ignore[attr-defined]
    return token
