"""Cut a query into tokens, from left to right, in time linear in its length.

>>> from datetime import date
>>> from archive_search.query.lexing import tokenize
>>> from archive_search.query.remarks import Remarks
>>> tokenize("(Syrie)", Remarks(), today=date(2015, 9, 18))
[Opening(position=0), Operand(node=Word(text='Syrie'), position=1), Closing(position=6)]
"""

import re
from datetime import date

from archive_search.analysis.characters import APOSTROPHES, INVISIBLE
from archive_search.analysis.elision import ELIDED
from archive_search.query.bounds import MAX_LEAVES, leaf_weight, too_many_leaves
from archive_search.query.building import join
from archive_search.query.dates import DATE_IN_WORDS, RANGE_IN_WORDS, read_filter, read_period
from archive_search.query.enclosing import OPENING_SIGNS, QUOTES, find_enclosed
from archive_search.query.fields import CALLED, DateFilter, find_field
from archive_search.query.operators import (
    EXCLUSION,
    EXCLUSION_STARTS,
    LONGEST_NAME,
    MAX_DISTANCE,
    Kind,
    read_operator,
    tame_operator,
)
from archive_search.query.remarks import Remarks, quote
from archive_search.query.tokens import Closing, Exclusion, Opening, Operand, Operator, Prefix, Token
from archive_search.query.tree import ExactForm, Node, Or, Phrase, Word
from archive_search.query.words import NUMBER, read_word, split_phrase, strip_end

_UNSEEN = re.compile(f"[{INVISIBLE}\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069]")
# Control characters end a word; half a surrogate pair could not even be printed.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_CHUNK = re.compile(
    r"(?:[^\s()\[\]{}\"«»“”„|&,;:=<>…—]"
    r"|(?<=[0-9])[,:](?=[0-9])|:(?=//)|&(?=\w)|[<>](?==?[0-9])|(?<=[<>])=(?=[0-9]))+"
)
_FIELD = re.compile(r"([^\W\d]+)(?:([:=])(?!//)|(\()|\s:\s)")
_FREQUENCY = re.compile(r"[<>]=?[0-9]+")
# Conditions that other databases have; the words around them are searched without.
_CONDITION = re.compile(r"(?:AUMOINS|ATLEAST)[0-9]+|/F[0-9]+|d[eé]but/[0-9]+|(?:mots|wc|length)[<>]=?[0-9]+", re.I)
_QUORUM = re.compile(r"[0-9]+\s+PARMI(?=\s*\()")
_DISTANCE_AFTER_PHRASE = re.compile(r"~([0-9]{1,6})")
_ALTERNATIVE = r"\s(?:OU|OR|\|)\s"
_DATE = rf"{DATE_IN_WORDS}|[^\s()\[\]\"«»“”„]+"


def tokenize(text: str, remarks: Remarks, *, today: date) -> list[Token]:
    """Cut a query into tokens.

    Args:
        text: Any text within the bound on characters.
        remarks: Where repairs are said.
        today: Day that "depuis:7j" counts back from.

    Returns:
        The tokens in order. Positions count the visible characters.

    Raises:
        QueryError: There are more words than MAX_LEAVES.
    """
    visible = text if text.isascii() else _UNSEEN.sub("", text)
    lexer = _Lexer(_CONTROLS.sub(" ", visible), remarks, today)
    lexer.run()
    return lexer.tokens


class _Lexer:
    """Walk through a query; every reading method moves the position forward."""

    def __init__(self, text: str, remarks: Remarks, today: date) -> None:
        self.tokens: list[Token] = []
        self._text = text
        self._position = 0
        self._remarks = remarks
        self._today = today
        self._leaves = 0

    def run(self) -> None:
        """Read the whole text."""
        text, length = self._text, len(self._text)
        while self._position < length:
            character = text[self._position]
            if character.isspace():
                self._skip(_SPACES)
            elif character.isalnum():
                self._read_name_or_chunk()
            elif character in QUOTES:
                self._read_phrase()
            else:
                self._read_sign(character)

    def _read_sign(self, sign: str) -> None:
        start = self._position
        self._position += 1
        if sign == "(":
            self.tokens.append(Opening(start))
        elif sign == ")":
            self.tokens.append(Closing(start))
        elif sign in "|&" or (sign == "+" and not self._stands_before_operand()):
            self._skip_run_of(sign)
            self._add_operator(Kind.OR if sign == "|" else Kind.AND, 0, sign, start)
        elif sign in "-!" and self._follows(start, "(") and self._stands_before_operand():
            self.tokens.append(Exclusion(start))
        elif sign == "!" and self.tokens and self._stands_alone_before_operand(start):
            self._remarks.add("« ! » entre deux espaces compris comme SAUF")
            self._add_operator(Kind.WITHOUT, 0, sign, start)
        elif sign == "=" and self._follows(start, "(:=-!+|&"):
            self._read_exact_form()
        elif sign in "/<>":
            self._read_slash_or_frequency(start)
        elif sign == "*" and self._stands_before_operand():
            self._remarks.add("troncature au début d'un mot, ignorée")

    def _follows(self, start: int, signs: str) -> bool:
        """Tell whether a space, the start of the query or one of some signs stands before a place."""
        return start == 0 or self._text[start - 1].isspace() or self._text[start - 1] in signs

    def _stands_before_operand(self) -> bool:
        following = self._text[self._position : self._position + 1]
        return bool(following) and (following.isalnum() or following in "(=" or following in QUOTES)

    def _stands_alone_before_operand(self, start: int) -> bool:
        """Tell an operator from the exclamation mark that ends a sentence, before which French leaves a space."""
        if not (self._follows(start, ")") and self._text[self._position : self._position + 1].isspace()):
            return False
        self._skip(_SPACES)
        return self._stands_before_operand()

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if found := pattern.match(self._text, self._position):
            self._position = found.end()

    def _skip_run_of(self, sign: str) -> None:
        while self._text.startswith(sign, self._position):
            self._position += 1

    def _read_slash_or_frequency(self, start: int) -> None:
        if found := _FREQUENCY.match(self._text, start):
            self._position = found.end()
            self._ignore_frequency(found[0])
        elif not self._follows(start, '()"»”'):
            return
        elif found := _CHUNK.match(self._text, start, start + LONGEST_NAME + 1):
            chunk = strip_end(found[0])
            if read_operator(chunk) or _CONDITION.fullmatch(chunk):
                self._read_chunk(chunk, start, found.end())

    def _read_name_or_chunk(self) -> None:
        """Read a field or a word, whichever starts here."""
        start = self._position
        if field := _FIELD.match(self._text, start):
            name, sign, parenthesis = field.groups()
            if sign:
                self._read_field(name, start, field.end())
                return
            if parenthesis and name.lower() in CALLED:
                self._read_field(name, start, field.end() - 1)
                return
            if not parenthesis and find_field(name):
                self._remarks.add(f"{quote(name)} pris comme mot : pour un champ, écrivez {name}: sans espace")
        if self._read_range_in_words(start):
            return
        if number := NUMBER.match(self._text, start):
            self._position = number.end()
            self._add_operand(Word(text=" ".join(number[0].split())), start)
        elif quorum := _QUORUM.match(self._text, start):
            self._position = quorum.end()
            self._remarks.add(f"{quote(quorum[0])} ignoré : tous les mots de la liste sont demandés")
        elif chunk := _CHUNK.match(self._text, start):
            self._read_chunk(strip_end(chunk[0]), start, chunk.end())

    def _read_range_in_words(self, start: int) -> bool:
        """Read "du 1er au 18 septembre 2015", if that is what stands here."""
        if self._text[start : start + 2].lower() != "du":
            return False
        found = re.compile(RANGE_IN_WORDS).match(self._text, start)
        period = read_period(found[0], self._remarks) if found else None
        if not found or not period:
            return False
        self._position = found.end()
        self._remarks.add(f"{quote(found[0])} compris comme une période")
        self._add_operand(period, start)
        return True

    def _read_chunk(self, chunk: str, start: int, end: int) -> None:
        """Read a condition, an operator or a word, the end of which is already stripped."""
        self._position = end
        if not _CONDITION.fullmatch(chunk):
            chunk = self._cut_frequency(chunk)
        if _CONDITION.fullmatch(chunk):
            self._remarks.add(f"condition {quote(chunk)} pas encore comprise, ignorée")
            return
        if chunk in EXCLUSION_STARTS and (exclusion := EXCLUSION.match(self._text, start)):
            self._read_exclusion(exclusion)
        elif operator := read_operator(chunk):
            self._add_operator(*operator, chunk, start)
        elif not self._is_elided(chunk):
            self._hint_at_capitals(chunk)
            self._add_operand(read_word(tame_operator(chunk), self._remarks), start)

    def _cut_frequency(self, chunk: str) -> str:
        if not (found := _FREQUENCY.search(chunk)):
            return chunk
        self._ignore_frequency(chunk[found.start() :])
        return strip_end(chunk[: found.start()])

    def _ignore_frequency(self, condition: str) -> None:
        self._remarks.add(f"condition de fréquence {quote(condition)} ignorée")

    def _is_elided(self, chunk: str) -> bool:
        """Recognise the "l" of ``l'« État »``, which is no word of its own."""
        return (
            self._text[self._position : self._position + 1] in QUOTES
            and self._text[self._position - 1] in APOSTROPHES
            and chunk.lower() in ELIDED
        )

    def _hint_at_capitals(self, chunk: str) -> None:
        if "/" in chunk and (operator := read_operator(chunk.upper())):
            self._remarks.add(f"{quote(chunk)} pris comme mot : l'opérateur {operator[0].value} s'écrit en capitales")

    def _read_exclusion(self, exclusion: re.Match[str]) -> None:
        self._position = exclusion.end()
        if exclusion["paragraph"]:
            self._remarks.add(f"{quote(exclusion[0])} pas encore compris, pris comme SAUF")
        self.tokens.append(Operator(Kind.WITHOUT, 0, exclusion[0], exclusion.start()))

    def _add_operator(self, kind: Kind, distance: int, text: str, start: int) -> None:
        if kind in (Kind.NEAR, Kind.FOLLOWED) and not 1 <= distance <= MAX_DISTANCE:
            distance = min(max(distance, 1), MAX_DISTANCE)
            self._remarks.add(f"distance de {quote(text)} ramenée à {distance}")
        if text == "SAUF/P":
            self._remarks.add(f"{quote(text)} pas encore compris, pris comme SAUF")
        self.tokens.append(Operator(kind, distance, text, start))

    def _add_operand(self, node: Node, start: int, *, weight: int = 1) -> None:
        self._leaves += weight
        if self._leaves > MAX_LEAVES:
            raise too_many_leaves(start)
        self.tokens.append(Operand(node, start))

    def _read_exact_form(self) -> None:
        """Read the word after "="; before guillemets or a parenthesis the sign says nothing more."""
        start = self._position
        if not self._text[start : start + 1].isalnum():
            return
        found = NUMBER.match(self._text, start) or _CHUNK.match(self._text, start)
        if not found:
            return
        self._position = found.end()
        chunk = self._cut_frequency(" ".join(strip_end(found[0]).split()))
        leaf = read_word(chunk, self._remarks)
        if isinstance(leaf, Word):
            leaf = ExactForm(text=leaf.text)
        else:
            self._remarks.add(f"= ignoré devant {quote(chunk)}, qui n'est pas une forme entière")
        self._add_operand(leaf, start - 1)

    def _read_phrase(self) -> None:
        start = self._position
        words = split_phrase(self._read_enclosed(), self._remarks)
        distance = _DISTANCE_AFTER_PHRASE.match(self._text, self._position)
        if distance:
            self._position = distance.end()
        if not words:
            self._remarks.add("guillemets sans mot, ignorés")
        elif distance and len(words) > 1:
            self._add_nearness(words, int(distance[1]), start)
        else:
            phrase = Phrase(words=words)
            self._add_operand(phrase, start, weight=leaf_weight(phrase))

    def _add_nearness(self, words: tuple[str, ...], distance: int, start: int) -> None:
        """Add the words of ``"A B"~5`` as if PRES/5 stood between them, in parentheses."""
        self.tokens.append(Opening(start))
        for number, word in enumerate(words):
            if number:
                self._add_operator(Kind.NEAR, distance, f"~{distance}", start)
            leaf = read_word(word, self._remarks) if _is_plain(word) else Phrase(words=(word,))
            self._add_operand(leaf, start)
        self.tokens.append(Closing(start))

    def _read_enclosed(self) -> str:
        enclosed = find_enclosed(self._text, self._position)
        if not enclosed.closed:
            sign = self._text[self._position]
            self._remarks.add(f"{quote(sign)} ouvrant sans fermant : fermé à la fin de la requête")
        self._position = enclosed.end
        return enclosed.text

    def _read_field(self, name: str, start: int, end: int) -> None:
        self._position = end
        field = find_field(name)
        if isinstance(field, DateFilter):
            self._read_date(field, name, start)
        elif field is not None:
            self.tokens.append(Prefix(field, name, start))
        else:
            self._remarks.add(f"champ inconnu {quote(name)}, pris comme mot")
            self._add_operand(Word(text=tame_operator(strip_end(name))), start)

    def _read_date(self, field: DateFilter, name: str, start: int) -> None:
        self._skip(_SPACES)
        value = self._read_date_value()
        periods: list[Node] = []
        for part in re.split(_ALTERNATIVE, value):
            if period := read_filter(field, part, self._remarks, today=self._today):
                periods.append(period)
            else:
                self._remarks.add(f"date illisible {quote(f'{name}:{part}')}, ignorée : écrivez date:18/09/2015")
        if periods:
            self._add_operand(join(Or, periods), start, weight=len(periods))

    def _read_date_value(self) -> str:
        if self._text[self._position : self._position + 1] in OPENING_SIGNS:
            return self._read_enclosed()
        found = re.compile(_DATE).match(self._text, self._position)
        if found is None:
            return ""
        self._position = found.end()
        return found[0].rstrip(",;.!?") if not found[0].endswith("..") else found[0]


def _is_plain(word: str) -> bool:
    """Tell whether a word of a phrase reads the same outside guillemets."""
    return bool(
        _CHUNK.fullmatch(word)
        and strip_end(word) == word
        and not _CONDITION.fullmatch(word)
        and not _FREQUENCY.search(word)
        and tame_operator(word) == word
    )
