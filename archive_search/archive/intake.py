"""Take articles into an archive, whatever they come from: freed of what their source repeats, counted, committed."""

from archive_search.archive.boilerplate import Boilerplate
from archive_search.archive.report import AddReport
from archive_search.engines.local_writing import Change, LocalWriter
from archive_search.records import Article
from archive_search.sources.readers import Cleaning
from archive_search.store.families import count_families
from archive_search.store.files import reopen_doubles


class Intake:
    """Store the articles of one run, and note in its report what becomes of them."""

    def __init__(
        self, writer: LocalWriter, report: AddReport, *, cleaning: Cleaning, commit_characters: int | None = None
    ) -> None:
        """Begin a run.

        Args:
            writer: Writer of the archive.
            report: Where to count.
            cleaning: How much is taken out of articles; what is repeated only with `Cleaning.ALL`.
            commit_characters: Characters of text after which to commit, where that is sooner than the writer would.
        """
        self._writer = writer
        self._report = report
        self._commit_characters = commit_characters
        self._boilerplate = Boilerplate(writer.connection) if cleaning is Cleaning.ALL else None

    def take(self, article: Article, *, file: int | None = None) -> tuple[Change, int]:
        """Store an article, or leave it where the archive has it; as `LocalWriter.add_article`."""
        self._writer.begin()
        cleaned = article if self._boilerplate is None else self._boilerplate.clean(article)
        change, number = self._writer.add_article(cleaned, file=file)
        if change in {Change.ADDED, Change.REPLACED, Change.UNCHANGED}:
            self._report.count(change, cleaned)
        if self._boilerplate is not None and change in {Change.ADDED, Change.REPLACED}:
            self._boilerplate.note(cleaned)
        return change, number

    def remove(self, numbers: list[int]) -> None:
        """Take articles out, by number."""
        self._writer.delete(numbers)
        self._report.removed += len(numbers)
        if numbers:
            # Another file may have them too: it is read again by the next run.
            reopen_doubles(self._writer.connection)

    def checkpoint_if_full(self) -> None:
        """Commit in the middle of a long run, where enough is pending."""
        if self._is_due():
            self._save()
            self._writer.checkpoint()
            self._note_committed()

    def _is_due(self) -> bool:
        wanted = self._commit_characters
        return self._writer.is_full or (wanted is not None and self._writer.pending_characters >= wanted)

    def finish(self) -> None:
        """Free articles stored before of what is now known to be repeated, and commit."""
        self._revise()
        self._save()
        self._writer.commit()
        self._note_committed()
        self._report.families, self._report.members = count_families(self._writer.connection)

    def _revise(self) -> None:
        if self._boilerplate is None or not self._boilerplate.has_revisions:
            return
        self._writer.begin()
        for article, file in self._boilerplate.find_revised():
            self._writer.add_article(article, file=file)
            self._report.revised += 1
            self.checkpoint_if_full()
            self._writer.begin()

    def _save(self) -> None:
        if self._boilerplate is not None:
            self._boilerplate.save()

    def _note_committed(self) -> None:
        self._report.committed = self._report.added + self._report.replaced
