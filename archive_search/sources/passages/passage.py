"""Hold a passage, a paragraph in the making: a step of cleaning may give it a kind, or take it out by a rule.

>>> from archive_search.sources.passages.passage import Passage
>>> Passage(text="Il a plu.").is_body, Passage(text="Partager", rule="partage").is_body
(True, False)
"""

from dataclasses import dataclass

from archive_search.records import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Hold one passage on its way to become a paragraph.

    Attributes:
        text: The passage, without space around it.
        is_alone: Whether blank lines, or the ends of the text, stand on both sides.
        kind: Part that it plays.
        rule: Name of the rule that takes it out of the article, or None when it stays.
    """

    text: str
    is_alone: bool = True
    kind: Kind = Kind.BODY
    rule: str | None = None

    @property
    def is_body(self) -> bool:
        """Whether no step has claimed this passage yet."""
        return self.rule is None and self.kind is Kind.BODY
