r"""Write plain text so that LaTeX prints it as it is.

>>> from archive_search.exports.citations.latex import escape_latex, protect_capitals
>>> escape_latex("R&D : 5 % de C_max {net}")
'R\\&D : 5 \\% de C\\_max {\\textbraceleft}net{\\textbraceright}'
>>> protect_capitals("EDF veut vendre à Brévan")
'{EDF} veut vendre à {Brévan}'
"""

import re

# Braces count for BibTeX even behind a backslash: only names of commands keep them in pairs.
_ESCAPES = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "\\": r"{\textbackslash}",
}
_TABLE = str.maketrans(_ESCAPES)
_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")


def escape_latex(text: str) -> str:
    """Escape the ten characters that LaTeX takes for commands; all others stay, in UTF-8."""
    return text.translate(_TABLE)


def protect_capitals(title: str) -> str:
    """Escape a title, and put words whose capitals must stay in braces: styles make all others small.

    The first word keeps its capital in any style; it is protected only for further ones, as in "EDF".
    """
    pieces: list[str] = []
    end = 0
    for match in _WORD.finditer(title):
        word = match[0]
        must_stay = any(map(str.isupper, word[1:] if not pieces else word))
        escaped = escape_latex(word)
        pieces += [escape_latex(title[end : match.start()]), f"{{{escaped}}}" if must_stay else escaped]
        end = match.end()
    return "".join([*pieces, escape_latex(title[end:])])
