"""Tell the title, the standfirst, the headings and the credits of a printed text by their letters.

>>> from archive_search.sources.formats.pdf.parts import find_title
>>> from archive_search.sources.formats.pdf.printed_text import Printed
>>> title, text = ["La paix est", "signée à Rome"], ["Les deux camps ont enfin signé la paix."]
>>> find_title([Printed(lines=title, size=20, page=1), Printed(lines=text, size=10, page=1)], stated=None)
'La paix est signée à Rome'
"""

from collections import Counter
from collections.abc import Sequence, Set

from archive_search.records import Kind
from archive_search.sources.formats.pdf.printed_text import Printed
from archive_search.sources.letters import letters_of
from archive_search.sources.passages.headings import is_title_like
from archive_search.sources.passages.line_ends import join_lines
from archive_search.sources.passages.passage import Passage

# In sizes of the letters of the text.
LARGER = 1.15
TITLE_SIZE = 1.5
LONGEST_HEADING = 150
SHORTEST_LEAD = 60

# The name of a paper may be printed larger than any title, and has fewer words than nearly all of them.
FEWEST_WORDS = 3
_ENDS_OF_SENTENCE = (".", ";", ",", ":", "!", "?", "…")


def text_size(paragraphs: Sequence[Printed]) -> float:
    """Give the size of the letters that most of a text is printed in; 0 for none."""
    sizes: Counter[float] = Counter()
    for printed in paragraphs:
        if printed.rule is None and not printed.is_aside:
            sizes[round(printed.size * 2) / 2] += sum(map(len, printed.lines))
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def find_title(paragraphs: Sequence[Printed], *, stated: str | None, forms: Set[str] = frozenset()) -> str | None:
    """Find the title of an article.

    Args:
        paragraphs: Its paragraphs; the title is sought on the page of the first.
        stated: Title that the file states, when it is a real one.
        forms: Words that the text prints whole.

    Returns:
        The title as printed where it is, the stated one otherwise, which often has the name of the paper too.
    """
    body = text_size(paragraphs)
    first_page = paragraphs[0].page if paragraphs else 0
    texts = {
        join_lines(printed.lines, forms=forms): printed.size
        for printed in reversed(paragraphs)
        if printed.page == first_page and printed.rule is None and not printed.is_aside
    }
    large = {text: size for text, size in texts.items() if size >= LARGER * body and is_title_like(text)}
    if stated is not None:
        return next((text for text in reversed(large) if letters_of(text) in letters_of(stated)), stated)
    # Of several as large, the first: they were taken from the last to the first.
    ordered = dict(reversed(_without_masthead(large, body=body).items()))
    return max(ordered, key=lambda text: ordered[text], default=None)


def _without_masthead(large: dict[str, float], *, body: float) -> dict[str, float]:
    """Leave out the short line at the top of a page that has another title: it is the name of a paper or a section."""
    *others, first = large or [""]
    is_short = len(first.split()) < FEWEST_WORDS
    has_title = any(large[text] >= TITLE_SIZE * body and len(text.split()) >= FEWEST_WORDS for text in others)
    return {text: large[text] for text in others} if is_short and has_title else large


def mark_parts(paragraphs: Sequence[Printed], *, forms: Set[str], title: str | None) -> list[Passage]:
    """Make passages of printed paragraphs, with their kinds; the title, where it is printed, is left out."""
    body = text_size(paragraphs)
    is_all_bold = _mostly_bold(paragraphs)
    passages: list[Passage] = []
    has_text = False
    for printed in paragraphs:
        text = join_lines(printed.lines, forms=forms)
        if title is not None and letters_of(text) == letters_of(title) and printed.rule is None:
            continue
        is_distinct = printed.size >= LARGER * body or (printed.is_bold and not is_all_bold)
        kind = _kind_of(printed, text, is_distinct=is_distinct, is_first=not has_text)
        has_text = has_text or (kind is Kind.BODY and printed.rule is None and len(text) >= SHORTEST_LEAD)
        passages.append(Passage(text=text, kind=kind, rule=printed.rule))
    return passages


def _kind_of(printed: Printed, text: str, *, is_distinct: bool, is_first: bool) -> Kind:
    if printed.rule is not None:
        return Kind.BODY
    if printed.is_aside:
        return Kind.CAPTION
    if not is_distinct:
        return Kind.BODY
    if len(text) <= LONGEST_HEADING and not text.endswith(_ENDS_OF_SENTENCE) and is_title_like(text):
        return Kind.HEADING
    return Kind.LEAD if is_first and len(text) >= SHORTEST_LEAD else Kind.BODY


def _mostly_bold(paragraphs: Sequence[Printed]) -> bool:
    letters = [(sum(map(len, printed.lines)), printed.is_bold) for printed in paragraphs if printed.rule is None]
    return 2 * sum(count for count, bold in letters if bold) > sum(count for count, _ in letters)
