"""Rewrite XML as elements and text alone: no document type, no comment, no instruction, no section of raw text.

What is left can neither name another file nor define anything, so that no parser has to be trusted about it. The
entities of HTML are read as their characters whether or not a document type would define them, and a lone ``&`` stays
what its author meant.

>>> from archive_search.sources.xml.markup import plain_markup
>>> "".join(plain_markup(["<!DOCTYPE p SYSTEM 'p.dtd'><p>l'&eac", "ute;t&eacute; & <![CDATA[<b>]]></p>"]))
"<p>l'été &amp; &lt;b&gt;</p>"
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from html.entities import html5, name2codepoint

from archive_search.sources.xml.doctypes import declared_entities, find_end

LARGEST_DOCTYPE = 1 << 20
DEFINED_ENTITY = "entité « {name} » définie dans le fichier même : refusée par sécurité, écrivez son texte à sa place"
LONG_DOCTYPE = "déclaration de type de document de plus de 1 Mo : supprimez-la du fichier"
_DOCTYPE = "<!DOCTYPE"
_CDATA = "<![CDATA["
_ENDS = {"<!--": "-->", "<?": "?>", _CDATA: "]]>"}
_OPENING = re.compile(r"<!(?:--|\[CDATA\[|DOCTYPE)|<\?", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[^\W\d][\w.-]{0,100});)?")
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})

# Longer than any opening or reference that the end of a piece may cut in two.
LONGEST_CUT = 104


class XmlError(ValueError):
    """Report XML that cannot be read, or must not be.

    Attributes:
        line: Line at fault, from 1, when known.
    """

    def __init__(self, reason: str, *, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


def plain_markup(pieces: Iterable[str]) -> Iterator[str]:
    """Rewrite a document given in pieces; lines keep their numbers.

    Raises:
        XmlError: The document uses an entity that it defines, or declares its type at endless length.
    """
    rewriter = _Rewriter()
    for piece in pieces:
        yield rewriter.rewrite(piece)
    yield rewriter.finish()


class _Rewriter:
    """Keep what a piece leaves open for the next one: a comment, a section, a reference cut in two."""

    def __init__(self) -> None:
        self._rest = ""
        self._inside = ""
        self._defined: set[str] = set()

    def rewrite(self, piece: str) -> str:
        """Rewrite as much as can be told from what came so far."""
        text = self._rest + piece
        done: list[str] = []
        position, inside = -1, ""
        following = 0
        while (following, self._inside) != (position, inside):
            position, inside = following, self._inside
            following = self._leave(text, position, done) if inside else self._enter(text, position, done)
        self._rest = text[position:]
        return "".join(done)

    def finish(self) -> str:
        """Rewrite what was kept back."""
        return "" if self._inside else self._without_references(self._rest)

    def _enter(self, text: str, position: int, done: list[str]) -> int:
        opening = _OPENING.search(text, position)
        end = opening.start() if opening is not None else _uncut_end(text, position)
        done.append(self._without_references(text[position:end]))
        self._inside = opening[0].upper() if opening is not None else ""
        return opening.end() if opening is not None else end

    def _leave(self, text: str, position: int, done: list[str]) -> int:
        if self._inside == _DOCTYPE:
            return self._leave_doctype(text, position, done)
        closing = _ENDS[self._inside]
        end = text.find(closing, position)
        following = end + len(closing)
        if end < 0:
            end = following = max(position, len(text) - len(closing) + 1)
        content = text[position:end]
        done.append(escape(content, quote=False) if self._inside == _CDATA else "\n" * content.count("\n"))
        self._inside = self._inside if following == end else ""
        return following

    def _leave_doctype(self, text: str, position: int, done: list[str]) -> int:
        end = find_end(text, start=position)
        if (end or len(text)) - position > LARGEST_DOCTYPE:
            raise XmlError(LONG_DOCTYPE)
        if end is None:
            return position
        self._defined |= declared_entities(text[position:end])
        expanding = min((name for name in self._defined if name.startswith("%")), default=None)
        if expanding is not None:
            raise XmlError(DEFINED_ENTITY.format(name=expanding))
        done.append("\n" * text.count("\n", position, end))
        self._inside = ""
        return end

    def _without_references(self, text: str) -> str:
        return _REFERENCE.sub(self._character, text) if "&" in text else text

    def _character(self, reference: re.Match[str]) -> str:
        name = reference[1]
        if name is None or name in _PREDEFINED:
            return reference[0] if name else "&amp;"
        if name.startswith("#"):
            return escape(unescape(reference[0]))
        # Whatever a file makes of the names of HTML, they are read as HTML has them.
        if name in self._defined and name not in name2codepoint:
            raise XmlError(DEFINED_ENTITY.format(name=name))
        return escape(html5.get(f"{name};", reference[0]))


def _uncut_end(text: str, position: int) -> int:
    last = max(text.rfind("&", position), text.rfind("<", position))
    return last if last >= 0 and len(text) - last < LONGEST_CUT else len(text)
