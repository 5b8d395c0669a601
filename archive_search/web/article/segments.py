"""Cut a text by spans that may lie inside each other or overlap, such as names and matches.

>>> for segment in cut_segments("le maire de Brévan", [(3, 18, "fonction"), (12, 18, "lieu")]):
...     print(repr(segment.text), segment.labels)
'le ' ()
'maire de ' ('fonction',)
'Brévan' ('fonction', 'lieu')
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Label]):
    """Hold characters of a text that lie in the same spans.

    Attributes:
        text: The characters.
        labels: What these spans are, the one that began first at the head and the innermost at the end.
    """

    text: str
    labels: tuple[Label, ...]


def cut_segments(text: str, spans: Iterable[tuple[int, int, Label]]) -> Iterator[Segment[Label]]:
    """Yield the segments of a text in order; joined they give it back.

    Args:
        text: The text.
        spans: First character, end and label of each span, in any order; what lies outside the text is left out.
    """
    kept = [(max(start, 0), min(end, len(text)), label) for start, end, label in spans]
    kept = sorted((each for each in kept if each[0] < each[1]), key=lambda each: (each[0], -each[1]))
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for rank, (start, end, _label) in enumerate(kept):
        opened.setdefault(start, []).append(rank)
        closed.setdefault(end, []).append(rank)
    around: dict[int, Label] = {}
    for place, end in pairwise(sorted({0, len(text), *opened, *closed})):
        for rank in closed.get(place, ()):
            del around[rank]
        around |= {rank: kept[rank][2] for rank in opened.get(place, ())}
        yield Segment(text[place:end], tuple(around.values()))
