"""Make the articles of an issue out of its METS file and its ALTO pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive_search.records import Article, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.scans.alto_pages import Block
from archive_search.sources.formats.scans.alto_passages import goes_on, passages_of_blocks
from archive_search.sources.formats.scans.alto_words import join_words
from archive_search.sources.formats.scans.mets_document import Division, Document
from archive_search.sources.formats.scans.mets_issue import describe_issue, join_numbers, number_pages
from archive_search.sources.formats.scans.mets_items import (
    ADVERTISING,
    Item,
    Part,
    Role,
    index_divisions,
    list_items,
    parts_of_links,
    title_parts,
)
from archive_search.sources.formats.scans.mets_pages import IssuePages
from archive_search.sources.formats.scans.mets_records import Record, real_title
from archive_search.sources.passages.passage import Passage

BETWEEN_SECTIONS = " / "
MOST_SECTIONS = 8
_KINDS = {
    Role.OVERLINE: Kind.HEADING,
    Role.LEAD: Kind.LEAD,
    Role.AUTHOR: Kind.BYLINE,
    Role.HEADING: Kind.HEADING,
    Role.CAPTION: Kind.CAPTION,
}


class IssueReader:
    """Read the articles of one issue."""

    def __init__(self, document: Document, pages: IssuePages, origin: Origin) -> None:
        self._document = document
        self._pages = pages
        self._origin = origin
        self._items = list_items(document.logical) if document.logical is not None else []
        self._issue = describe_issue(document, self._items, name=origin.name)
        self._page_numbers = number_pages(document.physical)
        self._places = index_divisions(document.physical) if document.links else {}

    def read(self) -> Iterator[Article]:
        """Give the articles in order, then the pages that hold none of them, each as an article without title."""
        cited: set[str] = set()
        for number, item in enumerate(self._items, 1):
            parts = item.parts or self._linked_parts(item.division)
            cited.update(area.file for part in parts for area in part.areas)
            article = self._read_item(item, parts, number=number)
            if article is not None:
                yield article
        for number, file in enumerate(self._document.files, len(self._items) + 1):
            article = self._read_page(file, number=number) if file not in cited else None
            if article is not None:
                yield article

    def _linked_parts(self, division: Division) -> list[Part]:
        links = self._document.links.get(division.id or "", [])
        return parts_of_links([self._places[link] for link in links if link in self._places])

    def _read_item(self, item: Item, parts: Sequence[Part], *, number: int) -> Article | None:
        division, text = item.division, _ArticleText(self._pages)
        title = text.read_title(parts)
        passages = text.read_passages(parts)
        if not passages:
            return None
        record = next(iter(self._records_of(division)), Record())
        shared = self._shared(division.id or str(number), files=text.files)
        draft = replace(
            shared,
            passages=passages,
            title=title or self._stated_title(item),
            date=record.date or shared.date,
            date_reason=shared.date_reason if record.date is None else None,
            section=item.kind or self._section(item),
            authors=record.authors,
            language=record.language or shared.language,
            rights=record.rights or shared.rights,
            identifiers=[*record.identifiers, *shared.identifiers],
        )
        return finish_draft(draft, number=number, origin=self._origin)

    def _read_page(self, file: str, *, number: int) -> Article | None:
        blocks = [block for page in self._pages.read(file) for block in page.reading_order]
        draft = replace(self._shared(file, files=[file]), passages=passages_of_blocks(blocks))
        return finish_draft(draft, number=number, origin=self._origin)

    def _shared(self, id_: str, *, files: Sequence[str]) -> Draft:
        """Give what the issue states of an article of some id, on the pages of some files."""
        issue = self._issue
        is_address = issue.id is not None and issue.id.startswith(("http://", "https://"))
        numbers = [number for file in files if (number := self._number_of(file)) is not None]
        return Draft(
            passages=(),
            id=f"{issue.id}#{id_}" if issue.id is not None else None,
            date=issue.date,
            date_reason=issue.date_reason,
            source=issue.source,
            language=issue.language,
            url=issue.id if is_address else None,
            page=join_numbers(list(dict.fromkeys(numbers))),
            rights=issue.rights,
            identifiers=[text for text in (issue.id, issue.number) if text is not None],
        )

    def _number_of(self, file: str) -> str | None:
        if file in self._page_numbers:
            return self._page_numbers[file]
        return next((page.number for page in self._pages.read(file)), None)

    def _records_of(self, division: Division) -> list[Record]:
        return [self._document.records[id_] for id_ in division.records if id_ in self._document.records]

    def _stated_title(self, item: Item) -> str | None:
        # The label of an advertisement is a number.
        label = real_title(item.division.label) if item.kind != ADVERTISING else None
        return next((record.title for record in self._records_of(item.division) if record.title), label)

    def _section(self, item: Item) -> str | None:
        titles = [self._section_title(section) for section in item.sections[:MOST_SECTIONS]]
        return BETWEEN_SECTIONS.join(title for title in titles if title) or None

    def _section_title(self, section: Division) -> str | None:
        label = real_title(section.label)
        stated = next((record.title for record in self._records_of(section) if record.title), label)
        return stated or _ArticleText(self._pages).read_title(title_parts(section))


@dataclass(kw_only=True, slots=True)
class _Paragraph:
    """Hold the blocks of one paragraph, with the files of the first and of the last."""

    role: Role
    blocks: list[Block]
    first_file: str
    last_file: str

    def goes_on_in(self, other: "_Paragraph") -> bool:
        is_other_page = self.last_file != other.first_file
        is_same = self.role is other.role
        return is_same and goes_on(self.blocks[-1], other.blocks[0], is_other_page=is_other_page)

    def extend(self, other: "_Paragraph") -> None:
        self.blocks += other.blocks
        self.last_file = other.last_file


class _ArticleText:
    """Read the text of one article, each block once, and remember the files that it is in."""

    def __init__(self, pages: IssuePages) -> None:
        self._pages = pages
        self._seen: set[Block] = set()
        self.files: list[str] = []

    def read_title(self, parts: Sequence[Part]) -> str | None:
        role = _role_of_title(parts)
        titles = [part for part in parts if part.role is role]
        blocks = [block for part in titles for paragraph in self._read_part(part) for block in paragraph.blocks]
        return join_words([block.words for block in blocks]).text if blocks else None

    def read_passages(self, parts: Sequence[Part]) -> list[Passage]:
        paragraphs: list[_Paragraph] = []
        for part in parts:
            for paragraph in self._read_part(part) if part.role is not _role_of_title(parts) else ():
                if paragraphs and paragraphs[-1].goes_on_in(paragraph):
                    paragraphs[-1].extend(paragraph)
                else:
                    paragraphs.append(paragraph)
        # What has no other text than that of its picture is an article made of it.
        is_text = any(paragraph.role in (Role.BODY, Role.LEAD) for paragraph in paragraphs)
        return [_passage(paragraph, kinds=_KINDS if is_text else {}) for paragraph in paragraphs]

    def _read_part(self, part: Part) -> list[_Paragraph]:
        found = [(area.file, block) for area in part.areas for block in self._take(area.file, self._pages.find(area))]
        if part.is_paragraph and found and len(found) <= len(part.areas):
            blocks = [block for _, block in found]
            return [_Paragraph(role=part.role, blocks=blocks, first_file=found[0][0], last_file=found[-1][0])]
        return [_Paragraph(role=part.role, blocks=[block], first_file=file, last_file=file) for file, block in found]

    def _take(self, file: str, blocks: Sequence[Block]) -> list[Block]:
        taken = [block for block in blocks if block not in self._seen]
        self._seen.update(taken)
        if taken and file not in self.files:
            self.files.append(file)
        return taken


def _role_of_title(parts: Sequence[Part]) -> Role:
    """Tell which parts make the title: what stands over it is one where there is no other."""
    return Role.TITLE if any(part.role is Role.TITLE for part in parts) else Role.OVERLINE


def _passage(paragraph: _Paragraph, *, kinds: Mapping[Role, Kind]) -> Passage:
    text = join_words([block.words for block in paragraph.blocks]).text
    return Passage(text=text, kind=kinds.get(paragraph.role, Kind.BODY))
