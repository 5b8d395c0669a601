"""The referee: answers a query by reading every word of every article, without index or arrays.

It reads the specification on its own: of the program it uses the records, the tree, and `archive_search.analysis`,
which defines what a word, a stem and a sentence are.

>>> from archive_search.query.tree import Word
>>> from archive_search.records import Article, Kind, Paragraph
>>> from referee import Referee
>>> title = Paragraph(number=1, kind=Kind.TITLE, text="Les armées")
>>> Referee([Article(id="a", title="Les armées", paragraphs=(title,))]).find(Word(text="armee"))
{'a'}
"""

from referee.judging import Referee

__all__ = ["Referee"]
