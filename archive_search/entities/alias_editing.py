"""Write a librarian's corrections into ``aliases.toml``, without touching the rest of the file.

Each correction is one entry; comments and the order of entries stay as they are. A correction that undoes another
takes its entry out, one that contradicts another is refused, and one that is there already changes nothing.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.alias_file import AliasFile, Entry
from archive_search.entities.corrections import Hide, Merge, Retype, Split
from archive_search.errors import AliasError
from archive_search.records import EntityType


def add_merge(path: Path, entity_type: EntityType, name: str, variants: Sequence[str]) -> bool:
    """Say that names are one entity, shown as `name`; entries that split them are undone.

    Args:
        path: The file of corrections; it is made where it is missing.
        entity_type: What they name.
        name: Name under which the entity is shown.
        variants: Its other names, one at least.

    Returns:
        Whether the file changed.

    Raises:
        AliasError: The file cannot be read or written, or says the contrary.
    """
    file = AliasFile(path)
    name, *variants = _check_group(path, name, variants)
    joined = {fold_name(each) for each in (name, *variants)}
    for entry, split in file.find(Split):
        if split.type is entity_type and fold_name(split.name) in joined:
            entry.drop_variants(joined)
    same = [entry for entry, merge in file.find(Merge) if _is_named(merge, entity_type, name)]
    if same:
        same[0].rename(name)
        same[0].add_variants(variants)
    else:
        file.append("merge", {"type": str(entity_type), "name": name, "variants": variants})
    return file.save()


def add_split(
    path: Path, entity_type: EntityType, name: str, variants: Sequence[str], *, shown: str | None = None
) -> bool:
    """Say that names are not the entity `name`, but one of their own; what merges them with it is undone.

    Args:
        path: The file of corrections; it is made where it is missing.
        entity_type: What they name.
        name: Name of the entity that they do not belong to.
        variants: The names, one at least.
        shown: Name under which their entity is shown; None for the most frequent of them.

    Returns:
        Whether the file changed.

    Raises:
        AliasError: The file cannot be read or written, or says the contrary.
    """
    file = AliasFile(path)
    name, *variants = _check_group(path, name, variants)
    apart = {fold_name(variant) for variant in variants}
    for entry, merge in file.find(Merge):
        if merge.type is entity_type:
            _part(entry, merge, fold_name(name), apart)
    fields: dict[str, object] = {"type": str(entity_type), "name": name, "variants": variants}
    if shown is not None:
        [shown] = _check_names(path, shown)
        fields["as"] = shown
    splits = [split for _entry, split in file.find(Split) if _is_named(split, entity_type, name)]
    if not any(apart.issubset(map(fold_name, split.variants)) and shown in {None, split.shown} for split in splits):
        file.append("split", fields)
    return file.save()


def add_hide(path: Path, entity_type: EntityType, name: str) -> bool:
    """Say that a name stands for nothing that anybody would look for.

    Returns:
        Whether the file changed.

    Raises:
        AliasError: The file cannot be read or written, or merges the name with another.
    """
    file = AliasFile(path)
    [name] = _check_names(path, name)
    if not any(_is_named(hide, entity_type, name) for _entry, hide in file.find(Hide)):
        file.append("hide", {"type": str(entity_type), "name": name})
    return file.save()


def remove_hide(path: Path, entity_type: EntityType, name: str) -> bool:
    """Take back that a name is hidden.

    Returns:
        Whether the file changed.

    Raises:
        AliasError: The file cannot be read or written.
    """
    file = AliasFile(path)
    for entry, hide in file.find(Hide):
        if _is_named(hide, entity_type, name):
            entry.remove()
    return file.save()


def add_retype(path: Path, name: str, source: EntityType, target: EntityType) -> bool:
    """Say that a name is of another type than the program thinks; an entry that says the reverse is undone instead.

    Returns:
        Whether the file changed.

    Raises:
        AliasError: The file cannot be read or written, or gives the name another type; or both types are one.
    """
    file = AliasFile(path)
    [name] = _check_names(path, name)
    if source is target:
        raise AliasError(f"« {name} » est déjà de ce type : choisissez-en un autre", path=path)
    same = [(entry, retype) for entry, retype in file.find(Retype) if fold_name(retype.name) == fold_name(name)]
    undone = [entry for entry, retype in same if (retype.source, retype.target) == (target, source)]
    for entry in undone:
        entry.remove()
    if not undone and not any((retype.source, retype.target) == (source, target) for _entry, retype in same):
        file.append("retype", {"name": name, "from": str(source), "to": str(target)})
    return file.save()


def _check_names(path: Path, *names: str) -> list[str]:
    """Give names with single spaces, and refuse those without a letter or with halves of broken pairs."""
    for name in names:
        if not fold_name(name) or name != name.encode(errors="ignore").decode():
            raise AliasError(f"« {name} » n'est pas un nom : donnez-en un avec des lettres", path=path)
    return [" ".join(name.split()) for name in names]


def _check_group(path: Path, name: str, variants: Sequence[str]) -> list[str]:
    if not variants:
        raise AliasError(f"« {name} » est seul : donnez au moins une variante", path=path)
    return _check_names(path, name, *variants)


def _is_named(correction: Merge | Split | Hide, entity_type: EntityType, name: str) -> bool:
    return correction.type is entity_type and fold_name(correction.name) == fold_name(name)


def _part(entry: Entry, merge: Merge, name: str, apart: Collection[str]) -> None:
    """Take out of a merge what joins a name to those that are to be apart from it; all are given folded."""
    if fold_name(merge.name) in apart:
        entry.drop_variants({name})
    elif name in map(fold_name, (merge.name, *merge.variants)):
        entry.drop_variants(apart)
