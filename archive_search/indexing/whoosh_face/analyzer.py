"""Our analysis in Whoosh's clothes, so that Whoosh's own query parser finds the terms of the text field.

>>> [token.text for token in FrenchAnalyzer()("Les ponts rouvrent")]
['le', 'pont', 'rouvr']
>>> [token.text for token in FrenchAnalyzer()("Pêch*", tokenize=False)]
['pech*']
"""

import re
from collections.abc import Iterator
from typing import Any

from whoosh import analysis

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import tokenize

_LETTERS = re.compile(r"[^\W_]+")


class FrenchAnalyzer(analysis.Analyzer):
    """Give the stems of a French text as Whoosh tokens."""

    def __call__(self, value: str, **kwargs: Any) -> Iterator[analysis.Token]:
        """Yield one reused token a word, as Whoosh analyzers do.

        Args:
            value: Text or words of a query.
            kwargs: What Whoosh passes on: ``positions`` and ``chars`` ask for these to be set; without ``tokenize``
                the value is a pattern of stems, which is only folded.

        Yields:
            The same Token object, changed each time: text, and where asked pos, startchar, endchar.
        """
        token = analysis.Token(positions=bool(kwargs.get("positions")), chars=bool(kwargs.get("chars")))
        token.stopped = False
        token.boost = 1.0
        if not kwargs.get("tokenize", True):
            token.text = _LETTERS.sub(lambda letters: fold_form(letters[0]), value.lower())
            yield token
            return
        for word in tokenize(value):
            token.text = stem_form(word.form)
            token.original = word.form
            token.pos = word.position
            token.startchar, token.endchar = word.start, word.end
            yield token
