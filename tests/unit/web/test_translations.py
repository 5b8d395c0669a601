"""Every sentence of the pages is said in English too."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from archive_search.web.languages import translations_of

WEB = Path(str(files("archive_search.web")))
CATALOGUES = sorted((WEB / "translations" / "en").glob("*.po"))
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}


def said_in_pages() -> set[object]:
    return {message for _, _, message, _, _ in extract_from_dir(WEB, METHODS, OPTIONS)}


def translations() -> list[Message]:
    messages = []
    for path in CATALOGUES:
        with path.open("rb") as stream:
            messages += [message for message in read_po(stream, locale="en") if message.id]
    return messages


def test_no_line_of_a_french_page_begins_with_a_sign() -> None:
    french = translations_of("fr")
    messages = (message if isinstance(message, tuple) else (message,) for message in said_in_pages())
    said = [french.gettext(each) for message in messages for each in message]
    assert [each for each in said if re.search(r" [:;?!»](?!\w)|« ", each)] == []


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sd]", text))


def test_what_the_pages_say_and_nothing_else_has_an_english_translation() -> None:
    assert {message.id for message in translations()} == said_in_pages()


def test_a_sentence_is_translated_in_one_way() -> None:
    ways = {(message.id, message.string) for message in translations()}
    counts = Counter(sentence for sentence, _ in ways)
    assert [sentence for sentence, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("message", translations(), ids=lambda message: str(message.id)[:40])
def test_a_translation_has_the_placeholders_of_its_sentence(message: Message) -> None:
    french = message.id if isinstance(message.id, tuple) else (message.id,)
    english = message.string if isinstance(message.string, tuple) else (message.string,)
    assert all(english)
    assert not message.fuzzy
    assert {name for each in english for name in placeholders(each)} == placeholders("".join(french))
