"""A reader with a window of their own, who notes what a page does that it should not."""

from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, Response

from .tour import SIZES

# The browser says so of pages too, where a test may have asked for a failure; the rest is checked below.
_SAID_OF_STATUS = "Failed to load resource: the server responded with a status of"


class Reader:
    """Hold one window and what went wrong in it.

    Attributes:
        page: The window.
        faults: Errors of scripts, refusals of the policy of contents, requests to other machines, dialogs.
    """

    def __init__(self, browser: Browser, address: str, **settings: Any) -> None:
        """Open a window on a desktop, for a reader of French unless the settings of Playwright's say otherwise."""
        usual = {"base_url": address, "locale": "fr-FR", "viewport": SIZES["desktop"]}
        self._address = address
        self._context = browser.new_context(**(usual | settings))
        self._context.set_default_timeout(15_000)
        self.faults: list[str] = []
        self.page: Page = self._context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._see)
        self.page.on("response", self._check)
        self.page.on("dialog", self._refuse)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_SAID_OF_STATUS):
            self.faults.append(f"{message.type}: {message.text}")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((f"{self._address}/", "data:", "blob:")):
            self.faults.append(f"request to {request.url}")

    def _check(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST and not response.request.is_navigation_request():
            self.faults.append(f"{response.status} for {response.url}")

    def _refuse(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.close()
