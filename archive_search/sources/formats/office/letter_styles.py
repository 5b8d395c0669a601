"""Hold what a style asks for its letters, whichever word processor wrote it.

>>> from archive_search.sources.formats.office.letter_styles import Style
>>> Style(name="Titre", size=18.0).is_bold
False
"""

from dataclasses import dataclass

DEFAULT_SIZE = 10.0
# A style is based on another; files that go round in circles are stopped here.
DEEPEST = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """Hold what is known of a style, those that it is based on included.

    Attributes:
        name: Its name, in English for those of Word itself.
        is_bold: Whether its letters are bold.
        size: Size of its letters, in points.
        is_hidden: Whether its letters are not shown.
    """

    name: str = ""
    is_bold: bool = False
    size: float = DEFAULT_SIZE
    is_hidden: bool = False
