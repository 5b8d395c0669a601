"""All routes of the room."""

from fastapi import APIRouter

from archive_search.web.names import correcting, corrections, listing, portraits

router = APIRouter()
for each in (listing, portraits, corrections, correcting):
    router.include_router(each.router)
