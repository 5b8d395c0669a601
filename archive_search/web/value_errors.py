"""Say in French which values of an address or a form are refused, and what would be taken.

>>> describe_errors([{"loc": ("query", "page"), "type": "greater_than_equal", "ctx": {"ge": 1}}])
'page : donnez au moins 1'
"""

from collections.abc import Iterable, Mapping
from typing import Any

_SENTENCES = {
    "bool_parsing": "donnez 1 ou 0",
    "enum": "donnez {expected}",
    "greater_than_equal": "donnez au moins {ge}",
    "int_parsing": "donnez un nombre entier",
    "int_parsing_size": "donnez un nombre plus petit",
    "less_than_equal": "donnez au plus {le}",
    "literal_error": "donnez {expected}",
    "missing": "donnez une valeur",
    "string_pattern_mismatch": "valeur inconnue",
    "string_too_long": "au plus {max_length} caractères",
    "string_too_short": "au moins {min_length} caractères",
    "string_unicode": "tapez-le à nouveau, des caractères sont illisibles",
    "too_long": "au plus {max_length} valeurs",
    "too_short": "au moins {min_length} valeurs",
}
"""What to do by type of error; https://docs.pydantic.dev/latest/errors/validation_errors/ lists them."""

_ANY_OTHER = "valeur refusée, corrigez l'adresse ou le formulaire"
_MOST_NAMED = 5


def describe_errors(errors: Iterable[Mapping[str, Any]]) -> str:
    """Say what is wrong with the values of a request.

    Args:
        errors: The errors, as `RequestValidationError.errors` gives them.
    """
    described = list(dict.fromkeys(f"{_name_of(error)} : {_say(error)}" for error in errors))
    more = " ; et d'autres" if len(described) > _MOST_NAMED else ""
    return " ; ".join(described[:_MOST_NAMED]) + more


def _name_of(error: Mapping[str, Any]) -> str:
    """Give the name of the parameter or field; what follows it in the place of an error numbers its values."""
    place = error["loc"]
    return str(place[1] if len(place) > 1 else place[0])


def _say(error: Mapping[str, Any]) -> str:
    sentence = _SENTENCES.get(error["type"], _ANY_OTHER)
    values = {name: str(value).replace(" or ", " ou ") for name, value in error.get("ctx", {}).items()}
    return sentence.format_map(values)
