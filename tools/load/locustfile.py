"""What locust plays: readers who ask for one result page after another, without pause.

The file that the variable LOAD_ADDRESSES names has the addresses, one a line.
"""

import os
import random
from pathlib import Path

from locust import FastHttpUser, constant, task

_ADDRESSES = Path(os.environ["LOAD_ADDRESSES"]).read_text(encoding="ascii").split()


class Reader(FastHttpUser):
    """Ask for pages at random, as a browser does: compressed."""

    wait_time = constant(0)
    default_headers = {"Accept-Encoding": "gzip", "Accept-Language": "fr"}  # noqa: RUF012  # locust's own declaration

    @task
    def search(self) -> None:
        """Ask for one page; whatever is not answered by 200 counts as a failure."""
        self.client.get(random.choice(_ADDRESSES), name="/search")
