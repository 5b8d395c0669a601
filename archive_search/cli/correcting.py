"""The commands `entities merge`, `split`, `hide`, `retype` and `undo`: the librarian's corrections of names."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import INTERRUPTED, NOTHING_FOUND
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_message
from archive_search.cli.naming import end_after_naming, print_faults
from archive_search.cli.options import TYPES, TypedText, index_option, type_option
from archive_search.cli.wording import TYPE_NAMES, decimal, quote_all
from archive_search.records import EntityType
from archive_search.search.wording import count_things, group_digits, plural

if TYPE_CHECKING:
    from archive_search import Archive
    from archive_search.engines.naming.correcting import Correction
    from archive_search.engines.naming.report import NamingReport

_name_argument = click.argument("name", metavar="NOM", type=TypedText())
_variants_argument = click.argument("variants", nargs=-1, required=True, metavar="VARIANTE...", type=TypedText())


@click.command("merge", cls=FrenchCommand, short_help="Réunit plusieurs noms en un.")
@_name_argument
@_variants_argument
@index_option
@type_option
def merge_command(name: str, variants: tuple[str, ...], index: Path, entity_type: str | None) -> None:
    """Réunit sous NOM les noms ou les écritures qui suivent ; c'est NOM qui sera montré."""
    from archive_search.engines.naming.correcting import Action, Correction

    correction = Correction(action=Action.MERGE, name=name, type=_type_of(entity_type), variants=variants)
    _correct(index, correction)


@click.command("split", cls=FrenchCommand, short_help="Sépare des écritures d'un nom.")
@_name_argument
@_variants_argument
@index_option
@type_option
@click.option("--as", "shown", metavar="NOM", type=TypedText(), help="Nom que reçoivent les écritures séparées.")
def split_command(
    name: str, variants: tuple[str, ...], index: Path, entity_type: str | None, shown: str | None
) -> None:
    """Sépare de NOM les écritures qui suivent, qui désignent autre chose."""
    from archive_search.engines.naming.correcting import Action, Correction

    correction = Correction(action=Action.SPLIT, name=name, type=_type_of(entity_type), variants=variants, shown=shown)
    _correct(index, correction)


@click.command("hide", cls=FrenchCommand, short_help="Écarte ce qui n'est pas un nom.")
@_name_argument
@index_option
@type_option
@click.option("--undo", is_flag=True, help="Remet un nom qui avait été écarté.")
def hide_command(name: str, index: Path, entity_type: str | None, undo: bool) -> None:
    """Écarte NOM, qui n'en est pas un, des listes et des recherches par nom ; le texte se cherche toujours."""
    from archive_search.engines.naming.correcting import Action, Correction

    action = Action.UNHIDE if undo else Action.HIDE
    _correct(index, Correction(action=action, name=name, type=_type_of(entity_type)))


@click.command("retype", cls=FrenchCommand, short_help="Change le genre d'un nom.")
@_name_argument
@index_option
@type_option
@click.option("--to", "wanted", required=True, type=click.Choice(TYPES), help="Ce que c'est vraiment.")
def retype_command(name: str, index: Path, entity_type: str | None, wanted: str) -> None:
    """Dit que NOM est une personne, un lieu ou une organisation."""
    from archive_search.engines.naming.correcting import Action, Correction

    correction = Correction(action=Action.RETYPE, name=name, type=_type_of(entity_type), wanted=EntityType(wanted))
    _correct(index, correction)


@click.command("undo", cls=FrenchCommand, short_help="Défait la dernière correction.")
@index_option
def undo_command(index: Path) -> None:
    """Défait la dernière correction faite par une commande ou une page : aliases.toml redevient ce qu'il était avant.

    Répétée, elle défait celle d'avant. Elle refuse si le fichier a été modifié depuis. Termine par 1 s'il n'y a rien à
    défaire.
    """
    from archive_search import Archive

    with Archive.open(index) as archive:
        made = archive.corrections()
        if not made:
            print_message("aucune correction à défaire")
            raise SystemExit(NOTHING_FOUND)
        undone = f"défait : {describe_correction(made[0].correction)}"
        _apply(archive, undone, lambda: archive.undo_correction(made[0].id))


def _type_of(entity_type: str | None) -> EntityType | None:
    return EntityType(entity_type) if entity_type else None


def _correct(index: Path, correction: "Correction") -> None:
    """Apply a correction, and tell what it changed."""
    from archive_search import Archive

    with Archive.open(index) as archive:
        _apply(archive, describe_correction(correction), lambda: archive.correct(correction))


def _apply(archive: "Archive", done: str, apply: Callable[[], "NamingReport"]) -> None:
    started = time.perf_counter()
    before = archive.stats().entities
    report = apply()
    print_faults(report)
    if report.interrupted:
        print_message("interrompu : c'est écrit ; « archive-search entities update » l'appliquera")
        raise SystemExit(INTERRUPTED)
    print_message(f"{done} ; {_describe_change(before, report.entities)} ; {decimal(time.perf_counter() - started)} s")
    end_after_naming(report)


def describe_correction(correction: "Correction") -> str:
    """Say what a correction does."""
    name, variants = f"« {correction.name} »", correction.variants
    match correction.action.value:
        case "merge":
            return f"{quote_all(variants)} réuni{plural(len(variants))} à {name}"
        case "split":
            return f"{quote_all(variants)} séparé{plural(len(variants))} de {name}"
        case "hide":
            return f"{name} écarté des noms"
        case "unhide":
            return f"{name} remis parmi les noms"
        case _:
            assert correction.wanted is not None
            return f"{name} est maintenant : {TYPE_NAMES[correction.wanted]}"


def _describe_change(before: int, after: int) -> str:
    counted = count_things(after, "nom connu")
    return f"{counted} au lieu de {group_digits(before)}" if after != before else f"{counted}, comme avant"
