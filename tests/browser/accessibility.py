"""Faults of accessibility that axe-core finds; `make test-browser` fetches it, since it is no part of this program."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "build/browser/node_modules/axe-core/axe.min.js"


def find_faults(page: Page) -> list[str]:
    """Give the faults of the page as it stands, one line each with where it is."""
    if not SCRIPT.exists():
        pytest.skip("axe-core is not there: run `make test-browser`")
    # Evaluated, not added as a script: the policy of our pages would refuse it.
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    answer: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{fault['impact']}: {fault['help']}: {node['html'][:200]}"
        for fault in answer["violations"]
        for node in fault["nodes"]
    ]
