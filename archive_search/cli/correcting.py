"""The commands `entities merge`, `split`, `hide` and `retype`: the librarian's corrections of names."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive_search.cli import INTERRUPTED
from archive_search.cli.french import FrenchCommand
from archive_search.cli.lines import print_message
from archive_search.cli.naming import end_after_naming, print_faults
from archive_search.cli.options import TYPES, TypedText, index_option, type_option
from archive_search.cli.wording import TYPE_NAMES, decimal, quote_all
from archive_search.records import EntityType
from archive_search.search.wording import count_things, group_digits, plural

if TYPE_CHECKING:
    from archive_search.engines.naming.correcting import Correction

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
    _correct(index, correction, f"{quote_all(variants)} réuni{plural(len(variants))} à « {name} »")


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
    _correct(index, correction, f"{quote_all(variants)} séparé{plural(len(variants))} de « {name} »")


@click.command("hide", cls=FrenchCommand, short_help="Écarte ce qui n'est pas un nom.")
@_name_argument
@index_option
@type_option
@click.option("--undo", is_flag=True, help="Remet un nom qui avait été écarté.")
def hide_command(name: str, index: Path, entity_type: str | None, undo: bool) -> None:
    """Écarte NOM, qui n'en est pas un, des listes et des recherches par nom ; le texte se cherche toujours."""
    from archive_search.engines.naming.correcting import Action, Correction

    action = Action.UNHIDE if undo else Action.HIDE
    done = f"« {name} » remis parmi les noms" if undo else f"« {name} » écarté des noms"
    _correct(index, Correction(action=action, name=name, type=_type_of(entity_type)), done)


@click.command("retype", cls=FrenchCommand, short_help="Change le genre d'un nom.")
@_name_argument
@index_option
@type_option
@click.option("--to", "wanted", required=True, type=click.Choice(TYPES), help="Ce que c'est vraiment.")
def retype_command(name: str, index: Path, entity_type: str | None, wanted: str) -> None:
    """Dit que NOM est une personne, un lieu ou une organisation."""
    from archive_search.engines.naming.correcting import Action, Correction

    correction = Correction(action=Action.RETYPE, name=name, type=_type_of(entity_type), wanted=EntityType(wanted))
    _correct(index, correction, f"« {name} » est maintenant : {TYPE_NAMES[EntityType(wanted)]}")


def _type_of(entity_type: str | None) -> EntityType | None:
    return EntityType(entity_type) if entity_type else None


def _correct(index: Path, correction: "Correction", done: str) -> None:
    """Apply a correction, and tell what it changed."""
    from archive_search import Archive

    started = time.perf_counter()
    with Archive.open(index) as archive:
        before = archive.stats().entities
        report = archive.correct(correction)
    print_faults(report)
    if report.interrupted:
        print_message("interrompu : la correction est écrite ; « archive-search entities update » l'appliquera")
        raise SystemExit(INTERRUPTED)
    print_message(f"{done} ; {_describe_change(before, report.entities)} ; {decimal(time.perf_counter() - started)} s")
    end_after_naming(report)


def _describe_change(before: int, after: int) -> str:
    counted = count_things(after, "nom connu")
    return f"{counted} au lieu de {group_digits(before)}" if after != before else f"{counted}, comme avant"
