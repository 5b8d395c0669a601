"""All routes of the room."""

from fastapi import APIRouter

from archive_search.web.desk import (
    dossier_changing,
    dossier_filling,
    dossier_pages,
    export_pages,
    search_changing,
    search_pages,
)

router = APIRouter()
for each in (dossier_pages, dossier_changing, dossier_filling, search_pages, search_changing, export_pages):
    router.include_router(each.router)
