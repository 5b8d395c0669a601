"""Build articles out of their passages: numbers, identity, what was taken out.

>>> from archive_search.sources.assembling import number_passages
>>> from archive_search.sources.passages.passage import Passage
>>> passages = [Passage(text="Il a plu."), Passage(text="Partager", rule="partage")]
>>> paragraphs, removed = number_passages(passages)
>>> paragraphs[0].number, removed[0].after
(1, 1)
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Date

from archive_search.records import Paragraph, RemovedText
from archive_search.sources.folders import Folder
from archive_search.sources.passages.passage import Passage

NO_TEXT = "aucun texte d'article : vérifiez le contenu du fichier"


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Tell where articles come from.

    Attributes:
        path: File, as text for the reader.
        name: Id of its first article, where the file states none.
        modified: Day on which the file was last changed, when known; it bounds what can be deduced.
        folder: Folder of the file, when others beside it may be needed.
        depth: Number of files that this one is inside of.
    """

    path: str
    name: str
    modified: Date | None = None
    folder: Folder | None = None
    depth: int = 0

    def derive_id(self, number: int) -> str:
        """Give the id of the article of that number in the file, from 1."""
        return self.name if number == 1 else f"{self.name}#{number}"

    def inside(self, member: str, *, modified: Date | None = None, folder: Folder | None = None) -> "Origin":
        """Give the origin of a file that is inside this one.

        Args:
            member: Its path or name in this one.
            modified: Day on which it was last changed, when this one says so.
            folder: The folder, in this one, where it is.
        """
        name, path = f"{self.name}/{member}", f"{self.path}/{member}"
        modified = modified or self.modified
        return replace(self, path=path, name=name, modified=modified, folder=folder, depth=self.depth + 1)


def number_passages(passages: Iterable[Passage]) -> tuple[tuple[Paragraph, ...], tuple[RemovedText, ...]]:
    """Number the passages that stay, and set apart those that a rule took out."""
    paragraphs: list[Paragraph] = []
    removed: list[RemovedText] = []
    for passage in passages:
        if passage.rule is None:
            paragraphs.append(Paragraph(number=len(paragraphs) + 1, kind=passage.kind, text=passage.text))
        else:
            removed.append(RemovedText(after=len(paragraphs), rule=passage.rule, text=passage.text))
    return tuple(paragraphs), tuple(removed)
