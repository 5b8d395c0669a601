"""Put articles into dossiers, take them out, and note things of them."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Form
from fastapi.responses import Response
from starlette.requests import Request

from archive_search.archive.desk import Desk
from archive_search.errors import UnknownDossierError
from archive_search.store.desk.dossiers import Dossier
from archive_search.web.desk.dossier_reading import summarise_note
from archive_search.web.desk.numbers import LARGEST, NumberInPath
from archive_search.web.desk.refusing import REFUSALS, FieldsSent, ask_whether_to_replace, refuse
from archive_search.web.desk.way_back import lead_back
from archive_search.web.desk_news import Told
from archive_search.web.failures import PageError
from archive_search.web.removals import Removed
from archive_search.web.rendering import addresses_of
from archive_search.web.site import Site, SiteHere
from archive_search.web.tokens import TokenRequired

router = APIRouter(dependencies=[TokenRequired], include_in_schema=False)

_Text: TypeAlias = Annotated[str, Form()]
_Articles: TypeAlias = Annotated[tuple[str, ...], Form()]


@router.post("/dossiers/add")
def add_articles(
    request: Request,
    site: SiteHere,
    fields: FieldsSent,
    article: _Articles = (),
    dossier: Annotated[int | None, Form(ge=1, le=LARGEST)] = None,
    name: _Text = "",
) -> Response:
    """Put articles into a dossier, given by its number, or by its name, under which it is made where there is none."""
    back, addresses = dict(fields).get("back", ""), addresses_of(request)
    if not article:
        return lead_back(back, Told.NOTHING, otherwise=addresses.page("dossiers"))
    try:
        with site.holder.reading() as archive:
            for each in article:
                # Before a dossier is made for them: one that the archive does not have is told.
                archive.fetch(each)
            chosen = _choose_dossier(archive.desk, dossier, name)
            count = archive.desk.add_to_dossier(chosen.id, article)
    except REFUSALS as error:
        return refuse(request, error, fields)
    there = len(set(article)) - count
    page = addresses.page("dossier", str(chosen.id))
    return lead_back(back, Told.ADDED, otherwise=page, count=count, there=there, dossier=chosen.id)


def _choose_dossier(desk: Desk, number: int | None, name: str) -> Dossier:
    """Give the dossier that is meant: a name that is typed goes before one that is merely chosen."""
    if number is not None and not name.strip():
        return desk.dossier(number)
    try:
        return desk.dossier(name)
    except UnknownDossierError:
        return desk.create_dossier(name)


@router.post("/dossier/{dossier_id}/remove")
def remove_articles(
    request: Request,
    site: SiteHere,
    fields: FieldsSent,
    dossier_id: NumberInPath,
    article: _Articles = (),
    back: _Text = "",
) -> Response:
    """Take articles out of a dossier; its page then offers to put them back with their notes."""
    page = addresses_of(request).page("dossier", str(dossier_id))
    if not article:
        return lead_back(back, Told.NOTHING, otherwise=page)
    try:
        removed = _remove(site, dossier_id, set(article))
    except REFUSALS as error:
        return refuse(request, error, fields)
    undo = site.removals.keep(removed)
    return lead_back(back, Told.REMOVED, otherwise=page, count=len(removed.articles), dossier=dossier_id, undo=undo)


def _remove(site: Site, dossier_id: int, article_ids: set[str]) -> Removed:
    with site.holder.reading() as archive:
        dossier = archive.desk.dossier(dossier_id)
        articles = [each for each in archive.desk.articles_in(dossier_id) if each.article_id in article_ids]
        archive.desk.remove_from_dossier(dossier_id, [each.article_id for each in articles])
    return Removed(dossier, articles, is_whole=False)


@router.post("/dossier/{dossier_id}/note")
def write_note(
    request: Request,
    site: SiteHere,
    fields: FieldsSent,
    dossier_id: NumberInPath,
    article: _Text = "",
    note: _Text = "",
) -> Response:
    """Note something of an article, unless another window has written another note since the form was shown."""
    sent = dict(fields)
    try:
        with site.holder.reading() as archive:
            there = _find_note(archive.desk, dossier_id, article)
            if sent.get("seen") != summarise_note(there):
                return ask_whether_to_replace(request, fields, there=there, seen=summarise_note(there))
            archive.desk.set_note(dossier_id, article, note)
    except REFUSALS as error:
        return refuse(request, error, fields)
    page = addresses_of(request).page("dossier", str(dossier_id))
    return lead_back(sent.get("back", ""), Told.NOTED, otherwise=page, dossier=dossier_id)


def _find_note(desk: Desk, dossier_id: int, article_id: str) -> str:
    for each in desk.articles_in(dossier_id):
        if each.article_id == article_id:
            return each.note
    raise PageError(404, "cet article n'est plus dans le dossier : ajoutez-l'y à nouveau, puis notez")
