"""Tell the title that somebody gave to a document from what programs put in its place.

>>> from archive_search.sources.passages.stated_titles import is_real_title
>>> [is_real_title(title) for title in ("La paix est signée", "Microsoft Word - paix.doc", "page_une_v2")]
[True, False, False]
"""

import re

LONGEST_TITLE = 300

# Names of programs, of models, of pages, of files, and what has no word.
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|office|excel|powerpoint|publisher)|adobe (?:indesign|illustrator|photoshop|acrobat))\b.*"
    r"|powerpoint presentation|présentation (?:microsoft )?powerpoint|full page|(?:about|https?|file):.*|www\..*"
    r"|(?:nouveau |new )?(?:document|diapositive|slide|page|mise en page|layout|présentation|scan|image"
    r"|img|export|default|print|imprimer|sans[ -](?:titre|nom)|untitled|titre|title)[\s\d()._-]*"
    r"|.*\.(?:docx?|odt|rtf|indd|qx[dp]|pdf|pmd|pub|xlsx?|pptx?|html?|php|tmp|txt|eps|psd?)\b.*"
    r"|\S*[_/\\]\S*|[\W\d_]*",
    re.IGNORECASE,
)


def is_real_title(text: str) -> bool:
    """Tell whether the title that a file states is one: words, and not those that a program made by itself."""
    if " " not in text or len(text) > LONGEST_TITLE or "\N{REPLACEMENT CHARACTER}" in text:
        return False
    return _NO_TITLE.fullmatch(text) is None
