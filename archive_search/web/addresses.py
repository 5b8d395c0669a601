"""Write the addresses of pages: every state of a page is in its address, the chosen language too.

>>> addresses = Addresses(language="en")
>>> addresses.page("article", "urn:newsml:a/b", q="base aérienne", fragment="p7")
'/article/urn:newsml:a%2Fb?q=base+a%C3%A9rienne&lang=en#p7'
>>> Addresses().page("search", suffix=".json", q="gué", person=["person:brévan", "person:aldo"])
'/search.json?q=gu%C3%A9&person=person:br%C3%A9van&person=person:aldo'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import TypeAlias
from urllib.parse import quote, urlencode

Parameter: TypeAlias = str | int | Sequence[str] | None
"""A value of a parameter; None and "" leave it out, a sequence repeats it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Addresses:
    """Write addresses that keep the language that the reader chose.

    Attributes:
        language: Value of the ``lang`` parameter; None where the reader chose none.
    """

    language: str | None = None

    def page(self, *segments: str, suffix: str = "", fragment: str = "", **parameters: Parameter) -> str:
        """Give the address of a page.

        Args:
            segments: Parts of its path; each may hold any characters.
            suffix: ".json" or ".csv" for the twin that programs read.
            fragment: Place in the page.
            parameters: What follows the question mark.
        """
        path = "/" + "/".join(quote(segment, safe=":,@") for segment in segments) + suffix
        pairs = [*_pairs(parameters), *([("lang", self.language)] if self.language else [])]
        query = f"?{urlencode(pairs, safe=':,/')}" if pairs else ""
        return f"{path}{query}{f'#{fragment}' if fragment else ''}"

    def home(self) -> str:
        """Give the address of the first page."""
        return self.page("")

    def article(
        self, article_id: str, *, q: str = "", paragraph: int | None = None, suffix: str = "", **parameters: Parameter
    ) -> str:
        """Give the address of an article.

        Args:
            article_id: Its id.
            q: Query whose matches are marked.
            paragraph: Number of the paragraph to show first.
            suffix: ".json" or ".csv" for the twin that programs read.
            parameters: What else marks or narrows, as in a search.
        """
        fragment = f"p{paragraph}" if paragraph else ""
        return self.page("article", article_id, suffix=suffix, fragment=fragment, q=q, **parameters)

    def entity(self, entity_id: str, *, suffix: str = "") -> str:
        """Give the address of a name."""
        return self.page("entity", entity_id, suffix=suffix)

    def static(self, name: str) -> str:
        """Give the address of a file of ours; it changes with its content, so that a browser may keep it for ever."""
        return f"/static/{name}?v={_digest(name)}"


def _pairs(parameters: dict[str, Parameter]) -> list[tuple[str, str]]:
    return [
        (name, str(each))
        for name, value in parameters.items()
        for each in (value if isinstance(value, (list, tuple)) else [value])
        if each is not None and each != ""
    ]


@cache
def _digest(name: str) -> str:
    content = files("archive_search.web").joinpath("static", name).read_bytes()
    return blake2b(content, digest_size=6).hexdigest()
