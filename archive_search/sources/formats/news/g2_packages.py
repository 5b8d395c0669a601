"""Read the summaries that a NewsML-G2 package gives of the articles that it lists, where these are not beside it.

>>> from archive_search.sources.formats.news.g2_packages import drafts_of_package
>>> from archive_search.sources.xml.documents import parse_xml
>>> package = parse_xml(b'''<packageItem><groupSet><group><itemRef residref="a"><title>La paix</title>
...     <description>Elle est conclue depuis hier.</description></itemRef></group></groupSet></packageItem>''')
>>> [(draft.title, draft.passages[0].text) for draft in drafts_of_package(package)]
[('La paix', 'Elle est conclue depuis hier.')]
"""

import re
from collections.abc import Iterator

from archive_search.sources.drafts import Draft
from archive_search.sources.formats.news.attribution import agency_of, provider_name
from archive_search.sources.formats.news.g2_meta import draft_of_meta
from archive_search.sources.formats.news.g2_names import name_or_code, text_in
from archive_search.sources.formats.news.moments import first_moment
from archive_search.sources.html.fragments import passages_of_html
from archive_search.sources.xml.documents import Element, attribute, child, children, text_of

_TEXT_CLASS = re.compile(r"text|composite|article", re.IGNORECASE)
_CAPTION = re.compile(r"caption|l[ée]gende", re.IGNORECASE)


def drafts_of_package(package: Element) -> Iterator[Draft]:
    """Give an article for each text that the package describes; pictures and bare titles give none."""
    stated = draft_of_meta(package)
    for reference in package.iter("{*}itemRef"):
        draft = _draft_of_reference(reference, stated)
        if draft.passages and draft.title:
            yield draft


def _draft_of_reference(reference: Element, package: Draft) -> Draft:
    item_class, name = attribute(child(reference, "itemClass"), "qcode"), attribute(reference, "residref")
    is_text = item_class is None or _TEXT_CLASS.search(item_class) is not None
    described = children(reference, "description") if is_text else []
    texts = [text_of(element) for element in described if not _CAPTION.search(element.get("role") or "")]
    moment = first_moment([text_of(child(reference, "versionCreated"))])
    source = provider_name(name_or_code(child(reference, "provider"))) or package.source
    titles = children(reference, "title") or children(reference, "headline")
    # The id belongs to the item itself, which may be in another file of the archive.
    return Draft(
        title=text_in(titles, language=package.language),
        passages=[passage for text in texts for passage in passages_of_html(text)],
        date=moment.date or package.date,
        time=moment.time if moment.date else package.time,
        source=source,
        agency=agency_of([source]),
        rights=package.rights,
        identifiers=[name] if name else [],
        language=attribute(reference, "lang") or package.language,
    )
