"""The text of an article as its page shows it: segments, parts, matches, blocks."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import (
    Article,
    EntityType,
    Kind,
    Mention,
    Origin,
    Paragraph,
    Reference,
    RemovedText,
    Role,
    Span,
)
from archive_search.web.article.blocks import make_blocks
from archive_search.web.article.matches import MAP_HEIGHT, Match, number_matches, place_ticks
from archive_search.web.article.parts import PART_CHARACTERS, PART_PIECES, PartFinder, Piece, cut_parts
from archive_search.web.article.segments import cut_segments

SPANS = st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30), st.integers(0, 5)), max_size=8)


def article(*texts: str, removed: tuple[RemovedText, ...] = ()) -> Article:
    paragraphs = [Paragraph(number=number, kind=Kind.BODY, text=text) for number, text in enumerate(texts, 1)]
    return Article(id="digue", paragraphs=tuple(paragraphs), removed=removed)


def mention(start: int, end: int, entity: str = "place:brevan", *, paragraph: int = 1) -> Mention:
    return Mention(
        paragraph=paragraph,
        span=Span(start, end),
        surface="",
        entity=entity,
        name=entity,
        type=EntityType.PLACE,
        role=Role.TEXT,
        origin=Origin.RULE,
    )


@settings(max_examples=200)
@given(text=st.text(max_size=25), spans=SPANS)
def test_segments_joined_are_the_text_and_each_character_has_the_spans_over_it(
    text: str, spans: list[tuple[int, int, int]]
) -> None:
    segments = list(cut_segments(text, spans))
    assert "".join(segment.text for segment in segments) == text
    labels = [sorted(segment.labels) for segment in segments for _character in segment.text]
    wanted = [sorted(label for start, end, label in spans if start <= place < end) for place in range(len(text))]
    assert labels == wanted


@settings(max_examples=100)
@given(text=st.text(min_size=1, max_size=25), spans=SPANS)
def test_a_text_is_cut_only_where_a_span_begins_or_ends(text: str, spans: list[tuple[int, int, int]]) -> None:
    places = {place for start, end, _label in spans if max(start, 0) < min(end, len(text)) for place in (start, end)}
    cuts = [place for place in sorted(places) if 0 < place < len(text)]
    segments = list(cut_segments(text, spans))
    assert all(segment.text for segment in segments)
    assert len(segments) == len(cuts) + 1


def test_the_innermost_span_comes_last() -> None:
    _, inner, _ = cut_segments("maire de Brévan ici", [(9, 15, "lieu"), (0, 19, "fonction")])
    assert inner.labels == ("fonction", "lieu")


@settings(max_examples=50)
@given(st.lists(st.integers(1, 150_000), min_size=1, max_size=8), st.booleans())
def test_parts_joined_are_the_article_and_none_is_longer_than_allowed(sizes: list[int], with_blanks: bool) -> None:
    whole = article(*(("mot " * size)[:size] if with_blanks else "x" * size for size in sizes))
    parts = cut_parts(whole)
    pieces = [piece for part in parts for piece in part]
    assert all(piece.start < piece.end for piece in pieces)
    joined = "".join(piece.source.text[piece.start : piece.end] for piece in pieces)
    assert joined == "".join(paragraph.text for paragraph in whole.paragraphs)
    assert max(sum(piece.end - piece.start for piece in part) for part in parts) <= PART_CHARACTERS


def test_a_long_paragraph_is_cut_between_words() -> None:
    first, second = cut_parts(article("digue " * 15_000))
    assert first[0].source.text[first[0].end - 1] == " "
    assert second[0].start == first[0].end


def test_a_part_has_a_bounded_number_of_paragraphs() -> None:
    assert [len(part) for part in cut_parts(article(*["Oui."] * (PART_PIECES + 1)))] == [PART_PIECES, 1]


def test_removed_passages_stand_where_they_were() -> None:
    removed = (RemovedText(after=0, rule="partage", text="a"), RemovedText(after=1, rule="flux", text="b"))
    (part,) = cut_parts(article("un", "deux", removed=removed))
    assert [piece.source.text for piece in part] == ["a", "un", "b", "deux"]


def test_each_character_of_an_article_is_found_in_its_part() -> None:
    whole = article("x" * 10, "y" * 130_000, "z" * 10)
    parts = cut_parts(whole)
    finder = PartFinder(parts)
    for number, part in enumerate(parts, 1):
        for piece in part:
            assert isinstance(piece.source, Paragraph)
            assert finder.find(piece.source.number, piece.start) == number
            assert finder.find(piece.source.number, piece.end - 1) == number


def test_an_article_without_text_has_one_empty_part() -> None:
    assert cut_parts(Article(id="vide", paragraphs=())) == ((),)
    assert PartFinder([()]).find(7) == 1


def test_matches_are_numbered_in_the_order_of_the_text() -> None:
    matches = number_matches({4: (Span(0, 5),), 2: (Span(3, 8), Span(9, 12))})
    assert [(match.number, match.paragraph, match.start) for match in matches] == [(1, 2, 3), (2, 2, 9), (3, 4, 0)]


def test_ticks_go_from_top_to_foot_by_their_place_in_the_whole_text() -> None:
    whole = article("x" * 100, "y" * 100)
    ticks = list(place_ticks(whole, number_matches({1: (Span(0, 1),), 2: (Span(0, 1), Span(99, 100))})))
    assert [tick.top for tick in ticks] == [0, 500, 992]


def test_a_thousand_matches_share_the_ticks_that_can_be_told_apart() -> None:
    whole = article("digue " * 5_000)
    ticks = list(place_ticks(whole, number_matches({1: tuple(Span(6 * n, 6 * n + 5) for n in range(5_000))})))
    assert len(ticks) <= MAP_HEIGHT // 4
    assert all(one.top < other.top for one, other in pairwise(ticks))


def test_a_match_over_a_name_is_marked_in_and_out_of_its_link() -> None:
    (block,) = make_blocks(
        [Piece(article("maire de Brévan élu").paragraphs[0], 0, 19)],
        matches=[Match(1, 1, 6, 12)],
        links=[mention(9, 15)],
    )
    shown = [(run.kind, [(chunk.text, chunk.match, chunk.is_first) for chunk in run.chunks]) for run in block.runs]
    assert shown == [
        ("", [("maire ", None, False), ("de ", 1, True)]),
        ("name", [("Bré", 1, False), ("van", None, False)]),
        ("", [(" élu", None, False)]),
    ]


def test_of_names_inside_each_other_the_innermost_is_the_link() -> None:
    (block,) = make_blocks(
        [Piece(article("université Aldo").paragraphs[0], 0, 15)],
        matches=[],
        links=[mention(0, 15, "org:universite-aldo"), mention(11, 15, "person:aldo")],
    )
    links = [run.link.entity for run in block.runs if isinstance(run.link, Mention)]
    assert links == ["org:universite-aldo", "person:aldo"]


def test_a_reference_is_a_link_to_its_dispatch() -> None:
    reference = Reference(paragraph=1, span=Span(5, 15), surface="nL5N12D4QX", article="b")
    (block,) = make_blocks([Piece(article("voir nL5N12D4QX").paragraphs[0], 0, 15)], matches=[], links=[reference])
    assert [run.kind for run in block.runs] == ["", "reference"]


def test_spans_of_a_long_paragraph_move_with_its_stretch() -> None:
    source = article("x" * 50 + "digue").paragraphs[0]
    (block,) = make_blocks([Piece(source, 48, 55)], matches=[Match(1, 1, 50, 55)], links=[])
    assert [chunk.text for chunk in block.runs[0].chunks] == ["xx", "digue"]
    assert block.goes_on


def test_what_was_removed_has_its_rule_and_no_number() -> None:
    (block,) = make_blocks([Piece(RemovedText(after=1, rule="partage", text="Partager"), 0, 8)], matches=[], links=[])
    assert (block.kind, block.rule, block.number) == ("removed", "partage", None)
