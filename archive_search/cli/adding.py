"""Options of what brings files into an archive, which the commands `index` and `watch` share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from archive_search.cli.options import Command, cleaning_option, map_option, workers_option

if TYPE_CHECKING:
    from archive_search.archive.adding import AddOptions


@dataclass(frozen=True, kw_only=True, slots=True)
class Adding:
    """Hold what the options say.

    Attributes:
        columns: Where tables and JSON objects have properties.
        cleaning: How much is taken out of articles.
        workers: Number of processes; None leaves it to the archive.
        remove_missing: Whether articles of files that are gone are taken out.
        no_entities: Whether names are left for later.
    """

    columns: tuple[tuple[str, str], ...]
    cleaning: str
    workers: int | None
    remove_missing: bool
    no_entities: bool

    def to_options(self) -> "AddOptions":
        """Give the same as `Archive.add` takes it."""
        from archive_search.archive.adding import AddOptions
        from archive_search.sources.readers import Cleaning, ReadOptions

        reading = ReadOptions(columns=dict(self.columns), cleaning=Cleaning(self.cleaning))
        return AddOptions(reading=reading, remove_missing=self.remove_missing)


def adding_options(command: Command) -> Callable[..., Any]:
    """Add the options; the command takes what they say as one record, ``adding``."""

    @wraps(command)
    def gather(*args: Any, **values: Any) -> Any:
        adding = Adding(**{name: values.pop(name) for name in Adding.__slots__})
        return command(*args, adding=adding, **values)

    for add in reversed(_OPTIONS):
        gather = add(gather)
    return gather


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    map_option,
    cleaning_option,
    workers_option,
    click.option("--remove-missing", is_flag=True, help="Retire les articles des fichiers qui ont disparu."),
    click.option("--no-entities", is_flag=True, help="Laisse les noms pour plus tard (voir entities update)."),
)
