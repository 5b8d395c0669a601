"""Every exception that archive-search raises on purpose.

    ArchiveSearchError
    ├── ArchiveError               an archive on disk cannot be used as asked (carries ``path``)
    │   ├── ArchiveMissingError    no archive there
    │   ├── ArchiveFormatError     written by another version or another analyzer
    │   ├── ArchiveDamagedError    a file is missing, truncated or altered
    │   ├── ArchiveLockedError     another process is writing
    │   └── StorageError           the disk refuses: full, read-only, removed
    ├── SourceError                a file to index cannot be read (carries ``path``)
    ├── QueryError                 a query cannot be run (carries ``position``)
    ├── UnknownArticleError        no article of that id (carries ``article_id``)
    ├── UnknownEntityError         no entity of that name, or several (carries ``name``, ``choices``)
    ├── UnknownDossierError        no dossier of that name or id (carries ``name``)
    ├── UnknownSearchError         no saved search of that name or id (carries ``name``)
    ├── DeskError                  a dossier or saved search cannot be named or kept so (carries ``name``)
    ├── AliasError                 the file of corrections cannot be used or edited so (carries ``path``, ``line``)
    ├── ModelError                 the model that recognises names cannot be used
    └── InstallationError          the installed packages contradict each other

Messages are in French, for the reader who sees them: short, lower case, without a final stop, they name the
thing and what to do next. Only the command line and the web application catch the base class.

>>> from archive_search.errors import QueryError
>>> raise QueryError("rien à chercher : ajoutez un mot", position=0)
Traceback (most recent call last):
archive_search.errors.QueryError: rien à chercher : ajoutez un mot
"""

from pathlib import Path


class ArchiveSearchError(Exception):
    """Gather all errors of archive-search under one name.

    Attributes:
        exit_code: Exit status of the command line when this error ends a command.
    """

    exit_code = 2


class ArchiveError(ArchiveSearchError):
    """Report that an archive on disk cannot be used as asked.

    Attributes:
        path: Folder of the archive, or the file in it that is at fault.
    """

    def __init__(self, message: str, *, path: Path) -> None:
        super().__init__(message)
        self.path = path


class ArchiveMissingError(ArchiveError):
    """Report that there is no archive in a folder."""


class ArchiveFormatError(ArchiveError):
    """Report an archive that another version or another analyzer wrote."""


class ArchiveDamagedError(ArchiveError):
    """Report a file of the archive that is missing, truncated or altered."""


class ArchiveLockedError(ArchiveError):
    """Report that another process is writing to the archive."""


class StorageError(ArchiveError):
    """Report that the disk refuses to write: full, read-only or removed."""


class SourceError(ArchiveSearchError):
    """Report a file to index that cannot be read.

    Attributes:
        path: The file, as the user named it or as it was found.
    """

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message)
        self.path = path


class QueryError(ArchiveSearchError):
    """Report a query that cannot be run.

    Attributes:
        position: Offset in the query, in characters from 0, where the trouble starts.
    """

    def __init__(self, message: str, *, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class UnknownArticleError(ArchiveSearchError):
    """Report an article id that the archive does not hold.

    Attributes:
        article_id: The id that was asked for.
    """

    def __init__(self, message: str, *, article_id: str) -> None:
        super().__init__(message)
        self.article_id = article_id


class UnknownEntityError(ArchiveSearchError):
    """Report a name that means no entity of the archive, or more than one.

    Attributes:
        name: The name or id that was asked for.
        choices: Ids of the entities that it means, those in the most articles first; empty where it means none.
    """

    def __init__(self, message: str, *, name: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.name = name
        self.choices = choices


class UnknownDossierError(ArchiveSearchError):
    """Report a dossier that the archive does not have.

    Attributes:
        name: The name or id that was asked for.
    """

    def __init__(self, message: str, *, name: str) -> None:
        super().__init__(message)
        self.name = name


class UnknownSearchError(ArchiveSearchError):
    """Report a saved search that the archive does not have.

    Attributes:
        name: The name or id that was asked for.
    """

    def __init__(self, message: str, *, name: str) -> None:
        super().__init__(message)
        self.name = name


class DeskError(ArchiveSearchError):
    """Report that a dossier or a saved search cannot have the name or the note that it was given.

    Attributes:
        name: The name that was given, or that of the dossier concerned.
    """

    def __init__(self, message: str, *, name: str) -> None:
        super().__init__(message)
        self.name = name


class AliasError(ArchiveSearchError):
    """Report that the librarian's corrections of names cannot be read, or a correction not be made.

    Attributes:
        path: The file of corrections.
        line: Line at fault, from 1; None when no single line is.
    """

    def __init__(self, message: str, *, path: Path, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


class ModelError(ArchiveSearchError):
    """Report that the model that recognises names is absent, of another version, or was lost at work."""


class InstallationError(ArchiveSearchError):
    """Report installed packages that contradict each other."""
