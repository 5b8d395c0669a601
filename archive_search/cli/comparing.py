"""Show a family: its members, and word by word what one of them changed in the first publication."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archive_search.analysis.characters import drop_hidden
from archive_search.archive.family_json import comparison_to_dict, family_to_dict
from archive_search.cli import NOTHING_FOUND
from archive_search.cli.family_wording import RELATION_NAMES, describe_change, describe_source
from archive_search.cli.french import Refusal
from archive_search.cli.lines import one_line, print_answer, print_json, print_message, print_rendered
from archive_search.cli.printing import colours_wanted
from archive_search.family_records import Comparison, Family, FamilyMember, ParagraphComparison, Segment, SegmentKind
from archive_search.search.wording import count_things

if TYPE_CHECKING:
    from archive_search import Archive

_SIGNS = {SegmentKind.DROPPED: ("[-", "-]"), SegmentKind.ADDED: ("{+", "+}")}
_COLOURS = {SegmentKind.DROPPED: "\x1b[31m", SegmentKind.ADDED: "\x1b[32m"}
_NO_COLOUR = "\x1b[0m"


def show_family(archive: "Archive", article_id: str, other_id: str | None, *, output_format: str) -> None:
    """Print the family of an article, and compare its first publication with another member.

    Args:
        archive: The archive.
        article_id: Id of any member.
        other_id: Id of the member to compare; None takes the latest.
        output_format: "text" or "json".

    Raises:
        UnknownArticleError: There is no article of the id.
        Refusal: The other is no member of the family.
        SystemExit: The article has no family.
    """
    family = archive.family(article_id)
    if family is None:
        print_message(f"pas de famille pour « {article_id} » : aucun autre article de l'archive ne donne son texte")
        raise SystemExit(NOTHING_FOUND)
    comparison = archive.compare(family.id, _choose_other(family, other_id))
    if output_format == "json":
        print_json(
            {
                "version": 1,
                "article": article_id,
                "family": family_to_dict(family),
                "comparison": comparison_to_dict(comparison),
            }
        )
    else:
        _print_family(family)
        for line in describe_comparison(comparison, colours=colours_wanted()):
            print_rendered(line)


def _choose_other(family: Family, other_id: str | None) -> str:
    ids = [member.id for member in family.members]
    if other_id is None:
        dated = [member.id for member in family.members[1:] if member.date]
        return dated[-1] if dated else ids[-1]
    if other_id not in ids:
        raise Refusal(f"« {other_id} » n'est pas de cette famille : choisissez parmi {', '.join(ids)}")
    return other_id


def _print_family(family: Family) -> None:
    print_answer(f"Famille de {count_things(len(family.members), 'article')}\n")
    for rank, member in enumerate(family.members, 1):
        print_answer(one_line(f"{rank}. {member.heading}"))
        print_answer(f"   {one_line(f'{describe_source(member)} · {member.id}')}")
        print_answer(f"   {one_line(_describe_relation(member, family))}\n")


def _describe_relation(member: FamilyMember, family: Family) -> str:
    name = RELATION_NAMES[member.relation]
    if member.id == family.id:
        return name
    of = f" de {member.nearest}" if member.nearest not in (None, family.id) else ""
    return f"{name}{of} : {describe_change(member)}"


def describe_comparison(comparison: Comparison, *, colours: bool) -> Iterator[str]:
    """Yield lines that show what changed, ready to be printed; paragraphs that did not change are only named.

    Args:
        comparison: What changed.
        colours: Whether what was dropped and added is coloured too.
    """
    yield drop_hidden(one_line(f"De {comparison.first} à {comparison.second} : [-retiré-] {{+ajouté+}}"))
    yield ""
    for paragraph in comparison.paragraphs:
        shown = "".join(_render(segment, colours=colours) for segment in paragraph.segments)
        yield f"§ {_places(paragraph)}  {shown if _has_changed(paragraph) else '(inchangé)'}"


def _has_changed(paragraph: ParagraphComparison) -> bool:
    return any(segment.kind is not SegmentKind.SAME for segment in paragraph.segments)


def _places(paragraph: ParagraphComparison) -> str:
    """Number a paragraph in both articles, or in the one that has it."""
    if paragraph.second is None:
        return f"{paragraph.first} (retiré)"
    if paragraph.first is None:
        return f"{paragraph.second} (ajouté)"
    same = paragraph.first == paragraph.second
    return str(paragraph.first) if same else f"{paragraph.first} → {paragraph.second}"


def _render(segment: Segment, *, colours: bool) -> str:
    """Put signs around words that changed, and not around the blanks before and after them."""
    text = drop_hidden(segment.text.replace("\n", " "))
    words = text.strip()
    if segment.kind is SegmentKind.SAME or not words:
        return text
    opening, closing = _SIGNS[segment.kind]
    signed = f"{opening}{words}{closing}"
    if colours:
        signed = f"{_COLOURS[segment.kind]}{signed}{_NO_COLOUR}"
    before, _words, after = text.partition(words)
    return f"{before}{signed}{after}"
