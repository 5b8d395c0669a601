"""Look for texts that the query language cannot stand, guided by the code that each text reaches (atheris, libFuzzer).

usage: python tools/fuzz_queries.py --index FOLDER --work FOLDER [--seconds N]

A text fails when parsing, translating, searching or explaining ends in anything but an answer or an error of the
program, or when what is printed of it reads otherwise. Texts that reach new code are kept in the work folder, where
the next run begins from them; a text that fails is written there, and ends the run with its traceback.
"""

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["archive_search.query", "archive_search.search"]):
    from archive_search import Archive
    from archive_search.errors import ArchiveSearchError, QueryError
    from archive_search.query.syntax import Syntax
    from archive_search.query.translation.translating import translate

LONGEST = 400
PIECES = """
    ET OU SAUF AND OR NOT BUT PAS PRES/3 ADJ/2 NEAR5 /N5/ W/5 w/5 pre/3 PARA PHRASE /P /S W/P W/S same SAUF/P SAUF/S
    SAUF/5 AUMOINS2( AUMOINS2 ATLEAST3 PARMI( QUORUM/2( debut/9 /F9/ mots>9 wc<99 LENGTH(> titre: hlp= hd= texte= chapo:
    attaque: HLEAD( source: auteur: agence: rubrique: langue: personne: lieu: organisation: date: date:2015 depuis:7j
    avant: apres: TO from to du au ( ) [ ] " « » “ ” „ + - ! = ~ ~1 * ? $3 > >=2 < : & | ; , . / ’ ' … — l' O.N.U. R&D
    Lattaquié base aérienne Syrie syri* Ch?ïgou Choïgou~1 =armée le la
"""
SYNTAXES = list(Syntax)


class Target:
    """Try one text after another on one archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def __call__(self, data: bytes) -> None:
        """Make a text of some bytes and try it."""
        provider = atheris.FuzzedDataProvider(data)
        syntax = SYNTAXES[provider.ConsumeIntInRange(0, len(SYNTAXES) - 1)]
        any_word = provider.ConsumeBool()
        # Bytes of UTF-8 let the dictionary below work; now and then any code points at all.
        if provider.ConsumeIntInRange(0, 3):
            text = provider.ConsumeBytes(LONGEST).decode("utf-8", "surrogateescape")
        else:
            text = provider.ConsumeUnicode(LONGEST)
        self._try(text, syntax, any_word=any_word)

    def _try(self, text: str, syntax: Syntax, *, any_word: bool) -> None:
        try:
            parsed = self._archive.parse(text, syntax=syntax, any_word=any_word)
        except QueryError as error:
            self._check_position(error, text)
            return
        if self._archive.parse(parsed.interpreted).tree != parsed.tree:
            raise AssertionError((text, parsed.interpreted))
        for service in Syntax:
            translate(parsed.tree, service).text.encode()
        try:
            page = self._archive.search(parsed.tree, limit=3)
            self._archive.explain(parsed.tree, article=page[0].article.id if page else None)
        except ArchiveSearchError:
            return

    @staticmethod
    def _check_position(error: QueryError, text: str) -> None:
        if not 0 <= error.position <= len(text):
            raise AssertionError((text, error.position))


def main() -> None:
    """Read the arguments, and fuzz."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    kept = options.work / "texts"
    kept.mkdir(parents=True, exist_ok=True)
    dictionary = options.work / "pieces.txt"
    dictionary.write_text("".join(f"{_quoted(piece)}\n" for piece in PIECES.split()), encoding="utf-8")
    flags = [
        f"-max_total_time={options.seconds}",
        f"-dict={dictionary}",
        f"-artifact_prefix={options.work}/failed-",
        "-timeout=10",
        f"-max_len={LONGEST}",
    ]
    atheris.Setup([sys.argv[0], *flags, str(kept)], Target(Archive.open(options.index)))
    atheris.Fuzz()


def _quoted(piece: str) -> str:
    """Write a piece as a line of a dictionary of libFuzzer."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in piece.encode()) + '"'


if __name__ == "__main__":
    main()
