"""A worker that answers with what it is sent."""

import os
from itertools import chain

from archive_search.processes import serve


def main(*arguments: str) -> None:
    """Answer with the arguments, variables of the environment in them filled in, then with every message."""
    serve(lambda messages: chain(map(os.path.expandvars, arguments), messages))
