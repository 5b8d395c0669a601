"""Archives of invented articles, and browsers without a screen that read their desktops."""

from collections.abc import Callable, Iterator
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


@pytest.fixture
def browse() -> Iterator[Browse]:
    """Open desktops of archives, each as a browser that prefers French."""
    opened: list[TestClient] = []

    def open_desktop(path: Path) -> TestClient:
        client = TestClient(create_application(path), base_url=HOME, headers={"accept-language": "fr"})
        opened.append(client.__enter__())
        return client

    yield open_desktop
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def browser(browse: Browse, sample: Path) -> TestClient:
    """Open the desktop of the sample archive."""
    return browse(sample)


def token_of(client: TestClient) -> str:
    """Give the secret that forms of a desktop carry."""
    token: str = client.app.state.site.token  # type: ignore[attr-defined]
    return token
