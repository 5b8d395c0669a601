"""Create, rename and delete dossiers, and put back what was just taken away."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response
from starlette.requests import Request

from archive_search.archive.desk import Desk
from archive_search.store.desk.dossiers import Dossier, RemovedDossier
from archive_search.web.desk.numbers import NumberInPath
from archive_search.web.desk.refusing import REFUSALS, FieldsSent, refuse
from archive_search.web.desk.way_back import lead_back, lead_to
from archive_search.web.desk_news import Told
from archive_search.web.failures import PageError
from archive_search.web.removals import Removed
from archive_search.web.rendering import addresses_of
from archive_search.web.site import SiteHere
from archive_search.web.tokens import TokenRequired

router = APIRouter(dependencies=[TokenRequired], include_in_schema=False)


@router.post("/dossiers/create")
def create_dossier(request: Request, site: SiteHere, fields: FieldsSent, name: Annotated[str, Form()] = "") -> Response:
    """Make an empty dossier."""
    try:
        with site.holder.reading() as archive:
            dossier = archive.desk.create_dossier(name)
    except REFUSALS as error:
        return refuse(request, error, fields)
    return lead_to(addresses_of(request).page("dossiers"), Told.CREATED, dossier=dossier.id)


@router.post("/dossiers/restore")
def restore(request: Request, site: SiteHere, fields: FieldsSent, undo: Annotated[str, Form()] = "") -> Response:
    """Put back a dossier that was deleted, or articles that were taken out of one."""
    removed = site.removals.find(undo)
    if removed is None:
        raise PageError(410, "c'est trop tard pour revenir en arrière : c'est déjà fait, ou archive-search a redémarré")
    try:
        with site.holder.reading() as archive:
            dossier = _restore(archive.desk, removed)
    except REFUSALS as error:
        return refuse(request, error, fields)
    site.removals.forget(undo)
    page = addresses_of(request).page("dossier", str(dossier.id))
    return lead_to(page, Told.RESTORED, count=len(removed.articles), dossier=dossier.id)


def _restore(desk: Desk, removed: Removed) -> Dossier:
    if removed.is_whole:
        return desk.restore_dossier(RemovedDossier(dossier=removed.dossier, articles=tuple(removed.articles)))
    desk.restore_articles(removed.dossier.id, removed.articles)
    return desk.dossier(removed.dossier.id)


@router.post("/dossier/{dossier_id}/rename")
def rename_dossier(
    request: Request,
    site: SiteHere,
    fields: FieldsSent,
    dossier_id: NumberInPath,
    name: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Give a dossier another name."""
    try:
        with site.holder.reading() as archive:
            dossier = archive.desk.rename_dossier(dossier_id, name)
    except REFUSALS as error:
        return refuse(request, error, fields)
    page = addresses_of(request).page("dossier", str(dossier.id))
    return lead_back(back, Told.RENAMED, otherwise=page, dossier=dossier.id)


@router.post("/dossier/{dossier_id}/delete")
def delete_dossier(request: Request, site: SiteHere, fields: FieldsSent, dossier_id: NumberInPath) -> Response:
    """Delete a dossier; the list of dossiers then offers to put it back."""
    try:
        with site.holder.reading() as archive:
            removed = archive.desk.delete_dossier(dossier_id)
    except REFUSALS as error:
        return refuse(request, error, fields)
    undo = site.removals.keep(Removed(removed.dossier, removed.articles, is_whole=True))
    return lead_to(addresses_of(request).page("dossiers"), Told.DELETED, undo=undo)
