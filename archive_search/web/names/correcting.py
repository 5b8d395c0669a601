"""Correct a name: merge it with another, split spellings off, hide it, say that it is of another type.

Each form says which name it corrects and how it was shown: where another window, or another program, has corrected it
meanwhile, nothing is done and the reader is told. Whatever is refused comes back with the form, to be sent again.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from archive_search.archive.facade import Archive
from archive_search.engines.naming.correcting import Action, Correction, Seen
from archive_search.engines.naming.report import NamingReport
from archive_search.errors import UnknownEntityError
from archive_search.records import Entity, EntityType
from archive_search.web.addresses import Addresses
from archive_search.web.failures import PageError
from archive_search.web.names.choices import find_choices
from archive_search.web.names.news import News
from archive_search.web.names.refusing import REFUSALS, FieldsSent, refuse
from archive_search.web.rendering import addresses_of, render
from archive_search.web.site import Site, SiteHere
from archive_search.web.tokens import TokenRequired

router = APIRouter(dependencies=[TokenRequired], include_in_schema=False)

_Text: TypeAlias = Annotated[str, Form(max_length=500)]


@dataclass(frozen=True, kw_only=True, slots=True)
class NameShown:
    """Hold the fields by which a form says which name it corrects; their names are those of the fields.

    Attributes:
        entity: Id of the name.
        summary: What `summarise_entity` gave of it when it was shown.
    """

    entity: _Text
    summary: _Text

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What must still be so when the correction is made."""
        return (Seen(self.entity, self.summary),)


_NameShown: TypeAlias = Annotated[NameShown, Depends()]


@router.post("/corrections/merge")
def merge_names(
    request: Request,
    site: SiteHere,
    name: _NameShown,
    fields: FieldsSent,
    other: _Text = "",
    keep: Annotated[Literal["this", "other"], Form()] = "this",
) -> Response:
    """Merge a name with another, given by a name or an id; ``keep`` says under which of the two they are shown."""
    try:
        with site.holder.reading() as archive:
            this = archive.entity(name.entity, neighbours=0).entity
            found = _find_other(archive, other.strip(), this)
    except UnknownEntityError as error:
        return refuse(request, error, fields)
    if not isinstance(found, Entity):
        values = {"this": this, "other": other.strip(), "choices": found, "fields": fields}
        return render(request, "names/choose.html", values, status=409)
    kept, joined = (this, found) if keep == "this" else (found, this)
    correction = Correction(action=Action.MERGE, name=kept.id, variants=(joined.id,), seen=name.seen)
    return _correct(request, site, correction, fields)


def _find_other(archive: Archive, text: str, this: Entity) -> Entity | tuple[Entity, ...]:
    """Find the name that is meant, or else those that may be.

    Raises:
        PageError: Nothing is given, or a name of another type.
    """
    if not text:
        raise PageError(422, "aucun nom à réunir : donnez-en un")
    try:
        found = archive.entity(text, entity_type=this.type, neighbours=0).entity
    except UnknownEntityError as error:
        return tuple(each for each in find_choices(archive, error, entity_type=this.type) if each.id != this.id)
    if found.id == this.id:
        raise PageError(409, f"« {text} » est déjà une écriture de « {this.name} » : donnez un autre nom")
    if found.type is not this.type:
        raise PageError(
            409, f"« {found.name} » et « {this.name} » ne sont pas du même genre : changez d'abord l'un d'eux"
        )
    return found


@router.post("/corrections/split")
def split_name(
    request: Request,
    site: SiteHere,
    name: _NameShown,
    fields: FieldsSent,
    variant: Annotated[tuple[_Text, ...], Form()] = (),
    shown: _Text = "",
) -> Response:
    """Split spellings off a name, to be a name of their own."""
    if not variant:
        raise PageError(422, "aucune écriture à séparer : cochez-en une")
    correction = Correction(
        action=Action.SPLIT, name=name.entity, variants=variant, shown=shown.strip() or None, seen=name.seen
    )
    return _correct(request, site, correction, fields)


@router.post("/corrections/hide")
def hide_name(request: Request, site: SiteHere, name: _NameShown, fields: FieldsSent) -> Response:
    """Take what is no name out of the names."""
    return _correct(request, site, Correction(action=Action.HIDE, name=name.entity, seen=name.seen), fields)


@router.post("/corrections/retype")
def retype_name(
    request: Request, site: SiteHere, name: _NameShown, fields: FieldsSent, wanted: Annotated[EntityType, Form()]
) -> Response:
    """Say that a name is of another type."""
    correction = Correction(action=Action.RETYPE, name=name.entity, wanted=wanted, seen=name.seen)
    return _correct(request, site, correction, fields)


def _correct(request: Request, site: Site, correction: Correction, fields: FieldsSent) -> Response:
    try:
        with site.holder.writing() as archive:
            report = archive.correct(correction)
            address = _address_after(archive, correction, report, addresses_of(request))
    except REFUSALS as error:
        return refuse(request, error, fields)
    return RedirectResponse(address, status_code=303)


def _address_after(archive: Archive, correction: Correction, report: NamingReport, addresses: Addresses) -> str:
    """Give the address of the name that was corrected, whose id may be another now."""
    made = News(done=report.correction or "").find_made(archive)
    if made is None:
        return addresses.page("entity", correction.name, unchanged=1)
    written = made.correction
    entity_type = written.wanted or written.type
    if written.action is not Action.HIDE:
        try:
            entity = archive.entity(written.name, entity_type=entity_type, neighbours=0).entity
        except UnknownEntityError:
            # It means several names, or the archive has no mention of it: the list tells.
            return addresses.page("entities", text=written.name, type=entity_type, done=made.id)
        return addresses.page("entity", entity.id, done=made.id)
    return addresses.page("entities", done=made.id)
