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
from archive_search.query.conditions import Condition, find_beginning, find_condition, find_frequency
from archive_search.query.date_clauses import find_date_clause, find_date_value
from archive_search.query.dates import read_filter
from archive_search.query.dialects import DIALECTS, Dialect
from archive_search.query.enclosing import QUOTES, find_enclosed
from archive_search.query.fields import CALLED, UNSUPPORTED, DateFilter, find_field, nearest_field
from archive_search.query.operator_words import find_operator
from archive_search.query.operators import (
    LONGEST_NAME,
    MAX_DISTANCE,
    MEASURED,
    Kind,
    read_operator,
    tame_operator,
)
from archive_search.query.remarks import Remarks, quote
from archive_search.query.syntax import Syntax
from archive_search.query.tokens import (
    Closing,
    Exclusion,
    Opening,
    Operand,
    Operator,
    Prefix,
    Separator,
    Token,
    Unsupported,
)
from archive_search.query.tree import ExactForm, Node, Or, Phrase, Word
from archive_search.query.words import NUMBER, read_word, split_phrase, strip_end

_UNSEEN = re.compile(f"[{INVISIBLE}\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069]")
# Control characters end a word; half a surrogate pair could not even be printed.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_CHUNK = re.compile(
    r"(?:[^\s()\[\]{}\"«»“”„|&,;:=<>…—/]|(?<=[0-9])[,:](?=[0-9])|:(?=//)|&(?=\w)|/(?![NnFf][0-9]{1,6}/))+"
)
_FIELD = re.compile(r"([^\W\d]+)(?:([:=])(?!//)|(\()(?!(?:e|s|es)\))|\s:\s)")
_SLASHED = re.compile(r"/N[0-9]{1,6}/", re.IGNORECASE)
_DISTANCE_AFTER_PHRASE = re.compile(r"~([0-9]{1,6})")


def tokenize(text: str, remarks: Remarks, *, today: date, dialect: Dialect = DIALECTS[Syntax.STANDARD]) -> list[Token]:
    """Cut a query into tokens.

    Args:
        text: Any text within the bound on characters.
        remarks: Where repairs are said.
        today: Day that "depuis:7j" counts back from.
        dialect: Habits of the service whose equation it is.

    Returns:
        The tokens in order. Positions count the visible characters.

    Raises:
        QueryError: There are more words than MAX_LEAVES.
    """
    visible = text if text.isascii() else _UNSEEN.sub("", text)
    seen = _CONTROLS.sub(" ", visible)
    lexer = _Lexer(seen.translate(dialect.signs) if dialect.signs else seen, remarks, today, dialect)
    lexer.run()
    return lexer.tokens


class _Lexer:
    """Walk through a query; every reading method moves the position forward."""

    def __init__(self, text: str, remarks: Remarks, today: date, dialect: Dialect) -> None:
        self.tokens: list[Token] = []
        self._dialect = dialect
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
            if not self._dialect.is_service:
                self._remarks.add("« ! » entre deux espaces compris comme SAUF")
            self._add_operator(Kind.WITHOUT, 0, sign, start)
        elif sign == "=" and self._follows(start, "(:=-!+|&"):
            self._read_exact_form()
        elif sign in "<>":
            self._take(find_frequency(self._text, start, self._remarks))
        elif sign == "/":
            self._read_slash(start)
        elif sign in ",;":
            self.tokens.append(Separator(start))
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

    def _take(self, condition: Condition | None) -> bool:
        """Add what a condition reads as, if there is one."""
        if condition is None:
            return False
        self._position = condition.end
        token = condition.token
        # Conditions count like words: each is tried on all of its operand.
        self._count_leaves(1, token.position)
        self.tokens.append(token)
        return True

    def _read_slash(self, start: int) -> None:
        """Read "/F50/" or "/N5/", which may touch the words around them, or an operator such as "/P"."""
        if self._take(find_beginning(self._text, start, self._remarks)):
            return
        if found := _SLASHED.match(self._text, start):
            self._position = found.end()
            self._add_operator(Kind.NEAR, int(found[0][2:-1]), found[0], start)
        elif self._follows(start, '()"»”') and (found := _CHUNK.match(self._text, start, start + LONGEST_NAME + 1)):
            chunk = strip_end(found[0])
            if find_operator(self._text, chunk, start, self._dialect):
                self._read_chunk(chunk, start, found.end())

    def _read_name_or_chunk(self) -> None:
        """Read a field, a condition or a word, whichever starts here."""
        start = self._position
        if self._take(find_condition(self._text, start, self._remarks)) or self._read_date_clause(start):
            return
        if field := _FIELD.match(self._text, start):
            name, sign, parenthesis = field.groups()
            if sign:
                self._read_field(name, start, field.end())
                return
            if parenthesis and self._is_called(name):
                self._read_field(name, start, field.end() - 1)
                return
            if not parenthesis and find_field(name):
                self._remarks.add(f"{quote(name)} pris comme mot : pour un champ, écrivez {name}: sans espace")
        if number := NUMBER.match(self._text, start):
            self._position = number.end()
            self._add_operand(Word(text=" ".join(number[0].split())), start)
        elif chunk := _CHUNK.match(self._text, start):
            self._read_chunk(strip_end(chunk[0]), start, chunk.end())

    def _is_called(self, name: str) -> bool:
        """Tell whether a name right before a parenthesis is a field, as Nexis writes them."""
        return name.lower() in CALLED or (self._dialect.calls_fields and name.lower() in UNSUPPORTED)

    def _read_date_clause(self, start: int) -> bool:
        """Read "du 1er au 18 septembre 2015" or "date after 2014", if that is what stands here."""
        clause = find_date_clause(self._text, start, self._remarks, today=self._today)
        if clause is None:
            return False
        self._position = clause.end
        self._add_operand(clause.period, start)
        return True

    def _read_chunk(self, chunk: str, start: int, end: int) -> None:
        """Read an operator or a word, the end of which is already stripped."""
        self._position = end
        if operator := find_operator(self._text, chunk, start, self._dialect):
            self._position = max(end, operator.end)
            self._add_operator(operator.kind, operator.distance, operator.text, start)
        elif not self._is_elided(chunk):
            self._hint_at_capitals(chunk)
            self._add_operand(read_word(tame_operator(chunk), self._remarks), start)

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

    def _add_operator(self, kind: Kind, distance: int, text: str, start: int) -> None:
        if kind in MEASURED and not 1 <= distance <= MAX_DISTANCE:
            distance = min(max(distance, 1), MAX_DISTANCE)
            self._remarks.add(f"distance de {quote(text)} ramenée à {distance}")
        self.tokens.append(Operator(kind, distance, text, start))

    def _add_operand(self, node: Node, start: int, *, weight: int = 1) -> None:
        self._count_leaves(weight, start)
        self.tokens.append(Operand(node, start))

    def _count_leaves(self, number: int, start: int) -> None:
        self._leaves += number
        if self._leaves > MAX_LEAVES:
            raise too_many_leaves(start)

    def _read_exact_form(self) -> None:
        """Read the word after "="; before guillemets or a parenthesis the sign says nothing more."""
        start = self._position
        if not self._text[start : start + 1].isalnum():
            return
        found = NUMBER.match(self._text, start) or _CHUNK.match(self._text, start)
        if not found:
            return
        chunk = " ".join(strip_end(found[0]).split())
        leaf = read_word(chunk, Remarks())
        if isinstance(leaf, Word):
            self._position = found.end()
            self._add_operand(ExactForm(text=leaf.text), start - 1)
        else:
            # What follows is read next, as if the sign were not there.
            self._remarks.add(f"= ignoré devant {quote(chunk)}, qui n'est pas une forme entière")

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
        enclosed = find_enclosed(self._text, self._position, self._remarks)
        self._position = enclosed.end
        return enclosed.text

    def _read_field(self, name: str, start: int, end: int) -> None:
        self._position = end
        field = find_field(name)
        if isinstance(field, DateFilter):
            self._read_date(field, name, start)
        elif field is not None:
            self.tokens.append(Prefix(field, name, start))
        elif self._dialect.joins_words:
            self.tokens.append(Prefix(Unsupported(), name, start))
        else:
            near = nearest_field(name)
            hint = f" ; vouliez-vous dire {near}: ?" if near else ""
            self._remarks.add(f"champ inconnu {quote(name)}, pris comme mot{hint}")
            self._add_operand(Word(text=tame_operator(strip_end(name))), start)

    def _read_date(self, field: DateFilter, name: str, start: int) -> None:
        self._skip(_SPACES)
        value = find_date_value(self._text, self._position, self._remarks)
        self._position = value.end
        periods: list[Node] = []
        for part in value.alternatives:
            if period := read_filter(field, part, self._remarks, today=self._today):
                periods.append(period)
            else:
                self._remarks.add(f"date illisible {quote(f'{name}:{part}')}, ignorée : écrivez date:18/09/2015")
        if periods:
            self._add_operand(join(Or, periods), start, weight=len(periods))


def _is_plain(word: str) -> bool:
    """Tell whether a word of a phrase reads the same outside guillemets."""
    return bool(
        _CHUNK.fullmatch(word)
        and strip_end(word) == word
        and not find_condition(word, 0, Remarks())
        and tame_operator(word) == word
    )
