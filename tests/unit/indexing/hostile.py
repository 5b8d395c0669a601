"""Pickles that would run a program if they were loaded without a guard."""

import os
import pickle
from pathlib import Path


class _Bomb:
    """Touch a file when it is unpickled."""

    def __init__(self, function: object, *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._call


def make_bombs(target: Path) -> dict[str, bytes]:
    """Give pickles of several protocols that would make a file appear."""
    bombs = {
        "os.system": _Bomb(os.system, f"touch {target}"),
        "eval": _Bomb(eval, f"open({str(target)!r}, 'w')"),
        "exec": _Bomb(exec, f"open({str(target)!r}, 'w')"),
        "open": _Bomb(open, str(target), "w"),
        "getattr": _Bomb(getattr, _Bomb(__import__, "os"), "system"),
    }
    return {
        f"{name}, protocol {protocol}": pickle.dumps(bomb, protocol)
        for name, bomb in bombs.items()
        for protocol in (0, 2, 4)
    }


NAMES = sorted(make_bombs(Path("unused")))
