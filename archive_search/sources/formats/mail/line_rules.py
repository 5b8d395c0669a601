"""Tell the lines of a message that its author wrote from those that it quotes, forwards or signs with.

>>> from archive_search.sources.formats.mail.line_rules import rule_lines
>>> rule_lines(["D'accord.", "Le 3 mars 2015 à 07:19, Léa Roux a écrit :", "> La paix", "> est signée"], is_reply=True)
[None, 'citation-de-courriel', 'citation-de-courriel', 'citation-de-courriel']
"""

import re
from collections.abc import Sequence

QUOTATION_RULE = "citation-de-courriel"
FORWARDING_RULE = "transfert"
SIGNATURE_RULE = "signature-de-courriel"

# Two hyphens without the space that makes them a signature are one near the end, and a separation elsewhere.
LONGEST_SIGNATURE = 15
MOST_HEADERS = 10
LONGEST_LINE = 1000

_SIGNATURE = re.compile(r"--\s?")
_FORWARDING = re.compile(
    r"[-_*\s]{0,20}(?:(?:d[ée]but du )?(?:message|mail|courriel) (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])"
    r"|(?:begin )?forwarded message)\s?:?[-_*\s]{0,40}",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"[-_*\s]{0,20}(?:(?:message|mail|courriel) (?:d['’]origine|original)|original message)\s?:?[-_*\s]{0,40}",
    re.IGNORECASE,
)
_SENDER = re.compile(r"[*\s]{0,3}(?:de|from|exp[ée]diteur)\s?:", re.IGNORECASE)
_HEADER = re.compile(
    r"[*\s]{0,3}(?:de|from|exp[ée]diteur|date|envoy[ée](?: le| par)?|sent|[àa]|to|destinataires?|cc|cci|objet|sujet"
    r"|subject|r[ée]pondre [àa]|reply-to|importance|pi[èe]ces? jointes?|attachments?)\s?:",
    re.IGNORECASE,
)
_HEADERS_IN_ONE = re.compile(
    # The first day counts: trying all of them with all subjects would take long on a line made for that.
    r"[*\s]{0,3}(?:de|from|exp[ée]diteur)\s?:(?>.{1,300}?\b(?:envoy[ée]|date|sent)\b).{1,600}?\b(?:objet|sujet|subject)\s?:",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTION = re.compile(
    r"\W{0,3}(?:(?:le|on)\s(?:[^\W\d]{3,9}\.?,?\s){0,2}\d.{4,220}|.{1,100}@.{1,100})"
    r"\s(?:a [ée]crit|wrote)(?: ceci)?\s?:\s*",
    re.IGNORECASE,
)
_BEGINS_ATTRIBUTION = re.compile(r"\W{0,3}(?:le|on)\s", re.IGNORECASE)
_SEAL = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----|Hash: [\w, -]{1,40}")
_SEALED = re.compile(r"-----BEGIN PGP (?:SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----")


def rule_lines(lines: Sequence[str], *, is_reply: bool) -> list[str | None]:
    """Give the rule that each line falls under, or None for what the message says itself.

    Args:
        lines: Lines of a text, or passages of one.
        is_reply: Whether the message answers another one: what follows the headers of that one is a quotation.
    """
    ruler = _Ruler(lines, is_reply=is_reply)
    while len(ruler.rules) < len(lines):
        ruler.step(len(ruler.rules))
    return ruler.rules


class _Ruler:
    """Go through the lines, remembering what the lines above have begun."""

    def __init__(self, lines: Sequence[str], *, is_reply: bool) -> None:
        self.rules: list[str | None] = []
        self._lines = lines
        self._is_reply = is_reply
        self._rest: str | None = None

    def step(self, index: int) -> None:
        """Give a rule to one line, or to a few that belong together."""
        line = self._lines[index]
        if not line.strip() or len(line) > LONGEST_LINE:
            self.rules.append(self._rest)
        elif (size := self._size_of_headers(index)) > 0:
            self.rules += [FORWARDING_RULE] * size
            is_quoted = self._is_reply and _FORWARDING.match(line) is None
            self._rest = QUOTATION_RULE if is_quoted else None
        elif (size := self._size_of_attribution(index)) > 0:
            self.rules += [QUOTATION_RULE] * size
            self._rest = QUOTATION_RULE if self._is_reply and not self._is_quoted_below(index + size) else self._rest
        elif line.startswith(">") and (self._is_reply or self._has_quoted_neighbour(index)):
            self.rules.append(QUOTATION_RULE)
        else:
            self._rest = self._rest or (SIGNATURE_RULE if self._begins_signature(index) else None)
            self.rules.append(SIGNATURE_RULE if _SEAL.fullmatch(line) is not None else self._rest)

    def _size_of_headers(self, index: int) -> int:
        """Count the lines, from this one, that say what message follows."""
        line = self._lines[index]
        is_announced = _FORWARDING.fullmatch(line) is not None or _ORIGINAL.fullmatch(line) is not None
        start = index + is_announced
        while is_announced and start < min(len(self._lines), index + 3) and not self._lines[start].strip():
            start += 1
        end = self._end_of_headers(start)
        if is_announced:
            return max(end, index + 1) - index
        is_complete = _SENDER.match(line) and _HEADERS_IN_ONE.match("\n".join(self._lines[index:end]))
        announced = _FORWARDING.match(line) or _ORIGINAL.match(line)
        in_one = announced is not None and _HEADERS_IN_ONE.match(line, announced.end()) is not None
        return end - index if is_complete else int(in_one)

    def _end_of_headers(self, start: int) -> int:
        end, goes_on = start, False
        for line in self._lines[start : start + MOST_HEADERS * 2]:
            if _HEADER.match(line) is None and not (goes_on and line.strip()):
                break
            end += 1
            goes_on = line.rstrip().endswith((",", ";"))
        return end

    def _size_of_attribution(self, index: int) -> int:
        """Count the lines, one or two, that say who wrote what is quoted below."""
        line = self._lines[index]
        if _ATTRIBUTION.fullmatch(line) is not None:
            return 1
        following = self._lines[index + 1 : index + 2]
        if _BEGINS_ATTRIBUTION.match(line) is None or not following or len(following[0]) > LONGEST_LINE:
            return 0
        return 2 if _ATTRIBUTION.fullmatch(f"{line} {following[0]}") is not None else 0

    def _is_quoted_below(self, index: int) -> bool:
        below = (line for line in self._lines[index : index + 3] if line.strip())
        return next(below, "").startswith(">")

    def _has_quoted_neighbour(self, index: int) -> bool:
        above = self.rules[index - 1] if index > 0 else None
        return above == QUOTATION_RULE or any(line.startswith(">") for line in self._lines[index + 1 : index + 2])

    def _begins_signature(self, index: int) -> bool:
        line = self._lines[index]
        if _SIGNATURE.fullmatch(line) is None:
            return _SEALED.fullmatch(line) is not None
        return line == "-- " or len(self._lines) - index <= LONGEST_SIGNATURE
