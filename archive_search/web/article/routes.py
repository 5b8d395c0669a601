"""All routes of the room; what leads an address written by hand to its article comes last."""

from fastapi import APIRouter

from archive_search.web.article import family_pages, file_pages, pages, similar_pages

router = APIRouter()
for each in (family_pages, similar_pages, file_pages, pages):
    router.include_router(each.router)
