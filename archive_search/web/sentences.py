r"""Make French sentences of messages, which have neither a capital nor a final stop, and keep their signs on one line.

>>> as_sentence("rien à chercher : écrivez un mot"), as_sentence("vouliez-vous dire « gué » ?")
('Rien à chercher : écrivez un mot.', 'Vouliez-vous dire « gué » ?')
>>> bind_signs("« gué : 2 » : rien ; pourquoi ?")
'«\xa0gué : 2\xa0»\xa0: rien\u202f; pourquoi\u202f?'
"""

import re

_SIGNS = re.compile(r"«[ \xa0](?P<quoted>[^«»]*)[ \xa0]»| (?P<sign>[:»;?!])(?!\w)|(?P<opening>«) ")
_SPACES = {":": "\xa0", "»": "\xa0", ";": "\u202f", "?": "\u202f", "!": "\u202f"}
"""What stands before each sign: French printers set some apart by a whole space, others by a narrow one."""


_PAGES = {
    "lancez « archive-search entities update »": "mettez à jour, à la page Archive",
    "cherchez-le avec « archive-search entities list »": "cherchez-le à la page Noms",
}
"""What messages say to type in a terminal, and what does the same here."""


def as_sentence(message: str) -> str:
    """Write a message with a capital and a final stop, unless another sign ends it, for a reader without a terminal."""
    for command, page in _PAGES.items():
        message = message.replace(command, page)
    return capitalise(message) + ("" if message.endswith(("?", "!", "…", ".")) else ".")


def capitalise(message: str) -> str:
    """Write the first letter of a message as a capital."""
    return message[:1].upper() + message[1:]


def bind_signs(text: str) -> str:
    """Put no-break spaces before the signs of a French sentence, so that no line begins with one.

    What stands in guillemets is left as it is, for it may be a query, which readers copy.
    """
    return _SIGNS.sub(_bind, text)


def _bind(found: re.Match[str]) -> str:
    if found["quoted"] is not None:
        return f"«\xa0{found['quoted']}\xa0»"
    if found["opening"]:
        return "«\xa0"
    return _SPACES[found["sign"]] + found["sign"]
