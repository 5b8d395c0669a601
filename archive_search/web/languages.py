r"""Choose the language of a page, and say things in it.

Pages are written in French; `translations` has what they say in English. The language is that of the ``lang``
parameter of the address, or else the one that the browser prefers, or else French. There is no cookie.
The space before a French sign is a no-break one, which the sentences of the templates need not say.

>>> choose_language(None, "de,en-GB;q=0.8,fr;q=0.5")
'en'
>>> choose_language(None, "en-GB; q=0.8, fr; q=0.5")
'en'
>>> choose_language("fr", "en"), choose_language("tlh", "")
('fr', 'fr')
>>> translations_of("en").gettext("Rechercher")
'Search'
>>> translations_of("fr").gettext("Interprété :")
'Interprété\xa0:'
"""

from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from archive_search.web.sentences import bind_signs

FRENCH = "fr"
ENGLISH = "en"
LANGUAGES = (FRENCH, ENGLISH)


def choose_language(asked: str | None, accepted: str) -> str:
    """Choose the language of a page.

    Args:
        asked: Value of the ``lang`` parameter, if any.
        accepted: Value of the header ``Accept-Language`` (RFC 9110, 12.5.4).
    """
    if asked in LANGUAGES:
        return asked
    return max(LANGUAGES, key=lambda language: _weight(language, accepted))


def _weight(language: str, accepted: str) -> float:
    """Give how much a browser likes a language; what it does not name is worth nothing."""
    weights = [0.0]
    for each in accepted.replace(" ", "").split(","):
        wanted, _, quality = each.partition(";q=")
        if wanted.lower().partition("-")[0] == language:
            weights.append(_as_weight(quality))
    return max(weights)


def _as_weight(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0


# The sentences of the pages are some hundreds.
_bind_once = cache(bind_signs)


class _French(NullTranslations):
    """Give sentences as they are written, but for the spaces before their signs, where no line may break."""

    def gettext(self, message: str) -> str:
        """Give a sentence."""
        return _bind_once(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the sentence for one thing, or that for several."""
        return _bind_once(super().ngettext(msgid1, msgid2, n))


@cache
def translations_of(language: str) -> NullTranslations:
    """Give what translates the sentences of pages into a language."""
    if language == FRENCH:
        return _French()
    merged = Catalog(locale=language)
    for each in sorted(files("archive_search.web").joinpath("translations", language).iterdir(), key=str):
        if each.name.endswith(".po"):
            for message in read_po(BytesIO(each.read_bytes()), locale=language):
                merged[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return Translations(compiled)
