"""Summarise the rules and lists by which names are found, so that an archive can tell when they have changed."""

import hashlib
from functools import cache
from pathlib import Path

RULES_VERSION = 2
"""Raise it with every change that gives some text other candidates or mentions, whatever the model saw."""


@cache
def rules_fingerprint() -> str:
    """Give 16 hexadecimal digits that change with the version of the rules and with the lists that they read."""
    digest = hashlib.blake2b(str(RULES_VERSION).encode(), digest_size=8)
    for path in sorted((Path(__file__).parent / "data").iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
