"""All routes of the room."""

from fastapi import APIRouter

from archive_search.web.search import completing, explaining, families, pages

router = APIRouter()
for each in (pages, completing, explaining, families):
    router.include_router(each.router)
