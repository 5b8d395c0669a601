r"""The `Archive`: create or open one, bring files in, search, fetch.

>>> import tempfile
>>> from pathlib import Path
>>> from archive_search import Archive
>>> folder = Path(tempfile.mkdtemp())
>>> _ = (folder / "depeche.txt").write_text("Une base aérienne à Lattaquié\n\nL'armée s'y installe.", encoding="utf-8")
>>> with Archive.create(folder / "archive") as archive:
...     report = archive.add([folder / "depeche.txt"])
...     page = archive.search('"base aérienne"')
>>> page.total, page[0].title
(1, 'Une base aérienne à Lattaquié')
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, Unpack

from archive_search.archive.asking import QueryOptions, read_narrowing, read_query
from archive_search.engines.local import LocalEngine
from archive_search.engines.protocol import Statistics
from archive_search.query.printing import print_query
from archive_search.query.tree import Node, Parsed
from archive_search.records import Article, EntityType, Span
from archive_search.search.facets import USUAL_FACETS, Facet, FacetCount
from archive_search.search.requests import EntityRequest, ExplainRequest, SearchRequest, Sort
from archive_search.search.results import Page, Ranking

# What adds, makes or checks is imported by the methods that do: a search must start at once.
if TYPE_CHECKING:
    from archive_search.archive.adding import AddOptions
    from archive_search.archive.desk import Desk
    from archive_search.archive.exporting import ExportOptions, ExportReport
    from archive_search.archive.origins import Origin
    from archive_search.archive.planning import Plan
    from archive_search.archive.report import AddReport
    from archive_search.archive.watching import WatchOptions
    from archive_search.engines.families.reading import FamilyList
    from archive_search.engines.naming.correcting import Correction
    from archive_search.engines.naming.made_corrections import MadeCorrection
    from archive_search.engines.naming.reading import ArticleNames, EntityList, Portrait
    from archive_search.engines.naming.report import NamingOptions, NamingReport
    from archive_search.family_records import Comparison, Family
    from archive_search.search.completion import Completion
    from archive_search.search.explanation import Explanation
    from archive_search.sources.readers import ReadOptions


PathArgument: TypeAlias = str | PathLike[str]
MAX_LIMIT = 10_000
MOST_WORKERS = 8


class Archive:
    """Search an archive of French press articles, and bring files into it.

    Make one with `Archive.create` or `Archive.open`; close it, or use it in a ``with`` statement. One archive has
    one writer at a time, in any process, and any number of readers; a reader sees the archive as it was when it
    first searched, until `refresh` or until it writes itself.

    Whatever reads may also raise `ArchiveDamagedError`, where a file is not what was written, and `StorageError`, where
    the disk refuses.
    """

    def __init__(self, path: PathArgument, *, workers: int | None = None) -> None:
        """Open an existing archive; see `open`."""
        if workers is not None and workers < 1:
            raise ValueError(f"workers goes from 1: got {workers}")
        self.path = Path(path)
        self._engine = LocalEngine(self.path, processes=workers or min(os.cpu_count() or 1, MOST_WORKERS))

    @classmethod
    def create(cls, path: PathArgument, *, workers: int | None = None) -> "Archive":
        """Make an empty archive in a folder that is empty or does not exist, and open it.

        Args:
            path: The folder.
            workers: As for `open`.

        Raises:
            ArchiveError: The folder holds something else, or an archive already.
            StorageError: The disk refuses.
        """
        from archive_search.engines.creating import create_archive

        create_archive(Path(path))
        return cls(path, workers=workers)

    @classmethod
    def open(cls, path: PathArgument, *, workers: int | None = None) -> "Archive":
        """Open an existing archive.

        Args:
            path: Its folder.
            workers: Number of processes that index when much is added, this one included; None means one for each
                processor, at most 8.

        Raises:
            ArchiveMissingError: There is none in the folder.
            ArchiveFormatError: It has a format that this version does not read.
            InstallationError: Two distributions of Whoosh are installed.
            ValueError: There is less than one process.
        """
        return cls(path, workers=workers)

    def add(self, paths: Sequence[PathArgument], *, options: "AddOptions | None" = None) -> "AddReport":
        """Bring the archive up to date with files and folders, and commit.

        Unchanged files are left alone, changed ones replaced. What cannot be read is told in the report and does
        not stop the rest.

        Args:
            paths: Files and folders; folders are walked recursively.
            options: How to bring them in.

        Returns:
            What was done and what failed.

        Raises:
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses; what was committed before stays.
        """
        from archive_search.archive.adding import AddOptions, add_files

        try:
            return add_files(self._engine.writer, [Path(path) for path in paths], options or AddOptions())
        finally:
            self._engine.release()
            self._engine.refresh()

    def add_stream(self, stream: BinaryIO, *, options: "AddOptions | None" = None) -> "AddReport":
        """Bring in the articles of a stream of bytes, such as standard input, and commit.

        Raises:
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses; what was committed before stays.
        """
        from archive_search.archive.adding import AddOptions, add_stream

        try:
            return add_stream(self._engine.writer, stream, options or AddOptions())
        finally:
            self._engine.release()
            self._engine.refresh()

    def plan(self, paths: Sequence[PathArgument], *, options: "ReadOptions | None" = None) -> "Plan":
        """Tell what `add` would read, without reading more than the first bytes of each file; nothing is written.

        Args:
            paths: Files and folders, as for `add`.
            options: How they would be read.
        """
        from archive_search.archive.planning import plan_files
        from archive_search.sources.readers import ReadOptions

        return plan_files(self.path, [Path(path) for path in paths], options or ReadOptions())

    def origins(self) -> "tuple[Origin, ...]":
        """List the folders that the archive has articles from, by path, with what `add` takes to bring it up to date.

        Raises:
            ArchiveDamagedError: The records cannot be read.
        """
        from archive_search.archive.origins import list_origins

        return list_origins(self.path)

    def watch(self, paths: Sequence[PathArgument], *, options: "WatchOptions | None" = None) -> "Iterator[AddReport]":
        """Bring the archive up to date with files and folders, and again whenever something changes in them.

        Stop it at any moment by leaving the loop, by the event of its options, or by killing the process.

        Args:
            paths: Files and folders, as for `add`.
            options: How to follow them.

        Yields:
            What was done, each time that something was.

        Raises:
            InstallationError: The extra ``watch`` is not installed.
            SourceError: A path cannot be watched.
            StorageError: The disk refuses; what was committed before stays.
        """
        from archive_search.archive.watching import WatchOptions, follow

        # Watched files are told by absolute paths; links on the way stay as they were named.
        absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
        return follow(lambda wanted: self.add(absolute, options=wanted), absolute, options or WatchOptions())

    def add_articles(self, articles: Iterable[Article]) -> int:
        """Add records made by a program, each replacing the one of the same id, and commit.

        Control characters, lone surrogates and other forms than NFC are mended as in files.

        Returns:
            The number of articles taken.

        Raises:
            SourceError: An article has no id, no paragraph or other faults that cannot be mended; those before it
                may be committed.
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses; what was committed before stays.
        """
        from archive_search.archive.cleaning import clean_article

        count = 0
        try:
            for article in articles:
                self._engine.add([clean_article(article)])
                count += 1
                if self._engine.writer.is_full:
                    self._engine.checkpoint()
            self._engine.commit()
        finally:
            self._engine.release()
        return count

    def remove(self, article_ids: Sequence[str]) -> int:
        """Take articles out, commit, and count those that were there; the counts of entities follow.

        Raises:
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses; the archive is as it was.
        """
        from archive_search.engines.naming.report import NamingOptions

        try:
            count = self._engine.remove(article_ids)
            self._engine.commit()
        finally:
            self._engine.release()
        if count and self._engine.statistics().entities:
            self._engine.update_names(NamingOptions(recognise=False))
        return count

    def update_entities(self, *, options: "NamingOptions | None" = None) -> "NamingReport":
        """Find the names in articles that are new, and apply the corrections of `aliases.toml`; commit.

        What the model has read is kept on the way: a run that ends early is continued by the next. Text can be
        searched all the while.

        Args:
            options: How to look for names.

        Returns:
            What was done, and what is wrong with corrections.

        Raises:
            ModelError: The model is absent or of another version.
            AliasError: `aliases.toml` cannot be read.
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses; what the model has read stays.
        """
        from archive_search.engines.naming.report import NamingOptions

        return self._engine.update_names(options or NamingOptions())

    def entities(
        self, text: str | None = None, *, entity_type: EntityType | str | None = None, limit: int = 20, offset: int = 0
    ) -> "EntityList":
        """List persons, places and organisations, those in the most articles first.

        Args:
            text: Name, or part of a spelling; None lists all.
            entity_type: "person", "place" or "org"; None means all.
            limit: Most entities wanted, 0 to 10,000.
            offset: Entities to skip.

        Returns:
            How many there are, and those asked for, without their variants.

        Raises:
            ValueError: The type, limit or offset is not what it may be.
        """
        _check_window(limit, offset)
        wanted = EntityType(entity_type) if entity_type else None
        return self._engine.list_entities(EntityRequest(text=text, type=wanted, limit=limit, offset=offset))

    def entity(self, name: str, *, entity_type: EntityType | str | None = None, neighbours: int = 20) -> "Portrait":
        """Tell what the archive knows of one person, place or organisation.

        Args:
            name: Its id, or a name that means it alone.
            entity_type: "person", "place" or "org", where the name alone does not tell.
            neighbours: Most entities wanted of those named in the same paragraphs.

        Raises:
            UnknownEntityError: There is none, or the name means several.
            ValueError: The type is not what it may be.
        """
        wanted = EntityType(entity_type) if entity_type else None
        return self._engine.portray(name, entity_type=wanted, neighbours=neighbours)

    def names(self, article_id: str) -> "ArticleNames":
        """Give the names in an article: its mentions of entities, and its references to other dispatches.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        return self._engine.read_names(article_id)

    def correct(self, correction: "Correction") -> "NamingReport":
        """Write a correction into `aliases.toml` and apply it, without reading any text with the model again.

        Args:
            correction: What to merge, split, hide or retype.

        Raises:
            UnknownEntityError: A name means no entity, or several.
            AliasError: `aliases.toml` cannot be read, or says the contrary.
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses.
        """
        return self._engine.correct_names(correction)

    def corrections(self) -> "tuple[MadeCorrection, ...]":
        """List the last 50 corrections that were made here and not undone, the newest first.

        Raises:
            AliasError: What is remembered of them, or `aliases.toml`, cannot be read.
        """
        return self._engine.list_corrections()

    def undo_correction(self, correction_id: str) -> "NamingReport":
        """Put `aliases.toml` back as it was before a correction, to the letter, and apply it.

        Args:
            correction_id: Id of a correction that can be undone: nobody has changed the file since.

        Raises:
            AliasError: It is not remembered, or the file was changed since; nothing is put back.
            ArchiveLockedError: Another process is writing.
            StorageError: The disk refuses.
        """
        return self._engine.undo_correction(correction_id)

    def rebuild(self) -> int:
        """Build the index anew from the records, and count the articles.

        Raises:
            ArchiveDamagedError: The records themselves cannot be read.
            ArchiveLockedError: Another process is writing.
        """
        return self._engine.rebuild()

    def check(self) -> list[str]:
        """Verify checksums and that records and index agree; one French sentence for each problem found."""
        from archive_search.engines.checking import check_archive

        return check_archive(self.path)

    def parse(self, query: str | Node, **options: Unpack[QueryOptions]) -> Parsed:
        """Read a query without searching.

        Args:
            query: As for `search`.
            options: As for `search`.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            ValueError: The syntax is not what it may be.
        """
        return read_query(query, options)

    def search(
        self,
        query: str | Node,
        *,
        limit: int = 10,
        offset: int = 0,
        sort: Sort | str = Sort.RELEVANCE,
        facets: Sequence[Facet | str] = (),
        fold: bool = True,
        **options: Unpack[QueryOptions],
    ) -> Page:
        """Search.

        Args:
            query: A query in the language of ``docs/langage.md``, or a tree of `archive_search.query.tree`; it may
                be empty where options narrow it.
            limit: Most hits wanted, 0 to 10,000.
            offset: Hits to skip.
            sort: "relevance", "newest" or "oldest".
            facets: What to count the answer by: "source", "agency", "section", "year", "month", "day", "person",
                "place", "org".
            fold: Whether of each family of reprints and versions of one dispatch the best article alone is a hit, and
                tells how many others there are; limit and offset then count such hits. Facets and the total always
                count articles.
            options: How the query is read, ``any_word`` and ``syntax``, and what narrows it: ``persons``, ``places``,
                ``orgs``, ``sources``, ``agencies``, ``sections``, ``dates``.

        Returns:
            A page of hits, with the exact total.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            ValueError: The limit, offset, sort, syntax or a facet is not what it may be.
        """
        _check_window(limit, offset)
        started = time.perf_counter()
        parsed = read_query(query, options)
        request = SearchRequest(
            tree=parsed.tree,
            limit=limit,
            offset=offset,
            sort=Sort(sort),
            facets=tuple(Facet(facet) for facet in facets),
            fold=fold,
        )
        answer = self._engine.search(request)
        interpreted = print_query(answer.tree)
        return Page(
            query=query if isinstance(query, str) else interpreted,
            interpreted=interpreted,
            total=answer.total,
            hits_total=answer.hits_total,
            folded=fold,
            offset=offset,
            took_ms=(time.perf_counter() - started) * 1000,
            hits=answer.hits,
            facets=answer.facets,
            warnings=(*parsed.warnings, *answer.warnings),
        )

    def find(self, query: str | Node, **options: Unpack[QueryOptions]) -> tuple[str, ...]:
        """Give the ids of all articles that satisfy a query, however many, in the order in which they are stored.

        Args:
            query: As for `search`.
            options: As for `search`.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            ValueError: The syntax is not what it may be.
        """
        return self._engine.find(read_query(query, options).tree)

    def mark(self, article_id: str, query: str | Node, **options: Unpack[QueryOptions]) -> dict[int, tuple[Span, ...]]:
        """Find what to mark in the whole of an article, as the snippets of a hit mark it.

        Where the query does not find the article, its words are marked wherever they stand, but for what it excludes.

        Args:
            article_id: Id of the article.
            query: As for `search`.
            options: As for `search`.

        Returns:
            Spans of characters by number of paragraph, in order and apart; paragraphs without any are left out.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            UnknownArticleError: There is no article of that id.
            ValueError: The syntax is not what it may be.
        """
        return self._engine.mark(article_id, read_query(query, options).tree)

    def more_like(self, article_id: str, *, limit: int = 10) -> Page:
        """Find the articles that speak of what one speaks of, and are not reprints or versions of it.

        They have at least a fifth, and two, of the 30 words that tell most of it, and stand in the order of what they
        share of them. The answer is folded, as by default that of `search`, and its query is one that can be run again.

        Args:
            article_id: Id of the article.
            limit: Most hits wanted, 0 to 10,000.

        Returns:
            A page of hits; where the article shares no telling word with any other, its query is empty.

        Raises:
            UnknownArticleError: There is none of that id.
            ValueError: The limit is not what it may be.
        """
        _check_window(limit, 0)
        started = time.perf_counter()
        answer = self._engine.more_like(article_id, limit=limit)
        interpreted = print_query(answer.tree) if answer else ""
        return Page(
            query=interpreted,
            interpreted=interpreted,
            total=answer.total if answer else 0,
            hits_total=answer.hits_total if answer else 0,
            folded=True,
            offset=0,
            took_ms=(time.perf_counter() - started) * 1000,
            hits=answer.hits if answer else (),
            warnings=answer.warnings if answer else (),
        )

    def families(self, *, limit: int = 20, offset: int = 0) -> "FamilyList":
        """List the families of reprints and versions of one text, the largest first.

        Args:
            limit: Most families wanted, 0 to 10,000.
            offset: Families to skip.

        Returns:
            How many there are, and those asked for with their members.

        Raises:
            ValueError: The limit or offset is not what it may be.
        """
        _check_window(limit, offset)
        return self._engine.list_families(limit=limit, offset=offset)

    def family(self, article_id: str) -> "Family | None":
        """Give the family of an article, any of its members; None where no other article gives its text.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        return self._engine.read_family(article_id)

    def compare(self, article_id: str, other_id: str) -> "Comparison":
        """Compare two articles, of one family or not, word by word.

        Args:
            article_id: Id of the article that is taken as the first.
            other_id: Id of the one that changes it.

        Raises:
            UnknownArticleError: There is none of one of the ids.
        """
        return self._engine.compare(article_id, other_id)

    def rank(
        self,
        query: str | Node,
        *,
        limit: int = 10,
        offset: int = 0,
        sort: Sort | str = Sort.RELEVANCE,
        **options: Unpack[QueryOptions],
    ) -> Ranking:
        """Search, and give nothing but the total and the ids and scores of the best articles.

        Args:
            query: As for `search`.
            limit: Most articles wanted, 0 to 10,000.
            offset: Articles to skip.
            sort: As for `search`.
            options: As for `search`.

        Returns:
            The exact total, and the articles in order.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            ValueError: The limit, offset, sort or syntax is not what it may be.
        """
        _check_window(limit, offset)
        tree = read_query(query, options).tree
        return self._engine.rank(SearchRequest(tree=tree, limit=limit, offset=offset, sort=Sort(sort)))

    def facets(
        self,
        query: str | Node | None = None,
        *,
        by: Sequence[Facet | str] = USUAL_FACETS,
        **options: Unpack[QueryOptions],
    ) -> dict[str, tuple[FacetCount, ...]]:
        """Count the articles that satisfy a query, or all of them, by each of some properties.

        Of persons, places and organisations the 100 most frequent are counted.

        Args:
            query: As for `search`; None counts all articles, or all that have what options ask for.
            by: The properties, as for `search`; all but "month" and "day" where none is named.
            options: As for `search`.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            ValueError: A property or the syntax is not what it may be.
        """
        counts_all = query is None and read_narrowing(options).is_empty
        tree = None if counts_all else read_query(query or "", options).tree
        return self._engine.count_facets(tree, [Facet(facet) for facet in by])

    def explain(
        self, query: str | Node, *, article: str | None = None, **options: Unpack[QueryOptions]
    ) -> "Explanation":
        """Tell what a query matches: the articles of each part of it, the forms of each word, the spellings of names.

        Args:
            query: As for `search`.
            article: Id of an article; what it earns by the query is told term by term, or why it is not found.
            options: As for `search`.

        Raises:
            QueryError: The query cannot be run; the error has the position.
            UnknownArticleError: There is no article of that id.
            ValueError: The syntax is not what it may be.
        """
        parsed = read_query(query, options)
        found = self._engine.explain(ExplainRequest(tree=parsed.tree, article=article))
        return replace(
            found,
            query=query if isinstance(query, str) else found.interpreted,
            warnings=(*parsed.warnings, *found.warnings),
        )

    def complete(self, text: str, *, limit: int = 10) -> "tuple[Completion, ...]":
        """List ways in which a query that is being typed may go on, those in the most articles first, fields last.

        Args:
            text: The query so far; its last word is completed, or the field, name or source at its end.
            limit: Most completions wanted, 0 to 10,000.

        Returns:
            Nothing where the query ends with a space, with less than two letters of a word or name, or with a date.

        Raises:
            ValueError: The limit is not what it may be.
        """
        _check_window(limit, 0)
        return self._engine.complete(text, limit=limit)

    def export(
        self,
        what: str | Node | Sequence[str],
        stream: BinaryIO,
        *,
        output: "ExportOptions",
        **options: Unpack[QueryOptions],
    ) -> "ExportReport":
        """Write articles as a file for other programs, or as a press review.

        Args:
            what: A query as for `search`, all of whose articles are written with its matches marked, reprints too; or
                ids of articles, each written once, in their order.
            stream: Where the document is written.
            output: Its format, title and order.
            options: As for `search`; they change nothing for ids.

        Returns:
            How many articles were written, and which ids the archive does not have.

        Raises:
            QueryError: The query cannot be run; nothing was written.
            InstallationError: The format is DOCX and the extra ``docx`` is not installed; nothing was written.
            OSError: The stream, or the disk that long reviews wait on, refuses.
        """
        from archive_search.archive.exporting import export_articles

        return export_articles(self, what, stream, output=output, asked=options)

    def fetch(self, article_id: str) -> Article:
        """Give one article as stored.

        Raises:
            UnknownArticleError: There is none of that id.
        """
        return self._engine.fetch(article_id)

    def original(self, article_id: str) -> Path:
        """Give the file from which an article was read, as an absolute path; of one inside another, the outer file.

        A relative path starts from the current folder, or else from the folder in which the archive is.

        Raises:
            UnknownArticleError: There is none of that id.
            SourceError: The file is gone, or of a kind that is not opened: an archive never makes a program run.
        """
        from archive_search.archive.original import find_original

        folders = (Path.cwd(), self.path.absolute().parent)
        return find_original(self.fetch(article_id).path, folders=folders)

    @property
    def desk(self) -> "Desk":
        """Dossiers and saved searches, which readers keep beside the archive."""
        from archive_search.archive.desk import Desk

        return Desk(self.path, self._engine)

    def stats(self) -> Statistics:
        """Count what the archive holds."""
        return self._engine.statistics()

    def is_current(self) -> bool:
        """Tell whether what this archive reads is still the last commit of its folder; see `refresh`.

        It takes a few microseconds, in any thread, and searches go on meanwhile. What has not been read yet is current.

        Raises:
            ArchiveMissingError: There is no archive in the folder any more.
            ArchiveFormatError: There is another, of a format that this version does not read.
        """
        return self._engine.is_current()

    def refresh(self) -> None:
        """See what was committed since this archive first searched; searches of other threads end in what they see."""
        self._engine.refresh()

    def close(self) -> None:
        """Give back files and locks."""
        self._engine.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _check_window(limit: int, offset: int) -> None:
    if not 0 <= limit <= MAX_LIMIT or offset < 0:
        raise ValueError(f"limit goes from 0 to {MAX_LIMIT}, offset from 0: got {limit} and {offset}")
