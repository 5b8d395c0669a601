"""Cut a query into tokens, from left to right, in time linear in its length.

>>> from datetime import date
>>> from archive_search.query.lexing import tokenize
>>> from archive_search.query.remarks import Remarks
>>> tokenize("(Syrie)", Remarks(), today=date(2015, 9, 18))
[Opening(position=0), Operand(node=Word(text='Syrie'), position=1), Closing(position=6)]
"""

import re
from datetime import date

from archive_search.analysis.characters import APOSTROPHES
from archive_search.analysis.elision import ELIDED
from archive_search.query.building import join
from archive_search.query.conditions import Condition, find_beginning, find_condition, find_frequency
from archive_search.query.date_clauses import find_date_clause, find_dates
from archive_search.query.dialects import DIALECTS, Dialect
from archive_search.query.enclosing import QUOTES, Enclosed, find_enclosed
from archive_search.query.fields import CALLED, COMMANDS, DateFilter, find_field, nearest_field
from archive_search.query.loose_phrases import add_loose_phrase
from archive_search.query.near_misses import tell_word, tell_words_at
from archive_search.query.operator_words import find_operator
from archive_search.query.operators import LONGEST_NAME, Kind, tame_operator
from archive_search.query.remarks import Remarks, quote
from archive_search.query.seen_text import clean_text
from archive_search.query.surroundings import begins_word, stands_apart_before_operand, stands_before_operand
from archive_search.query.syntax import Syntax
from archive_search.query.token_list import TokenList
from archive_search.query.tokens import Closing, Exclusion, Opening, Prefix, Separator, Token, Unsupported
from archive_search.query.tree import ExactForm, Field, Matching, Or, Phrase, Word
from archive_search.query.whole_values import find_whole_value
from archive_search.query.words import CHUNK, NUMBER, read_word, split_phrase, strip_end

# Word processors put other dashes for the hyphen.
_EXCLUDING = frozenset("!-\u2010\u2011\u2013\u2212")
_SPACES = re.compile(r"\s+")
# A colon between two spaces is that of French prose; an equals sign between two is not.
_FIELD = re.compile(
    r"(?P<name>[^\W\d]+)(?:(?P<sign>[:=])(?!//)|(?P<call>\()(?!(?:es?|s|x|ne)\))"
    r"|\s{1,3}(?:(?P<apart>:(?=[\w\"«“(])|=(?=\s))|:\s))"
)
# The "(e)s" that leaves the gender or the number open, which a family covers.
_OPEN_ENDING = re.compile(r"\((?:es?|s|x|ne)\)s?(?!\w)")
_SLASHED = re.compile(r"/N[0-9]{1,6}/", re.IGNORECASE)
_DISTANCE_AFTER_PHRASE = re.compile(r"\s?~([0-9]{1,6})(?!\w)")


def tokenize(text: str, remarks: Remarks, *, today: date, dialect: Dialect = DIALECTS[Syntax.STANDARD]) -> list[Token]:
    """Cut a query into tokens.

    Args:
        text: Any text within the bound on characters.
        remarks: Where repairs are said.
        today: Day that "depuis:7j" counts back from.
        dialect: Habits of the service whose equation it is.

    Returns:
        The tokens in order. Positions are offsets in the clean text (see `archive_search.query.seen_text`).

    Raises:
        QueryError: There are more words than MAX_LEAVES.
    """
    read = TokenList(remarks)
    _Lexer(clean_text(text), read, remarks, today=today, dialect=dialect).run()
    return read.tokens


class _Lexer:
    """Walk through a query; every reading method moves the position forward."""

    def __init__(self, text: str, read: TokenList, remarks: Remarks, *, today: date, dialect: Dialect) -> None:
        # As long as the text of the reader, in whose values no sign stands for another.
        self._text = text.translate(dialect.signs)
        self._typed = text
        self._position = 0
        self._read = read
        self._tokens = read.tokens
        self._remarks = remarks
        self._today = today
        self._dialect = dialect

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
        text, start = self._text, self._position
        self._position += 1
        if sign == "(":
            self._tokens.append(Opening(start))
        elif sign == ")":
            self._tokens.append(Closing(start))
        elif sign in "|&" or (sign == "+" and not stands_before_operand(text, start)):
            self._skip_run_of(sign)
            self._read.add_operator(Kind.OR if sign == "|" else Kind.AND, 0, sign, start)
        elif sign in _EXCLUDING and begins_word(text, start) and stands_before_operand(text, start):
            self._tokens.append(Exclusion(start))
        elif sign == "!" and self._tokens and stands_apart_before_operand(text, start):
            if not self._dialect.is_service:
                self._remarks.add("« ! » entre deux espaces compris comme SAUF")
            self._read.add_operator(Kind.WITHOUT, 0, sign, start)
        elif sign == "=" and begins_word(text, start, signs="(:=-!+|&"):
            self._read_exact_form()
        elif sign in "<>":
            self._take(find_frequency(text, start, self._remarks))
        elif sign == "/":
            self._read_slash(start)
        elif sign in ",;":
            self._tokens.append(Separator(start))
        elif sign == "*" and stands_before_operand(text, start):
            self._remarks.add("troncature au début d'un mot, ignorée")
        elif sign == "%" and self._dialect.is_service:
            self._remarks.add("« % » de ce service pas compris ici, ignoré")

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
        self._read.add_condition(condition)
        return True

    def _read_slash(self, start: int) -> None:
        """Read "/F50/" or "/N5/", which may touch the words around them, or an operator such as "/P"."""
        if self._take(find_beginning(self._text, start, self._remarks)):
            return
        if found := _SLASHED.match(self._text, start):
            self._position = found.end()
            self._read.add_operator(Kind.NEAR, int(found[0][2:-1]), found[0], start)
        elif begins_word(self._text, start, signs='()"»”'):
            found = CHUNK.match(self._text, start, start + LONGEST_NAME + 1)
            chunk = strip_end(found[0]) if found else ""
            if found and find_operator(self._text, chunk, start, self._dialect):
                self._read_chunk(chunk, start, found.end())

    def _read_name_or_chunk(self) -> None:
        """Read a field, a condition or a word, whichever starts here."""
        start = self._position
        if self._take(find_condition(self._text, start, self._remarks)) or self._read_date_clause(start):
            return
        tell_words_at(self._text, start, self._remarks)
        if (found := _FIELD.match(self._text, start)) and self._read_name(found):
            return
        if number := NUMBER.match(self._text, start):
            self._position = number.end()
            self._read.add_operand(Word(text=" ".join(number[0].split())), start)
        elif chunk := CHUNK.match(self._text, start):
            self._read_chunk(strip_end(chunk[0]), start, chunk.end())

    def _read_name(self, found: re.Match[str]) -> bool:
        """Read a name as a field, if it is one or has the sign of one."""
        name, start = found["name"], found.start()
        if found["call"]:
            return self._read_call(name, start, found.end() - 1)
        if found["sign"]:
            self._read_field(name, found["sign"], start, found.end())
            return True
        if not find_field(name):
            return False
        if found["apart"]:
            self._read_field(name, found["apart"], start, found.end("apart"))
            return True
        self._remarks.add(f"{quote(name)} pris comme mot : pour un champ, écrivez {name}: sans espace")
        return False

    def _read_call(self, name: str, start: int, end: int) -> bool:
        """Read a name right before a parenthesis, if it is a field or a command as Nexis writes them."""
        if name.lower() in CALLED or (self._dialect.calls_fields and find_field(name)):
            self._read_field(name, "(", start, end)
        elif not self._dialect.calls_fields or find_operator(self._text, name, start, self._dialect):
            return False
        elif name.lower() in COMMANDS:
            self._remarks.add(f"commande {quote(name)} inconnue ici, ignorée")
            self._position = end
        else:
            self._tokens.append(Prefix(Unsupported(), name, start))
            self._position = end
        return True

    def _read_date_clause(self, start: int) -> bool:
        """Read "du 1er au 18 septembre 2015" or "date after 2014", if that is what stands here."""
        clause = find_date_clause(self._text, start, self._remarks, today=self._today)
        if clause is None:
            return False
        self._position = clause.end
        self._read.add_operand(clause.period, start)
        return True

    def _read_chunk(self, chunk: str, start: int, end: int) -> None:
        """Read an operator or a word, the end of which is already stripped."""
        self._position = end
        if operator := find_operator(self._text, chunk, start, self._dialect):
            self._position = max(end, operator.end)
            self._read.add_operator(operator.kind, operator.distance, operator.text, start)
        elif not self._is_elided(chunk):
            tell_word(chunk, self._remarks)
            self._skip(_OPEN_ENDING)
            self._read.add_operand(read_word(tame_operator(chunk), self._remarks), start)

    def _is_elided(self, chunk: str) -> bool:
        """Recognise the "l" of ``l'« État »``, which is no word of its own."""
        return (
            self._text[self._position : self._position + 1] in QUOTES
            and self._text[self._position - 1] in APOSTROPHES
            and chunk.lower() in ELIDED
        )

    def _read_exact_form(self) -> None:
        """Read the word after "="; before guillemets or a parenthesis the sign says nothing more."""
        start = self._position
        if not self._text[start : start + 1].isalnum():
            return
        found = NUMBER.match(self._text, start) or CHUNK.match(self._text, start)
        if not found:
            return
        chunk = " ".join(strip_end(found[0]).split())
        leaf = read_word(chunk, Remarks())
        if isinstance(leaf, Word):
            self._position = found.end()
            self._read.add_operand(ExactForm(text=leaf.text), start - 1)
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
            add_loose_phrase(self._read, words, int(distance[1]), self._remarks, start=start)
        else:
            self._read.add_operand(Phrase(words=words), start)

    def _read_enclosed(self) -> str:
        enclosed = find_enclosed(self._text, self._position, self._remarks)
        self._position = enclosed.end
        return enclosed.text

    def _read_field(self, name: str, sign: str, start: int, end: int) -> None:
        self._position = end
        field = find_field(name)
        if isinstance(field, DateFilter):
            self._read_dates(field, name, start)
        elif isinstance(field, Field) and (value := find_whole_value(self._typed, end, self._remarks)):
            self._read_whole_value(field, value, start)
        elif field is not None:
            self._tokens.append(Prefix(field, name, start))
        elif self._dialect.is_service and sign == "=":
            self._tokens.append(Prefix(Unsupported(), name, start))
        else:
            near = nearest_field(name)
            hint = f" ; vouliez-vous dire {near}: ?" if near else ""
            self._remarks.add(f"champ inconnu {quote(name)}, pris comme mot{hint}")
            self._read.add_operand(Word(text=tame_operator(strip_end(name))), start)

    def _read_whole_value(self, field: Field, value: Enclosed, start: int) -> None:
        self._position = value.end
        if value.text:
            self._read.add_operand(Matching(field=field, value=value.text, whole=True), start)
        else:
            self._remarks.add("guillemets sans mot, ignorés")

    def _read_dates(self, field: DateFilter, name: str, start: int) -> None:
        self._skip(_SPACES)
        dates = find_dates(self._text, self._position, self._remarks, kind=field, name=name, today=self._today)
        self._position = dates.end
        if dates.periods:
            self._read.add_operand(join(Or, dates.periods), start)
