"""A reader of the pages of the desk: goes to addresses, sends forms, and looks at what comes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from httpx import Response
from lxml import html
from starlette.testclient import TestClient

from archive_search import Archive
from tests.unit.web.archives import HOSTILE_ID, SCRIPT, make_archive, make_article
from tests.unit.web.conftest import token_of
from tests.unit.web.pages import page_of, read, words


@dataclass(frozen=True)
class Reader:
    """Hold the desktop of an archive, and the archive itself, as another window or program has it."""

    client: TestClient
    path: Path

    def see(self, address: str, status: int = 200) -> html.HtmlElement:
        """Go to a page."""
        return page_of(self.client, address, status=status)

    def send(self, address: str, status: int = 303, **fields: Any) -> Response:
        """Send a form with the secret, and stay on its answer."""
        data = {"token": token_of(self.client), **fields}
        answer = self.client.post(address, data=data, follow_redirects=False)
        assert answer.status_code == status, answer.text
        return answer

    def press(self, form: html.HtmlElement, **fields: Any) -> html.HtmlElement:
        """Send a form of a page as a browser does, some fields filled in, and give the page that comes."""
        filled = {**dict(form.form_values()), **fields}
        answer = self.client.post(form.get("action"), data=filled)
        return read(answer)

    def make_dossier(self, name: str, *article_ids: str) -> int:
        """Make a dossier of some articles, in another window."""
        with Archive.open(self.path) as archive:
            dossier = archive.desk.create_dossier(name)
            archive.desk.add_to_dossier(dossier.id, article_ids)
        return dossier.id


BODY = "Le bac de Brévan ne passe plus."
ARTICLES = (
    make_article("b1", BODY, title="Le bac de Brévan", date=date(2017, 3, 2), source="Le Phare"),
    make_article("b2", BODY, title="Le bac revient", date=date(2018, 5, 4), source="Le Lien"),
    make_article("b3", BODY, title="Le pont remplace le bac", date=date(2016, 1, 9), source="Le Phare"),
    make_article(HOSTILE_ID, f"Le bac {SCRIPT} est coupé.", title=SCRIPT),
)


def make_desk(path: Path) -> Path:
    """Make the archive of the articles."""
    return make_archive(path, *ARTICLES)


def news_of(page: html.HtmlElement) -> str:
    """Give what a page tells has just happened."""
    return words(page.get_element_by_id("desk-news"))
